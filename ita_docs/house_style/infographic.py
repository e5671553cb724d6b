"""The template of an infographic: the drawing on a page of its own."""

from __future__ import annotations

from ita_docs.house_style.pieces import framed
from ita_docs.house_style.wordml import THAI, Section, when

TITLE = "แม่แบบอินโฟกราฟิก"
SCRIPT = THAI
LAST_SECTION = Section(margins=(1.2, 1.2, 1.0, 1.2), numbered=False, header_distance=0.5)


def body() -> str:
    """Write the drawing; while the fonts are not there, its title in a labelled frame."""
    return when(
        "picture",
        THAI.p("InfographicTitle", "{{ title }}"),
        THAI.p("NoticeCode", "{{ picture }}"),
        otherwise=[
            THAI.p("PosterHead", "{{ title }}"),
            framed(THAI, "PosterCodeFrame", "ภาพอินโฟกราฟิก"),
        ],
    )
