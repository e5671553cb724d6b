"""What a PDF says of itself, and what is wrong with it: ours after it was made, or one from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Pdf

from ita_docs.pdf.standard import Unkept, unkept
from ita_docs.pdf.tags import opened
from ita_docs.problems import DocumentError, Place, Problem

# No paper comes near these; what does is made to exhaust the machine.
LARGEST = 200_000_000  # bytes of the file
UNPACKED = 50_000_000  # bytes of one stream, opened
MOST_PAGES, MOST_OBJECTS = 3_000, 200_000
NESTING, CONTAINER = 100, 100_000


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
    unkept: tuple[Unkept, ...]


def facts(data: bytes, file: str = "") -> Facts:
    """Read the facts of a PDF; raises DocumentError where it is damaged, locked, or too large to be a paper."""
    if len(data) > LARGEST:
        raise _refused("pdf-too-large", file)
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=UNPACKED,
        run_length_max_memory=UNPACKED,
        dct_max_memory=UNPACKED,
        png_max_memory=UNPACKED,
        tiff_max_memory=UNPACKED,
        parser_max_nesting=NESTING,
        parser_max_container_size=CONTAINER,
    )
    try:
        with opened(data) as pdf:
            if int(pdf.Root.Pages.get("/Count", 0)) > MOST_PAGES or len(pdf.objects) > MOST_OBJECTS:
                raise _refused("pdf-too-large", file)
            return _facts(pdf)
    except pikepdf.PasswordError:
        raise _refused("pdf-locked", file) from None
    except DocumentError:
        raise
    except Exception:  # a damaged PDF can fail anywhere, in words of its own
        raise _refused("pdf-damaged", file) from None


def _refused(code: str, file: str) -> DocumentError:
    return DocumentError([Problem(code, Place(file) if file else None)])


def _facts(pdf: Pdf) -> Facts:
    boxes = [[float(edge) for edge in page.mediabox] for page in pdf.pages]
    marks = pdf.Root.get("/MarkInfo", Dictionary())
    return Facts(
        pages=len(boxes),
        sizes=tuple((_mm(right - left), _mm(top - bottom)) for left, bottom, right, top in boxes),
        title=str(pdf.docinfo.get("/Title", "")),
        language=str(pdf.Root.get("/Lang", "")),
        tagged="/StructTreeRoot" in pdf.Root and bool(marks.get("/Marked", False)),
        fonts=tuple(sorted(set(_fonts(pdf)))),
        headings=tuple(_headings(pdf)),
        unkept=tuple(unkept(pdf)),
    )


def headings(pdf: bytes) -> tuple[int, ...]:
    """Read the page of each heading of the first level of a PDF of ours."""
    with opened(pdf) as found:
        return tuple(_headings(found))


def inspect(name: str, pdf: bytes, families: Iterable[str]) -> list[Problem]:
    """Find what is wrong with a PDF of ours: no pages, a font of no allowed family, a font left outside.

    Only of a PDF that is right so far is told which promises of the standards it does not keep.
    """
    try:
        found = facts(pdf)
    except DocumentError as error:
        return list(error.problems)
    allowed = {family.replace(" ", "") for family in families}
    problems = [] if found.pages else [Problem("pdf-empty", facts={"paper": name})]
    for font, embedded in found.fonts:
        if not embedded or re.split("[-,]", font)[0] not in allowed:
            problems.append(Problem("pdf-font", facts={"paper": name, "font": font}))
    return problems or [Problem("pdf-standard", facts={"paper": name, **each._asdict()}) for each in found.unkept]


def inspect_strange(file: str, pdf: bytes) -> list[Problem]:
    """Find what is wrong with a PDF from anywhere: fonts left outside, and what PDF/A and PDF/UA ask for."""
    try:
        found = facts(pdf, file)
    except DocumentError as error:
        return list(error.problems)
    place = Place(file)
    outside = [Problem("pdf-font-outside", place, {"value": font}) for font, embedded in found.fonts if not embedded]
    if not found.unkept:
        return outside
    due, due_en = ", ".join(each.due for each in found.unkept), ", ".join(each.due_en for each in found.unkept)
    return [*outside, Problem("pdf-plain", place, {"value": due, "value_en": due_en})]


def _headings(pdf: Pdf) -> Iterator[int]:
    """Number the page of each bookmark of the first level."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as outline:
        for item in outline.root:
            target: object = item.destination
            if target is None and item.action is not None:
                target = item.action.get("/D")
            if isinstance(target, Array):
                with suppress(IndexError, KeyError, AttributeError):  # a bookmark to nowhere
                    yield numbers[target[0].objgen]


def _fonts(pdf: Pdf) -> Iterator[tuple[str, bool]]:
    """Name every font, without the mark of a subset; a composite font is told by the one inside it."""
    for thing in pdf.objects:
        if not isinstance(thing, Dictionary) or thing.get("/Type") != "/Font":
            continue
        if (kind := thing.get("/Subtype")) != "/Type0":
            name = re.sub("^/([A-Z]{6}[+])?", "", str(thing.get("/BaseFont", kind)))
            descriptor = thing.get("/FontDescriptor", Dictionary())
            yield name, any(key.startswith("/FontFile") for key in descriptor.keys())  # noqa: SIM118


def _mm(points: float) -> float:
    """Turn PDF points into millimetres.

    >>> _mm(595.3), _mm(841.9)
    (210.0, 297.0)
    """
    return round(points / 72 * 25.4, 1)
