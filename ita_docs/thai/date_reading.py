"""Reading dates: as Thai papers print them, and as content files hold them, whole or partly open."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from ita_docs.thai.be_calendar import ERA, MONTHS, SHORT_MONTHS, WEEKDAYS, day_in
from ita_docs.thai.digits import arabic_digits

# A four-digit year from here on can only be Buddhist; below, only Christian.
FIRST_BUDDHIST = 2400
_LAST_BUDDHIST = 2999
_LEAP_YEAR = 2024

_MONTH_NAMES = "|".join(map(re.escape, MONTHS + SHORT_MONTHS))
_PRINTED = re.compile(
    rf"(?:(?:ลง)?วันที่|วัน(?P<weekday>{'|'.join(WEEKDAYS)})ที่)?\s*(?P<day>[0-9]{{1,2}})\s*"
    rf"(?:เดือน\s*)?(?P<month>{_MONTH_NAMES})\s*(?:พ\.ศ\.\s*)?(?P<year>[0-9]{{4}}|[0-9]{{2}})"
)
_IN_FILE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_UNPADDED = re.compile(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})(?:[-/](?P<day>[0-9]{1,2}))?")
# Day first is the Thai habit, and the Thai year tells it is one.
_SLASHED = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>2[4-9][0-9]{2})")


class DateError(ValueError):
    """A date that cannot be read: a stable code, a Thai sentence, and the right date where it is certain."""

    def __init__(self, code: str, message: str, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.suggestion = suggestion


@dataclass(frozen=True)
class PartialDay:
    """A day (Christian year) of which each part may still be open, such as the day of a signature to come."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        try:
            date(
                _LEAP_YEAR if self.year is None else self.year,
                1 if self.month is None else self.month,
                1 if self.day is None else self.day,
            )
        except ValueError:
            raise DateError("impossible-date", f"ไม่มีวันที่ {self} ในปฏิทิน") from None

    def __str__(self) -> str:
        """Write it as content files do, with question marks for an open part before a known one."""
        year = "????" if self.year is None else f"{self.year:04}"
        month = "??" if self.month is None else f"{self.month:02}"
        day = "??" if self.day is None else f"{self.day:02}"
        return f"{year}-{month}-{day}".rstrip("?-")

    @classmethod
    def of(cls, day: date) -> Self:
        """Take a whole day."""
        return cls(day.year, day.month, day.day)

    def whole(self) -> date | None:
        """Give the day when no part is open.

        >>> PartialDay(2025, 1, 15).whole(), PartialDay(2025, 1).whole()
        (datetime.date(2025, 1, 15), None)
        """
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def parse_partial(text: str) -> PartialDay:
    """Read a date of a content file: empty, a Christian year, a month or a day.

    >>> parse_partial("2025-01")
    PartialDay(year=2025, month=1, day=None)
    >>> try:
    ...     parse_partial("2568-01-10")
    ... except DateError as error:
    ...     error.code, error.suggestion, str(error)
    ('buddhist-year', '2025-01-10', 'ปี 2568 เป็นพุทธศักราช ในไฟล์ใช้คริสต์ศักราช')
    """
    text = text.strip()
    if not text:
        return PartialDay()
    match = _IN_FILE.fullmatch(text)
    if match is None:
        message = f'"{text}" ไม่ใช่วันที่ ในไฟล์เขียนเป็น ปี-เดือน-วัน เช่น 2025-01-15'
        raise DateError("not-a-date", message, _suggested(text))
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is not None and year >= FIRST_BUDDHIST:
        message = f"ปี {year} เป็นพุทธศักราช ในไฟล์ใช้คริสต์ศักราช"
        raise DateError("buddhist-year", message, _in_file(year, month, day))
    return PartialDay(year, month, day)


def parse_date(text: str) -> date:
    """Read a date as any Thai paper prints it; nothing is guessed.

    A two-digit year goes with a short month only, and stands for พ.ศ. 25xx.

    >>> parse_date("ลงวันที่ ๒๐ ธันวาคม ๒๕๕๓"), parse_date("1 ม.ค. 68")
    (datetime.date(2010, 12, 20), datetime.date(2025, 1, 1))
    """
    match = _PRINTED.fullmatch(arabic_digits(text.strip()))
    if match is None:
        raise DateError("not-a-date", f'"{text}" ไม่ใช่วันที่แบบหนังสือราชการ เช่น 1 มกราคม 2568')
    name, short = match["month"], match["month"] in SHORT_MONTHS
    month = (SHORT_MONTHS if short else MONTHS).index(name) + 1
    year = int(match["year"])
    if len(match["year"]) == 2:
        if not short:
            raise DateError("not-a-date", f'"{text}": ปีสองหลักใช้ได้กับชื่อเดือนย่อเท่านั้น')
        year += 2500
    elif not FIRST_BUDDHIST <= year <= _LAST_BUDDHIST:
        fixed = f"{match['day']} {name} {year + ERA}"
        raise DateError("christian-year", f'"{text}": ปี {year} ไม่ใช่พุทธศักราช', fixed)
    try:
        day = day_in(year, month, int(match["day"]))
    except ValueError:
        raise DateError("impossible-date", f"ไม่มีวันที่ {match['day']} {name} {year} ในปฏิทิน") from None
    weekday = WEEKDAYS[day.weekday()]
    if match["weekday"] not in (None, weekday):
        fixed = f"วัน{weekday}ที่ {match['day']} {name} {year}"
        raise DateError("wrong-weekday", f'"{text}": วันนั้นเป็นวัน{weekday}', fixed)
    return day


def _in_file(year: int, month: int | None, day: int | None) -> str | None:
    """Write a date for a content file, or nothing where the calendar has no such day."""
    try:
        return str(PartialDay(year - ERA if year >= FIRST_BUDDHIST else year, month, day))
    except DateError:
        return None


def _suggested(text: str) -> str | None:
    """Find the date somebody meant, where it can mean one day only."""
    text = arabic_digits(text)
    match = _UNPADDED.fullmatch(text) or _SLASHED.fullmatch(text)
    if match:
        return _in_file(int(match["year"]), int(match["month"]), int(match["day"]) if match["day"] else None)
    try:
        return parse_date(text).isoformat()
    except DateError:
        return None
