"""Many offices at once: each is one piece of work for any executor, and none can spoil another.

An office is a task of its own: processes on this machine, or a Dask cluster that sees the same folder. Its PDFs are
drawn later, together with those of other offices: a LibreOffice needs a second to start. What is finished stays
finished; a second run finds it by its manifest.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.places import build_folder
from ita_docs.problems import DocumentError, Problem
from ita_docs.produce import Edition, Result, Wanted, is_current

if TYPE_CHECKING:
    from ita_docs.build import Press


MOST_PAPERS = 100  # of one call of LibreOffice
TIMEOUT = 10  # seconds until a cluster that does not answer is not there


@dataclass(frozen=True)
class Delivered:
    """What came of one office: how many files were written, how many PDFs are to be drawn, what there is to say."""

    office: str
    written: int = 0
    undrawn: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Tell whether this office is without its papers."""
        return self.fails(())

    def fails(self, forgiven: Sequence[str]) -> bool:
        """Tell whether there is an error beside the forgiven ones."""
        return any(problem.severity == "error" and problem.code not in forgiven for problem in self.problems)

    def add(self, result: Result) -> Delivered:
        """Count a file, or note a problem."""
        if isinstance(result, Path):
            return replace(self, written=self.written + 1)
        return replace(self, problems=(*self.problems, result))


def deliver(
    root: Path, offices: Sequence[str], year: str, wanted: Wanted, executor: Executor, out: Path | None = None
) -> Iterator[Delivered]:
    """Make the papers of many offices, without PDFs, each office given as soon as it is finished, in no order.

    Ends the work that has not begun when the reader stops reading.
    """
    folder = str(out) if out else None
    work = {executor.submit(_office, str(root), office, year, wanted, folder): [office] for office in offices}
    return _gathered(work)


def draw(
    root: Path,
    delivered: Sequence[Delivered],
    year: str,
    wanted: Wanted,
    executor: Executor,
    jobs: int,
    out: Path | None = None,
) -> Iterator[Delivered]:
    """Draw the PDFs that delivered offices lack, several offices by one LibreOffice; give each office, in no order."""
    folder = str(out) if out else None
    again = replace(wanted, force=False)
    shared = shares(delivered, jobs)
    work = {executor.submit(_drawn, str(root), offices, year, again, folder): offices for offices in shared}
    return _gathered(work)


def shares(delivered: Sequence[Delivered], jobs: int) -> list[list[str]]:
    """Share out the offices that lack PDFs: about as many papers each, none much above what one call should serve.

    >>> shares([Delivered(name, undrawn=40) for name in "abcde"], 2)
    [['a', 'b', 'c'], ['d', 'e']]
    """
    left = sorted((one for one in delivered if one.undrawn and not one.failed), key=lambda one: one.office)
    papers = sum(one.undrawn for one in left)
    calls = jobs * ceil(papers / (jobs * MOST_PAPERS))
    found: dict[int, list[str]] = {}
    before = 0
    for one in left:
        found.setdefault(before * calls // papers, []).append(one.office)
        before += one.undrawn
    return list(found.values())


def _gathered(work: Mapping[Future[list[Delivered]], list[str]]) -> Iterator[Delivered]:
    try:
        for done in as_completed(work):
            try:
                yield from done.result()
            except Exception:  # a process that was killed, a machine that went away: these offices can be made again
                lost = {office: Problem("office-lost", None, {"value": office}) for office in work[done]}
                yield from (Delivered(office, problems=(problem,)) for office, problem in lost.items())
    finally:
        for future in work:
            future.cancel()


def processes(jobs: int) -> Executor:
    """Give an executor of so many processes of this machine."""
    return ProcessPoolExecutor(max_workers=max(1, jobs))


def cluster(address: str) -> Executor:
    """Give an executor of a Dask cluster whose workers see the same folder; raises DocumentError if there is none."""
    try:
        from distributed import Client

        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # it would log what is told below
        client = Client(address, timeout=TIMEOUT)  # type: ignore[no-untyped-call]
        executor: Executor = client.get_executor()  # type: ignore[no-untyped-call]
    except ImportError:
        raise DocumentError([Problem("no-dask", None, {"value": address})]) from None
    except (OSError, ValueError, TimeoutError):
        raise DocumentError([Problem("dask-away", None, {"value": address})]) from None
    return executor


def _office(root: str, office: str, year: str, wanted: Wanted, out: str | None) -> list[Delivered]:
    """Make one office's papers; nothing that can be wrong with it is raised."""
    folder, one = _folder(root, office, year, out), Delivered(office)
    try:
        edited = is_current(Path(root), office, year, folder, wanted)
        if edited is not None:
            return [replace(one, problems=tuple(edited))]
        edition = Edition(_press(root), office, year, folder, wanted)
        for result in edition.papers():
            one = one.add(result)
        for result in edition.pictures() if wanted.pdf else ():
            one = one.add(result)
        edition.close()
    except DocumentError as error:
        return [replace(one, problems=(*one.problems, *error.problems))]
    return [replace(one, undrawn=len(edition.undrawn()) if wanted.pdf else 0)]


def _drawn(root: str, offices: Sequence[str], year: str, wanted: Wanted, out: str | None) -> list[Delivered]:
    """Draw the PDFs of several offices, one after the other, with one LibreOffice; nothing that is wrong is raised."""
    from ita_docs import pdf

    press, came = _press(root), {office: Delivered(office) for office in offices}
    if missing := pdf.missing(press.workspace.fonts):
        return [one.add(missing) for one in came.values()]
    editions: dict[str, Edition] = {}
    left: dict[str, int] = {}

    def papers() -> Iterator[tuple[str, bytes]]:
        for office in offices:
            try:
                edition = Edition(press, office, year, _folder(root, office, year, out), wanted)
                for _ in edition.papers():  # which was told when they were made
                    pass
            except DocumentError as error:
                came[office] = replace(came[office], problems=error.problems)
                continue
            due = edition.undrawn()
            if not due:
                edition.close()
                continue
            editions[office], left[office] = edition, len(due)
            yield from ((f"{office}/{made.name}", made.data) for made in due)

    for called, result in pdf.convert(papers(), press.workspace.fonts):
        office, _, name = called.partition("/")
        for told in [result] if isinstance(result, Problem) else editions[office].put(name, result, called):
            came[office] = came[office].add(told)
        left[office] -= 1
        if not left[office]:  # nothing of it is kept while others are drawn
            with suppress(DocumentError):
                editions.pop(office).close()
    return list(came.values())


def _folder(root: str, office: str, year: str, out: str | None) -> Path:
    return Path(out) / office if out else build_folder(Path(root), office, year)


@lru_cache(maxsize=1)
def _press(root: str) -> Press:
    """Open the templates once in each process."""
    from ita_docs.build import Press
    from ita_docs.workspace import Workspace

    return Press(Workspace(Path(root)), thorough=False)
