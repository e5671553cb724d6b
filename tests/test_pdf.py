"""Papers become PDFs as they were meant; what goes wrong with one paper stays with that paper."""

from __future__ import annotations

import http.server
import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from ita_docs import pdf
from ita_docs.pdf import libreoffice, reading
from ita_docs.problems import Problem

FONTS = Path(__file__).parent.parent / "fonts"
FONT = "TH Sarabun New"
Results = dict[str, bytes | Problem]

# ---- papers made by hand

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = {
    "word/document.xml": "officedocument.wordprocessingml.document.main",
    "word/footer.xml": "officedocument.wordprocessingml.footer",
    "word/styles.xml": "officedocument.wordprocessingml.styles",
    "docProps/core.xml": "package.core-properties",
}


def package(parts: dict[str, str]) -> bytes:
    with zipfile.ZipFile(whole := BytesIO(), "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return whole.getvalue()


def paper(*body: str, footer: str = "", language: str = "th-TH", links: str = "") -> bytes:
    """A whole paper on A4 with margins of 3 and 2 cm."""
    types = "".join(
        f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>'
        for part, kind in TYPES.items()
    )
    return package(
        {
            "word/document.xml": f'<w:document {W} xmlns:r="{R}"><w:body>{"".join(body)}'
            '<w:sectPr><w:footerReference w:type="default" r:id="f"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1701" w:header="709"'
            ' w:footer="709"/></w:sectPr></w:body></w:document>',
            "word/footer.xml": f"<w:ftr {W}><w:p>{footer}</w:p></w:ftr>",
            "word/styles.xml": f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
            '<w:sz w:val="32"/><w:szCs w:val="32"/>'
            '<w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault></w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            "</w:styles>",
            "docProps/core.xml": f'<c:coreProperties xmlns:c="{PACKAGE}/metadata/core-properties" '
            f'xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>คำสั่ง</d:title><d:language>{language}</d:language>'
            "</c:coreProperties>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="s" Type="{R}/styles" Target="styles.xml"/>'
            f'<Relationship Id="f" Type="{R}/footer" Target="footer.xml"/>{links}</Relationships>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="c" Type="{PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>',
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        }
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(*pieces: str) -> str:
    return "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)


def field(*pieces: str) -> str:
    """A field; several pieces of its code stand in several runs, as Word likes to split them."""
    return mark("begin") + code(*pieces) + mark("separate") + run("0") + mark("end")


def page(bookmark: str, number: int) -> str:
    """A new page with a bookmark on it."""
    place = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{run("ก")}<w:bookmarkEnd w:id="{number}"/>'
    return line(place, properties="<w:pageBreakBefore/>")


# ---- what a PDF shows


def text(of: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=of, capture_output=True, check=True).stdout.decode()


def boxes(of: bytes) -> list[tuple[str, float, float, float]]:
    """Every word with its left and right edge and its top, in points."""
    out = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=of, capture_output=True, check=True).stdout
    words = (word for word in ElementTree.fromstring(out).iter() if word.tag.endswith("}word"))
    return [
        (word.text or "", float(word.attrib["xMin"]), float(word.attrib["xMax"]), float(word.attrib["yMin"]))
        for word in words
    ]


def made(result: bytes | Problem) -> bytes:
    assert isinstance(result, bytes), result
    return result


def why(result: bytes | Problem) -> tuple[str, str]:
    assert isinstance(result, Problem)
    return result.code, result.facts.get("reason", "")


# ---- with LibreOffice

LONG = "สำนักงานเขตมีหน้าที่ประกาศเจตนารมณ์และจัดทำมาตรการป้องกันการรับสินบนของเจ้าหน้าที่ทุกฝ่าย " * 4
CONTENTS = [
    line(
        mark("begin") + code(r" TOC \o ") + mark("separate"),
        run("หนึ่ง"),
        field(r"PAGEREF ข้อ_1 \h \* ThaiArabic"),
    ),
    line(run("สอง"), field("PAGEREF ", r"_Toc2 \* Thai", "Arabic ")),
    line(mark("end")),
    line(run("สาม"), r'<w:fldSimple w:instr=" PAGEREF _Toc3 \* ThaiArabic ">' + run("0") + "</w:fldSimple>"),
    line(run("Four"), field("PAGEREF Four")),
    page("ข้อ_1", 2),
    page("_Toc2", 3),
    *[page(f"x{number}", number) for number in range(4, 12)],
    page("_Toc3", 12),
    page("Four", 13),
]
PAPERS = {
    "order": paper(
        line(run("คำสั่ง", '<w:b/><w:bCs/><w:rFonts w:cs="TH SarabunPSK"/>')),
        line(run(LONG), properties='<w:jc w:val="thaiDistribute"/>'),
        line(run("oooo๑๑๑๑")),
        line(run("oooo")),
        line(run("๑๑๑๑")),
        page("last", 2),
        footer=run("- ") + field(r" PAGE  \* ThaiArabic ") + run(" -"),
    ),
    "nonsense": package({"word/document.xml": "nonsense"}),
    "garbage": b"garbage",
    "english": paper(line(run("Order")), page("last", 2), footer=field(" PAGE "), language="en-GB"),
    "contents": paper(*CONTENTS),
    "lost": paper(line(field(r"PAGEREF nowhere \* ThaiArabic"))),
}


@pytest.fixture(scope="module")
def results() -> Results:
    return dict(pdf.convert(PAPERS.items(), FONTS))


@pytest.mark.pdf
def test_a_paper_is_tagged_and_carries_its_fonts(results: Results) -> None:
    order = made(results["order"])
    assert replace(reading.facts(order), unkept=()) == reading.Facts(
        pages=2,
        sizes=((210.0, 297.0), (210.0, 297.0)),
        title="คำสั่ง",
        language="th-TH",
        tagged=True,
        fonts=(("THSarabunNew", True), ("THSarabunNew-Bold", True)),
        headings=(),
        unkept=(),
    )
    assert reading.inspect("order", order, [FONT]) == []
    with pikepdf.open(BytesIO(order)) as opened:
        metadata = opened.Root.Metadata.read_bytes()
    for claim in (b"<pdfaid:part>3<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        assert claim in metadata


@pytest.mark.pdf
def test_pages_are_numbered_in_the_digits_that_the_paper_asks_for(
    results: Results,
) -> None:
    order = "".join(text(made(results["order"])).split())
    assert [order.count(number) for number in ("-๑-", "-๒-")] == [1, 1]
    assert text(made(results["english"])).split() == ["Order", "1", "ก", "2"]


@pytest.mark.pdf
def test_an_english_paper_says_so(results: Results) -> None:
    assert reading.facts(made(results["english"])).language == "en-GB"


@pytest.mark.pdf
def test_contents_tell_the_pages_in_thai_digits_and_lead_there(results: Results) -> None:
    contents = made(results["contents"])
    assert text(contents).split()[:4] == ["หนึ่ง๒", "สอง๓", "สาม๑๒", "Four13"]
    with pikepdf.open(BytesIO(contents)) as opened:
        pages: list[object] = [page.objgen for page in opened.pages]
        annotations = opened.pages[0].obj["/Annots"].as_list()
        links = [pages.index(link["/Dest"].as_list()[0].objgen) + 1 for link in annotations]
    assert sorted(links) == [2, 3, 12, 13]


@pytest.mark.pdf
def test_thai_lines_reach_the_right_margin(results: Results) -> None:
    rights: dict[float, float] = {}
    for _, _, right, top in boxes(made(results["order"])):
        rights[round(top)] = max(right, rights.get(round(top), 0))
    full = list(rights.values())[1:-4]  # between the heading and the short lines, less the last of the paragraph
    margin = (11906 - 1134) / 20
    assert len(full) >= 2
    assert all(abs(right - margin) < 1.5 for right in full[:2]), full


@pytest.mark.pdf
def test_latin_and_thai_letters_stand_close(results: Results) -> None:
    widths = {word: right - left for word, left, right, _ in boxes(made(results["order"]))}
    assert widths["oooo๑๑๑๑"] == pytest.approx(widths["oooo"] + widths["๑๑๑๑"], abs=0.2)


@pytest.mark.pdf
def test_what_is_no_paper_stops_only_itself(results: Results) -> None:
    assert list(results) != []
    assert set(results) == set(PAPERS)
    assert why(results["garbage"]) == why(results["nonsense"]) == ("pdf-failed", "อ่านไฟล์ไม่ได้")


@pytest.mark.pdf
def test_a_reference_to_no_page_stops_the_paper(results: Results) -> None:
    assert why(results["lost"]) == ("pdf-failed", "อ้างถึงเลขหน้าที่ไม่มีในเอกสาร")


@pytest.mark.pdf
def test_a_killed_libreoffice_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    class Popen(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **settings: object) -> None:
            super().__init__(*arguments, **settings)  # type: ignore[call-overload]
            started.append(self.pid)

    monkeypatch.setattr(subprocess, "Popen", Popen)
    papers = [(f"{number}", paper(line(run(f"ฉบับที่{number}")))) for number in range(6)]
    answers = pdf.convert(papers, FONTS)
    results = dict([next(answers)])
    os.killpg(started[0], signal.SIGKILL)
    results.update(answers)
    assert len(started) == 2
    assert [text(made(results[name])).strip() for name, _ in papers] == [f"ฉบับที่{name}" for name, _ in papers]


@pytest.mark.pdf
def test_two_at_work_answer_every_paper() -> None:
    papers = [(f"{number}", paper(line(run(f"ฉบับที่{number}")))) for number in range(8)]
    results = dict(pdf.convert(papers, FONTS, jobs=2))
    assert {name: text(made(result)).strip() for name, result in results.items()} == {
        name: f"ฉบับที่{name}" for name, _ in papers
    }


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PICTURE = (
    f'<w:r><w:drawing><p:inline xmlns:p="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main">'
    '<p:extent cx="900000" cy="900000"/><p:docPr id="1" name="p"/><a:graphic>'
    f'<a:graphicData uri="{DRAWING}/picture"><i:pic xmlns:i="{DRAWING}/picture">'
    '<i:nvPicPr><i:cNvPr id="1" name="p"/><i:cNvPicPr/></i:nvPicPr>'
    '<i:blipFill><a:blip r:link="p"/></i:blipFill><i:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></i:spPr></i:pic>'
    "</a:graphicData></a:graphic></p:inline></w:drawing></w:r>"
)


@pytest.mark.pdf
def test_nothing_is_fetched_for_a_paper() -> None:
    asked: list[str] = []

    class Asked(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Asked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        image = f'<Relationship Id="p" Type="{R}/image" Target="{address}/p.png" TargetMode="External"/>'
        fetching = line(run("ก"), PICTURE, field(f' INCLUDEPICTURE "{address}/field.png" \\d '))
        results = dict(pdf.convert([("linked", paper(fetching, links=image))], FONTS))
        server.shutdown()
    made(results["linked"])
    assert asked == []


# ---- with a stand-in that does what each paper tells it

STAND_IN = """#!{python} -SE
import os, pathlib, sys, time, zipfile
queue, number = pathlib.Path(os.environ["ITA_DOCS_QUEUE"]), int(os.environ["ITA_DOCS_FIRST"])
with open("{log}", "a") as log:
    print(number, file=log)
while not (queue / "closed").exists():
    if not (docx := queue / f"{{number}}.docx").exists():
        time.sleep(0.001)
        continue
    deed, _, word = zipfile.ZipFile(docx).read("deed").decode().partition(" ")
    if deed == "once":
        deed, word = (word, "") if not (mark := queue / f"{{word}}ed").exists() else ("pdf", f"after it {{word}}ed")
        mark.touch()
    if deed == "looks":  # a deed for each look at the paper
        looked = len(list(queue.glob("look*")))
        (queue / f"look{{looked}}").touch()
        deed, _, word = word.split(", ")[looked].partition(" ")
    if deed == "hang":
        time.sleep(60)
    if deed == "die":
        sys.exit(1)
    half = queue / f"{{number}}.half"
    half.write_text(word)
    half.rename(queue / f"{{number}}.{{deed}}")
    number += 1
"""


@pytest.fixture
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of the stand-in: the first paper of each start."""
    program = tmp_path / "soffice"
    program.write_text(STAND_IN.format(python=sys.executable, log=tmp_path / "starts"))
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "find_office", lambda: program)
    (tmp_path / "fonts.conf").touch()
    (tmp_path / "font.ttf").touch()
    return tmp_path / "starts"


def deeds(*told: str) -> Iterator[tuple[str, bytes]]:
    return ((deed, package({"deed": deed})) for deed in told)


def shown(results: Iterator[tuple[str, bytes | Problem]]) -> list[str]:
    return [result.decode() if isinstance(result, bytes) else why(result)[1] for _, result in results]


def test_answers_come_in_order(starts: Path) -> None:
    results = pdf.convert(deeds(*(f"pdf {number}" for number in range(20))), starts.parent)
    assert shown(results) == [str(number) for number in range(20)]
    assert starts.read_text().split() == ["0"]


def test_a_paper_that_kills_or_hangs_is_tried_twice_and_left(starts: Path) -> None:
    results = pdf.convert(deeds("pdf 0", "die", "pdf 2", "hang", "no save", "pdf 5"), starts.parent, timeout=1)
    assert shown(results) == ["0", "ปิดตัวเอง", "2", "ไม่ตอบภายใน 1 วินาที", "บันทึกไม่ได้", "5"]
    assert starts.read_text().split() == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("deed", ["die", "hang"])
def test_a_paper_that_is_read_the_second_time_is_made(starts: Path, deed: str) -> None:
    results = pdf.convert(deeds("pdf 0", f"once {deed}", "pdf 2"), starts.parent, timeout=1)
    assert shown(results) == ["0", f"after it {deed}ed", "2"]
    assert starts.read_text().split() == ["0", "1"]


@pytest.mark.parametrize(
    ("looks", "due"), [("die, no read, pdf after all", "after all"), ("die, no read, no read", "อ่านไฟล์ไม่ได้")]
)
def test_a_paper_that_is_refused_after_a_restart_is_read_once_more(starts: Path, looks: str, due: str) -> None:
    results = pdf.convert(deeds("pdf 0", f"looks {looks}", "pdf 2"), starts.parent)
    assert shown(results) == ["0", due, "2"]
    assert starts.read_text().split() == ["0", "1", "1"]


def test_a_process_serves_only_so_many_papers(starts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "LIFE", 4)
    results = pdf.convert(deeds(*(f"pdf {number}" for number in range(12))), starts.parent)
    assert shown(results) == [str(number) for number in range(12)]
    assert 3 <= len(starts.read_text().split()) <= 4


def test_papers_are_taken_as_they_are_needed_and_leaving_ends_it(starts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes: list[Path] = []
    start = libreoffice.LibreOffice.__init__

    def noted(self: libreoffice.LibreOffice, program: Path, fonts: Path, timeout: float) -> None:
        start(self, program, fonts, timeout)
        homes.append(self.home)

    monkeypatch.setattr(libreoffice.LibreOffice, "__init__", noted)
    papers = deeds(*(f"pdf {number}" for number in range(20)))
    results = pdf.convert(papers, starts.parent)
    assert next(results) == ("pdf 0", b"0")
    results.close()  # type: ignore[attr-defined]
    assert len(list(papers)) >= 17
    assert [home.exists() for home in homes] == [False]


def test_a_fault_in_the_papers_reaches_the_caller(starts: Path) -> None:
    def papers() -> Iterator[tuple[str, bytes]]:
        yield from deeds("pdf 0")
        raise KeyError

    with pytest.raises(KeyError):
        list(pdf.convert(papers(), starts.parent))


def test_without_libreoffice_or_fonts_every_paper_says_so(starts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (starts.parent / "font.ttf").unlink()
    results = list(pdf.convert(deeds("pdf 0", "pdf 1"), starts.parent))
    problem = Problem("no-fonts", facts={"folder": str(starts.parent)})
    assert results == [("pdf 0", problem), ("pdf 1", problem)]
    monkeypatch.setattr(pdf, "find_office", lambda: None)
    assert list(pdf.convert(deeds("pdf 0"), FONTS)) == [("pdf 0", Problem("no-libreoffice"))]


def test_a_thai_page_is_known_however_word_splits_its_field() -> None:
    assert libreoffice.for_libreoffice(PAPERS["contents"]).thai_pages.split() == ["_Toc2", "_Toc3", "ข้อ_1"]


# ---- looking at PDFs of any make


def drawn(font: dict[str, object] | None) -> bytes:
    with pikepdf.new() as made:
        if font:
            page = made.add_blank_page()
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=made.make_indirect(pikepdf.Dictionary(font))))
        made.save(whole := BytesIO())
    return whole.getvalue()


def outside(name: str) -> bytes:
    return drawn(
        {
            "/Type": pikepdf.Name("/Font"),
            "/Subtype": pikepdf.Name("/TrueType"),
            "/BaseFont": pikepdf.Name(name),
        }
    )


def test_a_pdf_without_pages_is_empty() -> None:
    assert reading.inspect("order", drawn(None), [FONT]) == [Problem("pdf-empty", facts={"paper": "order"})]


@pytest.mark.parametrize("name", ["Arial", "THSarabunNew"])
def test_a_font_must_be_embedded(name: str) -> None:
    problem = Problem("pdf-font", facts={"paper": "order", "font": name})
    assert reading.inspect("order", outside(f"/ABCDEF+{name}"), [FONT]) == [problem]


def test_what_is_no_pdf_cannot_be_read() -> None:
    assert [why(problem) for problem in reading.inspect("order", b"garbage", [FONT])] == [("pdf-damaged", "")]
