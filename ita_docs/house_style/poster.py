"""The template of a poster: one A4 page in Thai and English with one large code."""

from __future__ import annotations

from ita_docs.house_style.notice import NAVY, WIDTH
from ita_docs.house_style.pieces import framed
from ita_docs.house_style.wordml import ENGLISH, THAI, Cell, Section, loop, row, table, when

TITLE = "แม่แบบป้ายรหัสคิวอาร์"
SCRIPT = THAI
LAST_SECTION = Section(margins=(1.2, 1.2, 1.0, 1.2), numbered=False, header_distance=0.5)


def body() -> str:
    """Write the poster: office, headline, code, where it leads, what to do."""
    band = Cell(
        THAI.p("NoticeBand", "{{ office_name }}") + ENGLISH.p("NoticeBand", "{{ office_name_en }}"),
        shade=NAVY,
        middle=True,
    )
    return (
        table((WIDTH,), row((WIDTH,), [band]), borders=False)
        + THAI.p("PosterHead", "{{ headline }}")
        + ENGLISH.p("PosterHeadEnglish", "{{ headline_en }}")
        + when(
            "code",
            THAI.p("PosterCode", "{{ code }}"),
            otherwise=[framed(THAI, "PosterCodeFrame", "ติด QR-CODE ที่นี่")],
        )
        + THAI.p("NoticeLabel", "{{ label }}")
        + ENGLISH.p("NoticeLabel", "{{ label_en }}")
        + ENGLISH.p("PosterAddress", "{{ address }}")
        + loop(
            "line in lines",
            THAI.p("NoticeText", "{{ line.th }}"),
            ENGLISH.p("NoticeTextEnglish", "{{ line.en }}"),
        )
        + THAI.p("Blank")
    )
