"""Drawings: Thai text set in lines between words, shapes and text as SVG; and an SVG as a picture, with our own fonts.

Lengths are those of the drawing. The letters are text in the SVG, so that they stay words; the picture is drawn by a
program that shapes Thai, with the fonts of the workspace and no others. The only user of resvg.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from html import escape
from pathlib import Path

from ita_docs.thai.words import BETWEEN, line_ends

FAMILY = "TH Sarabun New"
FAMILIES = f"{FAMILY}, TH SarabunPSK, Sarabun, sans-serif"
FILES = ("THSarabunNew-Regular.ttf", "THSarabunNew-Bold.ttf")
# The widths of TH Sarabun New bold in parts of its size, rounded up: a letter, a space, a mark above or below.
LETTER, SPACE, MARK = 0.42, 0.24, 0.0
FULL = 0.5  # a line ends at a space rather than between words once so much of it is filled


def width_of(text: str, size: float) -> int:
    """Tell how wide a text is at most.

    >>> width_of("ที่นี่", 100), width_of("ก ก", 100)
    (84, 108)
    """
    return round(
        sum(MARK if unicodedata.category(letter) == "Mn" else SPACE if letter == " " else LETTER for letter in text)
        * size
    )


def lines_of(text: str, size: float, width: float) -> list[str]:
    """Break a text into lines that are no wider than `width`, between words; a longer word has a line of its own.

    >>> lines_of("ยืมด้วยใบยืมที่อนุมัติแล้ว", 40, 260)
    ['ยืมด้วยใบยืมที่อนุมัติ', 'แล้ว']
    """
    grades = line_ends(text)
    cuts = [at for at in range(1, len(text)) if grades[at] == BETWEEN] + [len(text)]
    lines, start = [], 0
    while width_of(text[start:].strip(), size) > width and start < cuts[-1]:
        fitting = [at for at in cuts if at > start and width_of(text[start:at].strip(), size) <= width]
        spaces = [at for at in fitting if text[at - 1] == " " and width_of(text[start:at], size) > FULL * width]
        end = (spaces or fitting or [at for at in cuts if at > start][:1])[-1]
        lines.append(text[start:end].strip())
        start = end
    return [line for line in (*lines, text[start:].strip()) if line]


def rectangle(x: float, y: float, width: float, height: float, fill: str, edge: str = "none", round_: float = 0) -> str:
    """Draw a rectangle, its corners rounded."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{round_:g}" fill="{fill}" '
        f'stroke="{edge}" stroke-width="3"/>'
    )


def words(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    fill: str = "#1A1A1A",
    bold: bool = False,
    middle: bool = False,
) -> str:
    """Write lines of text, the first with its base at `y`."""
    weight, anchor = ("bold" if bold else "normal"), ("middle" if middle else "start")
    spans = "".join(
        f'<tspan x="{x:g}" y="{y + index * size * 1.12:g}">{escape(line)}</tspan>' for index, line in enumerate(lines)
    )
    return f'<text font-size="{size:g}" font-weight="{weight}" text-anchor="{anchor}" fill="{fill}">{spans}</text>'


def tick(x: float, y: float, size: float) -> str:
    """Draw the mark of what is right; no letter of the font has that shape."""
    points = f"{x:g},{y + size * 0.55:g} {x + size * 0.38:g},{y + size * 0.9:g} {x + size:g},{y + size * 0.12:g}"
    return f'<polyline points="{points}" fill="none" stroke="#FFFFFF" stroke-width="{size * 0.18:g}"/>'


def cross(x: float, y: float, size: float) -> str:
    """Draw the mark of what is wrong."""
    left, right, top, bottom = x + 0.12 * size, x + 0.88 * size, y + 0.12 * size, y + 0.88 * size
    strokes = f"M{left:g},{top:g} L{right:g},{bottom:g} M{right:g},{top:g} L{left:g},{bottom:g}"
    return f'<path d="{strokes}" fill="none" stroke="#FFFFFF" stroke-width="{size * 0.18:g}"/>'


def svg(width: float, height: float, title: str, description: str, *shapes: str) -> str:
    """Put shapes on a sheet, with a name and a description for those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" lang="th" font-family="{FAMILIES}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        f"{rectangle(0, 0, width, height, '#FFFFFF')}{''.join(shapes)}</svg>\n"
    )


def picture(drawing: str, fonts: Path, zoom: float = 1.5) -> bytes | None:
    """Make a drawing a PNG, with the fonts of a folder; None where they are not there."""
    files = [fonts / name for name in FILES]
    if not all(file.is_file() for file in files):
        return None
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=drawing,
        skip_system_fonts=True,
        font_files=[str(file) for file in files],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        zoom=zoom,
        languages=["th"],
    )
