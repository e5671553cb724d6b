"""What differs between two years is told paper by paper; what only moved along with the year is told apart."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import YEAR
from hypothesis import given
from hypothesis import strategies as st

from ita_docs import changes, cli
from ita_docs.changes import Line, compare, differing
from ita_docs.workspace import Workspace

NEXT = "2569"
ORDER = Path(__file__).parent / "cases" / "sample" / "orders" / "order-sample.yaml"
# A text for each section, and a workbook: one content file of each medium.
MESSAGE = """\
id: told
kind: message
each: sections
title: แจ้ง{unit.name}
text: ["เรียน {unit.head}", "ประจำปีงบประมาณ พ.ศ. {year.be}", รายงานทุกเดือน]
"""
SHEET = """\
id: counted
kind: sheet
title: นับจำนวน
tabs:
  - {name: ก, columns: [{title: รายการ, width: 20}, {title: จำนวน, width: 10}], rows: [[ปากกา, "5"], [ดินสอ, "7"]]}
"""


def numbered(*texts: str) -> list[Line]:
    return [Line(f"p{index}", text) for index, text in enumerate(texts, 1)]


def kinds(old: list[Line], new: list[Line]) -> list[tuple[str, str, str]]:
    return [change.words for change in compare(old, new, 1)]


# ---- two papers


def test_years_that_moved_along_are_no_news() -> None:
    old = numbered(
        "ปีงบประมาณ พ.ศ. ๒๕๖๘", "พ.ร.บ. พ.ศ. ๒๕๕๘", "Fiscal Year 2025", "ก่อนวันที่ ๓๐ เมษายน ๒๕๖๘", "แทน พ.ศ. ๒๕๖๐"
    )
    new = numbered(
        "ปีงบประมาณ พ.ศ. ๒๕๖๙", "พ.ร.บ. พ.ศ. ๒๕๕๘", "Fiscal Year 2026", "ก่อนวันที่ ๒๙ เมษายน ๒๕๖๙", "แทน พ.ศ. ๒๕๖๕"
    )
    assert [words[0] for words in kinds(old, new)] == ["year", "year", "changed", "changed"]


def test_lines_that_come_go_and_change_are_told_apart() -> None:
    old = numbered("ก่อน", "ให้ประชุมทุกสัปดาห์ ณ ห้องประชุม", "เดิมมีบรรทัดนี้", "หลัง")
    new = numbered("ก่อน", "ให้ประชุมทุกเดือน ณ ห้องประชุม", "หลัง", "ท้าย")
    assert kinds(old, new) == [
        ("changed", "ให้ประชุมทุกสัปดาห์ ณ ห้องประชุม", "ให้ประชุมทุกเดือน ณ ห้องประชุม"),
        ("removed", "เดิมมีบรรทัดนี้", ""),
        ("added", "", "ท้าย"),
    ]


def test_what_stands_in_the_same_cell_changed() -> None:
    assert kinds([Line("t1r2c2 p1", "๖๐")], [Line("t1r2c2 p1", "......")]) == [("changed", "๖๐", "......")]
    assert [words[0] for words in kinds([Line("p1", "๖๐")], [Line("p1", "......")])] == ["removed", "added"]


TEXTS = st.lists(st.sampled_from(["ปี 2568", "ปี 2569", "ก", "ข", "มาตรการที่หนึ่ง", "มาตรการที่สอง", ""]), max_size=7)


@given(TEXTS, TEXTS)
def test_what_changed_makes_the_new_paper_of_the_old_one(old: list[str], new: list[str]) -> None:
    before, after = numbered(*old), numbered(*new)
    found = compare(before, after, 1)
    left = [line.text for line in before if line not in [change.old for change in found]]
    kept = [line.text for line in after if line not in [change.new for change in found]]
    assert left == kept
    assert not [change for change in found if change.old and change.new and change.old.text == change.new.text]


@given(st.text("กิ่ตัำ ab", max_size=120), st.text("กิ่ตัำ ab", max_size=120))
def test_what_is_shown_holds_all_that_differs(old: str, new: str) -> None:
    short, other = (text.strip("…") for text in differing(old, new))
    assert short in old
    assert other in new
    assert old.replace(short, "\0", 1).replace("\0", other) == new or short == old


# ---- two years


def year_of(folder: Path, files: dict[str, str]) -> None:
    for kind in [path for path in folder.glob("*/") if path.name not in ("indicators", "processes")]:
        shutil.rmtree(kind)
    shutil.copytree(ORDER.parent, folder / "orders")
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def two_years(workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of two years with a few papers, of which some changed."""
    content = workspace_copy.root / "content"
    year_of(content / YEAR, {"messages/told.yaml": MESSAGE, "sheets/counted.yaml": SHEET})
    monkeypatch.chdir(workspace_copy.root)
    with pytest.raises(SystemExit):
        cli.main(["new-year", NEXT])
    (content / YEAR / "messages" / "gone.yaml").write_text(
        "id: gone\nkind: message\ntitle: เลิกใช้\ntext: [ก]\n", encoding="utf-8"
    )
    for file, old, new in (
        ("messages/told.yaml", "รายงานทุกเดือน", "รายงานทุกสัปดาห์"),
        ("sheets/counted.yaml", '[ดินสอ, "7"]', '[ดินสอ, "8"]'),
    ):
        path = content / NEXT / file
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    return content


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        cli.main([*words])
    assert left.value.code == 0
    return capsys.readouterr().out


def test_two_years_are_compared_paper_by_paper(two_years: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "changes", YEAR, NEXT, "--office", "bang-rak")
    assert "มีเฉพาะปี 2568 1 ฉบับ:\n  gone  เลิกใช้\n" in text
    assert "counted  นับจำนวน\n  เปลี่ยน ก แถว 5\n    - 2 | ดินสอ | 7\n    + 2 | ดินสอ | 8\n" in text
    told = text.partition("told-administrative")[2]
    assert "told-education  แจ้งฝ่ายการศึกษา\n" in told.partition("  เปลี่ยน")[0], "a series is told of in one"
    assert text.count("    - รายงานทุกเดือน\n    + รายงานทุกสัปดาห์") == 1
    assert text.endswith("ไม่เปลี่ยน 1 ฉบับ: order-sample\n")
    english = said(capsys, "--lang", "en", "changes", YEAR, NEXT, "--office", "bang-rak")
    assert "only in 2568, 1:\n" in english
    assert "  changed ก row 5\n" in english
    found = json.loads(said(capsys, "changes", YEAR, NEXT, "--json"))
    assert found["only_old"] == [{"id": "gone", "title": "เลิกใช้"}]
    assert (found["office"], found["only_new"]) == ("samphanthawong", [])
    papers = {each["id"]: [change["kind"] for change in each["changes"]] for each in found["papers"]}
    assert papers["told-finance"] == ["year", "changed"]
    assert papers["order-sample"] == []


def test_lines_of_every_medium_are_read() -> None:
    assert changes.lines("ก\r\n\r\n ข\r\n".encode(), "x.txt") == [Line("1", "ก"), Line("3", "ข")]
    drawn = changes.lines('<svg><path d="M0 0"/><text x="1">ก</text>\n<text>ข</text></svg>'.encode(), "x.svg")
    assert [line.text for line in drawn] == ["ก", "ข"]
