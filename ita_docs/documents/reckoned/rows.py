"""The rows that are reckoned from the items, the indicators and the sections of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ita_docs.documents import figures
from ita_docs.documents.document import Desk
from ita_docs.documents.series import Entry
from ita_docs.setting import Setting
from ita_docs.thai.digits import arabic_digits
from ita_docs.year import Indicator

Rows = list[tuple[str, ...]]
Subject = TypeVar("Subject")


def subject_of(entry: Entry | None, kind: type[Subject]) -> Subject:
    """Give what an entry of a series is about; the content was proved to be of that series."""
    assert entry is not None
    assert isinstance(entry.subject, kind)
    return entry.subject


def items(desk: Desk, _: Entry | None) -> Rows:
    """List the items of the open data assessment: code and title, who answers for it."""
    setting = desk.setting
    return [
        (f"{code} {setting.items[slug].title}", setting.owner_names(slug)) for slug, code in _open_data_codes(setting)
    ]


def quotas(desk: Desk, _: Entry | None) -> Rows:
    """List the least numbers of answers by section, without their sum."""
    return [(line["unit"], arabic_digits(line["minimum"])) for line in figures.quotas(desk.setting)[:-1]]


def items_of_indicator(desk: Desk, entry: Entry | None) -> Rows:
    """List the items of an indicator: code and title, who answers for it."""
    setting, indicator = desk.setting, subject_of(entry, Indicator)
    return [(f"{code} {setting.items[slug].title}", setting.owner_names(slug)) for slug, code in _codes_of(indicator)]


def _codes_of(indicator: Indicator) -> Iterable[tuple[str, str]]:
    return [(slug, code) for _, _, items in indicator.groups for slug, code in items.items()]


def _open_data_codes(setting: Setting) -> Iterator[tuple[str, str]]:
    for indicator in setting.year.indicators:
        if indicator.instrument == "oit":
            yield from _codes_of(indicator)
