"""The next year is made from this one: dates move, facts begin empty, comments stay, a clerk is told what to read."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, YEAR
from hypothesis import given
from hypothesis import strategies as st

from ita_docs import cli, next_year, review, source
from ita_docs.next_year import Carried, Years
from ita_docs.problems import DocumentError
from ita_docs.todo import read_ledgers
from ita_docs.workspace import Workspace

NEXT = "2569"
YEARS = Years(2568, 2569)
OFFICE_FILE = """\
# ข้อมูลของปี เช่น 2025-01-15
last_result:
  # คะแนนรวม
  total: 87.3
  iit: '80'
quotas: {iit: 400, eit1: [{section: finance, minimum: 40}], eit2: 5}
papers:
  memo: {number: กท 5101/34, signed: 2025-01-06, signer: director}
  order:
    number: 12
    signed: 2024-12
    capacity: acting-for
days_off:
  # วันหยุดของเขต
  - {day: 2025-05-12, why: หยุดพิเศษ}
  - day: 2025-06-01
    why: |
      # ซ่อมอาคาร

assets:
  # ผู้อนุมัติ
  consumable: หัวหน้าฝ่าย
"""
PROGRESS_FILE = """\
# ความก้าวหน้า ปีงบประมาณ พ.ศ. 2568 เช่น {day: 2025-02-10} ดู signed/2568/x
unit: finance
items:
  O1: {status: done, day: 2025-02-10, signed: [{paper: a, file: a.pdf}]}
reports: [2025-01-06, 2025-01-20]
procurement: {2025-01: {given: 2025-02-03}}
answers:
  counted: 2025-03-01
  eit: 20
