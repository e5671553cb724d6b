"""The template of a counter notice: one A4 page in Thai and English, legible from three metres, no garuda."""

from __future__ import annotations

from ita_docs.house_style.pieces import framed
from ita_docs.house_style.wordml import ENGLISH, THAI, Cell, Section, row, table, when

TITLE = "แม่แบบประกาศหน้าเคาน์เตอร์"
SCRIPT = THAI
LAST_SECTION = Section(margins=(1.2, 1.2, 1.0, 1.2), numbered=False, header_distance=0.5)
WIDTH = 18.6
NAVY = "1F3A5F"


def statement(name: str) -> str:
    """Write one promise in both languages."""
    return THAI.p("NoticeText", f"{{{{ {name} }}}}") + ENGLISH.p("NoticeTextEnglish", f"{{{{ {name}_en }}}}")


def code(name: str) -> Cell:
    """Give a QR code its place; while the address is open, a labelled frame of the same size."""
    return Cell(
        when(
            f"{name}_code",
            THAI.p("NoticeCode", f"{{{{ {name}_code }}}}"),
            otherwise=[framed(THAI, "NoticeCodeFrame", "ติด QR-CODE ที่นี่")],
        )
        + THAI.p("NoticeLabel", f"{{{{ {name}_label }}}}")
        + ENGLISH.p("NoticeLabel", f"{{{{ {name}_label_en }}}}")
    )


def body() -> str:
    """Write the notice: service, headline, three statements, two codes, the office and its telephone."""
    band = Cell(THAI.p("NoticeBand", "{{ service }}  {{ service_en }}"), shade=NAVY, middle=True)
    thirds = (4.6, 9.4, 4.6)
    office = Cell(
        THAI.p("NoticeOffice", "{{ office_name }}")
        + ENGLISH.p("NoticeOffice", "{{ office_name_en }}")
        + THAI.p("NoticeOffice", "{{ telephone_line }}"),
        middle=True,
    )
    return (
        table((WIDTH,), row((WIDTH,), [band]), borders=False)
        + THAI.p("NoticeHead", "{{ headline }}")
        + THAI.p("NoticeHeadLine", "{{ headline2 }}")
        + ENGLISH.p("NoticeHeadEnglish", "{{ headline_en }}  {{ headline2_en }}")
        + statement("promise")
        + statement("payment")
        + statement("report")
        + THAI.p("NoticeGap")
        + table(thirds, row(thirds, [code("manual"), office, code("complaint")]), borders=False, padding=0)
        + THAI.p("Blank")
    )
