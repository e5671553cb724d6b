"""Everything that `ita-docs check` can be pointed at: the content, the templates, and papers from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_docs import build, examine
from ita_docs.documents.views import offered
from ita_docs.inspector import FORMS, PROFILES
from ita_docs.misfits import nearest
from ita_docs.places import starter, write_files
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.template.shape import ANY
from ita_docs.todo import read_ledgers
from ita_docs.workspace import Workspace

CHECKED = ("content", "templates")
MENDED = "-fixed"  # what the name of a mended copy ends in


@dataclass(frozen=True)
class Asked:
    """What somebody asked to have checked: from where, which files, by whose rules, for which office and year."""

    here: Path
    paths: Sequence[Path] = ()
    kind: str = ""
    profile: str = "bma"
    office: str | None = None
    year: str | None = None

    @property
    def papers(self) -> list[Path]:
        """The named files and folders that are no content and no template of the workspace."""
        return [path for path in self.paths if not _of_workspace(path, self.here)]

    @property
    def own(self) -> list[Path]:
        """The named files and folders of the workspace."""
        return [path for path in self.paths if _of_workspace(path, self.here)]


def inspect(asked: Asked) -> list[Problem]:
    """Find what is wrong with what is named; where nothing is, with the content and templates of the workspace."""
    problems = []
    _stop_at_unknown_words(asked)
    if asked.papers:
        files = examine.files_at(asked.papers)
        problems += examine.examine(((str(file), examine.contents(file)) for file in files), _manner(asked))
    if asked.own or not asked.paths:
        problems += _inspect_workspace(Workspace.find(asked.here), asked.office, asked.year, asked.own)
    return problems


def mend(asked: Asked) -> list[tuple[Path, list[Problem]]]:
    """Write a mended copy beside each paper that has something to mend; raises DocumentError before it loses any file.

    Gives the copies with the findings that are no more.
    """
    manner = _manner(asked)
    copies: dict[Path, bytes] = {}
    told = []
    for path in examine.files_at(asked.papers):
        if path.suffix.lower() != ".docx":
            continue
        try:
            data = examine.contents(path)
            mended, repaired = examine.mend(str(path), data, manner)
        except DocumentError:
            continue  # told already: it cannot be read
        if mended != data:
            copy = path.with_name(f"{path.stem}{MENDED}{path.suffix}")
            copies[copy] = mended
            told.append((copy, repaired))
    taken = [path for path, mended in copies.items() if path.exists() and path.read_bytes() != mended]
    if taken:
        raise DocumentError([Problem("fixed-exists", Place(str(path))) for path in taken])
    write_files(copies)
    return told


def _stop_at_unknown_words(asked: Asked) -> None:
    problems = []
    for value, known, code in ((asked.kind, FORMS, "no-such-form"), (asked.profile, PROFILES, "no-such-profile")):
        if value and value not in known:
            facts = {"value": value, "known": ", ".join(known), "near": nearest(value, known)}
            problems.append(Problem(code, None, facts))
    if problems:
        raise DocumentError(problems)


def _manner(asked: Asked) -> examine.Manner:
    """Look up the kind, the profile and the law that papers are read by: the workspace's law, else the starter's."""
    try:
        workspace = Workspace.find(asked.here)
    except DocumentError:
        workspace = Workspace(starter())
    return examine.Manner(asked.kind, PROFILES[asked.profile], workspace.laws())


def _inspect_workspace(
    workspace: Workspace, office: str | None, year: str | None, paths: Sequence[Path]
) -> list[Problem]:
    root = workspace.root.resolve()
    if missing := [Problem("no-file", Place(str(path))) for path in paths if not path.exists()]:
        return missing
    problems: list[Problem] = []
    try:
        for each in _offices_meant(workspace, office, paths):
            setting, documents = workspace.open(*workspace.choose(each, year))
            read_ledgers(workspace, setting)
            try:
                build.make(build.Press(workspace), setting, documents, documents.values())
            except DocumentError as error:
                problems += error.problems
    except DocumentError as error:
        # What cannot be read at all stands in the way of every check.
        return _concerning(error.problems, paths, root) or list(error.problems)
    return _concerning(dict.fromkeys([*_lint(workspace), *problems]), paths, root)


def _offices_meant(workspace: Workspace, office: str | None, paths: Sequence[Path]) -> list[str | None]:
    """Tell by which offices to check: the one that is asked for, else those whose files are named, else the default."""
    files = [path.resolve() for path in paths if path.resolve().parent.name == "offices"]
    named = [path.stem for path in files if path.suffix == ".yaml" and path.stem in workspace.offices()]
    return [office] if office or not named else list(dict.fromkeys(named))


def _lint(workspace: Workspace) -> Iterator[Problem]:
    """Look over every template of the workspace, also one that no document uses, without any data."""
    for path in sorted((workspace.root / "templates").glob("[!.~]*.docx")):
        try:
            template, _ = build.open_template(path, workspace)
            yield from template.lint(offered(path.name) or ANY)
        except DocumentError as error:
            yield from error.problems


def _of_workspace(path: Path, here: Path) -> bool:
    """Tell whether a path lies among the content or the templates of the workspace, or is the workspace itself."""
    try:
        root = Workspace.find(here).root.resolve()
    except DocumentError:
        return False
    whole = path.resolve()
    return whole == root or any(whole.is_relative_to(root / part) for part in CHECKED)


def _concerning(problems: Iterable[Problem], paths: Sequence[Path], root: Path) -> list[Problem]:
    """Leave the problems of the files that are named, and those of no file."""
    wanted = [path.resolve() for path in paths]
    return [
        problem
        for problem in problems
        if not wanted or not problem.place or any((root / problem.place.file).is_relative_to(path) for path in wanted)
    ]
