"""อินโฟกราฟิก Do & Don’t: what one does and what one does not, side by side, drawn for a wall and a web page."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View
from ita_docs.drawing import cross, lines_of, picture, rectangle, svg, tick, width_of, words
from ita_docs.fields import Content, Text
from ita_docs.package import Picture
from ita_docs.setting import Setting
from ita_docs.thai.text import typeset

WIDTH, HEIGHT = 1240.0, 1754.0  # A4 at 150 dots an inch
EDGE, GAP = 50.0, 24.0
TEXT, LEADING = 44.0, 1.12
MARK = 34.0
HEAD = 200.0  # the band with the title
BAND = 74.0  # the heads of the columns
FOOT = 76.0
MOST_LINES = 3  # of one point; more would not be read from a wall
PICTURE_CM = 26.2  # high on an A4 page
DO, DONT, NAVY = "#1B5E20", "#9B1C1C", "#1F3A5F"
COLUMN = (WIDTH - 2 * EDGE - GAP) / 2
MOST_PAIRS = 8


class Point(Content):
    """What one does and what one does not, in few words."""

    do: Text
    dont: Text


class Infographic(DocumentContent):
    """The content of an infographic."""

    title: Text
    subtitle: Text
    do: Text
    dont: Text
    pairs: tuple[Point, ...]
    foot: Text


def faults(infographic: Infographic, _setting: Setting) -> Iterator[Fault]:
    """Find what does not fit on the sheet: too many pairs, texts of too many lines, a title wider than the sheet."""
    if not 1 <= len(infographic.pairs) <= MOST_PAIRS:
        facts = {"value": str(len(infographic.pairs)), "least": "1", "most": str(MOST_PAIRS)}
        yield Fault(("pairs",), "out-of-range", facts)
    for index, pair in enumerate(infographic.pairs):
        for key, text in (("do", pair.do), ("dont", pair.dont)):
            if len(_lines(text)) > MOST_LINES:
                yield Fault(("pairs", index, key), "too-wide", {"value": text, "most": str(MOST_LINES)})
    if width_of(infographic.title, 68) > WIDTH - 2 * EDGE:
        yield Fault(("title",), "too-wide", {"value": infographic.title, "most": "1"})


def view(document: Document, desk: Desk) -> View:
    """Give the drawing; for a Word file as a picture, with all its words for those who do not see it."""
    infographic = document.content
    assert isinstance(infographic, Infographic)
    drawing = _drawn(infographic)
    if document.medium == "svg":
        return {"drawing": drawing}
    data = picture(drawing, desk.fonts) if desk.fonts else None
    return {
        "picture": Picture(data, PICTURE_CM, None, _said(infographic)) if data else "",
        "title": typeset(infographic.title),
    }


def write(view: View) -> bytes:
    """Write the drawing as a file."""
    return str(view["drawing"]).encode()


def _said(infographic: Infographic) -> str:
    """Say in words what the drawing shows."""
    dos = " ".join(f"{index}) {pair.do}" for index, pair in enumerate(infographic.pairs, 1))
    donts = " ".join(f"{index}) {pair.dont}" for index, pair in enumerate(infographic.pairs, 1))
    return typeset(f"{infographic.title} {infographic.subtitle} {infographic.do}: {dos} {infographic.dont}: {donts}")


def _lines(text: str) -> list[str]:
    return lines_of(typeset(text), TEXT, COLUMN - 2 * 30 - MARK - 30)


def _drawn(infographic: Infographic) -> str:
    middle = WIDTH / 2
    shapes = [
        rectangle(0, 0, WIDTH, HEAD, NAVY),
        words([typeset(infographic.title)], middle, 92, 68, fill="#FFFFFF", bold=True, middle=True),
        words([typeset(infographic.subtitle)], middle, 160, 44, fill="#FFFFFF", middle=True),
    ]
    left, right = EDGE, EDGE + COLUMN + GAP
    top = HEAD + GAP
    for x, text, colour in ((left, infographic.do, DO), (right, infographic.dont, DONT)):
        shapes.append(rectangle(x, top, COLUMN, BAND, colour, round_=14))
        shapes.append(words([typeset(text)], x + COLUMN / 2, top + 52, 50, fill="#FFFFFF", bold=True, middle=True))
    top += BAND + GAP
    height = (HEIGHT - FOOT - top - GAP) / len(infographic.pairs)
    for index, pair in enumerate(infographic.pairs):
        y = top + index * height
        for x, text, colour, back, mark in (
            (left, pair.do, DO, "#F1F8F1", tick),
            (right, pair.dont, DONT, "#FCF2F2", cross),
        ):
            shapes += _card(x, y, height - 16, text, colour, back)
            shapes.append(mark(x + 22, y + (height - 16) / 2 - MARK / 2, MARK))
    shapes.append(words([typeset(infographic.foot)], middle, HEIGHT - 30, 40, fill=NAVY, bold=True, middle=True))
    return svg(WIDTH, HEIGHT, typeset(infographic.title), _said(infographic), *shapes)


def _card(x: float, y: float, height: float, text: str, colour: str, back: str) -> list[str]:
    """Draw one point: a coloured edge with its mark, and the text in the middle of its height."""
    lines = _lines(text)
    base = y + height / 2 - (len(lines) - 1) * TEXT * LEADING / 2 + TEXT * 0.32
    return [
        rectangle(x, y, COLUMN, height, back, colour, round_=14),
        rectangle(x, y, MARK + 44, height, colour, round_=14),
        words(lines, x + MARK + 44 + 24, base, TEXT),
    ]
