"""The kinds of documents: what their content must say and what their templates print. One module a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ita_docs.documents import (
    announcement,
    guideline,
    infographic,
    letter,
    memo,
    message,
    minutes,
    notice,
    order,
    poster,
    record,
    report,
    risk,
    sheet,
)
from ita_docs.documents.document import Desk, Document, DocumentContent, DocumentLanguage, Fault, Medium, View
from ita_docs.documents.series import SERIES, Entry
from ita_docs.setting import Setting

__all__ = ["KINDS", "SERIES", "Desk", "Document", "DocumentContent", "Entry", "Fault", "Kind", "View"]


class Kind(NamedTuple):
    """One kind of document: the folder of its content, its model, its checks, its view, its languages, its media."""

    folder: str
    model: type[DocumentContent]
    faults: Callable[[Any, Setting], Iterator[Fault]]
    view: Callable[[Document, Desk], View]
    languages: tuple[DocumentLanguage, ...] = ("th",)
    media: tuple[Medium, ...] = ("docx",)


KINDS: dict[str, Kind] = {
    "order": Kind("orders", order.Order, order.faults, order.view),
    "memo": Kind("memos", memo.Memo, memo.faults, memo.view),
    "letter": Kind("letters", letter.Letter, letter.faults, letter.view),
    "announcement": Kind(
        "announcements", announcement.Announcement, announcement.faults, announcement.view, ("th", "en")
    ),
    "notice": Kind("notices", notice.Notice, notice.faults, notice.view),
    "poster": Kind("posters", poster.Poster, poster.faults, poster.view),
    "infographic": Kind(
        "infographics", infographic.Infographic, infographic.faults, infographic.view, media=("docx", "svg")
    ),
    "guideline": Kind("guidelines", guideline.Guideline, guideline.faults, guideline.view),
    "report": Kind("reports", report.Report, report.faults, report.view),
    "minutes": Kind("minutes", minutes.Minutes, minutes.faults, minutes.view),
    "record": Kind("records", record.Record, record.faults, record.view),
    "risk": Kind("risk-papers", risk.RiskPaper, risk.faults, risk.view),
    "sheet": Kind("sheets", sheet.Sheet, sheet.faults, sheet.view, media=("xlsx",)),
    "message": Kind("messages", message.Message, message.faults, message.view, media=("txt",)),
}
