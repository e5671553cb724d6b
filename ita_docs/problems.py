"""What can be wrong with a file, as values: where it is, what is wrong, what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ita_docs.wording import FIXED, GRADES, NEAR, PLACES, RULES, WORDINGS, Language, Severity

LONGEST = 120  # letters of a value that a message repeats
# The steps to a place on a paper: t1r2c3 p1, header p1, footnotes n2 p1, p4 x1 p1.
_STEPS = re.compile(r"[a-z]+[0-9]*|[^ a-z]+")
_STEP = re.compile(rf"({'|'.join(PLACES)})([0-9]*)")


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: line and column count from 1; `where` names a paragraph or a cell of a paper."""

    file: str
    line: int | None = None
    column: int | None = None
    where: str | None = None

    def __str__(self) -> str:
        """Write the place as editors read it.

        >>> str(Place("content/2568/year.yaml", 7, 3))
        'content/2568/year.yaml:7:3'
        """
        figures = [str(figure) for figure in (self.line, self.column) if figure is not None]
        text = ":".join([self.file, *figures])
        return f"{text} ({self.where})" if self.where else text

    def say(self, language: Language) -> str:
        """Write the place as people read it.

        >>> Place("order.docx", where="t1r2c3 p1").say("th"), Place("order.docx", where="header p1").say("en")
        ('order.docx (ตาราง 1 แถว 2 ช่อง 3 ย่อหน้า 1)', 'order.docx (header, paragraph 1)')
        """
        if not self.where:
            return str(self)
        words = [
            PLACES[found[1]][language] + (f" {found[2]}" if found[2] else "") if found else self.where
            for found in map(_STEP.fullmatch, _STEPS.findall(self.where))
        ]
        return f"{replace(self, where=None)} ({(', ' if language == 'en' else ' ').join(words)})"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong (error), doubtful (warning) or still open (advice).

    `code` is stable and English; its sentences stand in `wording.WORDINGS`. `facts` fill them: the value at fault,
    `near` for the known name it resembles, `fixed` for the corrected value.
    """

    code: str
    place: Place | None = None
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        """How grave it is; only an error stops the line."""
        return WORDINGS[self.code].severity

    def message(self, language: Language = "th") -> str:
        """Say what is wrong, with the value."""
        wording = WORDINGS[self.code]
        return (wording.en if language == "en" else wording.th).format_map(self._brief_facts())

    def hint(self, language: Language = "th") -> str:
        """Say what to do, with the corrected value where it is known."""
        brief = self._brief_facts()
        # Where only spaces differ, the corrected value looks like the one at fault: the hint in words says more.
        if self.facts.get("fixed") and brief["fixed"] != brief.get("value"):
            return FIXED[language].format_map(brief)
        if self.facts.get("near"):
            return NEAR[language].format_map(brief)
        wording = WORDINGS[self.code]
        return (wording.en_hint if language == "en" else wording.th_hint).format_map(brief)

    def say(self, language: Language = "th") -> str:
        """Write the problem in its one printed form: place, message, code; the hint on a line of its own."""
        start = f"{self.place.say(language)}: " if self.place else ""
        grade = f"{GRADES[self.severity][language]}: " if self.code in RULES else ""
        first = f"{start}{grade}{self.message(language)}  [{self.code}]"
        hint = self.hint(language)
        return f"{first}\n  {hint}" if hint else first

    def _brief_facts(self) -> dict[str, str]:
        """Give the facts on one line each, the value at fault cut to what one reads at a glance."""
        facts = {key: " ".join(fact.split()) for key, fact in self.facts.items()}
        value = facts.get("value", "")
        return facts | ({"value": f"{value[:LONGEST]}…"} if len(value) > LONGEST else {})

    def facts_for_machines(self, language: Language = "th") -> dict[str, str | int | None]:
        """Give the problem as the flat object that `--json` prints."""
        place = self.place or Place("")
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message(language),
            "hint": self.hint(language),
            "file": place.file or None,
            "line": place.line,
            "column": place.column,
            "where": place.where,
        }


class DocumentError(Exception):
    """All problems of one stage, raised once; the only exception of this program that a user ever sees."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.say() for problem in self.problems))


def stop(problems: Sequence[Problem]) -> None:
    """Raise the problems, when there are any."""
    if problems:
        raise DocumentError(problems)


def all_of(work: Mapping[str, Callable[[], Any]]) -> dict[str, Any]:
    """Do every piece of work; raises DocumentError with the problems of all that fail."""
    done: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, make in work.items():
        try:
            done[key] = make()
        except DocumentError as error:
            problems += error.problems
    stop(problems)
    return done


def stop_on_errors(problems: Sequence[Problem]) -> None:
    """Raise all the problems when at least one of them is an error."""
    if any(problem.severity == "error" for problem in problems):
        raise DocumentError(problems)
