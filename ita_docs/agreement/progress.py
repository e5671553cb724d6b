"""Where the progress that a section or school tells disagrees with the office, the year, or what lies in the folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from pathlib import PurePosixPath

from ita_docs.agreement.setting import URL, placed
from ita_docs.documents import Document
from ita_docs.documents.document import Fault, unknown
from ita_docs.fields import parse
from ita_docs.misfits import nearest
from ita_docs.problems import DocumentError, Problem
from ita_docs.progress import MonthGiven, UnitProgress
from ita_docs.setting import Setting
from ita_docs.source import PathInto, Source
from ita_docs.thai.dates import DateError, fiscal_days, parse_partial

# What belongs to a year may be handed in after it, as the procurement data of September; three months later is a slip.
AFTERWARDS = timedelta(days=92)
# A paper may have been signed long before the year in which it is still in force; ten years before is a slip.
BEFOREHAND = timedelta(days=3652)

SEPARATOR = re.compile(r"[/\\]")  # of folders, in a path as Windows writes it too

Lies = Callable[[str], bool]


def read_progress(
    setting: Setting, files: Sequence[str], read: Callable[[str], Source], lies: Lies
) -> tuple[dict[str, UnitProgress], dict[str, Source]]:
    """Give what the units tell, and the file of each; `lies` tells whether a file lies in the workspace.

    Raises DocumentError with the problems of all files.
    """
    problems: list[Problem] = []
    progress: dict[str, UnitProgress] = {}
    sources: dict[str, Source] = {}
    for file in files:
        try:
            source = read(file)
            told = parse(UnitProgress, source)
        except DocumentError as error:
            problems += error.problems
            continue
        problems += progress_problems(told, source, setting, lies)
        progress[told.unit], sources[file] = told, source
    if problems:
        raise DocumentError(problems)
    return progress, sources


def progress_problems(told: UnitProgress, source: Source, setting: Setting, lies: Lies) -> list[Problem]:
    """Find what a unit tells that cannot be: strange units, items, days, links, files."""
    named = PurePosixPath(source.file).stem
    if told.unit not in (units := setting.unit_names()):
        return placed([unknown(("unit",), "unknown-unit", told.unit, units)], source)
    if told.unit != named:
        facts = {"value": f"{named}.yaml", "due": f"{told.unit}.yaml"}
        return placed([Fault(("unit",), "wrong-file-name", facts)], source)
    faults = chain(
        _without_day(told),
        _untitled(told),
        _day_faults(told, setting),
        _link_faults(told),
        _file_faults(told, setting, lies),
    )
    keys = chain(_item_faults(told, setting), _month_faults(told, setting))
    return [
        *(Problem(fault.code, source.key_place(fault.path), fault.facts) for fault in keys),
        *placed(faults, source),
    ]


def signed_problems(setting: Setting, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Find signed files that are said to be of papers which do not exist."""
    for source, told in _with_sources(setting):
        for code, item in told.items.items():
            for index, signed in enumerate(item.signed):
                if signed.paper and signed.paper not in documents:
                    path = ("items", code, "signed", index, "paper")
                    yield from placed([unknown(path, "unknown-document", signed.paper, documents)], source)


def _with_sources(setting: Setting) -> Iterator[tuple[Source, UnitProgress]]:
    folder = f"content/{setting.year.year_be}/progress/{setting.office.id}"
    for unit, told in setting.progress.items():
        yield setting.sources[f"{folder}/{unit}.yaml"], told


def _item_faults(told: UnitProgress, setting: Setting) -> Iterator[Fault]:
    """Find items that the year does not have, or that others answer for."""
    codes = setting.year.codes
    slugs = {code: slug for slug, code in codes.items()}
    for code in told.items:
        path: PathInto = ("items", code)
        if code not in slugs:
            near = codes.get(code) or nearest(code.upper(), slugs)
            yield Fault(path, "unknown-slug", {"value": code, "year_file": setting.sources["year"].file, "near": near})
        elif told.unit not in (owners := setting.units_of(setting.items[slugs[code]].sections)):
            names = setting.unit_names()
            facts = {"value": code, "unit": names[told.unit], "owners": ", ".join(names[owner] for owner in owners)}
            yield Fault(path, "not-owner", facts)


def _month_faults(told: UnitProgress, setting: Setting) -> Iterator[Fault]:
    """Find months that are none, or not of the year, or whose data came before they began."""
    for key, given in told.procurement.items():
        path: PathInto = ("procurement", key)
        try:
            month = parse_partial(key)
        except DateError as error:
            yield Fault(path, error.code, {"value": key, "fixed": (error.suggestion or "")[:7]})
            continue
        if month.month is None or month.year is None or month.day is not None:
            yield Fault(path, "not-a-month", {"value": key, "fixed": key[:7] if month.day else ""})
            continue
        first, last = fiscal_days(setting.year.year_be)
        begins = date(month.year, month.month, 1)
        if not first <= begins <= last:
            yield _outside(path, key, setting, first, last)
        elif given.given and given.given < begins:
            yield Fault(path, "given-before-month", {"value": key, "day": str(given.given)})


