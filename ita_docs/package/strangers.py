"""What a file is that calls itself .docx and is none, told by its first bytes; and the words to turn it away with."""

from __future__ import annotations

import re
from typing import NamedTuple

from ita_docs.problems import DocumentError, Place, Problem

LONGEST_NAME = 80  # letters of a name inside a file that a message repeats


class Stranger(NamedTuple):
    """A sort of file: the problem that it is, and its name in both languages."""

    code: str
    kind: str = ""
    kind_en: str = ""


# Word opens the first sort and can save it as .docx; of the second it makes no paper.
TEXT, OTHER = "docx-other-text", "docx-other-kind"

WORD_97 = Stranger(TEXT, "เอกสาร Word รุ่นเก่า (.doc)", "a Word 97–2003 document (.doc)")
WORD_XML = Stranger(TEXT, "เอกสาร Word แบบ XML (.xml)", "a Word XML document (.xml)")
WORD_TEMPLATE = Stranger(TEXT, "แม่แบบ Word (.dotx)", "a Word template (.dotx)")
WRITER = Stranger(TEXT, "เอกสาร OpenDocument (.odt)", "an OpenDocument text (.odt)")
RICH_TEXT = Stranger(TEXT, "เอกสาร Rich Text (.rtf)", "a Rich Text document (.rtf)")
WEB_PAGE = Stranger(TEXT, "หน้าเว็บ (.html)", "a web page (.html)")
EXCEL_97 = Stranger(OTHER, "ตาราง Excel รุ่นเก่า (.xls)", "an Excel 97–2003 workbook (.xls)")
SLIDES_97 = Stranger(OTHER, "สไลด์ PowerPoint รุ่นเก่า (.ppt)", "a PowerPoint 97–2003 presentation (.ppt)")
MESSAGE = Stranger(OTHER, "จดหมาย Outlook (.msg)", "an Outlook message (.msg)")
EXCEL = Stranger(OTHER, "ตาราง Excel (.xlsx)", "an Excel workbook (.xlsx)")
SLIDES = Stranger(OTHER, "สไลด์ PowerPoint (.pptx)", "a PowerPoint presentation (.pptx)")
CALC = Stranger(OTHER, "ตาราง OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)")
IMPRESS = Stranger(OTHER, "สไลด์ OpenDocument (.odp)", "an OpenDocument presentation (.odp)")
BOOK = Stranger(OTHER, "หนังสืออิเล็กทรอนิกส์ (.epub)", "an e-book (.epub)")
PDF = Stranger(OTHER, "เอกสาร PDF", "a PDF")
PICTURE = Stranger(OTHER, "รูปภาพ", "a picture")
PROGRAM = Stranger(OTHER, "โปรแกรม", "a program")
ARCHIVE = Stranger(OTHER, "ไฟล์บีบอัด (.zip, .rar, .7z)", "a compressed archive (.zip, .rar, .7z)")
LOCKED = Stranger("docx-locked")
UNKNOWN = Stranger("docx-unknown")

FIRST_BYTES: tuple[tuple[bytes, Stranger], ...] = (
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"BM", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
)
# The files of Office 97–2003 are little file systems; the names in them are written in UTF-16. A locked .docx is
# one of them too, and so is a .msg with any other in it: the order counts.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS: tuple[tuple[str, Stranger], ...] = (
    ("EncryptedPackage", LOCKED),
    ("__properties_version1.0", MESSAGE),
    ("WordDocument", WORD_97),
    ("PowerPoint Document", SLIDES_97),
    ("Workbook", EXCEL_97),
)
MARKUP: tuple[tuple[bytes, Stranger], ...] = (
    (rb"<pkg:package\b|<w:wordDocument\b|progid=.Word\.Document", WORD_XML),
    (rb"<office:document\b", WRITER),
    (rb"<!doctype html|<html\b|^mime-version:", WEB_PAGE),
)
# What stands in the member `mimetype` of a zip.
MIME_TYPES = {
    b"application/vnd.oasis.opendocument.text": WRITER,
    b"application/vnd.oasis.opendocument.text-template": WRITER,
    b"application/vnd.oasis.opendocument.spreadsheet": CALC,
    b"application/vnd.oasis.opendocument.presentation": IMPRESS,
    b"application/epub+zip": BOOK,
}
# Pieces of content types of Open XML.
OPEN_XML: tuple[tuple[str, Stranger], ...] = (
    ("wordprocessingml.template.main+xml", WORD_TEMPLATE),
    ("spreadsheetml", EXCEL),
    ("presentationml", SLIDES),
)


def recognise(data: bytes) -> Stranger | None:
    """Tell what a file is that cannot be a .docx; None when it may be one, being a zip or beginning like none of these.

    >>> recognise(b"%PDF-1.7").kind_en
    'a PDF'
    """
    if data.startswith(OLE):
        return next((kind for name, kind in STREAMS if name.encode("utf-16-le") in data), UNKNOWN)
    if b"%PDF-" in data[:1024] and not data.startswith(b"PK"):
        return PDF
    if known := next((kind for start, kind in FIRST_BYTES if data.startswith(start)), None):
        return known
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start[:1] in (b"<", b"M", b"m"):
        return next((kind for pattern, kind in MARKUP if re.search(pattern, start, re.IGNORECASE)), None)
    return None


def refusal(stranger: Stranger | str, file: str, **facts: str) -> DocumentError:
    """Turn a whole file away for one reason, that of a sort of file or one that is named by its code."""
    if isinstance(stranger, Stranger):
        code, *kinds = stranger
        facts |= dict(zip(("kind", "kind_en"), kinds, strict=True))
    else:
        code = stranger
    return DocumentError([Problem(code, Place(file), {key: printable(fact) for key, fact in facts.items()})])


def printable(name: str) -> str:
    r"""Write a name that a stranger chose so that it can do nothing to a screen.

    >>> printable("word\x1b[2J")
    'word\\x1b[2J'
    """
    letters = (letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in name)
    shown = "".join(letters)
    return shown if len(shown) <= LONGEST_NAME else f"{shown[:LONGEST_NAME]}…"
