"""The straight line from content to paper: view, template, paper, checks; then everything is written, or nothing is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType

from ita_docs import check, embedding, inspector, paper
from ita_docs.documents import KINDS, Desk, Document
from ita_docs.misfits import nearest
from ita_docs.problems import DocumentError, Place, Problem, stop_on_errors
from ita_docs.setting import Setting
from ita_docs.source import Source
from ita_docs.template import Template
from ita_docs.thai.digits import arabic_digits
from ita_docs.wording import RULES
from ita_docs.workspace import Workspace, starter

FONT_FAMILIES = ("THSarabunNew",)
# The problems of a paper that are mended in its content and not in its template.
FROM_CONTENT = ("no-glyph", "text-lost")
# What `check` tells better, for it knows the content: marks that it holds print as typed, letters have a place in it.
TOLD_BY_CHECK = ("leftover-tag", "letters-unknown")
MOST_TEMPLATES = 64  # kept compiled; the starter set has seven
TELLING = 8  # letters by which words are known again
NO_PAGES: Mapping[str, Sequence[int]] = MappingProxyType({})
LANGUAGE_TAGS = {"th": "th-TH", "en": "en-US"}


@dataclass(frozen=True)
class Made:
    """One finished paper: the name of its file without the ending, its bytes, and what the inspector says of it."""

    name: str
    docx: bytes
    findings: tuple[Problem, ...] = ()


def select(documents: dict[str, Document], wanted: Sequence[str]) -> list[Document]:
    """Choose documents by id, by kind, or by the beginning of an id (`order-*`); all of them where nothing is named."""
    if not wanted:
        return list(documents.values())
    chosen: dict[str, Document] = {}
    problems = []
    for name in wanted:
        found = [document for document in documents.values() if _is_called(document, name)]
        if not found:
            known = [*documents, *KINDS]
            facts = {"value": name, "known": ", ".join(known), "near": nearest(name, known)}
            problems.append(Problem("unknown-document", None, facts))
        chosen |= {document.id: document for document in found}
    stop_on_errors(problems)
    return list(chosen.values())


def _is_called(document: Document, name: str) -> bool:
    if name.endswith("*"):
        return document.id.startswith(name[:-1])
    return name in (document.id, document.kind)


def make(
    workspace: Workspace,
    setting: Setting,
    documents: dict[str, Document],
    wanted: Iterable[Document],
    *,
    file_copy: bool = False,
    pages: Mapping[str, Sequence[int]] = NO_PAGES,
) -> list[Made]:
    """Make the wanted papers; raises DocumentError with the problems of all of them and makes none.

    `pages` are the pages of a paper's headings, for its contents, once it was laid out.
    """
    titles = {document.id: document.title for document in documents.values()}
    kinds = {document.id: document.kind for document in documents.values()}
    desk = Desk(setting, titles, kinds, file_copy, pages)
    templates: dict[Path, Template] = {}
    made: list[Made] = []
    problems: list[Problem] = []
    for document in wanted:
        try:
            path = workspace.template(document.template)
            template = templates.get(path) or templates.setdefault(path, open_template(path, workspace))
            made.append(_make_one(template, document, desk))
        except DocumentError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    stop_on_errors(problems)
    return made


def open_template(path: Path, workspace: Workspace) -> Template:
    """Open a template under the name that problems show; the runs of one that an office edited are marked as Thai."""
    own = path.is_relative_to(workspace.root)
    name = path.relative_to(workspace.root) if own else Path("templates") / path.name
    edited = own and workspace.root != starter() and not path.stem.endswith("-en")
    return _opened(_template_bytes(path, str(name)), str(name), edited)


@lru_cache(MOST_TEMPLATES)
def _opened(data: bytes, name: str, thai: bool) -> Template:
    """Compile a template once for all papers of a run: what is kept goes by its content, not by its file."""
    return Template(data, name=name, thai=thai)


def _make_one(template: Template, document: Document, desk: Desk) -> Made:
    view = KINDS[document.kind].view(document, desk)
    stop_on_errors(template.problems(view))
    properties = {
        "title": document.title,
        "language": LANGUAGE_TAGS[document.language],
        "creator": desk.setting.office.name.en if document.language == "en" else desk.setting.office.name.th,
    }
    docx, name = template.render(view, properties), f"{document.id}.docx"
    read = paper.read(docx, name)
    subject = inspector.subject_of(read, name, kind=document.kind, laws=desk.setting.laws.laws)
    found = [problem for problem in inspector.inspect(subject) if problem.code not in TOLD_BY_CHECK]
    problems = [*check.run(read, view, name), *found]
    sources = (document.source, *desk.setting.sources.values())
    placed = [_in_content(problem, sources) for problem in problems]
    stop_on_errors([problem for problem in placed if problem.severity != "advice"])
    return Made(f"{document.id}-file-copy" if desk.file_copy else document.id, docx, tuple(placed))


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


def write(papers: Iterable[Made], folder: Path, fonts: Path | None = None) -> list[Path]:
    """Write papers, all of them or none; a paper that has not changed keeps its file.

    With a folder of `fonts` each paper carries those that it names, to look right on a machine without them.
    """
    embed = (lambda docx: docx) if fonts is None else partial(embedding.embed, fonts=fonts)
    return write_files({folder / f"{made.name}.docx": embed(made.docx) for made in papers})


def write_files(files: Mapping[Path, bytes]) -> list[Path]:
    """Write files beside their places, then rename them; raises DocumentError where one cannot be written.

    Nothing is left half-written then: the files that were there before are there again.
    """
    before = {path: _bytes_at(path) for path in files}
    changed = [path for path, data in files.items() if before[path] != data]
    beside = {path: path.with_name(f".{path.name}.part") for path in changed}
    renamed: list[Path] = []
    path = None
    try:
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_bytes(files[path])
        for path in changed:
            os.replace(beside[path], path)
            renamed.append(path)
    except OSError:
        for done in renamed:
            _put_back(done, before[done])
        raise DocumentError([Problem("unwritable", Place(str(path)))]) from None
    finally:
        for part in beside.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return list(files)


def _put_back(path: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)


def pdfs(papers: Sequence[Made], fonts: Path, folder: Path, jobs: int = 2) -> Iterator[Path | Problem]:
    """Turn papers into PDFs and write each; what fails is a problem of that paper alone."""
    from ita_docs import pdf
    from ita_docs.pdf.reading import inspect

    for name, result in pdf.convert(((made.name, made.docx) for made in papers), fonts, jobs):
        if isinstance(result, Problem):
            yield result
            continue
        problems = inspect(name, result, FONT_FAMILIES)
        yield from problems
        if any(problem.severity == "error" for problem in problems):
            continue
        try:
            yield from write_files({folder / f"{name}.pdf": result})
        except DocumentError as error:
            yield from error.problems


def pages_of(pdfs: Iterable[Path]) -> dict[str, tuple[int, ...]]:
    """Read the pages of the headings of each PDF that has some, by the paper's name."""
    from ita_docs.pdf.reading import facts

    found = {path.stem: facts(path.read_bytes()).headings for path in pdfs}
    return {name: headings for name, headings in found.items() if headings}


def _bytes_at(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _template_bytes(path: Path, name: str) -> bytes:
    data = _bytes_at(path)
    if data is None:
        raise DocumentError([Problem("no-template", Place(name))])
    return data
