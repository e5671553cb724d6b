"""แบบรายงานและแบบบันทึก: a paper in numbered chapters: text, points, blanks, tables, places for photographs, signers.

It has no form in the Regulation; analyses, reports, checklists and records of the year are written in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

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
    unknown_posts,
)
from ita_docs.documents.reckoned import LISTS, TABLES, Reckoning
from ita_docs.fields import Content, Flag, OptionalText, Text, Whole
from ita_docs.setting import BLANK, Setting
from ita_docs.thai.text import typeset

WIDEST = 7  # columns of a table beside the one of the numbers
COLUMNS = "abcdefg"
# The tables that the template has, by their names there: how many columns, and which of them is the widest (0: none).
LAYOUTS = {
    f"c{columns}_{widest}": (columns, widest)
    for columns in range(1, WIDEST + 1)
    for widest in range(min(columns, 2) + 1 if columns > 1 else 1)
}
SIGNED = ("label", "rank", "name", "post", "day")
DAY_BLANK = "........../........../.........."


class Fact(Content):
    """A label and what stands behind it; a blank where nothing is known."""

    label: Text
    value: OptionalText = None


class Table(Content):
    """A table; its rows are typed, or reckoned (`rows_of`), or `blank` ones to be filled in by hand.

    `widest` is the column that is twice as wide as the others: 1, 2, or 0 where all are equal.
    `total` is the word of a last row without a number, for the sums.
    """

    title: OptionalText = None
    widest: Whole = 1
    columns: tuple[Text, ...]
    rows: tuple[tuple[OptionalText, ...], ...] = ()
    rows_of: OptionalText = None
    blank: Whole = 0
    total: OptionalText = None


class Chapter(Content):
    """A chapter; what it has of these prints in this order."""

    title: OptionalText = None
    paragraphs: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    points: tuple[Text, ...] = ()
    points_of: OptionalText = None
    choices: tuple[Text, ...] = ()
    table: Table | None = None
    lines: Whole = 0
    photos: Whole = 0


class Signer(Content):
    """Who signs at the end, as what; a blank where no post is named."""

    label: Text
    post: OptionalText = None


class Record(DocumentContent):
    """The content of a record; a `wide` one lies across the page, by a template of its own.

    Its chapters may be `called` something else, such as ระเบียบวาระที่; that word stands before their numbers.
    `compare_with` names the sample that its wording is still to be compared with.
    """

    title: Text
    subtitle: OptionalText = None
    compare_with: OptionalText = None
    wide: Flag = False
    called: OptionalText = None
    chapters: tuple[Chapter, ...]
    signers: tuple[Signer, ...] = ()


def faults(record: Record, setting: Setting) -> Iterator[Fault]:
    """Find what is reckoned nowhere, tables that are too wide or too long in a row, and posts that there are not."""
    each = record.each or ""
    if not record.chapters:
        yield nothing(("chapters",))
    for index, chapter in enumerate(record.chapters):
        table = chapter.table
        for key, name, known in (
            (("points_of",), chapter.points_of, LISTS),
            (("table", "rows_of"), table and table.rows_of, TABLES),
        ):
            if name:
                yield from reckoning_faults(("chapters", index, *key), name, known, each)
        for what, count in (("lines", chapter.lines), ("photos", chapter.photos)):
            yield from outside(("chapters", index, what), count, 0, MOST_BLANK)
        if table:
            yield from _table_faults(("chapters", index, "table"), table)
    signers = [(("signers", index, "post"), signer.post) for index, signer in enumerate(record.signers) if signer.post]
    yield from unknown_posts(signers, setting)


def reckoning_faults(path: tuple[str | int, ...], name: str, known: dict[str, Reckoning], each: str) -> Iterator[Fault]:
    """Find a name that nothing is reckoned by, or not in this series."""
    fitting = [reckoned for reckoned, row in known.items() if not row.each or each in row.each]
    if name not in fitting:
        yield unknown(path, "unknown-reckoning", name, fitting)


def _table_faults(path: tuple[str | int, ...], table: Table) -> Iterator[Fault]:
    if not 1 <= len(table.columns) <= WIDEST:
        facts = {"value": str(len(table.columns)), "most": str(WIDEST)}
        yield Fault((*path, "columns"), "table-columns", facts)
    yield from outside((*path, "blank"), table.blank, 0, MOST_BLANK)
    if table.widest > 2:
        yield Fault((*path, "widest"), "not-one-of", {"value": str(table.widest), "known": "0, 1, 2"})
    for index, row in enumerate(table.rows):
        if len(row) > len(table.columns):
            facts = {"value": str(len(row)), "most": str(len(table.columns))}
            yield Fault((*path, "rows", index), "table-columns", facts)


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template of a record prints."""
    record, setting = document.content, desk.setting
    assert isinstance(record, Record)
    titled = iter(range(1, len(record.chapters) + 1))
    last = len(record.chapters) - 1 if record.signers else None
    chapters = [
        _chapter(chapter, next(titled) if chapter.title else 0, desk, document, record.called or "")
        | _kept(record.chapters[at : at + 2], at == last)
        for at, chapter in enumerate(record.chapters)
    ]
    return {
        "office_name": setting.office.name.th,
        "title": typeset(record.title),
        "subtitle": typeset(record.subtitle or ""),
        "chapters": chapters,
        "tied": any(chapter["tied"] for chapter in chapters),
        **_signers(record, setting),
    }


