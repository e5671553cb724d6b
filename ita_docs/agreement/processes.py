"""Where the processes disagree with the plan: their number and title, their section, and which of them are tracked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ita_docs.agreement.setting import item_file
from ita_docs.documents.document import unknown
from ita_docs.fields import parse
from ita_docs.misfits import nearest
from ita_docs.names import with_names
from ita_docs.problems import DocumentError, Problem, stop
from ita_docs.process import PLANNED, TRACKED, Process
from ita_docs.setting import Setting
from ita_docs.source import Source

PRINTS_PROCESSES = "o20-discretion"  # the papers that print the processes; the law of their day is theirs
NUMBERED = re.compile(r"[0-9]+\.[0-9]+ ")

Read = list[tuple[Process, Source]]


def read_processes(
    setting: Setting, files: Sequence[str], read: Callable[[str], Source]
) -> tuple[dict[str, Process], dict[str, Source]]:
    """Give the processes of the year by number, in the order of the plan, and the file of each.

    Raises DocumentError with all problems found.
    """
    found: Read = []
    problems: list[Problem] = []
    for file in files:
        try:
            source = with_names(read(file), setting, PRINTS_PROCESSES)
            found.append((parse(Process, source), source))
        except DocumentError as error:
            problems += error.problems
    stop(problems or list(_problems(found, setting)))
    order = list(planned(setting, PLANNED))
    found.sort(key=lambda each: order.index(each[0].line) if each[0].line in order else len(order))
    return {process.number: process for process, _ in found}, {process.number: source for process, source in found}


def planned(setting: Setting, slug: str) -> dict[str, tuple[str, ...]]:
    """Give the numbered lines of an item of the plan, each with the sections of its row; none where it has no such."""
    rows = setting.items[slug].rows if slug in setting.items else ()
    return {line: row.sections for row in rows for line in row.measures or () if NUMBERED.match(line)}


def _problems(found: Read, setting: Setting) -> Iterator[Problem]:
    plan, tracked = planned(setting, PLANNED), planned(setting, TRACKED)
    seen: dict[str, str] = {}
    for process, source in found:
        yield from _of_process(process, source, setting, plan)
        if process.line in plan and process.tracked != (process.line in tracked):
            facts = {"value": process.line, "fixed": "no" if process.tracked else "yes"}
            yield Problem("process-tracked", source.place(("tracked",)), facts)
        if process.number in seen:
            facts = {"value": process.number, "first": seen[process.number]}
            yield Problem("duplicate-id", source.place(("number",)), facts)
        seen.setdefault(process.number, str(source.place(("number",))))
    for line in plan:
        if line.partition(" ")[0] not in seen:
            place = setting.sources[_file(setting, PLANNED)].find(line)
            folder = f"content/{setting.year.year_be}/processes"
            yield Problem("missing-process", place, {"value": line, "folder": folder})


def _of_process(
    process: Process, source: Source, setting: Setting, plan: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    sections = [section.id for section in setting.office.sections]
    place = source.place(("section",))
    if process.section not in sections:
        fault = unknown(("section",), "unknown-section", process.section, sections)
        yield Problem(fault.code, place, fault.facts)
    elif process.line in plan and process.section not in plan[process.line]:
        facts = {"value": process.section, "known": ", ".join(plan[process.line]), "near": ""}
        yield Problem("not-one-of", place, facts)
    if process.line not in plan and plan:
        meant = next((line for line in plan if line.startswith(f"{process.number} ")), "")
        facts = {"value": process.line, "near": meant or nearest(process.line, plan), "plan": _file(setting, PLANNED)}
        yield Problem("process-not-planned", source.place(("title",) if meant else ("number",)), facts)


def _file(setting: Setting, slug: str) -> str:
    """Name the file of an item of the plan."""
    return f"content/{setting.year.year_be}/indicators/{item_file(setting.year.codes[slug])}"
