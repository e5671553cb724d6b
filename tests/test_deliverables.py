"""What the plan asks for, D1 to D40, is all there, and the guide and `list` say by what it is made."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from click.testing import CliRunner
from conftest import ROOT

from ita_docs import cli
from ita_docs.deliverables import BESIDE, DELIVERABLES, unmade
from ita_docs.documents import SERIES, Document
from ita_docs.documents.reckoned import LISTS, TABLES

CODES = [f"D{number}" for number in range(1, 41)]


def test_the_forty_are_in_their_order() -> None:
    assert [each.code for each in DELIVERABLES] == CODES
    assert all(each.papers or each.commands for each in DELIVERABLES)


def test_every_paper_of_the_list_is_there_and_every_paper_is_listed(documents: Mapping[str, Document]) -> None:
    there = {document.content.id for document in documents.values()}
    listed = {paper for each in DELIVERABLES for paper in each.papers}
    assert there == listed | BESIDE.keys()
    assert not listed & BESIDE.keys()
    assert unmade(there) == []
    assert [each.code for each in unmade(there - {"unit-pack"})] == ["D6"]


def test_commands_of_the_list_exist() -> None:
    named = {command.split()[1] for each in DELIVERABLES for command in each.commands}
    assert named
    assert named <= cli.cli.commands.keys()


def test_list_shows_the_forty_with_what_makes_them() -> None:
    shown = CliRunner().invoke(cli.cli, ["list"], catch_exceptions=False).output
    lines = {line.split()[0]: line for line in shown.splitlines() if re.match(r"D\d+ ", line)}
    assert list(lines) == CODES
    assert all("ita-docs " in line for line in lines.values())
    assert "ita-docs build unit-pack" in lines["D6"]
    rows = json.loads(CliRunner().invoke(cli.cli, ["list", "--json"], catch_exceptions=False).output)
    told = {code for row in rows for code in row["deliverables"].split()}
    assert told == {each.code for each in DELIVERABLES if each.papers}
    assert {row["template"] for row in rows if row["file"].endswith(".xlsx")} == {""}


def test_the_guide_maps_every_number_to_its_ids() -> None:
    guide = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = {found[1]: found[0] for found in re.finditer(r"^\| (D\d+) \|.*$", guide, re.MULTILINE)}
    assert list(rows) == CODES
    for each in DELIVERABLES:
        for name in (*each.papers, *each.commands):
            assert f"`{name}`" in rows[each.code], f"{each.code}: {name}"


def test_nothing_is_reckoned_that_nobody_prints() -> None:
    content = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "content").rglob("*.yaml"))
    names = [*TABLES, *LISTS, *SERIES]
    assert len(names) > 50
    assert [name for name in names if not re.search(rf": {re.escape(name)}\s*[,}}\n]", content)] == []
