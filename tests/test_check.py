"""The last look: each rule lets a good paper pass and finds what is wrong with a bad one."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from conftest import ROOT, Good

from ita_docs import check, fonts, paper
from ita_docs.package import Picture
from ita_docs.paper import Line, Paper
from ita_docs.problems import Problem
from ita_docs.thai.letters import DRAWN

VIEW = {"title": "แต่งตั้งคณะกรรมการ", "items": [{"number": "๑", "text": "ประชุมทุก ๑๕ วัน"}], "shown": True}


def page(*texts: str) -> Paper:
    return Paper(tuple(Line(f"p{number}", "เนื้อความ", text) for number, text in enumerate(texts, 1)))


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


GOOD = page("แต่งตั้งคณะกรรมการ", "๑ ประชุมทุก ๑๕ วัน")


def test_a_whole_paper_passes() -> None:
    assert check.run(GOOD, VIEW, "order") == []


@pytest.mark.parametrize("size", ["minimal", "full"])
def test_every_good_case_passes(size: str, good: dict[str, Good]) -> None:
    case = good[size]
    assert case.documents
    for name in [each.id for each in case.documents.values() if each.medium == "docx"]:
        read = paper.read(case.made(name), name)
        assert check.run(read, case.view(name), name) == []


# ---- a mark of the template left over


@pytest.mark.parametrize("mark", ["{{ title }}", "{% if title %}", "{{", "}}", "{%", "%}"])
def test_a_mark_left_over_is_found_where_it_stands(mark: str) -> None:
    (problem,) = check.run(Paper((*GOOD.lines, Line("t1r2c3 p1", "ในตาราง", f"ที่ {mark}"))), VIEW, "order")
    assert problem.code == "leftover"
    assert problem.facts["value"] == mark
    assert str(problem.place) == "order (t1r2c3 p1)"


@pytest.mark.parametrize("typed", ["{{ ชื่อ }}", "ก {% ข %} ค", "{{", "{ข้อ ๑}"])
def test_braces_that_the_content_holds_print_as_typed(typed: str) -> None:
    assert check.run(page(f"ข้อความ {typed}"), {"text": f"ข้อความ {typed}"}, "order") == []


def test_braces_of_the_content_hide_no_other_mark() -> None:
    assert codes(check.run(page("{{ ชื่อ }} {{ title }}"), {"text": "{{ ชื่อ }}"}, "order")) == ["leftover"]


# ---- a text lost


def test_a_text_that_is_not_on_the_paper_is_found() -> None:
    (problem,) = check.run(page("แต่งตั้งคณะกรรมการ", "๑"), VIEW, "order")
    assert problem.code == "text-lost"
    assert problem.facts["value"] == "ประชุมทุก ๑๕ วัน"


def test_half_a_text_is_a_text_lost() -> None:
    assert codes(check.run(page("แต่งตั้งคณะกรรม", "๑ ประชุมทุก ๑๕ วัน"), VIEW, "order")) == ["text-lost"]


def test_a_text_lost_twice_is_told_once() -> None:
    assert codes(check.run(page("ก"), {"rows": ["ข", "ข"], "again": "ข"}, "order")) == ["text-lost"]


def test_a_text_may_break_over_lines_and_cells() -> None:
    assert check.run(page("แต่งตั้ง", "คณะกรรมการ ๑", "ประชุมทุก", "๑๕ วัน"), VIEW, "order") == []


def test_what_is_no_text_is_not_looked_for() -> None:
    assert check.run(page("ก"), {"title": "ก", "kept": False, "empty": "", "none": [], "count": 3}, "order") == []


def test_a_picture_is_looked_for_by_its_words(png: bytes) -> None:
    view = {"code": Picture(png, 4.2, 4.2, "รหัสคิวอาร์")}
    assert check.run(page("<รหัสคิวอาร์>"), view, "notice") == []
    assert codes(check.run(page("คู่มือ"), view, "notice")) == ["text-lost"]


# ---- a letter that the font lacks


@pytest.mark.parametrize("letter", ["☐", "☑", "✓", "→", "\u200b", "中", "😀"])
def test_a_letter_that_the_font_lacks_is_found(letter: str) -> None:
    (problem,) = check.run(page(f"ก {letter} ข {letter}"), {"text": f"{letter}"}, "order")
    assert problem.code == "no-glyph"
    assert problem.facts == {"value": letter, "codepoint": f"U+{ord(letter):04X}"}
    assert str(problem.place) == "order (p1)"


def test_letters_of_thai_papers_are_drawn() -> None:
    text = "กขฮ ฯ ะาำ เแโใไ ๆ ่้๊๋์ํ ๐๑๒๓๔๕๖๗๘๙ ฿ ABC abc 0123456789 “ก” ‘ข’ – — … • é \t & < > {"
    assert check.run(page(text), {"text": text}, "order") == []


def glyphs(font: bytes) -> set[int]:
    """The characters of a font, from its table for the Unicode of Windows (cmap, format 4)."""
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16)
    }
    start = tables[b"cmap"]
    records = [
        struct.unpack_from(">2HI", font, start + 4 + 8 * n) for n in range(struct.unpack_from(">H", font, start + 2)[0])
    ]
    at = start + next(offset for platform, encoding, offset in records if (platform, encoding) == (3, 1))
    assert struct.unpack_from(">H", font, at)[0] == 4
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    firsts, deltas, ranges = (struct.unpack_from(f">{count}H", font, at + 16 + 2 * count * part) for part in (1, 2, 3))
    found = set()
    for index, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        for code in range(first, end + 1):
            glyph = code
            if ranges[index]:
                place = at + 16 + 6 * count + 2 * index + ranges[index] + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, place)[0]
                if not glyph:
                    continue
            if (glyph + deltas[index]) & 0xFFFF and code != 0xFFFF:
                found.add(code)
    return found


@pytest.mark.parametrize("name", sorted(fonts.FILES))
def test_what_is_said_to_be_drawn_is_in_the_font(name: str) -> None:
    file: Path = ROOT / "fonts" / name
    if not file.is_file():
        pytest.skip("the fonts have not been fetched")
    said = {code for code in range(0x20, 0x10000) if DRAWN.fullmatch(chr(code))}
    assert len(said) > 250
    assert not [f"U+{code:04X} {chr(code)}" for code in sorted(said - glyphs(file.read_bytes()))]
