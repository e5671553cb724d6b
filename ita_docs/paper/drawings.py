"""The pictures of a paper: how large they are shown, where, and what the file behind them measures."""

from __future__ import annotations

from typing import Any

from ita_docs.paper.styles import A, number
from ita_docs.paper.values import Drawing

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
EMU_PER_MM = 36_000
# The lengths that old drawings (VML) are measured in, in mm.
UNITS = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96}


def is_picture(shown: Any) -> bool:
    """Tell a picture from a shape or a text box."""
    return next(shown.iter(f"{A}blip", f"{V}imagedata"), None) is not None


def drawing_of(shown: Any, part: Any, where: str, label: str, align: str) -> Drawing:
    """Read a picture; `align` is that of the paragraph it stands in."""
    blip = next(shown.iter(f"{A}blip"), None)
    if blip is None:
        return _old_drawing(shown, part, where, label, align)
    frame = next(shown.iter(f"{WP}inline", f"{WP}anchor"), None)
    extent = None if frame is None else frame.find(f"{WP}extent")
    said = None if frame is None else frame.find(f"{WP}docPr")
    inline = frame is None or frame.tag == f"{WP}inline"
    crop = next(shown.iter(f"{A}srcRect"), None)
    return Drawing(
        where,
        "" if said is None else said.get("descr", ""),
        0 if extent is None else round(number(extent.get("cx")) / EMU_PER_MM, 2),
        0 if extent is None else round(number(extent.get("cy")) / EMU_PER_MM, 2),
        _pixels(part, blip.get(f"{R}embed", "")),
        inline=inline,
        align=align if inline else _anchored(frame),
        cropped=crop is not None and any(number(value) for value in crop.attrib.values()),
        linked="" if blip.get(f"{R}embed") else _address(part, blip.get(f"{R}link", "")),
        decorative=any(str(item.tag).endswith("}decorative") and item.get("val") == "1" for item in shown.iter()),
        part=label,
        top=None if inline else _top(frame),
    )


def _old_drawing(shown: Any, part: Any, where: str, label: str, align: str) -> Drawing:
    """Read a picture as Word 2007 and older, and compatibility mode, write it."""
    image = next(shown.iter(f"{V}imagedata"))
    shape = image.getparent()
    style = dict(piece.strip().lower().split(":", 1) for piece in shape.get("style", "").split(";") if ":" in piece)
    return Drawing(
        where,
        shape.get("alt", ""),
        _length(style.get("width", "")),
        _length(style.get("height", "")),
        _pixels(part, image.get(f"{R}id", "")),
        align=align,
        linked=_address(part, image.get(f"{R}href", "")),
        part=label,
    )


def _length(text: str) -> float:
    """Read a length of an old drawing in mm.

    >>> _length("85.05pt"), _length("3cm"), _length("wide")
    (30.0, 30.0, 0)
    """
    text = text.strip()
    return round(number(text[:-2]) * UNITS[text[-2:]], 2) if text[-2:] in UNITS else 0


def _anchored(frame: Any) -> str:
    """Say where an anchored picture stands across the page, where it says so in a word."""
    align = frame.find(f"{WP}positionH/{WP}align")
    return "" if align is None else (align.text or "").strip()


def _top(frame: Any) -> float | None:
    """Measure an anchored picture from the upper edge of the page, where it is placed by that."""
    place = frame.find(f"{WP}positionV")
    offset = None if place is None else place.find(f"{WP}posOffset")
    if offset is None or place.get("relativeFrom") != "page":
        return None
    return round(number(offset.text) / EMU_PER_MM, 2)


def _pixels(part: Any, identity: str) -> tuple[int, int] | None:
    """Measure the file behind a picture; a picture that cannot be measured is none of our business."""
    from docx.image.image import Image

    relation = part.rels.get(identity) if identity else None
    if relation is None or relation.is_external:
        return None
    try:
        image = Image.from_blob(relation.target_part.blob)
        return int(image.px_width), int(image.px_height)
    except Exception:  # every image format fails in its own way
        return None


def _address(part: Any, identity: str) -> str:
    relation = part.rels.get(identity) if identity else None
    return str(relation.target_ref) if relation is not None and relation.is_external else ""
