"""Dates as official Thai papers write them, whole or with the customary blanks; days in, Buddhist years out.

This is the front door: reading (`parse_date`, `parse_partial`) and the calendar are imported here too.
"""

from datetime import date, time

from ita_docs.thai.be_calendar import (
    MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    be_year,
    be_year_of,
    fiscal_days,
    fiscal_months,
    fiscal_year,
)
from ita_docs.thai.date_reading import DateError, PartialDay, parse_date, parse_partial
from ita_docs.thai.digits import thai_digits

__all__ = [
    "MONTHS",
    "SHORT_MONTHS",
    "WEEKDAYS",
    "DateError",
    "PartialDay",
    "be_year",
    "clock",
    "date_range",
    "dated",
    "dated_blank",
    "fiscal_days",
    "fiscal_months",
    "fiscal_year",
    "given_at",
    "given_at_blank",
    "head_blank",
    "long_date",
    "month_year",
    "number_line",
    "parse_date",
    "parse_partial",
    "short_date",
    "weekday_date",
]

# What is left for a pen: the customary dotted blanks.
OPEN_DAY = "......."
OPEN_MONTH = ".................."
OPEN_YEAR = "๒๕...."


def long_date(day: date) -> str:
    """Write a date as it stands at the head of a letter.

    >>> long_date(date(2026, 2, 1))
    '๑ กุมภาพันธ์ ๒๕๖๙'
    """
    return head_blank(PartialDay.of(day))


def dated(day: date) -> str:
    """Write the date of a paper that is cited.

    >>> dated(date(2010, 12, 20))
    'ลงวันที่ ๒๐ ธันวาคม ๒๕๕๓'
    """
    return dated_blank(PartialDay.of(day))


def given_at(day: date) -> str:
    """Write the date at the foot of an order or an announcement.

    >>> given_at(date(2025, 1, 1))
    'วันที่ ๑ มกราคม พ.ศ. ๒๕๖๘'
    """
    return given_at_blank(PartialDay.of(day))


def month_year(day: date) -> str:
    """Write a month with its year.

    >>> month_year(date(2025, 1, 15))
    'มกราคม ๒๕๖๘'
    """
    return thai_digits(f"{MONTHS[day.month - 1]} {be_year(day)}")


def short_date(day: date) -> str:
    """Write a date for a narrow column; a year outside พ.ศ. 2500–2599 keeps its four digits.

    >>> short_date(date(2025, 1, 1)), short_date(date(1950, 1, 1))
    ('๑ ม.ค. ๖๘', '๑ ม.ค. ๒๔๙๓')
    """
    year = str(be_year(day)).removeprefix("25")
    return thai_digits(f"{day.day} {SHORT_MONTHS[day.month - 1]} {year}")


def weekday_date(day: date) -> str:
    """Write a date with the day of its week.

    >>> weekday_date(date(2025, 1, 7))
    'วันอังคารที่ ๗ มกราคม ๒๕๖๘'
    """
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ {long_date(day)}"


def date_range(first: date, last: date) -> str:
    """Write a span of days, naming month and year once where both ends share them.

    >>> date_range(date(2025, 1, 1), date(2025, 1, 5))
    '๑ - ๕ มกราคม ๒๕๖๘'
    >>> date_range(date(2024, 12, 30), date(2025, 1, 2))
    '๓๐ ธันวาคม ๒๕๖๗ - ๒ มกราคม ๒๕๖๘'
    """
    if last < first:
        raise ValueError(f"ช่วงวันที่กลับกัน: {long_date(first)} มาหลัง {long_date(last)}")
    if first == last:
        return long_date(last)
    if be_year(first) != be_year(last):
        start = long_date(first)
    elif first.month != last.month:
        start = f"{first.day} {MONTHS[first.month - 1]}"
    else:
        start = str(first.day)
    return thai_digits(f"{start} - {long_date(last)}")


def clock(moment: time) -> str:
    """Write a time of day, with a full stop between hour and minute.

    >>> clock(time(9, 30))
    '๐๙.๓๐ น.'
    """
    return thai_digits(f"{moment:%H.%M} น.")


def head_blank(day: PartialDay) -> str:
    """Write the date at the head of a memo, with blanks for what is open.

    >>> head_blank(PartialDay()), head_blank(PartialDay(2025, 1, 10))
    ('....... .................. ๒๕....', '๑๐ มกราคม ๒๕๖๘')
    """
    return f"{_day(day)} {_month(day)} {_year(day)}"


def dated_blank(day: PartialDay) -> str:
    """Write the date of a paper that is cited, with blanks for what is open.

    >>> dated_blank(PartialDay(2025))
    'ลงวันที่ ....... .................. ๒๕๖๘'
    """
    return f"ลงวันที่ {head_blank(day)}"


def given_at_blank(day: PartialDay) -> str:
    """Write the date at the foot of an order, with blanks for what is open.

    >>> given_at_blank(PartialDay(2025, 1))
    'วันที่ ....... เดือน มกราคม พ.ศ. ๒๕๖๘'
    """
    # A pen needs the word "month" beside its blanks; a finished date goes without.
    word = "" if day.whole() else "เดือน "
    return f"วันที่ {_day(day)} {word}{_month(day)} พ.ศ. {_year(day)}"


def number_line(number: str | None, day: PartialDay, width: int = 10) -> str:
    """Write the number of an order; numbers run by the calendar year of the signature.

    >>> number_line(None, PartialDay()), number_line("12", PartialDay(2025))
    ('ที่          /๒๕....', 'ที่ ๑๒/๒๕๖๘')
    """
    return f"ที่{f' {thai_digits(number)}' if number else ' ' * width}/{_year(day)}"


def _day(day: PartialDay) -> str:
    return OPEN_DAY if day.day is None else thai_digits(str(day.day))


def _month(day: PartialDay) -> str:
    return OPEN_MONTH if day.month is None else MONTHS[day.month - 1]


def _year(day: PartialDay) -> str:
    return OPEN_YEAR if day.year is None else thai_digits(str(be_year_of(day.year, day.month)))
