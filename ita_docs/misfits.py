"""Why the values of a content file do not fit their fields: what pydantic found, in our own words.

Keyed by pydantic's stable codes, never by its sentences.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ita_docs.problems import Problem
from ita_docs.source import PathInto, Source, Value

Model = type[BaseModel]

# What was due, in Thai and in English, for pydantic's codes of a wrong type.
LIST = ("รายการ (ขึ้นต้นด้วย -)", "a list (lines that begin with -)")
GROUP = ("กลุ่มหัวข้อ (หัวข้อ: ค่า)", "a group of keys (key: value)")
DAY = ("วันที่ (ปี-เดือน-วัน)", "a date (year-month-day)")
TYPES = {
    "string_type": ("ข้อความ", "a text"),
    "list_type": LIST,
    "tuple_type": LIST,
    "dict_type": GROUP,
    "model_type": GROUP,
    "int_type": ("จำนวน", "a number"),
    "decimal_type": ("จำนวน", "a number"),
    "bool_type": ("คำว่า yes หรือ no", "yes or no"),
    "date_type": DAY,
    "dataclass_type": DAY,
}
# The codes that our own fields give.
OWN = (
    "line-break",
    "number-with-year",
    "not-a-number",
    "not-a-time",
    "not-one-of",
    "buddhist-year",
    "not-a-date",
    "impossible-date",
)


def problems_of(error: ValidationError, model: Model, source: Source) -> list[Problem]:
    """Tell everything that does not fit, each mistake once."""
    details = error.errors(include_url=False)
    found = [(_path(source.value, detail["loc"]), detail) for detail in details]
    deepest = [
        (path, detail)
        for path, detail in found
        if detail["type"] not in TYPES or not any(other[: len(path)] == path != other for other, _ in found)
    ]
    problems = [_problem(model, source, path, detail) for path, detail in deepest]
    return list(_each_once(problems))


def nearest(value: str, known: Iterable[str]) -> str:
    """Find the known name that a mistyped one resembles, or nothing.

    >>> nearest("office.nmae", ["office.name", "year.be"])
    'office.name'
    """
    return next(iter(difflib.get_close_matches(value[:80], list(known), 1)), "")


def _path(value: Value, location: tuple[str | int, ...]) -> PathInto:
    """Find the path in the file, without the names that pydantic gives to the choices of a union."""
    path: list[str | int] = []
    for step in location:
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _problem(model: Model, source: Source, path: PathInto, detail: ErrorDetails) -> Problem:
    code, given, facts = detail["type"], detail["input"], dict(detail.get("ctx", {}))
    place, last = source.place(path), detail["loc"][-1] if detail["loc"] else ""
    if code in ("missing", "too_long", "too_short") and isinstance(given, list):
        due = _length_at(model, path) or facts.get("min_length", 0)
        return Problem("wrong-length", place, {"due": str(due), "counted": str(len(given))})
    if code == "missing":
        return Problem("missing-key", place, {"value": str(last)})
    if code == "extra_forbidden" or last == "[key]":
        known = _keys_at(model, path[:-1])
        free = [key for key in known if (*path[:-1], key) not in source.keys]
        facts = {"value": str(path[-1]), "known": ", ".join(known), "near": nearest(str(path[-1]), free)}
        return Problem("unknown-key", source.key_place(path), facts)
    if code == "empty-value" or given == "":
        return Problem("empty-value", place, {"value": _called(path)})
    if code == "literal_error":
        choices = [str(choice) for choice in get_args(_type_at(model, path))]
        value = _short(given)
        return Problem(
            "not-one-of", place, {"value": value, "known": ", ".join(choices), "near": nearest(value, choices)}
        )
    if code in TYPES:
        due, due_en = TYPES[code]
        return Problem("wrong-type", place, {"due": due, "due_en": due_en, "value": _short(given)})
    if code in OWN:
        return Problem(code, place, {key: _short(value) for key, value in facts.items()})
    raise NotImplementedError(f"pydantic code without a wording: {code}")


def _each_once(problems: list[Problem]) -> Iterator[Problem]:
    """Leave out what is said already: the right key that a mistyped one leaves missing, a second choice of type."""
    mistyped = {problem.facts.get("near") for problem in problems if problem.code == "unknown-key"}
    seen: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if not (problem.code == "missing-key" and problem.facts["value"] in mistyped):
            seen.setdefault((problem.code, str(problem.place)), []).append(problem)
    for (code, _), alike in seen.items():
        if code == "wrong-type":
            due = " หรือ ".join(dict.fromkeys(problem.facts["due"] for problem in alike))
            due_en = " or ".join(dict.fromkeys(problem.facts["due_en"] for problem in alike))
            yield Problem(code, alike[0].place, {**alike[0].facts, "due": due, "due_en": due_en})
        elif code in ("missing-key", "unknown-key"):
            yield from alike
        else:
            yield alike[0]


def _called(path: PathInto) -> str:
    """Name what stands at a path, an entry of a list by its number.

    >>> _called(("bodies", 0, "name")), _called(("reason", 1))
    ('name', 'reason 2')
    """
    names = [step for step in path if isinstance(step, str)]
    number = f" {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
    return f"{names[-1] if names else ''}{number}".strip()


def _short(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}:" for key in value)[:40]
    if isinstance(value, list):
        return ", ".join(_short(item) for item in value)[:40] or "[]"
    return str(value)[:40]


def _bare(annotation: Any) -> Any:
    """Take Annotated and Optional off an annotation."""
    while True:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = args[0]
        elif NoneType in args:
            annotation = next(arg for arg in args if arg is not NoneType)
        else:
            return annotation


def _type_at(model: Model, path: PathInto) -> Any:
    """Find the type of the field at a path."""
    here: Any = model
    for step in path:
        here = _bare(here)
        origin, args = get_origin(here), get_args(here)
        if origin in (list, tuple):
            here = args[0]
        elif origin is dict:
            here = args[1]
        else:
            fields = getattr(here, "model_fields", {})
            here = next((field.annotation for name, field in fields.items() if step == (field.alias or name)), None)
    return _bare(here)


def _keys_at(model: Model, path: PathInto) -> list[str]:
    """List the keys that may stand in the group at a path."""
    here = _type_at(model, path)
    if get_origin(here) is dict:
        return [str(choice) for choice in get_args(_bare(get_args(here)[0]))]
    return [field.alias or name for name, field in getattr(here, "model_fields", {}).items()]


def _length_at(model: Model, path: PathInto) -> int:
    """Tell how many entries a list of fixed length has; 0 for any other."""
    here = _type_at(model, path)
    args = get_args(here)
    return len(args) if get_origin(here) is tuple and ... not in args else 0
