"""The .docx as a package: a zip of compressed members, their relationships, pictures and core properties.

Written by hand and not through `zipfile`, so that unchanged members are copied as they lie and equal input
gives equal bytes on every machine: fixed times, fixed order, one compression level.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape  # the one of xml.sax brings the whole web with it
from posixpath import basename, dirname, join, splitext
from typing import TYPE_CHECKING

from ita_docs.problems import DocumentError, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"
LEVEL = 6
LARGEST = 200_000_000  # bytes unpacked; a real template has a hundredth of it
NO_DAY = "1980-01-01T00:00:00Z"
PROPERTIES = ("title", "subject", "creator", "language", "created", "modified")

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = f"{_PACKAGE}/relationships/metadata/core-properties"
_IMAGE_RELATION = f"{_OFFICE}/relationships/image"

_BODY = "wordprocessingml.document.main+xml"
_TEXT = re.compile(r"wordprocessingml\.(?:document\.main|header|footer|footnotes|endnotes)\+xml$")
# The characters that XML forbids, and tabs and line ends, which a finished view has no use for.
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_FIRST_DAY = 1 << 5 | 1  # 1980-01-01 as a zip writes it
_EMU_PER_CM = 360_000


@dataclass(frozen=True)
class Member:
    """One file of the package, compressed as it lies in the zip."""

    packed: bytes
    method: int
    crc: int
    size: int

    @classmethod
    def pack(cls, data: bytes) -> Member:
        """Compress what a member holds."""
        deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflate.compress(data) + deflate.flush()
        return cls(packed, zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data))

    @property
    def data(self) -> bytes:
        """What the member holds, unpacked."""
        stored = self.method == zipfile.ZIP_STORED
        return self.packed if stored else zlib.decompress(self.packed, -zlib.MAX_WBITS)


def read(data: bytes) -> dict[str, Member]:
    """Take a package apart without unpacking it for good; ValueError says that it is none."""
    members: dict[str, Member] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > LARGEST:
                raise ValueError("too large")
            for info in infos:
                if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise ValueError("packed in a way that Word does not read")
                archive.read(info)  # proves the checksum
                name, extra = struct.unpack_from("<2H", data, info.header_offset + 26)
                start = info.header_offset + _LOCAL.size + name + extra
                packed = data[start : start + info.compress_size]
                members[info.filename] = Member(packed, info.compress_type, info.CRC, info.file_size)
    except (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError, OSError) as error:
        raise ValueError("not a package") from error
    if not members.keys() >= {TYPES, RELATIONS}:
        raise ValueError("neither content types nor relationships")
    return members


def write(members: Mapping[str, Member]) -> bytes:
    """Put the members together: the list of content types first, then as they come."""
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, member in sorted(members.items(), key=lambda item: item[0] != TYPES):
        label = name.encode()
        shared = (20, 0 if name.isascii() else 0x800, member.method, 0, _FIRST_DAY)
        sizes = (member.crc, len(member.packed), member.size, len(label), 0)
        body += _LOCAL.pack(b"PK\3\4", *shared, *sizes), label, member.packed
        directory += _CENTRAL.pack(b"PK\1\2", 20, *shared, *sizes, 0, 0, 0, 0, at), label
        at += _LOCAL.size + len(label) + len(member.packed)
    size = sum(map(len, directory))
    return b"".join([*body, *directory, _END.pack(b"PK\5\6", 0, 0, len(members), len(members), size, at, 0)])


def parse(data: bytes) -> _Element:
    """Read the XML of a member, strictly: ValueError when it is broken or declares a document type."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError("broken XML") from error
    if b"<!DOCTYPE" in data or root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type is declared")
    for element in root.iter():  # line breaks and indents between elements say nothing
        if len(element) and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
    return root


def serialise(root: _Element) -> str:
    """Write a part as text, without the line that declares it XML."""
    from lxml import etree

    return etree.tostring(root, encoding="unicode")


