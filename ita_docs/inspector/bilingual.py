"""Bilingual: what English papers must say of days and years, and whether a Thai and an English paper agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from ita_docs.inspector.days import Named, english_days, thai_days
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.english import english_date

ERA = 543
SAME_SINCE = 2484  # B.E.; from then on the two years are always 543 apart
SPELT = 13  # numbers below are often spelt in words in English
MOST = 300  # numbers of one paragraph that are compared

_NAMED = re.compile(r"(.+?)(?:[-_. (]+(?:th|thai|en|eng|english)|[-_. (]*(?:ภาษา)?(?:ไทย|อังกฤษ))\)?", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:ข้อ\s{0,2}|Clause\s|Article\s|No\.\s)?([0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3})[.)]?\s")
_YEARS = re.compile(r"B\.?\s?E\.?\s?([0-9]{4})\s?\((?:A\.D\.\s?|C\.E\.\s?)?([0-9]{4})\)")
# A Buddhist year that stands alone where only a year can stand.
_BARE = re.compile(
    r"\b(?:(?:[Ff]iscal )?[Yy]ear|FY|Act,?|Code,?|Regulations?,?|Rules?,?|Notification,?|Order,?)\s"
    r"(2[45][0-9]{2})(?![0-9.,/]?[0-9])"
    r"|\b(?:in|since|until|of)\s(2[45][0-9]{2})(?=[.;)]|,\s|$)"
)
_TRANSLATION = re.compile("translation|Thai text|Thai version|Thai and (?:in )?English", re.IGNORECASE)
_GOOD_DATE = re.compile(r"[0-9]{1,2} [A-Z][a-z]+ B\.E\. [0-9]{4} \([0-9]{4}\)")
_NUMBER = re.compile(
    r"(?<![0-9])(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?)(?![0-9]|\.\.|…)"
)
_CHRISTIAN = re.compile(r"\((?:A\.D\.\s?|C\.E\.\s?)?(?:19|20)[0-9]{2}\)|ค\.ศ\.\s?[0-9]{4}")


class Facts(NamedTuple):
    """What a line says that must be the same in any language: its days, its figures and how they are typed."""

    line: Line
    days: Sequence[Named]
    figures: Sequence[tuple[str, str]]


# The clauses of a paper: their numbers, and the lines that stand under each ("" before the first).
Clauses = dict[str, list[Line]]


def findings(subjects: Sequence[Subject]) -> Iterator[Problem]:
    """Look at each English paper by itself, then at each pair of a Thai and an English one."""
    for subject in subjects:
        if subject.language == "en":
            yield from _english(subject)
    for thai, english in pairs(subjects):
        yield from _agreement(thai, english)


def pairs(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Find the papers that belong together by their names (-th, -en), or as the only two of their kind and clauses."""
    left = [subject for subject in subjects if subject.language == "en"]
    thai = [subject for subject in subjects if subject.language == "th"]
    for english in left:
        named = [other for other in thai if _stem(other.file) and _stem(other.file) == _stem(english.file)]
        alike = [other for other in thai if other.kind and other.kind == english.kind and _alike(other, english)]
        alone = [other for other in left if other.kind == english.kind] == [english]
        if len(named) == 1:
            yield named[0], english
        elif not named and len(alike) == 1 and alone:
            yield alike[0], english


def _stem(file: str) -> str:
    match = _NAMED.fullmatch(PurePath(file).stem)
    return match[1].lower() if match else ""


def _alike(thai: Subject, english: Subject) -> bool:
    numbers = list(_clauses(thai))
    return len(numbers) > 3 and numbers == list(_clauses(english))


def _clauses(subject: Subject) -> Clauses:
    clauses: Clauses = {"": []}
    here = ""
    for line in subject.lines:
        match = None if line.in_table else _CLAUSE.match(line.words)
        here = arabic_digits(match[1]) if match else here
        clauses.setdefault(here, []).append(line)
    return clauses


# ---- an English paper by itself


def _english(subject: Subject) -> Iterator[Problem]:
    for line in subject.thai_lines:
        text = line.words
        for named in english_days(text):
            if not _GOOD_DATE.fullmatch(named.words):
                yield subject.found("english-date-form", line, named.words, english_date(named.day))
        for match in islice(_YEARS.finditer(text), MOST):
            year, christian = int(match[1]), int(match[2])
            if year >= SAME_SINCE and year - christian != ERA:
                yield subject.found("english-years-differ", line, match[0], f"B.E. {year} ({year - ERA})")
        for match in islice(_BARE.finditer(text), MOST):
            year = int(match[1] or match[2])
            fixed = match[0].replace(f"{year}", f"B.E. {year} ({year - ERA})")
            yield subject.found("english-era-missing", line, match[0], fixed)
    if subject.kind in ("order", "announcement") and not _TRANSLATION.search(subject.paper.text):
        yield subject.found("translation-unmarked", subject.lines[0] if subject.lines else None)


# ---- a pair


def _agreement(thai: Subject, english: Subject) -> Iterator[Problem]:
    mine, theirs = _clauses(thai), _clauses(english)
    for subject, own, other in ((thai, mine, theirs), (english, theirs, mine)):
        missing = [number for number in own if number not in other]
        if missing:
            line = own[missing[0]][0]
            against = english if subject is thai else thai
            yield subject.found("clause-numbers-differ", line, ", ".join(missing), other=against.file)
    if list(mine) != list(theirs):
        mine, theirs = {"": list(thai.lines)}, {"": list(english.lines)}
    for number, lines in mine.items():
        yield from _facts_agree(thai, lines, english, theirs[number])


def _facts_agree(thai: Subject, lines: Sequence[Line], english: Subject, others: Sequence[Line]) -> Iterator[Problem]:
    """Compare the days and the figures of one clause in both languages; each that stands on one side only is told."""
    mine, theirs = [_facts(line) for line in lines], [_facts(line) for line in others]
    for subject, own, facing, other in ((thai, mine, theirs, english), (english, theirs, mine, thai)):
        days = {named.day for facts in facing for named in facts.days}
        figures = {figure for facts in facing for figure, _ in facts.figures}
        for facts in own:
            for named in facts.days:
                if named.day not in days:
                    yield subject.found("dates-differ", facts.line, named.words, other=other.file)
            for figure, words in facts.figures:
                if figure not in figures:
                    yield subject.found("figures-differ", facts.line, words, other=other.file)


def _facts(line: Line) -> Facts:
    """Read the days of a line, and the figures beside them with the words as typed."""
    text = line.words
    days = [*islice(thai_days(text), MOST), *islice(english_days(text), MOST)]
    clause = None if line.in_table else _CLAUSE.match(text)
    spans = [(named.start, named.start + len(named.words)) for named in days]
    spans += [match.span() for match in islice(_CHRISTIAN.finditer(text), MOST)]
    spans += [clause.span()] if clause else []
    figures = []
    for match in islice(_NUMBER.finditer(arabic_digits(text)), MOST):
        if any(start <= match.start() < end for start, end in spans):
            continue
        figure = match[0].replace(",", "")
        if "/" in figure or "." in figure or int(figure[:9]) >= SPELT:
            figures.append((figure, text[match.start() : match.end()]))
    return Facts(line, days, figures)
