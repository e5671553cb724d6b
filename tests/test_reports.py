"""Reports, index pages and memos of the plan's items: what is reckoned for them, and what nobody may type into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from conftest import ROOT, YEAR

from ita_docs.documents import Desk, Document, figures
from ita_docs.documents.reckoned import TABLES
from ita_docs.documents.reckoned import reports as reports
from ita_docs.documents.record import view
from ita_docs.documents.series import SERIES, Entry
from ita_docs.setting import Setting
from ita_docs.source import read_file
from ita_docs.year import Item

DOCUMENT_FOLDERS = ("records", "memos", "sheets", "messages")


@pytest.fixture(scope="module")
def desk(setting: Setting) -> Desk:
    return Desk(setting, {})


def entry_of(setting: Setting, series: str, key: str) -> Entry:
    return next(entry for entry in SERIES[series](setting) if entry.key == key)


def with_result(setting: Setting, **scores: str) -> Setting:
    """Write down last year's result."""
    given = {"total": None} | {name: Decimal(score) for name, score in scores.items()}
    result = setting.own.last_result.model_copy(update=given)
    return replace(setting, own=setting.own.model_copy(update={"last_result": result}))


# ---- the score of last year


@pytest.mark.parametrize(
    ("iit", "eit", "oit", "total", "level"),
    [
        ("88.43", "80.53", "94.38", "88.44", "ผ่าน"),  # a district's own report: EIT keeps it at ผ่าน
        ("88.43", "85.00", "94.38", "89.78", "ผ่านดี"),
        ("85.00", "85.00", "85.00", "85.00", "ผ่านดี"),
        ("80.00", "80.00", "91.00", "84.40", "ต่ำกว่าร้อยละ 85"),
        ("99.00", "99.00", "99.00", "99.00", None),
    ],
)
def test_the_level_follows_from_the_three_instruments(
    iit: str, eit: str, oit: str, total: str, level: str | None, setting: Setting
) -> None:
    scored = with_result(setting, iit=iit, eit=eit, oit=oit)
    assert figures.total_of(scored) == Decimal(total)
    assert figures.level_of(scored) == level
    assert (figures.scores(scored)[-1]["instrument"] == figures.LEVEL) is (level is not None)


def test_without_the_instruments_no_level_is_reckoned(setting: Setting) -> None:
    assert figures.level_of(with_result(setting, total="87.3")) is None
    assert figures.total_of(with_result(setting, iit="88.43", oit="94.38")) is None


# ---- what is reckoned


def test_an_element_is_a_line_of_the_plan_with_who_answers_for_it(desk: Desk) -> None:
    rows = reports.elements_of_item(desk, entry_of(desk.setting, "oit-items", "o16"))
    assert len(rows) == 6
    assert rows[1] == ("หลักเกณฑ์การสรรหาและคัดเลือก", "ฝ่ายปกครอง")


def test_a_line_that_only_leads_to_others_is_no_element(desk: Desk) -> None:
    """O11 has 12 processes; its lines “ฝ่ายโยธา 4 กระบวนงาน ได้แก่” are none."""
    assert len(reports.elements_of_item(desk, entry_of(desk.setting, "oit-items", "o11"))) == 12


def test_every_item_of_the_open_data_has_elements(desk: Desk) -> None:
    entries = list(SERIES["oit-items"](desk.setting))
    assert len(entries) == 22
    assert all(reports.elements_of_item(desk, entry) for entry in entries)


def test_a_section_gets_its_own_rows_only(desk: Desk) -> None:
    finance = str(reports.disclosures_of_unit(desk, entry_of(desk.setting, "units", "finance")))
    community = str(reports.disclosures_of_unit(desk, entry_of(desk.setting, "units", "community")))
    assert "ข้อมูลบัญชีงบประมาณ\\n" not in community
    assert "ข้อมูลเงินอุดหนุน" not in finance
    assert "O14" in finance
    assert "O14" in community
    assert finance.count("เปิดเผยในรูปแบบไฟล์ PDF") == 1


