"""The last look before a paper is written: no template mark left over, no text lost, every letter in the font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ita_docs.package import Colour, Picture
from ita_docs.paper import Paper
from ita_docs.problems import Place, Problem
from ita_docs.thai.letters import undrawn
from ita_docs.thai.text import no_space

LEFTOVER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%|%\}|\}\}")


def run(paper: Paper, view: Mapping[str, object], file: str) -> list[Problem]:
    """Compare a paper with the view that it was made from."""
    printed = list(_texts(view))
    return [*_leftovers(paper, printed, file), *_lost(paper, printed, file), *_undrawn(paper, file)]


def words(view: Mapping[str, object], file: str) -> list[Problem]:
    """Look at the words of a view alone: where a template is proven good, nothing else differs."""
    letters = undrawn("".join(_texts(view)))
    return [
        Problem("no-glyph", Place(file), {"value": letter, "codepoint": f"U+{ord(letter):04X}"}) for letter in letters
    ]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Colour):
        return
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
        for letter in undrawn(line.text):
            yield Problem(
                "no-glyph", Place(file, where=line.where), {"value": letter, "codepoint": f"U+{ord(letter):04X}"}
            )
