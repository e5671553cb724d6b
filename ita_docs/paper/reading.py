"""Reading a .docx back: what Word would show of it, and what the file holds besides. The only user of python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ita_docs.paper.facts import (
    comments_of,
    embedded_in,
    inner,
    kind_of,
    links_of,
    properties_of,
    root_of,
    section_of,
    settings_of,
)
from ita_docs.paper.runs import MC, WRAPPERS, OpenField, Walk, prompt_of
from ita_docs.paper.styles import StyleSheet, W, is_on, marks_of
from ita_docs.paper.values import Drawing, Line, Paper, Revision, Run, Section
from ita_docs.problems import DocumentError, Place, Problem

# What is gone for the reader, though it still stands in the file.
GONE = {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}txbxContent"}
CHANGES = {
    f"{W}{tag}": kind
    for tag, kind in {
        "ins": "inserted",
        "del": "deleted",
        "moveFrom": "moved",
        "moveTo": "moved",
        "rPrChange": "formatted",
        "pPrChange": "formatted",
        "tblPrChange": "formatted",
        "sectPrChange": "formatted",
    }.items()
}


def read(docx: bytes, file: str) -> Paper:
    """Read a paper; raises DocumentError when the bytes are no whole Word document."""
    from docx import Document

    try:
        return _Reader(Document(io.BytesIO(docx))).paper()
    except Exception:
        # A damaged file can fail in any of python-docx, lxml, zipfile; each in its own words.
        raise DocumentError([Problem("no-paper", Place(file), {"file": file})]) from None


class _Reader:
    """One reading of one paper: what is found on the way is kept here."""

    def __init__(self, document: Any) -> None:
        self.part = document.part
        self.parts = {kind_of(relation): relation.target_part for relation in inner(self.part.rels)}
        self.styles = StyleSheet(self._root("styles"), self._root("theme"), self._root("numbering"))
        self.drawings: list[Drawing] = []
        self.revisions: list[Revision] = []
        self.prompts: list[tuple[str, str]] = []
        self.watermarks: list[tuple[str, str]] = []
        self.headless: list[str] = []
        self.noted: dict[str, str] = {}  # where the notes in the margin are set, by their identity
        self.label, self.here = "body", self.part
        self.open_fields: list[OpenField] = []
        self.changed = False

    def paper(self) -> Paper:
        labels: dict[str, str] = {}
        lines: list[Line] = []
        for relation in inner(self.part.rels):
            kind = kind_of(relation)
            if kind in ("header", "footer"):
                count = sum(label.startswith(kind) for label in labels.values())
                labels[relation.rId] = kind if not count else f"{kind}{count + 1}"
                lines += self._story(relation.target_part, labels[relation.rId])
        body = self.part.element.body
        sections: list[Section] = []
        self._begin(self.part, "body", body)
        before: Section | None = None
        for line, layout in self._sectioned(body):
            lines += line
            if layout is not None:
                before = section_of(layout, labels, before, len(lines))
                sections.append(before)
        for kind in ("footnotes", "endnotes"):
            if kind in self.parts:
                lines += self._story(self.parts[kind], kind)
        return Paper(
            tuple(lines),
            sections=tuple(sections),
            drawings=tuple(self.drawings),
            comments=tuple(comments_of(self._root("comments"), self.noted)),
            revisions=tuple(self.revisions),
            links=tuple(links_of([self.part, *self.parts.values()])),
            embedded=tuple(embedded_in([self.part, *self.parts.values()])),
            prompts=tuple(self.prompts),
            watermarks=tuple(self.watermarks),
            settings=settings_of(self._root("settings")),
            properties=properties_of(self.part.package),
            tables_without_header=tuple(self.headless),
        )

    # ---- stories: the body, a header, the footnotes

    def _begin(self, part: Any, label: str, root: Any) -> None:
        self.here, self.label, self.open_fields = part, label, []
        self.changed = next(root.iter(*CHANGES), None) is not None

    def _story(self, part: Any, label: str) -> list[Line]:
        root = root_of(part)
        self._begin(part, label, root)
        notes = [note for note in root if note.tag in (f"{W}footnote", f"{W}endnote")]
        if not notes:
            return list(self._body(root, f"{label} ", ""))
        real = [note for note in notes if note.get(f"{W}type") in (None, "normal")]
        return [line for at, note in enumerate(real, 1) for line in self._body(note, f"{label} n{at} ", "")]

    def _sectioned(self, body: Any) -> Iterator[tuple[list[Line], Any]]:
        """Give the lines of the body block by block, with the layout of the section that ends there."""
        counts = [0, 0]
        for block in self._unwrapped(body):
            if block.tag == f"{W}sectPr":
                yield [], block
            else:
                end = block.find(f"{W}pPr/{W}sectPr") if block.tag == f"{W}p" else None
                yield list(self._block(block, "", "", counts)), end

    def _body(self, parent: Any, prefix: str, table: str, header_row: bool = False) -> Iterator[Line]:
        counts = [0, 0]
        for block in self._unwrapped(parent):
            yield from self._block(block, prefix, table, counts, header_row)

    def _block(
        self, block: Any, prefix: str, table: str, counts: list[int], header_row: bool = False
    ) -> Iterator[Line]:
        if block.tag == f"{W}p":
            counts[0] += 1
            yield from self._paragraph(block, f"{prefix}p{counts[0]}", table, header_row)
        elif block.tag == f"{W}tbl":
            counts[1] += 1
            yield from self._table(block, f"{prefix}t{counts[1]}")

    def _table(self, table: Any, where: str) -> Iterator[Line]:
        marks = marks_of(table.find(f"{W}tblPr"))
        style = marks.get("tblStyle", {}).get("val", "") or self.styles.table_default or "-"
        rows = [row for row in self._unwrapped(table) if row.tag == f"{W}tr"]
        heads = [is_on(marks_of(row.find(f"{W}trPr")), "tblHeader") for row in rows]
        bordered = (
            any(edge.get(f"{W}val") not in ("nil", "none") for edge in table.iterfind(f"{W}tblPr/{W}tblBorders/*"))
            or "grid" in self.styles.names.get(style, "").lower()
        )
        if len(rows) > 2 and bordered and not heads[0] and len(rows[0].findall(f"{W}tc")) > 1:
            self.headless.append(where)
        for row_number, row in enumerate(rows, 1):
            cells = [cell for cell in self._unwrapped(row) if cell.tag == f"{W}tc"]
            for cell_number, cell in enumerate(cells, 1):
                yield from self._body(cell, f"{where}r{row_number}c{cell_number} ", style, heads[row_number - 1])

    # ---- a paragraph

    def _paragraph(self, paragraph: Any, where: str, table: str, header_row: bool) -> Iterator[Line]:
        properties = paragraph.find(f"{W}pPr")
        own: dict[str, Any] = marks_of(properties)
        style = own.get("pStyle", {}).get("val", "") or self.styles.paragraph_default
        if form := self.styles.numbering(properties, style):
            own["numPr"] = {"format": form}
        marks = self.styles.paragraph(own, table)
        if not form:
            marks.pop("numPr", None)
        layout = self.styles.layout(marks)
        walk = Walk(self.styles, self.here, self.label, where, style, table, layout.align, self.open_fields)
        pieces = list(walk.pieces(paragraph))
        self.drawings += [piece for piece in pieces if isinstance(piece, Drawing)]
        self.prompts += [(where, prompt) for prompt in walk.prompts]
        self.watermarks += [(where, words) for words in walk.watermarks if words.strip()]
        if "comments" in self.parts:
            self.noted |= {note.get(f"{W}id", ""): where for note in paragraph.iter(f"{W}commentReference")}
        if self.changed:
            self._note_changes(paragraph, where)
        yield Line(
            where,
            self.styles.names.get(style, "") or "Normal",
            "".join(f"<{piece.alt}>" if isinstance(piece, Drawing) else piece.text for piece in pieces),
            tuple(piece for piece in pieces if isinstance(piece, Run)),
            layout,
            tuple(walk.codes),
            in_table=bool(table),
            header_row=header_row,
            part=self.label,
            breaks_page=any(node.get(f"{W}type") == "page" for node in paragraph.iter(f"{W}br")),
        )
        for at, box in enumerate(walk.boxes, 1):
            yield from self._body(box, f"{where} x{at} ", table)

    def _note_changes(self, paragraph: Any, where: str) -> None:
        for change in paragraph.iter(*CHANGES):
            text = "".join(node.text or "" for node in change.iter(f"{W}t", f"{W}delText"))
            self.revisions.append(Revision(CHANGES[change.tag], change.get(f"{W}author", ""), where, text))

    # ---- what is not text

    def _root(self, kind: str) -> Any:
        part = self.parts.get(kind)
        return None if part is None else root_of(part)

    def _unwrapped(self, parent: Any) -> Iterator[Any]:
        """Give the blocks of a story, of content controls too, in their order."""
        for block in parent:
            if block.tag in WRAPPERS:
                if block.tag == f"{W}sdt" and (prompt := prompt_of(block)):
                    self.prompts.append(("", prompt))
                yield from self._unwrapped(block)
            elif block.tag not in GONE and isinstance(block.tag, str):
                yield block
