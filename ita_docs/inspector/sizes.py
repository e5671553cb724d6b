"""The sizes that the typing guidance gives to the roles of a paper: its text, the title and the labels of a memo."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.inspector.passages import THAI, plain, text_of, told_once, typed_by_guidance
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line, Run
from ita_docs.problems import Problem

MEMO_TITLE = "บันทึกข้อความ"
# The labels of a memo's head, by the part of the form that each begins.
LABELS = {"agency": "ส่วนราชการ", "number": "ที่", "date": "วันที่", "subject": "เรื่อง"}


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at the text of papers that the guidance lays out, and at the head of a memo."""
    if not typed_by_guidance(subject):
        return
    due = subject.profile.body_size
    wrong = ((line, size_of(line)) for line in text_of(subject) if not _right_but_for_the_twin(line, due))
    found = ((line, plain(size), plain(size)) for line, size in wrong if size != due)
    yield from told_once(subject, "body-size", found, due=plain(due))
    if subject.kind == "memo":
        yield from _title(subject)
        yield from _labels(subject)


def _right_but_for_the_twin(line: Line, due: float) -> bool:
    """Tell a paragraph whose Thai letters only lack the size that is set: size-twin says so."""
    thai = [run.look for run in line.runs if THAI.search(run.text)]
    return bool(thai) and all(look.size == due != look.size_cs for look in thai)


def size_of(line: Line) -> float:
    """Give the size, in points, of most Thai text of a paragraph."""
    letters: dict[float, int] = {}
    for run in line.runs:
        if THAI.search(run.text):
            letters[run.look.size_cs] = letters.get(run.look.size_cs, 0) + len(run.text)
    return max(letters, key=lambda size: letters[size], default=0)


def _title(subject: Subject) -> Iterator[Problem]:
    line = next((line for line in subject.lines[:8] if "".join(line.words.split()) == MEMO_TITLE), None)
    if line is None or not line.runs:
        return
    smallest, largest = subject.profile.memo_title_size
    size = size_of(line)
    if not smallest <= size <= largest:
        due = plain(smallest) if smallest == largest else f"{plain(smallest)}-{plain(largest)}"
        yield subject.found("memo-title-size", line, plain(size), due=due)
    if not all(run.look.bold_cs for run in line.runs if THAI.search(run.text)):
        yield subject.found("memo-title-not-bold", line, line.words)
    layout, due_line = line.layout, subject.profile.memo_title_line
    if (layout.line_rule, layout.line) != ("exact", due_line):
        value = plain(layout.line) if layout.line_rule == "auto" else f"{plain(layout.line)} pt"
        yield subject.found("memo-title-line", line, value, due=plain(due_line))


def _labels(subject: Subject) -> Iterator[Problem]:
    due = subject.profile.memo_label_size
    for part, label in LABELS.items():
        line = subject.part(part)
        run = None if line is None else _run_of(line, label)
        if line is None or run is None:
            continue
        if run.look.size_cs != due:
            yield subject.found("memo-label-size", line, label, size=plain(run.look.size_cs), due=plain(due))
        if not run.look.bold_cs:
            yield subject.found("memo-label-not-bold", line, label)


def _run_of(line: Line, label: str) -> Run | None:
    """Find the run that a label begins in: at the start of the line, or after a tab or a gap in it."""
    text = "".join(run.text for run in line.runs)
    at = text.find(label)
    while at > 0 and text[at - 1] not in "\t \u00a0\n":
        at = text.find(label, at + 1)
    start = 0
    for run in line.runs:
        if start <= at < start + len(run.text):
            return run
        start += len(run.text)
    return None
