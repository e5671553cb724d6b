"""The template of a บันทึกข้อความ (ข้อ ๑๒, แบบที่ ๒ and ๒๙)."""

from __future__ import annotations

from ita_docs.house_style.drawing import blank_line
from ita_docs.house_style.form import Field
from ita_docs.house_style.pieces import emblem, file_copy, signature
from ita_docs.house_style.wordml import THAI, Cell, Section, loop, row, table, when

TITLE = "แม่แบบบันทึกข้อความ"
SCRIPT = THAI
LAST_SECTION = Section()
WIDTH = 16.0  # of its lines, in cm


def label(text: str) -> str:
    """Write a label of the memo's head: bold 20 pt."""
    return THAI.run(text, bold=True, size=20)


def head_line(style: str, *runs: str) -> str:
    """Write a line of the memo's head: labels, values and dotted leaders."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def body() -> str:
    """Write the memo: garuda of 1.5 cm at the left, the head, the text, the enclosures, the request, the signature."""
    p, run = THAI.p, THAI.run
    widths = (2.4, 11.2, 2.4)
    title = Cell(p("MemoTitle", "บันทึกข้อความ"), middle=True)
    return (
        table(widths, row(widths, [Cell(emblem(THAI, small=True)), title, Cell(p("Blank"))]), borders=False, padding=0)
        + head_line("MemoLine", label("ส่วนราชการ"), run("  {{ from_office }}\t"))
        + head_line("MemoHead", label("ที่"), run("  {{ number }}\t"), label("วันที่"), run("  {{ day }}\t"))
        + head_line("MemoLine", label("เรื่อง"), run("  {{ title }}\t"))
        + p("Salutation", "เรียน  {{ to }}")
        + loop(
            "part in parts",
            when("part.heading", p("Clause", "{{ part.heading }}")),
            when("loop.last", p("BodyKept", "{{ part.text }}"), otherwise=[p("Body", "{{ part.text }}")]),
            loop("enclosure in part.enclosures", p("Enclosure", "{{ enclosure.number }}.\t{{ enclosure.text }}")),
            loop("point in part.points", p("Enclosure", "{{ point.number }}.\t{{ point.text }}")),
            loop("choice in part.choices", p("MemoChoice", "(      )\t{{ choice }}")),
            loop("line in part.lines", blank_line(THAI, [Field("{{ line }}")], WIDTH, "WritingLine")),
        )
        + file_copy(THAI)
        + p("BodyKept", "{{ request }}")
        + signature(THAI)
    )
