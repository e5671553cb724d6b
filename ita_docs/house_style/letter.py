"""The template of a หนังสือภายนอก (ข้อ ๑๑, แบบที่ ๑)."""

from __future__ import annotations

from ita_docs.house_style.pieces import emblem, file_copy, signature
from ita_docs.house_style.wordml import THAI, Section, loop, when

TITLE = "แม่แบบหนังสือภายนอก"
SCRIPT = THAI
LAST_SECTION = Section()


def body() -> str:
    """Write the letter: garuda, number, office, day, subject, addressee, enclosures, text, closing, signer, owner."""
    p = THAI.p
    return (
        emblem(THAI)
        + p("LetterNumber", "ที่  {{ number }}\t{{ office_name }}")
        + p("LetterAddress", "{{ address }}")
        + p("LetterDay", "{{ day }}")
        + p("LetterSubject", "เรื่อง\t{{ title }}")
        + p("LetterLine", "เรียน\t{{ to }}")
        + when("refers", p("LetterLine", "อ้างถึง\t{{ refers }}"))
        + loop(
            "enclosure in enclosures",
            when(
                "loop.first",
                p("LetterEnclosed", "สิ่งที่ส่งมาด้วย\t{{ enclosure }}"),
                otherwise=[p("LetterEnclosedNext", "{{ enclosure }}")],
            ),
        )
        + loop("paragraph in paragraphs", p("Body", "{{ paragraph }}"))
        + file_copy(THAI)
        + p("BodyKept", "{{ request }}")
        + p("LetterClosing", "ขอแสดงความนับถือ")
        + signature(THAI)
        + p("LetterOwner", "{{ owner }}")
        + p("LetterContact", "โทร. {{ telephone }}")
        + when("email", p("LetterContact", "ไปรษณีย์อิเล็กทรอนิกส์ {{ email }}"))
    )
