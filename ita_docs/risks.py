"""The bribery risks of the units: what could happen (content/<year>/risks/), the scales, and how each was scored.

The scales (content/<year>/risk-scales.yaml) and the risks are the year's; the scores are an office's own
(content/<year>/risk-scores/<office>.yaml). A score and its level are known only where both of its figures are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from ita_docs.fields import EMPTY_IS_BARE, Content, Flag, OpenText, OpenWhole, OptionalDay, OptionalText, Text, Whole
from ita_docs.office import School, Section

STEPS = 5  # of the scales of likelihood and of impact
MOST = STEPS * STEPS  # the highest score
SCHOOLS = "schools"  # stands for the one school of the plan, which an office names
STATUSES = {"not-started": "ยังไม่ดำเนินการ", "doing": "อยู่ระหว่างดำเนินการ", "done": "แล้วเสร็จ"}


class Step(Content):
    """A step of a scale: what its figure means."""

    score: Whole
    name: Text
    meaning: Text


class Level(Content):
    """A level of risk: from which score to which, its colour (RRGGBB), what it asks for."""

    name: Text
    first: Whole
    last: Whole
    colour: Text
    asks: Text


class Scales(Content):
    """The scales of a year; nobody vouches for them until they are `certain`."""

    source: Text
    certainty: Literal["certain", "unverified"]
    likelihood: tuple[Step, ...]
    impact: tuple[Step, ...]
    levels: tuple[Level, ...]

    def level(self, score: int) -> Level | None:
        """Find the level of a score; the scales were proved to have one for each from 1 to 25."""
        return next((level for level in self.levels if level.first <= score <= level.last), None)

    @property
    def lookup(self) -> str:
        """Write the levels as Excel looks them up: the least scores, then the names."""
        floors, names = [str(level.first) for level in self.levels], [f'"{level.name}"' for level in self.levels]
        return f"{{{','.join(floors)}}},{{{','.join(names)}}}"


class Risk(Content):
    """What could happen in a step of the work, why, and what is done against it; the head of the unit owns it."""

    id: Text
    step: Text
    event: Text
    cause: Text
    control: OpenText = None
    measure: Text
    indicator: Text
    owner: OptionalText = None


class UnitRisks(Content):
    """The risks of one unit; `question` is the one that keeps a unit open which the plan does not name."""

    unit: Text
    topic: Text
    draft: Flag
    question: OptionalText = None
    risks: tuple[Risk, ...]


class Score(Content):
    """How an office scored a risk, until when its measure is due, what came of it; all of it may be open."""

    likelihood: OpenWhole = None
    impact: OpenWhole = None
    due: OptionalDay = None
    status: OptionalText = None
    outcome: OptionalText = None
    likelihood_after: OpenWhole = None
    impact_after: OpenWhole = None
    evidence: OptionalText = None
    obstacle: OptionalText = None


NO_SCORES: dict[str, dict[str, Score]] = {}
Scored = Annotated[dict[str, Annotated[Score, EMPTY_IS_BARE]], EMPTY_IS_BARE]


class RiskScores(Content):
    """The scores of an office, by unit and risk; and which of its schools is assessed."""

    school: OpenText = None
    units: Annotated[dict[str, Scored], EMPTY_IS_BARE] = NO_SCORES


@dataclass(frozen=True)
class Scoring:
    """A likelihood and an impact, as far as they are known.

    >>> Scoring(3, 4).points, Scoring(3, None).points
    (12, None)
    """

    likelihood: int | None
    impact: int | None

    @property
    def points(self) -> int | None:
        """The score: likelihood times impact."""
        return None if self.likelihood is None or self.impact is None else self.likelihood * self.impact


@dataclass(frozen=True)
class RatedRisk:
    """A risk with its number in all papers, such as 3.2, who owns it, and what the office says of it."""

    number: str
    risk: Risk
    owner: str
    score: Score

    @property
    def before(self) -> Scoring:
        """How it was scored."""
        return Scoring(self.score.likelihood, self.score.impact)

    @property
    def after(self) -> Scoring:
        """How it was scored again after the measure."""
        return Scoring(self.score.likelihood_after, self.score.impact_after)


@dataclass(frozen=True)
class Assessment:
    """The risks of one unit of an office; `file` is where they are written down, `key` the name of the unit there."""

    number: int
    key: str
    unit: Section | School
    topic: str
    question: str | None
    draft: bool
    risks: tuple[RatedRisk, ...]
    file: str


@dataclass(frozen=True)
class RiskRegister:
    """All risks of an office in a year, in the order of the plan, with the scales."""

    scales: Scales
    units: tuple[Assessment, ...] = ()

    @property
    def risks(self) -> Iterator[tuple[Assessment, RatedRisk]]:
        """Every risk with its unit."""
        return ((unit, risk) for unit in self.units for risk in unit.risks)

    def level_of(self, scoring: Scoring) -> Level | None:
        """Give the level of a scoring; none while it is open."""
        return None if scoring.points is None else self.scales.level(scoring.points)


NO_RISKS = RiskRegister(Scales(source="-", certainty="unverified", likelihood=(), impact=(), levels=()))
NONE_SCORED: Mapping[str, Score] = {}
