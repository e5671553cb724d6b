"""What one kind of problem says, in both languages."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "advice"]
Language = Literal["th", "en"]


class Wording(NamedTuple):
    """The sentences of one kind of problem: a message says what is wrong, a hint what to do."""

    severity: Severity
    th: str
    th_hint: str
    en: str
    en_hint: str
