"""What may be typed into a column, what Excel says to who is about to type, and to who typed something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from openpyxl.worksheet.datavalidation import DataValidation


class Allowed(NamedTuple):
    """A kind of rule of Excel with its bounds; the words before typing and after a mistake, each under its head."""

    rule: Literal["date", "whole", "decimal"]
    least: str
    most: str
    hint_title: str
    hint: str
    error_title: str
    error: str


# Excel counts days from 1 January 1900: these are 1 January 2000 and 31 December 2099. A Buddhist year that was taken
# for a Christian one lies far behind the last.
FIRST_DAY, LAST_DAY = "36526", "73050"
MOST = "999999999999"
ALLOWED = {
    "day": Allowed(
        "date",
        FIRST_DAY,
        LAST_DAY,
        "วันที่",
        "พิมพ์ วัน/เดือน/ปี เช่น 15/1/2568 ถ้าไม่รับ ให้พิมพ์ปี ค.ศ. เช่น 15/1/2025 ช่องจะแสดงเป็นปี พ.ศ. ให้เอง",
        "วันที่ไม่ถูกต้อง",
        "โปรแกรมในเครื่องนี้รับปี ค.ศ. ให้พิมพ์ วัน/เดือน/ปี ค.ศ. เช่น 15/1/2025 ช่องจะแสดงเป็น 15 ม.ค. 2568 ให้เอง",
    ),
    "whole": Allowed("whole", "0", MOST, "จำนวน", "", "ไม่ใช่จำนวนเต็ม", "กรอกจำนวนเต็มตั้งแต่ 0 ขึ้นไป ไม่มีให้กรอก 0"),
    "money": Allowed(
        "decimal", "0", MOST, "จำนวนเงิน", "", "ไม่ใช่จำนวนเงิน", "กรอกตัวเลขเป็นบาทตั้งแต่ 0 ขึ้นไป ไม่ต้องพิมพ์คำว่าบาท ไม่มีให้กรอก 0"
    ),
    "percent": Allowed("decimal", "0", "1", "ร้อยละ", "", "ไม่ใช่ร้อยละ", "กรอกตั้งแต่ 0% ถึง 100%"),
}
HINT_TITLE = "วิธีกรอก"
CHOICE_ERROR = ("ไม่อยู่ในรายการ", "เลือกคำตอบจากรายการ โดยกดลูกศรที่มุมช่อง")


def allow(column: Mapping[str, Any], choices: str) -> DataValidation | None:
    """Make the rule of a column; `choices` are the cells that list its answers. None where all may be typed."""
    allowed = ALLOWED.get(column["holds"])
    if choices:
        rule = DataValidation(type="list", formula1=choices)
        rule.errorTitle, rule.error = CHOICE_ERROR
    elif allowed:
        rule = DataValidation(type=allowed.rule, operator="between", formula1=allowed.least, formula2=allowed.most)
        rule.errorTitle, rule.error = allowed.error_title, allowed.error
    else:
        rule = DataValidation()
    hint = column["hint"] or (allowed.hint if allowed and not choices else "")
    if hint:
        rule.promptTitle, rule.prompt = allowed.hint_title if allowed else HINT_TITLE, hint
    elif not (choices or allowed):
        return None
    rule.allow_blank, rule.showErrorMessage, rule.showInputMessage = True, bool(choices or allowed), bool(hint)
    return rule
