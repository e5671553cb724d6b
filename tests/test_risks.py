"""Bribery risks: scores and levels, the heat map, whose sheet there is, and what is still to be done."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest
from conftest import OFFICE, SCORE, YEAR, scored
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_docs import build, paper, sheets, todo
from ita_docs.agreement.risks import scale_faults
from ita_docs.documents import KINDS, Desk, Document, View
from ita_docs.documents.reckoned.risks import ranked, results_by_unit
from ita_docs.documents.risk import HEADS, heat_map
from ita_docs.risks import MOST, STEPS, Assessment, Level, RiskRegister, Scales, Score, Scoring
from ita_docs.setting import Late, Setting
from ita_docs.thai.digits import thai_digits
from ita_docs.workspace import Workspace

FIGURES = st.integers(1, STEPS)
OPEN_FIGURES = st.one_of(st.none(), FIGURES)


@pytest.fixture(scope="module")
def scales(setting: Setting) -> Scales:
    return setting.risks.scales


def with_risks(setting: Setting, risks: RiskRegister) -> Setting:
    return replace(setting, late_risks=Late.known(risks))


def all_scored(setting: Setting) -> Setting:
    """Score the first risk of every unit."""
    return with_risks(setting, replace(setting.risks, units=tuple(map(scored, setting.risks.units))))


def view_of(name: str, setting: Setting, documents: Mapping[str, Document]) -> View:
    """Write a paper anew in another setting; the entry of a series is that of the setting."""
    document = documents[name]
    if document.entry:
        one = next(unit for unit in setting.risks.units if unit.key == document.entry.key)
        document = replace(document, entry=document.entry._replace(subject=one))
    return KINDS["risk"].view(document, Desk(setting, {}))


def colours_of(docx: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        xml = package.read("word/document.xml").decode()
    return set(re.findall(r'w:fill="([0-9A-F]{6})"', xml))


def fields(lines: Sequence[Any]) -> list[Any]:
    return [line[letter] for line in lines for letter in HEADS]


# ---- scores and levels


@given(FIGURES, FIGURES)
def test_the_score_grows_with_either_figure(likelihood: int, impact: int) -> None:
    points = Scoring(likelihood, impact).points
    assert points is not None
    assert 1 <= points <= MOST
    assert all((Scoring(more, impact).points or 0) > points for more in range(likelihood + 1, STEPS + 1))
    assert all((Scoring(likelihood, more).points or 0) > points for more in range(impact + 1, STEPS + 1))


def test_the_level_grows_with_the_score_and_every_score_has_one(scales: Scales) -> None:
    levels = [scales.level(score) for score in range(1, MOST + 1)]
    assert None not in levels
    ranks = [scales.levels.index(level) for level in levels if level]
    assert ranks == sorted(ranks)
    assert set(ranks) == set(range(len(scales.levels)))
    assert scales.level(0) is scales.level(MOST + 1) is None


CUTS = st.sets(st.integers(1, MOST - 1), max_size=6).map(sorted)


def cut(scales: Scales, cuts: Sequence[int]) -> Scales:
    """Part the scores into levels behind each of some scores."""
    bounds = [0, *cuts, MOST]
    levels = (
        Level(name=f"ระดับ {first}", first=first + 1, last=last, colour="C6E0B4", asks="-")
        for first, last in pairwise(bounds)
    )
    return scales.model_copy(update={"levels": tuple(levels)})


@given(CUTS)
def test_levels_that_follow_on_each_other_are_right_and_part_all_scores(setting: Setting, cuts: list[int]) -> None:
    scales = cut(setting.risks.scales, cuts)
    assert not list(scale_faults(scales))
    for score in range(1, MOST + 1):
        assert [level for level in scales.levels if level.first <= score <= level.last] == [scales.level(score)]


@given(CUTS, st.data())
def test_levels_that_leave_a_score_out_or_share_one_are_told(
    setting: Setting, cuts: list[int], data: st.DataObject
) -> None:
    scales = cut(setting.risks.scales, cuts)
    at = data.draw(st.integers(0, len(scales.levels) - 1))
    key = data.draw(st.sampled_from(["first", "last"]))
    right = getattr(scales.levels[at], key)
    wrong = data.draw(st.integers(0, MOST + 5).filter(lambda score: score != right))
    spoilt = scales.levels[at].model_copy(update={key: wrong})
    scales = scales.model_copy(update={"levels": (*scales.levels[:at], spoilt, *scales.levels[at + 1 :])})
    assert "level-gap" in {fault.code for fault in scale_faults(scales)}


@given(OPEN_FIGURES, OPEN_FIGURES)
def test_nothing_is_reckoned_from_half_a_score(likelihood: int | None, impact: int | None) -> None:
    points = Scoring(likelihood, impact).points
    assert (points is None) == (likelihood is None or impact is None)


def test_black_letters_can_be_read_on_every_colour(scales: Scales) -> None:
    """WCAG asks for 4.5; the name of the level stands in each coloured cell besides."""

    def light(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    assert len({level.colour for level in scales.levels}) == len({level.name for level in scales.levels}) == 4
    for level in scales.levels:
        red, green, blue = (light(part) for part in re.findall("..", level.colour))
        assert (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05 > 7


# ---- the heat map


@given(st.lists(st.tuples(OPEN_FIGURES, OPEN_FIGURES), max_size=20))
def test_the_heat_map_holds_every_scored_risk_once_where_it_belongs(
    setting: Setting, figures: list[tuple[int | None, int | None]]
) -> None:
    scorings = [(f"1.{index}", Scoring(*pair)) for index, pair in enumerate(figures, 1)]
    lines: list[Any] = [*heat_map(scorings, setting.risks.scales)]
    assert [len(fields([line])) for line in lines] == [STEPS] * STEPS
    printed = [number for field in fields(lines) for number in field["risks"].split()]
    known = {thai_digits(number): scoring for number, scoring in scorings if scoring.points is not None}
    assert sorted(printed) == sorted(known)
    for down, line in enumerate(lines):
        for across, letter in enumerate(HEADS, 1):
            for number in line[letter]["risks"].split():
                assert known[number] == Scoring(STEPS - down, across)


def test_every_field_names_its_score_and_level_beside_its_colour(scales: Scales) -> None:
    lines: list[Any] = [*heat_map([], scales)]
    for down, line in enumerate(lines):
        for across, letter in enumerate(HEADS, 1):
            points = (STEPS - down) * across
            level = scales.level(points)
            assert level
            assert (line[letter]["score"], line[letter]["colour"]) == (
                thai_digits(f"{points} {level.name}"),
                level.colour,
            )


# ---- whose sheet there is


def test_the_sheets_are_the_ten_of_the_plan_in_its_order_and_the_one_that_is_asked_about(setting: Setting) -> None:
    units = setting.risks.units
    assert tuple(unit.key for unit in units) == (*setting.items["bribery-risk"].sections, "city-law-enforcement")
    assert len(units) == 11
    assert [unit.key for unit in units if unit.question] == ["city-law-enforcement"]
    assert [unit.number for unit in units] == list(range(1, 12))
    assert [risk.number for risk in units[2].risks][:2] == ["3.1", "3.2"]


def test_nobody_has_scored_anything(setting: Setting) -> None:
    assert all(risk.score == Score() for _, risk in setting.risks.risks)


def test_one_sheet_stands_for_the_school_until_it_is_named(workspace_copy: Workspace) -> None:
    def school() -> Assessment:
        (found,) = [unit for unit in workspace_copy.setting(OFFICE, YEAR).risks.units if unit.key == "schools"]
        return found

    assert school().unit.th.startswith("โรงเรียน.")
    file = workspace_copy.root / "content" / YEAR / "risk-scores" / f"{OFFICE}.yaml"
    file.write_text(file.read_text("utf-8").replace("\nschool:\n", "\nschool: wat-chakkrawat\n"), "utf-8")
    assert (school().unit.id, school().risks[0].owner) == ("wat-chakkrawat", "ผู้อำนวยการโรงเรียนวัดจักรวรรดิ")


def test_an_office_without_schools_has_no_sheet_of_one(workspace_copy: Workspace) -> None:
    file = workspace_copy.root / "content/offices/bang-rak.yaml"
    file.write_text(file.read_text("utf-8").replace("\nschools:\n", "\nschools: []\n"), "utf-8")
    keys = [unit.key for unit in workspace_copy.setting("bang-rak", YEAR).risks.units]
    assert len(keys) == 10
    assert "schools" not in keys


def test_a_year_without_risks_has_none(workspace_copy: Workspace) -> None:
    for file in (workspace_copy.root / "content" / YEAR / "risks").glob("*.yaml"):
        file.unlink()
    (workspace_copy.root / "content" / YEAR / "risk-scales.yaml").unlink()
    assert workspace_copy.setting(OFFICE, YEAR).risks.units == ()


def test_scores_are_one_offices_own(workspace_copy: Workspace) -> None:
    file = workspace_copy.root / "content" / YEAR / "risk-scores" / f"{OFFICE}.yaml"
    text = file.read_text("utf-8").replace(
        "site-inspection: {likelihood: , impact: ,", "site-inspection: {likelihood: 3, impact: 4,"
    )
    file.write_text(text, "utf-8")

    def points(office: str) -> list[int]:
        risks = workspace_copy.setting(office, YEAR).risks.risks
        return [risk.before.points for _, risk in risks if risk.before.points is not None]

    assert points(OFFICE) == [12]
    assert points("bang-rak") == []


# ---- the papers


def test_a_sheet_prints_score_and_level_only_where_both_figures_are_known(
    setting: Setting, documents: Mapping[str, Document]
) -> None:
    view: Any = view_of("risk-sheet-revenue", all_scored(setting), documents)
    first, *others = view["risks"]
    assert (first["likelihood"], first["impact"], first["score"], first["level"]) == ("๔", "๕", "๒๐", "สูงมาก")
    assert {(each["score"], each["level"], each["colour"]) for each in others} == {("", "", "FFFFFF")}
    assert view["measures"][0]["due"] == "๓๑ มีนาคม ๒๕๖๘"
    assert view["unscored"].split() == [each["number"] for each in others]


def test_the_summary_counts_every_unit_and_sorts_by_score(setting: Setting, documents: Mapping[str, Document]) -> None:
    known = all_scored(setting)
    view: Any = view_of("risk-summary", known, documents)
    assert [row["c"] for row in view["units"]] == [thai_digits(str(len(unit.risks))) for unit in known.risks.units]
    assert {row["e"] for row in view["units"]} == {"สูงมาก ๑  สูง ๐  ปานกลาง ๐  ต่ำ ๐"}
    points = [rated.before.points or 0 for _, rated in ranked(known.risks)]
    assert points == sorted(points, reverse=True)
    assert len(view["register"]) == len(points) == 33
    assert "รอสำนักงานเขตยืนยัน" in view["units"][-1]["a"]


def test_the_results_show_what_is_left_of_the_risks(setting: Setting, documents: Mapping[str, Document]) -> None:
    known = all_scored(setting)
    view: Any = view_of("risk-results", known, documents)
    first = view["results"][0]
    assert (first["before"], first["after"]) == ("๒๐ สูงมาก", "๖ ปานกลาง")
    assert first["told"] == ["อยู่ระหว่างดำเนินการ", SCORE["outcome"]]
    left = [number for field in fields(view["map"]) for number in field["risks"].split()]
    assert left == [thai_digits(f"{unit.number}.1") for unit in known.risks.units]
    for row in results_by_unit(Desk(known, {}), None):
        assert int(row[1]) == sum(map(int, row[2:]))


@pytest.mark.parametrize("name", ["risk-sheet-city-law-enforcement", "risk-summary", "risk-results"])
def test_a_scored_paper_loses_nothing_and_its_fields_are_coloured(
    name: str, workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    known = all_scored(setting)
    document = documents[name]
    if document.entry:
        one = next(unit for unit in known.risks.units if unit.key == document.entry.key)
        document = replace(document, entry=document.entry._replace(subject=one))
    (made,) = build.make(build.Press(workspace), known, documents, [document])
    assert not [finding for finding in made.findings if finding.severity != "advice"]
    read = paper.read(made.data, made.name)
    assert "๒๐ สูงมาก" in read.text
    assert colours_of(made.data) >= {level.colour for level in known.risks.scales.levels}


def test_a_confirmed_unit_loses_its_notes(setting: Setting, documents: Mapping[str, Document]) -> None:
    name = "risk-sheet-city-law-enforcement"
    drafts: Any = view_of(name, setting, documents)["notes"]
    assert len(drafts) == 2
    units = tuple(replace(unit, draft=False, question=None) for unit in setting.risks.units)
    assert view_of(name, with_risks(setting, replace(setting.risks, units=units)), documents)["notes"] == []


# ---- the workbook


def test_the_workbook_has_a_tab_for_each_unit_with_formulas_and_answers(
    setting: Setting, documents: Mapping[str, Document]
) -> None:
    known = all_scored(setting)
    view = KINDS["sheet"].view(documents["risk-register"], Desk(known, {}))
    book = load_workbook(io.BytesIO(sheets.write(view)))
    names = [unit.unit.th.rstrip(".") for unit in known.risks.units]
    assert book.sheetnames[1 : len(names) + 1] == names
    tab = book["ฝ่ายโยธา"]
    head = next(row for row in range(1, 10) if tab.cell(row, 7).value == "โอกาส")
    assert [tab.cell(head + 1, column).value for column in (7, 8, 14)] == [4, 5, datetime(2025, 3, 31)]
    row = head + 1
    assert tab.cell(row, 9).value == f'=IF(OR(G{row}="",H{row}=""),"",G{row}*H{row})'
    assert tab.cell(row, 10).value == (
        f'=IF(I{row}="","",LOOKUP(I{row},{{1,5,10,17}},{{"ต่ำ","ปานกลาง","สูง","สูงมาก"}}))'
    )
    rules = {str(rule.sqref): rule for rule in tab.data_validations.dataValidation}
    assert [rules[f"{letter}{row}:{letter}{row + 2}"].type for letter in "GH"] == ["list", "list"]
    assert [cell.value for cell in book.worksheets[-1]["A"]][:STEPS] == [1, 2, 3, 4, 5]


# ---- what is still to be done


def test_todo_lists_drafts_scores_scales_and_the_school(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    found = [point for point in todo.open_points(workspace, setting, documents.values()) if "risk" in str(point.place)]
    codes = [point.code for point in found]
    assert {code: codes.count(code) for code in codes} == {
        "unverified-scales": 1,
        "draft-risks": 11,
        "unscored-risks": 11,
        "open-field": 1,
    }
    assert {point.severity for point in found} == {"advice"}
    assert sum(int(point.facts["count"]) for point in found if point.code == "unscored-risks") == 33
