"""A folder of papers and its manifest: what is new is written, what somebody edited is kept.

The manifest is written before the files that it tells of, and again where more came of it than it told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ita_docs import manifest
from ita_docs.build import Made
from ita_docs.manifest import Output, Record, digest
from ita_docs.places import bytes_at, write_files
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.setting import Setting
from ita_docs.workspace import Workspace

EDITED = "-edited"  # what the name of a paper that somebody edited ends in, once ours takes its place
PNG_ZOOM = 2.0  # of a drawing of 150 dots an inch

Result = Path | Problem


class Writer:
    """Writes papers into a folder and keeps its manifest."""

    def __init__(self, workspace: Workspace, setting: Setting, folder: Path, *, embed: bool, force: bool) -> None:
        self.folder, self.embed, self.force, self.fonts = folder, embed, force, workspace.fonts
        emblem = (setting.office.emblem_image,) if setting.office.emblem == "image" else ()
        named = tuple(name for name in emblem if name)
        stamp = manifest.stamp(workspace.root, setting.office.id, str(setting.year.year_be), named)
        self.inputs = {**stamp, "ways": manifest.ways(embed_fonts=embed)}
        self.state = manifest.state_of(self.inputs)
        self.known = manifest.read(folder)
        self.noted: manifest.Manifest | None = None

    def papers(self, made: Sequence[Made], names: Iterable[str] = ()) -> Iterator[Result]:
        """Write the papers, all of them or none; one that has not changed keeps its file, also one that was edited.

        `names` are those for which these are all papers.
        """
        from ita_docs.embedding import embed

        records = {one.name: self._record(one) for one in made}
        left = [] if self.force else [one for one in made if self._is_edited(one.name, records[one.name])]
        yield from (Problem("paper-edited", Place(str(self.folder / one.file))) for one in left)
        files = {
            one.file: embed(one.data, self.fonts) if self.embed and one.document.medium == "docx" else one.data
            for one in made
            if one not in left
        }
        asked = {name: state for name, state in self.known.asked.items() if state == self.state}
        self.known = replace(
            self.known,
            inputs=self.inputs,
            papers={**self.known.papers, **records},
            asked={**asked, **dict.fromkeys(names, self.state)},
        )
        yield from self._write(files)

    def _record(self, made: Made) -> Record:
        before, document = self.known.papers.get(made.name), made.document
        drawn = before.drawn if before and not self.force else ""
        made_of = f"{made.made_of}{manifest.ways(embed_fonts=self.embed)}"
        return Record(document.id, document.kind, made_of, made.pages, document.medium, drawn, self.state)

    def _is_edited(self, name: str, record: Record) -> bool:
        """Tell whether somebody edited a paper for which there is nothing new to say."""
        file = f"{name}.{record.medium}"
        before, output, data = self.known.papers.get(name), self.known.outputs.get(file), bytes_at(self.folder / file)
        same = before is not None and before.made_of == record.made_of
        return same and data is not None and output is not None and not output.is_ours(data)

    def pdf(self, name: str, data: bytes) -> list[Result]:
        """Write the PDF of a paper that lies there, and note which state of the paper it shows."""
        results = list(self._write({f"{name}.pdf": data}))
        self._show([name])
        return results

    def _show(self, names: Iterable[str]) -> None:
        papers = self.known.papers
        shown = {name: replace(papers[name], drawn=papers[name].made_of) for name in names}
        self.known = replace(self.known, papers={**papers, **shown})

    def pictures(self, made: Sequence[Made]) -> list[Result]:
        """Write each drawing as a picture too, where the fonts are."""
        from ita_docs.drawing import picture

        drawings = [one for one in made if one.document.medium == "svg"]
        drawn = {one.name: picture(one.data.decode(), self.fonts, PNG_ZOOM) for one in drawings}
        results = list(self._write({f"{name}.png": data for name, data in drawn.items() if data}))
        self._show(name for name, data in drawn.items() if data)
        return results

    def has_pdf(self, name: str) -> bool:
        """Tell whether the PDF of a paper lies there as it was written, and shows the paper as it is."""
        return self.known.shows(name, bytes_at(self.folder / f"{name}.pdf"))

    def close(self) -> None:
        """Write down what came of it."""
        self._note(self.known)

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
            self._note(replace(self.known, outputs={**self.known.outputs, **coming}))
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
        self.noted = None
        path = self.folder / manifest.NAME
        with suppress(OSError):
            path.unlink() if before is None else path.write_bytes(before)

    def _note(self, told: manifest.Manifest) -> None:
        if told != self.noted:
            write_files({self.folder / manifest.NAME: told.to_json()})
            self.noted = told


def _free_name(path: Path) -> Path:
    """Find a name beside a paper for what somebody made of it."""
    names = (path.with_name(f"{path.stem}{EDITED}{number}{path.suffix}") for number in ("", *range(2, 1000)))
    return next(name for name in names if not name.exists())
