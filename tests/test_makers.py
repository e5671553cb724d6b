"""Papers by other makers: what clerks' programs write, with what is wrong in them, read as they come.

`makers/README.md` says who made each and what was planted; beside each lies what the inspector finds in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Golden, Orphans
from openxml_audit import OpenXmlValidator

from ita_docs import paper
from ita_docs.examine import Manner, examine, mend
from ita_docs.laws import Law
from ita_docs.mending import MENDED
from ita_docs.problems import Problem
from ita_docs.setting import Setting

MAKERS = Path(__file__).parent / "makers"
LARGEST = 25_000  # bytes
# What was planted in each by the hand that wrote it, or by the habits of its maker.
PLANTED = {
    "announcement-libreoffice": """
        page-number-missing font-it9 line-spacing era-christian-year date-impossible time-impossible sara-am-split
        bracket-unpaired list-gap misspelling part-missing
    """,
    "announcement-pandoc": """
        part-foreign law-repealed misspelling clause-gap time-colon digits-mixed era-missing font-foreign body-size
        margin-left margin-right paper-not-a4
    """,
    "certificate-docxjs": """
        order-number-form certificate-words day-leading-zero month-short-text baht-words-differ era-christian-year
        name-without-parentheses font-foreign margin-left margin-right
    """,
    "guideline-html-to-docx": """
        misspelling list-gap digits-mixed double-sara-e maiyamok-space date-range-reversed leftover-note font-foreign
        paper-not-a4
    """,
    "letter-abiword": """
        month-short year-christian month-short-text misspelling closing-mismatch part-missing font-foreign body-size
        margin-left margin-right
    """,
    "letter-libreoffice-rtf": """
        label-wording salutation-mismatch reference-form enclosure-uncounted fiscal-range text-highlighted
        time-without-unit body-size sara-am-split double-sara-e
    """,
    "memo-calligra": "date-range-reversed era-unwanted misspelling comment-left memo-heading-foreign font-foreign",
    "memo-docxjs": """
        comment-left change-tracked text-highlighted digits-mixed era-in-citation polite-particle page-number-form
        page-number-place font-foreign
    """,
    "memo-libreoffice": """
        comment-left change-tracked tracking-on text-highlighted memo-title-size memo-label-size memo-heading-foreign
        era-unwanted date-range-reversed spaces-many space-before-punctuation misspelling margin-left margin-right
        first-line-indent
    """,
    "minutes-libreoffice-html": """
        session-form weekday-wrong time-colon date-impossible agenda-order misspelling maiyamok-space word-doubled
        font-foreign
    """,
    "notice-libreoffice-doc": """
        font-foreign size-twin bold-twin name-variant weekday-wrong digits-mixed-in-number leftover-note text-hidden
        paper-not-a4
    """,
    "order-pandoc": """
        garuda-size garuda-distorted garuda-place fiscal-without-era baht-words-differ weekday-wrong era-missing
        digits-mixed auto-number-arabic font-foreign body-size margin-left margin-right paper-not-a4
    """,
    "order-python-docx": """
        garuda-distorted garuda-place date-impossible digits-mixed misspelling list-gap position-missing effect-missing
        font-foreign size-twin margin-left margin-right paper-not-a4
    """,
    "report-officegen": """
        digits-mixed comma-misplaced double-sara-e field-broken misspelling leftover-note indent-by-spaces
        table-without-header-row
    """,
}
CLEAN = ("clean-announcement-docxjs", "clean-letter-python-docx", "clean-order-libreoffice")
NAMES = sorted([*PLANTED, *CLEAN])


@pytest.fixture(scope="session")
def manner(setting: Setting) -> Manner:
    laws: Sequence[Law] = setting.laws.laws
    return Manner(laws=laws)


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted(MAKERS.glob("*.docx"))}


@pytest.fixture(scope="session")
def findings(files: dict[str, bytes], manner: Manner) -> dict[str, list[Problem]]:
    """What the inspector says of each paper by itself."""
    return {name: examine({f"{name}.docx": docx}.items(), manner) for name, docx in files.items()}


def told(problem: Problem) -> str:
    """Write a finding for a reader: how grave, which rule, where, the words at fault, and the right ones."""
    where = (problem.place.where if problem.place else None) or "-"
    fixed = problem.facts.get("fixed")
    words = " ".join(problem.facts.get("value", "").split())
    return (
        f"{problem.severity:8}{problem.code}  [{where}]  {words}".rstrip() + (f"  ->  {fixed}" if fixed else "") + "\n"
    )


def test_the_papers_are_those_of_the_list_and_small(files: dict[str, bytes]) -> None:
    assert sorted(files) == NAMES
    assert {name: len(docx) for name, docx in files.items() if len(docx) > LARGEST} == {}
    guide = (MAKERS / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}.docx`" not in guide] == []


def test_no_golden_is_left_behind(orphans: Orphans) -> None:
    assert orphans(MAKERS, {MAKERS / f"{name}.txt" for name in NAMES}) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_are_those_that_were_read(name: str, findings: dict[str, list[Problem]], golden: Golden) -> None:
    golden(MAKERS / f"{name}.txt", "".join(told(problem) for problem in findings[name]))


@pytest.mark.parametrize("name", PLANTED)
def test_what_was_planted_is_found(name: str, findings: dict[str, list[Problem]]) -> None:
    assert set(PLANTED[name].split()) - {problem.code for problem in findings[name]} == set()


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_paper_has_nothing_above_advice(name: str, findings: dict[str, list[Problem]]) -> None:
    assert [problem.say("en") for problem in findings[name] if problem.severity != "advice"] == []


def test_nothing_is_told_twice(findings: dict[str, list[Problem]]) -> None:
    for name, problems in findings.items():
        lines = Counter(told(problem) for problem in problems)
        assert [line for line, times in lines.items() if times > 1] == [], name


def test_a_correction_that_looks_the_same_is_told_in_words(findings: dict[str, list[Problem]]) -> None:
    (problem,) = [each for each in findings["memo-libreoffice"] if each.code == "spaces-many"]
    assert problem.facts["fixed"] != problem.facts["value"]
    assert problem.hint("en").startswith("type one")


# ---- the mechanical repairs


@pytest.mark.parametrize("name", NAMES)
def test_mending_heals_what_it_says_and_does_no_harm(
    name: str, files: dict[str, bytes], manner: Manner, tmp_path: Path
) -> None:
    before = examine({name: files[name]}.items(), manner)
    mended, gone = mend(name, files[name], manner)
    assert mend(name, mended, manner) == (mended, [])
    after = examine({name: mended}.items(), manner)
    assert not {problem.code for problem in after} - {problem.code for problem in before}
    assert len(after) == len(before) - len(gone)
    assert bool(gone) == bool({problem.code for problem in before} & MENDED)
    assert faults(mended, tmp_path) <= faults(files[name], tmp_path)
    old, new = (paper.read(docx, name).lines for docx in (files[name], mended))
    assert [(line.where, line.style) for line in old] == [(line.where, line.style) for line in new]


def faults(docx: bytes, folder: Path) -> Counter[str]:
    """Count the errors of a file against Open XML by what they say."""
    path = folder / "paper.docx"
    path.write_bytes(docx)
    return Counter(error.description for error in OpenXmlValidator().validate(path).errors)
