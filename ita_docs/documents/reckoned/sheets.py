"""What is reckoned for workbooks: the months and the weeks, the sections and schools, the whole table of measures."""

from __future__ import annotations

from datetime import date, timedelta

from ita_docs import cycles
from ita_docs.disclosures import addresses, disclosures
from ita_docs.documents.document import Desk
from ita_docs.documents.reckoned.rows import Rows
from ita_docs.documents.series import Entry
from ita_docs.setting import Setting
from ita_docs.thai.dates import MONTHS, SHORT_MONTHS, be_year, fiscal_months
from ita_docs.year import FIRST_SHAPE, InstrumentId


def months(desk: Desk, _: Entry | None) -> list[str]:
    """List the months of the fiscal year, October to September, with their Buddhist years."""
    return [f"{MONTHS[day.month - 1]} {be_year(day)}" for day in fiscal_months(desk.setting.year.year_be)]


def short_months(desk: Desk, _: Entry | None) -> list[str]:
    """List the months of the fiscal year as they stand above narrow columns."""
    return [f"{SHORT_MONTHS[day.month - 1]} {be_year(day)}" for day in fiscal_months(desk.setting.year.year_be)]


def month_rows(desk: Desk, entry: Entry | None) -> Rows:
    """List the months of the fiscal year, one a row."""
    return [(month,) for month in months(desk, entry)]


def procurement_months(desk: Desk, entry: Entry | None) -> Rows:
    """List the months of the fiscal year with the day before which their procurement is to be told."""
    before = timedelta(days=desk.setting.year.cycles.procurement_day - 1)
    year_be = desk.setting.year.year_be
    following = [*fiscal_months(year_be)[1:], fiscal_months(year_be + 1)[0]]
    days = [str(day + before) for day in following]
    return list(zip(months(desk, entry), days, strict=True))


def tuesdays(desk: Desk, _: Entry | None) -> list[str]:
    """List the weekdays on which the executives follow up, in the window of the OIT; a day off says that it is one."""
    days = cycles.tuesdays(desk.setting)
    return [_short(each.planned) + (" (หยุด)" if each.why else "") for each in days]


def _short(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {be_year(day)}"


def sections(desk: Desk, _: Entry | None) -> list[str]:
    """List the names of the sections."""
    return [section.th for section in desk.setting.office.sections]


def units(desk: Desk, _: Entry | None) -> list[str]:
    """List the names of the sections and the schools."""
    return [unit.th for unit in desk.setting.office.units]


def section_rows(desk: Desk, entry: Entry | None) -> Rows:
    """List the sections, one a row."""
    return [(name,) for name in sections(desk, entry)]


def unit_rows(desk: Desk, entry: Entry | None) -> Rows:
    """List the sections and the schools, one a row."""
    return [(name,) for name in units(desk, entry)]


def item_codes(desk: Desk, _: Entry | None) -> list[str]:
    """List the codes of all items, I1 to O22."""
    return list(desk.setting.year.codes.values())


def all_items(desk: Desk, _: Entry | None) -> Rows:
    """List all items: code, title, who answers for it."""
    setting = desk.setting
    return [(code, setting.items[slug].title, setting.owner_names(slug)) for slug, code in setting.year.codes.items()]


def open_data_items(desk: Desk, entry: Entry | None) -> Rows:
    """List the items of the open data assessment: code, title, who answers for it."""
    codes = desk.setting.year.codes_of("oit").values()
    return [row for row in all_items(desk, entry) if row[0] in codes]


def sign_off_items(desk: Desk, entry: Entry | None) -> Rows:
    """List the items of the open data assessment with the addresses under which they are disclosed, one a line."""
    found = {item.code: addresses(desk.setting, item) for item in disclosures(desk.setting)}
    return [(*row, "\n".join(found[row[0]])) for row in open_data_items(desk, entry)]


def iit_measures(desk: Desk, _: Entry | None) -> Rows:
    """List the rows of the plan for the IIT."""
    return _measures(desk.setting, "iit")


def eit_measures(desk: Desk, _: Entry | None) -> Rows:
    """List the rows of the plan for the EIT."""
    return _measures(desk.setting, "eit")


def oit_measures(desk: Desk, _: Entry | None) -> Rows:
    """List the rows of the plan for the OIT."""
    return _measures(desk.setting, "oit")


def _measures(setting: Setting, instrument: InstrumentId) -> Rows:
    """Write the plan as a list: indicator, code, title, measures, methods, follow-up, owner, all told in every row."""
    rows: Rows = []
    for indicator in setting.year.indicators:
        for number, title, items in indicator.groups if indicator.instrument == instrument else ():
            for slug, code in items.items():
                item = setting.items[slug]
                for row in item.filled:
                    cells = ("\n".join(getattr(row, name) or ()) for name in FIRST_SHAPE)
                    rows.append((f"{number} {title}", code, "\n".join(row.title or (item.title,)), *cells))
    return rows
