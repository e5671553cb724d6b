"""The calendar of an office in a year as an .ics file (RFC 5545), which any calendar program imports.

The plan gives days and no times of day, so every entry is for the whole day; alarms ring in the morning.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from ita_docs.cycles import Event, Occurrence, Recurrence, events
from ita_docs.setting import Setting
from ita_docs.thai.dates import short_date
from ita_docs.thai.digits import arabic_digits

ZONE, ZONE_NAME, OFFSET = "Asia/Bangkok", "+07", timedelta(hours=7)
MORNING = timedelta(hours=9)  # when an alarm rings
DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY"}


def calendar_file(setting: Setting) -> bytes:
    """Write the calendar of an office in a year: the same content, the same bytes."""
    title = f"ปฏิทิน ITA {setting.office.name.th} ปีงบประมาณ พ.ศ. {setting.year.year_be}"
    calendar = icalendar.Calendar()
    for name, value in (
        ("prodid", f"-//ita-docs//{setting.year.year_be}//TH"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("name", title),
        ("x-wr-calname", title),
        ("x-wr-timezone", ZONE),
    ):
        calendar.add(name, value)
    calendar.add_component(_zone())
    for event in events(setting):
        for entry in _entries(event, setting):
            calendar.add_component(entry)
    written: bytes = calendar.to_ical()
    return written


def _zone() -> icalendar.Timezone:
    """Describe the time of Bangkok, which knows no summer time."""
    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzname", ZONE_NAME)
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    zone.add_component(standard)
    return zone


def _entries(event: Event, setting: Setting) -> Iterator[icalendar.Event]:
    """Write a series with what departs from it; where nothing recurs by rule, each day by itself."""
    if event.recurrence is None:
        numbered = event.row.cycle == "meetings"
        for number, each in enumerate(event.occurrences, 1):
            ending, counted = (f"-{number}", f" ครั้งที่ {number}") if numbered else ("", "")
            yield _entry(event, each, _title(event.row.title + counted, each), f"{event.row.id}{ending}", setting)
        return
    planned = Occurrence(event.first, event.first)
    series = _entry(event, planned, event.row.title, event.row.id, setting)
    series.add("rrule", _rule(event.recurrence, event.occurrences[-1].planned))
    yield series
    for each in event.occurrences:
        if each.held != each.planned:
            entry = _entry(event, each, _title(event.row.title, each), event.row.id, setting)
            entry.add("recurrence-id", each.planned)
            yield entry


def _entry(event: Event, day: Occurrence, title: str, name: str, setting: Setting) -> icalendar.Event:
    year, first = setting.year, day.held or day.planned
    entry = icalendar.Event()
    entry.add("uid", f"{name}.{year.year_be}@{setting.office.id}.ita-docs")
    entry.add("dtstamp", datetime.combine(year.span.first, time(), UTC))
    entry.add("dtstart", first)
    entry.add("dtend", (day.last or first) + DAY)
    entry.add("summary", title)
    entry.add("description", _description(event, setting))
    entry.add("categories", ["ITA"])
    entry.add("transp", "TRANSPARENT")  # a whole day that is due is no day without time for anything else
    if event.row.alarm_days is not None and day.held:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", MORNING - event.row.alarm_days * DAY)
        entry.add_component(alarm)
    return entry


def _rule(recurrence: Recurrence, until: date) -> icalendar.vRecur:
    rule = icalendar.vRecur({"freq": UNITS[recurrence.unit], "interval": recurrence.interval, "until": until})
    if recurrence.unit == "week" and recurrence.day is not None:
        rule["byday"] = WEEKDAYS[recurrence.day]
    elif recurrence.unit == "month":
        rule["bymonthday"] = recurrence.day
    return rule


def _title(title: str, day: Occurrence) -> str:
    """Write what stands in the calendar, with why a day departs from its plan.

    >>> _title("ประชุม", Occurrence(date(2025, 2, 15), date(2025, 2, 17), "วันเสาร์"))
    'ประชุม (เลื่อนจาก 15 ก.พ. 68 วันเสาร์)'
    >>> _title("ประชุม", Occurrence(date(2025, 4, 15), None, "วันสงกรานต์"))
    'งดเนื่องจากวันสงกรานต์: ประชุม'
    """
    if day.held is None:
        return f"งดเนื่องจาก{day.why}: {title}"
    if day.held != day.planned:
        return f"{title} (เลื่อนจาก {arabic_digits(short_date(day.planned))} {day.why})"
    return title


def _description(event: Event, setting: Setting) -> str:
    lines = [f"ผู้รับผิดชอบ: {event.row.who}"]
    if event.row.items:
        lines.append("ข้อ: " + " ".join(setting.year.codes[slug] for slug in event.row.items))
    if event.row.line:
        lines.append(f"แผน บรรทัด {event.row.line}")
    if event.row.status == "proposed":
        lines.append("วันที่เสนอ แผนไม่ได้ระบุวัน")
    return "\n".join(lines)
