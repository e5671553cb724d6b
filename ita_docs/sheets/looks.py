"""The looks of cells, as the cell styles of a workbook: who changes one in Excel changes every cell of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, NamedStyle, PatternFill, Side
from openpyxl.styles import Font as AnyFont
from openpyxl.styles.differential import DifferentialStyle


class Font(AnyFont):
    """A font whose parts stand in the order of the standard, which openpyxl does not keep."""

    __attrs__, __nested__, __namespaced__ = AnyFont.__attrs__, AnyFont.__nested__, AnyFont.__namespaced__
    __elements__ = (
        *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
        *("sz", "color", "name", "family", "charset"),
    )


FONT, SIZE, TITLE_SIZE = "TH SarabunPSK", 16, 18
# How the cells of a column show what they hold: its name among the cell styles, its format. The day is in the Buddhist
# era by the calendar of the format (07), which LibreOffice knows too; `bb` and `bbbb` it prints as letters.
HOLDS = {
    "text": ("ข้อความ", "@"),
    "day": ("วันที่", "[$-107041E]d mmm yyyy;@"),
    "whole": ("จำนวน", "#,##0"),
    "money": ("เงิน", "#,##0.00"),
    "percent": ("ร้อยละ", "0.00%"),
}
TITLE, OFFICE, NOTE, HEAD, NUMBER, TOTAL, SIGNER = (
    f"ITA {name}" for name in ("ชื่อเรื่อง", "หน่วยงาน", "คำชี้แจง", "หัวตาราง", "ลำดับที่", "คำว่ารวม", "ลงชื่อ")
)
THIN = Side(style="thin", color="808080")
EDGES = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
GREY = PatternFill("solid", fgColor="E7E6E6")
PALE = PatternFill("solid", fgColor="F2F2F2")  # of a cell that reckons itself and is not typed into
RED = DifferentialStyle(
    font=Font(bold=True, color="C00000"), fill=PatternFill("solid", bgColor="FDE9E7", fgColor="FDE9E7")
)


def look_of(holds: str, role: str = "") -> str:
    """Name the cell style of what a column holds; `role` is a sum, or a cell that reckons itself.

    >>> look_of("money"), look_of("money", "รวม")
    ('ITA เงิน', 'ITA เงิน รวม')
    """
    return f"ITA {HOLDS[holds][0]} {role}".rstrip()


RECKONED, SUM = "คำนวณ", "รวม"


def add_looks(book: Workbook) -> None:
    """Give a workbook our font and all our cell styles."""
    normal: Any = book
    normal._named_styles["Normal"].font = Font(name=FONT, size=SIZE)  # widths count the digits of this font
    normal._fonts[0] = Font(name=FONT, size=SIZE)
    for style in _looks():
        book.add_named_style(style)


def _looks() -> Iterator[NamedStyle]:
    yield _look(TITLE, bold=True, size=TITLE_SIZE, across="center")
    yield _look(OFFICE, bold=True, across="center")
    yield _look(NOTE, across="left")
    yield _look(SIGNER, across="center", down="bottom")
    yield _look(HEAD, bold=True, across="center", down="center", edges=EDGES, fill=GREY)
    yield _look(NUMBER, across="center", edges=EDGES)
    yield _look(TOTAL, bold=True, across="center", edges=EDGES, fill=GREY)
    for holds, (_, shown) in HOLDS.items():
        across = "center" if holds == "day" else None
        yield _look(look_of(holds), across=across, edges=EDGES, shown=shown)
        # A formula in a cell of text would show itself, were the cell typed into.
        shown = "General" if holds == "text" else shown
        yield _look(
            look_of(holds, RECKONED),
            across=across or ("center" if holds == "text" else None),
            edges=EDGES,
            fill=PALE,
            shown=shown,
        )
        yield _look(look_of(holds, SUM), bold=True, across=across, edges=EDGES, fill=GREY, shown=shown)


def _look(
    name: str,
    *,
    bold: bool = False,
    size: int = SIZE,
    across: str | None = None,
    down: str = "top",
    edges: Border | None = None,
    fill: PatternFill | None = None,
    shown: str = "General",
) -> NamedStyle:
    look = NamedStyle(name, font=Font(name=FONT, size=size, bold=bold), number_format=shown)
    look.alignment = Alignment(horizontal=across, vertical=down, wrap_text=True)
    look.border, look.fill = edges or Border(), fill or PatternFill()
    return look
