"""One office's papers of a year: what is new is made, what is not stays as it lies, what somebody edited is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import manifest
from ita_docs.manifest import Manifest
from ita_docs.places import bytes_at
from ita_docs.problems import DocumentError, Place, Problem

if TYPE_CHECKING:
    from ita_docs.build import Kept, Made, Press

FILE_COPIES = ("order", "memo", "letter", "announcement", "guideline")
FONT_FAMILIES = ("THSarabunNew",)

# What else is made of a medium where PDFs are asked for.
PRINTED = {"docx": "pdf", "svg": "png"}

ALL = ""  # what stands for every paper where nothing is named

Result = Path | Problem


@dataclass(frozen=True)
class Wanted:
    """What is to be made: documents by id or kind (all, where none is named), with PDFs or without, and how."""

    names: tuple[str, ...] = ()
    pdf: bool = False
    file_copy: bool = False
    embed_fonts: bool = False
    force: bool = False


def is_current(root: Path, office: str, year: str, folder: Path, wanted: Wanted) -> Sequence[Problem] | None:
    """Tell whether nothing is to be done, by digests alone: what to say then, else None."""
    known = manifest.read(folder)
    if (
        wanted.force
        or wanted.file_copy
        or known.inputs.get("ways", "") != manifest.ways(embed_fonts=wanted.embed_fonts)
    ):
        return None
    stamped = {name: told for name, told in known.inputs.items() if name != "ways"}
    if not stamped or manifest.stamp(root, office, year, tuple(stamped)[1:]) != stamped:
        return None
    chosen, papers = _chosen(known, wanted.names, manifest.state_of(known.inputs)), known.papers
    if chosen is None:
        return None
    edited = []
    for name in chosen:
        for file in _files_of(name, papers[name].medium, pdf=wanted.pdf):
            data = bytes_at(folder / file)
            if data is None or file not in known.outputs:
                return None
            if not known.outputs[file].is_ours(data):
                edited.append(Problem("paper-edited", Place(str(folder / file))))
            elif not known.outputs[file].is_newest(data):
                return None  # a build was ended before it wrote this
        if wanted.pdf and papers[name].medium in PRINTED and papers[name].drawn != papers[name].made_of:
            return None
    return edited


def _files_of(name: str, medium: str, *, pdf: bool) -> Iterator[str]:
    """Name the files of a paper: of a Word file there is a PDF, of a drawing a picture."""
    yield f"{name}.{medium}"
    if pdf and medium in PRINTED:
        yield f"{name}.{PRINTED[medium]}"


def _chosen(known: Manifest, names: Sequence[str], state: str) -> list[str] | None:
    """Choose papers that were made of the inputs as they are; None where one is not, or none can be told.

    Which there are of a kind or in all is known only from a build that was asked for just these, or for all.
    """
    papers = {name: record for name, record in known.papers.items() if name == record.id and record.state == state}
    everything = known.asked.get(ALL) == state
    chosen: list[str] = []
    for wanted in names or ("*",):
        if not (everything or wanted in papers or known.asked.get(wanted) == state):
            return None
        start = wanted[:-1] if wanted.endswith("*") else None
        found = [
            name
            for name, record in papers.items()
            if (name.startswith(start) if start is not None else wanted in (record.id, record.kind))
        ]
        if not found:
            return None
        chosen += found
    return chosen


class Edition:
    """One office's papers of a year while they are made: first the papers, then the PDF of each as it is drawn."""

    def __init__(self, press: Press, office: str, year: str, folder: Path, wanted: Wanted) -> None:
        """Make the papers, and write nothing; raises DocumentError where one cannot be made."""
        from ita_docs import build
        from ita_docs.writing import Writer

        self.press, self.file_copy = press, wanted.file_copy
        self.names = () if wanted.file_copy else wanted.names or (ALL,)
        self.setting, self.documents = press.workspace.open(office, year, wanted.names)
        chosen = build.select(self.documents, wanted.names)
        if wanted.file_copy and not wanted.names:
            chosen = [document for document in chosen if document.kind in FILE_COPIES]
        names = [build.name_of(document, file_copy=wanted.file_copy) for document in chosen]
        kept = {} if wanted.force else _kept(manifest.read(folder), folder, names)
        self.made = build.make(press, self.setting, self.documents, chosen, file_copy=wanted.file_copy, kept=kept)
        self.writer = Writer(press.workspace, self.setting, folder, embed=wanted.embed_fonts, force=wanted.force)

    def papers(self) -> Iterator[Result]:
        """Write the papers that are new, and tell what there is to say of them."""
        yield from (finding for one in self.made for finding in one.findings if finding.severity == "warning")
        yield from self.writer.papers(self.made, self.names)

    def pictures(self) -> Iterator[Result]:
        """Write each drawing as a picture too, where the fonts are."""
        yield from self.writer.pictures(self.made)

    def undrawn(self) -> list[Made]:
        """List the papers whose PDF does not lie there yet, or shows an earlier state."""
        return [one for one in self.made if one.document.medium == "docx" and not self.writer.has_pdf(one.name)]

    def put(self, name: str, pdf: bytes, called: str = "") -> Iterator[Result]:
        """Write the PDF of a paper; before it the paper once more where its contents learn their pages from it.

        In this order: a paper whose PDF is there has its pages. `called` is its name in what is told.
        """
        from ita_docs.pdf.reading import headings, inspect

        problems = inspect(called or name, pdf, FONT_FAMILIES)
        yield from problems
        if any(problem.severity == "error" for problem in problems):
            return
        try:
            numbered = self._numbered(name, headings(pdf))
            yield from (result for result in self.writer.papers(numbered) if isinstance(result, Problem))
            yield from self.writer.pdf(name, pdf)
        except DocumentError as error:
            yield from error.problems

    def _numbered(self, name: str, pages: tuple[int, ...]) -> list[Made]:
        from ita_docs.build import Kept, make

        one = next(one for one in self.made if one.name == name)
        now = {name: Kept(one.made_of, one.data, one.pages)}
        told = {one.document.id: pages}
        wanted = [one.document] if pages else []
        return make(self.press, self.setting, self.documents, wanted, file_copy=self.file_copy, pages=told, kept=now)

    def close(self) -> None:
        """Write down what came of it."""
        self.writer.close()


