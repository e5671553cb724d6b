"""The template of a record: a title, chapters of text, blanks, tables and photographs, and the signers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ita_docs.documents.record import COLUMNS, LAYOUTS
from ita_docs.house_style.drawing import blank_line
from ita_docs.house_style.form import Field
from ita_docs.house_style.pieces import lines_cell, row_loop
from ita_docs.house_style.wordml import THAI, Cell, Section, loop, row, table, when

TITLE = "แม่แบบแบบรายงาน"
SCRIPT = THAI
LAST_SECTION = Section(margins=(2.0, 2.0, 2.0, 3.0))
WIDTH = 16.0
FACT = "**{{ fact.label }}**\t{{ fact.value }}"
POINT = "{{ point.number }}\t{{ point.text }}"
CHOICE = "(      )\t{{ choice }}"
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
            loop(
                "paragraph in chapter.paragraphs",
                when(
                    "loop.last",
                    _kept_if("chapter.leads", lambda kept: p(f"Body{kept}", "{{ paragraph }}")),
                    otherwise=[_kept_if("chapter.signed", lambda kept: p(f"Body{kept}", "{{ paragraph }}"))],
                ),
            ),
            loop("fact in chapter.facts", _together("chapter.facts_kept", lambda kept: p(f"Fact{kept}", FACT))),
            loop("point in chapter.points", _last_kept("chapter.signed", lambda kept: p(f"Point{kept}", POINT))),
            loop(
                "choice in chapter.choices", _together("chapter.choices_kept", lambda kept: p(f"Choice{kept}", CHOICE))
            ),
            *(when(f"chapter.table.{name}", _table(*layout, width)) for name, layout in LAYOUTS.items()),
            loop(
                "line in chapter.lines", _together("chapter.signed", lambda kept: _dotted(f"WritingLine{kept}", width))
            ),
            when("chapter.photos", _photos(width)),
        )
        + when("tied", p("Tie"))
        + when("signers_in_twos", _signers("signers_in_twos", ("left", "right"), width))
        + when("signers_in_threes", _signers("signers_in_threes", ("left", "middle", "right"), width))
    )


def _dotted(style: str, width: float) -> str:
    return blank_line(THAI, [Field("{{ line }}")], width, style)


def _kept_if(flag: str, line: Callable[[str], str]) -> str:
    """Keep a line with the next one if the flag says so."""
    return when(flag, line("Kept"), otherwise=[line("")])


def _last_kept(flag: str, line: Callable[[str], str]) -> str:
    """Keep the last of some lines, or of some rows, with what follows if the flag says so."""
    return when("loop.last", _kept_if(flag, line), otherwise=[line("")])


def _together(flag: str, line: Callable[[str], str]) -> str:
    """Keep the lines of a list on one page, the last one with what follows if the flag says so."""
    return when("loop.last", _kept_if(flag, line), otherwise=[line("Kept")])


def _table(columns: int, widest: int, width: float) -> str:
    p, widths, letters = THAI.p, widths_of(columns, widest, width), COLUMNS[:columns]
    heads = ["ที่", *(f"{{{{ chapter.table.heads.{letter} }}}}" for letter in letters)]
    head = row(widths, [Cell(p("CellHead", text), shade="E7E6E6", middle=True) for text in heads], header=True)
    # A row stays with the next one when the first paragraph of its first cell does.
    cells = [Cell(_last_kept("chapter.tied", lambda kept: p(f"CellCenter{kept}", "{{ row.number }}")))]
    cells += [Cell(lines_cell(THAI, f"row.{letter}")) for letter in letters]
    lines = row_loop("row in chapter.table.rows", row(widths, cells, height=0.8))
    titled = when("chapter.table.title", p("TableTitle", "{{ chapter.table.title }}"), otherwise=[p("SpacerKept")])
    return titled + table(widths, head, lines) + when("chapter.apart", p("Spacer"))


def _photos(width: float) -> str:
    """Write the places for photographs, two in a row, each above its name in one cell: no page can part them."""
    p, widths = THAI.p, (width / 2, width / 2)
    height = 6.4 if width == WIDTH else 5.2  # a lying page is wide, not high
    room = _last_kept("chapter.tied", lambda kept: p(f"Cell{kept}"))
    cells = [Cell(room + p("CellCenter", f"{{{{ pair.{side} }}}}"), bottom=True) for side in ("left", "right")]
    return p("SpacerKept") + table(widths, row_loop("pair in chapter.photos", row(widths, cells, height=height)))


def _signers(rows: str, sides: Sequence[str], width: float) -> str:
    """Write the signers side by side; each stays whole."""
    widths = [width / len(sides)] * len(sides)
    cells = [Cell(_signer(f"signers.{side}")) for side in sides]
    return table(widths, row_loop(f"signers in {rows}", row(widths, cells)), borders=False)


def _signer(signer: str) -> str:
    p = THAI.p
    return when(
        f"{signer}.label",
        p("SignLine", f"ลงชื่อ {{{{ {signer}.rank }}}}{'.' * 36} {{{{ {signer}.label }}}}"),
        p("SignOff", f"({{{{ {signer}.name }}}})"),
        p("SignOff", f"{{{{ {signer}.post }}}}"),
        p("SignOff", f"วันที่ {{{{ {signer}.day }}}}"),
        otherwise=[p("Cell")],
    )
