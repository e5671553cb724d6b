"""ป้ายรหัสคิวอาร์: a bilingual poster that leads to a survey or a service by one large code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ita_docs.codes import POSTER_CM, qr_code
from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View
from ita_docs.fields import Both
from ita_docs.setting import Setting
from ita_docs.thai.text import typeset

# Where a code may lead, by what the file of the office, or its file of the year, calls the address.
LeadsTo = Literal["eit_url", "oss_url", "manual_url", "complaint_url"]


class Poster(DocumentContent):
    """The content of a poster; every line in both languages."""

    leads_to: LeadsTo
    headline: Both
    label: Both
    lines: tuple[Both, ...]

    @property
    def title(self) -> str:
        """The name of the poster in lists."""
        return self.headline.th


def faults(_poster: Poster, _setting: Setting) -> Iterator[Fault]:
    """Find nothing: a poster refers to the office only by names."""
    yield from ()


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template prints; no code is drawn while the address is open."""
    poster, office = document.content, desk.setting.office
    assert isinstance(poster, Poster)
    url = desk.setting.addresses[poster.leads_to]
    return {
        "office_name": office.name.th,
        "office_name_en": office.name.en,
        "headline": typeset(poster.headline.th),
        "headline_en": poster.headline.en,
        "code": qr_code(url, f"รหัสคิวอาร์ {poster.label.th}", POSTER_CM) if url else "",
        "label": typeset(poster.label.th),
        "label_en": poster.label.en,
        "address": url or "." * 40,
        "lines": [{"th": typeset(line.th), "en": line.en} for line in poster.lines],
    }
