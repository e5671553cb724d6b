"""An outside letter without a fault, by python-docx with its styles, page and properties set as the letter asks."""

import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

FONT = "TH SarabunPSK"
MIDDLE = WD_ALIGN_PARAGRAPH.CENTER

paper = Document()
# A picture of the template and its styles said again, which make the file three times as large.
for relations in (paper.part.package.rels, paper.part.rels):
    for relation in list(relations.values()):
        if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
            relations.pop(relation.rId)
paper.core_properties.title = "ขอความอนุเคราะห์ตอบแบบสำรวจ"
paper.core_properties.author = paper.core_properties.comments = ""

page = paper.sections[0]
page.page_width, page.page_height = Mm(210), Mm(297)
page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(2), Cm(1.5), Cm(2)

look = paper.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
for name, value in {"w:rFonts": None, "w:sz": "32", "w:szCs": "32", "w:lang": None}.items():
    found = look.find(qn(name))
    if found is None:
        found = look.makeelement(qn(name))
        look.find(qn("w:sz")).addnext(found)
    for old in list(found.attrib):
        del found.attrib[old]
    if value:
        found.set(qn("w:val"), value)
for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
    look.find(qn("w:rFonts")).set(qn(f"w:{slot}"), FONT)
look.find(qn("w:lang")).set(qn("w:val"), "en-US")
look.find(qn("w:lang")).set(qn("w:bidi"), "th-TH")
compat = paper.settings.element.find(qn("w:compat"))
for setting in compat.findall(qn("w:compatSetting")):
    if setting.get(qn("w:name")) == "compatibilityMode":
        setting.set(qn("w:val"), "15")
spacing = paper.styles["Normal"].paragraph_format
spacing.space_after, spacing.line_spacing = Pt(0), 1.0


def line(
    text: str, *, first: float = 0, left: float = 0, before: float = 0, middle: bool = False, keep: bool = True
) -> Paragraph:
    paragraph = paper.add_paragraph()
    run = paragraph.add_run(text)
    run.font.complex_script = True
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.left_indent, shape.space_before = Cm(first), Cm(left), Pt(before)
    shape.keep_with_next = keep
    if middle:
        paragraph.alignment = MIDDLE
    return paragraph


picture = paper.add_paragraph()
picture.alignment = MIDDLE
picture.add_run().add_picture(str(Path(__file__).with_name("frame.png")), width=Mm(27), height=Mm(30))
picture._p.find(f".//{qn('wp:docPr')}").set("descr", "ครุฑ")
line("ที่ กท ๗๑๐๑/๔๕\tสำนักงานเขตสัมพันธวงศ์").paragraph_format.tab_stops.add_tab_stop(Cm(9))
line("\t๒๑ กุมภาพันธ์ ๒๕๖๘").paragraph_format.tab_stops.add_tab_stop(Cm(8))
line("เรื่อง  ขอความอนุเคราะห์ประชาสัมพันธ์แบบสำรวจ", before=6)
line("เรียน  ผู้อำนวยการโรงเรียนวัดสัมพันธวงศ์", before=6)
line("สิ่งที่ส่งมาด้วย  แบบสำรวจ จำนวน ๑ ชุด", before=6)
line(
    "ด้วยสำนักงานเขตสัมพันธวงศ์เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ ซึ่งต้องมีผู้รับบริการตอบแบบสำรวจภายในวันจันทร์ที่ ๓๑ มีนาคม ๒๕๖๘",
    first=2.5,
    before=6,
)
line("สำนักงานเขตสัมพันธวงศ์จึงขอความอนุเคราะห์ท่านประชาสัมพันธ์แบบสำรวจแก่ผู้ปกครอง", first=2.5, before=6)
line("จึงเรียนมาเพื่อโปรดพิจารณาให้ความอนุเคราะห์", first=2.5, before=6)
line("ขอแสดงความนับถือ", left=7, before=12, middle=True)
line("(........................................)", left=7, before=54, middle=True)
line("ผู้อำนวยการเขตสัมพันธวงศ์", left=7, middle=True, keep=False)
line("ฝ่ายปกครอง", before=36)
line("โทร. ....................", keep=False)
paper.save(sys.argv[1])
