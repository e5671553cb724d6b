"""Findings of structure: the parts of the form are there, in their order, once each, and no strange ones among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.inspector import correspondence, numbering, signing
from ita_docs.inspector.forms import FORMS, Form, Part
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem

NEAR_HEAD = 4  # lines after the head within which a label still belongs to it
NEAR_FOOT = 6  # lines after the signature within which a contact line belongs to the paper
LAST_PARAGRAPHS = 4
LONGEST_LABEL = 240

_ONCE = {"number", "date", "subject", "salutation"}
# Parts that stand beside others at the head, in no order that the file could tell.
_UNORDERED = {"agency", "met", "place", "text", "effect", "agenda"}

_SALUTATION = (r"(?:กราบเรียน|เรียน|นมัสการ)\s", "คำขึ้นต้น", "a salutation")
_CLOSING = (r"ขอแสดงความนับถือ(?:อย่างยิ่ง)?\s*$", "คำลงท้าย", "a complimentary close")
_REFERENCE = (r"อ้างถึง(?:\s|:)", "อ้างถึง", "a reference heading")
_ENCLOSURE = (r"สิ่งที่(?:ส่ง|แนบ)มา(?:ด้วย|พร้อม)\S{0,5}(?:\s|:)", "สิ่งที่ส่งมาด้วย", "an enclosure heading")
_NUMBER = (r"ที่\s*[^\s/]{0,30}\s*/\s*[๒2.][๕5.]", "เลขที่", "a number")
_SUBJECT = (r"เรื่อง\s", "เรื่อง", "a subject line")
_CONTACT = (r"โทร(?:\.|ศัพท์)", "หมายเลขโทรศัพท์", "a contact line")

# What a form does not have: at its head, in its text, and below its signature.
FOREIGN_HEAD: dict[str, tuple[tuple[str, str, str], ...]] = {
    "order": (_SALUTATION, _REFERENCE, _ENCLOSURE),
    "announcement": (_NUMBER, _SALUTATION, _REFERENCE, _ENCLOSURE),
    "stamped": (_SUBJECT, _SALUTATION, _REFERENCE, _ENCLOSURE),
    "certificate": (_SUBJECT, _SALUTATION, _REFERENCE, _ENCLOSURE),
    "minutes": (_SALUTATION, _REFERENCE, _ENCLOSURE),
}
FOREIGN_TEXT = dict.fromkeys(("order", "announcement", "memo", "stamped", "certificate", "minutes"), (_CLOSING,))
FOREIGN_FOOT = dict.fromkeys(("order", "announcement", "certificate"), (_CONTACT,))
_PERIOD = re.compile(r"(?:ตั้งแต่|ระหว่าง|นับแต่|(?<!ภาย)ใน)วันที่")
_CERTIFIES = re.compile(r"หนังสือฉบับนี้ให้ไว้เพื่อรับรอง")


def findings(subject: Subject) -> Iterator[Problem]:
    """Hold the paper against its form, then read its labels, its signature and its numbers."""
    if not subject.kind:
        yield subject.found("kind-unknown", None)
    elif subject.kind in FORMS and subject.language == "th":
        form = FORMS[subject.kind]
        if form.regulated:
            yield from _missing(subject, form)
            yield from _out_of_order(subject, form)
            yield from _twice(subject, form)
            yield from _foreign(subject, form)
            yield from correspondence.findings(subject)
    yield from signing.findings(subject)
    yield from numbering.findings(subject)


def _missing(subject: Subject, form: Form) -> Iterator[Problem]:
    elsewhere = [line.words[:LONGEST_LABEL] for line in subject.paper.lines if line.part != "body"]
    for part in form.parts:
        needed = part.need == "must" or (part.need == "usual" and subject.kind == "memo")
        if not needed or subject.parts.get(part.id) or part.id == "position":
            continue
        # Some offices keep the telephone and the section in the footer.
        if part.begins and any(re.match(part.begins, text) for text in elsewhere):
            continue
        facts = {"form": form.th, "form_en": form.en, "value_en": part.en, "clause": form.source}
        code = "part-missing" if part.need == "must" else "memo-part-missing"
        yield subject.found(code, None, part.th, looks=part.looks or part.th, **facts)
    if (
        "name" in subject.parts
        and any(part.id == "position" for part in form.parts)
        and "position" not in subject.parts
    ):
        name = subject.part("name")
        yield subject.found("position-missing", name, name.words if name else "")
    if subject.kind == "order" and "date" in subject.parts and not _takes_effect(subject):
        yield subject.found("effect-missing", subject.part("date"))
    if subject.kind == "certificate" and not any(_CERTIFIES.search(line.text) for line in subject.lines):
        yield subject.found("certificate-words", subject.part("text"))


def _takes_effect(subject: Subject) -> bool:
    """An order says from when it works, at its end or as the days of the work itself."""
    date = subject.parts["date"][0]
    return "effect" in subject.parts or any(
        _PERIOD.search(line.text) for line in subject.lines[max(0, date - LAST_PARAGRAPHS) : date]
    )


def _out_of_order(subject: Subject, form: Form) -> Iterator[Problem]:
    before: Part | None = None
    last = -1
    for part in form.parts:
        places = subject.parts.get(part.id)
        if not places or part.id in _UNORDERED:
            continue
        if before and places[0] < last:
            line = subject.lines[places[0]]
            yield subject.found(
                "part-out-of-order", line, part.th, value_en=part.en, before=before.th, before_en=before.en
            )
            return
        before, last = part, places[0]


def _twice(subject: Subject, form: Form) -> Iterator[Problem]:
    for part in form.parts:
        places = subject.parts.get(part.id, ())
        if part.id in _ONCE and len(places) > 1:
            yield subject.found("part-twice", subject.lines[places[1]], part.th, value_en=part.en)


def _foreign(subject: Subject, form: Form) -> Iterator[Problem]:
    text = subject.parts.get("text", (len(subject.lines),))[0]
    for line, (_, th, en) in [
        *_labelled(subject.lines[: text + NEAR_HEAD], FOREIGN_HEAD.get(subject.kind, ())),
        *_labelled(subject.lines[text:], FOREIGN_TEXT.get(subject.kind, ())),
        *_labelled(_below_signature(subject), FOREIGN_FOOT.get(subject.kind, ())),
    ]:
        facts = {"part": th, "part_en": en, "form": form.th, "form_en": form.en, "clause": form.source}
        yield subject.found("part-foreign", line, line.words[:60], **facts)
    if subject.kind == "memo":
        for line, (_, th, _) in _labelled(subject.lines[: text + NEAR_HEAD], (_REFERENCE, _ENCLOSURE)):
            if "นั้น" not in line.text:  # a sentence of the text, not a heading
                yield subject.found("memo-heading-foreign", line, th)


def _labelled(
    lines: tuple[Line, ...], labels: tuple[tuple[str, str, str], ...]
) -> Iterator[tuple[Line, tuple[str, str, str]]]:
    for label in labels:
        begins = re.compile(label[0])
        yield from ((line, label) for line in lines if begins.match(line.words[:LONGEST_LABEL]))


def _below_signature(subject: Subject) -> tuple[Line, ...]:
    """Give the lines below the signer's position on the same page: what follows on the next is an annex."""
    if "position" not in subject.parts:
        return ()
    first = subject.parts["position"][0] + 1
    below = subject.lines[first : first + NEAR_FOOT]
    for at, line in enumerate(below):
        if line.layout.page_break or line.breaks_page or line.in_table:
            return below[:at]
    return below
