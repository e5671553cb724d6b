"""The rule catalogue of the inspector: a table a family, for an official to proofread (`ita-docs rules` prints it)."""

from ita_docs.wording.rules import (
    bilingual,
    digits,
    language,
    law,
    leftovers,
    page,
    structure,
    together,
    typeface,
)
from ita_docs.wording.wording import Rule

__all__ = ["FAMILIES", "RULES"]

FAMILIES: dict[str, dict[str, Rule]] = {
    "structure": structure.RULES,
    "page": page.RULES,
    "typeface": typeface.RULES,
    "digits": digits.RULES,
    "language": language.RULES,
    "law": law.RULES,
    "leftovers": leftovers.RULES,
    "bilingual": bilingual.RULES,
    "together": together.RULES,
}
RULES: dict[str, Rule] = {code: rule for family in FAMILIES.values() for code, rule in family.items()}
