"""The command that makes the disclosure site: site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ita_docs.cli.console import report
from ita_docs.cli.group import build_folder, cli, office_option, open_year, short, year_option
from ita_docs.wording import Language


@cli.command("site")
@office_option
@year_option
@click.option("--out", type=click.Path(path_type=Path), help="โฟลเดอร์ของเว็บ · the folder of the site")
@click.option("--strict", is_flag=True, help="ไม่ทำถ้ายังมีข้อที่ไม่เผยแพร่ · stop where an item is not published yet")
@click.pass_obj
def site_command(lang: Language, office: str | None, year: str | None, out: Path | None, strict: bool) -> None:
    """ทำเว็บเปิดเผยข้อมูลจากฉบับที่ลงนามแล้ว · Make the disclosure site, from signed papers only."""
    from ita_docs import manifest, site

    workspace, setting, documents = open_year(office, year)
    papers = build_folder(workspace, setting)
    built = {value: name for name, made in manifest.read(papers).outputs.items() for value in made.digests}
    titles = {document.id: document.title for document in documents.values()}
    read = site.reader(workspace.root, site.signed_folder(setting))
    made = site.make(setting, titles, read, built)
    if strict and made.gaps:
        report(made.gaps, lang)
        sys.exit(1)
    folder = out or papers / "site"
    left = site.put(folder, made.files)
    report([*left, *made.gaps, *made.advice], lang)
    click.echo(f"{short(folder)}: {made.count(lang)}")
