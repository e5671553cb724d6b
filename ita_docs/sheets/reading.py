"""Reading workbooks: the table that a person typed, and all that stands in one of ours."""

from __future__ import annotations

import io
import warnings

from openpyxl import load_workbook

from ita_docs.problems import DocumentError, Place, Problem

Cells = list[list[object]]


def first_rows(data: bytes, file: str) -> Cells:
    """Read the first tab as its cells show, of a formula the last result; raises DocumentError for a damaged file."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of what openpyxl leaves aside, such as colours
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    except Exception:  # a damaged file breaks openpyxl in ways that it does not list
        raise DocumentError([Problem("unreadable-roster", Place(file))]) from None


def outline(data: bytes) -> str:
    """Write what stands in a workbook, tab by tab and row by row; the tests' golden form."""
    lines = []
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        lines.append(f"[{sheet.title}]{'' if sheet.sheet_state == 'visible' else ' ' + sheet.sheet_state}")
        for row in sheet.iter_rows():
            lines.append(" | ".join(_shown(cell.value, cell.data_type) for cell in row).rstrip(" |"))
    return "\n".join(lines) + "\n"


def _shown(value: object, kind: str) -> str:
    """Write what a cell keeps; a text that looks like a formula with the mark by which Excel tells it.

    >>> _shown("=1+1", "s"), _shown("=1+1", "f"), _shown(None, "n")
    ("'=1+1", '=1+1', '')
    """
    text = "" if value is None else str(value).replace("\n", " / ").removesuffix(" 00:00:00")
    return f"'{text}" if kind == "s" and text.startswith("=") else text
