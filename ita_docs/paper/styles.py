"""How the runs and paragraphs of a paper look once every style has had its say (ISO 29500 §17.7.2).

The order in which properties are laid over each other: the document's defaults, the table's style, the paragraph's
style, the character style, the run itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ita_docs.paper.values import Layout, Look

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OFF = ("0", "false", "off", "none")
MM_PER_TWIP = 25.4 / 1440
LATIN, THAI = "Times New Roman", "Times New Roman"  # what Word takes where nothing is said
VIVID = 0x60  # how far apart the red, green and blue of a marker are

# A property by its name, its attributes by theirs, without their namespaces.
Marks = Mapping[str, Mapping[str, str]]
NOTHING: Marks = {}

_ALIGNS = {"start": "left", "end": "right"}
_TOGGLES = {
    "b": "bold",
    "bCs": "bold_cs",
    "i": "italic",
    "iCs": "italic_cs",
    "cs": "marked_cs",
    "vanish": "hidden",
    "noProof": "unproofed",
}
_THEMED = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "cstheme": "cs", "eastAsiaTheme": "eastAsia"}


def number(text: str | None, otherwise: float = 0) -> float:
    """Read a number of the file; what is none counts as not said.

    >>> number("32"), number("wide"), number(None, 20)
    (32.0, 0, 20)
    """
    try:
        return float(text or "")
    except ValueError:
        return otherwise


def is_on(marks: Marks, name: str) -> bool:
    """Tell whether a yes-or-no property stands and is not switched off."""
    return name in marks and marks[name].get("val", "true") not in OFF


def marks_of(element: Any) -> dict[str, dict[str, str]]:
    """Read the properties of a run or a paragraph."""
    if element is None:
        return {}
    return {
        str(child.tag).removeprefix(W): {key.removeprefix(W): value for key, value in child.attrib.items()}
        for child in element
        if isinstance(child.tag, str) and child.tag.startswith(W)
    }


def laid_over(below: Marks, above: Marks) -> dict[str, Mapping[str, str]]:
    """Lay properties over others; fonts, spaces and indents attribute by attribute."""
    both = {**below, **above}
    for name in ("rFonts", "spacing", "ind", "lang"):
        if name in below and name in above:
            merged = {**below[name], **above[name]}
            for theme, plain in _THEMED.items():  # a plain name above takes the place of the theme's below
                if plain in above[name] and theme not in above[name]:
                    merged.pop(theme, None)
            both[name] = merged
    return both


class StyleSheet:
    """The styles of a paper: what each stands for, with all that it is based on."""

    def __init__(self, styles: Any, theme: Any, numbering: Any) -> None:
        self.names: dict[str, str] = {}
        self._styles: dict[str, Any] = {}
        self._whole: dict[str, tuple[Marks, Marks]] = {}
        self._looks: dict[object, Look] = {}
        self._theme = _theme_fonts(theme)
        self._numbering = _number_formats(numbering)
        self.paragraph_default = self.table_default = ""
        for style in [] if styles is None else styles.iter(f"{W}style"):
            identity = style.get(f"{W}styleId", "")
            name = style.find(f"{W}name")
            self._styles[identity] = style
            self.names[identity] = "" if name is None else name.get(f"{W}val", "")
            if style.get(f"{W}default") in ("1", "true", "on"):
                if style.get(f"{W}type") == "paragraph":
                    self.paragraph_default = identity
                elif style.get(f"{W}type") == "table":
                    self.table_default = identity
        defaults = None if styles is None else styles.find(f"{W}docDefaults")
        self._run_defaults = marks_of(_found(defaults, "rPrDefault", "rPr"))
        self._paragraph_defaults = marks_of(_found(defaults, "pPrDefault", "pPr"))

    def paragraph(self, own: Marks, table: str = "") -> dict[str, Mapping[str, str]]:
        """Give all the properties of a paragraph."""
        identity = own.get("pStyle", {}).get("val", "") or self.paragraph_default
        below = laid_over(self._paragraph_defaults, self._of(table)[0])
        return laid_over(laid_over(below, self._of(identity)[0]), own)

    def look(self, own: Any, paragraph_style: str, table: str = "") -> Look:
        """Give the look of a run with these properties of its own (an element or none)."""
        marks = marks_of(own)
        key = (paragraph_style, table, tuple((name, tuple(marks[name].items())) for name in marks))
        if key not in self._looks:
            below = laid_over(self._run_defaults, self._of(table)[1])
            below = laid_over(below, self._of(paragraph_style or self.paragraph_default)[1])
            below = laid_over(below, self._of(marks.get("rStyle", {}).get("val", ""))[1])
            self._looks[key] = self._look(laid_over(below, marks))
        return self._looks[key]

    def layout(self, marks: Marks) -> Layout:
        """Put the properties of a paragraph into words."""
        spacing, indent = marks.get("spacing", {}), marks.get("ind", {})
        rule = spacing.get("lineRule", "auto")
        line = number(spacing.get("line"), 240)
        hanging = number(indent.get("hanging"))
        first = -hanging if hanging else number(indent.get("firstLine"))
        outline = marks.get("outlineLvl", {}).get("val", "")
        align = marks.get("framePr", {}).get("xAlign", "") or marks.get("jc", {}).get("val", "left")
        numbers = is_on(marks, "numPr") or "numPr" in marks
        return Layout(
            align=_ALIGNS.get(align, align),
            first=round(first * MM_PER_TWIP, 2),
            left=round(number(indent.get("left", indent.get("start"))) * MM_PER_TWIP, 2),
            right=round(number(indent.get("right", indent.get("end"))) * MM_PER_TWIP, 2),
            before=number(spacing.get("before")) / 20,
            after=number(spacing.get("after")) / 20,
            line=round(line / 240, 3) if rule == "auto" else line / 20,
            line_rule=rule,
            keep_next=is_on(marks, "keepNext"),
            page_break=is_on(marks, "pageBreakBefore"),
            on_grid="snapToGrid" not in marks or is_on(marks, "snapToGrid"),
            outline=int(outline) if outline.isdigit() and outline != "9" else None,
            numbering=marks["numPr"].get("format", "") if numbers else "",
        )

    def numbering(self, own: Any, identity: str) -> str:
        """Name the format of the numbers that Word puts before a paragraph; empty where it puts none."""
        seen: set[str] = set()
        element = own
        identity = identity or self.paragraph_default
        while True:
            found = _found(element, "numPr")
            if found is not None:
                which = found.find(f"{W}numId")
                level = found.find(f"{W}ilvl")
                key = "" if which is None else which.get(f"{W}val", "")
                return self._numbering.get((key, "0" if level is None else level.get(f"{W}val", "0")), "")
            if identity in seen or identity not in self._styles:
                return ""
            seen.add(identity)
            style = self._styles[identity]
            element = style.find(f"{W}pPr")
            based = style.find(f"{W}basedOn")
            identity = "" if based is None else based.get(f"{W}val", "")

    def _of(self, identity: str) -> tuple[Marks, Marks]:
        """Give the paragraph's and the run's properties of a style with all that it is based on."""
        if identity not in self._styles:
            return NOTHING, NOTHING
        if identity not in self._whole:
            chain, seen = [], set[str]()
            while identity in self._styles and identity not in seen:
                seen.add(identity)
                chain.append(identity)
                based = self._styles[identity].find(f"{W}basedOn")
                identity = "" if based is None else based.get(f"{W}val", "")
            paragraph: Marks = {}
            run: Marks = {}
            for link in reversed(chain):
                paragraph = laid_over(paragraph, marks_of(self._styles[link].find(f"{W}pPr")))
                run = laid_over(run, marks_of(self._styles[link].find(f"{W}rPr")))
            identity = chain[0]
            self._whole[identity] = paragraph, run
        return self._whole[identity]

    def _look(self, marks: Marks) -> Look:
        fonts = dict(marks.get("rFonts", {}))
        for theme, plain in _THEMED.items():
            if theme in fonts:
                fonts[plain] = self._theme.get(fonts[theme], "") or fonts.get(plain, "")
        size = number(marks.get("sz", {}).get("val"), 20) / 2
        size_cs = number(marks.get("szCs", {}).get("val"), 20) / 2
        return Look(
            font=fonts.get("ascii") or LATIN,
            font_high=fonts.get("hAnsi") or LATIN,
            font_cs=fonts.get("cs") or THAI,
            font_asian=fonts.get("eastAsia") or LATIN,
            size=size,
            size_cs=size_cs,
            language_cs=marks.get("lang", {}).get("bidi", ""),
            highlight=marks.get("highlight", {}).get("val", "").replace("none", "") or _marker(marks),
            color=marks.get("color", {}).get("val", "").replace("auto", ""),
            **{field: is_on(marks, name) for name, field in _TOGGLES.items()},
        )


def _marker(marks: Marks) -> str:
    """Give the colour of a shading that is a marker's: LibreOffice saves highlighted words so, grey is a design."""
    fill = marks.get("shd", {}).get("fill", "")
    if not re.fullmatch("[0-9A-Fa-f]{6}", fill):
        return ""
    colours = [int(fill[at : at + 2], 16) for at in (0, 2, 4)]
    return fill if max(colours) - min(colours) >= VIVID else ""


