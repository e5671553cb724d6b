"""Papers that carry their font: whole for Word, shown by LibreOffice where no Thai font is, if the font permits it."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from lxml import etree

from ita_docs import paper, pdf
from ita_docs.embedding import embed, hide, may_embed
from ita_docs.fonts import FILES
from ita_docs.pdf import reading
from ita_docs.problems import DocumentError

FONTS = ROOT / "fonts"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The fonts of the machine, less all that have Thai letters.
NO_THAI = """<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir>
<selectfont><rejectfont><pattern><patelt name="lang"><string>th</string></patelt></pattern></rejectfont></selectfont>
</fontconfig>"""


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def written(members: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return whole.getvalue()


def carried(docx: bytes) -> dict[str, bytes]:
    """The fonts that a paper carries, by the element that names them, shown again with their keys."""
    members = parts(docx)
    links = {each.get("Id"): each.get("Target") for each in etree.fromstring(members["word/_rels/fontTable.xml.rels"])}
    (family,) = [
        each for each in etree.fromstring(members["word/fontTable.xml"]) if each.get(f"{W}name") == "TH SarabunPSK"
    ]
    return {
        each.tag.removeprefix(f"{W}embed"): hide(
            members[(links[each.get(f"{R}id")] or "").lstrip("/")], each.get(f"{W}fontKey") or ""
        )
        for each in family
        if each.tag.startswith(f"{W}embed")
    }


def font(permits: int) -> bytes:
    """The least of a font: one table, OS/2, that says what the font permits."""
    return struct.pack(">IHHHH4sIII", 0x10000, 1, 0, 0, 0, b"OS/2", 0, 28, 10) + struct.pack(">8xH", permits)


@pytest.fixture
def stand_ins(tmp_path: Path) -> Path:
    """A folder of fonts that permit everything."""
    for number, name in enumerate(FILES):
        (tmp_path / name).write_bytes(font(0) + bytes([number]) * 40)
    return tmp_path


def test_a_paper_carries_the_styles_that_it_uses_as_they_are(made: dict[str, bytes], stand_ins: Path) -> None:
    shown = carried(embed(made["order-committee"], stand_ins))
    assert shown == {
        "Regular": (stand_ins / "THSarabunNew-Regular.ttf").read_bytes(),
        "Bold": (stand_ins / "THSarabunNew-Bold.ttf").read_bytes(),
    }


def test_italics_are_carried_where_they_are_used(made: dict[str, bytes], stand_ins: Path) -> None:
    members = parts(made["order-committee"])
    slanted = {name: data.replace(b"<w:b/><w:bCs/>", b'<w:b w:val="0"/><w:iCs/>') for name, data in members.items()}
    assert carried(embed(written(slanted), stand_ins)).keys() == {"Regular", "Italic"}


def test_the_text_of_the_paper_stays(made: dict[str, bytes], stand_ins: Path) -> None:
    docx = made["o22-measures"]
    embedded = embed(docx, stand_ins)
    assert paper.read(embedded, "o22").outline() == paper.read(docx, "o22").outline()
    before, after = parts(docx), parts(embedded)
    changed = {"[Content_Types].xml", "word/fontTable.xml", "word/settings.xml"}
    assert {name: data for name, data in before.items() if name not in changed}.items() <= after.items()


def test_equal_input_gives_equal_bytes_and_twice_is_once(made: dict[str, bytes], stand_ins: Path) -> None:
    once = embed(made["order-committee"], stand_ins)
    assert embed(made["order-committee"], stand_ins) == once
    assert embed(once, stand_ins) == once


def test_a_hidden_font_does_not_begin_like_one(made: dict[str, bytes], stand_ins: Path) -> None:
    hidden = parts(embed(made["order-committee"], stand_ins))["word/fonts/Regular.odttf"]
    assert hidden[:32] != font(0)[:32]
    assert hidden[32:] == (font(0) + bytes(40))[32:]


@pytest.mark.parametrize(
    ("permits", "allowed"),
    [(0, True), (0x0004, True), (0x0008, True), (0x0100, True), (0x0002, False), (0x0200, False), (0x0202, False)],
)
def test_a_font_says_whether_it_may_be_embedded(permits: int, allowed: bool) -> None:
    assert may_embed(font(permits)) == allowed


def test_what_is_no_font_may_not_be_embedded() -> None:
    assert not may_embed(struct.pack(">IHHHH", 0x10000, 0, 0, 0, 0))


def test_a_font_that_forbids_it_is_refused(made: dict[str, bytes], stand_ins: Path) -> None:
    (stand_ins / "THSarabunNew-Bold.ttf").write_bytes(font(0x0002))
    with pytest.raises(DocumentError) as refused:
        embed(made["order-committee"], stand_ins)
    (problem,) = refused.value.problems
    assert (problem.code, Path(str(problem.place)).name) == ("font-not-embeddable", "THSarabunNew-Bold.ttf")


def test_a_font_that_is_not_there_is_told(made: dict[str, bytes], tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as refused:
        embed(made["order-committee"], tmp_path)
    assert [problem.code for problem in refused.value.problems] == ["no-fonts-to-embed"]


@pytest.mark.pdf
def test_libreoffice_shows_the_carried_font_where_no_thai_font_is(made: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(NO_THAI)
    (tmp_path / "none.ttf").touch()
    plain = made["order-committee"]
    results: dict[str, Any] = dict(pdf.convert([("plain", plain), ("carried", embed(plain, FONTS))], tmp_path))
    shown = {name: {font.split("-")[0] for font, _ in reading.facts(result).fonts} for name, result in results.items()}
    assert shown["carried"] == {"THSarabunNew"}
    assert "THSarabunNew" not in shown["plain"]
