"""The command that shows how the work of the year stands: status."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import click

from ita_docs.cli.group import cli, json_option, office_option, open_year, year_option
from ita_docs.problems import DocumentError, Problem
from ita_docs.wording import Language

if TYPE_CHECKING:
    from rich.table import Table

    from ita_docs.setting import Setting
    from ita_docs.status import Alert, Row, Tally

BANGKOK = timezone(timedelta(hours=7))
PIPED = 500  # columns where nobody looks: no line is broken


@cli.command()
@click.option("--section", "unit", metavar="ID", help="ฝ่ายหรือโรงเรียนเดียว · one section or school")
@click.option("--date", "day", metavar="2025-04-20", help="ณ วันที่ (ค.ศ.) ถ้าไม่บอกคือวันนี้ · on this day, else today")
@click.option("--fail-late", is_flag=True, help="จบด้วย 1 ถ้ามีเรื่องที่ช้า · exit 1 where something is late or red")
@click.option("--message", is_flag=True, help="ข้อความเตือนสำหรับ LINE · the procurement reminder, ready for LINE")
@office_option
@year_option
@json_option
@click.pass_obj
def status(
    lang: Language,
    unit: str | None,
    day: str | None,
    fail_late: bool,
    message: bool,
    office: str | None,
    year: str | None,
    as_json: bool,
) -> None:
    """แสดงว่างานถึงไหน อะไรช้า · Show what is done, due, late, and red."""
    from ita_docs import status as work
    from ita_docs.cycles import meetings
    from ita_docs.status_text import reminder

    _, setting, _ = open_year(office, year)
    today = _day(day) if day is not None else datetime.now(BANGKOK).date()
    units = _units(setting, unit)
    rows = [row for row in work.rows(setting, today) if row.unit in units]
    held = [meeting.held for meeting in meetings(setting)]
    alerts = [alert for alert in work.alerts(setting, today, held) if alert.unit in units or not unit]
    tallies = [tally for tally in work.tallies(setting, today) if tally.unit in units or not unit]
    months = [month for month in work.months(setting, today) if month.unit in units]
    if message:
        click.echo(reminder(setting, months, today), nl=False)
        alerts = [alert for alert in alerts if alert.reason == "procurement"]
    elif as_json:
        found = {"office": setting.office.id, "year": str(setting.year.year_be), "day": str(today)}
        lists: dict[str, Sequence[Any]] = {"items": rows, "months": months, "tallies": tallies, "alerts": alerts}
        values = {name: [dataclasses.asdict(each) for each in listed] for name, listed in lists.items()}
        click.echo(json.dumps(found | values, ensure_ascii=False, indent=2, default=str))
    else:
        first = _items(setting, rows, lang) if unit else _summary(setting, rows, lang)
        shown = [(row.code, link) for row in rows for link in row.evidence] if unit else []
        _show(setting, today, [first, _answers(setting, tallies, lang)], shown, alerts, lang)
    if fail_late and alerts:
        sys.exit(1)


def _day(text: str) -> date:
    """Read the day that was asked for; raises DocumentError with the day that was probably meant."""
    from ita_docs.thai.dates import DateError, parse_partial

    try:
        day = parse_partial(text).whole()
    except DateError as error:
        raise DocumentError([Problem(error.code, None, {"value": text, "fixed": error.suggestion or ""})]) from None
    if day is None:
        raise DocumentError([Problem("not-a-date", None, {"value": text})])
    return day


def _units(setting: Setting, unit: str | None) -> Sequence[str]:
    """Choose one section or school, or all; raises DocumentError where there is no such one."""
    from ita_docs.misfits import nearest

    units = list(setting.unit_names())
    if unit is not None and unit not in units:
        near = next((known for known, name in setting.unit_names().items() if name == unit), nearest(unit, units))
        raise DocumentError([Problem("unknown-unit", None, {"value": unit, "known": ", ".join(units), "near": near})])
    return units if unit is None else [unit]


def _show(
    setting: Setting,
    today: date,
    tables: Sequence[Table],
    evidence: Sequence[tuple[str, str]],
    alerts: Sequence[Alert],
    lang: Language,
) -> None:
    """Print the tables, the evidence, and what is red; without colours and frames where the output goes elsewhere."""
    from rich.console import Console
    from rich.text import Text

    from ita_docs.status_text import day_text, red_list
    from ita_docs.wording.status import TABLE

    terminal = sys.stdout.isatty()
    console = Console(file=io.StringIO(), force_terminal=terminal, width=None if terminal else PIPED, highlight=False)
    named = setting.office.name.th if lang == "th" else setting.office.name.en
    year = _figure(setting.year.year_be, lang)
    console.print(TABLE["title"][lang].format(office=named, year=year, day=day_text(today, lang)), style="bold")
    for table in tables:
        console.print()
        console.print(table)
    console.print()
    if evidence:
        console.print(Text(TABLE["evidence"][lang], style="bold"))
        console.print(*(Text(f"  {code}: {link}") for code, link in evidence), "", sep="\n")
    for heading, units in red_list(setting, alerts, lang).items():
        console.print(Text(heading, style="bold red"))
        for name, details in units.items():
            console.print(Text(f"  {name}: {details}", style="red"))
        console.print()
    said = "some-red" if alerts else "nothing-red"
    console.print(TABLE[said][lang].format(count=_figure(len(alerts), lang)))
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    lines = [line.rstrip() for line in printed.splitlines()]
    click.echo(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)))


def _summary(setting: Setting, rows: Sequence[Row], lang: Language) -> Table:
    """Draw how many items of each section and school stand where."""
    from ita_docs.status import STATES, counts
    from ita_docs.status_text import unit_name
    from ita_docs.wording import status as words

    heads = [words.TABLE["unit"], words.TABLE["total"], *(words.STATES[state] for state in STATES), words.TABLE["red"]]
    table = _table([head[lang] for head in heads], figures=range(1, len(heads)))

    def line(name: str, listed: Sequence[Row]) -> None:
        red = sum(row.red is not None for row in listed)
        figures = [len(listed), *counts(listed).values(), red]
        table.add_row(name, *(_figure(figure, lang) for figure in figures), style="red" if red else None)

    for unit in setting.unit_names():
        line(unit_name(setting, unit, lang), [row for row in rows if row.unit == unit])
    table.add_section()
    line(words.TABLE["total"][lang], rows)
    return table


def _answers(setting: Setting, tallies: Sequence[Tally], lang: Language) -> Table:
    """Draw the answers that each section has collected, beside what is due."""
    from ita_docs.status_text import unit_name
    from ita_docs.wording.status import MARKS, TABLE

    heads = [TABLE["unit"], TABLE["eit"], TABLE["quota"], TABLE["iit"], TABLE["quota"], TABLE["mark"]]
    table = _table([head[lang] for head in heads], figures=range(1, len(heads) - 1))
    lines: dict[str | None, dict[str, Tally]] = {}
    for tally in tallies:
        lines.setdefault(tally.unit, {})[tally.instrument] = tally
    for unit, found in sorted(lines.items(), key=lambda each: each[0] is None):
        cells = []
        for instrument in ("eit", "iit"):
            one = found.get(instrument)
            cells += [_figure(figure, lang) for figure in ((one.counted, one.quota) if one else (None, None))]
        red = any(tally.red for tally in found.values())
        mark = MARKS["short-of-quota"][lang] if red else ""
        table.add_row(unit_name(setting, unit, lang), *cells, mark, style="red" if red else None)
    return table


def _items(setting: Setting, rows: Sequence[Row], lang: Language) -> Table:
    """Draw every item of one section or school."""
    from ita_docs.thai.dates import short_date
    from ita_docs.wording import status as words

    columns = ("code", "state", "mark", "due", "day", "evidence", "item")
    table = _table([words.TABLE[column][lang] for column in columns])
    if sys.stdout.isatty():
        # The title takes what room is left, on one line: where it breaks would be inside a Thai word.
        table.expand, table.columns[-1].ratio = True, 1
    for row in rows:
        days = [(short_date(day) if lang == "th" else str(day)) if day else "-" for day in (row.due, row.day)]
        mark = words.MARKS[row.red][lang] if row.red else ""
        shown = [words.STATES[row.state][lang], mark, *days, _figure(len(row.evidence) or None, lang)]
        table.add_row(row.code, *shown, setting.items[row.slug].title, style="red" if row.red else None)
    return table


def _table(heads: Sequence[str], figures: Sequence[int] = ()) -> Table:
    """Begin a table: ruled on a terminal, bare elsewhere."""
    from rich import box
    from rich.table import Table

    rules = {"box": box.SIMPLE} if sys.stdout.isatty() else {"box": None, "pad_edge": False}
    table = Table(**rules)
    for index, head in enumerate(heads):
        table.add_column(head, justify="right" if index in figures else "left", no_wrap=True)
    return table


def _figure(figure: int | None, lang: Language) -> str:
    from ita_docs.thai.digits import thai_digits

    if figure is None:
        return "-"
    return thai_digits(str(figure)) if lang == "th" else str(figure)
