"""How the work stands on a day: done, doing, due, late; red where the plan says red; and what people read of it."""

from __future__ import annotations

import json
import re
import string
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from conftest import OFFICE, ROOT, YEAR
from hypothesis import given
from hypothesis import strategies as st

from ita_docs import cli, manifest, status
from ita_docs.documents import Document
from ita_docs.progress import UnitProgress
from ita_docs.setting import Late, Setting
from ita_docs.status_text import months_text, reminder
from ita_docs.todo import open_points
from ita_docs.wording import status as words
from ita_docs.workspace import Workspace

LAST = date(2025, 4, 30)  # of the OIT window of 2568
FIRST_RED = date(2025, 4, 16)
PROGRESS = f"content/{YEAR}/progress/{OFFICE}"


def told(setting: Setting, **units: dict[str, Any]) -> Setting:
    """Let units tell of their progress, in the words of their files; `_` stands for `-` in their names."""
    named = {unit.replace("_", "-"): facts for unit, facts in units.items()}
    made = {unit: UnitProgress.model_validate({"unit": unit, **facts}) for unit, facts in named.items()}
    return replace(setting, late_progress=Late.known(made))


def row(setting: Setting, today: date, unit: str, code: str) -> status.Row:
    (found,) = [row for row in status.rows(setting, today) if (row.unit, row.code) == (unit, code)]
    return found


# ---- the files of the starter set


def test_every_unit_has_its_file_and_nobody_has_told_anything(setting: Setting) -> None:
    assert list(setting.progress) == sorted(unit.id for unit in setting.office.units)
    assert len(setting.progress) == 13
    for unit, progress in setting.progress.items():
        assert progress == UnitProgress(unit=unit)


def test_every_file_names_the_items_that_its_unit_answers_for(setting: Setting) -> None:
    owned: dict[str, list[str]] = {}
    for each in status.rows(setting, LAST):
        owned.setdefault(each.unit, []).append(each.code)
    for unit in setting.progress:
        comment = setting.sources[f"{PROGRESS}/{unit}.yaml"].text.partition("\nunit:")[0]
        (line,) = re.findall(r"^# ข้อที่รับผิดชอบ: (.*)$", comment, re.MULTILINE)
        assert line.split() == owned[unit], unit


def test_what_nobody_has_told_is_no_task_of_the_todo(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    points = open_points(workspace, setting, documents.values())
    assert points
    assert not [point for point in points if point.place and "progress" in point.place.file]


def test_the_example_of_the_guide_can_be_read(workspace_copy: Workspace) -> None:
    """Every key that a file may have, as the Thai guide shows them, with the signed file in its place."""
    text = (ROOT / "README.th.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^    unit: administrative\n(?:    .*\n|\n(?=    ))+", text, re.MULTILINE)
    file = workspace_copy.root / PROGRESS / "administrative.yaml"
    file.write_text("".join(line[4:] for line in example.splitlines(keepends=True)), encoding="utf-8")
    for name in re.findall(r"signed/\S+?\.\w+", example):
        (workspace_copy.root / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace_copy.root / name).write_bytes(b"%PDF-1.7")
    setting, _ = workspace_copy.open(OFFICE, YEAR)
    read = setting.progress["administrative"]
    assert all(getattr(read, key) for key in UnitProgress.model_fields)
    assert row(setting, LAST, "administrative", "O18").state == "done"


def test_an_office_that_tells_nothing_has_everything_before_it(workspace: Workspace) -> None:
    setting = workspace.setting("bang-rak", YEAR)
    assert not setting.progress
    assert {each.state for each in status.rows(setting, LAST)} == {"due"}


def test_the_progress_of_one_office_makes_no_papers_of_another_anew(workspace_copy: Workspace) -> None:
    root = workspace_copy.root
    before = [manifest.stamp(root, office, YEAR) for office in (OFFICE, "bang-rak")]
    file = root / PROGRESS / "finance.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("reports:", "reports: [2025-01-15]"), encoding="utf-8")
    after = [manifest.stamp(root, office, YEAR) for office in (OFFICE, "bang-rak")]
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True]


