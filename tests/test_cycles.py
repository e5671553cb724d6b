"""The cycles of a year: the meetings, the executives' Tuesdays, every row of the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from ita_docs.agreement.days import year_faults
from ita_docs.cycles import Meeting, days_off, events, meetings, tuesdays
from ita_docs.documents import Document
from ita_docs.office_year import DayOff
from ita_docs.setting import Setting
from ita_docs.todo import open_points
from ita_docs.workspace import Workspace
from ita_docs.year import Cycle, Window

FIRST, LAST = date(2025, 1, 1), date(2025, 4, 30)
in_window = st.dates(FIRST, LAST)
rules = st.sampled_from(["every-15-days", "twice-a-month"])
moves = st.sampled_from(["next-working-day", "previous-working-day"])


def changed(setting: Setting, closed: Sequence[date] = (), **series: Any) -> Setting:
    """The office with days off of its own, and another series of meetings."""
    own = setting.own.model_copy(update={"days_off": tuple(DayOff(day=day, why="ปิดอาคาร") for day in closed)})
    year = setting.year.model_copy(update={"meetings": setting.year.meetings.model_copy(update=series)})
    return replace(setting, own=own, year=year)


def row(setting: Setting, cycle: Cycle) -> list[tuple[str, str | None, str | None]]:
    """The days of a cycle: planned, held, why."""
    (event, *_) = [event for event in events(setting) if event.row.cycle == cycle]
    return [(str(each.planned), str(each.held) if each.held else None, each.why) for each in event.occurrences]


# ---- the meetings


def test_the_meetings_of_2568(setting: Setting) -> None:
    assert meetings(setting) == (
        Meeting(1, date(2025, 1, 1), date(2025, 1, 2), "วันขึ้นปีใหม่"),
        Meeting(2, date(2025, 1, 16), date(2025, 1, 16), None),
        Meeting(3, date(2025, 1, 31), date(2025, 1, 31), None),
        Meeting(4, date(2025, 2, 15), date(2025, 2, 17), "วันเสาร์"),
        Meeting(5, date(2025, 3, 2), date(2025, 3, 3), "วันอาทิตย์"),
        Meeting(6, date(2025, 3, 17), date(2025, 3, 17), None),
        Meeting(7, date(2025, 4, 1), date(2025, 4, 1), None),
        Meeting(8, date(2025, 4, 16), date(2025, 4, 17), "วันหยุดชดเชยวันสงกรานต์"),
    )


def test_twice_a_month_makes_as_many(setting: Setting) -> None:
    found = meetings(changed(setting, rule="twice-a-month"))
    assert [str(each.planned)[5:] for each in found] == [
        f"{month:02}-{day:02}" for month in (1, 2, 3, 4) for day in (1, 16)
    ]


def test_a_month_that_is_too_short_meets_on_its_last_day(setting: Setting) -> None:
    found = meetings(changed(setting, rule="twice-a-month", days_of_month=(15, 31), start=date(2025, 2, 1)))
    assert [str(each.planned) for each in found] == [
        *("2025-02-15", "2025-02-28"),
        *("2025-03-15", "2025-03-31"),
        *("2025-04-15", "2025-04-30"),
    ]


def test_a_meeting_that_would_leave_the_window_moves_the_other_way(setting: Setting) -> None:
    late = changed(setting, [LAST, date(2025, 4, 29)], rule="twice-a-month", days_of_month=(14, 30))
    assert meetings(late)[-1] == Meeting(8, LAST, date(2025, 4, 28), "ปิดอาคาร")
    assert meetings(changed(setting, moved="previous-working-day"))[0].held == date(2025, 1, 2)


@given(rules, moves, st.lists(in_window, max_size=50), in_window, st.tuples(st.integers(1, 31), st.integers(1, 31)))
@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_meetings_keep_to_working_days_and_their_order(
    setting: Setting, rule: str, moved: str, closed: list[date], first: date, days: tuple[int, int]
) -> None:
    office = changed(setting, sorted(set(closed)), rule=rule, moved=moved, start=first, days_of_month=days)
    off = days_off(office)
    assume(any(off.why(FIRST + timedelta(days=step)) is None for step in range((LAST - FIRST).days + 1)))
    found = meetings(office)
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    for each in found:
        assert off.why(each.held) is None
        assert FIRST <= each.held <= LAST
        assert each.why == off.why(each.planned)
        assert (each.held == each.planned) == (each.why is None)
    held = [each.held for each in found]
    assert held == sorted(held)
    told = [fault.code for fault in year_faults(office)]
    assert told == ["meetings-on-one-day"] * (len(held) - len(set(held)))


# ---- the Tuesdays


def test_the_tuesdays_of_2568(setting: Setting) -> None:
    found = tuesdays(setting)
    assert len(found) == 17
    assert {each.planned.weekday() for each in found} == {1}
    assert [(str(each.planned), each.why) for each in found if each.held is None] == [("2025-04-15", "วันสงกรานต์")]
    assert all(each.held == each.planned for each in found if each.why is None)


# ---- the calendar


def test_the_calendar_has_every_cycle(setting: Setting) -> None:
    cycles = {each.row.cycle for each in events(setting)}
    assert cycles == set(get_args(Cycle))


def test_the_window_the_check_and_the_close(setting: Setting) -> None:
    window = next(event for event in events(setting) if event.row.cycle == "oit-window")
    assert (window.first, window.occurrences[0].last) == (FIRST, LAST)
    assert row(setting, "director-check") == [("2025-04-25", "2025-04-25", None)]
    assert row(setting, "oit-close") == [("2025-04-30", "2025-04-30", None)]


def test_procurement_is_due_before_the_fifth(setting: Setting) -> None:
    found = row(setting, "procurement-day")
    assert len(found) == 12
    assert all(planned.endswith("-04") and held and held <= planned for planned, held, _ in found)
    assert [each for each in found if each[2]] == [
        ("2025-01-04", "2025-01-03", "วันเสาร์"),
        ("2025-05-04", "2025-05-02", "วันฉัตรมงคล"),
    ]


@pytest.mark.parametrize(
    ("cycle", "held"),
    [
        ("each-quarter", ["2024-12-27", "2025-03-31", "2025-06-30", "2025-09-30"]),
        ("kpi-months", ["2024-12-27", "2025-03-31", "2025-06-30", "2025-09-30"]),
        ("policy-months", ["2025-03-31", "2025-09-30"]),
    ],
)
def test_periods_end_on_a_working_day(setting: Setting, cycle: Cycle, held: list[str]) -> None:
    assert [each[1] for each in row(setting, cycle)] == held


def test_news_come_every_day_of_the_fiscal_year(setting: Setting) -> None:
    found = row(setting, "each-day")
    assert (len(found), found[0][0], found[-1][0]) == (365, "2024-10-01", "2025-09-30")


def test_days_off_of_the_office_move_what_is_due(setting: Setting) -> None:
    closed = changed(setting, [date(2025, 3, 31), date(2025, 4, 8)])
    assert row(closed, "policy-months")[0] == ("2025-03-31", "2025-03-28", "ปิดอาคาร")
    assert ("2025-04-08", None, "ปิดอาคาร") in row(closed, "executive-weekday")


def test_what_is_proposed_is_on_the_list_of_open_points(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    found = [each for each in open_points(workspace, setting, documents.values()) if each.code == "proposed-day"]
    lines = (workspace.root / "content/2568/year.yaml").read_text(encoding="utf-8").splitlines()
    assert {each.facts["value"] for each in found} == {
        event.row.title for event in events(setting) if event.row.status == "proposed"
    }
    assert len(found) > 5
    assert {lines[each.place.line - 1] for each in found if each.place and each.place.line} == {"    status: proposed"}


def test_a_window_without_the_weekday_leaves_the_row_out(setting: Setting) -> None:
    short = Window(first=date(2025, 1, 1), last=date(2025, 1, 3))
    small = replace(setting, year=setting.year.model_copy(update={"oit": short}))
    assert tuesdays(small) == ()
    assert "executive-weekday" not in {each.row.cycle for each in events(small)}
