"""The page: paper and margins, page numbers, pictures and the garuda, tables, and what the file calls itself."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.inspector import garuda, page_numbers, pictures
from ita_docs.inspector.passages import THAI, plain, regulated, typed_by_guidance
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line, Section
from ita_docs.problems import Problem

A4 = (210, 297)
NEAR = 1  # mm within which a margin is right
NEAR_PAPER = 2
# Custom leaves the upper and the lower margin some room: from the edge of the garuda to that of a page without one.
TOP = (15, 25)
BOTTOM = (15, 25)
LONGEST_HEADING = 60


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at the layout of the pages, at what stands above the text, at pictures and tables, at the properties."""
    if not subject.lines:
        return
    yield from _paper(subject)
    if regulated(subject):
        yield from _margins(subject)
    yield from page_numbers.findings(subject)
    yield from garuda.findings(subject)
    yield from pictures.findings(subject)
    yield from _tables(subject)
    yield from _properties(subject)


def _paper(subject: Subject) -> Iterator[Problem]:
    sections = subject.paper.sections
    seen = set()
    for at, section in enumerate(sections):
        size = tuple(sorted((section.width, section.height)))
        if size not in seen and any(abs(side - due) > NEAR_PAPER for side, due in zip(size, A4, strict=True)):
            seen.add(size)
            value = f"{plain(section.width)} × {plain(section.height)}"
            yield subject.found("paper-not-a4", _first_line(subject, at), value)
    if regulated(subject) and sections and sections[0].landscape:
        yield subject.found("paper-landscape", _first_line(subject, 0))


def _margins(subject: Subject) -> Iterator[Problem]:
    """Compare the margins of the section that a form begins in; attachments are laid out as they need."""
    section = next(iter(subject.paper.sections), None)
    if section is None or section.landscape:
        return
    place = _first_line(subject, 0)
    if typed_by_guidance(subject):
        sides = (
            ("margin-left", section.left, subject.profile.margin_left),
            ("margin-right", section.right, subject.profile.margin_right),
        )
        for code, measured, due in sides:
            if abs(measured - due) > NEAR:
                yield subject.found(code, place, plain(measured / 10), due=plain(due / 10))
    if not _fits(section.top, TOP) or not _fits(section.bottom, BOTTOM):
        value = f"{plain(abs(section.top) / 10)} / {plain(abs(section.bottom) / 10)}"
        yield subject.found("margin-top-bottom", place, value)


def _fits(measured: float, room: tuple[float, float]) -> bool:
    return room[0] - NEAR <= abs(measured) <= room[1] + NEAR  # below zero: the margin stands whatever the header holds


def _first_line(subject: Subject, at: int) -> Line | None:
    """Give the first line of a section that says something."""
    sections: tuple[Section, ...] = subject.paper.sections
    start = sections[at - 1].after if at else 0
    return next((line for line in subject.paper.lines[start:] if line.part == "body" and line.words), None)


def _tables(subject: Subject) -> Iterator[Problem]:
    """Find tables whose first row looks like a heading and is not marked as one."""
    headless = subject.paper.tables_without_header
    if not headless:
        return
    rows: dict[str, list[Line]] = {f"{where}r1c": [] for where in headless}
    for line in subject.lines:
        if line.in_table and "r1c" in line.where:
            start = f"{line.where.partition('r1c')[0]}r1c"
            if start in rows:
                rows[start].append(line)
    for lines in rows.values():
        if len(lines) > 1 and all(_heads(line) for line in lines):
            yield subject.found("table-without-header-row", lines[0], " | ".join(line.words for line in lines))


def _heads(line: Line) -> bool:
    bold = all(run.look.bold or run.look.bold_cs for run in line.runs if run.text.strip())
    return (bold or line.layout.align == "center") and len(line.text) <= LONGEST_HEADING and ".." not in line.text


def _properties(subject: Subject) -> Iterator[Problem]:
    if not subject.paper.properties.title:
        yield subject.found("title-missing", None)
    letters: dict[str, int] = {}
    for line in subject.lines:
        for run in line.runs:
            if THAI.search(run.text):
                letters[run.look.language_cs] = letters.get(run.look.language_cs, 0) + len(run.text)
    most = max(letters, key=lambda language: letters[language], default="th")
    if not most.lower().startswith("th"):
        yield subject.found("language-missing", None, most or "–")