# ---- items


def test_a_row_for_every_item_and_owner(setting: Setting) -> None:
    rows = status.rows(setting, LAST)
    assert len({(row.unit, row.code) for row in rows}) == len(rows)
    assert {row.code for row in rows} == set(setting.year.codes.values())
    assert {row.unit for row in rows if row.code == "O14"} == {"finance", "community"}
    assert {row.unit for row in rows if row.code == "O6"} == {section.id for section in setting.office.sections}
    assert len([row for row in rows if row.code == "I1"]) == 13
    assert {row.due for row in rows if row.code.startswith("O")} == {LAST}
    assert {row.due for row in rows if not row.code.startswith("O")} == {None}  # the plan names no day for them


@pytest.mark.parametrize(
    ("facts", "today", "state", "red"),
    [
        ({}, date(2025, 4, 15), "due", None),
        ({}, FIRST_RED, "due", "no-evidence"),
        ({}, LAST, "due", "no-evidence"),
        ({}, LAST + timedelta(days=1), "late", "past-due"),
        ({"status": "doing"}, FIRST_RED, "doing", "no-evidence"),
        ({"status": "doing", "evidence": "https://www.example.com/o18"}, FIRST_RED, "doing", None),
        ({"status": "doing", "evidence": "https://www.example.com/o18"}, date(2025, 5, 1), "late", "past-due"),
        ({"status": "done", "day": "2025-02-10"}, date(2025, 2, 9), "due", None),
        ({"status": "done", "day": "2025-02-10"}, date(2025, 2, 10), "done", None),
        ({"status": "done", "day": "2025-02-10"}, date(2025, 5, 10), "done", "no-evidence"),
        ({"status": "done"}, date(2025, 2, 10), "due", None),
    ],
)
def test_the_state_of_an_item(
    setting: Setting, facts: dict[str, Any], today: date, state: status.State, red: status.Reason | None
) -> None:
    found = row(told(setting, administrative={"items": {"O18": facts}}), today, "administrative", "O18")
    assert (found.state, found.red) == (state, red)


@pytest.mark.parametrize(
    ("facts", "evidence"),
    [
        ({"evidence": "https://www.example.com/o18"}, ("https://www.example.com/o18",)),
        ({"signed": ({"file": "signed/x.pdf", "paper": "anti-bribery-th"},)}, ("signed/x.pdf",)),
        ({"signed": ({"file": "signed/x.pdf", "title": "x", "url": "https://www.example.com/x"},)},
         ("https://www.example.com/x",)),
        ({"signed": ({"file": "signed/x.pdf", "title": "x", "day": "2025-04-21"},)}, ()),
        ({"data": ({"file": "signed/x.csv", "title": "x"},)}, ("signed/x.csv",)),
        ({"note": "เอกสารที่โปรแกรมทำแล้วยังไม่ได้ลงนาม"}, ()),
    ],
)  # fmt: skip
def test_what_is_evidence(setting: Setting, facts: dict[str, Any], evidence: tuple[str, ...]) -> None:
    today = date(2025, 4, 20)
    found = row(told(setting, administrative={"items": {"O18": facts}}), today, "administrative", "O18")
    assert found.evidence == evidence
    assert found.red == (None if evidence else "no-evidence")


def test_what_one_unit_tells_is_no_word_about_another(setting: Setting) -> None:
    facts = {"O14": {"status": "done", "day": "2025-02-10"}}
    setting = told(setting, finance={"items": facts})
    assert row(setting, LAST, "finance", "O14").state == "done"
    assert row(setting, LAST, "community", "O14").state == "due"


# ---- procurement data


def owed(setting: Setting, today: date, unit: str) -> list[str]:
    return [f"{each.month:%Y-%m}" for each in status.months(setting, today) if each.red and each.unit == unit]


