"""Where the days of a year or an office cannot be: outside their span, twice, or two meetings on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ita_docs.cycles import meetings, planned_meetings
from ita_docs.documents.document import Fault, unknown
from ita_docs.setting import Setting
from ita_docs.source import PathInto
from ita_docs.thai.be_calendar import WEEKDAYS
from ita_docs.year import Window

# What the numbers of the cycles may be: months of a year, days that every month has, working days of a month.
RANGES = {"procurement_day": (2, 28), "kpi_months": (1, 12), "policy_months": (1, 12), "check_days": (1, 20)}
DAYS_OF_MONTH = (1, 31)
ALARM_DAYS = (0, 90)
LONGEST_REST = 10  # days in a row that weekends and public holidays can make; two meetings further apart never meet


def year_faults(setting: Setting) -> Iterator[Fault]:
    """Find days and numbers of year.yaml that cannot be."""
    faults = [*_window_faults(setting), *_cycle_faults(setting), *_calendar_faults(setting)]
    yield from faults or _meetings_on_one_day(setting)


def own_faults(setting: Setting) -> Iterator[Fault]:
    """Find days off of an office that lie outside the fiscal year, or stand there twice."""
    named = [(("days_off", index, "day"), off.day) for index, off in enumerate(setting.own.days_off)]
    yield from _outside(named, setting.year.span)
    seen: dict[date, str] = {}
    for path, day in named:
        if day in seen:
            yield Fault(path, "day-twice", {"value": str(day), "first": seen[day]})
        seen.setdefault(day, str(setting.sources["own"].place(path)))


def _window_faults(setting: Setting) -> Iterator[Fault]:
    oit, start = setting.year.oit, setting.year.meetings.start
    if oit.last < oit.first:
        yield Fault(("oit", "last"), "ends-before-start", {"value": str(oit.last), "first": str(oit.first)})
        return
    ends = [(("oit", "first"), oit.first), (("oit", "last"), oit.last)]
    faults = list(_outside(ends, setting.year.span))
    yield from faults or _outside([(("meetings", "start"), start)], oit)


def _cycle_faults(setting: Setting) -> Iterator[Fault]:
    cycles = setting.year.cycles
    if cycles.executive_weekday not in WEEKDAYS:
        yield unknown(("cycles", "executive_weekday"), "not-one-of", cycles.executive_weekday, WEEKDAYS)
    for key, span in RANGES.items():
        yield from _out_of_range(("cycles", key), getattr(cycles, key), span)
    for index, day in enumerate(setting.year.meetings.days_of_month):
        yield from _out_of_range(("meetings", "days_of_month", index), day, DAYS_OF_MONTH)


def _calendar_faults(setting: Setting) -> Iterator[Fault]:
    source, office = setting.sources["year"], setting.sources["office"]
    shared = office.place(("sections",)).file != office.file  # an office with sections of its own may lack some
    sections = [*(section.id for section in setting.office.sections), "all", "schools"]
    codes = setting.year.codes
    seen: dict[str, PathInto] = {}
    for index, row in enumerate(setting.year.calendar):
        path: PathInto = ("calendar", index)
        if row.id in seen:
            first = str(source.place(seen[row.id]))
            yield Fault((*path, "id"), "duplicate-id", {"value": row.id, "first": first})
        seen.setdefault(row.id, (*path, "id"))
        for place, section in enumerate(row.sections if shared else ()):
            if section not in sections:
                yield unknown((*path, "sections", place), "unknown-section", section, sections)
        for place, slug in enumerate(row.items):
            if slug not in codes:
                fault = unknown((*path, "items", place), "unknown-slug", slug, codes)
                yield fault._replace(facts={**fault.facts, "year_file": source.file})
        if row.alarm_days is not None:
            yield from _out_of_range((*path, "alarm_days"), row.alarm_days, ALARM_DAYS)


def _meetings_on_one_day(setting: Setting) -> Iterator[Fault]:
    gaps = [(later - earlier).days for earlier, later in pairwise(planned_meetings(setting))]
    if min(gaps, default=0) > LONGEST_REST + len(setting.own.days_off):
        return  # without asking for the holidays, which takes time
    for one, next_one in pairwise(meetings(setting)):
        if one.held == next_one.held:
            facts = {"value": str(one.held), "first": str(one.number), "second": str(next_one.number)}
            yield Fault(("meetings", "rule"), "meetings-on-one-day", facts)


def _outside(named: Iterable[tuple[PathInto, date]], span: Window) -> Iterator[Fault]:
    for path, day in named:
        if not span.first <= day <= span.last:
            yield Fault(path, "day-outside", {"value": str(day), "first": str(span.first), "last": str(span.last)})


def _out_of_range(path: PathInto, value: int, span: tuple[int, int]) -> Iterator[Fault]:
    if not span[0] <= value <= span[1]:
        yield Fault(path, "out-of-range", {"value": str(value), "least": str(span[0]), "most": str(span[1])})
