"""The cases of the inspector's rules, as text: tests/cases/rules/<family>/<rule>.yaml, and the papers they are made of.

A case stands on one of our own papers (`paper:`), on a base of another kind (`base:`, a file in cases/rules/bases), or
on `lines:` of its own, and may `change:` words of the XML of a `part:` (each must be there). Lines are paragraphs;
`[Style]` before one names its style, `| a | b |` makes a row of a table, an empty line an empty paragraph, `<` raw XML.
A bad case names what must be found: `where:`, `value:`, `fixed:`, `says:` (words of the Thai message), each if it
matters. `with:` lists further papers that lie together with it, each made in the same ways; `name:` names
a file, `file:` the one in which the finding must stand. `laws:` adds laws to those of the content. `kind:` tells the
kind instead of letting it be found.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ita_docs import inspector, paper
from ita_docs.house_style.package import docx
from ita_docs.house_style.wordml import THAI, Cell, Section, row, table
from ita_docs.laws import Law
from ita_docs.problems import Problem

RULES = Path(__file__).parent / "cases" / "rules"
BASES = RULES / "bases"
CONTENTS = "word/document.xml"


@dataclass(frozen=True)
class Case:
    """One case of a rule."""

    rule: str
    family: str
    bad: bool
    number: int
    facts: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.rule}-{'bad' if self.bad else 'good'}{self.number}"


def cases() -> list[Case]:
    """Read every case of every rule."""
    return [
        Case(path.stem, path.parent.name, kind == "bad", number, facts or {})
        for path in sorted(RULES.glob("*/*.yaml"))
        for kind, listed in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        for number, facts in enumerate(listed, 1)
    ]


def written(lines: str) -> bytes:
    """Make a paper of lines in the house style."""
    body, rows = [], []
    for line in [*lines.rstrip("\n").split("\n"), "end"]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            widths = [16 / len(rows[0])] * len(rows[0])
            cells = [[Cell(THAI.p("Cell", text)) for text in texts] for texts in rows]
            body.append(table(widths, *(row(widths, made, header=not at) for at, made in enumerate(cells))))
            rows = []
        if line.startswith("<"):
            body.append(line)
            continue
        style, _, text = line[1:].partition("] ") if line.startswith("[") and "] " in line else ("Body", "", line)
        body.append(THAI.p(style, text))
    return docx("".join(body[:-1]), Section(), THAI, "")


def changed(data: bytes, changes: Mapping[str, str], part: str = CONTENTS) -> bytes:
    """Change words in a part of a package; each must be there. A part that is not there is added whole (key "")."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            inside = before.read(name)
            if name == part:
                text = inside.decode("utf-8")
                for find, put in changes.items():
                    assert find in text, f"{find!r} is not in {part}"
                    text = text.replace(find, put, 1)
                inside = text.encode("utf-8")
            after.writestr(name, inside)
        if part not in before.namelist():
            after.writestr(part, changes[""])
    return out.getvalue()


def file_of(facts: Mapping[str, Any], made: Mapping[str, bytes]) -> bytes:
    """Make the file of a case."""
    if "lines" in facts:
        data = written(facts["lines"])
    elif "base" in facts:
        data = written((BASES / f"{facts['base']}.txt").read_text(encoding="utf-8"))
    else:
        data = made[facts["paper"]]
    for change in facts.get("changes", [facts]):
        if "change" in change:
            data = changed(data, change["change"], change.get("part", CONTENTS))
    return data


def found(facts: Mapping[str, Any], made: Mapping[str, bytes], laws: Sequence[Law]) -> list[Problem]:
    """Inspect the file of a case, alone and together with those that lie `with` it."""
    known = [*laws, *(Law.model_validate(law) for law in facts.get("laws", ()))]
    subjects = []
    for at, each in enumerate([facts, *facts.get("with", ())]):
        name = each.get("name", f"other{at}.docx" if at else "case.docx")
        read = paper.read(file_of(each, made), name)
        subjects.append(inspector.subject_of(read, name, kind=each.get("kind", ""), laws=known))
    return [*inspector.inspect(subjects[0]), *inspector.inspect_together(subjects)]
