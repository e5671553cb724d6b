"""The mechanical repairs of `ita-docs check --fix`: what no one needs to decide, done to the XML of a .docx.

Each repair answers rules of the inspector and touches nothing else: members of the package without the fault are
copied as they lie, and of the text only the letters at fault change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ita_docs import package
from ita_docs.inspector.digits import arabic_numbers, mixed_numbers
from ita_docs.inspector.marks import retyped
from ita_docs.inspector.profiles import PROFILES
from ita_docs.package import Member
from ita_docs.paper import Look
from ita_docs.paper.styles import StyleSheet
from ita_docs.thai.digits import thai_digits
from ita_docs.thai.text import INVISIBLE, has_thai

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = "word/styles.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_2013 = "15"
WORD_URI = "http://schemas.microsoft.com/office/word"

# The Latin property and its twin for Thai letters (ISO 29500 §17.3.2).
TWINS = {"b": "bCs", "i": "iCs", "sz": "szCs"}
# What stands behind `cs` among the properties of a run, and behind `compat` among the settings, by the schema.
AFTER_CS = ("em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange")
AFTER_COMPAT = (
    *(
        "docVars",
        "rsids",
        "mathPr",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
    ),
    *("doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown"),
    *("smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
_THAI_STRETCH = re.compile(rf"[\u0e00-\u0e7f\uf700-\uf71a{''.join(INVISIBLE)}]+")
_OF_TEXT = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\d*\.xml")
_OF_LOOKS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|styles|numbering)\d*\.xml")
_SETTINGS = re.compile(r"word/settings\d*\.xml")

# New text for a stretch of old text: where it starts and ends, and what stands there then.
Edit = tuple[int, int, str]


class Repair(NamedTuple):
    """One kind of repair: the rules that it answers, the parts that it looks at, and what it does to one."""

    rules: frozenset[str]
    parts: re.Pattern[str]
    mend: Callable[[_Element, StyleSheet], bool]


def mend(docx: bytes, rules: Collection[str]) -> bytes:
    """Repair what breaks these rules; a paper with nothing to repair comes back as it was.

    Raises ValueError when the bytes are no whole package.
    """
    members = package.read(docx)
    wanted = [repair for repair in REPAIRS if repair.rules & set(rules)]
    sheet = StyleSheet(package.parse(members[STYLES].data) if STYLES in members else None, None, None)
    mended = dict(members)
    for name, member in members.items():
        due = [repair for repair in wanted if repair.parts.fullmatch(name)]
        if not due:
            continue
        root = package.parse(member.data)
        changes = [repair.mend(root, sheet) for repair in due]
        if any(changes):
            mended[name] = Member.pack((HEAD + package.serialise(root)).encode())
    return docx if all(mended[name] is member for name, member in members.items()) else package.write(mended)


# ---- the look of runs


def _add_twins(root: _Element, sheet: StyleSheet) -> bool:
    """Give Thai letters the bold, italic and size that somebody gave the Latin letters alone.

    In a run, only where Thai would else stay thin or small: a larger Thai size that the style gives is right as it is.
    """
    changed = False
    for look in root.iter(f"{W}rPr"):
        whole = _whole_look(look, sheet)
        for latin, thai in TWINS.items():
            found = look.find(f"{W}{latin}")
            if found is None or look.find(f"{W}{thai}") is not None or (whole and not _lacks(whole, latin)):
                continue
            found.addnext(look.makeelement(f"{W}{thai}", {str(key): str(value) for key, value in found.items()}))
            changed = True
    return changed


def _whole_look(own: _Element, sheet: StyleSheet) -> Look | None:
    """Give the look of a run once its styles have had their say; nothing where a style itself is mended."""
    paragraph = next(own.iterancestors(f"{W}p"), None)
    if paragraph is None or _name(own.getparent()) != "r":
        return None
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return sheet.look(own, "" if style is None else style.get(f"{W}val", ""))


def _lacks(look: Look, latin: str) -> bool:
    if latin == "sz":
        return look.size > look.size_cs
    return look.bold > look.bold_cs if latin == "b" else look.italic > look.italic_cs


def _add_thai_font(root: _Element, sheet: StyleSheet) -> bool:
    """Give Thai letters the font of the Latin ones where that is an official font and none is named for Thai."""
    changed = False
    for fonts in root.iter(f"{W}rFonts"):
        latin = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
        if latin in PROFILES["bma"].fonts and not (fonts.get(f"{W}cs") or fonts.get(f"{W}cstheme")):
            fonts.set(f"{W}cs", latin)
            changed = True
    return changed


def _mark_thai(root: _Element, sheet: StyleSheet) -> bool:
    """Mark the runs that hold Thai as complex script."""
    changed = False
    for run in root.iter(f"{W}r"):
        if not has_thai("".join(node.text or "" for node in run.iterfind(f"{W}t"))):
            continue
        look = run.find(f"{W}rPr")
        if look is None:
            look = run.makeelement(f"{W}rPr")
            run.insert(0, look)
        if look.find(f"{W}cs") is not None:
            continue
        after = [at for at, child in enumerate(look) if _name(child) not in AFTER_CS]
        look.insert(max(after, default=-1) + 1, look.makeelement(f"{W}cs"))
        changed = True
    return changed


def _let_proof(root: _Element, sheet: StyleSheet) -> bool:
    """Let Word proof Thai, for that is how it finds where lines may break."""
    changed = False
    for run in root.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        mark = None if look is None else look.find(f"{W}noProof")
        if look is not None and mark is not None and has_thai("".join(n.text or "" for n in run.iterfind(f"{W}t"))):
            look.remove(mark)
            changed = True
    return changed


# ---- the letters


def _tidy_letters(root: _Element, sheet: StyleSheet) -> bool:
    return _retype(root, _tidied)


def _thai_figures(root: _Element, sheet: StyleSheet) -> bool:
    """Write numbers in Thai digits; those of tables stay, for tables of figures may keep Arabic ones."""
    return _retype(root, _in_thai_digits, leave=f"{W}tc")


def _tidied(text: str) -> Iterator[Edit]:
    """Write stretches of Thai in their one right spelling; Latin and other letters are left alone."""
    for stretch in _THAI_STRETCH.finditer(text):
        if (right := retyped(stretch[0])) != stretch[0] and has_thai(right):
            yield stretch.start(), stretch.end(), right


def _in_thai_digits(text: str) -> Iterator[Edit]:
    if has_thai(text):
        for number in {*_spans(arabic_numbers(text)), *_spans(mixed_numbers(text))}:
            for at in range(*number):
                if text[at].isascii() and text[at].isdigit():
                    yield at, at + 1, thai_digits(text[at])


def _spans(found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    return (match.span() for match in found)


def _retype(root: _Element, edits: Callable[[str], Iterable[Edit]], leave: str = "") -> bool:
    """Put new letters into the paragraphs, each into the run where the old ones began."""
    changed = False
    for paragraph in root.iter(f"{W}p"):
        if leave and next(paragraph.iterancestors(leave), None) is not None:
            continue
        nodes = list(_typed(paragraph))
        text = "".join(node.text or "" for node in nodes)
        for start, end, right in sorted(edits(text), reverse=True):
            _put(nodes, start, end, right)
            changed = True
    return changed


def _put(nodes: list[_Element], start: int, end: int, right: str) -> None:
    at = 0
    for node in nodes:
        text = node.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            node.text = text[:first] + right + text[last:]
            right = ""
        at += len(text)


def _typed(paragraph: _Element) -> Iterator[_Element]:
    """List the pieces of text that somebody typed: not what fields reckon, nor what is struck out."""
    depth = 0
    for node in paragraph.iter(f"{W}t", f"{W}fldChar", f"{W}p"):
        if node.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(str(node.get(f"{W}fldCharType")), 0)
        elif node.tag == f"{W}t" and depth <= 0:
            around = list(node.iterancestors(f"{W}p", f"{W}fldSimple", f"{W}moveFrom", f"{W}del"))
            if around[0] is paragraph:  # else it is reckoned, struck out, or of a text box
                yield node


# ---- the file


def _free_the_grid(root: _Element, sheet: StyleSheet) -> bool:
    """Take lines off the grid of East Asian pages, which doubles their spacing."""
    changed = False
    for grid in root.iter(f"{W}docGrid"):
        if grid.get(f"{W}type") is not None:
            del grid.attrib[f"{W}type"]
            changed = True
    return changed


def _leave_old_word(root: _Element, sheet: StyleSheet) -> bool:
    """Let Word lay the paper out as Word 2013 and later do."""
    compat = root.find(f"{W}compat")
    if compat is None:
        compat = root.makeelement(f"{W}compat")
        later = (at for at, child in enumerate(root) if _name(child) in AFTER_COMPAT)
        root.insert(next(later, len(root)), compat)
    for setting in compat.iterfind(f"{W}compatSetting"):
        if setting.get(f"{W}name") == "compatibilityMode":
            if str(setting.get(f"{W}val")).isdigit() and int(str(setting.get(f"{W}val"))) >= int(WORD_2013):
                return False
            setting.set(f"{W}val", WORD_2013)
            return True
    said = {f"{W}name": "compatibilityMode", f"{W}uri": WORD_URI, f"{W}val": WORD_2013}
    compat.append(compat.makeelement(f"{W}compatSetting", said))
    return True


def _name(element: _Element | None) -> str:
    return "" if element is None else str(element.tag).rpartition("}")[2]


REPAIRS = (
    Repair(frozenset({"size-twin", "bold-twin", "italic-twin"}), _OF_LOOKS, _add_twins),
    Repair(frozenset({"font-slots-differ", "font-foreign"}), _OF_LOOKS, _add_thai_font),
    Repair(frozenset({"thai-unmarked"}), _OF_TEXT, _mark_thai),
    Repair(frozenset({"thai-unproofed"}), _OF_TEXT, _let_proof),
    Repair(
        frozenset({"sara-am-split", "double-sara-e", "mark-order", "private-letter", "invisible-character"}),
        _OF_TEXT,
        _tidy_letters,
    ),
    Repair(frozenset({"digits-mixed", "digits-mixed-in-number"}), _OF_TEXT, _thai_figures),
    Repair(frozenset({"line-grid"}), _OF_TEXT, _free_the_grid),
    Repair(frozenset({"compatibility-mode"}), _SETTINGS, _leave_old_word),
)
# Every rule that a repair answers.
MENDED = frozenset().union(*(repair.rules for repair in REPAIRS))
