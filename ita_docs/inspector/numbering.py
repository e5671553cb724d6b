"""Findings of numbering: clauses, lists, items of the agenda and levels of headings run without a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.digits import arabic_digits, thai_digits

_CLAUSE = re.compile(r"ข้อ\s*([0-9๐-๙]{1,3})(?=[\s.:]|$)(?!\.[0-9๐-๙])")
_DOTTED = re.compile(
    r"([1-9๑-๙][0-9๐-๙]?(?:\.[1-9๑-๙][0-9๐-๙]?){0,4})(\.?)(?=[\s\u00a0])(?!\s{1,3}(?:น\.|บาท|ล้าน|%|[-–]\s?[0-9๐-๙]))"
)
_ENCLOSED = re.compile(r"(\(?)([1-9๑-๙][0-9๐-๙]?)\)(?=[\s\u00a0]|[ก-๙])")
_AGENDA = re.compile(r"(?:ระเบียบ)?วาระที่\s*([0-9๐-๙]{1,2})")
_RESOLVED = re.compile(r"มติ|ที่ประชุม(?:รับทราบ|เห็นชอบ|อนุมัติ|รับรอง|มี)|ไม่มี")


def findings(subject: Subject) -> Iterator[Problem]:
    """Count along."""
    yield from _clauses(subject)
    yield from _lists(subject)
    yield from _headings(subject)
    if subject.kind == "minutes":
        yield from _agenda(subject)


def _clauses(subject: Subject) -> Iterator[Problem]:
    last: set[int] = set()
    for line in subject.lines:
        match = _CLAUSE.match(line.text.lstrip()[:12]) if "ข้อ" in line.text[:8] else None
        if match is None or line.in_table:
            continue
        number = int(arabic_digits(match[1]))
        due = {each + 1 for each in last}
        if due and number != 1 and number not in due:
            yield subject.found("clause-gap", line, match[0], expected=_as_typed(min(due), match[1]))
            last = {number, min(due)}
        else:
            last = {number}


def _lists(subject: Subject) -> Iterator[Problem]:
    # The last number of each list, by its style and the numbers above it, and again by its indent, for lists in lists.
    # After a slip both what is typed and what was due may be followed on, so that one slip is told once.
    last: dict[tuple[object, ...], set[int]] = {}
    for line in subject.lines:
        if line.layout.numbering:
            # Word counts some items itself: what it printed is not in the text.
            last.clear()
            continue
        counted = _counted(line)
        if counted is None:
            continue
        typed, series, number = counted
        if line.in_table:
            # The rows of a table count for themselves; a list of the text may go on from them.
            last.setdefault(series, set()).add(number)
            continue
        place = (*series, line.layout.left, line.layout.first, len(line.text) - len(line.text.lstrip()))
        due = {each + 1 for each in last.get(series, set()) | last.get(place, set())}
        slipped = bool(due) and number != 1 and number not in due
        if slipped:
            yield subject.found("list-gap", line, typed, expected=_above(typed) + _as_typed(max(due), typed))
        last[series] = last[place] = {number, max(due)} if slipped else {number}


def _counted(line: Line) -> tuple[str, tuple[str, ...], int] | None:
    """Read the number that a line begins with: as typed, the list that it belongs to, and its place in that."""
    start = line.text.lstrip()[:24]
    if not start or start[0] not in "(0123456789๐๑๒๓๔๕๖๗๘๙":
        return None
    match = _ENCLOSED.match(start)
    if match:
        return match[0], (f"{match[1]})",), int(arabic_digits(match[2]))
    match = _DOTTED.match(start)
    if match is None or not (match[2] or "." in match[1]):
        return None
    *above, number = arabic_digits(match[1]).split(".")
    return match[0], (".", *above), int(number)


def _headings(subject: Subject) -> Iterator[Problem]:
    last: int | None = None
    for line in subject.lines:
        level = line.layout.outline
        if level is None:
            continue
        if last is not None and level > last + 1:
            facts = {"level": str(level + 1), "expected": str(last + 2)}
            yield subject.found("heading-skips-level", line, line.words, **facts)
        last = level


def _agenda(subject: Subject) -> Iterator[Problem]:
    items: list[tuple[int, int]] = []  # the number of each, and the line that it begins on
    for at, line in enumerate(subject.lines):
        match = _AGENDA.match(line.words[:40])
        if match is None:
            continue
        number = int(arabic_digits(match[1]))
        before = items[-1][0] if items else 0
        if number not in (before, before + 1) or not number:
            yield subject.found("agenda-order", line, match[0], expected=_as_typed(before + 1, match[1]))
        if number != before:
            items.append((number, at))
    closed = subject.parts.get("closed", (len(subject.lines),))[0]
    for (number, at), (_, end) in pairwise([*items, (0, closed)]):
        if not any(_RESOLVED.search(line.text) for line in subject.lines[at:end]):
            line = subject.lines[at]
            yield subject.found("agenda-without-resolution", line, f"ระเบียบวาระที่ {_as_typed(number, line.words)}")


def _above(typed: str) -> str:
    """Give what stands before the last number of an item: ๑. of ๑.๓."""
    return typed[: typed.rstrip(".").rfind(".") + 1]


def _as_typed(number: int, like: str) -> str:
    """Write a number in the digits of the one beside it."""
    return thai_digits(str(number)) if like != arabic_digits(like) else str(number)
