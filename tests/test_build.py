"""The straight line to the disk, with PDFs: the contents of the report learn their pages from the layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_docs import cli, paper
from ita_docs.thai.digits import arabic_digits

ROOT = Path(__file__).parent.parent


def build(folder: Path, *words: str) -> bytes:
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", "o22-measures", "--out", str(folder), *words])
    assert ended.value.code == 0
    return (folder / "o22-measures.docx").read_bytes()


def pages_in_contents(docx: bytes) -> list[str]:
    lines = [line.text for line in paper.read(docx, "o22").lines if line.style in ("toc 1", "รายการสารบัญ")]
    return [line.rpartition("\t")[2] for line in lines]


def test_the_contents_have_no_pages_before_the_layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert pages_in_contents(build(tmp_path)) == [""] * 12


@pytest.mark.pdf
def test_the_contents_learn_their_pages_from_the_layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    docx = build(tmp_path, "--pdf")
    pages = [int(arabic_digits(page)) for page in pages_in_contents(docx)]
    assert len(pages) == 12
    assert pages == sorted(pages)
    assert pages[0] == 4  # cover, foreword, contents, introduction
    assert build(tmp_path, "--pdf") == docx
