import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.dates import (
    MONTHS,
    SHORT_MONTHS,
    DateError,
    PartialDay,
    be_year,
    clock,
    date_range,
    dated,
    dated_blank,
    fiscal_days,
    fiscal_year,
    given_at,
    given_at_blank,
    head_blank,
    long_date,
    month_year,
    number_line,
    parse_date,
    parse_partial,
    short_date,
    weekday_date,
)
from ita_docs.thai.digits import arabic_digits

FIRST, LAST = date(1940, 1, 1), date(2100, 12, 31)
days = st.dates(FIRST, LAST)

FORMS: dict[Callable[[date], str], str] = {
    long_date: "๗ มกราคม ๒๕๖๘",
    dated: "ลงวันที่ ๗ มกราคม ๒๕๖๘",
    given_at: "วันที่ ๗ มกราคม พ.ศ. ๒๕๖๘",
    short_date: "๗ ม.ค. ๖๘",
    weekday_date: "วันอังคารที่ ๗ มกราคม ๒๕๖๘",
}


def every_day() -> Iterator[date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += timedelta(days=1)


@pytest.mark.parametrize(("form", "written"), FORMS.items())
def test_forms(form: Callable[[date], str], written: str) -> None:
    assert form(date(2025, 1, 7)) == written


@pytest.mark.parametrize("form", FORMS)
def test_every_day_is_written_and_read_back(form: Callable[[date], str]) -> None:
    wrong = [day for day in every_day() if parse_date(form(day)) != day]
    assert wrong == []


@given(days, st.sampled_from(list(FORMS)))
def test_arabic_digits_read_the_same(day: date, form: Callable[[date], str]) -> None:
    assert parse_date(arabic_digits(form(day))) == day


def test_month_tables() -> None:
    assert len(set(MONTHS)) == len(set(SHORT_MONTHS)) == 12
    for number, (month, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), 1):
        # the end of a Thai month tells its length: คม 31 days, ยน 30
        length = (date(2025 + number // 12, number % 12 + 1, 1) - timedelta(days=1)).day
        assert {"คม": 31, "ยน": 30, "ธ์": 28}[month[-2:]] == length
        # a short month is the month's own first letters
        assert month.startswith(short[0])
        assert re.fullmatch(r"[เก-ฮิี]+\.[ก-ฮ]\.", short)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 1, 1), 2568),
        (date(2024, 12, 31), 2567),
        (date(1941, 1, 1), 2484),
        # the year began in April until then
        (date(1940, 12, 31), 2483),
        (date(1940, 4, 1), 2483),
        (date(1940, 3, 31), 2482),
        (date(1939, 3, 31), 2481),
    ],
)
def test_buddhist_year(day: date, year: int) -> None:
    assert be_year(day) == year


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2025, 1, 1), date(2025, 1, 5), "๑ - ๕ มกราคม ๒๕๖๘"),
        (date(2025, 1, 30), date(2025, 2, 2), "๓๐ มกราคม - ๒ กุมภาพันธ์ ๒๕๖๘"),
        (date(2024, 12, 30), date(2025, 1, 2), "๓๐ ธันวาคม ๒๕๖๗ - ๒ มกราคม ๒๕๖๘"),
        (date(2024, 1, 1), date(2025, 1, 1), "๑ มกราคม ๒๕๖๗ - ๑ มกราคม ๒๕๖๘"),
        (date(2025, 1, 1), date(2025, 1, 1), "๑ มกราคม ๒๕๖๘"),
    ],
)
def test_range(first: date, last: date, written: str) -> None:
    assert date_range(first, last) == written


@given(days, days)
def test_range_reads_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    left, _, right = date_range(first, last).rpartition(" - ")
    assert parse_date(right) == last
    # what the left end does not say, it shares with the right end
    said = left.split()
    assert parse_date(" ".join([*said, *right.split()[len(said) :]])) == first


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="กลับกัน"):
        date_range(date(2025, 1, 2), date(2025, 1, 1))


def test_clock_and_month() -> None:
    assert clock(time(9, 30)) == "๐๙.๓๐ น."
    assert clock(time(0, 0)) == "๐๐.๐๐ น."
    assert clock(time(16, 5, 59)) == "๑๖.๐๕ น."
    assert month_year(date(2025, 1, 31)) == "มกราคม ๒๕๖๘"


