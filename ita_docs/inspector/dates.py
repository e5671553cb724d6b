"""Dates in a line: days that exist, the right weekday, months and years written out, spans that run forward."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.be_calendar import ERA, MONTHS, SHORT_MONTHS, WEEKDAYS, day_in
from ita_docs.thai.date_reading import FIRST_BUDDHIST
from ita_docs.thai.digits import arabic_digits, thai_digits

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
NEAR = 0.8  # of difflib: one letter of a month's name wrong, two of a long one
MOST = 500  # dates of one paragraph
HEAD = 15  # lines within which the head of a paper stands

_SPACE = "[ \u00a0]{0,4}"
_MONTH = "|".join(map(re.escape, MONTHS + SHORT_MONTHS))
_DATE = re.compile(
    rf"(?:วัน(?P<weekday>{'|'.join(WEEKDAYS)})[ \u00a0]?ที่{_SPACE})?(?<![0-9๐-๙./])(?P<day>[0-9๐-๙]{{1,2}}){_SPACE}"
    rf"(?:เดือน{_SPACE})?(?P<month>{_MONTH})"
    rf"(?:{_SPACE}(?P<era>[พค]\.[ \u00a0]?ศ\.)?{_SPACE}(?P<year>[0-9๐-๙]{{4}}|[0-9๐-๙]{{2}})(?![0-9๐-๙]))?"
)
_NAMES_A_MONTH = re.compile("คม|ยน|พัน|ธ์|\\.[คพยธ]\\.")
_UNTIL = re.compile(rf"{_SPACE}(?:-|–|—|(?:จน)?ถึง(?:{_SPACE}วันที่)?){_SPACE}")
_DAYS = re.compile(
    rf"วันที่{_SPACE}(?P<first>[0-9๐-๙]{{1,2}}){_SPACE}(?:-|–|ถึง){_SPACE}(?P<last>[0-9๐-๙]{{1,2}}){_SPACE}(?:{_MONTH})"
)
_LIKE_A_MONTH = re.compile(
    rf"(?:(?<![0-9๐-๙])[0-9๐-๙]{{1,2}}|เดือน){_SPACE}(?P<name>[ก-์]{{2,9}}?(?:คาม|คม|ยาน|ยน|พันธ์|พันธุ์|พันธ|พันท์|พัน))"
)
_FOOT = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้)\s{0,6}ณ\s{0,6}วันที่")


class Dated(NamedTuple):
    """A date as it is printed, with the day that it names, if there is one."""

    words: str
    start: int
    end: int
    weekday: str | None
    day_number: str
    month: str
    era: str | None
    year: str | None
    day: date | None
    exists: bool


def findings(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    """Look at every date of a line, then at the spans between them."""
    if not _NAMES_A_MONTH.search(text):
        return
    dated = list(islice(dates_in(text), MOST))
    own = is_own_date(subject, line)
    for one in dated:
        yield from _day(subject, line, one)
        yield from _way_of_writing(subject, line, one, own)
    for first, last in pairwise(dated):
        between = text[first.end : last.start]
        if first.day and last.day and first.day > last.day and _UNTIL.fullmatch(between):
            yield subject.found("date-range-reversed", line, text[first.start : last.end])
    for match in _DAYS.finditer(text):
        if int(match["first"]) > int(match["last"]):
            yield subject.found("date-range-reversed", line, match[0])
    yield from _misspelt(subject, line, text)


def dates_in(text: str) -> Iterator[Dated]:
    """Find the dates that a text prints, those that are in no calendar included.

    >>> [(one.words, one.exists) for one in dates_in("วันที่ ๓๑ เมษายน ๒๕๖๘ ถึง 1 พ.ค. 68")]
    [('๓๑ เมษายน ๒๕๖๘', False), ('1 พ.ค. 68', True)]
    """
    for match in _DATE.finditer(text):
        short = match["month"] in SHORT_MONTHS
        month = (SHORT_MONTHS if short else MONTHS).index(match["month"]) + 1
        number, year = int(match["day"]), match["year"]
        day, exists = None, 1 <= number <= DAYS[month - 1] or number > max(DAYS)
        # Two figures after a whole month may be another number: they tell no year.
        if year is not None and (short or len(year) == 4):
            counted = int(year) + (2500 if len(year) == 2 else 0)
            christian = match["era"] is not None and match["era"].startswith("ค") and len(year) == 4
            try:
                if christian or counted < FIRST_BUDDHIST:
                    day = date(counted, month, number)
                else:
                    day = day_in(counted, month, number)
                exists = True
            except ValueError:
                exists = False
        yield Dated(
            *(match[0], match.start(), match.end(), match["weekday"], match["day"], match["month"]),
            *(match["era"], year, day, exists),
        )


def is_own_date(subject: Subject, line: Line) -> bool:
    """Tell whether a line holds the paper's own date, at its head or its foot."""
    return _FOOT.match(line.words) is not None or (line.part == "body" and line is subject.part("date"))


