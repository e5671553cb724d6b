"""The forms of official papers (แบบ): the parts of each, how a part is known in the text, and which must be there.

Sources: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖, the clause and the form named at each. แนวทาง, รายงาน
and counter notices have no form there: what is listed for them is custom.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ita_docs.inspector import begins

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Part(NamedTuple):
    """One part of a form: its names, the words (a pattern) that its line begins with, its need, its place, its look.

    `must` parts are in the form; `may` parts are in it "if any"; `usual` parts are custom. Parts of the head and the
    foot begin a line or stand after a tab in one; parts of the text may stand anywhere in a line.
    """

    id: str
    th: str
    en: str
    begins: str
    need: Literal["must", "may", "usual"] = "must"
    zone: Literal["head", "text", "foot"] = "head"
    looks: str = ""


class Form(NamedTuple):
    """One form: what it is called, its clause, how its paper is known, and its parts in their order."""

    th: str
    en: str
    source: str
    known_by: str  # a pattern that one of the first lines begins with
    parts: tuple[Part, ...] = ()
    garuda: Literal["large", "small", "none", "free"] = "large"
    regulated: bool = True


def _given(word: str, th: str, en: str) -> Part:
    begins = rf"{word}\s*ณ\s*วัน"
    return Part("date", th, en, begins, "must", "foot", f"{th} ๑ มกราคม พ.ศ. ๒๕๖๘")


# ---- parts that several forms share

NUMBER = Part("number", "ที่", "the number", begins.NUMBER, looks="ที่ กท ๐๔๐๓/๑๒")
SUBJECT = Part("subject", "เรื่อง", "the subject", begins.SUBJECT, looks="เรื่อง  (ใจความสั้นที่สุดของหนังสือ)")
SALUTATION = Part(
    "salutation", "คำขึ้นต้น", "the salutation", r"(?:กราบ)?เรียน(?!ว่า|มา|รู้|การ)|นมัสการ|ขอประทาน", looks="เรียน  (ตำแหน่งผู้รับ)"
)
REFERENCE = Part("reference", "อ้างถึง", "the reference", "อ้างถึง", "may")
ENCLOSURE = Part("enclosure", "สิ่งที่ส่งมาด้วย", "the enclosures", "สิ่งที่(?:ส่ง|แนบ)มา(?:ด้วย|พร้อม)", "may")
TEXT = Part("text", "ข้อความ", "the text", "", "must", "text")
EFFECT = Part(
    "effect",
    "วันใช้บังคับ",
    "the day of effect",
    begins.EFFECT,
    "usual",
    "text",
    "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
)
NAME = Part("name", "ชื่อเต็มในวงเล็บ", "the full name in parentheses", begins.NAME, "must", "foot", "(ชื่อเต็มของผู้ลงนาม)")
POSITION = Part("position", "ตำแหน่ง", "the position of the signer", "", "must", "foot")
OWNER = Part("owner", "ส่วนราชการเจ้าของเรื่อง", "the section in charge", begins.OWNER, "must", "foot", "ฝ่ายปกครอง")
PHONE = Part("phone", "โทร.", "the telephone", begins.PHONE, "must", "foot", "โทร. ....................")
COPIES = Part("copies", "สำเนาส่ง", "the copies", "สำเนา(?:ส่ง|เรียน)", "may", "foot")

FORMS: dict[str, Form] = {
    "order": Form(
        "คำสั่ง",
        "order",
        "ระเบียบงานสารบรรณ ข้อ ๑๖ แบบที่ ๔",
        r"คำสั่ง(?!นี้|ดังกล่าว|ที่|ให้|แต่งตั้ง|ซื้อ|จ้าง)|(?i:order)(?= of| no)",
        (
            Part(
                "agency",
                "คำสั่ง (ชื่อส่วนราชการหรือตำแหน่งของผู้มีอำนาจ)",
                "the agency that orders",
                r"คำสั่ง|(?i:order) (?i:of|no)",
                looks="คำสั่งสำนักงานเขตสัมพันธวงศ์",
            ),
            NUMBER._replace(looks="ที่ ๑๒/๒๕๖๘"),
            SUBJECT,
            TEXT,
            EFFECT,
            _given("สั่ง", "สั่ง  ณ  วันที่", "the day of the order"),
            NAME,
            POSITION,
        ),
    ),
    "announcement": Form(
        "ประกาศ",
        "announcement",
        "ระเบียบงานสารบรรณ ข้อ ๒๐ แบบที่ ๗",
        r"ประกาศ(?!นี้|นีย|ดังกล่าว|ให้|ว่า|ไว้|ใช้|ณ|\s*ณ\s)|แจ้งความ\S|(?i:announcement|notification)(?= of|$)",
        (
            Part(
                "agency",
                "ประกาศ (ชื่อส่วนราชการ)",
                "the agency that announces",
                r"ประกาศ(?!\s*ณ)|แจ้งความ|(?i:announcement|notification)",
            ),
            SUBJECT,
            TEXT,
            _given("(?:ประกาศ|แจ้งความ)", "ประกาศ  ณ  วันที่", "the day of the announcement")._replace(
                begins=r"(?:ประกาศ|แจ้งความ|ให้ไว้)\s*ณ\s*วัน|(?i:given|announced|done)\s+(?i:on|this)\b"
            ),
            NAME,
            POSITION,
        ),
    ),
    "memo": Form(
        "บันทึกข้อความ",
        "memo",
        "ระเบียบงานสารบรรณ ข้อ ๑๒ แบบที่ ๒",
        r"บันทึก\s*ข้อความ|ส่วนราชการ(?=[\s.…]|$)|(?i:memorandum)",
        # What only an internal letter must have, and a note (บันทึก, ข้อ ๒๖) on the same paper need not, is usual.
        (
            Part(
                "agency",
                "ส่วนราชการ",
                "the agency",
                r"ส่วนราชการ",
                "usual",
                looks="ส่วนราชการ  ฝ่ายปกครอง สำนักงานเขตสัมพันธวงศ์",
            ),
            NUMBER._replace(need="usual"),
            Part("date", "วันที่", "the date", r"(?:.{0,100}[\s๐-๙0-9.…])?วันที่", "usual", looks="วันที่  ๑ มกราคม ๒๕๖๘"),
            SUBJECT._replace(need="usual"),
            SALUTATION,
            TEXT,
            NAME._replace(need="usual"),
            POSITION,
        ),
        garuda="small",
    ),
    "letter": Form(
        "หนังสือภายนอก",
        "outside letter",
        "ระเบียบงานสารบรรณ ข้อ ๑๑ แบบที่ ๑",
        r"(?:กราบ)?เรียน\s|นมัสการ\s",
        (
            NUMBER,
            Part("agency", "ส่วนราชการเจ้าของหนังสือ", "the agency that writes", begins.OFFICE),
            Part("date", "วัน เดือน ปี", "the date", begins.HEAD_DATE, looks="๑ มกราคม ๒๕๖๘"),
            SUBJECT,
            SALUTATION,
            REFERENCE,
            ENCLOSURE,
            TEXT,
            Part(
                "closing", "คำลงท้าย", "the closing", r"ขอแสดง|ขอนมัสการ|ขอกราบ|ควรมิควร", "must", "foot", "ขอแสดงความนับถือ"
            ),
            NAME,
            POSITION,
            OWNER,
            PHONE,
            COPIES,
        ),
    ),
    "stamped": Form(
        "หนังสือประทับตรา",
        "stamped letter",
        "ระเบียบงานสารบรรณ ข้อ ๑๓ แบบที่ ๓",
        r"ถึง\s",
        (
            NUMBER,
            Part("salutation", "ถึง", "the addressee", r"ถึง(?=\s|$)", looks="ถึง  สำนักงานเขตสัมพันธวงศ์"),
            TEXT,
            Part(
                "agency",
                "ชื่อส่วนราชการที่ส่งหนังสือออก",
                "the agency that sends",
                r"(?!ด้วย|ตาม|จึง|เนื่องจาก|ที่\s|โทร|\(|[๐-๙0-9.…])\S.{2,80}$",
                "must",
                "foot",
            ),
            Part("date", "วัน เดือน ปี", "the date", begins.HEAD_DATE, "must", "foot", "๑ มกราคม ๒๕๖๘"),
            OWNER,
            PHONE,
        ),
    ),
    "certificate": Form(
        "หนังสือรับรอง",
        "certificate",
        "ระเบียบงานสารบรรณ ข้อ ๒๔ แบบที่ ๑๐",
        r"หนังสือรับรอง(?!การหัก)|หนังสือ\S{0,10}(?:ให้ไว้)?เพื่อรับรอง|(?i:certificate|to whom it may concern)",
        (
            Part(
                "number", "เลขที่", "the number", r"(?:เลข)?ที่(?=\s|[๐-๙0-9./]|[ก-ฮ]{2}|$)|(?i:no\.)", looks="เลขที่ ๑/๒๕๖๘"
            ),
            Part("agency", "ส่วนราชการเจ้าของหนังสือ", "the agency", begins.OFFICE),
            TEXT,
            _given("ให้ไว้", "ให้ไว้  ณ  วันที่", "the day of the certificate"),
            NAME,
            POSITION,
        ),
    ),
    "minutes": Form(
        "รายงานการประชุม",
        "minutes",
        "ระเบียบงานสารบรรณ ข้อ ๒๕ แบบที่ ๑๑",
        r"รายงานการประชุม(?!เชิงปฏิบัติการ|วิชาการ|สัมมนา)|(?i:minutes of)",
        (
            Part("agency", "รายงานการประชุม (ชื่อคณะที่ประชุม)", "the body that met", r"รายงานการประชุม|(?i:minutes of)"),
            Part("session", "ครั้งที่", "the number of the meeting", r"(?:.{0,120}\s)?ครั้งที่", looks="ครั้งที่ ๑/๒๕๖๘"),
            Part(
                "met",
                "เมื่อ",
                "the day of the meeting",
                begins.MEETING_DAY,
            ),
            Part(
                "place", "ณ", "the place of the meeting", r"(?:.{0,150}\s)?(?:ณ(?=\s|ห้อง)|ห้องประชุม|ผ่านระบบ|ผ่านสื่อ|สถานที่)"
            ),
            Part("present", "ผู้มาประชุม", "the members who came", r"(?:\S{0,10})ผู้(?:ที่)?มาประชุม", looks="ผู้มาประชุม"),
            Part("absent", "ผู้ไม่มาประชุม", "the members who did not come", r"(?:\S{0,10})ผู้(?:ที่)?ไม่มาประชุม", "may"),
            Part("attending", "ผู้เข้าร่วมประชุม", "others who attended", r"(?:\S{0,10})ผู้เข้าร่วม", "may"),
            Part(
                "opened",
                "เริ่มประชุมเวลา",
                "the hour of opening",
                r"(?:เริ่ม|เปิด)\s*(?:การ)?ประชุม",
                "must",
                "head",
                "เริ่มประชุมเวลา  ๐๙.๓๐ น.",
            ),
            TEXT,
            Part("agenda", "ระเบียบวาระที่", "the items of the agenda", r"(?:ระเบียบ)?วาระที่", "usual", "text"),
            Part(
                "closed",
                "เลิกประชุมเวลา",
                "the hour of closing",
                r"(?:เลิก|ปิด)\s*(?:การ)?ประชุม",
                "must",
                "foot",
                "เลิกประชุมเวลา  ๑๒.๐๐ น.",
            ),
            Part(
                "minuted",
                "ผู้จดรายงานการประชุม",
                "who took the minutes",
                r"(?:.{0,120}\s)?ผู้(?:จด|บันทึก|จัดทำ|สรุป)",
                "must",
                "foot",
                "ผู้จดรายงานการประชุม",
            ),
        ),
        garuda="none",
    ),
    "guideline": Form(
        "แนวทาง",
        "guideline",
        "ไม่มีแบบกำหนด ใช้ตามธรรมเนียม",
        r"แนวทาง|แนวปฏิบัติ|คู่มือ|หลักเกณฑ์|มาตรฐานการปฏิบัติงาน|(?i:guidelines?|manual)\b",
        garuda="free",
        regulated=False,
    ),
    "report": Form(
        "รายงาน",
        "report",
        "ไม่มีแบบกำหนด ใช้ตามธรรมเนียม",
        r"รายงาน(?!การประชุม(?!เชิง|วิชา|สัม)|นี้|ให้|ต่อ)|คำนำ$|สารบัญ$|บทสรุปผู้บริหาร|บทที่\s*[๑1]$|(?i:report)(?= on| of|$)",
        garuda="free",
        regulated=False,
    ),
    "notice": Form(
        "ป้ายประกาศ",
        "notice",
        "ไม่มีแบบกำหนด ใช้ตามธรรมเนียม",
        r"(?:งด|ไม่)รับ(?:ของขวัญ|สินบน)|ประชาสัมพันธ์$|(?i:no gifts?)\b",
        garuda="free",
        regulated=False,
    ),
}
