"""The template of a signed ประกาศ with a guideline annexed to it (แนวทางแนบท้ายประกาศ) and its forms."""

from __future__ import annotations

from ita_docs.house_style.drawing import form
from ita_docs.house_style.forms import FORMS
from ita_docs.house_style.pieces import emblem, file_copy, paper_title, row_loop, signature, steps_table
from ita_docs.house_style.wordml import THAI, Cell, Section, loop, row, table, when

TITLE = "แม่แบบแนวทางปฏิบัติ"
SCRIPT = THAI
UPRIGHT = Section(margins=(2.0, 2.0, 1.5, 3.0), numbered=False)
LYING = Section(margins=(2.0, 2.5, 1.5, 2.5), landscape=True, numbered=False)
LAST_SECTION = LYING if FORMS[-1].landscape else UPRIGHT


def body() -> str:
    """Write the announcement, the guideline chapter by chapter, Do & Don’t, then one page for each form."""
    p = THAI.p
    item = "{{ item.number }} {{ item.text }}"
    announcement = (
        emblem(THAI)
        + paper_title(THAI, "ประกาศ{{ office_name }}", "เรื่อง  {{ title }}")
        + loop("paragraph in preamble", p("Body", "{{ paragraph }}"))
        + loop("item in orders", when("item.kept", p("BodyKept", item), otherwise=[p("Body", item)]))
        + file_copy(THAI)
        + p("Given", "ประกาศ  ณ  {{ given }}")
        + signature(THAI)
        + Section().end()
    )
    guideline = (
        p("PaperTitle", "แนวทางแนบท้ายประกาศ{{ office_name }}")
        + p("PaperTitleLine", "เรื่อง  {{ title }}")
        + p("TitleRule")
        + loop(
            "chapter in chapters",
            p("Clause", "{{ chapter.number }}. {{ chapter.title }}"),
            loop("paragraph in chapter.paragraphs", p("Body", "{{ paragraph }}")),
            when("chapter.classes", p("Spacer"), _classes_table()),
            loop("item in chapter.points", p("Body", item)),
            when(
                "chapter.steps",
                p("Spacer"),
                steps_table(
                    THAI,
                    "step in chapter.steps",
                    ("ที่", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "หลักฐาน"),
                    ("number", "step", "who", "when", "record"),
                    (1.0, 6.4, 3.2, 2.6, 2.8),
                    centred=("number",),
                ),
            ),
        )
        + p("Clause", "ตัวอย่างพฤติกรรมที่พึงประสงค์และไม่พึงประสงค์ (Do & Don’t)", page_break=True)
        + _do_dont_table()
        + Section(margins=(2.5, 2.0, 2.0, 3.0), first_too=True).end()
    )
    return announcement + guideline + _forms()


def _classes_table() -> str:
    widths = (3.0, 4.2, 4.2, 4.6)
    names = ("a", "b", "c", "d")
    head = row(
        widths,
        [Cell(THAI.p("CellHead", f"{{{{ chapter.heads.{name} }}}}"), shade="E7E6E6", middle=True) for name in names],
        header=True,
    )
    line = row(widths, [Cell(THAI.p("Cell", f"{{{{ kind.{name} }}}}")) for name in names])
    return table(widths, head, row_loop("kind in chapter.classes", line)) + THAI.p("Spacer")


def _do_dont_table() -> str:
    return steps_table(
        THAI,
        "pair in do_dont",
        ("ที่", "พึงปฏิบัติ (Do)", "ไม่พึงปฏิบัติ (Don’t)"),
        ("number", "do", "dont"),
        (1.0, 7.5, 7.5),
        centred=("number",),
    )


def _forms() -> str:
    pages = []
    for index, drawn in enumerate(FORMS):
        pages.append(form(THAI, drawn))
        if index < len(FORMS) - 1:
            pages.append((LYING if drawn.landscape else UPRIGHT).end())
    return "".join(pages)
