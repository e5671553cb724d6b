"""The inspector: reads a paper, ours or anyone's, and says what is wrong, where, by which rule, and how to mend it.

A family of rules is a row in FAMILIES here, a table of sentences of the same name in `wording.rules`, and a module of
the same name beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ita_docs.inspector import bilingual, digits, language, law, leftovers, page, structure, together, typeface
from ita_docs.inspector.forms import FORMS
from ita_docs.inspector.profiles import PROFILES, Profile
from ita_docs.inspector.recognition import subject_of
from ita_docs.inspector.subject import Subject
from ita_docs.problems import Problem

__all__ = ["FORMS", "PROFILES", "Profile", "Subject", "inspect", "inspect_together", "subject_of"]

# Each family's question to one paper.
FAMILIES: dict[str, Callable[[Subject], Iterator[Problem]]] = {
    "structure": structure.findings,
    "page": page.findings,
    "typeface": typeface.findings,
    "digits": digits.findings,
    "language": language.findings,
    "law": law.findings,
    "leftovers": leftovers.findings,
}
# The questions to several papers at once.
TOGETHER: dict[str, Callable[[Sequence[Subject]], Iterator[Problem]]] = {
    "bilingual": bilingual.findings,
    "together": together.findings,
}


def inspect(subject: Subject) -> list[Problem]:
    """Read one paper by every rule; the findings stand in the order of the families, then of the paper."""
    return [problem for findings in FAMILIES.values() for problem in dict.fromkeys(findings(subject))]


def inspect_together(subjects: Sequence[Subject]) -> list[Problem]:
    """Read papers that lie together: those in two languages against each other, and all of them as one set."""
    return [problem for findings in TOGETHER.values() for problem in dict.fromkeys(findings(subjects))]
