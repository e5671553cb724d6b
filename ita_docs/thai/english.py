"""Dates and lists in the English papers of a Thai office; the only user of Babel's locale data."""

from collections.abc import Sequence
from datetime import date

from ita_docs.thai.be_calendar import be_year_of
from ita_docs.thai.date_reading import PartialDay

# Babel is imported where it is used: Thai papers do not wait for it. The locale is never the machine's.
LOCALE = "en_GB"

OPEN_DAY = "......."
OPEN_MONTH = ".................."
OPEN_YEARS = "B.E. 25.... (20....)"


def english_date(day: date) -> str:
    """Write a date with both years, as English papers of the government do.

    >>> english_date(date(2012, 9, 6))
    '6 September B.E. 2555 (2012)'
    """
    return english_blank(PartialDay.of(day))


def english_month(day: date) -> str:
    """Write a month with both years.

    >>> english_month(date(2025, 1, 15))
    'January B.E. 2568 (2025)'
    """
    return english_date(day).partition(" ")[2]


def english_blank(day: PartialDay) -> str:
    """Write a date with both years, with blanks for what is open.

    >>> english_blank(PartialDay(2025, 1))
    '....... January B.E. 2568 (2025)'
    """
    from babel.dates import get_month_names

    number = OPEN_DAY if day.day is None else str(day.day)
    month = OPEN_MONTH if day.month is None else get_month_names("wide", locale=LOCALE)[day.month]
    years = OPEN_YEARS if day.year is None else f"B.E. {be_year_of(day.year, day.month)} ({day.year})"
    return f"{number} {month} {years}"


def english_list(items: Sequence[str]) -> str:
    """Write a list in words.

    >>> english_list(["tax", "permits", "fines"])
    'tax, permits and fines'
    """
    from babel.lists import format_list

    return format_list(items, locale=LOCALE)
