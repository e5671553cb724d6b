"""What the status says in words: what is red, by reason and by section, and the reminder for LINE."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from ita_docs.setting import Setting
from ita_docs.status import SCHOOLS, Alert, Month
from ita_docs.thai.dates import long_date, month_year
from ita_docs.thai.text import and_list, typeset
from ita_docs.wording import Language
from ita_docs.wording import status as words


def unit_name(setting: Setting, unit: str | None, language: Language = "th") -> str:
    """Name a section or school, the schools together, or the whole office; schools have a Thai name only."""
    if unit is None:
        return words.WHOLE_OFFICE[language]
    if unit == SCHOOLS:
        return words.SCHOOLS[language]
    english = {section.id: section.en for section in setting.office.sections} if language == "en" else {}
    return english.get(unit) or setting.unit_names()[unit]


def day_text(day: date, language: Language = "th") -> str:
    """Write a day as the reader's papers do.

    >>> day_text(date(2025, 4, 30)), day_text(date(2025, 4, 30), "en")
    ('๓๐ เมษายน ๒๕๖๘', '2025-04-30')
    """
    return long_date(day) if language == "th" else str(day)


def months_text(months: Sequence[date], language: Language = "th") -> str:
    """Write months in words, those that follow each other as a span.

    >>> months_text([date(2024, 12, 1), date(2025, 1, 1), date(2025, 3, 1)])
    'ธันวาคม ๒๕๖๗ ถึง มกราคม ๒๕๖๘ และ มีนาคม ๒๕๖๘'
    >>> months_text([date(2025, 1, 1)], "en")
    '2025-01'
    """
    spans = []
    for _, run in groupby(enumerate(sorted(months)), lambda each: each[1].year * 12 + each[1].month - each[0]):
        days = [day for _, day in run]
        ends = [month_year(day) if language == "th" else f"{day:%Y-%m}" for day in (days[0], days[-1])]
        spans.append(words.SPAN[language].format(first=ends[0], last=ends[1]) if len(days) > 1 else ends[0])
    return and_list(spans) if language == "th" else ", ".join(spans)


def red_list(setting: Setting, alerts: Iterable[Alert], language: Language = "th") -> dict[str, dict[str, str]]:
    """Write what is red: under each heading the sections and schools, with their items, months or lacking numbers."""
    found: dict[str, dict[str, list[Alert]]] = {}
    for alert in alerts:
        name = unit_name(setting, alert.unit, language)
        found.setdefault(_heading(setting, alert, language), {}).setdefault(name, []).append(alert)
    return {
        heading: {name: _details(each, language) for name, each in units.items()} for heading, units in found.items()
    }


def reminder(setting: Setting, months: Iterable[Month], today: date) -> str:
    """Write the message that names the sections without procurement data by the day it is due, ready for LINE."""
    said: Mapping[str, str] = words.REMINDER
    code = setting.year.codes.get("procurement", "")
    late: dict[str, list[date]] = {}
    owed_by_now = [each for each in months if each.due <= today]
    for each in owed_by_now:
        if each.red:
            late.setdefault(each.unit, []).append(each.month)
    lines = [
        said["head"].format(code=code),
        said["day"].format(office=setting.office.name.th, day=long_date(today)),
        "",
    ]
    if late:
        lines += [said["late"].format(day=setting.year.cycles.procurement_day)]
        for number, (unit, owed) in enumerate(late.items(), 1):
            named = {"unit": unit_name(setting, unit), "months": months_text(owed)}
            lines.append(said["line"].format(number=number, **named))
        lines += ["", said["please"]]
    else:
        lines.append(said["none" if owed_by_now else "not-yet"])
    return "".join(f"{typeset(line)}\n" for line in lines)


def _heading(setting: Setting, alert: Alert, language: Language) -> str:
    facts = {"due": day_text(alert.due, language), "day": str(setting.year.cycles.procurement_day)}
    heading = words.REASONS[alert.reason][language].format(**facts)
    return typeset(heading) if language == "th" else heading


def _details(alerts: Sequence[Alert], language: Language) -> str:
    """Write what a unit is late with: months, lacking answers, or codes of items."""
    if months := [alert.month for alert in alerts if alert.month]:
        return months_text(months, language)
    lacking = [
        words.SHORT[language].format(instrument=(alert.instrument or "").upper(), short=alert.short)
        for alert in alerts
        if alert.short
    ]
    text = " ".join([*(alert.code for alert in alerts if alert.code), *lacking])
    return typeset(text) if language == "th" else text
