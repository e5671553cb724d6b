"""Proves of a template, once, that every paper it makes is whole XML, so that not each of them need be parsed.

A question may leave its words out and a loop may repeat them: all stays whole if each of them, beginning within some
elements, ends within the same ones. Values are escaped, so they neither open nor close anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

if TYPE_CHECKING:
    from jinja2 import nodes

LISTED = "\t\n\a\f"  # the signs that docxtpl turns into tabs, lines, paragraphs and pages
_BLOCK = "\ue000"  # of the letters that no standard fills: stands for a question or a loop
_PIECE = re.compile(r'<(?P<end>/?)(?P<name>[\w:.-]+)(?P<facts>(?:\s+[\w:.-]+="[^"<>]*")*)\s*(?P<empty>/?)>|[^<>]+')
_IN_A_FACT = re.compile(r'[^"<>&]*')

Open = tuple[str, ...]  # the elements that are open, the outermost first


def is_sound(syntax: nodes.Template) -> bool:
    """Tell whether a part of names, `if` and `for` is whole XML whatever plain text its values are; else it may be."""
    return _is_whole(syntax.body, ())


def _is_whole(body: Sequence[nodes.Node], around: Open) -> bool:
    """Tell whether some words begin and end within the same elements, and so do all questions and loops in them."""
    words, blocks = _words(body)
    if words is None:
        return False
    text = "".join(f"<{name}>" for name in around) + words + "".join(f"</{name}>" for name in reversed(around))
    try:
        expat.ParserCreate().Parse(text, True)
    except expat.ExpatError:
        return False
    places = _places(text)
    return len(places) == len(blocks) and all(
        _is_one_word(inner) if place is None else _is_whole(inner, place)
        for place, block in zip(places, blocks, strict=True)
        for inner in block
    )


def _words(body: Sequence[nodes.Node]) -> tuple[str | None, list[list[list[nodes.Node]]]]:
    """Write some words, a letter for each value, another for each question and loop; and the bodies of these."""
    pieces: list[str] = []
    blocks: list[list[list[nodes.Node]]] = []
    for node in body:
        kind = type(node).__name__
        if kind == "Output":
            for each in node.nodes:  # type: ignore[attr-defined]
                pieces.append(_printed(each))
                if any(sign in pieces[-1] for sign in (_BLOCK, *LISTED)):
                    return None, []
        elif kind in ("If", "For"):
            pieces.append(_BLOCK)
            others = [each.body for each in getattr(node, "elif_", ())]
            blocks.append([node.body, *others, node.else_])  # type: ignore[attr-defined]
        else:
            return None, []
    return "".join(pieces), blocks


def _printed(node: Any) -> str:
    kind = type(node).__name__
    return str(node.data) if kind == "TemplateData" else escape(str(node.value)) if kind == "Const" else "x"


def _places(text: str) -> list[Open | None]:
    """Tell for each question and loop in which elements it stands; none for one in the fact of an element.

    Of a text that cannot be read this way there are no places at all.
    """
    places: list[Open | None] = []
    around: list[str] = []
    at = 0
    while found := _PIECE.match(text, at):
        at = found.end()
        if not found["name"]:
            places += [tuple(around)] * found[0].count(_BLOCK)
        elif found["end"]:
            around.pop()
        else:
            places += [None] * found["facts"].count(_BLOCK)
            if not found["empty"]:
                around.append(found["name"])
    return places if at == len(text) else []


def _is_one_word(body: Sequence[nodes.Node]) -> bool:
    words, blocks = _words(body)
    return words is not None and not blocks and _IN_A_FACT.fullmatch(words) is not None
