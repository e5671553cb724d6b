"""How the work of the year stands on a day: what is done, doing, due or late, and what the plan marks red.

Values in, values out; “today” is always given. What is dated later than that day has not yet happened on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from ita_docs.progress import ItemProgress, MonthGiven, UnitProgress
from ita_docs.setting import Setting
from ita_docs.thai.dates import fiscal_days

State = Literal["done", "doing", "due", "late"]
Reason = Literal["past-due", "no-evidence", "procurement", "no-report", "short-of-quota"]
STATES: tuple[State, ...] = ("done", "doing", "due", "late")
REASONS: tuple[Reason, ...] = ("past-due", "no-evidence", "procurement", "no-report", "short-of-quota")

# From so many days before the end of the OIT window what lacks evidence is red: two of the executives' Tuesdays are
# left then (plan, line 64), and the Director still has to look at it before the last day (line 213).
# The plan gives no last day for the questionnaires; their tallies are red from the same day on.
NEAR = timedelta(days=14)
SCHOOLS = "schools"  # one quota for all of them together


@dataclass(frozen=True)
class Row:
    """One item of one section or school; `due` is open where the plan names no day, `evidence` are links and files."""

    unit: str
    code: str
    slug: str
    state: State
    due: date | None
    day: date | None
    evidence: tuple[str, ...]
    note: str | None
    red: Reason | None


@dataclass(frozen=True)
class Month:
    """The procurement data of one section for one month, which is due before `due`."""

    unit: str
    month: date
    due: date
    given: date | None
    none: bool
    red: bool


@dataclass(frozen=True)
class Tally:
    """Answers to a questionnaire beside the least number; `unit` is open for the sum, `counted` while nobody told."""

    instrument: Literal["eit", "iit"]
    unit: str | None
    counted: int | None
    quota: int | None
    red: bool

    @property
    def short(self) -> int:
        """How many answers are lacking."""
        return max((self.quota or 0) - (self.counted or 0), 0)


@dataclass(frozen=True)
class Alert:
    """One thing that is red: why, whose, since when it should have been; the item, the month or the lacking number."""

    reason: Reason
    unit: str | None
    due: date
    code: str | None = None
    month: date | None = None
    short: int = 0
    instrument: str | None = None


def rows(setting: Setting, today: date) -> tuple[Row, ...]:
    """List every item with each section or school that answers for it, in the order of the plan."""
    oit = {
        slug
        for indicator in setting.year.indicators
        if indicator.instrument == "oit"
        for _, _, items in indicator.groups
        for slug in items
    }
    return tuple(
        _row(setting, today, unit, slug, code, due=setting.year.oit.last if slug in oit else None)
        for slug, code in setting.year.codes.items()
        for unit in setting.units_of(setting.items[slug].sections)
    )


def counts(listed: Iterable[Row]) -> dict[State, int]:
    """Count the rows of each state; the counts add up to the rows.

    >>> counts([])
    {'done': 0, 'doing': 0, 'due': 0, 'late': 0}
    """
    states = [row.state for row in listed]
    return {state: states.count(state) for state in STATES}


def months(setting: Setting, today: date) -> tuple[Month, ...]:
    """List the procurement data that every section owes, month by month of the fiscal year (plan, line 178).

    It is due before a day of the next month (`cycles.procurement_day`), and so red on that day.
    """
    first, _ = fiscal_days(setting.year.year_be)
    begins = [_later(first, number) for number in range(13)]
    return tuple(
        _month(setting, today, section.id, month, after)
        for month, after in pairwise(begins)
        for section in setting.office.sections
    )


def tallies(setting: Setting, today: date) -> tuple[Tally, ...]:
    """Count the answers beside their quotas: EIT by section, the schools together, and in all; then IIT likewise."""
    near = today >= setting.year.oit.last - NEAR
    quotas = setting.own.quotas
    least = {quota.section: quota.minimum for quota in quotas.eit1 or ()}
    schools = [school.id for school in setting.office.schools]
    eit = {section.id: _counted(setting, today, "eit", [section.id]) for section in setting.office.sections}
    eit[SCHOOLS] = _counted(setting, today, "eit", schools)
    iit = {unit.id: _counted(setting, today, "iit", [unit.id]) for unit in setting.office.units}

    def tally(instrument: Literal["eit", "iit"], unit: str | None, counted: int | None, quota: int | None) -> Tally:
        return Tally(instrument, unit, counted, quota, near and quota is not None and (counted or 0) < quota)

    return (
        *(tally("eit", unit, counted, least.get(unit)) for unit, counted in eit.items()),
        tally("eit", None, _sum(eit.values()), quotas.eit1_total),
        *(tally("iit", unit, counted, None) for unit, counted in iit.items()),
        tally("iit", None, _sum(iit.values()), quotas.iit),
    )


def missed(setting: Setting, today: date, meetings: Sequence[date]) -> tuple[str, ...]:
    """Name the sections and schools that did not report before the last meeting, and have not reported since.

    A report before a meeting is one that was handed in after the meeting before it, or on its own day.
    """
    held = sorted(day for day in meetings if day <= today)
    if not held:
        return ()
    since = held[-2] if len(held) > 1 else fiscal_days(setting.year.year_be)[0] - timedelta(days=1)
    told = setting.progress
    return tuple(
        unit.id
        for unit in setting.office.units
        if not any(since < day <= today for day in (told[unit.id].reports if unit.id in told else ()))
    )


def alerts(setting: Setting, today: date, meetings: Sequence[date] = ()) -> tuple[Alert, ...]:
    """List everything that is red on a day, by its reason; `meetings` are the days of the year's meetings."""
    found = [*_red_rows(setting, today), *_red_months(setting, today)]
    units = missed(setting, today, meetings)
    found += [Alert("no-report", unit, max(day for day in meetings if day <= today)) for unit in units]
    found += [
        Alert("short-of-quota", tally.unit, setting.year.oit.last, short=tally.short, instrument=tally.instrument)
        for tally in tallies(setting, today)
        if tally.red
    ]
    order = {unit: rank for rank, unit in enumerate(setting.unit_names())}
    return tuple(sorted(found, key=lambda one: (REASONS.index(one.reason), order.get(one.unit or "", len(order)))))


