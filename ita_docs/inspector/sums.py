"""Sums and figures: words that agree with them, commas by thousands, letters typed for digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_docs.inspector.dates import in_digits_of
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.be_calendar import MONTHS
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.money import LIMIT, amount_in_words, baht_words

_DIGIT = "[0-9๐-๙]"
_SPACE = "[ \u00a0]{0,3}"
_SUM = re.compile(
    rf"(?<![0-9๐-๙.,])(?P<figures>{_DIGIT}[0-9๐-๙,]{{0,24}}(?:\.{_DIGIT}{{1,2}})?)(?:\.-)?{_SPACE}(?:บาท)?{_SPACE}"
    rf"\({_SPACE}(?P<words>[ก-์ ]{{3,200}}(?:บาท|สตางค์|ถ้วน)){_SPACE}\)"
)
_COMMAS = re.compile(rf"(?<![0-9๐-๙.,]){_DIGIT}{{1,3}}(?:,{_DIGIT}{{1,12}}){{1,8}}(?![0-9๐-๙,])")
_OF_BAHT = re.compile(rf"(?:\.{_DIGIT}{{1,2}})?{_SPACE}บาท")
_ZEROS = re.compile("[0๐]+")

# What stands for a digit, or for the letter O, in a place where neither belongs. Each pattern with its repair.
_AS_DIGIT = str.maketrans("OoIl|", "00111")
_LOOKALIKES = (
    re.compile(rf"(?<![A-Za-z0-9๐-๙.-]){_DIGIT}{{1,12}}[OoIl|]{_DIGIT}{{1,12}}(?![A-Za-z0-9๐-๙-])"),
    re.compile(rf"(?<![A-Za-z0-9๐-๙])[Ol|I]{_DIGIT}{_SPACE}(?:{'|'.join(MONTHS)})"),
    re.compile("(?<![A-Za-z0-9๐-๙])[๐-๙]{1,12}[OoIl](?![A-Za-z0-9๐-๙-])"),
)
_CIRCLE = re.compile(rf"[○◯]({_DIGIT}{{1,2}})(?![0-9๐-๙.)])")


def findings(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    """Look at the sums and the figures of a line."""
    if "(" in text and ("บาท" in text or "สตางค์" in text):
        yield from _words(subject, line, text)
    if "," in text:
        yield from _commas(subject, line, text)
    for pattern in _LOOKALIKES:
        for match in pattern.finditer(text):
            figures = match[0].translate(_AS_DIGIT)
            yield subject.found("digit-lookalike", line, match[0], in_digits_of(figures, match[0]))
    for match in _CIRCLE.finditer(text):
        yield subject.found("digit-lookalike", line, match[0], f"O{arabic_digits(match[1])}")


def _words(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    for match in _SUM.finditer(text):
        figures = Decimal(arabic_digits(match["figures"]).replace(",", ""))
        said = amount_in_words(match["words"].replace(" ", ""))
        if said is not None and said != figures < LIMIT:
            yield subject.found(
                "baht-words-differ", line, match[0], match[0].replace(match["words"], baht_words(figures))
            )


def _commas(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    for match in _COMMAS.finditer(text):
        groups = match[0].split(",")[1:]
        wrong = [group for group in groups if len(group) != 3]
        # Short numbers in a row, such as clauses, are no thousands.
        if wrong and (_OF_BAHT.match(text, match.end()) or any(_ZEROS.fullmatch(group) for group in wrong)):
            yield subject.found("comma-misplaced", line, match[0])
