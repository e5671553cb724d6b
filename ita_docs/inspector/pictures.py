"""Pictures: said in words for those who cannot see them, in their true proportions, and in the file itself."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.inspector.garuda import garuda_of, size_of, stretch
from ita_docs.inspector.subject import Subject
from ita_docs.problems import Problem

LIKENESS = 0.05  # of the proportions; a photograph may lose a line of pixels


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at every picture."""
    garuda = garuda_of(subject)
    for drawing in subject.paper.drawings:
        if not drawing.alt.strip() and not drawing.decorative:
            yield subject.found("picture-without-alt", drawing.where, size_of(drawing))
        if drawing is not garuda and abs(off := stretch(drawing)) > LIKENESS:
            yield subject.found("picture-stretched", drawing.where, f"{abs(off) * 100:.0f}%", size=size_of(drawing))
        if drawing.linked and drawing.pixels is None:
            yield subject.found("picture-linked", drawing.where, drawing.linked)