def test_fiscal_year() -> None:
    assert fiscal_year(date(2024, 9, 30)) == 2567
    assert fiscal_year(date(2024, 10, 1)) == 2568
    assert fiscal_days(2568) == (date(2024, 10, 1), date(2025, 9, 30))


@given(days)
def test_a_day_lies_in_its_fiscal_year(day: date) -> None:
    first, last = fiscal_days(fiscal_year(day))
    assert first <= day <= last


READ = {
    "20 ธันวาคม 2553": date(2010, 12, 20),
    "  วันที่ 1 มกราคม 2568 ": date(2025, 1, 1),
    "วันที่ ๑ เดือน มกราคม พ.ศ. ๒๕๖๘": date(2025, 1, 1),
    "01 มกราคม พ.ศ.2568": date(2025, 1, 1),
    "1 ม.ค. 2568": date(2025, 1, 1),
    "1\u00a0มี.ค.\u00a000": date(1957, 3, 1),
    "31 ธ.ค. 99": date(2056, 12, 31),
    "29 กุมภาพันธ์ 2567": date(2024, 2, 29),
    "วันพฤหัสบดีที่ 1 พฤษภาคม 2568": date(2025, 5, 1),
}


@pytest.mark.parametrize(("text", "day"), READ.items())
def test_reads(text: str, day: date) -> None:
    assert parse_date(text) == day


NOT_READ = {
    "": ("not-a-date", None),
    "เมื่อวานนี้": ("not-a-date", None),
    "มกราคม 2568": ("not-a-date", None),
    "2025-01-15": ("not-a-date", None),
    "1 มค 68": ("not-a-date", None),
    "1 มกราคม 68": ("not-a-date", None),
    "1 มกราคม 568": ("not-a-date", None),
    "1 - 5 มกราคม 2568": ("not-a-date", None),
    "1 มกราคม 2025": ("christian-year", "1 มกราคม 2568"),
    "31 กุมภาพันธ์ 2568": ("impossible-date", None),
    "29 กุมภาพันธ์ 2568": ("impossible-date", None),
    "0 ม.ค. 68": ("impossible-date", None),
    "1 มกราคม 2483": ("impossible-date", None),
    "วันพุธที่ 7 มกราคม 2568": ("wrong-weekday", "วันอังคารที่ 7 มกราคม 2568"),
}


@pytest.mark.parametrize(("text", "verdict"), NOT_READ.items())
def test_never_guesses(text: str, verdict: tuple[str, str | None]) -> None:
    with pytest.raises(DateError, match=r"[ก-ฮ]") as caught:
        parse_date(text)
    assert (caught.value.code, caught.value.suggestion) == verdict


@given(st.text() | st.text(alphabet="0123๑๒๓ มกราคมธ.วันที่พศ-/25"))
def test_arbitrary_text_is_read_or_refused(text: str) -> None:
    for read in (parse_date, parse_partial):
        with suppress(DateError):
            read(text)


PARTIAL = {
    "": PartialDay(),
    " ": PartialDay(),
    "2025": PartialDay(2025),
    "2025-01": PartialDay(2025, 1),
    "2025-01-15": PartialDay(2025, 1, 15),
    "2024-02-29": PartialDay(2024, 2, 29),
}


@pytest.mark.parametrize(("text", "day"), PARTIAL.items())
def test_partial_day(text: str, day: PartialDay) -> None:
    assert parse_partial(text) == day
    assert str(day) == text.strip()


