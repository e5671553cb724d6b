"""Rules of papers that lie together in one folder."""

from ita_docs.wording.wording import Rule

SET = "เอกสารชุดเดียวกันต้องตรงกัน"

RULES: dict[str, Rule] = {
    "person-spelt-differently": Rule(
        "warning",
        "language",
        SET,
        "ชื่อ “{value}” สะกดต่างจาก “{right}” ใน {other}",
        "ตรวจชื่อกับทะเบียนประวัติ แล้วแก้ให้ตรงกันทุกฉบับ",
        "the name “{value}” is spelt “{right}” in {other}",
        "check the name against the register, and spell it alike in every paper",
    ),
    "post-differs": Rule(
        "warning",
        "language",
        SET,
        "ผู้ลงนามคนเดียวกันลงตำแหน่ง “{value}” ฉบับอื่นลงว่า “{right}”",
        "ตรวจตำแหน่งของผู้ลงนามในวันที่ของเอกสารแต่ละฉบับ",
        "the same person signs as “{value}” here and as “{right}” elsewhere",
        "check the signer's post on the day of each paper",
    ),
    "number-twice": Rule(
        "error",
        "regulation",
        "ระเบียบงานสารบรรณ ข้อ ๑๖ (เลขที่เรียงเป็นลำดับตามปีปฏิทิน)",
        "เลขที่ซ้ำกับ {other}: “{value}”",
        "ตรวจทะเบียนคุมเลขที่ แล้วแก้ฉบับที่ผิด",
        "{other} carries the same number: “{value}”",
        "check the register of numbers, and mend the paper that is wrong",
    ),
    "order-cited-differently": Rule(
        "warning",
        "language",
        SET,
        "อ้างคำสั่งเลขที่ “{value}” แต่ใน {other} คือ “{right}”",
        "ตรวจเลขที่กับคำสั่งที่อ้าง",
        "the order is cited as “{value}”, but {other} carries “{right}”",
        "check the number against the order",
    ),
    "date-cited-differently": Rule(
        "warning",
        "language",
        SET,
        "อ้างวันที่ “{value}” ไม่ตรงกับวันที่ใน {other}",
        "ตรวจวันที่กับคำสั่งที่อ้าง",
        "the date “{value}” is not that of {other}",
        "check the date against the order",
    ),
    "title-cited-differently": Rule(
        "warning",
        "language",
        SET,
        "ชื่อเรื่องที่อ้างไม่ตรงกับเอกสารในชุดเดียวกัน “{value}”",
        "คัดลอกชื่อเรื่องจากเอกสารที่อ้าง",
        "the title cited is not quite that of the paper in this folder: “{value}”",
        "copy the title from the paper that is cited",
    ),
    "year-differs": Rule(
        "advice",
        "practice",
        SET,
        "“{value}” ต่างจากเอกสารอื่นในชุด ซึ่งเป็นปีงบประมาณ พ.ศ. {usual}",
        "ตรวจปีงบประมาณของเอกสาร",
        "“{value}” differs from the other papers, which are of fiscal year B.E. {usual}",
        "check the fiscal year of the paper",
    ),
    "office-differs": Rule(
        "warning",
        "language",
        SET,
        "ระบุหน่วยงาน “{value}” ขณะที่เอกสารอื่นในชุดระบุ “{usual}”",
        "ตรวจว่าคัดลอกมาจากหน่วยงานอื่นหรือไม่ แล้วแก้ชื่อหน่วยงานทุกแห่งในเอกสาร",
        "the paper names “{value}”, all others “{usual}”",
        "check whether it was copied from another office, and mend the name wherever it stands",
    ),
}
