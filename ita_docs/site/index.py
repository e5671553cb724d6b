"""The index for machines: every item with its address and its files, as JSON, as CSV and as JSON-LD of schema.org."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from ita_docs.disclosures import Disclosure, Piece, last_day, site_address
from ita_docs.site.files import Offered
from ita_docs.site.views import FOLDERS, FORMATS, HOME, Shelf, address
from ita_docs.thai.text import has_thai
from ita_docs.wording.site import SITE

Value = dict[str, Any]

COLUMNS = (
    *("code", "title", "published", "page"),
    *("kind", "name", "format", "bytes", "sha256", "day", "url", "also_at", "nothing_procured"),
)


def index(shelf: Shelf) -> Value:
    """Give the whole index as one value."""
    office, year = shelf.setting.office, shelf.setting.year
    updated = last_day(shelf.listed)
    names = shelf.setting.unit_names()
    return {
        "office": {"id": office.id, "name": office.name.th, "website": office.channels.website},
        "year_be": year.year_be,
        "address": site_address(shelf.setting),
        "updated": str(updated) if updated else None,
        "items": [_item(shelf, item) for item in shelf.listed],
        "withheld": [
            {"unit": names[unit], "what": each.what, "why": each.why}
            for unit, told in shelf.setting.progress.items()
            for each in told.withheld
        ],
    }


def as_json(index: Value) -> bytes:
    """Write the index as JSON."""
    return (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(index: Value) -> bytes:
    """Write the index as CSV that Excel opens as it is: a row for each file or page, and one for each gap."""
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS, extrasaction="ignore", lineterminator="\r\n")
    table.writeheader()
    for item in index["items"]:
        begins = {key: item[key] for key in ("code", "title", "page")}
        begins["published"] = "yes" if item["published"] else "no"
        table.writerows({**begins, **entry} for entry in item["entries"] or [{}])
    return written.getvalue().encode("utf-8-sig")


def linked_data(shelf: Shelf) -> Value:
    """Give the index in the words of schema.org."""
    return {"@context": "https://schema.org", "@graph": [_office(shelf), _site(shelf), *_nodes(shelf, shelf.listed)]}


def linked_item(shelf: Shelf, item: Disclosure) -> Value:
    """Give one item in the words of schema.org."""
    return {"@context": "https://schema.org", "@graph": [_office(shelf), *_nodes(shelf, (item,))]}


def _item(shelf: Shelf, item: Disclosure) -> Value:
    names = shelf.setting.unit_names()
    return {
        "code": item.code,
        "slug": item.slug,
        "title": item.title,
        "part": item.part,
        "published": not item.gap,
        "day": str(item.day) if item.day else None,
        "page": address(shelf, item.page),
        "page_en": address(shelf, FOLDERS["en"] + item.page),
        "units": [names[unit] for unit in item.units],
        "entries": [
            *(entry for piece in item.pieces for entry in _entries(shelf, piece)),
            *(
                {
                    "kind": "month",
                    "name": f"{month.month:%Y-%m}",
                    "unit": names[month.unit],
                    "day": str(month.given),
                    "url": month.url,
                    "nothing_procured": month.none,
                }
                for month in item.months
            ),
        ],
        "notes": [{"unit": names[unit], "note": note} for unit, note in item.notes],
    }


def _entries(shelf: Shelf, piece: Piece) -> Iterator[Value]:
    """Tell of a piece: of a table once as it came and once as JSON."""
    told = {
        "kind": piece.kind,
        "name": piece.title,
        "unit": shelf.setting.unit_names()[piece.unit],
        "day": str(piece.day) if piece.day else None,
    }
    if piece.file is None:
        yield {**told, "url": piece.url}
        return
    for copy in _copies(shelf, piece):
        yield {
            **told,
            "format": FORMATS[copy.medium],
            "bytes": len(copy.data),
            "sha256": copy.digest,
            "url": address(shelf, copy.path),
            "also_at": piece.url,
        }


def _copies(shelf: Shelf, piece: Piece) -> list[Offered]:
    file = shelf.files[piece.file or ""]
    return [copy for copy in (file, file.as_json) if copy]


def _office(shelf: Shelf) -> Value:
    office, channels = shelf.setting.office, shelf.setting.office.channels
    told = {
        "@type": "GovernmentOffice",
        "@id": address(shelf, HOME) + "#office",
        "name": office.name.th,
        "alternateName": office.name.en if office.name.en_verified else None,
        "url": channels.website,
        "telephone": channels.telephone,
        "email": channels.email,
        "address": channels.address,
    }
    return _known(told)


def _site(shelf: Shelf) -> Value:
    updated = last_day(shelf.listed)
    return _known(
        {
            "@type": "WebSite",
            "@id": address(shelf, HOME),
            "url": address(shelf, HOME),
            "name": f"{SITE['title']['th']} {shelf.setting.office.name.th}",
            "inLanguage": ["th", "en"],
            "dateModified": str(updated) if updated else None,
            "publisher": {"@id": address(shelf, HOME) + "#office"},
            "hasPart": [{"@id": address(shelf, item.page)} for item in shelf.listed],
        }
    )


def _nodes(shelf: Shelf, items: tuple[Disclosure, ...]) -> Iterator[Value]:
    for item in items:
        yield _known(
            {
                "@type": "WebPage",
                "@id": address(shelf, item.page),
                "url": address(shelf, item.page),
                "identifier": item.code,
                "name": item.title,
                "inLanguage": "th",
                "dateModified": str(item.day) if item.day else None,
                "publisher": {"@id": address(shelf, HOME) + "#office"},
                "isPartOf": {"@id": address(shelf, HOME)},
                "hasPart": [_node(shelf, piece) for piece in item.pieces if piece.file],
                "significantLink": [piece.url for piece in item.pieces if piece.kind == "page"]
                + [month.url for month in item.months if month.url],
            }
        )


def _node(shelf: Shelf, piece: Piece) -> Value:
    """Tell of a file: a signed paper is a DigitalDocument, a table a Dataset with its distributions."""
    copies = _copies(shelf, piece)
    title = piece.title or ""
    told = {
        "name": title,
        "inLanguage": "th" if has_thai(title) else "en",
        "publisher": {"@id": address(shelf, HOME) + "#office"},
        "sameAs": piece.url,
    }
    if piece.kind == "data":
        return _known({"@type": "Dataset", **told, "distribution": [_download(shelf, copy) for copy in copies]})
    (copy,) = copies
    day = str(piece.day) if piece.day else None
    media = {**_download(shelf, copy), "@type": "MediaObject"}
    paper = {
        "@type": "DigitalDocument",
        **told,
        "url": address(shelf, copy.path),
        "dateCreated": day,
        "encoding": media,
    }
    return _known(paper)


def _download(shelf: Shelf, copy: Offered) -> Value:
    return {
        "@type": "DataDownload",
        "contentUrl": address(shelf, copy.path),
        "encodingFormat": copy.medium,
        "contentSize": f"{len(copy.data)} B",
        "sha256": copy.digest,
    }


def _known(told: Value) -> Value:
    """Leave out what is not known."""
    return {key: value for key, value in told.items() if value not in (None, [], "")}
