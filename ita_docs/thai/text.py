"""Thai text as it should be typed: one spelling for what looks alike, and nothing invisible."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from ita_docs.thai.digits import thai_digits

ZERO_WIDTH_SPACE = "\u200b"  # a hidden word break, pasted from web pages
ZERO_WIDTH_NON_JOINER = "\u200c"  # parts letters of other scripts; stray in Thai
ZERO_WIDTH_JOINER = "\u200d"  # binds letters of other scripts; stray in Thai
LEFT_TO_RIGHT_MARK = "\u200e"  # direction mark, pasted from chats and mail
RIGHT_TO_LEFT_MARK = "\u200f"  # direction mark, turns punctuation around
SOFT_HYPHEN = "\u00ad"  # prints a hyphen wherever a line happens to end
WORD_JOINER = "\u2060"  # a hidden no-break; only papers on their way to PDF may hold it
BYTE_ORDER_MARK = "\ufeff"  # the beginning of some files, pasted along

INVISIBLE = (
    ZERO_WIDTH_SPACE,
    ZERO_WIDTH_NON_JOINER,
    ZERO_WIDTH_JOINER,
    LEFT_TO_RIGHT_MARK,
    RIGHT_TO_LEFT_MARK,
    SOFT_HYPHEN,
    WORD_JOINER,
    BYTE_ORDER_MARK,
)
# Kept as typed: it holds a number to its word.
NO_BREAK_SPACE = "\u00a0"

_NO_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_THAI = re.compile("[ก-ฺเ-๛]")

TONES = "่้๊๋"
NIKHAHIT = "ํ"
SARA_AM = "ำ"
# Marks on one letter, in the order of typing. Phinthu leads only because Unicode's own order (NFC) says so.
MARK_ORDER = ("ฺ", "ุู", "ัิีึื็" + NIKHAHIT, TONES + "์", "๎")

_MARK_RANK = {mark: rank for rank, marks in enumerate(MARK_ORDER) for mark in marks}
_MARKS = re.compile(f"[{''.join(MARK_ORDER)}]{{2,}}")
_SPLIT_SARA_AM = re.compile(f"{NIKHAHIT}([{TONES}]*)า")
_TONE_BEHIND_VOWEL = re.compile(f"([ะา{SARA_AM}])([{TONES}]+)")


def strip_invisible(text: str) -> str:
    r"""Take out the characters nobody sees and every search stumbles over.

    >>> strip_invisible("เขต\u200bสัมพันธวงศ์\ufeff")
    'เขตสัมพันธวงศ์'
    """
    return text.translate(_NO_INVISIBLE)


def normalise(text: str) -> str:
    """Write Thai that looks alike in the one right spelling; words and spaces stay as they are.

    >>> normalise("เเขวง") == "แขวง", normalise("ท\u0e4dา") == "ทำ", normalise("ท\u0e48\u0e35") == "ที่"
    (True, True, True)
    """
    # One repair can make room for another, so go on until nothing moves; well-typed text passes once.
    while (tidied := _tidied(text)) != text:
        text = tidied
    return text


def has_thai(text: str) -> bool:
    """Tell whether a text holds any Thai writing; the baht sign alone is none.

    >>> has_thai("ITA เขต"), has_thai("฿100")
    (True, False)
    """
    return _THAI.search(text) is not None


def and_list(items: Sequence[str], last: str = " และ ") -> str:
    """Write a list in words; `last` stands before the last item.

    >>> and_list(["ก", "ข", "ค"]), and_list(["ก", "ข"]), and_list(["ก"])
    ('ก ข และ ค', 'ก และ ข', 'ก')
    """
    return last.join(part for part in (" ".join(items[:-1]), *items[-1:]) if part)


@lru_cache(maxsize=8192)  # fifty offices print much the same words
def typeset(text: str) -> str:
    """Make text ready for a Thai paper: right spelling, Thai digits.

    >>> typeset("เเบบ สงม.1 ตาม O22")
    'แบบ สงม.๑ ตาม O22'
    """
    return thai_digits(normalise(text))


def no_space(text: str) -> str:
    r"""Drop all white space, to compare texts that were broken into lines differently.

    >>> no_space("สำนักงานเขต\n  สัมพันธวงศ์")
    'สำนักงานเขตสัมพันธวงศ์'
    """
    return "".join(text.split())


def _tidied(text: str) -> str:
    text = unicodedata.normalize("NFC", strip_invisible(text)).replace("เเ", "แ")
    text = _TONE_BEHIND_VOWEL.sub(r"\2\1", text)
    text = _MARKS.sub(_in_order, text)
    return _SPLIT_SARA_AM.sub(rf"\1{SARA_AM}", text)


def _in_order(marks: re.Match[str]) -> str:
    return "".join(sorted(marks.group(), key=_MARK_RANK.__getitem__))
