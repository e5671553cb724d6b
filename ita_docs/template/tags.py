"""The tags of a Word template as they were typed, each with its place and the words around it.

Word splits a tag over several runs as it likes, so tags are read from the text of a whole paragraph; tags in the
properties of a picture or a field (its alternative text, its instruction) are read from there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_docs.problems import Place, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = re.compile(r"\{_?[{%#]|[}%]_?\}")

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TEXTS = (f"{W}t", f"{W}instrText", _MATHS)
DELETED = f"{W}delText"
_DELETION = f"{W}del"
# The steps to a place, and what a row, a cell and a text box are counted in; all else is in a holder.
_STEPS = {f"{W}p": "p", f"{W}tbl": "t", f"{W}tr": "r", f"{W}tc": "c", f"{W}txbxContent": "x"}
_STEPS |= {f"{W}footnote": "n", f"{W}endnote": "n"}
_COUNTED_IN = {f"{W}tr": [f"{W}tbl"], f"{W}tc": [f"{W}tr"], f"{W}txbxContent": [f"{W}p"]}
_HOLDERS = [f"{W}tc", f"{W}txbxContent", f"{W}footnote", f"{W}endnote"]

# A whole tag (braces in quotes belong to it), or an opening or a closing that stands alone.
_INSIDE = r"""(?>"[^"]*"|'[^']*'|(?!\{[{%]|[}%]\}).)*+"""
_TAG = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{\#.*?\#\}}|\{{[{{%\#]|[}}%]\}}", re.DOTALL)
_STATEMENT = re.compile(r"\{%(?:(?:p|tr|tc|r)\s|[-+])?\s*(\w*)\s*(.*?)\s*[-+]?%\}", re.DOTALL)
_UNIT = re.compile(r"\{[{%#](p|tr|tc|r)\s")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
# Thai vowels and tones that stand above or below a letter, which a cut must not leave alone.
_LOOSE = re.compile("^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]+")
_BESIDE = 30  # letters of the words around, on each side


@dataclass(frozen=True, eq=False)
class Tag:
    """One tag as it was typed, or the start of one.

    `where` is p3, or t1r2c3 p1 in a table, with its part before it where that is not the body; `nodes` are the
    elements whose text it is; `paragraph` is none for a property that stands outside of any.
    """

    text: str
    around: str
    where: str
    nodes: tuple[_Element, ...]
    paragraph: _Element | None

    @property
    def whole(self) -> bool:
        """Whether it is opened and closed."""
        return len(self.text) > 3 and self.text[:2] in ("{{", "{%", "{#") and self.text[-2:] in ("}}", "%}", "#}")

    @property
    def is_value(self) -> bool:
        """Whether it prints a value: {{ … }}."""
        return self.whole and self.text.startswith("{{")

    @property
    def is_statement(self) -> bool:
        """Whether it asks or repeats: {% … %}."""
        return self.whole and self.text.startswith("{%")

    @property
    def straight(self) -> str:
        """Its text with the quotes that Word curled made straight."""
        return self.text.translate(_STRAIGHT)

    @property
    def bare(self) -> str:
        """Its straight text without the unit that it stands for, as docxtpl writes it."""
        return _UNIT.sub(lambda found: f"{found[0][:2]} ", self.straight)

    @property
    def unit(self) -> str:
        """What the tag stands for: its paragraph p, row tr, cell tc, run r; nothing for one within a text."""
        found = _UNIT.match(self.text)
        return found[1] if found else ""

    @cached_property
    def statement(self) -> tuple[str, str]:
        """The first word of a statement and the rest of it."""
        found = _STATEMENT.fullmatch(self.straight)
        return (found[1], found[2]) if found else ("", "")

    @property
    def holder(self) -> _Element | None:
        """The paragraph, row or cell that a structural tag takes the place of."""
        if self.unit in ("p", ""):
            return self.paragraph
        return above(self.paragraph if self.unit != "r" else self.nodes[0], self.unit)

    def problem(self, code: str, file: str, value: str, **facts: str) -> Problem:
        """Say what is wrong at this tag; `within` shows the words around it, where there are any."""
        alone = self.around.strip("…").strip() == value
        facts = {key: fact for key, fact in facts.items() if fact}
        facts |= {"value": value, "around": self.around, "within": "" if alone else f": “{self.around}”"}
        return Problem(code, Place(file, where=self.where), facts)


def read(root: _Element, part: str) -> list[Tag]:
    """List the tags of a part in their order."""
    name = PurePosixPath(part).stem.replace("document", "")
    found: list[tuple[int, int, Tag]] = []
    numbers = _numbers(root)
    for at, element in enumerate(root.iter()):
        if not isinstance(element.tag, str):
            continue
        own = [value for value in element.attrib.values() if MARK.search(str(value))]
        nodes = texts(element) if element.tag == f"{W}p" else []
        nodes = list(element.iter(DELETED)) if element.tag == _DELETION else nodes
        text = "".join(node.text or "" for node in nodes)
        if not (own or MARK.search(text)) or _is_second(element):
            continue
        paragraph = element if element.tag == f"{W}p" else above(element, "p")
        where = f"{name} {_where(element, numbers)}".strip()
        for value in own:
            found += [(at, 0, Tag(*piece[:2], where, (element,), paragraph)) for piece in _pieces(str(value))]
        offsets = {node: offset for offset, node in enumerate(element.iter())} if nodes else {}
        starts = list(accumulate((len(node.text or "") for node in nodes), initial=0))
        for typed, around, start, end in _pieces(text):
            used = tuple(nodes[bisect_right(starts, start) - 1 : bisect_left(starts, end)])
            found.append((at + offsets[used[0]], start, Tag(typed, around, where, used, paragraph)))
    return _outside_raw([tag for _, _, tag in sorted(found, key=lambda each: each[:2])])


def texts(paragraph: _Element) -> list[_Element]:
    """The pieces of text of a paragraph, without those of a text box in it."""
    return [node for node in paragraph.iter(*_TEXTS) if above(node, "p") is paragraph]


def above(element: _Element | None, name: str) -> _Element | None:
    """Find the nearest element of a name around another."""
    return None if element is None else next(element.iterancestors(f"{W}{name}"), None)


def _pieces(text: str) -> Iterator[tuple[str, str, int, int]]:
    for found in _TAG.finditer(text):
        start, end = found.span()
        typed = found[0] if end - start > 2 or found[0][1] == "}" else text[start:][:40]
        before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
        before = f"…{_LOOSE.sub('', before)}" if start > _BESIDE else before
        after = f"{after}…" if end + _BESIDE < len(text) else after
        yield typed, f"{before}{found[0]}{after}", start, end


def _outside_raw(tags: list[Tag]) -> list[Tag]:
    """Leave out what stands between raw and endraw: it is printed as typed."""
    words = [tag.statement[0] if tag.is_statement else "" for tag in tags]
    kept: list[Tag] = []
    at = 0
    while at < len(tags):
        kept.append(tags[at])
        ends = "endraw" in words[at:] if words[at] == "raw" else False
        at = words.index("endraw", at) if ends else at + 1
    return kept


def _is_second(element: _Element) -> bool:
    """Tell a second drawing of a text box, for programs of old, that was read already."""
    return next(element.iterancestors(_FALLBACK), None) is not None


def _numbers(root: _Element) -> dict[_Element, int]:
    """Number what a place is named by, each within what it is counted in."""
    numbers: dict[_Element, int] = {}
    counts: dict[tuple[_Element | None, object], int] = {}
    for element in root.iter(*_STEPS):
        if element.get(f"{W}type", "normal") == "normal" and not _is_second(element):
            key = (next(element.iterancestors(*_COUNTED_IN.get(element.tag, _HOLDERS)), None), element.tag)
            numbers[element] = counts[key] = counts.get(key, 0) + 1
    return numbers


def _where(element: _Element, numbers: dict[_Element, int]) -> str:
    """Name the place of an element: t1r2c3 p1 in a table, p4 x1 p1 in a text box, n2 p1 in a note."""
    line = [each for each in (element, *element.iterancestors()) if each in numbers]
    steps = [f"{_STEPS[str(each.tag)]}{numbers[each]}" for each in reversed(line)]
    return "".join(step if step[0] in "rc" else f" {step}" for step in steps).strip()
