"""One paper in the language of each engine: a header, three headings, twenty fields, a question, a table of 40 rows."""

from __future__ import annotations

from ita_docs.house_style.package import docx
from ita_docs.house_style.wordml import THAI, Cell, Section, row, table

FIELDS = tuple(f"field{number}" for number in range(1, 21))
COLUMNS = ("number", "measure", "keeper", "term", "result")
WIDTHS = (1.5, 6.0, 4.0, 2.5, 2.5)
ROWS = 40
DATA: dict[str, object] = {
    **{name: f"ข้อความของช่องที่ {at} สำหรับทดสอบความเร็ว" for at, name in enumerate(FIELDS, 1)},
    "urgent": True,
    "rows": [
        {
            "number": str(number),
            "measure": f"ตรวจสอบการเบิกจ่าย & รายงานผลทุกเดือน ครั้งที่ {number}",
            "keeper": "ฝ่ายการคลัง <สำนักงานเขต>",
            "term": f"เดือนที่ {number}",
            "result": "อยู่ระหว่างดำเนินการ",
        }
        for number in range(1, ROWS + 1)
    ],
}

# How each engine writes a value, a value of a row, a question around a paragraph, and a repeated row.
DIALECTS = ("jinja", "mustache", "carbone", "mergefield")


def template(dialect: str) -> bytes:
    """Write the paper as a template of one dialect."""
    body = [THAI.p("Body", "แผนมาตรการส่งเสริมคุณธรรมและความโปร่งใส")]
    for part in range(3):
        body.append(THAI.p("Heading1", f"ส่วนที่ {part + 1}"))
        for name in FIELDS[part * 7 : part * 7 + 7]:
            body.append(_paragraph("ตามที่กำหนดไว้ว่า ", _value(dialect, name), " จึงแจ้งมาเพื่อทราบ"))
    body += _question(dialect, THAI.p("Body", "เรื่องนี้เป็นเรื่องด่วน"))
    head = row(WIDTHS, [Cell(THAI.p("Cell", name)) for name in COLUMNS], header=True)
    body.append(table(WIDTHS, head, *_rows(dialect)))
    body += [THAI.p("Body", words) for words in ("ลงชื่อ ........................", "ผู้อำนวยการเขต")]
    return docx("".join(body), Section(), THAI, "สี่สิบแถว")


def _paragraph(*pieces: str) -> str:
    runs = [piece if piece.startswith("<") else THAI.run(piece) for piece in pieces]
    return f'<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>{"".join(runs)}</w:p>'


def _value(dialect: str, name: str, of_row: bool = False) -> str:
    if dialect == "mergefield":
        return f'<w:fldSimple w:instr=" MERGEFIELD {name} ">{THAI.run(name)}</w:fldSimple>'
    jinja = f"{{{{ {'row.' if of_row else ''}{name} }}}}"
    carbone = f"{{d.{'rows[i].' if of_row else ''}{name}}}"
    return THAI.run({"jinja": jinja, "mustache": f"{{{name}}}", "carbone": carbone}[dialect])


def _question(dialect: str, paragraph: str) -> list[str]:
    """Ask around a paragraph; merge fields cannot, and print it always."""
    around = {
        "jinja": ("{%p if urgent %}", "{%p endif %}"),
        "mustache": ("{#urgent}", "{/urgent}"),
        "carbone": ("{d.urgent:ifEQ(true):showBegin}", "{d.urgent:showEnd}"),
    }.get(dialect)
    return [THAI.p("Body", around[0]), paragraph, THAI.p("Body", around[1])] if around else [paragraph]


def _rows(dialect: str) -> list[str]:
    values = [_value(dialect, name, of_row=True) for name in COLUMNS]
    if dialect == "mustache":
        values[0] = THAI.run("{#rows}") + values[0]
        values[-1] += THAI.run("{/rows}")
    written = row(WIDTHS, [Cell(_paragraph(value)) for value in values])
    if dialect == "jinja":
        first, last = (
            row(WIDTHS, [Cell(_paragraph(THAI.run(text))), *[Cell(_paragraph())] * 4])
            for text in ("{%tr for row in rows %}", "{%tr endfor %}")
        )
        return [first, written, last]
    if dialect == "carbone":
        return [written, written.replace("rows[i]", "rows[i+1]")]
    return [written]
