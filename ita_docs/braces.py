"""Names in braces, as `{office.name}`: found in the texts of a content file, and filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from ita_docs.problems import Problem
from ita_docs.source import MOST_FILES, PathInto, Source, Value, each_text, refuse

NAME = re.compile(r"(?<!\{)\{([a-z][a-z0-9_-]*(?:\.[a-z0-9_.-]+)*)\}(?!\})")
# A name that was typed with a capital, a space, or without its closing brace.
NEARLY_NAME = re.compile(r"(?<!\{)\{(?!\{)\s*([A-Za-z]\w*(?:\s*\.\s*[\w.-]*\w)?)(?:\s*\})?")


def names_in(source: Source) -> Iterator[str]:
    """List the names in braces that a content file uses, and those that it nearly uses."""
    for _, text in each_text(source.value):
        if "{" in text:
            yield from (match[1] for match in NAME.finditer(text))
            yield from (_name_meant(match) for match in NEARLY_NAME.finditer(text))


def _name_meant(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match[1]).lower()


Unknown = Callable[[str], tuple[str, Mapping[str, str]]]


def fill(source: Source, name_of: Callable[[str], str | None], unknown: Unknown) -> Source:
    """Put the values of `{office.name}` and the like in their places; raises DocumentError for unknown names.

    `{{` never starts a name and prints as typed. `unknown` gives the code and the facts of a name that has no value.
    """
    problems: list[Problem] = []

    def tell(typed: str, path: PathInto, number: int, name: str) -> None:
        code, facts = unknown(name)
        place = source.place_of(typed, path, number) or source.place(path)
        problems.append(Problem(code, place, {"value": typed, **facts}))

    def filled(text: str, path: PathInto) -> str:
        for match in NEARLY_NAME.finditer(text):
            name = _name_meant(match)
            if not NAME.match(text, match.start()) and name_of(name) is not None:
                tell(match[0], path, text.count(match[0], 0, match.start()), name)

        def one(match: re.Match[str]) -> str:
            found = name_of(match[1])
            if found is None:
                tell(match[0], path, text.count(match[0], 0, match.start()), match[1])
            return match[0] if found is None else found

        return NAME.sub(one, text)

    value = _with_texts(source.value, (), _with_braces(source), filled)
    refuse(problems)
    return replace(source, value=value)


@lru_cache(MOST_FILES)
def _with_braces(source: Source) -> frozenset[PathInto]:
    """Find the texts with a brace and all that they lie in: the rest of a file is the same for everybody."""
    paths = [path for path, text in each_text(source.value) if "{" in text]
    return frozenset(path[:length] for path in paths for length in range(len(path) + 1))


def _with_texts(
    value: Value, path: PathInto, touched: frozenset[PathInto], change: Callable[[str, PathInto], str]
) -> Value:
    if path not in touched:
        return value
    if isinstance(value, dict):
        return {key: _with_texts(item, (*path, key), touched, change) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_texts(item, (*path, index), touched, change) for index, item in enumerate(value)]
    return change(value, path)
