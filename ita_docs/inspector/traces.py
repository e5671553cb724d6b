"""Traces of unfinished work: the words and fields by which it is known. Tables for an official to proofread."""

import re
from typing import NamedTuple


class Trace(NamedTuple):
    """Words that show that a paper is not finished, and the rule that they break."""

    code: str
    hint: str  # letters without which the pattern need not be tried
    words: re.Pattern[str]


# What a writer asks for within brackets.
TO_FILL = "ระบุ|ใส่|พิมพ์|กรอก|เติม|ชื่อ|วันที่|ตำแหน่ง|หน่วยงาน|รอ"

# A table to proofread: the words as they stand in papers, small and capital letters as given.
TRACES = (
    Trace("leftover-tag", "{", re.compile(r"\{\{[^{}]{0,80}(?:\}\})?|\{%[^{}%]{0,80}(?:%\})?|\{#[^{}]{0,80}#\}")),
    Trace("leftover-tag", "}", re.compile(r"\}\}|%\}|#\}")),
    Trace("leftover-prompt", "คลิก", re.compile("คลิก(?:หรือแตะ)?(?:ที่นี่|ตรงนี้)เพื่อ(?:ใส่|ป้อน)(?:ข้อความ|วันที่)")),
    Trace("leftover-prompt", "Click", re.compile(r"Click (?:or tap )?here to (?:enter|add|insert) (?:text|a date)")),
    Trace("leftover-prompt", "[T", re.compile(r"\[Type (?:here|text|the [A-Za-z ]{1,40})\]")),
    Trace("leftover-prompt", "orem", re.compile("[Ll]orem ipsum[a-z ]{0,30}")),
    Trace("leftover-prompt", "Choose", re.compile("Choose an item|Choose a date")),
    Trace("leftover-prompt", "เลือก", re.compile(r"เลือกรายการ\.|\[เลือก[ก-๙ ]{1,30}\]")),
    Trace("leftover-note", "TODO", re.compile(r"\bTODO\b.{0,40}")),
    Trace("leftover-note", "FIXME", re.compile(r"\bFIXME\b.{0,40}")),
    Trace("leftover-note", "XX", re.compile(r"(?<![A-Za-z0-9])[Xx]{3,12}(?![A-Za-z0-9])")),
    Trace("leftover-note", "xx", re.compile(r"(?<![A-Za-z0-9])x{3,12}(?![A-Za-z0-9])")),
    Trace("leftover-note", "[", re.compile(rf"\[\s?(?:{TO_FILL})[^\[\]]{{0,60}}\]|\[\s?(?:\.{{2,}}|…+)\s?\]")),
    Trace("leftover-note", "<", re.compile(rf"<\s?(?:{TO_FILL})[^<>]{{0,60}}>")),
    Trace("leftover-note", "???", re.compile(r"\?{3,10}")),
    Trace(
        "field-broken",
        "Error!",
        re.compile(r"Error! (?:Bookmark|Reference|Unknown|Not a valid|No |Hyperlink)[A-Za-z ]{0,50}\.?"),
    ),
    Trace("field-broken", "ข้อผิดพลาด!", re.compile(r"ข้อผิดพลาด!\s{0,2}(?:ไม่|การอ้างอิง|ชื่อ)[ก-๙ ]{0,50}")),
    Trace("field-unmerged", "«", re.compile(r"«[^«»]{1,60}»")),
)

# Fields by their first word: those that change by themselves, those that wait for a mouse, those that reach outside.
FIELDS = {
    **dict.fromkeys(("DATE", "TIME", "SAVEDATE", "PRINTDATE"), "field-today"),
    "MACROBUTTON": "field-button",
    **dict.fromkeys(("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "RD", "DATABASE"), "field-outside"),
}

CHANGES = {
    "inserted": ("เพิ่มข้อความ", "inserted"),
    "deleted": ("ลบข้อความ", "deleted"),
    "moved": ("ย้ายข้อความ", "moved"),
    "formatted": ("แก้รูปแบบ", "formatted"),
}
