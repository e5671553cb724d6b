"""What the pages of the site show: finished words under plain names, as the templates print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlsplit

from ita_docs.disclosures import Disclosure, MonthGiven, Piece, last_day, site_address
from ita_docs.office import Channels
from ita_docs.setting import Setting
from ita_docs.site.files import MEDIA, Offered
from ita_docs.site.words import day_text, month_text, named, said, say, size_text, unit_name
from ita_docs.thai.be_calendar import ERA
from ita_docs.thai.digits import thai_digits
from ita_docs.wording import Language
from ita_docs.wording.site import SITE

View = dict[str, Any]

HOME = "index.html"
FOLDERS: dict[Language, str] = {"th": "", "en": "en/"}  # Thai pages lie at the root, English ones below
FORMATS = {medium: ending[1:].upper() for ending, medium in MEDIA.items()}
INDEXES = ("index.json", "index.csv", "index.jsonld")


@dataclass(frozen=True)
class Shelf:
    """All that a page is made from: the setting, what is disclosed, and the files by their names in the workspace.

    `start` stands before every path: the address of the site or, while that is not known, the way up to its root.
    """

    setting: Setting
    listed: tuple[Disclosure, ...]
    files: Mapping[str, Offered]
    start: str = ""

    def seen_from(self, language: Language) -> Shelf:
        """Give the same as the pages of a language see it."""
        return replace(self, start=site_address(self.setting) or _up(language))


def address(shelf: Shelf, path: str) -> str:
    """Give the address of a path of the site."""
    return shelf.start + quote(path)


def home_view(shelf: Shelf, language: Language) -> View:
    """Give what the first page shows: every item by indicator and part, what is withheld, and where to ask."""
    updated = last_day(shelf.listed)
    return {
        **_page(shelf, language, HOME, SITE["title"][language]),
        "count": say("count", language, published=_published(shelf.listed), total=len(shelf.listed)),
        "updated": say("updated", language, day=day_text(updated, language)) if updated else None,
        "indicators": [*_indicators(shelf, language)],
        "withheld": [
            {
                "unit": unit_name(shelf.setting, unit, language),
                "what": said(each.what, language),
                "why": said(each.why, language),
            }
            for unit, told in shelf.setting.progress.items()
            for each in told.withheld
        ],
        "indexes": [(_up(language) + name, name) for name in INDEXES],
        "contact": [*_contact(shelf.setting.office.channels, language)],
    }


def item_view(shelf: Shelf, language: Language, item: Disclosure) -> View:
    """Give what the page of an item shows."""
    place = shelf.listed.index(item)
    neighbours = {"previous": shelf.listed[place - 1 : place], "next": shelf.listed[place + 1 : place + 2]}
    title = f"{item.code} {item.title}"
    pieces = {kind: [piece for piece in item.pieces if piece.kind == kind] for kind in ("paper", "data", "page")}
    return {
        **_page(shelf, language, item.page, title),
        **_short(item, language),
        "part": _part(item.part, _part_title(shelf, item), language),
        "updated": say("updated", language, day=day_text(item.day, language)) if item.day else None,
        "papers": [_file(shelf, piece, language) for piece in pieces["paper"]],
        "data": [_file(shelf, piece, language) for piece in pieces["data"]],
        "pages": [_web_page(shelf, piece, language) for piece in pieces["page"]],
        "months": [
            (month_text(month, language), [_month(shelf, given, language) for given in found])
            for month, found in groupby(item.months, key=lambda given: given.month)
        ],
        "notes": [(unit_name(shelf.setting, unit, language), said(note, language)) for unit, note in item.notes],
        "owners": [unit_name(shelf.setting, unit, language) for unit in item.units],
        "neighbours": {way: _short(each[0], language) for way, each in neighbours.items() if each},
    }


def _page(shelf: Shelf, language: Language, path: str, title: str) -> View:
    """Give what every page has: its words, its title, its twin in the other language."""
    year = shelf.setting.year
    other: Language = "en" if language == "th" else "th"
    same = _up(language) + FOLDERS[other] + path
    oit = next(each for each in year.instruments if each.id == "oit")
    return {
        "language": language,
        "other": other,
        "words": {key: say(key, language) for key, text in SITE.items() if "{" not in text[language]},
        "switch": SITE["switch"][language],
        "title": said(title, language),
        "office": named(shelf.setting.office.name, language),
        "subject": say("subject", language, name=oit.name_en if language == "en" else oit.name),
        "year": say("year", language, year=year.year_be, year_ce=year.year_be - ERA),
        "style": f"{_up(language)}style.css",
        "is_home": path == HOME,
        "twin": same,
        "alternates": {each: address(shelf, FOLDERS[each] + path) for each in FOLDERS},
    }


def _up(language: Language) -> str:
    """Give the way from a page to the root of the site."""
    return "../" if FOLDERS[language] else ""


def _published(listed: Sequence[Disclosure]) -> int:
    return sum(not item.gap for item in listed)


def _indicators(shelf: Shelf, language: Language) -> Iterator[View]:
    items = {item.slug: item for item in shelf.listed}
    for indicator in shelf.setting.year.indicators:
        if indicator.instrument == "oit":
            yield {
                "number": say("indicator", language, number=indicator.number),
                "title": said(indicator.title_en if language == "en" else indicator.title, language),
                "parts": [
                    {
                        **_part(number, title, language),
                        "items": [_short(items[slug], language) for slug in slugs],
                    }
                    for number, title, slugs in indicator.groups
                ],
            }


def _part_title(shelf: Shelf, item: Disclosure) -> str:
    groups = (group for indicator in shelf.setting.year.indicators for group in indicator.groups)
    return next(title for _, title, slugs in groups if item.slug in slugs)


def _part(number: str, title: str, language: Language) -> View:
    """Name a part of an indicator; its title is Thai on every page."""
    return {"number": thai_digits(number) if language == "th" else number, "title": said(title, language)}


def _short(item: Disclosure, language: Language) -> View:
    return {
        "code": item.code,
        "name": said(item.title, language),
        "href": item.page,
        "gap": item.gap,
        "state": say("gap" if item.gap else "published", language),
    }


def _file(shelf: Shelf, piece: Piece, language: Language) -> View:
    file = shelf.files[piece.file or ""]
    return {
        "title": said(piece.title or "", language),
        "copies": [
            {
                "href": _up(language) + quote(copy.path),
                "format": FORMATS[copy.medium],
                "size": size_text(len(copy.data), language),
                "medium": copy.medium,
            }
            for copy in (file, file.as_json)
            if copy
        ],
        "unit": unit_name(shelf.setting, piece.unit, language),
        "day": say("signed-on", language, day=day_text(piece.day, language)) if piece.day else None,
        "iso": str(piece.day),
        "url": piece.url,
        "also": say("also-at", language, host=_host(piece.url)) if piece.url else None,
    }


def _web_page(shelf: Shelf, piece: Piece, language: Language) -> View:
    unit = unit_name(shelf.setting, piece.unit, language)
    return {"url": piece.url, "text": say("page-at", language, host=_host(piece.url)), "unit": unit}


def _month(shelf: Shelf, month: MonthGiven, language: Language) -> View:
    return {
        "unit": unit_name(shelf.setting, month.unit, language),
        "given": say("given", language, day=day_text(month.given, language)),
        "iso": str(month.given),
        "url": month.url,
        "link": say("month-link", language, month=month_text(month.month, language)),
        "none": month.none,
    }


def _host(url: str | None) -> str:
    return urlsplit(url or "").netloc


def _contact(channels: Channels, language: Language) -> Iterator[View]:
    """List where the office is reached, as far as that is known."""
    address = channels.address_en if language == "en" and channels.address_en else channels.address
    known = {
        "telephone": (channels.telephone, None),
        "email": (channels.email, f"mailto:{channels.email}"),
        "address": (address, None),
        "website": (channels.website, channels.website),
        "complaint": (channels.complaint_url, channels.complaint_url),
    }
    for key, (text, href) in known.items():
        if text:
            shown = say("complaint_link", language) if key == "complaint" else text
            link = href if href and href.startswith(("https://", "http://", "mailto:")) else None
            yield {"label": say(key, language), "text": said(shown, language), "href": link}
