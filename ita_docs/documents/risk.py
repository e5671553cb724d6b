"""แบบประเมินความเสี่ยงต่อการรับสินบน: the sheet of one unit (`each: risks`), the summary of all, or the results.

All have a heat map: likelihood upwards, impact to the right, in each field its score, its level and the risks in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, unknown_posts
from ita_docs.documents.reckoned import risks as reckoned_risks
from ita_docs.documents.record import Signer, signer_view
from ita_docs.fields import Flag, OptionalText, Text, Whole
from ita_docs.package import Colour
from ita_docs.risks import STATUSES, Assessment, Level, RatedRisk, RiskRegister, Scales, Scoring, Step
from ita_docs.setting import Setting
from ita_docs.thai.text import typeset

SERIES_OF_IT = "risks"
HEADS = "abcde"  # the steps of the impact, from the left
UNSCORED = Colour("FFFFFF")
MAP_BEFORE = "๓. แผนภูมิความเสี่ยง (Heat Map)"
MAP_AFTER = "๔. แผนภูมิความเสี่ยงคงเหลือหลังดำเนินมาตรการ (Heat Map)"


class RiskPaper(DocumentContent):
    """The content of a risk sheet, of the summary, or of the `results`: what came of the measures.

    The notes print only where they are true; `choices` are drawn places to tick, `lines` are for writing.
    """

    title: Text
    subtitle: OptionalText = None
    results: Flag = False
    paragraphs: tuple[Text, ...] = ()
    choices: tuple[Text, ...] = ()
    lines: Whole = 0
    draft_note: OptionalText = None
    question_note: OptionalText = None
    signers: tuple[Signer, ...] = ()


def faults(paper: RiskPaper, setting: Setting) -> Iterator[Fault]:
    """Find another series than the one of the risks, and posts that there are not."""
    if paper.each not in (None, SERIES_OF_IT):
        yield Fault(("each",), "not-one-of", {"value": str(paper.each), "known": SERIES_OF_IT})
    if paper.each and paper.results:
        yield Fault(("results",), "not-one-of", {"value": "yes", "known": "no"})
    signers = [(("signers", index, "post"), signer.post) for index, signer in enumerate(paper.signers) if signer.post]
    yield from unknown_posts(signers, setting)


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template prints."""
    paper, setting = document.content, desk.setting
    assert isinstance(paper, RiskPaper)
    register = setting.risks
    one = document.entry.subject if document.entry else None
    assert one is None or isinstance(one, Assessment)
    units = [one] if one else register.units
    summary, results = one is None and not paper.results, paper.results
    scorings = [(risk.number, risk.after if results else risk.before) for unit in units for risk in unit.risks]
    unscored = [number for number, scoring in scorings if scoring.points is None]
    scales = register.scales
    return {
        "office_name": setting.office.name.th,
        "title": typeset(paper.title),
        "subtitle": typeset(paper.subtitle or ""),
        "paragraphs": [typeset(text) for text in paper.paragraphs],
        "notes": _notes(paper, units),
        "facts": _facts(one) if one else [],
        "choices": [typeset(text) for text in paper.choices],
        "risks": [_risk(risk, register) for risk in one.risks] if one else [],
        "measures": [_measure(risk) for risk in one.risks] if one else [],
        "units": [_cells("abcde", row) for row in reckoned_risks.units(desk, None)] if summary else [],
        "register": [_ranked(*each, register) for each in reckoned_risks.ranked(register)] if summary else [],
        "statuses": [_cells("abcdef", row) for row in reckoned_risks.results_by_unit(desk, None)] if results else [],
        "results": [_result(*each, register) for each in register.risks] if results else [],
        "map_title": MAP_AFTER if results else MAP_BEFORE,
        "heads": dict(zip(HEADS, _heads(scales.impact), strict=True)),
        "map": heat_map(scorings, scales),
        "unscored": typeset(" ".join(unscored)),
        "steps": [] if results else [_cells("abcde", row) for row in reversed(reckoned_risks.steps(desk, None))],
        "levels": [] if results else [_level(level) for level in reversed(scales.levels)],
        "lines": [""] * paper.lines,
        "left": [signer_view(signer, setting) for signer in paper.signers[::2]],
        "right": [signer_view(signer, setting) for signer in paper.signers[1::2]],
    }


