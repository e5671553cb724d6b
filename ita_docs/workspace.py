"""The workspace: a folder with content/, templates/ and fonts/; from its files come settings and documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from ita_docs.documents import KINDS, Document, Kind
from ita_docs.documents.document import Fault, unknown
from ita_docs.fields import Both, Content, nearest, parse
from ita_docs.laws import Laws
from ita_docs.office import Office, OfficeYear
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.setting import NAME_KINDS, Setting
from ita_docs.source import PathInto, Source, fill, read_file
from ita_docs.year import FIRST_SHAPE, SHAPES, Item, Year

Model = TypeVar("Model", bound=Content)
Result = TypeVar("Result")
STARTER_PARTS = ("content", "templates", "fonts")


def starter() -> Path:
    """Find the starter set that this program carries: inside the package, or the checkout that it runs from."""
    packed = Path(str(files("ita_docs"))) / "starter"
    return packed if packed.is_dir() else packed.parent.parent


@dataclass(frozen=True)
class Workspace:
    """A folder of content, templates and fonts; a template of its own stands before the starter's."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """Find the workspace at or above a folder; raises DocumentError where there is none."""
        for folder in (start, *start.parents):
            if (folder / "content" / "offices").is_dir():
                return cls(folder)
        raise DocumentError([Problem("no-workspace", None, {"folder": str(start)})])

    def offices(self) -> list[str]:
        """List the ids of the offices."""
        return sorted(path.stem for path in (self.root / "content/offices").glob("*.yaml"))

    def years(self) -> list[str]:
        """List the years, in the Buddhist era, that have content."""
        return sorted(path.parent.name for path in (self.root / "content").glob("[0-9]*/year.yaml"))

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

    def setting(self, office: str, year: str) -> Setting:
        """Read an office in a year, with the items and the law; raises DocumentError with all problems found."""
        _known(office, self.offices(), "unknown-office")
        _known(year, self.years(), "unknown-year")
        folder = f"content/{year}"
        names = {
            "laws": "content/laws.yaml",
            "office": f"content/offices/{office}.yaml",
            "year": f"{folder}/year.yaml",
            "own": f"{folder}/offices/{office}.yaml",
        }
        sources, problems = _collect({key: (lambda file=file: self.read(file)) for key, file in names.items()})
        stop(problems)
        made, problems = _collect(
            {
                "laws": lambda: parse(Laws, sources["laws"]),
                "office": lambda: parse(Office, sources["office"]),
                "year": lambda: parse(Year, sources["year"]),
                "own": lambda: parse(OfficeYear, sources["own"]),
            }
        )
        stop(problems)
        bare = Setting(made["office"], made["year"], made["own"], {}, made["laws"], sources)  # type: ignore[arg-type]
        stop(list(_setting_problems(bare)))
        return replace(bare, items=self._items(bare, folder), emblem=self._emblem(bare))

    def documents(self, setting: Setting) -> dict[str, Document]:
        """Read every document of the setting's year; raises DocumentError with the problems of all of them."""
        problems: list[Problem] = []
        found: dict[str, Document] = {}
        for kind_name, kind in KINDS.items():
            for file in self._files(f"content/{setting.year.year_be}/{kind.folder}"):
                try:
                    for document in self._document(file, kind_name, kind, setting):
                        if document.id in found:
                            facts = {"value": document.id, "first": found[document.id].source.file}
                            problems.append(Problem("duplicate-id", document.source.place(("id",)), facts))
                        else:
                            found[document.id] = document
                except DocumentError as error:
                    problems += error.problems
        problems += _unknown_documents(found)
        stop(problems)
        return found

    def _document(self, file: str, kind_name: str, kind: Kind, setting: Setting) -> Iterator[Document]:
        raw = self.read(file)
        value = raw.value if isinstance(raw.value, dict) else {}
        if value.get("kind") not in (None, "", kind_name):
            facts = {"value": str(value["kind"]), "known": ", ".join(KINDS), "near": nearest(str(value["kind"]), KINDS)}
            code = "wrong-folder" if value["kind"] in KINDS else "unknown-kind"
            folder = KINDS[str(value["kind"])].folder if code == "wrong-folder" else ""
            raise DocumentError([Problem(code, raw.place(("kind",)), {**facts, "folder": folder, "near": ""})])
        paper_id = str(value.get("id", ""))
        source = fill(raw, lambda name: setting.name_of(name, paper_id), NAME_KINDS)
        content = parse(kind.model, source)
        stop(_placed(kind.faults(content, setting), source))
        for language in kind.languages:
            identity = content.id if len(kind.languages) == 1 else f"{content.id}-{language}"
            title = getattr(content, "title")  # noqa: B009 - each kind has one, as a text or in both languages
            written = getattr(title, language) if isinstance(title, Both) else title
            yield Document(identity, kind_name, language, written, content, source)

    def _items(self, setting: Setting, folder: str) -> dict[str, Item]:
        problems: list[Problem] = []
        items: dict[str, Item] = {}
        due = {slug: item_file(code) for slug, code in setting.year.codes.items()}
        for file in self._files(f"{folder}/indicators"):
            try:
                source = fill(self.read(file), lambda name: setting.name_of(name, "o22-measures"), NAME_KINDS)
                item = parse(Item, source)
                if item.item not in due:
                    facts = {"value": item.item, "year_file": f"{folder}/year.yaml", "near": nearest(item.item, due)}
                    problems.append(Problem("unknown-slug", source.place(("item",)), facts))
                elif due[item.item] != Path(file).name:
                    facts = {"value": Path(file).name, "due": due[item.item]}
                    problems.append(Problem("wrong-file-name", source.place(("item",)), facts))
                else:
                    problems += _placed(_item_faults(item, setting), source)
                    items[item.item] = item
            except DocumentError as error:
                problems += error.problems
        if not problems:
            for slug in due.keys() - items.keys():
                place = setting.sources["year"].place(())
                problems.append(Problem("missing-item", place, {"value": setting.year.codes[slug], "due": due[slug]}))
        stop(problems)
        return items

    def _emblem(self, setting: Setting) -> bytes | None:
        if setting.office.emblem != "image":
            return None
        source = setting.sources["office"]
        name = setting.office.emblem_image or ""
        try:
            data = (self.root / name).read_bytes()
        except OSError:
            raise DocumentError([Problem("no-emblem", source.place(("emblem_image",)), {"file": name})]) from None
        if not data.startswith(b"\x89PNG\r\n"):
            raise DocumentError([Problem("emblem-not-png", source.place(("emblem_image",)), {"file": name})])
        return data

    def _files(self, folder: str) -> list[str]:
        return sorted(f"{folder}/{path.name}" for path in (self.root / folder).glob("*.yaml"))


