"""Recognition: the kind of a paper on the desk, where the parts of its form stand, its day and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING

from ita_docs.inspector import begins as form_begins
from ita_docs.inspector.days import english_days, thai_days
from ita_docs.inspector.forms import FORMS, Part
from ita_docs.inspector.profiles import PROFILES, Profile
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line, Paper

if TYPE_CHECKING:
    from ita_docs.laws import Law

FIRST_LINES = 15  # within which a paper says what it is
HEAD_LINES = 40  # within which the head of a paper ends
LISTED_LINES = 400  # the same for minutes, whose head lists everyone
LONGEST_LABEL = 240  # letters of a line within which its labels stand
LONGEST_TITLE = 160
PASSAGE = 2000  # letters of a paragraph's start and of its end
SURE_PARTS = 2  # further parts that make a line with an addressee a letter
SAMPLE = 20_000  # letters that tell the language

# Marks before the title that are no part of it.
_MARK = re.compile(r"^(?:[-(\[]\s*)?(?:ร่าง|สำเนาคู่ฉบับ|สำเนาถูกต้อง|สำเนา(?!ส่ง|เรียน)|คู่ฉบับ)(?:\s*[-)\]])?\s*")
_OPENING = re.compile(
    r"(?:ด้วย|ตาม|เนื่องจาก|โดยที่|อนุสนธิ|อาศัยอำนาจ|(?:๑|1)[.)]|ข้อ\s*[๑1]\b|เรื่องเดิม|ต้นเรื่อง|ข้อเท็จจริง|ความเป็นมา)"
)
_OF_A_MEMO = re.compile(rf"บันทึก\s*ข้อความ|(?i:memorandum)|{form_begins.SUBJECT}(?:\s|$)")
_KNOWN_BY = {kind: re.compile(form.known_by) for kind, form in FORMS.items()}
_BEGINS = {
    (kind, part.id): re.compile(
        part.begins if part.zone == "text" else rf"(?:^|[\t\n][\t\n ]*| {{3,}})(?:{part.begins})"
    )
    for kind, form in FORMS.items()
    for part in form.parts
    if part.begins
}
_AGENDA = re.compile(r"(?:ระเบียบ)?วาระที่|(?:เลิก|ปิด)\s*(?:การ)?ประชุม")
_NO_POSITION = re.compile(r"โทร|สำเนา(?:ส่ง|เรียน)|ที่\s|วันที่|เรียน\s|[๐-๙0-9]{1,2}\s*\S+\s*[๒2][๕5]")
_TELLTALE = ("closing", "date", "name", "closed", "minuted")  # parts of the foot that are known wherever they stand
_TELLING = ("number", "date", "subject", "closing", "phone")
_BESIDE = re.compile(r"\)\s*\S")
_THAI = re.compile("[ก-์]")
_LATIN = re.compile("[A-Za-z]")


def subject_of(
    paper: Paper, file: str, *, kind: str = "", profile: Profile = PROFILES["bma"], laws: Sequence[Law] = ()
) -> Subject:
    """Lay a paper on the desk; a kind that is not given is found in the text, or stays empty where that is silent."""
    texts = [
        _MARK.sub("", line.words[:LONGEST_LABEL], count=1) if at < FIRST_LINES else line.words[:LONGEST_LABEL]
        for at, line in enumerate(paper.body)
    ]
    kind = kind or kind_of(texts)
    parts = dict(_parts(kind, texts, paper.body))
    day = _day(parts, texts)
    return Subject(file, paper, kind, _language(paper.body), parts, day, profile, laws)


def kind_of(texts: Sequence[str]) -> str:
    """Tell the kind by the first line that begins as a form does.

    >>> kind_of(["คำสั่งสำนักงานเขตสัมพันธวงศ์", "ที่ ๑/๒๕๖๘", "เรื่อง  ยกเลิกประกาศ"]), kind_of(["สวัสดี"])
    ('order', '')
    """
    for text in texts[:FIRST_LINES]:
        for kind, known_by in _KNOWN_BY.items():
            # A title is short; a certificate is known by the words that open its text.
            if (len(text) <= LONGEST_TITLE or kind == "certificate") and known_by.match(text) and _is_sure(kind, texts):
                return kind
    return ""


def _is_sure(kind: str, texts: Sequence[str]) -> bool:
    """Anyone may write “to”; only with more parts of the form is it a letter. Other kinds are known by their title.

    A label that only names the office, “ส่วนราชการ”, stands in many a form; a memo has a title or a subject too.
    """
    if kind == "memo":
        return any(_OF_A_MEMO.match(text) for text in texts[:HEAD_LINES])
    if kind not in ("letter", "stamped"):
        return True
    wanted = [_BEGINS[kind, part.id] for part in FORMS[kind].parts if part.id in _TELLING]
    return sum(any(begins.search(text) for text in texts[:HEAD_LINES]) for begins in wanted) >= SURE_PARTS


def _parts(kind: str, texts: Sequence[str], lines: Sequence[Line]) -> Iterator[tuple[str, list[int]]]:
    parts = FORMS[kind].parts if kind in FORMS else ()
    head = [part for part in parts if part.zone == "head"]
    until = _end_of_head(kind, head, texts)
    firsts: dict[str, list[int]] = {}
    for part in head:
        found = [at for at in range(until) if _BEGINS[kind, part.id].search(texts[at])]
        if found:
            firsts[part.id] = found
    start = max((found[0] for found in firsts.values()), default=-1) + 1
    for name, found in firsts.items():
        # The office and its address fill several lines of a letter's head; they are one part.
        yield name, found[:1] if name == "agency" else [at for at in found if at <= start]
    if parts and start < len(texts):
        yield "text", [start]
    after, signed = start, -1
    for part in parts:
        if part.zone == "head" or part.id == "text":
            continue
        if part.id == "position":
            found = _below(signed, texts, lines)
        elif part.zone == "text":
            found = [at for at in range(start, len(lines)) if _BEGINS[kind, part.id].search(_ends(lines[at].text))]
        else:
            found = _in_foot(kind, part, texts, after)
            if not found and part.id in _TELLTALE:
                found = _in_foot(kind, part, texts, start)
        if found:
            yield part.id, found
            after = max(after, found[0]) if part.zone == "foot" else after
            signed = found[0] if part.id == "name" else signed


def _end_of_head(kind: str, head: Sequence[Part], texts: Sequence[str]) -> int:
    """Find where the head ends: before the first paragraph that opens a text and after which no label follows."""
    if kind == "minutes":  # the members are listed at the head
        listed = texts[:LISTED_LINES]
        return next((at for at, text in enumerate(listed) if at and _AGENDA.match(text)), len(listed))
    for at, text in enumerate(texts[:HEAD_LINES]):
        if at and _OPENING.match(text):
            following = texts[at + 1 : at + 4]
            labels = (_BEGINS[kind, part.id] for part in head if part.id in ("salutation", "opened"))
            if not any(label.search(later) for label in labels for later in following):
                return at
    return min(len(texts), HEAD_LINES)


def _below(name: int, texts: Sequence[str], lines: Sequence[Line]) -> list[int]:
    """Find the position: it stands beside the name, or below it on the same page."""
    if name < 0:
        return []
    if _BESIDE.search(texts[name]):
        return [name]
    below = name + 1
    gone = below >= len(lines) or lines[below].layout.page_break or _NO_POSITION.match(texts[below])
    return [] if gone else [below]


def _ends(text: str) -> str:
    """Give the first and the last words of a very long paragraph: what is looked for stands there."""
    return text if len(text) <= 2 * PASSAGE else f"{text[:PASSAGE]} {text[-PASSAGE:]}"


def _in_foot(kind: str, part: Part, texts: Sequence[str], after: int) -> list[int]:
    pattern = _BEGINS[kind, part.id]
    first = after + 1 if part.id in ("owner", "name") and after else after
    found = (at for at in range(first, len(texts)) if pattern.search(texts[at]))
    if part.id == "name":
        # People may be listed in the text; who signs stands in parentheses, or at least last.
        names = list(found)
        return [at for at in names if "(" in texts[at]][:1] or names[-1:]
    return list(islice(found, 1))


def _day(parts: Mapping[str, Sequence[int]], texts: Sequence[str]) -> date | None:
    """Read the paper's own date where its form puts it; in a table the date may stand in the next cell."""
    for name in ("met", "date"):
        for at in parts.get(name, ())[:1]:
            for text in texts[at : at + 2]:
                for named in chain(thai_days(text), english_days(text)):
                    return named.day
    return None


def _language(lines: Sequence[Line]) -> str:
    """Tell Thai from English by the letters of the first pages."""
    sample = "".join(line.text[:SAMPLE] for line in lines[:200])[:SAMPLE]
    return "en" if len(_LATIN.findall(sample)) > 2 * len(_THAI.findall(sample)) else "th"
