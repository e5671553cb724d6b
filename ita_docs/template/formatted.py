"""What docxtpl formats itself: RichText, Listing, InlineImage, Subdoc, standing in a view.

Each may print only where Word shows it: in place of a run (`{{r x }}`), of a paragraph (`{{p x }}`) or within a text.
Templates see no more of one than what it prints. Pictures and sub-documents bring parts of their own, which lie in
the DocxTemplate that they were made with; the paper is then put together from that.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ita_docs import package
from ita_docs.package import Member

# What each takes the place of: a run, a paragraph, or nothing.
UNITS = {"RichText": "r", "RichTextParagraph": "p", "Subdoc": "p", "Listing": "", "InlineImage": ""}

_LINK = "<w:hyperlink r:id="


@dataclass(frozen=True, eq=False)
class Formatted:
    """One thing that docxtpl formats, as a template sees it."""

    _made: Any
    _unit: str

    def __html__(self) -> str:
        """Write it where a template prints it; Jinja asks for it under this name."""
        if self._unit:
            raise TypeError("would stand within a text")
        return str(self._made)


def printed_as(value: Any, unit: str) -> Any:
    """Let something formatted print in place of a run or a paragraph; TypeError for any plain value."""
    if isinstance(value, Formatted) and value._unit == unit:
        return Formatted(value._made, "")
    if isinstance(value, Formatted) or not hasattr(value, "__html__"):
        raise TypeError("Word shows no text there")
    return value


def made_by_docxtpl(value: object) -> Iterator[Any]:
    """Find in a view what docxtpl formats."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from made_by_docxtpl(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from made_by_docxtpl(each)
    elif _unit(value) is not None:
        yield value


def wrapped(value: Any) -> Any:
    """Give a view with everything that docxtpl formats hidden behind what it prints."""
    if isinstance(value, Mapping):
        return {key: wrapped(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [wrapped(each) for each in value]
    unit = _unit(value)
    return value if unit is None else Formatted(value, unit)


class Carrier:
    """The DocxTemplate that the pictures and sub-documents of a view were made with."""

    def __init__(self, document: Any, template: bytes) -> None:
        if _bytes_of(document.template_file) != template:
            raise ValueError("a picture or sub-document was made with another template")
        document.init_docx(reload=False)
        self._document = document
        self._parts = {str(part.partname).lstrip("/"): part for part in document.docx.part.package.iter_parts()}

    def turn_to(self, part: str) -> None:
        """Have pictures laid into a part from now on."""
        self._document.current_rendering_part = self._parts[part]

    def members(self) -> dict[str, Member]:
        """Give the members of the package, with all that pictures and sub-documents brought."""
        file = io.BytesIO()
        self._document.pre_processing()
        self._document.docx.save(file)
        self._document.post_processing(file)
        return package.read(file.getvalue())


def carrier_of(found: list[Any], template: bytes) -> Carrier | None:
    """Find what the pictures and sub-documents of a view were made with; ValueError if it is not this template."""
    documents = {id(each.tpl): each.tpl for each in found if getattr(each, "tpl", None) is not None}
    if not documents and any(_LINK in getattr(each, "xml", "") for each in found):
        raise ValueError("a link was made with a template of which the view holds nothing else")
    if len(documents) > 1:
        raise ValueError("pictures or sub-documents were made with several templates")
    return next((Carrier(document, template) for document in documents.values()), None)


def _unit(value: object) -> str | None:
    kinds = (kind.__name__ for kind in type(value).__mro__ if kind.__module__.partition(".")[0] == "docxtpl")
    return next((UNITS[name] for name in kinds if name in UNITS), None)


def _bytes_of(file: Any) -> bytes:
    if not hasattr(file, "read"):
        with open(file, "rb") as opened:
            return opened.read()
    file.seek(0)
    return bytes(file.read())
