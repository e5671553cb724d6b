"""What the program reckons for papers and sheets: tables and lists, each under the name that content uses.

The rows are texts in Arabic digits, one for each column from the left; columns to the right of them stay empty, to be
filled in by hand. A reckoning of an entry can be used in the series that `each` names, one without in any paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ita_docs.documents.document import Desk
from ita_docs.documents.reckoned import meetings as meetings
from ita_docs.documents.reckoned import processes as processes
from ita_docs.documents.reckoned import reports as reports
from ita_docs.documents.reckoned import risks as risks
from ita_docs.documents.reckoned import rows as rows
from ita_docs.documents.reckoned import sheets as sheets
from ita_docs.documents.series import Entry


class Reckoning(NamedTuple):
    """What gives the rows or the points; and in which series it can be used."""

    of: Callable[[Desk, Entry | None], Sequence[Any]]
    each: tuple[str, ...] = ()


ITEMS = ("oit-items",)
UNITS = ("units", "sections", "schools")
PROCESSES = ("processes", "tracked-processes")

TABLES: dict[str, Reckoning] = {
    "quotas": Reckoning(rows.quotas),
    "iit-measures": Reckoning(sheets.iit_measures),
    "eit-measures": Reckoning(sheets.eit_measures),
    "oit-measures": Reckoning(sheets.oit_measures),
    "all-items": Reckoning(sheets.all_items),
    "sign-off-items": Reckoning(sheets.sign_off_items),
    "months": Reckoning(sheets.month_rows),
    "procurement-months": Reckoning(sheets.procurement_months),
    "sections": Reckoning(sheets.section_rows),
    "units": Reckoning(sheets.unit_rows),
    "elements-of-item": Reckoning(reports.elements_of_item, ITEMS),
    "methods-of-item": Reckoning(reports.methods_of_item, ITEMS),
    "results-of-indicator": Reckoning(reports.results_of_indicator, ("indicators",)),
    "disclosures-of-unit": Reckoning(reports.disclosures_of_unit, UNITS),
    "surveys-of-unit": Reckoning(reports.surveys_of_unit, UNITS),
    "owners-of-work-manual": Reckoning(reports.owners_of("work-manual")),
    "owners-of-service-manual": Reckoning(reports.owners_of("service-manual")),
    "owners-of-e-service": Reckoning(reports.owners_of("e-service")),
    "schools": Reckoning(reports.schools),
    "indicators": Reckoning(reports.indicators),
    "calendar": Reckoning(reports.calendar),
    "risks-of-unit": Reckoning(risks.of_unit, ("risks",)),
    "risk-units": Reckoning(risks.units),
    "risk-levels": Reckoning(risks.levels),
    "risk-steps": Reckoning(risks.steps),
    "processes": Reckoning(processes.processes),
    "tracked-processes": Reckoning(processes.tracked_processes),
    "process-steps": Reckoning(processes.steps, PROCESSES),
    "process-tasks": Reckoning(processes.tasks, PROCESSES),
    "process-criteria": Reckoning(processes.criteria, PROCESSES),
    "process-points": Reckoning(processes.points, PROCESSES),
    "process-outcomes": Reckoning(processes.outcomes, PROCESSES),
    "process-results": Reckoning(processes.results, PROCESSES),
    "process-documents": Reckoning(processes.documents, PROCESSES),
    "meetings": Reckoning(meetings.meeting_days),
    "tuesdays": Reckoning(meetings.tuesday_days),
    "committee-members": Reckoning(meetings.committee_members),
    "due-by-meeting": Reckoning(meetings.due_by_meeting, ("meetings",)),
    "due-after-meeting": Reckoning(meetings.due_after_meeting, ("meetings",)),
    "items-at-meeting": Reckoning(meetings.items_at_meeting, ("meetings",)),
    "reports-to-meeting": Reckoning(meetings.reports_to_meeting, ("meetings",)),
}

LISTS: dict[str, Reckoning] = {
    "months": Reckoning(sheets.months),
    "short-months": Reckoning(sheets.short_months),
    "tuesdays": Reckoning(sheets.tuesdays),
    "sections": Reckoning(sheets.sections),
    "units": Reckoning(sheets.units),
    "item-codes": Reckoning(sheets.item_codes),
    "process-laws": Reckoning(processes.laws, PROCESSES),
    "process-dont": Reckoning(processes.dont, PROCESSES),
    "process-step-names": Reckoning(processes.step_names, PROCESSES),
    "minutes-to-adopt": Reckoning(meetings.minutes_to_adopt, ("meetings",)),
    "matters-arising": Reckoning(meetings.matters_arising, ("meetings",)),
    "parts-followed": Reckoning(meetings.parts_followed),
}