withheld:
"""


def carry(file: str, text: str) -> Carried:
    (carried,) = next_year.carried({file: text.encode()}, YEARS)
    return carried


def value(carried: Carried) -> object:
    assert carried.source
    return carried.source.value


def run(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as left:
        cli.main(list(words))
    return left.value.code


# ---- one file


def test_what_was_a_fact_of_the_old_year_begins_empty_and_all_else_stays() -> None:
    carried = carry("offices/x.yaml", OFFICE_FILE)
    assert value(carried) == {
        "last_result": {"total": "", "iit": ""},
        "quotas": {"iit": "", "eit1": [{"section": "finance", "minimum": ""}], "eit2": ""},
        "papers": {
            "memo": {"number": "", "signed": "", "signer": "director"},
            "order": {"number": "", "signed": "", "capacity": "acting-for"},
        },
        "days_off": "",
        "assets": {"consumable": "หัวหน้าฝ่าย"},
    }
    text = carried.data.decode()
    for kept in (
        "เช่น 2026-01-15",
        "  # คะแนนรวม\n  total:\n",
        "\nassets:\n  # ผู้อนุมัติ\n",
        "{section: finance, minimum: }",
    ):
        assert kept in text
    emptied = {".".join(map(str, change.path)): change.before for change in carried.changes}
    assert emptied["last_result.total"] == "87.3"
    assert emptied["papers.memo.number"] == "กท 5101/34"
    assert emptied["quotas.eit1.0.minimum"] == "40"
    assert emptied["days_off"].startswith("- {day: 2025-05-12, why: หยุดพิเศษ} - day:")


def test_progress_is_emptied_but_there_and_speaks_of_the_new_year() -> None:
    carried = carry("progress/x/finance.yaml", PROGRESS_FILE)
    assert carried.data.decode() == (
        "# ความก้าวหน้า ปีงบประมาณ พ.ศ. 2569 เช่น {day: 2026-02-10} ดู signed/2569/x\n"
        "unit: finance\nitems:\nreports:\nprocurement:\nanswers:\n  counted:\n  eit:\nwithheld:\n"
    )
    assert not review.rows([carried], YEARS)


def test_scores_of_risks_are_given_anew() -> None:
    text = (
        "# คะแนนปี 2568\nschool: wat-a\nunits:\n  finance:\n    payment: {likelihood: 3, impact: 5, due: 2025-03-31}\n"
    )
    carried = carry("risk-scores/x.yaml", text)
    assert carried.data.decode() == (
        "# คะแนนปี 2569\nschool: wat-a\nunits:\n  finance:\n    payment: {likelihood: , impact: , due: }\n"
    )
    assert [(row.group, row.place.line) for row in review.rows([carried], YEARS)] == [("checked", 2)]


def test_a_date_of_the_old_fiscal_year_moves_and_any_other_stays_and_both_are_told() -> None:
    text = "# ปี 2568\nfirst: 2024-10-01\nleap: [2025-02-28, '2025-09-30']\nlaw: 2022-08-02\nlate: 2025-10-01\n"
    text += "said: ภายใน 2025-01-01\n"
    carried = carry("records/x.yaml", text)
    assert value(carried) == {
        "first": "2025-10-01",
        "leap": ["2026-02-28", "2026-09-30"],
        "law": "2022-08-02",
        "late": "2025-10-01",
        "said": "ภายใน 2025-01-01",
    }
    told = [(row.group, row.place.line) for row in review.rows([carried], YEARS)]
    assert told == [
        ("moved", 2),
        ("moved", 3),
        ("moved", 3),
        ("stayed", 4),
        ("stayed", 5),
        ("worded", 6),
        ("comments", 1),
    ]


def test_the_end_of_february_is_a_day_of_the_calendar() -> None:
    (carried,) = next_year.carried({"records/x.yaml": b"day: 2024-02-29\n"}, Years(2567, 2568))
    assert value(carried) == {"day": "2025-02-28"}


KEYS = st.sampled_from(["last_result", "papers", "quotas", "days_off", "other"])
TEXTS = st.sampled_from(["2025-01-15", "2020-01-01", "ก", "12", "'ก # ข'", '"[ก"', ""])
BLOCKS = st.dictionaries(
    KEYS, st.one_of(TEXTS, st.dictionaries(st.sampled_from(["number", "iit", "total"]), TEXTS, min_size=1))
)


@given(BLOCKS, st.booleans())
def test_the_keys_of_any_file_stay(blocks: dict[str, str | dict[str, str]], flow: bool) -> None:
    lines = ["# ก"]
    for key, inside in blocks.items():
        if isinstance(inside, str):
            lines.append(f"{key}: {inside}")
        elif flow:
            lines.append(f"{key}: {{{', '.join(f'{name}: {text}' for name, text in inside.items())}}}")
        else:
            lines += [f"{key}:", *(f"  {name}: {text}  " for name, text in inside.items())]
    text = "\n".join([*lines, "last: ก\n"])
    before, after = source.read(text.encode(), "x"), value(carry("offices/x.yaml", text))
    assert isinstance(before.value, dict)
    assert isinstance(after, dict)
    assert list(after) == list(before.value)
    assert after["last"] == "ก"
    assert after.get("other") == (value(carry("records/x.yaml", text)) or {}).get("other")  # type: ignore[attr-defined]


# ---- the sentences that name the old year


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ประจำปีงบประมาณ พ.ศ. 2568", True),
        ("ประจำปี ๒๕๖๘", True),
        ("ตั้งแต่ตุลาคม 2567", True),
        ("Fiscal Year 2025", True),
        ("ภายใน 5 ม.ค. 68", True),
        ("ก่อนวันที่ 30 เมษายน ของทุกปี", True),
        ("พระราชบัญญัติ พ.ศ. 2561", False),
        ("ลงวันที่ 2 สิงหาคม 2565", False),
        ("ประจำปีงบประมาณ พ.ศ. {year.be}", False),
        ("ปี 2569", False),
        ("12568 ครั้ง", False),
    ],
)
def test_a_sentence_that_names_the_old_year_is_told(text: str, told: bool) -> None:
    carried = carry("orders/x.yaml", f"# ก\nid: x\ntext:\n  - {text}\n")
    rows = review.rows([carried], YEARS)
    assert [(row.group, row.place.file, row.place.line) for row in rows] == (
        [("worded", "content/2569/orders/x.yaml", 4)] if told else []
    )


# ---- the whole year


def test_every_file_of_the_next_year_is_there_and_holds_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path
    shutil.copytree(ROOT / "content", root / "content")
    workspace = Workspace(root)
    monkeypatch.chdir(root)
    old = {path: path.read_bytes() for path in (root / "content" / YEAR).rglob("*.yaml")}
    assert run("new-year", NEXT) == 0
    assert "content/2569/review.md" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in (root / "content" / YEAR).rglob("*.yaml")} == old
    assert not list((root / "content").glob(".*"))
    names = {path.relative_to(root / "content" / YEAR).as_posix() for path in old}
    made = {path.relative_to(root / "content" / NEXT).as_posix() for path in (root / "content" / NEXT).rglob("*.yaml")}
    assert made == names - {"corrections.yaml", "questions.yaml"}
    for file in made:
        before, after = ((root / "content" / year / file).read_text("utf-8") for year in (YEAR, NEXT))
        assert before.count("\n") == after.count("\n") or file.startswith("progress/"), file
    setting, _ = workspace.open("samphanthawong", NEXT)
    assert (setting.year.oit.first.isoformat(), setting.year.oit.last.isoformat()) == ("2026-01-01", "2026-04-30")
    assert setting.own.last_result.total is None
    assert setting.own.quotas.eit1
    assert read_ledgers(workspace, setting) == ([], [])
    assert workspace.choose(None, None)[1] == NEXT


def test_the_review_list_points_at_what_it_speaks_of(
    workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace_copy.root
    order = root / "content" / YEAR / "orders" / "order-committee.yaml"
    order.write_text(order.read_text("utf-8").replace("authority:", "authority: ตามมติที่ประชุมปี 2568"), "utf-8")
    monkeypatch.chdir(root)
    assert run("new-year", NEXT, "--from", YEAR) == 0
    text = (root / "content" / NEXT / "review.md").read_text("utf-8")
    rows = re.findall(r"^- \[ \] (\S+):(\d+) (.+)$", text, re.MULTILINE)
    assert len(rows) > 80
    spoken: dict[str, list[str]] = {}
    for file, line, said in rows:
        spoken.setdefault(file, []).append(f"{(root / file).read_text('utf-8').splitlines()[int(line) - 1]} {said}")
    assert any("authority: ตามมติที่ประชุมปี 2568" in said for said in spoken[f"content/{NEXT}/orders/order-committee.yaml"])
    own = spoken[f"content/{NEXT}/offices/samphanthawong.yaml"]
    assert "  total: last_result.total (ปี 2568: 87.3)" in own
    assert "      minimum: quotas.eit1.finance.minimum (ปี 2568: 40)" in own
    year = spoken[f"content/{NEXT}/year.yaml"]
    assert "  last: 2026-04-30 oit.last จาก วันพุธที่ 30 เมษายน 2568 เป็น วันพฤหัสบดีที่ 30 เมษายน 2569" in year
    assert "          bribery-risk: O19 O19 bribery-risk (ไฟล์ indicators/O19.yaml)" in year
    assert all(
        f"content/{NEXT}/indicators/{path.name}" in spoken
        for path in (ROOT / f"content/{YEAR}/indicators").glob("*.yaml")
    )


def test_all_broken_files_are_told_and_nothing_is_made() -> None:
    with pytest.raises(DocumentError) as told:
        next_year.carried({"a.yaml": b"a: '", "b.yaml": b"\xff", "c.yaml": b"c: 1"}, YEARS)
    assert [problem.code for problem in told.value.problems] == ["unclosed-quote", "not-utf8"]


def test_files_of_editors_are_not_carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content" / "offices").mkdir(parents=True)
    (tmp_path / "content" / YEAR / "notes").mkdir(parents=True)
    for name, data in (
        ("year.yaml", b"year_be: 2568\n"),
        ("~lock", b"x"),
        ("notes/plan.pdf", b"%PDF"),
        (".x/y.yaml", b":"),
    ):
        path = tmp_path / "content" / YEAR / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    assert run("new-year", "2570") == 0
    made = tmp_path / "content" / "2570"
    assert {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()} == {
        *("year.yaml", "notes/plan.pdf", "review.md")
    }
    assert (made / "year.yaml").read_bytes() == b"year_be: 2570\n"


# ---- other codes


def test_items_keep_their_slugs_when_their_codes_change(
    workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = workspace_copy.root
    items = root / "content" / YEAR / "indicators"
    news = items / "O04.yaml"
    news.write_text(news.read_text("utf-8").replace("title:", "title: ดูข้อ O3 และ O31 ด้วย", 1), "utf-8")
    before = {name: source.read_file(items / f"{name}.yaml", name).value for name in ("O03", "O04", "O05")}
    (root / "codes.yaml").write_text("schools: O4  \nnews: O3\n", encoding="utf-8")
    monkeypatch.chdir(root)
    assert run("new-year", NEXT, "--codes", "codes.yaml") == 0
    made = root / "content" / NEXT / "indicators"
    assert source.read_file(made / "O04.yaml", "x").value == before["O03"]
    assert source.read_file(made / "O03.yaml", "x").value == before["O04"]
    assert source.read_file(made / "O05.yaml", "x").value == before["O05"]
    assert (made / "O04.yaml").read_text("utf-8").startswith("# ข้อ O4 ตัวชี้วัดที่ 9.1")
    assert workspace_copy.setting("samphanthawong", NEXT).year.codes["schools"] == "O4"
    text = (root / "content" / NEXT / "review.md").read_text("utf-8")
    told_of = (root / "content" / NEXT / "progress/samphanthawong/administrative.yaml").read_text("utf-8")
    assert "O1 O2 O3 O5 O6" in told_of, "the fourth item is the third now"
    assert "O4 เดิม O3 schools (ไฟล์ indicators/O04.yaml)" in text
    told = text.partition("## ข้อความที่ระบุรหัสข้อซึ่งเปลี่ยนไป")[2].partition("\n## ")[0]
    assert f"- [ ] content/{NEXT}/indicators/O03.yaml:5 title: ดูข้อ O3 และ O31 ด้วย" in told
    assert f"{NEXT}/year.yaml" not in told
