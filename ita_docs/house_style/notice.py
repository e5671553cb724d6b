"""The template of a counter notice: one A4 page in Thai and English, legible from three metres, no garuda."""

from __future__ import annotations

from ita_docs.house_style.wordml import ENGLISH, THAI, Cell, Section, row, table, when

TITLE = "แม่แบบประกาศหน้าเคาน์เตอร์"
SCRIPT = THAI
LAST_SECTION = Section(margins=(1.4, 1.5, 1.0, 1.5), numbered=False, header_distance=0.5)
WIDTH = 18.0
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
            otherwise=[THAI.p("NoticeCodeFrame", f"{{{{ {name}_blank }}}}")],
        )
        + THAI.p("NoticeLabel", f"{{{{ {name}_label }}}}")
        + ENGLISH.p("NoticeLabel", f"{{{{ {name}_label_en }}}}")
    )


def body() -> str:
    """Write the notice: service, headline, three statements, two codes, the office and its telephone."""
    band = Cell(THAI.p("NoticeBand", "{{ service }}") + ENGLISH.p("NoticeBand", "{{ service_en }}"), shade=NAVY, middle=True)
    halves = (WIDTH / 2, WIDTH / 2)
    return (
        table((WIDTH,), row((WIDTH,), [band]), borders=False)
        + THAI.p("NoticeHead", "{{ headline }}")
        + THAI.p("NoticeHead", "{{ headline2 }}")
        + ENGLISH.p("NoticeHeadEnglish", "{{ headline_en }}")
        + ENGLISH.p("NoticeHeadEnglish", "{{ headline2_en }}")
        + statement("promise")
        + statement("payment")
        + statement("report")
        + THAI.p("Spacer")
        + table(halves, row(halves, [code("manual"), code("complaint")]), borders=False)
        + THAI.p("NoticeOffice", "{{ office_line }}")
        + ENGLISH.p("NoticeOffice", "{{ office_line_en }}")
    )
