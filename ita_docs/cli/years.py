"""The commands about years: begin the next one, compare two."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs.cli.group import cli, json_option, short, workspace_here
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.wording import Language

if TYPE_CHECKING:
    from ita_docs.changes import Change, Compared
    from ita_docs.next_year import Years

ONLY = ("only_old", "only_new")


@cli.command("new-year")
@click.argument("year", metavar="YEAR")
@click.option("--from", "old", metavar="YEAR", help="ยกมาจากปีใด · the year to carry over")
@click.option("--codes", type=click.Path(path_type=Path), help="ไฟล์รหัสข้อของปีใหม่ · new codes of items, by slug")
@click.pass_obj
def new_year(lang: Language, year: str, old: str | None, codes: Path | None) -> None:
    """เริ่มปีใหม่จากเนื้อหาปีก่อน พร้อมรายการทบทวน · Begin a new year from the last one, with a review list."""
    from ita_docs import item_codes, next_year, places, review, source

    root = places.root_at(Path.cwd())
    years = _years(root, year, old)
    files = next_year.carried(_files_of(root / "content" / str(years.old)), years)
    if codes:
        files = item_codes.recoded(files, source.read_file(codes, short(codes)))
    listed = review.rows(files, years)
    folder = root / "content" / str(years.new)
    written = {carried.file: carried.data for carried in files}
    _write_folder(folder, written | {next_year.REVIEW: review.written(listed, years).encode()})
    said = (
        f"สร้าง {short(folder)} จากปี {years.old} แล้ว {len(files)} ไฟล์",
        f"สิ่งที่ต้องทบทวน {len(listed)} รายการ อยู่ใน {short(folder / next_year.REVIEW)}",
    )
    told = (
        f"made {short(folder)} from the year {years.old}: {len(files)} files",
        f"{len(listed)} points to review, in {short(folder / next_year.REVIEW)}",
    )
    click.echo("\n".join(said if lang == "th" else told))


# How `changes` tells what became of a line.
TOLD: dict[str, dict[Language, str]] = {
    "changed": {"th": "เปลี่ยน", "en": "changed"},
    "added": {"th": "เพิ่ม", "en": "added"},
    "removed": {"th": "ตัดออก", "en": "removed"},
    "year": {"th": "เลื่อนปี", "en": "year only"},
}


@cli.command("changes")
@click.argument("old", metavar="YEAR")
@click.argument("new", metavar="YEAR")
@click.option("--office", help="รหัสสำนักงาน · office id (content/offices)")
@json_option
@click.pass_obj
def changes_command(lang: Language, old: str, new: str, office: str | None, as_json: bool) -> None:
    """เทียบเอกสารของสองปีทีละฉบับ · Tell what differs between the papers of two years, paper by paper."""
    from ita_docs import build, changes

    workspace = workspace_here()
    press = build.Press(workspace, thorough=False)
    office, _ = workspace.choose(office, new)
    papers: list[dict[str, list[changes.Line]]] = []
    titles: dict[str, str] = {}
    for year in (old, new):
        setting, documents = workspace.open(office, year)
        made = build.make(press, setting, documents, documents.values())
        papers.append({one.name: changes.lines(one.data, one.file) for one in made})
        titles |= {one.name: one.document.title for one in made}
    found = changes.compare_years(papers[0], papers[1], int(new) - int(old))
    if as_json:
        click.echo(json.dumps(_facts(found, titles, office, old, new), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_told(found, titles, old, new, lang)))


def _facts(found: Compared, titles: Mapping[str, str], office: str, old: str, new: str) -> dict[str, object]:
    papers = [
        {
            "id": name,
            "title": titles[name],
            "changes": [
                {
                    "kind": change.kind,
                    "where": change.where,
                    "old": change.old and change.old.text,
                    "new": change.new and change.new.text,
                }
                for change in changes
            ],
        }
        for name, changes in found.changes.items()
    ]
    only = {key: [{"id": name, "title": titles[name]} for name in getattr(found, key)] for key in ONLY}
    return {"office": office, "old": old, "new": new, **only, "papers": papers}


def _told(found: Compared, titles: Mapping[str, str], old: str, new: str, lang: Language) -> Iterator[str]:
    """Tell in words what differs: papers of one year only, what changed in the others, and which say the same."""
    thai = lang == "th"
    for gone, year in ((found.only_old, old), (found.only_new, new)):
        if gone:
            yield f"มีเฉพาะปี {year} {len(gone)} ฉบับ:" if thai else f"only in {year}, {len(gone)}:"
            yield from (f"  {name}  {titles[name]}" for name in gone)
    for changes, names in found.told.items():
        yield "\n".join(f"{name}  {titles[name]}" for name in names)
        for change in changes:
            yield f"  {TOLD[change.kind][lang]} {_place(change.where, lang)}"
            yield from _words(change)
    alike = ((found.only_years, "เปลี่ยนเฉพาะปี", "only years"), (found.unchanged, "ไม่เปลี่ยน", "the same"))
    for same, said, told in alike:
        if same:
            yield f"{said} {len(same)} ฉบับ: {' '.join(same)}" if thai else f"{told}, {len(same)}: {' '.join(same)}"


def _words(change: Change) -> Iterator[str]:
    from ita_docs.changes import differing

    old, new = change.old and change.old.text, change.new and change.new.text
    if old and new:
        old, new = differing(old, new)
    yield from (f"    {sign} {text}" for sign, text in (("-", old), ("+", new)) if text)


def _place(where: str, lang: Language) -> str:
    tab, mark, row = where.rpartition("!")
    if mark:
        return f"{tab} แถว {row}" if lang == "th" else f"{tab} row {row}"
    if where.isdigit():
        return f"บรรทัด {where}" if lang == "th" else f"line {where}"
    return Place("", where=where).say(lang).strip(" ()")


def _years(root: Path, year: str, old: str | None) -> Years:
    """Read which year is to follow which; raises DocumentError where that cannot be."""
    from ita_docs import places
    from ita_docs.next_year import Years

    known = places.years(root)
    if not places.YEAR.fullmatch(year):
        near = _year_meant(year)
        raise DocumentError([Problem("not-a-year", None, {"value": year, "near": near})])
    if old and old not in known:
        meant = _year_meant(old)
        facts = {"value": old, "known": ", ".join(known) or "-", "near": meant if meant in known else ""}
        raise DocumentError([Problem("unknown-year", None, facts)])
    if (root / "content" / year).exists():
        raise DocumentError([Problem("year-exists", Place(f"content/{year}"), {"value": year})])
    before = [each for each in known if each < year]
    chosen = old or (before or ["-"])[-1]
    if chosen not in before:
        raise DocumentError([Problem("no-year-before", None, {"value": year, "known": ", ".join(known) or "-"})])
    return Years(int(chosen), int(year))


def _year_meant(text: str) -> str:
    """Find the Buddhist year that somebody meant by Thai figures or by a Christian year; empty where it is none."""
    from ita_docs import places
    from ita_docs.thai.be_calendar import ERA
    from ita_docs.thai.digits import arabic_digits

    plain = arabic_digits(text)
    meant = str(int(plain) + ERA) if re.fullmatch("(19|20)[0-9]{2}", plain) else plain
    return meant if places.YEAR.fullmatch(meant) else ""


def _files_of(folder: Path) -> dict[str, bytes]:
    """Read the files of a year, by their names within it; what editors and the system left there is passed over."""
    from ita_docs.places import is_seen

    files = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and all(map(is_seen, name.parts)):
            try:
                files[name.as_posix()] = path.read_bytes()
            except OSError:
                raise DocumentError([Problem("unreadable-file", Place(short(path)))]) from None
    return files


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder beside its place, then rename it: it is there whole, or not at all."""
    beside = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        for name, data in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(data)
        os.replace(beside, folder)
    except OSError:
        raise DocumentError([Problem("unwritable", Place(short(folder)))]) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
