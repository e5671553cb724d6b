"""The .docx as a package, and the door to it: files of strangers come in by `admit`, or are told why not.

What is let in is whole and safe to read: each member holds what the directory says, the XML is sound and declares no
types, and all of it opened at once stays within `MEMORY`. Nothing is fetched or executed, here or later.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from posixpath import normpath

from ita_docs.package.markup import BYTES_PER_NODE, Seen, look_through, parse, serialise
from ita_docs.package.members import Member, unzip, zipped
from ita_docs.package.parts import BODY, PACKAGE, RELATIONS, TYPES, content_types, dangling, text_parts, typed, without
from ita_docs.package.pictures import Colour, Picture, add_pictures, look_over, plain_letters, swap_pictures
from ita_docs.package.properties import set_properties
from ita_docs.package.strangers import ARCHIVE, MIME_TYPES, OPEN_XML, recognise, refusal
from ita_docs.problems import DocumentError

__all__ = [
    "LARGEST",
    "Colour",
    "Member",
    "Picture",
    "add_pictures",
    "admit",
    "content_types",
    "look_over",
    "parse",
    "plain_letters",
    "read",
    "serialise",
    "set_properties",
    "slim",
    "swap_pictures",
    "text_parts",
    "write",
]

LARGEST = 90_000_000  # bytes of a file; whoever reads one from a disk need not read further
# What a file and its opened XML may take together, in bytes: with the program itself (60 MB), and with what reading
# a paper adds, less than 200 MB. A paper of 300 pages with 24 kB of XML on each comes in.
MEMORY = 140_000_000
LARGEST_XML = 10_000_000  # bytes of one part: libxml2 reads no longer text
BYTES_PER_BYTE = 3  # XML itself, its text in the tree, its text as read
BYTES_PER_BYTE_OF_LIST = 12  # each entry of a list becomes a value of its own
HEAD = 65_536  # bytes of a picture in which it says its size

_MAIN = re.compile(r"/officeDocument/(?:2006/)?relationships/officeDocument$")
_STRICT = "http://purl.oclc.org/ooxml/"
_DOCUMENT = "http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"
_RELATIONSHIPS = f"{PACKAGE}/relationships}}Relationships"
_MACROS = re.compile(r"(?i)vbaproject|macroenabled")


def admit(data: bytes, file: str) -> dict[str, Member]:
    """Let in a whole and safe .docx; DocumentError names the one thing that is wrong with any other file."""
    if not data:
        raise refusal("docx-empty", file)
    if len(data) > LARGEST:
        raise refusal("docx-too-large", file)
    if stranger := recognise(data):
        raise refusal(stranger, file)
    members = unzip(data, file)
    body = _body(members, file)
    known = typed(members)
    room = MEMORY - len(data)
    for name, member in members.items():
        if name == body or name.lower().endswith((".xml", ".rels")):
            seen = _look(members, name, file, room)
            room -= _memory(name, member, seen.nodes)
            _stop_at_gaps(member, name, known, file)
            if name == body and seen.root != _DOCUMENT:
                raise refusal("docx-strict" if seen.root.startswith(_STRICT) else "docx-incomplete", file, part=name)
        else:
            room -= min(member.size, HEAD)
            try:
                member.prove()
            except ValueError:
                raise refusal("docx-part-damaged", file, part=name) from None
        if room < 0:
            raise refusal("docx-too-large", file)
    return members


def read(data: bytes) -> dict[str, Member]:
    """Take a package apart; ValueError says that it is none, or not whole and safe."""
    try:
        return admit(data, "")
    except DocumentError as error:
        raise ValueError("not a package") from error


def write(members: Mapping[str, Member]) -> bytes:
    """Put the members together: the list of content types first, then as they come."""
    return zipped(members, TYPES)


def slim(members: Mapping[str, Member]) -> bytes:
    """Put together what a reader of text needs: all XML, the beginnings of pictures and fonts, no lost parts."""
    kept = {name: _beginning(name, member) for name, member in members.items()}
    known = typed(members)
    for name, member in members.items():
        if name.endswith(".rels") and (lost := dangling(member, name, known)):
            kept[name] = without(member, lost)
    return write(kept)


def _body(members: Mapping[str, Member], file: str) -> str:
    """Find the part that holds the body of the text, of a plain Word document only."""
    if kind := MIME_TYPES.get(members["mimetype"].head(100).strip() if "mimetype" in members else b""):
        raise refusal(kind, file)
    if TYPES not in members:
        raise refusal(ARCHIVE, file)
    for name in (TYPES, RELATIONS):
        if name not in members:
            raise refusal("docx-incomplete", file, part=name)
        _look(members, name, file, MEMORY)
    kinds = content_types(members)
    if macros := [name for name, kind in kinds.items() if _MACROS.search(kind) or _MACROS.search(name)]:
        raise refusal("docx-macros", file, part=macros[0])
    relations = parse(members[RELATIONS].data)
    targets = {item.get("Target", ""): item.get("Type", "") for item in relations if _MAIN.search(item.get("Type", ""))}
    body = next((normpath(target).lstrip("/") for target in targets), "word/document.xml")
    if stranger := next((stranger for piece, stranger in OPEN_XML if piece in kinds.get(body, "")), None):
        raise refusal(stranger, file)
    if any(kind.startswith(_STRICT) for kind in targets.values()):
        raise refusal("docx-strict", file)
    if not targets or not kinds.get(body, "").endswith(BODY):
        raise refusal("docx-incomplete", file, part=body)
    return body


def _stop_at_gaps(member: Member, name: str, known: Collection[str], file: str) -> None:
    """Refuse a paper that has lost a part; a picture may be missing, as Word shows the paper without it."""
    if name.endswith(".rels"):
        lost = [part for part in dangling(member, name, known).values() if part.endswith(".xml")]
        if lost:
            raise refusal("docx-part-missing", file, part=lost[0])


def _look(members: Mapping[str, Member], name: str, file: str, room: int) -> Seen:
    """Look through the XML of a part, which is unpacked only if there is room for it."""
    member = members[name]
    room -= _memory(name, member, 0)
    if room < 0 or member.size > LARGEST_XML:
        raise refusal("docx-too-large", file)
    try:
        data = member.data
    except ValueError:
        raise refusal("docx-part-damaged", file, part=name) from None
    seen = look_through(data, name, file, room // BYTES_PER_NODE)
    if name.endswith(".rels") and seen.root != _RELATIONSHIPS:
        raise refusal("docx-incomplete", file, part=name)
    return seen


def _memory(name: str, member: Member, nodes: int) -> int:
    """Reckon the bytes that a part takes once it is opened and read."""
    is_list = name == TYPES or name.endswith(".rels")
    return member.size * (BYTES_PER_BYTE_OF_LIST if is_list else BYTES_PER_BYTE) + nodes * BYTES_PER_NODE


def _beginning(name: str, member: Member) -> Member:
    is_text = name.lower().endswith((".xml", ".rels")) or member.size <= HEAD
    return member if is_text else Member.pack(member.head(HEAD))
