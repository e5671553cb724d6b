"""The fields of content files: what a text must look like to be a date, a number, a choice; and which may stay open.

With `misfits` the only module that knows pydantic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, TypeVar
from unicodedata import normalize

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from ita_docs.misfits import problems_of
from ita_docs.problems import DocumentError
from ita_docs.source import MOST_FILES, PathInto, Source
from ita_docs.thai.dates import DateError, PartialDay, parse_partial
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.text import normalise


class Content(BaseModel):
    """A part of a content file: frozen, and no key beside its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class OpenMark:
    """Marks a field that may stay empty; `todo` lists it while it does."""


OPEN = OpenMark()

MOST_TEXTS = 4096  # whose right spelling is kept: the papers of many offices say the same
MOST_FIGURES = 9  # of a number; nothing that an office counts has more
CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", re.ASCII)
NUMBER = re.compile(rf"[0-9]{{1,{MOST_FIGURES}}}(?:\.[0-9]{{1,{MOST_FIGURES}}})?", re.ASCII)
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# How one may say yes and no where `yes` and `no` are due.
SAID = {
    "ใช่": "yes",
    "true": "yes",
    "y": "yes",
    "1": "yes",
    "ไม่": "no",
    "ไม่ใช่": "no",
    "false": "no",
    "n": "no",
    "0": "no",
}


def _text(value: object) -> object:
    return _line(value) if isinstance(value, str) else value


@lru_cache(MOST_TEXTS)
def _line(value: str) -> str:
    text: str = _words(value)
    if "\n" in text or "\t" in text:
        raise PydanticCustomError("line-break", "line", {"value": text})
    return normalise(text)


