"""A PDF from anywhere: what it lacks is told, and one that is damaged or made to do harm is turned away."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from ita_docs.examine import Manner, examine
from ita_docs.pdf import reading


def saved(change: Callable[[Pdf], object] = lambda pdf: None, **how: object) -> bytes:
    """A PDF of one blank page, changed."""
    out = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        change(pdf)
        pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def with_font(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/AngsanaNew"))
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))


def strange_outline(pdf: Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title="ก", Dest=pikepdf.Array([])))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))


FILES: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "a plain one": (saved, ["pdf-plain"]),
    "with a font left outside": (lambda: saved(with_font), ["pdf-font-outside", "pdf-plain"]),
    "with a bookmark to nowhere": (lambda: saved(strange_outline), ["pdf-plain"]),
    "with tags that are a number": (lambda: saved(lambda pdf: pdf.Root.__setattr__("StructTreeRoot", 3)), []),
    "locked": (lambda: saved(encryption=pikepdf.Encryption(user="a", owner="b")), ["pdf-locked"]),
    "cut short": (lambda: saved()[:200], ["pdf-damaged"]),
    "no PDF": (lambda: b"a letter", ["pdf-damaged"]),
    "empty": (lambda: b"", ["pdf-damaged"]),
}


@pytest.mark.parametrize("case", FILES)
def test_the_check_of_a_pdf(case: str) -> None:
    make, codes = FILES[case]
    problems = examine([("a.pdf", make())], Manner())
    found = [problem.code for problem in problems]
    if codes:
        assert found == codes
    assert found
    assert all(problem.place and problem.place.file == "a.pdf" for problem in problems)


@pytest.mark.parametrize("limit", ["MOST_PAGES", "MOST_OBJECTS", "LARGEST"])
def test_a_pdf_beyond_a_limit_is_no_paper(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, limit, 0)
    assert [problem.code for problem in examine([("a.pdf", saved())], Manner())] == ["pdf-too-large"]


def test_a_bomb_is_turned_away_before_it_is_opened() -> None:
    bomb = saved(lambda pdf: pdf.Root.__setattr__("Metadata", pdf.make_stream(b"\0" * (3 * reading.UNPACKED))))
    assert len(bomb) < reading.UNPACKED // 10
    assert [problem.code for problem in examine([("a.pdf", bomb)], Manner())] in (["pdf-damaged"], ["pdf-plain"])
