"""Where the files of an office and a year disagree: with each other, with what they count, with what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from ita_docs.agreement import days
from ita_docs.documents.document import Fault, unknown
from ita_docs.documents.report import SLUG
from ita_docs.misfits import nearest
from ita_docs.office import OPEN_SCHOOL, Office
from ita_docs.office_year import Links
from ita_docs.places import ID
from ita_docs.problems import Problem
from ita_docs.setting import Setting
from ita_docs.source import PathInto, Source
from ita_docs.year import FIRST_SHAPE, SHAPES, Item

INSTRUMENTS = ("iit", "eit", "oit")
ROUNDING = Decimal("0.05")  # scores are published to two decimals, totals sometimes to one
URL = re.compile(r"https?://[^\s/]+\.[^\s]{2,300}")
NO_UNITS = ("all", "schools", OPEN_SCHOOL.id)  # what the files mean several units by, or one that nobody has named
SIGNERS = ("signer", "acting_post", "prepared_by", "checked_by", "approved_by")


def setting_problems(setting: Setting, office: str, year: str) -> list[Problem]:
    """Find what an office and a year say that cannot be, or that they say differently."""
    sources = setting.sources
    dated = str(setting.year.year_be) == year  # else its days are judged by a wrong year
    return [
        *_people_problems(setting),
        *placed(_names_of_files(setting, office), sources["office"]),
        *placed(chain(_office_faults(setting), address_faults(setting.office)), sources["office"]),
        *placed(chain(_year_faults(setting, year), _count_faults(setting)), sources["year"]),
        *placed(days.year_faults(setting) if dated else (), sources["year"]),
        *placed(
            chain(
                _own_faults(setting),
                _link_faults(setting.own.links),
                _signer_faults(setting),
            ),
            sources["own"],
        ),
        *placed(days.own_faults(setting) if dated else (), sources["own"]),
        *placed(_law_faults(setting), sources["laws"]),
    ]


def item_faults(item: Item, setting: Setting) -> Iterator[Fault]:
    """Find rows that the table of measures does not have, and sections that the office does not have."""
    known = [*setting.unit_names(), "all", "schools"]
    if not item.rows:
        yield Fault(("rows",), "empty-value", {"value": "rows"})
    for index, row in enumerate(item.rows):
        path: PathInto = ("rows", index)
        for place, section in enumerate(row.sections):
            if section not in known:
                yield unknown((*path, "sections", place), "unknown-section", section, known)
        if index == 0:
            missing = [cell for cell in FIRST_SHAPE if cell not in row.shape]
            for cell in missing if row.sections else [*missing, "sections"]:
                yield Fault(path, "missing-key", {"value": cell})
        elif row.shape not in SHAPES:
            shapes = " / ".join("+".join(shape) for shape in SHAPES)
            yield Fault(path, "row-shape", {"value": "+".join(row.shape) or "-", "known": shapes})


def wrong_item(item: Item, source: Source, setting: Setting, found: list[str]) -> Iterator[Problem]:
    """Find an item that the year does not have, or that stands in another item's file."""
    codes, place = setting.year.codes, source.place(("item",))
    folder, _, name = source.file.rpartition("/")
    if item.item not in codes:
        facts = {"value": item.item, "year_file": setting.sources["year"].file, "near": nearest(item.item, codes)}
        yield Problem("unknown-slug", place, facts)
    elif (due := item_file(codes[item.item])) != name:
        if f"{folder}/{due}" in found:
            yield Problem("item-twice", place, {"value": item.item, "first": f"{folder}/{due}"})
        else:
            yield Problem("wrong-file-name", place, {"value": name, "due": due})


def missing_items(setting: Setting, folder: str, found: list[str]) -> Iterator[Problem]:
    """Find the items of the year that have no file, each at the place of its code."""
    source = setting.sources["year"]
    places = {path[-1]: place for path, place in source.values.items() if len(path) > 1 and path[-2] == "items"}
    for slug, code in setting.year.codes.items():
        due = f"{folder}/{item_file(code)}"
        if due not in found:
            yield Problem("missing-item", places.get(slug), {"value": code, "due": due})


