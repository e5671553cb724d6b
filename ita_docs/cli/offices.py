"""The commands about offices: list them, make one, import them from a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs.cli.console import report
from ita_docs.cli.group import cli, short, workspace_here
from ita_docs.places import write_files
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.wording import Language

if TYPE_CHECKING:
    from ita_docs.source import PathInto


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


# The options that name a new office, with their places in its file.
NAMES: dict[str, PathInto] = {
    "--name-th": ("name", "th"),
    "--name-en": ("name", "en"),
    "--district-th": ("district", "th"),
    "--district-en": ("district", "en"),
}


@cli.command("new-office")
@click.argument("office", metavar="OFFICE")
@click.option("--name-th", help="ชื่อสำนักงาน เช่น สำนักงานเขตบางรัก · name in Thai")
@click.option("--name-en", help="ชื่อสำนักงานภาษาอังกฤษ เช่น Bang Rak District Office · name in English")
@click.option("--district-th", help="ชื่อเขต เช่น เขตบางรัก · district in Thai")
@click.option("--district-en", help="ชื่อเขตภาษาอังกฤษ เช่น Bang Rak District · district in English")
@click.pass_obj
def new_office(lang: Language, /, office: str, **names: str | None) -> None:
    """สร้างไฟล์ของสำนักงานใหม่ และบอกช่องที่ต้องกรอก · Make the file of an office, and say what to fill in."""
    from ita_docs import roster
    from ita_docs.misfits import nearest
    from ita_docs.todo import open_points
    from ita_docs.workspace import PATTERN

    workspace = workspace_here()
    path = workspace.root / "content" / "offices" / f"{office}.yaml"
    if office in workspace.offices():
        report([Problem("office-there", Place(short(path)), {"value": office})], lang)
    else:
        given = {option: (names[option[2:].replace("-", "_")] or "").strip() for option in NAMES}
        if missing := [option for option, name in given.items() if not name]:
            facts = {"value": office, "missing": " ".join(missing), "near": nearest(office, workspace.offices())}
            raise DocumentError([Problem("office-unnamed", None, facts)])
        cells: dict[PathInto, object] = {("id",): office}
        cells |= {NAMES[option]: name for option, name in given.items()}
        places: dict[PathInto, Place] = {(): Place("OFFICE"), ("id",): Place("OFFICE")}
        places |= {step: Place(option) for option, at in NAMES.items() for step in (at[:1], at)}
        _, text = roster.office_file(cells, places, workspace.read(PATTERN))
        for made in write_files({path: text.encode()}):
            click.echo(short(made))
    setting, documents = workspace.open(*workspace.choose(office, None))
    for point in open_points(workspace, setting, documents.values()):
        if point.place and Path(point.place.file).stem == office:
            click.echo(point.say(lang))
