"""What kind of paper lies on the inspector's desk, where its parts stand, its day and its language."""

from __future__ import annotations

from datetime import date

import pytest

from ita_docs.inspector import FORMS, subject_of
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line, Paper

ORDER = ["คำสั่งสำนักงานเขตสัมพันธวงศ์", "ที่ ๑๒/๒๕๖๘", "เรื่อง  ยกเลิกประกาศ", "ด้วยมีเหตุให้ยกเลิกประกาศ"]
SIGNED = ["สั่ง  ณ  วันที่ ๑๐ มกราคม พ.ศ. ๒๕๖๘", "(........................................)", "ผู้อำนวยการเขตสัมพันธวงศ์"]
LETTER_HEAD = ["ที่ กท ........../..........\tสำนักงานเขตสัมพันธวงศ์", "\t๒๐ เมษายน ๒๕๖๘", "เรื่อง  ขอเชิญประชุม"]


def lying(*texts: str, kind: str = "") -> Subject:
    lines = tuple(Line(f"p{at}", "Normal", text) for at, text in enumerate(texts, 1))
    return subject_of(Paper(lines), "paper.docx", kind=kind)


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (ORDER, "order"),
        (["(ร่าง)", "ด่วนที่สุด", *ORDER], "order"),
        (["ร่างคำสั่งสำนักงานเขตสัมพันธวงศ์"], "order"),
        (["สำเนาประกาศสำนักงานเขตสัมพันธวงศ์", "เรื่อง  รายงานการประชุม"], "announcement"),
        (["Announcement of the Samphanthawong District Office"], "announcement"),
        (["บันทึก ข้อความ", "เรียน  ผู้อำนวยการเขต"], "memo"),
        ([*LETTER_HEAD, "เรียน  ปลัดกรุงเทพมหานคร"], "letter"),
        (["ที่ กท ........../..........", "ถึง  โรงเรียนวัดสัมพันธวงศ์", "๑ มกราคม ๒๕๖๘"], "stamped"),
        (["เลขที่ ๑/๒๕๖๘", "หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า ...................."], "certificate"),
        (["รายงานการประชุมคณะกรรมการ", "ครั้งที่ ๑/๒๕๖๘"], "minutes"),
        (["รายงานผลการดำเนินงาน"], "report"),
        (["มาตรการยกระดับคุณธรรม", "สำนักงานเขตสัมพันธวงศ์", "คำนำ"], "report"),
        (["แนวทางการใช้ทรัพย์สินของราชการ"], "guideline"),
        (["งานทะเบียน", "ไม่รับของขวัญ"], "notice"),
        (["คำสั่งนี้ให้ใช้บังคับตั้งแต่บัดนี้"], ""),
        (["เรียน  ทุกท่าน", "ขอบคุณ"], ""),
        ([], ""),
    ],
)
def test_the_kind_is_told_by_the_first_lines(texts: list[str], kind: str) -> None:
    assert lying(*texts).kind == kind


def test_a_kind_that_is_told_is_not_looked_for() -> None:
    assert lying(*ORDER, kind="announcement").kind == "announcement"


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        ([*ORDER, *SIGNED], date(2025, 1, 10)),
        ([*ORDER, "สั่ง ณ วันที่ 10 มกราคม พ.ศ. 2568", *SIGNED[1:]], date(2025, 1, 10)),
        ([*ORDER, "สั่ง  ณ  วันที่ ....... เดือน .................. พ.ศ. ๒๕....", *SIGNED[1:]], None),
        ([*ORDER[:3], "ตามคำสั่งลงวันที่ ๕ มกราคม ๒๕๖๘ นั้น", *SIGNED], date(2025, 1, 10)),
        ([*LETTER_HEAD, "เรียน  ปลัดกรุงเทพมหานคร"], date(2025, 4, 20)),
        (["บันทึกข้อความ", "ที่  กท ........../..........\tวันที่  ๓ ก.พ. ๖๘"], date(2025, 2, 3)),
        (["บันทึกข้อความ", "วันที่", "๓ กุมภาพันธ์ ๒๕๖๘"], date(2025, 2, 3)),  # label and date in two cells
        (["รายงานการประชุมคณะกรรมการ ครั้งที่ ๑/๒๕๖๘", "เมื่อวันศุกร์ที่ ๑๐ มกราคม ๒๕๖๘"], date(2025, 1, 10)),
        (["Announcement of the Office", "We announce.", "Given on 6 September B.E. 2555 (2012)"], date(2012, 9, 6)),
        (["รายงานผลการดำเนินงาน", "๑๐ มกราคม ๒๕๖๘"], None),
    ],
)
def test_the_day_is_read_where_the_form_puts_it(texts: list[str], day: date | None) -> None:
    assert lying(*texts).day == day


def test_the_parts_are_found_where_they_begin() -> None:
    order = lying(*ORDER, *SIGNED)
    assert {name: places[0] for name, places in order.parts.items()} == {
        "agency": 0,
        "number": 1,
        "subject": 2,
        "text": 3,
        "date": 4,
        "name": 5,
        "position": 6,
    }
    memo = lying("บันทึกข้อความ", "ส่วนราชการ  ฝ่ายปกครอง", "ที่  \tวันที่  \t", "เรื่อง  ก", "เรียน  ข", "เรื่องเดิม")
    assert (memo.parts["number"], memo.parts["date"], memo.parts["subject"]) == ([2], [2], [3])


def test_parts_that_stand_in_one_paragraph_by_line_breaks_are_found() -> None:
    paper = lying(
        "ประกาศสำนักงานเขตสัมพันธวงศ์\nเรื่อง  งดรับของขวัญ", "ด้วยมีเหตุ", "ประกาศ ณ วันที่\n(....................)\nผู้อำนวยการเขต"
    )
    assert set(paper.parts) == {part.id for part in FORMS["announcement"].parts}


def test_the_language_is_that_of_most_letters() -> None:
    assert lying("Announcement of the Office", "ประกาศ", "This is an English text.").language == "en"
    assert lying("ประกาศสำนักงาน", "นโยบาย (Anti-Bribery Policy) ของสำนักงานเขต").language == "th"
    assert lying().language == "th"
