"""Content files: YAML text in, values out, each with the place where it was written.

Every scalar stays text (YAML must never turn 3.10 into 3.1 or `no` into False); the fields of a document parse it.
The only module that knows YAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ita_docs.problems import DocumentError, Place, Problem

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# The characters that no XML document may hold, and DEL; tab and the line ends are judged by YAML itself.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
UNQUOTED_NAME = re.compile(r"(?:^|[:-] )\s*\{[a-z]+\.")
NAME = re.compile(r"(?<!\{)\{([a-z][a-z0-9_-]*(?:\.[a-z0-9_.-]+)*)\}(?!\})")

Value = str | list["Value"] | dict[str, "Value"]
PathInto = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """What a content file says: plain values, and for each path into them its place (of the value, of the key)."""

    file: str
    value: Value
    values: dict[PathInto, Place]
    keys: dict[PathInto, Place]

    def place(self, path: PathInto) -> Place:
        """Find the place of a value; of what is missing, the place of the part that lacks it."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, Place(self.file, 1, 1))

    def key_place(self, path: PathInto) -> Place:
        """Find the place of a key."""
        return self.keys.get(path) or self.place(path)


def read(data: bytes, file: str) -> Source:
    """Read the bytes of a content file.

    Raises DocumentError with every problem found: not UTF-8, empty, a control character, a tab as indent, bad YAML,
    an anchor or tag, a duplicate key.
    """
    text = _decode(data, file)
    _refuse(_control_characters(text, file))
    _refuse(_tab_indents(text, file))
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise DocumentError([_syntax_problem(error, text, file)]) from None
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value.strip()):
        raise DocumentError([Problem("empty-file", Place(file, 1, 1))])
    _refuse(_anchors(text, file))
    reader = _Reader(file)
    value = reader.take(node, ())
    _refuse(reader.problems)
    return Source(file, value, reader.values, reader.keys)


def read_file(path: Path, file: str) -> Source:
    """Read a content file from the disk; `file` is the name that problems show."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise DocumentError([Problem("no-file", Place(file), {"file": file})]) from None
    except OSError:
        raise DocumentError([Problem("unreadable-file", Place(file), {"file": file})]) from None
    return read(data, file)


def fill(source: Source, name_of: Callable[[str], str | None], known: str) -> Source:
    """Put the values of `{office.name}` and the like in their places; raises DocumentError for unknown names.

    `{{` never starts a name and prints as typed. `known` tells the hint which names there are.
    """
    problems: list[Problem] = []

    def resolve(value: Value, path: PathInto) -> Value:
        if isinstance(value, dict):
            return {key: resolve(item, (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [resolve(item, (*path, index)) for index, item in enumerate(value)]

        def one(match: re.Match[str]) -> str:
            found = name_of(match[1])
            if found is None:
                place = source.place(path)
                column = (place.column or 1) + match.start()
                problems.append(
                    Problem("unknown-name", Place(place.file, place.line, column), {"value": match[1], "known": known})
                )
                return match[0]
            return found

        return NAME.sub(one, value)

    filled = Source(source.file, resolve(source.value, ()), source.values, source.keys)
    _refuse(problems)
    return filled


class _Reader:
    """Walks the composed nodes once and remembers places and duplicate keys."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[PathInto, Place] = {}
        self.keys: dict[PathInto, Place] = {}
        self.problems: list[Problem] = []

    def take(self, node: yaml.Node, path: PathInto) -> Value:
        self.values[path] = self.place(node)
        if isinstance(node, yaml.MappingNode):
            return self.take_mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.take(item, (*path, index)) for index, item in enumerate(node.value)]
        text: str = node.value
        return text

    def take_mapping(self, node: yaml.MappingNode, path: PathInto) -> Value:
        taken: dict[str, Value] = {}
        if node.flow_style and [value.value for _, value in node.value] == [""]:
            name = "{" + str(node.value[0][0].value) + "}"
            self.problems.append(Problem("unquoted-name", self.place(node), {"value": name, "fixed": f'"{name}"'}))
        for key_node, value_node in node.value:
            place = self.place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(Problem("yaml-syntax", place, {"value": "?"}))
                continue
            key = key_node.value
            if key in taken:
                first = self.keys[(*path, key)].line
                self.problems.append(Problem("duplicate-key", place, {"value": key, "first": str(first)}))
                continue
            self.keys[(*path, key)] = place
            taken[key] = self.take(value_node, (*path, key))
        return taken

    def place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)


def _decode(data: bytes, file: str) -> str:
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
    return text


def _control_characters(text: str, file: str) -> Iterator[Problem]:
    for match in CONTROL.finditer(text):
        yield Problem("control-character", _place_at(text, match.start(), file), {"value": f"U+{ord(match[0]):04X}"})


def _tab_indents(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            yield Problem("tab-indent", Place(file, number, indent.index("\t") + 1))


def _anchors(text: str, file: str) -> Iterator[Problem]:
    for event in yaml.parse(text, Loader=Loader):
        mark = event.start_mark
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            yield Problem("yaml-alias", Place(file, mark.line + 1, mark.column + 1), {"value": f"*{anchor}"})
        elif anchor:
            yield Problem("yaml-alias", Place(file, mark.line + 1, mark.column + 1), {"value": f"&{anchor}"})
        elif tag and isinstance(event, yaml.NodeEvent):
            yield Problem("yaml-alias", Place(file, mark.line + 1, mark.column + 1), {"value": str(tag)})


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    near = lines[line - 1].strip()[:40] if line <= len(lines) else ""
    if UNQUOTED_NAME.search(near):
        return Problem("unquoted-name", Place(file, line, column), {"value": near})
    return Problem("yaml-syntax", Place(file, line, column), {"value": near})


def _place_at(text: str, offset: int, file: str) -> Place:
    line = text.count("\n", 0, offset) + 1
    return Place(file, line, offset - text.rfind("\n", 0, offset))


def _refuse(problems: Iterator[Problem] | list[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise DocumentError(found)
