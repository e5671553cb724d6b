"""แนวทาง: an announcement with a guideline annexed to it, chapter by chapter, and its forms."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, numbered
from ita_docs.documents.emblem import emblem
from ita_docs.documents.signing import signature
from ita_docs.fields import Content, Text
from ita_docs.setting import Setting
from ita_docs.thai.dates import given_at_blank
from ita_docs.thai.text import typeset

KEPT = 2  # as many of the last paragraphs stand on the page of the signature


class Step(Content):
    """One step of a procedure: what is done, by whom, when, and what record it leaves."""

    step: Text
    who: Text
    when: Text
    record: Text


class Classes(Content):
    """The table of the classes of property: four columns."""

    columns: tuple[Text, Text, Text, Text]
    rows: tuple[tuple[Text, Text, Text, Text], ...]


class Chapter(Content):
    """A chapter of the guideline."""

    title: Text
    paragraphs: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    steps: tuple[Step, ...] = ()
    table: Classes | None = None


class Pair(Content):
    """What one does and what one does not."""

    do: Text
    dont: Text


class Guideline(DocumentContent):
    """The content of a guideline and of the announcement that it is annexed to."""

    title: Text
    preamble: tuple[Text, ...]
    orders: tuple[Text, ...]
    chapters: tuple[Chapter, ...]
    do_dont: tuple[Pair, ...]


def faults(_guideline: Guideline, _setting: Setting) -> Iterator[Fault]:
    """Find nothing: a guideline refers to the office only by names."""
    yield from ()


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template of a guideline prints."""
    guideline, setting = document.content, desk.setting
    assert isinstance(guideline, Guideline)
    facts = setting.facts(document.paper_id)
    orders = numbered(guideline.orders)
    return {
        **emblem(setting),
        "office_name": setting.office.name.th,
        "title": typeset(guideline.title),
        "preamble": [typeset(text) for text in guideline.preamble],
        "orders": [
            {"number": f"{order['number']}.", "text": order["text"], "kept": order in orders[-KEPT:]}
            for order in orders
        ],
        "chapters": [_chapter_view(index, chapter) for index, chapter in enumerate(guideline.chapters, 1)],
        "do_dont": [
            {"number": typeset(str(index)), "do": typeset(pair.do), "dont": typeset(pair.dont)}
            for index, pair in enumerate(guideline.do_dont, 1)
        ],
        "given": given_at_blank(facts.signed),
        **signature(desk, facts),
    }


def _chapter_view(index: int, chapter: Chapter) -> dict[str, object]:
    columns, rows = (chapter.table.columns, chapter.table.rows) if chapter.table else (("",) * 4, ())
    return {
        "number": typeset(str(index)),
        "title": typeset(chapter.title),
        "paragraphs": [typeset(text) for text in chapter.paragraphs],
        "points": numbered(chapter.items, f"{index}."),
        "heads": _cells(columns),
        "classes": [_cells(row) for row in rows],
        "steps": [
            {
                "number": typeset(str(number)),
                "step": typeset(step.step),
                "who": typeset(step.who),
                "when": typeset(step.when),
                "record": typeset(step.record),
            }
            for number, step in enumerate(chapter.steps, 1)
        ],
    }


def _cells(texts: tuple[str, ...]) -> dict[str, str]:
    return dict(zip("abcd", map(typeset, texts), strict=True))
