"""What every PDF promises: PDF/A-3 at level A (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), by the clauses of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from pikepdf import Array, Dictionary, Pdf

from ita_docs.pdf.tags import Tagged, attribute, inside, wordless


class Unkept(NamedTuple):
    """A promise that a PDF does not keep, in Thai and in English, and the clause that asks for it."""

    due: str
    due_en: str
    clause: str


def unkept(pdf: Pdf) -> list[Unkept]:
    """Name each promise that a PDF does not keep."""
    tagged = Tagged(pdf)
    return [Unkept(due, due_en, clause) for due, due_en, clause, kept in PROMISES if not kept(tagged)]


def _says(words: str) -> Callable[[Tagged], bool]:
    def says(tagged: Tagged) -> bool:
        root = tagged.pdf.Root
        return "/Metadata" in root and words in root.Metadata.read_bytes().decode(errors="replace")

    return says


def _has_intent(tagged: Tagged) -> bool:
    intents = list(tagged.pdf.Root.get("/OutputIntents", Array()))
    return any(intent.get("/S") == "/GTS_PDFA1" and "/DestOutputProfile" in intent for intent in intents)


def _shows_title(tagged: Tagged) -> bool:
    shown = tagged.pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)
    return bool(shown) and bool(str(tagged.pdf.docinfo.get("/Title", "")).strip())


def _names_language(tagged: Tagged) -> bool:
    return bool(str(tagged.pdf.Root.get("/Lang", "")))


def _is_tagged(tagged: Tagged) -> bool:
    return bool(tagged.pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked", False)) and bool(tagged.tree)


def _skips_no_level(tagged: Tagged) -> bool:
    levels = _levels(tagged)
    return all(later <= earlier + 1 for earlier, later in zip([0, *levels], levels, strict=False))


def _has_bookmarks(tagged: Tagged) -> bool:
    return "/First" in tagged.pdf.Root.get("/Outlines", Dictionary()) or not _levels(tagged)


def _levels(tagged: Tagged) -> list[int]:
    return [int(tag[2:]) for tag, _ in tagged.tree if re.fullmatch("/H[1-6]", tag)]


def _heads_tables(tagged: Tagged) -> bool:
    heads = [[each for each in inside(table) if each.S == "/TH"] for table in tagged.tagged("/Table")]
    return all(heads) and all(attribute(each, "/Scope") is not None for row in heads for each in row)


def _tells_pictures(tagged: Tagged) -> bool:
    return all(str(each.get("/Alt", "")).strip() for each in tagged.tagged("/Figure"))


def _embeds_subsets(tagged: Tagged) -> bool:
    inner = [each for font in tagged.fonts for each in font.get("/DescendantFonts", [font])]
    described = [font.get("/FontDescriptor", Dictionary()) for font in inner]
    marked = all(re.match("/[A-Z]{6}[+]", str(each.get("/FontName", ""))) for each in described)
    return marked and all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()) for each in described)


def _names_letters(tagged: Tagged) -> bool:
    return not any(wordless(font) for font in tagged.fonts)


def _orders_links(tagged: Tagged) -> bool:
    return all(page.get("/Tabs") == "/S" for page in tagged.pdf.pages if "/Annots" in page)


# What a PDF must do (in Thai and in English), the clause that asks for it, how it is seen.
PROMISES: tuple[tuple[str, str, str, Callable[[Tagged], bool]], ...] = (
    ("ระบุว่าเป็น PDF/A-3", "name PDF/A-3", "ISO 19005-3, 6.6.4", _says("<pdfaid:part>3<")),
    ("ระบุว่าเป็นระดับ A", "name level A", "ISO 19005-3, 6.6.4", _says("<pdfaid:conformance>A<")),
    ("ระบุว่าเป็น PDF/UA-1", "name PDF/UA-1", "ISO 14289-1, 5", _says("<pdfuaid:part>1<")),
    ("มีโปรไฟล์สี", "have an output intent for its colours", "ISO 19005-3, 6.2.3", _has_intent),
    ("ฝังแบบอักษรเฉพาะตัวที่ใช้", "embed its fonts as subsets", "ISO 19005-3, 6.2.11.4", _embeds_subsets),
    ("แปลงตัวพิมพ์กลับเป็นตัวอักษรได้ทุกตัว", "give each glyph its letter", "ISO 14289-1, 7.21.7", _names_letters),
    ("มีชื่อเรื่อง และแสดงเป็นชื่อหน้าต่าง", "have a title and show it", "ISO 14289-1, 7.1", _shows_title),
    ("ระบุภาษา", "name its language", "ISO 14289-1, 7.2", _names_language),
    ("มีแท็กบอกโครงสร้าง", "be tagged", "ISO 14289-1, 7.1", _is_tagged),
    ("ไม่ข้ามระดับของหัวเรื่อง", "skip no level of headings", "ISO 14289-1, 7.4", _skips_no_level),
    ("มีบุ๊กมาร์กไปยังหัวเรื่อง", "have bookmarks to its headings", "ISO 14289-1, 7.17", _has_bookmarks),
    ("มีหัวตารางในทุกตาราง", "have header cells in each table", "ISO 14289-1, 7.5", _heads_tables),
    ("มีคำบรรยายรูปทุกรูป", "tell each picture in words", "ISO 14289-1, 7.3", _tells_pictures),
    ("เรียงลิงก์ตามเนื้อความ", "order its links as the text does", "ISO 14289-1, 7.18.3", _orders_links),
)
