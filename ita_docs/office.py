"""The office: its name, posts, sections, schools and channels (content/offices/<office>.yaml).

What a file of an office leaves out is taken from the pattern that the offices share (content/bangkok.yaml).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from ita_docs.braces import fill
from ita_docs.fields import (
    EMPTY_IS_BARE,
    EMPTY_IS_OPEN,
    OPEN,
    Content,
    Flag,
    OpenText,
    OptionalText,
    Text,
    renamed,
)
from ita_docs.misfits import nearest
from ita_docs.problems import Problem
from ita_docs.source import Source, Value


class Name(Content):
    """A name in Thai and English; `en_verified` tells whether the English one was checked with its owner."""

    th: Text
    en: Text
    en_verified: Flag


class Post(Content):
    """A post that no section or school holds, such as the director."""

    id: Text
    title: Name


class Section(Content):
    """A section (ฝ่าย) of the office and the title of its head."""

    id: Text
    th: Text
    en: Text
    en_verified: Flag
    head: Text


class School(Content):
    """A school of the BMA in the district, and the title of its head."""

    id: Text
    th: Text
    head: Text


# What stands for the schools while nobody has said which there are; an office without schools writes `schools: []`.
OPEN_SCHOOL = School(id="open-school", th="โรงเรียน" + "." * 30, head="ผู้อำนวยการโรงเรียน" + "." * 30)


class Holder(Content):
    """Who holds a post: the rank that prints before the name, the name, the name in English."""

    rank: OptionalText = None
    name: OptionalText = None
    name_en: OptionalText = None


class Channels(Content):
    """Where citizens reach the office; each prints a blank while it is open."""

    telephone: OpenText = None
    website: OpenText = None
    email: OpenText = None
    address: OpenText = None
    address_en: OpenText = None
    facebook: OpenText = None
    tiktok: OpenText = None
    complaint_url: OpenText = None
    manual_url: OpenText = None
    oss_url: OpenText = None


@dataclass(frozen=True)
class Person:
    """Who holds a post: title of the post; rank and name where they are known."""

    title: str
    rank: str | None = None
    name: str | None = None
    title_en: str | None = None
    name_en: str | None = None


class Office(Content):
    """All that is this office's own in every year; `code` is its number in the register of DOPA."""

    id: Text
    code: OptionalText = None
    name: Name
    district: Name
    line_group: OpenText = None
    posts: tuple[Post, ...]
    sections: tuple[Section, ...]
    listed_schools: Annotated[tuple[School, ...] | None, EMPTY_IS_OPEN, OPEN] = renamed("schools", None)
    holders: Annotated[dict[str, Holder], EMPTY_IS_BARE] = renamed("people", {})
    channels: Annotated[Channels, EMPTY_IS_BARE] = Channels()
    emblem: Literal["preprinted", "image", "placeholder"]
    emblem_image: OptionalText = None

    @property
    def schools(self) -> tuple[School, ...]:
        """The schools; a blank in their place while they are open."""
        return (OPEN_SCHOOL,) if self.listed_schools is None else self.listed_schools

    @property
    def units(self) -> tuple[Section | School, ...]:
        """The sections, then the schools, in the order of the office."""
        return (*self.sections, *self.schools)

    @property
    def people(self) -> dict[str, Person]:
        """Every post by its id: the office's own, then `head-` of each section and school."""
        titles: list[tuple[str, str, str | None]] = [(post.id, post.title.th, post.title.en) for post in self.posts]
        titles += [(f"head-{unit.id}", unit.head, None) for unit in self.units]
        held = {post: self.holders.get(post, Holder()) for post, _, _ in titles}
        return {
            post: Person(title, held[post].rank, held[post].name, title_en, held[post].name_en)
            for post, title, title_en in titles
        }

    def unverified(self, source: Source) -> Iterator[Problem]:
        """List the English names that nobody has checked."""
        for path, name in self._names():
            if not name.en_verified:
                yield Problem("unverified-english", source.place((*path, "en")), {"value": name.en})

    def _names(self) -> Iterator[tuple[tuple[str | int, ...], Name | Section]]:
        yield ("name",), self.name
        yield ("district",), self.district
        for index, post in enumerate(self.posts):
            yield ("posts", index, "title"), post.title
        for index, section in enumerate(self.sections):
            yield ("sections", index), section


class Default(Content):
    """Which office is meant where nothing is said (content/default.yaml)."""

    office: Text


def completed(source: Source, pattern: Source) -> Source:
    """Take what the file of an office leaves out from the pattern, each with its place there.

    The pattern may use the office's own names; raises DocumentError for any other name in braces.
    """
    if not isinstance(source.value, dict) or not isinstance(pattern.value, dict):
        return source  # what is no group of keys is refused where its fields are read
    names = _own_names(source.value)

    def unknown(name: str) -> tuple[str, Mapping[str, str]]:
        near = nearest(name, names)
        return "unknown-name", {"known": " ".join(names), "near": f"{{{near}}}" if near else ""}

    filled = fill(pattern, names.get, unknown).value
    assert isinstance(filled, dict)
    taken = {key: value for key, value in filled.items() if key not in source.value}
    values = {path: place for path, place in pattern.values.items() if path[:1] and path[0] in taken}
    keys = {path: place for path, place in pattern.keys.items() if path[0] in taken}
    return replace(
        source, value={**source.value, **taken}, values={**values, **source.values}, keys={**keys, **source.keys}
    )


def _own_names(office: Mapping[str, Value]) -> dict[str, str]:
    """Give the names of an office that its pattern may use; what is missing or no text is refused elsewhere."""
    names = {}
    for key in ("name", "district"):
        group = office.get(key)
        for language, ending in (("th", ""), ("en", "_en")):
            text = group.get(language) if isinstance(group, dict) else None
            names[f"office.{key}{ending}"] = text if isinstance(text, str) and text.strip() else "-"
    return names
