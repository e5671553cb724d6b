"""The house style: the styles of the office's papers and the template of each kind, written once and always the same.

`templates()` gives every template as bytes; `make templates` writes them and a test compares.
"""

from __future__ import annotations

from importlib import import_module

from ita_docs.house_style.package import docx

KINDS = ("order", "memo", "announcement", "announcement_en", "notice", "guideline", "report")


def templates() -> dict[str, bytes]:
    """Make every template of the house: file name to bytes."""
    made = {}
    for kind in KINDS:
        part = import_module(f"ita_docs.house_style.{kind}")
        made[f"{kind.replace('_', '-')}.docx"] = docx(part.body(), part.LAST_SECTION, part.SCRIPT, part.TITLE)
    return made
