"""The processes of the plan: which there are, how each differs from the others, and the papers made of them."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import pytest
from conftest import ROOT
from openpyxl import load_workbook
from pikepdf import Pdf

from ita_docs import build, paper, pdf, todo
from ita_docs.documents import Document
from ita_docs.pdf import tags
from ita_docs.pdf.reading import inspect
from ita_docs.process import Process
from ita_docs.setting import BLANK, Setting
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.text import no_space
from ita_docs.workspace import Workspace

PAPERS = ("o20-discretion", "o11-checklist")
NUMBERS = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "4.1", "4.2", "5.1"]  # plan, lines 196-203
TRACKED = NUMBERS[:8]  # plan, lines 166-170


@pytest.fixture(scope="module")
def made(workspace: Workspace, setting: Setting, documents: Mapping[str, Document]) -> dict[str, build.Made]:
    """The papers of the processes, by their names."""
    wanted = [one for one in documents.values() if one.content.each in ("processes", "tracked-processes")]
    return {one.name: one for one in build.make(build.Press(workspace), setting, documents, wanted)}


def words(made: dict[str, build.Made], name: str) -> str:
    """What stands on a paper, in Arabic digits and without the spaces that lines may break at."""
    return no_space(arabic_digits(paper.read(made[name].data, name).outline()))


def test_the_year_has_the_processes_of_the_plan_in_its_order(setting: Setting) -> None:
    assert list(setting.processes) == NUMBERS
    assert [number for number, process in setting.processes.items() if process.tracked] == TRACKED
    rows = {line: row.sections for row in setting.items["discretion-guideline"].rows for line in row.measures or ()}
    assert {process.line: (process.section,) for process in setting.processes.values()}.items() <= rows.items()


def test_each_process_has_its_papers_and_nothing_above_advice_in_them(made: dict[str, build.Made]) -> None:
    due = {f"{name}-{number.replace('.', '-')}" for name in PAPERS for number in NUMBERS}
    due |= {f"o12-tracking-{number.replace('.', '-')}" for number in TRACKED}
    assert made.keys() == due
    assert [str(each) for one in made.values() for each in one.findings if each.severity != "advice"] == []


TEXTS: dict[str, Callable[[Process], Iterable[str]]] = {
    "points": lambda process: [each.weigh for each in process.criteria],
    "records": lambda process: [each.record for each in process.criteria],
    "outcomes": lambda process: [each.case for each in process.outcomes],
    "steps": lambda process: [each.what for each in process.steps[1:]],
    "dont": lambda process: process.dont,
    "hearing": lambda process: [process.hearing],
    "reasons": lambda process: [process.reasons],
}
# The law says the same of both: the end of a licence to build.
SHARED = {"ออกใบอนุญาต หรือมีหนังสือไม่อนุญาตพร้อมเหตุผลและสิทธิอุทธรณ์"}


@pytest.mark.parametrize("part", TEXTS)
def test_no_two_processes_share_a_text(part: str, setting: Setting) -> None:
    said = [set(TEXTS[part](process)) - SHARED for process in setting.processes.values()]
    assert all(said)
    twice = [text for text, count in Counter(text for texts in said for text in texts).items() if count > 1]
    assert twice == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_guideline_prints_what_its_process_says(number: str, setting: Setting, made: dict[str, build.Made]) -> None:
    process = setting.processes[number]
    guideline, checklist = (words(made, f"{name}-{process.key}") for name in PAPERS)
    for texts in TEXTS.values():
        for text in texts(process):
            assert no_space(text) in guideline
    for answer in (process.appeal.body, process.appeal.period, process.appeal.law):
        assert no_space(answer or BLANK) in guideline
    for text in [*process.documents, *(step.what for step in process.steps)]:
        assert no_space(text) in checklist
    assert no_space(process.line) in guideline
    assert no_space(process.line) in checklist


def test_ways_of_appeal_are_those_of_each_law(setting: Setting) -> None:
    """Special laws come before the fifteen days of the general one; a fine goes to the prosecutor, not to an appeal."""
    appeals = {number: process.appeal for number, process in setting.processes.items()}
    for number in ("2.1", "2.2", "2.3"):
        assert appeals[number].law == f"มาตรา 66 แห่ง{law(setting, 'public-health')}"
        assert appeals[number].period == "ภายใน 30 วันนับแต่วันทราบคำสั่ง"
    for number in ("1.1", "1.3", "1.4"):
        assert appeals[number].law == f"มาตรา 52 แห่ง{law(setting, 'building-control')}"
    for number in ("2.4", "4.1"):
        assert appeals[number].law == f"มาตรา 44 แห่ง{law(setting, 'administrative-procedure')}"
        assert "15 วัน" in (appeals[number].period or "")
    assert law(setting, "land-tax") in (appeals["3.1"].law or "")
    assert law(setting, "sign-tax") in (appeals["3.1"].law or "")
    assert "มาตรา 44" not in (appeals["4.2"].law or "")
    assert "พนักงานอัยการ" in (appeals["4.2"].body or "")


def law(setting: Setting, name: str) -> str:
    found = setting.name_of(f"law.{name}", "o20-discretion")
    assert found
    return found


def test_what_is_not_known_is_left_open_and_told(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    told = [
        (each.place.file if each.place else "", each.code, each.facts.get("value"))
        for each in todo.open_points(workspace, setting, documents.values())
    ]
    folder = "content/2568/processes"
    assert {(f"{folder}/tree-service.yaml", "open-field", f"appeal.{key}") for key in ("body", "period", "law")} <= set(
        told
    )
    assert (f"{folder}/drain-connection.yaml", "open-field", "local_rule") in told
    fine = law(setting, "finance-fine")
    assert (f"{folder}/regulatory-fine.yaml", "unverified-law", f"มาตรา 20 และมาตรา 23 แห่ง{fine}") in told
    building = law(setting, "building-control")
    assert (f"{folder}/building-renewal.yaml", "unverified-claim", f"มาตรา 35 และมาตรา 50 แห่ง{building}") in told
    assert (f"{folder}/loudspeaker.yaml", "unverified-law") not in [each[:2] for each in told]
    assert [each for each in told if each[0] == "content/2568/records/o20-discretion.yaml"] == [
        ("content/2568/records/o20-discretion.yaml", "draft-wording", documents["o20-discretion-1-1"].title)
    ]


@pytest.mark.parametrize("number", TRACKED)
def test_a_tracking_workbook_follows_the_steps_of_its_process(
    number: str, setting: Setting, made: dict[str, build.Made]
) -> None:
    process = setting.processes[number]
    book = load_workbook(io.BytesIO(made[f"o12-tracking-{process.key}"].data))
    register, steps = book.worksheets[:2]
    rows = list(register.iter_rows(values_only=True))
    heads = next(row for row in rows if row[0] == "ที่")
    assert heads[1:4] == ("เลขคำขอ", "อักษรย่อผู้ยื่น", "วันครบกำหนด")
    assert heads[4:-2] == tuple(f"วันที่ {step.name}" for step in process.steps)
    assert len(rows) - rows.index(heads) - 1 >= 20
    assert not re.search("(?<!เ)ชื่อ|บัตร|ที่อยู่|โทร", " ".join(map(str, heads)))
    listed = [row[1:3] for row in steps.iter_rows(values_only=True) if isinstance(row[0], int)]
    assert listed == [(step.name, step.what) for step in process.steps]
    rules = {rule.type for rule in register.data_validations.dataValidation}
    assert rules >= {"date", "list"}


@pytest.mark.pdf
def test_the_letters_of_a_tone_above_sara_am_can_be_copied(made: dict[str, build.Made]) -> None:
    """LibreOffice writes ้ำ at the first of its two glyphs, and leaves the second without a letter."""
    name = "o11-checklist-1-2"
    ((_, result),) = pdf.convert([(name, made[name].data)], ROOT / "fonts")
    assert isinstance(result, bytes)
    assert inspect(name, result, ["TH Sarabun New"]) == []
    with Pdf.open(io.BytesIO(result)) as opened:
        letters = ["".join(tags.letters(font).values()) for font in tags.fonts(opened)]
    assert all("้" in each and "ำ" in each for each in letters)
