"""Pictures and colours that a view holds: found in it, written into a line of text, laid into the package."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape, unescape  # those of xml.sax bring the whole web with them
from posixpath import basename, dirname, join

from ita_docs.package.members import Member
from ita_docs.package.parts import OFFICE, TYPES, add, relate, target
from ita_docs.problems import DocumentError, Problem

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATION = f"{OFFICE}/relationships/image"
_EMU_PER_CM = 360_000
# The characters that XML forbids, and tabs and line ends, which a finished view has no use for.
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_PICTURE = re.compile(
    r'<pic:cNvPr\b(?P<names>[^>]*)>(?:(?!<pic:cNvPr\b).)*?<a:blip\b[^>]*\br:embed="(?P<id>[^"]*)"', re.DOTALL
)
_NAME = re.compile(r'\b(?:name|title|descr)="([^"]*)"')
_TEXT = frozenset((str,))
_NUMBERS = frozenset((int, float, bool, type(None)))


class Colour(str):
    """The colour of a cell of a table, as RRGGBB: seen on the paper, never read there."""

    __slots__ = ()


@dataclass(frozen=True)
class Picture:
    """A PNG picture standing in a line of text; its own shape decides the width unless that is given."""

    data: bytes = field(repr=False)
    height_cm: float
    width_cm: float | None = None
    alt: str = ""

    def __post_init__(self) -> None:
        if self.data[:8] != b"\x89PNG\r\n\x1a\n" or self.data[12:16] != b"IHDR" or 0 in self._pixels:
            raise DocumentError([Problem("emblem-not-png", facts={"file": self.alt})])

    @property
    def _pixels(self) -> tuple[int, int]:
        width, height = struct.unpack_from(">2I", self.data.ljust(24, b"\0"), 16)
        return width, height

    @property
    def width(self) -> float:
        """The width in centimetres."""
        across, down = self._pixels
        return self.height_cm * across / down if self.width_cm is None else self.width_cm

    @cached_property
    def name(self) -> str:
        """The name that equal pictures share, in every part: their checksum."""
        return f"picture{hashlib.sha256(self.data).hexdigest()[:16]}"

    def __html__(self) -> str:
        """Write the picture where a template prints it; Jinja asks for it under this name."""
        size = f'cx="{round(self.width * _EMU_PER_CM)}" cy="{round(self.height_cm * _EMU_PER_CM)}"'
        label = f'name="{self.name}.png" descr="{escape(self.alt)}"'
        return (
            f'</w:t><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
            f' xmlns:a="{_DRAWING}/main" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="0" {label}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
            f'<pic:nvPicPr><pic:cNvPr id="0" {label}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip xmlns:r="{OFFICE}/relationships" r:embed="{self.name}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
            '<w:t xml:space="preserve">'
        )


def look_over(value: object, name: str) -> Iterator[Picture | Problem]:
    """Walk through a view: its pictures, and the characters that no line of a paper can hold."""
    if isinstance(value, str):
        if found := _CONTROL.search(value):
            yield Problem("control-character", facts={"value": f"U+{ord(found[0]):04X}", "name": name})
    elif isinstance(value, Picture):
        yield value
        yield from look_over(value.alt, name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from look_over(item, f"{name}.{key}" if name else str(key))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from look_over(item, f"{name}[{index}]")


def swap_pictures(members: dict[str, Member], parts: Iterable[str], swapped: Mapping[str, bytes]) -> None:
    """Put other pictures, of the same file type, where those of a name, title or alternative text are.

    Raises ValueError for a name that no picture in these parts has.
    """
    missing = set(swapped)
    for part in parts:
        for found in _PICTURE.finditer(members[part].data.decode()):
            called = {unescape(name) for name in _NAME.findall(found["names"])} & swapped.keys()
            for name in called:
                members[target(members, part, found["id"])] = Member.pack(swapped[name])
            missing -= called
    if missing:
        raise ValueError(f"no such picture: {', '.join(sorted(missing))}")


def plain_letters(view: object) -> int | None:
    r"""Count the letters of a view of plain text, numbers and lists of them; none for one that must be looked over.

    >>> plain_letters({"a": ["ก", 1]}), plain_letters({"a": "tab\t"})
    (2, None)
    """
    words: list[str] = []
    if not _is_plain(view, words):
        return None
    text = "".join(words)
    return len(text) if text.isprintable() or not _CONTROL.search(text) else None


def _is_plain(value: object, words: list[str]) -> bool:
    kind = type(value)
    if kind is str or kind is Colour:
        words.append(value)  # type: ignore[arg-type]
        return True
    if kind is dict:
        if not _TEXT.issuperset(map(type, value)):  # type: ignore[call-overload]
            return False
        words.extend(value)  # type: ignore[arg-type]
        inside = value.values()  # type: ignore[attr-defined]
    elif kind is list or kind is tuple:
        inside = value
    else:
        return kind in _NUMBERS
    for each in inside:
        if type(each) is str:
            words.append(each)
        elif not _is_plain(each, words):
            return False
    return True


def add_pictures(members: dict[str, Member], part: str, pictures: Iterable[Picture]) -> None:
    """Lay the pictures of a part into the package: the files, the relationships, the type of a PNG."""
    relations = join(dirname(part), "_rels", f"{basename(part)}.rels")
    for name, picture in sorted({picture.name: picture for picture in pictures}.items()):
        file = f"media/{name}.png"
        members[f"word/{file}"] = Member.pack(picture.data)
        relate(members, relations, name, _RELATION, f"/word/{file}")
    add(members, TYPES, "Default", {"Extension": "png", "ContentType": "image/png"}, key="Extension")
