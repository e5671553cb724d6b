"""Papers into PDFs, and the facts of a PDF that its paper must answer for."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.libreoffice import UNREADABLE, LibreOffice
from ita_docs.problems import Problem

if TYPE_CHECKING:
    import pikepdf

AHEAD = 2  # papers with one LibreOffice, so that it never waits for us
PULSE = 0.002  # seconds between two looks at the answers
PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")


def find_office() -> Path | None:
    """Find the program of LibreOffice."""
    return next((Path(found) for name in PROGRAMS if (found := shutil.which(name))), None)


def convert(
    papers: Iterable[tuple[str, bytes]], fonts: Path, jobs: int = 1, timeout: float = 60.0
) -> Iterator[tuple[str, bytes | Problem]]:
    """Give each paper's PDF, or what kept it from being one, as soon as it is known.

    Papers are taken from the iterable as they are needed; with several jobs one may overtake another.
    `timeout` is the seconds that one paper may take, the start of LibreOffice included.
    """
    program = find_office()
    if program is None or not _has_fonts(fonts):
        facts = {"folder": str(fonts)}
        problem = Problem("no-libreoffice") if program is None else Problem("no-fonts", facts=facts)
        yield from ((name, problem) for name, _ in papers)
        return
    with ExitStack() as stack:
        offices = [LibreOffice(program, fonts, timeout) for _ in range(max(1, jobs))]
        for office in offices:
            stack.callback(office.close)
        coming, more = iter(papers), True
        while more or any(office.waiting for office in offices):
            answers = [answer for office in offices if (answer := office.answer())]
            for name, result in answers:
                yield name, _failed(name, result) if isinstance(result, str) else result
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


def _has_fonts(folder: Path) -> bool:
    return (folder / "fonts.conf").is_file() and any(folder.glob("*.[to]tf"))


def _failed(paper: str, reason: str) -> Problem:
    return Problem("pdf-failed", facts={"paper": paper, "reason": reason})


@dataclass(frozen=True)
class Facts:
    """What a PDF says of itself: each page's size in mm, each font's name and embedding, each top heading's page."""

    pages: int
    sizes: tuple[tuple[float, float], ...]
    title: str
    language: str
    tagged: bool
    fonts: tuple[tuple[str, bool], ...]
    headings: tuple[int, ...]


def facts(pdf: bytes) -> Facts:
    """Read the facts of a PDF; a ValueError says that it is none."""
    import pikepdf  # only where a PDF is looked at: it is slow to import

    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            boxes = [[float(edge) for edge in page.mediabox] for page in opened.pages]
            marks = opened.Root.get("/MarkInfo", pikepdf.Dictionary())
            return Facts(
                pages=len(boxes),
                sizes=tuple((_mm(right - left), _mm(top - bottom)) for left, bottom, right, top in boxes),
                title=str(opened.docinfo.get("/Title", "")),
                language=str(opened.Root.get("/Lang", "")),
                tagged="/StructTreeRoot" in opened.Root and bool(marks.get("/Marked", False)),
                fonts=tuple(sorted(set(_fonts(opened)))),
                headings=tuple(_headings(opened)),
            )
    except pikepdf.PdfError as error:
        raise ValueError("not a PDF") from error


def inspect(name: str, pdf: bytes, families: Iterable[str]) -> list[Problem]:
    """Find what is wrong with a paper's PDF: no pages, a font of no allowed family, a font left outside."""
    try:
        found = facts(pdf)
    except ValueError:
        return [_failed(name, UNREADABLE)]
    allowed = {family.replace(" ", "") for family in families}
    problems = [] if found.pages else [Problem("pdf-empty", facts={"paper": name})]
    for font, embedded in found.fonts:
        if not embedded or re.split("[-,]", font)[0] not in allowed:
            problems.append(Problem("pdf-font", facts={"paper": name, "font": font}))
    return problems


def _headings(pdf: pikepdf.Pdf) -> Iterator[int]:
    """Number the page of each bookmark of the first level."""
    import pikepdf

    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as outline:
        for item in outline.root:
            target: object = item.destination
            if target is None and item.action is not None:
                target = item.action.get("/D")
            if isinstance(target, pikepdf.Array):
                yield numbers[target[0].objgen]


def _fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    """Name every font, without the mark of a subset; a composite font is told by the one inside it."""
    import pikepdf

    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/Font":
            continue
        if (kind := thing.get("/Subtype")) != "/Type0":
            name = re.sub("^/([A-Z]{6}[+])?", "", str(thing.get("/BaseFont", kind)))
            descriptor = thing.get("/FontDescriptor", pikepdf.Dictionary())
            yield name, any(key.startswith("/FontFile") for key in descriptor.keys())  # noqa: SIM118


def _mm(points: float) -> float:
    """Turn PDF points into millimetres.

    >>> _mm(595.3), _mm(841.9)
    (210.0, 297.0)
    """
    return round(points / 72 * 25.4, 1)
