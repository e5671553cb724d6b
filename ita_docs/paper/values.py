"""What stands on a paper, as values: lines and their runs, page layouts, drawings, and what the file says of itself.

Sizes of letters are points, lengths millimetres, spaces between lines points: as Word's menus show them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is printed once every style has had its say.

    Word keeps two sets of properties: one for Latin letters, one for complex scripts such as Thai (`*_cs`, ISO 29500
    §17.3.2). `marked_cs` says that the run is marked complex script, whatever letters it holds.
    """

    font: str = "Times New Roman"  # ascii
    font_high: str = "Times New Roman"  # hAnsi
    font_cs: str = "Times New Roman"
    font_asian: str = "Times New Roman"
    size: float = 10.0
    size_cs: float = 10.0
    bold: bool = False
    bold_cs: bool = False
    italic: bool = False
    italic_cs: bool = False
    marked_cs: bool = False
    hidden: bool = False
    unproofed: bool = False
    language_cs: str = ""  # of Thai letters: th-TH; empty where nothing is said
    highlight: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `field` where Word reckons it (a page number), `origin` where a paragraph's own run stands."""

    text: str
    look: Look
    field: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph is laid out. `line` is points where the rule is exact or atLeast, else a multiple (1: single)."""

    align: str = "left"
    first: float = 0  # the first line's indent beyond `left`; negative where it hangs
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    line_rule: str = "auto"
    keep_next: bool = False
    page_break: bool = False
    on_grid: bool = True
    outline: int | None = None  # 0 is the first level of headings
    numbering: str = ""  # the format of Word's own numbers: decimal, thaiNumbers, bullet …


@dataclass(frozen=True)
class Drawing:
    """A picture as it is shown: its size in mm, and the size in pixels of the file behind it."""

    where: str
    alt: str
    width: float
    height: float
    pixels: tuple[int, int] | None = None
    inline: bool = True
    align: str = ""  # left, center, right, where the paragraph or the anchor says so
    cropped: bool = False
    linked: str = ""  # the address of a picture that is not in the file
    decorative: bool = False
    part: str = "body"
    top: float | None = None  # of an anchored picture, from the upper edge of the page


@dataclass(frozen=True)
class Line:
    """One paragraph of a paper: where it stands, its style, its text."""

    where: str
    style: str
    text: str
    runs: tuple[Run, ...] = ()
    layout: Layout = Layout()
    fields: tuple[str, ...] = ()
    in_table: bool = False
    header_row: bool = False
    part: str = "body"
    breaks_page: bool = False

    @property
    def words(self) -> str:
        """The text without the pictures' descriptions, its ends trimmed."""
        text = self.text
        return (text if "<" not in text else "".join(run.text for run in self.runs) or text).strip()


@dataclass(frozen=True)
class Section:
    """A page layout: paper size and margins in mm, its headers' kinds with the lines that stand in them."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float  # with the room for the binding
    landscape: bool = False
    grid: str = ""
    title_page: bool = False
    headers: tuple[tuple[str, str], ...] = ()  # (default | first | even, prefix of the lines: "header", "footer2" …)
    after: int = 0  # how many lines of the paper stand before its end
    numbers: str = ""  # the format of its page numbers: decimal, thaiNumbers …


@dataclass(frozen=True)
class Comment:
    """A note in the margin, and the paragraph that it is set beside."""

    author: str
    text: str
    where: str = ""


@dataclass(frozen=True)
class Revision:
    """A tracked change: inserted, deleted, moved or formatted, by whom, where."""

    kind: str
    author: str
    where: str
    text: str


@dataclass(frozen=True)
class Link:
    """An address outside the file: of a hyperlink, a picture, a template, an object."""

    kind: str
    target: str


@dataclass(frozen=True)
class Settings:
    """What the file asks of Word. `compatibility` is 15 for Word 2013 and later, None where nothing is said."""

    compatibility: int | None = None
    tracks_changes: bool = False
    protected: bool = False


@dataclass(frozen=True)
class Properties:
    """What the file says of itself and of the people who made it."""

    title: str = ""
    language: str = ""
    creator: str = ""
    last_modified_by: str = ""
    company: str = ""
    manager: str = ""


@dataclass(frozen=True)
class Paper:
    """The lines of a paper in reading order: the headers, then the body with its tables; and all that is not text."""

    lines: tuple[Line, ...]
    sections: tuple[Section, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    comments: tuple[Comment, ...] = ()
    revisions: tuple[Revision, ...] = ()
    links: tuple[Link, ...] = ()
    embedded: tuple[str, ...] = ()  # the names of objects and files inside
    prompts: tuple[tuple[str, str], ...] = ()  # (where, text) of content controls that still show their prompt
    watermarks: tuple[tuple[str, str], ...] = ()  # (where, text) of words laid across the page
    settings: Settings = Settings()
    properties: Properties = field(default_factory=Properties)
    tables_without_header: tuple[str, ...] = ()  # the places of tables of several rows that name no header row

    @property
    def text(self) -> str:
        """All the text, a line for each paragraph."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of the body that say something, tables included."""
        return tuple(line for line in self.lines if line.part == "body" and line.words)

    def outline(self) -> str:
        """Write the paper as text to read and compare: place, style and text of every paragraph that says something."""
        return "".join(f"{line.where}  [{line.style}]  {line.text}\n" for line in self.lines if line.text)
