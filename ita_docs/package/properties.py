"""The core properties of a package: title, subject, author, language and the two days."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ita_docs.package.markup import parse
from ita_docs.package.members import Member
from ita_docs.package.parts import PACKAGE, RELATIONS, TYPES, add, relate

NO_DAY = "1980-01-01T00:00:00Z"
PROPERTIES = ("title", "subject", "creator", "language", "created", "modified")

_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATION = f"{PACKAGE}/relationships/metadata/core-properties"


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
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(lines)}</cp:coreProperties>"
    )
    members[core] = Member.pack(text.encode())


def _core_part(members: dict[str, Member]) -> str:
    for relation in parse(members[RELATIONS].data):
        if relation.get("Type") == _RELATION:
            return relation.get("Target", "").lstrip("/")
    relate(members, RELATIONS, "officeProperties", _RELATION, "docProps/core.xml")
    facts = {"PartName": "/docProps/core.xml", "ContentType": _TYPE}
    add(members, TYPES, "Override", facts, key="PartName")
    return "docProps/core.xml"
