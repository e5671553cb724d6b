"""The commands that look and change nothing but what `check --fix` mends: list, check, rules, fields, show, todo."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ita_docs.cli.console import report_findings
from ita_docs.cli.group import cli, json_option, office_option, open_year, short, year_option
from ita_docs.problems import DocumentError, Problem
from ita_docs.wording import Language


@cli.command("list")
@office_option
@year_option
@json_option
def list_command(office: str | None, year: str | None, as_json: bool) -> None:
    """แสดงเอกสารทั้งหมด · List every document and what the plan asks for, D1 to D40, with what makes it."""
    from ita_docs.deliverables import DELIVERABLES, deliverables_of

    _, _, documents = open_year(office, year)
    rows = [
        {
            "id": document.id,
            "kind": document.kind,
            "title": document.title,
            "language": document.language,
            "content": document.source.file,
            "template": f"templates/{document.template}" if document.template else "",
            "file": document.file,
            "deliverables": " ".join(each.code for each in deliverables_of(document.content.id)),
        }
        for document in documents.values()
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    columns = ("id", "deliverables", "kind", "language", "content", "template")
    widths = {column: max(len(row[column]) for row in rows) for column in columns}
    for row in rows:
        click.echo("  ".join([*(f"{row[column]:<{widths[column]}}" for column in columns), row["title"]]))
    click.echo()
    made = {document.content.id for document in documents.values()}
    for each in DELIVERABLES:
        commands = [*(f"ita-docs build {paper}" for paper in each.papers if paper in made), *each.commands]
        click.echo(f"{each.code:<4} {each.th}: {', '.join(commands) or '-'}")


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]…")
@click.option("--kind", default="", help="ชนิดของเอกสาร เช่น order memo letter · the kind of paper")
@click.option("--profile", default="bma", show_default=True, help="ค่าตามหน่วยงาน · house profile")
@click.option("--fix", is_flag=True, help="ทำสำเนา -fixed.docx ที่แก้สิ่งที่แก้ได้เอง · write a mended copy")
@office_option
@year_option
@json_option
@click.pass_obj
def check(
    lang: Language,
    paths: tuple[Path, ...],
    kind: str,
    profile: str,
    fix: bool,
    office: str | None,
    year: str | None,
    as_json: bool,
) -> None:
    """ตรวจเนื้อหา แม่แบบ หรือไฟล์ .docx .pdf ใด ๆ · Check content, templates, or any .docx or .pdf."""
    from ita_docs import inspection

    asked = inspection.Asked(Path.cwd(), paths, kind, profile, office, year)
    problems = inspection.inspect(asked)
    mended = inspection.mend(asked) if fix else []
    gone = [problem for _, repaired in mended for problem in repaired]
    problems = [problem for problem in problems if problem not in gone]
    if as_json:
        found = [problem.facts_for_machines(lang) for problem in problems]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for path, repaired in mended:
            click.echo(f"{short(path)}: " + ("แก้แล้ว" if lang == "th" else "mended"))
            click.echo("".join(f"  {problem.say(lang)}\n" for problem in repaired), nl=False)
        report_findings(problems, lang)
    if any(problem.severity == "error" for problem in problems):
        sys.exit(1)


@cli.command()
@click.argument("code", required=False, metavar="[ID]")
@json_option
@click.pass_obj
def rules(lang: Language, code: str | None, as_json: bool) -> None:
    """แสดงกฎของผู้ตรวจ · Show the rules of the inspector: all of them, or one."""
    from ita_docs import catalogue
    from ita_docs.misfits import nearest
    from ita_docs.wording import RULES

    if code and code not in RULES:
        facts = {"value": code, "near": nearest(code, RULES)}
        raise DocumentError([Problem("no-such-rule", None, facts)])
    if as_json:
        found = [catalogue.facts_for_machines(each) for each in ([code] if code else RULES)]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo(catalogue.entry(code, lang) if code else catalogue.listing(lang))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="TEMPLATE")
def fields(file: Path) -> None:
    """แสดงค่าที่แม่แบบต้องการ เป็น JSON Schema · Show what a template needs, as JSON Schema."""
    from ita_docs.documents.views import offered
    from ita_docs.template import Template
    from ita_docs.template.shape import ANY

    schema = Template(file).schema(offered(file.name) or ANY)
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
def show(file: Path) -> None:
    """แสดงข้อความในเอกสาร .docx ทีละย่อหน้า · Show the text of a .docx, paragraph by paragraph."""
    from ita_docs import examine

    click.echo(examine.opened(str(file), examine.contents(file)).outline(), nl=False)


@cli.command()
@office_option
@year_option
@json_option
@click.pass_obj
def todo(lang: Language, office: str | None, year: str | None, as_json: bool) -> None:
    """แสดงสิ่งที่ยังต้องกรอก ตรวจ หรือตอบ · List what is open, unverified, proposed or asked."""
    from ita_docs.todo import open_points

    workspace, setting, documents = open_year(office, year)
    points = open_points(workspace, setting, documents.values())
    if as_json:
        click.echo(json.dumps([point.facts_for_machines(lang) for point in points], ensure_ascii=False, indent=2))
        return
    for point in points:
        click.echo(point.say(lang))
    click.echo(f"รวม {len(points)} รายการ" if lang == "th" else f"{len(points)} in all")
