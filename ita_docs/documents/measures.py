"""The table of measures: every item of the year, indicator by indicator, in the plan's five columns."""

from __future__ import annotations

from ita_docs.setting import Setting
from ita_docs.thai.text import typeset
from ita_docs.year import CELLS, SHAPES, Indicator, Row

# The heads of the first column, by instrument and, for open data, by indicator.
HEADS = {
    "iit": "แบบสอบถามผู้มีส่วนได้ส่วนเสียภายใน",
    "eit": "แบบสอบถามผู้มีส่วนได้ส่วนเสียภายนอก",
}


def measure_tables(setting: Setting) -> list[dict[str, object]]:
    """Give the tables in the plan's order: staff, public, open data, prevention; each row ready to print."""
    tables: dict[str, list[dict[str, object]]] = {}
    for indicator in setting.year.indicators:
        head = HEADS.get(indicator.instrument, f"{indicator.title} ({indicator.title_en})")
        tables.setdefault(head, []).extend(_indicator_rows(setting, indicator))
    caption = f"{setting.office.name.th} ประจำปีงบประมาณ พ.ศ. {setting.year.year_be}"
    return [{"head": head, "title": typeset(caption), "rows": rows} for head, rows in tables.items()]


def _indicator_rows(setting: Setting, indicator: Indicator) -> list[dict[str, object]]:
    english = f" ({indicator.title_en})" if indicator.parts else ""
    rows = [_band(f"ตัวชี้วัดที่ {indicator.number} {indicator.title}{english}")]
    for number, title, items in indicator.groups:
        if indicator.parts:
            rows.append(_band(f"{number} {title}"))
        for slug, code in items.items():
            item = setting.items[slug]
            for index, row in enumerate(item.rows):
                rows.append(_row(row, [f"{code} {item.title}"] if index == 0 and not row.title else row.title))
    return rows


def _band(text: str) -> dict[str, object]:
    return {"shape": _shape("band"), "title": [typeset(text)], **{name: [] for name in CELLS[1:]}}


def _row(row: Row, title: list[str] | tuple[str, ...] | None) -> dict[str, object]:
    cells: dict[str, object] = {
        name: [typeset(text) for text in (title if name == "title" else getattr(row, name)) or ("",)] for name in CELLS
    }
    own = [name for name in CELLS if (title if name == "title" else getattr(row, name)) is not None]
    return {"shape": _shape("full" if len(own) == len(CELLS) else "_".join(own)), **cells}


def _shape(name: str) -> dict[str, bool]:
    """Tell a row of the template whether it is the one for this line."""
    return {shape: shape == name for shape in ("band", "full", *("_".join(cells) for cells in SHAPES))}
