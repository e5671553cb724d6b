"""`check --fix`: what is mended stays mended, and nothing else is touched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from rule_cases import Case, cases, file_of, written

from ita_docs import cli, examine, mending, paper
from ita_docs.inspector.marks import retyped
from ita_docs.laws import Law
from ita_docs.setting import Setting
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.text import no_space
from ita_docs.wording import RULES

# `mends: false` stands where two right answers are possible, and a person has to choose.
BROKEN = [case for case in cases() if case.bad and case.rule in mending.MENDED and case.facts.get("mends", True)]


@pytest.fixture(scope="module")
def manner(setting: Setting) -> examine.Manner:
    laws: Sequence[Law] = setting.laws.laws
    return examine.Manner(laws=laws)


def members(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_repair_answers_rules_that_are_in_the_catalogue() -> None:
    assert mending.MENDED
    assert set(RULES) >= mending.MENDED


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_a_repair_mends_its_fault_and_brings_no_other(
    case: Case, made: dict[str, bytes], manner: examine.Manner
) -> None:
    broken = file_of(case.facts, made)
    mended, gone = examine.mend("case.docx", broken, manner)
    assert case.rule in {problem.code for problem in gone}
    before = {(problem.code, problem.place) for problem in examine.examine([("case.docx", broken)], manner)}
    after = {(problem.code, problem.place) for problem in examine.examine([("case.docx", mended)], manner)}
    assert after <= before
    assert examine.mend("case.docx", mended, manner) == (mended, [])


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_a_repair_changes_no_other_letter_and_no_other_part(
    case: Case, made: dict[str, bytes], manner: examine.Manner
) -> None:
    broken = file_of(case.facts, made)
    mended, _ = examine.mend("case.docx", broken, manner)

    def alike(docx: bytes) -> str:
        return no_space(arabic_digits(retyped(paper.read(docx, "case").text)))

    assert alike(mended) == alike(broken)
    before, after = members(broken), members(mended)
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed
    assert all(repairs_look_at(name) for name in changed)


def repairs_look_at(name: str) -> bool:
    return any(repair.parts.fullmatch(name) for repair in mending.REPAIRS)


def test_our_own_papers_have_nothing_to_mend(made: dict[str, bytes], manner: examine.Manner) -> None:
    for name, docx in made.items():
        assert examine.mend(f"{name}.docx", docx, manner) == (docx, [])


# ---- on the command line


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "letter.docx"
    path.write_bytes(written("ประชุมเเล้วเมื่อวันที่ ๕ มกราคม ๒๕๖๘ จำนวน 12 คน และ ๓๑ เมษายน ๒๕๖๘ รวม ๑๒๐ คน"))
    monkeypatch.chdir(tmp_path)
    return path


def run(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as stop:
        cli.main(words)
    return stop.value.code


def test_fix_writes_a_new_file_and_lists_what_it_mended(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bad.read_bytes()
    assert run("check", "letter.docx", "--fix") == 1  # the impossible day is left for a person
    told = capsys.readouterr()
    assert "[double-sara-e]" in told.out
    assert "[date-impossible]" in told.err
    assert bad.read_bytes() == before
    mended = bad.with_name("letter-fixed.docx")
    assert "ประชุมแล้ว" in paper.read(mended.read_bytes(), "mended").text
    assert run("check", "letter-fixed.docx", "--fix") == 1
    assert sorted(path.name for path in bad.parent.iterdir()) == ["letter-fixed.docx", "letter.docx"]


def test_a_mended_copy_that_somebody_worked_on_is_not_lost(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = bad.with_name("letter-fixed.docx")
    mine.write_bytes(b"my own work")
    assert run("check", "letter.docx", "--fix") == 1
    assert "[fixed-exists]" in capsys.readouterr().err
    assert mine.read_bytes() == b"my own work"
