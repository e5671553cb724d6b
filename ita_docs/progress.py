"""The progress of a section or school in a year: what is done, what shows it (content/<year>/progress/<office>/).

Everything may be empty or left out; that means that nobody has told us, and is never taken for a no.
"""

from __future__ import annotations

from typing import Annotated, Literal

from ita_docs.fields import (
    EMPTY_IS_BARE,
    Content,
    Day,
    Flag,
    OptionalDay,
    OptionalText,
    OptionalWhole,
    Text,
    empty_is,
)

Told = Literal["done", "doing", "open"]


class SignedFile(Content):
    """A paper as it was signed: the file that may be disclosed; `paper` is the id of ours, `title` names any other."""

    paper: OptionalText = None
    title: OptionalText = None
    file: Text
    url: OptionalText = None
    day: OptionalDay = None


class DataFile(Content):
    """A table that is disclosed as data, such as a .csv."""

    title: Text
    file: Text
    url: OptionalText = None


class ItemProgress(Content):
    """How far a unit is with an item, since which day, and where one can see it."""

    status: Annotated[Told, empty_is("open")] = "open"
    day: OptionalDay = None
    evidence: OptionalText = None
    note: OptionalText = None
    signed: Annotated[tuple[SignedFile, ...], empty_is(())] = ()
    data: Annotated[tuple[DataFile, ...], empty_is(())] = ()


class MonthGiven(Content):
    """The procurement data of a month: when it was handed in; `none` states that nothing was procured."""

    given: OptionalDay = None
    none: Annotated[Flag, empty_is("no")] = False
    url: OptionalText = None


class Answers(Content):
    """How many answers to the questionnaires a unit has collected, counted on a day."""

    counted: OptionalDay = None
    eit: OptionalWhole = None
    iit: OptionalWhole = None


class Withheld(Content):
    """What is kept out of the disclosure, such as personal data, and why."""

    what: Text
    why: Text


NOTHING: dict[str, ItemProgress] = {}
NO_MONTH: dict[str, MonthGiven] = {}


class UnitProgress(Content):
    """All that one section or school tells of its work in a year; items by code, months as 2025-01."""

    unit: Text
    items: Annotated[dict[str, Annotated[ItemProgress, EMPTY_IS_BARE]], EMPTY_IS_BARE] = NOTHING
    reports: Annotated[tuple[Day, ...], empty_is(())] = ()
    procurement: Annotated[dict[str, Annotated[MonthGiven, EMPTY_IS_BARE]], EMPTY_IS_BARE] = NO_MONTH
    answers: Annotated[Answers, EMPTY_IS_BARE] = Answers()
    withheld: Annotated[tuple[Withheld, ...], empty_is(())] = ()
