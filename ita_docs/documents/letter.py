"""หนังสือภายนอก: a letter to people outside the Bangkok Metropolitan Administration (ข้อ ๑๑, แบบที่ ๑)."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, unknown, unknown_posts
from ita_docs.documents.emblem import emblem
from ita_docs.documents.memo import enclosed
from ita_docs.documents.signing import signature
from ita_docs.fields import OptionalText, Text
from ita_docs.setting import BLANK, Setting
from ita_docs.thai.dates import head_blank
from ita_docs.thai.text import typeset

NUMBER_BLANK = "กท ............/............"  # กท stands for the Bangkok Metropolitan Administration (ภาคผนวก ๑)
PHONE_BLANK = "." * 20


class Letter(DocumentContent):
    """The content of a letter; `to` is the addressee in words, a blank where each copy goes to another."""

    title: Text
    from_section: Text
    to: OptionalText = None
    refers: OptionalText = None
    encloses: tuple[Text, ...] = ()
    paragraphs: tuple[Text, ...]
    request: Text
    signer: Text = "director"


def faults(letter: Letter, setting: Setting) -> Iterator[Fault]:
    """Find a section or a signer that the office does not have."""
    sections = [section.id for section in setting.office.sections]
    if letter.from_section not in sections:
        yield unknown(("from_section",), "unknown-section", letter.from_section, sections)
    yield from unknown_posts([(("signer",), letter.signer)], setting)


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template of a letter prints."""
    letter, setting = document.content, desk.setting
    assert isinstance(letter, Letter)
    facts = setting.facts(document.paper_id)
    signed_by = facts if "signer" in facts.model_fields_set else facts.model_copy(update={"signer": letter.signer})
    channels = setting.office.channels
    name = setting.office.name.th
    enclosures = [typeset(f"{text} จำนวน 1 ฉบับ") for text in enclosed(letter.encloses, desk, name)]
    many = len(enclosures) > 1
    return {
        **emblem(setting),
        "number": typeset(facts.number or NUMBER_BLANK),
        "office_name": name,
        "address": typeset(channels.address or BLANK),
        "day": head_blank(facts.signed),
        "title": typeset(letter.title),
        "to": typeset(letter.to or BLANK),
        "refers": typeset(letter.refers or ""),
        "enclosures": [typeset(f"{at}. {text}") if many else text for at, text in enumerate(enclosures, 1)],
        "paragraphs": [typeset(text) for text in letter.paragraphs],
        "request": typeset(letter.request),
        "owner": setting.unit_names()[letter.from_section],
        "telephone": typeset(channels.telephone or PHONE_BLANK),
        "email": channels.email or "",
        **signature(desk, signed_by),
    }
