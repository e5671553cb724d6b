"""The template of risk sheets, of their summary and of the results: tables, the heat map, the scales, the signers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ita_docs.documents.risk import HEADS
from ita_docs.house_style.drawing import blank_line
from ita_docs.house_style.form import Field
from ita_docs.house_style.pieces import lines_cell, row_loop
from ita_docs.house_style.wordml import THAI, Cell, Section, loop, row, table, when

TITLE = "แม่แบบแบบประเมินความเสี่ยงต่อการรับสินบน"
SCRIPT = THAI
LAST_SECTION = Section(margins=(2.0, 2.0, 2.0, 2.0), landscape=True)
WIDTH = 25.7
SHADE = "E7E6E6"
FIELD_CM = 1.3  # the height of a field of the heat map
MAP = (3.2, *[4.5] * len(HEADS))


class Column(NamedTuple):
    """A column of a table: its head, the value that it prints, its width in cm; figures and names stand centred."""

    head: str
    value: str
    width: float
    centred: bool = False


ASSESSED = (
    Column("ที่", "number", 1.1, True),
    Column("กระบวนงาน/ขั้นตอน", "step", 3.9),
    Column("เหตุการณ์ความเสี่ยง", "event", 5.6),
    Column("สาเหตุ", "cause", 4.5),
    Column("การควบคุมที่มีอยู่", "control", 4.6),
    Column("โอกาส", "likelihood", 1.4, True),
    Column("ผลกระทบ", "impact", 1.6, True),
    Column("คะแนน", "score", 1.4, True),
    Column("ระดับ", "level", 1.6, True),
)
MEASURES = (
    Column("ที่", "number", 1.1, True),
    Column("มาตรการจัดการความเสี่ยง", "measure", 9.9),
    Column("ตัวชี้วัดความสำเร็จ", "indicator", 6.5),
    Column("ผู้รับผิดชอบ", "owner", 4.7),
    Column("กำหนดแล้วเสร็จ", "due", 3.5),
)
UNITS = (
    Column("หน่วยงาน", "a", 8.2),
    Column("หัวข้อที่ประเมิน", "b", 7.3),
    Column("จำนวนความเสี่ยง", "c", 2.6, True),
    Column("ให้คะแนนแล้ว", "d", 2.4, True),
    Column("ระดับความเสี่ยง", "e", 5.2),
)
REGISTER = (
    Column("ที่", "number", 1.1, True),
    Column("หน่วยงาน", "unit", 4.8),
    Column("เหตุการณ์ความเสี่ยง", "event", 8.1),
    Column("มาตรการจัดการความเสี่ยง", "measure", 8.6),
    Column("คะแนน", "score", 1.4, True),
    Column("ระดับ", "level", 1.7, True),
)
STATUSES = (
    Column("หน่วยงาน", "a", 9.2),
    Column("จำนวนมาตรการ", "b", 3.3, True),
    Column("ยังไม่ดำเนินการ", "c", 3.3, True),
    Column("อยู่ระหว่างดำเนินการ", "d", 3.6, True),
    Column("แล้วเสร็จ", "e", 3.0, True),
    Column("ยังไม่ได้แจ้งสถานะ", "f", 3.3, True),
)
RESULTS = (
    ("ที่", 1.1),
    ("หน่วยงาน", 4.8),
    ("เหตุการณ์ความเสี่ยง", 4.6),
    ("มาตรการ", 5.0),
    ("คะแนนก่อน", 1.7),
    ("สถานะและผลการดำเนินการ", 3.9),
    ("คะแนนคงเหลือ", 2.0),
    ("หลักฐาน/ปัญหา", 2.6),
)
STEPS = (
    Column("คะแนน", "a", 1.5, True),
    Column("โอกาส", "b", 2.1, True),
    Column("ความหมายของโอกาสที่จะเกิด (Likelihood)", "c", 9.0),
    Column("ผลกระทบ", "d", 2.1, True),
    Column("ความหมายของผลกระทบ (Impact)", "e", 11.0),
)
LEVELS = (
    Column("คะแนน", "score", 2.4, True),
    Column("ระดับ", "name", 2.6, True),
    Column("สิ่งที่ต้องดำเนินการ", "asks", 20.7),
)


def body() -> str:
    """Write the sheet of a unit, or the summary where there are units."""
    p = THAI.p
    return (
        p("PaperTitle", "{{ title }}")
        + when("subtitle", p("PaperTitleLine", "{{ subtitle }}"))
        + p("PaperTitleLine", "{{ office_name }}")
        + p("TitleRule")
        + loop("fact in facts", p("Fact", "**{{ fact.label }}**\t{{ fact.value }}"))
        + loop("text in paragraphs", p("Body", "{{ text }}"))
        + loop("note in notes", p("Remark", "หมายเหตุ\t{{ note }}"))
        + when("risks", p("PartHead", "๑. การระบุและประเมินความเสี่ยง"), _table("risk in risks", ASSESSED, "level"))
        + when(
            "measures",
            p("PartHead", "๒. มาตรการจัดการความเสี่ยง", page_break=True),
            _table("each in measures", MEASURES),
        )
        + when("units", p("PartHead", "๑. สรุปผลรายหน่วยงาน"), _table("unit in units", UNITS))
        + when("register", p("PartHead", "๒. บัญชีความเสี่ยงเรียงตามคะแนน"), _table("each in register", REGISTER, "level"))
        + when("choices", p("PartHead", "๑. ผลโดยรวม"), loop("each in choices", p("Choice", "(      )\t{{ each }}")))
        + when("statuses", p("PartHead", "๒. จำนวนมาตรการตามสถานะ"), _table("unit in statuses", STATUSES))
        + when("results", p("PartHead", "๓. ผลการดำเนินการรายมาตรการ"), _results())
        + p("PartHead", "{{ map_title }}")
        + _heat_map()
        + when("levels", _scales())
        + when(
            "lines",
            p("PartHead", "๕. ปัญหา อุปสรรค และข้อเสนอแนะ"),
            loop("line in lines", blank_line(THAI, [Field("{{ line }}")], WIDTH, "WritingLineKept")),
            otherwise=[p("SpacerKept")],  # between two tables
        )
        + _signers()
    )


def _scales() -> str:
    p = THAI.p
    return (
        p("PartHead", "๔. เกณฑ์การประเมิน", page_break=True)
        + _table("step in steps", STEPS)
        + p("TableTitle", "ระดับความเสี่ยง (คะแนน คือ โอกาส คูณ ผลกระทบ)")
        + _table("level in levels", LEVELS, "name", kept="Kept")
    )


def _table(each: str, columns: Sequence[Column], coloured: str = "", *, kept: str = "") -> str:
    """Write a table that repeats a row; the column `coloured` has the colour of the level that is named in it.

    A `kept` one stays with what follows it, so that no signature stands alone on a page.
    """
    p, item, widths = THAI.p, each.split(" in ")[0], [column.width for column in columns]
    head = row(widths, [Cell(p("CellHead", one.head), shade=SHADE, middle=True) for one in columns], header=True)
    cells = []
    for column in columns:
        style, value = ("CellCenter" if column.centred else "Cell") + kept, f"{{{{ {item}.{column.value} }}}}"
        colour = f"{item}.colour" if column.value == coloured else ""
        cells.append(_coloured(colour, style, value) if colour else Cell(p(style, value), middle=column.centred))
    return table(widths, head, row_loop(each, row(widths, cells)), padding=0.1) + p(f"Spacer{kept}")


def _results() -> str:
    p, widths = THAI.p, [width for _, width in RESULTS]
    head = row(widths, [Cell(p("CellHead", text), shade=SHADE, middle=True) for text, _ in RESULTS], header=True)
    cells = [
        Cell(p("CellCenter", "{{ each.number }}")),
        Cell(p("Cell", "{{ each.unit }}")),
        Cell(p("Cell", "{{ each.event }}")),
        Cell(p("Cell", "{{ each.measure }}")),
        _coloured("each.colour", "CellCenter", "{{ each.before }}"),
        Cell(lines_cell(THAI, "each.told")),
        _coloured("each.colour_after", "CellCenter", "{{ each.after }}"),
        Cell(lines_cell(THAI, "each.shown")),
    ]
    return table(widths, head, row_loop("each in results", row(widths, cells)), padding=0.1) + p("Spacer")


def _heat_map() -> str:
    """Draw the heat map; its rows stay together."""
    p = THAI.p
    heads = ["โอกาส \\ ผลกระทบ", *(f"{{{{ heads.{letter} }}}}" for letter in HEADS)]
    head = row(MAP, [Cell(p("CellHead", text), shade=SHADE, middle=True) for text in heads], header=True)
    cells = [Cell(p("CellHead", "{{ line.head }}"), shade=SHADE, middle=True)]
    cells += [_field(f"line.{letter}") for letter in HEADS]
    return (
        table(MAP, head, row_loop("line in map", row(MAP, cells, height=FIELD_CM)), padding=0.1)
        + p(
            "Remark",
            "วิธีอ่าน\tบรรทัดบนของแต่ละช่องคือคะแนนและระดับ ตัวหนาคือลำดับความเสี่ยง เช่น ๓.๒ คือความเสี่ยงที่ ๒ ของหน่วยงานลำดับที่ ๓",
        )
        + when("unscored", p("Remark", "ยังไม่ได้ให้คะแนน\t{{ unscored }}"))
    )


def _field(name: str) -> Cell:
    risks = THAI.p("MapRisks", f"{{{{ {name}.risks }}}}")
    return _coloured(f"{name}.colour", "CellCenterKept", f"{{{{ {name}.score }}}}", risks)


def _signers() -> str:
    """Write the signers side by side, those beyond two below them."""
    widths = (WIDTH / 2, WIDTH / 2)
    lines = (
        THAI.p("SideSign", f"ลงชื่อ {{{{ signer.rank }}}}{'.' * 40} {{{{ signer.label }}}}"),
        THAI.p("SideSignBeneath", "({{ signer.name }})"),
        THAI.p("SideSignBeneath", "{{ signer.post }}"),
        THAI.p("SideSignBeneath", "วันที่ {{ signer.day }}"),
    )
    cells = [Cell(THAI.p("Spacer") + loop(f"signer in {side}", *lines)) for side in ("left", "right")]
    return table(widths, row(widths, cells), borders=False) + THAI.p("SectionEnd")


def _coloured(colour: str, style: str, text: str, *others: str) -> Cell:
    """Write a cell that the paper colours; it names no width, for Word wants its colour to stand behind that."""
    return Cell(THAI.p(style, f"{{% cellbg {colour} %}}{text}") + "".join(others), middle=True, by_grid=True)
