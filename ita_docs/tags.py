"""The tags of a Word template as they were typed: where each stands, and what is wrong with it.

Word splits a tag over several runs as it likes, so tags are read from the text of a whole paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ita_docs.package import serialise
from ita_docs.problems import Place, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_XML_TAG = re.compile(r"<[^>]*>")

# A whole tag (braces in quotes belong to it), or an opening or a closing that stands alone.
_INSIDE = r"""(?>"[^"]*"|'[^']*'|(?!\{[{%]|[}%]\}).)*+"""
_TAG = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{\#.*?\#\}}|\{{[{{%\#]|[}}%]\}}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_STRUCTURAL = re.compile(r"\{%(p|tr|tc)\s")
_RICH = re.compile(r"\{\{(?:p|r|tr|tc)\s+(.*?)\s*\}\}", re.DOTALL)
_NAME = re.compile(r"\{\{\s*([\w.]+)")
_STATEMENT = re.compile(r"\{%[-+]?(?:(?:p|r|tr|tc)\s)?\s*(\w*)\s*(.*?)\s*[-+]?%\}", re.DOTALL)
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

_BLOCKS = ("for", "if", "macro", "call", "filter", "with", "set")
_WORDS = (*_BLOCKS, *(f"end{block}" for block in _BLOCKS), "else", "elif")
_CELL_WORDS = ("vm", "hm", "colspan", "cellbg")
# The properties of a run that stand before `cs`, in the order of the schema.
_RUN_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
    *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w"),
    *("kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign"),
    *("rtl", "cs"),
)


@dataclass(frozen=True)
class Tag:
    """One tag as it was typed, or the start of one, with the words around it.

    `where` is p3, or t1r2c3 p1 in a table; `nest` names the elements open where the tag takes effect.
    """

    text: str
    whole: bool
    around: str
    paragraph: _Element
    where: str
    nest: tuple[str, ...]


class Slip(NamedTuple):
    """Something mistyped: the code of its problem, the words at fault, what was probably meant."""

    tag: Tag
    words: str
    fixed: str = ""
    code: str = "placeholder-malformed"


def read(root: _Element) -> Iterator[Tag]:
    """List the tags of a part in their order."""
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(FALLBACK), None) is not None:
            continue  # a second drawing of a text box that was read already
        nodes = _texts(paragraph)
        text = "".join(node.text or "" for node in nodes)
        for found in _TAG.finditer(text):
            whole = len(found[0]) > 2
            typed = found[0] if whole else text[found.start() :][:40]
            around = text[max(0, found.start() - 30) : found.end() + 30]
            nest = _nest(typed, _node_at(nodes, found.start()))
            yield Tag(typed, whole, around, paragraph, _where(paragraph), nest)


@dataclass(frozen=True)
class Typed:
    """A part of a template as it was typed: its file, its name in the package, its XML."""

    file: str
    part: str
    root: _Element

    @property
    def bare(self) -> str:
        """Its text."""
        return bare(serialise(self.root))

    def slips(self, compiles: Callable[[str], bool] | None = None) -> list[Problem]:
        """Find what was mistyped; `compiles` judges one tag, and is given when the part is broken."""
        tags = list(read(self.root))
        found = [*slips(tags), *(torn(tags) if compiles is None else faults(tags, compiles))]
        found.sort(key=lambda slip: tags.index(slip.tag))
        return [self._at(slip.tag, slip.code, slip.words, fixed=slip.fixed) for slip in found]

    def problem(self, code: str, words: str, **facts: str) -> Problem:
        """Say what is wrong with some words, at the first tag that holds them or stands among them."""
        typed = re.escape(words).replace(r"\.", r"\W+")  # row.name may stand as row['name']
        holds = re.compile(rf"(?<![\w.]){typed}(?!\w)")
        tag = next((tag for tag in read(self.root) if holds.search(tag.text) or tag.text in words), None)
        return self._at(tag, code, words, **facts)

    def _at(self, tag: Tag | None, code: str, words: str, **facts: str) -> Problem:
        part = PurePosixPath(self.part).stem.replace("document", "")
        where = f"{part} {tag.where if tag else ''}".strip() or None
        facts = {key: fact for key, fact in facts.items() if fact}
        facts |= {"value": words, "around": tag.around if tag else ""}
        return Problem(code, Place(self.file, where=where), facts)

    def mark_thai(self) -> None:
        """Mark the runs of values as Thai where Word, seeing Latin letters, did not.

        Thai in a run that is not marked breaks its lines at spaces only, and is underlined in red.
        """
        for paragraph in self.root.iter(f"{W}p"):
            nodes = _texts(paragraph)
            spans = [found.span() for found in _VALUE.finditer("".join(node.text or "" for node in nodes))]
            start = 0
            for node in nodes:
                end = start + len(node.text or "")
                run = node.getparent()
                if run is not None and any(first < end and start < last for first, last in spans):
                    _mark_run(run)
                start = end


