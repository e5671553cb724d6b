"""Drawings: lines that break between words, well-formed SVG, and a picture in which Thai is drawn."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import ROOT, Good
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ita_docs.documents import KINDS, Document
from ita_docs.documents.infographic import HEIGHT, WIDTH
from ita_docs.drawing import lines_of, picture, svg, width_of, words
from ita_docs.setting import Setting
from ita_docs.thai.text import no_space

SVG = "{http://www.w3.org/2000/svg}"
WORDS = ("ใช้", "รถราชการ", "ตามภารกิจ", " ", "และบันทึก", "เลขกิโลเมตร", "ทุกครั้ง", " Do ", "ที่ยึด")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map("".join), st.integers(150, 900))
@settings(max_examples=60, deadline=None)
def test_lines_keep_every_letter_and_the_width(text: str, width: int) -> None:
    lines = lines_of(text, 40, width)
    assert no_space("".join(lines)) == no_space(text)
    longest_word = max((width_of(line, 40) for line in lines_of(text, 40, 1)), default=0)
    assert all(width_of(line, 40) <= max(width, longest_word) for line in lines)


@given(st.text(max_size=40).filter(lambda text: text.isprintable()))
@settings(max_examples=40, deadline=None)
def test_any_words_stand_in_the_svg_as_they_are(text: str) -> None:
    root = etree.fromstring(svg(100, 100, text, text, words([text], 0, 0, 10)).encode())
    assert [span.text or "" for span in root.iter(f"{SVG}tspan")] == [text]
    assert root.findtext(f"{SVG}title") == text


def test_the_drawing_has_every_word_of_the_content(good: dict[str, Good]) -> None:
    case = good["full"]
    root = etree.fromstring(case.made("infographic-full-drawing"))
    drawn = no_space("".join(span.text or "" for span in root.iter(f"{SVG}tspan")))
    content = case.documents["infographic-full"].content.model_dump()
    for pair in content["pairs"]:
        for text in pair.values():
            assert no_space(text).replace("7", "๗") in drawn
    assert "1) คืนตามกำหนด".replace("1", "๑") in (root.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"pairs": [{"do": "ก " * 90, "dont": "ข"}]}, "too-wide", ("pairs", 0, "do")),
        ({"pairs": [{"do": "ก", "dont": "ข"}] * 9}, "out-of-range", ("pairs",)),
        ({"pairs": []}, "out-of-range", ("pairs",)),
        ({"title": "ของหลวงของบริจาคของกลาง" * 4}, "too-wide", ("title",)),
    ],
)
def test_what_does_not_fit_on_the_sheet_is_told(
    change: dict[str, object], code: str, path: tuple[object, ...], setting: Setting, documents: Mapping[str, Document]
) -> None:
    kind = KINDS["infographic"]
    content = kind.model.model_validate({**documents["o21-do-dont"].content.model_dump(), **change})
    (fault,) = kind.faults(content, setting)
    assert (fault.code, fault.path) == (code, path)


def test_without_the_fonts_there_is_no_picture(tmp_path: Path) -> None:
    assert picture(svg(10, 10, "", ""), tmp_path) is None


@pytest.mark.pdf
def test_thai_is_drawn_with_its_marks() -> None:
    def ink(text: str) -> int:
        png = picture(svg(300, 100, "", "", words([text], 10, 70, 60)), ROOT / "fonts", 1.0)
        assert png
        assert struct.unpack_from(">2I", png, 16) == (300, 100)
        return len(png)

    assert ink("ที่") > ink("ที") > ink("ท") > ink(" ")


@pytest.mark.pdf
def test_the_page_shows_the_picture(made: dict[str, bytes]) -> None:
    assert b"word/media/" in made["o21-do-dont"]
    assert pytest.approx(210 / 297, abs=0.001) == WIDTH / HEIGHT
