"""Marks the runs of a template that take values as Thai, where Word, seeing Latin letters, did not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_docs.template.tags import W, texts

if TYPE_CHECKING:
    from lxml.etree import _Element

_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
# The properties of a run that stand before `cs`, in the order of the schema.
_RUN_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
    *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w"),
    *("kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign"),
    *("rtl", "cs"),
)


def mark_thai(root: _Element) -> None:
    """Mark the runs of the values of a part.

    Thai in a run that is not marked breaks its lines at spaces only, and is underlined in red.
    """
    for paragraph in root.iter(f"{W}p"):
        nodes = texts(paragraph)
        text = "".join(node.text or "" for node in nodes)
        values = bytearray(len(text))  # which letters belong to one
        for found in _VALUE.finditer(text):
            values[found.start() : found.end()] = b"\1" * len(found[0])
        start = 0
        for node in nodes:
            end = start + len(node.text or "")
            run = node.getparent()
            if run is not None and any(values[start:end]):
                _mark_run(run)
            start = end


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
