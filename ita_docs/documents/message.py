"""ข้อความแจ้งทาง LINE: plain text, ready to paste; figures stay Arabic, as on the phone."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, nothing
from ita_docs.fields import OptionalText, Text
from ita_docs.setting import Setting
from ita_docs.thai.digits import arabic_digits


class Message(DocumentContent):
    """The content of a message; an empty line stays empty."""

    title: Text
    text: tuple[OptionalText, ...]


def faults(message: Message, setting: Setting) -> Iterator[Fault]:
    """Find a message that says nothing."""
    if not any(message.text):
        yield nothing(("text",))


def view(document: Document, desk: Desk) -> View:
    """Give the lines of a message."""
    message = document.content
    assert isinstance(message, Message)
    return {"lines": [arabic_digits(line or "") for line in message.text]}


def write(view: View) -> bytes:
    """Write the text: UTF-8, with the line ends that Windows editors show.

    >>> write({"lines": ["เรียน ทุกฝ่าย", ""]}).decode()
    'เรียน ทุกฝ่าย\\r\\n\\r\\n'
    """
    lines = view["lines"]
    assert isinstance(lines, list)
    return "".join(f"{line}\r\n" for line in lines).encode()
