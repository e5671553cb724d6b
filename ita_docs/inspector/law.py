"""Law: what a paper cites is in force on its day, by its right title, year and section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from ita_docs.inspector.citations import (
    ENGLISH_KIND,
    KIND,
    LONGEST,
    MOST,
    YEAR,
    Citation,
    Title,
    citations_in,
    cited_as,
    fold,
    titles_of,
    year_of,
)
from ita_docs.inspector.days import english_days, thai_days
from ita_docs.inspector.law_sections import TOPICS
from ita_docs.inspector.likeness import slips_between
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.dates import long_date
from ita_docs.thai.digits import THAI_DIGITS, arabic_digits, thai_digits
from ita_docs.thai.english import english_date

if TYPE_CHECKING:
    from ita_docs.laws import Law

# Where a law is named because it is gone, or is yet to come.
_HISTORY = re.compile(r"ยกเลิก|เดิม|ฉบับก่อน|(?<!ผู้)(?<!ราชการ)(?<!ตัว)แทน|repeal|former|replace|previous", re.IGNORECASE)
_TO_COME = re.compile("จะใช้บังคับ|ใช้บังคับเมื่อ|ใช้บังคับตั้งแต่|จะมีผล|come into force")
_BASIS = re.compile("อาศัยอำนาจ|ตามความใน|โดยอำนาจ")
_SHORT = re.compile(r"พ\.\s?ร\.\s?[บปกฎ]\.(?:\s?[ก-๙]{2,40})?|ป\.\s?อาญา|ป\.\s?วิ\.?\s?[ก-๙]{0,10}")
_SECTIONS = re.compile(r"มาตรา\s{0,2}([0-9๐-๙]{1,4}(?:/[0-9๐-๙]{1,2})?)")
_FISCAL = re.compile(r"ปีงบประมาณ\s{0,2}(?:พ\.ศ\.)?\s{0,2}([0-9๐-๙]{4})(?![0-9๐-๙])|Fiscal Year B\.E\. ([0-9]{4})")
_CITED_ON = re.compile(r"(?:ลงวันที่|dated)\s{0,3}$")

FAR = timedelta(days=366)  # how far ahead a paper plans
BETWEEN = 40  # letters between a section and its law
SLIPS = 4  # letters that may differ in a title for it to be the same law, mistyped


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at each law that the paper cites by its title."""
    titles = titles_of(tuple(subject.laws))
    cited = [citation for line in subject.thai_lines for citation in citations_in(line, titles)]
    day, floor = subject.day, subject.day or _earliest(subject)
    for citation in cited:
        yield from _of_year(subject, citation, day, floor)
    known = {(citation.line.where, citation.end) for citation in cited}
    for line in subject.thai_lines:
        if "พ" in line.text and "ศ" in line.text:
            yield from _mistyped(subject, line, titles, known)
        if "มาตรา" in line.text:
            yield from _sections(subject, line)
        if subject.kind in ("order", "announcement", "regulation") and _BASIS.search(line.words):
            for match in islice(_SHORT.finditer(line.words), 1):
                yield subject.found("law-abbreviated", line, match[0].strip())
    yield from _without_year(subject, titles, {citation.title.folded for citation in cited}, floor)


# ---- the day


def _earliest(subject: Subject) -> date | None:
    """Tell after which day a paper without a date was surely written.

    It is later than the letters that it cites, and plans no further than a year ahead.
    """
    days = []
    for line in subject.thai_lines:
        for named in english_days(line.text) if subject.language == "en" else thai_days(line.text):
            cited = _CITED_ON.search(line.text[max(0, named.start - 12) : named.start])
            days.append(named.day if cited or named.day < date.min + FAR else named.day - FAR)
        for match in islice(_FISCAL.finditer(line.text), MOST):
            year = int(arabic_digits(match[1] or match[2]))
            if 2500 <= year <= 2700:
                days.append(date(year - 544, 10, 1) - FAR)
    return max(days, default=None)


