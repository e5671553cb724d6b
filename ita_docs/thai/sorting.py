"""The order of the Thai dictionary."""

import re
from collections.abc import Iterable

from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.text import normalise

_LEADING_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
_LETTER = re.compile("([^็-๎])([็-๎]*)")
_NOT_LETTER = re.compile("[^\\wะ-ฺ็-๎]|[_ฯๆ]")

SortKey = tuple[str, tuple[str, ...], str]


def sort_key(text: str) -> SortKey:
    """Give the key that puts a text in its place in the Thai dictionary.

    Letters decide first, a leading vowel after its consonant; then the marks; spaces and signs only last.

    >>> sort_key("เก้า")[:2]
    ('กเา', ('', '้', ''))
    """
    spelled = _NOT_LETTER.sub("", arabic_digits(normalise(text)).casefold())
    letters = _LETTER.findall(_LEADING_VOWEL.sub(r"\2\1", spelled))
    return "".join(letter for letter, _ in letters), tuple(marks for _, marks in letters), text


def sort_thai(items: Iterable[str]) -> list[str]:
    """Sort texts as the Thai dictionary does.

    >>> sort_thai(["ไก่", "เกิด", "กาล", "ขา", "เก่า", "เกา"])
    ['กาล', 'เกา', 'เก่า', 'เกิด', 'ไก่', 'ขา']
    """
    return sorted(items, key=sort_key)
