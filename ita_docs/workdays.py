"""Working days: weekends, the public holidays of Thailand, the days off of an office; and moving a day off them.

What the cabinet has announced is known as far as the library of holidays has it; a later announcement is entered
under `days_off` of an office until the library follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from ita_docs.thai.dates import WEEKDAYS
from ita_docs.thai.text import and_list

Moved = Literal["next-working-day", "previous-working-day"]
NEXT: Moved = "next-working-day"
PREVIOUS: Moved = "previous-working-day"
STEPS = {NEXT: 1, PREVIOUS: -1}
OTHER_WAY = {NEXT: PREVIOUS, PREVIOUS: NEXT}

# Days that the library lists and on which government offices work, or which fall on a Saturday anyway.
NO_HOLIDAY_OF_OFFICES = ("วันแรงงานแห่งชาติ", "วันเด็กแห่งชาติ")
# How the library names a day, and how announcements of the cabinet do.
SUBSTITUTE, SUBSTITUTE_DAY = "ชดเชย", "วันหยุดชดเชย"
ANNOUNCED = {"วันหยุดพิเศษ (เพิ่มเติม)": "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ"}


@dataclass(frozen=True)
class DaysOff:
    """The days on which an office is closed; `own` are those that it adds to weekends and holidays, with why."""

    own: Mapping[date, str]

    def why(self, day: date) -> str | None:
        """Say why an office is closed on a day; None on a working day.

        >>> [DaysOff({}).why(date(2025, 4, day)) for day in (12, 13, 15, 16, 17)]
        ['วันเสาร์', 'วันสงกรานต์', 'วันสงกรานต์', 'วันหยุดชดเชยวันสงกรานต์', None]
        """
        named = self.own.get(day) or holidays_of(day.year).get(day)
        return named or (f"วัน{WEEKDAYS[day.weekday()]}" if day.weekday() >= 5 else None)

    def moved(self, day: date, rule: Moved) -> date:
        """Move a day off weekends and holidays; a working day stays where it is.

        >>> off = DaysOff({})
        >>> off.moved(date(2025, 1, 1), "next-working-day"), off.moved(date(2025, 1, 4), "previous-working-day")
        (datetime.date(2025, 1, 2), datetime.date(2025, 1, 3))
        """
        while self.why(day):
            day += timedelta(days=STEPS[rule])
        return day

    def counted(self, day: date, count: int) -> date:
        """Count working days from a day, which is not counted itself; a negative count goes back.

        >>> DaysOff({}).counted(date(2025, 4, 30), -3), DaysOff({}).counted(date(2025, 4, 11), 1)
        (datetime.date(2025, 4, 25), datetime.date(2025, 4, 17))
        """
        rule = NEXT if count > 0 else PREVIOUS
        for _ in range(abs(count)):
            day = self.moved(day + timedelta(days=STEPS[rule]), rule)
        return day


@cache
def holidays_of(year: int) -> Mapping[date, str]:
    """Name the holidays of government offices in a Christian year.

    >>> holidays_of(2025)[date(2025, 5, 9)], date(2025, 5, 1) in holidays_of(2025)
    ('วันพืชมงคล', False)
    """
    import holidays  # which loads every country of the world, so a tenth of a second passes here

    listed = holidays.country_holidays("TH", years=year, language="th", categories=("public", "government"))
    return {day: name for day, names in sorted(listed.items()) if (name := _name(names))}


def _name(names: str) -> str:
    kept = [name for name in names.split("; ") if name.removeprefix(SUBSTITUTE) not in NO_HOLIDAY_OF_OFFICES]
    official = [ANNOUNCED.get(name, name) for name in kept]
    return and_list([name.replace(SUBSTITUTE, SUBSTITUTE_DAY, 1) for name in official], " และ")
