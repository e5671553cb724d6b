"""Findings of signing: the name, its parentheses, the room for a pen, and that the block stays on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.inspector.begins import TITLES
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem

LINE_HEIGHT = 18.0  # points of an empty line in 16-point letters
LEAST_ROOM = 30.0  # points for a pen: less than two lines is too narrow
ONE_PAGE = 1200  # letters that fit on a page whatever stands there
LONGEST_LABEL = 240

_RANK = re.compile(
    r"\(\s*((?:ว่าที่\s*)?(?:ร้อย(?:ตรี|โท|เอก)|พัน(?:ตรี|โท|เอก)|พล(?:ตรี|โท|เอก)|เรือ(?:ตรี|โท|เอก)|"
    r"นาวา(?:ตรี|โท|เอก)|เรืออากาศ(?:ตรี|โท|เอก)|นาวาอากาศ(?:ตรี|โท|เอก)|(?:ร|พ|พล)\.(?:ต|ท|อ)\.(?:ต\.|ท\.|อ\.)?|"
    r"(?:สิบ|จ่าสิบ)(?:ตรี|โท|เอก)|(?:สิบ|ร้อย|พัน)ตำรวจ(?:ตรี|โท|เอก)|ดาบตำรวจ)(?:\s*หญิง)?)\s*"
)
_BEGINS = re.compile(rf"\(|{TITLES}")
_SIGNED = re.compile(r"\(?(?:ลงชื่อ|ลงนาม)|(?:ว่าที่|ร้อย|พัน|พล|เรือ|นาวา|สิบ|จ่า|ดาบ)\S{0,20}[\s.…]*$|/s/")


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at the name of who signs, and at what stands above it."""
    if "name" not in subject.parts:
        return
    at = subject.parts["name"][0]
    name = subject.lines[at]
    words = name.words[:LONGEST_LABEL]
    if "(" not in words:
        yield subject.found("name-without-parentheses", name, words, f"({words})")
    rank = _RANK.match(words)
    if rank:
        yield subject.found("rank-in-parentheses", name, rank[1], f"({words[rank.end() :]}")
    # In a table the rows make the room and keep together; in one paragraph with the date the line breaks do.
    if at == 0 or not _BEGINS.match(words) or name.in_table or subject.lines[at - 1].in_table:
        return
    above = _above(subject, at)
    if above is None:
        return
    before, empty = above
    said = subject.lines[at - 1].words[:LONGEST_LABEL]
    # A copy carries the typed name where the original is signed.
    if not (_SIGNED.match(said) or said in words or "ลงชื่อ" in words):
        room = name.layout.before + before.layout.after + sum(map(_height, empty))
        if room < LEAST_ROOM and not _is_signed_in_picture(subject, before, name):
            yield subject.found("signature-gap", name, words, points=str(round(room)))
    if sum(len(line.text) for line in subject.lines[:at]) > ONE_PAGE:
        chain = [*_dated(subject, at), before, *empty]
        loose = next((line for line in chain if not line.layout.keep_next), None)
        if loose is not None:
            yield subject.found("signature-may-part", name, words)


def _above(subject: Subject, at: int) -> tuple[Line, tuple[Line, ...]] | None:
    """Give the last line above the name that says something, and the empty ones between."""
    lines = subject.paper.lines
    below = next((index for index, line in enumerate(lines) if line is subject.lines[at]), 0)
    above = next((index for index in range(below - 1, -1, -1) if lines[index].words), None)
    if above is None or lines[above].part != "body":
        return None
    return lines[above], lines[above + 1 : below]


def _dated(subject: Subject, at: int) -> list[Line]:
    """Give the last line of the text where a date or a closing stands between it and the name."""
    between = [
        places[0] for part, places in subject.parts.items() if part in ("date", "closing") and places[0] == at - 1
    ]
    return [subject.lines[at - 2]] if between and at > 1 else []


def _height(line: Line) -> float:
    layout = line.layout
    height = layout.line if layout.line_rule != "auto" else LINE_HEIGHT * (layout.line or 1)
    return height + layout.before + layout.after


def _is_signed_in_picture(subject: Subject, before: Line, name: Line) -> bool:
    """A picture of the signature fills the room."""
    wheres = [line.where for line in subject.paper.lines]
    if before.where not in wheres or name.where not in wheres:
        return False
    between = set(wheres[wheres.index(before.where) : wheres.index(name.where) + 1])
    return any(drawing.where in between for drawing in subject.paper.drawings)
