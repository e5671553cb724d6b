"""Pieces that several kinds of paper share: the emblem, the heading, the signature, the initials of the file copy."""

from __future__ import annotations

from ita_docs.house_style.wordml import Cell, Script, loop, row, table, tag, when

# A frame 5 cm wide at the right, 26.3 cm from the top edge: most of it stands in the lower margin.
COPY_FRAME = (
    '<w:framePr w:w="2835" w:hSpace="113" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" '
    'w:xAlign="right" w:y="14910"/>'
)


def emblem(script: Script, *, small: bool = False) -> str:
    """Give the garuda its place: the office's picture, blank paper that carries it, or a labelled frame."""
    plain, frame = ("SmallEmblem", "SmallEmblemFrame") if small else ("Emblem", "EmblemFrame")
    label = "ครุฑ" if script.thai else "Garuda"
    return when("emblem_frame", framed(script, frame, label), otherwise=[script.p(plain, "{{ emblem }}")])


def framed(script: Script, style: str, label: str) -> str:
    """Draw a frame with its label in the middle: three lines of one boxed style."""
    return script.p(style) + script.p(style, label) + script.p(style)


def paper_title(script: Script, *lines: str) -> str:
    """Write the centred head of an order or an announcement, with a thin rule below it."""
    first, *others = lines
    rest = "".join(script.p("PaperTitleLine", line) for line in others)
    return script.p("PaperTitle", first) + rest + script.p("TitleRule")


def signature(script: Script) -> str:
    """Write the signer: a rank on the line of the signature, the name in brackets, the post and the capacity.

    Source: แบบที่ ๔, แบบที่ ๗ (ลงชื่อ, พิมพ์ชื่อเต็ม, ตำแหน่ง).
    """
    name = "({{ signed_name }})"
    return when(
        "signed_rank",
        script.p("SignedRank", "{{ signed_rank }}"),
        script.p("SignedNameBelow", name),
        otherwise=[script.p("SignedName", name)],
    ) + loop(
        "line in signed_titles",
        when("loop.last", script.p("SignedLast", "{{ line }}"), otherwise=[script.p("Signed", "{{ line }}")]),
    )


def file_copy(script: Script) -> str:
    """Write the initials of the file copy (สำเนาคู่ฉบับ) at the bottom right of the page of the signature.

    The frame belongs to the paragraph after it, so this stands before the date or the signature.
    """
    lines = (
        ("สำเนาคู่ฉบับ", "ร่าง\t", "พิมพ์\t", "ตรวจ\t") if script.thai else ("File copy", "Drafted\t", "Typed\t", "Checked\t")
    )
    return when("file_copy", *(script.p("CopyMark", line, frame=COPY_FRAME) for line in lines))


def steps_table(
    script: Script,
    each: str,
    heads: tuple[str, ...],
    names: tuple[str, ...],
    widths: tuple[float, ...],
    centred: tuple[str, ...] = (),
    together: bool = False,
) -> str:
    """Write a bordered table that repeats a row: the loop `each`, its values `names`; a short one stays `together`."""
    item, kept = each.split(" in ")[0], "Kept" if together else ""
    head = row(widths, [Cell(script.p("CellHead", text), shade="E7E6E6", middle=True) for text in heads], header=True)
    line = row(
        widths,
        [
            Cell(script.p(("CellCenter" if name in centred else "Cell") + kept, f"{{{{ {item}.{name} }}}}"))
            for name in names
        ],
    )
    return table(widths, head, row_loop(each, line)) + script.p("Spacer")


def row_loop(each: str, *rows: str) -> str:
    """Repeat table rows."""
    return tag(f"for {each}", "tr") + "".join(rows) + tag("endfor", "tr")


def row_choice(*choices: tuple[str, str]) -> str:
    """Print the one row whose condition holds."""
    written = [
        tag(f"{'if' if index == 0 else 'elif'} {condition}", "tr") + text
        for index, (condition, text) in enumerate(choices)
    ]
    return "".join(written) + tag("endif", "tr")


def lines_cell(script: Script, each: str, style: str = "Cell") -> str:
    """Write a cell that holds one paragraph for each line of a list."""
    return loop(f"line in {each}", script.p(style, "{{ line }}"))
