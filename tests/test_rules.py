"""Every rule of the inspector: lets good papers pass, finds what is wrong with bad ones, at the right place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pytest
from rule_cases import Case, cases, found

from ita_docs import inspector
from ita_docs.laws import Law
from ita_docs.paper import Paper
from ita_docs.problems import Problem
from ita_docs.setting import Setting
from ita_docs.wording import FAMILIES, RULES

CASES = cases()
FEWEST = 60


@pytest.fixture(scope="session")
def laws(setting: Setting) -> Sequence[Law]:
    return setting.laws.laws


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_rule_tells_good_from_bad(case: Case, made: dict[str, bytes], laws: Sequence[Law]) -> None:
    problems = [problem for problem in found(case.facts, made, laws) if problem.code == case.rule]
    if not case.bad:
        assert problems == [], [problem.say() for problem in problems]
        return
    told = [(problem.place.where if problem.place else None, problem.facts) for problem in problems]
    fits = [problem for problem in problems if _fits(problem, case)]
    assert fits, f"not found as wanted; found: {told}"
    for language in ("th", "en"):
        assert fits[0].message(language)
        assert "{" not in fits[0].message(language) + fits[0].hint(language) or "{{" in str(case.facts)


def _fits(problem: Problem, case: Case) -> bool:
    place = problem.place.where if problem.place else None
    wanted = {key: case.facts[key] for key in ("file", "where", "value", "fixed", "says") if key in case.facts}
    file = problem.place.file if problem.place else None
    told = {"file": file, "where": place, **problem.facts, "says": problem.message("th")}
    return all(
        str(value) in str(told.get(key)) if key == "says" else str(told.get(key)) == str(value)
        for key, value in wanted.items()
    )


def test_every_rule_has_a_good_and_a_bad_case_in_its_family() -> None:
    kinds = defaultdict(set)
    for case in CASES:
        kinds[case.family, case.rule].add(case.bad)
    due = {(family, code): {True, False} for family, rules in FAMILIES.items() for code in rules}
    assert dict(kinds) == due


def test_the_catalogue_is_large_and_each_rule_says_what_it_rests_on() -> None:
    assert len(RULES) >= FEWEST
    for code, rule in RULES.items():
        assert rule.source.strip(), code
        assert all((rule.th, rule.th_hint, rule.en, rule.en_hint)), code


def test_what_no_source_settles_is_advice_only() -> None:
    uncertain = {code: rule.severity for code, rule in RULES.items() if rule.basis == "practice"}
    assert uncertain
    assert set(uncertain.values()) == {"advice"}


def test_our_own_papers_have_no_finding_above_advice(papers: dict[str, Paper], laws: Sequence[Law]) -> None:
    grave = {
        name: [problem.say("en") for problem in inspector.inspect(subject) if problem.severity != "advice"]
        for name, read in papers.items()
        if (subject := inspector.subject_of(read, name, laws=laws))
    }
    assert {name: said for name, said in grave.items() if said} == {}


def test_our_own_papers_agree_with_each_other(papers: dict[str, Paper], laws: Sequence[Law]) -> None:
    subjects = [inspector.subject_of(read, name, laws=laws) for name, read in papers.items()]
    grave = [problem.say("en") for problem in inspector.inspect_together(subjects) if problem.severity != "advice"]
    assert grave == []