def _words(value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
        if not value:
            raise PydanticCustomError("empty-value", "empty")
    return value


def _open(value: object) -> object:
    return None if value == "" else _text(value)


def _open_words(value: object) -> object:
    return None if value == "" else _words(value)


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not NUMBER.fullmatch(value) or "." in value:
            fixed = number_meant(value)
            raise PydanticCustomError(
                "not-a-number", "number", {"value": value, "fixed": "" if "." in fixed else fixed}
            )
        return int(value)
    return value


def _figure(value: object) -> object:
    if isinstance(value, str):
        if not NUMBER.fullmatch(value):
            raise PydanticCustomError("not-a-number", "number", {"value": value, "fixed": number_meant(value)})
        return Decimal(value)
    return value


def number_meant(value: str) -> str:
    """Find the number somebody meant by Thai or full-width digits, or by commas.

    >>> number_meant("๑,๕๐๐"), number_meant("ห้าร้อย")
    ('1500', '')
    """
    meant = THOUSANDS.sub("", arabic_digits(normalize("NFKC", value)).strip())
    return meant if NUMBER.fullmatch(meant) else ""


def _open_whole(value: object) -> object:
    return None if value == "" else _whole(value)


def _open_figure(value: object) -> object:
    return None if value == "" else _figure(value)


def _flag(value: object) -> object:
    if isinstance(value, str):
        if value not in ("yes", "no"):
            meant = value.strip().lower()
            facts = {
                "value": value,
                "known": "yes, no",
                "fixed": SAID.get(meant, meant if meant in ("yes", "no") else ""),
            }
            raise PydanticCustomError("not-one-of", "choice", facts)
        return value == "yes"
    return value


def _partial(value: object) -> object:
    if isinstance(value, str):
        try:
            return parse_partial(value)
        except DateError as error:
            facts = {"value": value, "fixed": error.suggestion or _day_meant(value)}
            raise PydanticCustomError(error.code, "date", facts) from None
    return value


def _day_meant(value: str) -> str:
    """Find the date somebody meant by full-width figures; nothing where the calendar has no such day.

    >>> _day_meant("２０２５-０１-１０"), _day_meant("วันนี้")
    ('2025-01-10', '')
    """
    try:
        return str(parse_partial(normalize("NFKC", value)))
    except DateError as error:
        return error.suggestion or ""


def _day(value: object) -> object:
    if isinstance(value, str):
        partial = _partial(value)
        if not isinstance(partial, PartialDay) or not (day := partial.whole()):
            raise PydanticCustomError("not-a-date", "date", {"value": value})
        return day
    return value


def _open_day(value: object) -> object:
    return None if value == "" else _day(value)


def _open_clock(value: object) -> object:
    if isinstance(value, str) and value:
        if not (found := CLOCK.fullmatch(value)):
            raise PydanticCustomError("not-a-time", "time", {"value": value})
        return time(int(found[1]), int(found[2]))
    return None if value == "" else value


# An order's number typed with the year that the day of signing gives; a memo's “กท 5101/34” is none.
NUMBER_WITH_YEAR = re.compile(r"(\d+)\s*/\s*25\d\d")


def _number(value: object) -> object:
    text = _open(value)
    if isinstance(text, str) and (found := NUMBER_WITH_YEAR.fullmatch(text)):
        raise PydanticCustomError("number-with-year", "number", {"value": text, "fixed": found[1]})
    return text


Text = Annotated[str, BeforeValidator(_text)]
OpenText = Annotated[str | None, BeforeValidator(_open), OPEN]
OpenNumber = Annotated[str | None, BeforeValidator(_number), OPEN]
OptionalText = Annotated[str | None, BeforeValidator(_open)]
# Words quoted letter by letter, tabs and all.
Words = Annotated[str, BeforeValidator(_words)]
OptionalWords = Annotated[str | None, BeforeValidator(_open_words)]
Whole = Annotated[int, BeforeValidator(_whole)]
OpenWhole = Annotated[int | None, BeforeValidator(_open_whole), OPEN]
OptionalWhole = Annotated[int | None, BeforeValidator(_open_whole)]
OpenFigure = Annotated[Decimal | None, BeforeValidator(_open_figure), OPEN]
Figure = Annotated[Decimal, BeforeValidator(_figure)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[date, BeforeValidator(_day)]
OptionalDay = Annotated[date | None, BeforeValidator(_open_day)]
OpenClock = Annotated[time | None, BeforeValidator(_open_clock), OPEN]
OpenDay = Annotated[PartialDay, BeforeValidator(_partial), OPEN]
UNKNOWN_DAY = PartialDay(None, None, None)


def empty_is(meant: object) -> BeforeValidator:
    """Say what is meant where nothing stands behind a key."""
    return BeforeValidator(lambda value: meant if value == "" else value)


# Behind whose key nothing stands: a list is not known yet, or has no entries; a group has nothing filled in.
EMPTY_IS_OPEN = empty_is(None)
EMPTY_IS_NO_ENTRY = empty_is(())
EMPTY_IS_BARE = empty_is({})


def renamed(key: str, default: Any) -> Any:
    """Give a field the key that its file uses where that is a word of Python, such as `from`."""
    return Field(default=default, alias=key)


class Both(Content):
    """A wording in Thai and in English, side by side."""

    th: Text
    en: Text


Model = TypeVar("Model", bound=Content)


def parse(model: type[Model], source: Source) -> Model:
    """Make the typed content of a source; raises DocumentError with every field that does not fit.

    The content is kept, for the many offices and papers that ask for the same.
    """
    content: Model = _parsed(model, source)
    return content


@lru_cache(MOST_FILES)
def _parsed(model: type[Model], source: Source) -> Model:
    return parse_once(model, source)


def parse_once(model: type[Model], source: Source) -> Model:
    """Make the typed content of what only one office says: that of thousands is not worth keeping."""
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        raise DocumentError(problems_of(error, model, source)) from None


def open_fields(content: Content, path: PathInto = ()) -> Iterator[PathInto]:
    """List the paths of the open fields that are still empty, in the order of the file."""
    for name, field in type(content).model_fields.items():
        value = getattr(content, name)
        key = field.alias or name
        if any(isinstance(mark, OpenMark) for mark in field.metadata):
            if value is None or (isinstance(value, PartialDay) and value.day is None):
                yield (*path, key)
        else:
            yield from _open_within(value, (*path, key))


def _open_within(value: object, path: PathInto) -> Iterator[PathInto]:
    if isinstance(value, Content):
        yield from open_fields(value, path)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _open_within(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _open_within(item, (*path, key))
