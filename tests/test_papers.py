"""The first twelve papers of the year as they are handed over: their text, their Thai, their Word."""

from __future__ import annotations

import hashlib
import html
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import test_plan as plan
from click.testing import CliRunner
from conftest import ROOT, samples
from lxml import etree
from openxml_audit import OpenXmlValidator

from ita_docs import build, cli
from ita_docs.documents import Document
from ita_docs.paper import Line, Paper
from ita_docs.setting import Setting
from ita_docs.thai.digits import arabic_digits, protected_spans, thai_digits
from ita_docs.thai.text import has_thai, no_space

NOTICES = ("notice-registration", "notice-revenue", "notice-fines", "notice-procurement", "notice-other")
ORDERS = ("order-committee", "order-working-group")
ENGLISH = "anti-bribery-en"
IDS = (*ORDERS, "anti-bribery-th", ENGLISH, "memo-submission", *NOTICES, "o21-assets", "o22-measures")
THAI = tuple(name for name in IDS if name != ENGLISH)
SIGNED = (*ORDERS, "anti-bribery-th", ENGLISH, "memo-submission", "o21-assets")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CM = 1440 / 2.54
A4 = (11906, 16838)

every_paper = pytest.mark.parametrize("name", IDS)
every_thai_paper = pytest.mark.parametrize("name", THAI)
every_notice = pytest.mark.parametrize("name", NOTICES)


# ---- reading the Word of a paper


@cache
def parts(docx: bytes) -> dict[str, Any]:
    """The XML of the parts that Word shows or goes by."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        names = [name for name in package.namelist() if re.match(r"word/[a-z]+\d*\.xml$", name)]
        return {name.removeprefix("word/"): etree.fromstring(package.read(name)) for name in names}


def body(docx: bytes) -> Any:
    return parts(docx)["document.xml"]


def headers(docx: bytes) -> list[Any]:
    found = [root for name, root in parts(docx).items() if name.startswith(("header", "footer"))]
    assert found
    return found


def value(element: Any, path: str, name: str = "val") -> str | None:
    """The attribute at the end of a path such as `pPr/jc`; None where the path ends earlier."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


@cache
def styles(docx: bytes) -> dict[str, Any]:
    return {style.get(f"{W}styleId"): style for style in parts(docx)["styles.xml"].iter(f"{W}style")}


def resolved(docx: bytes, paragraph: Any, path: str) -> str | None:
    """What a paragraph looks like: its own property, else that of its style and the styles this one is based on."""
    if (own := value(paragraph, path)) is not None:
        return own
    style = styles(docx).get(value(paragraph, "pPr/pStyle") or "Normal")
    while style is not None:
        if (found := value(style, path)) is not None:
            return found
        style = styles(docx).get(value(style, "basedOn") or "")
    return value(parts(docx)["styles.xml"], f"docDefaults/{path.split('/')[0]}Default/{path}")


