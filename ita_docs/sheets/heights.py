"""How high a row must be for its words, reckoned, because Excel and LibreOffice do not find it in a file as written.

Widths are in digits, heights in points.
"""

from __future__ import annotations

import re

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

LINE, PADDING = 21, 3  # points that a line of 16 points takes, and what a row takes beside its lines
HIGHEST = 409  # points that Excel allows to a row
LETTERS_A_DIGIT = {False: 1.0, True: 0.9}  # Thai letters, marks not counted, in the width of a digit; bold or not
NARROW = 10  # digits; in a wider cell a line of Thai ends before the edge, where a word does
MARKS = re.compile("[ัิ-ฺ็-๎]")


class _GrowingRow(RowDimension):
    """A row whose height still follows its words when somebody types more of them."""

    @property
    def customHeight(self) -> bool:
        return False


def lines(text: str, width: int, *, bold: bool = False) -> int:
    """Reckon how many lines a text takes in a cell; it is broken at spaces, and inside words that are too long.

    >>> lines("ฝ่ายทะเบียน", 20), lines("ถึง 7 ม.ค. 2568", 5), lines("ก\\nข", 5), lines("", 5)
    (1, 3, 2, 1)
    """
    room = max(1, int(width * LETTERS_A_DIGIT[bold]) - (width > NARROW))
    return sum(_lines_of_paragraph(paragraph, room) for paragraph in text.split("\n"))


def _lines_of_paragraph(paragraph: str, room: int) -> int:
    count, used = 1, 0
    for word in paragraph.split():
        letters = len(MARKS.sub("", word))
        if used and used + 1 + letters <= room:
            used += 1 + letters
            continue
        count += used > 0
        more, used = divmod(letters - 1, room)
        count, used = count + more, used + 1
    return count


def height(count: int) -> int:
    """Give the height of a row of so many lines.

    >>> height(1), height(2), height(100)
    (24, 45, 409)
    """
    return min(PADDING + LINE * count, HIGHEST)


def set_height(sheet: Worksheet, row: int, points: int) -> None:
    """Give a row its height, from which it still grows."""
    sheet.row_dimensions[row] = _GrowingRow(sheet, index=row, height=points)
