"""The cycles of a year as days: the meetings, the executives' weekdays, and every row of the calendar in year.yaml."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ita_docs.setting import Setting
from ita_docs.thai.be_calendar import WEEKDAYS
from ita_docs.workdays import OTHER_WAY, DaysOff
from ita_docs.year import Cycle, Occasion, Window

FORTNIGHT = 15  # days, as the plan counts (`every-15-days`)
QUARTER = 3  # months


@dataclass(frozen=True)
class Meeting:
    """One meeting of the series, counted from 1; `why` tells why it is not held on its planned day."""

    number: int
    planned: date
    held: date
    why: str | None


@dataclass(frozen=True)
class Occurrence:
    """One time that something comes round, until `last`; not `held` where its day is off, and `why` that is."""

    planned: date
    held: date | None
    why: str | None = None
    last: date | None = None


class Recurrence(NamedTuple):
    """How something comes round: every so many days, weeks or months, there on a day (-1 is the last of a month)."""

    unit: Literal["day", "week", "month"]
    interval: int
    day: int | None = None


@dataclass(frozen=True)
class Event:
    """A row of the calendar with its days; no recurrence where it comes once, or by numbered meetings."""

    row: Occasion
    recurrence: Recurrence | None
    occurrences: tuple[Occurrence, ...]

    @property
    def first(self) -> date:
        """The first planned day."""
        return self.occurrences[0].planned


def days_off(setting: Setting) -> DaysOff:
    """Give the days on which the office is closed: weekends, public holidays, its own."""
    return DaysOff({off.day: off.why for off in setting.own.days_off})


def meetings(setting: Setting) -> tuple[Meeting, ...]:
    """List the meetings of the office in the window of the OIT, each on a working day."""
    off, series, window = days_off(setting), setting.year.meetings, setting.year.oit
    found = []
    for number, planned in enumerate(planned_meetings(setting), 1):
        held = off.moved(planned, series.moved)
        if not window.first <= held <= window.last:  # then it moves the other way, for a late meeting serves nobody
            held = off.moved(planned, OTHER_WAY[series.moved])
        found.append(Meeting(number, planned, held, off.why(planned)))
    return tuple(found)


def planned_meetings(setting: Setting) -> list[date]:
    """List the days of the meetings by their rule, weekends and holidays included."""
    series, window = setting.year.meetings, setting.year.oit
    span = Window(first=series.start, last=window.last)
    if series.rule == "every-15-days":
        return list(planned_days(Recurrence("day", FORTNIGHT), span))
    return sorted(day for each in series.days_of_month for day in planned_days(Recurrence("month", 1, each), span))


def tuesdays(setting: Setting) -> tuple[Occurrence, ...]:
    """List the weekdays on which the executives follow up, in the window of the OIT; a holiday is named, not moved."""
    recurrence = Recurrence("week", 1, WEEKDAYS.index(setting.year.cycles.executive_weekday))
    return tuple(_named(planned, days_off(setting)) for planned in planned_days(recurrence, setting.year.oit))


def events(setting: Setting) -> tuple[Event, ...]:
    """List every row of the calendar of the year, with its days in this office."""
    found = []
    for row in setting.year.calendar:
        recurrence, occurrences = COMES[row.cycle](setting)
        if occurrences:
            found.append(Event(row, recurrence, occurrences))
    return tuple(found)


def planned_days(recurrence: Recurrence, window: Window) -> Iterator[date]:
    """List the days of a recurrence within a window, weekends and holidays included.

    Months are counted in whole periods from the first month of the window on.

    >>> from ita_docs.year import Window
    >>> window = Window(first="2024-10-01", last="2025-09-30")
    >>> [str(day) for day in planned_days(Recurrence("month", 3, -1), window)]
    ['2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30']
    """
    unit, interval, day = recurrence
    if unit == "month":
        for count in range(0 if day != -1 else interval - 1, _months(window) + 1, interval):
            planned = _in_month(window.first, count, day or 1)
            if window.first <= planned <= window.last:
                yield planned
        return
    ahead = 0 if day is None else (day - window.first.weekday()) % 7
    step = timedelta(days=interval * (7 if unit == "week" else 1))
    planned = window.first + timedelta(days=ahead)
    while planned <= window.last:
        yield planned
        planned += step


def _months(window: Window) -> int:
    return (window.last.year - window.first.year) * 12 + window.last.month - window.first.month


def _in_month(first: date, count: int, day: int) -> date:
    """Give a day of the month that lies so many months behind another; no later than the month's last."""
    year, month = divmod(first.month - 1 + count, 12)
    length = monthrange(first.year + year, month + 1)[1]
    return date(first.year + year, month + 1, length if day == -1 else min(day, length))


Days = tuple[Recurrence | None, tuple[Occurrence, ...]]


def _window(setting: Setting) -> Days:
    window = setting.year.oit
    return None, (Occurrence(window.first, window.first, None, window.last),)


def _close(setting: Setting) -> Days:
    last = setting.year.oit.last
    return None, (Occurrence(last, last),)


def _check(setting: Setting) -> Days:
    day = days_off(setting).counted(setting.year.oit.last, -setting.year.cycles.check_days)
    return None, (Occurrence(day, day),)


def _meetings(setting: Setting) -> Days:
    return None, tuple(Occurrence(each.planned, each.held, each.why) for each in meetings(setting))


def _executives(setting: Setting) -> Days:
    weekday = WEEKDAYS.index(setting.year.cycles.executive_weekday)
    return Recurrence("week", 1, weekday), tuesdays(setting)


def _each_day(setting: Setting) -> Days:
    recurrence = Recurrence("day", 1)
    return recurrence, tuple(Occurrence(day, day) for day in planned_days(recurrence, setting.year.span))


def _due(recurrence: Recurrence, setting: Setting) -> Days:
    """Give the days on which something is due in the fiscal year, each moved to a working day."""
    off, rule = days_off(setting), setting.year.cycles.due_moved
    planned = planned_days(recurrence, setting.year.span)
    return recurrence, tuple(Occurrence(day, off.moved(day, rule), off.why(day)) for day in planned)


def _named(day: date, off: DaysOff) -> Occurrence:
    why = off.why(day)
    return Occurrence(day, None if why else day, why)


# What each cycle of year.yaml comes to; what is due "before the 5th" is due on the 4th, a period's on its last day.
COMES: dict[Cycle, Callable[[Setting], Days]] = {
    "oit-window": _window,
    "oit-close": _close,
    "director-check": _check,
    "meetings": _meetings,
    "executive-weekday": _executives,
    "each-day": _each_day,
    "procurement-day": lambda setting: _due(Recurrence("month", 1, setting.year.cycles.procurement_day - 1), setting),
    "each-month": lambda setting: _due(Recurrence("month", 1, -1), setting),
    "each-quarter": lambda setting: _due(Recurrence("month", QUARTER, -1), setting),
    "kpi-months": lambda setting: _due(Recurrence("month", setting.year.cycles.kpi_months, -1), setting),
    "policy-months": lambda setting: _due(Recurrence("month", setting.year.cycles.policy_months, -1), setting),
}
