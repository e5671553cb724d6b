"""Leftovers: what a finished paper no longer holds, such as marks of a template, notes to oneself, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ita_docs.inspector.subject import Subject
from ita_docs.inspector.traces import CHANGES, FIELDS, TRACES
from ita_docs.paper import Line, Link
from ita_docs.problems import Problem
from ita_docs.thai.digits import thai_digits

SHORT = 60  # letters of a text at fault that are quoted
NEAR = 30  # letters before a blank that tell what it is for
MOST_BLANKS = 12  # paragraphs; a paper with more is a form to be filled in by hand
OFFICE = re.compile(
    "สำนัก|เขต|กรุงเทพ|เทศบาล|กรม|กระทรวง|กอง|ฝ่าย|โรงเรียน|ศูนย์|office|district|department|bangkok", re.IGNORECASE
)
# What programs write where a person would stand: Word, python-docx, docx.js, html-to-docx.
PROGRAMS = ("Word", "python-docx", "docx", "Un-named", "html-to-docx")

_LOCAL = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\", re.IGNORECASE)
_AFAR = re.compile(r"(?:https?|ftp):|(?:file:/{0,5})?\\\\|file://(?!/)", re.IGNORECASE)
_DRAFT = re.compile(r"[-(\[]?\s?(?:ฉบับ)?\s?(?:ร่าง|DRAFT|Draft|สำเนา|COPY|ฉบับสำเนา)\s?[-)\]]?")
_BLANK = re.compile(r"\.{4,}|…{2,}|_{4,}")
# Where a pen is due: the number, the day, the signature and its name.
_CUSTOMARY = re.compile(r"วันที่|เดือน|พ\.ศ\.|ลงชื่อ|เวลา|ลว\.|Date|Given on|B\.E\.|\(20|Signed|\($|(?:๒๕|25)$|^ที่\s|ที่\s{2,}/")


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at each line, then at what the file holds beside its text."""
    prompted = {where for where, _ in subject.paper.prompts}
    for line in subject.thai_lines:
        yield from _in_line(subject, line, line.where in prompted)
    yield from _blanks(subject)
    yield from _beside(subject)


def _in_line(subject: Subject, line: Line, prompted: bool) -> Iterator[Problem]:
    words = line.words
    told = {"leftover-prompt"} if prompted else set()
    for trace in TRACES:
        if trace.hint in words and trace.code not in told and (match := trace.words.search(words)):
            told.add(trace.code)
            yield subject.found(trace.code, line, _quoted(match[0]))
    for field in line.fields:
        name = field.split(maxsplit=1)[0].upper() if field.strip() else ""
        if name in FIELDS:
            yield subject.found(FIELDS[name], line, _quoted(field))
        elif name == "MERGEFIELD" and "field-unmerged" not in told:
            told.add("field-unmerged")
            yield subject.found("field-unmerged", line, _quoted(field))
    for code, seen in (("text-hidden", "hidden"), ("text-highlighted", "highlight")):
        marked = "".join(run.text for run in line.runs if getattr(run.look, seen))
        if marked.strip():
            yield subject.found(code, line, _quoted(marked))
    if not line.in_table and len(words) <= 20 and _DRAFT.fullmatch(words):
        yield subject.found("draft-mark", line, words)


def _blanks(subject: Subject) -> Iterator[Problem]:
    """Count the paragraphs with dotted blanks where no pen is due."""
    found = [(line, _open_blank(line.text)) for line in subject.lines if not line.in_table]
    blanks = [(line, at) for line, at in found if at is not None]
    if 0 < len(blanks) <= MOST_BLANKS:
        line, at = blanks[0]
        count = str(len(blanks))
        told = {"count": thai_digits(count), "count_en": count}
        yield subject.found("blank-left", line, f"{line.text[:at][-SHORT:].strip()} ....", **told)


def _open_blank(text: str) -> int | None:
    """Find the first blank of a text before which nothing says that a pen is due."""
    starts = (blank.start() for blank in islice(_BLANK.finditer(text), MOST_BLANKS))
    return next((start for start in starts if not _CUSTOMARY.search(text[max(0, start - NEAR) : start])), None)


def _beside(subject: Subject) -> Iterator[Problem]:
    paper = subject.paper
    for comment in paper.comments:
        yield subject.found(
            "comment-left", comment.where or None, _quoted(comment.text) or "-", author=comment.author or "-"
        )
    yield from _changes(subject)
    if paper.settings.tracks_changes:
        yield subject.found("tracking-on", None)
    if paper.settings.protected:
        yield subject.found("document-protected", None)
    for where, words in paper.prompts:
        yield subject.found("prompt-showing", where, _quoted(words))
    for where, words in paper.watermarks:
        if _DRAFT.fullmatch(words.strip()):
            yield subject.found("draft-mark", where, words.strip())
    for name in paper.embedded:
        yield subject.found("object-embedded", None, name)
    for link in paper.links:
        if code := _of_link(link):
            yield subject.found(code, None, link.target)
    yield from _people(subject)


def _changes(subject: Subject) -> Iterator[Problem]:
    """Tell the tracked changes, those of one author and kind in one paragraph together."""
    told: dict[tuple[str, str, str], str] = {}
    for change in subject.paper.revisions:
        key = (change.where, change.kind, change.author)
        told[key] = f"{told.get(key, '')} {change.text}"[: 4 * SHORT]
    lines = {line.where: line.words for line in subject.paper.lines} if told else {}
    for (where, kind, author), text in told.items():
        words = _quoted(text) or _quoted(lines.get(where, "")) or "-"
        th, en = CHANGES.get(kind, (kind, kind))
        yield subject.found("change-tracked", where, words, author=author or "-", kind=th, kind_en=en)


def _of_link(link: Link) -> str:
    """Judge an address outside the file: whether Word fetches it, whether only the writer's machine has it."""
    if link.kind != "hyperlink" and _AFAR.match(link.target):
        return "link-fetched"
    return "link-local" if _LOCAL.match(link.target) else ""


def _people(subject: Subject) -> Iterator[Problem]:
    about = subject.paper.properties
    named = (about.creator, about.last_modified_by, about.manager)
    people = dict.fromkeys(name for name in named if name and not OFFICE.search(name) and name not in PROGRAMS)
    if people:
        yield subject.found("metadata-person", None, ", ".join(people))


def _quoted(text: str) -> str:
    words = " ".join(text[: 4 * SHORT].split())
    return words if len(words) <= SHORT else f"{words[:SHORT]}…"
