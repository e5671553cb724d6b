"""Every sentence that a problem can say, in Thai and in English: tables for proofreading, by stage of the work.

Words in single braces are facts of the problem. A message says what is wrong, with the value; a hint says what to do.
"""

from ita_docs.wording import agreement, disclosure, fields, papers, progress, reading, risks, sheets, strangers, use
from ita_docs.wording.rules import FAMILIES, RULES
from ita_docs.wording.wording import Language, Rule, Severity, Wording

__all__ = [
    "FAMILIES",
    "FIXED",
    "GRADES",
    "NEAR",
    "PLACES",
    "RULES",
    "WORDINGS",
    "Language",
    "Rule",
    "Severity",
    "Wording",
]

# The hints that any problem can carry when the right value is known.
FIXED: dict[Language, str] = {"th": "แก้เป็น: {fixed}", "en": "write: {fixed}"}
NEAR: dict[Language, str] = {"th": "หมายถึง “{near}” หรือไม่", "en": "did you mean “{near}”?"}

# How grave a finding of the inspector is, and the steps to its place on a paper.
GRADES: dict[Severity, dict[Language, str]] = {
    "error": {"th": "ผิด", "en": "error"},
    "warning": {"th": "เตือน", "en": "warning"},
    "advice": {"th": "แนะนำ", "en": "advice"},
}
PLACES: dict[str, dict[Language, str]] = {
    "header": {"th": "หัวกระดาษ", "en": "header"},
    "footer": {"th": "ท้ายกระดาษ", "en": "footer"},
    "footnotes": {"th": "เชิงอรรถ", "en": "footnote"},
    "endnotes": {"th": "อ้างอิงท้ายเรื่อง", "en": "endnote"},
    "n": {"th": "ที่", "en": "note"},
    "t": {"th": "ตาราง", "en": "table"},
    "r": {"th": "แถว", "en": "row"},
    "c": {"th": "ช่อง", "en": "cell"},
    "x": {"th": "กล่องข้อความ", "en": "text box"},
    "p": {"th": "ย่อหน้า", "en": "paragraph"},
}

WORDINGS: dict[str, Wording | Rule] = {
    **reading.WORDINGS,
    **fields.WORDINGS,
    **agreement.WORDINGS,
    **papers.WORDINGS,
    **progress.WORDINGS,
    **disclosure.WORDINGS,
    **risks.WORDINGS,
    **sheets.WORDINGS,
    **strangers.WORDINGS,
    **use.WORDINGS,
    **RULES,
}
