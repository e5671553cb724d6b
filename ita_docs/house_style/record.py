"""The template of a record: a title, chapters of text, blanks, tables and photographs, and the signers."""

from __future__ import annotations

from ita_docs.documents.record import COLUMNS, LAYOUTS
from ita_docs.house_style.drawing import blank_line
from ita_docs.house_style.form import Field
from ita_docs.house_style.pieces import lines_cell, row_loop
from ita_docs.house_style.wordml import THAI, Cell, Section, loop, row, table, when

TITLE = "แม่แบบแบบรายงาน"
SCRIPT = THAI
LAST_SECTION = Section(margins=(2.0, 2.0, 2.0, 3.0))
WIDTH = 16.0
NUMBER = 1.2  # the column of the numbers


def widths_of(columns: int, widest: int, width: float) -> tuple[float, ...]:
    """Share a line of a table among its columns, in cm; the `widest` beside the number is twice as wide as the others.

    >>> widths_of(3, 1, 16.0), widths_of(2, 0, 16.0)
    ((1.2, 7.4, 3.7, 3.7), (1.2, 7.4, 7.4))
    """
    parts = [2 if column == widest else 1 for column in range(1, columns + 1)]
    return (NUMBER, *(round((width - NUMBER) * part / sum(parts), 2) for part in parts))


def body() -> str:
    """Write a record as wide as an upright page."""
    return written(WIDTH)


def written(width: float) -> str:
    """Write a record; `width` of its lines in cm."""
    p = THAI.p
    return (
        p("PaperTitle", "{{ title }}")
        + when("subtitle", p("PaperTitleLine", "{{ subtitle }}"))
        + p("PaperTitleLine", "{{ office_name }}")
        + p("TitleRule")
        + loop(
            "chapter in chapters",
            when("chapter.title", p("PartHead", "{{ chapter.title }}")),
            loop("paragraph in chapter.paragraphs", p("Body", "{{ paragraph }}")),
            loop("fact in chapter.facts", p("Fact", "**{{ fact.label }}**\t{{ fact.value }}")),
            loop("point in chapter.points", p("Point", "{{ point.number }}\t{{ point.text }}")),
            loop("choice in chapter.choices", p("Choice", "(      )\t{{ choice }}")),
            loop("each in chapter.pictures", p("Picture", "{{ each.picture }}")),
            *(when(f"chapter.table.{name}", _table(*layout, width)) for name, layout in LAYOUTS.items()),
            loop("line in chapter.lines", blank_line(THAI, [Field("{{ line }}")], width, "WritingLine")),
            when("chapter.photos", _photos(width)),
        )
        + loop(
            "signer in signers",
            p("SignLine", f"ลงชื่อ {{{{ signer.rank }}}}{'.' * 40} {{{{ signer.label }}}}"),
            p("SignBeneath", "({{ signer.name }})"),
            p("SignBeneath", "{{ signer.post }}"),
            p("SignLast", "วันที่ {{ signer.day }}"),
        )
    )


def _table(columns: int, widest: int, width: float) -> str:
    p, widths, letters = THAI.p, widths_of(columns, widest, width), COLUMNS[:columns]
    heads = ["ที่", *(f"{{{{ chapter.table.heads.{letter} }}}}" for letter in letters)]
    head = row(widths, [Cell(p("CellHead", text), shade="E7E6E6", middle=True) for text in heads], header=True)
    cells = [Cell(p("CellCenter", "{{ row.number }}"))]
    cells += [Cell(lines_cell(THAI, f"row.{letter}")) for letter in letters]
    lines = row_loop("row in chapter.table.rows", row(widths, cells, height=0.8))
    titled = when("chapter.table.title", p("TableTitle", "{{ chapter.table.title }}"), otherwise=[p("Spacer")])
    return titled + table(widths, head, lines) + p("Spacer")


def _photos(width: float) -> str:
    p, widths = THAI.p, (width / 2, width / 2)
    room = row(widths, [Cell(p("Cell")), Cell(p("Cell"))], height=5.6)
    names = [Cell(p("CellCenter", f"{{{{ pair.{side} }}}}")) for side in ("left", "right")]
    return p("Spacer") + table(widths, row_loop("pair in chapter.photos", room, row(widths, names))) + p("Spacer")
