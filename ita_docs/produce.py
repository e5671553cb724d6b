"""One office's papers of a year: what is new is made, what is not stays as it lies, what somebody edited is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import manifest
from ita_docs.manifest import Manifest, Output, Record, digest
from ita_docs.places import bytes_at, write_files
from ita_docs.problems import DocumentError, Place, Problem

if TYPE_CHECKING:
    from ita_docs.build import Kept, Made, Press
    from ita_docs.setting import Setting
    from ita_docs.workspace import Workspace

FILE_COPIES = ("order", "memo", "announcement", "guideline")
EDITED = "-edited"  # what the name of a paper that somebody edited ends in, once ours takes its place

# What else is made of a medium where PDFs are asked for.
PRINTED = {"docx": "pdf", "svg": "png"}
PNG_ZOOM = 2.0  # of a drawing of 150 dots an inch

Result = Path | Problem


@dataclass(frozen=True)
class Wanted:
    """What is to be made: documents by id or kind (all, where none is named), with PDFs or without, and how."""

    names: tuple[str, ...] = ()
    pdf: bool = False
    file_copy: bool = False
    embed_fonts: bool = False
    force: bool = False

    @property
    def ways(self) -> str:
        """Write down the ways that change a paper's bytes."""
        return "fonts" if self.embed_fonts else ""


def is_current(root: Path, office: str, year: str, folder: Path, wanted: Wanted) -> Sequence[Problem] | None:
    """Tell whether nothing is to be done, by digests alone: what to say then, else None."""
    known = manifest.read(folder)
    if wanted.force or wanted.file_copy or known.inputs.get("ways", "") != wanted.ways:
        return None
    stamped = {name: told for name, told in known.inputs.items() if name != "ways"}
    if not stamped or manifest.stamp(root, office, year, tuple(stamped)[1:]) != stamped:
        return None
    chosen, papers = _chosen(known, wanted.names), known.papers
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
    return edited


def _files_of(name: str, medium: str, *, pdf: bool) -> Iterator[str]:
    """Name the files of a paper: of a Word file there is a PDF, of a drawing a picture."""
    yield f"{name}.{medium}"
    if pdf and medium in PRINTED:
        yield f"{name}.{PRINTED[medium]}"


def _chosen(known: Manifest, names: Sequence[str]) -> list[str] | None:
    """Choose papers of the last build by id or kind; None where one is not among them."""
    papers = {name: record for name, record in known.papers.items() if name == record.id}
    if not names:
        return list(papers)
    chosen: list[str] = []
    for wanted in names:
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
    from ita_docs import build

    workspace = press.workspace
    setting, documents = workspace.open(office, year)
    chosen = build.select(documents, wanted.names)
    if wanted.file_copy and not wanted.names:
        chosen = [document for document in chosen if document.kind in FILE_COPIES]
    known = Manifest() if wanted.force else manifest.read(folder)
    kept = _kept(known, folder)
    made = build.make(press, setting, documents, chosen, file_copy=wanted.file_copy, kept=kept)
    yield from (finding for one in made for finding in one.findings if finding.severity == "warning")
    writer = _Writer(workspace, setting, folder, wanted, manifest.read(folder))
    yield from writer.papers(made)
    if wanted.pdf:
        due = [one for one in made if one.document.medium == "docx" and not writer.has_pdf(one, kept)]
        results = list(watch(build.pdfs(due, workspace.fonts, writer.pdf), len(due)))
        yield from dict.fromkeys(results)
        yield from writer.pictures(made)
        pages = build.pages_of(result for result in results if isinstance(result, Path))
        laid_out = [one.document for one in due if one.document.id in pages]
        now = {one.name: build.Kept(one.made_of, one.data, one.pages) for one in made}
        numbered = build.make(press, setting, documents, laid_out, file_copy=wanted.file_copy, pages=pages, kept=now)
        yield from (result for result in writer.papers(numbered) if isinstance(result, Problem))
    writer.close()


def _kept(known: Manifest, folder: Path) -> dict[str, Kept]:
    """Find the papers of the last build that still lie there as they were written."""
    from ita_docs.build import Kept

    found = {}
    for name, record in known.papers.items():
        file = f"{name}.{record.medium}"
        data, output = bytes_at(folder / file), known.outputs.get(file)
        if data is not None and output and output.is_ours(data):
            found[name] = Kept(record.made_of, data, record.pages)
    return found