def _chapter(chapter: Chapter, number: int, desk: Desk, document: Document, called: str) -> View:
    points = [*chapter.points, *(LISTS[chapter.points_of].of(desk, document.entry) if chapter.points_of else ())]
    prefix = f"{number}." if number else ""
    return {
        "title": typeset(f"{called} {number}  {chapter.title}" if called else f"{number}. {chapter.title}")
        if number
        else "",
        "paragraphs": [typeset(text) for text in chapter.paragraphs],
        "facts": [{"label": typeset(fact.label), "value": typeset(fact.value or BLANK)} for fact in chapter.facts],
        "points": [{"number": typeset(f"{prefix}{at}"), "text": typeset(text)} for at, text in enumerate(points, 1)],
        "choices": [typeset(text) for text in chapter.choices],
        "table": _table(chapter.table, desk, document),
        "lines": [""] * chapter.lines,
        "photos": _photos(chapter.photos),
    }


def _kept(chapters: Sequence[Chapter], signed: bool) -> View:
    """Tell what stays on one page with the next: what leads to points, facts with choices, these with their matter.

    Of two chapters the first is meant. Where signers would stand right behind its table or photographs, the last row
    is `tied` to them. Behind its table stands a line of space unless a head follows, which keeps its own distance, and
    which LibreOffice leaves alone on a page where such a line stands between.
    """
    chapter, *following = chapters
    tied = signed and bool(chapter.photos or (chapter.table and not chapter.lines))
    head_follows = bool(following and following[0].title) and not (chapter.lines or chapter.photos)
    return {
        "leads": signed or bool(chapter.points or chapter.points_of),
        "facts_kept": signed or bool(chapter.choices),
        "choices_kept": signed or bool(chapter.table or chapter.lines),
        "signed": signed,
        "tied": tied,
        "apart": not (tied or head_follows),
    }


def _table(table: Table | None, desk: Desk, document: Document) -> View:
    rows: list[Sequence[str | None]] = []
    totals = [{"number": "", **_cells((table.total,))}] if table and table.total else []
    columns = table.columns if table else ()
    widest = table.widest if table and len(columns) > 1 else 0
    if table:
        rows += [*table.rows, *(TABLES[table.rows_of].of(desk, document.entry) if table.rows_of else ())]
        rows += [()] * table.blank
    return {
        "title": typeset(table.title or "") if table else "",
        **{name: layout == (len(columns), widest) for name, layout in LAYOUTS.items()},
        "heads": {letter: typeset(text) for letter, text in zip_longest(COLUMNS, columns, fillvalue="")},
        "rows": [{"number": typeset(str(index)), **_cells(row)} for index, row in enumerate(rows, 1)] + totals,
    }


def _cells(texts: Sequence[str | None]) -> dict[str, list[str]]:
    return {letter: typeset(text or "").split("\n") for letter, text in zip_longest(COLUMNS, texts)}


def _photos(count: int) -> list[View]:
    """Number the places for photographs, two in a row."""
    labels = [typeset(f"ภาพที่ {index} {'.' * 30}") for index in range(1, count + 1)]
    return [{"left": left, "right": right} for left, right in zip_longest(labels[::2], labels[1::2], fillvalue="")]


def _signers(record: Record, setting: Setting) -> View:
    """Place the signers two in a row, three on a wide page; in a short row the last one stands at the right."""
    sides = ("left", "middle", "right") if record.wide else ("left", "right")
    rows = [record.signers[at : at + len(sides)] for at in range(0, len(record.signers), len(sides))]
    empty: View = dict.fromkeys(SIGNED, "")
    placed = []
    for *others, last in rows:
        row = [signer_view(signer, setting) for signer in others]
        row += [empty] * (len(sides) - len(row) - 1)
        placed.append(dict(zip(sides, [*row, signer_view(last, setting)], strict=True)))
    return {"signers_in_twos": [] if record.wide else placed, "signers_in_threes": placed if record.wide else []}


def signer_view(signer: Signer, setting: Setting) -> View:
    """Give the values of who signs; a blank where no post or nobody is named."""
    person = setting.people.get(signer.post or "")
    return {
        "label": typeset(signer.label),
        "rank": person.rank or "" if person else "",
        "name": person.name if person and person.name else BLANK,
        "post": f"ตำแหน่ง {person.title if person else '.' * 30}",
        "day": DAY_BLANK,
    }
