"""The template of the report of measures (O22): cover, foreword, contents, introduction, ten chapters, sign-off."""

from __future__ import annotations

from ita_docs.documents.report import CHAPTERS
from ita_docs.house_style.pieces import lines_cell, row_choice, row_loop, steps_table
from ita_docs.house_style.wordml import THAI, Cell, Section, loop, row, table
from ita_docs.thai.digits import thai_digits
from ita_docs.year import CELLS, SHAPES

TITLE = "แม่แบบรายงานมาตรการ"
SCRIPT = THAI
COVER = Section(margins=(5.0, 2.0, 2.0, 3.0), numbered=False)
UPRIGHT = Section(margins=(2.5, 2.0, 2.0, 3.0), first_too=True)
LYING = Section(margins=(2.5, 2.0, 2.0, 2.5), landscape=True, first_too=True)
LAST_SECTION = UPRIGHT
MEASURES_WIDTHS = (4.6, 7.0, 5.4, 4.7, 3.5)


def body() -> str:
    """Write the whole report."""
    return (
        _cover() + _front() + _introduction() + "".join(_chapter(key) + _after(key) for key in CHAPTERS) + _sign_off()
    )


def _cover() -> str:
    p = THAI.p
    return (
        loop("line in title_lines", p("CoverLine", "{{ line }}"))
        + p("CoverLine", "{{ subtitle }}")
        + p("CoverSmall", "รหัสข้อ {{ code }}")
        + p("CoverGap")
        + p("CoverSmall", "{{ office_name }}")
        + p("CoverSmall", "กรุงเทพมหานคร")
        + COVER.end()
    )


def _front() -> str:
    p = THAI.p
    entries = [("introduction", "บทนำ", "{{ introduction_title }}")]
    entries += [
        (key, f"บทที่ {thai_digits(str(index))}", f"{{{{ {key}_title }}}}") for index, key in enumerate(CHAPTERS, 1)
    ]
    entries.append(("sign_off", "", "การลงนามรับรอง"))
    return (
        p("Heading1", "คำนำ")
        + loop("paragraph in foreword", p("Body", "{{ paragraph }}"))
        + p("ForewordBy", "{{ office_name }}")
        + p("Heading1", "สารบัญ", page_break=True)
        + p("ContentsHead", "เรื่อง\tหน้า")
        + "".join(_contents_line(*entry) for entry in entries)
    )


def _contents_line(key: str, label: str, title: str) -> str:
    text = f"{label}\t{title}\t" if label else f"{title}\t"
    style = "Contents" if label else "ContentsPlain"
    field = "".join(
        f"<w:r><w:rPr><w:cs/></w:rPr>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> PAGEREF {key} \\* ThaiArabic </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f'<w:t xml:space="preserve">{{{{ {key}_page }}}}</w:t>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{THAI.run(text)}{field}</w:p>'


def _heading(key: str, text: str) -> str:
    """Write a chapter heading with the bookmark that the contents refer to; the first chapters start a page."""
    number = ("introduction", *CHAPTERS, "sign_off").index(key) + 1
    before = "<w:pageBreakBefore/>" if key in ("introduction", "order") else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/>{before}</w:pPr><w:bookmarkStart w:id="{number}" w:name="{key}"/>'
        f'{THAI.run(text)}<w:bookmarkEnd w:id="{number}"/></w:p>'
    )


def _introduction() -> str:
    p = THAI.p
    counts = steps_table(
        THAI,
        "line in COUNTS",
        ("ตัวชี้วัด", "แบบสอบถาม", "จำนวนข้อ"),
        ("indicator", "codes", "count"),
        (10.0, 3.0, 3.0),
        centred=("codes", "count"),
        together=True,
    )
    open_data = steps_table(
        THAI,
        "line in oit_counts",
        ("ตัวชี้วัด", "ตัวชี้วัดย่อย", "หัวข้อรายงาน", "จำนวนข้อรายงาน"),
        ("indicator", "part", "codes", "count"),
        (4.6, 6.4, 2.5, 2.5),
        centred=("codes", "count"),
        together=True,
    )
    quotas = steps_table(
        THAI,
        "line in quotas",
        ("ฝ่าย/โรงเรียน", "ขั้นต่ำ (คน)"),
        ("unit", "minimum"),
        (12.0, 4.0),
        centred=("minimum",),
        together=True,
    )
    cycles = steps_table(
        THAI, "line in calendar", ("กำหนดเวลา", "การดำเนินการ"), ("when", "what"), (5.0, 11.0), together=True
    )
    paragraphs = {
        name: loop(f"paragraph in {name}", p("Body", "{{ paragraph }}"))
        for name in (
            "iit_text",
            "eit_text",
            "oit_text",
            "respondents_text",
            "eit2_text",
            "approach_text",
            "leading_text",
        )
    }
    return (
        _heading("introduction", "บทนำ")
        + p("HeadingLine", "{{ introduction_title }}")
        + paragraphs["iit_text"]
        + p("Spacer")
        + counts.replace("COUNTS", "iit_counts")
        + paragraphs["eit_text"]
        + p("Spacer")
        + counts.replace("COUNTS", "eit_counts")
        + paragraphs["oit_text"]
        + p("Spacer")
        + open_data
        + p("Clause", "{{ respondents_heading }}")
        + paragraphs["respondents_text"]
        + p("Spacer")
        + quotas
        + paragraphs["eit2_text"]
        + paragraphs["approach_text"]
        + loop("step in approach_steps", p("Body", "{{ step }}"))
        + p("Clause", "ปฏิทินและรอบการติดตาม")
        + p("Spacer")
        + cycles
        + paragraphs["leading_text"]
    )


def _chapter_name(key: str) -> str:
    return f"บทที่ {thai_digits(str(CHAPTERS.index(key) + 1))}"


