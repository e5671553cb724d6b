"""The workspace: a folder with content/, templates/ and fonts/; from its files come settings and documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ita_docs import places
from ita_docs.agreement import document_problems, item_faults, paper_problems, placed, setting_problems
from ita_docs.documents import KINDS, Document, Kind
from ita_docs.fields import Both, Content, parse
from ita_docs.laws import Law, Laws
from ita_docs.misfits import nearest
from ita_docs.names import refuse_names, with_names
from ita_docs.office import Office, OfficeYear
from ita_docs.package import Picture
from ita_docs.places import is_content, is_seen, starter
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.setting import Setting
from ita_docs.source import Source, read_file
from ita_docs.thai.be_calendar import ERA
from ita_docs.thai.digits import arabic_digits
from ita_docs.year import Item, Year

STARTER_PARTS = ("content", "templates", "fonts")
DOCUMENT_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
MODELS: dict[str, type[Content]] = {"laws": Laws, "office": Office, "year": Year, "own": OfficeYear}
PRINTS_ITEMS = "o22-measures"  # the paper that prints the items; the law of its day is theirs
# The folders of a year beside those of the kinds.
YEAR_FOLDERS = ("indicators", "offices", "progress")


@dataclass(frozen=True)
class Workspace:
    """A folder of content, templates and fonts; a template of its own stands before the starter's."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """Find the workspace at or above a folder; raises DocumentError where there is none."""
        return cls(places.root_at(start))

    def offices(self) -> list[str]:
        """List the ids of the offices."""
        return places.offices(self.root)

    def years(self) -> list[str]:
        """List the years, in the Buddhist era, that have content."""
        return places.years(self.root)

    def choose(self, office: str | None, year: str | None) -> tuple[str, str]:
        """Choose the office and the year where nothing is said."""
        return places.choose(self.root, office, year)

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
        return read_file(self.root / file, file)

    def _plain(self, file: str) -> Source:
        """Read a file that is nobody's paper, and so may not use names in braces."""
        return refuse_names(self.read(file))

    def open(self, office: str, year: str) -> tuple[Setting, dict[str, Document]]:
        """Read everything of an office in a year; raises DocumentError with all problems found."""
        setting = self.setting(office, year)
        stop(list(self._strange_folders(f"content/{year}")))
        documents = self.documents(setting)
        stop(paper_problems(setting, documents))
        return setting, documents

    def setting(self, office: str, year: str) -> Setting:
        """Read an office in a year, with the items and the law; raises DocumentError with all problems found."""
        offices, years = self.offices(), self.years()
        stop([] if offices else [Problem("no-office", Place("content/offices"))])
        stop([*_unless_known(office, offices, "unknown-office"), *_unless_known(year, years, "unknown-year")])
        names = {
            "laws": "content/laws.yaml",
            "office": f"content/offices/{office}.yaml",
            "year": f"content/{year}/year.yaml",
            "own": f"content/{year}/offices/{office}.yaml",
        }
        sources: dict[str, Source] = _all({key: partial(self._plain, file) for key, file in names.items()})
        made = _all({key: partial(parse, model, sources[key]) for key, model in MODELS.items()})
        bare = Setting(made["office"], made["year"], made["own"], {}, made["laws"], sources)
        stop(setting_problems(bare, office, year))
        read = self._items(bare, f"content/{year}")
        items, of_items = {item.item: item for item, _ in read}, {source.file: source for _, source in read}
        return replace(bare, items=items, sources=sources | of_items, emblem=self._emblem(bare))

    def documents(self, setting: Setting) -> dict[str, Document]:
        """Read every document of the setting's year; raises DocumentError with the problems of all of them."""
        problems: list[Problem] = []
        found: dict[str, Document] = {}
        for kind_name, kind in KINDS.items():
            folder = f"content/{setting.year.year_be}/{kind.folder}"
            problems += self._stray_files(folder)
            for file in self._files(folder):
                try:
                    read = list(self._document(file, kind_name, kind, setting))
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

    def _document(self, file: str, kind_name: str, kind: Kind, setting: Setting) -> Iterator[Document]:
        raw = self.read(file)
        stop(list(_wrong_kind(raw, kind_name)))
        value = raw.value if isinstance(raw.value, dict) else {}
        source = with_names(raw, setting, str(value.get("id", "")))
        content = parse(kind.model, source)
        if not DOCUMENT_ID.fullmatch(content.id):
            stop([Problem("bad-id", source.place(("id",)), {"value": content.id})])
        stop(placed(kind.faults(content, setting), source))
        for language in kind.languages:
            identity = content.id if len(kind.languages) == 1 else f"{content.id}-{language}"
            title = getattr(content, "title")  # noqa: B009 - each kind has one, as a text or in both languages
            written = getattr(title, language) if isinstance(title, Both) else title
            yield Document(identity, kind_name, language, written, content, source)

    def _items(self, setting: Setting, folder: str) -> list[tuple[Item, Source]]:
        """Read the items of the year, each from the file that its code names."""
        problems = self._stray_files(f"{folder}/indicators")
        items: list[tuple[Item, Source]] = []
        found = self._files(f"{folder}/indicators")
        for file in found:
            try:
                source = with_names(self.read(file), setting, PRINTS_ITEMS)
                item = parse(Item, source)
                stop([*_wrong_item(item, source, setting, found), *placed(item_faults(item, setting), source)])
                items.append((item, source))
            except DocumentError as error:
                problems += error.problems
        stop([*problems, *_missing_items(setting, folder, found)])
        return items

    def _emblem(self, setting: Setting) -> bytes | None:
        if setting.office.emblem != "image":
            return None
        name = setting.office.emblem_image or ""
        place = setting.sources["office"].place(("emblem_image",))
        try:
            data = (self.root / name).read_bytes()
        except (OSError, ValueError):  # a folder, no file, no name
            raise DocumentError([Problem("no-emblem", place, {"file": name})]) from None
        try:
            whole = Picture(data, 1.0).width > 0 and b"IEND" in data[-12:]
        except DocumentError:
            whole = False
        stop([] if whole else [Problem("emblem-not-png", place, {"file": name})])
        return data

    def _files(self, folder: str) -> list[str]:
        return sorted(f"{folder}/{path.name}" for path in (self.root / folder).glob("*.yaml") if is_content(path))

    def _stray_files(self, folder: str) -> list[Problem]:
        """Find what lies in a folder of content and would be passed over."""
        paths = sorted((self.root / folder).glob("*"))
        return [
            Problem("stray-file", Place(f"{folder}/{path.name}"))
            for path in paths
            if is_seen(path) and not is_content(path)
        ]

    def _strange_folders(self, folder: str) -> Iterator[Problem]:
        """Find folders of a year that hold content and would be passed over, such as a mistyped one."""
        known = [*(kind.folder for kind in KINDS.values()), *YEAR_FOLDERS]
        for path in sorted((self.root / folder).glob("*/")):
            if path.name not in known and is_seen(path) and any(path.glob("*.yaml")):
                facts = {"value": path.name, "known": ", ".join(known), "near": nearest(path.name, known)}
                yield Problem("unknown-folder", Place(f"{folder}/{path.name}"), facts)


