"""The report of a gift that could not be refused, Thai and English: the same blanks in the same places.

>>> blanks(GIFT_REPORT_TH) == blanks(GIFT_REPORT_EN)
True
"""

from __future__ import annotations

from ita_docs.house_style.form import Choice, Column, Field, Form, Part, Signer, sign


def blanks(form: Form) -> list[tuple[int, ...]]:
    """How many blanks and choices stand in each line and part of a form, to compare two languages."""
    parts = [part for row in form.parts for part in row]
    return [
        tuple(len(row) for row in form.lines),
        tuple(len(choice.options) for choice in form.choices),
        (len(form.columns), form.rows, len(form.statements), len(form.signers)),
        *((len(part.lines), len(part.signers), *(len(c.options) for c in part.choices)) for part in parts),
    ]


def sign_english(role: str) -> Signer:
    """An English signature with its name and date."""
    return Signer("Signed", role, ("Date",))


GIFT_REPORT_TH = Form(
    key="gift-report-th",
    title="แบบรายงานการรับของขวัญโดยไม่อาจหลีกเลี่ยง",
    landscape=False,
    lines=(
        (Field("เลขที่"), Field("วันที่รายงาน")),
        (Field("ชื่อผู้รายงาน", 3), Field("ตำแหน่ง", 2)),
        (Field("ฝ่าย/โรงเรียน", 3), Field("โทรศัพท์", 2)),
        (Field("ชื่อผู้ให้", 3), Field("หน่วยงาน", 3)),
        (Field("โอกาสหรือเหตุที่ให้"),),
        (Field("วันที่รับ", 2), Field("เวลา"), Field("สถานที่รับ", 3)),
        (Field("เหตุที่ไม่อาจปฏิเสธได้"),),
        (Field(""),),
    ),
    choices=(
        Choice("ผู้รับ", ("ผู้รายงาน", "บุคคลในครอบครัวของผู้รายงาน")),
        Choice(
            "ผู้ให้เป็น",
            ("ผู้มาติดต่อ", "คู่สัญญา", "ผู้ถูกตรวจสอบ", "ญาติ", "อื่น ๆ"),
        ),
    ),
    columns=(
        Column("ลำดับ", 1.4),
        Column("รายการ", 8.0),
        Column("จำนวน", 2.6),
        Column("มูลค่าโดยประมาณ\n(บาท)", 4.0),
    ),
    rows=3,
    row_cm=0.7,
    statements=("ข้าพเจ้าขอรับรองว่าข้อความในแบบรายงานนี้เป็นความจริงทุกประการ",),
    parts=(
        (
            Part(
                "การดำเนินการของผู้รายงาน",
                (Choice("", ("ส่งคืนผู้ให้แล้ว", "ส่งมอบให้สำนักงานเขตแล้ว", "ยังคืนไม่ได้ รอคำสั่ง")),),
                ((Field("เมื่อวันที่", 2), Field("ผู้รับคืนหรือผู้รับมอบ", 3)),),
                (sign("ผู้รายงาน"),),
            ),
        ),
        (
            Part(
                "ความเห็นผู้บังคับบัญชา",
                (Choice("", ("ควรส่งคืน", "ควรส่งมอบ", "อื่น ๆ")),),
                ((Field("เหตุผล"),),),
                (sign("ผู้บังคับบัญชา"),),
            ),
            Part(
                "คำสั่งผู้อำนวยการเขต",
                (Choice("", ("ให้ส่งคืนทันที", "ให้ส่งมอบ", "อื่น ๆ")),),
                ((Field("เหตุผล"),),),
                (sign("ผู้อำนวยการเขต"),),
            ),
        ),
    ),
)

GIFT_REPORT_EN = Form(
    key="gift-report-en",
    title="Report on the Unavoidable Receipt of a Gift",
    landscape=False,
    lines=(
        (Field("No."), Field("Date of report")),
        (Field("Name of reporter", 3), Field("Position", 2)),
        (Field("Section/school", 3), Field("Telephone", 2)),
        (Field("Name of giver", 3), Field("Organisation", 3)),
        (Field("Occasion or reason for giving"),),
        (Field("Date received", 2), Field("Time"), Field("Place received", 3)),
        (Field("Why it could not be refused"),),
        (Field(""),),
    ),
    choices=(
        Choice("Received by", ("the reporter", "a member of the reporter’s family")),
        Choice(
            "Giver",
            ("user", "contractor", "under inspection", "relative", "other"),
        ),
    ),
    columns=(
        Column("No.", 1.4),
        Column("Item", 8.0),
        Column("Quantity", 2.6),
        Column("Estimated value\n(baht)", 4.0),
    ),
    rows=3,
    row_cm=0.7,
    statements=("I certify that everything stated in this report is true.",),
    parts=(
        (
            Part(
                "Action taken by the reporter",
                (Choice("", ("returned to the giver", "handed to the Office", "awaiting instructions")),),
                ((Field("On (date)", 2), Field("Received back or taken over by", 3)),),
                (sign_english("Reporter"),),
            ),
        ),
        (
            Part(
                "Opinion of the superior",
                (Choice("", ("return", "hand over", "other")),),
                ((Field("Reason"),),),
                (sign_english("Superior"),),
            ),
            Part(
                "Instructions of the District Director",
                (Choice("", ("return now", "hand over", "other")),),
                ((Field("Reason"),),),
                (sign_english("District Director"),),
            ),
        ),
    ),
)
