"""The links inside the site: each must lead to a file that is there, and to a place that is on its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from ita_docs.problems import Place, Problem

LINKS = ("href", "src")


class _Page(HTMLParser):
    """Gathers the links of a page and the places that have a name."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a link or a name."""
        for key, value in attrs:
            if key in LINKS:
                self.links.append(value or "")
            elif key == "id":
                self.names.add(value or "")


def dead_links(files: Mapping[str, bytes], start: str = "") -> Iterator[Problem]:
    """Find the links that lead nowhere within a site; `start` is its address. No other site is asked."""
    pages = {name: _read(data) for name, data in files.items() if name.endswith(".html")}
    for name, page in pages.items():
        for link in page.links:
            within = link.removeprefix(start) if start else link
            split = urlsplit(within)
            if split.scheme or split.netloc:
                continue
            base = "" if within != link else dirname(name)
            target = normpath(join(base, unquote(split.path))) if split.path else name
            there = target in files and (not split.fragment or split.fragment in pages[target].names)
            if not there:
                yield Problem("dead-link", Place(name), {"value": link})


def _read(data: bytes) -> _Page:
    page = _Page()
    page.feed(data.decode())
    return page
