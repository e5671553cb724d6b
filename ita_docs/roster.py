"""A table of offices, from a spreadsheet or as CSV, made into the files of those offices.

The first row names the columns, each row below is an office; what is wrong is told by its cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ita_docs.agreement.setting import address_faults, placed
from ita_docs.fields import parse
from ita_docs.misfits import nearest
from ita_docs.names import refuse_names
from ita_docs.office import Office, completed
from ita_docs.places import ID
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.sheets import Cells, column_letter, first_rows
from ita_docs.source import CONTROL, LONGEST, PathInto, Source, Value

# The columns by their names, in English and in Thai, with their places in the file of an office.
COLUMNS: dict[tuple[str, str], PathInto] = {
    ("id", "รหัสสำนักงาน"): ("id",),
    ("code", "รหัสเขต"): ("code",),
    ("name th", "ชื่อสำนักงาน"): ("name", "th"),
    ("name en", "ชื่อสำนักงานภาษาอังกฤษ"): ("name", "en"),
    ("district th", "ชื่อเขต"): ("district", "th"),
    ("district en", "ชื่อเขตภาษาอังกฤษ"): ("district", "en"),
    ("line group", "กลุ่ม line"): ("line_group",),
    ("director rank", "ยศผู้อำนวยการ"): ("people", "director", "rank"),
    ("director", "ผู้อำนวยการ"): ("people", "director", "name"),
    ("director en", "ผู้อำนวยการภาษาอังกฤษ"): ("people", "director", "name_en"),
    ("telephone", "โทรศัพท์"): ("channels", "telephone"),
    ("website", "เว็บไซต์"): ("channels", "website"),
    ("email", "อีเมล"): ("channels", "email"),
    ("address", "ที่อยู่"): ("channels", "address"),
    ("address en", "ที่อยู่ภาษาอังกฤษ"): ("channels", "address_en"),
    ("facebook", "เฟซบุ๊ก"): ("channels", "facebook"),
    ("tiktok", "ติ๊กต็อก"): ("channels", "tiktok"),
    ("complaint url", "ลิงก์ร้องเรียน"): ("channels", "complaint_url"),
    ("manual url", "ลิงก์คู่มือประชาชน"): ("channels", "manual_url"),
}
REQUIRED = ("id", "name th", "name en", "district th", "district en")
NUMERIC = (("code",),)  # the column in which a number of the spreadsheet keeps all that it says
# What stands in YAML without quotation marks and is the same text.
PLAIN = re.compile(r"(?:https?:)?[A-Za-z0-9ก-๛/][A-Za-z0-9ก-๛/.@_()?=&% -]*(?<! )")
HEADER = """\
# ข้อมูลประจำ{name} ช่องที่ยังไม่ทราบให้เว้นว่าง เอกสารจะพิมพ์เส้นประให้กรอก
# ตำแหน่งและฝ่ายใช้ตาม content/bangkok.yaml ถ้าไม่มีโรงเรียนในสังกัดให้เขียน schools: []
# ชื่อภาษาอังกฤษให้ตรวจกับสำนักงานก่อน แล้วแก้ en_verified: เป็น yes
"""


def office_files(data: bytes, file: str, pattern: Source) -> dict[str, str]:
    """Make the text of the file of each office in a roster, by the id of the office.

    Raises DocumentError with the problems of all cells: a column or a value that is missing or unknown, an id twice,
    a value that no file of an office could hold.
    """
    rows = _read_csv(data, file) if file.lower().endswith(".csv") else first_rows(data, file)
    columns = _columns(rows[0] if rows else [], file)
    texts: dict[str, str] = {}
    seen: dict[str, Place] = {}
    problems: list[Problem] = []
    for number, short in enumerate(rows[1:], 2):
        row = [*short, *[None] * (len(rows[0]) - len(short))]
        if any(_text(cell) for cell in row):
            place = _cell(file, number, columns[("id",)])
            name = _text(row[columns[("id",)]])
            if name in seen:
                problems.append(Problem("duplicate-id", place, {"value": name, "first": str(seen[name])}))
            seen.setdefault(name, place)
            try:
                office, text = _of_row(row, number, columns, file, pattern)
                texts[office] = text
            except DocumentError as error:
                problems += error.problems
    if not texts and not problems:
        problems.append(Problem("empty-roster", Place(file)))
    if problems:
        raise DocumentError(problems)
    return texts


def _read_csv(data: bytes, file: str) -> Cells:
    try:
        return [list(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error):
        raise DocumentError([Problem("unreadable-roster", Place(file))]) from None


def _columns(heads: Iterable[object], file: str) -> dict[PathInto, int]:
    """Find the column of each field; raises DocumentError for columns that are unknown, twice or missing."""
    known = {name: path for names, path in COLUMNS.items() for name in names}
    found: dict[PathInto, int] = {}
    problems = []
    for index, head in enumerate(heads):
        name = " ".join(_text(head).lower().replace("_", " ").split())
        if not name:
            continue
        if name not in known:
            facts = {
                "value": _text(head),
                "known": ", ".join(name for name, _ in COLUMNS),
                "near": nearest(name, known),
            }
            problems.append(Problem("unknown-column", _cell(file, 1, index), facts))
        elif known[name] in found:
            first = f"{column_letter(found[known[name]])}1"
            problems.append(Problem("column-twice", _cell(file, 1, index), {"value": _text(head), "first": first}))
        else:
            found[known[name]] = index
    near = {problem.facts.get("near") for problem in problems}
    for names, path in COLUMNS.items():
        if names[0] in REQUIRED and path not in found and not near & set(names):
            problems.append(Problem("missing-column", Place(file), {"value": names[0], "thai": names[1]}))
    if problems:
        raise DocumentError(problems)
    return found


def office_file(cells: Mapping[PathInto, object], places: Mapping[PathInto, Place], pattern: Source) -> tuple[str, str]:
    """Make the id and the text of the file of one office from what is known of it, by its places in such a file.

    Raises DocumentError with every value that is wrong, at the place where it was given.
    """
    source = refuse_names(Source(places[()].file, _value(cells), places, {}))
    office = parse(Office, completed(source, pattern))
    problems = placed(address_faults(office), source)
    for path, cell in cells.items():
        if not isinstance(cell, str | None) and not (path in NUMERIC and isinstance(cell, int)):
            problems.append(Problem("cell-not-text", places[path], {"value": _text(cell)}))
        if found := CONTROL.search(_text(cell)):
            problems.append(Problem("control-character", places[path], {"value": f"U+{ord(found[0]):04X}"}))
        if (length := len(_text(cell))) > LONGEST:
            facts = {"value": _text(cell)[:40], "length": str(length), "most": str(LONGEST)}
            problems.append(Problem("too-long", places[path], facts))
    if not ID.fullmatch(office.id):
        problems.append(Problem("bad-id", places[("id",)], {"value": office.id}))
    if problems:
        raise DocumentError(problems)
    return office.id, _written(office)


def _of_row(
    row: list[object], number: int, columns: Mapping[PathInto, int], file: str, pattern: Source
) -> tuple[str, str]:
    places: dict[PathInto, Place] = {(): Place(file, where=f"A{number}")}
    for path, index in columns.items():
        for steps in range(1, len(path) + 1):
            places.setdefault(path[:steps], _cell(file, number, index))
    return office_file({path: row[index] for path, index in columns.items()}, places, pattern)


def _value(cells: Mapping[PathInto, object]) -> Value:
    """Put the cells of an office where its file has them; nobody has checked the English names."""
    value: dict[str, Any] = {"name": {"en_verified": "no"}, "district": {"en_verified": "no"}}
    for path, cell in cells.items():
        group = value
        for key in path[:-1]:
            group = group.setdefault(str(key), {})
        group[str(path[-1])] = _text(cell)
    return value


def _written(office: Office) -> str:
    """Write the file of an office: what the roster says, and room for the rest."""
    return HEADER.format(name=office.name.th) + "".join(f"{line}\n" for line in _lines(office))


def _lines(office: Office) -> Iterator[str]:
    yield f"id: {_scalar(office.id)}"
    yield f"code: {_scalar(office.code)}".rstrip()
    for key, name in (("name", office.name), ("district", office.district)):
        yield from (f"{key}:", f"  th: {_scalar(name.th)}", f"  en: {_scalar(name.en)}", "  en_verified: no")
    yield f"line_group: {_scalar(office.line_group)}".rstrip()
    yield from ("people:", "  director:")
    director = office.people["director"]
    for key in ("rank", "name", "name_en"):
        yield f"    {key}: {_scalar(getattr(director, key))}".rstrip()
    yield from ("schools:", "channels:")
    for key in type(office.channels).model_fields:
        yield f"  {key}: {_scalar(getattr(office.channels, key))}".rstrip()


def _scalar(text: str | None) -> str:
    """Write a text so that YAML reads the same text.

    >>> _scalar("0 2000 0000"), _scalar("ถนน: 'ก' # 9"), _scalar(None)
    ('0 2000 0000', "'ถนน: ''ก'' # 9'", '')
    """
    if text is None or PLAIN.fullmatch(text):
        return text or ""
    return "'" + text.replace("'", "''") + "'"


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _cell(file: str, row: int, column: int) -> Place:
    return Place(file, where=f"{column_letter(column)}{row}")
