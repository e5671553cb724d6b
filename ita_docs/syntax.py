"""Why a content file cannot be read: what somebody probably mistyped, and where.

YAML tells only the letter at which it gave up; the slip is often earlier, and nearly always one of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ita_docs.problems import Place, Problem

# Where a text can begin: a line, behind a key, behind the dash of a list.
_BEGIN = r"(?:^|(?<=: )|(?<=- )) *"
TIGHT_KEY = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_][\w-]*)(?::|\uff1a\s*)(?P<rest>[^\s:/].*)")
QUOTED = re.compile(rf"""{_BEGIN}(?:"[^"]*"|'[^']*') *(?P<rest>[^\s,\]}}:#].*)""")
IN_BRACKETS = re.compile(rf"{_BEGIN}(?P<text>\[[^\]]*\] *[^\s#].*)")
BRACE = re.compile(r"(?:^|(?<=: )|(?<=- )|(?<=\[)|(?<=,)) *(\{)")
MARK = re.compile(rf"{_BEGIN}(?P<mark>[*&!%@`|>?]|(?<=: )-)")
NAME = re.compile(r"\{[^{}\n]*\}?")


class Slip(NamedTuple):
    """What was mistyped: the code of its problem, its offset in the text, its facts."""

    code: str
    at: int
    value: str = ""
    fixed: str = ""


@dataclass(frozen=True)
class Stuck:
    """Where YAML gave up, and where it had begun what it was reading, as offsets in the text."""

    text: str
    at: int
    began: int

    @property
    def start(self) -> int:
        """Where the line begins on which YAML gave up."""
        return _start(self.text, self.at)

    @property
    def line(self) -> str:
        """The line on which YAML gave up."""
        return _line(self.text, self.at)

    @property
    def column(self) -> int:
        """How far into the line it came."""
        return self.at - self.start

    @property
    def letter(self) -> str:
        """The letter at which it gave up."""
        return self.text[self.at : self.at + 1]

    @property
    def first(self) -> str:
        """The letter with which it had begun."""
        return self.text[self.began : self.began + 1]


def place_at(text: str, offset: int, file: str) -> Place:
    """Name the place of the letter at an offset."""
    return Place(file, text.count("\n", 0, offset) + 1, offset - _start(text, offset) + 1)


def unquoted_name(text: str, file: str, at: int) -> Problem:
    """Say that the brace at an offset begins a text that lacks its quotation marks."""
    name = NAME.match(text, at)
    return Problem("unquoted-name", place_at(text, at, file), {"value": name[0][:40] if name else "{"})


def syntax_problem(text: str, file: str, at: int, began: int) -> Problem:
    """Say what was mistyped, from the offset where YAML gave up and the one where it had begun what it was reading."""
    while at and text[at : at + 1] in ("", "\n") and text[at - 1] == "\n":
        at -= 1  # it gave up at the end of the file, or on an empty line
    stuck = Stuck(text, at, began)
    slip = next((slip for look in LOOKS if (slip := look(stuck))), None) or Slip("yaml-syntax", at, stuck.line.strip())
    if slip.code == "unquoted-name":
        return unquoted_name(text, file, slip.at)
    facts = {"value": slip.value[:40]} | ({"fixed": slip.fixed} if slip.fixed else {})
    return Problem(slip.code, place_at(text, slip.at, file), facts)


def _tight_colon(stuck: Stuck) -> Slip | None:
    """A key whose colon has no space behind it, or is a full-width one; YAML notices a line later."""
    text = stuck.text
    for offset in dict.fromkeys((stuck.began, max(stuck.start - 1, 0), stuck.at)):
        if tight := TIGHT_KEY.fullmatch(_line(text, offset)):
            fixed = f"{tight['key']}: {tight['rest']}"
            return Slip("tight-colon", _start(text, offset) + tight.end("key"), tight[0].strip(), fixed[:60])
    return None


def _tab(stuck: Stuck) -> Slip | None:
    return Slip("tab-indent", stuck.at) if stuck.letter == "\t" else None


def _quotation(stuck: Stuck) -> Slip | None:
    """A text whose quotation mark is not closed, or that holds a backslash."""
    if stuck.first not in ("'", '"'):
        return None
    backslash = stuck.text.rfind("\\", stuck.began, stuck.at + 1)
    if stuck.first == '"' and backslash >= max(stuck.began, stuck.at - 10):
        return Slip("backslash", backslash, stuck.text[backslash : backslash + 2])
    return Slip(
        "unclosed-quote", stuck.began, _line(stuck.text, stuck.began)[stuck.began - _start(stuck.text, stuck.began) :]
    )


def _brace(stuck: Stuck) -> Slip | None:
    """A name in braces at the beginning of a text, or in a list in brackets."""
    braces = [found.start(1) for found in BRACE.finditer(stuck.line) if found.start(1) <= stuck.column]
    if stuck.letter == "{":
        braces.append(stuck.column)
    return Slip("unquoted-name", stuck.start + braces[-1]) if braces else None


def _text_after_quotation(stuck: Stuck) -> Slip | None:
    found = QUOTED.search(stuck.line)
    return Slip("text-after-quote", stuck.start + found.start("rest"), found["rest"]) if found else None


def _bracket(stuck: Stuck) -> Slip | None:
    """A text that begins with a word in brackets, which YAML takes for a list."""
    found = IN_BRACKETS.search(stuck.line)
    return Slip("unquoted-bracket", stuck.start + found.start("text"), found["text"]) if found else None


def _mark(stuck: Stuck) -> Slip | None:
    """A text that begins with a mark that means something else to YAML."""
    found = MARK.search(stuck.line)
    if found is None or found.start("mark") > stuck.column:
        return None
    return Slip("yaml-alias", stuck.start + found.start("mark"), found["mark"])


def _open_bracket(stuck: Stuck) -> Slip | None:
    elsewhere = _start(stuck.text, stuck.began) != stuck.start
    return Slip("unclosed-bracket", stuck.began, stuck.first) if stuck.first in "[{" and elsewhere else None


def _second_colon(stuck: Stuck) -> Slip | None:
    """A colon with a space behind it in the middle of a text."""
    if stuck.letter != ":" or ": " not in stuck.line[: stuck.column]:
        return None
    return Slip("colon-in-text", stuck.at, stuck.line.strip())


def _indent(stuck: Stuck) -> Slip | None:
    """A line that stands farther in or out than those it belongs to."""
    lead = len(stuck.line) - len(stuck.line.lstrip())
    if stuck.line.strip() and (stuck.column <= lead or stuck.letter == ":"):
        return Slip("bad-indent", stuck.start + lead, stuck.line.strip())
    return None


LOOKS = (
    *(_tight_colon, _tab, _quotation, _brace, _text_after_quotation),
    *(_bracket, _mark, _open_bracket, _second_colon, _indent),
)


def _start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line(text: str, offset: int) -> str:
    end = text.find("\n", offset)
    return text[_start(text, offset) : len(text) if end < 0 else end]