def _of_year(subject: Subject, citation: Citation, day: date | None, floor: date | None) -> Iterator[Problem]:
    """Look at the year of a law that is cited by its right title."""
    if _HISTORY.search(citation.around):
        return
    of_year = [law for law in citation.title.laws if year_of(law) == citation.year]
    now = [law for law in citation.title.laws if floor and law.in_force(floor)]
    fixed = cited_as(now[-1], citation.words) if len({law.th for law in now}) == 1 else ""
    if not of_year:
        starts = [law.start for law in citation.title.laws if law.start]
        if not (floor and starts and floor < min(starts)):  # an older paper may cite an older law
            yield subject.found("law-year-wrong", citation.line, citation.words, fixed)
        return
    ends = [law.until for law in of_year]
    if floor and all(end is not None and end < floor for end in ends):
        code = "law-repealed" if any(_surely_ended(law, citation.title.laws) for law in of_year) else "law-ended"
        yield subject.found(code, citation.line, citation.words, fixed)
    elif day and _surely_to_come(of_year, day) and not _TO_COME.search(citation.around):
        start = max(law.start for law in of_year if law.start)
        told = {"start": long_date(start), "start_en": english_date(start)}
        yield subject.found("law-not-yet", citation.line, citation.words, **told)


def _surely_ended(law: Law, laws: Sequence[Law]) -> bool:
    """Tell whether the end of a law is settled: by itself, or by the day on which the next one begins."""
    if law.certainty == "certain":
        return True
    after = law.until + timedelta(days=1) if law.until else None
    return any(other.start == after and other.certainty == "certain" for other in laws if other.id == law.id)


def _surely_to_come(laws: Sequence[Law], day: date) -> bool:
    return all(law.start and day < law.start and law.certainty == "certain" for law in laws)


# ---- titles


def _mistyped(subject: Subject, line: Line, titles: Sequence[Title], known: set[tuple[str, int]]) -> Iterator[Problem]:
    """Find the titles that are almost those of a law of that year."""
    text = line.words
    for match in islice(YEAR.finditer(text), MOST):
        if (line.where, match.end()) in known:
            continue
        begin = max(0, match.start() - LONGEST)
        if "ฉบับที่" in text[max(0, match.start() - 20) : match.start()]:
            continue  # an amendment has a year of its own
        starts = [begin + kind.start() for kind in KIND.finditer(text[begin : match.start()])][-4:]
        for start in starts:
            folded = fold(text[start : match.start()])
            title = next((title for title in titles if title.thai and slips_between(folded, title.folded, SLIPS)), None)
            law = next((law for law in title.laws if year_of(law) == arabic_digits(match[1])), None) if title else None
            if law:
                words = text[start : match.end()]
                yield subject.found("law-title-wrong", line, words, cited_as(law, words))
                break


def _without_year(subject: Subject, titles: Sequence[Title], cited: set[str], floor: date | None) -> Iterator[Problem]:
    """Find the laws that a paper names, but never with their year."""
    left = [title for title in titles if title.folded not in cited]
    for line in subject.thai_lines:
        if not left:
            return
        if not (KIND.search(line.text) or ENGLISH_KIND.search(line.text)):
            continue
        folded = fold(line.words)
        for title in list(left):
            at = folded.find(title.folded)
            if at < 0:
                continue
            left.remove(title)
            after = folded[at + len(title.folded) :][:14]
            if re.match(r"(?:\(ฉบับ|\(no|พ\.ศ|พุทธ|b\.?e|ดังกล่าว|นี้|และที่แก้)", after):
                continue
            now = {cited_as(law, title.words, line.words) for law in title.laws if law.in_force(floor or date.max)}
            yield subject.found("law-without-year", line, title.words, now.pop() if len(now) == 1 else "")


# ---- sections


def _sections(subject: Subject, line: Line) -> Iterator[Problem]:
    """Compare the section that is cited of a law with the words said of it."""
    text = arabic_digits(line.words)
    sections = [(match[1], match.start(), match.end()) for match in islice(_SECTIONS.finditer(text), MOST)]
    cited = {section for section, _, _ in sections}
    for topic in TOPICS:
        if topic.law not in text or topic.right in cited or cited.isdisjoint(topic.mistaken):
            continue
        for at, (section, start, end) in enumerate(sections):
            law = text.find(topic.law, end, end + BETWEEN + len(topic.law))
            if section not in topic.mistaken or not text[end : max(law, end)].rstrip().endswith(("แห่ง", "ของ")):
                continue
            if at and text[sections[at - 1][2] : start].strip() in ("และ", "หรือ", ",", ""):
                continue  # one of a list of sections
            if topic.year and topic.year not in text[law : law + len(topic.law) + 12]:
                continue
            if re.search(topic.words, text):
                words = line.words[start:end]
                right = f"มาตรา {topic.right}"
                fixed = thai_digits(right) if any(digit in words for digit in THAI_DIGITS) else right
                yield subject.found("section-wrong", line, words, fixed, law=topic.law)