def bare(xml: str) -> str:
    """The text of a piece of XML, its own tags taken out."""
    return _XML_TAG.sub("", xml)


def slips(tags: Sequence[Tag]) -> Iterator[Slip]:
    """Find what would be lost or printed by mistake though the template can be filled."""
    seen: list[_Element | None] = []
    for tag in tags:
        if not tag.whole and tag.text[1] == "}":
            yield Slip(tag, tag.text[:2])
        if rich := _RICH.match(tag.text):
            yield Slip(tag, tag.text, f"{{{{ {rich[1]} }}}}")
        if structural := _STRUCTURAL.match(tag.text):
            holder = tag.paragraph if structural[1] == "p" else _above(tag.paragraph, structural[1])
            if holder is not None and holder not in seen:
                seen.append(holder)
                text = "".join(node.text or "" for node in holder.iter(f"{W}t"))
                if rest := text.replace(tag.text, "", 1).strip():
                    yield Slip(tag, rest, code="text-lost")


def torn(tags: Sequence[Tag]) -> Iterator[Slip]:
    """Find blocks that open in one kind of place and close in another: filled, they tear the XML apart."""
    opened: list[Tag] = []
    for tag in tags:
        word = _word(tag.text)
        if opened and (word.startswith("end") or word in ("else", "elif")):
            if tag.nest != opened[-1].nest:
                yield Slip(tag, f"{opened[-1].text} … {tag.text}")
            if word.startswith("end"):
                opened.pop()
        elif word in _BLOCKS and not (word == "set" and "=" in tag.text):
            opened.append(tag)


def faults(tags: Sequence[Tag], compiles: Callable[[str], bool]) -> Iterator[Slip]:
    """Find why a template cannot be filled: `compiles` judges one tag standing alone."""
    opened: list[tuple[Tag, str]] = []
    for tag in tags:
        if not tag.whole:
            if tag.text[0] == "{":
                name = _NAME.match(tag.text)
                yield Slip(tag, tag.text, f"{{{{ {name[1]} }}}}" if name else "")
        elif tag.text.startswith("{{"):
            if not _RICH.match(tag.text) and not compiles(tag.text.translate(_STRAIGHT)):
                yield Slip(tag, tag.text)
        elif statement := _STATEMENT.fullmatch(tag.text.translate(_STRAIGHT)):
            yield from _statement_faults(tag, statement[1], statement[2], opened, compiles)
    for tag, word in opened:
        yield Slip(tag, tag.text, f"{tag.text} … {{% end{word} %}}")


