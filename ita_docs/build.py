"""The straight line from content to paper: view, template, paper, checks; then everything is written, or nothing is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_docs import check, paper
from ita_docs.documents import KINDS, Desk, Document
from ita_docs.fields import nearest
from ita_docs.problems import DocumentError, Problem, stop_on_errors
from ita_docs.setting import Setting
from ita_docs.template import Template
from ita_docs.workspace import Workspace, starter

FONT_FAMILIES = ("THSarabunNew",)
LANGUAGE_TAGS = {"th": "th-TH", "en": "en-US"}


@dataclass(frozen=True)
class Made:
    """One finished paper: the name of its file without the ending, and its bytes."""

    name: str
    docx: bytes


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


def make(workspace: Workspace, setting: Setting, documents: dict[str, Document], wanted: Iterable[Document],
         *, file_copy: bool = False) -> list[Made]:
    """Make the wanted papers; raises DocumentError with the problems of all of them and makes none."""
    titles = {document.id: document.title for document in documents.values()}
    kinds = {document.id: document.kind for document in documents.values()}
    desk = Desk(setting, titles, kinds, file_copy)
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
    """Open a template under the name that problems show; one that an office edited in Word has its runs marked as Thai."""
    own = path.is_relative_to(workspace.root)
    name = path.relative_to(workspace.root) if own else Path("templates") / path.name
    edited = own and workspace.root != starter() and not path.stem.endswith("-en")
    return Template(_bytes_of(path, str(name)), name=str(name), thai=edited)


def _make_one(template: Template, document: Document, desk: Desk) -> Made:
    view = KINDS[document.kind].view(document, desk)
    stop_on_errors(template.problems(view))
    properties = {
        "title": document.title,
        "language": LANGUAGE_TAGS[document.language],
        "creator": desk.setting.office.name.en if document.language == "en" else desk.setting.office.name.th,
    }
    docx = template.render(view, properties)
    stop_on_errors(check.run(paper.read(docx, document.id), view, document.id))
    return Made(f"{document.id}-file-copy" if desk.file_copy else document.id, docx)


def write(papers: Iterable[Made], folder: Path) -> Iterator[Path]:
    """Write papers beside their place and rename them; a paper that has not changed keeps its file."""
    for made in papers:
        yield write_file(folder / f"{made.name}.docx", made.docx)


def write_file(path: Path, data: bytes) -> Path:
    """Write one file whole or not at all; raises DocumentError where that cannot be done."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (path.exists() and path.read_bytes() == data):
            beside.write_bytes(data)
            os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True) if os.access(path.parent, os.W_OK) else None
        raise DocumentError([Problem("unwritable", None, {"file": str(path)})]) from None
    return path


def pdfs(papers: Sequence[Made], fonts: Path, folder: Path, jobs: int = 2) -> Iterator[Path | Problem]:
    """Turn papers into PDFs and write each; what fails is a problem of that paper alone."""
    from ita_docs import pdf

    for name, result in pdf.convert(((made.name, made.docx) for made in papers), fonts, jobs):
        if isinstance(result, Problem):
            yield result
            continue
        yield from pdf.inspect(name, result, FONT_FAMILIES)
        yield write_file(folder / f"{name}.pdf", result)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise DocumentError([Problem("no-template", None, {"file": name})]) from None