def produce(
    press: Press,
    office: str,
    year: str,
    folder: Path,
    wanted: Wanted,
    watch: Callable[[Iterator[Result], int], Iterable[Result]] = lambda results, _: results,
) -> Iterator[Result]:
    """Make what is new, and give each file that was written, and what there is to say, as it comes.

    `watch` may look on while PDFs are made. Raises DocumentError, and writes nothing, where a paper cannot be made.
    """
    edition = Edition(press, office, year, folder, wanted)
    yield from edition.papers()
    if wanted.pdf:
        due = edition.undrawn()
        yield from dict.fromkeys(watch(_drawn(edition, due, press.workspace.fonts), len(due)))
        yield from edition.pictures()
    edition.close()


def _drawn(edition: Edition, due: Sequence[Made], fonts: Path) -> Iterator[Result]:
    """Turn papers into PDFs; what fails is a problem of that paper alone."""
    from ita_docs import pdf

    for name, result in pdf.convert(((made.name, made.data) for made in due), fonts, jobs=2):
        yield from [result] if isinstance(result, Problem) else edition.put(name, result)


def _kept(known: Manifest, folder: Path, names: Iterable[str]) -> dict[str, Kept]:
    """Find the papers of the last build that still lie there as they were written."""
    from ita_docs.build import Kept

    found = {}
    for name in names:
        if record := known.papers.get(name):
            file = f"{name}.{record.medium}"
            data, output = bytes_at(folder / file), known.outputs.get(file)
            if data is not None and output and output.is_newest(data):
                found[name] = Kept(record.made_of, data, record.pages)
    return found
