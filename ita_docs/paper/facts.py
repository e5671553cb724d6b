"""What a .docx says of itself beside its text: settings, page layouts, properties, comments, links, objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ita_docs import package
from ita_docs.paper.styles import MM_PER_TWIP, W, is_on, marks_of, number
from ita_docs.paper.values import Comment, Link, Properties, Section, Settings

OBJECTS = ("/oleObject", "/package", "/control", "/vbaProject", "/attachedToolbars", "/aFChunk")


def inner(relations: Any) -> list[Any]:
    """List the relations to other parts of the same file."""
    return [relation for relation in relations.values() if not relation.is_external]


def kind_of(relation: Any) -> str:
    """Name the kind of a relation by the last word of its type: header, comments, image."""
    return str(relation.reltype).rpartition("/")[2]


def root_of(part: Any) -> Any:
    """Give the XML of a part, parsed once."""
    element = getattr(part, "element", None)
    return package.parse(part.blob) if element is None else element


def comments_of(root: Any, places: Mapping[str, str]) -> Iterator[Comment]:
    """List the notes in the margin, set beside the paragraphs at these places (by the identity of the note)."""
    for comment in [] if root is None else root.iter(f"{W}comment"):
        text = "".join(node.text or "" for node in comment.iter(f"{W}t"))
        yield Comment(comment.get(f"{W}author", ""), text, places.get(comment.get(f"{W}id", ""), ""))


def links_of(parts: Iterable[Any]) -> Iterator[Link]:
    """List the addresses outside the file, each once."""
    seen = set()
    for part in parts:
        for relation in part.rels.values():
            if relation.is_external and (link := Link(kind_of(relation), str(relation.target_ref))) not in seen:
                seen.add(link)
                yield link


def embedded_in(parts: Iterable[Any]) -> Iterator[str]:
    """Name the objects and files that lie inside."""
    for part in parts:
        for relation in inner(part.rels):
            if str(relation.reltype).endswith(OBJECTS):
                yield str(relation.target_part.partname).lstrip("/")


def properties_of(whole: Any) -> Properties:
    """Read what the package says of its title, its language and its makers."""
    facts: dict[str, str] = {}
    for relation in inner(whole.rels):
        if kind_of(relation) in ("core-properties", "extended-properties"):
            for item in root_of(relation.target_part):
                if isinstance(item.tag, str):
                    facts[item.tag.rpartition("}")[2]] = (item.text or "").strip()
    names = {"last_modified_by": "lastModifiedBy", "company": "Company", "manager": "Manager"}
    names |= {name: name for name in ("title", "language", "creator")}
    return Properties(**{name: facts.get(said, "") for name, said in names.items()})


def settings_of(root: Any) -> Settings:
    """Read what the file asks of Word."""
    if root is None:
        return Settings()
    marks = marks_of(root)
    mode = None
    for setting in root.iterfind(f"{W}compat/{W}compatSetting"):
        if setting.get(f"{W}name") == "compatibilityMode":
            mode = int(number(setting.get(f"{W}val")))
    return Settings(
        compatibility=mode,
        tracks_changes=is_on(marks, "trackRevisions"),
        protected=marks.get("documentProtection", {}).get("enforcement") in ("1", "true", "on"),
    )


def section_of(layout: Any, labels: dict[str, str], before: Section | None, after: int) -> Section:
    """Read a page layout; a header that it does not name is that of the section before."""
    marks = marks_of(layout)
    size, margins = marks.get("pgSz", {}), marks.get("pgMar", {})
    headers = dict(before.headers) if before else {}
    for reference in layout:
        kind = str(reference.tag).removeprefix(W)
        if kind in ("headerReference", "footerReference"):
            identity = next((value for key, value in reference.attrib.items() if key.endswith("}id")), "")
            label = labels.get(identity, "")
            headers[f"{kind[:6]} {reference.get(f'{W}type', 'default')}"] = label
    sides = ("top", "right", "bottom", "left")
    edges = {side: round(number(margins.get(side), 1440) * MM_PER_TWIP, 2) for side in sides}
    edges["left"] = round(edges["left"] + number(margins.get("gutter")) * MM_PER_TWIP, 2)
    width = round(number(size.get("w"), 12240) * MM_PER_TWIP, 1)
    height = round(number(size.get("h"), 15840) * MM_PER_TWIP, 1)
    return Section(
        width,
        height,
        **edges,
        landscape=width > height,
        grid=marks.get("docGrid", {}).get("type", ""),
        title_page=is_on(marks, "titlePg"),
        headers=tuple(headers.items()),
        after=after,
        numbers=marks.get("pgNumType", {}).get("fmt", ""),
    )