def item_file(code: str) -> str:
    """Name the file of an item: letter and two figures, so that folders sort.

    >>> item_file("I3"), item_file("O22")
    ('I03.yaml', 'O22.yaml')
    """
    return f"{code[0]}{code[1:].zfill(2)}.yaml"


def stop(problems: list[Problem]) -> None:
    """Raise the problems, when there are any."""
    if problems:
        raise DocumentError(problems)


def _known(value: str, known: list[str], code: str) -> None:
    if value not in known:
        raise DocumentError([Problem(code, None, {"value": value, "known": ", ".join(known), "near": nearest(value, known)})])


def _collect(work: dict[str, Callable[[], Result]]) -> tuple[dict[str, Result], list[Problem]]:
    """Do every piece of work, and gather the problems of those that fail."""
    done: dict[str, Result] = {}
    problems: list[Problem] = []
    for key, make in work.items():
        try:
            done[key] = make()
        except DocumentError as error:
            problems += error.problems
    return done, problems


def _placed(faults: Iterator[Fault], source: Source) -> list[Problem]:
    return [Problem(fault.code, source.place(fault.path), fault.facts) for fault in faults]


def _setting_problems(setting: Setting) -> Iterator[Problem]:
    """Compare what is counted with what is stated, and look up the sections, posts and papers that are named."""
    for path, what, counted, stated in setting.year.miscounts():
        facts = {"what": what, "counted": str(counted), "stated": str(stated)}
        yield Problem("count-differs", setting.sources["year"].place(path), facts)
    own, quotas = setting.sources["own"], setting.own.quotas
    total = sum(quota.minimum for quota in quotas.eit1)
    if total != quotas.eit1_total:
        facts = {"what": "EIT(1)", "counted": str(total), "stated": str(quotas.eit1_total)}
        yield Problem("count-differs", own.place(("quotas", "eit1_total")), facts)
    sections = [section.id for section in setting.office.sections]
    for index, quota in enumerate(quotas.eit1):
        if quota.section not in (*sections, "schools"):
            yield from _placed(
                iter([unknown(("quotas", "eit1", index, "section"), "unknown-section", quota.section, sections)]), own
            )
    people = setting.people
    if "director" not in people:
        yield Problem("unknown-person", setting.sources["office"].place(("posts",)),
                      {"value": "director", "known": ", ".join(people)})
    for paper, facts_of in setting.own.papers.items():
        for key in ("signer", "acting_post", "prepared_by", "checked_by", "approved_by"):
            post = getattr(facts_of, key)
            if post and post not in people:
                yield from _placed(iter([unknown(("papers", paper, key), "unknown-person", post, people)]), own)


def _item_faults(item: Item, setting: Setting) -> Iterator[Fault]:
    known = [*setting.unit_names(), "all", "schools"]
    for index, row in enumerate(item.rows):
        path: PathInto = ("rows", index)
        for place, section in enumerate(row.sections):
            if section not in known:
                yield unknown((*path, "sections", place), "unknown-section", section, known)
        shape = row.shape
        if index == 0:
            for cell in FIRST_SHAPE:
                if cell not in shape:
                    yield Fault(path, "missing-key", {"value": cell})
        elif shape not in SHAPES:
            shapes = " / ".join("+".join(shape) for shape in SHAPES)
            yield Fault(path, "row-shape", {"value": "+".join(shape) or "-", "known": shapes})


def _unknown_documents(found: dict[str, Document]) -> Iterator[Problem]:
    """Find references to documents that do not exist."""
    for document in found.values():
        for key in ("encloses", "cites"):
            for index, name in enumerate(getattr(document.content, key, ())):
                if name not in found:
                    fault = unknown((key, index), "unknown-document", name, found)
                    yield Problem(fault.code, document.source.place(fault.path), fault.facts)
