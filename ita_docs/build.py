"""The straight line from content to paper: view, template, paper, checks; then everything is written, or nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ita_docs import check, inspector, paper
from ita_docs.collection import Collection
from ita_docs.documents import KINDS, Desk, Document, View, infographic, message
from ita_docs.manifest import digest, program
from ita_docs.misfits import nearest
from ita_docs.package import Picture, look_over
from ita_docs.places import bytes_at, starter
from ita_docs.problems import DocumentError, Place, Problem, stop_on_errors
from ita_docs.setting import Setting
from ita_docs.source import Source
from ita_docs.template import Template
from ita_docs.thai.digits import arabic_digits
from ita_docs.wording import RULES
from ita_docs.workspace import Workspace

# The problems of a paper that are mended in its content and not in its template.
FROM_CONTENT = ("no-glyph", "text-lost")
# What `check` tells better, for it knows the content: marks that it holds print as typed, letters have a place in it.
TOLD_BY_CHECK = ("leftover-tag", "letters-unknown")
MOST_TEMPLATES = 64  # kept compiled; the starter set has fourteen
TELLING = 8  # letters by which words are known again
NOTHING: Mapping[str, Any] = MappingProxyType({})


def _workbook(view: View) -> bytes:
    from ita_docs import sheets  # openpyxl is slow to import

    return sheets.write(view)


# What makes a file of each medium that has no template.
DRAWN: dict[str, Callable[[View], bytes]] = {"xlsx": _workbook, "txt": message.write, "svg": infographic.write}
LANGUAGE_TAGS = {"th": "th-TH", "en": "en-US"}


@dataclass(frozen=True)
class Made:
    """One finished paper: the name of its file without the ending, its bytes, and what the inspector says of it.

    `made_of` is the digest of all that it came from; `pages` are those of its headings that it prints.
    """

    name: str
    data: bytes
    document: Document
    made_of: str = ""
    pages: tuple[int, ...] = ()
    findings: tuple[Problem, ...] = ()

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.{self.document.medium}"


@dataclass(frozen=True)
class Kept:
    """A paper as it was made before: of what, its bytes, and the pages of its headings."""

    made_of: str
    data: bytes
    pages: tuple[int, ...] = ()


def select(documents: Collection, wanted: Sequence[str]) -> list[Document]:
    """Choose documents by id, by that of their series, by kind, or by how an id begins (`order-*`); else all."""
    if not wanted:
        return list(documents.values())
    chosen: dict[str, Document] = {}
    problems = []
    for name in wanted:
        found = documents.called(name)
        if not found:
            known = [*documents, *KINDS]
            facts = {"value": name, "known": ", ".join(known), "near": nearest(name, known)}
            problems.append(Problem("unknown-document", None, facts))
        chosen |= {document.id: document for document in found}
    stop_on_errors(problems)
    return list(chosen.values())


@dataclass
class Press:
    """What makes the papers of any number of offices: a workspace, and which templates were seen to make good ones.

    A `thorough` press inspects every paper; a fleet's inspects the first of each template, and of the others only what
    differs from office to office: the words.
    """

    workspace: Workspace
    thorough: bool = True
    inspected: set[str] = field(default_factory=set)

    def is_due(self, template: str) -> bool:
        """Tell whether a paper of a template, told by its digest, is to be inspected as a whole."""
        due = self.thorough or template not in self.inspected
        self.inspected.add(template)
        return due


def make(
    press: Press,
    setting: Setting,
    documents: Mapping[str, Document],
    wanted: Iterable[Document],
    *,
    file_copy: bool = False,
    pages: Mapping[str, Sequence[int]] = NOTHING,
    kept: Mapping[str, Kept] = NOTHING,
) -> list[Made]:
    """Make the wanted papers; raises DocumentError with the problems of all of them and makes none.

    `pages` are the pages of a paper's headings, for its contents, once it was laid out. A paper that would be made of
    just what the `kept` one of its name was made of is that one.
    """
    desk = Desk(setting, documents, file_copy, press.workspace.fonts, pages)
    made: list[Made] = []
    problems: list[Problem] = []
    for document in wanted:
        try:
            before = kept.get(name_of(document, file_copy=file_copy))
            made.append(_make_one(press, document, desk, before))
        except DocumentError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    stop_on_errors(problems)
    return made


def name_of(document: Document, *, file_copy: bool = False) -> str:
    """Name the file of a paper, without its ending."""
    return f"{document.id}-file-copy" if file_copy else document.id


def open_template(path: Path, workspace: Workspace) -> tuple[Template, str]:
    """Open a template under the name that problems show, and give the digest of its file.

    The runs of one that an office edited are marked as Thai.
    """
    own = path.is_relative_to(workspace.root)
    name = path.relative_to(workspace.root) if own else Path("templates") / path.name
    data = _template_bytes(path, str(name))
    edited = data != bytes_at(starter() / "templates" / path.name) and not path.stem.endswith("-en")
    return _opened(data, str(name), edited)


@lru_cache(MOST_TEMPLATES)
def _opened(data: bytes, name: str, thai: bool) -> tuple[Template, str]:
    """Compile a template once for all papers of a run: what is kept goes by its content, not by its file."""
    return Template(data, name=name, thai=thai), digest(data)


def _make_one(press: Press, document: Document, desk: Desk, kept: Kept | None) -> Made:
    if document.template is None:
        return _draw(document, desk, kept)
    template, its_digest = open_template(press.workspace.template(document.template), press.workspace)
    if kept and kept.pages and document.id not in desk.pages:
        laid_out = replace(desk, pages={**desk.pages, document.id: kept.pages})
        if _made_of(KINDS[document.kind].view(document, laid_out), its_digest, document) == kept.made_of:
            desk = laid_out  # nothing has changed since it was laid out, so its pages hold
    view = KINDS[document.kind].view(document, desk)
    properties = {
        "title": document.title,
        "language": LANGUAGE_TAGS[document.language],
        "creator": desk.setting.office.name.en if document.language == "en" else desk.setting.office.name.th,
    }
    name, pages = name_of(document, file_copy=desk.file_copy), tuple(desk.pages.get(document.id, ()))
    made_of = _made_of(view, its_digest, document)
    if kept and kept.made_of == made_of:
        return Made(name, kept.data, document, made_of, pages)
    due = press.is_due(its_digest)
    if due:
        stop_on_errors(template.problems(view))
    docx, file = template.render(view, properties), document.file
    problems = _inspect(docx, file, view, document, desk) if due else check.words(view, file)
    sources = (document.source, *desk.setting.sources.values())
    placed = [_in_content(problem, sources) for problem in problems]
    stop_on_errors([problem for problem in placed if problem.severity != "advice"])
    return Made(name, docx, document, made_of, pages, tuple(placed))


def _draw(document: Document, desk: Desk, kept: Kept | None) -> Made:
    """Make a file that has no template: a workbook or a plain text."""
    view = KINDS[document.kind].view(document, desk)
    made_of = _made_of(view, "", document)
    if kept and kept.made_of == made_of:
        return Made(document.id, kept.data, document, made_of)
    problems = [_in_content(problem, [document.source]) for problem in check.words(view, document.file)]
    stop_on_errors(problems)
    return Made(document.id, DRAWN[document.medium](view), document, made_of)


def _inspect(docx: bytes, file: str, view: View, document: Document, desk: Desk) -> list[Problem]:
    read = paper.read(docx, file)
    subject = inspector.subject_of(read, file, kind=document.kind, laws=desk.setting.laws.laws)
    found = [problem for problem in inspector.inspect(subject) if problem.code not in TOLD_BY_CHECK]
    return [*check.run(read, view, file), *found]


def _made_of(view: View, template: str, document: Document) -> str:
    """Give the digest of all that a paper is made of: the program, the template, the view with its pictures."""
    pictures = [item.name for item in look_over(view, "") if isinstance(item, Picture)]
    return digest(repr((program(), template, document.title, view, pictures)).encode())


def _in_content(problem: Problem, sources: Iterable[Source]) -> Problem:
    """Give a problem of a paper the place in the content where the words at fault were typed, if they were.

    Content is typed in Arabic digits; a word or two could stand anywhere, so short ones keep their place on the paper.
    """
    words = problem.facts.get("value", "")
    if not (problem.code in FROM_CONTENT or (problem.code in RULES and len(words) >= TELLING)):
        return problem
    typed = dict.fromkeys((words, arabic_digits(words)))
    place = next((place for source in sources for each in typed if (place := source.find(each))), None)
    return replace(problem, place=place) if place else problem


def _template_bytes(path: Path, name: str) -> bytes:
    data = bytes_at(path)
    if data is None:
        raise DocumentError([Problem("no-template", Place(name))])
    return data
