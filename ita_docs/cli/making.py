"""The commands that write files: build, proofs, init, fonts."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from pathlib import Path

import click

from ita_docs.cli.console import progress, report
from ita_docs.cli.group import build_folder, cli, office_option, open_year, short, workspace_here, year_option
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.wording import Language

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
) -> None:
    """ทำเอกสาร .docx (และ PDF) · Make the papers: all, or those named."""
    from ita_docs import build as line

    workspace, setting, documents = open_year(office, year)
    chosen = line.select(documents, names)
    if file_copy and not names:
        chosen = [document for document in chosen if document.kind in ("order", "memo", "announcement", "guideline")]
    folder = out or build_folder(workspace, setting)
    made = line.make(workspace, setting, documents, chosen, file_copy=file_copy)
    report([finding for one in made for finding in one.findings if finding.severity == "warning"], lang)
    fonts = workspace.fonts if embed_fonts else None
    for path in line.write(made, folder, fonts):
        click.echo(short(path))
    if pdf or pdf_if_possible:
        found = line.pdfs(made, workspace.fonts, folder)
        with progress(found, len(made)) as results:
            finished = list(results)
        paths = [result for result in finished if isinstance(result, Path)]
        for path in paths:
            click.echo(short(path))
        if pages := line.pages_of(paths):
            numbered = [document for document in chosen if document.id in pages]
            line.write(line.make(workspace, setting, documents, numbered, pages=pages), folder, fonts)
        problems = list(dict.fromkeys(result for result in finished if isinstance(result, Problem)))
        report(problems, lang)
        forgiven = MISSING if pdf_if_possible else ()
        if any(problem.severity == "error" and problem.code not in forgiven for problem in problems):
            sys.exit(1)


@cli.command()
@office_option
@year_option
@click.option("--out", type=click.Path(path_type=Path), help="โฟลเดอร์ที่มี PDF · the folder of the PDFs")
def proofs(office: str | None, year: str | None, out: Path | None) -> None:
    """รวมทุกหน้าของทุกฉบับไว้ดูพร้อมกัน · Lay every page of every PDF side by side, for human eyes."""
    from ita_docs import build as line
    from ita_docs.pdf.proofs import contact_sheets

    workspace, setting, _ = open_year(office, year)
    folder = out or build_folder(workspace, setting)
    pdfs = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}
    if not pdfs:
        raise DocumentError([Problem("no-pdfs", Place(short(folder)))])
    for path in line.write_files({folder / "proofs" / "proofs.pdf": contact_sheets(pdfs)}):
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
    from ita_docs.workspace import STARTER_PARTS, starter

    beside = folder / ".part"
    try:
        for part in STARTER_PARTS:
            shutil.copytree(starter() / part, beside / part, ignore=shutil.ignore_patterns("*.ttf", ".git*"))
        for part in STARTER_PARTS:
            (beside / part).replace(folder / part)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
