"""What was changed in the plan as delivered, and what the office is asked (corrections.yaml, questions.yaml)."""

from __future__ import annotations

from typing import Literal

from ita_docs.fields import Content, OptionalText, OptionalWords, Text, Whole, Words

Certainty = Literal["certain", "proposed"]


class Correction(Content):
    """One wording of the plan that prints corrected: its line, what stood there, what prints, why, where to undo it."""

    id: Text
    line: Whole
    found: Words
    corrected: OptionalWords = None
    why: Text
    status: Certainty
    carried_by: Text


class Repair(Content):
    """One piece of the plan's structure that the conversion broke, and how it was put together again."""

    id: Text
    lines: tuple[Whole, ...]
    what: Text
    repair: Text
    status: Certainty
    carried_by: Text


class Corrections(Content):
    """Every change to the plan's text and structure."""

    corrections: tuple[Correction, ...]
    structure: tuple[Repair, ...]


class Question(Content):
    """Something that only the office can answer; the paper prints `printed` until then."""

    id: Text
    line: OptionalText = None
    printed: OptionalWords = None
    question: Text
    proposed: OptionalWords = None
    carried_by: OptionalText = None


class Questions(Content):
    """Every open question of the year."""

    questions: tuple[Question, ...]
