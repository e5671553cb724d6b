"""Citations: where a paper names a law by its title and year, however the title is spaced and whichever its digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ita_docs.paper import Line
from ita_docs.thai.digits import THAI_DIGITS, arabic_digits, thai_digits
from ita_docs.thai.text import INVISIBLE, strip_invisible

if TYPE_CHECKING:
    from ita_docs.laws import Law

YEAR = re.compile(r"(?:พ\.\s{0,2}ศ\.?|พุทธศักราช|B\.?E\.?)\s{0,3}([0-9๐-๙]{4})(?![0-9๐-๙])(?:\s?\([0-9]{4}\))?")
KIND = re.compile("พระราชบัญญัติ|พระราชกฤษฎีกา|ระเบียบ|ประกาศ|ข้อบัญญัติ|ข้อบังคับ|กฎกระทรวง")
ENGLISH_KIND = re.compile("Act|Regulation|Notification|Ordinance|Rule")
LONGEST = 260  # letters of a title
AROUND = 70  # letters before and after a citation that tell of what is said of it
MOST = 300  # years of one paragraph that are looked at


class Title(NamedTuple):
    """A title of laws, one of each year: as it is typed without the year, and as it is compared."""

    words: str
    folded: str
    laws: tuple[Law, ...]
    thai: bool


class Citation(NamedTuple):
    """A law as a line cites it: the title, the year as figures, where the words stand."""

    line: Line
    title: Title
    year: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The citation as typed."""
        return self.line.words[self.start : self.end]

    @property
    def around(self) -> str:
        """The citation with what is said before and after it."""
        return self.line.words[max(0, self.start - AROUND) : self.end + AROUND]


def fold(text: str) -> str:
    """Write a text as it is compared: no spaces or commas, Arabic digits.

    >>> fold("ระเบียบ ว่าด้วย งานสารบรรณ พ.ศ. ๒๕๒๖")
    'ระเบียบว่าด้วยงานสารบรรณพ.ศ.2526'
    """
    return arabic_digits("".join(strip_invisible(text).replace(",", "").split())).lower()


def titles_of(laws: Sequence[Law]) -> list[Title]:
    """List the titles of the laws, each once with the laws of all its years; the longest first."""
    titles: dict[str, Title] = {}
    for law in laws:
        if not year_of(law):
            continue  # a code, or a paper that is told by its day
        for text, thai in ((law.th, True), (law.en, False)):
            if match := YEAR.search(text):
                words = text[: match.start()].rstrip(" ,")
                folded = fold(words)
                others = titles[folded].laws if folded in titles else ()
                titles[folded] = Title(words, folded, (*others, law), thai)
    return sorted(titles.values(), key=lambda title: -len(title.folded))


def year_of(law: Law) -> str:
    """Give the year of a law by its title; empty where that has none."""
    match = YEAR.search(law.th)
    return arabic_digits(match[1]) if match else ""


def citations_in(line: Line, titles: Sequence[Title]) -> Iterator[Citation]:
    """Find where a line cites one of the titles with a year, whichever."""
    text = line.words
    for match in islice(YEAR.finditer(text), MOST):
        before = fold(text[max(0, match.start() - LONGEST) : match.start()])
        title = next((title for title in titles if before.endswith(title.folded)), None)
        if title:
            yield Citation(line, title, arabic_digits(match[1]), _start(text, match.start(), title.folded), match.end())


def _start(text: str, end: int, folded: str) -> int:
    """Find where a title begins in a text as typed, which may hold more spaces than the title."""
    left = len(folded)
    while left and end:
        end -= 1
        left -= not (text[end].isspace() or text[end] == "," or text[end] in INVISIBLE)
    return end


def cited_as(law: Law, like: str, beside: str = "") -> str:
    """Write the title of a law with its year, in the language of another citation and the digits of the text there."""
    text = law.th if KIND.match(like.strip()) else law.en
    match = YEAR.search(text)
    cited = text[: match.end()] if match else text
    return thai_digits(cited) if any(digit in like + beside for digit in THAI_DIGITS) else cited
