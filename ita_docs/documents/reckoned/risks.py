"""The rows that are reckoned from the risks: of one unit, of all, by their levels, and what came of the measures."""

from __future__ import annotations

from collections import Counter

from ita_docs.documents.document import Desk
from ita_docs.documents.reckoned.rows import Rows, subject_of
from ita_docs.documents.series import Entry
from ita_docs.risks import STATUSES, Assessment, RatedRisk, RiskRegister
from ita_docs.thai.dates import long_date
from ita_docs.thai.digits import arabic_digits

AWAITED = "(รอสำนักงานเขตยืนยัน)"
NONE_YET = "ยังไม่ได้ให้คะแนน"


def of_unit(_: Desk, entry: Entry | None) -> Rows:
    """List the risks of a unit for a workbook: score and level stay empty for its formulas, days are ISO."""
    return [
        (
            rated.number,
            rated.risk.step,
            rated.risk.event,
            rated.risk.cause,
            rated.risk.control or "",
            _figure(rated.before.likelihood),
            _figure(rated.before.impact),
            "",
            "",
            rated.risk.measure,
            rated.risk.indicator,
            rated.owner,
            str(rated.score.due or ""),
        )
        for rated in subject_of(entry, Assessment).risks
    ]


def units(desk: Desk, _: Entry | None) -> Rows:
    """List the units: what they assess, how many risks they have, how many are scored, of which levels these are."""
    register = desk.setting.risks
    return [
        (
            name_of(unit),
            unit.topic,
            str(len(unit.risks)),
            str(sum(1 for risk in unit.risks if risk.before.points is not None)),
            by_level(unit, register) or NONE_YET,
        )
        for unit in register.units
    ]


def results_by_unit(desk: Desk, _: Entry | None) -> Rows:
    """Count the measures of each unit by how far they are; one of which nothing is told is counted as that."""
    rows = []
    for unit in desk.setting.risks.units:
        counts = Counter(risk.score.status for risk in unit.risks)
        rows.append((name_of(unit), str(len(unit.risks)), *(str(counts[status]) for status in (*STATUSES, None))))
    return rows


def levels(desk: Desk, _: Entry | None) -> Rows:
    """List the levels: from which score to which, what they are called, what they ask for."""
    scales = desk.setting.risks.scales
    return [(f"{level.first} ถึง {level.last}", level.name, level.asks) for level in scales.levels]


def steps(desk: Desk, _: Entry | None) -> Rows:
    """List the steps of both scales side by side: score, likelihood and what it means, impact and what it means."""
    scales = desk.setting.risks.scales
    return [
        (str(one.score), one.name, one.meaning, other.name, other.meaning)
        for one, other in zip(scales.likelihood, scales.impact, strict=True)
    ]


def ranked(register: RiskRegister) -> list[tuple[Assessment, RatedRisk]]:
    """Sort all risks by their scores, the highest first; behind them those that nobody has scored."""
    return sorted(register.risks, key=lambda each: -(each[1].before.points or 0))


def by_level(unit: Assessment, register: RiskRegister) -> str:
    """Count the scored risks of a unit by level, the highest first; nothing where none is scored."""
    found = [level.name for risk in unit.risks if (level := register.level_of(risk.before))]
    counts = Counter(found)
    return "  ".join(f"{level.name} {counts[level.name]}" for level in reversed(register.scales.levels) if found)


def name_of(unit: Assessment) -> str:
    """Name a unit; of one that the plan does not name, that it is awaited."""
    return f"{unit.unit.th} {AWAITED}" if unit.question else unit.unit.th


def due(rated: RatedRisk) -> str:
    """Write the day until which a measure is due, in Arabic digits; nothing where it is open."""
    return arabic_digits(long_date(rated.score.due)) if rated.score.due else ""


def _figure(figure: int | None) -> str:
    return "" if figure is None else str(figure)