class _Writer:
    """Writes papers into a folder and keeps its manifest: first what may come, then the files, then what came."""

    def __init__(self, workspace: Workspace, setting: Setting, folder: Path, wanted: Wanted, known: Manifest) -> None:
        self.folder, self.wanted, self.fonts = folder, wanted, workspace.fonts
        emblem = (setting.office.emblem_image,) if setting.office.emblem == "image" else ()
        named = tuple(name for name in emblem if name)
        stamp = manifest.stamp(workspace.root, setting.office.id, str(setting.year.year_be), named)
        self.inputs = {**stamp, "ways": wanted.ways}
        self.known = known

    def papers(self, made: Sequence[Made]) -> Iterator[Result]:
        """Write the papers, all of them or none; one that has not changed keeps its file, also one that was edited."""
        from ita_docs.embedding import embed

        records = {
            one.name: Record(
                one.document.id,
                one.document.kind,
                f"{one.made_of}{self.wanted.ways}",
                one.pages,
                one.document.medium,
            )
            for one in made
        }
        left = [] if self.wanted.force else [one for one in made if self._is_edited(one.name, records[one.name])]
        yield from (Problem("paper-edited", Place(str(self.folder / one.file))) for one in left)
        embeds = self.wanted.embed_fonts
        files = {
            one.file: embed(one.data, self.fonts) if embeds and one.document.medium == "docx" else one.data
            for one in made
            if one not in left
        }
        yield from self._write(files)
        self.known = replace(self.known, papers={**self.known.papers, **records})

    def _is_edited(self, name: str, record: Record) -> bool:
        """Tell whether somebody edited a paper for which there is nothing new to say."""
        file = f"{name}.{record.medium}"
        before, output, data = self.known.papers.get(name), self.known.outputs.get(file), bytes_at(self.folder / file)
        same = before is not None and before.made_of == record.made_of
        return same and data is not None and output is not None and not output.is_ours(data)

    def pdf(self, name: str, data: bytes) -> list[Result]:
        """Write one PDF."""
        return list(self._write({f"{name}.pdf": data}))

    def pictures(self, made: Sequence[Made]) -> Iterator[Result]:
        """Write each drawing as a picture too, where the fonts are."""
        from ita_docs.drawing import picture

        drawings = [one for one in made if one.document.medium == "svg"]
        drawn = {one.name: picture(one.data.decode(), self.fonts, PNG_ZOOM) for one in drawings}
        yield from self._write({f"{name}.png": data for name, data in drawn.items() if data})

    def has_pdf(self, made: Made, kept: Mapping[str, Kept]) -> bool:
        """Tell whether the PDF of a paper that was not made anew lies there as it was written."""
        data, output = bytes_at(self.folder / f"{made.name}.pdf"), self.known.outputs.get(f"{made.name}.pdf")
        same = made.name in kept and kept[made.name].data is made.data
        return same and data is not None and output is not None and output.is_ours(data)

    def close(self) -> None:
        """Write down that this folder is of these inputs."""
        self._note(replace(self.known, inputs=self.inputs))

    def _write(self, files: Mapping[str, bytes]) -> Iterator[Result]:
        beside: dict[Path, bytes] = {}
        told: list[Result] = []
        for file, data in files.items():
            before, output = bytes_at(self.folder / file), self.known.outputs.get(file)
            if before is not None and before != data and not (output and output.is_ours(before)):
                aside = _free_name(self.folder / file)
                beside[aside] = before
                told.append(Problem("edited-kept", Place(str(self.folder / file)), {"file": aside.name}))
        coming = {
            file: Output(tuple(dict.fromkeys((*self._digests(file), digest(data))))) for file, data in files.items()
        }
        before = bytes_at(self.folder / manifest.NAME)
        try:
            self._note(replace(self.known, inputs={}, outputs={**self.known.outputs, **coming}))
        except DocumentError:  # of the folder; the papers are what somebody asked for
            raise DocumentError([Problem("unwritable", Place(str(self.folder / file))) for file in files][:1]) from None
        try:
            written = write_files({**beside, **{self.folder / file: data for file, data in files.items()}})
        except DocumentError:
            self._take_back(before)
            raise
        come = {file: Output((digest(data),)) for file, data in files.items()}
        self.known = replace(self.known, outputs={**self.known.outputs, **come})
        yield from told
        yield from (path for path in written if path not in beside)

    def _digests(self, file: str) -> tuple[str, ...]:
        output = self.known.outputs.get(file)
        return output.digests[-1:] if output else ()

    def _take_back(self, before: bytes | None) -> None:
        path = self.folder / manifest.NAME
        with suppress(OSError):
            path.unlink() if before is None else path.write_bytes(before)

    def _note(self, told: Manifest) -> None:
        write_files({self.folder / manifest.NAME: told.to_json()})


def _free_name(path: Path) -> Path:
    """Find a name beside a paper for what somebody made of it."""
    names = (path.with_name(f"{path.stem}{EDITED}{number}{path.suffix}") for number in ("", *range(2, 1000)))
    return next(name for name in names if not name.exists())
