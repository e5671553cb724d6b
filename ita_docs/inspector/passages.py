"""Passages of a paper: the text between its head and its foot; and a fault in many places, told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ita_docs.inspector.forms import FORMS
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem

THAI = re.compile("[\u0e01-\u0e5b]")
LONGEST_QUOTE = 40
FEWEST_LETTERS = 40  # of a paragraph that is text and no heading
FOOT = ("date", "closing", "name", "agency")


def regulated(subject: Subject) -> bool:
    """Tell whether the regulation has a form for papers of this kind."""
    return subject.kind in FORMS and FORMS[subject.kind].regulated


def typed_by_guidance(subject: Subject) -> bool:
    """Tell whether the typing guidance lays out the text: papers that carry the garuda, and those in Thai only."""
    return regulated(subject) and FORMS[subject.kind].garuda in ("large", "small") and subject.language == "th"


def text_of(subject: Subject) -> list[Line]:
    """Give the Thai paragraphs of the text itself: neither head nor foot, neither tables nor short headings."""
    start = next(iter(subject.parts.get("text", ())), None)
    if start is None:
        return []
    feet = [at for name in FOOT for at in subject.parts.get(name, ())[:1] if at > start]
    lines = subject.lines[start : min(feet, default=len(subject.lines))]
    return [line for line in lines if not line.in_table and " x" not in line.where and is_long(line)]


def is_long(line: Line) -> bool:
    """Tell a paragraph of Thai text from a heading or a label."""
    return len(line.text) >= FEWEST_LETTERS and len(THAI.findall(line.text[:400])) >= FEWEST_LETTERS


def quoted(text: str) -> str:
    """Quote the first words of a text.

    >>> quoted("ที่ประชุมมีมติเห็นชอบให้ดำเนินการตามที่ฝ่ายปกครองเสนอ และให้รายงานผลภายในกำหนด")
    'ที่ประชุมมีมติเห็นชอบให้ดำเนินการตามที่ฝ…'
    """
    text = " ".join(text[: 4 * LONGEST_QUOTE].split())
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def plain(figure: float) -> str:
    """Write a measure without idle zeros.

    >>> plain(16.0), plain(1.15)
    ('16', '1.15')
    """
    return f"{figure:.2f}".rstrip("0").rstrip(".")


def told_once(subject: Subject, code: str, found: Iterable[tuple[Line, str, str]], **facts: str) -> Iterator[Problem]:
    """Tell faults of one kind (line, kind, value) once: at the first place, with its value, words, and the count."""
    kinds: dict[str, dict[str, tuple[Line, str]]] = {}
    for line, kind, value in found:
        kinds.setdefault(kind, {}).setdefault(line.where, (line, value))
    for places in kinds.values():
        first, value = next(iter(places.values()))
        yield subject.found(code, first, value, words=quoted(first.words), count=str(len(places)), **facts)
