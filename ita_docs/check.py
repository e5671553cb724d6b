"""The last look before a paper is written: no template mark left over, no text lost, every letter in the font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ita_docs.package import Picture
from ita_docs.paper import Paper
from ita_docs.problems import Place, Problem
from ita_docs.thai.text import no_space

LEFTOVER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%|%\}|\}\}")

# What the fonts of the papers can draw: Latin, Thai, and the punctuation of both (☐ ☑ ✓ → are not among them).
DRAWN = re.compile(
    "[\\t\\n\\x20-\\x7e\u00a0-\u00ff\u0e01-\u0e3a\u0e3f-\u0e5b\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026"
    "\u2030\u2039\u203a\u20ac\u2122\u0131\u0152-\u0153\u0160-\u0161\u0178\u017d-\u017e\u0192"
    "\u02c6\u02c7\u02d8-\u02dd\u2044\u2202\u2206\u220f\u2211\u2212\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca]"
)


def run(paper: Paper, view: Mapping[str, object], file: str) -> list[Problem]:
    """Compare a paper with the view that it was made from."""
    printed = list(_texts(view))
    return [*_leftovers(paper, printed, file), *_lost(paper, printed, file), *_undrawn(paper, file)]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Picture):
        yield f"<{value.alt}>"


def _leftovers(paper: Paper, printed: list[str], file: str) -> Iterator[Problem]:
    """Find marks of the template in the paper; those that stand in the content print as typed and are none."""
    for line in paper.lines:
        for match in LEFTOVER.finditer(line.text):
            if not any(match[0] in text for text in printed):
                yield Problem("leftover", Place(file, where=line.where), {"value": match[0]})


def _lost(paper: Paper, printed: list[str], file: str) -> Iterator[Problem]:
    whole = no_space(paper.text)
    for text in dict.fromkeys(printed):
        if no_space(text) not in whole:
            yield Problem("text-lost", Place(file), {"value": text[:60]})


def _undrawn(paper: Paper, file: str) -> Iterator[Problem]:
    for line in paper.lines:
        for letter in dict.fromkeys(DRAWN.sub("", line.text)):
            yield Problem(
                "no-glyph", Place(file, where=line.where), {"value": letter, "codepoint": f"U+{ord(letter):04X}"}
            )
