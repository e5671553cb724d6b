"""The rows that are reckoned from the items, the indicators and the sections of the year."""

from __future__ import annotations

from typing import TypeVar

from ita_docs.documents import figures
from ita_docs.documents.document import Desk
from ita_docs.documents.series import Entry
from ita_docs.thai.digits import arabic_digits

Rows = list[tuple[str, ...]]
Subject = TypeVar("Subject")


def subject_of(entry: Entry | None, kind: type[Subject]) -> Subject:
    """Give what an entry of a series is about; the content was proved to be of that series."""
    assert entry is not None
    assert isinstance(entry.subject, kind)
    return entry.subject


def quotas(desk: Desk, _: Entry | None) -> Rows:
    """List the least numbers of answers by section, without their sum."""
    return [(line["unit"], arabic_digits(line["minimum"])) for line in figures.quotas(desk.setting)[:-1]]
