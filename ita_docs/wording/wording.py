"""What one kind of problem says, in both languages."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "advice"]
Language = Literal["th", "en"]
Basis = Literal["regulation", "guidance", "format", "measured", "language", "practice"]


class Wording(NamedTuple):
    """The sentences of one kind of problem: a message says what is wrong, a hint what to do."""

    severity: Severity
    th: str
    th_hint: str
    en: str
    en_hint: str


class Rule(NamedTuple):
    """One rule of the inspector: how grave it is to break it, what it rests on, and what is said then.

    `basis` is regulation (งานสารบรรณ), guidance (คำอธิบายการพิมพ์), format (ISO 29500), measured (seen in Word or
    LibreOffice), language (the Royal Society's spelling) or practice: custom that no source at hand settles, and which
    is advice only. `source` names the clause, the page of the standard, or the custom.
    """

    severity: Severity
    basis: Basis
    source: str
    th: str
    th_hint: str
    en: str
    en_hint: str
