"""The days that a text names, in Thai and in English, each with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ita_docs.inspector.forms import ENGLISH_MONTHS
from ita_docs.thai.be_calendar import day_in
from ita_docs.thai.dates import MONTHS, SHORT_MONTHS, DateError, parse_date
from ita_docs.thai.digits import arabic_digits

FIRST_BUDDHIST = 2400

_THAI_MONTHS = "|".join(map(re.escape, MONTHS + SHORT_MONTHS))
_THAI = re.compile(
    rf"(?<![0-9๐-๙])[0-9๐-๙]{{1,2}}\s{{0,3}}(?:เดือน\s{{0,3}})?(?:{_THAI_MONTHS})\s{{0,3}}(?:พ\.ศ\.\s{{0,3}})?"
    r"(?:[0-9๐-๙]{4}|[0-9๐-๙]{2})(?![0-9๐-๙])"
)
_NAMES = "|".join(f"{name}|{name[:3]}\\." for name in ENGLISH_MONTHS)
_ENGLISH = re.compile(
    rf"\b(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_NAMES})"
    rf"|(?P<month2>{_NAMES})\s(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?)"
    r",?\s(?P<era>B\.?\s?E\.?\s?)?(?P<year>[0-9]{4})(?:\s?\((?:A\.D\.|C\.E\.)?\s?(?P<christian>[0-9]{4})\))?(?![0-9])"
)


class Named(NamedTuple):
    """A day as a text names it."""

    day: date
    words: str
    start: int


def thai_days(text: str) -> Iterator[Named]:
    """Find the days that a Thai text names; those that are not in the calendar are left out.

    >>> [named.day.isoformat() for named in thai_days("ตั้งแต่วันที่ ๑ มกราคม ๒๕๖๘ ถึง ๓๐ เม.ย. ๖๘")]
    ['2025-01-01', '2025-04-30']
    """
    for match in _THAI.finditer(text):
        try:
            yield Named(parse_date(arabic_digits(match[0])), match[0], match.start())
        except DateError:
            continue


def english_days(text: str) -> Iterator[Named]:
    """Find the days that an English text names, by whichever era.

    >>> [named.day.isoformat() for named in english_days("dated 2 August B.E. 2565 (2022), by May 3, 2025")]
    ['2022-08-02', '2025-05-03']
    """
    for match in _ENGLISH.finditer(text):
        name = match["month"] or match["month2"]
        month = next(at for at, each in enumerate(ENGLISH_MONTHS, 1) if each.startswith(name.rstrip(".")))
        year, day = int(match["year"]), int(match["day"] or match["day2"])
        try:
            named = day_in(year, month, day) if match["era"] or year >= FIRST_BUDDHIST else date(year, month, day)
        except ValueError:
            continue
        yield Named(named, match[0], match.start())
