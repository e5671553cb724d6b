"""Times of day: hours and minutes that a clock has, a full stop between them, น. after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem

_SPACE = "[ \u00a0]{0,3}"
_TIME = re.compile(
    rf"(?<![0-9๐-๙.,:/])(?P<hour>[0-9๐-๙]{{1,2}})(?P<sign>[.:])(?P<minute>[0-9๐-๙]{{2}}){_SPACE}น\.(?![ก-ฮ])"
)
_SPAN = re.compile(
    rf"(?<![0-9๐-๙.,:/])(?P<first>[0-9๐-๙]{{1,2}}:[0-9๐-๙]{{2}}){_SPACE}(?P<until>-|–|ถึง){_SPACE}(?P<last>[0-9๐-๙]{{1,2}}:[0-9๐-๙]{{2}}){_SPACE}น\."
)
_UNNAMED = re.compile(
    rf"เวลา{_SPACE}(?P<time>[0-9๐-๙]{{1,2}}[.:][0-9๐-๙]{{2}})(?![0-9๐-๙.:])"
    rf"(?:{_SPACE}(?:-|–|ถึง(?:เวลา)?){_SPACE}[0-9๐-๙]{{1,2}}[.:][0-9๐-๙]{{2}})?{_SPACE}(?P<next>[^ \u00a0]?)"
)


def findings(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    """Look at every time of a line."""
    if "น" not in text and "เวลา" not in text:
        return
    spans = list(_SPAN.finditer(text))
    for match in spans:
        yield subject.found("time-colon", line, match[0], match[0].replace(":", "."))
    for match in _TIME.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"])
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            yield subject.found("time-impossible", line, match[0])
        elif match["sign"] == ":" and not any(span.start() <= match.start() < span.end() for span in spans):
            yield subject.found("time-colon", line, match[0], match[0].replace(":", "."))
    if "เวลา" in text:
        for match in _UNNAMED.finditer(text):
            # A letter after the figures is น., นาฬิกา, or a measure such as ชั่วโมง.
            if not re.match("[ก-ฮA-Za-z0-9๐-๙.-]", match["next"]):
                yield subject.found(
                    "time-without-unit", line, match[0].rstrip(), f"{match[0].removesuffix(match['next']).rstrip()} น."
                )
