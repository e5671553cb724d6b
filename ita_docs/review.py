"""The review list of a new year: what a clerk has to fill in, compare or read again, with file and line, to tick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ita_docs.agreement.setting import item_file
from ita_docs.item_codes import YEAR_FILE, paths_of_items
from ita_docs.next_year import DAY, Carried, Years, begins_anew, comment_lines, is_named, matches
from ita_docs.problems import Place
from ita_docs.source import PathInto, Source, each_text
from ita_docs.thai.be_calendar import ERA
from ita_docs.thai.dates import MONTHS, SHORT_MONTHS, parse_partial, weekday_date
from ita_docs.thai.digits import arabic_digits

AROUND = 80  # letters on each side of what a line is listed for

# The groups of the list in their order, each with what is to be done.
GROUPS: dict[str, tuple[str, str]] = {
    "emptied": (
        "ช่องที่เว้นว่างไว้ให้กรอกของปี {new}",
        "เป็นข้อมูลเฉพาะปี {old} จึงไม่ได้ยกมา ค่าเดิมพิมพ์ไว้ท้ายบรรทัดเพื่อเทียบ ให้กรอกเมื่อมีหลักฐานของปี {new}",
    ),
    "moved": (
        "วันที่ที่เลื่อนตามปี",
        "เลื่อนจากปีงบประมาณ พ.ศ. {old} ตามจำนวนปี ให้ตรวจกับผังเวลาและปฏิทินวันหยุดของปี {new}",
    ),
    "stayed": (
        "วันที่ที่คงไว้",
        "อยู่นอกปีงบประมาณ พ.ศ. {old} จึงไม่ได้เลื่อน ให้ตรวจว่าควรเป็นวันใด",
    ),
    "checked": (
        "เรื่องที่ยกมาและต้องตรวจกับคู่มือการประเมินหรือคำสั่งของปี {new}",
        "ตรวจว่ายังใช้ได้ในปี {new} ถ้าเปลี่ยนให้แก้ในไฟล์",
    ),
    "worded": (
        "ข้อความที่ระบุปี {old} หรือวันที่",
        "อ่านทั้งประโยค แล้วแก้ปีหรือวันที่ให้ถูกต้อง หากเป็นชื่อกฎหมายหรือเรื่องของปีเก่าให้คงไว้",
    ),
    "codes": (
        "รหัสข้อ",
        "เทียบกับคู่มือการประเมินของปี {new} ถ้ารหัสเปลี่ยน ให้แก้รหัสใน year.yaml (ห้ามแก้ชื่อย่อภาษาอังกฤษ) แล้วเปลี่ยนชื่อไฟล์ของข้อให้ตรง "
        "คำสั่ง ita-docs check จะบอกชื่อไฟล์ที่ต้องเปลี่ยน ถ้าเปลี่ยนหลายข้อ ให้ลบโฟลเดอร์ของปี {new} แล้วสั่ง new-year ใหม่ด้วย --codes",
    ),
    "recoded": (
        "ข้อความที่ระบุรหัสข้อซึ่งเปลี่ยนไป",
        "อ่านแล้วแก้เป็นรหัสของปี {new} รหัสใน year.yaml ชื่อไฟล์ของข้อ และคำอธิบายต้นไฟล์เปลี่ยนให้แล้ว",
    ),
    "comments": (
        "ไฟล์ที่คำอธิบายต้นไฟล์กล่าวถึงปี {old}",
        "ข้อความในไฟล์เหล่านี้มาจากแผนปี {old} ให้อ่านทั้งไฟล์ว่ายังเป็นมาตรการของปี {new} แล้วแก้ปีในคำอธิบาย",
    ),
}
# What is carried over though it may be another in the new year, and what is said of it.
CHECKED: dict[str, tuple[tuple[str, str], ...]] = {
    "year.yaml": (
        ("cycles", "รอบการติดตาม"),
        ("weights", "น้ำหนักคะแนนของแต่ละเครื่องมือ"),
        ("indicators", "ชื่อและจำนวนตัวชี้วัด"),
        ("stated", "จำนวนข้อรวมของแต่ละเครื่องมือ"),
    ),
    "offices/*.yaml": (
        ("papers/*/capacity", "การรักษาราชการแทนหรือปฏิบัติราชการแทน"),
        ("papers/*/acting_post", "ตำแหน่งที่ลงนามแทน"),
        ("assets/*", "ผู้อนุมัติเรื่องทรัพย์สินและคำสั่งมอบอำนาจ"),
    ),
    "risk-scores/*.yaml": (("school", "โรงเรียนที่วิเคราะห์ความเสี่ยง"),),
}
NOTHING_TO_CHECK = ("", "self")  # of a value: open, or signing in one's own post
ITEM_OF_YEAR = re.compile("[ a-z-]+: [IEO][0-9]+")  # a line of year.yaml, which is told among the codes
MONTH = "|".join(map(re.escape, MONTHS + SHORT_MONTHS))


class Row(NamedTuple):
    """One line of the list: its group, where to look, what is said."""

    group: str
    place: Place
    said: str


def rows(files: Iterable[Carried], years: Years) -> list[Row]:
    """List all that is to be reviewed in a new year, group by group in the order of the files."""
    found: list[Row] = []
    files = sorted(files, key=lambda carried: carried.file)
    gone = [change.before for carried in files for change in carried.changes if change.kind == "recoded"]
    for carried in files:
        if carried.source:
            found += [*_changed(carried, years), *_checked(carried.file, carried.source)]
            found += _codes(carried, carried.source)
            found += [*_worded(carried, carried.source, years), *_recoded(carried.source, gone)]
    return sorted(found, key=lambda row: list(GROUPS).index(row.group))


def written(rows: Sequence[Row], years: Years) -> str:
    """Write the list in Thai, as text with places to tick."""
    lines = [
        f"# รายการทบทวนเนื้อหาปีงบประมาณ พ.ศ. {years.new}",
        "",
        f"เนื้อหาปี {years.new} ยกมาจากปี {years.old} เมื่อทบทวนรายการใดแล้ว ให้พิมพ์ x ในวงเล็บ [ ] หน้ารายการนั้น",
        "ตัวเลขหลังชื่อไฟล์คือบรรทัดของไฟล์เมื่อเริ่มปี และรายการทบทวนนี้ไม่พิมพ์ในเอกสารใด",
    ]
    for group, (heading, instruction) in GROUPS.items():
        told = [row for row in rows if row.group == group]
        if told:
            names = years._asdict()
            lines += ["", f"## {heading.format(**names)} ({len(told)} รายการ)", "", instruction.format(**names), ""]
            lines += [f"- [ ] {row.place.file}:{row.place.line} {row.said}" for row in told]
    return "\n".join(lines) + "\n"


def _changed(carried: Carried, years: Years) -> Iterator[Row]:
    for change in carried.changes:
        name, place = _name(carried, change.path), carried.place(change.path)
        if change.kind == "emptied" and not begins_anew(carried.file):
            yield Row("emptied", place, f"{name} (ปี {years.old}: {change.before[:AROUND]})")
        elif change.kind == "moved":
            yield Row("moved", place, f"{name} จาก {_day(change.before)} เป็น {_day(change.after)}")
        elif change.kind == "stayed":
            yield Row("stayed", place, f"{name} {_day(change.before)}")


def _name(carried: Carried, path: PathInto) -> str:
    """Name a value by the keys that lead to it; an entry of a list by the first thing that it says."""
    texts = list(each_text(carried.source.value)) if carried.source else []
    steps = []
    for index, step in enumerate(path):
        entry = path[: index + 1]
        first = next((text for at, text in texts if at[: len(entry)] == entry and text), str(step))
        steps.append(first if isinstance(step, int) and len(entry) < len(path) else str(step))
    return ".".join(steps)


def _checked(file: str, source: Source) -> Iterator[Row]:
    texts = dict(each_text(source.value))
    for pattern, said in matches(file, CHECKED):
        for path in source.keys:
            if is_named(path, [pattern]) and texts.get(path) not in NOTHING_TO_CHECK:
                yield Row("checked", source.key_place(path), f"{said} ({'.'.join(map(str, path))})")


def _codes(carried: Carried, source: Source) -> Iterator[Row]:
    before = {change.path: f" เดิม {change.before}" for change in carried.changes if change.kind == "recoded"}
    texts = dict(each_text(source.value))
    for slug, path in paths_of_items(source).items() if carried.file == YEAR_FILE else ():
        said = f"{texts[path]}{before.get(path, '')} {slug} (ไฟล์ indicators/{item_file(texts[path])})"
        yield Row("codes", source.place(path), said)


def _recoded(source: Source, gone: Sequence[str]) -> Iterator[Row]:
    """List the texts that name a code which is another item's now."""
    named = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(gone)})(?![0-9])")
    comments = set(comment_lines(source))
    for number, line in enumerate(source.text.split("\n") if gone else (), 1):
        if number not in comments and not ITEM_OF_YEAR.fullmatch(line) and (found := named.search(line)):
            yield Row("recoded", Place(source.file, number), _cut(line, found))


