"""The workspace: a folder with content/, templates/ and fonts/; from its files come settings and documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import product
from pathlib import Path

from ita_docs import places
from ita_docs.agreement.documents import document_problems, paper_problems, wrong_kind, wrong_series
from ita_docs.agreement.processes import with_processes
from ita_docs.agreement.progress import signed_problems, with_progress
from ita_docs.agreement.risks import with_risks
from ita_docs.agreement.setting import item_faults, missing_items, placed, setting_problems, wrong_item
from ita_docs.documents import KINDS, SERIES, Document, Entry, Kind
from ita_docs.documents.emblem import read_emblem
from ita_docs.fields import Both, Content, parse
from ita_docs.laws import Law, Laws
from ita_docs.names import NO_NAMES, refuse_names, with_names
from ita_docs.office import Default, Office, OfficeYear, completed
from ita_docs.overlooked import strange_folders, strange_offices, stray_files, unless_known
from ita_docs.places import DEFAULT, starter
from ita_docs.problems import DocumentError, Place, Problem, all_of, stop
from ita_docs.setting import Setting
from ita_docs.source import MOST_FILES, Source, read_file
from ita_docs.year import Item, Year

STARTER_PARTS = ("content", "templates", "fonts")
PATTERN = "content/bangkok.yaml"
MODELS: dict[str, type[Content]] = {"laws": Laws, "office": Office, "year": Year, "own": OfficeYear}
PRINTS_ITEMS = "o22-measures"  # the paper that prints the items; the law of its day is theirs
FURTHER = {"svg": "drawing"}  # what the id of a document ends in that is the same in a further medium


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
        return refuse_names(self.read(file))

    def open(self, office: str, year: str) -> tuple[Setting, dict[str, Document]]:
        """Read everything of an office in a year; raises DocumentError with all problems found."""
        setting = self.setting(office, year)
        stop([*strange_folders(self.root, f"content/{year}"), *strange_offices(self.root, f"content/{year}")])
        documents = self.documents(setting)
        stop([*paper_problems(setting, documents), *signed_problems(setting, documents)])
        return setting, documents

    def setting(self, office: str, year: str) -> Setting:
        """Read an office in a year, with the items and the law; raises DocumentError with all problems found."""
        offices, years = self.offices(), self.years()
        stop([] if offices else [Problem("no-office", Place("content/offices"))])
        stop([*unless_known(office, offices, "unknown-office"), *unless_known(year, years, "unknown-year")])
        reading: dict[str, Callable[[], Source]] = {
            "laws": partial(self._plain, "content/laws.yaml"),
            "office": partial(self.office, office),
            "year": partial(self._plain, f"content/{year}/year.yaml"),
            "own": partial(self._own, f"content/{year}/offices/{office}.yaml"),
        }
        sources: dict[str, Source] = all_of(reading)
        made = all_of({key: partial(parse, model, sources[key]) for key, model in MODELS.items()})
        bare = Setting(made["office"], made["year"], made["own"], {}, made["laws"], sources)
        stop(setting_problems(bare, office, year))
        read = self._items(bare, f"content/{year}")
        items, of_items = {item.item: item for item, _ in read}, {source.file: source for _, source in read}
        folders = (f"content/{year}/{kind.folder}" for kind in KINDS.values())
        whole = replace(
            bare,
            items=items,
            sources=sources | of_items,
            emblem=read_emblem(bare, self.root),
            paper_ids=frozenset(Path(file).stem for folder in folders for file in self._files(folder)),
        )
        stop(stray_files(self.root, f"content/{year}/processes"))
        whole = with_processes(whole, self._files(f"content/{year}/processes"), self.read)
        return self._told(whole, f"content/{year}", office)

    def _told(self, setting: Setting, folder: str, office: str) -> Setting:
        """Add what the sections and schools tell of their progress, and what they could be bribed for."""
        progress, risks, scores = (f"{folder}/{name}" for name in (f"progress/{office}", "risks", "risk-scores"))
        stop([*stray_files(self.root, progress), *stray_files(self.root, risks)])
        told = with_progress(setting, self._files(progress), self._plain, lambda file: os.path.isfile(self.root / file))
        return with_risks(told, folder, self._files(risks), self.read, self._own(f"{scores}/{office}.yaml"))

    def pattern(self) -> Source | None:
        """Read what the files of offices may leave out; nothing where there is no such file."""
        return self.read(PATTERN) if (self.root / PATTERN).exists() else None

    def office(self, office: str) -> Source:
        """Read the file of an office, completed from the pattern."""
        source, pattern = self._plain(f"content/offices/{office}.yaml"), self.pattern()
        return completed(source, pattern) if pattern else source

    def _own(self, file: str) -> Source:
        """Read what is an office's own in a year; where there is no file, nothing is written and all is open."""
        return self._plain(file) if (self.root / file).exists() else Source(file, {}, {(): Place(file)}, {})

    def documents(self, setting: Setting) -> dict[str, Document]:
        """Read every document of the setting's year; raises DocumentError with the problems of all of them."""
        problems: list[Problem] = []
        found: dict[str, Document] = {}
        for kind_name, kind in KINDS.items():
            folder = f"content/{setting.year.year_be}/{kind.folder}"
            problems += stray_files(self.root, folder)
            for file in self._files(folder):
                try:
                    read = self._document(file, kind_name, kind, setting)
                except DocumentError as error:
                    problems += error.problems
                    continue
                taken = [found[document.id] for document in read if document.id in found]
                if taken:
                    facts = {"value": read[0].paper_id, "first": taken[0].source.file}
                    problems.append(Problem("duplicate-id", read[0].source.place(("id",)), facts))
                found |= {document.id: document for document in read if document.id not in found}
        stop(problems or list(document_problems(found)))
        return found

    def _document(self, file: str, kind_name: str, kind: Kind, setting: Setting) -> list[Document]:
        """Read the documents of a file: one, one in each language, or one for each entry of a series."""
        raw = self.read(file)
        stop([*wrong_kind(raw, kind_name), *wrong_series(raw)])
        value = raw.value if isinstance(raw.value, dict) else {}
        name, each = str(value.get("id", "")), str(value.get("each", ""))
        entries = SERIES[each](setting) if each else [None]
        made: list[Document] = []
        problems: list[Problem] = []
        for entry in entries:
            try:
                made += self._written(raw, name, entry, kind_name, kind, setting)
            except DocumentError as error:
                problems += error.problems
        stop(list(dict.fromkeys(problems)))
        return made

    def _written(
        self, raw: Source, name: str, entry: Entry | None, kind_name: str, kind: Kind, setting: Setting
    ) -> Iterator[Document]:
        paper_id, own = (f"{name}-{entry.key}", entry.names) if entry else (name, NO_NAMES)
        source = with_names(raw, setting, paper_id, own)
        content = parse(kind.model, source)
        if not places.ID.fullmatch(content.id):
            stop([Problem("bad-id", source.place(("id",)), {"value": content.id})])
        stop(placed(kind.faults(content, setting), source))
        for language, medium in product(kind.languages, kind.media):
            name = f"{content.id}-{entry.key}" if entry else content.id
            name += f"-{language}" if len(kind.languages) > 1 else ""
            identity = name if medium == kind.media[0] else f"{name}-{FURTHER[medium]}"
            title = getattr(content, "title")  # noqa: B009 - each kind has one, as a text or in both languages
            written = getattr(title, language) if isinstance(title, Both) else title
            yield Document(identity, kind_name, language, written, content, source, entry, medium)

    def _items(self, setting: Setting, folder: str) -> list[tuple[Item, Source]]:
        """Read the items of the year, each from the file that its code names."""
        problems = stray_files(self.root, f"{folder}/indicators")
        items: list[tuple[Item, Source]] = []
        found = self._files(f"{folder}/indicators")
        for file in found:
            try:
                source = with_names(self.read(file), setting, PRINTS_ITEMS)
                item = parse(Item, source)
                stop([*wrong_item(item, source, setting, found), *placed(item_faults(item, setting), source)])
                items.append((item, source))
            except DocumentError as error:
                problems += error.problems
        stop([*problems, *missing_items(setting, folder, found)])
        return items

    def _files(self, folder: str) -> list[str]:
        return [f"{folder}/{name}" for name in places.listing(self.root, folder).content]


@lru_cache(MOST_FILES)
def _read(path: str, file: str, modified: int, size: int) -> Source:
    return read_file(Path(path), file)
