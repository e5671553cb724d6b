"""The garuda at the head of a paper: 3 cm on papers of the garuda kind, 1.5 cm on memos (ข้อ ๗๑)."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.inspector.forms import FORMS
from ita_docs.inspector.passages import plain
from ita_docs.inspector.subject import Subject
from ita_docs.paper import Drawing, Line
from ita_docs.problems import Problem

NAMED = ("ครุฑ", "garuda", "krut")
# Pictures that are no garuda, whatever their shape.
OTHERS = ("qr", "คิวอาร์", "โลโก้", "logo", "ลายเซ็น", "ลายมือชื่อ", "signature", "รูปถ่าย", "photo")
SHAPE = (0.75, 0.97)  # width over height; a QR code is square, a portrait of four by six is slimmer
HEIGHTS = (8, 60)  # mm within which a picture of this shape may be meant for the garuda
FIRST_LINES = 6  # in which the garuda is anchored where no subject is found
NEAR = 0.5  # mm
LIKENESS = 0.02  # of the proportions
MM_PER_POINT = 25.4 / 72
DEEP_MARGIN = 40  # mm of an upper margin that leaves room for a printed garuda
FAR_IN = 40  # mm of an indent that moves a picture to the middle


def findings(subject: Subject) -> Iterator[Problem]:
    """Look for the garuda where the form has it, and at its size, its proportions and its place."""
    need = FORMS[subject.kind].garuda if subject.kind in FORMS else "free"
    if need == "free":
        return
    found = garuda_of(subject)
    if need == "none":
        if found is not None:
            yield subject.found("garuda-on-plain-paper", found.where)
        return
    due = subject.profile.garuda if need == "large" else subject.profile.memo_garuda
    if found is None:
        if not _room(subject, due):
            yield subject.found("garuda-missing", _title(subject), due=plain(due / 10))
        return
    if found.height and abs(found.height - due) > NEAR:
        yield subject.found("garuda-size", found.where, plain(found.height / 10), due=plain(due / 10))
    yield from _distorted(subject, found)
    yield from _misplaced(subject, found, need == "large")


def garuda_of(subject: Subject) -> Drawing | None:
    """Find the garuda: the first picture at the head of a paper that is called so, or shaped so and no letterhead's."""
    head = _head(subject)
    for drawing in subject.paper.drawings:
        if drawing.part.startswith("header") or drawing.where in head:
            alt = drawing.alt.lower()
            if any(name in alt for name in NAMED):
                return drawing
            named_else = any(name in alt for name in OTHERS)
            if drawing.part == "body" and not named_else and _shaped(drawing):
                return drawing
    return None


def _head(subject: Subject) -> set[str]:
    """Name the places above the text: down to the subject, or the first lines."""
    last = subject.part("subject") or subject.part("number")
    places: set[str] = set()
    said = 0
    for line in subject.paper.lines:
        if line.part == "body":
            places.add(line.where)
            said += bool(line.words)
            if line is last or (last is None and said >= FIRST_LINES):
                break
    return places


def _shaped(drawing: Drawing) -> bool:
    width, height = drawing.pixels if drawing.pixels and not drawing.cropped else (drawing.width, drawing.height)
    return height > 0 and SHAPE[0] <= width / height <= SHAPE[1] and HEIGHTS[0] <= drawing.height <= HEIGHTS[1]


def _distorted(subject: Subject, drawing: Drawing) -> Iterator[Problem]:
    off = stretch(drawing)
    if abs(off) > LIKENESS:
        yield subject.found("garuda-distorted", drawing.where, f"{abs(off) * 100:.0f}%", size=size_of(drawing))


def stretch(drawing: Drawing) -> float:
    """Reckon by how much a picture is shown too wide (above zero) or too slim for the file behind it."""
    if drawing.cropped or not drawing.pixels or min(*drawing.pixels, drawing.width, drawing.height) <= 0:
        return 0
    return drawing.width / drawing.height / (drawing.pixels[0] / drawing.pixels[1]) - 1


def size_of(drawing: Drawing) -> str:
    """Write the size at which a picture is shown, in cm."""
    return f"{plain(drawing.width / 10)} × {plain(drawing.height / 10)}"


def _misplaced(subject: Subject, drawing: Drawing, large: bool) -> Iterator[Problem]:
    line = next((line for line in subject.paper.lines if line.where == drawing.where), None)
    if line is None or line.in_table or (drawing.inline and not _stands_alone(line, large)):
        return
    wrong = ("left", "right", "both", "thaiDistribute") if large else ("center", "right")
    if drawing.align in wrong:
        yield subject.found("garuda-place", drawing.where)


def _stands_alone(line: Line, large: bool) -> bool:
    """Tell whether the paragraph's alignment says where its picture stands; tabs, spaces and indents move it."""
    typed = "".join(run.text for run in line.runs)
    moved = any(letter in typed for letter in "\t ") or line.layout.left + line.layout.first >= FAR_IN
    return not (large and moved)


def _title(subject: Subject) -> Line | None:
    return next(iter(subject.lines), None)


def _room(subject: Subject, due: float) -> bool:
    """Tell whether blank room is left above the head, for paper that carries a printed garuda."""
    section = next(iter(subject.paper.sections), None)
    if section is not None and abs(section.top) >= DEEP_MARGIN:
        return True
    room = 0.0
    for line in subject.paper.lines:
        if line.part != "body":
            continue
        room += line.layout.before
        if line.words:
            break
        room += line.layout.line if line.layout.line_rule != "auto" else 16 * line.layout.line
        room += line.layout.after
    return room * MM_PER_POINT >= due * 0.6
