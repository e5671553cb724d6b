"""What is reckoned for the meetings of the year: their days, what is due by each, how far the items are by then.

Status is what the sections and schools have told by the day of the meeting; where nobody has, the cell stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ita_docs.cycles import FORTNIGHT, Event, Meeting, Occurrence, events, meetings, tuesdays
from ita_docs.documents import committee
from ita_docs.documents.document import Desk
from ita_docs.documents.reckoned.rows import Rows, subject_of
from ita_docs.documents.series import Entry, moved_from, session
from ita_docs.setting import Setting
from ita_docs.status import Row, months, rows
from ita_docs.thai.dates import short_date, weekday_date
from ita_docs.thai.digits import arabic_digits
from ita_docs.year import Cycle

# What comes round without anything being due by its day.
NOT_DUE: tuple[Cycle, ...] = ("oit-window", "meetings", "executive-weekday", "each-day")
FIRST = "ไม่มี เนื่องจากเป็นการประชุมครั้งแรกตามกำหนดการของปี"


def meeting_days(desk: Desk, _: Entry | None) -> Rows:
    """List the meetings: number; day, with the day that it was moved from and why."""
    return [
        (session(each), arabic_digits(weekday_date(each.held) + (f"\n{moved_from(each)}" if each.why else "")))
        for each in meetings(desk.setting)
    ]


def tuesday_days(desk: Desk, _: Entry | None) -> Rows:
    """List the days on which the executives follow up; one that is a holiday says which, and is called off."""
    return [(_short(each.planned), f"งด ตรงกับ{each.why}" if each.why else "") for each in tuesdays(desk.setting)]


def committee_members(desk: Desk, _: Entry | None) -> Rows:
    """List the members of the committee: post with role in one cell, so that names have room in the register."""
    return [(f"{post} {role}",) for post, role in committee.members(desk)]


def minutes_to_adopt(desk: Desk, entry: Entry | None) -> list[str]:
    """Name the minutes that a meeting adopts: those of the meeting before."""
    before = _before(desk.setting, subject_of(entry, Meeting))
    if before is None:
        return [FIRST]
    return [arabic_digits(f"รายงานการประชุมครั้งที่ {session(before)} เมื่อ{weekday_date(before.held)}")]


def matters_arising(desk: Desk, entry: Entry | None) -> list[str]:
    """Name what a meeting follows up: what the meeting before has ordered, and what has come due since."""
    before = _before(desk.setting, subject_of(entry, Meeting))
    ordered = f"ของการประชุมครั้งที่ {session(before)} ตามบัญชีข้อสั่งการ" if before else f": {FIRST}"
    return [f"ข้อสั่งการ{ordered}", "งานที่ครบกำหนดถึงวันประชุม"]


def due_by_meeting(desk: Desk, entry: Entry | None) -> Rows:
    """List what has come due since the meeting before: what, by which day, who, and what was told of it."""
    setting, meeting = desk.setting, subject_of(entry, Meeting)
    before = _before(setting, meeting)
    since = before.held if before else meeting.planned - timedelta(days=FORTNIGHT)
    due: Rows = [
        (*_due(setting, *each), _told(setting, *each, meeting.held)) for each in _between(setting, since, meeting.held)
    ]
    return due or [("ไม่มีงานที่ครบกำหนดในช่วงนี้",)]


def due_after_meeting(desk: Desk, entry: Entry | None) -> Rows:
    """List what comes due until the next meeting, after the last one until the window closes: what, which day, who."""
    setting, meeting = desk.setting, subject_of(entry, Meeting)
    after = next((each.held for each in meetings(setting) if each.number > meeting.number), setting.year.oit.last)
    return [_due(setting, *each) for each in _between(setting, meeting.held, after)] or [("ไม่มีงานที่จะครบกำหนดในช่วงนี้",)]


def items_at_meeting(desk: Desk, entry: Entry | None) -> Rows:
    """List the items of the open data assessment: code and title, how far those are who answer for it."""
    setting, meeting = desk.setting, subject_of(entry, Meeting)
    told: dict[str, list[Row]] = {}
    for row in rows(setting, meeting.held):
        if row.due:
            told.setdefault(row.slug, []).append(row)
    return [(f"{of_item[0].code} {setting.items[slug].title}", _standing(of_item)) for slug, of_item in told.items()]


def reports_to_meeting(desk: Desk, entry: Entry | None) -> Rows:
    """List the sections and schools with the day of the report that each handed in since the meeting before."""
    setting, meeting = desk.setting, subject_of(entry, Meeting)
    before = _before(setting, meeting)
    since = before.held if before else setting.year.span.first - timedelta(days=1)
    return [
        (unit.th, next((_short(day) for day in sorted(days, reverse=True) if since < day <= meeting.held), ""))
        for unit in setting.office.units
        for days in [setting.progress[unit.id].reports if unit.id in setting.progress else ()]
    ]


def parts_followed(desk: Desk, _: Entry | None) -> list[str]:
    """Name the parts of the open data indicators with their items, one to be followed up after the other."""
    return [
        f"ตัวชี้วัดที่ {number} {title} ({', '.join(items.values())})"
        for indicator in desk.setting.year.indicators
        if indicator.instrument == "oit"
        for number, title, items in indicator.groups
    ]


def _before(setting: Setting, meeting: Meeting) -> Meeting | None:
    return next((each for each in meetings(setting) if each.number == meeting.number - 1), None)


def _between(setting: Setting, after: date, until: date) -> list[tuple[Event, Occurrence]]:
    """Find what is due after a day and not after another, in the order of the days."""
    found = [
        (event, each)
        for event in events(setting)
        if event.row.cycle not in NOT_DUE
        for each in event.occurrences
        if each.held and after < each.held <= until
    ]
    return sorted(found, key=lambda pair: pair[1].held or until)


def _due(setting: Setting, event: Event, each: Occurrence) -> tuple[str, str, str]:
    codes = ", ".join(setting.year.codes[slug] for slug in event.row.items if slug in setting.year.codes)
    proposed = "\n(วันที่เสนอ)" if event.row.status == "proposed" else ""
    day = _short(each.held or each.planned)
    return f"{event.row.title}{f' ({codes})' if codes else ''}", f"{day}{proposed}", event.row.who


def _told(setting: Setting, event: Event, each: Occurrence, day: date) -> str:
    """Count the procurement data that sections have handed in; of nothing else is it told for which period it was."""
    if event.row.cycle != "procurement-day":
        return ""
    month = [one for one in months(setting, day) if one.due - timedelta(days=1) == each.planned]
    given = sum(one.given is not None for one in month)
    return f"ส่งแล้ว {given} จาก {len(month)} ฝ่าย" if given else ""


def _standing(of_item: list[Row]) -> str:
    return "\n".join(_counts(of_item))


def _counts(of_item: list[Row]) -> Iterator[str]:
    for state, word in (("done", "แล้วเสร็จ"), ("doing", "กำลังดำเนินการ")):
        count = sum(row.state == state for row in of_item)
        if count:
            yield word if count == len(of_item) else f"{word} {count} จาก {len(of_item)} แห่ง"


def _short(day: date) -> str:
    return arabic_digits(short_date(day))
