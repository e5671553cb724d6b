"""What LibreOffice leaves undone in a PDF, made good: PDF/A-3 at level A (ISO 19005-3) and PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from tempfile import TemporaryFile
from typing import Any

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Name,
    Operator,
    PdfError,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

from ita_docs.pdf.tags import (
    CLOSING,
    OPENING,
    Tagged,
    attribute,
    inside,
    is_element,
    kids,
    letters,
    opened,
    said_otherwise,
    wordless,
)

DRAWING = {"m", "l", "c", "v", "y", "h", "re", "W", "W*"}  # operators that build a path, and those that paint it
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"}
# In the bytes: what opens a mark, what closes it, what builds a path.
MARKING = re.compile(rb"(?<![^\s\[\]<>])(?:(BDC|BMC)|(EMC)|(m|l|c|v|y|h|re|W\*?))(?![^\s\[\]<>/])")
DECORATION = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
END = ContentStreamInstruction([], Operator(CLOSING))
FILLED = ("/TD", "/TH", "/TR", "/Figure")  # tags that mean something with nothing inside

# PDF/A takes a property only from a schema that it knows or that the file describes; that of PDF/UA it does not know.
UA_SCHEMA = """\
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
"""


def mend(data: bytes) -> bytes:
    """Make good what the table of mends names; what is no PDF stays as it is, for `reading.inspect` to tell."""
    try:
        with opened(data) as pdf, TemporaryFile() as whole:
            tagged = Tagged(pdf)
            for step, _, _ in MENDS:
                step(tagged)
            pdf.save(whole, deterministic_id=True)
            whole.seek(0)
            return whole.read()
    except PdfError:
        return data


def _declare_level_a(tagged: Tagged) -> None:
    pdf = tagged.pdf
    if "/Metadata" not in pdf.Root:
        return
    text = pdf.Root.Metadata.read_bytes().decode()
    if "pdfaExtension:schemas" not in text:
        text = text.replace("</rdf:RDF>", f"{UA_SCHEMA} </rdf:RDF>")
    text = text.replace("<pdfaid:conformance>B<", "<pdfaid:conformance>A<")
    pdf.Root.Metadata = pdf.make_stream(text.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _set_drawings_apart(tagged: Tagged) -> None:
    pdf = tagged.pdf
    for page in pdf.pages:
        content = page.get("/Contents")
        if isinstance(content, Stream) and not _may_draw_apart(content.read_bytes()):
            continue
        written: list[Any] = []
        depth, drawing, found = 0, False, False
        for each in parse_content_stream(page):
            operator = str(each.operator)
            depth += (operator in OPENING) - (operator == CLOSING)
            if depth == 0 and not drawing and operator in DRAWING:
                written.append(DECORATION)
                drawing = found = True
            written.append(each)
            if drawing and operator in PAINTING:
                written.append(END)
                drawing = False
        if found:
            page.Contents = pdf.make_stream(unparse_content_stream(written))


def _may_draw_apart(content: bytes) -> bool:
    """Tell whether something may be drawn outside all marks.

    Where letters stand in brackets, or a picture stands among the operators (BI), nobody can say so fast.

    >>> _may_draw_apart(b"/P <</MCID 0>> BDC 1 2 m EMC"), _may_draw_apart(b"/P BMC EMC 1 2 m")
    (False, True)
    """
    depth = 0
    for found in MARKING.finditer(content):
        depth += bool(found[1]) - bool(found[2])
        if found[3] and depth == 0:
            return True
    return b"(" in content or b"BI" in content


def _name_letters(tagged: Tagged) -> None:
    missing = {font.objgen: wordless(font) for font in tagged.fonts}
    if not any(missing.values()):
        return
    named: dict[tuple[int, int], dict[int, str]] = {}
    streams = {font.objgen: font.ToUnicode for font in tagged.fonts if "/ToUnicode" in font}
    known = {font.objgen: letters(font) for font in tagged.fonts}
    for font, codes, said in said_otherwise(tagged.pdf):
        told = {code: known[font.objgen].get(code, "") for code in codes}
        for code in missing[font.objgen].intersection(codes):
            # The last glyph of ำ is an า, that of any other letter is the letter; a tone mark stands before it.
            unsaid = [letter for letter in said[:-1] if letter not in told.values()]
            last = code == codes[-1] or not unsaid
            named.setdefault(font.objgen, {})[code] = unicodedata.normalize("NFKD", said)[-1] if last else unsaid[0]
    for font, found in named.items():
        lines = "".join(f"<{code:02X}> <{ord(letter):04X}>\n" for code, letter in sorted(found.items()))
        table = streams[font].read_bytes()
        more = f"{len(found)} beginbfchar\n{lines}endbfchar\nendcmap".encode()
        streams[font].write(table.replace(b"endcmap", more, 1))


def _share_letters(tagged: Tagged) -> None:
    """Give the second glyph of a group the last of the letters that stand at the first, so that they read the same."""
    for font in tagged.fonts:
        for code in wordless(font):
            group = letters(font).get(code - 1, "")
            if len(group) > 1:
                whole, first, rest = (text.encode("utf-16-be").hex().upper() for text in (group, group[:-1], group[-1]))
                table = font.ToUnicode.read_bytes().decode("latin-1")
                table = table.replace(f"<{code - 1:02X}> <{whole}>", f"<{code - 1:02X}> <{first}>", 1)
                more = f"1 beginbfchar\n<{code:02X}> <{rest}>\nendbfchar\nendcmap"
                font.ToUnicode.write(table.replace("endcmap", more, 1).encode("latin-1"))


def _order_links(tagged: Tagged) -> None:
    for page in tagged.pdf.pages:
        if "/Annots" in page:
            page.Tabs = Name.S


def _drop_slivers(tagged: Tagged) -> None:
    for row in tagged.tagged("/TR"):
        row.K = Array([cell for cell in kids(row) if kids(cell) or attribute(cell, "/Height") != 0])


def _open_layout_tables(tagged: Tagged) -> None:
    for table in tagged.tagged("/Table"):
        if not any(each.S == "/TH" for each in inside(table)):
            for each in inside(table):
                if each.S in ("/Table", "/TR", "/TD"):
                    each.S = Name.Div
                    each.A = Array()


def _drop_empty(tagged: Tagged) -> None:
    for _, element in reversed(tagged.tree):  # the inner ones first
        children = kids(element)
        left = [child for child in children if not _is_empty(child)]
        if len(left) < len(children):
            element.K = Array(left)


def _is_empty(child: Any) -> bool:
    return is_element(child) and not kids(child) and str(child.S) not in FILLED


# What is done, the clause that asks for it, what LibreOffice 7.4 writes.
MENDS: tuple[tuple[Callable[[Tagged], None], str, str], ...] = (
    (_declare_level_a, "ISO 19005-3, 6.6.2.3 and 6.6.4", "level B is named, and the mark of PDF/UA is not described"),
    (_set_drawings_apart, "ISO 14289-1, 7.1", "rules and frames lie outside all tags; they are decoration"),
    (_name_letters, "ISO 14289-1, 7.21.7", "the second glyph of ำ, or the mark of ้ำ, stands for no letter"),
    (_share_letters, "ISO 14289-1, 7.21.7", "where ้ำ is written at its first glyph, the second stands for no letter"),
    (_order_links, "ISO 14289-1, 7.18.3", "the order of links is a text where a name is due"),
    (_drop_slivers, "ISO 14289-1, 7.2", "a merged cell that goes on overleaf leaves cells of no height in its row"),
    (_open_layout_tables, "ISO 14289-1, 7.5", "a table without headers only sets things side by side"),
    (_drop_empty, "ISO 14289-1, 7.1", "paragraphs that only make room are tagged, and read out as blank"),
)
