"""The house style: the styles of the office's papers and the template of each kind, written once and always the same.

`templates()` gives every template as bytes; `make templates` writes them and a test compares.
"""

from __future__ import annotations

from ita_docs.house_style import (
    announcement,
    announcement_en,
    guideline,
    infographic,
    letter,
    memo,
    minutes,
    notice,
    order,
    poster,
    record,
    record_wide,
    report,
    risk,
)
from ita_docs.house_style.package import docx

KINDS = {
    "order.docx": order,
    "memo.docx": memo,
    "letter.docx": letter,
    "announcement.docx": announcement,
    "announcement-en.docx": announcement_en,
    "notice.docx": notice,
    "poster.docx": poster,
    "infographic.docx": infographic,
    "guideline.docx": guideline,
    "report.docx": report,
    "minutes.docx": minutes,
    "record.docx": record,
    "record-wide.docx": record_wide,
    "risk.docx": risk,
}


def templates() -> dict[str, bytes]:
    """Make every template of the house: file name to bytes."""
    return {name: docx(kind.body(), kind.LAST_SECTION, kind.SCRIPT, kind.TITLE) for name, kind in KINDS.items()}
