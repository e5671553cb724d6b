"""The office: its name, sections, schools, posts and channels (content/offices/<office>.yaml)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ita_docs.fields import (
    UNKNOWN_DAY,
    Content,
    Figure,
    Flag,
    OpenDay,
    OpenFigure,
    OpenNumber,
    OpenText,
    OptionalText,
    Text,
    Whole,
)
from ita_docs.problems import Problem
from ita_docs.source import Source


class Name(Content):
    """A name in Thai and English; `en_verified` tells whether the English one was checked with its owner."""

    th: Text
    en: Text
    en_verified: Flag


class Post(Content):
    """A post that no section or school holds, such as the director; rank and name may stay open."""

    id: Text
    title: Name
    rank: OptionalText = None
    name: OptionalText = None
    name_en: OptionalText = None


class Section(Content):
    """A section (ฝ่าย) of the office and its head."""

    id: Text
    th: Text
    en: Text
    en_verified: Flag
    head: Text
    head_rank: OptionalText = None
    head_name: OptionalText = None


class School(Content):
    """A school of the BMA in the district, and its head."""

    id: Text
    th: Text
    head: Text
    head_rank: OptionalText = None
    head_name: OptionalText = None


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


@dataclass(frozen=True)
class Person:
    """Who holds a post: title of the post; rank and name where they are known."""

    title: str
    rank: str | None = None
    name: str | None = None
    title_en: str | None = None
    name_en: str | None = None


class Office(Content):
    """All that is this office's own in every year."""

    id: Text
    name: Name
    district: Name
    line_group: Text
    posts: tuple[Post, ...]
    sections: tuple[Section, ...]
    schools: tuple[School, ...]
    channels: Channels
    emblem: Literal["preprinted", "image", "placeholder"]
    emblem_image: OptionalText = None

    @property
    def units(self) -> tuple[Section | School, ...]:
        """The sections, then the schools, in the order of the office."""
        return (*self.sections, *self.schools)

    @property
    def people(self) -> dict[str, Person]:
        """Every post by its id: the office's own, then `head-` of each section and school."""
        people = {
            post.id: Person(post.title.th, post.rank, post.name, post.title.en, post.name_en) for post in self.posts
        }
        for unit in self.units:
            people[f"head-{unit.id}"] = Person(unit.head, unit.head_rank, unit.head_name)
        return people

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


Capacity = Literal["self", "acting-for", "by-delegation"]


class PaperFacts(Content):
    """What is one paper's in one office and year: its number, its day of signing, who signs and as what."""

    number: OpenNumber = None
    signed: OpenDay = UNKNOWN_DAY
    signer: Text = "director"
    capacity: Capacity = "self"
    acting_post: OptionalText = (
        None  # the post acted for, where the signer does not sign in their own; director if empty
    )
    prepared_by: OpenText = None
    checked_by: OpenText = None
    approved_by: OpenText = None


class LastResult(Content):
    """The score of last year's assessment, in percent; the instruments' own scores may stay open."""

    total: Figure
    iit: OpenFigure = None
    eit: OpenFigure = None
    oit: OpenFigure = None


class Quota(Content):
    """The least number of answers that a section, or the schools together, must collect."""

    section: Text
    minimum: Whole


class Quotas(Content):
    """The least numbers of answers to the questionnaires."""

    iit: Whole
    eit1_total: Whole
    eit1: tuple[Quota, ...]
    eit2: Whole


class Approvers(Content):
    """Who may approve lending and issuing property, and under which order of delegation."""

    durable_inside: OpenText = None
    durable_outside: OpenText = None
    consumable: OpenText = None
    requisition: OpenText = None
    delegation_order: OpenText = None


class OfficeYear(Content):
    """All that is this office's own in one year (content/<year>/offices/<office>.yaml)."""

    last_result: LastResult
    quotas: Quotas
    assets: Approvers
    papers: dict[str, PaperFacts]