def is_foot_date(line: Line) -> bool:
    """Tell whether a line is the foot of an order, an announcement or a certificate, where the form prints พ.ศ."""
    return _FOOT.match(line.words) is not None


def in_digits_of(figures: str, like: str) -> str:
    """Write figures in the kind of digits that stand there already.

    >>> in_digits_of("2568", "๓๑ เมษายน"), in_digits_of("2568", "31 เมษายน")
    ('๒๕๖๘', '2568')
    """
    return thai_digits(figures) if re.search("[๐-๙]", like) else arabic_digits(figures)


def _day(subject: Subject, line: Line, one: Dated) -> Iterator[Problem]:
    if not one.exists:
        yield subject.found("date-impossible", line, one.words)
    elif one.day and one.weekday and WEEKDAYS[one.day.weekday()] != one.weekday:
        right = WEEKDAYS[one.day.weekday()]
        fixed = one.words.replace(one.weekday, right, 1)
        facts = {"weekday": right, "weekday_en": f"{one.day:%A}"}
        yield subject.found("weekday-wrong", line, one.words, fixed, **facts)


def _way_of_writing(subject: Subject, line: Line, one: Dated, own: bool) -> Iterator[Problem]:
    """Look at the day, the month and the year as they are written."""
    if one.month in SHORT_MONTHS:
        long = one.words.replace(one.month, MONTHS[SHORT_MONTHS.index(one.month)], 1)
        if one.year and len(one.year) == 2:
            long = long[: -len(one.year)] + in_digits_of("25", one.year) + one.year
        if own:
            yield subject.found("month-short", line, one.words, long)
        elif not line.in_table and one.year and line.part == "body":
            yield subject.found("month-short-text", line, one.words, long)
        return
    if one.year and len(one.year) == 2 and not line.in_table:
        yield subject.found(
            "year-two-digits", line, one.words, one.words[:-2] + in_digits_of("25", one.year) + one.year
        )
    if one.day_number[0] in "0๐" and int(one.day_number) > 0 and not line.in_table:
        day = in_digits_of(one.day_number[1:], one.words)
        yield subject.found("day-leading-zero", line, one.words, one.words.replace(one.day_number, day, 1))
    if one.year and one.era is None and len(one.year) == 4 and 1900 <= int(one.year) <= 2100:
        yield subject.found(
            "year-christian", line, one.words, one.words[:-4] + in_digits_of(str(int(one.year) + ERA), one.words)
        )


def _misspelt(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    for match in _LIKE_A_MONTH.finditer(text):
        if text.startswith(MONTHS, match.start("name")):
            continue
        if near := _month_like(match["name"]):
            whole = f"{text[match.start() : match.start('name')]}{near}"
            yield subject.found("month-misspelt", line, match[0], whole)


@lru_cache(maxsize=1000)  # a paper without end may hold a million dates
def _month_like(name: str) -> str:
    """Find the month that a word looks like."""
    return next(iter(get_close_matches(name, MONTHS, n=1, cutoff=NEAR)), "")
