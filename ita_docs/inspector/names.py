"""Names that differ within a paper: one office, school or person spelt in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem

SHORTEST = 6  # letters of a name without its marks; shorter names differ truly by one letter
LONGEST_SPLIT = 18  # letters of a name that is not parted by a breath; longer ones often are
MOST = 60  # names of a paper that are compared
# Words that begin what is no name: "ฝ่ายที่เกี่ยวข้อง", "โรงเรียนในสังกัด".
_NO_NAME = (
    "สังกัด",
    "ที่",
    "ทุก",
    "ใด",
    "นี้",
    "นั้น",
    "ของ",
    "และ",
    "หรือ",
    "ต่าง",
    "ละ",
    "อื่น",
    "เดียว",
    "ใน",
    "ซึ่ง",
    "จะ",
    "เป็น",
    "ให้",
    "มี",
    "ได้",
    "กับ",
    "แต่",
)

_MARKS = "่้๊๋์็"
_BARE = str.maketrans("", "", f"{_MARKS} \u00a0")
_PLACE = re.compile(
    "(?:สำนักงานเขต|ผู้อำนวยการเขต|หัวหน้าฝ่าย|(?<![ก-์])(?:เขต|แขวง|ฝ่าย|กอง|สำนัก(?!งาน))|โรงเรียน|ชุมชน)(?P<name>[ก-์]{6,40})(?![ก-๎])"
)
_PERSON = re.compile("(?:นางสาว|นาง|นาย)(?P<name>[ก-์]{2,20} {1,2}[ก-์]{2,25})(?![ก-๎])")


def findings(subject: Subject, lines: list[tuple[Line, str]]) -> Iterator[Problem]:
    """Find names that stand in the paper in two spellings: marks dropped or added, or a space inside.

    Names that differ by a whole letter may be two names, so those are left to the reader.
    """
    whole = "\n".join(text for _, text in lines)
    if not whole:
        return
    counted = Counter(
        " ".join(match["name"].split())
        for pattern in (_PLACE, _PERSON)
        for match in pattern.finditer(whole)
        if not match["name"].startswith(_NO_NAME)
    )
    bare_whole = whole.translate(_BARE)
    usual: dict[str, str] = {}
    for name, _ in counted.most_common(MOST):
        bare = name.translate(_BARE)
        if len(bare) >= SHORTEST and (bare not in usual or whole.count(name) > whole.count(usual[bare])):
            usual[bare] = name
    told: set[tuple[str, str]] = set()
    # Longer names first: a short one inside them would tell the same fault again.
    for bare, name in sorted(usual.items(), key=lambda item: -len(item[0])):
        times = whole.count(name)
        if times < 2 or bare_whole.count(bare) == times:
            continue
        pattern = re.compile(f"[{_MARKS}]{{0,2}}[ \u00a0]?".join(map(re.escape, bare)) + f"[{_MARKS}]{{0,2}}")
        for line, text in lines:
            for match in islice(pattern.finditer(text), 5):
                variant = match[0]
                if _same(variant, name) or (line.where, variant) in told:
                    continue
                if whole.count(variant) < times and not any(
                    variant in other for where, other in told if where == line.where
                ):
                    told.add((line.where, variant))
                    yield subject.found("name-variant", line, variant, name)


def _same(variant: str, name: str) -> bool:
    """Tell whether a variant is the name after all, with a breath before และ or a space that the name has itself."""
    told = variant.replace("\u00a0", " ")
    if (
        told == name
        or (" " in told and len(name) > LONGEST_SPLIT)
        or (told.replace(" ", "") == name.replace(" ", "") and " " in name)
    ):
        return True
    return any(told.replace(f" {word}", word).replace(f"{word} ", word) == name for word in ("และ", "หรือ", "เพื่อ", "ฯ"))
