"""The command line: list, build, check, show, todo, init, fonts; each calls the straight line and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs.console import Group, language_of, misuse, print_anything, progress, report
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.wording import Language

if TYPE_CHECKING:
    from ita_docs.documents import Document
    from ita_docs.setting import Setting
    from ita_docs.workspace import Workspace

# What a machine may lack while papers are made without it.
MISSING = ("no-libreoffice", "no-fonts")


@click.group(cls=Group, context_settings={"max_content_width": 110})
@click.option("--lang", type=click.Choice(["th", "en"]), default="th", help="ภาษาของข้อความ · language of messages")
@click.version_option(package_name="ita-docs", message="%(version)s", help="รุ่นของโปรแกรม · the version")
@click.pass_context
def cli(context: click.Context, lang: Language) -> None:
    """ทำเอกสารราชการสำหรับการประเมิน ITA จากข้อความธรรมดา · Make official ITA papers from plain text."""
    context.obj = lang


office_option = click.option("--office", help="รหัสสำนักงาน · office id (content/offices)")
year_option = click.option("--year", help="ปีงบประมาณ พ.ศ. · fiscal year B.E.")
json_option = click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON · print JSON")


@cli.command("list")
@office_option
@year_option
@json_option
def list_command(office: str | None, year: str | None, as_json: bool) -> None:
    """แสดงเอกสารทั้งหมด · List every document: id, kind, title, language, content, template."""
    _, _, documents = _open(office, year)
    rows = [
        {
            "id": document.id,
            "kind": document.kind,
            "title": document.title,
            "language": document.language,
            "content": document.source.file,
            "template": f"templates/{document.template}",
        }
        for document in documents.values()
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    columns = ("id", "kind", "language", "content", "template")
    widths = {column: max(len(row[column]) for row in rows) for column in columns}
    for row in rows:
        click.echo("  ".join([*(f"{row[column]:<{widths[column]}}" for column in columns), row["title"]]))


@cli.command()
@click.argument("names", nargs=-1, metavar="[ID|KIND|ID*]…")
@office_option
@year_option
@click.option("--out", type=click.Path(path_type=Path), help="โฟลเดอร์ผลลัพธ์ · output folder")
@click.option("--pdf", is_flag=True, help="ทำ PDF ด้วย · make PDFs too")
@click.option("--pdf-if-possible", is_flag=True, help="ทำ PDF ถ้าเครื่องทำได้ · PDFs where LibreOffice and fonts are")
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
    file_copy: bool,
) -> None:
    """ทำเอกสาร .docx (และ PDF) · Make the papers: all, or those named."""
    from ita_docs import build as line

    workspace, setting, documents = _open(office, year)
    chosen = line.select(documents, names)
    if file_copy and not names:
        chosen = [document for document in chosen if document.kind in ("order", "memo", "announcement", "guideline")]
    folder = out or Path(_short(workspace.root / "build" / str(setting.year.year_be) / setting.office.id))
    made = line.make(workspace, setting, documents, chosen, file_copy=file_copy)
    for path in line.write(made, folder):
        click.echo(_short(path))
    if pdf or pdf_if_possible:
        found = line.pdfs(made, workspace.fonts, folder)
        with progress(found, len(made)) as results:
            finished = list(results)
        paths = [result for result in finished if isinstance(result, Path)]
        for path in paths:
            click.echo(_short(path))
        if pages := line.pages_of(paths):
            numbered = [document for document in chosen if document.id in pages]
            line.write(line.make(workspace, setting, documents, numbered, pages=pages), folder)
        problems = list(dict.fromkeys(result for result in finished if isinstance(result, Problem)))
        report(problems, lang)
        forgiven = MISSING if pdf_if_possible else ()
        if any(problem.severity == "error" and problem.code not in forgiven for problem in problems):
            sys.exit(1)


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]…")
@office_option
@year_option
@json_option
@click.pass_obj
def check(lang: Language, paths: tuple[Path, ...], office: str | None, year: str | None, as_json: bool) -> None:
    """ตรวจเนื้อหาและแม่แบบ โดยไม่เขียนไฟล์ · Check content and templates; nothing is written."""
    from ita_docs.inspection import inspect

    workspace = _workspace()
    problems = inspect(workspace, *_chosen(workspace, office, year), paths)
    if as_json:
        click.echo(json.dumps([problem.facts_for_machines(lang) for problem in problems], ensure_ascii=False, indent=2))
    else:
        report(problems, lang)
        if not problems:
            click.echo("เรียบร้อย ไม่พบข้อผิดพลาด" if lang == "th" else "fine, nothing wrong")
    if any(problem.severity == "error" for problem in problems):
        sys.exit(1)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
def show(file: Path) -> None:
    """แสดงข้อความในเอกสาร .docx ทีละย่อหน้า · Show the text of a .docx, paragraph by paragraph."""
    from ita_docs import paper

    try:
        data = file.read_bytes()
    except OSError:
        raise DocumentError([Problem("no-paper", Place(str(file)))]) from None
    click.echo(paper.read(data, str(file)).outline(), nl=False)


@cli.command()
@office_option
@year_option
@json_option
@click.pass_obj
def todo(lang: Language, office: str | None, year: str | None, as_json: bool) -> None:
    """แสดงสิ่งที่ยังต้องกรอก ตรวจ หรือตอบ · List what is open, unverified, proposed or asked."""
    from ita_docs.todo import open_points

    workspace, setting, documents = _open(office, year)
    points = open_points(workspace, setting, documents.values())
    if as_json:
        click.echo(json.dumps([point.facts_for_machines(lang) for point in points], ensure_ascii=False, indent=2))
        return
    for point in points:
        click.echo(point.say(lang))
    click.echo(f"รวม {len(points)} รายการ" if lang == "th" else f"{len(points)} in all")


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

    folder = _workspace().fonts
    try:
        if not store.ready(folder):
            store.fetch(folder)
    except OSError:
        raise DocumentError([Problem("unwritable", Place(_short(folder)))]) from None
    click.echo(_short(folder))


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


def _open(office: str | None, year: str | None) -> tuple[Workspace, Setting, dict[str, Document]]:
    """Open the workspace, the office in the year, and its documents."""
    workspace = _workspace()
    return workspace, *workspace.open(*_chosen(workspace, office, year))


def _workspace() -> Workspace:
    from ita_docs.workspace import Workspace

    return Workspace.find(Path.cwd())


def _chosen(workspace: Workspace, office: str | None, year: str | None) -> tuple[str, str]:
    """Choose the first office and the last year where nothing is said."""
    return office or (workspace.offices() or ["-"])[0], year or (workspace.years() or ["-"])[-1]


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


def _short(path: Path) -> str:
    """Name a path from where the user stands, if it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
