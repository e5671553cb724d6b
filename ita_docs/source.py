"""Content files: YAML text in, values out, each with the place where it was written.

Every scalar stays text (YAML must never turn 3.10 into 3.1 or `no` into False); the fields of a document parse it.
The only module that knows YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.syntax import place_at, syntax_problem, unquoted_name

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What no XML document may hold, and what ends a line for YAML but for no editor (as pasted from Word and the web).
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
INDENT = re.compile("^ *([^\\S\n ])", re.MULTILINE)
COLON = re.compile(r"\s*:")
COMMENT = re.compile(r"[ \t]+(#.*)")
MARK = re.compile(r"\S{1,40}")

DEEPEST = 20  # levels; the content of a paper has nine at most
LONGEST = 10_000  # letters of one text; the longest paragraph of a real paper has a seventh of it
MOST_FILES = 400  # whose reading is kept: those of a year, which the offices of a fleet share, and as many again
ENOUGH = 10  # control characters: a file that is no text is full of them

Value = str | list["Value"] | dict[str, "Value"]
PathInto = tuple[str | int, ...]


@dataclass(frozen=True, eq=False)  # each reading is one of its own, so that what was made of it can be kept
class Source:
    """What a content file says: plain values, and for each path into them its place (of the value, of the key)."""

    file: str
    value: Value
    values: Mapping[PathInto, Place]
    keys: Mapping[PathInto, Place]
    text: str = ""
    spans: Mapping[PathInto, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: PathInto) -> Place:
        """Find the place of a value; of what is missing, the place of the part that lacks it."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, Place(self.file, 1, 1))

    def key_place(self, path: PathInto) -> Place:
        """Find the place of a key."""
        return self.keys.get(path) or self.place(path)

    def place_of(self, words: str, path: PathInto, number: int = 0) -> Place | None:
        """Find the place of words inside a value, the first time or a later one; None where they are not typed so."""
        at, end = self.spans.get(path, (0, 0))
        for _ in range(number + 1):
            at = self.text.find(words, at, end) + 1
            if not at:
                return None
        return place_at(self.text, at - 1, self.file)

    def find(self, words: str) -> Place | None:
        """Find the first value that holds words, comments left aside."""
        texts = (path for path, value in each_text(self.value) if words in value)
        return next((place for path in texts if (place := self.place_of(words, path))), None)


def read(data: bytes, file: str) -> Source:
    """Read the bytes of a content file.

    Raises DocumentError with every problem found: not UTF-8, empty, a control character, a tab as indent, bad YAML,
    an anchor or tag, a duplicate key, a text cut off by #.
    """
    text = _decode(data, file)
    refuse([*_control_characters(text, file)][:ENOUGH])
    refuse(_odd_indents(text, file))
    reader = _Reader(text, file)
    try:
        value = reader.read()
    except yaml.MarkedYAMLError as error:
        at, began = _stuck(text, error)
        refuse([*reader.problems, syntax_problem(text, file, at, began)])
    refuse(reader.problems)
    if isinstance(value, str) and not value.strip():
        raise DocumentError([Problem("empty-file", Place(file, 1, 1))])
    return Source(file, value, reader.values, reader.keys, text, reader.spans)


