"""The tree of tags of a PDF, its fonts and what its content says: how they are walked through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from tempfile import TemporaryFile
from typing import Any

from pikepdf import AccessMode, Array, Dictionary, Object, Pdf, String, parse_content_stream

SHOWING = {"Tj", "TJ"}  # operators of content: those that show letters, open a mark and close it
OPENING, CLOSING = {"BDC", "BMC"}, "EMC"


class Tagged:
    """A PDF with its tree of tags as it was when it was first looked at: walking through it takes time."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf

    @cached_property
    def tree(self) -> list[tuple[str, Any]]:
        """All elements with their tags, in the order of reading."""
        return [(str(element.S), element) for element in elements(self.pdf)]

    def tagged(self, *tags: str) -> list[Any]:
        """List the elements that have one of some tags."""
        return [element for tag, element in self.tree if tag in tags]

    @cached_property
    def fonts(self) -> list[Any]:
        """The fonts of all pages, each once."""
        return fonts(self.pdf)


@contextmanager
def opened(data: bytes) -> Iterator[Pdf]:
    """Open the bytes of a PDF: mapped from a file, they are read in half the time that a stream of Python takes."""
    with TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        with Pdf.open(file, access_mode=AccessMode.mmap) as pdf:
            yield pdf


def kids(element: Object) -> list[Any]:
    """List what is inside an element: elements, marks of content by number, and others."""
    found = element.get("/K")
    return [] if found is None else list(found) if isinstance(found, Array) else [found]


def inside(element: Object) -> Iterator[Any]:
    """Walk through an element and all elements inside it, in the order of reading."""
    yield element
    for child in kids(element):
        if is_element(child):
            yield from inside(child)


def is_element(child: Any) -> bool:
    """Tell an element from what else can be inside one: most often the number of a mark of content."""
    return not isinstance(child, int) and isinstance(child, Dictionary) and "/S" in child


def elements(pdf: Pdf) -> Iterator[Any]:
    """Walk through all elements of the tree of tags."""
    for top in kids(pdf.Root.StructTreeRoot) if "/StructTreeRoot" in pdf.Root else ():
        yield from inside(top)


def attribute(element: Object, key: str) -> Any:
    """Give an attribute of an element, whoever is its owner; None where it has none."""
    given = element.get("/A", Array())
    owners = [given] if isinstance(given, Dictionary) else list(given)
    return next((owner[key] for owner in owners if key in owner), None)


def fonts(pdf: Pdf) -> list[Any]:
    """List the fonts of all pages, each once."""
    found = [font for page in pdf.pages for font in page.resources.get("/Font", Dictionary()).values()]
    return list({font.objgen: font for font in found}.values())


def letters(font: Object) -> dict[int, str]:
    """Read which letters the codes of a font of one byte stand for."""
    table = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
    pairs = re.findall(r"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]+)>\s*\n", table.partition("endcodespacerange")[2])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def wordless(font: Object) -> set[int]:
    """Name the codes of a font that stand for no letter; 0 is never shown."""
    if font.Subtype == "/Type0":
        return set() if "/ToUnicode" in font else {0}
    first, last = int(font.get("/FirstChar", 0)), int(font.get("/LastChar", 0))
    return set(range(max(first, 1), last + 1)) - letters(font).keys()


def said_otherwise(pdf: Pdf) -> Iterator[tuple[Any, bytes, str]]:
    """Give the codes that the content says in words of its own (ActualText), with their font and those words."""
    for page in pdf.pages:
        known, font, said = page.resources.get("/Font", Dictionary()), None, ""
        for each in parse_content_stream(page):
            operator, operands = str(each.operator), each.operands
            if operator == "Tf":
                font = known[str(operands[0])]
            elif operator in OPENING:
                told = operands[-1]
                said = str(told.get("/ActualText", "")) if isinstance(told, Dictionary) else ""
            elif operator == CLOSING:
                said = ""
            elif said and operator in SHOWING and font is not None:
                pieces = operands[0] if operator == "TJ" else [operands[0]]
                yield font, b"".join(bytes(piece) for piece in pieces if isinstance(piece, String)), said
