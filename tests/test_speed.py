"""A slowdown is noticed on a busy machine too: work is counted in calls, and weighed against docxtpl's own.

Calls are the same everywhere, but a call of C may do anything; so the processor's time is compared as well, the least
of many turns in this process, with more than twice the room that it needs.
"""

from __future__ import annotations

import io
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from conftest import ROOT, YEAR
from docxtpl import DocxTemplate

from ita_docs.agreement.setting import item_file
from ita_docs.template import Template
from ita_docs.workspace import Workspace

FORTY_ROWS = runpy.run_path(str(ROOT / "bench/forty_rows.py"))
DATA: dict[str, Any] = FORTY_ROWS["DATA"]
SHARE = 0.1  # of docxtpl's calls; it was 0.074 when this was written
EACH_ROW = 70  # calls that one more row of five cells may cost; it was 56
TIMES = 12  # as fast as docxtpl at least; it was above 30
TURNS = 12


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A template whose table has as many rows as the data."""
    path = tmp_path / "rows.docx"
    path.write_bytes(FORTY_ROWS["template"]("jinja"))
    return path


def calls(work: Callable[[], object]) -> int:
    """Count the functions that some work calls, Python's and C's; the same work has the same count everywhere."""
    counted = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


@pytest.fixture
def theirs(path: Path) -> Callable[[], None]:
    """How docxtpl's manual makes a paper."""

    def make() -> None:
        paper = DocxTemplate(path)
        paper.render(DATA, autoescape=True)
        paper.save(io.BytesIO())

    make()
    return make


def seconds(work: Callable[[], object]) -> float:
    """Time the processor's work in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def test_a_paper_takes_a_small_share_of_the_calls_of_docxtpl(path: Path, theirs: Callable[[], None]) -> None:
    template = Template(path)
    template.render(DATA)
    assert calls(lambda: template.render(DATA)) < SHARE * calls(theirs)


def test_a_paper_takes_a_small_share_of_the_time_of_docxtpl(path: Path, theirs: Callable[[], None]) -> None:
    template = Template(path)
    pairs = [(seconds(lambda: template.render(DATA)), seconds(theirs)) for _ in range(TURNS)]
    least, their_least = (min(column) for column in zip(*pairs, strict=True))
    assert TIMES * least < their_least


def test_more_rows_cost_as_much_each(path: Path) -> None:
    template = Template(path)
    few, many = ({**DATA, "rows": DATA["rows"] * times} for times in (1, 5))
    template.render(few)
    more = calls(lambda: template.render(many)) - calls(lambda: template.render(few))
    assert more < EACH_ROW * (len(many["rows"]) - len(few["rows"]))


def test_offices_share_what_no_name_of_theirs_touches(workspace: Workspace) -> None:
    first, second = (workspace.setting(office, YEAR) for office in ("bang-bon", "bang-rak"))
    files = {
        slug: first.sources[f"content/{YEAR}/indicators/{item_file(first.year.codes[slug])}"] for slug in first.items
    }
    plain = [slug for slug, source in files.items() if "{" not in source.text]
    assert len(plain) >= 10
    assert [slug for slug in plain if first.items[slug] is not second.items[slug]] == []
    assert first.year is second.year
    assert first.laws is second.laws
