"""Spaces: around ๆ, ฯ and ฯลฯ, after labels, inside abbreviations, and beside brackets and commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ita_docs.inspector.marks import around
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem

HEAD = 25  # lines within which the labels of a paper stand
RUNNING = 80  # letters of a line from which on it is running text

# Abbreviations that are written without a space inside.
ABBREVIATIONS = (
    *("พ.ศ.", "ค.ศ.", "ร.ศ.", "จ.ศ."),
    *("พ.ร.บ.", "พ.ร.ก.", "พ.ร.ฎ.", "พ.ร.ป.", "ร.ร."),
    *("ป.ป.ช.", "ป.ป.ท.", "ป.ป.ง.", "ป.ป.ส.", "ก.พ.ร.", "ก.พ.ค.", "ส.ต.ง.", "อ.ก.ก.", "ก.ก.ต."),
    *("ธ.ก.ส.", "ก.ศ.น.", "น.ส.", "ด.ช.", "ด.ญ.", "ว.ด.ป."),
)
LABELS = ("เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย")
# Words that are mostly said twice, for a short quotation; others are quoted by their last letters.
TWICE = (
    "ต่าง",
    "อื่น",
    "ใด",
    "ทุก",
    "หลาย",
    "เรื่อย",
    "บ่อย",
    "นั้น",
    "เช่น",
    "จริง",
    "ปี",
    "วัน",
    "เดือน",
    "ครั้ง",
    "แห่ง",
    "เร็ว",
    "ช้า",
)

LONGEST_WORD = 10

_SPACES = "[ \u00a0]"
_TWICE = re.compile(f"(?<=[ก-์])(?P<space>{_SPACES}?)ๆ(?P<next>[ก-ฮเ-ไ][ก-์]{{0,2}})?")
_ABBREVIATED_AFTER_SPACE = re.compile(f"(?<!ฯ)(?<!ฯ )[ก-์.]{{1,12}}{_SPACES}{{1,3}}ฯ(?!{_SPACES}?ล|พณ)")
_SO_ON = re.compile(f'[^\\s(“"]ฯลฯ|ฯลฯ[ก-ฮเ-ไ]|ฯ{_SPACES}{{0,2}}ล{_SPACES}{{1,2}}ฯ|ฯ{_SPACES}{{1,2}}ล{_SPACES}{{0,2}}ฯ')
_LABEL = re.compile(f"(?P<label>{'|'.join(LABELS)}){_SPACES}(?P<next>[^\\s.…]{{1,12}})")
_MANY = re.compile("[ก-๙][,”)]? {3,40}(?=[ก-๙(“])")
_SPLIT_ABBREVIATION = re.compile(
    "(?<![ก-์.])(?:"
    + "|".join(
        f"{_SPACES}{{0,2}}".join(f"{re.escape(letter)}\\." for letter in each.rstrip(".").split("."))
        for each in ABBREVIATIONS
    )
    + ")(?!ๆ)"
)
_SPLIT_UNIT = re.compile(
    f"(?:(?<=[0-9๐-๙])|(?<=[0-9๐-๙] ))น{_SPACES}{{1,2}}\\.(?!\\.)|(?<![ก-์])(?:โทร|กทม|จว){_SPACES}{{1,2}}\\.(?!\\.)"
)
_BESIDE = re.compile(
    f"[ก-๙A-Za-z0-9”)]{_SPACES}{{1,3}}[,;](?!{_SPACES}{{0,2}}[,;])|\\({_SPACES}{{1,3}}(?=[ก-ฮเ-ไA-Za-z][ก-์A-Za-z])|(?<=[ก-๙A-Za-z]{{2}}){_SPACES}{{1,3}}\\)"
)
# Room that is left for a pen, or a tab that lines things up.
_PEN = re.compile(f"\\.{{4}}|…|___|\\({_SPACES}{{1,12}}\\)|[☐□○\t]")


class Pair(NamedTuple):
    """Two signs that open and close."""

    opens: str
    closes: str


PAIRS = (Pair("(", ")"), Pair("“", "”"))
NEAR = 3  # lines within which an open bracket may yet be closed
_ITEM = re.compile(r"(?<![^\s/,])(?:[0-9๐-๙]{1,2}(?:[.][0-9๐-๙]{1,3}){0,3}|[ก-ฮa-zA-Z]|[ivxIVX]{1,4})\)")


def findings(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    """Look at the spaces of a line."""
    if "ๆ" in text:
        yield from _twice(subject, line, text)
    if "ฯ" in text:
        for match in _ABBREVIATED_AFTER_SPACE.finditer(text):
            yield subject.found("paiyannoi-space", line, match[0], re.sub(_SPACES, "", match[0]))
        for match in _SO_ON.finditer(text):
            joined = re.sub(_SPACES, "", match[0])
            yield subject.found("etc-spacing", line, match[0], joined.replace("ฯลฯ", " ฯลฯ ").strip())
            break
    if "." in text:
        for match in _SPLIT_ABBREVIATION.finditer(text):
            joined = re.sub(_SPACES, "", match[0])
            if joined != match[0]:
                yield subject.found("space-in-abbreviation", line, match[0], joined)
        for match in _SPLIT_UNIT.finditer(text):
            yield subject.found("space-in-abbreviation", line, match[0], re.sub(_SPACES, "", match[0]))
    beside = _BESIDE.search(text)
    if beside:
        value = around(text, *beside.span())
        fixed = _BESIDE.sub(lambda each: re.sub(_SPACES, "", each[0]), value)
        yield subject.found("space-before-punctuation", line, value, fixed)
    if len(text) >= RUNNING and "   " in text and not line.in_table and not _PEN.search(text):
        many = _MANY.search(text)
        if many:
            value = around(text, *many.span())
            yield subject.found("spaces-many", line, value, re.sub(" {3,}", " ", value))


def of_the_paper(subject: Subject) -> Iterator[Problem]:
    """Look at the labels of the head, and at the brackets over several lines."""
    if subject.kind in ("order", "announcement", "memo", "letter"):
        for line in subject.lines[:HEAD]:
            match = _LABEL.match(line.words)
            if match:
                fixed = f"{match['label']}  {match['next']}"
                yield subject.found("label-space", line, match[0], fixed, label=match["label"])
    yield from _brackets(subject)


def _twice(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    for match in _TWICE.finditer(text):
        if match["space"] and not match["next"]:
            continue
        before = text[max(0, match.start() - LONGEST_WORD) : match.start()]
        word = next((word for word in TWICE if before.endswith(word)), around(before, len(before), len(before), 4))
        after = f" {match['next']}" if match["next"] else ""
        yield subject.found("maiyamok-space", line, f"{word}{match[0]}", f"{word} ๆ{after}")
        return


def _brackets(subject: Subject) -> Iterator[Problem]:
    """Find brackets and quotes that no line nearby closes or opens; the brackets of list items are none."""
    for pair in PAIRS:
        lines = subject.lines
        lonely: list[tuple[int, bool]] = []  # the line, and whether it opens
        for at, line in enumerate(lines):
            text = line.words
            if pair.opens not in text and pair.closes not in text:
                continue
            lonely += [(at, opens) for opens in _unpaired(text, pair)]
        waiting: list[int] = []
        closed: set[int] = set()
        for at, opens in lonely:
            if opens:
                waiting.append(at)
            elif waiting and (at - waiting[-1] <= NEAR or pair.opens == "“"):
                closed.add(waiting.pop())
            else:
                yield subject.found("bracket-unpaired", lines[at], pair.closes, other=pair.opens)
        for at in waiting:
            yield subject.found("bracket-unpaired", lines[at], pair.opens, other=pair.closes)


def _unpaired(text: str, pair: Pair) -> list[bool]:
    """Tell the signs of a line that find no other: those that open (True) and those that close (False)."""
    items = {match.end() - 1 for match in _ITEM.finditer(text)} if pair.closes == ")" else set()
    depth = closed_by_item = 0
    lonely = 0
    for match in re.finditer(f"[{re.escape(pair.opens)}{re.escape(pair.closes)}]", text):
        if match[0] == pair.opens:
            depth += 1
        elif depth:
            depth -= 1
            closed_by_item += match.start() in items
        elif match.start() not in items:
            lonely += 1
    return [False] * min(lonely - min(lonely, closed_by_item), 1) + [True] * min(depth, 1)