def test_procurement_data_is_due_before_the_fifth_of_the_next_month(setting: Setting) -> None:
    assert owed(setting, date(2024, 11, 4), "finance") == []
    assert owed(setting, date(2024, 11, 5), "finance") == ["2024-10"]
    assert owed(setting, date(2025, 1, 31), "finance") == ["2024-10", "2024-11", "2024-12"]
    assert len(owed(setting, date(2025, 10, 4), "finance")) == 11
    assert len(owed(setting, date(2030, 1, 1), "finance")) == 12


def test_a_month_without_procurement_is_a_statement(setting: Setting) -> None:
    facts = {"2024-10": {"given": "2024-11-03", "none": "yes"}, "2024-11": {}, "2024-12": {"given": "2025-01-09"}}
    setting = told(setting, finance={"procurement": facts})
    assert owed(setting, date(2025, 1, 8), "finance") == ["2024-11", "2024-12"]
    assert owed(setting, date(2025, 1, 9), "finance") == ["2024-11"]
    by_month = {each.month: each for each in status.months(setting, date(2025, 1, 9)) if each.unit == "finance"}
    assert by_month[date(2024, 10, 1)].none
    assert not by_month[date(2024, 12, 1)].none


def test_every_section_owes_it_and_no_school(setting: Setting) -> None:
    """The plan asks ทุกฝ่าย (line 178)."""
    units = {each.unit for each in status.months(setting, LAST)}
    assert units == {section.id for section in setting.office.sections}


# ---- reports before meetings


MEETINGS = (date(2025, 1, 16), date(2025, 1, 31), date(2025, 2, 14))


@pytest.mark.parametrize(
    ("reports", "today", "late"),
    [
        ([], date(2025, 1, 15), False),  # no meeting yet
        ([], date(2025, 1, 16), True),
        (["2025-01-16"], date(2025, 1, 16), False),
        (["2025-01-16"], date(2025, 1, 30), False),
        (["2025-01-16"], date(2025, 1, 31), True),  # that was for the meeting before
        (["2025-01-17"], date(2025, 1, 31), False),
        (["2025-02-03"], date(2025, 2, 2), True),
        (["2025-02-03"], date(2025, 2, 3), False),  # late, but here
        (["2024-10-01"], date(2025, 1, 16), False),
    ],
)
def test_who_missed_a_report(setting: Setting, reports: list[str], today: date, late: bool) -> None:
    setting = told(setting, finance={"reports": tuple(reports)})
    assert ("finance" in status.missed(setting, today, MEETINGS)) == late
    assert ("finance" in status.missed(setting, today, MEETINGS[::-1])) == late
    reds = [each.unit for each in status.alerts(setting, today, MEETINGS) if each.reason == "no-report"]
    assert ("finance" in reds) == late
    assert not [each for each in status.alerts(setting, today) if each.reason == "no-report"]


# ---- questionnaires


def tally(setting: Setting, today: date, instrument: str, unit: str | None) -> status.Tally:
    (found,) = [each for each in status.tallies(setting, today) if (each.instrument, each.unit) == (instrument, unit)]
    return found


def test_answers_are_counted_beside_their_quotas(setting: Setting) -> None:
    answers = {"counted": "2025-03-01", "eit": "35", "iit": "20"}
    setting = told(
        setting,
        finance={"answers": answers},
        wat_chakkrawat={"answers": {"counted": "2025-03-02", "eit": "15"}},
        wat_samphanthawong={"answers": {"counted": "2025-03-03", "eit": "25", "iit": "0"}},
    )
    today = date(2025, 3, 3)
    assert tally(setting, today, "eit", "finance") == status.Tally("eit", "finance", 35, 40, red=False)
    assert tally(setting, today, "eit", "schools") == status.Tally("eit", "schools", 40, 40, red=False)
    assert tally(setting, today, "eit", "revenue").counted is None
    assert tally(setting, today, "eit", None) == status.Tally("eit", None, 75, 500, red=False)
    assert tally(setting, today, "iit", None) == status.Tally("iit", None, 20, 400, red=False)
    assert tally(setting, today, "iit", "wat-samphanthawong").counted == 0
    assert tally(setting, date(2025, 3, 1), "eit", "schools").counted is None  # nobody had told by then
    near = tally(setting, FIRST_RED, "eit", "finance")
    assert (near.red, near.short) == (True, 5)
    assert not tally(setting, FIRST_RED, "eit", "schools").red
    assert not tally(setting, FIRST_RED, "iit", "finance").red  # no quota of its own


