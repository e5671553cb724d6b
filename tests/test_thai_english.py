import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.dates import PartialDay
from ita_docs.thai.english import english_blank, english_date, english_list

WRITTEN = {
    date(2012, 9, 6): "6 September B.E. 2555 (2012)",
    date(2025, 1, 1): "1 January B.E. 2568 (2025)",
    date(2025, 4, 30): "30 April B.E. 2568 (2025)",
    date(2024, 2, 29): "29 February B.E. 2567 (2024)",
}

BLANKS = {
    PartialDay(): "....... .................. B.E. 25.... (20....)",
    PartialDay(2025): "....... .................. B.E. 2568 (2025)",
    PartialDay(2025, 1): "....... January B.E. 2568 (2025)",
    PartialDay(None, 1, 15): "15 January B.E. 25.... (20....)",
    PartialDay(2025, 1, 15): "15 January B.E. 2568 (2025)",
}


@pytest.mark.parametrize(("day", "written"), WRITTEN.items())
def test_date(day: date, written: str) -> None:
    assert english_date(day) == written


@pytest.mark.parametrize(("day", "written"), BLANKS.items())
def test_date_with_blanks(day: PartialDay, written: str) -> None:
    assert english_blank(day) == written


@given(st.dates(date(1941, 1, 1), date(2100, 12, 31)))
def test_both_years_agree(day: date) -> None:
    number, month, era, buddhist, christian = english_date(day).split()
    assert era == "B.E."
    assert int(buddhist) - 543 == int(christian.strip("()")) == day.year
    assert int(number) == day.day
    next_month = day.replace(day=1) + timedelta(days=31)
    assert month != english_date(next_month).split()[1]


@pytest.mark.parametrize(
    ("items", "written"),
    [
        ([], ""),
        (["tax"], "tax"),
        (["tax", "fines"], "tax and fines"),
        (["tax", "permits", "fines"], "tax, permits and fines"),
    ],
)
def test_list(items: list[str], written: str) -> None:
    assert english_list(items) == written


def test_writing_thai_waits_for_no_foreign_library() -> None:
    modules = "dates, digits, english, money, sorting, text"
    program = f"import sys; from ita_docs.thai import {modules}; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", program], text=True).split()
    assert "ita_docs.thai.english" in loaded
    assert not {"babel", "pythainlp"} & set(loaded)
