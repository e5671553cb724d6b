"""The kinds of documents: what each prints when the office knows nothing, when it knows all, and in between."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import CHANNELS, GOOD, SIZES, Golden, Good, Orphans, needs_fonts
from lxml import etree
from openxml_audit import OpenXmlValidator

from ita_docs import build, paper
from ita_docs.codes import qr_code
from ita_docs.documents import KINDS
from ita_docs.office_year import PaperFacts
from ita_docs.setting import Setting
from ita_docs.workspace import Workspace

Cases = dict[str, Good]

CASES = [
    (kind, size, f"{kind}-{size}" if len(KINDS[kind].languages) == 1 else f"{kind}-{size}-{language}")
    for kind in KINDS
    for size in SIZES
    for language in KINDS[kind].languages
]
WORD_CASES = [case for case in CASES if KINDS[case[0]].media[0] == "docx"]
EMU_PER_CM = 360_000
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def golden_path(kind: str, size: str, name: str) -> Path:
    language = name.removeprefix(f"{kind}-{size}")
    return GOOD / kind / f"{size}{language}.txt"


def without_forms(outline: str) -> str:
    """Leave out the forms of a guideline: they come with the template, and stand in the golden of o21-assets."""
    head, mark, _ = outline.partition("[ชื่อแบบ]")
    return head[: head.rindex("\n") + 1] if mark else outline


def texts(outline: str) -> list[str]:
    """The lines of an outline without places and styles."""
    return [re.sub(r"^.*?  \[.*?\]  ", "", line) for line in outline.splitlines()]


def with_facts(good: Good, paper_id: str, **facts: str) -> Setting:
    """Write down other facts of a paper."""
    setting = good.desk.setting
    known = {paper_id: PaperFacts.model_validate(facts)}
    return replace(setting, own=setting.own.model_copy(update={"papers": {**setting.own.papers, **known}}))


def xml(docx: bytes, part: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(part))


# ---- the good cases


@pytest.mark.parametrize(("kind", "size", "name"), CASES, ids=[name for *_, name in CASES])
def test_a_case_reads_as_its_golden(kind: str, size: str, name: str, good: Cases, golden: Golden) -> None:
    if kind == "infographic":
        needs_fonts()  # its page shows a picture that is drawn with them
    outline = good[size].text(name)
    golden(golden_path(kind, size, name), without_forms(outline) if kind == "guideline" else outline)


def test_no_golden_is_an_orphan(orphans: Orphans) -> None:
    wanted = {golden_path(*case) for case in CASES}
    assert len(wanted) == len(CASES)
    assert not orphans(GOOD, wanted)


@pytest.mark.parametrize(("kind", "size", "name"), WORD_CASES, ids=[name for *_, name in WORD_CASES])
def test_the_audit_finds_nothing_in_a_case(kind: str, size: str, name: str, good: Cases, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.docx"
    file.write_bytes(good[size].made(name))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize("path", sorted(GOOD.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_case_begins_with_a_comment_in_thai(path: Path) -> None:
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    assert all(re.match("# .*[ก-ฮ]", line) for line in (first, second))


# ---- orders: number, day, signer


@pytest.mark.parametrize(
    ("facts", "number", "given"),
    [
        ({}, "ที่          /๒๕....", "สั่ง  ณ  วันที่ ....... เดือน .................. พ.ศ. ๒๕...."),
        ({"signed": "2025"}, "ที่          /๒๕๖๘", "สั่ง  ณ  วันที่ ....... เดือน .................. พ.ศ. ๒๕๖๘"),
        ({"signed": "2024-12"}, "ที่          /๒๕๖๗", "สั่ง  ณ  วันที่ ....... เดือน ธันวาคม พ.ศ. ๒๕๖๗"),
        ({"number": "12"}, "ที่ ๑๒/๒๕....", "สั่ง  ณ  วันที่ ....... เดือน .................. พ.ศ. ๒๕...."),
        ({"number": "12", "signed": "2025-01-06"}, "ที่ ๑๒/๒๕๖๘", "สั่ง  ณ  วันที่ ๖ มกราคม พ.ศ. ๒๕๖๘"),
    ],
    ids=["open", "year", "month", "number", "whole"],
)
def test_number_and_day_are_printed_as_far_as_they_are_known(
    facts: dict[str, str], number: str, given: str, good: Cases
) -> None:
    case = good["minimal"]
    printed = texts(case.text("order-minimal", setting=with_facts(case, "order-minimal", **facts)))
    assert number in printed
    assert given in printed


def test_the_number_is_of_the_calendar_year_of_the_signature(good: Cases) -> None:
    """An order of fiscal year 2568 that is signed in December 2567 is numbered in 2567."""
    case = good["minimal"]
    setting = with_facts(case, "order-minimal", number="99", signed="2024-12-30")
    assert setting.year.year_be == 2568
    assert "ที่ ๙๙/๒๕๖๗" in texts(case.text("order-minimal", setting=setting))


@pytest.mark.parametrize(
    ("facts", "block"),
    [
        ({"signer": "director"}, ["(นายสมมุติ ตัวอย่าง)", "ผู้อำนวยการเขตสัมพันธวงศ์"]),
        (
            {"signer": "assistant-director", "capacity": "acting-for", "acting_post": "director"},
            [
                "ว่าที่ร้อยตรี",
                "(ทดสอบ ตัวอย่าง)",
                "ผู้ช่วยผู้อำนวยการเขตสัมพันธวงศ์  รักษาราชการแทน",
                "ผู้อำนวยการเขตสัมพันธวงศ์",
            ],
        ),
        (
            {"signer": "head-administrative", "capacity": "by-delegation"},
            ["พันจ่าอากาศเอก", "(สมมุติ ทดลอง)", "หัวหน้าฝ่ายปกครอง  ปฏิบัติราชการแทน", "ผู้อำนวยการเขตสัมพันธวงศ์"],
        ),
        (
            {"signer": "legal-officer", "capacity": "acting-for", "acting_post": "assistant-director"},
            ["(" + "." * 40 + ")", "นิติกรสำนักงานเขตสัมพันธวงศ์  รักษาราชการแทน", "ผู้ช่วยผู้อำนวยการเขตสัมพันธวงศ์"],
        ),
    ],
    ids=["self", "acting-for", "by-delegation", "unknown"],
)
def test_the_signer_signs_in_a_capacity(facts: dict[str, str], block: list[str], good: Cases) -> None:
    case = good["full"]
    assert texts(case.text("order-minimal", setting=with_facts(case, "order-minimal", **facts)))[-len(block) :] == block


def test_a_signer_for_another_signs_in_english_too(good: Cases) -> None:
    case = good["full"]
    facts = {"signer": "assistant-director", "capacity": "acting-for", "signed": "2012-09-06"}
    printed = texts(case.text("announcement-full-en", setting=with_facts(case, "announcement-full", **facts)))
    at = printed.index("Given on 6 September B.E. 2555 (2012)")
    assert printed[at + 2 : at + 4] == [
        "Assistant Director of Samphanthawong District",
        "Acting for the Director of Samphanthawong District",
    ]


def test_optional_clauses_print_nothing_while_they_are_absent(good: Cases) -> None:
    printed = good["minimal"].text("order-minimal")
    assert "อาศัยอำนาจ" not in printed
    assert "ให้ยกเลิก" not in printed


def test_the_power_stands_before_what_is_ordered_by_it(good: Cases) -> None:
    """ข้อ ๑๖: the reason, then the power that is relied on, then the order."""
    printed = texts(good["full"].text("order-full"))
    power = next(index for index, text in enumerate(printed) if "อาศัยอำนาจ" in text)
    ordered = next(index for index, text in enumerate(printed) if "จึงแต่งตั้ง" in text)
    assert power <= ordered


def test_members_by_name_stand_above_their_post(good: Cases) -> None:
    printed = texts(good["full"].text("order-full"))
    at = printed.index("๑.๒\tว่าที่ร้อยตรีทดสอบ ตัวอย่าง")
    assert printed[at + 1] == "\tผู้ช่วยผู้อำนวยการเขตสัมพันธวงศ์\tรองประธานกรรมการ"


def test_what_is_typed_prints_as_typed(good: Cases) -> None:
    assert 'A & B, x < y > z, "คำพูด" และ {{ ชื่อ }}' in good["full"].text("order-full")


# ---- the law of the day


@pytest.mark.parametrize(
    ("signed", "due"), [("2023-01-13", "พ.ศ. ๒๕๔๔"), ("2023-01-14", "พ.ศ. ๒๕๖๕"), ("", "พ.ศ. ๒๕๖๕")]
)
def test_the_law_is_the_one_of_the_day_of_the_paper(signed: str, due: str, good: Cases) -> None:
    case = good["full"]
    setting = with_facts(case, "announcement-full", signed=signed) if signed else case.desk.setting
    documents = case.workspace.documents(setting)
    (made,) = build.make(build.Press(case.workspace), setting, documents, [documents["announcement-full-th"]])
    printed = paper.read(made.data, made.name).text
    assert f"ระเบียบสำนักนายกรัฐมนตรีว่าด้วยการให้หรือรับของขวัญของเจ้าหน้าที่ของรัฐ {due}" in printed


# ---- the garuda


EMBLEMS = [
    ("order-minimal", 3.0),
    ("letter-minimal", 3.0),
    ("announcement-minimal-th", 3.0),
    ("guideline-minimal", 3.0),
    ("memo-minimal", 1.5),
]


def with_emblem(good: Good, mode: str, picture: bytes | None = None) -> Setting:
    office = good.desk.setting.office.model_copy(update={"emblem": mode})
    return replace(good.desk.setting, office=office, emblem=picture)


@pytest.mark.parametrize(("name", "height"), EMBLEMS)
def test_paper_that_carries_the_garuda_keeps_its_room(name: str, height: float, good: Cases) -> None:
    case = good["minimal"]
    docx = case.made(name, setting=with_emblem(case, "preprinted"))
    style = "SmallEmblem" if height < 3 else "Emblem"
    (room,) = [p for p in xml(docx).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style]
    assert not "".join(room.itertext()).strip()
    (look,) = [each for each in xml(docx, "word/styles.xml") if each.get(f"{W}styleId") == style]
    points = int(look.find(f"{W}pPr/{W}spacing").get(f"{W}line")) / 20
    assert points / 72 * 2.54 == pytest.approx(height, abs=0.01)


@pytest.mark.parametrize(("name", "height"), EMBLEMS)
def test_a_draft_shows_a_labelled_frame(name: str, height: float, good: Cases) -> None:
    case = good["minimal"]
    outline = case.text(name, setting=with_emblem(case, "placeholder"))
    assert "[กรอบตราครุฑเล็ก]  ครุฑ\n" in outline if height < 3 else "[กรอบตราครุฑ]  ครุฑ\n" in outline


@pytest.mark.parametrize(("name", "height"), EMBLEMS)
def test_the_picture_of_the_office_has_its_height(name: str, height: float, good: Cases, png: bytes) -> None:
    case = good["minimal"]
    docx = case.made(name, setting=with_emblem(case, "image", png))
    (size,) = xml(docx).iter(f"{DRAWING}extent")
    assert int(size.get("cy")) == round(height * EMU_PER_CM)
    assert int(size.get("cx")) == round(height * EMU_PER_CM * 30 / 32)
    assert "<ตราครุฑ>" in paper.read(docx, name).text


def test_an_office_puts_its_picture_in_by_its_file(workspace_copy: Workspace, png: bytes, tmp_path: Path) -> None:
    file = workspace_copy.root / "content/offices/samphanthawong.yaml"
    text = file.read_text(encoding="utf-8")
    assert "\nemblem: preprinted\nemblem_image:\n" in text
    mended = text.replace("\nemblem: preprinted\nemblem_image:", "\nemblem: image\nemblem_image: content/garuda.png")
    file.write_text(mended, encoding="utf-8")
    (workspace_copy.root / "content/garuda.png").write_bytes(png)
    setting = workspace_copy.setting("samphanthawong", "2568")
    documents = workspace_copy.documents(setting)
    (made,) = build.make(build.Press(workspace_copy), setting, documents, [documents["memo-submission"]])
    assert "<ตราครุฑ>" in paper.read(made.data, made.name).text
    (tmp_path / "memo.docx").write_bytes(made.data)
    assert not OpenXmlValidator().validate(tmp_path / "memo.docx").errors


# ---- the file copy


@pytest.mark.parametrize(
    "name", ["order-full", "memo-full", "letter-full", "announcement-full-th", "guideline-full", "announcement-full-en"]
)
def test_the_file_copy_carries_its_initials(name: str, good: Cases) -> None:
    words = ("Drafted", "Typed", "Checked") if name.endswith("-en") else ("ร่าง", "พิมพ์", "ตรวจ")

    def initials(outline: str) -> list[str]:
        return [word for line in outline.splitlines() if "[คู่ฉบับ]" in line for word in words if word in line]

    assert initials(good["full"].text(name, file_copy=True)) == list(words)
    assert not initials(good["full"].text(name))


def test_the_file_copy_has_a_name_of_its_own(good: Cases) -> None:
    case = good["full"]
    one = case.documents["memo-full"]
    (made,) = build.make(build.Press(case.workspace), case.desk.setting, case.documents, [one], file_copy=True)
    assert made.name == "memo-full-file-copy"


# ---- notices


def test_a_notice_prints_the_codes_of_its_addresses(good: Cases) -> None:
    docx = good["full"].made("notice-full")
    sizes = [(int(size.get("cx")), int(size.get("cy"))) for size in xml(docx).iter(f"{DRAWING}extent")]
    assert len(sizes) == 2
    assert all(min(size) >= 4 * EMU_PER_CM for size in sizes)
    labels = [label.get("descr") for label in xml(docx).iter(f"{DRAWING}docPr")]
    assert all(re.match("รหัสคิวอาร์ .*" + word, label) for word, label in zip(("คู่มือ", "ร้องเรียน"), labels, strict=True))
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        pictures = {package.read(name) for name in package.namelist() if name.startswith("word/media/")}
    assert all(picture.startswith(b"\x89PNG\r\n\x1a\n") for picture in pictures)
    assert pictures == {qr_code(CHANNELS[key], "").data for key in ("manual_url", "complaint_url")}


def test_a_code_is_told_by_its_finder_marks() -> None:
    """The three corners of every QR code, inside a quiet margin of four modules, twelve points each."""
    picture = qr_code("https://www.example.com", "")
    rows = _pixels(picture.data)
    module, quiet = 12, 4
    grid = [[row[x * module] for x in range(len(row) // module)] for row in rows[::module]]
    dark = [[not light for light in row[quiet:-quiet]] for row in grid[quiet:-quiet]]
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]

    def corner(top: int, left: int) -> list[str]:
        return ["".join("01"[dark[top + y][left + x]] for x in range(7)) for y in range(7)]

    last = len(dark) - 7
    assert corner(0, 0) == corner(0, last) == corner(last, 0) == finder
    assert all(light for row in (*grid[:quiet], *grid[-quiet:]) for light in row)


def _pixels(png: bytes) -> list[list[bool]]:
    """Read a black and white PNG: for each row, whether each point is light."""
    width, height, depth, colour = struct.unpack_from(">2I2B", png, 16)
    assert (depth, colour) == (1, 0)
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    raw, stride, above = zlib.decompress(data), (width + 7) // 8 + 1, b""
    rows = []
    for y in range(height):
        kind, line = raw[y * stride], raw[y * stride + 1 : (y + 1) * stride]
        assert kind in (0, 2)  # as it is, or the difference from the row above
        above = line if kind == 0 else bytes((a + b) & 255 for a, b in zip(line, above, strict=True))
        rows.append([bool(above[x // 8] >> (7 - x % 8) & 1) for x in range(width)])
    return rows


def test_only_the_telephone_of_a_notice_keeps_arabic_figures(good: Cases) -> None:
    printed = texts(good["full"].text("notice-full"))
    assert "โทร. / Tel. 0 2000 0000" in printed
    assert "แล้วเสร็จใน ๓ วันทำการ" in printed
    assert "Done within 3 working days." in printed


# ---- memo, guideline, report


def test_a_memo_lists_its_enclosures_and_both_languages_as_one(good: Cases) -> None:
    listed = [text for text in texts(good["full"].text("memo-full")) if re.match("[๑-๙]\\.\t", text)]
    assert listed == [
        "๑.\tคำสั่ง เรื่อง แต่งตั้งคณะกรรมการและคณะทำงานตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "๒.\tประกาศ เรื่อง นโยบายต่อต้านการรับสินบน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ (ภาษาไทยและภาษาอังกฤษ)",
        "๓.\tประกาศ เรื่อง แนวทางตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "๑.\tเบิกจ่ายแล้ว .......... บาท",  # the points of another paragraph
        "๒.\tคงเหลือ .......... บาท",
    ]


def test_an_approver_prints_as_a_post_or_as_a_blank(good: Cases) -> None:
    printed = texts(good["full"].text("guideline-full"))
    assert "๑.๑ ผู้มีอำนาจอนุมัติ คือ หัวหน้าฝ่ายปกครอง" in printed
    assert f"๑.๒ ผู้อนุมัติให้ยืมวัสดุ คือ {'.' * 40}" in printed


def scores(good: Good, **given: str) -> dict[str, dict[str, str]]:
    """The lines of last year's result, with these scores."""
    own = good.desk.setting.own
    result = own.last_result.model_copy(update={name: Decimal(score) for name, score in given.items()})
    setting = replace(good.desk.setting, own=own.model_copy(update={"last_result": result}))
    lines: Any = good.view("report-minimal", setting=setting)["scores"]
    keys = ("iit", "eit", "oit", "total", "level")  # the level stands where it can be told
    return dict(zip(keys, lines, strict=False))


