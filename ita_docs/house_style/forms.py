"""The words of the loan slips and the requisition, and the order in which all forms print: for proofreading.

No name of an office stands in a form, so all 50 districts share these words.

>>> [form.width_cm for form in FORMS]
[16.0, 16.0, 16.0, 24.7, 24.7, 24.7]
"""

from __future__ import annotations

from ita_docs.house_style.form import Choice, Column, Field, Form, Lines, Part, sign
from ita_docs.house_style.forms_gift import GIFT_REPORT_EN, GIFT_REPORT_TH
from ita_docs.house_style.forms_registers import DONATION_REGISTER, EVIDENCE_REGISTER, LOAN_REGISTER

__all__ = ["FORMS", "GIFT_REPORT_EN", "GIFT_REPORT_TH"]

NUMBER_AND_DAY = (Field("เลขที่"), Field("วันที่"))
REASON: Lines = ((Field("เหตุผล"),),)
APPROVAL = Part("คำสั่งผู้มีอำนาจอนุมัติ", (Choice("", ("อนุมัติ", "ไม่อนุมัติ")),), REASON, (sign("ผู้อนุมัติ"),))
DELIVERY = Part("การส่งมอบ", signers=(sign("ผู้ส่งมอบ"), sign("ผู้รับพัสดุ")))

LOAN_DURABLE = Form(
    key="loan-durable",
    title="ใบยืมพัสดุประเภทใช้คงรูป",
    landscape=False,
    lines=(
        NUMBER_AND_DAY,
        (Field("ข้าพเจ้า", 3), Field("ตำแหน่ง", 2)),
        (Field("ฝ่าย/โรงเรียน/หน่วยงาน", 3), Field("โทรศัพท์", 2)),
        (Field("ขอยืมพัสดุตามรายการข้างล่างนี้ เพื่อใช้ในราชการ คือ"),),
        (Field("สถานที่ใช้", 4), Field("ตั้งแต่วันที่", 3), Field("กำหนดส่งคืนวันที่", 4)),
    ),
    choices=(Choice("ลักษณะการยืม", ("ใช้ภายในสถานที่", "ใช้นอกสถานที่", "หน่วยงานของรัฐอื่นยืม")),),
    columns=(
        Column("ลำดับ", 1.2),
        Column("รายการ", 4.3),
        Column("ยี่ห้อ/รุ่น", 2.6),
        Column("หมายเลขครุภัณฑ์", 3.2),
        Column("จำนวน", 1.5),
        Column("สภาพก่อนยืม", 3.2),
    ),
    rows=4,
    row_cm=0.7,
    statements=(
        "ข้าพเจ้าขอรับรองว่าจะใช้พัสดุเพื่อประโยชน์ของทางราชการเท่านั้น ไม่ให้ผู้อื่นยืมต่อ "
        "และส่งคืนภายในกำหนดในสภาพที่ใช้การได้เรียบร้อย หากชำรุด ใช้การไม่ได้ หรือสูญหาย "
        "จะซ่อมแซมให้คงสภาพเดิมโดยเสียค่าใช้จ่ายเอง ชดใช้เป็นพัสดุอย่างเดียวกัน "
        "หรือชดใช้เป็นเงินตามราคาในขณะยืม ตามระเบียบที่เกี่ยวข้อง",
    ),
    signers=(sign("ผู้ยืม"), sign("หัวหน้าฝ่าย/หน่วยงาน")),
    parts=(
        (
            Part(
                "ความเห็นเจ้าหน้าที่พัสดุ",
                (Choice("", ("ควรให้ยืม", "ไม่ควรให้ยืม")),),
                REASON,
                (sign("เจ้าหน้าที่พัสดุ"),),
            ),
            APPROVAL,
        ),
        (
            DELIVERY,
            Part(
                "การส่งคืน",
                (Choice("", ("ครบ ใช้การได้", "ชำรุด", "สูญหาย")),),
                ((Field("รายการที่ชำรุดหรือขาด"),),),
                (sign("ผู้ส่งคืน"), sign("ผู้รับคืน")),
            ),
        ),
    ),
)

