"""บันทึกข้อความ: a memo to the director, or a circular to sections and schools (ข้อ ๑๒, แบบที่ ๒)."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, numbered, unknown, unknown_posts
from ita_docs.documents.emblem import MEMO_CM, emblem
from ita_docs.documents.signing import signature
from ita_docs.fields import Content, Flag, OptionalText, Text, Whole
from ita_docs.office_year import PaperFacts
from ita_docs.setting import Setting
from ita_docs.thai.dates import dated_blank, head_blank, number_line
from ita_docs.thai.text import has_thai, typeset

KIND_WORDS = {"order": "คำสั่ง", "announcement": "ประกาศ", "guideline": "ประกาศ"}


class Paragraph(Content):
    """A paragraph, headed or not; the one marked `enclosures` is followed by the list of the papers.

    Points, choices to tick and dotted lines for a pen print below it, in this order.
    """

    heading: OptionalText = None
    text: Text
    enclosures: Flag = False
    points: tuple[Text, ...] = ()
    choices: tuple[Text, ...] = ()
    lines: Whole = 0


class Memo(DocumentContent):
    """The content of a memo; `to` is a post, or in words all whom it goes to.

    The head of the section signs, or the post `signer`; `signed_as` is what the signer is beside the post. What it
    encloses was `issued` before, and is listed with its number and day, or is a draft that has neither.
    """

    title: Text
    from_section: Text
    to: Text
    signer: OptionalText = None
    signed_as: OptionalText = None
    encloses: tuple[Text, ...] = ()
    issued: Flag = False
    paragraphs: tuple[Paragraph, ...]
    request: Text


def faults(memo: Memo, setting: Setting) -> Iterator[Fault]:
    """Find a section or a post that the office does not have."""
    sections = [section.id for section in setting.office.sections]
    if memo.from_section not in sections:
        yield unknown(("from_section",), "unknown-section", memo.from_section, sections)
    posts = [(("signer",), memo.signer)] if memo.signer else []
    posts += [] if has_thai(memo.to) else [(("to",), memo.to)]
    yield from unknown_posts(posts, setting)


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template of a memo prints."""
    memo, setting = document.content, desk.setting
    assert isinstance(memo, Memo)
    facts = setting.facts(document.paper_id)
    section = setting.unit_names()[memo.from_section]
    enclosures = numbered(_issued(memo.encloses, desk) if memo.issued else enclosed(memo.encloses, desk))
    telephone = setting.office.channels.telephone
    signed = signature(desk, _signer(facts, memo))
    return {
        **emblem(setting, MEMO_CM),
        "from_office": typeset(f"{section} {setting.office.name.th}  โทร. {telephone or '.' * 20}"),
        "number": typeset(facts.number or ""),
        "day": head_blank(facts.signed),
        "title": typeset(memo.title),
        "to": typeset(memo.to if has_thai(memo.to) else setting.people[memo.to].title),
        "parts": [
            {
                "heading": typeset(part.heading or ""),
                "text": typeset(part.text),
                "enclosures": enclosures if part.enclosures else [],
                "points": numbered(part.points),
                "choices": [typeset(choice) for choice in part.choices],
                "lines": [""] * part.lines,
            }
            for part in memo.paragraphs
        ],
        "request": typeset(memo.request),
        **signed,
        "signed_titles": [*signed["signed_titles"], *([typeset(memo.signed_as)] if memo.signed_as else [])],
    }


def _signer(facts: PaperFacts, memo: Memo) -> PaperFacts:
    """Let the post of the memo sign, else the head of the section, unless the office says who does."""
    named = "signer" in facts.model_fields_set
    return facts if named else facts.model_copy(update={"signer": memo.signer or f"head-{memo.from_section}"})


def enclosed(names: tuple[str, ...], desk: Desk, office: str = "") -> Iterator[str]:
    """Write an entry for each paper, of an `office` where it leaves it; one for both languages of the same paper."""
    for document, both in _papers(names, desk):
        yield f"{KIND_WORDS[document.kind]}{office} เรื่อง {document.title}{both}"


def _issued(names: tuple[str, ...], desk: Desk) -> Iterator[str]:
    """Write an entry for each signed paper, with its day, and the number of an order."""
    office = desk.setting.office.name.th
    for document, both in _papers(names, desk):
        facts = desk.setting.facts(document.paper_id)
        number = f" {number_line(facts.number, facts.signed)}" if document.kind == "order" else ""
        day = dated_blank(facts.signed)
        yield f"{KIND_WORDS[document.kind]}{office}{number} เรื่อง {document.title}{both} {day}"


def _papers(names: tuple[str, ...], desk: Desk) -> Iterator[tuple[Document, str]]:
    """Give the papers, both languages of one once, with what is said of them then."""
    for name in names:
        base, _, language = name.rpartition("-")
        if language == "en" and f"{base}-th" in names:
            continue
        both = " (ภาษาไทยและภาษาอังกฤษ)" if language == "th" and f"{base}-en" in names else ""
        yield desk.documents[name], both