def content_types(members: Mapping[str, Member]) -> dict[str, str]:
    """Tell the content type of every member: its own, or that of its file ending."""
    named: dict[str, str] = {}
    for item in parse(members[TYPES].data):
        key = item.get("PartName") or f".{item.get('Extension', '')}"
        named[key.lower()] = item.get("ContentType", "")
    return {name: named.get(f"/{name.lower()}", named.get(splitext(name.lower())[1], "")) for name in members}


def text_parts(members: Mapping[str, Member]) -> list[str]:
    """List the parts that hold text of the paper, its body first; ValueError when there is no body."""
    kinds = {name: kind for name, kind in content_types(members).items() if _TEXT.search(kind)}
    parts = sorted(kinds, key=lambda name: not kinds[name].endswith(_BODY))
    if not parts or not kinds[parts[0]].endswith(_BODY):
        raise ValueError("no Word document")
    return parts


@dataclass(frozen=True)
class Picture:
    """A PNG picture standing in a line of text; its own shape decides the width unless that is given."""

    data: bytes
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
            f'<pic:blipFill><a:blip xmlns:r="{_OFFICE}/relationships" r:embed="{self.name}"/>'
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


def add_pictures(members: dict[str, Member], part: str, pictures: Iterable[Picture]) -> None:
    """Lay the pictures of a part into the package: the files, the relationships, the type of a PNG."""
    relations = join(dirname(part), "_rels", f"{basename(part)}.rels")
    for name, picture in sorted({picture.name: picture for picture in pictures}.items()):
        file = f"media/{name}.png"
        members[f"word/{file}"] = Member.pack(picture.data)
        _relate(members, relations, name, _IMAGE_RELATION, f"/word/{file}")
    _add(members, TYPES, "Default", {"Extension": "png", "ContentType": "image/png"}, key="Extension")


def set_properties(members: dict[str, Member], properties: Mapping[str, str]) -> None:
    """Write the package's core properties anew, so that nothing of the template's own author stays."""
    if unknown := set(properties) - set(PROPERTIES):
        raise ValueError(f"no such property: {', '.join(sorted(unknown))}")
    core = _core_part(members)
    said = {name: escape(properties[name]) for name in PROPERTIES[:4] if properties.get(name)}
    lines = [f"<dc:{name}>{words}</dc:{name}>" for name, words in said.items()]
    for name in PROPERTIES[4:]:
        day = properties.get(name) or NO_DAY
        moment = day if "T" in day else f"{day}T00:00:00Z"
        lines.append(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{escape(moment)}</dcterms:{name}>')
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(lines)}</cp:coreProperties>"
    )
    members[core] = Member.pack(text.encode())


def _core_part(members: dict[str, Member]) -> str:
    for relation in parse(members[RELATIONS].data):
        if relation.get("Type") == _CORE_RELATION:
            return relation.get("Target", "").lstrip("/")
    _relate(members, RELATIONS, "officeProperties", _CORE_RELATION, "docProps/core.xml")
    facts = {"PartName": "/docProps/core.xml", "ContentType": _CORE_TYPE}
    _add(members, TYPES, "Override", facts, key="PartName")
    return "docProps/core.xml"


def _relate(members: dict[str, Member], file: str, identity: str, kind: str, target: str) -> None:
    if file not in members:
        members[file] = Member.pack(f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
    _add(members, file, "Relationship", {"Id": identity, "Type": kind, "Target": target}, key="Id")


def _add(members: dict[str, Member], file: str, tag: str, facts: dict[str, str], key: str) -> None:
    """Put an entry at the end of a list of types or relationships, unless one with its key stands there."""
    from lxml import etree

    root = parse(members[file].data)
    if any(item.get(key, "").lower() == facts[key].lower() for item in root):
        return
    etree.SubElement(root, root.tag.replace(etree.QName(root).localname, tag), facts)
    members[file] = Member.pack(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
