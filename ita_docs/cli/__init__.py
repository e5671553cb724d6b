"""The command line: each command calls the straight line and nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from ita_docs.cli import looking, making, offices, site, status, years  # noqa: F401 - the commands that they hold
from ita_docs.cli.console import language_of, misuse, print_anything, report
from ita_docs.cli.group import cli
from ita_docs.problems import DocumentError

__all__ = ["cli", "main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line: exit 0 when all is well, 1 for problems, 2 for misuse; no traceback, no foreign words."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    lang = language_of(words)
    print_anything()
    try:
        code = cli.main(words, prog_name="ita-docs", standalone_mode=False)
    except DocumentError as error:
        report(error.problems, lang)
        code = 1 if any(problem.severity == "error" for problem in error.problems) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = 2
    except click.ClickException as error:
        click.echo(misuse(error).say(lang), err=True)
        code = 2
    except click.Abort:
        code = 130
    except BrokenPipeError:  # the reader has seen enough, as in `ita-docs list | head -1`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
