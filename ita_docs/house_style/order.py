"""The template of a คำสั่ง (ข้อ ๑๖, แบบที่ ๔)."""

from __future__ import annotations

from ita_docs.house_style.pieces import emblem, file_copy, paper_title, signature
from ita_docs.house_style.wordml import THAI, Section, loop, when

TITLE = "แม่แบบคำสั่ง"
SCRIPT = THAI
LAST_SECTION = Section()


def body() -> str:
    """Write the order: heading, reason, power, the bodies with members and duties, effect, date, signature."""
    p = THAI.p
    duty = "({{ duty.number }}) {{ duty.text }}"
    return (
        emblem(THAI)
        + paper_title(THAI, "คำสั่ง{{ office_name }}", "{{ number_line }}", "เรื่อง  {{ title }}")
        + loop("paragraph in reason", p("Body", "{{ paragraph }}"))
        + when("authority", p("Body", "{{ authority }}"))
        + loop(
            "body in bodies",
            p("Clause", "{{ body.number }}. {{ body.name }}  ประกอบด้วย"),
            loop(
                "member in body.members",
                when(
                    "loop.index < 3",
                    p("MemberKept", "{{ member.number }}\t{{ member.name }}\t{{ member.role }}"),
                    otherwise=[p("Member", "{{ member.number }}\t{{ member.name }}\t{{ member.role }}")],
                ),
            ),
            p("BodyKept", "ให้{{ body.called }}มีหน้าที่และอำนาจ ดังต่อไปนี้"),
            loop("duty in body.duties", when("duty.kept", p("BodyKept", duty), otherwise=[p("Body", duty)])),
        )
        + when("revokes", p("BodyKept", "{{ revokes }}"))
        + p("BodyKept", "{{ closing }}")
        + p("Given", "สั่ง  ณ  {{ given }}")
        + signature(THAI)
        + file_copy(THAI)
    )
