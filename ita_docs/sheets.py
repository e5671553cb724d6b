"""Workbooks: the view of a sheet becomes an .xlsx with Thai heads, answers to choose from, and a page that prints.

Same view, same bytes. Lengths are those of Excel: widths in digits, margins in inches.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FONT = "TH SarabunPSK"
FIRST_OF_ALL = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: equal content, equal bytes
LONG_AGO = datetime(2000, 1, 1)
A4 = 9
NUMBER_WIDTH = 5
FORMATS = {"text": "@", "day": "[$-D07041E]d mmm bb;@", "whole": "#,##0", "money": "#,##0.00"}
MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.6, "header": 0.3, "footer": 0.3}
# What may be typed into a column, by what it holds: Excel's kind of rule, and what it says to who typed something else.
RULES: dict[str, tuple[Any, Any, str, str, str]] = {
    "day": ("date", "greaterThan", "36526", "ไม่ใช่วันที่", "กรอกวันที่ เช่น 15/1/2025"),
    "whole": ("whole", "greaterThanOrEqual", "0", "ไม่ใช่จำนวนเต็ม", "กรอกจำนวนเต็มตั้งแต่ 0 ขึ้นไป"),
    "money": ("decimal", "greaterThanOrEqual", "0", "ไม่ใช่จำนวนเงิน", "กรอกจำนวนเงินตั้งแต่ 0 ขึ้นไป ไม่ต้องใส่คำว่าบาท"),
}
CHOICE_ERROR = ("ไม่อยู่ในรายการ", "เลือกคำตอบจากรายการ")
LONGEST_CHOICES = 255  # letters that Excel allows in a list typed into the rule
THIN = Side(style="thin", color="808080")
EDGES = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD_FILL = PatternFill("solid", fgColor="E7E6E6")


def write(view: Mapping[str, object]) -> bytes:
    """Write the workbook of a view."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = str(view["title"]), str(view["office_name"])
    book.properties.created = LONG_AGO
    tabs: Any = view["tabs"]
    for tab in tabs:
        _write_tab(book.create_sheet(tab["name"]), tab, str(view["title"]), str(view["office_name"]))
    written = io.BytesIO()
    book.save(written)
    return _always_the_same(written.getvalue())


def _write_tab(sheet: Worksheet, tab: Mapping[str, Any], title: str, office: str) -> None:
    columns: list[Mapping[str, Any]] = [
        {"title": "ที่", "width": NUMBER_WIDTH, "holds": "whole", "choices": (), "sum": False},
        *tab["columns"],
    ]
    last = get_column_letter(len(columns))
    above = [title, office, *tab["notes"]]
    for at, text in enumerate(above, 1):
        sheet.merge_cells(f"A{at}:{last}{at}")
        sheet.cell(at, 1, text).font = Font(name=FONT, size=18 if at == 1 else 16, bold=at <= 2)
        sheet.cell(at, 1).alignment = Alignment(horizontal="center" if at <= 2 else "left", wrap_text=True)
    head = len(above) + 1
    for at, column in enumerate(columns, 1):
        cell = sheet.cell(head, at, column["title"])
        cell.font, cell.fill, cell.border = Font(name=FONT, size=16, bold=True), HEAD_FILL, EDGES
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(at)].width = int(column["width"])
    for at, row in enumerate(tab["rows"], head + 1):
        for place, text in enumerate([str(at - head), *row], 1):
            _write_cell(sheet, at, place, text, columns[place - 1]["holds"])
    end = head + len(tab["rows"])
    for at, column in enumerate(columns, 1):
        _allow(sheet, column, f"{get_column_letter(at)}{head + 1}:{get_column_letter(at)}{end}")
    _write_sums(sheet, columns, head, end)
    _lay_out(sheet, tab, head)


def _write_cell(sheet: Worksheet, row: int, column: int, text: str, holds: str) -> None:
    figure = re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,9})?", text) if holds in ("whole", "money") else None
    cell = sheet.cell(row, column)
    cell.value = (float(text) if figure[1] else int(text)) if figure else text or None
    if isinstance(cell.value, str):
        cell.data_type = "s"  # also a text that begins with “=” is a text
    cell.number_format = FORMATS[holds]
    cell.font, cell.border = Font(name=FONT, size=16), EDGES
    middle = "center" if column == 1 or holds == "day" else None
    cell.alignment = Alignment(horizontal=middle, vertical="top", wrap_text=True)


def _allow(sheet: Worksheet, column: Mapping[str, Any], cells: str) -> None:
    """Let only what a column holds be typed into it."""
    if column["choices"]:
        rule = DataValidation(type="list", formula1=f'"{",".join(column["choices"])}"', allow_blank=True)
        rule.errorTitle, rule.error = CHOICE_ERROR
    elif column["holds"] in RULES:
        kind, operator, least, error_title, error = RULES[column["holds"]]
        rule = DataValidation(type=kind, operator=operator, formula1=least, allow_blank=True)
        rule.errorTitle, rule.error = error_title, error
    else:
        return
    rule.showErrorMessage = True
    rule.add(cells)
    sheet.add_data_validation(rule)


def _write_sums(sheet: Worksheet, columns: Sequence[Mapping[str, Any]], head: int, end: int) -> None:
    """Add the columns up that ask for it, in one row beneath."""
    if not any(column["sum"] for column in columns):
        return
    for at, column in enumerate(columns, 1):
        letter = get_column_letter(at)
        total = f"=SUM({letter}{head + 1}:{letter}{end})" if column["sum"] else "รวม" if at == 2 else None
        cell: Any = sheet.cell(end + 1, at)
        cell.value = total
        cell.font, cell.border, cell.fill = Font(name=FONT, size=16, bold=True), EDGES, HEAD_FILL
        cell.number_format = FORMATS[column["holds"]]


def _lay_out(sheet: Worksheet, tab: Mapping[str, Any], head: int) -> None:
    """Keep the head in sight and on every printed page, one page wide, numbered beneath."""
    sheet.freeze_panes = f"C{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape" if tab["wide"] else "portrait"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    for side, inches in MARGINS.items():
        setattr(sheet.page_margins, side, inches)
    footer: Any = sheet.oddFooter
    footer.center.text = "หน้า &P จาก &N"


def _always_the_same(data: bytes) -> bytes:
    """Give every member the same time, and the workbook that of no day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = old.read(name)
            if name == "docProps/core.xml":
                member = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", member)
            info = zipfile.ZipInfo(name, FIRST_OF_ALL)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, member)
    return out.getvalue()


def outline(data: bytes) -> str:
    """Write what stands in a workbook, tab by tab and row by row; the tests' golden form."""
    lines = []
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        lines.append(f"[{sheet.title}]")
        for row in sheet.iter_rows(values_only=True):
            lines.append(" | ".join("" if value is None else str(value) for value in row).rstrip())
    return "\n".join(lines) + "\n"