def item_file(code: str) -> str:
    """Name the file of an item: letter and two figures, so that folders sort.

    >>> item_file("I3"), item_file("O22")
    ('I03.yaml', 'O22.yaml')
    """
    return f"{code[0]}{code[1:].zfill(2)}.yaml"


def placed(faults: Iterable[Fault], source: Source) -> list[Problem]:
    """Turn the faults of a file into problems at their places."""
    return [Problem(fault.code, source.place(fault.path), fault.facts) for fault in faults]


def _names_of_files(setting: Setting, office: str) -> Iterator[Fault]:
    if setting.office.id != office:
        yield Fault(("id",), "wrong-file-name", {"value": f"{office}.yaml", "due": f"{setting.office.id}.yaml"})


def _people_problems(setting: Setting) -> Iterator[Problem]:
    """Find names that are given for posts which the office does not have."""
    source = setting.sources["office"]
    for post in setting.office.holders:
        if post not in setting.people and post != "director":  # that one is missing among the posts
            fault = unknown(("people", post), "unknown-person", post, setting.people)
            yield Problem(fault.code, source.key_place(fault.path), fault.facts)


def _office_faults(setting: Setting) -> Iterator[Fault]:
    office = setting.office
    posts = [(("posts", index, "id"), post.id) for index, post in enumerate(office.posts)]
    sections = [(("sections", index, "id"), section.id) for index, section in enumerate(office.sections)]
    schools = [(("schools", index, "id"), school.id) for index, school in enumerate(office.listed_schools or ())]
    source = setting.sources["office"]
    yield from chain(_twice(posts, source), _twice([*sections, *schools], source), _unit_ids([*sections, *schools]))
    if "director" not in setting.people:
        yield unknown(("posts",), "unknown-person", "director", setting.people)


def _unit_ids(named: Iterable[tuple[PathInto, str]]) -> Iterator[Fault]:
    """Find ids of units that mean something else, or that cannot end the name of a paper."""
    for path, name in named:
        if name in NO_UNITS:
            yield Fault(path, "reserved-id", {"value": name})
        elif not ID.fullmatch(name):
            yield Fault(path, "bad-id", {"value": name})


def address_faults(office: Office) -> Iterator[Fault]:
    """Find what would be drawn as a code but leads nowhere."""
    for key in ("complaint_url", "manual_url", "oss_url"):
        address = getattr(office.channels, key)
        if address is not None and not URL.fullmatch(address):
            yield Fault(("channels", key), "not-a-url", {"value": address})


def _link_faults(links: Links) -> Iterator[Fault]:
    for key, address in links.model_dump().items():
        if address is not None and not URL.fullmatch(address):
            yield Fault(("links", key), "not-a-url", {"value": address})


def _year_faults(setting: Setting, folder: str) -> Iterator[Fault]:
    year = setting.year
    if str(year.year_be) != folder:
        yield Fault(("year_be",), "wrong-year", {"value": str(year.year_be), "due": folder, "fixed": folder})
    if year.weights.keys() == set(INSTRUMENTS) and (total := sum(year.weights.values())) != 100:
        yield Fault(("weights",), "count-differs", {"what": "weights", "counted": str(total), "stated": "100"})
    named = {"weights": year.weights, "stated": year.stated, "instruments": [each.id for each in year.instruments]}
    for key, instruments in named.items():
        for missing in (instrument for instrument in INSTRUMENTS if instrument not in instruments):
            yield Fault((key,), "missing-key", {"value": missing})
    source = setting.sources["office"]
    sections = [section.id for section in setting.office.sections]
    shared = source.place(("sections",)).file != source.file  # an office with sections of its own may lack some
    for index, section in enumerate(year.section_order if shared else ()):
        if section not in sections:
            yield unknown(("section_order", index), "unknown-section", section, sections)
    ids = [(("instruments", index, "id"), each.id) for index, each in enumerate(year.instruments)]
    yield from _twice(ids, setting.sources["year"])


