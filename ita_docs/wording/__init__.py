"""Every sentence that a problem can say, in Thai and in English: tables for proofreading, by stage of the work.

Words in single braces are facts of the problem. A message says what is wrong, with the value; a hint says what to do.
"""

from ita_docs.wording import agreement, fields, papers, reading, use
from ita_docs.wording.wording import Language, Severity, Wording

__all__ = ["FIXED", "NEAR", "WORDINGS", "Language", "Severity", "Wording"]

# The hints that any problem can carry when the right value is known.
FIXED: dict[Language, str] = {"th": "แก้เป็น: {fixed}", "en": "write: {fixed}"}
NEAR: dict[Language, str] = {"th": "หมายถึง “{near}” หรือไม่", "en": "did you mean “{near}”?"}

WORDINGS: dict[str, Wording] = {
    **reading.WORDINGS,
    **fields.WORDINGS,
    **agreement.WORDINGS,
    **papers.WORDINGS,
    **use.WORDINGS,
}
