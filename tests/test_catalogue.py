"""The rules as people read them: on the screen, for machines, as a page of the guide."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT, Golden

from ita_docs import catalogue, cli
from ita_docs.inspector import FORMS, PROFILES
from ita_docs.wording import RULES


def run(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as stop:
        cli.main(words)
    return stop.value.code


def test_the_page_of_the_guide_is_that_of_the_tables(golden: Golden) -> None:
    golden(ROOT / "docs" / "rules.md", catalogue.page())


def test_the_page_holds_every_rule_every_form_and_every_profile() -> None:
    page = catalogue.page()
    for name in (*RULES, *FORMS, *PROFILES):
        assert f"`{name}`" in page


def test_rules_lists_all_and_tells_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules") == 0
    assert set(RULES) <= set(capsys.readouterr().out.split())
    assert run("--lang", "en", "rules", "garuda-size") == 0
    told = capsys.readouterr().out
    assert RULES["garuda-size"].en in told
    assert RULES["garuda-size"].source in told


def test_rules_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [rule["code"] for rule in told] == list(RULES)
    assert {"family", "severity", "basis", "source", "th", "en", "mended"} <= told[0].keys()


def test_an_unknown_rule_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "garuda-sise") == 1
    assert "garuda-size" in capsys.readouterr().err
