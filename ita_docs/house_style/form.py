"""What a blank form is made of; its words stand in the tables of `forms`, how it looks in `drawing`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A label and the dotted blank after it; the fields of a row share the line as their widths are to each other."""

    label: str
    width: float = 1.0


Lines = tuple[tuple[Field, ...], ...]


@dataclass(frozen=True)
class Column:
    """A column of a form's table; its title breaks where the narrow head cell would break it badly.

    >>> Column("วันที่\\nส่งคืน", 1.9).lines
    ('วันที่', 'ส่งคืน')
    """

    title: str
    width_cm: float

    @property
    def lines(self) -> tuple[str, ...]:
        """The title as it stands in the head cell."""
        return tuple(self.title.split("\n"))


@dataclass(frozen=True)
class Choice:
    """A question answered by a mark in one of the drawn blanks (   ), as the font has no boxes."""

    label: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Signer:
    """Who signs: label, dotted blank, role; beneath stand the name in brackets and the other blanks."""

    label: str
    role: str
    beneath: tuple[str, ...] = ("วันที่",)


@dataclass(frozen=True)
class Part:
    """A box of a form with blanks and signatures of its own, such as the approval or the return of a loan."""

    title: str
    choices: tuple[Choice, ...] = ()
    lines: Lines = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True)
class Form:
    """One form on one page; the parts of a row stand side by side, equally wide."""

    key: str
    title: str
    landscape: bool
    lines: Lines
    columns: tuple[Column, ...]
    rows: int
    row_cm: float
    choices: tuple[Choice, ...] = ()
    statements: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    parts: tuple[tuple[Part, ...], ...] = ()

    @property
    def width_cm(self) -> float:
        """The width of the table: 16.0 upright, 24.7 lying."""
        return round(sum(column.width_cm for column in self.columns), 2)


def sign(role: str) -> Signer:
    """A Thai signature with its name and day."""
    return Signer("ลงชื่อ", role)
