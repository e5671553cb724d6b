"""The disclosure site of an office in a year: a page for each item of the OIT, in Thai and English, with its index.

Nothing of it needs a script, another site, or a server: it is a folder of files that can be put on any website.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ita_docs.disclosures import Disclosure, disclosures, site_address
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.progress import ItemProgress
from ita_docs.setting import Setting
from ita_docs.site import index
from ita_docs.site.files import Read, offered, personal, reader
from ita_docs.site.links import dead_links
from ita_docs.site.pages import STYLE, page, style
from ita_docs.site.putting import put
from ita_docs.site.views import FOLDERS, HOME, Shelf, home_view, item_view
from ita_docs.site.words import say
from ita_docs.wording import Language

__all__ = ["Site", "make", "put", "reader", "signed_folder"]


@dataclass(frozen=True)
class Site:
    """The files of a site by their paths, how much of it is published, and what is told of the rest."""

    files: Mapping[str, bytes]
    items: int
    gaps: tuple[Problem, ...]
    advice: tuple[Problem, ...] = ()

    def count(self, language: Language) -> str:
        """Say how many items are published."""
        return say("count", language, published=self.items - len(self.gaps), total=self.items)


def signed_folder(setting: Setting) -> str:
    """Name the folder of the signed papers of the office and year, from the root of the workspace."""
    return f"signed/{setting.year.year_be}/{setting.office.id}"


def make(setting: Setting, titles: Mapping[str, str], read: Read, built: Mapping[str, str]) -> Site:
    """Make the site of an office and year.

    `titles` are those of our papers by id, `built` their files by digest: a signed paper is none of them. Raises
    DocumentError with every file that cannot be published, and with every text that holds a citizen's number.
    """
    listed = disclosures(setting, titles)
    personal_texts = list(_personal(setting))
    try:
        files = offered(listed, read, signed_folder(setting), built)
    except DocumentError as error:
        raise DocumentError([*personal_texts, *error.problems]) from None
    if personal_texts:
        raise DocumentError(personal_texts)
    made = {copy.path: copy.data for file in files.values() for copy in (file, file.as_json) if copy}
    shelf = Shelf(setting, listed, files)
    made |= _pages(shelf)
    if dead := list(dead_links(made, site_address(setting) or "")):
        raise DocumentError(dead)
    advice = () if site_address(setting) else (Problem("no-site-address", _place(setting)),)
    gaps = tuple(_gap(setting, item) for item in listed if item.gap)
    return Site(made, len(listed), gaps, advice)


def _pages(shelf: Shelf) -> dict[str, bytes]:
    made = {STYLE: style()}
    for language, folder in FOLDERS.items():
        seen = shelf.seen_from(language)
        view = home_view(seen, language)
        made[folder + HOME] = page(HOME, view | {"linked": index.linked_data(seen)})
        for item in shelf.listed:
            view = item_view(seen, language, item)
            made[folder + item.page] = page("item.html", view | {"linked": index.linked_item(seen, item)})
    root = shelf.seen_from("th")
    value = index.index(root)
    made["index.json"], made["index.csv"] = index.as_json(value), index.as_csv(value)
    made["index.jsonld"] = index.as_json(index.linked_data(root))
    return made


def _gap(setting: Setting, item: Disclosure) -> Problem:
    names = setting.unit_names()
    facts = {"code": item.code, "value": item.title, "owners": " ".join(names[unit] for unit in item.units)}
    return Problem("not-disclosed", None, facts)


def _personal(setting: Setting) -> Iterator[Problem]:
    """Find citizens' numbers in what the units have written for everybody to read."""
    folder = f"content/{setting.year.year_be}/progress/{setting.office.id}"
    for unit, told in setting.progress.items():
        written = [text for item in told.items.values() for text in _texts(item)]
        written += [text for each in told.withheld for text in (each.what, each.why)]
        for text in written:
            if number := personal(text):
                yield Problem("personal-number", Place(f"{folder}/{unit}.yaml"), {"value": number})


def _texts(item: ItemProgress) -> Iterator[str]:
    for signed in item.signed:
        yield from (signed.title or "", signed.file)
    for table in item.data:
        yield from (table.title, table.file)
    yield item.note or ""


def _place(setting: Setting) -> Place:
    return setting.sources["office"].place(("channels", "website"))
