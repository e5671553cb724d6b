"""The official Thai calendar: names of days and months, the Buddhist year, the fiscal year."""

from datetime import date

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")

# Years counted in B.E. and A.D. are 543 apart …
ERA = 543
# … since 1941. Until then the Thai year began in April, and พ.ศ. 2483 had nine months only.
_FIRST_APRIL = (1940, 4)
_NINE_MONTHS = 2483


def be_year(day: date) -> int:
    """Give the Buddhist year of a day.

    >>> be_year(date(2025, 1, 1)), be_year(date(1940, 3, 31))
    (2568, 2482)
    """
    return be_year_of(day.year, day.month)


def be_year_of(year: int, month: int | None) -> int:
    """Give the Buddhist year of a Christian year, or of one of its months.

    >>> be_year_of(2025, None)
    2568
    """
    before = month is not None and month < 4 and (year, month) < _FIRST_APRIL
    return year + ERA - before


def day_in(year_be: int, month: int, day: int) -> date:
    """Find a day by its Buddhist year; ValueError where the calendar has no such day.

    >>> day_in(2568, 2, 1)
    datetime.date(2025, 2, 1)
    """
    if year_be == _NINE_MONTHS and month < 4:
        raise ValueError("พ.ศ. 2483 มีเพียง 9 เดือน เริ่ม 1 เมษายน")
    return date(year_be - ERA + (year_be < _NINE_MONTHS and month < 4), month, day)


def fiscal_year(day: date) -> int:
    """Give the fiscal year (B.E.) of a day; it opens on 1 October of the year before.

    >>> fiscal_year(date(2024, 9, 30)), fiscal_year(date(2024, 10, 1))
    (2567, 2568)
    """
    return day.year + ERA + (day.month >= 10)


def fiscal_days(year_be: int) -> tuple[date, date]:
    """Give the first and the last day of a fiscal year (B.E.).

    >>> first, last = fiscal_days(2568)
    >>> first.isoformat(), last.isoformat()
    ('2024-10-01', '2025-09-30')
    """
    return date(year_be - ERA - 1, 10, 1), date(year_be - ERA, 9, 30)


def fiscal_months(year_be: int) -> list[date]:
    """Give the first day of each month of a fiscal year (B.E.), from October on.

    >>> months = fiscal_months(2568)
    >>> months[0].isoformat(), months[3].isoformat(), len(months)
    ('2024-10-01', '2025-01-01', 12)
    """
    opens = year_be - ERA - 1
    return [date(opens + (month < 10), month, 1) for month in (10, 11, 12, *range(1, 10))]
