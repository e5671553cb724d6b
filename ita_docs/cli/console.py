"""How the command line speaks: help in both languages, a misuse in our own words, problems, progress."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import click

from ita_docs.problems import Problem
from ita_docs.wording import Language, Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")
SHOWN = 3  # places of one rule in one file, before the rest are counted
HEADINGS = {"Options": "ตัวเลือก · Options", "Commands": "คำสั่ง · Commands", "Arguments": "ค่าที่ระบุ · Arguments"}


class Formatter(click.HelpFormatter):
    """Help with its headings in both languages."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is typed."""
        super().write_usage(prog, args, "วิธีใช้ · Usage: ")

    def write_heading(self, heading: str) -> None:
        """Write a heading of the help."""
        super().write_heading(HEADINGS.get(heading, heading))


class Context(click.Context):
    """A context whose help speaks both languages."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help speaks both languages."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give --help its words in both languages."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "แสดงวิธีใช้ · show this help"
        return option


class Group(Command, click.Group):
    """A group of commands."""

    command_class = Command
    group_class = type


def language_of(words: Sequence[str]) -> Language:
    """Find the language of messages before the words are understood, so that a misuse is told in it too.

    >>> language_of(["--lang", "en", "list"]), language_of(["list"])
    ('en', 'th')
    """
    return "en" if "--lang=en" in words or ("--lang", "en") in pairwise(words) else "th"


def misuse(error: click.ClickException) -> Problem:
    """Say what was typed wrong, by the kind of the mistake."""
    context = getattr(error, "ctx", None)
    facts = {"command": context.command_path if context else "ita-docs"}
    possible = getattr(error, "possibilities", None) or [""]
    if isinstance(error, click.NoSuchOption):
        return Problem("no-such-option", None, {"value": error.option_name, "near": possible[0], **facts})
    if isinstance(error, click.NoSuchCommand):
        return Problem("no-such-command", None, {"value": error.command_name, "near": possible[0], **facts})
    if isinstance(error, click.BadOptionUsage):
        return Problem("bad-argument", None, {"value": error.option_name, **facts})
    if isinstance(error, click.BadParameter):
        code = "missing-argument" if isinstance(error, click.MissingParameter) else "bad-argument"
        return Problem(code, None, {"value": _parameter(error), **facts})
    return Problem("misuse", None, facts)


def report(problems: Iterable[Problem], language: Language) -> None:
    """Print problems where they do not mix with results."""
    for problem in problems:
        click.echo(problem.say(language), err=True)


def report_findings(problems: Sequence[Problem], language: Language) -> None:
    """Print what a check found, the gravest first; of one rule in one file, the first places and a count."""
    shown: dict[tuple[str, str], int] = {}
    grave = sorted(problems, key=lambda problem: SEVERITIES.index(problem.severity))
    for problem in grave:
        key = (problem.place.file if problem.place else "", problem.code)
        shown[key] = shown.get(key, 0) + 1
        if shown[key] <= SHOWN:
            click.echo(problem.say(language), err=True)
    for (file, code), count in shown.items():
        if count > SHOWN:
            more = f"และอีก {count - SHOWN} แห่ง ดูทั้งหมดด้วย --json" if language == "th" else ""
            click.echo(f"{file}: {more or f'and {count - SHOWN} more places; see all with --json'}  [{code}]", err=True)
    click.echo(_summary([problem.severity for problem in problems], language))


def _summary(found: Sequence[Severity], language: Language) -> str:
    counts = [found.count(severity) for severity in SEVERITIES]
    if not any(counts):
        return "เรียบร้อย ไม่พบข้อผิดพลาด" if language == "th" else "fine, nothing wrong"
    names = ("ผิด", "เตือน", "แนะนำ") if language == "th" else ("errors", "warnings", "advice")
    said = " ".join(f"{name} {count}" for name, count in zip(names, counts, strict=True) if count)
    return f"พบ {len(found)} ข้อ: {said}" if language == "th" else f"{len(found)} findings: {said}"


def watched(work: Iterator[Any], length: int, label: str = "PDF") -> Iterator[Any]:
    """Show progress on a terminal; stay quiet when the output goes elsewhere."""
    with click.progressbar(work, length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield from bar


def print_anything() -> None:
    """Let a terminal or a pipe that cannot show Thai get something else in its place instead of a failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parameter(error: click.BadParameter) -> str:
    """Name the argument or option at fault as it is typed."""
    parameter = error.param
    if isinstance(parameter, click.Argument) and error.ctx:
        return parameter.make_metavar(error.ctx)
    return parameter.opts[0] if parameter else ""
