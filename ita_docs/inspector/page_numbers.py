"""The numbers of pages: “- ๒ -” in the middle above the text, from the second page on (typing guidance, item 9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import ceil

from ita_docs.inspector.passages import typed_by_guidance
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.digits import thai_digits

BETWEEN_HYPHENS = re.compile(r"[-–]\s*[^\s–-]{0,4}\s*[-–]")  # whatever the program that saved the file reckoned
FIGURE = re.compile(r"[0-9๐-๙]+")
PAGE = re.compile(r"PAGE\b", re.IGNORECASE)
TYPED = re.compile(r"[-–]\s*[0-9๐-๙]{1,3}\s*[-–]$")  # a number that somebody typed at the head of a page
MARKS = re.compile("[ัิ-ฺ็-๎]")  # marks take no room in a line
THAI_DIGIT = re.compile("[๐-๙]")

MM_PER_POINT = 25.4 / 72
LETTERS_PER_MM = 0.75  # more than a line of TH Sarabun 16 holds: 16 cm take some 100 letters
LINE_OF_LETTERS = 1.1  # height of a line over the size of its letters; TH Sarabun has 1.13
LETTERS_OF_PAGES = 20_000  # more than fill a page
SURELY = 1.1  # pages of text, reckoned low, from which a second page is sure


def findings(subject: Subject) -> Iterator[Problem]:
    """Look for the numbers in headers and footers, and at how and where they stand."""
    if not typed_by_guidance(subject):
        return
    numbers = [line for line in subject.paper.lines if line.part.startswith(("header", "footer")) and _is_number(line)]
    used = {label for section in subject.paper.sections for _, label in section.headers}
    numbers = [line for line in numbers if line.part in used]
    if not numbers:
        if has_second_page(subject) and not any(TYPED.match(line.words) for line in subject.lines):
            yield subject.found("page-number-missing", None)
        return
    for line in numbers:
        yield from _form(subject, line)
        yield from _place(subject, line)
    yield from _on_first(subject, numbers)
    yield from _arabic(subject, numbers)


def _is_number(line: Line) -> bool:
    return any(PAGE.match(code) for code in line.fields)


def _is_reckoned(line: Line) -> bool:
    """Tell a number that a field shows on some pages only: { IF { PAGE } > 1 … }."""
    return any(code.upper().startswith("IF") for code in line.fields)


def _form(subject: Subject, line: Line) -> Iterator[Problem]:
    if not BETWEEN_HYPHENS.fullmatch(line.words) and not _is_reckoned(line):
        figure = FIGURE.search(line.words)
        yield subject.found("page-number-form", line, _shown(line), f"- {figure[0] if figure else '๒'} -")


def _shown(line: Line) -> str:
    """Quote a page number; some programs leave its reckoning to Word, so that no figure is there to quote."""
    return line.words if FIGURE.search(line.words) else f"{line.words} …".strip()


def _place(subject: Subject, line: Line) -> Iterator[Problem]:
    if line.part.startswith("footer"):
        yield subject.found("page-number-place", line, _shown(line))
    elif not line.in_table and " x" not in line.where:
        # Word's own header style has a tab in the middle and one at the right.
        before = line.text[: len(line.text) - len(line.text.lstrip())]
        if "\t" in before:
            wrong = before.count("\t") > 1
        else:
            wrong = line.layout.align in ("left", "right", "both", "thaiDistribute", "outside", "inside")
        if wrong and line.layout.left + line.layout.first < 50:
            yield subject.found("page-number-place", line, line.words)


def _on_first(subject: Subject, numbers: list[Line]) -> Iterator[Problem]:
    section = next(iter(subject.paper.sections), None)
    if section is None:
        return
    kind = "first" if section.title_page else "default"
    shown = {label for name, label in section.headers if name.endswith(kind)}
    for line in numbers:
        if line.part in shown and not _is_reckoned(line):
            yield subject.found("page-number-on-first", line, _shown(line))
            return


def _arabic(subject: Subject, numbers: list[Line]) -> Iterator[Problem]:
    if any("thai" in section.numbers.lower() for section in subject.paper.sections):
        return
    if not any(THAI_DIGIT.search(line.text) for line in subject.lines):
        return
    for line in numbers:
        drawn_thai = any("๙" in run.look.font or "๙" in run.look.font_cs for run in line.runs)
        codes = [code for code in line.fields if PAGE.match(code)]
        thai = thai_digits(line.words) if FIGURE.search(line.words) else "- ๒ -"
        if not drawn_thai and not any("thai" in code.lower() for code in codes):
            yield subject.found("page-number-arabic", line, codes[0], thai=thai)
            return


# ---- how long the paper is


def has_second_page(subject: Subject) -> bool:
    """Tell whether a paper surely fills more than one page: by its breaks, or by its letters, reckoned low."""
    sections = subject.paper.sections
    if not sections:
        return False
    if len({section.landscape for section in sections}) > 1 or _has_break(subject.paper.lines):
        return True
    section = sections[0]
    room = section.height - abs(section.top) - abs(section.bottom)
    width = section.width - section.left - section.right
    return room > 0 and width > 0 and sum(_height(line, width) for line in subject.lines) > SURELY * room


def _has_break(lines: Iterable[Line]) -> bool:
    """Tell whether a page break stands between two lines that say something."""
    said = broken = False
    for line in lines:
        if line.part == "body":
            broken = broken or (said and line.layout.page_break)
            if broken and line.words and not line.breaks_page:
                return True
            said = said or bool(line.words)
            broken = broken or (said and line.breaks_page)
    return False


def _height(line: Line, width: float) -> float:
    """Reckon how high a paragraph stands, in mm, rather too low; cells stand side by side and count for nothing."""
    if line.in_table or " x" in line.where or not line.runs:
        return 0
    size = max(1, min(max(run.look.size_cs, 1) for run in line.runs))
    letters = len(MARKS.sub("", line.text[:LETTERS_OF_PAGES]))
    rows = ceil(letters / max(1, width * LETTERS_PER_MM * 16 / size))
    pitch = size * LINE_OF_LETTERS if line.layout.line_rule == "auto" else line.layout.line
    return (rows * pitch + line.layout.before) * MM_PER_POINT
