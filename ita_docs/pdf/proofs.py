"""Contact sheets: every page of every paper side by side, for human eyes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

from pikepdf import Dictionary, Name, OutlineItem, Page, Pdf, Rectangle

SHEET = (1190.55, 841.89)  # A3 landscape, in points
COLUMNS, ROWS = 4, 3
MARGIN, LABEL = 12, 14  # points: around each page, and above it for its name
LETTERS = 9  # points

_FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def contact_sheets(papers: Mapping[str, bytes]) -> bytes:
    """Lay every page of some PDFs on A3 sheets, twelve a sheet, each under its paper's name and its number.

    The pages stay drawings, sharp however near one looks, and each paper has a bookmark. Raises pikepdf.PdfError where
    one is no PDF.
    """
    with Pdf.new() as sheets:
        for number, (name, page, source) in enumerate(_pages(papers)):
            place = number % (COLUMNS * ROWS)
            if place == 0:
                fresh = sheets.add_blank_page(page_size=SHEET)
                fresh.obj.Resources = Dictionary(Font=Dictionary(Label=_FONT), XObject=Dictionary())
            if page == 1:
                _bookmark(sheets, name)
            _put(sheets, place, f"{name}  {page}", source)
        whole = BytesIO()
        sheets.save(whole, deterministic_id=True)
    return whole.getvalue()


def _pages(papers: Mapping[str, bytes]) -> Iterator[tuple[str, int, Page]]:
    for name, data in papers.items():
        with Pdf.open(BytesIO(data)) as paper:
            for number, page in enumerate(paper.pages, 1):
                yield name, number, page


def _bookmark(sheets: Pdf, name: str) -> None:
    with sheets.open_outline() as outline:
        outline.root.append(OutlineItem(name, len(sheets.pages) - 1))


def _put(sheets: Pdf, place: int, label: str, page: Page) -> None:
    """Draw a page, its frame and its label into a place of the last sheet, counted from the upper left."""
    width, height = SHEET[0] / COLUMNS, SHEET[1] / ROWS
    left, top = width * (place % COLUMNS) + MARGIN, SHEET[1] - height * (place // COLUMNS) - LABEL
    room = width - 2 * MARGIN, height - LABEL - MARGIN
    across, down = (float(page.trimbox[edge + 2]) - float(page.trimbox[edge]) for edge in (0, 1))
    scale = min(room[0] / across, room[1] / down)
    across, down = across * scale, down * scale
    said = label.encode("cp1252", "replace").hex()
    frame = f"q 0.6 G 0.5 w {left:.2f} {top - down:.2f} {across:.2f} {down:.2f} re S Q"
    words = f"BT /Label {LETTERS} Tf {left:.2f} {top + 3:.2f} Td <{said}> Tj ET"
    # Under names of our own: pikepdf's add_overlay draws lots for them.
    sheet, name, drawing = sheets.pages[-1], Name(f"/Page{place}"), sheets.copy_foreign(page.as_form_xobject())
    sheet.obj.Resources.XObject[name] = drawing
    place_of_page = Rectangle(left, top - down, left + across, top)
    fitted = {"invert_transformations": True, "allow_shrink": True, "allow_expand": True}
    shown = sheet.calc_form_xobject_placement(drawing, name, place_of_page, **fitted)
    sheet.contents_add(f"{frame} {words}\n".encode() + shown)
