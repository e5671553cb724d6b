"""Every file of the year as it is handed over: of each content file the first is a golden, all are inspected."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import OUTLINES, ROOT, YEAR, Golden, Orphans, needs_fonts, samples
from openxml_audit import OpenXmlValidator

from ita_docs import build
from ita_docs.documents import KINDS, Document
from ita_docs.setting import Setting
from ita_docs.workspace import Workspace

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(path for kind in KINDS.values() for path in (ROOT / "content" / YEAR / kind.folder).glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_papers_of_a_file_read_as_their_goldens(
    path: Path, documents: Mapping[str, Document], year_made: dict[str, build.Made], golden: Golden
) -> None:
    of_file = {name: each for name, each in documents.items() if ROOT / each.source.file == path}
    assert of_file
    for one in samples(of_file):
        if one.kind == "infographic":
            needs_fonts()  # its page shows a picture that is drawn with them
        golden(GOLDEN / f"{one.id}.txt", OUTLINES[one.medium](year_made[one.id].data, one.id))


def test_no_golden_is_an_orphan(orphans: Orphans, documents: Mapping[str, Document]) -> None:
    assert not orphans(GOLDEN, {GOLDEN / f"{one.id}.txt" for one in samples(documents)})


def test_nothing_above_advice_is_found_in_any(year_made: dict[str, build.Made]) -> None:
    assert len(year_made) > len(FILES)
    assert [
        str(problem) for one in year_made.values() for problem in one.findings if problem.severity != "advice"
    ] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_audit_finds_nothing_in_a_paper(
    path: Path, documents: Mapping[str, Document], year_made: dict[str, build.Made], tmp_path: Path
) -> None:
    of_file = {name: each for name, each in documents.items() if ROOT / each.source.file == path}
    for one in samples(of_file):
        if one.medium == "docx":
            file = tmp_path / one.file
            file.write_bytes(year_made[one.id].data)
            assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_the_same_content_gives_the_same_bytes(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document], year_made: dict[str, build.Made]
) -> None:
    again = build.make(build.Press(workspace), setting, documents, documents.values())
    assert {one.name: one.data for one in again} == {name: one.data for name, one in year_made.items()}
