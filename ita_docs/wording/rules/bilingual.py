"""Rules of papers in two languages."""

from ita_docs.wording.wording import Rule

ANNEX = "ภาคผนวก ๔ ท้ายระเบียบงานสารบรรณ (หนังสือภาษาอังกฤษ)"
AGREE = "คำแปลต้องตรงกับต้นฉบับเป็นรายข้อ"

RULES: dict[str, Rule] = {
    "clause-numbers-differ": Rule(
        "warning",
        "language",
        AGREE,
        "ข้อ {value} ไม่มีใน {other}",
        "ให้ฉบับภาษาไทยและภาษาอังกฤษมีเลขข้อตรงกัน",
        "clause {value} is not in {other}",
        "number the clauses alike in Thai and in English",
    ),
    "dates-differ": Rule(
        "warning",
        "language",
        AGREE,
        "วันที่ “{value}” ไม่ตรงกับวันที่ในข้อเดียวกันของ {other}",
        "ตรวจวันที่ทั้งสองภาษากับต้นเรื่อง",
        "the date “{value}” is not in the same clause of {other}",
        "check the date in both languages against the file",
    ),
    "figures-differ": Rule(
        "warning",
        "language",
        AGREE,
        "ตัวเลข “{value}” ไม่มีในข้อเดียวกันของ {other}",
        "ตรวจตัวเลขทั้งสองภาษากับต้นเรื่อง",
        "the figure “{value}” is not in the same clause of {other}",
        "check the figure in both languages against the file",
    ),
    "translation-unmarked": Rule(
        "advice",
        "practice",
        "ธรรมเนียมของคำแปล ภาคผนวก ๔ ไม่มีแบบคำสั่งและประกาศภาษาอังกฤษ",
        "ฉบับภาษาอังกฤษไม่ได้ระบุว่าเป็นคำแปล",
        "พิมพ์ (Unofficial Translation) ใต้ชื่อเรื่อง หรือเพิ่มข้อความว่าให้ถือภาษาไทยเป็นสำคัญ",
        "the English paper does not say that it is a translation",
        "type “(Unofficial Translation)” below the title, or say that the Thai text prevails",
    ),
    "english-date-form": Rule(
        "warning",
        "guidance",
        ANNEX,
        "วันที่ภาษาอังกฤษไม่ตรงแบบ “{value}”",
        "พิมพ์วัน เดือน B.E. ปีพุทธศักราช และปีคริสต์ศักราชในวงเล็บ",
        "the date is not in the official form: “{value}”",
        "give the day, the month, B.E. and the Buddhist year, then the Christian year in parentheses",
    ),
    "english-era-missing": Rule(
        "warning",
        "guidance",
        ANNEX,
        "ปีพุทธศักราชในภาษาอังกฤษไม่มี B.E. “{value}”",
        "พิมพ์ B.E. หน้าปีพุทธศักราช และปีคริสต์ศักราชในวงเล็บ",
        "a Buddhist year stands without B.E.: “{value}”",
        "put B.E. before it, and the Christian year in parentheses after it",
    ),
    "english-years-differ": Rule(
        "error",
        "language",
        "ปฏิทิน: พุทธศักราชมากกว่าคริสต์ศักราช 543 ปี",
        "ปีพุทธศักราชและคริสต์ศักราชไม่ใช่ปีเดียวกัน “{value}”",
        "ตรวจปีกับต้นเรื่อง",
        "the two years are not the same year: “{value}”",
        "check the year against the file",
    ),
}
