"""Together: whether the papers of one folder agree on people, posts, numbers, dates, titles, years and the office."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from ita_docs.inspector.days import thai_days
from ita_docs.inspector.likeness import slips_between
from ita_docs.inspector.people import Person, people_in, signers_of
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.text import no_space

HEAD = 12  # lines within which a paper says what it is
MOST_PEOPLE = 400  # different names that are compared with each other
MOST = 50  # citations of one paragraph
FEWEST = 3  # papers before most of them tell what the one should be

_NUMBER = re.compile(r"ที่\s{1,3}((?:[ก-ฮ]{2,4}\s?[0-9๐-๙.]{0,8}/ว?\s?)?[0-9๐-๙]{1,6}(?:/[0-9๐-๙]{4})?)\s*(?:\t.*)?")
_SUBJECT = re.compile(r"(?:เรื่อง|Subject:)\s{1,4}(.{5,300})")
_CITED = re.compile(
    r"คำสั่ง(?P<agency>[^\s]{3,80})\s{1,3}ที่\s{1,3}(?P<number>[0-9๐-๙]{1,6}/[0-9๐-๙]{4})"
    r"(?:\s{1,3}(?:ลงวันที่|ลว\.)\s{0,3}(?P<day>[0-9๐-๙]{1,2}\s{1,2}[^\s]{3,12}\s{1,2}[0-9๐-๙]{4}))?"
    r"(?:\s{1,3}เรื่อง\s{1,3}(?P<subject>.{5,300}))?"
)
_TITLED = re.compile(r"(?:คำสั่ง|ประกาศ)[^\s]{0,60}\s{1,3}เรื่อง\s{1,3}(.{5,300})")
_UNDONE = re.compile("ยกเลิก|เดิม|แทนคำสั่ง")
_FISCAL = re.compile(r"ปีงบประมาณ\s{0,2}(?:พ\.ศ\.)?\s{0,2}([0-9๐-๙]{4})(?![0-9๐-๙])")
_OFFICE = re.compile(
    r"(?:คำสั่ง|ประกาศ)?(?:สำนักงานเขต|ที่ว่าการอำเภอ|เทศบาล(?:นคร|เมือง|ตำบล)|องค์การบริหารส่วนตำบล)([ก-๙]{2,40})"
    r"|(?:ผู้อำนวยการเขต|นายอำเภอ|นายกเทศมนตรี(?:นคร|เมือง|ตำบล)|นายกองค์การบริหารส่วนตำบล)([ก-๙]{2,40})"
)


class Title(NamedTuple):
    """How a paper calls itself: its number, its subject, its office, and the lines that say so."""

    number: str
    number_line: Line | None
    subject: str
    office: str
    office_line: Line | None


def findings(subjects: Sequence[Subject]) -> Iterator[Problem]:
    """Hold the papers against each other."""
    if len(subjects) < 2:
        return
    titles = [_title(subject) for subject in subjects]
    yield from _people(subjects)
    yield from _posts(subjects)
    yield from _numbers(subjects, titles)
    yield from _citations(subjects, titles)
    yield from _years(subjects)
    yield from _offices(subjects, titles)


def _title(subject: Subject) -> Title:
    number, number_line, about, office, office_line = "", None, "", "", None
    for line in subject.lines[:HEAD]:
        words = line.words
        if not number and (match := _NUMBER.fullmatch(words)):
            number, number_line = arabic_digits(no_space(match[1])), line
        if not about and (match := _SUBJECT.match(words)):
            about = arabic_digits(no_space(match[1]))
    signed = [line for line in subject.lines if not line.in_table]
    for line in (*subject.lines[:HEAD], *signed):
        if len(line.words) < 90 and (match := _OFFICE.fullmatch(line.words)):
            office, office_line = match[1] or match[2], line
            break
    return Title(number, number_line, about, office, office_line)


# ---- people


def _people(subjects: Sequence[Subject]) -> Iterator[Problem]:
    """Find names that differ by a letter or two: the rarer one is told, with the other."""
    seen: dict[str, list[tuple[Subject, Line, Person]]] = defaultdict(list)
    for subject in subjects:
        for line in subject.lines:
            for person in people_in(line.words):
                seen[person.key].append((subject, line, person))
    names = list(islice(seen, MOST_PEOPLE))
    for one, other in combinations(names, 2):
        first, second = seen[one][0][2], seen[other][0][2]
        if first.title == second.title and first.resembles(second):
            rare, usual = sorted((one, other), key=lambda name: len(seen[name]))
            subject, line, person = seen[rare][0]
            where, _, right = seen[usual][0]
            certain = len(seen[rare]) < len(seen[usual])
            told = {"right": right.words, "other": where.file}
            yield subject.found("person-spelt-differently", line, person.words, right.words if certain else "", **told)


def _posts(subjects: Sequence[Subject]) -> Iterator[Problem]:
    """Find persons who sign under one post here and under another there."""
    signed: dict[str, list[tuple[Subject, Line, str]]] = defaultdict(list)
    for subject in subjects:
        for person, line, post in signers_of(subject.lines):
            signed[person.key].append((subject, line, post))
    for places in signed.values():
        posts = Counter(no_space(post) for _, _, post in places)
        usual = posts.most_common(1)[0][0]
        right = next(post for _, _, post in places if no_space(post) == usual)
        for subject, line, post in places:
            if no_space(post) != usual:
                yield subject.found("post-differs", line, post, right=right)


# ---- numbers and citations


def _numbers(subjects: Sequence[Subject], titles: Sequence[Title]) -> Iterator[Problem]:
    """Find two different papers of one kind, office and year that carry the same number."""
    taken: dict[tuple[str, str, str, str], tuple[Subject, Title]] = {}
    for subject, title in zip(subjects, titles, strict=True):
        if not title.number or "/" not in title.number or not subject.kind:
            continue
        year = str(subject.day.year) if subject.day else title.number.rpartition("/")[2]
        agency = subject.part("agency")
        key = (subject.kind, no_space(agency.words) if agency else "", title.number, year)
        if key not in taken:
            taken[key] = subject, title
        elif taken[key][1].subject != title.subject and title.number_line:
            yield subject.found("number-twice", title.number_line, title.number_line.words, other=taken[key][0].file)


def _citations(subjects: Sequence[Subject], titles: Sequence[Title]) -> Iterator[Problem]:
    """Compare what papers say of the orders in the folder with what those say of themselves."""
    orders = [
        (subject, title)
        for subject, title in zip(subjects, titles, strict=True)
        if subject.kind in ("order", "announcement") and title.subject
    ]
    for subject in subjects:
        for line in subject.lines:
            if "คำสั่ง" not in line.text and "ประกาศ" not in line.text:
                continue
            words = line.words
            for match in islice(_CITED.finditer(words), MOST) if " ที่" in words else ():
                if not _UNDONE.search(words[max(0, match.start() - 40) : match.start()]):
                    yield from _cited(subject, line, match, orders)
            for match in islice(_TITLED.finditer(words), MOST) if " เรื่อง" in words else ():
                others = [title.subject for other, title in orders if other is not subject]
                yield from _titled(subject, line, match, others)


def _cited(
    subject: Subject, line: Line, match: re.Match[str], orders: Sequence[tuple[Subject, Title]]
) -> Iterator[Problem]:
    number = arabic_digits(match["number"])
    about = arabic_digits(no_space(match["subject"] or ""))
    days = [named.day for named in thai_days(match["day"] or "")]
    for order, title in orders:
        if order is subject or not title.number:
            continue
        same_year = number.rpartition("/")[2] == title.number.rpartition("/")[2]
        if about and about.startswith(title.subject) and number != title.number and same_year:
            told = {"right": title.number_line.words if title.number_line else title.number, "other": order.file}
            yield subject.found("order-cited-differently", line, match["number"], **told)
        elif number == title.number and (not about or about.startswith(title.subject)) and days and order.day:
            agency = no_space(match["agency"])
            if days[0] != order.day and title.office in agency:
                yield subject.found("date-cited-differently", line, match["day"], other=order.file)


def _titled(subject: Subject, line: Line, match: re.Match[str], titles: Sequence[str]) -> Iterator[Problem]:
    """Find a title that is almost that of a paper in the folder."""
    cited = arabic_digits(no_space(match[1]))
    if any(cited.startswith(title) for title in titles):
        return
    for title in titles:
        # What follows the title in the sentence is left aside, a letter more or less.
        for length in range(len(title) - 2, len(title) + 3):
            if slips_between(cited[:length], title, most=2) and _figures(cited[:length]) == _figures(title):
                yield subject.found("title-cited-differently", line, match[1][:200])
                return


def _figures(text: str) -> list[str]:
    return re.findall("[0-9]+", text)


# ---- the year, the office


def _years(subjects: Sequence[Subject]) -> Iterator[Problem]:
    """Find papers whose title names another fiscal year than most."""
    named = []
    for subject in subjects:
        for line in subject.lines[:HEAD]:
            if match := _FISCAL.search(line.words):
                named.append((subject, line, match[0], arabic_digits(match[1])))
                break
    years = Counter(year for _, _, _, year in named)
    for (subject, line, words, year), usual in ((each, years.most_common(1)[0]) for each in named):
        if year != usual[0] and usual[1] >= FEWEST and years[year] * 2 < usual[1]:
            yield subject.found("year-differs", line, words, usual=usual[0])


def _offices(subjects: Sequence[Subject], titles: Sequence[Title]) -> Iterator[Problem]:
    """Find the paper that names another office than all others: it was copied from there."""
    offices = Counter(title.office for title in titles if title.office)
    if not offices:
        return
    usual, papers = offices.most_common(1)[0]
    for subject, title in zip(subjects, titles, strict=True):
        if title.office and title.office_line and title.office != usual and papers >= FEWEST > offices[title.office]:
            yield subject.found("office-differs", title.office_line, title.office, usual=usual)
