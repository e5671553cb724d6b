"""What differs between the papers of two years, paper by paper, line by line.

Lines that differ in nothing but years that moved along are told apart from those that say something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from ita_docs import paper, sheets
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.text import MARK_ORDER, SARA_AM

Kind = Literal["added", "removed", "changed", "year"]
YEAR = re.compile(r"(?<![0-9])(?:2[45]|20)[0-9]{2}(?![0-9])")
TAG = re.compile("<[^>]*>")  # of a drawing, between whose words they stand
ALIKE = 0.5  # of two lines that stand in each other's place: more, and the one became the other
AROUND = 30  # letters shown on each side of what differs
MARKS = "".join((*MARK_ORDER, SARA_AM))  # what must not begin a cut text


class Line(NamedTuple):
    """A line of a paper: where it stands (`tab!row` in a workbook), and what it says."""

    where: str
    text: str


@dataclass(frozen=True)
class Change:
    """One line that was added or removed, that says something else, or in which only years moved along."""

    kind: Kind
    old: Line | None = None
    new: Line | None = None

    @property
    def words(self) -> tuple[str, str, str]:
        """What changed, wherever it stands."""
        return self.kind, self.old.text if self.old else "", self.new.text if self.new else ""

    @property
    def where(self) -> str:
        """Where the line stands, in the new paper unless it is gone there."""
        line = self.new or self.old
        return line.where if line else ""


@dataclass(frozen=True)
class Compared:
    """The papers of two years by their ids: those of one year only, and what differs in the others."""

    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    changes: Mapping[str, tuple[Change, ...]]

    @property
    def told(self) -> dict[tuple[Change, ...], list[str]]:
        """Group the papers that say something else by what changed in them; those of a series often change alike."""
        groups: dict[tuple[tuple[str, str, str], ...], list[str]] = {}
        for name, changes in self.changes.items():
            key = tuple(change.words for change in changes if change.kind != "year")
            if key:
                groups.setdefault(key, []).append(name)
        return {
            tuple(change for change in self.changes[names[0]] if change.kind != "year"): names
            for names in groups.values()
        }

    @property
    def only_years(self) -> tuple[str, ...]:
        """The papers in which nothing but years moved along."""
        return tuple(n for n, found in self.changes.items() if found and all(each.kind == "year" for each in found))

    @property
    def unchanged(self) -> tuple[str, ...]:
        """The papers that say the same."""
        return tuple(name for name, found in self.changes.items() if not found)


def lines(data: bytes, file: str) -> list[Line]:
    """Read the lines of a paper, a workbook, a drawing or a text that say something."""
    if file.endswith(".docx"):
        return [Line(line.where, line.text.strip()) for line in paper.read(data, file).lines if line.text.strip()]
    if not file.endswith(".xlsx"):
        text = TAG.sub("\n", data.decode()) if file.endswith(".svg") else data.decode()
        said = enumerate(text.splitlines(), 1)
        return [Line(str(number), line.strip()) for number, line in said if line.strip()]
    found: list[Line] = []
    tab, row = "", 0
    for line in sheets.outline(data).splitlines():
        row += 1
        if line.startswith("[") and line.endswith("]"):
            tab, row = line[1:-1], 0
        elif line.strip(" |"):
            found.append(Line(f"{tab}!{row}", line.strip(" |")))
    return found


def compare(old: Sequence[Line], new: Sequence[Line], by: int) -> list[Change]:
    """List what differs between two papers, of which the new one is so many years later, in the order of the paper.

    >>> old, new = [Line("p1", "ปี ๒๕๖๘"), Line("p2", "ทุก ๑๕ วัน")], [Line("p1", "ปี ๒๕๖๙"), Line("p2", "ทุก ๓๐ วัน")]
    >>> [change.kind for change in compare(old, new, 1)]
    ['year', 'changed']
    """
    masked = [[YEAR.sub("#", arabic_digits(line.text)) for line in each] for each in (old, new)]
    found: list[Change] = []
    for tag, first, last, start, end in SequenceMatcher(None, masked[0], masked[1], autojunk=False).get_opcodes():
        if tag == "equal":
            pairs = zip(old[first:last], new[start:end], strict=True)
            found += [
                Change(_kind(before, after, by), before, after) for before, after in pairs if before.text != after.text
            ]
        else:
            found += _replaced(old[first:last], new[start:end])
    return found


def _kind(old: Line, new: Line, by: int) -> Kind:
    """Tell whether in two lines that differ in years only each year is the same or moved along."""
    years = [YEAR.findall(arabic_digits(line.text)) for line in (old, new)]
    along = all(int(after) - int(before) in (0, by) for before, after in zip(*years, strict=True))
    return "year" if along else "changed"


def _replaced(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Change]:
    """Pair the lines that became others; what is like none was removed or added."""
    left = list(new)
    for before in old:
        alike = next((line for line in left if _is_same_cell(before, line) or _is_like(before.text, line.text)), None)
        if alike is None:
            yield Change("removed", before)
            continue
        at = left.index(alike)
        yield from (Change("added", new=line) for line in left[:at])
        yield Change("changed", before, alike)
        left = left[at + 1 :]
    yield from (Change("added", new=line) for line in left)


def _is_same_cell(old: Line, new: Line) -> bool:
    return old.where == new.where and old.where.startswith("t")


def _is_like(old: str, new: str) -> bool:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.real_quick_ratio() > ALIKE and matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE


def differing(old: str, new: str) -> tuple[str, str]:
    """Cut two lines to where they differ, with some letters around.

    >>> differing("ให้ประชุมติดตามทุกสัปดาห์ก่อนวันศุกร์", "ให้ประชุมติดตามทุกเดือนก่อนวันศุกร์")
    ('ให้ประชุมติดตามทุกสัปดาห์ก่อนวันศุกร์', 'ให้ประชุมติดตามทุกเดือนก่อนวันศุกร์')
    """
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    back = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    end = next((at for at, (a, b) in enumerate(back) if a != b), min(len(old), len(new)) - start)
    return _cut(old, start, len(old) - end), _cut(new, start, len(new) - end)


def _cut(text: str, start: int, end: int) -> str:
    start, end = start - AROUND, end + AROUND
    while 0 < start < len(text) and text[start] in MARKS:
        start -= 1
    while 0 < end < len(text) and text[end] in MARKS:
        end += 1
    return f"{'…' if start > 0 else ''}{text[max(start, 0) : end]}{'…' if end < len(text) else ''}"


def compare_years(old: Mapping[str, Sequence[Line]], new: Mapping[str, Sequence[Line]], by: int) -> Compared:
    """Compare the papers of two years by their ids."""
    return Compared(
        tuple(name for name in old if name not in new),
        tuple(name for name in new if name not in old),
        {name: tuple(compare(old[name], new[name], by)) for name in new if name in old},
    )
