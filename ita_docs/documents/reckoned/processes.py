"""The rows and points that are reckoned from the processes of the year."""

from __future__ import annotations

from ita_docs.documents.document import Desk
from ita_docs.documents.reckoned.rows import Rows, subject_of
from ita_docs.documents.series import Entry
from ita_docs.process import Process


def processes(desk: Desk, _: Entry | None) -> Rows:
    """List the processes of the year: number and title, the section that answers for it."""
    return _listed(desk, list(desk.setting.processes.values()))


def tracked_processes(desk: Desk, _: Entry | None) -> Rows:
    """List the processes whose requests are tracked, as `processes` does."""
    return _listed(desk, [process for process in desk.setting.processes.values() if process.tracked])


def _listed(desk: Desk, found: list[Process]) -> Rows:
    names = desk.setting.unit_names()
    return [(process.line, names[process.section]) for process in found]


def steps(_: Desk, entry: Entry | None) -> Rows:
    """List the steps of a process: name, what is done, by whom, when."""
    return [(step.name, step.what, step.who, step.when or "") for step in subject_of(entry, Process).steps]


def tasks(_: Desk, entry: Entry | None) -> Rows:
    """List what is done in the steps of a process, by whom; the day and the hand are filled in."""
    return [(step.what, step.who) for step in subject_of(entry, Process).steps]


def step_names(_: Desk, entry: Entry | None) -> list[str]:
    """List the short names of the steps."""
    return [step.name for step in subject_of(entry, Process).steps]


def criteria(_: Desk, entry: Entry | None) -> Rows:
    """List the points left to discretion: the point, what is weighed, what the file must hold."""
    return [(each.point, each.weigh, each.record) for each in subject_of(entry, Process).criteria]


def points(_: Desk, entry: Entry | None) -> Rows:
    """List the points left to discretion alone, to be ticked off."""
    return [(each.point,) for each in subject_of(entry, Process).criteria]


def outcomes(_: Desk, entry: Entry | None) -> Rows:
    """List how a process can end, and in which case."""
    return [(each.result, each.case) for each in subject_of(entry, Process).outcomes]


def results(_: Desk, entry: Entry | None) -> Rows:
    """List how a process can end, to be ticked off."""
    return [(each.result,) for each in subject_of(entry, Process).outcomes]


def documents(_: Desk, entry: Entry | None) -> Rows:
    """List the documents that are brought."""
    return [(text,) for text in subject_of(entry, Process).documents]


def laws(_: Desk, entry: Entry | None) -> list[str]:
    """List the law that gives the power and its sections."""
    return list(subject_of(entry, Process).laws)


def dont(_: Desk, entry: Entry | None) -> list[str]:
    """List what an officer of this process must not do."""
    return list(subject_of(entry, Process).dont)
