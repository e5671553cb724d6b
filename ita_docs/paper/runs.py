"""Walking through the runs of one paragraph: text, fields, pictures, text boxes, content controls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ita_docs.paper.drawings import V, drawing_of, is_picture
from ita_docs.paper.styles import StyleSheet, W, is_on, marks_of
from ita_docs.paper.values import Drawing, Look, Run

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# What may stand around paragraphs and runs without being seen.
WRAPPERS = {
    *(f"{W}{name}" for name in ("sdt", "sdtContent", "sdtEndPr", "ins", "moveTo", "customXml", "smartTag")),
    *(f"{W}{name}" for name in ("hyperlink", "fldSimple", "bdo", "dir", "ruby", "rubyBase")),
    *(f"{MC}{name}" for name in ("AlternateContent", "Choice")),
}
LETTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
SHOWN = {f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"}


@dataclass
class OpenField:
    """A field that Word reckons: its code as far as it is read, and whether its result is reached."""

    code: str = ""
    result: bool = False


@dataclass
class Walk:
    """One walk through a paragraph, and what is found on the way.

    `open_fields` are those of the whole story: a field, such as a table of contents, may span paragraphs.
    """

    styles: StyleSheet
    part: Any
    label: str
    where: str
    style: str
    table: str
    align: str
    open_fields: list[OpenField]
    codes: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    watermarks: list[str] = field(default_factory=list)

    def pieces(self, parent: Any, link: str = "") -> Iterator[Run | Drawing]:
        """Give the runs and the pictures in their order."""
        for child in parent:
            if child.tag == f"{W}r":
                yield from self._run(child, link)
            elif child.tag == f"{W}fldSimple":
                self.codes.append(" ".join(child.get(f"{W}instr", "").split()))
                outside = len(self.open_fields)
                self.open_fields.append(OpenField(result=True))
                yield from self.pieces(child, link)
                del self.open_fields[outside:]
            elif child.tag in WRAPPERS:
                if child.tag == f"{W}sdt" and (prompt := prompt_of(child)):
                    self.prompts.append(prompt)
                yield from self.pieces(child, self._target(child) if child.tag == f"{W}hyperlink" else link)
            elif child.tag in (f"{MATH}oMath", f"{MATH}oMathPara"):
                text = "".join(node.text or "" for node in child.iter(f"{MATH}t"))
                yield Run(text, self.styles.look(None, self.style, self.table))

    def _run(self, run: Any, link: str) -> Iterator[Run | Drawing]:
        look = self.styles.look(run.find(f"{W}rPr"), self.style, self.table)
        text = ""
        for child in run:
            if child.tag == f"{W}t":
                text += child.text or ""
            elif child.tag in LETTERS:
                text += LETTERS[child.tag]
            elif child.tag == f"{W}sym":
                text += _symbol(child.get(f"{W}char", ""))
            elif child.tag == f"{W}instrText" and self.open_fields:
                self.open_fields[-1].code += child.text or ""
            elif child.tag == f"{W}fldChar" or child.tag in SHOWN:
                yield from self._said(text, look, link)
                text = ""
                if child.tag == f"{W}fldChar":
                    self._field(child.get(f"{W}fldCharType", ""))
                else:
                    yield from self._shown(child)
        yield from self._said(text, look, link)

    def _said(self, text: str, look: Look, link: str) -> Iterator[Run]:
        if text:
            yield Run(text, look, any(field.result for field in self.open_fields), link)

    def _shown(self, element: Any) -> Iterator[Drawing]:
        choice = element.find(f"{MC}Choice") if element.tag == f"{MC}AlternateContent" else None
        shown = element if choice is None else choice
        self.boxes += _text_boxes(shown)
        self.watermarks += [words.get("string", "") for words in shown.iter(f"{V}textpath")]
        if is_picture(shown):
            yield drawing_of(shown, self.part, self.where, self.label, self.align)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.open_fields.append(OpenField())
        elif kind == "separate" and self.open_fields:
            self.open_fields[-1].result = True
        elif kind == "end" and self.open_fields:
            self.codes.append(" ".join(self.open_fields.pop().code.split()))

    def _target(self, element: Any) -> str:
        identity = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
        relation = self.part.rels.get(identity) if identity else None
        return str(relation.target_ref) if relation is not None and relation.is_external else "#"


def prompt_of(control: Any) -> str:
    """Give the words of a content control that still shows its prompt; empty where somebody has filled it in."""
    if not is_on(marks_of(control.find(f"{W}sdtPr")), "showingPlcHdr"):
        return ""
    return "".join(node.text or "" for node in control.iter(f"{W}t"))


def _text_boxes(shown: Any) -> list[Any]:
    """Find the text boxes of a drawing, each once: those inside one belong to it."""
    return [
        box
        for box in shown.iter(f"{W}txbxContent")
        if next(box.iterancestors(f"{MC}Fallback"), None) is None
        and next(box.iterancestors(f"{W}txbxContent", f"{W}p")).tag == f"{W}p"
    ]


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""
