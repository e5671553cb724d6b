"""How a blank form is drawn: labelled dotted lines, a table of empty rows, statements, signatures, boxed parts."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.house_style.form import Choice, Field, Form, Part, Signer
from ita_docs.house_style.wordml import Cell, Script, row, table, twips
from ita_docs.thai.digits import thai_digits

BLANK = "(\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0)\u00a0"  # no-break spaces: a blank and its answer stay on one line
GAP_CM = 0.3  # between two fields of one line


def form(script: Script, drawn: Form, *, titled: bool = True) -> str:
    """Draw a form from its title to its last box."""
    width = drawn.width_cm
    parts = [script.p("FormTitle", drawn.title), script.p("FormOffice", "{{ office_name }}")] if titled else []
    parts += [blank_line(script, fields, width) for fields in drawn.lines]
    parts += [choice_line(script, choice) for choice in drawn.choices]
    parts.append(script.p("Spacer"))
    parts.append(empty_table(script, drawn))
    parts += [script.p("FormText", _figures(script, text)) for text in drawn.statements]
    if drawn.signers:
        parts += [script.p("Spacer"), signers_table(script, drawn.signers, width)]
    for boxes in drawn.parts:
        parts += [script.p("Spacer"), boxes_table(script, boxes, width)]
    return "".join(parts)


def blank_line(script: Script, fields: Sequence[Field], width: float, style: str = "FormLine") -> str:
    """Draw a line of labels, each followed by its dotted blank; the fields share the line by their widths."""
    whole = sum(field.width for field in fields)
    tabs, runs, end = "", [], 0.0
    for index, field in enumerate(fields):
        end += width * field.width / whole
        last = index == len(fields) - 1
        kind, place = ("right", width) if last else ("left", end - GAP_CM)
        tabs += f'<w:tab w:val="{kind}" w:leader="dot" w:pos="{twips(place)}"/>'
        runs.append(script.run(f"{'  ' if index else ''}{_figures(script, field.label)} \t"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:tabs>{tabs}</w:tabs></w:pPr>{"".join(runs)}</w:p>'


def choice_line(script: Script, choice: Choice, style: str = "FormLine") -> str:
    """Draw a question with a blank to mark before each answer."""
    options = "    ".join(f"{BLANK}{option}" for option in choice.options)
    return script.p(style, f"{choice.label}  {options}" if choice.label else options)


def empty_table(script: Script, drawn: Form) -> str:
    """Draw the form's table: its head and its empty rows."""
    widths = [column.width_cm for column in drawn.columns]
    if not widths:
        return ""
    heads = [
        Cell("".join(script.p("CellHead", line) for line in column.lines), shade="E7E6E6", middle=True)
        for column in drawn.columns
    ]
    empty = row(widths, [Cell(script.p("Cell")) for _ in widths], height=drawn.row_cm)
    return table(widths, row(widths, heads, header=True), *[empty] * drawn.rows, padding=0.1)


def signers_table(script: Script, signers: Sequence[Signer], width: float) -> str:
    """Draw the signatures side by side, two to a row."""
    columns = min(2, len(signers))
    widths = [width / columns] * columns
    rows = []
    for start in range(0, len(signers), columns):
        cells = [Cell(signer_lines(script, signer, widths[0] - 0.6)) for signer in signers[start : start + columns]]
        cells += [Cell(script.p("Cell"))] * (columns - len(cells))
        rows.append(row(widths, cells))
    return table(widths, *rows, borders=False, padding=0.3)


def signer_lines(script: Script, signer: Signer, width: float, *, compact: bool = False) -> str:
    """Draw one signature: label, dots, role; beneath it the name and the other blanks, in one line if `compact`."""
    end = f'<w:tab w:val="left" w:leader="dot" w:pos="{twips(width * 0.58)}"/>'
    first = (
        f'<w:p><w:pPr><w:pStyle w:val="Cell"/><w:tabs>{end}</w:tabs><w:spacing w:before="120"/></w:pPr>'
        f"{script.run(f'{signer.label} ' + chr(9) + f' {signer.role}')}</w:p>"
    )
    if compact:
        blanks = " ".join(f"{label} {'.' * 22}" for label in signer.beneath)
        return first + script.p("Cell", f"({'.' * 34}) {blanks}")
    beneath = "".join(script.p("CellName", f"{label} {'.' * 36}") for label in signer.beneath)
    return first + script.p("CellName", f"({'.' * 42})") + beneath


def boxes_table(script: Script, boxes: Sequence[Part], width: float) -> str:
    """Draw the boxed parts of a row side by side, equally wide."""
    widths = [width / len(boxes)] * len(boxes)
    cells = [Cell(_box(script, part, widths[0] - 0.5)) for part in boxes]
    return table(widths, row(widths, cells), padding=0.2)


def _box(script: Script, part: Part, width: float) -> str:
    return "".join(
        [
            script.p("CellBold", part.title),
            *(choice_line(script, choice, "Cell") for choice in part.choices),
            *(blank_line(script, fields, width, "Cell") for fields in part.lines),
            *(signer_lines(script, signer, width, compact=True) for signer in part.signers),
        ]
    )


def _figures(script: Script, text: str) -> str:
    return thai_digits(text) if script.thai else text
