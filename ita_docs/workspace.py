"""The workspace: a folder with content/, templates/ and fonts/; from its files come settings and documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from ita_docs import places
from ita_docs.agreement.documents import document_problems, paper_problems
from ita_docs.agreement.processes import read_processes
from ita_docs.agreement.progress import read_progress, signed_problems
from ita_docs.agreement.risks import read_risks
from ita_docs.agreement.setting import item_faults, missing_items, placed, setting_problems, wrong_item
from ita_docs.collection import Collection, DocumentFile
from ita_docs.documents import KINDS
from ita_docs.documents.emblem import read_emblem
from ita_docs.fields import Content, parse, parse_once
from ita_docs.laws import Law, Laws
from ita_docs.names import refuse_names, with_names
from ita_docs.office import Default, Office, completed
from ita_docs.office_year import OfficeYear
from ita_docs.overlooked import strange_folders, strange_offices, stray_files, unless_known
from ita_docs.places import DEFAULT, starter
from ita_docs.problems import DocumentError, Place, Problem, all_of, stop
from ita_docs.process import Process
from ita_docs.progress import UnitProgress
from ita_docs.risks import RiskRegister
from ita_docs.setting import Late, Setting
from ita_docs.source import MOST_FILES, Source, read_file
from ita_docs.year import Item, Year

STARTER_PARTS = ("content", "templates", "fonts")
PATTERN = "content/bangkok.yaml"
# What is read first, and how it is typed: what all offices share is kept.
TYPED_BY: dict[str, Callable[[Source], Content]] = {
    "laws": partial(parse, Laws),
    "office": partial(parse_once, Office),
    "year": partial(parse, Year),
    "own": partial(parse_once, OfficeYear),
}
PRINTS_ITEMS = "o22-measures"  # the paper that prints the items; the law of its day is theirs


@dataclass(frozen=True)
class Workspace:
    """A folder of content, templates and fonts; a template of its own stands before the starter's."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """Find the workspace at or above a folder; raises DocumentError where there is none."""
        return cls(places.root_at(start))

    def offices(self) -> tuple[str, ...]:
        """List the ids of the offices."""
        return places.offices(self.root)

    def years(self) -> list[str]:
        """List the years, in the Buddhist era, that have content."""
        return places.years(self.root)

    def choose(self, office: str | None, year: str | None) -> tuple[str, str]:
        """Choose the default office and the last year where nothing is said; without content/default.yaml the first.

        Raises DocumentError where the default is no office.
        """
        return office or self._default_office(), year or (self.years() or ["-"])[-1]

    def _default_office(self) -> str:
        offices = self.offices() or ("-",)
        if offices == ("-",) or not (self.root / DEFAULT).exists():
            return offices[0]
        source = self._plain(DEFAULT)
        office = parse(Default, source).office
        stop(unless_known(office, offices, "unknown-office", source.place(("office",))))
        return office

    def laws(self) -> tuple[Law, ...]:
        """Read the laws that papers may cite; raises DocumentError where the table is broken."""
        return parse(Laws, self._plain("content/laws.yaml")).laws

    def template(self, name: str) -> Path:
        """Find a template: the workspace's own, else the starter's."""
        own = self.root / "templates" / name
        return own if own.exists() else starter() / "templates" / name

    @property
    def fonts(self) -> Path:
        """Find the folder of the fonts: the workspace's own where it has one."""
        own = self.root / "fonts"
        return own if (own / "fonts.conf").exists() else starter() / "fonts"

    def read(self, file: str) -> Source:
        """Read a content file named from the root of the workspace."""
        path = f"{self.root}/{file}"
        try:
            state = os.stat(path)
        except OSError:
            return read_file(Path(path), file)  # which tells what is wrong
        return _read(path, file, state.st_mtime_ns, state.st_size)

    def _plain(self, file: str) -> Source:
        """Read a file that is nobody's paper, and so may not use names in braces."""
        return _refused(self.read(file))

    def _of_office(self, file: str) -> Source:
        """Read such a file of an office, which nobody else will ask for."""
        return refuse_names(read_file(self.root / file, file))

    def open(self, office: str, year: str, names: Sequence[str] = ()) -> tuple[Setting, Collection]:
        """Read everything of an office in a year; raises DocumentError with all problems found.

        Where documents are named, only these are read, and what they print or refer to.
        """
        setting = self.setting(office, year)
        strange = [*strange_folders(self.root, f"content/{year}"), *strange_offices(self.root, f"content/{year}")]
        if names:
            stop(strange)
            return setting, self._named(setting, names)
        setting.read_all()
        stop(strange)
        documents = self.documents(setting)
        stop([*paper_problems(setting, documents), *signed_problems(setting, documents)])
        return setting, documents

    def setting(self, office: str, year: str) -> Setting:
        """Read an office in a year, with the law; raises DocumentError with all problems found.

        Items, processes, progress and risks are read when they are asked for.
        """
        offices, years = self.offices(), self.years()
        stop([] if offices else [Problem("no-office", Place("content/offices"))])
        stop([*unless_known(office, offices, "unknown-office"), *unless_known(year, years, "unknown-year")])
        folder = f"content/{year}"
        reading: dict[str, Callable[[], Source]] = {
            "laws": partial(self._plain, "content/laws.yaml"),
            "office": partial(self.office, office),
            "year": partial(self._plain, f"{folder}/year.yaml"),
            "own": partial(self._own, f"{folder}/offices/{office}.yaml"),
        }
        sources: dict[str, Source] = all_of(reading)
        made = all_of({key: partial(typed, sources[key]) for key, typed in TYPED_BY.items()})
        bare = Setting(made["office"], made["year"], made["own"], made["laws"], sources)
        stop(setting_problems(bare, office, year))
        ids = frozenset(file.name for file in self._document_files(year))
        bare = replace(bare, emblem=read_emblem(bare, self.root), paper_ids=ids)
        planned = replace(bare, late_items=Late(partial(self._items, bare, f"{folder}/indicators")))
        return replace(
            planned,
            late_processes=Late(partial(self._processes, planned, f"{folder}/processes")),
            late_progress=Late(partial(self._progress, planned, f"{folder}/progress/{office}")),
            late_risks=Late(partial(self._risks, planned, folder)),
        )

    def _items(self, setting: Setting, folder: str) -> tuple[dict[str, Item], dict[str, Source]]:
        """Read the items of the year, each from the file that its code names."""
        problems = stray_files(self.root, folder)
        items: dict[str, Item] = {}
        sources: dict[str, Source] = {}
        found = self._files(folder)
        for file in found:
            try:
                source = with_names(self.read(file), setting, PRINTS_ITEMS)
                item = parse(Item, source)
                stop([*wrong_item(item, source, setting, found), *placed(item_faults(item, setting), source)])
                items[item.item] = item
                sources[file] = source
            except DocumentError as error:
                problems += error.problems
        stop([*problems, *missing_items(setting, folder, found)])
        return items, sources

    def _processes(self, setting: Setting, folder: str) -> tuple[dict[str, Process], dict[str, Source]]:
        stop(stray_files(self.root, folder))
        return read_processes(setting, self._files(folder), self.read)

    def _progress(self, setting: Setting, folder: str) -> tuple[dict[str, UnitProgress], dict[str, Source]]:
        """Read what the sections and schools tell of their work."""
        stop(stray_files(self.root, folder))
        return read_progress(setting, self._files(folder), self._plain, lambda file: os.path.isfile(self.root / file))

    def _risks(self, setting: Setting, folder: str) -> tuple[RiskRegister, dict[str, Source]]:
        """Read what the sections and schools could be bribed for, and how this office scored it."""
        stop(stray_files(self.root, f"{folder}/risks"))
        scores = self._own(f"{folder}/risk-scores/{setting.office.id}.yaml")
        return read_risks(setting, folder, self._files(f"{folder}/risks"), self.read, scores)

    def pattern(self) -> Source | None:
        """Read what the files of offices may leave out; nothing where there is no such file."""
        return self.read(PATTERN) if (self.root / PATTERN).exists() else None

    def office(self, office: str) -> Source:
        """Read the file of an office, completed from the pattern."""
        source, pattern = self._of_office(f"content/offices/{office}.yaml"), self.pattern()
        return completed(source, pattern) if pattern else source

    def _own(self, file: str) -> Source:
        """Read what is an office's own in a year; where there is no file, nothing is written and all is open."""
        return self._of_office(file) if (self.root / file).exists() else Source(file, {}, {(): Place(file)}, {})

    def documents(self, setting: Setting) -> Collection:
        """Read every document of the setting's year; raises DocumentError with the problems of all of them."""
        documents = self._collection(setting)
        documents.read_all(self._strays(setting))
        return documents

    def _named(self, setting: Setting, names: Sequence[str]) -> Collection:
        """Read the named documents; all of them where the office notes something of one that there is not."""
        stop(self._strays(setting))
        documents = self._collection(setting)
        chosen = [document for name in names for document in documents.called(name)]
        stop(list(document_problems(chosen, documents)))
        if not all(documents.may_have(name) for name in setting.own.papers):
            stop(paper_problems(setting, documents))
        return documents

    def _collection(self, setting: Setting) -> Collection:
        return Collection(setting, self._document_files(str(setting.year.year_be)), self.read)

    def _strays(self, setting: Setting) -> list[Problem]:
        folders = [f"content/{setting.year.year_be}/{kind.folder}" for kind in KINDS.values()]
        return [problem for folder in folders for problem in stray_files(self.root, folder)]

    def _document_files(self, year: str) -> tuple[DocumentFile, ...]:
        folders = [f"content/{year}/{kind.folder}" for kind in KINDS.values()]
        return _document_files(tuple(folders), tuple(places.listing(self.root, folder).content for folder in folders))

    def _files(self, folder: str) -> list[str]:
        return [f"{folder}/{name}" for name in places.listing(self.root, folder).content]


@lru_cache(maxsize=8)  # the same for every office of a fleet
def _document_files(folders: tuple[str, ...], names: tuple[tuple[str, ...], ...]) -> tuple[DocumentFile, ...]:
    of_kinds = zip(KINDS, folders, names, strict=True)
    return tuple(DocumentFile(kind, f"{folder}/{name}") for kind, folder, found in of_kinds for name in found)


@lru_cache(MOST_FILES)
def _refused(source: Source) -> Source:
    return refuse_names(source)


@lru_cache(MOST_FILES)
def _read(path: str, file: str, modified: int, size: int) -> Source:
    return read_file(Path(path), file)
