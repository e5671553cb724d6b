"""Letters and marks as they are typed: one spelling for what looks alike, nothing invisible, nothing floating."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.text import INVISIBLE, normalise, strip_invisible

AROUND = 10  # letters quoted on either side of what nobody sees
_INVISIBLE = re.compile(f"[{''.join(INVISIBLE)}]")
_TONES = "่้๊๋"
_UPPER = "ัิีึื็ํ"
_MARK = f"{_UPPER}{_TONES}์ฺุู๎"
_SPLIT_SARA_AM = re.compile(f"[ก-ฮ]?[{_TONES}]?ํ[{_TONES}]?า")
_DOUBLE_SARA_E = re.compile("เเ(?:[ก-ฮ]{1,2}(?:ะ|[ัิ-ฺ็-๎]{0,3}[ก-ฮ]?(?![ะ-ฺ็-๎])))?")  # with its syllable
# A vowel above or below typed after the tone or the thanthakhat, a tone after ะ า ำ, two marks where one has room.
_DISORDER = re.compile(
    f"[ก-ฮ]?(?:[{_TONES}์][{_UPPER}ุู]|[{_UPPER}ุู]?[{_TONES}์][{_TONES}์]|[{_UPPER}][{_UPPER}ุู]|[ุู][{_UPPER}ุู])[{_MARK}]{{0,4}}"
    f"|[ก-ฮ][ะาำ][{_TONES}]"
)
_DOUBLED = re.compile(f"([{_MARK}])\\1+")
_FLOATING = re.compile(f"(?:(?<![^ \t\u00a0])|(?<=[0-9๐-๙A-Za-zเแโใไฯๆ]))[{_MARK}](?![ \t\u00a0]|$)")
# Where a mark is spoken of by itself, it stands between spaces, on a dotted circle or a hyphen, or in quotes.
_SHOWN = re.compile("[\"“”'()◌/]")

# The private letters of old Thai fonts (Windows, before OpenType), pasted from PDFs; ISO 29500 knows no such letters.
_PRIVATE = dict(
    zip(
        range(0xF700, 0xF71B),
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        "\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
_PRIVATE_LETTER = re.compile("[\uf700-\uf71a]")


def findings(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    """Look at the letters of a line; each fault is told once with the first place quoted."""
    for match in _first(_SPLIT_SARA_AM, text, "ํ"):
        yield subject.found("sara-am-split", line, match[0], normalise(match[0]))
    for match in _first(_DOUBLE_SARA_E, text, "เเ"):
        yield subject.found("double-sara-e", line, match[0], match[0].replace("เเ", "แ"))
    for match in _DISORDER.finditer(text):
        if not _SPLIT_SARA_AM.match(text, match.start()):
            ordered = _DOUBLED.sub(r"\1", normalise(match[0]))
            yield subject.found("mark-order", line, match[0], ordered if ordered != match[0] else "")
            break
    for match in _FLOATING.finditer(text):
        beside = text[max(0, match.start() - 2) : match.end() + 2]
        if not _SHOWN.search(beside) and "-" not in beside:
            yield subject.found("mark-floating", line, around(text, match.start(), match.end()))
            break
    for match in _first(_PRIVATE_LETTER, text):
        value = around(text, match.start(), match.end())
        yield subject.found("private-letter", line, value, normalise(value.translate(_PRIVATE)))
    for match in _first(_INVISIBLE, text):
        value = around(text, match.start(), match.end())
        names = {f"U+{ord(one):04X} {unicodedata.name(one, '').lower()}" for one in _INVISIBLE.findall(value)}
        yield subject.found("invisible-character", line, value, strip_invisible(value), names=", ".join(sorted(names)))


def retyped(text: str) -> str:
    """Write Thai in its one right spelling: marks in order and once, old fonts' private letters as real ones.

    >>> retyped("ท\u0e48\u0e48\u0e35 เเขวง") == "ที่ แขวง"
    True
    """
    return normalise(_DOUBLED.sub(r"\1", normalise(text.translate(_PRIVATE))))


def around(text: str, start: int, end: int, letters: int = AROUND) -> str:
    """Quote the letters about a place, beginning at a whole letter.

    >>> around("ที่สำนักงานเขต  ,ฝ่าย", 14, 17, 3)
    'เขต  ,ฝ่า'
    """
    last = end + letters
    while last < len(text) and text[last] in _MARK + "ะาำ":
        last += 1
    return text[max(0, start - letters) : last].lstrip(_MARK + "ะาำ").strip()


def _first(pattern: re.Pattern[str], text: str, needs: str = "") -> Iterator[re.Match[str]]:
    match = pattern.search(text) if not needs or needs in text else None
    if match:
        yield match