def test_quotas_add_up_to_those_of_the_plan(setting: Setting) -> None:
    quotas = [each.quota or 0 for each in status.tallies(setting, LAST) if each.instrument == "eit" and each.unit]
    assert sum(quotas) == 500


def test_an_office_without_quotas_is_short_of_nothing(workspace: Workspace) -> None:
    setting = workspace.setting("bang-rak", YEAR)
    assert not [each for each in status.tallies(setting, LAST) if each.red or each.quota]


# ---- whatever is told


DAYS = st.dates(date(2024, 10, 1), date(2025, 12, 31))
MAYBE_DAYS = st.none() | DAYS
ITEMS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["done", "doing", "open"]),
        "day": MAYBE_DAYS,
        "evidence": st.just("https://www.example.com/x"),
    },
)
COUNTS = st.none() | st.integers(0, 600)


@st.composite
def any_progress(draw: st.DrawFn) -> dict[str, UnitProgress]:
    units = draw(st.lists(st.sampled_from(["finance", "revenue", "wat-chakkrawat"]), unique=True))
    return {
        unit: UnitProgress.model_validate(
            {
                "unit": unit,
                "items": draw(st.dictionaries(st.sampled_from(["O6", "O9", "O13", "O19", "I1"]), ITEMS)),
                "reports": tuple(draw(st.lists(DAYS, max_size=3))),
                "procurement": draw(
                    st.dictionaries(
                        st.sampled_from(["2024-10", "2025-02"]), st.fixed_dictionaries({"given": MAYBE_DAYS})
                    )
                ),
                "answers": {"counted": draw(MAYBE_DAYS), "eit": draw(COUNTS), "iit": draw(COUNTS)},
            }
        )
        for unit in units
    }


@given(progress=any_progress(), today=DAYS, meetings=st.lists(DAYS, max_size=4))
def test_whatever_is_told(
    setting: Setting, progress: dict[str, UnitProgress], today: date, meetings: list[date]
) -> None:
    setting = replace(setting, late_progress=Late.known(progress))
    rows = status.rows(setting, today)
    assert all(row.day and row.day <= today for row in rows if row.state == "done")
    assert all(row.red for row in rows if row.state == "late")
    assert sum(status.counts(rows).values()) == len(rows)
    for instrument in ("eit", "iit"):
        found = [each for each in status.tallies(setting, today) if each.instrument == instrument]
        assert sum(each.counted or 0 for each in found if each.unit) == (found[-1].counted or 0)
        assert all(each.short > 0 for each in found if each.red)
    alerts = status.alerts(setting, today, meetings)
    assert len(set(alerts)) == len(alerts)
    assert {(each.unit, each.code) for each in alerts if each.code} == {(row.unit, row.code) for row in rows if row.red}
    reds = [each for each in status.months(setting, today) if each.red]
    assert {(each.unit, each.month) for each in alerts if each.month} == {(each.unit, each.month) for each in reds}
    assert status.alerts(setting, today, meetings) == alerts  # the same input, the same answer


def reds(setting: Setting, progress: dict[str, UnitProgress], today: date) -> set[tuple[str, str]]:
    rows = status.rows(replace(setting, late_progress=Late.known(progress)), today)
    return {(row.unit, row.code) for row in rows if row.red}


