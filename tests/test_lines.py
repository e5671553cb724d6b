"""Lines of Thai end between words, on every paper; and what a PDF says is what was typed."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pythainlp.tokenize import word_tokenize
from test_pdf import line, paper, run
from test_pdf import made as whole

from ita_docs import pdf
from ita_docs.paper import Paper
from ita_docs.pdf.libreoffice import for_libreoffice
from ita_docs.problems import Problem
from ita_docs.thai.text import no_space
from ita_docs.thai.words import line_ends

FONTS = Path(__file__).parent.parent / "fonts"
INVISIBLE = "\u200b\u2060\ufeff"
FURNITURE = re.compile(r"- [๐-๙0-9]+ -")  # the number at the head of a page

# ---- where a line may end: | well, ¦ only if need be


@pytest.mark.parametrize(
    "marked",
    [
        "รายงาน|ผู้อำนวยการ|ทราบ",
        "ผู้อำนวยการ¦เขต¦สัมพันธวงศ์",
        "สำนักงานเขต¦สัมพันธวงศ์",
        "ฝ่าย¦รายได้ |เป็น|เลขานุการ",
        "ตาม|พระราชบัญญัติประกอบรัฐธรรมนูญ |พ.ศ. ¦๒๕๖๑ |มาตรา ¦๑๒๘",
        "ตามที่|สำนักงาน ¦ป.ป.ช. |กำหนด",
        "ภายใน|วันที่ ¦๓๐ ¦เมษายน |๒๕๖๘",
        "ทุก ¦ๆ |๑๕ ¦วัน",
        "ผ่าน |Traffy ¦Fondue |และ |E-Service",
        "ให้ |นายสมมุติ ¦ตัวอย่าง |เป็น|ประธาน",
        "ให้ |ว่าที่ร้อยตรี ¦ทดสอบ ¦ตัวอย่าง |เป็น|ประธาน",
        "ให้ |นายทะเบียน |ทราบ",
        "ดู |https://www.example.com/¦complaint/¦form?id=1 |ทุกวัน",
        "ฝ่ายปกครอง |(ITA)|และ|ฝ่ายปกครอง/|โรงเรียน",
    ],
)
def test_a_line_may_end(marked: str) -> None:
    pieces = re.split("([|¦])", marked)
    wanted = {len("".join(pieces[:at:2])): "1" if pieces[at] == "¦" else "2" for at in range(1, len(pieces), 2)}
    text = "".join(pieces[::2])
    found = {at: grade for at, grade in enumerate(line_ends(text)) if grade != "0" and at}
    assert found == wanted


def test_every_place_has_a_grade() -> None:
    for text in ("", "ก", " ก  ข ", "A\tก\nข", "ก" * 50):
        assert len(line_ends(text)) == len(text)


def test_libreoffice_is_told_of_paragraphs_and_not_of_field_codes() -> None:
    told = for_libreoffice(paper(line(run("ผู้อำนวย"), run("การ&amp;เขต")), line(run("Latin only")))).words
    assert told.splitlines() == ["ผู้อำนวยการ&เขต", line_ends("ผู้อำนวยการ&เขต")]


# ---- every paper as PDF


@pytest.fixture(scope="module")
def pdfs(made: dict[str, bytes]) -> dict[str, bytes | Problem]:
    return dict(pdf.convert(made.items(), FONTS, jobs=2))


def lines_of(of: bytes) -> list[str]:
    """The lines of a PDF in the order of the paper, without the numbers of pages."""
    out = subprocess.run(["pdftotext", "-raw", "-", "-"], input=of, capture_output=True, check=True).stdout.decode()
    return [each for each in re.split("[\n\f]", out) if each.strip() and not FURNITURE.fullmatch(each.strip())]


def ends_within(paragraphs: list[str], lines: list[str]) -> Iterator[tuple[str, int]]:
    """The ends of lines within paragraphs: the text, and how many letters stand before the end of a line."""
    text = "".join(no_space(each) for each in lines)
    ends, at = set(), 0
    for each in lines:
        at += len(no_space(each))
        ends.add(at)
    for paragraph in paragraphs:
        letters = [place for place, letter in enumerate(paragraph) if not letter.isspace()]
        start = text.find(no_space(paragraph))
        for count, place in enumerate(letters[1:], 1):
            if start >= 0 and start + count in ends:
                yield paragraph, place


@cache
def word_ends(text: str) -> set[int]:
    ends, at = {0}, 0
    for word in word_tokenize(text, engine="newmm"):
        at += len(word)
        ends.add(at)
    return ends


def said(read: Paper) -> list[str]:
    """The paragraphs of a paper between its forced line breaks, without pictures and page numbers."""
    texts = [each.text.rpartition("\t")[0] if each.text[-1:].isdigit() else each.text for each in read.lines]
    whole = [part for text in texts for part in re.sub("<[^>]*>", "", text).split("\n")]
    return [part for part in whole if no_space(part) and not FURNITURE.fullmatch(part.strip())]


# What has no better place: in a narrow cell, or where half of the line would be lost. Share of all ends of lines.
DISLIKED_AT_MOST = 0.005


@pytest.mark.pdf
def test_lines_end_between_words(pdfs: dict[str, bytes | Problem], papers: dict[str, Paper]) -> None:
    ends = [end for name, each in pdfs.items() for end in ends_within(said(papers[name]), lines_of(whole(each)))]
    thai = [(text, at) for text, at in ends if re.search("[ก-๛]", text)]
    assert len(thai) > 800
    inside = [f"{text[:at]}|{text[at:]}" for text, at in thai if text[at - 1] != " " and at not in word_ends(text)]
    assert inside == []
    disliked = [f"{text[:at]}|{text[at:]}" for text, at in thai if line_ends(text)[at] != "2"]
    assert len(disliked) <= DISLIKED_AT_MOST * len(thai), "\n".join(disliked)


@pytest.mark.pdf
def test_a_pdf_says_what_was_typed(pdfs: dict[str, bytes | Problem], papers: dict[str, Paper]) -> None:
    missing = []
    for name, each in pdfs.items():
        text = "".join(lines_of(whole(each)))
        assert not set(INVISIBLE) & set(text)
        text = no_space(text).replace(".", "")  # leaders of dots are drawn, not typed
        for paragraph in said(papers[name]):
            letters = no_space(paragraph).replace(".", "")
            # One that goes on overleaf in a table has the head of the table between its halves.
            parted = (letters[:at] in text and letters[at:] in text for at in range(len(letters), 10, -1))
            if letters not in text and not any(parted):
                missing.append((name, paragraph))
    assert missing == []


# ---- single lines

SMALL = '<w:jc w:val="thaiDistribute"/>'
ADDRESS = "https://www.example.com/complaint/form/number"


def typed_lines(body: str) -> list[str]:
    ((_, result),) = pdf.convert([("one", paper(body))], FONTS)
    return [each.strip() for each in lines_of(whole(result))]


@pytest.mark.pdf
def test_words_stay_whole_across_runs_and_an_address_moves_as_one() -> None:
    text = "ประกาศให้ทราบทั่วกันว่าเจ้าหน้าที่ของสำนักงานเขตทุกคนต้องปฏิบัติตามระเบียบและคำสั่งของผู้"
    body = line(run(text), run("อำนวย"), run("การเขตและแจ้งเหตุได้ที่ช่องทางของสำนักงานเขตตลอดเวลาที่ "), run(ADDRESS))
    lines = typed_lines(body)
    assert [each for each in lines if each.endswith("ผู้") or each.startswith("อำนวย")] == []
    assert [each for each in lines if ADDRESS in each]
    assert no_space("".join(lines)).count("ผู้อำนวยการเขต") == 1


@pytest.mark.pdf
def test_an_abbreviation_has_no_gap_in_a_justified_line() -> None:
    start = "ฝ่ายปกครองพิจารณาแล้วเห็นว่าเพื่อให้การดำเนินการเป็นไปตามผังเวลาที่สำนักงาน ก.ก. กำหนดตั้งแต่ "
    body = [line(run("ก" * more + start + "ต่อไปนี้เพื่อประโยชน์ของประชาชน" * 3), properties=SMALL) for more in range(9)]
    ((_, result),) = pdf.convert([("one", paper(*body))], FONTS)
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=whole(result), capture_output=True, check=True)
    words = re.findall(">([^<]+)</word>", boxes.stdout.decode())
    assert words.count("ก.ก.") == 9
