"""The layout of paragraphs: indents and spaces of the typing guidance, and how Word spreads lines of Thai."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ita_docs.inspector.passages import THAI, is_long, plain, quoted, text_of, told_once, typed_by_guidance
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem

NEAR = 1  # mm within which an indent is right
MM_PER_POINT = 25.4 / 72
SINGLE_AT_LEAST = 18.5  # points up to which "at least" leaves TH Sarabun 16 at its own 18.1
BEFORE = 6  # points
OLDEST_MODE = 15  # of Word 2013, which breaks Thai by its dictionary
MODE_WHERE_NONE = 12
# Items of a list are indented as their level needs.
NUMBERED = re.compile(
    r"\(?[0-9๐-๙ก-ฮ]{1,3}(?:\.[0-9๐-๙]{1,2})*[.)]|[0-9๐-๙]+(?:\.[0-9๐-๙]+)+\s|[-–•*]\s|ข้อ\s|[๐-๙0-9]{1,2}\s"
)
LED_BY_SPACES = re.compile(r"[ \u00a0]{4,}(?=\S)")
THAI_DIGIT = re.compile("[๐-๙]")

Found = Iterator[tuple[Line, str, str]]


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at the paragraphs of the text where the guidance lays them out, then at every Thai paragraph."""
    if typed_by_guidance(subject):
        text = text_of(subject)
        yield from told_once(subject, "line-spacing", _spacing(text))
        opening = [line for line in text if _is_opening(line)]
        due = subject.profile.first_indent
        yield from told_once(subject, "first-line-indent", _indents(opening, due), due=plain(due / 10))
        yield from told_once(subject, "spacing-before", _before(subject, opening), due=plain(BEFORE))
    thai = [line for line in subject.lines if THAI.search(line.text)]
    if thai:
        yield from _line_grid(subject, thai)
        mode = subject.paper.settings.compatibility
        if mode is None or mode < OLDEST_MODE:
            yield subject.found("compatibility-mode", None, str(MODE_WHERE_NONE if mode is None else mode))
    yield from told_once(subject, "distribute-in-table", _aligned(thai, "thaiDistribute", in_table=True))
    yield from told_once(subject, "justified-both", _aligned(filter(is_long, thai), "both", in_table=False))
    spread = [*_aligned(thai, "distribute", in_table=False), *_aligned(thai, "distribute", in_table=True)]
    yield from told_once(subject, "distribute-last-line", spread)
    yield from told_once(subject, "indent-by-spaces", _led_by_spaces(thai))
    if any(THAI_DIGIT.search(line.text) for line in thai):
        yield from told_once(subject, "auto-number-arabic", _numbered(thai))


def _spacing(text: Iterable[Line]) -> Found:
    for line in text:
        layout = line.layout
        if layout.line_rule == "auto":
            if abs(layout.line - 1) > 0.02:
                yield line, plain(layout.line), plain(layout.line)
        elif layout.line_rule != "atLeast" or layout.line > SINGLE_AT_LEAST:
            value = f"{plain(layout.line)} pt"
            yield line, value, value


def _is_opening(line: Line) -> bool:
    """Tell a plain paragraph of text from an item of a list, and from one that is moved in or aligned by itself."""
    layout = line.layout
    plain_text = not layout.numbering and layout.left < NEAR and layout.first >= 0
    return plain_text and layout.align not in ("center", "right") and not NUMBERED.match(line.text.lstrip())


def _indents(text: Iterable[Line], due: float) -> Found:
    for line in text:
        typed = line.text[: len(line.text) - len(line.text.lstrip())]
        if "\t" not in typed and len(typed) < 4 and abs(line.layout.first - due) > NEAR:
            value = plain(line.layout.first / 10)
            yield line, value, value


def _before(subject: Subject, text: Iterable[Line]) -> Found:
    """Find paragraphs of the text too near the one before, or too far from it."""
    above = {line.where: before.layout.after for before, line in pairwise(subject.paper.lines)}
    for line in text:
        # Word takes the larger of the two spaces or adds them, as its compatibility options say.
        gaps = [max(line.layout.before, above.get(line.where, 0)), line.layout.before + above.get(line.where, 0)]
        if all(abs(gap - BEFORE) > 0.5 for gap in gaps):
            yield line, plain(gaps[0]), plain(gaps[0])


def _line_grid(subject: Subject, thai: list[Line]) -> Iterator[Problem]:
    """Find sections whose line grid Thai letters stand on."""
    grids = [section.grid for section in subject.paper.sections if section.grid in ("lines", "linesAndChars")]
    snapped = next((line for line in thai if line.layout.on_grid), None)
    if grids and snapped is not None:
        yield subject.found("line-grid", snapped, grids[0])


def _aligned(lines: Iterable[Line], align: str, *, in_table: bool) -> Found:
    return (
        (line, align, quoted(line.words)) for line in lines if line.layout.align == align and line.in_table == in_table
    )


def _led_by_spaces(lines: Iterable[Line]) -> Found:
    for line in lines:
        aligned = line.layout.align in ("center", "right")
        if not aligned and not line.in_table and LED_BY_SPACES.match(line.text):
            yield line, "", quoted(line.words)


def _numbered(lines: Iterable[Line]) -> Found:
    return ((line, "", quoted(line.words)) for line in lines if line.layout.numbering.startswith("decimal"))