LOAN_CONSUMABLE = Form(
    key="loan-consumable",
    title="ใบยืมพัสดุประเภทใช้สิ้นเปลือง",
    landscape=False,
    lines=(
        NUMBER_AND_DAY,
        (Field("หน่วยงานของรัฐผู้ยืม", 3), Field("โทรศัพท์", 2)),
        (Field("โดย (ชื่อผู้แทน)", 3), Field("ตำแหน่ง", 2)),
        (Field("ขอยืมพัสดุตามรายการข้างล่างนี้ เพื่อใช้ในราชการ คือ"),),
        (Field("เหตุที่ต้องใช้เป็นการรีบด่วนและจัดหาไม่ทันการ คือ"),),
        (Field("หนังสือขอยืมที่", 3), Field("กำหนดส่งคืนวันที่", 2)),
    ),
    columns=(
        Column("ลำดับ", 1.2),
        Column("รายการ ชนิด ขนาด", 5.4),
        Column("หน่วยนับ", 1.8),
        Column("จำนวน\nที่ขอยืม", 1.8),
        Column("จำนวน\nที่ให้ยืม", 1.8),
        Column("คงเหลือ\nหลังให้ยืม", 2.0),
        Column("จำนวน\nที่ส่งคืน", 2.0),
    ),
    rows=4,
    row_cm=0.7,
    statements=(
        "ขอรับรองว่าจะใช้พัสดุเพื่อประโยชน์ของทางราชการเท่านั้น "
        "และจะจัดหาพัสดุประเภท ชนิด และปริมาณเดียวกันส่งคืนภายในกำหนด ตามระเบียบที่เกี่ยวข้อง",
    ),
    signers=(sign("ผู้แทนหน่วยงานผู้ยืม"), sign("หัวหน้าหน่วยงานผู้ยืม")),
    parts=(
        (
            Part(
                "ความเห็นเจ้าหน้าที่พัสดุ",
                (Choice("", ("มีพอ ควรให้ยืม", "ไม่ควรให้ยืม")),),
                REASON,
                (sign("เจ้าหน้าที่พัสดุ"),),
            ),
            APPROVAL,
        ),
        (
            DELIVERY,
            Part(
                "การส่งคืน",
                (Choice("", ("ครบถ้วน ตรงประเภทและชนิด", "ไม่ครบ")),),
                ((Field("รายการที่ขาดหรือไม่ตรง"),),),
                (sign("ผู้ส่งคืน"), sign("ผู้รับคืน")),
            ),
        ),
    ),
)

REQUISITION = Form(
    key="requisition",
    title="ใบเบิกพัสดุ",
    landscape=False,
    lines=(
        NUMBER_AND_DAY,
        (Field("ฝ่าย/โรงเรียน", 3), Field("เบิกจาก", 2)),
        (Field("ขอเบิกพัสดุตามรายการข้างล่างนี้ เพื่อใช้ในงาน"),),
        (Field("น้ำมันเชื้อเพลิง: ทะเบียนรถ/เครื่องจักร", 3), Field("เลขกิโลเมตร", 2)),
    ),
    choices=(Choice("ประเภท", ("วัสดุสิ้นเปลือง", "น้ำมันเชื้อเพลิง", "ครุภัณฑ์", "ของบริจาค")),),
    columns=(
        Column("ลำดับ", 1.2),
        Column("รายการ", 5.6),
        Column("หน่วยนับ", 1.7),
        Column("จำนวน\nขอเบิก", 1.7),
        Column("จำนวน\nจ่าย", 1.7),
        Column("คงเหลือ", 1.7),
        Column("หมายเหตุ", 2.4),
    ),
    rows=14,
    row_cm=0.7,
    statements=("ข้าพเจ้าขอรับรองว่าจะใช้พัสดุเพื่อประโยชน์ของทางราชการเท่านั้น และจะส่งคืนส่วนที่เหลือใช้",),
    signers=(sign("ผู้เบิก (หัวหน้าฝ่าย)"), sign("ผู้สั่งจ่าย"), sign("ผู้จ่าย"), sign("ผู้รับ")),
    parts=((Part("การลงบัญชี", lines=((Field("บัญชี/ทะเบียนเลขที่"), Field("วันที่"), Field("ผู้ลงบัญชี")),)),),),
)

FORMS = (LOAN_DURABLE, LOAN_CONSUMABLE, REQUISITION, LOAN_REGISTER, DONATION_REGISTER, EVIDENCE_REGISTER)
