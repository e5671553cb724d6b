"""Language: spelling by a table, letters and marks, spaces, words, names that differ within a paper."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.inspector import marks, names, spacing, spelling, words
from ita_docs.inspector.digits import typed
from ita_docs.inspector.subject import Subject
from ita_docs.problems import Problem
from ita_docs.thai.text import has_thai


def findings(subject: Subject) -> Iterator[Problem]:
    """Look at every line of Thai by itself, then at the names and the brackets of the paper as a whole."""
    lines = [(line, text) for line in subject.thai_lines if has_thai(text := typed(line))]
    rows = spelling.rows_of("\n".join(text for _, text in lines))
    for line, text in lines:
        for row in spelling.misspelt(text, rows):
            yield subject.found("misspelling", line, row.wrong, row.right)
        yield from marks.findings(subject, line, text)
        yield from spacing.findings(subject, line, text)
        yield from words.findings(subject, line, text)
    yield from spacing.of_the_paper(subject)
    yield from names.findings(subject, lines)