def _without_day(told: UnitProgress) -> Iterator[Fault]:
    """Find what is said to be done, or counted, without saying when."""
    for code, item in told.items.items():
        if item.status == "done" and item.day is None:
            yield Fault(("items", code, "status"), "without-day", {"value": f"{code} done", "key": "day"})
    for month, given in told.procurement.items():
        if given.given is None and _says_something(given):
            yield Fault(("procurement", month), "without-day", {"value": month, "key": "given"})
    answers = told.answers
    if answers.counted is None and (answers.eit is not None or answers.iit is not None):
        yield Fault(("answers",), "without-day", {"value": "answers", "key": "counted"})


def _says_something(given: MonthGiven) -> bool:
    return given.none or given.url is not None


def _day_faults(told: UnitProgress, setting: Setting) -> Iterator[Fault]:
    """Find days that no work of the year can bear."""
    first, last = fiscal_days(setting.year.year_be)
    days: list[tuple[PathInto, date | None]] = [
        *((("items", code, "day"), item.day) for code, item in told.items.items()),
        *((("reports", index), day) for index, day in enumerate(told.reports)),
        *((("procurement", month, "given"), given.given) for month, given in told.procurement.items()),
        (("answers", "counted"), told.answers.counted),
    ]
    signed: list[tuple[PathInto, date | None]] = [
        (("items", code, "signed", index, "day"), signed.day)
        for code, item in told.items.items()
        for index, signed in enumerate(item.signed)
    ]
    for dated, begins in ((days, first), (signed, first - BEFOREHAND)):
        for path, day in dated:
            if day and not begins <= day <= last + AFTERWARDS:
                yield _outside(path, str(day), setting, begins, last + AFTERWARDS)


def _outside(path: PathInto, value: str, setting: Setting, first: date, last: date) -> Fault:
    facts = {"value": value, "year": str(setting.year.year_be), "first": str(first), "last": str(last)}
    return Fault(path, "outside-year", facts)


def _link_faults(told: UnitProgress) -> Iterator[Fault]:
    """Find what should lead somewhere on the web and does not."""
    links: list[tuple[PathInto, str | None]] = []
    for code, item in told.items.items():
        links.append((("items", code, "evidence"), item.evidence))
        links += [(("items", code, "signed", index, "url"), each.url) for index, each in enumerate(item.signed)]
        links += [(("items", code, "data", index, "url"), each.url) for index, each in enumerate(item.data)]
    links += [(("procurement", month, "url"), given.url) for month, given in told.procurement.items()]
    for path, link in links:
        if link is not None and not URL.fullmatch(link):
            yield Fault(path, "not-a-link", {"value": link})


def _file_faults(told: UnitProgress, setting: Setting, lies: Lies) -> Iterator[Fault]:
    """Find signed files and tables that do not lie among the signed papers of the office and year.

    What was built lies elsewhere: an unsigned paper is evidence of nothing.
    """
    folder = f"signed/{setting.year.year_be}/{setting.office.id}"
    for path, file, signed in _files(told):
        parts = PurePosixPath(file).parts
        inside = file.startswith(f"{folder}/") and ".." not in parts and "\\" not in file
        if not inside:
            name = SEPARATOR.split(file)[-1]
            meant = f"{folder}/{name}"
            yield Fault(path, "not-in-signed", {"value": file, "folder": folder, "fixed": meant if lies(meant) else ""})
        elif signed and not file.lower().endswith(".pdf"):
            yield Fault(path, "signed-not-pdf", {"value": file})
        elif not lies(file):
            yield Fault(path, "no-signed-file", {"value": file})


def _untitled(told: UnitProgress) -> Iterator[Fault]:
    """Find signed papers that are neither ours by id nor named."""
    for code, item in told.items.items():
        for index, signed in enumerate(item.signed):
            if not (signed.paper or signed.title):
                yield Fault(("items", code, "signed", index), "missing-key", {"value": "title"})


def _files(told: UnitProgress) -> Iterable[tuple[PathInto, str, bool]]:
    for code, item in told.items.items():
        yield from ((("items", code, "signed", at, "file"), each.file, True) for at, each in enumerate(item.signed))
        yield from ((("items", code, "data", at, "file"), each.file, False) for at, each in enumerate(item.data))
