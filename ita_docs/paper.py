"""What is really on a paper: the paragraphs, cells and headers of a .docx, read back. The only user of python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ita_docs.problems import DocumentError, Place, Problem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@dataclass(frozen=True)
class Line:
    """One paragraph of a paper: where it stands, its style, its text."""

    where: str
    style: str
    text: str


@dataclass(frozen=True)
class Paper:
    """The lines of a paper in reading order: the headers, then the body with its tables."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All the text, a line for each paragraph."""
        return "\n".join(line.text for line in self.lines)

    def outline(self) -> str:
        """Write the paper as text to read and compare: place, style and text of every paragraph that says something."""
        return "".join(f"{line.where}  [{line.style}]  {line.text}\n" for line in self.lines if line.text)


def read(docx: bytes, file: str) -> Paper:
    """Read a paper; raises DocumentError when the bytes are no whole Word document."""
    from docx import Document

    try:
        document = Document(io.BytesIO(docx))
        names = {style.style_id: style.name for style in document.styles}
        lines = list(_headers(document, names))
        lines += _body(document.element.body, names, "")
    except Exception:
        # A damaged file can fail in any of python-docx, lxml, zipfile; each in its own words.
        raise DocumentError([Problem("no-paper", Place(file), {"file": file})]) from None
    return Paper(tuple(lines))


def _headers(document: Any, names: dict[str, str]) -> Iterator[Line]:
    seen = set()
    for relationship in document.part.rels.values():
        if relationship.reltype.endswith(("/header", "/footer")) and relationship.target_part.partname not in seen:
            part = relationship.target_part
            seen.add(part.partname)
            kind = relationship.reltype.rpartition("/")[2]
            yield from _body(part.element, names, f"{kind} ")


def _body(parent: Any, names: dict[str, str], prefix: str) -> Iterator[Line]:
    paragraphs = tables = 0
    for block in parent:
        if block.tag == f"{W}p":
            paragraphs += 1
            yield _line(block, names, f"{prefix}p{paragraphs}")
        elif block.tag == f"{W}tbl":
            tables += 1
            for row_number, row in enumerate(block.iter(f"{W}tr"), 1):
                for cell_number, cell in enumerate(row.findall(f"{W}tc"), 1):
                    yield from _body(cell, names, f"{prefix}t{tables}r{row_number}c{cell_number} ")


def _line(paragraph: Any, names: dict[str, str], where: str) -> Line:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = names.get(style.get(f"{W}val"), "") if style is not None else ""
    return Line(where, name or "Normal", "".join(_texts(paragraph)))


def _texts(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{WP}docPr"):
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag == f"{WP}docPr":
            yield f"<{node.get('descr', '')}>"
        elif node.getparent().tag == f"{W}r":
            yield "\t" if node.tag == f"{W}tab" else "\n"
