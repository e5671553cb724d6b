"""Workbooks: what may be typed, what is reckoned, how they print; and that no text of anybody becomes a formula."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from conftest import ROOT, Good
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator
from test_standards import SDK, needed, sdk

from ita_docs import build, pdf, sheets
from ita_docs.documents import KINDS, Desk, Document
from ita_docs.documents.sheet import CHOICES_TAB
from ita_docs.progress import UnitProgress
from ita_docs.setting import Late, Setting
from ita_docs.workspace import Workspace

Workbooks = dict[str, bytes]
TEXT_COLUMN = {"title": "ข้อความ", "letter": "a", "width": "20", "holds": "text", "choices": [], "hint": ""}
TEXT_COLUMN |= {"formula": "", "red": [], "sum": False}  # type: ignore[dict-item]


@pytest.fixture(scope="module")
def books(workspace: Workspace, setting: Setting, documents: Mapping[str, Document]) -> Workbooks:
    """The workbooks of the year."""
    wanted = [document for document in documents.values() if document.medium == "xlsx"]
    return {one.name: one.data for one in build.make(build.Press(workspace), setting, documents, wanted)}


@pytest.fixture(scope="module")
def full(good: dict[str, Good]) -> bytes:
    return good["full"].made("sheet-full")


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def head_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, 9) if sheet.cell(row, 1).value == "ที่")


def heads(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[head_row(sheet)]]


def rules(sheet: Worksheet) -> dict[str, Any]:
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def view(*texts: str, **column: object) -> dict[str, object]:
    tab = {"name": "ก", "notes": [], "wide": True, "signers": [], "columns": [{**TEXT_COLUMN, **column}]}
    return {"title": "ชื่อ", "office_name": "สำนักงาน", "tabs": [{**tab, "rows": [[text] for text in texts]}]}


# ---- what stands in the cells


LETTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufffe\uffff")


@settings(max_examples=60, deadline=None)
@given(text=st.text(LETTERS, min_size=1, max_size=40), mark=st.sampled_from(["", "=", "+", "-", "@", "'", "{="]))
@pytest.mark.parametrize("holds", ["text", "day", "money"])
def test_any_text_survives_and_is_no_formula(holds: str, text: str, mark: str) -> None:
    typed = f"{mark}{text}x"  # a figure would become one
    cell = opened(sheets.write(view(typed, holds=holds))).worksheets[0]["B4"]
    assert (cell.value, cell.data_type) == (typed, "s")


def test_figures_and_days_are_kept_as_such(full: bytes) -> None:
    sheet = opened(full)["ค่าปรับ"]
    row = [cell.value for cell in sheet[4]]
    assert row[:5] == [1, "ค่าปรับ", sheet["C4"].value, "ฝ่ายเทศกิจ", "ไม่ครบ"]
    assert sheet["C4"].value.date() == date(2025, 1, 15)
    assert sheet["C4"].number_format == "[$-107041E]d mmm yyyy;@"
    assert row[5] == 1500.5


def test_only_content_that_says_formula_reckons(full: bytes) -> None:
    formulas = {
        sheet.title: {cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
        for sheet in opened(full).worksheets
    }
    assert formulas["ค่าปรับ"] == {"=SUM(F4:F6)"}
    assert {"=MAX(D5:T5)", '=IF(N(C5)>0,U5/C5,"")', "=SUM(C5:C15)", '=IF(N(C16)>0,U16/C16,"")'} <= formulas["ผู้ตอบ"]
    assert formulas[CHOICES_TAB] == set()


def test_no_cell_of_a_table_is_merged(books: Workbooks) -> None:
    for name, data in books.items():
        for sheet in opened(data).worksheets:
            inside = (
                [each for each in sheet.merged_cells.ranges if head_row(sheet) <= each.min_row]
                if sheet.freeze_panes
                else []
            )
            signed = [each for each in inside if "ลงชื่อ" in str(sheet.cell(each.min_row, 1).value)]
            assert inside == signed, name


# ---- what may be typed


def test_answers_are_chosen_from_a_hidden_list(full: bytes) -> None:
    book = opened(full)
    assert book[CHOICES_TAB].sheet_state == "hidden"
    listed = {}
    for cells, rule in rules(book["ค่าปรับ"]).items():
        if rule.type == "list":
            tab, _, area = rule.formula1.rpartition("!")
            assert tab == f"'{CHOICES_TAB}'"
            listed[cells] = [cell.value for (cell,) in book[CHOICES_TAB][area.replace("$", "")]]
            assert rule.error
    assert listed["E4:E6"] == ["ครบ, ตรวจแล้ว", "ไม่ครบ"]
    assert listed["D4:D6"][:2] == ["ฝ่ายปกครอง", "ฝ่ายทะเบียน"]
    assert len(listed["D4:D6"]) == 10


def test_a_buddhist_year_that_is_taken_for_a_christian_one_is_refused_with_the_way_out(full: bytes) -> None:
    rule = rules(opened(full)["ค่าปรับ"])["C4:C6"]
    day = (date(2568, 1, 15) - date(1899, 12, 30)).days
    assert (rule.type, rule.operator, rule.showErrorMessage, rule.showInputMessage) == ("date", "between", True, True)
    assert int(rule.formula1) < (date(2025, 1, 15) - date(1899, 12, 30)).days < int(rule.formula2) < day
    assert "ค.ศ." in rule.error
    assert "2568" in rule.prompt


def test_a_hint_stands_beside_the_cell_and_excel_shows_it_whole(books: Workbooks, full: bytes) -> None:
    assert rules(opened(full)["ผู้ตอบ"])["D5:D15"].prompt == "กรอกจำนวนสะสม ไม่มีให้กรอก 0"
    told = [rule for data in (*books.values(), full) for sheet in opened(data) for rule in rules(sheet).values()]
    assert len(told) > 50
    for rule in told:
        assert len(rule.prompt or "") <= 255
        assert len(rule.error or "") <= 225
        assert max(len(rule.promptTitle or ""), len(rule.errorTitle or "")) <= 32


def test_a_cell_that_reckons_itself_has_no_rule_and_another_look(full: bytes) -> None:
    sheet = opened(full)["ผู้ตอบ"]
    assert not [cells for cells in rules(sheet) if cells.startswith(("U", "V", "W"))]
    assert sheet["U5"].style == "ITA จำนวน คำนวณ"
    (area,) = sheet.conditional_formatting
    assert str(area.sqref) == "W5:W15"
    assert area.rules[0].formula == ['"ไม่ครบ"']


def test_nothing_is_locked(books: Workbooks) -> None:
    for data in books.values():
        assert not [sheet.title for sheet in opened(data) if sheet.protection.sheet]


# ---- how it looks and prints


def test_a_tab_prints_on_a4_one_page_wide_under_its_head(books: Workbooks) -> None:
    for data in books.values():
        for sheet in opened(data).worksheets:
            if sheet.title == CHOICES_TAB:
                continue
            head = head_row(sheet)
            assert sheet.page_setup.paperSize == 9
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.print_title_rows == f"${head}:${head}"
            assert sheet.freeze_panes == f"C{head + 1}"
            assert sheet.oddFooter.right.text == "หน้า &P จาก &N"
            assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {"TH SarabunPSK"}


def test_a_row_is_as_high_as_its_words_and_still_grows(books: Workbooks) -> None:
    sheet = opened(books["measures-plan"])["OIT"]
    heights = {row: sheet.row_dimensions[row].height for row in range(5, sheet.max_row + 1)}
    assert min(heights.values()) == 45
    assert max(heights.values()) > 200
    assert b"customHeight" not in _member(books["measures-plan"], "xl/worksheets/sheet1.xml")


def _member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read(name)


def test_the_same_view_gives_the_same_bytes_on_any_day(full: bytes, good: dict[str, Good]) -> None:
    assert good["full"].made("sheet-full") == full
    core = _member(full, "docProps/core.xml")
    assert core.count(b"2000-01-01T00:00:00Z") == 2
    assert b"th-TH" in core


def test_the_audits_of_open_xml_find_nothing(books: Workbooks, full: bytes, tmp_path: Path) -> None:
    needed(SDK.is_file(), "npm ci --prefix tests/openxml")
    for name in ("registers", "survey-quotas"):
        (tmp_path / f"{name}.xlsx").write_bytes(books[name])
    (tmp_path / "full.xlsx").write_bytes(full)
    for path in tmp_path.iterdir():
        assert sdk(path) == []
        # That a text stands in its cell and not in a table of texts is as good to Excel.
        found = [str(error) for error in OpenXmlValidator().validate(path).errors if "inline-string" not in str(error)]
        assert found == []


# ---- the workbooks of the year


def test_each_workbook_lists_what_the_plan_lists(books: Workbooks, setting: Setting) -> None:
    plan = opened(books["measures-plan"])
    codes = [row[2] for name in ("IIT", "EIT", "OIT") for row in plan[name].iter_rows(min_row=5, values_only=True)]
    assert list(dict.fromkeys(codes)) == list(setting.year.codes.values())
    signed = opened(books["sign-off"]).worksheets[0]
    assert [signed.cell(row, 2).value for row in range(5, 27)] == [f"O{number}" for number in range(1, 23)]
    follow = opened(books["tuesday-follow-up"]).worksheets[0]
    weeks = [head for head in heads(follow) if head.startswith("วันที่ ")]
    assert (len(weeks), weeks[0], weeks[14]) == (17, "วันที่ 7 ม.ค. 2568", "วันที่ 15 เม.ย. 2568 (หยุด)")
    assert [follow.cell(row, 2).value for row in range(5, 45)] == list(setting.year.codes.values())


def test_a_procurement_has_the_sixteen_fields_and_each_month_an_answer(books: Workbooks) -> None:
    book = opened(books["procurement-summary"])
    fields = [head for head in heads(book["รายการ"]) if head != "เดือน"]
    assert len(fields) == 16
    months = book["สรุปรายเดือน"]
    named = [months.cell(row, 2).value for row in range(5, 17)]
    assert (named[0], named[3], named[-1]) == ("ตุลาคม 2567", "มกราคม 2568", "กันยายน 2568")
    assert months["C5"].value.date() == date(2024, 11, 5)
    answers = rules(months)["D5:D16"].formula1.rpartition("!")[2].replace("$", "")
    assert [cell.value for (cell,) in book[CHOICES_TAB][answers]] == ["มีการจัดซื้อจัดจ้าง", "ไม่มีการจัดซื้อจัดจ้าง"]


def test_the_ten_statistics_and_the_three_taxes_are_there_by_section(books: Workbooks) -> None:
    book = opened(books["tax-revenue-statistics"])
    told = {sheet.title: heads(sheet) for sheet in book.worksheets if sheet.title != CHOICES_TAB}
    numbers = {
        head[1 : head.index(")")]
        for name, all_heads in told.items()
        if "O10" in name
        for head in all_heads
        if head[0] == "("
    }
    assert numbers == {str(number) for number in range(1, 11)}
    assert len([head for head in told["O9 ภาษี ฝ่ายรายได้"] if head[0] == "("]) == 3
    assert all(book[name].max_row >= 4 + 12 for name in told)


def test_the_sign_off_sheet_has_the_addresses_that_the_sections_told(
    setting: Setting, documents: Mapping[str, Document]
) -> None:
    told = {"O9": {"evidence": "https://www.example.com/tax"}}
    told["O10"] = {
        "evidence": "https://www.example.com/b",
        "signed": [{"file": "a.pdf", "url": "https://www.example.com/a"}],
    }  # type: ignore[dict-item]
    unit = UnitProgress.model_validate({"unit": "revenue", "items": told})
    desk = Desk(replace(setting, late_progress=Late.known({"revenue": unit})), {})
    (tab,) = KINDS["sheet"].view(documents["sign-off"], desk)["tabs"]  # type: ignore[misc]
    addresses = {row[0]: row[3] for row in tab["rows"]}
    assert addresses["O9"] == "https://www.example.com/tax"
    assert addresses["O10"] == "https://www.example.com/a\nhttps://www.example.com/b"
    assert addresses["O1"] == ""


# ---- LibreOffice


Convert = Callable[[dict[str, bytes], str], dict[str, bytes]]


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """Open workbooks in LibreOffice, which sees our fonts alone, and save them as something else."""

    def run(files: dict[str, bytes], ending: str) -> dict[str, bytes]:
        for name, data in files.items():
            (tmp_path / f"{name}.xlsx").write_bytes(data)
        home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
        sources = [tmp_path / f"{name}.xlsx" for name in files]
        command = [
            pdf.find_office(),
            home,
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            tmp_path / "out",
            *sources,
        ]
        fonts = {"FONTCONFIG_FILE": str(ROOT / "fonts/fonts.conf"), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=fonts)
        if not (tmp_path / "out").exists():
            (pytest.fail if os.environ.get("CI") else pytest.skip)("needs LibreOffice Calc: libreoffice-calc-nogui")
        return {name: (tmp_path / "out" / f"{name}.{ending}").read_bytes() for name in files}

    return run


def filled(data: bytes, tab: str, **cells: object) -> bytes:
    book = opened(data)
    for cell, value in cells.items():
        book[tab][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.pdf
def test_what_is_typed_is_reckoned_at_once(books: Workbooks, convert: Convert) -> None:
    survey = filled(books["survey-quotas"], "EIT ส่วนที่ 1", D5=20, E5=61, D6=59)
    bought = filled(books["procurement-summary"], "รายการ", B5="ตุลาคม 2567", I5="จ้างซ่อม", J5=1000, O5=900.5)
    bought = filled(bought, "สรุปรายเดือน", H5=date(2024, 11, 4), D6="ไม่มีการจัดซื้อจัดจ้าง", H6=date(2024, 12, 6))
    lent = filled(books["registers"], "ทะเบียนคุมการยืม", E5="กล้อง", G5=date(2025, 1, 6), E6="โต๊ะ", I6=date(2025, 1, 7))
    made = convert({"survey": survey, "bought": bought, "lent": lent}, "xlsx")
    read = {name: openpyxl.load_workbook(io.BytesIO(data), data_only=True) for name, data in made.items()}
    eit = read["survey"]["EIT ส่วนที่ 1"]
    assert [cell.value for cell in eit[5]][20:] == [61, 0, pytest.approx(61 / 60), "ครบแล้ว"]
    assert [cell.value for cell in eit[6]][20:] == [59, 1, pytest.approx(59 / 60), "ยังไม่ครบ"]
    assert [cell.value for cell in eit[16]][20:23] == [120, 381, pytest.approx(120 / 500)]
    months = read["bought"]["สรุปรายเดือน"]
    assert [months.cell(5, at).value for at in (5, 6, 7, 10)] == [1, 1000, 900.5, "ทันกำหนด"]
    assert [months.cell(6, at).value for at in (5, 6, 7, 10)] == [0, 0, 0, "ช้ากว่ากำหนด"]
    assert [read["bought"]["รายการ"].cell(5, at).value for at in (3, 4, 6)] == [
        2568,
        "สำนักงานเขตสัมพันธวงศ์",
        "กรุงเทพมหานคร",
    ]
    assert read["bought"]["รายการ"]["C6"].value in (None, "")
    assert [read["lent"]["ทะเบียนคุมการยืม"].cell(row, 12).value for row in (5, 6)] == ["เกินกำหนด", "คืนแล้ว"]


@pytest.mark.pdf
def test_no_formula_of_any_workbook_fails_while_nothing_is_typed(workspace: Workspace, convert: Convert) -> None:
    setting = workspace.setting("bang-rak", "2568")
    documents = workspace.documents(setting)
    wanted = [document for document in documents.values() if document.medium == "xlsx"]
    made = {one.name: one.data for one in build.make(build.Press(workspace), setting, documents, wanted)}
    read = [openpyxl.load_workbook(io.BytesIO(data), data_only=True) for data in convert(made, "xlsx").values()]
    shown = [str(cell.value) for book in read for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "ยังไม่พร้อม" in shown
    assert [text for text in shown if text.startswith(("#", "Err:"))] == []


@pytest.mark.pdf
def test_a_print_repeats_its_head_and_shows_buddhist_years(
    full: bytes, books: Workbooks, convert: Convert, tmp_path: Path
) -> None:
    printed = convert({"full": full, "sign-off": books["sign-off"]}, "pdf")
    text = {}
    for name, data in printed.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
        command = ["pdftotext", "-layout", tmp_path / f"{name}.pdf", "-"]
        text[name] = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
    assert "15 ม.ค. 2568" in text["full"][1]
    assert [("ชื่อข้อ" in page, "จาก 2" in page) for page in text["sign-off"]] == [(True, True)] * 2
    with pikepdf.open(io.BytesIO(printed["sign-off"])) as file:
        sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in file.pages}
        names = {str(font.BaseFont) for page in file.pages for font in page.Resources.Font.values()}
    assert sizes == {(842, 595)}
    assert all("THSarabunNew" in name for name in names)
