"""What is one office's own in one year: scores, quotas, links, and of each paper its number, day and signer.

It stands in content/<year>/offices/<office>.yaml.
"""

from __future__ import annotations

from typing import Annotated, Literal

from ita_docs.fields import (
    EMPTY_IS_BARE,
    EMPTY_IS_NO_ENTRY,
    EMPTY_IS_OPEN,
    OPEN,
    UNKNOWN_DAY,
    Content,
    Day,
    OpenClock,
    OpenDay,
    OpenFigure,
    OpenNumber,
    OpenText,
    OpenWhole,
    OptionalText,
    Text,
)

Capacity = Literal["self", "acting-for", "by-delegation"]


class PaperFacts(Content):
    """What is one paper's in one office and year: its number, its day of signing, who signs and as what."""

    number: OpenNumber = None
    signed: OpenDay = UNKNOWN_DAY
    signer: Text = "director"
    capacity: Capacity = "self"
    acting_post: OptionalText = (
        None  # the post acted for, where the signer does not sign in their own; director if empty
    )
    prepared_by: OpenText = None
    checked_by: OpenText = None
    approved_by: OpenText = None


class LastResult(Content):
    """The score of last year's assessment, in percent; any of them may stay open."""

    total: OpenFigure = None
    iit: OpenFigure = None
    eit: OpenFigure = None
    oit: OpenFigure = None


class Quota(Content):
    """The least number of answers that a section, or the schools together, must collect."""

    section: Text
    minimum: OpenWhole = None


class Quotas(Content):
    """The least numbers of answers to the questionnaires."""

    iit: OpenWhole = None
    eit1_total: OpenWhole = None
    eit1: Annotated[tuple[Quota, ...] | None, EMPTY_IS_OPEN, OPEN] = None
    eit2: OpenWhole = None


class Links(Content):
    """Addresses that are new every year: where citizens (EIT) and staff (IIT) answer the questionnaires."""

    eit_url: OpenText = None
    iit_url: OpenText = None


class Approvers(Content):
    """Who may approve lending and issuing property, and under which order of delegation."""

    durable_inside: OpenText = None
    durable_outside: OpenText = None
    consumable: OpenText = None
    requisition: OpenText = None
    delegation_order: OpenText = None


class DayOff(Content):
    """A day on which this office is closed, beside weekends and public holidays, and why."""

    day: Day
    why: Text


class MeetingPlace(Content):
    """When in the day and where the committee meets; both stay blank until the office says so."""

    time: OpenClock = None
    place: OpenText = None


NO_NOTES: dict[str, PaperFacts] = {}


class OfficeYear(Content):
    """All that is this office's own in one year (content/<year>/offices/<office>.yaml).

    Where there is no such file, all of it is open.
    """

    last_result: Annotated[LastResult, EMPTY_IS_BARE] = LastResult()
    quotas: Annotated[Quotas, EMPTY_IS_BARE] = Quotas()
    links: Annotated[Links, EMPTY_IS_BARE] = Links()
    assets: Annotated[Approvers, EMPTY_IS_BARE] = Approvers()
    meetings: Annotated[MeetingPlace, EMPTY_IS_BARE] = MeetingPlace()
    papers: Annotated[dict[str, PaperFacts], EMPTY_IS_BARE] = NO_NOTES
    days_off: Annotated[tuple[DayOff, ...], EMPTY_IS_NO_ENTRY] = ()
