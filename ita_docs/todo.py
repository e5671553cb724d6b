"""What is still open: blanks, unverified names and law, proposed corrections, questions to the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ita_docs.documents import Document
from ita_docs.fields import Content, open_fields, parse
from ita_docs.ledger import Corrections, Questions
from ita_docs.office import OPEN_SCHOOL
from ita_docs.problems import Place, Problem
from ita_docs.setting import Setting
from ita_docs.source import Source
from ita_docs.workspace import Workspace

# What the office notes of a paper when it is signed, by kind; the others carry neither number nor day.
NOTED = {
    "order": ("number", "signed"),
    "memo": ("number", "signed"),
    "letter": ("number", "signed"),
    "announcement": ("signed",),
    "guideline": ("signed",),
    "report": ("signed", "prepared_by", "checked_by", "approved_by"),
}


def open_points(workspace: Workspace, setting: Setting, documents: Iterable[Document]) -> list[Problem]:
    """List everything that somebody still has to fill in, verify or answer, with its place; all of it is advice."""
    sources = setting.sources
    points = [
        *_open(setting.office, sources["office"]),
        *_no_file(workspace, sources["own"]),
        *_open(setting.own, sources["own"]),
        *_unnoted(setting, documents),
        *_names_of_signers(setting),
        *_emblem(setting),
        *setting.office.unverified(sources["office"]),
        *_laws(setting),
        *_processes(setting),
        *_calendar(setting),
        *_drafts(documents),
        *_risks(setting),
    ]
    corrections, questions = read_ledgers(workspace, setting)
    return [*points, *corrections, *questions]


def read_ledgers(workspace: Workspace, setting: Setting) -> tuple[list[Problem], list[Problem]]:
    """Read what is proposed and what is asked; a year that was not taken from a delivered plan has no such files."""
    folder = f"content/{setting.year.year_be}"
    corrections = _ledger(workspace, f"{folder}/corrections.yaml")
    questions = _ledger(workspace, f"{folder}/questions.yaml")
    return (
        list(_proposed(parse(Corrections, corrections), corrections)) if corrections else [],
        list(_questions(parse(Questions, questions), questions)) if questions else [],
    )


def _ledger(workspace: Workspace, file: str) -> Source | None:
    return workspace.read(file) if (workspace.root / file).exists() else None


def _no_file(workspace: Workspace, source: Source) -> Iterator[Problem]:
    if not (workspace.root / source.file).exists():
        yield Problem("open-file", Place(source.file))


def _unnoted(setting: Setting, documents: Iterable[Document]) -> Iterator[Problem]:
    """List what the office has to note of papers of which its file of the year says nothing at all."""
    source = setting.sources["own"]
    for paper, kind in {document.paper_id: document.kind for document in documents}.items():
        for key in NOTED.get(kind, ()) if paper not in setting.own.papers else ():
            yield Problem("open-field", source.key_place(("papers",)), {"value": f"papers.{paper}.{key}"})


def _open(content: Content, source: Source) -> Iterator[Problem]:
    for path in open_fields(content):
        if path in source.values or path[0] != "papers":  # of a paper only the lines that its kind has are written
            yield Problem("open-field", source.key_place(path), {"value": ".".join(map(str, path))})


def _names_of_signers(setting: Setting) -> Iterator[Problem]:
    source = setting.sources["office"]
    signers = {facts.signer for facts in setting.own.papers.values()} | {"director"}
    for post in setting.office.posts:
        if post.id in signers:
            person = setting.people[post.id]
            for key, value in (("name", person.name), ("name_en", person.name_en)):
                if value is None:
                    place = source.key_place(("people", post.id, key))
                    yield Problem("open-field", place, {"value": f"{post.title.th} ({key})"})


def _emblem(setting: Setting) -> Iterator[Problem]:
    if setting.office.emblem == "preprinted":
        yield Problem("emblem-preprinted", setting.sources["office"].key_place(("emblem",)))


def _laws(setting: Setting) -> Iterator[Problem]:
    source = setting.sources["laws"]
    for index, law in enumerate(setting.laws.laws):
        if law.certainty == "unverified":
            yield Problem("unverified-law", source.place(("laws", index, "certainty")), {"value": law.th})


def _processes(setting: Setting) -> Iterator[Problem]:
    """List what is open of the processes, and what nobody has compared with the law or another source."""
    for number, process in setting.processes.items():
        source = setting.sources[number]
        yield from _open(process, source)
        if process.appeal.certainty == "unverified" and process.appeal.law:
            place = source.place(("appeal", "certainty"))
            yield Problem("unverified-law", place, {"value": process.appeal.law})
        for index, claim in enumerate(process.unverified):
            yield Problem("unverified-claim", source.place(("unverified", index)), {"value": claim})


def _calendar(setting: Setting) -> Iterator[Problem]:
    source = setting.sources["year"]
    for index, row in enumerate(setting.year.calendar):
        if row.status == "proposed":
            yield Problem("proposed-day", source.place(("calendar", index, "status")), {"value": row.title})


def _drafts(documents: Iterable[Document]) -> Iterator[Problem]:
    told: set[str] = set()
    for document in documents:
        sample = getattr(document.content, "compare_with", None)
        if sample and document.language == "th" and document.content.id not in told:
            told.add(document.content.id)
            yield Problem(
                "draft-wording",
                document.source.key_place(("compare_with",)),
                {"value": document.title, "source": sample},
            )


def _risks(setting: Setting) -> Iterator[Problem]:
    """List the scales that nobody vouches for, the risks that are drafts, those without a score, the open school."""
    register = setting.risks
    if register.units and register.scales.certainty == "unverified":
        yield Problem("unverified-scales", setting.sources["risk-scales"].key_place(("certainty",)))
    for unit in register.units:
        facts = {"value": unit.unit.th}
        if unit.draft:
            yield Problem("draft-risks", setting.sources[unit.file].key_place(("draft",)), facts)
        if unit.unit == OPEN_SCHOOL and setting.office.listed_schools:
            place = setting.sources["risk-scores"].key_place(("school",))
            yield Problem("open-field", place, {"value": "school"})
        if count := sum(1 for risk in unit.risks if risk.before.points is None):
            place = setting.sources["risk-scores"].key_place(("units", unit.key))
            yield Problem("unscored-risks", place, {**facts, "count": str(count)})


def _proposed(ledger: Corrections, source: Source) -> Iterator[Problem]:
    for index, row in enumerate(ledger.corrections):
        if row.status == "proposed":
            facts = {
                "value": row.id,
                "line": str(row.line),
                "found": row.found,
                "corrected": row.corrected or "",
                "carried_by": row.carried_by,
            }
            yield Problem("proposed-correction", source.place(("corrections", index)), facts)


def _questions(ledger: Questions, source: Source) -> Iterator[Problem]:
    for index, row in enumerate(ledger.questions):
        proposed = f"เสนอ: {row.proposed}" if row.proposed else ""
        facts = {"value": row.id, "question": row.question, "proposed": proposed}
        yield Problem("question", source.place(("questions", index)), facts)
