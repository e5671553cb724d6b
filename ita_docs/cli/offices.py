"""The commands about offices: list them, import them from a table."""

from __future__ import annotations

from pathlib import Path

import click

from ita_docs.cli.console import report
from ita_docs.cli.group import cli, short, workspace_here
from ita_docs.places import write_files
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.wording import Language


@cli.group(invoke_without_command=True)
@click.pass_context
def offices(context: click.Context) -> None:
    """แสดงสำนักงานทั้งหมด หรือนำเข้าจากตาราง · List the offices, or import them from a table."""
    if context.invoked_subcommand is None:
        from ita_docs.fields import parse
        from ita_docs.office import Office

        workspace = workspace_here()
        found = [parse(Office, workspace.office(office)) for office in workspace.offices()]
        width = max((len(office.id) for office in found), default=0)
        for office in found:
            click.echo(f"{office.id:<{width}}  {office.code or '-':<4}  {office.name.th}  {office.name.en}")


@offices.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="ROSTER.xlsx|ROSTER.csv")
@click.pass_obj
def import_command(lang: Language, file: Path) -> None:
    """นำเข้ารายชื่อสำนักงานจาก Excel หรือ CSV · Make office files from a table; none is overwritten."""
    from ita_docs import roster
    from ita_docs.workspace import PATTERN

    workspace = workspace_here()
    try:
        data = file.read_bytes()
    except OSError:
        raise DocumentError([Problem("no-file", Place(short(file)))]) from None
    texts = roster.office_files(data, short(file), workspace.read(PATTERN))
    known = workspace.offices()
    paths = {office: workspace.root / "content" / "offices" / f"{office}.yaml" for office in texts}
    for path in write_files({paths[office]: texts[office].encode() for office in texts if office not in known}):
        click.echo(short(path))
    report([Problem("office-kept", Place(short(paths[office]))) for office in texts if office in known], lang)