def test_items_of_the_same_measures_share_a_row(desk: Desk) -> None:
    rows = reports.results_of_indicator(desk, entry_of(desk.setting, "indicators", "03"))
    assert [row[0].splitlines()[:3] for row in rows] == [
        [
            f"I{number} {desk.setting.items[slug].title}"
            for number, slug in zip((7, 8, 9), desk.setting.year.groups["3"], strict=True)
        ]
    ]


def test_no_item_is_left_out_of_the_report_of_its_indicator(desk: Desk) -> None:
    for entry in SERIES["indicators"](desk.setting):
        lines = "\n".join(row[0] for row in reports.results_of_indicator(desk, entry)).splitlines()
        codes = [code for _, _, items in entry.subject.groups for code in items.values()]  # type: ignore[attr-defined]
        assert [code for code in codes if not any(line.startswith(f"{code} ") for line in lines)] == []


def test_every_owner_of_an_item_has_it_in_its_pack(desk: Desk) -> None:
    setting = desk.setting
    for entry in SERIES["units"](setting):
        told = str([*reports.disclosures_of_unit(desk, entry), *reports.surveys_of_unit(desk, entry)])
        for slug, code in setting.year.codes.items():
            item: Item = setting.items[slug]
            everyone = "schools" if entry.key in {school.id for school in setting.office.schools} else "all"
            assert (f"{code} {item.title}" in told) is bool({entry.key, everyone} & set(item.sections)), (
                entry.key,
                code,
            )


def test_the_quarters_are_those_of_the_fiscal_year(setting: Setting) -> None:
    names = [entry.names for entry in SERIES["quarters"](setting)]
    assert [name["quarter.first"] for name in names] == [
        "1 ตุลาคม 2567",
        "1 มกราคม 2568",
        "1 เมษายน 2568",
        "1 กรกฎาคม 2568",
    ]
    assert [name["quarter.last"] for name in names] == [
        "31 ธันวาคม 2567",
        "31 มีนาคม 2568",
        "30 มิถุนายน 2568",
        "30 กันยายน 2568",
    ]


def test_the_months_run_from_october_to_september(desk: Desk) -> None:
    months = TABLES["months"].of(desk, None)
    assert (months[0], months[-1], len(months)) == (("ตุลาคม 2567",), ("กันยายน 2568",), 12)


# ---- what is typed


def test_no_paper_names_a_district_of_itself() -> None:
    offices: list[Any] = [
        read_file(path, path.name).value for path in sorted((ROOT / "content/offices").glob("*.yaml"))
    ]
    districts = [office["district"]["th"] for office in offices]
    assert len(districts) == 50
    texts = [path for folder in DOCUMENT_FOLDERS for path in sorted((ROOT / "content" / YEAR / folder).glob("*.yaml"))]
    assert len(texts) > 25
    found = [(path.name, name) for path in texts for name in districts if name in path.read_text(encoding="utf-8")]
    assert found == []


def test_no_record_types_an_item_code_or_the_year() -> None:
    """Codes and years move: content takes them from the year."""
    paths = sorted((ROOT / "content" / YEAR / "records").glob("*.yaml"))
    assert len(paths) > 20
    for path in paths:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert YEAR not in "".join(lines), path.name
        assert not [line for line in lines if any(f" {code} " in line for code in ("O18", "O22", "E5", "I2"))], (
            path.name
        )


# ---- how it prints


@pytest.mark.parametrize(
    ("paper", "sides"),
    [
        ("anti-bribery-results", [["ผู้จัดทำ", "ผู้ตรวจ"], ["", "ผู้เห็นชอบ"]]),
        ("site-survey", [["ผู้สำรวจ", "ผู้ตรวจ", "ผู้สั่งการ"]]),
        ("e-service", [["ผู้รวบรวม", "", "ผู้ตรวจ"]]),
    ],
)
def test_signers_stand_side_by_side(
    paper: str, sides: list[list[str]], documents: Mapping[str, Document], desk: Desk
) -> None:
    printed: dict[str, Any] = view(documents[paper], desk)
    rows = printed["signers_in_twos"] or printed["signers_in_threes"]
    assert [[place["label"] for place in row.values()] for row in rows] == sides
