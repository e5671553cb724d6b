"""The documents of an office in a year: each is read from its file when it is asked for, or all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from ita_docs.agreement.documents import document_problems, wrong_kind, wrong_name, wrong_series
from ita_docs.agreement.setting import placed
from ita_docs.documents import KINDS, SERIES, Document, Entry
from ita_docs.fields import Both, parse
from ita_docs.names import NO_NAMES, with_names
from ita_docs.places import ID
from ita_docs.problems import DocumentError, Problem, stop
from ita_docs.setting import Setting
from ita_docs.source import Source

FURTHER = {"svg": "drawing"}  # what the id of a document ends in that is the same in a further medium


class DocumentFile(NamedTuple):
    """A file of content in which documents are written, and the kind whose folder it lies in."""

    kind: str
    file: str

    @property
    def name(self) -> str:
        """The id that it is named after."""
        return self.file.rpartition("/")[2].removesuffix(".yaml")

    def may_hold(self, name: str) -> bool:
        """Tell whether documents that are called so may be written here: by id, by kind, or by how an id begins.

        What a series, a language or a medium adds to the id stands behind it.

        >>> file = DocumentFile("announcement", "content/2568/announcements/anti-bribery.yaml")
        >>> [file.may_hold(name) for name in ("anti-bribery-th", "announcement", "anti-*", "anti-bribery-e*", "notice")]
        [True, True, True, True, False]
        """
        begins = name.removesuffix("*")
        if begins != name and self.name.startswith(begins):
            return True
        return name in (self.kind, self.name) or begins.startswith(f"{self.name}-")


class Collection(Mapping[str, Document]):
    """Documents by id, in the order of the kinds; raises DocumentError where one that is asked for cannot be read.

    `read` gives a file of content; only the files that may hold what is asked for are read.
    """

    def __init__(self, setting: Setting, files: Sequence[DocumentFile], read: Callable[[str], Source]) -> None:
        self._setting, self._files, self._source = setting, files, read
        self._read: dict[DocumentFile, list[Document]] = {}
        self._found: dict[str, Document] = {}
        self._whole = False

    def __getitem__(self, name: str) -> Document:
        """Find a document by its id."""
        if name not in self._found:
            self._read_files(file for file in self._files if file.may_hold(name))
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        self.read_all()
        return (document.id for file in self._files for document in self._read[file])

    def __len__(self) -> int:
        self.read_all()
        return len(self._found)

    def called(self, name: str) -> list[Document]:
        """Find the documents that are called so: by id, by that of their series, by kind, or by how an id begins."""
        files = [file for file in self._files if file.may_hold(name)]
        self._read_files(files)
        return [document for file in files for document in self._read[file] if document.is_called(name)]

    def may_have(self, name: str) -> bool:
        """Tell whether there is a file that may hold a document that is called so."""
        return any(file.may_hold(name) for file in self._files)

    def read_all(self, known: Sequence[Problem] = ()) -> None:
        """Read every document; raises DocumentError with all problems found, beside those that are known."""
        if not self._whole:
            self._read_files(self._files, known)
            stop(list(document_problems(self._found.values(), self._found)))
            self._whole = True

    def _read_files(self, files: Iterable[DocumentFile], known: Sequence[Problem] = ()) -> None:
        problems = list(known)
        for file in files:
            if file in self._read:
                continue
            try:
                documents = _documents(file, self._source(file.file), self._setting)
            except DocumentError as error:
                problems += error.problems
                continue
            taken = [self._found[document.id] for document in documents if document.id in self._found]
            if taken:
                facts = {"value": documents[0].paper_id, "first": taken[0].source.file}
                problems.append(Problem("duplicate-id", documents[0].source.place(("id",)), facts))
                continue
            self._read[file] = documents
            self._found |= {document.id: document for document in documents}
        stop(problems)


def _documents(file: DocumentFile, raw: Source, setting: Setting) -> list[Document]:
    """Read the documents of a file: one, one in each language, or one for each entry of a series."""
    stop([*wrong_kind(raw, file.kind), *wrong_series(raw), *wrong_name(raw, file.name)])
    value = raw.value if isinstance(raw.value, dict) else {}
    each = str(value.get("each", ""))
    entries = SERIES[each](setting) if each else [None]
    made: list[Document] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            made += _written(file, raw, entry, setting)
        except DocumentError as error:
            problems += error.problems
    stop(list(dict.fromkeys(problems)))
    return made


def _written(file: DocumentFile, raw: Source, entry: Entry | None, setting: Setting) -> Iterator[Document]:
    kind = KINDS[file.kind]
    paper_id, own = (f"{file.name}-{entry.key}", entry.names) if entry else (file.name, NO_NAMES)
    source = with_names(raw, setting, paper_id, own)
    content = parse(kind.model, source)
    if not ID.fullmatch(content.id):
        stop([Problem("bad-id", source.place(("id",)), {"value": content.id})])
    stop(placed(kind.faults(content, setting), source))
    for language, medium in product(kind.languages, kind.media):
        name = f"{paper_id}-{language}" if len(kind.languages) > 1 else paper_id
        identity = name if medium == kind.media[0] else f"{name}-{FURTHER[medium]}"
        title = getattr(content, "title")  # noqa: B009 - each kind has one, as a text or in both languages
        written = getattr(title, language) if isinstance(title, Both) else title
        yield Document(identity, file.kind, language, written, content, source, entry, medium)
