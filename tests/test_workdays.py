"""Working days: what is a holiday of government offices, and where a day moves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.agreement.days import LONGEST_REST
from ita_docs.workdays import DaysOff, Moved, holidays_of

RULES: tuple[Moved, ...] = ("next-working-day", "previous-working-day")
NONE = DaysOff({})
days = st.dates(date(2024, 10, 1), date(2027, 9, 30))
added = st.dictionaries(days, st.sampled_from(["วันที่ระลึกของเขต", "ปิดปรับปรุงอาคาร"]), max_size=60).map(DaysOff)

# The days of fiscal year 2568 as the cabinet announced them, from Monday to Friday.
CLOSED_2568 = {
    "2024-10-14": "วันหยุดชดเชยวันนวมินทรมหาราช",
    "2024-10-23": "วันปิยมหาราช",
    "2024-12-05": "วันคล้ายวันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระบรมชนกาธิเบศร "
    "มหาภูมิพลอดุลยเดชมหาราช บรมนาถบพิตร วันชาติ และวันพ่อแห่งชาติ",
    "2024-12-10": "วันรัฐธรรมนูญ",
    "2024-12-30": "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ",
    "2024-12-31": "วันสิ้นปี",
    "2025-01-01": "วันขึ้นปีใหม่",
    "2025-02-12": "วันมาฆบูชา",
    "2025-04-07": "วันหยุดชดเชยวันพระบาทสมเด็จพระพุทธยอดฟ้าจุฬาโลกมหาราช และวันที่ระลึกมหาจักรีบรมราชวงศ์",
    "2025-04-14": "วันสงกรานต์",
    "2025-04-15": "วันสงกรานต์",
    "2025-04-16": "วันหยุดชดเชยวันสงกรานต์",
    "2025-05-05": "วันหยุดชดเชยวันฉัตรมงคล",
    "2025-05-09": "วันพืชมงคล",
    "2025-05-12": "วันหยุดชดเชยวันวิสาขบูชา",
    "2025-06-02": "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ",
    "2025-06-03": "วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าสุทิดา พัชรสุธาพิมลลักษณ พระบรมราชินี",
    "2025-07-10": "วันอาสาฬหบูชา",
    "2025-07-11": "วันเข้าพรรษา",
    "2025-07-28": "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระปรเมนทรรามาธิบดีศรีสินทรมหาวชิราลงกรณ พระวชิรเกล้าเจ้าอยู่หัว",
    "2025-08-11": "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ",
    "2025-08-12": "วันเฉลิมพระชนมพรรษาสมเด็จพระบรมราชชนนีพันปีหลวง และวันแม่แห่งชาติ",
}


def test_the_holidays_of_a_fiscal_year() -> None:
    first, last = date(2024, 10, 1), date(2025, 9, 30)
    named = {**holidays_of(2024), **holidays_of(2025)}
    found = {str(day): name for day, name in named.items() if first <= day <= last and day.weekday() < 5}
    assert found == CLOSED_2568


def test_holidays_alone_never_make_two_meetings_meet() -> None:
    day, rest = date(2015, 1, 1), 0
    while day.year < 2035:
        rest = rest + 1 if NONE.why(day) else 0
        assert rest <= LONGEST_REST
        day += timedelta(days=1)


@pytest.mark.parametrize("day", [date(2025, 5, 1), date(2026, 5, 1)])
def test_government_offices_work_on_labour_day(day: date) -> None:
    assert NONE.why(day) is None


def test_an_office_adds_days_and_its_reason_stands_first() -> None:
    off = DaysOff({date(2025, 1, 2): "ทำความสะอาดใหญ่", date(2025, 1, 4): "ตรวจระบบไฟฟ้า"})
    assert [off.why(date(2025, 1, day)) for day in (1, 2, 3, 4)] == [
        "วันขึ้นปีใหม่",
        "ทำความสะอาดใหญ่",
        None,
        "ตรวจระบบไฟฟ้า",
    ]
    assert off.moved(date(2025, 1, 1), "next-working-day") == date(2025, 1, 3)


@given(days, st.sampled_from(RULES), added)
def test_a_moved_day_is_the_nearest_working_day_on_its_side(day: date, rule: Moved, off: DaysOff) -> None:
    moved = off.moved(day, rule)
    assert off.why(moved) is None
    passed = sorted((day, moved))
    between = [passed[0] + timedelta(days=step) for step in range((passed[1] - passed[0]).days + 1)]
    assert all(off.why(each) for each in between if each != moved)
    assert moved >= day if rule == "next-working-day" else moved <= day


@given(st.lists(days, min_size=2, max_size=20), st.sampled_from(RULES), added)
def test_moving_keeps_the_order(planned: list[date], rule: Moved, off: DaysOff) -> None:
    moved = [off.moved(day, rule) for day in sorted(planned)]
    assert moved == sorted(moved)


@given(days, st.integers(-15, 15), added)
def test_counting_there_passes_as_many_working_days(day: date, count: int, off: DaysOff) -> None:
    end = off.counted(day, count)
    step = timedelta(days=1 if count > 0 else -1)
    passed, each = 0, day
    while each != end:
        each += step
        passed += off.why(each) is None
    assert passed == abs(count)
    assert end == day or off.why(end) is None
