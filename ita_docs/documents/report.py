"""รายงานมาตรการ: the report of measures to raise integrity and transparency (O22), with the measures of every item."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, unknown_posts
from ita_docs.documents.measures import measure_tables
from ita_docs.fields import Content, OptionalText, Text
from ita_docs.setting import BLANK, Setting
from ita_docs.thai.dates import date_range, long_date
from ita_docs.thai.text import typeset
from ita_docs.year import InstrumentId

CHAPTERS = (
    "order",
    "briefing",
    "analysis",
    "internal",
    "communication",
    "image",
    "oss",
    "reporting",
    "results",
    "by_indicator",
)
SLUG = "integrity-measures"  # the item that this report answers
SHORT_BLANK = "." * 12
PASS_MARK = 85  # the pass mark of the assessment, in percent
SCHOOLS = "โรงเรียนสังกัดกรุงเทพมหานคร ในพื้นที่เขต"
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
        "title": typeset(report.title),
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
        "iit_counts": _counts(setting, "iit"),
        "eit_counts": _counts(setting, "eit"),
        "oit_counts": _open_data_counts(setting),
        "quotas": _quotas(setting),
        "calendar": _calendar(setting),
        "scores": _scores(setting),
        "issues": _issues(setting),
        "internal_steps": _internal_steps(chapters.internal),
        "measures": measure_tables(setting),
        "results_heading": typeset(f"{chapters.results.title} {report.subtitle}"),
        "results_rows": _results(setting),
        "indicator_reports": _indicator_reports(setting),
        "sign_off_text": SIGN_OFF,
        **_signers(report, setting),
    }
    for key in CHAPTERS:
        chapter: ReportChapter = getattr(chapters, key)
        values[f"{key}_title"] = typeset(chapter.title)
        values[f"{key}_text"] = _texts(chapter.text)
    for key in ("introduction", *CHAPTERS, "sign_off"):
        values[f"{key}_page"] = ""
    return values


def _texts(texts: tuple[str, ...]) -> list[str]:
    return [typeset(text) for text in texts]


def _span(codes: list[str]) -> str:
    """Write the codes of consecutive items, as I1-I3."""
    return codes[0] if len(codes) == 1 else f"{codes[0]}-{codes[-1]}"


def _counts(setting: Setting, instrument: InstrumentId) -> list[dict[str, str]]:
    lines, total = [], 0
    for indicator in setting.year.indicators:
        if indicator.instrument == instrument:
            codes = list(indicator.items.values())
            total += len(codes)
            label = typeset(f"{indicator.number}) {indicator.title} ({indicator.title_en})")
            lines.append({"indicator": label, "codes": _span(codes), "count": typeset(str(len(codes)))})
    return [*lines, {"indicator": "", "codes": "รวม", "count": typeset(str(total))}]


def _open_data_counts(setting: Setting) -> list[dict[str, str]]:
    lines, total = [], 0
    for indicator in setting.year.indicators:
        if indicator.instrument == "oit":
            for index, (number, title, items) in enumerate(indicator.groups):
                total += len(items)
                lines.append(
                    {
                        "indicator": typeset(f"{indicator.number}. {indicator.title}") if index == 0 else "",
                        "part": typeset(f"{number} {title}"),
                        "codes": _span(list(items.values())),
                        "count": typeset(str(len(items))),
                    }
                )
    return [*lines, {"indicator": "รวม", "part": "", "codes": "", "count": typeset(str(total))}]


def _quotas(setting: Setting) -> list[dict[str, str]]:
    names = {**setting.unit_names(), "schools": SCHOOLS}
    lines = [
        {"unit": names[quota.section], "minimum": typeset(str(quota.minimum))} for quota in setting.own.quotas.eit1
    ]
    total = sum(quota.minimum for quota in setting.own.quotas.eit1)
    return [*lines, {"unit": "รวม", "minimum": typeset(str(total))}]


def _calendar(setting: Setting) -> list[dict[str, str]]:
    window, cycles = setting.year.oit, setting.year.cycles
    lines = [
        (date_range(window.first, window.last), "ตอบแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ตามผังเวลาของสำนักงาน ป.ป.ช."),
        (f"ก่อนวันที่ {long_date(window.last)}", "ผู้อำนวยการเขตตรวจและแก้ไขรายงานตัวชี้วัดที่ 9 และตัวชี้วัดที่ 10"),
        (f"ทุก ๆ {cycles.meeting_days} วัน หรือเดือนละ 2 ครั้ง", "ประชุมติดตามผลการดำเนินงาน"),
        (f"ทุกวัน{cycles.executive_weekday}", "คณะผู้บริหารติดตามผลการดำเนินงาน"),
        (f"ทุก ๆ เดือน ก่อนวันที่ {cycles.procurement_day}", "ปรับปรุงข้อมูลการจัดซื้อจัดจ้าง"),
        (f"ทุก ๆ {cycles.kpi_months} เดือน", "ประชุมเกี่ยวกับแผนและตัวชี้วัดของสำนักงานเขต (คณะทำงานอีกคณะหนึ่ง)"),
        (f"ทุก ๆ รอบ {cycles.policy_months} เดือน หรือเมื่อมีการเปลี่ยนแปลง", "เผยแพร่นโยบายและแผน"),
    ]
    return [{"when": typeset(when), "what": typeset(what)} for when, what in lines]


def _scores(setting: Setting) -> list[dict[str, str]]:
    """Write last year's result; while an instrument's score is open, its line is a blank and nothing is reckoned."""
    lines = []
    for instrument in setting.year.instruments:
        score: Decimal | None = getattr(setting.own.last_result, instrument.id)
        weight = setting.year.weights[instrument.id]
        lines.append(
            {
                "instrument": f"{instrument.name} ({instrument.id.upper()})",
                "weight": typeset(str(weight)),
                "score": typeset(str(score)) if score is not None else SHORT_BLANK,
                "points": typeset(f"{score * weight / 100:.2f}") if score is not None else SHORT_BLANK,
                "gap": typeset(f"{score - PASS_MARK:+.2f}") if score is not None else SHORT_BLANK,
            }
        )
    total = setting.own.last_result.total
    lines.append(
        {
            "instrument": "คะแนนรวม (ตามแผน)",
            "weight": typeset(str(sum(setting.year.weights.values()))),
            "score": "",
            "points": typeset(str(total)),
            "gap": typeset(f"{total - PASS_MARK:+.2f}"),
        }
    )
    return lines


def _issues(setting: Setting) -> list[dict[str, str]]:
    lines = []
    for instrument in setting.year.instruments:
        codes = [
            code
            for indicator in setting.year.indicators
            if indicator.instrument == instrument.id
            for _, _, items in indicator.groups
            for code in items.values()
        ]
        lines.append({"instrument": instrument.id.upper(), "codes": _span(codes), "issue": BLANK, "measure": "." * 34})
    return lines


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


def _results(setting: Setting) -> list[dict[str, str]]:
    empty = dict.fromkeys(("result", "output", "day", "evidence", "status", "obstacle", "owner"), "")
    return [
        {"title": typeset(f"ตัวชี้วัดที่ {indicator.number} {indicator.title}"), **empty}
        for indicator in setting.year.indicators
    ]


def _indicator_reports(setting: Setting) -> list[dict[str, str]]:
    names = setting.unit_names()
    lines = []
    for index, indicator in enumerate(setting.year.indicators, 1):
        units = list(dict.fromkeys(unit for number, _, _ in indicator.groups for unit in setting.owners(number)))
        sections = [unit.id for unit in setting.office.sections]
        schools = [unit.id for unit in setting.office.schools]
        owners = ["ทุกฝ่าย"] if set(sections) <= set(units) else [names[unit] for unit in sections if unit in units]
        if schools and set(schools) <= set(units):
            owners.append("ทุกโรงเรียน" if len(owners) == 1 and owners[0] == "ทุกฝ่าย" else "โรงเรียนในสังกัด")
        lines.append(
            {
                "number": typeset(str(index)),
                "title": typeset(indicator.title),
                "owner": " ".join(owners),
                "sent": "",
                "checked": "",
            }
        )
    return lines


def _signers(report: Report, setting: Setting) -> dict[str, object]:
    facts, people = setting.facts(report.id), setting.people
    values: dict[str, object] = {}
    for key, post in (("prepared", facts.prepared_by), ("checked", facts.checked_by), ("approved", facts.approved_by)):
        person = people.get(post or "")
        values[f"{key}_label"] = getattr(report.signoff, key)
        values[f"{key}_name"] = f"{person.rank or ''}{person.name}" if person and person.name else BLANK
        values[f"{key}_post"] = person.title if person else BLANK
    return values
