"""Looking over a whole workspace, or the files of it that are named, without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ita_docs import build
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.todo import read_ledgers
from ita_docs.workspace import Workspace

CHECKED = ("content", "templates")


def inspect(workspace: Workspace, office: str, year: str, paths: Sequence[Path] = ()) -> list[Problem]:
    """Find what is wrong with the content and the templates, or with those that are named."""
    root = workspace.root.resolve()
    if unknown := [problem for path in paths for problem in _unchecked(path, root)]:
        return unknown
    try:
        setting, documents = workspace.open(office, year)
        read_ledgers(workspace, setting)
    except DocumentError as error:
        # What cannot be read at all stands in the way of every check.
        return _concerning(error.problems, paths, root) or list(error.problems)
    try:
        build.make(workspace, setting, documents, documents.values())
    except DocumentError as error:
        return _concerning(error.problems, paths, root)
    return []


def _unchecked(path: Path, root: Path) -> list[Problem]:
    """Say of a path why it is not checked: it is not there, or no content and no template of this workspace."""
    if not path.exists():
        return [Problem("no-file", Place(str(path)))]
    whole = path.resolve()
    if whole == root or any(whole.is_relative_to(root / part) for part in CHECKED):
        return []
    return [Problem("not-checked", Place(str(path)))]


def _concerning(problems: Iterable[Problem], paths: Sequence[Path], root: Path) -> list[Problem]:
    """Leave the problems of the files that are named, and those of no file."""
    wanted = [path.resolve() for path in paths]
    return [
        problem
        for problem in problems
        if not wanted or not problem.place or any((root / problem.place.file).is_relative_to(path) for path in wanted)
    ]
