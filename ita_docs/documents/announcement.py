"""ประกาศ: an announcement in clauses, Thai and English side by side (ข้อ ๒๐, แบบที่ ๗); it has no ที่ line."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View
from ita_docs.documents.emblem import emblem
from ita_docs.documents.signing import signature
from ita_docs.fields import Both, Content, OptionalText
from ita_docs.setting import Setting
from ita_docs.thai.dates import given_at_blank
from ita_docs.thai.english import english_blank
from ita_docs.thai.text import typeset

KEPT = 2  # as many of the last paragraphs stand on the page of the signature


class Clause(Content):
    """A clause: its heading, a leading text, numbered items; both languages in each."""

    title: Both
    text: Both | None = None
    items: tuple[Both, ...] = ()


class Annex(Content):
    """The title of the annexed form and how it is used."""

    title: Both
    note: Both


class Announcement(DocumentContent):
    """The content of an announcement; `compare_with` names the sample that its wording is still to be compared with."""

    title: Both
    compare_with: OptionalText = None
    preamble: tuple[Both, ...]
    clauses: tuple[Clause, ...]
    annex: Annex


def faults(_announcement: Announcement, _setting: Setting) -> Iterator[Fault]:
    """Find nothing: an announcement refers to the office only by names."""
    yield from ()


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template prints, in the document's language."""
    announcement, setting = document.content, desk.setting
    assert isinstance(announcement, Announcement)
    facts = setting.facts(document.paper_id)
    english = document.language == "en"

    def say(both: Both) -> str:
        return both.en if english else typeset(both.th)

    def number(text: str) -> str:
        return text if english else typeset(text)

    clauses = []
    for index, clause in enumerate(announcement.clauses, 1):
        last = index == len(announcement.clauses)
        items = [
            {
                "number": number(f"{index}.{item_index}"),
                "text": say(item),
                "kept": last and item_index > len(clause.items) - KEPT,
            }
            for item_index, item in enumerate(clause.items, 1)
        ]
        clauses.append(
            {
                "number": number(str(index)),
                "title": say(clause.title),
                "text": say(clause.text) if clause.text else "",
                "kept": last or bool(items),
                "points": items,
            }
        )
    return {
        **emblem(setting),
        "office_name": setting.office.name.en if english else setting.office.name.th,
        "title": say(announcement.title),
        "preamble": [say(paragraph) for paragraph in announcement.preamble],
        "clauses": clauses,
        "annex_title": say(announcement.annex.title),
        "annex_note": say(announcement.annex.note),
        "given": english_blank(facts.signed) if english else given_at_blank(facts.signed),
        **signature(desk, facts, english=english),
    }