@given(progress=any_progress(), today=DAYS)
def test_evidence_never_makes_anything_red(setting: Setting, progress: dict[str, UnitProgress], today: date) -> None:
    before = reds(setting, progress, today)
    shown = {
        unit: one.model_copy(
            update={
                "items": {
                    code: item.model_copy(update={"evidence": "https://www.example.com/y"})
                    for code, item in one.items.items()
                }
            }
        )
        for unit, one in progress.items()
    }
    after = reds(setting, shown, today)
    assert after <= before


# ---- in words


def test_months_in_words() -> None:
    months = [date(2025, 2, 1), date(2024, 10, 1), date(2024, 11, 1), date(2024, 12, 1)]
    assert months_text(months) == "ตุลาคม ๒๕๖๗ ถึง ธันวาคม ๒๕๖๗ และ กุมภาพันธ์ ๒๕๖๘"
    assert months_text(months, "en") == "2024-10 to 2024-12, 2025-02"


def test_the_reminder_for_line(setting: Setting) -> None:
    today = date(2024, 12, 5)
    given: dict[str, Any] = {month: {"given": "2024-12-01"} for month in ("2024-10", "2024-11")}
    others = {section.id: {"procurement": given} for section in setting.office.sections}
    owing = others | {"finance": {}, "public-works": {"procurement": {"2024-10": {"given": "2024-11-04"}}}}
    text = reminder(told(setting, **owing), status.months(told(setting, **owing), today), today)
    assert text == (
        "แจ้งเตือนข้อมูลการจัดซื้อจัดจ้าง (ข้อ O15)\n"
        "สำนักงานเขตสัมพันธวงศ์ ข้อมูล ณ วันที่ ๕ ธันวาคม ๒๕๖๗\n"
        "\n"
        "ฝ่ายที่ยังไม่ส่งข้อมูลซึ่งพ้นกำหนดแล้ว (ต้องส่งก่อนวันที่ ๕ ของเดือนถัดไป)\n"
        "๑. ฝ่ายการคลัง เดือนตุลาคม ๒๕๖๗ ถึง พฤศจิกายน ๒๕๖๗\n"
        "๒. ฝ่ายโยธา เดือนพฤศจิกายน ๒๕๖๗\n"
        "\n"
        "ขอให้ปรับปรุงข้อมูลให้เรียบร้อยโดยเร็ว เดือนใดไม่มีการจัดซื้อจัดจ้าง ขอให้แจ้งว่าไม่มี\n"
    )
    whole = told(setting, **others)
    assert "ครบแล้ว" in reminder(whole, status.months(whole, today), today)
    before = date(2024, 11, 4)
    assert "ยังไม่มีข้อมูลของเดือนใดถึงกำหนดส่ง" in reminder(setting, status.months(setting, before), before)


def pairs() -> Iterator[words.Words]:
    tables = (words.STATES, words.MARKS, words.REASONS, words.TABLE)
    yield from (each for table in tables for each in table.values())
    yield from (words.SHORT, words.WHOLE_OFFICE, words.SCHOOLS, words.SPAN)


def test_both_languages_tell_the_same() -> None:
    assert len(list(pairs())) > 20
    for pair in pairs():
        facts = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in pair.values()]
        assert facts[0] == facts[1], pair
        assert re.search("[ก-ฮ]|^{", pair["th"].replace("IIT", "").replace("EIT", ""))
        assert not re.search("[ก-ฮ]", pair["en"])
    assert set(words.REASONS) == set(status.REASONS)
    assert set(words.STATES) == set(status.STATES)


# ---- the command


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, int]:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    printed = capsys.readouterr()
    assert not printed.err, printed.err
    assert isinstance(left.value.code, int)
    return printed.out, left.value.code


