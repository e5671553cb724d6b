"""Signers never stand alone on a page, however a record ends and wherever its page does."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import replace

import pytest
from conftest import ROOT

from ita_docs import build, pdf
from ita_docs.documents import Document
from ita_docs.documents.record import Record
from ita_docs.setting import Setting
from ita_docs.workspace import Workspace

COLUMNS = ["ฝ่าย", "ผล"]
# How the last chapter ends, what must stand above the signers.
ENDINGS: dict[str, tuple[dict[str, object], str]] = {
    "lines": ({"choices": ["ดำเนินการแล้ว"], "lines": 3}, "....."),
    "choices": ({"facts": [{"label": "ผู้รายงาน"}], "choices": ["ดำเนินการแล้ว"]}, "ดำเนินการแล้ว"),
    "table": ({"table": {"columns": COLUMNS, "rows": [["ฝ่ายทะเบียน", "ครบ"], ["ฝ่ายโยธา", "ครบ"]]}}, "ฝ่ายโยธา"),
    "photographs": ({"photos": 4}, "ภาพที่"),
    "points": ({"points": ["ข้อแรก", "ข้อท้าย"]}, "ข้อท้าย"),
    "paragraph": ({"paragraphs": ["ย่อหน้าท้าย"]}, "ย่อหน้าท้าย"),
}
# Rows of the table before, so that the page ends at every place of the last chapter.
LENGTHS = range(16, 27)
LENGTHS_OF = {"photographs": range(4, 14)}  # which take more room
SIGNERS = [{"label": "ผู้รายงาน"}, {"label": "ผู้ตรวจ"}]


def record(rows: int, ending: dict[str, object]) -> Record:
    first = {"title": "รายการ", "table": {"columns": COLUMNS, "blank": rows}}
    chapters = [first, {"title": "สรุป", **ending}]
    told = {"id": "record-long", "kind": "record", "title": "แบบทดสอบ", "chapters": chapters, "signers": SIGNERS}
    return Record.model_validate(told)


@pytest.mark.pdf
@pytest.mark.parametrize("ending", ENDINGS)
def test_signers_have_company(
    ending: str, workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    last, due = ENDINGS[ending]
    pattern = next(document for document in documents.values() if document.template == "record.docx")
    wanted = [
        replace(pattern, id=f"record-{rows}", title="แบบทดสอบ", content=record(rows, last))
        for rows in LENGTHS_OF.get(ending, LENGTHS)
    ]
    papers = [(one.name, one.data) for one in build.make(build.Press(workspace), setting, documents, wanted)]
    lengths = set()
    for name, result in pdf.convert(papers, ROOT / "fonts", jobs=2):
        assert isinstance(result, bytes), result
        pages = subprocess.run(["pdftotext", "-layout", "-", "-"], input=result, capture_output=True, check=True)
        *_, foot, _ = pages.stdout.decode().split("\f")
        lengths.add(pages.stdout.count(b"\f"))
        above, signed, _ = foot.partition("ลงชื่อ")
        assert signed, name
        assert due in above, f"{name}: {foot}"
    assert len(lengths) > 1  # else no page ended near the signers
