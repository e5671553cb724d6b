"""The styles of the house: a table of what each kind of line looks like, and its styles.xml.

Sizes in points, lengths in cm. Sources: typing guidance (16 pt, single spacing, “1 Enter + Before 6 pt”, first line
2.5 cm); แบบที่ ๒๙ (memo title 29 pt on exactly 35 pt, labels 20 pt).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_docs.house_style.wordml import twips

FONT = "TH SarabunPSK"


@dataclass(frozen=True)
class Style:
    """One paragraph style. `line` is exact points, or least points with `at_least`; `tabs` are cm, kind, leader.

    `outline` makes it a heading: 0 of the paper or of a part of its own, 1 of a clause. Of a heading in several lines
    only the first has it, so that it is told once.
    """

    id: str
    name: str
    size: float = 16
    bold: bool = False
    align: str = "left"
    first: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    before: float = 0
    after: float = 0
    line: float = 0
    at_least: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    tabs: Sequence[tuple[float, str, str]] = ()
    outline: int | None = None
    rule_below: bool = False
    boxed: bool = False
    color: str = ""
    shade: str = ""


BODY = Style("Body", "เนื้อความ", align="thaiDistribute", first=2.5, before=6)
CLAUSE = replace(BODY, id="Clause", name="หัวข้อ", bold=True, align="left", keep_next=True, before=8, outline=1)
CELL = Style("Cell", "ในตาราง", size=14)
FACT = Style("Fact", "ข้อมูล", left=5.5, hanging=5.5, tabs=((5.5, "left", ""),), before=2)
POINT = Style("Point", "รายการมีเลขข้อ", align="thaiDistribute", left=2.5, hanging=1.0, before=3)
CHOICE = Style("Choice", "รายการให้ทำเครื่องหมาย", left=2.75, hanging=1.25, before=3)
WRITING_LINE = Style("WritingLine", "เส้นให้เขียน", before=6)
SIGNED = Style("Signed", "ลงนาม", align="center", left=4.5, right=2.0, keep_next=True, keep_lines=True)

LETTER_LINE = Style("LetterLine", "เรื่องและคำขึ้นต้น", left=1.5, hanging=1.5, tabs=((1.5, "left", ""),), before=6)

STYLES: tuple[Style, ...] = (
    # ---- the head of a paper
    Style("Emblem", "ตราครุฑ", size=2, align="center", line=85.05, at_least=True),  # 3 cm (ข้อ ๗๑)
    Style("SmallEmblem", "ตราครุฑเล็ก", size=2, line=42.55, at_least=True),  # 1.5 cm
    Style("EmblemFrame", "กรอบตราครุฑ", size=14, align="center", line=28.35, left=6.6, right=6.6, boxed=True),
    Style("SmallEmblemFrame", "กรอบตราครุฑเล็ก", size=10, align="center", line=14.2, boxed=True),
    Style("PaperTitle", "หัวเอกสาร", bold=True, align="center", keep_next=True, outline=0),
    Style("PaperTitleLine", "หัวเอกสาร บรรทัดต่อ", bold=True, align="center", keep_next=True),
    Style("TitleRule", "เส้นใต้หัวเอกสาร", size=4, align="center", left=5.5, right=5.5, rule_below=True, after=6),
    Style("MemoTitle", "บันทึกข้อความ", size=29, bold=True, align="center", line=35, outline=0),
    Style("MemoHead", "หัวบันทึก", tabs=((8.0, "left", "dot"), (16.0, "right", "dot"))),
    Style("MemoLine", "บรรทัดหัวบันทึก", tabs=((16.0, "right", "dot"),)),
    Style("Salutation", "คำขึ้นต้น", before=6, after=0),
    Style("LetterNumber", "ที่และส่วนราชการ", tabs=((9.5, "left", ""),)),
    Style("LetterAddress", "ที่ตั้ง", left=9.5),
    Style("LetterDay", "วัน เดือน ปี", left=8.0, before=6),
    LETTER_LINE,
    replace(LETTER_LINE, id="LetterSubject", name="เรื่องของหนังสือ", outline=0),
    replace(LETTER_LINE, id="LetterEnclosed", name="สิ่งที่ส่งมาด้วย", left=3.0, hanging=3.0, tabs=((3.0, "left", ""),)),
    replace(LETTER_LINE, id="LetterEnclosedNext", name="สิ่งที่ส่งมาด้วย รายการต่อไป", left=3.0, hanging=0, before=0, tabs=()),
    # ---- the text
    BODY,
    replace(BODY, id="BodyKept", name="เนื้อความติดบรรทัดถัดไป", keep_next=True),
    replace(BODY, id="Enclosure", name="รายการที่แนบ", first=0, left=3.25, hanging=0.75, before=2),
    CLAUSE,
    replace(CLAUSE, id="PartHead", name="หัวข้อไม่ย่อหน้า", first=0),
    Style("Member", "รายชื่อ", left=3.75, hanging=1.25, tabs=((11.0, "left", ""),)),
    Style("MemberKept", "รายชื่อติดบรรทัดถัดไป", left=3.75, hanging=1.25, tabs=((11.0, "left", ""),), keep_next=True),
    # ---- the foot of a paper
    Style("Given", "สั่งหรือประกาศ ณ วันที่", left=5.0, before=12, keep_next=True),
    SIGNED,
    replace(SIGNED, id="SignedRank", name="ยศผู้ลงนาม", align="left", before=40),
    replace(SIGNED, id="SignedName", name="ชื่อผู้ลงนาม", before=64),  # three blank lines: the name on the fourth Enter
    replace(SIGNED, id="SignedNameBelow", name="ชื่อใต้ยศ"),
    replace(SIGNED, id="SignedLast", name="ตำแหน่งผู้ลงนาม", keep_next=False),
    Style("LetterClosing", "คำลงท้าย", align="center", left=4.5, right=2.0, before=12, keep_next=True),
    Style("LetterOwner", "ส่วนราชการเจ้าของเรื่อง", before=64, keep_next=True),  # the fourth Enter below
    Style("LetterContact", "โทรศัพท์และไปรษณีย์อิเล็กทรอนิกส์"),
    Style("CopyMark", "คู่ฉบับ", size=14, line=17, tabs=((4.9, "right", "dot"),)),
    # ---- tables
    CELL,
    replace(CELL, id="CellCenter", name="ในตาราง กลาง", align="center"),
    replace(CELL, id="CellKept", name="ในตาราง ติดแถวถัดไป", keep_next=True),
    replace(CELL, id="CellCenterKept", name="ในตาราง กลาง ติดแถวถัดไป", align="center", keep_next=True),
    replace(CELL, id="CellHead", name="หัวตาราง", bold=True, align="center", keep_next=True),
    replace(CELL, id="CellBold", name="ในตาราง หนา", bold=True),
    replace(CELL, id="CellBoldKept", name="ในตาราง หนา ติดแถวถัดไป", bold=True, keep_next=True),
    replace(CELL, id="CellName", name="ชื่อใต้ลายมือชื่อ", left=0.9),
    Style("Spacer", "คั่น", size=6, line=6),
    Style("SpacerKept", "คั่นติดบรรทัดถัดไป", size=6, line=6, keep_next=True),
    Style("Tie", "โยงตารางกับตารางถัดไป", size=1, line=1, keep_next=True),
    Style("SectionEnd", "จบส่วน", size=1, line=1),
    # ---- longer papers
    Style("CoverLine", "ปก", size=22, bold=True, align="center", after=6),
    Style("CoverSmall", "ปกเล็ก", size=20, bold=True, align="center", after=4),
    Style("Heading1", "heading 1", size=20, bold=True, align="center", keep_next=True, before=24, after=4, outline=0),
    Style("HeadingLine", "ชื่อบท", size=18, bold=True, align="center", keep_next=True, after=8, outline=1),
    Style("TableTitle", "ชื่อตาราง", bold=True, align="center", keep_next=True, after=6),
    Style("ForewordBy", "ผู้จัดทำคำนำ", align="right", before=24),
    Style("CoverGap", "ช่องว่างปก", size=16, before=260),
    Style("SignOff", "ลงนามรับรอง", size=15, align="center", before=4),
    Style("SignOffGap", "ช่องว่างก่อนลงนาม", before=48),
    Style("Contents", "toc 1", size=15, tabs=((16.0, "right", "dot"),), before=4, left=1.6, hanging=1.6),
    Style("ContentsPlain", "รายการสารบัญ", size=15, tabs=((16.0, "right", "dot"),), before=4),
    Style("ContentsHead", "หัวสารบัญ", bold=True, tabs=((16.0, "right", ""),)),
    # ---- forms
    Style("FormTitle", "ชื่อแบบ", size=18, bold=True, align="center", after=4, keep_next=True, outline=0),
    Style("FormOffice", "สำนักงานบนแบบ", align="center", keep_next=True),
    Style("FormLine", "บรรทัดแบบ", before=2),
    Style("FormText", "ข้อความแบบ", size=15, align="thaiDistribute", first=1.25, before=2),
    # ---- minutes
    Style("MinutesTime", "เวลาประชุม", before=12, keep_next=True),
    # ---- records
    POINT,
    replace(POINT, id="PointKept", name="รายการมีเลขข้อ ติดบรรทัดถัดไป", keep_next=True),
    CHOICE,
    replace(CHOICE, id="ChoiceKept", name="รายการให้ทำเครื่องหมาย ติดบรรทัดถัดไป", keep_next=True),
    replace(CHOICE, id="MemoChoice", name="รายการให้ทำเครื่องหมายในบันทึก", left=3.75),
    FACT,
    replace(FACT, id="FactKept", name="ข้อมูลติดบรรทัดถัดไป", keep_next=True),
    WRITING_LINE,
    replace(WRITING_LINE, id="WritingLineKept", name="เส้นให้เขียน ติดบรรทัดถัดไป", keep_next=True),
    Style("SignLine", "บรรทัดลงชื่อ", size=15, align="center", before=24, keep_next=True),
    Style("Remark", "หมายเหตุ", size=14, left=3.2, hanging=3.2, before=4),
    replace(CELL, id="MapRisks", name="ลำดับในแผนภูมิ", bold=True, size=16, align="center", keep_next=True),
    Style("SideSign", "ลงชื่อเคียงกัน", size=15, align="center", before=26, keep_next=True),
    Style("SideSignBeneath", "ใต้ลงชื่อเคียงกัน", size=15, align="center", before=2, keep_next=True),
    # ---- counter notices (read from three metres)
    Style("NoticeBand", "แถบงานบริการ", size=28, bold=True, align="center", color="FFFFFF", line=36),
    Style("NoticeHead", "หัวประกาศ", size=86, bold=True, align="center", line=90, color="9B1C1C", outline=0),
    Style("NoticeHeadLine", "หัวประกาศ บรรทัดต่อ", size=86, bold=True, align="center", line=90, color="9B1C1C"),
    Style("NoticeHeadEnglish", "หัวประกาศอังกฤษ", size=72, bold=True, align="center", line=74, color="1F3A5F", after=6),
    Style("NoticeText", "ข้อความประกาศ", size=24, bold=True, align="center", line=29, before=16),
    Style("NoticeTextEnglish", "ข้อความประกาศอังกฤษ", size=24, align="center", line=26, color="1F3A5F"),
    Style("NoticeGap", "คั่นเหนือรหัสคิวอาร์", size=8, line=26),
    Style("NoticeCode", "รหัสคิวอาร์", size=2, align="center"),
    Style("NoticeCodeFrame", "กรอบรหัสคิวอาร์", size=24, align="center", line=39.7, left=0.2, right=0.2, boxed=True),
    Style("NoticeLabel", "ใต้รหัสคิวอาร์", size=24, bold=True, align="center", line=25),
    Style("NoticeOffice", "สำนักงานบนประกาศ", size=24, bold=True, align="center", line=28),
    # ---- posters
    Style("PosterHead", "หัวป้าย", size=60, bold=True, align="center", line=66, before=30, color="1F3A5F", outline=0),
    Style("PosterHeadEnglish", "หัวป้ายอังกฤษ", size=40, bold=True, align="center", line=44, color="1F3A5F", after=24),
    Style("PosterCode", "รหัสคิวอาร์บนป้าย", size=2, align="center"),
    Style("PosterCodeFrame", "กรอบรหัสคิวอาร์บนป้าย", size=24, align="center", line=85, left=4.8, right=4.8, boxed=True),
    Style("PosterAddress", "ลิงก์บนป้าย", size=20, align="center", before=4),
    Style("InfographicTitle", "ชื่ออินโฟกราฟิก", size=4, align="center", color="FFFFFF", line=5, outline=0),
    # ---- every page
    Style("PageNumber", "เลขหน้า", align="center", after=8),
    Style("Blank", "ว่าง", size=1, line=1),
)


def styles_xml(thai: bool) -> str:
    """Write styles.xml; in English papers Thai distribution becomes plain justification."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>'
        f'<w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(_style_xml(style, thai) for style in STYLES)
        + "</w:styles>"
    )


