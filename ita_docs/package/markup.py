"""The XML of a package: looked through before it is read, read strictly, written back. The only user of lxml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, NoReturn
from xml.parsers import expat

from ita_docs.package.strangers import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 200  # elements in one another; tables within tables of a real paper reach sixty
BYTES_PER_NODE = 125  # of memory, for an element, a text or half an attribute in lxml's tree
# What a reader makes of a paragraph and of a run weighs more than the element itself; as many nodes.
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WEIGHTS = {f"{_WORD}}}p": 10, f"{_WORD}}}r": 6}
ENCODINGS = ("utf-8", "utf-16", "us-ascii")


class Seen(NamedTuple):
    """What a look through a part's XML told: the name of its root, and how many nodes its tree would have."""

    root: str
    nodes: int


def look_through(data: bytes, part: str, file: str, most: int) -> Seen:
    """Read the XML without keeping it; DocumentError when it is broken, hostile, or has more nodes than it may.

    What passes, `parse` can read.
    """
    look = _Look(part, file, most)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.ordered_attributes = parser.buffer_text = True
    parser.XmlDeclHandler = look.declared
    parser.StartDoctypeDeclHandler = look.typed
    parser.StartElementHandler = look.opened
    parser.EndElementHandler = look.closed
    parser.CharacterDataHandler = parser.CommentHandler = look.said
    parser.ProcessingInstructionHandler = parser.StartNamespaceDeclHandler = look.said
    try:
        parser.Parse(data, True)
        _tree(data)  # which will read it: the two do not agree on everything
    except (expat.ExpatError, SyntaxError, ValueError, LookupError) as error:
        line = str(getattr(error, "lineno", None) or parser.CurrentLineNumber)
        raise refusal("xml-broken", file, part=part, line=line) from None
    return Seen(look.root, look.nodes)


class _Look:
    """The eyes of one look: they keep counts only."""

    def __init__(self, part: str, file: str, most: int) -> None:
        self.part, self.file, self.most = part, file, most
        self.root = ""
        self.nodes = self.depth = 0

    def declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() not in ENCODINGS:
            raise refusal("xml-encoding", self.file, part=self.part, value=encoding)

    def typed(self, *_: object) -> NoReturn:
        raise refusal("xml-doctype", self.file, part=self.part)

    def opened(self, name: str, attributes: list[str]) -> None:
        self.root = self.root or name
        self.depth += 1
        if self.depth > DEEPEST:
            raise refusal("xml-deep", self.file, part=self.part, limit=str(DEEPEST))
        self.count(WEIGHTS.get(name, 1) + len(attributes))  # of an attribute, its name and its value

    def closed(self, _: str) -> None:
        self.depth -= 1

    def said(self, *_: object) -> None:
        self.count(1)

    def count(self, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > self.most:
            raise refusal("docx-too-large", self.file)


def parse(data: bytes) -> _Element:
    """Read the XML of a member, strictly: ValueError when it is broken or declares a document type."""
    try:
        root = _tree(data)
    except SyntaxError as error:
        raise ValueError("broken XML") from error
    if b"<!DOCTYPE" in data or root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type is declared")
    for element in root.iter():  # line breaks and indents between elements say nothing
        if len(element) and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
    return root


def _tree(data: bytes) -> _Element:
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def serialise(root: _Element) -> str:
    """Write a part as text, without the line that declares it XML."""
    from lxml import etree

    return etree.tostring(root, encoding="unicode")


def with_entry(root: _Element, tag: str, facts: Mapping[str, str]) -> bytes:
    """Write a list with one more entry at its end, in the list's own namespace."""
    from lxml import etree

    etree.SubElement(root, root.tag.replace(etree.QName(root).localname, tag), dict(facts))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
