"""แผ่นงาน Excel: a workbook whose tabs carry what the program knows and leave the rest to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_lowercase
from typing import Literal

from ita_docs.documents.document import (
    MOST_BLANK,
    Desk,
    Document,
    DocumentContent,
    Fault,
    View,
    nothing,
    outside,
    unknown,
)
from ita_docs.documents.reckoned import LISTS, TABLES
from ita_docs.documents.record import reckoning_faults
from ita_docs.documents.series import SERIES, Entry
from ita_docs.fields import NUMBER, Content, Flag, OptionalText, Text, Whole, number_meant
from ita_docs.setting import Setting
from ita_docs.source import PathInto
from ita_docs.thai.dates import DateError, parse_partial

CellKind = Literal["text", "day", "whole", "money", "percent"]
NAME_LENGTH = 31  # letters that Excel allows in the name of a tab
HINT_LENGTH = 255  # letters that Excel shows beside a cell, and that a text in a formula has
WIDEST = 255  # digits that Excel allows to a column
LETTERS = ascii_lowercase  # by which formulas call the columns, so a tab has no more of them
CHOICES_TAB = "รายการให้เลือก"  # where the answers of all columns stand, hidden
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
BY_UNIT = ("units", "sections", "schools", "risks")  # the series whose entries can have a tab each
IN_QUOTES = re.compile(r'"(?:[^"]|"")*"')  # a text in a formula
NO_NAMES = {CHOICES_TAB.casefold(), "history"}  # Excel keeps the second for itself


class Column(Content):
    """A column: its head, how many digits wide, what may stand in it.

    It is repeated for `each` entry of a reckoned list, whose words follow its head. Its answers are `choices`, or a
    reckoned list (`choices_of`). A `formula` reckons its cells; there `[b]` is the cell of the second column, and all
    the cells of one that is repeated. Answers in `red` are shown so. `sum` adds it up beneath; a share is reckoned of
    the sums.
    """

    title: Text
    width: Whole
    holds: CellKind = "text"
    each: OptionalText = None
    choices: tuple[Text, ...] = ()
    choices_of: OptionalText = None
    hint: OptionalText = None
    formula: OptionalText = None
    red: tuple[Text, ...] = ()
    sum: Flag = False


class Tab(Content):
    """A tab of the workbook; its rows are typed, or reckoned (`rows_of`), and so many `blank` ones.

    Each of the `signers` has a line to sign beneath the table. With `each` there is a tab for every unit of that
    series, called by it; what stands under `name` is the first note of each then, with the unit behind it.
    """

    name: Text
    each: OptionalText = None
    notes: tuple[Text, ...] = ()
    columns: tuple[Column, ...]
    rows: tuple[tuple[OptionalText, ...], ...] = ()
    rows_of: OptionalText = None
    blank: Whole = 0
    wide: Flag = True
    signers: tuple[Text, ...] = ()


class Sheet(DocumentContent):
    """The content of a workbook."""

    title: Text
    tabs: tuple[Tab, ...]


def faults(sheet: Sheet, setting: Setting) -> Iterator[Fault]:
    """Find what is reckoned nowhere, rows that are too long, and what Excel refuses."""
    seen = set(NO_NAMES)
    if not sheet.tabs:
        yield nothing(("tabs",))
    for index, tab in enumerate(sheet.tabs):
        path: PathInto = ("tabs", index)
        if tab.each and tab.each not in BY_UNIT:
            yield unknown((*path, "each"), "not-one-of", tab.each, BY_UNIT)
            continue
        names = tab_names(SERIES[tab.each](setting)) if tab.each else [tab.name]
        for name in (name.casefold() for name in names):
            if len(name) > NAME_LENGTH or name in seen or NOT_IN_NAMES.search(name):
                yield Fault((*path, "name"), "tab-name", {"value": tab.name, "most": str(NAME_LENGTH)})
            seen.add(name)
        each = tab.each or sheet.each or ""
        if not 1 <= len(tab.columns) <= len(LETTERS):
            facts = {"value": str(len(tab.columns)), "most": str(len(LETTERS))}
            yield Fault((*path, "columns"), "table-columns", facts)
        yield from outside((*path, "blank"), tab.blank, 0, MOST_BLANK)
        if tab.rows_of:
            yield from reckoning_faults((*path, "rows_of"), tab.rows_of, TABLES, each)
        for at, column in enumerate(tab.columns):
            yield from _column_faults((*path, "columns", at), column, len(tab.columns), each)
        for at, row in enumerate(tab.rows):
            if len(row) > len(tab.columns):
                facts = {"value": str(len(row)), "most": str(len(tab.columns))}
                yield Fault((*path, "rows", at), "table-columns", facts)
            for place, (cell, column) in enumerate(zip(row, tab.columns, strict=False)):
                yield from _cell_faults((*path, "rows", at, place), cell or "", column.holds)


def _cell_faults(path: PathInto, cell: str, holds: CellKind) -> Iterator[Fault]:
    """Find a typed cell that is not what its column holds."""
    if cell and holds == "day":
        try:
            day = parse_partial(cell)
        except DateError as error:
            yield Fault(path, error.code, {"value": cell, "fixed": error.suggestion or ""})
            return
        if not day.whole():
            yield Fault(path, "not-a-date", {"value": cell})
    elif cell and holds != "text" and not NUMBER.fullmatch(cell):
        yield Fault(path, "not-a-number", {"value": cell, "fixed": number_meant(cell)})


def _column_faults(path: PathInto, column: Column, columns: int, each: str) -> Iterator[Fault]:
    for key, name in (("each", column.each), ("choices_of", column.choices_of)):
        if name:
            yield from reckoning_faults((*path, key), name, LISTS, each)
    yield from outside((*path, "width"), column.width, 1, WIDEST)
    known = LETTERS[:columns]
    for letter in re.findall(r"\[([^]]*)\]", column.formula or ""):
        if letter not in known or len(letter) != 1:
            facts = {"value": letter, "known": " ".join(f"[{each}]" for each in known)}
            yield Fault((*path, "formula"), "formula-column", facts)
    if column.formula and not _is_whole(column.formula):
        yield Fault((*path, "formula"), "formula-broken", {"value": column.formula[:60]})
    for step, text in ((("hint",), column.hint or ""), *((("red", at), red) for at, red in enumerate(column.red))):
        if len(text) > HINT_LENGTH:
            facts = {"value": text[:60], "most": str(HINT_LENGTH), "key": str(step[0])}
            yield Fault((*path, *step), "hint-length", facts)


def _is_whole(formula: str) -> bool:
    """Tell whether Excel can read a formula as far as its marks go; a broken one spoils the whole file for it.

    >>> _is_whole('IF([a]="(","",SUM([b]))'), _is_whole("SUM((1,2)"), _is_whole('"ก'), _is_whole("=1+1")
    (True, False, False, False)
    """
    bare = IN_QUOTES.sub("", formula)
    depths = [bare[:end].count("(") - bare[:end].count(")") for end in range(len(bare) + 1)]
    return '"' not in bare and not bare.startswith("=") and min(depths) == depths[-1] == 0


def view(document: Document, desk: Desk) -> View:
    """Give the tabs with their columns and rows."""
    sheet = document.content
    assert isinstance(sheet, Sheet)
    return {
        "title": document.title,
        "office_name": desk.setting.office.name.th,
        "tabs": [
            _tab(tab, name, desk, entry)
            for tab in sheet.tabs
            for name, entry in _named_entries(tab, desk.setting, document.entry)
        ],
    }


def _named_entries(tab: Tab, setting: Setting, entry: Entry | None) -> Iterator[tuple[str, Entry | None]]:
    """List the tabs that one comes to: their names, and the entries that they are of."""
    if not tab.each:
        yield tab.name, entry
        return
    entries = list(SERIES[tab.each](setting))
    yield from zip(tab_names(entries), entries, strict=True)


def _tab(tab: Tab, name: str, desk: Desk, entry: Entry | None) -> View:
    rows: list[Sequence[str | None]] = [*tab.rows]
    rows += TABLES[tab.rows_of].of(desk, entry) if tab.rows_of else ()
    rows += [()] * tab.blank
    columns = [_columns(column, letter, desk, entry) for letter, column in zip(LETTERS, tab.columns, strict=False)]
    return {
        "name": name,
        "notes": [*([f"{tab.name} {entry.names['unit.name']}"] if tab.each and entry else ()), *tab.notes],
        "wide": tab.wide,
        "columns": [column for repeated in columns for column in repeated],
        "rows": [_cells(row, [len(repeated) for repeated in columns]) for row in rows],
        "signers": [f"ลงชื่อ {'.' * 50} {signer}   วันที่ {'.' * 24}" for signer in tab.signers],
    }


def tab_names(entries: Iterable[Entry]) -> list[str]:
    """Name tabs after units, within what Excel allows; the dots of a blank are left out.

    Long names that begin alike are told apart by a number.

    >>> tab_names([Entry("schools", {"unit.name": "โรงเรียน...................."}, None)])
    ['โรงเรียน']
    >>> tab_names([Entry(key, {"unit.name": "ก" * 40 + key}, None) for key in "ab"])[1][-4:]
    'กก 2'
    """
    names: list[str] = []
    for entry in entries:
        whole = NOT_IN_NAMES.sub(" ", entry.names["unit.name"]).rstrip(".")
        name, number = whole[:NAME_LENGTH], 1
        while name.casefold() in (other.casefold() for other in names):
            number += 1
            name = f"{whole[: NAME_LENGTH - len(f' {number}')]} {number}"
        names.append(name)
    return names


def _columns(column: Column, letter: str, desk: Desk, entry: Entry | None) -> list[View]:
    """Give a column, or all that it is repeated as."""
    titles = LISTS[column.each].of(desk, entry) if column.each else [""]
    choices = LISTS[column.choices_of].of(desk, entry) if column.choices_of else column.choices
    return [
        {
            "title": f"{column.title} {title}".rstrip(),
            "letter": letter,
            "width": str(column.width),
            "holds": column.holds,
            "choices": list(choices),
            "hint": column.hint or "",
            "formula": column.formula or "",
            "red": list(column.red),
            "sum": column.sum,
        }
        for title in titles
    ]


def _cells(row: Sequence[str | None], repeats: Sequence[int]) -> list[str]:
    """Give the cells of a row, one for each column as repeated; those that it does not tell are empty.

    >>> _cells(["ฝ่ายรายได้", "60"], [1, 1, 3])
    ['ฝ่ายรายได้', '60', '', '', '']
    """
    told = [*row[: len(repeats)], *[None] * (len(repeats) - len(row))]
    return [cell or "" for cell, times in zip(told, repeats, strict=True) for _ in range(times)]
