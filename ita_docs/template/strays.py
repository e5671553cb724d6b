"""Tags that stand where no paper is filled: in comments, in the addresses of links, in charts and settings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from ita_docs.package import Member
from ita_docs.problems import Place, Problem

_TAG = re.compile(r"\{\{[^{}]{1,200}\}\}|\{%[^{}%]{1,200}%\}")
_XML_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r'Target="([^"]*)"')
WRITTEN_ANEW = "docProps/core.xml"  # for each paper, with nothing of the template's
LARGEST = 2_000_000  # bytes of a part that is read for tags; those beyond hold pictures or data

# What the parts of a package are called, by the beginning of their names.
CALLED = {
    "comments": ("ความคิดเห็น", "a comment"),
    "settings": ("การตั้งค่าของไฟล์", "the settings of the file"),
    "app": ("คุณสมบัติของไฟล์", "the properties of the file"),
    "custom": ("คุณสมบัติของไฟล์", "the properties of the file"),
    "chart": ("แผนภูมิ", "a chart"),
    "data": ("แผนผัง SmartArt", "a SmartArt drawing"),
}
ADDRESS = ("ที่อยู่ของลิงก์", "the address of a link")
OTHER = ("ส่วนของไฟล์ที่ไม่ใช่เนื้อความ", "a part of the file that is not its text")


def find(members: Mapping[str, Member], filled: Collection[str], file: str) -> Iterator[Problem]:
    """Find the tags of the parts that are not filled: they would stand in the paper as they are."""
    for name, member in members.items():
        path = PurePosixPath(name)
        if name in filled or member.size > LARGEST or path.suffix not in (".xml", ".rels") or name == WRITTEN_ANEW:
            continue
        text = member.data.decode("utf-8", "replace")
        if path.suffix == ".rels":
            text, called = unquote(" ".join(_ADDRESS.findall(text))), ADDRESS
        else:
            called = next((words for start, words in CALLED.items() if path.stem.startswith(start)), OTHER)
        # An element ends a word, and may stand within a tag that Word split.
        bare = unescape(f"{_XML_TAG.sub('', text)} {' '.join(_XML_TAG.findall(text))}")
        for typed in dict.fromkeys(_TAG.findall(bare)):
            facts = {"value": typed, "around": typed, "within": "", "due": called[0], "due_en": called[1]}
            yield Problem("placeholder-elsewhere", Place(file, where=path.stem.removesuffix(".xml")), facts)
