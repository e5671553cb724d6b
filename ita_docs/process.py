"""The processes of the plan: licences, taxes, fines and services, each with its law, steps, criteria and appeal.

One file each in content/<year>/processes/; of them the papers of O11, O12 and O20 are made.
"""

from __future__ import annotations

from typing import Literal

from ita_docs.fields import Content, Flag, OpenText, OptionalText, Text

# The items whose rows list the processes; of the tracked ones the second item lists them again.
PLANNED, TRACKED = "discretion-guideline", "permit-tracking"


class Step(Content):
    """One step: its short name, what is done, by whom; and when, where the law or the manual says so."""

    name: Text
    what: Text
    who: Text
    when: OptionalText = None


class Criterion(Content):
    """A point that is left to discretion: what has to be weighed, and what the file must hold of it."""

    point: Text
    weigh: Text
    record: Text


class Outcome(Content):
    """How a process can end, and in which case."""

    result: Text
    case: Text


class Appeal(Content):
    """To whom one can turn against the decision, in what time and by which law; special laws differ from each other."""

    body: OpenText
    period: OpenText
    law: OpenText
    certainty: Literal["certain", "unverified"]


class Process(Content):
    """A process of the plan; `number` and `title` are the plan's, `party` is who stands before the officer.

    `local_rule` is the ordinance of Bangkok, `delegation` the order that hands the power down, `manual` the edition of
    the citizen's manual that documents and times were compared with, `unverified` what nobody has yet compared with its
    source.
    """

    number: Text
    title: Text
    section: Text
    tracked: Flag = False
    party: Text
    laws: tuple[Text, ...]
    local_rule: OpenText
    authority: Text
    delegation: OpenText
    time: OpenText
    fee: OpenText
    manual: OpenText
    documents: tuple[Text, ...]
    steps: tuple[Step, ...]
    criteria: tuple[Criterion, ...]
    outcomes: tuple[Outcome, ...]
    dont: tuple[Text, ...]
    hearing: Text
    reasons: Text
    appeal: Appeal
    unverified: tuple[Text, ...] = ()

    @property
    def line(self) -> str:
        """The line that stands for it in the rows of the plan."""
        return f"{self.number} {self.title}"

    @property
    def key(self) -> str:
        """What ends the ids of its papers, as 1-1."""
        return self.number.replace(".", "-")
