"""The template of a รายงานการประชุม (ข้อ ๒๕, แบบที่ ๑๑): no garuda; what nobody knows before is a blank."""

from __future__ import annotations

from ita_docs.house_style.drawing import blank_line
from ita_docs.house_style.form import Field
from ita_docs.house_style.pieces import row_loop
from ita_docs.house_style.wordml import THAI, Cell, Section, loop, row, table, when

TITLE = "แม่แบบรายงานการประชุม"
SCRIPT = THAI
LAST_SECTION = Section(margins=(2.5, 2.0, 2.0, 3.0))
WIDTH = 16.0  # of its lines, in cm
DOTS = "." * 40
SIGNERS = (("minuted_post", "ผู้จดรายงานการประชุม"), ("checked_post", "ผู้ตรวจรายงานการประชุม"))


def body() -> str:
    """Write the minutes: head, who came, the hours, the items of the agenda with their resolutions, who signs."""
    p, halves = THAI.p, (WIDTH / 2, WIDTH / 2)
    return (
        p("PaperTitle", "{{ title }}")
        + when("subtitle", p("PaperTitleLine", "{{ subtitle }}"))
        + p("PaperTitleLine", "{{ session }}")
        + p("PaperTitleLine", "{{ day }}")
        + p("PaperTitleLine", "{{ place }}")
        + p("TitleRule")
        + p("PartHead", "ผู้มาประชุม")
        + _people(
            "member in members",
            ("ชื่อและนามสกุล", "ตำแหน่ง", "หน้าที่ในคณะ"),
            (4.4, 6.8, 3.8),
            ("", "{{ member.post }}", "{{ member.role }}"),
        )
        + p("PartHead", "ผู้ไม่มาประชุม (ถ้ามี)")
        + _people("other in absent", ("ชื่อและนามสกุล", "ตำแหน่ง", "เหตุที่ไม่มา"), (4.8, 5.4, 4.8))
        + p("PartHead", "ผู้เข้าร่วมประชุม (ถ้ามี)")
        + _people("other in attending", ("ชื่อและนามสกุล", "ตำแหน่ง"), (4.8, 10.2))
        + p("MinutesTime", f"เริ่มประชุมเวลา  {'.' * 16} น.")
        + loop(
            "topic in topics",
            p("PartHead", "{{ topic.title }}"),
            loop("paragraph in topic.paragraphs", p("Body", "{{ paragraph }}")),
            loop("point in topic.points", p("Point", "{{ point.number }}\t{{ point.text }}")),
            loop("line in topic.lines", blank_line(THAI, [Field("{{ line }}")], WIDTH, "WritingLine")),
            blank_line(THAI, [Field("มติที่ประชุม")], WIDTH, "WritingLine"),
            blank_line(THAI, [Field("")], WIDTH, "WritingLine"),
        )
        + p("MinutesTime", f"เลิกประชุมเวลา  {'.' * 16} น.")
        + table(halves, row(halves, [Cell(_signer(*signer)) for signer in SIGNERS]), borders=False)
    )


def _people(each: str, heads: tuple[str, ...], widths: tuple[float, ...], known: tuple[str, ...] = ()) -> str:
    """Write a table of people: numbers, what is `known` of them, blanks; with nothing known it stays on one page."""
    p, whole, item = THAI.p, (1.0, *widths), each.split(" ")[0]
    head = row(whole, [Cell(p("CellHead", text), shade="E7E6E6", middle=True) for text in ("ที่", *heads)], header=True)
    kept = "" if known else "Kept"
    texts = known or [""] * len(widths)
    cells = [
        Cell(p(f"CellCenter{kept}", f"{{{{ {item}.number }}}}")),
        *(Cell(p(f"Cell{kept}", text)) for text in texts),
    ]
    return table(whole, head, row_loop(each, row(whole, cells, height=0.8))) + p("Spacer")


def _signer(post: str, label: str) -> str:
    p = THAI.p
    return (
        p("SignLine", f"ลงชื่อ {DOTS}")
        + p("SignOff", f"({DOTS})")
        + when(post, p("SignOff", f"{{{{ {post} }}}}"), otherwise=[p("SignOff", f"ตำแหน่ง {'.' * 30}")])
        + p("SignOff", label)
    )
