"""What the program reckons for papers and sheets: tables, lists and pictures, each under the name that content uses.

The rows are texts in Arabic digits, one for each column from the left; columns to the right of them stay empty, to be
filled in by hand. A reckoning of an entry can be used in the series that `each` names, one without in any paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ita_docs.documents import reckoned_meetings as meetings
from ita_docs.documents import reckoned_rows as rows
from ita_docs.documents.document import Desk
from ita_docs.documents.series import Entry


class Reckoning(NamedTuple):
    """What gives the rows, points or pictures; and in which series it can be used."""

    of: Callable[[Desk, Entry | None], Sequence[Any]]
    each: tuple[str, ...] = ()


ITEMS = ("items", "oit-items")
UNITS = ("units", "sections", "schools")

TABLES: dict[str, Reckoning] = {
    "items": Reckoning(rows.items),
    "quotas": Reckoning(rows.quotas),
    "measures-of-item": Reckoning(rows.measures_of_item, ITEMS),
    "items-of-indicator": Reckoning(rows.items_of_indicator, ("indicators",)),
    "measures-of-indicator": Reckoning(rows.measures_of_indicator, ("indicators",)),
    "items-of-unit": Reckoning(rows.items_of_unit, UNITS),
    "meetings": Reckoning(meetings.meeting_days),
    "tuesdays": Reckoning(meetings.tuesday_days),
    "committee-members": Reckoning(meetings.committee_members),
    "due-by-meeting": Reckoning(meetings.due_by_meeting, ("meetings",)),
    "due-after-meeting": Reckoning(meetings.due_after_meeting, ("meetings",)),
    "items-at-meeting": Reckoning(meetings.items_at_meeting, ("meetings",)),
    "reports-to-meeting": Reckoning(meetings.reports_to_meeting, ("meetings",)),
}

LISTS: dict[str, Reckoning] = {
    "minutes-to-adopt": Reckoning(meetings.minutes_to_adopt, ("meetings",)),
    "matters-arising": Reckoning(meetings.matters_arising, ("meetings",)),
    "parts-followed": Reckoning(meetings.parts_followed),
}

PICTURES: dict[str, Reckoning] = {}
