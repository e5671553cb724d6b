"""The rows that are reckoned from the items, the indicators and the sections of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ita_docs.documents import figures
from ita_docs.documents.document import Desk
from ita_docs.documents.series import Entry
from ita_docs.office import School, Section
from ita_docs.setting import Setting
from ita_docs.thai.digits import arabic_digits
from ita_docs.year import Indicator, Item

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


def measures_of_item(desk: Desk, entry: Entry | None) -> Rows:
    """List the rows of an item: measures, methods, follow-up, who answers for it."""
    return list(_measures(subject_of(entry, Item)))


def items_of_indicator(desk: Desk, entry: Entry | None) -> Rows:
    """List the items of an indicator: code and title, who answers for it."""
    setting, indicator = desk.setting, subject_of(entry, Indicator)
    return [(f"{code} {setting.items[slug].title}", setting.owner_names(slug)) for slug, code in _codes_of(indicator)]


def measures_of_indicator(desk: Desk, entry: Entry | None) -> Rows:
    """List the measures of the items of an indicator: item, measures, methods, who answers for them."""
    setting, indicator = desk.setting, subject_of(entry, Indicator)
    return [
        (f"{code} {setting.items[slug].title}" if index == 0 else "", measures, methods, owner)
        for slug, code in _codes_of(indicator)
        for index, (measures, methods, _, owner) in enumerate(_measures(setting.items[slug]))
    ]


def items_of_unit(desk: Desk, entry: Entry | None) -> Rows:
    """List what a section or a school answers for: code and title of each item, what it is to do there."""
    setting = desk.setting
    assert entry is not None
    assert isinstance(entry.subject, Section | School)
    everyone = "schools" if isinstance(entry.subject, School) else "all"
    return [
        (f"{code} {item.title}", measures)
        for slug, code in setting.year.codes.items()
        for item in [setting.items[slug]]
        for measures in [_measures_for(item, {entry.subject.id, everyone})]
        if measures
    ]


def _measures_for(item: Item, names: set[str]) -> str:
    rows = zip(item.rows, _measures(item), strict=True)
    return "\n".join(dict.fromkeys(measures for row, (measures, *_) in rows if names & set(row.sections)))


def _measures(item: Item) -> Iterator[tuple[str, str, str, str]]:
    """Write the rows of an item, each cell that continues the one above with its words."""
    above = {"measures": "", "methods": "", "follow_up": "", "owner": ""}
    for row in item.rows:
        above |= {name: "\n".join(getattr(row, name)) for name in above if getattr(row, name) is not None}
        title = "".join(f"{line}\n" for line in row.title or ())
        yield f"{title}{above['measures']}", above["methods"], above["follow_up"], above["owner"]


def _codes_of(indicator: Indicator) -> Iterable[tuple[str, str]]:
    return [(slug, code) for _, _, items in indicator.groups for slug, code in items.items()]


def _open_data_codes(setting: Setting) -> Iterator[tuple[str, str]]:
    for indicator in setting.year.indicators:
        if indicator.instrument == "oit":
            yield from _codes_of(indicator)