def _worded(carried: Carried, source: Source, years: Years) -> Iterator[Row]:
    """List the lines that name an old year or a day; of the comments only the first one of a file."""
    dated = {carried.place(change.path).line for change in carried.changes}  # of which the list speaks already
    named = _old_days(years)
    comments = set(comment_lines(source))
    told = False
    for number, line in enumerate(source.text.split("\n"), 1):
        said = arabic_digits(line)
        if number in comments or number in dated:
            said = DAY.sub(lambda day: "#" * len(day[0]), said)
        found = named.search(said)
        if not found or (told and number in comments):
            continue
        told |= number in comments
        group = "comments" if number in comments else "worded"
        yield Row(group, Place(source.file, number), _cut(line, found))


def _cut(line: str, found: re.Match[str]) -> str:
    """Cut a long line to what it is listed for, with some letters around."""
    if len(line) <= 2 * AROUND:
        return line.strip()
    start, end = max(found.start() - AROUND, 0), found.end() + AROUND
    return f"{'…' if start else ''}{line[start:end].strip()}{'…' if line[end:] else ''}"


def _old_days(years: Years) -> re.Pattern[str]:
    """Give the pattern of an old year in either era, and of a day of no other year.

    >>> found = _old_days(Years(2568, 2569)).search
    >>> [bool(found(text)) for text in ("ปี 2568", "in 2025", "ม.ค. 68", "30 เมษายน", "2 สิงหาคม 2565", "2026-01-01")]
    [True, True, True, True, False, False]
    """
    buddhist = range(years.old - 1, years.new)  # the fiscal year opens in the calendar year before
    whole = "|".join(f"{year}|{year - ERA}" for year in buddhist)
    short = "|".join(str(year)[2:] for year in buddhist)
    day = rf"[0-9]{{1,2}} *(?:{MONTH})(?! *(?:พ\.ศ\. *)?[0-9])"
    return re.compile(rf"(?<![0-9-])(?:{whole})(?![0-9])|(?:{MONTH}) *(?:พ\.ศ\. *)?(?:{short})(?![0-9])|{day}")


def _day(text: str) -> str:
    """Write a date of a file as people read it, with the day of its week.

    >>> _day("2026-04-30"), _day("2026-04")
    ('วันพฤหัสบดีที่ 30 เมษายน 2569', '2026-04')
    """
    day = parse_partial(text.strip("\"' ")).whole()
    return arabic_digits(weekday_date(day)) if day else text
