"""Writing workbooks: the view of a sheet becomes an .xlsx with Thai heads, answers to choose from, a page that prints.

Same view, same bytes. Lengths are those of Excel: widths in digits, heights in points, margins in inches.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ita_docs.documents.sheet import CHOICES_TAB
from ita_docs.sheets import looks
from ita_docs.sheets.allowing import allow
from ita_docs.sheets.heights import height, lines, set_height
from ita_docs.sheets.looks import look_of

FIRST_OF_ALL = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: equal content, equal bytes
LONG_AGO = datetime(2000, 1, 1)
A4 = 9
NUMBER_WIDTH = 5
SIGNING = 36  # points for a line that is signed by hand
MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.6, "header": 0.3, "footer": 0.3}
FIGURE = re.compile(r"[0-9]{1,15}(\.[0-9]{1,9})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LETTER = re.compile(r"\[([a-z])\]")

Column = Mapping[str, Any]
NUMBER: Column = {"title": "ที่", "letter": "", "width": str(NUMBER_WIDTH)}


def column_letter(index: int) -> str:
    """Name a column as Excel does, counted from nought.

    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    return get_column_letter(index + 1)


def write(view: Mapping[str, object]) -> bytes:
    """Write the workbook of a view."""
    book = Workbook()
    book.remove(book.worksheets[0])
    looks.add_looks(book)
    about: Any = book.properties
    about.title, about.creator, about.language = str(view["title"]), str(view["office_name"]), "th-TH"
    about.created = LONG_AGO
    book.calculation = CalcProperties(fullCalcOnLoad=True)  # no results are written, so they are reckoned at once
    choices = _Choices()
    tabs: Any = view["tabs"]
    for tab in tabs:
        _write_tab(book.create_sheet(tab["name"]), tab, (str(view["title"]), str(view["office_name"])), choices)
    choices.write(book)
    written = io.BytesIO()
    book.save(written)
    return _always_the_same(written.getvalue())


class _Choices:
    """The answers to choose from, each list a column of a hidden tab: of any length, and with commas in them."""

    def __init__(self) -> None:
        self.lists: dict[tuple[str, ...], str] = {}

    def cells(self, choices: Sequence[str]) -> str:
        """Name the cells where a list of answers stands; nothing where there are none."""
        if not choices:
            return ""
        letter = column_letter(len(self.lists))
        cells = f"'{CHOICES_TAB}'!${letter}$1:${letter}${len(choices)}"
        return self.lists.setdefault(tuple(choices), cells)

    def write(self, book: Workbook) -> None:
        """Write the hidden tab, where any column has answers to choose from."""
        if not self.lists:
            return
        sheet = book.create_sheet(CHOICES_TAB)
        sheet.sheet_state = "hidden"
        for column, choices in enumerate(self.lists, 1):
            for row, text in enumerate(choices, 1):
                _put(sheet, row, column, _value(text, "whole"), look_of("text"))  # figures are typed as figures


def _write_tab(sheet: Worksheet, tab: Mapping[str, Any], above: tuple[str, str], choices: _Choices) -> None:
    columns: list[Column] = [NUMBER, *tab["columns"]]
    width = sum(int(column["width"]) for column in columns)
    heading = [*zip(above, (looks.TITLE, looks.OFFICE), strict=True), *((note, looks.NOTE) for note in tab["notes"])]
    for at, (text, look) in enumerate(heading, 1):
        _write_across(sheet, at, len(columns), text, look, height(lines(text, width)))
    head = len(heading) + 1
    end = head + len(tab["rows"])
    for at, column in enumerate(columns, 1):
        _put(sheet, head, at, column["title"], looks.HEAD)
        sheet.column_dimensions[get_column_letter(at)].width = int(column["width"])
    _set_height(sheet, head, columns, [column["title"] for column in columns], bold=True)
    for number, row in enumerate(tab["rows"], 1):
        _set_height(sheet, head + number, columns, ["", *row])
        _put(sheet, head + number, 1, number, looks.NUMBER)
        for at, (column, text) in enumerate(zip(columns[1:], row, strict=True), 2):
            _write_cell(sheet, head + number, at, column, text, columns)
    for at, column in enumerate(columns[1:], 2):
        _rule(sheet, column, f"{get_column_letter(at)}{head + 1}:{get_column_letter(at)}{end}", choices)
    after = _write_sums(sheet, columns, head, end)
    for at, signer in enumerate(tab["signers"], after + 1):
        _write_across(sheet, at, len(columns), signer, looks.SIGNER, SIGNING)
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(columns))}{end}"
    _lay_out(sheet, tab, head)


