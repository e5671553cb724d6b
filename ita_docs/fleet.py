"""Many offices at once: each is one piece of work for any executor, and none can spoil another.

An office is a task of its own: processes on this machine, or a Dask cluster that sees the same folder. What is finished
stays finished; a second run finds it by its manifest.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.places import build_folder
from ita_docs.problems import DocumentError, Problem
from ita_docs.produce import Wanted, is_current

if TYPE_CHECKING:
    from ita_docs.build import Press


TIMEOUT = 10  # seconds until a cluster that does not answer is not there


@dataclass(frozen=True)
class Delivered:
    """What came of one office: how many files were written, and what there is to say."""

    office: str
    written: int
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Tell whether this office is without its papers."""
        return any(problem.severity == "error" for problem in self.problems)


def deliver(
    root: Path, offices: Sequence[str], year: str, wanted: Wanted, executor: Executor, out: Path | None = None
) -> Iterator[Delivered]:
    """Make the papers of many offices, each given as soon as it is finished, in no order.

    Ends the work that has not begun when the reader stops reading.
    """
    work: dict[Future[Delivered], str] = {
        executor.submit(_office, str(root), office, year, wanted, str(out) if out else None): office
        for office in offices
    }
    try:
        for done in as_completed(work):
            try:
                yield done.result()
            except Exception:  # a process that was killed, a machine that went away: this office can be made again
                yield Delivered(work[done], 0, (Problem("office-lost", None, {"value": work[done]}),))
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


def _office(root: str, office: str, year: str, wanted: Wanted, out: str | None) -> Delivered:
    """Make one office's papers; nothing that can be wrong with it is raised."""
    from ita_docs.produce import produce

    home = Path(root)
    folder = Path(out) / office if out else build_folder(home, office, year)
    written, problems = 0, []
    try:
        edited = is_current(home, office, year, folder, wanted)
        if edited is not None:
            return Delivered(office, 0, tuple(edited))
        for result in produce(_press(root), office, year, folder, wanted):
            if isinstance(result, Path):
                written += 1
            else:
                problems.append(result)
    except DocumentError as error:
        problems += error.problems
    return Delivered(office, written, tuple(problems))


@lru_cache(maxsize=1)
def _press(root: str) -> Press:
    """Open the templates once in each process."""
    from ita_docs.build import Press
    from ita_docs.workspace import Workspace

    return Press(Workspace(Path(root)), thorough=False)
