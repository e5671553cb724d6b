"""A disclosure site to look at in tests: an office that has told of a few items, with signed PDFs made here.

Nothing in it is a fact of any office; the addresses lie in a domain that is kept for examples.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
from conftest import OFFICE, YEAR

from ita_docs import site
from ita_docs.progress import UnitProgress
from ita_docs.setting import Late, Setting

SIGNED = f"signed/{YEAR}/{OFFICE}"
TITLES = {
    "anti-bribery-th": "ประกาศนโยบายต่อต้านการรับสินบน ประจำปีงบประมาณ พ.ศ. 2568",
    "anti-bribery-en": "Anti-Bribery Policy",
}
TABLE = 'เดือน,จำนวน (ครั้ง)\nมกราคม,0\n"กุมภาพันธ์, ครึ่งแรก",0\n'
Told = Mapping[str, Mapping[str, Any]]

TOLD: Told = {
    "administrative": {
        "items": {
            "O1": {"status": "done", "day": "2025-01-20", "evidence": "https://www.example.com/about"},
            "O18": {
                "status": "done",
                "day": "2025-02-10",
                "evidence": "https://www.example.com/o18",
                "note": "ปิดประกาศที่ชั้น 1 แล้ว",
                "signed": [
                    {"paper": "anti-bribery-th", "file": f"{SIGNED}/ประกาศ 1.pdf", "day": "2025-02-05"},
                    {"paper": "anti-bribery-en", "file": f"{SIGNED}/en.pdf", "url": "https://www.example.com/en.pdf"},
                ],
                "data": [{"title": "สถิติการรับของขวัญ", "file": f"{SIGNED}/data/gifts.csv"}],
            },
        },
        "procurement": {
            "2025-01": {"given": "2025-02-03", "url": "https://www.example.com/o15/1"},
            "2025-02": {"given": "2025-03-04", "none": "yes"},
            "2025-03": {"given": "2025-04-02"},
        },
        "withheld": [{"what": "ชื่อผู้ร้องเรียน", "why": "เป็นข้อมูลส่วนบุคคล"}],
    },
    "finance": {
        "items": {"O6": {"signed": [{"title": "คู่มือของฝ่ายการคลัง", "file": f"{SIGNED}/en.pdf"}]}},
        "procurement": {"2025-02": {"given": "2025-03-03", "url": "https://www.example.com/o15/2"}},
    },
}


def pdf(mark: str = "") -> bytes:
    """A PDF of one empty page; `mark` makes another of it."""
    written = io.BytesIO()
    with pikepdf.new() as book:
        book.add_blank_page()
        book.docinfo["/Title"] = mark or "-"
        book.save(written, static_id=True)
    return written.getvalue()


def lay(root: Path, files: Mapping[str, bytes]) -> None:
    """Put signed files where a clerk puts them."""
    for name, data in files.items():
        path = root / SIGNED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def lay_all(root: Path) -> None:
    """Put the files there that TOLD names."""
    lay(root, {"ประกาศ 1.pdf": pdf("th"), "en.pdf": pdf("en"), "data/gifts.csv": TABLE.encode("utf-8-sig")})


def telling(setting: Setting, told: Told = TOLD, *, website: str | None = None) -> Setting:
    """Let units tell of their progress, in the words of their files, and let the office have a website."""
    made = {unit: UnitProgress.model_validate({"unit": unit, **facts}) for unit, facts in told.items()}
    channels = setting.office.channels.model_copy(update={"website": website})
    office = setting.office.model_copy(update={"channels": channels})
    return replace(setting, late_progress=Late.known(made), office=office)


def example(setting: Setting, root: Path, built: Mapping[str, str] | None = None) -> site.Site:
    """Make the site of what the units of a setting tell, from the signed files below a root."""
    return site.make(setting, TITLES, site.reader(root, SIGNED), built or {})
