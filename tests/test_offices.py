"""Many offices: each builds its own papers from the shared content; a roster becomes office files."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from conftest import OFFICE, OUTLINES, YEAR, samples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_docs import build, cli, paper, roster, source
from ita_docs.fields import parse
from ita_docs.office import Office
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.setting import Setting
from ita_docs.thai.text import no_space, normalise
from ita_docs.todo import open_points
from ita_docs.workspace import PATTERN, Workspace

OFFICES = 50
# What nobody but the first office has, in Thai and in English.
ITS_OWN = ("สัมพันธวงศ์", "จักรวรรดิ", "ปทุมคงคา", "amphanthawong")
WHOLE = ("bang-bon", "pom-prap-sattru-phai")  # the first of the alphabet, and the one with the longest name
CONTENT = Path(__file__).parent.parent / "content"
HEADS = ["รหัสสำนักงาน", "Code", "name_th", "Name EN", "ชื่อเขต", "district en", "ผู้อำนวยการ", "telephone", "Address"]
ROW = ["sommut", 1099, "สำนักงานเขตสมมุติ", "Sommut District Office", "เขตสมมุติ", "Sommut District"]
ROW += ["นายสมมุติ ตัวอย่าง", "0 2000 0000", "เลขที่ 9: ซอย 'ก' # 2"]


# ---- the districts of Bangkok


def test_there_are_fifty_offices_each_with_its_own_name_and_code(workspace: Workspace) -> None:
    offices = [parse(Office, workspace.office(office)) for office in workspace.offices()]
    assert sorted(str(office.code) for office in offices) == [str(1001 + index) for index in range(OFFICES)]
    for office in offices:
        assert office.name.th == f"สำนักงาน{office.district.th}"
        assert office.name.en == f"{office.district.en} Office"
        assert office.district.en == f"{office.district.en.removesuffix(' District')} District"
        assert office.id == office.district.en.removesuffix(" District").lower().replace(" ", "-")
        assert office.id == OFFICE or not (office.name.en_verified or office.district.en_verified)
    for names in ([office.name.th for office in offices], [office.name.en for office in offices]):
        assert len(set(names)) == OFFICES


def test_the_default_is_not_the_first_of_the_alphabet(workspace: Workspace) -> None:
    assert workspace.offices()[0] != OFFICE
    assert workspace.choose(None, None) == (OFFICE, YEAR)
    assert workspace.choose("bang-bon", None) == ("bang-bon", YEAR)


@pytest.mark.parametrize("office", WHOLE)
def test_another_office_has_all_papers_and_no_word_of_the_first(office: str, workspace: Workspace) -> None:
    setting, documents = workspace.open(office, YEAR)
    made = build.make(build.Press(workspace), setting, documents, samples(documents))
    assert len(made) > 50
    assert not [finding for one in made for finding in one.findings if finding.severity == "error"]
    for one in made:
        text = OUTLINES[one.document.medium](one.data, one.name)
        named = setting.office.name.en if one.name.endswith("-en") else setting.office.name.th
        assert named.lower() in text.lower(), one.name
        assert not [word for word in ITS_OWN if word in text], one.name


def test_every_office_makes_its_order(workspace: Workspace) -> None:
    for office in workspace.offices():
        setting, documents = workspace.open(office, YEAR)
        (made,) = build.make(build.Press(workspace), setting, documents, [documents["order-committee"]])
        text = paper.read(made.data, made.name).text
        assert f"คำสั่ง{setting.office.name.th}" in text
        assert setting.people["director"].title == f"ผู้อำนวยการ{setting.office.district.th}"
        assert office == OFFICE or not [word for word in ITS_OWN if word in text]


def test_shared_content_names_no_office() -> None:
    of_the_plan = {"corrections.yaml", "questions.yaml"}  # they quote the plan as it was delivered
    patterns = ("offices/*.yaml", "progress/*/*.yaml", "risk-scores/*.yaml")
    of_offices = {file for pattern in patterns for file in CONTENT.rglob(pattern)}
    files = [file for file in CONTENT.rglob("*.yaml") if file not in of_offices and file.name not in of_the_plan]
    assert len(files) > 50
    for file in files:
        assert not [word for word in ITS_OWN if word in source.read_file(file, file.name).text.replace(OFFICE, "")]


# ---- what is open


def test_all_that_is_an_offices_own_in_a_year_may_be_open(workspace: Workspace) -> None:
    setting, documents = workspace.open("bang-rak", YEAR)
    points = open_points(workspace, setting, documents.values())
    own = [point for point in points if point.place and point.place.file == f"content/{YEAR}/offices/bang-rak.yaml"]
    assert own[0].code == "open-file"
    told = {point.facts["value"] for point in own[1:]}
    assert {"last_result.total", "quotas.iit", "quotas.eit1_total", "quotas.eit1", "assets.consumable"} <= told
    assert {"papers.order-committee.number", "papers.anti-bribery.signed", "papers.o22-measures.approved_by"} <= told
    assert "papers.anti-bribery.number" not in told
    office = {
        point.facts.get("value")
        for point in points
        if point.place and point.place.file.startswith("content/offices/bang-rak")
    }
    assert {"schools", "line_group", "channels.telephone", "ผู้อำนวยการเขตบางรัก (name)"} <= office


def test_open_figures_print_blanks(workspace: Workspace) -> None:
    setting, documents = workspace.open("bang-rak", YEAR)
    (made,) = build.make(build.Press(workspace), setting, documents, [documents["o22-measures"]])
    text = no_space(paper.read(made.data, made.name).text)
    for due in ("ตามจำนวนขั้นต่ำ............ราย", "ไม่น้อยกว่า............คน", "ร้อยละ............", "กลุ่มLINE............"):
        assert due in text
    assert "ฝ่ายการศึกษาและโรงเรียนในสังกัดกรุงเทพมหานครได้แก่โรงเรียน......" in text
    assert "None" not in text


def test_sections_follow_the_plan_and_others_stand_behind(setting: Setting) -> None:
    office = setting.office
    assert [section.id for section in office.sections] != list(setting.year.section_order)
    extra = office.sections[0].model_copy(update={"id": "extra", "th": "ฝ่ายพิเศษ"})
    more = replace(setting, office=office.model_copy(update={"sections": (extra, *office.sections)}))
    assert "ฝ่ายการศึกษา ฝ่ายพิเศษ และโรงเรียนในสังกัด" in more.unit_list()
    assert "ฝ่ายปกครอง ฝ่ายโยธา ฝ่ายทะเบียน" in more.unit_list()


# ---- a roster


def sheet(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def table(*rows: list[object]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize(("name", "data"), [("roster.xlsx", sheet(HEADS, ROW, [])), ("ROSTER.CSV", table(HEADS, ROW))])
def test_a_roster_becomes_files_that_say_what_it_says(name: str, data: bytes, workspace: Workspace) -> None:
    texts = roster.office_files(data, name, workspace.read(PATTERN))
    assert list(texts) == ["sommut"]
    value = source.read(texts["sommut"].encode(), "sommut.yaml").value
    assert isinstance(value, dict)
    assert value["id"] == "sommut"
    assert value["code"] == "1099"
    assert value["name"] == {"th": "สำนักงานเขตสมมุติ", "en": "Sommut District Office", "en_verified": "no"}
    assert value["people"] == {"director": {"rank": "", "name": "นายสมมุติ ตัวอย่าง", "name_en": ""}}
    channels = value["channels"]
    assert isinstance(channels, dict)
    assert channels["telephone"] == "0 2000 0000"
    assert channels["address"] == "เลขที่ 9: ซอย 'ก' # 2"
    assert channels["website"] == ""


@settings(max_examples=100, deadline=None)
@example("ก \u200b")
@example("no: 'ก' #")
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30))
def test_any_text_of_a_table_is_refused_or_read_back(text: str) -> None:
    pattern = Workspace(CONTENT.parent).read(PATTERN)
    refused: tuple[Problem, ...] = ()
    texts: dict[str, str] = {}
    try:
        texts = roster.office_files(table([*HEADS, "email"], [*ROW, text]), "roster.csv", pattern)
    except DocumentError as error:
        refused = error.problems
    if refused:
        assert {problem.place for problem in refused} == {Place("roster.csv", where="J2")}
        return
    value = source.read(texts["sommut"].encode(), "sommut.yaml").value
    assert isinstance(value, dict)
    assert isinstance(value["channels"], dict)
    assert value["channels"]["email"] == normalise(text.strip())


def test_an_imported_office_builds(workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace_copy.root
    (root / "roster.xlsx").write_bytes(sheet(HEADS, ROW))
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as left:
        cli.main(["offices", "import", "roster.xlsx"])
    assert left.value.code == 0
    setting, documents = workspace_copy.open("sommut", YEAR)
    (made,) = build.make(build.Press(workspace_copy), setting, documents, [documents["order-committee"]])
    text = paper.read(made.data, made.name).text
    assert "(นายสมมุติ ตัวอย่าง)" in text
    assert "คำสั่งสำนักงานเขตสมมุติ" in text


def test_nothing_is_written_while_one_cell_is_wrong(workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace_copy.root
    (root / "roster.xlsx").write_bytes(sheet(HEADS, ROW, ["two", *ROW[1:2], "", *ROW[3:]]))
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as left:
        cli.main(["offices", "import", "roster.xlsx"])
    assert left.value.code == 1
    assert len(workspace_copy.offices()) == OFFICES


def test_a_number_where_text_is_due_is_told_by_its_cell(workspace: Workspace) -> None:
    telephone = [*ROW[:7], 220000000, *ROW[8:]]
    with pytest.raises(DocumentError) as raised:
        roster.office_files(sheet(HEADS, ROW, telephone), "roster.xlsx", workspace.read(PATTERN))
    found = [(problem.code, problem.place) for problem in raised.value.problems]
    assert sorted(found) == [
        ("cell-not-text", Place("roster.xlsx", where="H3")),
        ("duplicate-id", Place("roster.xlsx", where="A3")),
    ]


def test_the_list_names_every_office(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["offices"])
    lines = capsys.readouterr().out.splitlines()
    assert left.value.code == 0
    assert len(lines) == OFFICES
    assert "samphanthawong        1013  สำนักงานเขตสัมพันธวงศ์  Samphanthawong District Office" in lines


def test_a_name_without_end_makes_no_file(
    workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace_copy.root)
    words = ["--name-th", "ก" * 10_001, "--name-en", "Sommut", "--district-th", "เขตสมมุติ", "--district-en", "Sommut"]
    with pytest.raises(SystemExit) as left:
        cli.main(["new-office", "sommut", *words])
    assert left.value.code == 1
    assert "--name-th" in (told := capsys.readouterr().err)
    assert "[too-long]" in told
    assert "sommut" not in workspace_copy.offices()