NOT_PARTIAL = {
    "2568": ("buddhist-year", "2025"),
    "2568-01": ("buddhist-year", "2025-01"),
    "2568-01-10": ("buddhist-year", "2025-01-10"),
    "2567-02-29": ("buddhist-year", "2024-02-29"),
    "2568-02-29": ("buddhist-year", None),
    "2025-02-29": ("impossible-date", None),
    "2025-13": ("impossible-date", None),
    "2025-01-00": ("impossible-date", None),
    "0000": ("impossible-date", None),
    "2025-1-5": ("not-a-date", "2025-01-05"),
    "2025/01/05": ("not-a-date", "2025-01-05"),
    "15/1/2568": ("not-a-date", "2025-01-15"),
    "๒๕๖๘-๐๑-๑๐": ("not-a-date", "2025-01-10"),
    "10 มกราคม 2568": ("not-a-date", "2025-01-10"),
    "๑๐ ม.ค. ๖๘": ("not-a-date", "2025-01-10"),
    "68-01-10": ("not-a-date", None),
    "01-02-2025": ("not-a-date", None),
    "03/04/2025": ("not-a-date", None),
    "2025-01-15T00:00": ("not-a-date", None),
    "พรุ่งนี้": ("not-a-date", None),
}


@pytest.mark.parametrize(("text", "verdict"), NOT_PARTIAL.items())
def test_partial_day_refused(text: str, verdict: tuple[str, str | None]) -> None:
    with pytest.raises(DateError, match=r"[ก-ฮ]") as caught:
        parse_partial(text)
    assert (caught.value.code, caught.value.suggestion) == verdict


@pytest.mark.parametrize(("text", "verdict"), NOT_PARTIAL.items())
def test_a_suggestion_is_itself_right(text: str, verdict: tuple[str, str | None]) -> None:
    suggestion = verdict[1]
    assert suggestion is None or str(parse_partial(suggestion)) == suggestion


@given(days)
def test_whole_days_round_trip(day: date) -> None:
    assert parse_partial(day.isoformat()) == PartialDay.of(day)
    assert PartialDay.of(day).whole() == day


def test_impossible_partial_days_cannot_be_made() -> None:
    for parts in [(2025, 2, 29), (None, 2, 30), (2025, None, 32), (None, 13, None), (0, None, None)]:
        with pytest.raises(DateError):
            PartialDay(*parts)
    assert str(PartialDay(2025, None, 10)) == "2025-??-10"


BLANKS = [
    (PartialDay(), "วันที่ ....... เดือน .................. พ.ศ. ๒๕....", "....... .................. ๒๕...."),
    (PartialDay(2025), "วันที่ ....... เดือน .................. พ.ศ. ๒๕๖๘", "....... .................. ๒๕๖๘"),
    (PartialDay(2025, 1), "วันที่ ....... เดือน มกราคม พ.ศ. ๒๕๖๘", "....... มกราคม ๒๕๖๘"),
    (PartialDay(None, 1, 10), "วันที่ ๑๐ เดือน มกราคม พ.ศ. ๒๕....", "๑๐ มกราคม ๒๕...."),
    (PartialDay(2025, None, 10), "วันที่ ๑๐ เดือน .................. พ.ศ. ๒๕๖๘", "๑๐ .................. ๒๕๖๘"),
    (PartialDay(2025, 1, 10), "วันที่ ๑๐ มกราคม พ.ศ. ๒๕๖๘", "๑๐ มกราคม ๒๕๖๘"),
]


@pytest.mark.parametrize(("day", "at_foot", "at_head"), BLANKS)
def test_blanks(day: PartialDay, at_foot: str, at_head: str) -> None:
    assert given_at_blank(day) == at_foot
    assert head_blank(day) == at_head
    assert dated_blank(day) == f"ลงวันที่ {at_head}"


@pytest.mark.parametrize(
    ("number", "day", "line"),
    [
        (None, PartialDay(), "ที่          /๒๕...."),
        ("", PartialDay(), "ที่          /๒๕...."),
        (None, PartialDay(2025), "ที่          /๒๕๖๘"),
        ("12", PartialDay(), "ที่ ๑๒/๒๕...."),
        ("12", PartialDay(2025, 1, 10), "ที่ ๑๒/๒๕๖๘"),
        # the calendar year, not the fiscal year
        ("๓๔๕", PartialDay(2024, 12, 10), "ที่ ๓๔๕/๒๕๖๗"),
    ],
)
def test_number_line(number: str | None, day: PartialDay, line: str) -> None:
    assert number_line(number, day) == line


def test_number_line_width() -> None:
    assert number_line(None, PartialDay(), width=3) == "ที่   /๒๕...."
