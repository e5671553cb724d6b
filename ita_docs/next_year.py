"""The next year's content, made from this year's: what is carried over, what moves with the calendar, what is emptied.

The files are edited letter by letter, so that comments and layout stay. A date within the old fiscal year moves by as
many years as the new one is later; any other date, such as that of a law, stays. What `EMPTIED` names was a fact of the
old year, and begins empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import Any, Literal, NamedTuple, TypeVar

from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.source import PathInto, Source, Value, each_text, read
from ita_docs.thai.dates import fiscal_days

# What speaks of the plan as it was delivered for the old year, or of the work on that year, is not carried over.
REVIEW = "review.md"
LEFT_BEHIND = ("corrections.yaml", "questions.yaml", REVIEW)
# What every year has to say anew, by file and by the keys that lead there; the assessor sets quotas for each year too.
EMPTIED: dict[str, tuple[str, ...]] = {
    "offices/*.yaml": (
        *("last_result/*", "quotas/iit", "quotas/eit1_total", "quotas/eit1/*/minimum", "quotas/eit2"),
        *("papers/*/number", "papers/*/signed", "days_off"),
    ),
    "risk-scores/*.yaml": ("units/*/*/*",),
    "progress/*.yaml": ("items", "reports", "procurement", "answers/*", "withheld"),
}
# Records of the year's own work, whose comments speak of that year and not of the plan that the content was taken from.
BEGIN_ANEW = ("progress/*.yaml", "risk-scores/*.yaml")

DAY = re.compile(r"(?<![0-9])([12][0-9]{3})-([0-9]{2})(?:-([0-9]{2}))?(?![0-9-])")
COMMENT = re.compile(r"^ *#.*$", re.MULTILINE)
BRACKETS = {"[": 1, "{": 1, "]": -1, "}": -1}

Rule = TypeVar("Rule")
Kind = Literal["year", "emptied", "moved", "stayed", "recoded"]


class Change(NamedTuple):
    """What became of one value, where it stands, before and after; a date `stayed`, an item was `recoded`."""

    kind: Kind
    path: PathInto
    before: str
    after: str


@dataclass(frozen=True)
class Carried:
    """A file of the new year: its name within the year, its bytes, what it says if it is content, what was changed."""

    file: str
    data: bytes
    source: Source | None = None
    changes: tuple[Change, ...] = ()

    def place(self, path: PathInto) -> Place:
        """Find where a value stands, or its key where it is empty."""
        return self.source.key_place(path) if self.source else Place(self.file)


class Years(NamedTuple):
    """From which year to which, in the Buddhist era."""

    old: int
    new: int

    def moved(self, day: date) -> date | None:
        """Move a day of the old fiscal year; None for any other. The 29th of February becomes the 28th.

        >>> Years(2568, 2569).moved(date(2025, 4, 30)), Years(2568, 2569).moved(date(2022, 8, 2))
        (datetime.date(2026, 4, 30), None)
        """
        first, last = fiscal_days(self.old)
        if not first <= day <= last:
            return None
        year = day.year + self.new - self.old
        try:
            return day.replace(year=year)
        except ValueError:
            return day.replace(year=year, day=28)

    def moved_text(self, text: str) -> str:
        """Move every date that a text holds in the form of the files.

        >>> Years(2568, 2569).moved_text("เช่น 2025-02-10 หรือ 2024-12"), Years(2568, 2569).moved_text("2025-13-01")
        ('เช่น 2026-02-10 หรือ 2025-12', '2025-13-01')
        """
        return DAY.sub(self._moved_match, text)

    def _moved_match(self, match: re.Match[str]) -> str:
        try:
            moved = self.moved(date(int(match[1]), int(match[2]), int(match[3] or 1)))
        except ValueError:  # the calendar has no such day
            return match[0]
        return (moved.isoformat() if match[3] else f"{moved:%Y-%m}") if moved else match[0]


def carried(files: Mapping[str, bytes], years: Years) -> list[Carried]:
    """Make the files of a new year from those of an old one, by their names within the year.

    Raises DocumentError with the problems of all content files that cannot be read; what is no content is taken as it
    is.
    """
    made: list[Carried] = []
    problems: list[Problem] = []
    for file, data in sorted(files.items()):
        if file in LEFT_BEHIND:
            continue
        try:
            made.append(_carried(file, data, years) if file.endswith(".yaml") else Carried(file, data))
        except DocumentError as error:
            problems += error.problems
    if problems:
        raise DocumentError(problems)
    return made


def matches(file: str, table: Mapping[str, Iterable[Rule]]) -> Iterator[Rule]:
    """List what a table has for a file, by the pattern of its name."""
    for pattern, rows in table.items():
        if fnmatchcase(file, pattern):
            yield from rows


def is_named(path: PathInto, patterns: Iterable[str]) -> bool:
    """Tell whether the keys that lead to a value are among those of a table; a `*` stands for one key.

    >>> is_named(("papers", "memo", "signed"), ["papers/*/signed"]), is_named(("papers", "memo"), ["papers/*/signed"])
    (True, False)
    """
    steps = [str(step) for step in path]
    return any(
        len(steps) == len(keys) and all(key in ("*", step) for key, step in zip(keys, steps, strict=True))
        for keys in (pattern.split("/") for pattern in patterns)
    )


def _carried(file: str, data: bytes, years: Years) -> Carried:
    old = read(data, f"content/{years.old}/{file}")
    edits: dict[tuple[int, int], str] = {}
    changes: list[Change] = []
    for start, end, change in _changes(old, file, years):
        changes.append(change)
        edits[start, end] = change.after
    for start, end in _comments(old):
        if not any(first <= start < last for first, last in edits):
            edits[start, end] = _comment(old.text[start:end], file, years)
    text = old.text
    for (start, end), after in sorted(edits.items(), reverse=True):
        text = text[:start] + after + text[end:]
    new = read(text.encode(), f"content/{years.new}/{file}")
    told = tuple(change for change in changes if change.before.strip())
    return Carried(file, text.encode(), new, told)


def _changes(source: Source, file: str, years: Years) -> Iterator[tuple[int, int, Change]]:
    """List what changes in a file: from where to where, and what stands there instead."""
    emptied = [path for path in source.keys if is_named(path, matches(file, EMPTIED)) and _at(source, path)]
    for path in emptied:
        start, end = _reach(source, path)
        before = " ".join(COMMENT.sub("", source.text[start:end]).split())
        flow = source.text[end : end + 1] not in ("", "\n")  # YAML wants a space between a colon and a bracket
        yield start, end, Change("emptied", path, before, " " if flow else "")
    for path, text in each_text(source.value):
        if any(path[: len(above)] == above for above in emptied):
            continue
        start, end = source.spans[path]
        if file == "year.yaml" and path == ("year_be",):
            yield start, end, Change("year", path, text, str(years.new))
        elif DAY.fullmatch(text.strip()):
            moved = years.moved_text(source.text[start:end])
            kind: Kind = "stayed" if moved == source.text[start:end] else "moved"
            yield start, end, Change(kind, path, text.strip(), moved)


def _reach(source: Source, path: PathInto) -> tuple[int, int]:
    """Find from where to where the value of a key reaches: from its colon to the end of what belongs to it."""
    start = source.text.index(":", _offset(source, source.keys[path]) + len(str(path[-1]))) + 1
    return start, start + len(source.text[start : _end(source, path, _at(source, path))].rstrip())


def _at(source: Source, path: PathInto) -> Value:
    value: Any = source.value
    for step in path:
        value = value[step]
    found: Value = value
    return found


def _end(source: Source, path: PathInto, value: Value) -> int:
    if isinstance(value, str):
        return source.spans[path][1]
    begin = _offset(source, source.values[path])
    if source.text[begin] in BRACKETS:
        return _bracket_end(source, path, begin)
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    return max((_end(source, (*path, key), each) for key, each in inside), default=begin)


def _bracket_end(source: Source, path: PathInto, begin: int) -> int:
    """Find where a list or group in brackets ends; brackets in its texts are none of its own."""
    spans = [span for at, span in source.spans.items() if at[: len(path)] == path]
    depth, at = 0, begin
    while at < len(source.text):
        at = next((end for start, end in spans if start <= at < end), at)
        depth += BRACKETS.get(source.text[at], 0)
        at += 1
        if not depth:
            break
    return at


def _offset(source: Source, place: Place) -> int:
    lines = source.text.split("\n")[: (place.line or 1) - 1]
    return sum(len(line) + 1 for line in lines) + (place.column or 1) - 1


def comment_lines(source: Source) -> Iterator[int]:
    """List the numbers of the lines that are comments, and no text that begins with #."""
    for start, _ in _comments(source):
        yield source.text.count("\n", 0, start) + 1


def begins_anew(file: str) -> bool:
    """Tell whether a file records the work of its year, so that nothing of it is worth comparing with the old one."""
    return any(fnmatchcase(file, pattern) for pattern in BEGIN_ANEW)


def _comments(source: Source) -> Iterator[tuple[int, int]]:
    texts = list(source.spans.values())
    for match in COMMENT.finditer(source.text):
        if not any(start < match.end() and match.start() < end for start, end in texts):
            yield match.span()


def _comment(text: str, file: str, years: Years) -> str:
    moved = years.moved_text(text)
    if begins_anew(file):
        return re.sub(rf"(?<![0-9]){years.old}(?![0-9])", str(years.new), moved)
    return moved