def test_the_worked_example_of_the_weights(good: Cases) -> None:
    found = scores(good["full"])
    assert [found[key]["score"] for key in ("iit", "eit", "oit")] == ["๘๘.๔๓", "๘๐.๕๓", "๙๔.๓๘"]
    assert [found[key]["points"] for key in ("iit", "eit", "oit")] == ["๒๖.๕๓", "๒๔.๑๖", "๓๗.๗๕"]
    assert [found[key]["gap"] for key in ("iit", "eit", "oit")] == ["+๓.๔๓", "-๔.๔๗", "+๙.๓๘"]
    assert found["level"]["points"] == "ผ่าน"


def test_half_a_hundredth_of_a_point_is_rounded_up(good: Cases) -> None:
    """85.35 of a hundred, weighing 30, are 25.605 points: as arithmetic is taught in schools, 25.61."""
    assert scores(good["full"], iit="85.35")["iit"]["points"] == "๒๕.๖๑"


def test_nothing_is_reckoned_from_an_open_score(good: Cases) -> None:
    found = scores(good["minimal"], eit="80.53")
    assert {found["iit"][key] for key in ("score", "points", "gap")} == {"." * 12}
    assert found["eit"]["points"] == "๒๔.๑๖"
    assert found["total"]["points"] == "๘๗.๓"
    assert "level" not in found


def test_the_rank_of_a_signer_never_stands_in_brackets(good: Cases) -> None:
    for name in ("order-full", "memo-full", "guideline-full", "report-full"):
        for text in texts(good["full"].text(name)):
            assert not re.match(r"\((?:ว่าที่|พันจ่า)", text), f"{name}: {text}"