def _statement_faults(
    tag: Tag, word: str, rest: str, opened: list[tuple[Tag, str]], compiles: Callable[[str], bool]
) -> Iterator[Slip]:
    if f"{W}tbl" not in tag.nest and (word in _CELL_WORDS or tag.text.startswith(("{%tr", "{%tc"))):
        yield Slip(tag, tag.text)
    if word in _CELL_WORDS:
        if rest and not compiles(f"{{{{ {rest} }}}}"):
            yield Slip(tag, tag.text)
        return
    typed, rest = (f"end{rest}", "") if word == "end" else (word, rest)
    if typed.startswith("els") and rest:
        typed, rest = "elif", rest.removeprefix("if ")
    near = get_close_matches(typed, _WORDS, 1, 0.65)
    meant = near[0] if near else word
    if meant != word:
        yield Slip(tag, tag.text, f"{{% {meant} {rest} %}}".replace("  ", " "))
    if meant.startswith("end"):
        blocks = [block for _, block in opened]
        if meant[3:] not in blocks:
            if meant == word:
                yield Slip(tag, tag.text)
            return
        while opened[-1][1] != meant[3:]:
            lost, block = opened.pop()
            yield Slip(lost, lost.text, f"{lost.text} … {{% end{block} %}}")
        opened.pop()
    elif meant in ("else", "elif"):
        fits = bool(opened) and opened[-1][1] in ("if", "for")
        sound = compiles(f"{{% if {rest} %}}{{% endif %}}") if meant == "elif" else not rest
        if not (fits and sound):
            yield Slip(tag, tag.text)
    elif meant in _BLOCKS and not (meant == "set" and "=" in rest):
        if not compiles(f"{{% {meant} {rest} %}}{{% end{meant} %}}"):
            yield Slip(tag, tag.text)
        opened.append((tag, meant))
    elif not compiles(f"{{% {meant} {rest} %}}"):
        yield Slip(tag, tag.text)


def _mark_run(run: _Element) -> None:
    look = run.find(f"{W}rPr")
    if look is None:
        look = run.makeelement(f"{W}rPr")
        run.insert(0, look)
    if look.find(f"{W}cs") is not None:
        return
    _put(look, "cs", {})
    # A marked run takes its look from the Thai set alone, so what Latin letters have is set for Thai too.
    for latin, thai in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
        found = look.find(f"{W}{latin}")
        if found is not None and look.find(f"{W}{thai}") is None:
            _put(look, thai, {str(key): str(value) for key, value in found.attrib.items()})
    fonts = look.find(f"{W}rFonts")
    if fonts is not None and not {f"{W}cs", f"{W}cstheme"} & set(fonts.attrib) and fonts.get(f"{W}ascii"):
        fonts.set(f"{W}cs", fonts.get(f"{W}ascii", ""))


def _put(look: _Element, name: str, attributes: dict[str, str]) -> None:
    """Put a property where the schema wants it."""
    later = [f"{W}{other}" for other in _RUN_ORDER[: _RUN_ORDER.index(name)]]
    index = max((at for at, child in enumerate(look, 1) if child.tag in later), default=0)
    look.insert(index, look.makeelement(f"{W}{name}", attributes))


def _word(text: str) -> str:
    statement = _STATEMENT.fullmatch(text)
    return str(statement[1]) if statement else ""


def _where(paragraph: _Element) -> str:
    """Name the place of a paragraph, of a text box by the paragraph that it hangs on."""
    while (outer := _above(paragraph, "p")) is not None:
        paragraph = outer
    where, cell = f"p{_position(paragraph)}", _above(paragraph, "tc")
    while cell is not None:
        row, table = _above(cell, "tr"), _above(cell, "tbl")
        where = f"t{_position(table)}r{_position(row)}c{_position(cell)} {where}"
        cell = _above(table, "tc")
    return where


def _nest(text: str, node: _Element) -> tuple[str, ...]:
    """Name the open elements: around the text, or around the row, cell or paragraph the tag stands for."""
    structural = re.match(r"\{[{%#](p|r|tr|tc)\s", text)
    place = _above(node, structural[1]) if structural else node
    place = node if place is None else place
    own = () if structural else (str(node.tag),)
    return (*own, *(str(element.tag) for element in place.iterancestors()))


def _node_at(nodes: Sequence[_Element], at: int) -> _Element:
    for node in nodes:
        at -= len(node.text or "")
        if at < 0:
            return node
    return nodes[-1]


def _texts(paragraph: _Element) -> list[_Element]:
    """The pieces of text of a paragraph, without those of a text box in it."""
    return [node for node in paragraph.iter(f"{W}t", f"{W}instrText") if _above(node, "p") is paragraph]


def _above(element: _Element | None, name: str) -> _Element | None:
    return None if element is None else next(element.iterancestors(f"{W}{name}"), None)


def _position(element: _Element | None) -> int:
    return 0 if element is None else 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))
