"""What the plan asks for, D1 to D40: each with its documents, by the ids of their content, or the command for it.

The table is for an official to proofread; `list` prints it, and a test holds it against the documents of the year.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Deliverable(NamedTuple):
    """One thing that the plan asks for; `papers` are the ids of content files, `commands` make what is no document."""

    number: int
    th: str
    en: str
    papers: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The number as it is spoken of, D1."""
        return f"D{self.number}"


DELIVERABLES = (
    Deliverable(
        1,
        "คำสั่งแต่งตั้งคณะกรรมการและคณะทำงาน",
        "orders that appoint the committee and the working groups",
        ("order-committee", "order-working-group"),
    ),
    Deliverable(
        2,
        "ข้อความแจ้งทาง LINE",
        "texts for the LINE groups",
        ("line-order", "line-bangkok", "line-meeting", "line-installation"),
    ),
    Deliverable(
        3,
        "หนังสือเวียนและหนังสือภายนอก",
        "circulars and an outside letter",
        ("memo-circular", "memo-circular-bribery", "memo-circular-procurement", "letter-stakeholders"),
    ),
    Deliverable(4, "รายงานวิเคราะห์รายข้อ", "an analysis for each open data item", ("item-analysis",)),
    Deliverable(5, "รายงานรายตัวชี้วัด", "a report for each indicator", ("indicator-report",)),
    Deliverable(6, "ชุดรายงานของฝ่ายและโรงเรียน", "a pack for each section and school", ("unit-pack",)),
    Deliverable(7, "ตารางมาตรการของแผน", "the plan of measures as a table", ("measures-plan",)),
    Deliverable(
        8,
        "การประชุมติดตาม",
        "meetings: schedule, invitation, agenda, register, minutes, actions",
        (
            "meeting-schedule",
            "memo-meeting",
            "meeting-agenda",
            "meeting-attendance",
            "meeting-minutes",
            "meeting-actions",
        ),
    ),
    Deliverable(9, "แผ่นติดตามทุกวันอังคาร", "the Tuesday follow-up sheet", ("tuesday-follow-up", "tuesday-register")),
    Deliverable(10, "ประกาศต่อต้านการรับสินบน", "the anti-bribery announcement, Thai and English", ("anti-bribery",)),
    Deliverable(11, "รายงานผลตามประกาศต่อต้านการรับสินบน", "results of the anti-bribery policy", ("anti-bribery-results",)),
    Deliverable(
        12,
        "ป้ายหน้าเคาน์เตอร์",
        "counter notices and posters",
        (
            "notice-registration",
            "notice-revenue",
            "notice-fines",
            "notice-procurement",
            "notice-other",
            "poster-eit",
            "poster-oss",
        ),
    ),
    Deliverable(
        13,
        "รหัสคิวอาร์",
        "QR codes, on the notices and the posters",
        (
            "notice-registration",
            "notice-revenue",
            "notice-fines",
            "notice-procurement",
            "notice-other",
            "poster-eit",
            "poster-oss",
        ),
    ),
    Deliverable(14, "รายงานการติดตั้งป้าย", "report of the notices that are up", ("notice-installation",)),
    Deliverable(
        15,
        "ติดตามจำนวนผู้ตอบ EIT และ IIT",
        "EIT and IIT answers against their quotas",
        ("survey-quotas",),
        ("ita-docs status",),
    ),
    Deliverable(16, "แจ้งเตือนข้อมูลจัดซื้อจัดจ้าง", "alert of missing procurement data", (), ("ita-docs status --message",)),
    Deliverable(17, "สรุปการจัดซื้อจัดจ้างรายเดือน", "procurement by month", ("procurement-summary",)),
    Deliverable(18, "สถิติ O9 และ O10", "statistics of taxes and revenue", ("tax-revenue-statistics",)),
    Deliverable(19, "รายการตรวจสอบเอกสาร O11", "checklists of the processes", ("o11-checklist", "o11-index")),
    Deliverable(20, "แผ่นติดตามคำขอ O12", "tracking of the processes", ("o12-tracking", "o12-index")),
    Deliverable(
        21,
        "บันทึกนำส่ง สงม.1 และ สงม.2",
        "memos with the spending plan and its results",
        ("memo-spending-plan", "memo-spending-report"),
    ),
    Deliverable(22, "หลักเกณฑ์ด้านบุคคล O16", "the five criteria of personnel", ("personnel-criteria",)),
    Deliverable(
        23,
        "ช่องทางร้องเรียนและสถิติ O17",
        "the complaint channel and its statistics",
        ("complaint-channel", "complaint-statistics"),
    ),
    Deliverable(
        24,
        "การประเมินความเสี่ยงต่อการรับสินบน O19",
        "bribery risks: sheets, map, summary, results",
        ("risk-sheet", "risk-summary", "risk-results", "risk-register"),
    ),
    Deliverable(
        25, "แนวทางการใช้ดุลพินิจ O20", "guidelines of discretion", ("o20-discretion", "o20-record", "memo-discretion")
    ),
    Deliverable(26, "แนวทางทรัพย์สิน ของบริจาค และของกลาง O21", "property, donations and evidence", ("o21-assets",)),
    Deliverable(27, "ใบยืม ใบเบิก และทะเบียน", "slips and registers", ("o21-assets", "registers")),
    Deliverable(28, "อินโฟกราฟิก Do & Don’t", "the Do & Don’t infographic", ("o21-do-dont",)),
    Deliverable(29, "บันทึกการอบรมเรื่องของกลาง", "record of the training on evidence", ("evidence-training",)),
    Deliverable(
        30, "มาตรการ O22 และการวิเคราะห์คะแนน", "the measures (O22) with the analysis of scores", ("o22-measures",)
    ),
    Deliverable(31, "รายงานผลตามมาตรการ O22", "results of the measures", ("integrity-results",)),
    Deliverable(32, "แผนส่งเสริม BMA OSS", "promotion of BMA OSS", ("oss-promotion", "poster-oss")),
    Deliverable(
        33, "แผนสื่อสารและตารางกิจกรรม", "communication plan and table of activities", ("service-image", "activity-table")
    ),
    Deliverable(34, "สำรวจสถานที่", "survey of the premises", ("site-survey",)),
    Deliverable(
        35,
        "แบบและสรุปข้อเสนอแนะ",
        "suggestions: form, summary, register",
        ("suggestion-form", "suggestion-summary", "suggestions"),
    ),
    Deliverable(36, "ชุดรายงานของโรงเรียน", "the pack of each school", ("school-pack",)),
    Deliverable(37, "ใบตรวจก่อนส่ง", "sign-off of the 22 items", ("sign-off",)),
    Deliverable(38, "ปฏิทินของปี", "calendar of all cycles (.ics)", (), ("ita-docs calendar",)),
    Deliverable(
        39, "ตรวจแผนต้นฉบับ", "linter of the plan: corrections and questions", (), ("ita-docs todo", "ita-docs check")
    ),
    Deliverable(40, "บัญชี URL ที่เครื่องอ่านได้", "machine-readable index of addresses", (), ("ita-docs site",)),
)

# Documents that the list passes over, though rows of the plan ask for them: by the code of the item, or why.
BESIDE: dict[str, str] = {
    "memo-submission": "เสนอลงนามคำสั่งและประกาศ",
    "basic-information": "O1",
    "governor-policy": "O2",
    "action-plan-report": "O5",
    "memo-action-plan": "O5",
    "work-manual": "O6",
    "service-manual": "O7",
    "e-service": "O8",
    "budget-data": "O14",
    "subsidies": "O14",
}


def deliverables_of(paper: str) -> list[Deliverable]:
    """Find what a document, by the id of its content, is made for.

    >>> [each.code for each in deliverables_of("order-committee")]
    ['D1']
    """
    return [each for each in DELIVERABLES if paper in each.papers]


def unmade(papers: Iterable[str]) -> list[Deliverable]:
    """List what neither a document nor a command makes."""
    there = set(papers)
    return [each for each in DELIVERABLES if not each.commands and not there & set(each.papers)]
