"""The papers open everywhere: pandoc, mammoth and LibreOffice read the same words in them as we do."""

from __future__ import annotations

import io
import re
import subprocess
from html import unescape
from pathlib import Path

import mammoth
import pypandoc
import pytest
from conftest import Good

from ita_docs import paper, pdf


@pytest.fixture(scope="session")
def opened(made: dict[str, bytes], good: dict[str, Good]) -> dict[str, bytes]:
    return made | {"notice-full": good["full"].made("notice-full")}


def bare(text: str) -> str:
    """The letters of a text: no white space, and no soft marks that say where a line may break."""
    return re.sub(r"[\s\u200b\u2060\u00ad]", "", text)


def words(name: str, docx: bytes) -> str:
    """What we read in the body of a paper; pictures, which others tell in their own way, left out."""
    body = "".join(line.text for line in paper.read(docx, name).lines if line.part == "body")
    return bare(re.sub(r"<[^<>]*>", "", body))


def test_the_papers_say_something(opened: dict[str, bytes]) -> None:
    assert len(opened) > 12
    assert [name for name, docx in opened.items() if len(words(name, docx)) <= 300] == ["o21-do-dont"]  # in its picture


def test_mammoth_reads_the_same(opened: dict[str, bytes]) -> None:
    for name, docx in opened.items():
        read = mammoth.convert_to_html(io.BytesIO(docx)).value
        assert bare(unescape(re.sub(r"<[^<>]*>", "", read))) == words(name, docx), name


def test_pandoc_reads_the_same(opened: dict[str, bytes], tmp_path: Path) -> None:
    for name, docx in opened.items():
        (tmp_path / f"{name}.docx").write_bytes(docx)
        read = pypandoc.convert_file(str(tmp_path / f"{name}.docx"), "html", extra_args=["--wrap=none"])
        assert bare(unescape(re.sub(r"<[^<>]*>", "", read))) == words(name, docx), name


@pytest.mark.pdf
def test_libreoffice_reads_the_same(opened: dict[str, bytes], tmp_path: Path) -> None:
    for name, docx in opened.items():
        (tmp_path / f"{name}.docx").write_bytes(docx)
    program, home = pdf.find_office(), f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    convert = [program, home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path]
    subprocess.run([*convert, *tmp_path.glob("*.docx")], check=True, capture_output=True, timeout=120)
    for name, docx in opened.items():
        assert bare((tmp_path / f"{name}.txt").read_text("utf-8-sig")) == words(name, docx), name
