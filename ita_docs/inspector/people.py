"""The persons that a paper names with their titles, and those who sign it with their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from ita_docs.inspector.likeness import slips_between
from ita_docs.paper import Line

MOST = 100  # persons of one paragraph
SHORTEST = 8  # letters of a whole name; in shorter ones a letter makes another person
LONGEST_POST = 120

# Words that begin like a title and are none.
_NO_PERSON = "นายก|นายทะเบียน|นายอำเภอ|นายช่าง|นายตรวจ|นายหน้า|นายจ้าง|นายแพทย์|นายสัตวแพทย์|นายทหาร|นายตำรวจ|นางแบบ|นางพยาบาล"
_PERSON = re.compile(
    rf"(?<![ก-๙])(?!{_NO_PERSON})(?P<title>นางสาว|นาง|นาย|น\.ส\.|ว่าที่(?:ร้อยตรี|ร\.ต\.)(?:หญิง)?|ดร\.)\s?"
    r"(?P<given>[ก-ฮเ-ไ][ก-์]{1,30})\s{1,3}(?P<family>(?:ณ\s)?[ก-ฮเ-ไ][ก-์]{1,30})(?![ก-๙])"
)
_SIGNED = re.compile(r"\(\s?(.{5,90}?)\s?\)")
# A post that a person holds for another, or in a body, beside the own one.
_OTHER_POST = re.compile(
    "แทน|รักษา|กรรมการ|ประธาน|เลขานุการ|คณะทำงาน|พยาน|ผู้(?!อำนวยการ|ช่วย|ว่าราชการ|ตรวจราชการ|จัดการ|บัญชา|กำกับ)"
)


class Person(NamedTuple):
    """A person as a paper names them."""

    title: str
    given: str
    family: str
    words: str

    @property
    def key(self) -> str:
        """The name by which the same person is known again."""
        return f"{self.title}{self.given} {self.family}"

    def resembles(self, other: Person) -> bool:
        """Tell whether two names are one name, spelt in two ways: one of its halves is the same, the other nearly.

        >>> one, = people_in("นายสมาชิก ตัวอย่าง")
        >>> other, = people_in("นายสมาชิก ตัวอยาง")
        >>> one.resembles(other), one.resembles(one)
        (True, False)
        """
        if min(len(self.given + self.family), len(other.given + other.family)) < SHORTEST:
            return False
        if self.given == other.given:
            return slips_between(self.family, other.family, most=2) > 0
        return self.family == other.family and slips_between(self.given, other.given, most=1) == 1


def people_in(text: str) -> Iterator[Person]:
    """Find the persons that a text names by title, given name and family name."""
    for match in islice(_PERSON.finditer(text), MOST):
        yield Person(match["title"], match["given"], match["family"], " ".join(match[0].split()))


def signers_of(lines: Sequence[Line]) -> Iterator[tuple[Person, Line, str]]:
    """Find who signs, with the line of the post below the name in parentheses; posts held for another are left out."""
    for line, below in pairwise(lines):
        match = _SIGNED.fullmatch(line.words)
        for person in people_in(match[1]) if match else ():
            post = below.words
            if 3 < len(post) <= LONGEST_POST and not _OTHER_POST.match(post) and not _later_post(post):
                yield person, below, post


def _later_post(post: str) -> bool:
    return any(word in post for word in ("ราชการแทน", "รักษาการ", "รักษาราชการ", "(", "วันที่"))
