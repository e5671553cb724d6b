"""What every document has: an id, a kind, a language, a title; and how a kind checks and prints its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from ita_docs.documents.series import Entry
from ita_docs.fields import Content, OptionalText, Text
from ita_docs.misfits import nearest
from ita_docs.setting import Setting
from ita_docs.source import PathInto, Source
from ita_docs.thai.text import typeset

DocumentLanguage = Literal["th", "en"]
Medium = Literal["docx", "xlsx", "txt", "svg"]
View = dict[str, object]

MOST_BLANK = 2000  # rows or lines to fill in; more is a slip of the finger, and no paper


class DocumentContent(Content):
    """What every document file says first: its id and its kind; and of what it is a series, if it is one."""

    id: Text
    kind: Text
    each: OptionalText = None


class Fault(NamedTuple):
    """Something in the content that does not fit the office or the year: where, which problem, its facts."""

    path: PathInto
    code: str
    facts: dict[str, str]


@dataclass(frozen=True)
class Document:
    """One paper to be made: frozen, typed, complete; `entry` is its own of the series that it belongs to."""

    id: str
    kind: str
    language: DocumentLanguage
    title: str
    content: DocumentContent
    source: Source
    entry: Entry | None = None
    medium: Medium = "docx"

    @property
    def paper_id(self) -> str:
        """The id under which the office notes the paper's number and day: both languages share one."""
        return f"{self.content.id}-{self.entry.key}" if self.entry else self.content.id

    @property
    def template(self) -> str | None:
        """The file name of the template; none where the program draws the whole file."""
        if self.medium != "docx":
            return None
        wide = "-wide" if getattr(self.content, "wide", False) else ""
        english = "-en" if self.language == "en" else ""
        return f"{self.kind}{wide}{english}.docx"

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.id}.{self.medium}"

    def is_called(self, name: str) -> bool:
        """Tell whether it is called so: by its id, that of its series, its kind, or how its id begins (`order-*`)."""
        if name.endswith("*"):
            return self.id.startswith(name[:-1])
        return name in (self.id, self.kind, self.content.id)


@dataclass(frozen=True)
class Desk:
    """What lies beside a document while it is written: its setting, the other documents.

    `pages` are the pages of the headings of a paper that has contents, once it was laid out; `fonts` is the folder of
    the fonts that drawings are made pictures with.
    """

    setting: Setting
    documents: Mapping[str, Document]
    file_copy: bool = False
    fonts: Path | None = None
    pages: Mapping[str, Sequence[int]] = field(default_factory=dict)


def unknown(path: PathInto, code: str, value: str, known: Iterable[str]) -> Fault:
    """Name a value that is not among the known ones, with the one that it resembles."""
    names = list(known)
    return Fault(path, code, {"value": value, "known": ", ".join(names), "near": nearest(value, names)})


def outside(path: PathInto, value: int, least: int, most: int) -> Iterator[Fault]:
    """Find a number that lies outside what can be used."""
    if not least <= value <= most:
        yield Fault(path, "out-of-range", {"value": str(value), "least": str(least), "most": str(most)})


def nothing(path: PathInto) -> Fault:
    """Tell of a list without which there is nothing to print."""
    return Fault(path, "nothing-listed", {"value": str(path[-1])})


def numbered(texts: Iterable[str], prefix: str = "") -> list[dict[str, str]]:
    """Number texts 1, 2, … or 3.1, 3.2, … in Thai figures, ready to print."""
    return [{"number": typeset(f"{prefix}{index}"), "text": typeset(text)} for index, text in enumerate(texts, 1)]


def unknown_posts(posts: Iterable[tuple[PathInto, str]], setting: Setting) -> Iterator[Fault]:
    """Name the posts that the office does not have."""
    people = setting.people
    for path, post in posts:
        if post not in people:
            yield unknown(path, "unknown-person", post, people)
