"""What the plan asks for, D1 to D40: each with its documents, by the ids of their content, or the command for it.

The table is for an official to proofread; `list` prints it, and a test holds it against the documents of the year.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Deliverable(NamedTuple):
    """One thing that the plan asks for; `papers` are the ids of content files, `commands` make what is no document."""

    number: int
    th: str
    en: str
    papers: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The number as it is spoken of, D1."""
        return f"D{self.number}"


DELIVERABLES = (Deliverable(1, "คำสั่งแต่งตั้งคณะกรรมการและคณะทำงาน", "orders", ("order-committee", "order-working-group")),)

# Documents beside those of the plan's list: what it passes over but its rows ask for.
BESIDE: tuple[str, ...] = ("memo-submission",)


def deliverables_of(paper: str) -> list[Deliverable]:
    """Find what a document, by the id of its content, is made for.

    >>> [each.code for each in deliverables_of("order-committee")]
    ['D1']
    """
    return [each for each in DELIVERABLES if paper in each.papers]


def unmade(papers: Iterable[str]) -> list[Deliverable]:
    """List what neither a document nor a command makes."""
    there = set(papers)
    return [each for each in DELIVERABLES if not each.commands and not there & set(each.papers)]
