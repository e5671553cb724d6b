"""The type: fonts and their sizes, and the twin properties that Thai letters go by in Word (ISO 29500 §17.3.2).

Word prints Thai by the complex-script properties (cs, szCs, bCs, iCs), and Latin letters, digits and signs by the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ita_docs.inspector import paragraphs, sizes
from ita_docs.inspector.passages import THAI, plain, quoted, told_once
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line, Look, Run
from ita_docs.problems import Problem
from ita_docs.thai.letters import undrawn

LATIN = re.compile("[a-z]{2}")  # words that are proofed; capitals alone are not
ASCII_SEEN = re.compile("[!-~]")
HIGH_SEEN = re.compile("[\u00a1-\u024f\u2012-\u2027\u2030-\u205e]")  # what the font of hAnsi draws: “ ” – • ±
DIGIT = re.compile("[0-9]")
BELONGS_BEFORE = re.compile("[ะ-ฺ็-๎]")  # marks, and vowels that never begin a word
ENDS_OPEN = re.compile("[ก-ฮะ-ฺ็-๎]")
IT9 = re.compile("IT(?:๙|9)$", re.IGNORECASE)
# Characters that Word draws by other means than the font, or that nobody sees.
NEVER_DRAWN = re.compile("[\r\v\f\u200b-\u200f\u2010\u2011\u2028-\u202e\u2060\ufeff\ue000-\uf8ff]")


def plain_name(font: str) -> str:
    """Write a font's name so that its spellings are equal.

    >>> plain_name("TH Sarabun PSK") == plain_name("TH SarabunPSK")
    True
    """
    return font.replace(" ", "").casefold()


class Piece(NamedTuple):
    """A run in its paragraph, with what kinds of letters it holds."""

    line: Line
    run: Run
    look: Look
    thai: bool
    latin: bool
    beside_thai: bool  # the paragraph holds Thai
    foreign: bool  # its Thai letters are in no national font


def _slots(piece: Piece) -> str:
    """Name the fonts where the signs of a run take another than the Thai beside them."""
    look, text = piece.look, piece.run.text
    if not piece.beside_thai or piece.run.link or piece.foreign:  # font-foreign asks for one font for all letters
        return ""
    used = [look.font] * bool(ASCII_SEEN.search(text)) + [look.font_high] * bool(HIGH_SEEN.search(text))
    other = next((font for font in used if plain_name(font) != plain_name(look.font_cs)), "")
    return other and f"{other} / {look.font_cs}"


def _it9(piece: Piece) -> str:
    font = piece.look.font_cs if piece.look.marked_cs else piece.look.font
    return font if IT9.search(font) and DIGIT.search(piece.run.text) else ""


def _sizes(piece: Piece) -> str:
    look = piece.look
    return f"{plain(look.size)} / {plain(look.size_cs)}" if piece.thai and look.size != look.size_cs else ""


def _twin(on: bool, on_cs: bool, piece: Piece) -> str:
    """Tell which twin of a property stands alone, where letters show it."""
    seen = piece.thai and (on or ASCII_SEEN.search(piece.run.text) is not None)
    return ("Latin" if on else "Thai") if seen and on != on_cs else ""


# What a run can have wrong, told once a paper for each value at fault (empty where nothing is).
FAULTS: tuple[tuple[str, Callable[[Piece], str]], ...] = (
    ("font-slots-differ", _slots),
    ("font-it9", _it9),
    ("size-twin", _sizes),
    ("bold-twin", lambda piece: _twin(piece.look.bold, piece.look.bold_cs, piece)),
    ("italic-twin", lambda piece: _twin(piece.look.italic, piece.look.italic_cs, piece)),
    ("thai-unmarked", lambda piece: "w:cs" if piece.thai and not piece.look.marked_cs else ""),
    ("latin-marked", lambda piece: "w:cs" if piece.latin and not piece.thai and piece.look.marked_cs else ""),
    ("thai-unproofed", lambda piece: "w:noProof" if piece.thai and piece.look.unproofed else ""),
)
# Of these the value to quote is the words themselves, not the property.
QUOTED = ("bold-twin", "italic-twin", "thai-unmarked", "latin-marked", "thai-unproofed")


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at every run by itself, then at the sizes that roles ask for, then at the layout of paragraphs."""
    pieces = list(_pieces(subject))
    yield from _foreign(subject, pieces)
    for code, fault in FAULTS:
        faults = ((piece.line, value, piece.run.text) for piece in pieces if (value := fault(piece)))
        quotes = code in QUOTED
        yield from told_once(
            subject, code, ((line, value, quoted(text) if quotes else value) for line, value, text in faults)
        )
    yield from told_once(subject, "cluster-split", _split(subject))
    yield from _unknown(subject, pieces)
    yield from sizes.findings(subject)
    yield from paragraphs.findings(subject)


def _pieces(subject: Subject) -> Iterator[Piece]:
    # A fault of a style is told at its first place: better in the body than in a header.
    known = {plain_name(font) for font in subject.profile.fonts}
    for line in sorted(subject.thai_lines, key=lambda line: line.part != "body"):
        beside_thai = THAI.search(line.text) is not None
        for run in line.runs:
            if run.text.strip() and not run.look.hidden:
                thai = THAI.search(run.text) is not None
                latin, foreign = LATIN.search(run.text) is not None, plain_name(run.look.font_cs) not in known
                yield Piece(line, run, run.look, thai, latin, beside_thai, foreign)


def _foreign(subject: Subject, pieces: list[Piece]) -> Iterator[Problem]:
    strange = (piece for piece in pieces if piece.thai and piece.foreign)
    named = ((piece.line, piece.look.font_cs, piece.look.font_cs) for piece in strange)
    yield from told_once(subject, "font-foreign", named, due=subject.profile.fonts[0])


def _split(subject: Subject) -> Iterator[tuple[Line, str, str]]:
    """Find runs that begin in the middle of a letter: Word shapes and breaks each run by itself."""
    for line in subject.thai_lines:
        for before, run in pairwise(line.runs):
            if BELONGS_BEFORE.match(run.text) and ENDS_OPEN.search(before.text[-1:]):
                yield line, "", f"{before.text[-6:].lstrip()}|{run.text[:6].rstrip()}"


def _unknown(subject: Subject, pieces: list[Piece]) -> Iterator[Problem]:
    """Find characters that the national fonts lack; those typed in a font of their own are drawn by it."""
    known = {plain_name(font) for font in subject.profile.fonts}
    found = (
        (piece.line, letter, letter)
        for piece in pieces
        if not piece.run.text.isascii() and plain_name(piece.look.font_high) in known
        for letter in undrawn(NEVER_DRAWN.sub("", piece.run.text))
    )
    for problem in told_once(subject, "letters-unknown", found):
        facts = {**problem.facts, "codepoint": f"U+{ord(problem.facts['value']):04X}"}
        yield replace(problem, facts=facts)
