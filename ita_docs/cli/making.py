"""The commands that write files: build, calendar, proofs, init, fonts."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs.cli.console import report, watched
from ita_docs.cli.group import build_folder, cli, office_option, open_year, short, workspace_here, year_option
from ita_docs.places import write_files
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.wording import Language

if TYPE_CHECKING:
    from ita_docs.produce import Wanted

# What a machine may lack while papers are made without it.
MISSING = ("no-libreoffice", "no-fonts")


@cli.command()
@click.argument("names", nargs=-1, metavar="[ID|KIND|ID*]…")
@office_option
@year_option
@click.option("--out", type=click.Path(path_type=Path), help="โฟลเดอร์ผลลัพธ์ · output folder")
@click.option("--pdf", is_flag=True, help="ทำ PDF ด้วย · make PDFs too")
@click.option("--pdf-if-possible", is_flag=True, help="ทำ PDF ถ้าเครื่องทำได้ · PDFs where LibreOffice and fonts are")
@click.option("--embed-fonts", is_flag=True, help="ฝังแบบอักษรในไฟล์ .docx · carry the fonts inside the .docx")
@click.option("--file-copy", is_flag=True, help="ทำสำเนาคู่ฉบับ · make the file copy with its initials")
@click.option("--force", is_flag=True, help="ทำใหม่ทั้งหมด · make everything anew")
@click.option("--all-offices", is_flag=True, help="ทุกสำนักงาน · every office")
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="งานพร้อมกัน · offices at once")
@click.option("--dask", metavar="ADDRESS", help="ใช้เครื่องของ Dask · on a Dask cluster (scheduler's address)")
@click.pass_obj
def build(
    lang: Language,
    names: tuple[str, ...],
    office: str | None,
    year: str | None,
    out: Path | None,
    pdf: bool,
    pdf_if_possible: bool,
    embed_fonts: bool,
    file_copy: bool,
    force: bool,
    all_offices: bool,
    jobs: int,
    dask: str | None,
) -> None:
    """ทำเอกสาร .docx (และ PDF) · Make the papers: all, or those named; what has not changed stays as it is."""
    from ita_docs import places
    from ita_docs.produce import Wanted, is_current

    root = places.root_at(Path.cwd())
    chosen, year = places.choose(root, office, year)
    folder = out or Path(short(places.build_folder(root, chosen, year)))
    wanted = Wanted(names, pdf or pdf_if_possible, file_copy, embed_fonts, force)
    forgiven = MISSING if pdf_if_possible else ()
    if all_offices:
        offices = (office,) if office else places.offices(root)
        _deliver(root, offices, year, wanted, out, jobs, dask, forgiven, lang)
        return
    if (edited := is_current(root, chosen, year, folder, wanted)) is not None:
        report(edited, lang)
        click.echo("ไม่มีสิ่งใดเปลี่ยน เอกสารเป็นปัจจุบันแล้ว" if lang == "th" else "nothing has changed; the papers are current")
        return
    problems = _produce(root, office, year, folder, wanted, lang)
    if any(problem.severity == "error" and problem.code not in forgiven for problem in problems):
        sys.exit(1)


def _deliver(
    root: Path,
    offices: Sequence[str],
    year: str,
    wanted: Wanted,
    out: Path | None,
    jobs: int,
    dask: str | None,
    forgiven: tuple[str, ...],
    lang: Language,
) -> None:
    """Make the papers of every office, each by itself, then all PDFs; say at the end which offices are without."""
    from ita_docs import fleet

    executor = fleet.cluster(dask) if dask else fleet.processes(jobs)
    with executor:
        found = fleet.deliver(root, offices, year, wanted, executor, out)
        delivered = list(watched(found, len(offices), "สำนักงาน · offices"))
        undrawn = sum(one.undrawn > 0 for one in delivered)
        drawn = fleet.draw(root, delivered, year, wanted, executor, jobs, out)
        delivered += watched(drawn, undrawn, "PDF: สำนักงาน · offices")
    told = [problem for one in sorted(delivered, key=lambda one: one.office) for problem in one.problems]
    report([problem for problem in dict.fromkeys(told) if problem.severity != "advice"], lang)
    failed = sorted({one.office for one in delivered if one.fails(forgiven)})
    written = sum(one.written for one in delivered)
    counts = {"offices": len(offices) - len(failed), "files": written, "failed": ", ".join(failed) or "-"}
    said = "เสร็จ {offices} สำนักงาน เขียน {files} ไฟล์ ไม่สำเร็จ: {failed}"
    click.echo(
        (said if lang == "th" else "{offices} offices done, {files} files written, failed: {failed}").format(**counts)
    )
    if failed:
        sys.exit(1)


def _produce(root: Path, office: str | None, year: str, folder: Path, wanted: Wanted, lang: Language) -> list[Problem]:
    """Make the papers, telling of each; give the problems."""
    from ita_docs.build import Press
    from ita_docs.produce import produce
    from ita_docs.workspace import Workspace

    problems = []
    workspace = Workspace(root)
    for result in produce(Press(workspace), *workspace.choose(office, year), folder, wanted, watched):
        if isinstance(result, Path):
            click.echo(short(result))
        else:
            report([result], lang)
            problems.append(result)
    return problems


@cli.command()
@office_option
@year_option
@click.option("--out", type=click.Path(path_type=Path), help="ชื่อไฟล์ที่จะเขียน · the file to write")
def calendar(office: str | None, year: str | None, out: Path | None) -> None:
    """ทำปฏิทินของปีเป็นไฟล์ .ics · Make the calendar of the year, for any calendar program."""
    from ita_docs.ics import calendar_file

    workspace = workspace_here()
    setting = workspace.setting(*workspace.choose(office, year))
    file = out or build_folder(workspace, setting) / "calendar.ics"
    for path in write_files({file: calendar_file(setting)}):
        click.echo(short(path))


@cli.command()
@office_option
@year_option
@click.option("--out", type=click.Path(path_type=Path), help="โฟลเดอร์ที่มี PDF · the folder of the PDFs")
def proofs(office: str | None, year: str | None, out: Path | None) -> None:
    """รวมทุกหน้าของทุกฉบับไว้ดูพร้อมกัน · Lay every page of every PDF side by side, for human eyes."""
    from ita_docs.pdf.proofs import contact_sheets

    workspace, setting, _ = open_year(office, year)
    folder = out or build_folder(workspace, setting)
    pdfs = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}
    if not pdfs:
        raise DocumentError([Problem("no-pdfs", Place(short(folder)))])
    for path in write_files({folder / "proofs" / "proofs.pdf": contact_sheets(pdfs)}):
        click.echo(short(path))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def init(lang: Language, folder: Path) -> None:
    """สร้างโฟลเดอร์งานใหม่จากชุดเริ่มต้น · Make a new workspace from the starter set."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DocumentError([Problem("folder-not-empty", None, {"folder": str(folder)})])
    try:
        _copy_starter(folder)
    except OSError:
        with suppress(OSError):
            folder.rmdir()  # unless it holds something
        raise DocumentError([Problem("unwritable", Place(str(folder)))]) from None
    # Where the program is not on the path, as in a checkout, its whole name is what works in the new folder.
    program = "ita-docs" if shutil.which("ita-docs") else str(Path(sys.argv[0]).absolute())
    click.echo(
        f"สร้าง {folder} แล้ว ขั้นต่อไป: cd {folder} แล้วสั่ง {program} build"
        if lang == "th"
        else f"made {folder}; next: cd {folder} and run {program} build"
    )


@cli.command()
def fonts() -> None:
    """รับแบบอักษร TH Sarabun New มาไว้ใน fonts/ · Fetch the fonts once."""
    from ita_docs import fonts as store

    folder = workspace_here().fonts
    try:
        if not store.ready(folder):
            store.fetch(folder)
    except OSError:
        raise DocumentError([Problem("unwritable", Place(short(folder)))]) from None
    click.echo(short(folder))


def _copy_starter(folder: Path) -> None:
    """Copy the starter set into a folder; its parts appear when all of them are whole."""
    from ita_docs.places import starter
    from ita_docs.workspace import STARTER_PARTS

    beside = folder / ".part"
    try:
        for part in STARTER_PARTS:
            shutil.copytree(starter() / part, beside / part, ignore=shutil.ignore_patterns("*.ttf", ".git*"))
        for part in STARTER_PARTS:
            (beside / part).replace(folder / part)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
