"""The fields of content files: what a text must look like to be a date, a number, a choice; and which may stay open.

The only module that knows pydantic. Its problems are keyed by pydantic's stable codes, never by its sentences.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from ita_docs.problems import DocumentError, Problem

from ita_docs.source import PathInto, Source
from ita_docs.thai.dates import DateError, PartialDay, parse_partial
from ita_docs.thai.text import normalise


class Content(BaseModel):
    """A part of a content file: frozen, and no key beside its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class OpenMark:
    """Marks a field that may stay empty; `todo` lists it while it does."""


OPEN = OpenMark()


def _text(value: object) -> object:
    if isinstance(value, str):
        if not value.strip():
            raise PydanticCustomError("empty-value", "empty")
        return normalise(value.strip())
    return value


def _open(value: object) -> object:
    return None if value == "" else _text(value)


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not (value.isascii() and value.isdigit()):
            raise PydanticCustomError("not-a-number", "number", {"value": value})
        return int(value)
    return value


def _figure(value: object) -> object:
    if isinstance(value, str) and value:
        whole, _, rest = value.partition(".")
        if not (whole + rest).isdigit() or not value.isascii() or not whole:
            raise PydanticCustomError("not-a-number", "number", {"value": value})
        return Decimal(value)
    return None if value == "" else value


def _flag(value: object) -> object:
    if isinstance(value, str):
        if value not in ("yes", "no"):
            raise PydanticCustomError("not-one-of", "choice", {"value": value, "known": "yes, no"})
        return value == "yes"
    return value


def _partial(value: object) -> object:
    if isinstance(value, str):
        try:
            return parse_partial(value)
        except DateError as error:
            raise PydanticCustomError(error.code, "date", {"value": value, "fixed": error.suggestion or ""}) from None
    return value


def _day(value: object) -> object:
    if isinstance(value, str):
        partial = _partial(value)
        assert isinstance(partial, PartialDay)
        if partial.year is None or partial.month is None or partial.day is None:
            raise PydanticCustomError("not-a-date", "date", {"value": value})
        return date(partial.year, partial.month, partial.day)
    return value


def _open_day(value: object) -> object:
    return None if value == "" else _day(value)


Text = Annotated[str, BeforeValidator(_text)]
OpenText = Annotated[str | None, BeforeValidator(_open), OPEN]
OptionalText = Annotated[str | None, BeforeValidator(_open)]
Whole = Annotated[int, BeforeValidator(_whole)]
OpenFigure = Annotated[Decimal | None, BeforeValidator(_figure), OPEN]
Figure = Annotated[Decimal, BeforeValidator(_figure)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[date, BeforeValidator(_day)]
OptionalDay = Annotated[date | None, BeforeValidator(_open_day)]
OpenDay = Annotated[PartialDay, BeforeValidator(_partial), OPEN]
UNKNOWN_DAY = PartialDay(None, None, None)


def renamed(key: str, default: Any) -> Any:
    """Give a field the key that its file uses where that is a word of Python, such as `from`."""
    return Field(default=default, alias=key)


class Both(Content):
    """A wording in Thai and in English, side by side."""

    th: Text
    en: Text


Model = TypeVar("Model", bound=Content)


def parse(model: type[Model], source: Source) -> Model:
    """Make the typed content of a source; raises DocumentError with every field that does not fit."""
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise DocumentError([_problem(model, source, detail) for detail in details]) from None


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


def nearest(value: str, known: Iterable[str]) -> str:
    """Find the known name that a mistyped one resembles, or nothing.

    >>> nearest("office.nmae", ["office.name", "year.be"])
    'office.name'
    """
    return next(iter(difflib.get_close_matches(value, list(known), 1)), "")


def _open_within(value: object, path: PathInto) -> Iterator[PathInto]:
    if isinstance(value, Content):
        yield from open_fields(value, path)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _open_within(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _open_within(item, (*path, key))


# What was due, in Thai and in English, for pydantic's codes of a wrong type.
TYPES = {
    "string_type": ("ข้อความ", "a text"),
    "list_type": ("รายการ (ขึ้นต้นด้วย -)", "a list (lines that begin with -)"),
    "tuple_type": ("รายการ (ขึ้นต้นด้วย -)", "a list (lines that begin with -)"),
    "dict_type": ("กลุ่มหัวข้อ (หัวข้อ: ค่า)", "a group of keys (key: value)"),
    "model_type": ("กลุ่มหัวข้อ (หัวข้อ: ค่า)", "a group of keys (key: value)"),
    "int_type": ("จำนวน", "a number"),
    "decimal_type": ("จำนวน", "a number"),
    "bool_type": ("yes หรือ no", "yes or no"),
    "date_type": ("วันที่", "a date"),
    "date_from_datetime_inexact": ("วันที่", "a date"),
    "is_instance_of": ("วันที่ (ปี-เดือน-วัน) หรือเว้นว่าง", "a date (year-month-day) or nothing"),
}


def _problem(model: type[Content], source: Source, detail: ErrorDetails) -> Problem:
    path: PathInto = detail["loc"]
    code, facts = detail["type"], dict(detail.get("ctx", {}))
    last = str(path[-1]) if path else ""
    if code == "missing":
        return Problem("missing-key", source.place(path), {"value": last})
    if code == "extra_forbidden":
        known = _keys_at(model, path[:-1])
        return Problem(
            "unknown-key",
            source.key_place(path),
            {"value": last, "known": ", ".join(known), "near": nearest(last, known)},
        )
    if code == "literal_error":
        known = [str(choice) for choice in _choices_at(model, path)]
        value = str(detail["input"])
        return Problem(
            "not-one-of",
            source.place(path),
            {"value": value, "known": ", ".join(known), "near": nearest(value, known)},
        )
    if code in TYPES:
        due, due_en = TYPES[code]
        return Problem("wrong-type", source.place(path), {"due": due, "due_en": due_en, "value": _short(detail["input"])})
    if code == "empty-value":
        return Problem(code, source.place(path), {"value": last})
    if code in ("not-a-number", "not-one-of", "buddhist-year", "not-a-date", "impossible-date"):
        return Problem(code, source.place(path), {key: str(value) for key, value in facts.items()})
    raise NotImplementedError(f"pydantic code without a wording: {code}")


def _short(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}:" for key in value)[:40]
    if isinstance(value, list):
        return ", ".join(_short(item) for item in value)[:40] or "[]"
    return str(value)[:40]


def _plain(annotation: Any) -> Any:
    """Take Annotated, Optional and the item type of lists off an annotation."""
    while True:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = args[0]
        elif origin in (list, tuple):
            annotation = args[0]
        elif NoneType in args:
            annotation = next(arg for arg in args if arg is not NoneType)
        else:
            return annotation


def _walk(model: type[Content], path: PathInto, then: Callable[[Any], Any]) -> Any:
    here: Any = model
    for step in path:
        here = _plain(here)
        if isinstance(step, int):
            continue
        if get_origin(here) is dict:
            here = get_args(here)[1]
        elif isinstance(here, type) and issubclass(here, Content):
            names = {field.alias or name: field.annotation for name, field in here.model_fields.items()}
            here = names.get(step)
    return then(_plain(here))


def _keys_at(model: type[Content], path: PathInto) -> list[str]:
    return _walk(
        model, path, lambda here: [field.alias or name for name, field in here.model_fields.items()]
    )  # type: ignore[no-any-return]


def _choices_at(model: type[Content], path: PathInto) -> tuple[object, ...]:
    return _walk(model, path, get_args)  # type: ignore[no-any-return]
