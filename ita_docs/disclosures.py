"""What the office discloses of each item of the OIT: the signed papers, data and pages that its units have told of.

The one source of the disclosure site, of its index for machines and of the sheet on which the items are signed off.
What was only built is unsigned and never among it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ita_docs.office import OPEN_SCHOOL
from ita_docs.progress import ItemProgress
from ita_docs.setting import Setting

PieceKind = Literal["paper", "data", "page"]
KINDS: tuple[PieceKind, ...] = ("paper", "data", "page")
PROCUREMENT = "procurement"  # the item whose data comes by month
NO_TITLES: dict[str, str] = {}


@dataclass(frozen=True)
class Piece:
    """One thing that is open to the public: a signed paper, a table of data, or a page that stands on the web.

    `file` lies in the workspace; `url` is where it already stands; a page has no title of its own.
    """

    kind: PieceKind
    unit: str
    title: str | None
    file: str | None
    url: str | None
    day: date | None


@dataclass(frozen=True)
class MonthGiven:
    """The procurement data of one section for one month; `none` states that nothing was procured."""

    unit: str
    month: date
    given: date
    none: bool
    url: str | None


@dataclass(frozen=True)
class Disclosure:
    """One item of the OIT with everything that is disclosed of it; `page` is its page on the disclosure site.

    `units` answer for it, `notes` are theirs; `day` is the last on which something of it was told.
    """

    code: str
    slug: str
    title: str
    part: str
    page: str
    units: tuple[str, ...]
    pieces: tuple[Piece, ...]
    months: tuple[MonthGiven, ...]
    notes: tuple[tuple[str, str], ...]
    day: date | None

    @property
    def gap(self) -> bool:
        """Tell whether nothing of it is open to the public yet."""
        return not (self.pieces or self.months)


def disclosures(setting: Setting, titles: Mapping[str, str] = NO_TITLES) -> tuple[Disclosure, ...]:
    """List every item of the OIT, in the order of the plan, with what is disclosed of it.

    `titles` are those of our papers by id; without them a paper that progress only names by its id is called that.
    """
    return tuple(
        _disclosure(setting, titles, number, slug, code)
        for indicator in setting.year.indicators
        if indicator.instrument == "oit"
        for number, _, items in indicator.groups
        for slug, code in items.items()
    )


def site_address(setting: Setting) -> str | None:
    """Give the address under which the site of the year is published; None while the office's website is not known.

    The years stand side by side below the website: https://www.example.com/ita/2568/.
    """
    website = setting.office.channels.website or ""
    return f"{website.rstrip('/')}/ita/{setting.year.year_be}/" if website.startswith(("https://", "http://")) else None


def addresses(setting: Setting, item: Disclosure) -> list[str]:
    """List the addresses under which an item can be looked up: its page on the site, then what units have told.

    What is not published has none; the page has one where the office's website is known.
    """
    start = site_address(setting)
    page = [start + item.page] if start and not item.gap else []
    told = [piece.url for kind in KINDS for piece in item.pieces if piece.kind == kind]
    return list(dict.fromkeys([*page, *(url for url in told if url)]))


def last_day(listed: tuple[Disclosure, ...]) -> date | None:
    """Give the last day on which any of the items was told of."""
    return max((each.day for each in listed if each.day), default=None)


def _disclosure(setting: Setting, titles: Mapping[str, str], part: str, slug: str, code: str) -> Disclosure:
    item = setting.items[slug]
    units = tuple(unit for unit in setting.units_of(item.sections) if unit != OPEN_SCHOOL.id)  # who is nobody yet
    told = {unit: setting.progress[unit].items[code] for unit in units if _tells(setting, unit, code)}
    pieces = tuple(piece for unit, one in told.items() for piece in _pieces(unit, one, titles))
    months = tuple(_months(setting)) if slug == PROCUREMENT else ()
    days = [one.day for one in told.values()] + [piece.day for piece in pieces] + [month.given for month in months]
    return Disclosure(
        code=code,
        slug=slug,
        title=item.title,
        part=part,
        page=f"{code[0]}{code[1:]:0>2}.html".lower(),
        units=units,
        pieces=pieces,
        months=months,
        notes=tuple((unit, one.note) for unit, one in told.items() if one.note),
        day=max((day for day in days if day), default=None),
    )


def _tells(setting: Setting, unit: str, code: str) -> bool:
    return unit in setting.progress and code in setting.progress[unit].items


def _pieces(unit: str, told: ItemProgress, titles: Mapping[str, str]) -> Iterator[Piece]:
    for signed in told.signed:
        title = signed.title or titles.get(signed.paper or "") or signed.paper
        yield Piece("paper", unit, title, signed.file, signed.url, signed.day)
    for table in told.data:
        yield Piece("data", unit, table.title, table.file, table.url, None)
    if told.evidence:
        yield Piece("page", unit, None, None, told.evidence, told.day)


def _months(setting: Setting) -> Iterator[MonthGiven]:
    """List the months whose data stands on the web, or in which nothing was procured; the newest first.

    Every section tells of them, whoever answers for the item (plan, line 178).
    """
    found = [
        MonthGiven(unit, date.fromisoformat(f"{month}-01"), one.given, one.none, one.url)
        for unit in setting.unit_names()
        if unit in setting.progress
        for month, one in setting.progress[unit].procurement.items()
        if one.given and (one.none or one.url)
    ]
    yield from sorted(found, key=lambda one: one.month, reverse=True)
