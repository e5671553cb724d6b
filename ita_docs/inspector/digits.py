"""Digits and dates: digits of one kind, and by line the rules of dates, years, times and sums."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

from ita_docs.inspector import dates, sums, times, years
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.digits import arabic_digits, protected_spans, thai_digits

# Each asks one line that holds digits.
LINE_RULES: tuple[Callable[[Subject, Line, str], Iterator[Problem]], ...] = (
    dates.findings,
    years.findings,
    times.findings,
    sums.findings,
)
QUOTED = 5  # numbers that a message repeats
MOSTLY = 1  # a paper is in Thai digits where they are more than so many times the others
SOME = 4  # Arabic digits of a paper that say how it is written
SENTENCE = 20  # Latin letters that make a line English

_DIGITS = re.compile("[0-9๐-๙]")
_THAI_NUMBER = re.compile("[๐-๙]+(?:[.,/:-][๐-๙]+)*")
_ARABIC_NUMBER = re.compile("(?<![0-9๐-๙])[0-9]+(?:[.,/:-][0-9]+)*(?![0-9๐-๙])")
_MIXED = re.compile(r"(?<![0-9๐-๙.,])(?:[0-9]+[.,]?[๐-๙]|[๐-๙]+[.,]?[0-9])[0-9๐-๙]*")
_AFTER_LATIN = re.compile(r"[A-Za-z][ \u00a0.-]?$")
_BEFORE_LATIN = re.compile(r"[ \u00a0]?[A-Za-z]")
_LATIN = re.compile("[A-Za-z]")
_THAI_LETTER = re.compile("[ก-ฮ]")
FONT_OF_THAI_LOOK = "IT๙"  # draws Arabic digits as Thai ones


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at every line by itself, then at the dates and the digits of the paper as a whole."""
    lines = [(line, text) for line in subject.thai_lines if _DIGITS.search(text := typed(line)) or "เดือน" in text]
    for line, text in lines:
        for rule in LINE_RULES:
            yield from rule(subject, line, text)
        yield from _mixed_number(subject, line, text)
    yield from years.of_the_paper(subject)
    yield from _one_kind(subject, [(line, text) for line, text in lines if line.part == "body"])


def typed(line: Line) -> str:
    """Give the words of a line without what Word reckons, such as page numbers."""
    if not any(run.field for run in line.runs):
        return line.words
    return "".join(" " if run.field else run.text for run in line.runs).strip()


def _mixed_number(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    for match in mixed_numbers(text):
        yield subject.found("digits-mixed-in-number", line, match[0], thai_digits(match[0]))


def mixed_numbers(text: str) -> Iterator[re.Match[str]]:
    """Find the numbers that begin in Thai digits and end in Arabic ones, or the other way round."""
    for match in _MIXED.finditer(text):
        beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        if not _LATIN.search(beside):
            yield match


def _one_kind(subject: Subject, lines: list[tuple[Line, str]]) -> Iterator[Problem]:
    """Compare the digits of the paper: Thai ones in Thai papers, Arabic ones in English sentences."""
    for line, text in lines:
        if (
            len(_LATIN.findall(text, 0, 400)) >= SENTENCE
            and not _THAI_LETTER.search(text)
            and _THAI_NUMBER.search(text)
        ):
            told = " ".join(match[0] for match in islice(_THAI_NUMBER.finditer(text), QUOTED))
            yield subject.found("digits-thai-in-english", line, told, arabic_digits(told))
    if subject.language != "th" or any(FONT_OF_THAI_LOOK in run.look.font for line, _ in lines for run in line.runs):
        return
    running = [(line, text) for line, text in lines if not line.in_table and _THAI_LETTER.search(text)]
    arabic = [(line, numbers) for line, text in running if (numbers := [found[0] for found in arabic_numbers(text)])]
    thai = sum(len(_THAI_NUMBER.findall(text)) for _, text in running)
    count = sum(len(numbers) for _, numbers in arabic)
    if thai == 0 and count >= SOME:
        told = " ".join(arabic[0][1][:QUOTED])
        yield subject.found("digits-arabic", None, told, thai_digits(told))
    elif thai > MOSTLY * count:
        for line, numbers in arabic:
            told = " ".join(numbers[:QUOTED])
            yield subject.found("digits-mixed", line, told, thai_digits(told))


def arabic_numbers(text: str) -> Iterator[re.Match[str]]:
    """Find the Arabic numbers of a Thai sentence that no address, code or English word holds."""
    if not re.search("[0-9]", text) or len(_LATIN.findall(text)) > len(_THAI_LETTER.findall(text)):
        return
    spans = protected_spans(text)
    starts = [start for start, _ in spans]
    for match in _ARABIC_NUMBER.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        held = at >= 0 and match.start() < spans[at][1]
        before = _AFTER_LATIN.search(text[max(0, match.start() - 2) : match.start()])
        if not held and not before and not _BEFORE_LATIN.match(text, match.end()):
            yield match
