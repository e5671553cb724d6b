"""Where the risks, their scales and their scores disagree: with each other, with the office, with the plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath

from ita_docs.agreement.setting import item_file, placed
from ita_docs.documents.document import Fault, unknown
from ita_docs.fields import parse
from ita_docs.names import refuse_names, with_names
from ita_docs.office import OPEN_SCHOOL, School, Section
from ita_docs.problems import DocumentError, Problem
from ita_docs.risks import (
    MOST,
    NO_RISKS,
    NONE_SCORED,
    SCHOOLS,
    STATUSES,
    STEPS,
    Assessment,
    RatedRisk,
    RiskRegister,
    RiskScores,
    Scales,
    Score,
    Step,
    UnitRisks,
)
from ita_docs.setting import Setting
from ita_docs.source import PathInto, Source

SLUG = "bribery-risk"  # the item of the plan that names the units
COLOUR = re.compile("[0-9A-F]{6}")
FIGURES = ("likelihood", "impact", "likelihood_after", "impact_after")
Read = Callable[[str], Source]


def read_risks(
    setting: Setting, folder: str, files: Sequence[str], read: Read, scores: Source
) -> tuple[RiskRegister, dict[str, Source]]:
    """Give the risks of the year as the office scored them, and their files; a year without such files has none.

    Raises DocumentError with the problems of all files.
    """
    if not files:
        return NO_RISKS, {}
    problems: list[Problem] = []
    scale_source = refuse_names(read(f"{folder}/risk-scales.yaml"))
    scales, said = parse(Scales, scale_source), parse(RiskScores, scores)
    problems += placed(scale_faults(scales), scale_source)
    units: list[tuple[UnitRisks, str]] = []
    sources = {"risk-scales": scale_source, "risk-scores": scores}
    for file in files:
        try:
            source = sources[file] = with_names(read(file), setting, SLUG)
            told = parse(UnitRisks, source)
            problems += placed(_unit_faults(told, PurePosixPath(file).stem, setting), source)
            units.append((told, file))
        except DocumentError as error:
            problems += error.problems
    problems += _missing_units(setting, folder, [told.unit for told, _ in units] if not problems else [])
    problems += placed(_school_faults(said, setting), scores)
    for fault in _score_faults(said, {told.unit: told for told, _ in units}) if not problems else ():
        at = scores.key_place if fault.code.startswith("unknown") else scores.place
        problems.append(Problem(fault.code, at(fault.path), fault.facts))
    if problems:
        raise DocumentError(problems)
    return RiskRegister(scales, tuple(_assessments(units, said, setting))), sources


def _assessments(units: Sequence[tuple[UnitRisks, str]], said: RiskScores, setting: Setting) -> Iterator[Assessment]:
    """Put the units into the order of the plan, those that it does not name behind; an office may have no school."""
    due = _due(setting)
    rank = {unit: index for index, unit in enumerate(due)}
    there = [(told, file, unit) for told, file in units if (unit := _unit(told.unit, said, setting))]
    ordered = sorted(there, key=lambda each: (rank.get(each[0].unit, len(due)), each[1]))
    for number, (told, file, unit) in enumerate(ordered, 1):
        scores = said.units.get(told.unit, NONE_SCORED)
        risks = tuple(
            RatedRisk(
                f"{number}.{index}",
                risk,
                setting.people[risk.owner].title if risk.owner else unit.head,
                scores.get(risk.id, Score()),
            )
            for index, risk in enumerate(told.risks, 1)
        )
        yield Assessment(number, told.unit, unit, told.topic, told.question, told.draft, risks, file)


def _unit(name: str, said: RiskScores, setting: Setting) -> Section | School | None:
    units = {unit.id: unit for unit in setting.office.units}
    if name != SCHOOLS:
        return units[name]
    if not setting.office.schools:
        return None
    return units[said.school] if said.school else OPEN_SCHOOL


def _due(setting: Setting) -> tuple[str, ...]:
    item = setting.items.get(SLUG)
    return item.sections if item else ()


def _missing_units(setting: Setting, folder: str, found: Sequence[str]) -> Iterator[Problem]:
    """Find units of the plan whose risks nobody has written down."""
    item = setting.items.get(SLUG)
    for index, row in enumerate(item.rows if item and found else ()):
        source = setting.sources[f"{folder}/indicators/{item_file(setting.year.codes[SLUG])}"]
        for place, section in enumerate(row.sections):
            if section not in found:
                facts = {"value": section, "due": f"{folder}/risks/{section}.yaml"}
                yield Problem("missing-risks", source.place(("rows", index, "sections", place)), facts)


def _unit_faults(told: UnitRisks, name: str, setting: Setting) -> Iterator[Fault]:
    known = [*setting.unit_names(), SCHOOLS]
    if told.unit not in known:
        yield unknown(("unit",), "unknown-section", told.unit, known)
    elif told.unit != name:
        yield Fault(("unit",), "wrong-file-name", {"value": f"{name}.yaml", "due": f"{told.unit}.yaml"})
    elif told.unit not in _due(setting) and not told.question:
        yield Fault(("unit",), "unit-not-in-plan", {"value": told.unit})
    if not told.risks:
        yield Fault(("risks",), "empty-value", {"value": "risks"})
    seen: set[str] = set()
    for index, risk in enumerate(told.risks):
        if risk.id in seen:
            yield Fault(("risks", index, "id"), "duplicate-id", {"value": risk.id, "first": f"{name}.yaml"})
        seen.add(risk.id)
        if risk.owner and risk.owner not in setting.people:
            yield unknown(("risks", index, "owner"), "unknown-person", risk.owner, setting.people)


def _school_faults(said: RiskScores, setting: Setting) -> Iterator[Fault]:
    schools = [school.id for school in setting.office.listed_schools or ()]
    if said.school and said.school not in schools:
        yield unknown(("school",), "unknown-school", said.school, schools)


def _score_faults(said: RiskScores, units: Mapping[str, UnitRisks]) -> Iterator[Fault]:
    for unit, scores in said.units.items():
        if unit not in units:
            yield unknown(("units", unit), "unknown-section", unit, units)
            continue
        known = [risk.id for risk in units[unit].risks]
        for name, score in scores.items():
            path: PathInto = ("units", unit, name)
            if name not in known:
                yield unknown(path, "unknown-risk", name, known)
            for key in FIGURES:
                figure = getattr(score, key)
                if figure is not None and not 1 <= figure <= STEPS:
                    yield Fault((*path, key), "score-outside", {"value": str(figure), "most": str(STEPS)})
            if score.status and score.status not in STATUSES:
                yield unknown((*path, "status"), "not-one-of", score.status, STATUSES)


def scale_faults(scales: Scales) -> Iterator[Fault]:
    """Find scales without just the steps 1 to 5, levels that leave scores out or share them, colours that are none."""
    yield from chain(_step_faults("likelihood", scales.likelihood), _step_faults("impact", scales.impact))
    due, backwards = 1, False
    for index, level in enumerate(scales.levels):
        if level.first != due:
            yield Fault(("levels", index, "first"), "level-gap", {"value": str(level.first), "due": str(due)})
        if backwards := level.last < level.first:
            facts = {"value": str(level.last), "due": f"{level.first}-{MOST}"}
            yield Fault(("levels", index, "last"), "level-gap", facts)
        due = level.last + 1
        if not COLOUR.fullmatch(level.colour):
            yield Fault(("levels", index, "colour"), "not-a-colour", {"value": level.colour})
    if due != MOST + 1 and not backwards:
        last = len(scales.levels) - 1
        path: PathInto = ("levels", last, "last") if scales.levels else ("levels",)
        yield Fault(path, "level-gap", {"value": str(due - 1), "due": str(MOST)})


def _step_faults(key: str, steps: Sequence[Step]) -> Iterator[Fault]:
    scores = [step.score for step in steps]
    if scores != list(range(1, STEPS + 1)):
        facts = {"value": ", ".join(map(str, scores)) or "-", "most": str(STEPS)}
        yield Fault((key,), "scale-steps", facts)
