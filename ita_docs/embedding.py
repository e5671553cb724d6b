"""Papers that carry their font inside the .docx, so that it shows where the font is not installed.

Source: ECMA-376 part 1, 17.8 (fonts, and how they are obfuscated); OpenType OS/2, fsType (what a font permits).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import package
from ita_docs.fonts import FILES
from ita_docs.package import Member
from ita_docs.package.parts import OFFICE, TYPES, add, content_types, relate, text_parts
from ita_docs.problems import DocumentError, Place, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

FAMILY = "TH Sarabun New"
STANDS_FOR = ("TH SarabunPSK", "TH Sarabun PSK", FAMILY)  # the names under which papers ask for it
STYLES = dict(zip(("Regular", "Bold", "Italic", "BoldItalic"), FILES, strict=True))
FORBIDDEN = 0x0002 | 0x0200  # restricted licence; only its bitmaps may be embedded
HIDDEN = 32  # bytes at the beginning of a font that its key hides

# What stands before embedTrueTypeFonts in the settings, whose order the standard fixes.
BEFORE = {
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
    *("printFractionalCharacterWidth", "printFormsData"),
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = f"{{{OFFICE}/relationships}}"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_OFF = ("0", "false", "off")


def embed(docx: bytes, fonts: Path) -> bytes:
    """Put into a paper the styles of TH Sarabun New that it uses, whole, so that it can still be edited.

    Raises DocumentError where a font is not in the folder or forbids it. Equal input gives equal bytes.
    """
    members = package.read(docx)
    kinds = content_types(members)
    table, settings = (
        _part(kinds, f"{kind}+xml") for kind in ("wordprocessingml.fontTable", "wordprocessingml.settings")
    )
    styles = _styles([package.parse(members[name].data) for name in (*text_parts(members), _part(kinds, "styles+xml"))])
    entries = package.parse(members[table].data)
    carrier = next((entry for entry in entries if entry.get(f"{_W}name") in STANDS_FOR), None)
    if carrier is None:
        return docx
    _name_file(carrier)
    relations = f"{table.rpartition('/')[0]}/_rels/{table.rpartition('/')[2]}.rels"
    for style in styles:
        font = _read(fonts / STYLES[style])
        key = _key(font)
        members[f"word/fonts/{style}.odttf"] = Member.pack(hide(font, key))
        relate(members, relations, f"font{style}", f"{OFFICE}/relationships/font", f"/word/fonts/{style}.odttf")
        _place(carrier, f"embed{style}", {f"{_R}id": f"font{style}", f"{_W}fontKey": key})
    add(members, TYPES, "Default", {"Extension": "odttf", "ContentType": _FONT_TYPE}, key="Extension")
    members[table] = _packed(entries)
    members[settings] = _packed(_told(package.parse(members[settings].data)))
    return package.write(members)


def hide(font: bytes, key: str) -> bytes:
    """Hide the beginning of a font under its key, or show it again.

    >>> key = "{00112233-4455-6677-8899-AABBCCDDEEFF}"
    >>> hide(bytes(33), key).hex()
    'ffeeddccbbaa99887766554433221100ffeeddccbbaa9988776655443322110000'
    >>> hide(hide(b"font" * 9, key), key) == b"font" * 9
    True
    """
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    return bytes(one ^ other for one, other in zip(font[:HIDDEN], mask, strict=False)) + font[HIDDEN:]


def may_embed(font: bytes) -> bool:
    """Say whether a font permits being embedded in a document that is edited (fsType of its OS/2 table)."""
    count = struct.unpack_from(">H", font, 4)[0]
    for at in range(12, 12 + 16 * count, 16):
        if font[at : at + 4] == b"OS/2":
            (permits,) = struct.unpack_from(">H", font, struct.unpack_from(">I", font, at + 8)[0] + 8)
            return not permits & FORBIDDEN
    return False


def _part(kinds: Mapping[str, str], kind: str) -> str:
    return next(name for name, each in kinds.items() if each.endswith(kind))


def _styles(roots: list[_Element]) -> list[str]:
    """Name the styles of a font that a paper uses; the regular one always."""
    bold = any(_on(root, "b") or _on(root, "bCs") for root in roots)
    italic = any(_on(root, "i") or _on(root, "iCs") for root in roots)
    used = {"Regular": True, "Bold": bold, "Italic": italic, "BoldItalic": bold and italic}
    return [style for style, is_used in used.items() if is_used]


def _on(root: _Element, mark: str) -> bool:
    return any(each.get(f"{_W}val", "1") not in _OFF for each in root.iter(f"{_W}{mark}"))


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise DocumentError([Problem("no-fonts-to-embed", facts={"folder": str(path.parent)})])
    font = path.read_bytes()
    if not may_embed(font):
        raise DocumentError([Problem("font-not-embeddable", Place(str(path)))])
    return font


def _key(font: bytes) -> str:
    """Give a font its GUID, made of its bytes."""
    digits = hashlib.sha256(font).hexdigest()[:32].upper()
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"


def _name_file(carrier: _Element) -> None:
    """Tell the family's own name beside the name that papers ask for: a program goes by the one or by the other."""
    if carrier.get(f"{_W}name") != FAMILY and carrier.find(f"{_W}altName") is None:
        carrier.insert(0, carrier.makeelement(f"{_W}altName", {f"{_W}val": FAMILY}))


def _place(carrier: _Element, tag: str, facts: dict[str, str]) -> None:
    if (old := carrier.find(f"{_W}{tag}")) is not None:
        carrier.remove(old)
    carrier.append(carrier.makeelement(f"{_W}{tag}", facts))


def _told(settings: _Element) -> _Element:
    """Say in the settings that fonts are embedded, so that Word keeps them when it saves."""
    if settings.find(f"{_W}embedTrueTypeFonts") is None:
        at = sum(each.tag.rpartition("}")[2] in BEFORE for each in settings)
        settings.insert(at, settings.makeelement(f"{_W}embedTrueTypeFonts"))
    return settings


def _packed(root: _Element) -> Member:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return Member.pack((head + package.serialise(root)).encode())