def item_file(code: str) -> str:
    """Name the file of an item: letter and two figures, so that folders sort.

    >>> item_file("I3"), item_file("O22")
    ('I03.yaml', 'O22.yaml')
    """
    return f"{code[0]}{code[1:].zfill(2)}.yaml"


def stop(problems: Sequence[Problem]) -> None:
    """Raise the problems, when there are any."""
    if problems:
        raise DocumentError(problems)


def _all(work: Mapping[str, Callable[[], Any]]) -> dict[str, Any]:
    """Do every piece of work; raises DocumentError with the problems of all that fail."""
    done: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, make in work.items():
        try:
            done[key] = make()
        except DocumentError as error:
            problems += error.problems
    stop(problems)
    return done


def _unless_known(value: str, known: list[str], code: str) -> list[Problem]:
    """Name a value that is not known, with the one that was probably meant; a Christian year means its Buddhist one."""
    if value in known:
        return []
    plain = arabic_digits(value)
    meant = str(int(plain) + ERA) if plain.isascii() and plain.isdigit() and len(plain) == 4 else ""
    near = next((name for name in (plain, meant) if name in known), nearest(value, known))
    return [Problem(code, None, {"value": value, "known": ", ".join(known) or "-", "near": near})]


def _wrong_kind(raw: Source, due: str) -> Iterator[Problem]:
    kind = raw.value.get("kind") if isinstance(raw.value, dict) else None
    if not isinstance(kind, str) or kind in ("", due):
        return  # what is missing, empty or no text at all is said of every field alike
    place = raw.place(("kind",))
    if kind in KINDS:
        yield Problem("wrong-folder", place, {"value": kind, "folder": KINDS[kind].folder})
    else:
        yield Problem("unknown-kind", place, {"value": kind, "known": ", ".join(KINDS), "near": nearest(kind, KINDS)})


def _wrong_item(item: Item, source: Source, setting: Setting, found: list[str]) -> Iterator[Problem]:
    """Find an item that the year does not have, or that stands in another item's file."""
    codes, place = setting.year.codes, source.place(("item",))
    folder, _, name = source.file.rpartition("/")
    if item.item not in codes:
        facts = {"value": item.item, "year_file": setting.sources["year"].file, "near": nearest(item.item, codes)}
        yield Problem("unknown-slug", place, facts)
    elif (due := item_file(codes[item.item])) != name:
        if f"{folder}/{due}" in found:
            yield Problem("item-twice", place, {"value": item.item, "first": f"{folder}/{due}"})
        else:
            yield Problem("wrong-file-name", place, {"value": name, "due": due})


def _missing_items(setting: Setting, folder: str, found: list[str]) -> Iterator[Problem]:
    """Find the items of the year that have no file, each at the place of its code."""
    source = setting.sources["year"]
    places = {path[-1]: place for path, place in source.values.items() if len(path) > 1 and path[-2] == "items"}
    for slug, code in setting.year.codes.items():
        due = f"{folder}/indicators/{item_file(code)}"
        if due not in found:
            yield Problem("missing-item", places.get(slug), {"value": code, "due": due})
