"""The small part of WordprocessingML that the house style uses, as text: runs, paragraphs, tables, sections.

Lengths come in centimetres and points, as Word's menus show them, and are written as twips and half-points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

TWIPS_PER_CM = 1440 / 2.54
A4 = (21.0, 29.7)


def twips(cm: float) -> int:
    """Give a length in twentieths of a point, the unit of page layout.

    >>> twips(2.5)
    1417
    """
    return round(cm * TWIPS_PER_CM)


@dataclass(frozen=True)
class Script:
    """How the runs of a paper are marked: Thai runs are complex script, English ones are not."""

    thai: bool

    def run(self, text: str, *, bold: bool = False, size: float | None = None, color: str = "") -> str:
        """Write a run; `size` in points, `color` as RRGGBB. The complex-script twins go with their Latin ones."""
        marks = "<w:b/><w:bCs/>" if bold else ""
        if color:
            marks += f'<w:color w:val="{color}"/>'
        if size:
            marks += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
        if self.thai:
            marks += "<w:cs/>"
        properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
        parts = []
        for index, piece in enumerate(text.split("\t")):
            if index:
                parts.append("<w:tab/>")
            if piece:
                parts.append(f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>')
        return f"<w:r>{properties}{''.join(parts)}</w:r>"

    def p(self, style: str, text: str = "", *, frame: str = "", page_break: bool = False) -> str:
        """Write a paragraph of one run in a style; `**` pairs mark bold words."""
        runs = "".join(self.run(piece, bold=index % 2 == 1) for index, piece in enumerate(text.split("**")) if piece)
        before = "<w:pageBreakBefore/>" if page_break else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}{frame}</w:pPr>{runs}</w:p>'


THAI = Script(thai=True)
ENGLISH = Script(thai=False)


def tag(text: str, level: str = "p") -> str:
    """Write a template tag as the whole of a paragraph, or of a table row (`tr`), which it takes away with it."""
    text = escape(text, quote=False)
    if level == "tr":
        return f"<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{{%tr {text} %}}</w:t></w:r></w:p></w:tc></w:tr>"
    return f"<w:p><w:r><w:t>{{%p {text} %}}</w:t></w:r></w:p>"


def loop(each: str, *body: str) -> str:
    """Repeat paragraphs and tables: `loop("item in items", …)`."""
    return tag(f"for {each}") + "".join(body) + tag("endfor")


def when(condition: str, *body: str, otherwise: Sequence[str] = ()) -> str:
    """Print paragraphs and tables only under a condition."""
    rest = tag("else") + "".join(otherwise) if otherwise else ""
    return tag(f"if {condition}") + "".join(body) + rest + tag("endif")


@dataclass(frozen=True)
class Cell:
    """A table cell: its paragraphs, and whether it opens or continues a cell merged downwards.

    One that goes `by_grid` leaves its width to the table's grid.
    """

    content: str
    merge: str = ""
    span: int = 1
    shade: str = ""
    middle: bool = False
    bottom: bool = False
    borders: str = ""
    by_grid: bool = False


def row(
    widths: Sequence[float], cells: Sequence[Cell], *, header: bool = False, height: float = 0, splits: bool = False
) -> str:
    """Write a table row; widths in cm. A header row repeats on every page; a row stays whole unless it `splits`."""
    marks = "" if splits else "<w:cantSplit/>"
    if height:
        marks += f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>'
    marks += "<w:tblHeader/>" if header else ""
    written, column = [], 0
    for cell in cells:
        width = sum(widths[column : column + cell.span])
        column += cell.span
        properties = "" if cell.by_grid else f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
        properties += f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        properties += f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
        properties += f"<w:tcBorders>{cell.borders}</w:tcBorders>" if cell.borders else ""
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
        properties += '<w:vAlign w:val="center"/>' if cell.middle else ""
        properties += '<w:vAlign w:val="bottom"/>' if cell.bottom else ""
        written.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.content}</w:tc>")
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(written)}</w:tr>"


def table(widths: Sequence[float], *rows: str, borders: bool = True, indent: float = 0, padding: float = 0.15) -> str:
    """Write a table of fixed column widths in cm; the grid carries them too, for programs that go by the grid."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    value = 'w:val="single" w:sz="4" w:space="0" w:color="auto"' if borders else 'w:val="nil"'
    lines = "".join(f"<w:{edge} {value}/>" for edge in edges)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    side = f'w:w="{twips(padding)}" w:type="dxa"'
    head = int("<w:tblHeader/>" in rows[0])  # Word's accessibility checker asks for both marks of a header row
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(indent)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left {side}/><w:right {side}/></w:tblCellMar>'
        f'<w:tblLook w:val="{32 * head:04X}" w:firstRow="{head}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="0" w:noVBand="0"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@dataclass(frozen=True)
class Section:
    """A page layout: margins in cm (top, right, bottom, left); `numbered` pages carry “- ๒ -” from the second on."""

    margins: tuple[float, float, float, float] = (1.5, 2.0, 2.0, 3.0)
    landscape: bool = False
    numbered: bool = True
    first_too: bool = False
    header_distance: float = 1.5
    borders: str = ""

    @property
    def properties(self) -> str:
        """Write the section's properties, as they stand at the end of the body or in its last paragraph."""
        width, height = (A4[1], A4[0]) if self.landscape else A4
        orient = ' w:orient="landscape"' if self.landscape else ""
        top, right, bottom, left = map(twips, self.margins)
        headers = ""
        if self.numbered:
            headers = '<w:headerReference w:type="default" r:id="rIdNumber"/>'
            headers += "" if self.first_too else '<w:headerReference w:type="first" r:id="rIdBlank"/>'
        else:
            headers = '<w:headerReference w:type="default" r:id="rIdBlank"/>'
        title_page = "<w:titlePg/>" if self.numbered and not self.first_too else ""
        return (
            f'<w:sectPr>{headers}<w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{orient}/>'
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
            f'w:header="{twips(self.header_distance)}" w:footer="{twips(1.0)}" w:gutter="0"/>{self.borders}{title_page}'
            "</w:sectPr>"
        )

    def end(self) -> str:
        """Write the paragraph that ends this section."""
        return f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{self.properties}</w:pPr></w:p>'