def read_file(path: Path, file: str) -> Source:
    """Read a content file from the disk; `file` is the name that problems show."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise DocumentError([Problem("no-file", Place(file))]) from None
    except OSError:
        raise DocumentError([Problem("unreadable-file", Place(file))]) from None
    return read(data, file)


def each_text(value: Value, path: PathInto = ()) -> Iterator[tuple[PathInto, str]]:
    """List the texts of a value with their paths, in the order of the file."""
    if isinstance(value, str):
        yield path, value
    else:
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from each_text(item, (*path, key))


class _Reader:
    """Walks the events of YAML once; remembers places, and what is wrong though YAML allows it."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.events = yaml.parse(text, Loader=Loader)
        self.values: dict[PathInto, Place] = {}
        self.keys: dict[PathInto, Place] = {}
        self.spans: dict[PathInto, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def read(self) -> Value:
        value: Value = ""
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                value = self.take(event, ())
            elif isinstance(event, yaml.DocumentStartEvent) and value:
                self.problems.append(Problem("second-part", self.place(event)))
                break
        return value

    def take(self, event: yaml.Event, path: PathInto) -> Value:
        if len(path) > DEEPEST:
            raise DocumentError([*self.problems, Problem("too-deep", self.place(event), {"most": str(DEEPEST)})])
        self.values[path] = self.place(event)
        self.refuse_marks(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.take_mapping(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Value] = []
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                items.append(self.take(item, (*path, len(items))))
            return items
        if not isinstance(event, yaml.ScalarEvent):
            return ""
        self.spans[path] = (_offset(self.text, event.start_mark), _offset(self.text, event.end_mark))
        self.refuse_cut_text(event)
        return self.sound(event)

    def take_mapping(self, start: yaml.MappingStartEvent, path: PathInto) -> Value:
        taken: dict[str, Value] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            place = self.place(event)
            if not isinstance(event, yaml.ScalarEvent):
                at = _offset(self.text, event.start_mark)
                raise DocumentError([*self.problems, syntax_problem(self.text, self.file, at, at)])
            key = self.sound(event)
            if start.flow_style and not COLON.match(self.text, _offset(self.text, event.end_mark)):
                self.problems.append(unquoted_name(self.text, self.file, _offset(self.text, start.start_mark)))
            if key in taken:
                first = str(self.keys[(*path, key)].line)
                self.problems.append(Problem("duplicate-key", place, {"value": key, "first": first}))
            self.keys.setdefault((*path, key), place)
            taken[key] = self.take(next(self.events), (*path, key))
        return taken

    def refuse_marks(self, event: yaml.Event) -> None:
        """Refuse what stands for another text, or says of what type it is: anchors, aliases, tags."""
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            mark = MARK.match(self.text, _offset(self.text, event.start_mark))
            self.problems.append(Problem("yaml-alias", self.place(event), {"value": mark[0] if mark else "!"}))

    def refuse_cut_text(self, event: yaml.ScalarEvent) -> None:
        """Refuse ` #` behind a text without quotation marks: the rest would be lost as a comment."""
        rest = COMMENT.match(self.text, _offset(self.text, event.end_mark))
        if rest and not event.style:
            place = place_at(self.text, rest.start(1), self.file)
            self.problems.append(Problem("text-cut-off", place, {"value": rest[1][:40]}))

    def sound(self, event: yaml.ScalarEvent) -> str:
        """Give the text of a scalar, unless it is too long or holds a control character by an escape such as \\0."""
        text: str = event.value
        if len(text) > LONGEST:
            facts = {"value": text[:40], "length": str(len(text)), "most": str(LONGEST)}
            self.problems.append(Problem("too-long", self.place(event), facts))
            return text[:LONGEST]
        if found := CONTROL.search(text):
            facts = {"value": f"U+{ord(found[0]):04X}"}
            self.problems.append(Problem("control-character", self.place(event), facts))
        return text

    def place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)


def _offset(text: str, mark: Any) -> int:
    """Give the offset of a mark of YAML (whose types allow for none)."""
    return min(int(mark.index), len(text))


def _stuck(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Tell where YAML gave up, and where it had begun what it was reading."""
    at, began = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    return (_offset(text, at), _offset(text, began)) if at and began else (0, 0)


def _decode(data: bytes, file: str) -> str:
    """Decode a file as UTF-8, with or without a mark at its beginning, with any line ends."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        problem = Problem("not-utf8", Place(file, line, column), {"value": f"0x{data[error.start]:02X}"})
        raise DocumentError([problem]) from None
    if not text.strip():
        raise DocumentError([Problem("empty-file", Place(file, 1, 1))])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _control_characters(text: str, file: str) -> Iterator[Problem]:
    for match in CONTROL.finditer(text):
        yield Problem("control-character", place_at(text, match.start(), file), {"value": f"U+{ord(match[0]):04X}"})


def _odd_indents(text: str, file: str) -> Iterator[Problem]:
    for match in INDENT.finditer(text):
        rest = text[match.end() :].partition("\n")[0].strip()
        if rest and not rest.startswith("#"):
            place = place_at(text, match.start(1), file)
            tab = match[1] == "\t"
            yield (
                Problem("tab-indent", place)
                if tab
                else Problem("odd-indent", place, {"value": f"U+{ord(match[1]):04X}"})
            )


def refuse(problems: Iterable[Problem]) -> None:
    """Raise the problems of a file, when there are any, each once, in the order of the file."""
    if found := dict.fromkeys(problems):
        raise DocumentError(sorted(found, key=_in_order))


def _in_order(problem: Problem) -> tuple[int, int]:
    place = problem.place or Place("")
    return place.line or 0, place.column or 0