def _put(sheet: Worksheet, row: int, column: int, value: object, look: str) -> None:
    """Write a cell; a text stays a text, also one that begins with “=”."""
    cell: Any = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.style = look


def _put_formula(sheet: Worksheet, row: int, column: int, formula: str, look: str) -> None:
    cell: Any = sheet.cell(row, column)
    cell.value, cell.style = f"={formula}", look


def _write_across(sheet: Worksheet, row: int, columns: int, text: str, look: str, points: int) -> None:
    """Write a text across the table."""
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    _put(sheet, row, 1, text, look)
    set_height(sheet, row, points)


def _set_height(
    sheet: Worksheet, row: int, columns: Sequence[Column], texts: Sequence[str], *, bold: bool = False
) -> None:
    """Make a row as high as the longest of its texts."""
    counts = (lines(text, int(column["width"]), bold=bold) for column, text in zip(columns, texts, strict=True))
    set_height(sheet, row, height(max(counts)))


def _write_cell(sheet: Worksheet, row: int, at: int, column: Column, text: str, columns: Sequence[Column]) -> None:
    holds = column["holds"]
    if column["formula"]:
        _put_formula(sheet, row, at, _formula(column, row, columns), look_of(holds, looks.RECKONED))
        return
    _put(sheet, row, at, _value(text, holds), look_of(holds))


def _value(text: str, holds: str) -> object:
    """Give what a cell keeps: a figure, a day, else the text; nothing for an empty one.

    >>> _value("40", "whole"), _value("=1+1", "whole"), _value("2025-01-07", "day"), _value("", "text")
    (40, '=1+1', datetime.date(2025, 1, 7), None)
    """
    if holds == "day" and DAY.fullmatch(text):
        return date.fromisoformat(text)
    figure = FIGURE.fullmatch(text) if holds in ("whole", "money") else None
    return (float(text) if figure[1] else int(text)) if figure else text or None


def _formula(column: Column, row: int, columns: Sequence[Column]) -> str:
    """Write the formula of a column for a row: `[b]` is the cell of the second column, all its cells if repeated."""
    cells = {
        letter: f"{first}{row}" + (f":{last}{row}" if last != first else "") for letter, first, last in _of(columns)
    }
    return LETTER.sub(lambda found: cells[found[1]], column["formula"])


def _of(columns: Sequence[Column]) -> Iterator[tuple[str, str, str]]:
    """Give each letter of the content with the first and the last column that it stands for."""
    for letter in dict.fromkeys(column["letter"] for column in columns):
        places = [at for at, column in enumerate(columns, 1) if column["letter"] == letter]
        yield letter, get_column_letter(places[0]), get_column_letter(places[-1])


def _rule(sheet: Worksheet, column: Column, cells: str, choices: _Choices) -> None:
    """Let only what a column holds be typed into it, and show in red what is to be seen at once."""
    rule = None if column["formula"] else allow(column, choices.cells(column["choices"]))
    if rule:
        rule.add(cells)
        sheet.add_data_validation(rule)
    for text in column["red"]:
        quoted = text.replace('"', '""')
        red = Rule(type="cellIs", operator="equal", formula=[f'"{quoted}"'], dxf=looks.RED)
        sheet.conditional_formatting.add(cells, red)


def _write_sums(sheet: Worksheet, columns: Sequence[Column], head: int, end: int) -> int:
    """Add the columns up that ask for it, in one row beneath; a share is reckoned of the sums. Give the last row."""
    if not any(column["sum"] for column in columns[1:]):
        return end
    _put(sheet, end + 1, 1, looks.SUM, looks.TOTAL)
    set_height(sheet, end + 1, height(1))
    for at, column in enumerate(columns[1:], 2):
        letter, look = get_column_letter(at), look_of(column["holds"], looks.SUM)
        if column["sum"] and column["holds"] in ("whole", "money"):
            _put_formula(sheet, end + 1, at, f"SUM({letter}{head + 1}:{letter}{end})", look)
        elif column["sum"] and column["formula"]:
            _put_formula(sheet, end + 1, at, _formula(column, end + 1, columns), look)
        else:
            _put(sheet, end + 1, at, None, look)
    return end + 1


def _lay_out(sheet: Worksheet, tab: Mapping[str, Any], head: int) -> None:
    """Keep the head in sight and on every printed page, one page wide, numbered beneath."""
    sheet.sheet_format.defaultRowHeight = height(1)
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
    for part, text in ((footer.left, "&A"), (footer.right, "หน้า &P จาก &N")):
        part.text, part.font, part.size = text, looks.FONT, 14


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
