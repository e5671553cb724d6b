"""How the site writes days, months, sizes and names, in the language of a page; a Thai name stays Thai and says so."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ita_docs.office import Name, Section
from ita_docs.setting import Setting
from ita_docs.thai.dates import given_at, month_year
from ita_docs.thai.digits import thai_digits
from ita_docs.thai.english import english_date, english_month
from ita_docs.thai.text import has_thai, typeset
from ita_docs.wording import Language
from ita_docs.wording.site import SITE


class Said(NamedTuple):
    """A text of the content, and its language where that is not the language of the page."""

    text: str
    lang: Language | None = None


def say(key: str, language: Language, **facts: object) -> str:
    """Write words of the site; figures are Thai on a Thai page."""
    text = SITE[key][language].format(**facts)
    return typeset(text) if language == "th" else text


def said(text: str, language: Language) -> Said:
    """Take a text of the content as it is, and tell its language on the page of another.

    >>> said("ฉบับที่ 1", "en"), said("Anti-Bribery Policy", "en")
    (Said(text='ฉบับที่ ๑', lang='th'), Said(text='Anti-Bribery Policy', lang=None))
    """
    own: Language = "th" if has_thai(text) else "en"
    return Said(typeset(text) if own == "th" else text, own if own != language else None)


def named(name: Name | Section, language: Language) -> Said:
    """Give a name in the language of the page; in English only where it was checked, in Thai else."""
    return said(name.en if language == "en" and name.en_verified else name.th, language)


def unit_name(setting: Setting, unit: str, language: Language) -> Said:
    """Name a section or school; schools have a Thai name only."""
    for section in setting.office.sections:
        if section.id == unit:
            return named(section, language)
    return said(setting.unit_names()[unit], language)


def day_text(day: date, language: Language) -> str:
    """Write a day, always with its year in the Buddhist era.

    >>> day_text(date(2025, 2, 5), "th"), day_text(date(2025, 2, 5), "en")
    ('วันที่ ๕ กุมภาพันธ์ พ.ศ. ๒๕๖๘', '5 February B.E. 2568 (2025)')
    """
    return given_at(day) if language == "th" else english_date(day)


def month_text(month: date, language: Language) -> str:
    """Write a month with its year.

    >>> month_text(date(2025, 1, 1), "th"), month_text(date(2025, 1, 1), "en")
    ('มกราคม ๒๕๖๘', 'January B.E. 2568 (2025)')
    """
    return month_year(month) if language == "th" else english_month(month)


def size_text(size: int, language: Language) -> str:
    """Write the size of a file, in thousands of bytes or in millions.

    >>> size_text(10, "en"), size_text(100_000, "en"), size_text(999_999, "en"), size_text(1_250_000, "th")
    ('1 KB', '100 KB', '1.0 MB', '๑.๓ เมกะไบต์')
    """
    if size <= 999_000:
        text = SITE["kilobytes"][language].format(figure=-(-size // 1000) or 1)
    else:
        figure = (Decimal(size) / 1_000_000).quantize(Decimal("0.1"), ROUND_HALF_UP)
        text = SITE["megabytes"][language].format(figure=figure)
    return thai_digits(text) if language == "th" else text
