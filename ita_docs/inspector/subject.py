"""One paper on the inspector's desk: its lines, what kind of paper it is, its day, and by whose rules it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ita_docs.inspector.profiles import PROFILES, Profile
from ita_docs.paper import Line, Paper
from ita_docs.problems import Place, Problem

if TYPE_CHECKING:
    from ita_docs.laws import Law


@dataclass(frozen=True)
class Subject:
    """A paper as the rules see it.

    `kind` is one of forms.FORMS, or empty where the text does not tell; `parts` says on which of the `lines` each part
    of the form begins; `day` is the paper's own date.
    """

    file: str
    paper: Paper
    kind: str = ""
    language: str = "th"
    parts: Mapping[str, Sequence[int]] = field(default_factory=dict)
    day: date | None = None
    profile: Profile = PROFILES["bma"]
    laws: Sequence[Law] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the body that say something, in order, those of tables and text boxes included."""
        return self.paper.body

    @cached_property
    def thai_lines(self) -> tuple[Line, ...]:
        """All lines that say something, of headers and notes too."""
        return tuple(line for line in self.paper.lines if line.words)

    def part(self, name: str) -> Line | None:
        """Give the first line of a part of the form, if it is there."""
        found = self.parts.get(name)
        return self.lines[found[0]] if found else None

    def found(self, code: str, at: Line | str | None, value: str = "", fixed: str = "", **facts: str) -> Problem:
        """Say that a rule is broken at a line (or a place), quoting the words at fault and giving the right ones."""
        where = at.where if isinstance(at, Line) else at
        told = {"value": value, **({"fixed": fixed} if fixed else {}), **facts}
        return Problem(code, Place(self.file, where=where or None), told)
