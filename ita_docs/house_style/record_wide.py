"""The template of a record that lies across the page."""

from __future__ import annotations

from ita_docs.house_style.record import SCRIPT, written
from ita_docs.house_style.wordml import Section

__all__ = ["LAST_SECTION", "SCRIPT", "TITLE", "body"]

TITLE = "แม่แบบแบบรายงานแนวนอน"
LAST_SECTION = Section(margins=(2.0, 2.0, 2.0, 2.0), landscape=True)
WIDTH = 25.7


def body() -> str:
    """Write a record as wide as a lying page."""
    return written(WIDTH)
