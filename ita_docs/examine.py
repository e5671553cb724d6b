"""Papers from anywhere, ours or not: found, admitted, read, inspected alone and together, and mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import inspector, mending, package, paper
from ita_docs.inspector.profiles import PROFILES, Profile
from ita_docs.paper import Paper
from ita_docs.problems import DocumentError, Place, Problem

if TYPE_CHECKING:
    from ita_docs.laws import Law

ENDINGS = (".docx", ".pdf")
ROUNDS = 3  # of repairs: a letter that one has mended may need the look of another


@dataclass(frozen=True)
class Manner:
    """By whose rules papers are read: a kind where it is told, the house profile, the law that they may cite."""

    kind: str = ""
    profile: Profile = PROFILES["bma"]
    laws: Sequence[Law] = ()


def files_at(paths: Iterable[Path]) -> list[Path]:
    """List the papers at these places, those in folders too; raises DocumentError for what is not there."""
    found: dict[Path, None] = {}
    problems = []
    for path in paths:
        inside = sorted(each for each in path.rglob("*") if _is_paper(each)) if path.is_dir() else [path]
        if not inside:
            problems.append(Problem("no-papers", Place(str(path))))
        problems += [Problem("no-file", Place(str(file))) for file in inside if not file.is_file()]
        found |= dict.fromkeys(inside)
    if problems:
        raise DocumentError(problems)
    return list(found)


def contents(file: Path) -> bytes:
    """Read a file, and no further than a paper can go; raises DocumentError where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(package.LARGEST + 1)
    except OSError:
        raise DocumentError([Problem("no-file", Place(str(file)))]) from None


def _is_paper(path: Path) -> bool:
    """Tell a paper from what Word and other programs leave beside it."""
    return path.suffix.lower() in ENDINGS and not path.name.startswith((".", "~")) and path.is_file()


def examine(files: Iterable[tuple[str, bytes]], manner: Manner) -> list[Problem]:
    """Inspect papers: what cannot be read is one problem; the others are inspected alone, then together."""
    problems: list[Problem] = []
    subjects = []
    for name, data in files:
        try:
            if name.lower().endswith(".pdf"):
                problems += _pdf_problems(name, data)
                continue
            subject = _subject(name, data, manner)
        except DocumentError as error:
            problems += error.problems
            continue
        subjects.append(subject)
        problems += inspector.inspect(subject)
    return [*problems, *inspector.inspect_together(subjects)]


def mend(name: str, data: bytes, manner: Manner) -> tuple[bytes, list[Problem]]:
    """Do the mechanical repairs to a paper; give the paper and the findings that are no more.

    A paper with nothing to repair comes back byte for byte. Raises DocumentError when it cannot be read.
    """
    before = after = inspector.inspect(_subject(name, data, manner))
    mended = data
    for _ in range(ROUNDS):
        data, mended = mended, mending.mend(mended, {problem.code for problem in after})
        if mended == data:
            break
        after = inspector.inspect(_subject(name, mended, manner))
    return mended, _gone(before, after)


def _gone(before: Sequence[Problem], after: Sequence[Problem]) -> list[Problem]:
    """Tell the findings that are no more.

    One whose words alone have changed still stands, and so does one that is told once a paper and has moved on.
    """
    left = Counter(problem.code for problem in after)
    same = {_identity(problem) for problem in after}
    places = {(problem.code, problem.place) for problem in after}
    gone = []
    for problem in sorted(
        before, key=lambda each: (_identity(each) not in same, (each.code, each.place) not in places)
    ):
        if left[problem.code]:
            left[problem.code] -= 1
        else:
            gone.append(problem)
    return gone


def _identity(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.place, tuple(sorted(problem.facts.items()))


def opened(name: str, data: bytes) -> Paper:
    """Admit a file and read it; raises DocumentError when it is no whole and safe .docx."""
    return paper.read(package.slim(package.admit(data, name)), name)


def _subject(name: str, data: bytes, manner: Manner) -> inspector.Subject:
    read = opened(name, data)
    return inspector.subject_of(read, name, kind=manner.kind, profile=manner.profile, laws=manner.laws)


def _pdf_problems(name: str, data: bytes) -> list[Problem]:
    from ita_docs.pdf.reading import inspect_strange

    return inspect_strange(name, data)
