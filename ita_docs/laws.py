"""The law that papers cite, chosen by the day of the paper (content/laws.yaml)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ita_docs.fields import Content, OptionalDay, Text, renamed


class Law(Content):
    """One text of law: how it is cited in Thai and English, and the days on which it is in force."""

    id: Text
    th: Text
    en: Text
    start: OptionalDay = renamed("from", None)
    until: OptionalDay = None
    source: Text
    certainty: Literal["certain", "unverified"]

    def in_force(self, day: date) -> bool:
        """Tell whether the law is in force on a day; an unknown start counts as long ago."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)


class Laws(Content):
    """All laws that a paper may cite."""

    laws: tuple[Law, ...]

    def find(self, law_id: str, day: date) -> Law | None:
        """Find the text of a law in force on a day; of several, the latest."""
        found = [law for law in self.laws if law.id == law_id and law.in_force(day)]
        return max(found, key=lambda law: law.start or date.min, default=None)
