"""Papers into PDFs: LibreOffice draws them, then what it gets wrong is mended."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from ita_docs.pdf.libreoffice import UNREADABLE, LibreOffice
from ita_docs.problems import Problem

AHEAD = 2  # papers with one LibreOffice, so that it never waits for us
PULSE = 0.002  # seconds between two looks at the answers
PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")


def find_office() -> Path | None:
    """Find the program of LibreOffice."""
    return next((Path(found) for name in PROGRAMS if (found := shutil.which(name))), None)


def missing(fonts: Path) -> Problem | None:
    """Tell what this machine lacks to make PDFs, if anything."""
    if find_office() is None:
        return Problem("no-libreoffice")
    has_fonts = (fonts / "fonts.conf").is_file() and any(fonts.glob("*.[to]tf"))
    return None if has_fonts else Problem("no-fonts", facts={"folder": str(fonts)})


def convert(
    papers: Iterable[tuple[str, bytes]], fonts: Path, jobs: int = 1, timeout: float = 60.0
) -> Iterator[tuple[str, bytes | Problem]]:
    """Give each paper's PDF, or what kept it from being one, as soon as it is known.

    Papers are taken from the iterable as they are needed; with several jobs one may overtake another.
    `timeout` is the seconds that one paper may take, the start of LibreOffice included.
    """
    from ita_docs.pdf.mending import mend  # pikepdf is slow to import

    program, lacking = find_office(), missing(fonts)
    if lacking or program is None:
        yield from ((name, lacking or Problem("no-libreoffice")) for name, _ in papers)
        return
    with ExitStack() as stack:
        offices = [LibreOffice(program, fonts, timeout) for _ in range(max(1, jobs))]
        for office in offices:
            stack.callback(office.close)
        coming, more = iter(papers), True
        while more or any(office.waiting for office in offices):
            answers = [answer for office in offices if (answer := office.answer())]
            for name, result in answers:
                yield name, _failed(name, result) if isinstance(result, str) else mend(result)
            for office in offices:
                if not more or len(office.waiting) >= AHEAD:
                    continue
                name, docx = next(coming, ("", None))
                if docx is None:
                    more = False
                elif not office.take(name, docx):
                    yield name, _failed(name, UNREADABLE)
            if not answers:
                time.sleep(PULSE)


def _failed(paper: str, reason: str) -> Problem:
    return Problem("pdf-failed", facts={"paper": paper, "reason": reason})
