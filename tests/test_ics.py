"""The calendar file: what another program than its writer reads from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import vobject
from click.testing import CliRunner

from ita_docs import cli
from ita_docs.cycles import events
from ita_docs.ics import calendar_file
from ita_docs.setting import Setting
from ita_docs.workspace import Workspace


@pytest.fixture(scope="module")
def written(setting: Setting) -> bytes:
    return calendar_file(setting)


@pytest.fixture(scope="module")
def read(written: bytes) -> vobject.base.Component:
    calendar = vobject.readOne(written.decode())
    calendar.validate()
    return calendar


def name(uid: str) -> str:
    """The row of the calendar that an entry comes from; of a meeting without its number."""
    row = uid.split(".")[0]
    return row if not row.startswith("meetings-") else "meetings"


def shown(calendar: vobject.base.Component) -> dict[str, list[tuple[date, str]]]:
    """Every day that a calendar program shows: of a series the days of its rule, departures in their stead."""
    days: dict[str, list[tuple[date, str]]] = {}
    instead = {
        (each.uid.value, each.contents["recurrence-id"][0].value): (each.dtstart.value, each.summary.value)
        for each in calendar.vevent_list
        if "recurrence-id" in each.contents
    }
    for each in calendar.vevent_list:
        if "recurrence-id" in each.contents:
            continue
        start, title, uid = each.dtstart.value, each.summary.value, each.uid.value
        planned = [day.date() for day in each.rruleset] if each.rruleset else [start]
        assert start in planned
        days.setdefault(name(uid), []).extend(instead.pop((uid, day), (day, title)) for day in planned)
    assert not instead, "a departure from a day that its series does not have"
    return days


def test_another_program_sees_every_day(setting: Setting, read: vobject.base.Component) -> None:
    due = {event.row.id: [each.held or each.planned for each in event.occurrences] for event in events(setting)}
    assert sum(map(len, due.values())) > 400
    assert {row: [day for day, _ in days] for row, days in shown(read).items()} == due


def test_titles_tell_what_moved_and_what_is_off(read: vobject.base.Component) -> None:
    days = shown(read)
    assert days["meetings"][3] == (
        date(2025, 2, 17),
        "ประชุมติดตามผลการดำเนินงานตัวชี้วัด OIT ครั้งที่ 4 (เลื่อนจาก 15 ก.พ. 68 วันเสาร์)",
    )
    assert [title for _, title in days["executives"] if "งด" in title] == [
        "งดเนื่องจากวันสงกรานต์: คณะผู้บริหารติดตามผลการดำเนินงาน ระหว่างรอประชุม Lunch Meeting กับปลัดกรุงเทพมหานคร"
    ]


def test_entries_say_who_what_and_where_from(read: vobject.base.Component) -> None:
    described = {name(each.uid.value): each.description.value for each in read.vevent_list}
    assert described["procurement"] == "ผู้รับผิดชอบ: ทุกฝ่าย (ฝ่ายปกครองติดตาม)\nข้อ: O15\nแผน บรรทัด 178"
    assert described["director-check"].endswith("แผน บรรทัด 213\nวันที่เสนอ แผนไม่ได้ระบุวัน")


def test_alarms_ring_in_the_morning_of_days_before(setting: Setting, read: vobject.base.Component) -> None:
    before = {event.row.id: event.row.alarm_days for event in events(setting)}
    rung = 0
    for each in read.vevent_list:
        days = before[name(each.uid.value)]
        if days is None or each.summary.value.startswith("งด"):
            assert "valarm" not in each.contents
            continue
        midnight = datetime.combine(each.dtstart.value, datetime.min.time())
        rings = midnight + each.valarm.trigger.value
        assert rings == midnight - timedelta(days=days) + timedelta(hours=9)
        assert each.valarm.description.value == each.summary.value
        rung += 1
    assert rung > 20


def test_the_window_lasts_from_its_first_to_its_last_day(read: vobject.base.Component) -> None:
    window = next(each for each in read.vevent_list if name(each.uid.value) == "oit-window")
    assert (window.dtstart.value, window.dtend.value) == (date(2025, 1, 1), date(2025, 5, 1))


def test_the_time_of_bangkok_is_described(read: vobject.base.Component) -> None:
    assert read.contents["vtimezone"][0].tzid.value == "Asia/Bangkok"
    assert read.contents["vtimezone"][0].standard.tzoffsetto.value == "+0700"


def test_every_entry_has_a_name_of_its_own_that_stays(setting: Setting, read: vobject.base.Component) -> None:
    def names(calendar: vobject.base.Component) -> list[tuple[str, object]]:
        return [
            (each.uid.value, each.contents["recurrence-id"][0].value if "recurrence-id" in each.contents else None)
            for each in calendar.vevent_list
        ]

    assert max(Counter(names(read)).values()) == 1
    other = replace(setting, office=setting.office.model_copy(update={"id": "bang-rak"}))
    theirs = vobject.readOne(calendar_file(other).decode())
    assert not {uid for uid, _ in names(read)} & {uid for uid, _ in names(theirs)}


def test_lines_are_short_and_whole(written: bytes) -> None:
    lines = written.split(b"\r\n")
    assert len(lines) > 500
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # a letter is never cut in two


def test_the_same_content_gives_the_same_bytes(setting: Setting, written: bytes) -> None:
    assert calendar_file(setting) == written
    assert {line for line in written.split(b"\r\n") if line.startswith(b"DTSTAMP")} == {b"DTSTAMP:20241001T000000Z"}


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["calendar"], "build/2568/samphanthawong/calendar.ics"),
        (["calendar", "--office", "bang-rak", "--year", "2568"], "build/2568/bang-rak/calendar.ics"),
        (["calendar", "--out", "plan/ours.ics"], "plan/ours.ics"),
    ],
)
def test_the_command_writes_the_file(
    words: list[str], file: str, workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace_copy.root)
    run = CliRunner().invoke(cli.cli, words, catch_exceptions=False)
    assert (run.exit_code, run.stdout) == (0, f"{file}\n")
    assert vobject.readOne((workspace_copy.root / file).read_bytes().decode()).contents["vevent"]
