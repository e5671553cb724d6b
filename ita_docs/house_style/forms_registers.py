"""The words of the three registers, of loans, donations and seized things: for proofreading."""

from __future__ import annotations

from ita_docs.house_style.form import Column, Field, Form, Lines, sign

HEAD: Lines = ((Field("ประจำเดือน", 2), Field("ปีงบประมาณ พ.ศ."), Field("แผ่นที่")),)
SIGNERS = (sign("ผู้จัดทำ"), sign("ผู้สอบทานประจำเดือน"))

LOAN_REGISTER = Form(
    key="loan-register",
    title="ทะเบียนคุมการยืมทรัพย์สิน",
    landscape=True,
    lines=HEAD,
    columns=(
        Column("ลำดับ", 1.1),
        Column("เลขที่\nใบยืม", 1.8),
        Column("วันที่ยืม", 1.9),
        Column("ผู้ยืม ตำแหน่ง ฝ่าย", 3.6),
        Column("รายการ", 3.8),
        Column("หมายเลข\nครุภัณฑ์", 2.7),
        Column("กำหนด\nส่งคืน", 1.9),
        Column("วันที่\nทวงคืน", 1.9),
        Column("วันที่\nส่งคืน", 1.9),
        Column("สภาพ\nเมื่อส่งคืน", 2.1),
        Column("ผู้รับคืน", 2.0),
    ),
    rows=9,
    row_cm=1.0,
    statements=("เกินกำหนดส่งคืนให้ทวงคืนภายใน 7 วันนับแต่วันครบกำหนด เดือนใดไม่มีการยืมให้บันทึกว่า “ไม่มี”",),
    signers=SIGNERS,
)

DONATION_REGISTER = Form(
    key="donation-register",
    title="ทะเบียนรับของบริจาค",
    landscape=True,
    lines=HEAD,
    columns=(
        Column("ลำดับ", 1.1),
        Column("วันที่รับ", 1.8),
        Column("ผู้บริจาค", 3.1),
        Column("ผลตรวจสอบ\nการขัดกันแห่ง\nผลประโยชน์", 2.5),
        Column("รายการ", 3.3),
        Column("จำนวน/\nจำนวนเงิน", 2.0),
        Column("วัตถุประสงค์\nของผู้บริจาค", 2.5),
        Column("เลขที่ใบเสร็จ/\nหนังสือตอบขอบคุณ", 2.9),
        Column("ผู้รับ", 1.7),
        Column("การนำไปใช้", 2.3),
        Column("คงเหลือ", 1.5),
    ),
    rows=9,
    row_cm=1.0,
    statements=("ลงทะเบียนทุกชิ้นในวันที่รับ และไม่เปิดเผยข้อมูลส่วนบุคคลของผู้บริจาค เดือนใดไม่มีการรับบริจาคให้บันทึกว่า “ไม่มี”",),
    signers=SIGNERS,
)

EVIDENCE_REGISTER = Form(
    key="evidence-register",
    title="บัญชีของกลาง",
    landscape=True,
    lines=HEAD,
    columns=(
        Column("ลำดับ", 1.1),
        Column("เลขคดี/\nเลขรับ", 1.6),
        Column("วัน เวลา\nที่ยึด", 1.6),
        Column("ผู้ครอบครอง/\nผู้ถูกกล่าวหา", 2.3),
        Column("รายการ", 2.6),
        Column("จำนวน", 1.3),
        Column("สภาพ/เลขที่\nภาพถ่าย", 2.0),
        Column("เลขซีล", 1.4),
        Column("ที่เก็บ", 1.4),
        Column("ผู้ยึด", 1.7),
        Column("ผู้เก็บรักษา\n(มิใช่ผู้ยึด)", 2.0),
        Column("การเคลื่อนย้าย\n(วัน ผู้ส่ง ผู้รับ)", 2.4),
        Column("ผลคดี/\nคำสั่ง", 1.5),
        Column("คืน ทำลาย\nขาย (วันที่)", 1.8),
    ),
    rows=7,
    row_cm=1.2,
    statements=(
        "ลงบัญชีทุกชิ้นทันทีที่รับมอบ หากแก้ไขให้ขีดฆ่าและลงลายมือชื่อกำกับ ไม่เปิดเผยข้อมูลส่วนบุคคลของผู้ครอบครอง",
        "ผู้สอบทานต้องมิใช่ผู้ยึดหรือผู้เก็บรักษา เดือนใดไม่มีของกลางให้บันทึกว่า “ไม่มี”",
    ),
    signers=(sign("ผู้เก็บรักษาของกลาง"), sign("ผู้สอบทานประจำเดือน")),
)
