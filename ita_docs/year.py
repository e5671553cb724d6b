"""The year: calendar, cycles, indicators, and the items that are measured (content/<year>/)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ita_docs.fields import Content, Day, OptionalText, OptionalWhole, Text, Whole
from ita_docs.thai.be_calendar import fiscal_days
from ita_docs.workdays import Moved

InstrumentId = Literal["iit", "eit", "oit"]
MeetingRule = Literal["every-15-days", "twice-a-month"]
# How the plan puts the two rules.
MEETING_RULES: dict[MeetingRule, str] = {"every-15-days": "ทุก ๆ 15 วัน", "twice-a-month": "เดือนละ 2 ครั้ง"}
# When something comes round: in the window of the OIT, then in the whole fiscal year.
Cycle = Literal[
    "oit-window",
    "oit-close",
    "director-check",
    "meetings",
    "executive-weekday",
    "procurement-day",
    "each-day",
    "each-month",
    "each-quarter",
    "kpi-months",
    "policy-months",
]


class Window(Content):
    """The days between which the answers are due, both included."""

    first: Day
    last: Day


class Cycles(Content):
    """How often things come round in the plan; a day on which something is due moves by `due_moved`.

    The director checks so many working days (`check_days`) before the window of the OIT closes.
    """

    executive_weekday: Text
    procurement_day: Whole
    kpi_months: Whole
    policy_months: Whole
    check_days: Whole
    due_moved: Moved


class MeetingSeries(Content):
    """The meetings within the window of the OIT: by which rule, from which day on, how one moves off a day off.

    `days_of_month` are those of the rule `twice-a-month`.
    """

    rule: MeetingRule
    start: Day
    days_of_month: tuple[Whole, Whole]
    moved: Moved


class Occasion(Content):
    """A row of the calendar: what comes round, for whom, by which cycle, and how many days before an alarm rings.

    `sections` and `items` are named as in the files of the items; `line` is the plan's; what is `proposed` has a day
    that the plan does not give.
    """

    id: Text
    title: Text
    who: Text
    sections: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    cycle: Cycle
    alarm_days: OptionalWhole = None
    line: OptionalText = None
    status: Literal["certain", "proposed"] = "certain"


class Instrument(Content):
    """One of the three measuring instruments: IIT, EIT, OIT."""

    id: InstrumentId
    name: Text
    name_en: Text


class Part(Content):
    """A sub-indicator such as 9.1; `stated` is the number of items that the plan gives for it."""

    number: Text
    title: Text
    stated: Whole
    items: dict[str, Text]


EMPTY: dict[str, str] = {}


class Indicator(Content):
    """One of the ten indicators: its items, or its parts that hold them."""

    number: Text
    title: Text
    title_en: Text
    instrument: InstrumentId
    stated: Whole | None = None
    items: dict[str, Text] = EMPTY
    parts: tuple[Part, ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, str, dict[str, str]], ...]:
        """Number, title and items (slug to code) of each part; of the indicator itself where it has no parts."""
        if self.parts:
            return tuple((part.number, part.title, part.items) for part in self.parts)
        return ((self.number, self.title, self.items),)


class Year(Content):
    """All that is set for every office in one fiscal year; `section_order` is how the plan lists the sections."""

    year_be: Whole
    oit: Window
    cycles: Cycles
    meetings: MeetingSeries
    calendar: tuple[Occasion, ...]
    weights: dict[InstrumentId, Whole]
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    stated: dict[InstrumentId, Whole]
    section_order: tuple[Text, ...] = ()

    @property
    def span(self) -> Window:
        """The first and the last day of the fiscal year."""
        first, last = fiscal_days(self.year_be)
        return Window(first=first, last=last)

    @property
    def codes(self) -> dict[str, str]:
        """The item codes of the year by slug, in the order of the plan."""
        return {
            slug: code
            for indicator in self.indicators
            for _, _, items in indicator.groups
            for slug, code in items.items()
        }

    def codes_of(self, instrument: InstrumentId) -> dict[str, str]:
        """The item codes of one instrument by slug, in the order of the plan."""
        indicators = [indicator for indicator in self.indicators if indicator.instrument == instrument]
        return {slug: code for each in indicators for _, _, items in each.groups for slug, code in items.items()}

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The slugs of each indicator without parts and of each part, by its number."""
        return {number: tuple(items) for indicator in self.indicators for number, _, items in indicator.groups}

    def miscounts(self) -> Iterator[tuple[tuple[str | int, ...], str, int, int]]:
        """List the stated numbers that differ from what is counted: path, what, counted, stated."""
        totals: dict[str, int] = dict.fromkeys(self.stated, 0)
        for index, indicator in enumerate(self.indicators):
            counted = 0
            for part_index, (number, title, items) in enumerate(indicator.groups):
                counted += len(items)
                if indicator.parts and len(items) != indicator.parts[part_index].stated:
                    path = ("indicators", index, "parts", part_index, "stated")
                    yield path, f"{number} {title}", len(items), indicator.parts[part_index].stated
            if indicator.stated is not None and counted != indicator.stated:
                what = f"{indicator.number} {indicator.title}"
                yield ("indicators", index, "stated"), what, counted, indicator.stated
            totals[indicator.instrument] = totals.get(indicator.instrument, 0) + counted
        for instrument, stated in self.stated.items():
            if totals[instrument] != stated:
                yield ("stated", instrument), instrument.upper(), totals[instrument], stated


class Row(Content):
    """One row of an item in the table of measures; a cell that is left out continues the one above."""

    title: tuple[Text, ...] | None = None
    service: OptionalText = None
    measures: tuple[Text, ...] | None = None
    methods: tuple[Text, ...] | None = None
    follow_up: tuple[Text, ...] | None = None
    owner: tuple[Text, ...] | None = None
    sections: tuple[Text, ...] = ()

    @property
    def shape(self) -> tuple[str, ...]:
        """The cells that this row fills itself."""
        return tuple(name for name in CELLS if getattr(self, name) is not None)


CELLS = ("title", "measures", "methods", "follow_up", "owner")

# The rows that the table of measures has, by the cells that are their own (the first row fills all).
SHAPES = (
    ("title", "owner"),
    ("measures", "owner"),
    ("measures", "methods", "owner"),
    ("measures", "methods", "follow_up", "owner"),
    ("measures",),
)
FIRST_SHAPE = ("measures", "methods", "follow_up", "owner")


class Item(Content):
    """One of the items that are assessed, I1 … O22, and what the office does about it."""

    item: Text
    title: Text
    rows: tuple[Row, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that answer for it, each once, in the order of the rows."""
        return tuple(dict.fromkeys(section for row in self.rows for section in row.sections))

    @property
    def filled(self) -> tuple[Row, ...]:
        """The rows, each cell that continues the one above with its words; titles stay the row's own."""
        rows: list[Row] = []
        for row in self.rows:
            above = {name: getattr(rows[-1], name) for name in FIRST_SHAPE} if rows else {}
            own = {name: getattr(row, name) for name in FIRST_SHAPE if getattr(row, name) is not None}
            rows.append(row.model_copy(update={**above, **own}))
        return tuple(rows)
