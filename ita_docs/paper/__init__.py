"""What is really on a paper: the front door of reading a .docx back."""

from ita_docs.paper.reading import read
from ita_docs.paper.values import (
    Comment,
    Drawing,
    Layout,
    Line,
    Link,
    Look,
    Paper,
    Properties,
    Revision,
    Run,
    Section,
    Settings,
)

__all__ = [
    "Comment",
    "Drawing",
    "Layout",
    "Line",
    "Link",
    "Look",
    "Paper",
    "Properties",
    "Revision",
    "Run",
    "Section",
    "Settings",
    "read",
]
