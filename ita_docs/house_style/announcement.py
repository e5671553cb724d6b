"""The template of a ประกาศ with clauses (ข้อ ๒๐, แบบที่ ๗) and the gift report annexed to it, in Thai."""

from __future__ import annotations

from ita_docs.house_style.drawing import form
from ita_docs.house_style.form import Form
from ita_docs.house_style.forms import GIFT_REPORT_TH
from ita_docs.house_style.pieces import emblem, file_copy, paper_title, signature
from ita_docs.house_style.wordml import THAI, Script, Section, loop, when

TITLE = "แม่แบบประกาศ"
SCRIPT = THAI
LAST_SECTION = Section(margins=(2.0, 2.0, 1.5, 3.0), numbered=False)
HEAD = ("ประกาศ{{ office_name }}", "เรื่อง  {{ title }}")
GIVEN = "ประกาศ  ณ  {{ given }}"


def body() -> str:
    """Write the Thai announcement."""
    return clauses(THAI, HEAD, GIVEN, GIFT_REPORT_TH)


def clauses(script: Script, head: tuple[str, ...], given: str, annex: Form) -> str:
    """Write an announcement: heading, preamble, clauses with numbered items, date, signature, and the annexed form."""
    p = script.p
    item = "{{ item.number }} {{ item.text }}"
    return (
        emblem(script)
        + paper_title(script, *head)
        + loop("paragraph in preamble", p("Body", "{{ paragraph }}"))
        + loop(
            "clause in clauses",
            p("Clause", "{{ clause.number }}. {{ clause.title }}"),
            when(
                "clause.text",
                when("clause.kept", p("BodyKept", "{{ clause.text }}"), otherwise=[p("Body", "{{ clause.text }}")]),
            ),
            loop("item in clause.points", when("item.kept", p("BodyKept", item), otherwise=[p("Body", item)])),
        )
        + file_copy(script)
        + p("Given", given)
        + signature(script)
        + Section().end()
        + p("FormTitle", "{{ annex_title }}")
        + p("FormText", "{{ annex_note }}")
        + form(script, annex, titled=False)
    )
