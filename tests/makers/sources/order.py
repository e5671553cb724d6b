"""An order in the default template of python-docx: its page, its Calibri, sizes for Latin letters only."""

import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

paper = Document()
# A picture of the template and its styles said again, which make the file three times as large.
for relations in (paper.part.package.rels, paper.part.rels):
    for relation in list(relations.values()):
        if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
            relations.pop(relation.rId)


def line(text: str, *, middle: bool = False, bold: bool = False) -> None:
    paragraph = paper.add_paragraph()
    run = paragraph.add_run(text)
    run.font.name = "TH SarabunPSK"
    run.font.size = Pt(16)
    run.bold = bold or None
    if middle:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


paper.add_picture(str(Path(__file__).with_name("frame.png")), width=Mm(20), height=Mm(30))
line("คำสั่งสำนักงานเขตสัมพันธวงศ์", middle=True, bold=True)
line("ที่ ๔/๒๕๖๘", middle=True)
line("เรื่อง  มอบหมายหน้าที่ผู้ตรวจสอบข้อมูล", middle=True)
line(
    "ตามคำสั่งสำนักงานเขตสัมพันธวงศ์ ที่ ๑๕/๒๕๖๗ ลงวันที่ ๒๐ ธันวาคม ๒๕๖๗ แต่งตั้งคณะทำงานไว้แล้ว นั้น "
    "บัดนี้เพื่อให้การดำเนินงานเป็นไปตามมาตรา ๑๐๓ แห่งพระราชบัญญัติประกอบรัฐธรรมนูญว่าด้วยการป้องกัน"
    "และปราบปรามการทุจริต พ.ศ. ๒๕๔๒ จึงมอบหมายหน้าที่ ดังนี้"
)
line("๑. ฝ่ายปกครองรวบรวมหลักฐานส่งภายในวันที่ ๓๐ กุมภาพันธ์ ๒๕๖๘")
line("๒. ทุกฝ่ายรายงานผลทุกวันที่ 25 ของเดือน ผ่านระบบอินเตอร์เน็ตของสำนักงานเขต")
line("๒. ฝ่ายการคลังตรวจสอบความถูกต้องของข้อมูลงบประมาณ")
line("สั่ง ณ วันที่ ๘ มกราคม พ.ศ. ๒๕๖๘", middle=True)
line("(........................................)", middle=True)
paper.save(sys.argv[1])
