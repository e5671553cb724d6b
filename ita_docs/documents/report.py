"""รายงานมาตรการ: the report of measures to raise integrity and transparency (O22), with the measures of every item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from ita_docs.documents import figures
from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, unknown_posts
from ita_docs.documents.measures import measure_tables
from ita_docs.fields import Content, OptionalText, Text
from ita_docs.setting import BLANK, Setting
from ita_docs.thai.dates import long_date
from ita_docs.thai.text import typeset

SLUG = "integrity-measures"  # the item that this report answers
DAY_BLANK = "........../........../.........."
SIGN_OFF = "ได้ตรวจมาตรการและรายงานผลตามเอกสารฉบับนี้แล้ว"


class Opening(Content):
    """The plan's own opening, cut where its tables stand."""

    heading: Text
    iit: tuple[Text, ...]
    eit: tuple[Text, ...]
    oit: tuple[Text, ...]
    respondents_heading: Text
    respondents: tuple[Text, ...]
    eit2: tuple[Text, ...]
    approach: tuple[Text, ...]
    steps: tuple[Text, ...]
    leading: tuple[Text, ...]


class InternalStep(Content):
    """A step of the measures inside the office; its period may be unknown."""

    step: Text
    period: OptionalText = None
    owner: Text


class ReportChapter(Content):
    """One of the ten chapters."""

    title: Text
    text: tuple[Text, ...]
    steps: tuple[InternalStep, ...] = ()


class Chapters(Content):
    """The ten components of the item, in its own order."""

    order: ReportChapter
    briefing: ReportChapter
    analysis: ReportChapter
    internal: ReportChapter
    communication: ReportChapter
    image: ReportChapter
    oss: ReportChapter
    reporting: ReportChapter
    results: ReportChapter
    by_indicator: ReportChapter


CHAPTERS = tuple(Chapters.model_fields)
# The headings of the report in order; the contents list those after the foreword and the contents themselves.
HEADINGS = ("foreword", "contents", "introduction", *CHAPTERS, "sign_off")
BEFORE_CONTENTS = 2


class SignOff(Content):
    """What the three signers of the report are called."""

    prepared: Text
    checked: Text
    approved: Text


class Report(DocumentContent):
    """The content of the report of measures."""

    title: Text
    subtitle: Text
    foreword: tuple[Text, ...]
    opening: Opening
    chapters: Chapters
    signoff: SignOff


def faults(report: Report, setting: Setting) -> Iterator[Fault]:
    """Find signers that the office does not have."""
    facts = setting.facts(report.id)
    posts = [("prepared_by", facts.prepared_by), ("checked_by", facts.checked_by), ("approved_by", facts.approved_by)]
    yield from unknown_posts([(("signoff",), post) for _, post in posts if post], setting)


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template of the report prints."""
    report, setting = document.content, desk.setting
    assert isinstance(report, Report)
    opening, chapters = report.opening, report.chapters
    values: View = {
        "title_lines": typeset(report.title).split(" "),
        "subtitle": typeset(report.subtitle),
        "code": setting.year.codes[SLUG],
        "office_name": setting.office.name.th,
        "foreword": _texts(report.foreword),
        "introduction_title": typeset(opening.heading),
        "iit_text": _texts(opening.iit),
        "eit_text": _texts(opening.eit),
        "oit_text": _texts(opening.oit),
        "respondents_heading": typeset(opening.respondents_heading),
        "respondents_text": _texts(opening.respondents),
        "eit2_text": _texts(opening.eit2),
        "approach_text": _texts(opening.approach),
        "approach_steps": _texts(opening.steps),
        "leading_text": _texts(opening.leading),
        "iit_counts": figures.counts(setting, "iit"),
        "eit_counts": figures.counts(setting, "eit"),
        "oit_counts": figures.open_data_counts(setting),
        "quotas": figures.quotas(setting),
        "calendar": figures.calendar(setting),
        "scores": figures.scores(setting),
        "issues": figures.issues(setting),
        "internal_steps": _internal_steps(chapters.internal),
        "measures": measure_tables(setting),
        "results_heading": typeset(f"{chapters.results.title} {report.subtitle}"),
        "results_rows": figures.results(setting),
        "indicator_reports": figures.indicator_reports(setting),
        "sign_off_text": SIGN_OFF,
        **_signers(report, setting),
    }
    for key in CHAPTERS:
        chapter: ReportChapter = getattr(chapters, key)
        values[f"{key}_title"] = typeset(chapter.title)
        values[f"{key}_text"] = _texts(chapter.text)
    pages = desk.pages.get(document.id, ())
    for key, page in zip_longest(HEADINGS[BEFORE_CONTENTS:], pages[BEFORE_CONTENTS:]):
        values[f"{key}_page"] = typeset(str(page)) if page else ""
    return values


def _texts(texts: tuple[str, ...]) -> list[str]:
    return [typeset(text) for text in texts]


def _internal_steps(chapter: ReportChapter) -> list[dict[str, str]]:
    return [
        {
            "number": typeset(str(index)),
            "step": typeset(step.step),
            "period": typeset(step.period or "." * 24),
            "owner": typeset(step.owner),
        }
        for index, step in enumerate(chapter.steps, 1)
    ]


def _signers(report: Report, setting: Setting) -> dict[str, object]:
    facts, people = setting.facts(report.id), setting.people
    values: dict[str, object] = {}
    for key, post in (("prepared", facts.prepared_by), ("checked", facts.checked_by), ("approved", facts.approved_by)):
        person = people.get(post or "")
        values[f"{key}_label"] = getattr(report.signoff, key)
        values[f"{key}_rank"] = person.rank or "" if person else ""
        values[f"{key}_name"] = person.name if person and person.name else BLANK
        values[f"{key}_post"] = person.title if person else BLANK
        values[f"{key}_day"] = DAY_BLANK
    if signed := facts.signed.whole():
        values["approved_day"] = long_date(signed)
    return values
