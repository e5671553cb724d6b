"""The template of an announcement with clauses in English, parallel to the Thai one."""

from __future__ import annotations

from ita_docs.house_style.announcement import LAST_SECTION, clauses
from ita_docs.house_style.forms import GIFT_REPORT_EN
from ita_docs.house_style.wordml import ENGLISH

TITLE = "Announcement template"
SCRIPT = ENGLISH
HEAD = ("Announcement of the {{ office_name }}", "Subject: {{ title }}")
GIVEN = "Given on {{ given }}"

__all__ = ["LAST_SECTION", "SCRIPT", "TITLE", "body"]


def body() -> str:
    """Write the English announcement."""
    return clauses(ENGLISH, HEAD, GIVEN, GIFT_REPORT_EN)
