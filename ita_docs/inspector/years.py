"""Years: of the right era, with พ.ศ. where the form prints it, and of the fiscal year that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.inspector.dates import HEAD, dates_in, in_digits_of, is_foot_date
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.be_calendar import ERA, be_year, fiscal_days
from ita_docs.thai.dates import long_date
from ita_docs.thai.digits import arabic_digits

# A year of the Christian era that somebody writes of today; before, พ.ศ. may truly be meant (กรุงศรีอยุธยา).
FIRST, LAST = 1990, 2040
HISTORY = ("อยุธยา", "สุโขทัย", "ล้านนา", "รัชกาล", "รัชสมัย", "พุทธศตวรรษ", "โบราณ", "ประวัติ")
# Until 1941 the Thai year began in April, so the eras were 542 apart in its last months.
_ONE_CALENDAR = 2484

_SPACE = "[ \u00a0]{0,3}"
_YEAR = "[0-9๐-๙]{4}(?![0-9๐-๙])"
_BUDDHIST = r"(?:พ\.[ \u00a0]?ศ\.|B\.?[ \u00a0]?E\.?)"
_CHRISTIAN = r"(?:ค\.[ \u00a0]?ศ\.|A\.?D\.?|C\.?E\.?)"
_ERA_YEAR = re.compile(rf"พ\.[ \u00a0]?ศ\.{_SPACE}({_YEAR})")
_PAIR = re.compile(
    rf"{_BUDDHIST}{_SPACE}(?P<be>{_YEAR}){_SPACE}\({_SPACE}{_CHRISTIAN}?{_SPACE}(?P<ce>{_YEAR}){_SPACE}\)"
)
_PAIR_TURNED = re.compile(
    rf"(?P<ce>(?<![0-9๐-๙]){_YEAR}){_SPACE}\({_SPACE}{_BUDDHIST}{_SPACE}(?P<be>{_YEAR}){_SPACE}\)"
)
_CITED = re.compile(r"ลงวันที่\s{0,4}[0-9๐-๙]{1,2}\s{0,4}[ก-์.]{4,12}\s{0,4}พ\.[ \u00a0]?ศ\.\s{0,4}[0-9๐-๙]{4}")
_HEAD_ERA = re.compile(r"[0-9๐-๙]{1,2}\s{0,4}[ก-์.]{4,12}\s{0,4}พ\.[ \u00a0]?ศ\.\s{0,4}[0-9๐-๙]{4}")
_ERA_WORD = re.compile(r"พ\.[ \u00a0]?ศ\.\s{0,4}")
_FISCAL_BARE = re.compile(rf"ปีงบประมาณ{_SPACE}((?:25|๒๕)[0-9๐-๙]{{2}})(?![0-9๐-๙])")
_FISCAL_SPAN = re.compile(rf"ปีงบประมาณ{_SPACE}(?:พ\.[ \u00a0]?ศ\.)?{_SPACE}({_YEAR}){_SPACE}\(([^()]{{10,90}})\)")
_NUMBER = re.compile(r"ที่\s{0,12}\S{0,12}\s{0,3}/\s{0,2}([0-9๐-๙]{4})$")
_ANY_ERA = re.compile(r"พ\.[ \u00a0]?ศ\.|B\.?[ \u00a0]?E\.?")


def findings(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    """Look at the years of a line."""
    if _ANY_ERA.search(text):
        yield from _eras(subject, line, text)
        yield from (
            subject.found("era-in-citation", line, match[0], _ERA_WORD.sub("", match[0]))
            for match in (_CITED.finditer(text) if "ลงวันที่" in text else ())
        )
    if "ปีงบประมาณ" in text:
        yield from _fiscal(subject, line, text)
    if line.part == "body" and is_foot_date(line) and "พ" not in text.partition("ที่")[2][:60].replace("พฤ", ""):
        for one in list(dates_in(text))[:1]:
            if one.era is None and one.year:
                fixed = f"{one.words.removesuffix(one.year).rstrip()} พ.ศ. {one.year}"
                yield subject.found("era-missing", line, one.words, fixed)


def of_the_paper(subject: Subject) -> Iterator[Problem]:
    """Look at the head of the paper, and compare the year of its number with its day."""
    yield from _head(subject)
    yield from _number(subject)


def _eras(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    for match in _ERA_YEAR.finditer(text):
        if FIRST <= int(match[1]) <= LAST and not any(word in text for word in HISTORY):
            fixed = match[0].removesuffix(match[1]) + in_digits_of(str(int(match[1]) + ERA), match[1])
            yield subject.found("era-christian-year", line, match[0], fixed)
    for pattern in (_PAIR, _PAIR_TURNED):
        for match in pattern.finditer(text):
            buddhist, christian = int(match["be"]), int(match["ce"])
            apart = buddhist - christian
            right = apart == ERA or (apart == ERA - 1 and buddhist < _ONE_CALENDAR)
            if not right and 1700 <= christian <= 2200 and buddhist > 2200:
                fixed = match[0].replace(match["ce"], in_digits_of(str(buddhist - ERA), match["ce"]), 1)
                yield subject.found("era-year-pair", line, match[0], fixed)


def _fiscal(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    for match in _FISCAL_BARE.finditer(text):
        yield subject.found("fiscal-without-era", line, match[0], f"ปีงบประมาณ พ.ศ. {match[1]}")
    for match in _FISCAL_SPAN.finditer(text):
        days = [one.day for one in dates_in(match[2]) if one.day]
        year = int(match[1])
        if len(days) == 2 and 2400 < year < 2700:
            first, last = fiscal_days(year)
            if not first <= days[0] <= days[1] <= last:
                right = in_digits_of(arabic_digits(f"{long_date(first)} – {long_date(last)}"), match[2])
                yield subject.found("fiscal-range", line, match[0], match[0].replace(match[2], right))


def _head(subject: Subject) -> Iterator[Problem]:
    """Find พ.ศ. in the date at the head of a letter or a memo, which is written without it."""
    if subject.kind not in ("letter", "memo"):
        return
    for line in subject.lines[:HEAD]:
        text = line.words
        if text.startswith(("เรื่อง", "เรียน")):
            return
        for match in _HEAD_ERA.finditer(text[:200]):
            yield subject.found("era-unwanted", line, match[0], _ERA_WORD.sub("", match[0]))


def _number(subject: Subject) -> Iterator[Problem]:
    """Compare the year of an order's number with the year in which the order was given."""
    if subject.kind != "order" or subject.day is None:
        return
    for line in subject.lines[:HEAD]:
        match = _NUMBER.match(line.words)
        if match:
            right = be_year(subject.day)
            if int(match[1]) != right and 2400 < int(match[1]) < 2700:
                year = in_digits_of(str(right), match[1])
                yield subject.found("number-year-differs", line, line.words, year=year)
            return