def _count_faults(setting: Setting) -> Iterator[Fault]:
    """Compare what is counted with what is stated, and find indicators without items."""
    year = setting.year
    numbers: list[tuple[PathInto, str]] = []
    slugs: list[tuple[PathInto, str]] = []
    codes: list[tuple[PathInto, str]] = []
    for index, indicator in enumerate(year.indicators):
        path: PathInto = ("indicators", index)
        parts = indicator.parts if indicator.instrument == "oit" else ()
        numbers += [((*path, "number"), indicator.number)]
        numbers += [((*path, "parts", place, "number"), part.number) for place, part in enumerate(indicator.parts)]
        groups = [((*path, "parts", place), part.items) for place, part in enumerate(parts)] or [
            (path, indicator.items)
        ]
        for group, items in groups:
            slugs += [((*group, "items", slug), slug) for slug in items]
            codes += [((*group, "items", slug), code) for slug, code in items.items()]
            if not items:
                yield Fault(group, "empty-value", {"value": "items"})
    source = setting.sources["year"]
    yield from chain(_twice(numbers, source), _twice(slugs, source), _twice(codes, source))
    if SLUG not in year.codes:
        yield unknown(("indicators",), "unknown-slug", SLUG, year.codes)
    for path, what, counted, stated in year.miscounts():
        yield Fault(path, "count-differs", {"what": what, "counted": str(counted), "stated": str(stated)})


def _own_faults(setting: Setting) -> Iterator[Fault]:
    quotas, last = setting.own.quotas, setting.own.last_result
    lines = quotas.eit1 or ()
    minima = [quota.minimum for quota in lines if quota.minimum is not None]
    all_known = bool(lines) and len(minima) == len(lines) and quotas.eit1_total is not None
    if all_known and sum(minima) != quotas.eit1_total:
        facts = {"what": "EIT(1)", "counted": str(sum(minima)), "stated": str(quotas.eit1_total)}
        yield Fault(("quotas", "eit1_total"), "count-differs", facts)
    sections = [*(section.id for section in setting.office.sections), "schools"]
    for index, quota in enumerate(lines):
        if quota.section not in sections:
            yield unknown(("quotas", "eit1", index, "section"), "unknown-section", quota.section, sections)
    named = [(("quotas", "eit1", index, "section"), quota.section) for index, quota in enumerate(lines)]
    yield from _twice(named, setting.sources["own"])
    for key in ("total", *INSTRUMENTS):
        score = getattr(last, key)
        if score is not None and score > 100:
            yield Fault(("last_result", key), "not-a-percentage", {"value": str(score)})
    yield from _total_faults(setting)


def _total_faults(setting: Setting) -> Iterator[Fault]:
    """Weigh the instruments' scores, where all are known, and compare the sum with the total, within rounding."""
    last = setting.own.last_result
    scores = {instrument: getattr(last, instrument) for instrument in setting.year.weights}
    if last.total is None or None in scores.values():
        return
    weighed = sum((score * setting.year.weights[key] for key, score in scores.items()), Decimal()) / 100
    if abs(weighed - last.total) > ROUNDING:
        facts = {"what": "คะแนนรวม ITA", "counted": f"{weighed:.2f}", "stated": str(last.total)}
        yield Fault(("last_result", "total"), "count-differs", facts)


def _signer_faults(setting: Setting) -> Iterator[Fault]:
    people = setting.people
    for paper, facts in setting.own.papers.items():
        for key in SIGNERS:
            post = getattr(facts, key)
            if post and post not in people and post != "director":  # that one is missing at the office
                yield unknown(("papers", paper, key), "unknown-person", post, people)
        if facts.capacity != "self" and facts.signer == (facts.acting_post or "director"):
            yield Fault(("papers", paper, "signer"), "acting-for-self", {"value": facts.signer})


def _law_faults(setting: Setting) -> Iterator[Fault]:
    for index, law in enumerate(setting.laws.laws):
        if law.start and law.until and law.until < law.start:
            yield Fault(
                ("laws", index, "until"), "ends-before-start", {"value": str(law.until), "first": str(law.start)}
            )


def _twice(named: Iterable[tuple[tuple[str | int, ...], str]], source: Source) -> Iterator[Fault]:
    """Find ids that stand twice in a file; the fact `first` says where the id stands already."""
    seen: dict[str, PathInto] = {}
    for path, name in named:
        if name in seen:
            yield Fault(path, "duplicate-id", {"value": name, "first": str(source.place(seen[name]))})
        seen.setdefault(name, path)