@pytest.fixture
def there(workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(workspace_copy.root)
    return workspace_copy


def test_status_before_anything_is_due(there: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    out, code = run(capsys, "status", "--date", "2024-10-15", "--fail-late")
    assert code == 0
    assert out.startswith("สำนักงานเขตสัมพันธวงศ์ ปีงบประมาณ พ.ศ. ๒๕๖๘ ณ วันที่ ๑๕ ตุลาคม ๒๕๖๗\n")
    assert out.endswith("\nไม่มีเรื่องที่ช้าหรือเกินกำหนด\n")


def test_status_tells_red_in_words(there: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    out, code = run(capsys, "status", "--date", "2025-05-01")
    assert code == 0
    assert "\x1b" not in out
    assert not re.search("[0-9]", re.sub(r"[OIE][0-9]+|EIT\(1\)", "", out)), "Arabic figures"
    assert re.search(r"^ฝ่ายการคลัง +๒๒ +๐ +๐ +๑๗ +๕ +๕$", out, re.MULTILINE)
    assert re.search(r"^ทั้งสำนักงาน +- +๕๐๐ +- +๔๐๐ +ยังไม่ครบ$", out, re.MULTILINE)
    assert "เกินกำหนดวันที่ ๓๐ เมษายน ๒๕๖๘\n  ฝ่ายปกครอง: O1 O2 O4" in out
    assert "  ฝ่ายการคลัง: ตุลาคม ๒๕๖๗ ถึง มีนาคม ๒๕๖๘\n" in out
    assert "  โรงเรียนในสังกัด (รวม): EIT ขาด ๔๐\n" in out
    assert run(capsys, "status", "--date", "2025-05-01", "--fail-late") == (out, 1)


def test_status_of_one_section(there: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    file = there.root / PROGRESS / "finance.yaml"
    facts = "items:\n  O13: {status: done, day: 2025-02-10, evidence: https://www.example.com/o13}"
    file.write_text(file.read_text(encoding="utf-8").replace("\nitems:", f"\n{facts}"), encoding="utf-8")
    out, _ = run(capsys, "status", "--section", "finance", "--date", "2025-04-20")
    assert re.search(r"^O13 +เสร็จแล้ว +๓๐ เม\.ย\. ๖๘ +๑๐ ก\.พ\. ๖๘ +๑ +แผนการใช้จ่าย", out, re.MULTILINE)
    assert re.search(r"^O14 +รอดำเนินการ +ไม่มีหลักฐาน +๓๐ เม\.ย\. ๖๘ +- +- +ข้อมูลงบประมาณ", out, re.MULTILINE)
    assert "หลักฐาน\n  O13: https://www.example.com/o13\n" in out
    assert "ฝ่ายรายได้" not in out
    english, _ = run(capsys, "--lang", "en", "status", "--section", "finance", "--date", "2025-04-20")
    assert re.search(r"^O13 +done +2025-04-30 +2025-02-10 +1 ", english, re.MULTILINE)


def test_status_as_json(there: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "status", "--json", "--date", "2025-04-20", "--section", "finance")
    found = json.loads(out)
    assert (found["office"], found["year"], found["day"]) == (OFFICE, YEAR, "2025-04-20")
    assert {each["unit"] for name in ("items", "months", "alerts") for each in found[name]} == {"finance"}
    assert {"code": "O13", "state": "due", "due": "2025-04-30", "red": "no-evidence"}.items() <= next(
        each for each in found["items"] if each["code"] == "O13"
    ).items()
    assert len(found["months"]) == 12


def test_the_message_is_for_cron_too(there: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    out, code = run(capsys, "status", "--message", "--date", "2025-05-04", "--fail-late", "--section", "finance")
    assert code == 1
    assert "๑. ฝ่ายการคลัง เดือนตุลาคม ๒๕๖๗ ถึง มีนาคม ๒๕๖๘" in out
    out, code = run(capsys, "status", "--message", "--date", "2024-11-04", "--fail-late")
    assert (code, out.count("\n")) == (0, 4)


def test_colours_and_frames_are_for_the_terminal_only(
    there: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out, _ = run(capsys, "status", "--section", "finance", "--date", "2025-04-20")
    assert "\x1b[31m" in out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert "ไม่มีหลักฐาน" in plain
    assert "…" in plain  # a long title gives way, and no word is broken
