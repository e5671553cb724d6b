"""ประกาศหน้าเคาน์เตอร์: a bilingual notice for one kind of service, with codes for the manual and for complaints."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.codes import qr_code
from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View
from ita_docs.fields import Both
from ita_docs.setting import Setting
from ita_docs.thai.text import typeset

MANUAL = ("คู่มือประชาชน", "Citizen’s Manual")
COMPLAINT = ("แจ้งเรื่องร้องเรียน", "Report here")


class Notice(DocumentContent):
    """The content of a notice; every line in both languages."""

    service: Both
    headline: Both
    headline2: Both
    promise: Both
    payment: Both
    report: Both

    @property
    def title(self) -> str:
        """The name of the notice in lists."""
        return f"{self.headline.th} {self.headline2.th} ({self.service.th})"


def faults(_notice: Notice, _setting: Setting) -> Iterator[Fault]:
    """Find nothing: a notice refers to the office only by names."""
    yield from ()


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template prints; telephone numbers keep Arabic figures, for dialling."""
    notice, office = document.content, desk.setting.office
    assert isinstance(notice, Notice)
    telephone = office.channels.telephone or "." * 20
    values: View = {
        "office_name": office.name.th,
        "office_name_en": office.name.en,
        "telephone_line": f"โทร. / Tel. {telephone}",
        "manual_code": _code(office.channels.manual_url, MANUAL[0]),
        "complaint_code": _code(office.channels.complaint_url, COMPLAINT[0]),
        "manual_label": MANUAL[0],
        "manual_label_en": MANUAL[1],
        "complaint_label": COMPLAINT[0],
        "complaint_label_en": COMPLAINT[1],
    }
    for name in ("service", "headline", "headline2", "promise", "payment", "report"):
        both = getattr(notice, name)
        values[name] = typeset(both.th)
        values[f"{name}_en"] = both.en
    return values


def _code(url: str | None, label: str) -> object:
    """Draw the code of an address; nothing, never a made-up code, while the address is open."""
    return qr_code(url, f"รหัสคิวอาร์ {label}") if url else ""