def text_of(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def sections(docx: bytes) -> list[Any]:
    found = list(body(docx).iter(f"{W}sectPr"))
    assert found
    return found


def twips(cm: float) -> int:
    return round(cm * CM)


# ---- the set


def test_the_twelve_of_the_design_are_there(documents: Mapping[str, Document], made: dict[str, bytes]) -> None:
    assert set(IDS) <= documents.keys()
    assert set(IDS) <= made.keys()


def test_the_golden_is_what_the_command_shows(made: dict[str, bytes], papers: dict[str, Paper], tmp_path: Path) -> None:
    file = tmp_path / "memo.docx"
    file.write_bytes(made["memo-submission"])
    shown = CliRunner().invoke(cli.cli, ["show", str(file)], catch_exceptions=False)
    assert shown.output == papers["memo-submission"].outline()


# ---- the file


def test_the_audit_finds_what_is_wrong(made: dict[str, bytes], tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.docx"
    with zipfile.ZipFile(io.BytesIO(made["memo-submission"])) as whole, zipfile.ZipFile(spoilt, "w") as copy:
        for member in whole.namelist():
            copy.writestr(member, whole.read(member).replace(b"<w:keepNext/>", b"<w:keepNixt/>"))
    assert OpenXmlValidator().validate(spoilt).errors


@pytest.mark.parametrize("file", sorted((ROOT / "templates").glob("*.docx")), ids=lambda file: file.stem)
def test_the_audit_finds_nothing_in_a_template(file: Path) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_another_process_gives_the_same_bytes(
    year_made: dict[str, build.Made], documents: Mapping[str, Document]
) -> None:
    chosen = {one.id: year_made[one.id].data for one in samples(documents)}
    program = (
        "import hashlib, sys; from pathlib import Path; from ita_docs import build; "
        "from ita_docs.workspace import Workspace; home = Workspace(Path(sys.argv[1])); "
        "setting = home.setting('samphanthawong', '2568'); all = home.documents(setting); "
        "wanted = [all[name] for name in sys.argv[2].split()]; "
        "made = build.make(build.Press(home), setting, all, wanted); "
        "[print(one.name, hashlib.sha256(one.data).hexdigest()) for one in made]"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Bangkok", "LC_ALL": "C", "PYTHONUTF8": "1", "PATH": ""}
    run = subprocess.run(
        [sys.executable, "-c", program, str(ROOT), " ".join(chosen)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    told = dict(line.split() for line in run.stdout.splitlines())
    assert told == {name: hashlib.sha256(data).hexdigest() for name, data in chosen.items()}


@every_paper
def test_a_paper_names_its_title_and_its_language(
    name: str, made: dict[str, bytes], documents: Mapping[str, Document]
) -> None:
    with zipfile.ZipFile(io.BytesIO(made[name])) as package:
        core = etree.fromstring(package.read("docProps/core.xml"))
    said = {etree.QName(element).localname: element.text for element in core}
    assert said["title"] == documents[name].title
    assert said["language"] == ("en-US" if name == ENGLISH else "th-TH")


# ---- the plan in the report of measures (O22)

PLAN_LINES = range(3, plan.LAST_LINE + 1)


def columns(paper: Paper) -> list[str]:
    """The running texts of a paper without white space: its paragraphs, and each column of each table."""
    texts: dict[tuple[str, ...], str] = {}
    for line in paper.lines:
        cell = re.match(r"(t\d+)r\d+(c\d+) ", line.where)
        key = cell.groups() if cell else ()
        texts[key] = texts.get(key, "") + no_space(line.text)
    return list(texts.values())


def plan_pieces() -> Iterator[tuple[int, str]]:
    """Every paragraph and cell of the corrected plan, in Thai figures, without tags and white space."""
    for number in PLAN_LINES:
        for cell in plan.corrected_line(number).split("\t"):
            if piece := no_space(thai_digits(html.unescape(re.sub(r"<[^>]+>", " ", cell)))):
                yield number, piece


def test_at_least_99_percent_of_the_plan_stands_in_the_report(papers: dict[str, Paper]) -> None:
    texts = columns(papers["o22-measures"])
    pieces = list(plan_pieces())
    missing = [(number, piece) for number, piece in pieces if not any(piece in text for text in texts)]
    whole, lost = (sum(len(piece) for _, piece in some) for some in (pieces, missing))
    assert whole > 25_000
    for number, piece in missing:
        print(f"line {number} of the plan is not in the report: {piece}")
    assert 1 - lost / whole >= 0.99


def test_the_report_has_every_item_of_the_plan_once_in_its_tables(papers: dict[str, Paper]) -> None:
    heads = [
        match[1]
        for line in papers["o22-measures"].lines
        if line.where.split(" ")[0].endswith("c1") and (match := re.match(r"([IEO]\d+) ", line.text))
    ]
    services = 5  # E3 is asked once for each kind of service
    assert sorted(heads) == sorted([*plan.CODES, *["E3"] * (services - 1)])


# ---- the text of Thai papers


@every_thai_paper
def test_digits_are_thai_outside_codes_and_addresses(name: str, papers: dict[str, Paper]) -> None:
    read = [line for line in papers[name].lines if not (name in NOTICES and line.text.startswith("โทร."))]
    assert any(set(line.text) & set("๐๑๒๓๔๕๖๗๘๙") for line in read)
    for line in read:
        spans = protected_spans(line.text)
        loose = [
            found[0]
            for found in re.finditer(r"[0-9]+", line.text)
            if not any(start <= found.start() < end for start, end in spans)
        ]
        assert not loose, f"{line.where}: {line.text}"


@every_paper
def test_nothing_is_left_blank_that_the_law_must_say(name: str, papers: dict[str, Paper]) -> None:
    assert not re.search(r"(?:มาตรา|ข้อ|Section)\s*(?:\.{2,}|…|_)", papers[name].text)


@every_paper
def test_spelling_is_the_one_right_one(name: str, papers: dict[str, Paper]) -> None:
    """No doubled สระเอ, no split สระอำ, nothing invisible, ๆ between spaces, no mark or word of a program."""
    wrong = "เเ|\u0e4d\u0e32|[\u200b-\u200f\u2060\ufeff\u00ad]|\\Sๆ|ๆ[ก-ฮเ-ไ]| ฯ"
    assert not re.search(wrong, papers[name].text)
    assert not re.search(r"\{\{|\{%|%\}|\}\}|\{[a-z]+\.[a-z]|\b(?:None|True|False)\b", papers[name].text)


# ---- orders


def lines_of(paper: Paper) -> list[Line]:
    """The paragraphs of the body that say something, tables and headers left out."""
    return [line for line in paper.lines if re.fullmatch(r"p\d+", line.where) and line.text]


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_has_every_part_of_its_form(name: str, papers: dict[str, Paper], made: dict[str, bytes]) -> None:
    assert value(next(body(made[name]).iter(f"{W}p")), "pPr/pStyle") == "Emblem"
    due = [
        r"คำสั่งสำนักงานเขตสัมพันธวงศ์",
        r"ที่ {10}/๒๕\.\.\.\.",
        r"เรื่อง  แต่งตั้ง.+",
        r"(?:ด้วย|ตาม).+",
        r"๑\. .+  ประกอบด้วย",
        r"๑\.๑\t.+\tประธาน(?:กรรมการ|คณะทำงาน)",
        r"ให้คณะ(?:กรรมการ|ทำงาน)มีหน้าที่และอำนาจ ดังต่อไปนี้",
        r"\(๑\) .+",
        r"ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
        r"สั่ง  ณ  วันที่ \.{7} เดือน \.{18} พ\.ศ\. ๒๕\.\.\.\.",
        r"\(\.{40}\)",
        r"ผู้อำนวยการเขตสัมพันธวงศ์",
    ]
    texts = [line.text for line in lines_of(papers[name])]
    at = -1
    for part in due:
        at = next((index for index in range(at + 1, len(texts)) if re.fullmatch(part, texts[index])), len(texts))
        assert at < len(texts), f"there is no “{part}” where it belongs"
    assert at == len(texts) - 1


@pytest.mark.parametrize("name", ORDERS)
def test_the_power_clause_is_absent_while_it_is_open(name: str, papers: dict[str, Paper]) -> None:
    assert "อาศัยอำนาจ" not in papers[name].text


def members(paper: Paper) -> list[tuple[str, str]]:
    """The posts of an order with their roles."""
    found = [re.fullmatch(r"[๐-๙]+\.[๐-๙]+\t(.+)\t(.+)", line.text) for line in paper.lines]
    return [(match[1], match[2]) for match in found if match]


def test_the_committee_is_the_one_of_the_plan(papers: dict[str, Paper], setting: Setting) -> None:
    found = members(papers["order-committee"])
    heads = [section.head for section in setting.office.sections if section.id != "administrative"]
    schools = [school.head for school in setting.office.schools]
    assert (len(heads), len(schools)) == (9, 3)
    assert found == [
        ("ผู้อำนวยการเขตสัมพันธวงศ์", "ประธานกรรมการ"),
        ("ผู้ช่วยผู้อำนวยการเขตสัมพันธวงศ์", "รองประธานกรรมการ"),
        *((post, "กรรมการ") for post in (*heads, *schools)),
        ("หัวหน้าฝ่ายปกครอง", "กรรมการและเลขานุการ"),
    ]
    assert papers["order-committee"].text.count("หัวหน้าฝ่ายปกครอง") == 1


def test_a_working_group_has_the_titles_of_a_working_group(papers: dict[str, Paper]) -> None:
    found = members(papers["order-working-group"])
    assert {role for _, role in found} == {
        "ประธานคณะทำงาน",
        "คณะทำงาน",
        "คณะทำงานและเลขานุการ",
        "คณะทำงานและผู้ช่วยเลขานุการ",
    }
    assert sum(role == "ประธานคณะทำงาน" for _, role in found) == 10


def test_the_duties_carry_the_rules_of_the_plan(papers: dict[str, Paper]) -> None:
    text = papers["order-committee"].text
    for rule in ("ทุก ๆ ๑๕ วัน", "ทุกวันอังคาร", "กลุ่ม LINE ITA เขตสัมพันธวงศ์", "๓๐ เมษายน ๒๕๖๘"):
        assert rule in text


def test_the_second_order_cites_the_first_with_blanks(papers: dict[str, Paper]) -> None:
    due = "ตามคำสั่งสำนักงานเขตสัมพันธวงศ์ ที่          /๒๕.... ลงวันที่ ....... .................. ๒๕...."
    assert due in papers["order-working-group"].text


@pytest.mark.parametrize("name", SIGNED)
def test_the_end_of_the_text_stands_with_the_signature(name: str, made: dict[str, bytes]) -> None:
    """From the last paragraph of the text on, each is kept with the next, down to the post of the signer."""
    paragraphs = list(body(made[name]).iter(f"{W}p"))
    named = [value(paragraph, "pPr/pStyle") for paragraph in paragraphs]
    last = next(index for index, style in enumerate(named) if style == "SignedLast")
    kept = 0
    while _is_on(made[name], paragraphs[last - 1 - kept], "pPr/keepNext"):
        kept += 1
    texts = [style for style in named[last - kept : last] if style == "BodyKept"]
    assert len(texts) >= (2 if name in ORDERS else 1), "the signature can stand on a page without the text"


def _is_on(docx: bytes, paragraph: Any, path: str) -> bool:
    style = styles(docx)[value(paragraph, "pPr/pStyle") or "Normal"]
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    return paragraph.find(steps) is not None or style.find(steps) is not None


# ---- announcements


@pytest.mark.parametrize("name", ["anti-bribery-th", ENGLISH, "o21-assets"])
def test_an_announcement_has_no_number(name: str, papers: dict[str, Paper]) -> None:
    texts = [line.text for line in lines_of(papers[name])]
    assert texts[0].startswith(("ประกาศ", "Announcement"))
    assert not [text for text in texts if re.match(r"(?:ที่|No\.)\s*(?:[\d๐-๙./ ]|$)", text) and "\t" not in text]


def numbers(paper: Paper) -> list[str]:
    """The numbers of the clauses and items, up to the date."""
    found = []
    for line in lines_of(paper):
        if line.text.startswith(("ประกาศ  ณ", "Given on")):
            return found
        if match := re.match(r"(\d+(?:\.\d+)?)\.? ", arabic_digits(line.text)):
            found.append(match[1])
    raise AssertionError("the announcement has no date")


def test_both_languages_have_the_same_clauses_and_items(papers: dict[str, Paper]) -> None:
    thai, english = papers["anti-bribery-th"], papers[ENGLISH]
    assert numbers(thai) == numbers(english)
    assert len(numbers(thai)) > 40
    assert [line.where for line in thai.lines if line.text] == [line.where for line in english.lines if line.text]


def test_the_english_announcement_is_english(papers: dict[str, Paper], made: dict[str, bytes]) -> None:
    assert not [line.text for line in papers[ENGLISH].lines if has_thai(line.text)]
    assert not [line.text for line in papers[ENGLISH].lines if set(line.text) & set("๐๑๒๓๔๕๖๗๘๙")]
    assert not list(body(made[ENGLISH]).iter(f"{W}cs"))
    assert not re.search(r"(?i)\bunofficial\b|\btranslation\b", papers[ENGLISH].text)
    assert "Fiscal Year B.E. 2568 (2025)" in papers[ENGLISH].text


def test_both_announcements_say_that_the_thai_text_prevails(papers: dict[str, Paper]) -> None:
    for name, due in ((ENGLISH, "the Thai text prevails"), ("anti-bribery-th", "ให้ถือภาษาไทยเป็นสำคัญ")):
        texts = [line.text for line in lines_of(papers[name])]
        date = next(index for index, text in enumerate(texts) if text.startswith(("ประกาศ  ณ", "Given on")))
        assert due in texts[date - 1]


def test_the_law_is_the_one_in_force(papers: dict[str, Paper]) -> None:
    for name, repealed in (("anti-bribery-th", "พ.ศ. ๒๕๔๔"), (ENGLISH, "B.E. 2544")):
        assert repealed not in papers[name].text


# ---- counter notices


def points(docx: bytes, paragraph: Any) -> float:
    """The size of the smallest letter of a paragraph."""
    sizes = []
    for run in paragraph.iter(f"{W}r"):
        if text_of(run).strip():
            for mark in ("sz", "szCs"):
                own = value(run, f"rPr/{mark}") or resolved(docx, paragraph, f"rPr/{mark}")
                assert own is not None
                sizes.append(int(own) / 2)
    return min(sizes)


@every_notice
def test_a_notice_can_be_read_from_three_metres(
    name: str, made: dict[str, bytes], documents: Mapping[str, Document]
) -> None:
    notice: Any = documents[name].content
    headlines = {notice.headline.th, notice.headline2.th, f"{notice.headline.en}  {notice.headline2.en}"}
    found = {text_of(p): points(made[name], p) for p in body(made[name]).iter(f"{W}p") if text_of(p).strip()}
    assert headlines <= found.keys()
    assert all(found[text] >= 72 for text in headlines)
    assert all(size >= 24 for size in found.values()), found


@every_notice
def test_a_notice_says_everything_in_both_languages(name: str, papers: dict[str, Paper]) -> None:
    thai = [line.text for line in papers[name].lines if has_thai(line.text)]
    english = [line.text for line in papers[name].lines if re.search("[A-Za-z]{3}", line.text)]
    assert len(thai) >= 8
    assert len(english) >= 8


@every_notice
def test_a_notice_has_no_garuda_and_no_signature(name: str, made: dict[str, bytes]) -> None:
    used = {value(paragraph, "pPr/pStyle") for paragraph in body(made[name]).iter(f"{W}p")}
    assert not [style for style in used if style and style.startswith(("Emblem", "Signed", "Given"))]


@every_notice
def test_an_open_address_is_a_labelled_blank_and_never_a_code(name: str, made: dict[str, bytes]) -> None:
    assert not list(body(made[name]).iter("{*}drawing"))
    framed = [p for p in body(made[name]).iter(f"{W}p") if value(p, "pPr/pStyle") == "NoticeCodeFrame"]
    assert len([text_of(paragraph) for paragraph in framed if has_thai(text_of(paragraph))]) == 2


# ---- how the papers are typed


@every_thai_paper
def test_every_run_with_thai_is_marked_as_thai(name: str, made: dict[str, bytes]) -> None:
    runs = [run for root in parts(made[name]).values() for run in root.iter(f"{W}r") if has_thai(text_of(run))]
    assert runs
    assert not [text_of(run) for run in runs if run.find(f"{W}rPr/{W}cs") is None]


@every_paper
def test_sizes_and_weights_are_set_for_both_scripts(name: str, made: dict[str, bytes]) -> None:
    looks = [look for root in parts(made[name]).values() for look in root.iter(f"{W}rPr")]
    assert any(value(look, "sz") for look in looks)
    assert any(look.find(f"{W}b") is not None for look in looks)
    for look in looks:
        assert value(look, "sz") == value(look, "szCs")
        assert (look.find(f"{W}b") is None) == (look.find(f"{W}bCs") is None)
        assert (look.find(f"{W}i") is None) == (look.find(f"{W}iCs") is None)


@every_paper
def test_the_font_fills_all_four_slots(name: str, made: dict[str, bytes]) -> None:
    fonts = [fonts for root in parts(made[name]).values() for fonts in root.iter(f"{W}rFonts")]
    assert fonts
    for slots in fonts:
        assert {slots.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"TH SarabunPSK"}
    language = parts(made[name])["styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert (language.get(f"{W}val"), language.get(f"{W}bidi")) == ("en-US", "th-TH")


@every_paper
def test_word_opens_a_paper_as_of_today_and_without_a_line_grid(name: str, made: dict[str, bytes]) -> None:
    modes = [
        setting.get(f"{W}val")
        for setting in parts(made[name])["settings.xml"].iter(f"{W}compatSetting")
        if setting.get(f"{W}name") == "compatibilityMode"
    ]
    assert modes == ["15"]
    assert not list(body(made[name]).iter(f"{W}docGrid"))


@every_paper
def test_lines_are_spread_in_paragraphs_and_never_in_cells(name: str, made: dict[str, bytes]) -> None:
    docx = made[name]
    spread = [p for p in body(docx).iter(f"{W}p") if resolved(docx, p, "pPr/jc") == "thaiDistribute"]
    assert not [text_of(p) for p in spread if next(p.iterancestors(f"{W}tc"), None) is not None]
    assert bool(spread) == (name != ENGLISH and name not in NOTICES)


@every_paper
def test_pages_are_a4_with_the_margins_of_the_typing_guidance(name: str, made: dict[str, bytes]) -> None:
    for section in sections(made[name]):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        width, height = int(size.get(f"{W}w")), int(size.get(f"{W}h"))
        lying = size.get(f"{W}orient") == "landscape"
        assert (width, height) == (A4[::-1] if lying else A4)
        sides = {side: int(margins.get(f"{W}{side}")) for side in ("top", "right", "bottom", "left")}
        if name in NOTICES:
            assert min(sides.values()) >= twips(1.0)
        elif lying:
            assert min(sides["left"], sides["right"]) >= twips(2.0)
            assert width - sides["left"] - sides["right"] >= twips(24.5)
        else:
            assert (sides["left"], sides["right"]) == (twips(3.0), twips(2.0))
            assert min(sides["top"], sides["bottom"]) >= twips(1.5)


@every_paper
def test_a_paper_with_a_garuda_begins_at_one_and_a_half_centimetres(name: str, made: dict[str, bytes]) -> None:
    used = [value(paragraph, "pPr/pStyle") for paragraph in body(made[name]).iter(f"{W}p")]
    heights = {"Emblem": 3.0, "SmallEmblem": 1.5}
    due = [] if name not in SIGNED else ["SmallEmblem" if name.startswith("memo") else "Emblem"]
    assert [style for style in used if style in heights] == due
    for style in due:
        line = styles(made[name])[style].find(f"{W}pPr/{W}spacing")
        assert int(line.get(f"{W}line")) == pytest.approx(twips(heights[style]), abs=2)
        assert int(sections(made[name])[0].find(f"{W}pgMar").get(f"{W}top")) == twips(1.5)


@every_paper
def test_the_page_number_is_the_one_field_of_a_header(name: str, made: dict[str, bytes]) -> None:
    codes = [(code.text or "").strip() for root in headers(made[name]) for code in root.iter(f"{W}instrText")]
    assert codes == (["PAGE"] if name == ENGLISH else [r"PAGE \* ThaiArabic"])
    assert not [field for root in headers(made[name]) for field in root.iter(f"{W}fldSimple")]
    fields = [(code.text or "").strip() for code in body(made[name]).iter(f"{W}instrText")]
    assert all(re.fullmatch(r"PAGEREF [a-z_]+ \\\* ThaiArabic", code) for code in fields)
    assert bool(fields) == (name == "o22-measures")
    assert not list(body(made[name]).iter(f"{W}pgNumType"))


def test_the_contents_refer_to_chapters_that_are_there(made: dict[str, bytes]) -> None:
    report = body(made["o22-measures"])
    marks = [mark.get(f"{W}name") for mark in report.iter(f"{W}bookmarkStart")]
    wanted = [(code.text or "").split()[1] for code in report.iter(f"{W}instrText")]
    assert len(set(marks)) == len(marks)
    assert wanted == marks


@every_paper
def test_the_columns_of_a_table_make_up_its_width(name: str, made: dict[str, bytes]) -> None:
    for table in body(made[name]).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
        assert sum(grid) == int(value(table, "tblPr/tblW", "w") or 0)
        for row in table.iter(f"{W}tr"):
            spans = [int(value(cell, "tcPr/gridSpan") or 1) for cell in row.findall(f"{W}tc")]
            assert sum(spans) == len(grid)


@every_paper
def test_no_table_is_wider_than_its_page(name: str, made: dict[str, bytes]) -> None:
    room: list[int] = []
    waiting: list[int] = []
    for block in body(made[name]).find(f"{W}body"):
        if block.tag == f"{W}tbl":
            waiting.append(int(value(block, "tblPr/tblW", "w") or 0))
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            width = int(value(section, "pgSz", "w") or 0)
            sides = [int(value(section, "pgMar", side) or 0) for side in ("left", "right")]
            room.append(width - sum(sides))
            assert all(table <= room[-1] + 4 for table in waiting), (waiting, room[-1])
            waiting = []
    assert not waiting


def test_the_heads_of_the_table_of_measures_repeat_and_its_rows_stay_whole(made: dict[str, bytes]) -> None:
    tables = [
        table
        for table in body(made["o22-measures"]).iter(f"{W}tbl")
        if "มาตรการ/กิจกรรม" in text_of(next(table.iter(f"{W}tr")))
    ]
    assert len(tables) == 4
    for table in tables:
        first, *others = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in others)
        sizes = {points(made["o22-measures"], p) for p in table.iter(f"{W}p") if text_of(p).strip()}
        assert sizes == {14.0}