def heat_map(scorings: Sequence[tuple[str, Scoring]], scales: Scales) -> list[View]:
    """Lay numbered risks out by their scores, a line for each likelihood from the highest down."""
    return [
        {
            "head": typeset(f"{likelihood.score} {likelihood.name}"),
            **{
                letter: _field(Scoring(likelihood.score, impact.score), scorings, scales)
                for letter, impact in zip(HEADS, scales.impact, strict=True)
            },
        }
        for likelihood in reversed(scales.likelihood)
    ]


def _field(field: Scoring, scorings: Sequence[tuple[str, Scoring]], scales: Scales) -> View:
    level = scales.level(field.points or 0)
    here = [number for number, scoring in scorings if scoring == field]
    return {
        "score": typeset(f"{field.points} {level.name if level else ''}"),
        "risks": typeset(" ".join(here)),
        "colour": _colour(level),
    }


def _colour(level: Level | None) -> Colour:
    return Colour(level.colour) if level else UNSCORED


def _notes(paper: RiskPaper, units: Sequence[Assessment]) -> list[str]:
    """Say of drafts that they are drafts, and of a unit that the plan does not name that it is awaited."""
    notes = [paper.draft_note if any(unit.draft for unit in units) else None]
    notes += [paper.question_note if any(unit.question for unit in units) else None]
    return [typeset(note) for note in notes if note]


def _facts(unit: Assessment) -> list[View]:
    facts = [
        ("หน่วยงานที่ประเมิน", unit.unit.th),
        ("หัวข้อที่ประเมิน", unit.topic),
        ("ผู้รับผิดชอบ", unit.unit.head),
    ]
    return [{"label": label, "value": typeset(value)} for label, value in facts]


def _risk(rated: RatedRisk, register: RiskRegister) -> View:
    risk, level = rated.risk, register.level_of(rated.before)
    return {
        "number": typeset(rated.number),
        **{key: typeset(getattr(risk, key) or "") for key in ("step", "event", "cause", "control")},
        "likelihood": _figure(rated.before.likelihood),
        "impact": _figure(rated.before.impact),
        "score": _figure(rated.before.points),
        "level": level.name if level else "",
        "colour": _colour(level),
    }


def _measure(rated: RatedRisk) -> View:
    return {
        "number": typeset(rated.number),
        "measure": typeset(rated.risk.measure),
        "indicator": typeset(rated.risk.indicator),
        "owner": rated.owner,
        "due": typeset(reckoned_risks.due(rated)),
    }


def _ranked(unit: Assessment, rated: RatedRisk, register: RiskRegister) -> View:
    level = register.level_of(rated.before)
    return {
        "number": typeset(rated.number),
        "unit": reckoned_risks.name_of(unit),
        "event": typeset(rated.risk.event),
        "measure": typeset(rated.risk.measure),
        "score": _figure(rated.before.points),
        "level": level.name if level else "",
        "colour": _colour(level),
    }


def _heads(steps: Sequence[Step]) -> list[str]:
    """Name the steps of a scale; a year without risks has none."""
    return [typeset(f"{step.score} {step.name}") for step in steps] or [""] * len(HEADS)


def _result(unit: Assessment, rated: RatedRisk, register: RiskRegister) -> View:
    before, after = register.level_of(rated.before), register.level_of(rated.after)
    told = (STATUSES.get(rated.score.status or ""), rated.score.outcome)
    return {
        "number": typeset(rated.number),
        "unit": reckoned_risks.name_of(unit),
        "event": typeset(rated.risk.event),
        "measure": typeset(rated.risk.measure),
        "before": typeset(f"{rated.before.points} {before.name}") if before else "",
        "colour": _colour(before),
        "told": [typeset(text) for text in told if text] or [""],
        "after": typeset(f"{rated.after.points} {after.name}") if after else "",
        "colour_after": _colour(after),
        "shown": [typeset(text) for text in (rated.score.evidence, rated.score.obstacle) if text] or [""],
    }


def _level(level: Level) -> View:
    return {
        "score": typeset(f"{level.first} ถึง {level.last}"),
        "name": level.name,
        "colour": _colour(level),
        "asks": typeset(level.asks),
    }


def _cells(letters: str, texts: Sequence[str]) -> View:
    return {letter: typeset(text) for letter, text in zip(letters, texts, strict=True)}


def _figure(figure: int | None) -> str:
    return "" if figure is None else typeset(str(figure))
