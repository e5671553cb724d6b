"""The command line: list, build, check, show, todo, init, fonts. Every command calls the straight line and nothing else."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs.problems import DocumentError, Problem
from ita_docs.wording import Language

if TYPE_CHECKING:
    from ita_docs.documents import Document
    from ita_docs.setting import Setting
    from ita_docs.workspace import Workspace

DEFAULT_YEAR = "2568"
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
    """The group of all commands."""

    command_class = Command


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
    width = max(len(row["id"]) for row in rows)
    for row in rows:
        click.echo(f"{row['id']:<{width}}  {row['language']}  {row['title']}")


@cli.command()
@click.argument("names", nargs=-1, metavar="[ID|KIND|ID*]…")
@office_option
@year_option
@click.option("--out", type=click.Path(path_type=Path), help="โฟลเดอร์ผลลัพธ์ · output folder")
@click.option("--pdf", is_flag=True, help="ทำ PDF ด้วย · make PDFs too")
@click.option("--pdf-if-possible", is_flag=True, help="ทำ PDF ถ้าเครื่องทำได้ · PDFs where LibreOffice and fonts are")
@click.option("--file-copy", is_flag=True, help="ทำสำเนาคู่ฉบับ · make the file copy with its initials")
@click.pass_obj
def build(lang: Language, names: tuple[str, ...], office: str | None, year: str | None, out: Path | None,
          pdf: bool, pdf_if_possible: bool, file_copy: bool) -> None:
    """ทำเอกสาร .docx (และ PDF) · Make the papers: all, or those named."""
    from ita_docs import build as line

    workspace, setting, documents = _open(office, year)
    chosen = line.select(documents, names)
    if file_copy and not names:
        chosen = [document for document in chosen if document.kind in ("order", "memo", "announcement", "guideline")]
    folder = out or workspace.root / "build" / str(setting.year.year_be) / setting.office.id
    made = line.make(workspace, setting, documents, chosen, file_copy=file_copy)
    for path in line.write(made, folder):
        click.echo(_short(path))
    if pdf or pdf_if_possible:
        found = line.pdfs(made, workspace.fonts, folder)
        with _progress(found, len(made)) as results:
            finished = list(results)
        problems = [result for result in finished if isinstance(result, Problem)]
        for result in finished:
            if isinstance(result, Path):
                click.echo(_short(result))
        _report(problems, lang)
        missing = {"no-libreoffice", "no-fonts"}
        if any(problem.severity == "error" and not (pdf_if_possible and problem.code in missing) for problem in problems):
            sys.exit(1)


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]…")
@office_option
@year_option
@json_option
@click.pass_obj
def check(lang: Language, paths: tuple[Path, ...], office: str | None, year: str | None, as_json: bool) -> None:
    """ตรวจเนื้อหาและแม่แบบ โดยไม่เขียนไฟล์ · Check content and templates; nothing is written."""
    from ita_docs import build as line

    try:
        workspace, setting, documents = _open(office, year)
        line.make(workspace, setting, documents, documents.values())
        problems: Sequence[Problem] = ()
    except DocumentError as error:
        problems = error.problems
    if paths:
        problems = [problem for problem in problems if _concerns(problem, paths)]
    if as_json:
        click.echo(json.dumps([problem.facts_for_machines(lang) for problem in problems], ensure_ascii=False, indent=2))
    else:
        _report(problems, lang)
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
        raise DocumentError([Problem("no-paper", None, {"file": str(file)})]) from None
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
    from ita_docs.workspace import STARTER_PARTS, starter

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DocumentError([Problem("folder-not-empty", None, {"folder": str(folder)})])
    try:
        for part in STARTER_PARTS:
            shutil.copytree(starter() / part, folder / part, ignore=shutil.ignore_patterns("*.ttf", ".git*"))
    except OSError:
        raise DocumentError([Problem("unwritable", None, {"file": str(folder)})]) from None
    click.echo(f"สร้าง {folder} แล้ว ขั้นต่อไป: cd {folder} แล้วสั่ง ita-docs build" if lang == "th"
               else f"made {folder}; next: cd {folder} and run ita-docs build")


@cli.command()
def fonts() -> None:
    """รับแบบอักษร TH Sarabun New มาไว้ใน fonts/ · Fetch the fonts once."""
    from ita_docs import fonts as store
    from ita_docs.workspace import Workspace

    folder = Workspace.find(Path.cwd()).fonts
    if not store.ready(folder):
        store.fetch(folder)
    click.echo(_short(folder))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line: exit 0 when all is well, 1 for problems, 2 for misuse; no traceback, no foreign words."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    lang = _language(words)
    try:
        code = cli.main(words, prog_name="ita-docs", standalone_mode=False)
    except DocumentError as error:
        _report(error.problems, lang)
        code = 1 if any(problem.severity == "error" for problem in error.problems) else 0
    except click.ClickException as error:
        click.echo(_misuse(error).say(lang), err=True)
        code = 2
    except click.Abort:
        code = 130
    sys.exit(code if isinstance(code, int) else 0)


def _language(words: Sequence[str]) -> Language:
    """Find the language of messages before the words are understood, so that a misuse is told in it too.

    >>> _language(["--lang", "en", "list"]), _language(["list"])
    ('en', 'th')
    """
    pairs = zip(words, words[1:], strict=False)
    return "en" if "--lang=en" in words or ("--lang", "en") in pairs else "th"


def _misuse(error: click.ClickException) -> Problem:
    """Say what was typed wrong, by the kind of the mistake."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "ita-docs"
    parameter = getattr(error, "param", None)
    name = parameter.make_metavar(context) if isinstance(parameter, click.Argument) and context else (
        parameter.opts[0] if parameter is not None else "")
    if isinstance(error, click.NoSuchOption):
        near = {"near": error.possibilities[0]} if error.possibilities else {}
        return Problem("no-such-option", None, {"value": error.option_name, "command": command, **near})
    if isinstance(error, click.MissingParameter):
        return Problem("missing-argument", None, {"value": name, "command": command})
    if isinstance(error, click.BadParameter):
        return Problem("bad-argument", None, {"value": name, "command": command})
    if isinstance(context.command if context else None, click.Group):
        return Problem("no-such-command", None, {"value": (getattr(error, "cmd_name", "") or _first_word())})
    return Problem("misuse", None, {"command": command})


def _first_word() -> str:
    return next((word for word in sys.argv[1:] if not word.startswith("-")), "")


def _open(office: str | None, year: str | None) -> tuple[Workspace, Setting, dict[str, Document]]:
    """Open the workspace, the office in the year (the only ones where nothing is said), and its documents."""
    from ita_docs.workspace import Workspace

    workspace = Workspace.find(Path.cwd())
    offices, years = workspace.offices(), workspace.years()
    setting = workspace.setting(office or (offices or [""])[0], year or (years or [DEFAULT_YEAR])[-1])
    return workspace, setting, workspace.documents(setting)


def _report(problems: Iterable[Problem], lang: Language) -> None:
    for problem in problems:
        click.echo(problem.say(lang), err=True)


def _concerns(problem: Problem, paths: Iterable[Path]) -> bool:
    file = problem.place.file if problem.place else ""
    return any(file == str(path) or file.startswith(f"{path}/") or str(path).endswith(file or "\0") for path in paths)


def _progress(work: Iterable[object], length: int):  # type: ignore[no-untyped-def]
    """Show progress on a terminal; stay quiet when the output goes elsewhere."""
    return click.progressbar(work, length=length, label="PDF", file=sys.stderr, hidden=not sys.stderr.isatty())


def _short(path: Path) -> str:
    """Name a path from where the user stands, if it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
