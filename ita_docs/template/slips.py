"""What was mistyped in the tags of a part: each by itself, each block with its end, each with its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from ita_docs.problems import Problem
from ita_docs.template.language import DEEPEST, UNSAFE_WORDS, is_logic, standing_alone, verdict
from ita_docs.template.tags import DELETED, Tag, W, above, texts

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = ("if", "for", "macro", "call", "filter", "with", "set", "block", "raw")
MIDDLE = ("else", "elif")
CELL_WORDS = ("vm", "hm", "colspan", "cellbg")
UNITS = ("p", "tr", "tc", "r")
_WORDS = (*BLOCKS, *(f"end{block}" for block in BLOCKS), *MIDDLE)

# What a structural tag takes away with its paragraph, row or cell, and how it is called.
_LOST = {
    "drawing": ("ภาพ", "a picture"),
    "pict": ("ภาพ", "a picture"),
    "object": ("ไฟล์ที่ฝังไว้", "an embedded file"),
    "sectPr": ("ตัวแบ่งส่วน", "a section break"),
    "footnoteReference": ("เชิงอรรถ", "a footnote"),
}
_DELETED_TEXT = ("ข้อความที่ลบโดยติดตามการเปลี่ยนแปลงไว้", "text that was deleted with changes tracked")
# What of the look of a run no reader sees.
_UNSEEN = ("lang", "noProof", "cs", "rtl", "webHidden")


class Slip(NamedTuple):
    """Something mistyped: the tag, the words at fault, what was probably meant, the code of its problem."""

    tag: Tag
    words: str
    fixed: str = ""
    code: str = "placeholder-malformed"
    facts: tuple[tuple[str, str], ...] = ()

    def problem(self, file: str) -> Problem:
        """Say what is wrong, at the tag."""
        return self.tag.problem(self.code, file, self.words, fixed=self.fixed, **dict(self.facts))


def find(tags: Sequence[Tag]) -> list[Slip]:
    """Find all that was mistyped in a part, in the order of its tags."""
    sound = [tag for tag in tags if not _is_deleted(tag)]
    found = [_deleted(tag) for tag in tags if _is_deleted(tag)]
    found += [slip for tag in sound for slip in (*_of_one(tag), *_split(tag))]
    found += [*_of_blocks(sound), *_beside(sound)]
    place = {tag: at for at, tag in enumerate(tags)}
    return sorted(dict.fromkeys(found), key=lambda slip: place[slip.tag])


def _is_deleted(tag: Tag) -> bool:
    return tag.nodes[0].tag == DELETED or above(tag.nodes[0], "moveFrom") is not None


def _deleted(tag: Tag) -> Slip:
    return Slip(tag, tag.text, "", "placeholder-elsewhere", (("due", _DELETED_TEXT[0]), ("due_en", _DELETED_TEXT[1])))


def _of_one(tag: Tag) -> Iterator[Slip]:
    """Judge a tag by itself."""
    if not tag.whole:
        name = tag.text[2:].split()
        fixed = f"{{{{ {name[0].rstrip('}')} }}}}" if tag.text.startswith("{{") and name else ""
        yield Slip(tag, tag.text, fixed if fixed and not verdict(fixed) else "")
    elif tag.is_value:
        inside = tag.straight[2:-2]
        if tag.unit:  # a text with its own formatting: it prints outside of any run, and Word would not show it
            yield Slip(tag, tag.text, f"{{{{ {inside.split(None, 1)[-1].strip()} }}}}")
        elif code := verdict(tag.straight) or _logic(tag.straight):
            yield Slip(tag, tag.text, "", code)
    elif tag.is_statement:
        yield from _of_statement(tag)


def _of_statement(tag: Tag) -> Iterator[Slip]:
    word, rest = tag.statement
    in_table = above(tag.nodes[0], "tbl") is not None
    if (word in CELL_WORDS or tag.unit in ("tr", "tc")) and not in_table:
        yield Slip(tag, tag.text)
    elif word in CELL_WORDS:
        cell = above(tag.nodes[0], "tc")
        looks = list(cell.iter(f"{W}tcPr")) if cell is not None else []
        plain = len(looks) == 1 and len(looks[0]) > 0  # elsewhere docxtpl looks for it without end
        code = verdict(f"{{{{ {rest} }}}}") if rest else ""
        if code or not plain or bool(rest) != (word in ("colspan", "cellbg")):
            yield Slip(tag, tag.text, "", code or "placeholder-malformed")
    elif tag.unit and re.search("[}%]", tag.text[2:-2]):  # docxtpl takes it for the end
        yield Slip(tag, tag.text)
    elif word in UNITS and rest:
        yield Slip(tag, tag.text, f"{{%{word} {rest} %}}")
    elif word.removeprefix("end") in UNSAFE_WORDS:
        yield Slip(tag, tag.text, "", "template-unsafe")
    else:
        due, asked = meant(tag)
        if due != word:
            yield Slip(tag, tag.text, f"{{%{tag.unit} {due} {asked} %}}".replace("  ", " ") if due else "")
        elif due in (*BLOCKS, "elif"):
            whole = standing_alone(due, asked)
            if code := verdict(whole) or _logic(whole):
                yield Slip(tag, tag.text, "", code)
        elif asked and due != "endblock":
            yield Slip(tag, tag.text)


def _logic(text: str) -> str:
    """Advise against what belongs into the content, not into Word."""
    return "template-logic" if is_logic(text) else ""


def meant(tag: Tag) -> tuple[str, str]:
    """Read the word of a statement as it was probably meant, and what it asks; no word where there is no telling."""
    word, rest = tag.statement
    if word in UNITS:
        word, _, rest = rest.partition(" ")
    if word == "end":
        word, rest = f"end{rest}".replace(" ", ""), ""
    if word.startswith("els") and rest:
        word, rest = "elif", rest.removeprefix("if ")
    near = get_close_matches(word[:20], _WORDS, 1, 0.65)
    return (near[0], rest) if near else ("", rest)


def _of_blocks(tags: Sequence[Tag]) -> Iterator[Slip]:
    """Match each if and for with its end, and see that both stand in the same kind of place."""
    opened: list[tuple[Tag, str]] = []
    for tag in tags:
        if not tag.is_statement or tag.statement[0].removeprefix("end") in UNSAFE_WORDS:
            continue
        word, asked = meant(tag)
        if tag.statement[0] in ("vm", "hm") and "for" not in [block for _, block in opened]:
            yield Slip(tag, tag.text)  # they merge the cells that a loop makes
        elif word in BLOCKS:
            if word == "set" and "=" in asked and not standing_alone(word, asked).endswith("{% endset %}"):
                continue  # it has its value with it, and no end
            opened.append((tag, word))
            if len(opened) == DEEPEST + 1:
                yield Slip(tag, tag.text, "", "template-unsafe")
        elif word.startswith("end"):
            if word[3:] not in [block for _, block in opened]:
                if word == tag.statement[0]:  # else it was told as mistyped
                    yield Slip(tag, tag.text)
                continue
            while opened[-1][1] != word[3:]:
                yield _never_ended(*opened.pop())
            yield from _torn(opened.pop()[0], tag)
        elif word in MIDDLE:
            if any(block in ("if", "for") for _, block in opened):
                yield from _torn(opened[-1][0], tag)
            else:
                yield Slip(tag, tag.text)
    yield from (_never_ended(tag, word) for tag, word in opened)


def _never_ended(tag: Tag, word: str) -> Slip:
    return Slip(tag, tag.text, f"{tag.text} … {{%{tag.unit} end{word} %}}")


def _torn(first: Tag, last: Tag) -> Iterator[Slip]:
    """Find a block that opens in one kind of place and closes in another: filled, it tears the paper apart."""
    if {first.statement[0], last.statement[0]} & {*UNITS} or None in (first.holder, last.holder):
        return  # told as mistyped, or as outside of any table
    alone = first.unit in ("", "r") or first.holder is not last.holder
    if first.unit != last.unit or _nest(first) != _nest(last) or _home(first) is not _home(last) or not alone:
        yield Slip(last, f"{first.text} … {last.text}")


def _nest(tag: Tag) -> tuple[str, ...]:
    """Name the elements open around the text, or around the row, cell or paragraph the tag stands for."""
    place = tag.holder if tag.unit else tag.nodes[0]
    return tuple(str(element.tag) for element in (place if place is not None else tag.nodes[0]).iterancestors())


def _home(tag: Tag) -> _Element | None:
    """Find the body, cell, table or row that the block repeats or leaves out a part of."""
    place = tag.holder if tag.unit in ("p", "tr", "tc") else tag.paragraph
    return None if place is None else place.getparent()


def _beside(tags: Sequence[Tag]) -> Iterator[Slip]:
    """Find what stands beside a structural tag, in the paragraph, row or cell that it takes the place of."""
    seen: set[_Element] = set()
    for tag in tags:
        holder = tag.holder
        if not tag.is_statement or tag.unit not in ("p", "tr", "tc") or holder is None or holder in seen:
            continue
        seen.add(holder)
        text = "".join(node.text or "" for each in holder.iter(f"{W}p") for node in texts(each))
        lost = [_LOST[name] for name in _LOST if next(holder.iter(f"{W}{name}"), None) is not None]
        if rest := text.replace(tag.text, "", 1).strip():
            lost.insert(0, (f"“{rest[:60]}”", f"“{rest[:60]}”"))
        for thai, english in dict.fromkeys(lost):
            yield Slip(tag, thai.strip("“”"), "", "beside-tag", (("tag", tag.text), ("due", thai), ("due_en", english)))


def _split(tag: Tag) -> Iterator[Slip]:
    """Find a tag that Word split where it matters: over elements that it would tear, or over several looks."""
    first, last = tag.nodes[0], tag.nodes[-1]
    if first is last:
        return
    if [each.tag for each in first.iterancestors()] != [each.tag for each in last.iterancestors()]:
        yield Slip(tag, tag.text)
    elif len({_look(node) for node in tag.nodes if (node.text or "").strip()}) > 1:
        yield Slip(tag, tag.text, "", "placeholder-split")


def _look(node: _Element) -> tuple[tuple[str, str, str], ...]:
    """Tell the look of the run around a piece of text."""
    run = node.getparent()
    look = run.find(f"{W}rPr") if run is not None else None
    seen = []
    for child in look if look is not None else ():
        name = str(child.tag).rpartition("}")[2]
        facts = [(str(key), str(value)) for key, value in child.attrib.items() if not str(key).endswith("}hint")]
        if name not in _UNSEEN and (facts or name != "rFonts"):
            seen += [(name, *fact) for fact in [("", ""), *sorted(facts)]]
    return tuple(seen)
