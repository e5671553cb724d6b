"""แผ่นงาน Excel: a workbook whose tabs carry what the program knows and leave the rest to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View
from ita_docs.documents.reckoned import TABLES
from ita_docs.documents.record import reckoning_faults
from ita_docs.fields import Content, Flag, OptionalText, Text, Whole
from ita_docs.setting import Setting

CellKind = Literal["text", "day", "whole", "money"]
NAME_LENGTH = 31  # letters that Excel allows in the name of a tab


class Column(Content):
    """A column: its head, how many digits wide, what may stand in it; `sum` adds it up beneath."""

    title: Text
    width: Whole
    holds: CellKind = "text"
    choices: tuple[Text, ...] = ()
    sum: Flag = False


class Tab(Content):
    """A tab of the workbook; its rows are typed, or reckoned (`rows_of`), and so many `blank` ones."""

    name: Text
    notes: tuple[Text, ...] = ()
    columns: tuple[Column, ...]
    rows: tuple[tuple[OptionalText, ...], ...] = ()
    rows_of: OptionalText = None
    blank: Whole = 0
    wide: Flag = True


class Sheet(DocumentContent):
    """The content of a workbook."""

    title: Text
    tabs: tuple[Tab, ...]


def faults(sheet: Sheet, setting: Setting) -> Iterator[Fault]:
    """Find what is reckoned nowhere, rows that are too long, and names that Excel refuses."""
    seen: set[str] = set()
    for index, tab in enumerate(sheet.tabs):
        if len(tab.name) > NAME_LENGTH or tab.name in seen or set(tab.name) & set(r"[]:*?/\'"):
            yield Fault(("tabs", index, "name"), "tab-name", {"value": tab.name, "most": str(NAME_LENGTH)})
        seen.add(tab.name)
        if tab.rows_of:
            yield from reckoning_faults(("tabs", index, "rows_of"), tab.rows_of, TABLES, sheet.each or "")
        for at, row in enumerate(tab.rows):
            if len(row) > len(tab.columns):
                facts = {"value": str(len(row)), "most": str(len(tab.columns))}
                yield Fault(("tabs", index, "rows", at), "table-columns", facts)


def view(document: Document, desk: Desk) -> View:
    """Give the tabs with their columns and rows."""
    sheet = document.content
    assert isinstance(sheet, Sheet)
    return {
        "title": document.title,
        "office_name": desk.setting.office.name.th,
        "tabs": [_tab(tab, desk, document) for tab in sheet.tabs],
    }


def _tab(tab: Tab, desk: Desk, document: Document) -> View:
    rows: list[Sequence[str | None]] = [*tab.rows]
    rows += TABLES[tab.rows_of].of(desk, document.entry) if tab.rows_of else ()
    rows += [()] * tab.blank
    width = len(tab.columns)
    return {
        "name": tab.name,
        "notes": list(tab.notes),
        "wide": tab.wide,
        "columns": [
            {
                "title": column.title,
                "width": str(column.width),
                "holds": column.holds,
                "choices": list(column.choices),
                "sum": column.sum,
            }
            for column in tab.columns
        ],
        "rows": [[*(cell or "" for cell in row[:width]), *[""] * (width - len(row))] for row in rows],
    }
