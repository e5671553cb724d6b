"""Contact sheets show every page of every paper, under its name."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from ita_docs.pdf.proofs import COLUMNS, ROWS, contact_sheets

A_SHEET = COLUMNS * ROWS


def pdf(pages: int) -> bytes:
    with pikepdf.new() as made:
        for number in range(pages):
            made.add_blank_page(page_size=(842, 595) if number else (595, 842))
        made.save(whole := BytesIO())
    return whole.getvalue()


@pytest.mark.parametrize("pages", [1, A_SHEET, A_SHEET + 1])
def test_every_page_is_there_under_its_name(pages: int) -> None:
    with pikepdf.open(BytesIO(contact_sheets({"order": pdf(pages), "memo": pdf(1)}))) as sheets:
        drawn = [len(page.obj.Resources.XObject) for page in sheets.pages]
        shown = b"".join(page.Contents.read_bytes() for page in map(merged, sheets.pages))
        with sheets.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert sum(drawn) == pages + 1
    assert max(drawn) <= A_SHEET
    assert len(drawn) == -(-(pages + 1) // A_SHEET)
    for label in (f"order  {pages}", "memo  1"):
        assert label.encode().hex().encode() in shown
    assert titles == ["order", "memo"]


def merged(page: pikepdf.Page) -> pikepdf.Page:
    page.contents_coalesce()
    return page


def test_equal_papers_give_equal_sheets() -> None:
    assert contact_sheets({"order": pdf(3)}) == contact_sheets({"order": pdf(3)})


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(pikepdf.PdfError):
        contact_sheets({"order": b"garbage"})