def _found(element: Any, *names: str) -> Any:
    for name in names:
        element = None if element is None else element.find(f"{W}{name}")
    return element


def _theme_fonts(theme: Any) -> dict[str, str]:
    """Name the fonts that a theme stands for: Latin ones, and that of Thai in the complex set."""
    fonts = {}
    for kind in ("major", "minor"):
        scheme = None if theme is None else theme.find(f".//{A}{kind}Font")
        if scheme is None:
            continue
        latin, cs = scheme.find(f"{A}latin"), scheme.find(f"{A}cs")
        thai = next((font for font in scheme.iter(f"{A}font") if font.get("script") == "Thai"), None)
        for name in ("Ascii", "HAnsi"):
            fonts[f"{kind}{name}"] = "" if latin is None else latin.get("typeface", "")
        own = "" if cs is None else cs.get("typeface", "")
        fonts[f"{kind}Bidi"] = own or ("" if thai is None else thai.get("typeface", ""))
    return fonts


def _number_formats(numbering: Any) -> dict[tuple[str, str], str]:
    """List the format of each level of each list: (list, level) to decimal, thaiNumbers, bullet …"""
    if numbering is None:
        return {}
    kinds: dict[str, dict[str, str]] = {}
    for abstract in numbering.iter(f"{W}abstractNum"):
        levels = kinds.setdefault(abstract.get(f"{W}abstractNumId", ""), {})
        for level in abstract.iter(f"{W}lvl"):
            form = level.find(f"{W}numFmt")
            levels[level.get(f"{W}ilvl", "")] = "decimal" if form is None else form.get(f"{W}val", "")
    formats = {}
    for listed in numbering.iter(f"{W}num"):
        abstract = listed.find(f"{W}abstractNumId")
        identity = "" if abstract is None else abstract.get(f"{W}val", "")
        for level, form in kinds.get(identity, {}).items():
            formats[listed.get(f"{W}numId", ""), level] = "" if form == "none" else form
    return formats
