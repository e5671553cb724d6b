"""The rows that reports are filled in by: what the plan sets for an item, an indicator, a section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ita_docs.documents import figures
from ita_docs.documents.document import Desk
from ita_docs.documents.reckoned.rows import Rows, subject_of
from ita_docs.documents.series import Entry
from ita_docs.office import School, Section
from ita_docs.thai.digits import arabic_digits
from ita_docs.year import Indicator, Item

LEADING_IN = "ได้แก่"  # a line that ends so only leads to the lines below it


def elements_of_item(_: Desk, entry: Entry | None) -> Rows:
    """List what the plan sets for an item, line by line, with who answers for it."""
    rows: Rows = []
    owner = ""
    for row in subject_of(entry, Item).rows:
        owner = owner if row.owner is None else "\n".join(row.owner)
        texts = [*(row.title or ()), *(row.measures or ())]
        rows += [(text.removeprefix("- "), owner) for text in texts if not text.endswith(LEADING_IN)]
    return rows


def methods_of_item(_: Desk, entry: Entry | None) -> Rows:
    """List the ways of an item and how they are followed up, each pair once."""
    return list(dict.fromkeys((methods, follow_up) for _, methods, follow_up in _filled(subject_of(entry, Item))))


def results_of_indicator(desk: Desk, entry: Entry | None) -> Rows:
    """List the items of an indicator with their measures; items of the same measures share a row.

    Those of the open data assessment stand with who answers for them: each has its measures in its own analysis.
    """
    setting, indicator = desk.setting, subject_of(entry, Indicator)
    slugs = [slug for _, _, items in indicator.groups for slug in items]
    if indicator.instrument == "oit":
        return [(f"{_titled(desk, slug)}\n({setting.owner_names(slug)})",) for slug in slugs]
    return _listed(desk, ((slug, _blocks(setting.items[slug])) for slug in slugs))


def disclosures_of_unit(desk: Desk, entry: Entry | None) -> Rows:
    """List the open data items that a section or school answers for, with what it is to do."""
    return _of_unit(desk, entry, open_data=True)


def surveys_of_unit(desk: Desk, entry: Entry | None) -> Rows:
    """List the survey items that a section or school answers for, with what it is to do."""
    return _of_unit(desk, entry, open_data=False)


def owners_of(slug: str) -> Callable[[Desk, Entry | None], Rows]:
    """Make the list of the sections that answer for an item."""

    def owners(desk: Desk, _: Entry | None) -> Rows:
        named = set(desk.setting.items[slug].sections)
        return [(section.th,) for section in desk.setting.office.sections if named & {section.id, "all"}]

    return owners


def schools(desk: Desk, _: Entry | None) -> Rows:
    """List the schools."""
    return [(school.th,) for school in desk.setting.office.schools]


def indicators(desk: Desk, _: Entry | None) -> Rows:
    """List the indicators: number and title, from which to which item."""
    return [
        (f"ตัวชี้วัดที่ {indicator.number} {indicator.title}\n({'-'.join(dict.fromkeys((codes[0], codes[-1])))})",)
        for indicator in desk.setting.year.indicators
        for codes in [[code for _, _, items in indicator.groups for code in items.values()]]
    ]


def calendar(desk: Desk, _: Entry | None) -> Rows:
    """List what is due when, by the plan."""
    return [(arabic_digits(line["when"]), arabic_digits(line["what"])) for line in figures.calendar(desk.setting)]


def _filled(item: Item) -> Iterator[tuple[str, str, str]]:
    """Give measures, ways and follow-up of the rows; a cell that is left out continues the one above."""
    for row in item.filled:
        yield "\n".join(row.measures or ()), "\n".join(row.methods or ()), "\n".join(row.follow_up or ())


def _blocks(item: Item, names: set[str] | None = None) -> tuple[str, ...]:
    """Write each row, of those for `names` if told: its heading, then its measures where they were not told above."""
    blocks: list[str] = []
    told = set()
    for row, (measures, *_) in zip(item.rows, _filled(item), strict=True):
        if names is None or names & set(row.sections) or not row.sections:
            blocks.append("\n".join([*(row.title or ()), *([] if measures in told else [measures])]))
            told.add(measures)
    return tuple(blocks)


def _of_unit(desk: Desk, entry: Entry | None, *, open_data: bool) -> Rows:
    """List the items of a section or school, of one sort."""
    assert entry is not None
    assert isinstance(entry.subject, Section | School)
    names = {entry.subject.id, "schools" if isinstance(entry.subject, School) else "all"}
    return _listed(
        desk,
        (
            (slug, _blocks(desk.setting.items[slug], names))
            for indicator in desk.setting.year.indicators
            if (indicator.instrument == "oit") is open_data
            for _, _, items in indicator.groups
            for slug in items
            if names & set(desk.setting.items[slug].sections)
        ),
    )


def _listed(desk: Desk, items: Iterable[tuple[str, tuple[str, ...]]]) -> Rows:
    """Write items with what is to be done for them, row by row; those of the same measures together."""
    same: dict[tuple[str, ...], list[str]] = {}
    for slug, blocks in items:
        same.setdefault(blocks, []).append(_titled(desk, slug))
    return [
        ("\n".join([*titles, block] if at == 0 else [block]),)
        for blocks, titles in same.items()
        for at, block in enumerate(blocks)
    ]


def _titled(desk: Desk, slug: str) -> str:
    return f"{desk.setting.year.codes[slug]} {desk.setting.items[slug].title}"