def _chapter(key: str) -> str:
    p = THAI.p
    turned = UPRIGHT.end() if key == "results" else ""
    return (
        turned
        + _heading(key, _chapter_name(key))
        + p("HeadingLine", f"{{{{ {key}_title }}}}")
        + loop(f"paragraph in {key}_text", p("Body", "{{ paragraph }}"))
    )


def _after(key: str) -> str:
    """Write the table that follows a chapter's text, where it has one."""
    if key == "analysis":
        return _analysis_tables()
    if key == "internal":
        return THAI.p("Spacer") + steps_table(
            THAI,
            "step in internal_steps",
            ("ที่", "ขั้นตอน/วิธีการปฏิบัติ", "ช่วงระยะเวลา", "ผู้รับผิดชอบ"),
            ("number", "step", "period", "owner"),
            (1.0, 7.6, 3.4, 4.0),
            centred=("number",),
        )
    if key == "communication":
        return UPRIGHT.end() + loop("part in measures", _measures_table()) + LYING.end()
    if key == "results":
        return _results_table() + LYING.end()
    if key == "by_indicator":
        return THAI.p("Spacer") + steps_table(
            THAI,
            "line in indicator_reports",
            ("ที่", "ตัวชี้วัด", "ผู้รับผิดชอบ", "วันที่ส่งรายงาน", "ผู้อำนวยการเขตตรวจ"),
            ("number", "title", "owner", "sent", "checked"),
            (1.0, 5.0, 5.0, 2.5, 2.5),
            centred=("number", "sent", "checked"),
        )
    return ""


def _analysis_tables() -> str:
    scores = steps_table(
        THAI,
        "line in scores",
        ("เครื่องมือ", "น้ำหนัก (ร้อยละ)", "คะแนน (เต็ม ๑๐๐)", "คะแนนถ่วงน้ำหนัก", "ผลต่างจากเกณฑ์ผ่าน (๘๕)"),
        ("instrument", "weight", "score", "points", "gap"),
        (4.4, 2.6, 3.2, 3.3, 2.5),
        centred=("weight", "score", "points", "gap"),
        together=True,
    )
    issues = steps_table(
        THAI,
        "line in issues",
        ("เครื่องมือ", "ตัวชี้วัด", "ประเด็นที่ต้องปรับปรุง/ยกระดับ", "มาตรการที่กำหนด"),
        ("instrument", "indicator", "issue", "measure"),
        (1.8, 5.8, 5.0, 3.4),
        centred=("instrument",),
    )
    p = THAI.p
    return (
        p("PartHead", "ผลคะแนนรายเครื่องมือในปีงบประมาณที่ผ่านมา")
        + p("Spacer")
        + scores
        + p("PartHead", "ประเด็นที่ต้องปรับปรุง/ยกระดับรายเครื่องมือ")
        + p("SpacerKept")
        + issues
    )


def _measures_table() -> str:
    """Write the table of measures; each row fills its own cells and continues the others from above."""
    p = THAI.p
    heads = ("{{ part.head }}", "มาตรการ/กิจกรรม", "วิธีการสร้างการรับรู้", "ระยะเวลากำกับติดตามโดย ผอ.เขต", "ส่วนราชการที่รับผิดชอบ")
    head = row(MEASURES_WIDTHS, [Cell(p("CellHead", text), shade="E7E6E6", middle=True) for text in heads], header=True)
    band = row(MEASURES_WIDTHS, [Cell(lines_cell(THAI, "line.title", "CellBoldKept"), span=5, shade="F5F5F5")])
    shapes = {
        "full": CELLS,
        **{"_".join(shape): shape for shape in SHAPES},
    }
    choices = [("line.shape.band", band)]
    for shape, own in shapes.items():
        cells = [
            Cell(lines_cell(THAI, f"line.{name}"), merge="restart")
            if name in own
            else Cell(p("Cell"), merge="continue")
            for name in CELLS
        ]
        choices.append((f"line.shape.{shape}", row(MEASURES_WIDTHS, cells)))
    rows = row_loop("line in part.rows", row_choice(*choices))
    return p("TableTitle", "{{ part.title }}") + table(MEASURES_WIDTHS, head, rows) + p("Spacer")


def _results_table() -> str:
    widths = (6.2, 4.2, 2.3, 2.1, 3.2, 2.1, 2.8, 2.3)
    return THAI.p("TableTitle", "{{ results_heading }}") + steps_table(
        THAI,
        "line in results_rows",
        (
            "ตัวชี้วัด/มาตรการ",
            "ผลการดำเนินการ",
            "ผลผลิต/จำนวน",
            "วันที่",
            "หลักฐาน (URL/ภาพ)",
            "สถานะ",
            "ปัญหา/อุปสรรค",
            "ผู้รับผิดชอบ",
        ),
        ("title", "result", "output", "day", "evidence", "status", "obstacle", "owner"),
        widths,
    )


def _sign_off() -> str:
    p = THAI.p
    thirds = (16 / 3,) * 3
    cells = [
        Cell(
            p("SignOff", f"ลงชื่อ {{{{ {key}_rank }}}}{'.' * 30}")
            + p("SignOff", f"({{{{ {key}_name }}}})")
            + p("SignOff", f"{{{{ {key}_post }}}}")
            + p("SignOff", f"{{{{ {key}_label }}}}")
            + p("SignOff", f"วันที่ {{{{ {key}_day }}}}")
        )
        for key in ("prepared", "checked", "approved")
    ]
    return (
        _heading("sign_off", "การลงนามรับรอง")
        + p("Body", "{{ sign_off_text }}")
        + p("SignOffGap")
        + table(thirds, row(thirds, cells), borders=False)
    )
