"""Series: one content file that is written once for each item, indicator, section, meeting …, by its `each:`.

A row of SERIES gives the entries of a series: the key that ends the document's id, the names that the content may use
for the entry (`{item.code}`), and the entry itself, for the tables that are reckoned from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from ita_docs.cycles import Meeting, meetings
from ita_docs.office import School, Section
from ita_docs.process import Process
from ita_docs.setting import BLANK, SHORT_BLANK, Setting
from ita_docs.thai.dates import be_year, clock, fiscal_days, fiscal_months, long_date, weekday_date
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.text import and_list
from ita_docs.year import Indicator, Item, Window


class Entry(NamedTuple):
    """One member of a series."""

    key: str
    names: Mapping[str, str]
    subject: object


def _open_data_items(setting: Setting) -> Iterator[Entry]:
    for indicator in setting.year.indicators:
        for number, title, items in indicator.groups if indicator.instrument == "oit" else ():
            for slug, code in items.items():
                yield _item_entry(setting, setting.items[slug], code, number, title)


def _item_entry(setting: Setting, item: Item, code: str, number: str, title: str) -> Entry:
    names = {
        "item.code": code,
        "item.title": item.title,
        "item.part": number,
        "item.part_title": title,
        "item.owners": setting.owner_names(item.item),
    }
    return Entry(f"{code[0]}{code[1:]:0>2}".lower(), names, item)


def _indicators(setting: Setting) -> Iterator[Entry]:
    for indicator in setting.year.indicators:
        yield Entry(f"{int(indicator.number):02}", _indicator_names(setting, indicator), indicator)


def _indicator_names(setting: Setting, indicator: Indicator) -> dict[str, str]:
    codes = [code for _, _, items in indicator.groups for code in items.values()]
    instrument = next(each for each in setting.year.instruments if each.id == indicator.instrument)
    return {
        "indicator.number": indicator.number,
        "indicator.title": indicator.title,
        "indicator.title_en": indicator.title_en,
        "indicator.codes": and_list(codes, " และ "),
        "indicator.count": str(len(codes)),
        "indicator.instrument": instrument.name,
        "indicator.instrument_code": instrument.id.upper(),
    }


def _units(*kinds: type[Section | School]) -> Callable[[Setting], Iterator[Entry]]:
    def entries(setting: Setting) -> Iterator[Entry]:
        for unit in setting.office.units:
            if isinstance(unit, kinds):
                names = {
                    "unit.name": unit.th,
                    "unit.head": unit.head,
                    "unit.post": _post(setting, unit),
                    "unit.quota": _quota(setting, unit),
                }
                yield Entry(unit.id, names, unit)

    return entries


def _post(setting: Setting, unit: Section | School) -> str:
    """Give the id of the post of who heads a section or school; none where the office does not list it."""
    post = f"head-{unit.id}"
    return post if post in setting.people else ""


def _quota(setting: Setting, unit: Section | School) -> str:
    """Write the least number of EIT answers of a section, or of all schools together."""
    name, whose = ("schools", " รวมทุกโรงเรียน") if isinstance(unit, School) else (unit.id, "")
    found = (quota.minimum for quota in setting.own.quotas.eit1 or () if quota.section == name)
    minimum = next(found, None)
    return f"{SHORT_BLANK if minimum is None else minimum} คน{whose}"


def _quarters(setting: Setting) -> Iterator[Entry]:
    """Give the quarters of the fiscal year, q1 from October on."""
    year_be = setting.year.year_be
    firsts = fiscal_months(year_be)[::3]
    lasts = [*(first - timedelta(days=1) for first in firsts[1:]), fiscal_days(year_be)[1]]
    for number, (first, last) in enumerate(zip(firsts, lasts, strict=True), 1):
        names = {
            "quarter.number": str(number),
            "quarter.first": arabic_digits(long_date(first)),
            "quarter.last": arabic_digits(long_date(last)),
        }
        yield Entry(f"q{number}", names, Window(first=first, last=last))


def _risks(setting: Setting) -> Iterator[Entry]:
    for one in setting.risks.units:
        names = {
            "unit.name": one.unit.th,
            "unit.head": one.unit.head,
            "unit.post": _post(setting, one.unit),
            "risk.topic": one.topic,
        }
        yield Entry(one.key, names, one)


def _processes(setting: Setting) -> Iterator[Entry]:
    for process in setting.processes.values():
        yield Entry(process.key, _process_names(setting, process), process)


def _tracked_processes(setting: Setting) -> Iterator[Entry]:
    tracked = {process.key for process in setting.processes.values() if process.tracked}
    return (entry for entry in _processes(setting) if entry.key in tracked)


def _process_names(setting: Setting, process: Process) -> dict[str, str]:
    section = next(section for section in setting.office.sections if section.id == process.section)
    open_names = {
        "local_rule": process.local_rule,
        "delegation": process.delegation,
        "time": process.time,
        "fee": process.fee,
        "manual": process.manual,
        "appeal_body": process.appeal.body,
        "appeal_period": process.appeal.period,
        "appeal_law": process.appeal.law,
    }
    return {
        "process.number": process.number,
        "process.title": process.title,
        "process.section": section.th,
        "process.section_id": section.id,
        "process.head": section.head,
        "process.party": process.party,
        "process.authority": process.authority,
        "process.hearing": process.hearing,
        "process.reasons": process.reasons,
        **{f"process.{name}": value or BLANK for name, value in open_names.items()},
    }


def _meetings(setting: Setting) -> Iterator[Entry]:
    for meeting in meetings(setting):
        yield Entry(f"{meeting.number:02}", _meeting_names(setting, meeting), meeting)


def _meeting_names(setting: Setting, meeting: Meeting) -> dict[str, str]:
    own = setting.own.meetings
    return {
        "meeting.key": f"{meeting.number:02}",
        "meeting.number": str(meeting.number),
        "meeting.session": session(meeting),
        "meeting.day": arabic_digits(long_date(meeting.held)),
        "meeting.weekday": arabic_digits(weekday_date(meeting.held)),
        "meeting.planned": arabic_digits(long_date(meeting.planned)),
        "meeting.moved": moved_from(meeting) if meeting.why else "ตรงตามรอบ ไม่เลื่อน",
        "meeting.time": arabic_digits(clock(own.time)) if own.time else f"{SHORT_BLANK} น.",
        "meeting.place": own.place or BLANK,
    }


def moved_from(meeting: Meeting) -> str:
    """Say from which day a meeting was moved, and why; a weekend is told by the name of its day."""
    day = weekday_date(meeting.planned)
    why = "" if day.startswith(meeting.why or "") else f" ซึ่งเป็น{meeting.why}"
    return arabic_digits(f"เลื่อนจาก{day}{why}")


def session(meeting: Meeting) -> str:
    """Write the number of a meeting over its Buddhist year (ข้อ ๒๕)."""
    return f"{meeting.number}/{be_year(meeting.held)}"


SERIES: dict[str, Callable[[Setting], Iterable[Entry]]] = {
    "oit-items": _open_data_items,
    "indicators": _indicators,
    "units": _units(Section, School),
    "sections": _units(Section),
    "schools": _units(School),
    "meetings": _meetings,
    "quarters": _quarters,
    "risks": _risks,
    "processes": _processes,
    "tracked-processes": _tracked_processes,
}
