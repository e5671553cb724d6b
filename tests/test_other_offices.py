"""A second office in any year: every document is made for it with open fields, and no word of the first is in any."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import OFFICE, ROOT, YEAR

from ita_docs import build, cli
from ita_docs.build import Made
from ita_docs.documents import Document
from ita_docs.setting import Setting
from ita_docs.workspace import Workspace

NEXT = "2569"
# What nobody but the first office has, in Thai, in English and in ids: its district, its schools.
ITS_OWN = ("สัมพันธวงศ์", "จักรวรรดิ", "ปทุมคงคา", "amphanthawong", "hakkrawat", "athum-khongkha", "athum Khongkha")


def everything_in(made: Made) -> str:
    """All that a file holds: its name, and every part of its zip with and without the tags between its letters."""
    texts = [made.file, made.data.decode("utf-8", "replace")]
    if not made.data.startswith(b"PK"):
        return "\n".join(texts)
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        for name in package.namelist():
            part = package.read(name).decode("utf-8", "replace")
            texts += [name, part, "".join(piece.partition(">")[2] for piece in part.split("<"))]
    return "\n".join(texts)


def made_for(workspace: Workspace, office: str, year: str) -> tuple[Setting, Mapping[str, Document], list[Made]]:
    setting, documents = workspace.open(office, year)
    return (
        setting,
        documents,
        build.make(build.Press(workspace, thorough=False), setting, documents, documents.values()),
    )


def assert_none_of_the_first(made: list[Made]) -> None:
    for one in made:
        text = everything_in(one)
        assert not [word for word in ITS_OWN if word in text], one.file


def run(*words: str) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(list(words))
    assert left.value.code == 0


def test_the_search_finds_the_first_office_in_its_own_papers(workspace: Workspace) -> None:
    setting, documents = workspace.open(OFFICE, YEAR)
    wanted = [documents["order-committee"], *(each for each in documents.values() if each.medium != "docx")]
    made = build.make(build.Press(workspace), setting, documents, wanted)
    for medium in ("docx", "xlsx", "txt"):
        assert any("สัมพันธวงศ์" in everything_in(one) for one in made if one.document.medium == medium)
    assert all(word in everything_in(made[0]) for word in ITS_OWN[:3])


def test_every_document_of_the_year_is_made_for_another_office(workspace: Workspace) -> None:
    setting, documents, made = made_for(workspace, "bang-rak", YEAR)
    assert {one.document.medium for one in made} >= {"docx", "xlsx", "txt"}
    assert len(made) == len(documents)
    of_the_first = workspace.documents(workspace.setting(OFFICE, YEAR))
    assert {each.content.id for each in documents.values()} == {each.content.id for each in of_the_first.values()}
    assert_none_of_the_first(made)
    named = [one for one in made if setting.office.district.th in everything_in(one) or one.name.endswith("-en")]
    assert len(named) > 10


def test_every_document_of_the_next_year_is_made_for_an_office_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")  # whole, and with the starter's templates
    workspace = Workspace(tmp_path)
    monkeypatch.chdir(tmp_path)
    names = ("--name-th", "สำนักงานเขตสมมุติ", "--name-en", "Sommut District Office")
    run("new-office", "sommut", *names, "--district-th", "เขตสมมุติ", "--district-en", "Sommut District")
    told = capsys.readouterr().out
    assert told.startswith("content/offices/sommut.yaml\n")
    assert "content/offices/sommut.yaml:20:1: ยังไม่ได้กรอก schools  [open-field]" in told
    text = Path("content/offices/sommut.yaml").read_text("utf-8")
    assert "posts:" not in text
    assert "sections:" not in text
    run("new-year", NEXT)
    _, documents, made = made_for(workspace, "sommut", NEXT)
    assert len(made) == len(documents) >= 40
    assert_none_of_the_first(made)
    run("new-office", "sommut")
    assert text == Path("content/offices/sommut.yaml").read_text("utf-8")
    assert "มีไฟล์ของสำนักงานนี้อยู่แล้ว" in capsys.readouterr().err
