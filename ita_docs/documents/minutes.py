"""รายงานการประชุม: the minutes of a meeting, to be filled in by hand (ข้อ ๒๕, แบบที่ ๑๑).

Nobody is written down as having come: the names of those who do are filled in from the register that they sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.documents.committee import members
from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, unknown_posts
from ita_docs.documents.reckoned import LISTS
from ita_docs.documents.record import reckoning_faults
from ita_docs.fields import Content, OptionalText, Text, Whole
from ita_docs.setting import Setting
from ita_docs.thai.text import typeset


class Topic(Content):
    """An item of the agenda (ระเบียบวาระ): what is known before, and `lines` for what was said and resolved."""

    title: Text
    paragraphs: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()
    points_of: OptionalText = None
    lines: Whole = 2


class Minutes(DocumentContent):
    """The content of minutes; its members are those of the first body of the order `members_of`."""

    title: Text
    subtitle: OptionalText = None
    session: Text
    day: Text
    place: Text
    members_of: Text
    absent: Whole = 3
    attending: Whole = 4
    topics: tuple[Topic, ...]
    minuted_by: OptionalText = None
    checked_by: OptionalText = None


def faults(minutes: Minutes, setting: Setting) -> Iterator[Fault]:
    """Find what is reckoned nowhere, and posts that the office does not have."""
    for index, topic in enumerate(minutes.topics):
        if topic.points_of:
            yield from reckoning_faults(("topics", index, "points_of"), topic.points_of, LISTS, minutes.each or "")
    posts = [(("minuted_by",), minutes.minuted_by), (("checked_by",), minutes.checked_by)]
    yield from unknown_posts([(path, post) for path, post in posts if post], setting)


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template of minutes prints."""
    minutes, setting = document.content, desk.setting
    assert isinstance(minutes, Minutes)
    people = setting.people
    listed = members(desk, minutes.members_of, document.source.place(("members_of",)))
    return {
        "title": typeset(minutes.title),
        "subtitle": typeset(minutes.subtitle or ""),
        "session": typeset(f"ครั้งที่ {minutes.session}"),
        "day": typeset(f"เมื่อ{minutes.day}"),
        "place": typeset(f"ณ {minutes.place}"),
        "members": [
            {"number": typeset(str(at)), "post": typeset(post), "role": role}
            for at, (post, role) in enumerate(listed, 1)
        ],
        "absent": [{"number": typeset(str(at))} for at in range(1, minutes.absent + 1)],
        "attending": [{"number": typeset(str(at))} for at in range(1, minutes.attending + 1)],
        "topics": [_topic(number, topic, desk, document) for number, topic in enumerate(minutes.topics, 1)],
        "minuted_post": people[minutes.minuted_by].title if minutes.minuted_by else "",
        "checked_post": people[minutes.checked_by].title if minutes.checked_by else "",
    }


def _topic(number: int, topic: Topic, desk: Desk, document: Document) -> View:
    points = [*topic.points, *(LISTS[topic.points_of].of(desk, document.entry) if topic.points_of else ())]
    return {
        "title": typeset(f"ระเบียบวาระที่ {number}  {topic.title}"),
        "paragraphs": [typeset(text) for text in topic.paragraphs],
        "points": [{"number": typeset(f"{number}.{at}"), "text": typeset(text)} for at, text in enumerate(points, 1)],
        "lines": [""] * topic.lines,
    }