def _red_rows(setting: Setting, today: date) -> Iterator[Alert]:
    for row in rows(setting, today):
        if row.red and row.due:
            yield Alert(row.red, row.unit, row.due, code=row.code)


def _red_months(setting: Setting, today: date) -> Iterator[Alert]:
    for each in months(setting, today):
        if each.red:
            yield Alert("procurement", each.unit, each.due, month=each.month)


def _row(setting: Setting, today: date, unit: str, slug: str, code: str, *, due: date | None) -> Row:
    told = _told(setting, unit).items.get(code, ItemProgress())
    if told.day and told.day > today:
        told = ItemProgress()
    evidence = tuple(_evidence(told, today))
    state: State = "doing" if told.status == "doing" else "due"
    if told.status == "done" and told.day:
        state = "done"
    elif due and today > due:
        state = "late"
    red: Reason | None = "past-due" if state == "late" else None
    if due and not evidence and state != "late" and today >= due - NEAR:
        red = "no-evidence"
    return Row(unit, code, slug, state, due, told.day, evidence, told.note, red)


def _evidence(told: ItemProgress, today: date) -> Iterator[str]:
    """List what shows that an item is done: links, signed papers, data. What was only built is none of it."""
    if told.evidence:
        yield told.evidence
    for signed in told.signed:
        if signed.day is None or signed.day <= today:
            yield signed.url or signed.file
    for table in told.data:
        yield table.url or table.file


def _month(setting: Setting, today: date, unit: str, month: date, after: date) -> Month:
    due = after + timedelta(days=setting.year.cycles.procurement_day - 1)
    told = _told(setting, unit).procurement.get(f"{month:%Y-%m}", MonthGiven())
    given = told.given if told.given and told.given <= today else None
    return Month(unit, month, due, given, none=bool(given and told.none), red=given is None and today >= due)


def _counted(setting: Setting, today: date, instrument: Literal["eit", "iit"], units: Sequence[str]) -> int | None:
    """Add what units have counted by a day; None where none of them has told."""
    answers = [_told(setting, unit).answers for unit in units]
    return _sum(getattr(each, instrument) for each in answers if each.counted and each.counted <= today)


def _sum(figures: Iterable[int | None]) -> int | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def _told(setting: Setting, unit: str) -> UnitProgress:
    return setting.progress.get(unit) or UnitProgress(unit=unit)


def _later(first: date, number: int) -> date:
    """Give the first day of the month that comes so many months after one."""
    whole = first.month - 1 + number
    return date(first.year + whole // 12, whole % 12 + 1, 1)
