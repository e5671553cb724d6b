"""A named paper reads only what it prints, and is the paper that a build of all makes."""

from __future__ import annotations

import pytest
from conftest import OFFICE, YEAR, needs_fonts

from ita_docs import build, cli, places
from ita_docs.source import Source
from ita_docs.workspace import Workspace

ORDER = "order-committee"
YEAR_FOLDER = f"content/{YEAR}"
# What every paper is written by, beside the files of its office: the law, the pattern of the offices, the year.
SETTING = {"content/laws.yaml", "content/bangkok.yaml", f"{YEAR_FOLDER}/year.yaml"}


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The content files that are read from now on and that offices share."""
    found: set[str] = set()
    read = Workspace.read

    def noting(workspace: Workspace, file: str) -> Source:
        found.add(file)
        return read(workspace, file)

    monkeypatch.setattr(Workspace, "read", noting)
    return found


def test_each_paper_made_alone_is_the_one_made_with_all(workspace: Workspace, year_made: dict[str, build.Made]) -> None:
    needs_fonts()  # a drawing has its picture only where they are
    assert len(year_made) > 200
    press = build.Press(workspace, thorough=False)
    for name in year_made:
        setting, documents = workspace.open(OFFICE, YEAR, [name])
        alone = {one.name: one for one in build.make(press, setting, documents, build.select(documents, [name]))}
        assert name in alone
        for other, one in alone.items():  # the drawing of a paper has its name
            assert (one.file, one.data) == (year_made[other].file, year_made[other].data), other


@pytest.mark.parametrize(
    ("name", "due"),
    [
        (ORDER, {f"{YEAR_FOLDER}/orders/{ORDER}.yaml"}),
        ("anti-bribery-en", {f"{YEAR_FOLDER}/announcements/anti-bribery.yaml"}),
        ("memo-meeting-01", {f"{YEAR_FOLDER}/memos/memo-meeting.yaml"}),
        # Its members are those of the order.
        ("meeting-minutes-01", {f"{YEAR_FOLDER}/minutes/meeting-minutes.yaml", f"{YEAR_FOLDER}/orders/{ORDER}.yaml"}),
    ],
)
def test_a_named_paper_reads_its_own_file_and_what_it_refers_to(
    name: str, due: set[str], workspace: Workspace, read_files: set[str]
) -> None:
    setting, documents = workspace.open(OFFICE, YEAR, [name])
    build.make(build.Press(workspace, thorough=False), setting, documents, build.select(documents, [name]))
    assert due <= read_files
    assert read_files - SETTING == due


def test_an_order_reads_no_item(workspace: Workspace, read_files: set[str]) -> None:
    setting, documents = workspace.open(OFFICE, YEAR, [ORDER])
    build.make(build.Press(workspace), setting, documents, build.select(documents, [ORDER]))
    assert read_files == {*SETTING, f"{YEAR_FOLDER}/orders/{ORDER}.yaml"}


def test_a_spoilt_file_holds_up_only_what_prints_it(
    workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace_copy.root)
    (workspace_copy.root / f"{YEAR_FOLDER}/notices/notice-fines.yaml").write_text("id: notice-fines\nkind: notice\n")
    paper = places.build_folder(workspace_copy.root, OFFICE, YEAR) / f"{ORDER}.docx"
    assert run("build", ORDER) == 0
    assert paper.exists()
    paper.unlink()
    capsys.readouterr()
    for words in (["build"], ["build", ORDER, "notice-fines"], ["build", "notice"], ["build", "notice-*"], ["check"]):
        assert run(*words) == 1, words
        assert "notice-fines.yaml" in capsys.readouterr().err, words
        assert not paper.exists()


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    return int(left.value.code or 0)


@pytest.mark.parametrize(
    "name", ["order", "order-*", "order-co*", ORDER, "unit-pack", "unit-pack-revenue", "anti-bribery"]
)
def test_names_choose_the_same_as_from_all(name: str, workspace: Workspace) -> None:
    _, whole = workspace.open(OFFICE, YEAR)
    _, named = workspace.open(OFFICE, YEAR, [name])
    chosen = [document.id for document in build.select(named, [name])]
    assert chosen
    assert chosen == [document.id for document in build.select(whole, [name])]
    assert chosen == [document.id for document in whole.values() if document.is_called(name)]


def test_what_is_not_there_is_looked_for_in_all(workspace: Workspace) -> None:
    _, named = workspace.open(OFFICE, YEAR, [ORDER])
    assert "order-comittee" not in named
    assert "anti-bribery-th" in named
    assert named["notice-fines"].kind == "notice"
    assert len(named) > 200
