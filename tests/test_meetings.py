"""The papers of the meetings, the circulars and letters: what is reckoned for them, and what is left to the pen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from ita_docs import build, paper
from ita_docs.cycles import meetings
from ita_docs.documents import KINDS, SERIES, Desk, Document, Entry
from ita_docs.documents.reckoned import meetings as reckoned
from ita_docs.office_year import MeetingPlace, PaperFacts
from ita_docs.progress import UnitProgress
from ita_docs.setting import Late, Setting
from ita_docs.thai.text import typeset
from ita_docs.workspace import Workspace

PER_MEETING = (
    "memo-meeting",
    "meeting-agenda",
    "meeting-minutes",
    "meeting-attendance",
    "meeting-actions",
    "line-meeting",
)
NONE: Mapping[str, Document] = {}


def desk_of(setting: Setting, documents: Mapping[str, Document] = NONE) -> Desk:
    return Desk(setting, documents)


def entry(setting: Setting, number: int) -> Entry:
    return list(SERIES["meetings"](setting))[number - 1]


def by_first(rows: list[tuple[str, ...]]) -> dict[str, str]:
    return {row[0]: row[1] for row in rows}


def told(setting: Setting, **units: dict[str, Any]) -> Setting:
    made = {unit: UnitProgress.model_validate({"unit": unit, **facts}) for unit, facts in units.items()}
    return replace(setting, late_progress=Late.known(made))


def twice_a_month(setting: Setting) -> Setting:
    series = setting.year.meetings.model_copy(update={"rule": "twice-a-month"})
    return replace(setting, year=setting.year.model_copy(update={"meetings": series}))


def text_of(workspace: Workspace, setting: Setting, documents: Mapping[str, Document], name: str) -> str:
    (made,) = build.make(build.Press(workspace), setting, documents, [documents[name]])
    return paper.read(made.data, made.name).outline() if made.file.endswith(".docx") else made.data.decode()


# ---- the series


def test_every_meeting_has_its_papers(documents: Mapping[str, Document]) -> None:
    for paper_id in PER_MEETING:
        assert [name for name, one in documents.items() if one.content.id == paper_id] == [
            f"{paper_id}-{number:02}" for number in range(1, 9)
        ]


def test_a_meeting_tells_its_day_and_why_it_was_moved(setting: Setting) -> None:
    first, second = entry(setting, 1).names, entry(setting, 2).names
    assert first["meeting.session"] == "1/2568"
    assert first["meeting.weekday"] == "วันพฤหัสบดีที่ 2 มกราคม 2568"
    assert first["meeting.planned"] == "1 มกราคม 2568"
    assert first["meeting.moved"] == "เลื่อนจากวันพุธที่ 1 มกราคม 2568 ซึ่งเป็นวันขึ้นปีใหม่"
    assert second["meeting.moved"] == "ตรงตามรอบ ไม่เลื่อน"
    assert entry(setting, 4).names["meeting.moved"] == "เลื่อนจากวันเสาร์ที่ 15 กุมภาพันธ์ 2568"


def test_time_and_place_are_blanks_until_the_office_says_so(setting: Setting) -> None:
    open_names = entry(setting, 1).names
    assert set(open_names["meeting.place"]) == {"."}
    assert open_names["meeting.time"] == "............ น."
    own = setting.own.model_copy(update={"meetings": MeetingPlace(time=time(9, 30), place="ห้องประชุม 2")})
    names = entry(replace(setting, own=own), 1).names
    assert (names["meeting.time"], names["meeting.place"]) == ("09.30 น.", "ห้องประชุม 2")


@pytest.mark.parametrize("typed", ["09.30", "9:30", "09:30"])
def test_a_time_is_read_as_it_is_typed(typed: str) -> None:
    assert MeetingPlace.model_validate({"time": typed}).time == time(9, 30)


# ---- what is due


@pytest.mark.parametrize("series", [lambda setting: setting, twice_a_month], ids=["every-15-days", "twice-a-month"])
def test_what_is_due_is_told_once_before_and_once_after(setting: Setting, series: Any) -> None:
    """What one meeting sees coming is what the next one follows up; nothing falls between two meetings."""
    held = series(setting)
    desk, count = desk_of(held), len(meetings(held))
    assert count > 1
    for number in range(1, count):
        ahead = reckoned.due_after_meeting(desk, entry(held, number))
        behind = reckoned.due_by_meeting(desk, entry(held, number + 1))
        assert [row[0] for row in ahead if "ไม่มีงาน" not in row[0]] == [
            row[0] for row in behind if "ไม่มีงาน" not in row[0]
        ]


def test_the_last_meeting_sees_the_window_close(setting: Setting) -> None:
    days = {row[0]: row[1] for row in reckoned.due_after_meeting(desk_of(setting), entry(setting, 8))}
    closing = next(title for title in days if "วันสุดท้ายของการตอบ" in title)
    assert days[closing] == "30 เม.ย. 68"
    check = next(title for title in days if title.startswith("ผู้อำนวยการเขตตรวจ"))
    assert days[check] == "25 เม.ย. 68\n(วันที่เสนอ)"


def test_nothing_due_is_said_and_not_left_empty(setting: Setting) -> None:
    year = setting.year.model_copy(update={"calendar": ()})
    bare = desk_of(replace(setting, year=year))
    assert reckoned.due_by_meeting(bare, entry(setting, 2)) == [("ไม่มีงานที่ครบกำหนดในช่วงนี้",)]
    assert reckoned.due_after_meeting(bare, entry(setting, 2)) == [("ไม่มีงานที่จะครบกำหนดในช่วงนี้",)]


# ---- what was told


def test_nothing_is_done_while_nobody_has_told(setting: Setting) -> None:
    desk = desk_of(told(setting))
    for number in range(1, 9):
        standing = reckoned.items_at_meeting(desk, entry(setting, number))
        assert len(standing) == 22
        assert {row[1] for row in standing} == {""}
        assert {row[1] for row in reckoned.reports_to_meeting(desk, entry(setting, number))} == {""}
        assert {row[3] for row in reckoned.due_by_meeting(desk, entry(setting, number)) if len(row) > 3} <= {""}


def test_an_item_is_done_from_the_meeting_on_by_whose_day_it_was(setting: Setting) -> None:
    desk = desk_of(told(setting, administrative={"items": {"O1": {"status": "done", "day": "2025-02-10"}}}))
    standing = [by_first(reckoned.items_at_meeting(desk, entry(setting, number))) for number in (3, 4)]
    (title,) = [title for title in standing[0] if title.startswith("O1 ")]
    assert [each[title] for each in standing] == ["", "แล้วเสร็จ"]


def test_an_item_of_several_counts_those_who_are_done(setting: Setting) -> None:
    done = {"items": {"O6": {"status": "done", "day": "2025-01-20"}}}
    desk = desk_of(told(setting, finance=done, revenue={"items": {"O6": {"status": "doing"}}}))
    standing = by_first(reckoned.items_at_meeting(desk, entry(setting, 4)))
    (title,) = [title for title in standing if title.startswith("O6 ")]
    assert standing[title] == "แล้วเสร็จ 1 จาก 10 แห่ง\nกำลังดำเนินการ 1 จาก 10 แห่ง"


def test_a_report_counts_for_the_meeting_that_follows_it(setting: Setting) -> None:
    desk = desk_of(told(setting, finance={"reports": ["2025-01-10", "2025-01-17"]}))
    days = [by_first(reckoned.reports_to_meeting(desk, entry(setting, number)))["ฝ่ายการคลัง"] for number in (1, 2, 3, 4)]
    assert days == ["", "10 ม.ค. 68", "17 ม.ค. 68", ""]


def test_procurement_data_is_counted_for_its_month(setting: Setting) -> None:
    given = {"procurement": {"2025-01": {"given": "2025-02-03"}}}
    desk = desk_of(told(setting, finance=given))
    by_meeting = {number: reckoned.due_by_meeting(desk, entry(setting, number)) for number in (4, 5)}
    told_of = {number: [row[3] for row in rows if "(O15)" in row[0]] for number, rows in by_meeting.items()}
    assert told_of == {4: ["ส่งแล้ว 1 จาก 10 ฝ่าย"], 5: []}


# ---- follow-up and minutes


def test_the_first_meeting_adopts_nothing_and_the_second_the_first(setting: Setting) -> None:
    desk = desk_of(setting)
    assert reckoned.minutes_to_adopt(desk, entry(setting, 1)) == [reckoned.FIRST]
    assert reckoned.minutes_to_adopt(desk, entry(setting, 2)) == [
        "รายงานการประชุมครั้งที่ 1/2568 เมื่อวันพฤหัสบดีที่ 2 มกราคม 2568"
    ]
    assert "ครั้งที่ 1/2568" in reckoned.matters_arising(desk, entry(setting, 2))[0]


def test_the_members_are_those_of_the_order_in_its_order(setting: Setting, documents: Mapping[str, Document]) -> None:
    order = documents["order-committee"]
    view: Any = KINDS["order"].view(order, desk_of(setting, documents))
    listed = reckoned.committee_members(desk_of(setting, documents), None)
    assert [typeset(member or "") for (member,) in listed] == [
        f"{member['post']} {member['role']}" for member in view["bodies"][0]["members"]
    ]
    assert len(listed) == 15


def test_nobody_is_written_down_as_having_come(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    """Names that the office knows stay out of the minutes and of the register, and so do hours and resolutions."""
    holders = {post: {"name": f"นายสมมุติ {post}"} for post in setting.people}
    office = setting.office.model_validate({**setting.office.model_dump(by_alias=True), "people": holders})
    known = replace(setting, office=office)
    assert known.people["director"].name == "นายสมมุติ director"
    for name in ("meeting-minutes-02", "meeting-attendance-02"):
        text = text_of(workspace, known, documents, name)
        assert "ผู้อำนวยการเขตสัมพันธวงศ์" in text
        assert "สมมุติ" not in text
    assert re.search(r"เริ่มประชุมเวลา  \.+ น\.", text_of(workspace, known, documents, "meeting-minutes-02"))


def test_agenda_and_minutes_have_the_same_items(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    agenda, minutes = (
        re.findall(r"ระเบียบวาระที่ (.*)", text_of(workspace, setting, documents, f"meeting-{name}-03"))
        for name in ("agenda", "minutes")
    )
    assert len(agenda) == 5
    assert agenda == minutes


# ---- the Tuesdays, the circulars, the messages


def test_the_tuesdays_name_songkran(setting: Setting) -> None:
    days = by_first(reckoned.tuesday_days(desk_of(setting), None))
    assert len(days) == 17
    assert {day: note for day, note in days.items() if note} == {"15 เม.ย. 68": "งด ตรงกับวันสงกรานต์"}


def test_a_circular_of_an_office_without_schools_speaks_of_none(workspace: Workspace, setting: Setting) -> None:
    office = setting.office.model_copy(update={"listed_schools": ()})
    without = replace(setting, office=office)
    documents = workspace.documents(without)
    text = text_of(workspace, without, documents, "memo-circular")
    assert "เรียน  หัวหน้าฝ่ายทุกฝ่าย\n" in text
    assert "โรงเรียน" not in text


def test_a_circular_names_what_was_issued_with_its_number_and_day(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    known = {"order-committee": {"number": "12", "signed": "2024-12-20"}, "anti-bribery": {"signed": "2025-01-06"}}
    papers = {name: PaperFacts.model_validate(facts) for name, facts in known.items()}
    told = replace(setting, own=setting.own.model_copy(update={"papers": {**setting.own.papers, **papers}}))
    text = text_of(workspace, told, documents, "memo-circular")
    assert "คำสั่งสำนักงานเขตสัมพันธวงศ์ ที่ ๑๒/๒๕๖๗ เรื่อง แต่งตั้งคณะกรรมการ" in text
    assert text.count("ลงวันที่ ๒๐ ธันวาคม ๒๕๖๗") == 1
    assert text.count("(ภาษาไทยและภาษาอังกฤษ) ลงวันที่ ๖ มกราคม ๒๕๖๘") == 1
    assert text.count("ลงวันที่ ....... ") == 2  # of the other two
    assert "ลงวันที่" not in text_of(workspace, told, documents, "memo-submission")  # which encloses drafts


def test_a_circular_lists_what_it_sends(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    text = text_of(workspace, setting, documents, "memo-circular")
    assert text.count("[รายการที่แนบ]") == 4
    assert "เรียน  หัวหน้าฝ่ายทุกฝ่าย และผู้อำนวยการโรงเรียนทุกโรงเรียน\n" in text
    assert text.rstrip().endswith("ผู้อำนวยการเขตสัมพันธวงศ์")


def test_the_messages_keep_their_figures_arabic(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    messages = [name for name, one in documents.items() if one.kind == "message"]
    assert len(messages) >= 11
    for name in messages:
        assert not re.search("[๐-๙]", text_of(workspace, setting, documents, name))