def _style_xml(style: Style, thai: bool) -> str:
    align = "both" if style.align == "thaiDistribute" and not thai else style.align
    size = round(style.size * 2)
    paragraph = [
        "<w:keepNext/>" if style.keep_next else "",
        "<w:keepLines/>" if style.keep_lines else "",
        _borders_xml(style),
        _tabs_xml(style.tabs),
        _spacing_xml(style),
        _indent_xml(style),
        f'<w:jc w:val="{align}"/>' if align != "left" else "",
        f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
    ]
    run = [
        "<w:b/><w:bCs/>" if style.bold else "",
        f'<w:color w:val="{style.color}"/>' if style.color else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    ]
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"".join(paragraph)}</w:pPr>'
        f"<w:rPr>{''.join(run)}</w:rPr></w:style>"
    ).replace(' w:customStyle="1"', "" if style.name.isascii() else ' w:customStyle="1"')


def _borders_xml(style: Style) -> str:
    if style.boxed:
        edges = "".join(
            f'<w:{edge} w:val="dashed" w:sz="6" w:space="1" w:color="808080"/>'
            for edge in ("top", "left", "bottom", "right")
        )
        return f"<w:pBdr>{edges}</w:pBdr>"
    if style.rule_below:
        return '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    return ""


def _tabs_xml(tabs: Sequence[tuple[float, str, str]]) -> str:
    written = "".join(
        f'<w:tab w:val="{kind}"' + (f' w:leader="{leader}"' if leader else "") + f' w:pos="{twips(cm)}"/>'
        for cm, kind, leader in tabs
    )
    return f"<w:tabs>{written}</w:tabs>" if written else ""


def _spacing_xml(style: Style) -> str:
    marks = "".join(
        f' w:{side}="{round(points * 20)}"'
        for side, points in (("before", style.before), ("after", style.after))
        if points
    )
    if style.line:
        marks += f' w:line="{round(style.line * 20)}" w:lineRule="{"atLeast" if style.at_least else "exact"}"'
    return f"<w:spacing{marks}/>" if marks else ""


def _indent_xml(style: Style) -> str:
    sides = (("left", style.left), ("right", style.right), ("hanging", style.hanging), ("firstLine", style.first))
    marks = "".join(f' w:{side}="{twips(cm)}"' for side, cm in sides if cm)
    return f"<w:ind{marks}/>" if marks else ""
