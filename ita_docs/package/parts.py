"""The parts of a Word document: what each of them is, by the lists that the package keeps of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from posixpath import basename, dirname, join, normpath, splitext

from ita_docs.package.markup import parse, serialise, with_entry
from ita_docs.package.members import Member

TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

BODY = "wordprocessingml.document.main+xml"
_TEXT = re.compile(r"wordprocessingml\.(?:document\.main|header|footer|footnotes|endnotes)\+xml$")


def content_types(members: Mapping[str, Member]) -> dict[str, str]:
    """Tell the content type of every member: its own, or that of its file ending."""
    named: dict[str, str] = {}
    for item in parse(members[TYPES].data):
        key = item.get("PartName") or f".{item.get('Extension', '')}"
        named[key.lower()] = item.get("ContentType", "")
    return {name: named.get(f"/{name.lower()}", named.get(splitext(name.lower())[1], "")) for name in members}


def typed(members: Mapping[str, Member]) -> set[str]:
    """Name the members that are parts: those that have a content type."""
    return {name for name, kind in content_types(members).items() if kind}


def text_parts(members: Mapping[str, Member]) -> list[str]:
    """List the parts that hold text of the paper, its body first; ValueError when there is no body."""
    kinds = {name: kind for name, kind in content_types(members).items() if _TEXT.search(kind)}
    parts = sorted(kinds, key=lambda name: not kinds[name].endswith(BODY))
    if not parts or not kinds[parts[0]].endswith(BODY):
        raise ValueError("no Word document")
    return parts


def dangling(relations: Member, file: str, known: Collection[str]) -> dict[str, str]:
    """Tell what a list of relationships names that is no known part and does not lie outside, by its identity.

    Raises ValueError when the list cannot be read.
    """
    found = {}
    for item in parse(relations.data):
        target = item.get("Target", "")
        name = normpath(join("/", dirname(dirname(file)), target)).lstrip("/")
        if item.get("TargetMode") != "External" and name not in known and not target.startswith("#"):
            found[item.get("Id", "")] = name
    return found


def target(members: Mapping[str, Member], part: str, identity: str) -> str:
    """Name the member that a relationship of a part leads to; KeyError when there is none."""
    relations = join(dirname(part), "_rels", f"{basename(part)}.rels")
    found = {item.get("Id"): item.get("Target", "") for item in parse(members[relations].data)}
    return normpath(join("/", dirname(part), found[identity])).lstrip("/")


def without(relations: Member, identities: Collection[str]) -> Member:
    """Write a list of relationships without some of them."""
    root = parse(relations.data)
    for item in [item for item in root if item.get("Id", "") in identities]:
        root.remove(item)
    return Member.pack(serialise(root).encode())


def relate(members: dict[str, Member], file: str, identity: str, kind: str, target: str) -> None:
    """Name a part in a list of relationships, which is begun where there is none."""
    if file not in members:
        members[file] = Member.pack(f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode())
    add(members, file, "Relationship", {"Id": identity, "Type": kind, "Target": target}, key="Id")


def add(members: dict[str, Member], file: str, tag: str, facts: dict[str, str], key: str) -> None:
    """Put an entry at the end of a list of types or relationships, unless one with its key stands there."""
    root = parse(members[file].data)
    if not any(item.get(key, "").lower() == facts[key].lower() for item in root):
        members[file] = Member.pack(with_entry(root, tag, facts))
