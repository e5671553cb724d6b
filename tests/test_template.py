"""Templates: the same paper as docxtpl makes, every fault of a template named, nothing of a value lost."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping

import pytest
from docx import Document
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined
from lxml import etree

from ita_docs.problems import DocumentError, Problem
from ita_docs.template import Picture, Template

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
ROOT = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(map(cell, texts))}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def docx(body: str, **others: str) -> bytes:
    """Zip a small Word document; `others` are header, footer, footnotes, endnotes and core."""
    tags = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
    core = others.pop("core", "")
    section = "".join(f'<w:{name}Reference w:type="default" r:id="{name}"/>' for name in ("header", "footer") if name in others)
    parts = {"word/document.xml": f"<w:document {ROOT}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"}
    kinds = {"word/document.xml": "document.main"}
    for name, xml in others.items():
        parts[f"word/{name}.xml"] = f"<w:{tags[name]} {ROOT}>{xml}</w:{tags[name]}>"
        kinds[f"word/{name}.xml"] = name
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{KIND}.{kind}+xml"/>' for name, kind in kinds.items())
    relations = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in others)
    main = f'<Relationship Id="main" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    if core:
        parts["docProps/core.xml"] = core
        main += f'<Relationship Id="core" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        overrides += (
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        )
    parts |= {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return written.getvalue()


def xml_of(paper: bytes, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        return etree.fromstring(archive.read(part))


def text_of(paper: bytes, part: str = "word/document.xml") -> str:
    """The text of a part, a line for every paragraph."""
    lines = ("".join(node.text or "" for node in found.iter(f"{W}t")) for found in xml_of(paper, part).iter(f"{W}p"))
    return "\n".join(lines)


def canonical(paper: bytes, part: str) -> str:
    root = xml_of(paper, part)
    for element in root.iter():
        if not (element.tail or "").strip():
            element.tail = None
    return etree.tostring(root, method="c14n", exclusive=True).decode()


def as_docxtpl(template: bytes, view: Mapping[str, object]) -> bytes:
    paper = DocxTemplate(io.BytesIO(template))
    paper.render(dict(view), Environment(undefined=StrictUndefined), autoescape=True)
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def problems_of(template: bytes, view: Mapping[str, object]) -> tuple[Problem, ...]:
    with pytest.raises(DocumentError) as caught:
        Template(template, name="t.docx").render(view)
    return caught.value.problems


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, str | None]]:
    return [(problem.code, problem.facts["value"], problem.place and problem.place.where) for problem in problems]


def png(width: int = 3, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


ROWS = [{"name": "ก & ข", "marks": ["1", "2"]}, {"name": "<ค>", "marks": []}, {"name": "“ง”", "marks": ["3"]}]
SAME_AS_DOCXTPL = {
    "scalars": (docx(paragraph("เรื่อง {{ a }} และ {{b}}") + paragraph("{{ ", "a", " }} ต่อ")), {"a": "ก", "b": "x\"y'z"}),
    "split by Word": (docx(paragraph("{", "{ a ", "}", "} {", "% if a %", "} มี {%", " endif %}")), {"a": "ก"}),
    "escaped values": (docx(paragraph("{{ a }}")), {"a": "ก & ข <ค> \"ง\" 'จ' {{ a }} {% if %}"}),
    "escaped braces": (docx(paragraph("{_{ a }_} {_% if %_} {{ a }}")), {"a": "1"}),
    "rows": (docx(table(row("{%tr for r in rows %}", ""), row("{{ loop.index }}", "{{ r.name }}"), row("{%tr endfor %}", ""))), {"rows": ROWS}),
    "no rows": (docx(table(row("หัว", "ข้อ"), row("{%tr for r in rows %}", ""), row("{{ r.name }}", ""), row("{%tr endfor %}", ""))), {"rows": []}),
    "rows in rows": (
        docx(
            table(
                row("{%tr for r in rows %}", ""), row("{{ r.name }}", ""), row("{%tr for m in r.marks %}", ""),
                row("", "{{ m }}"), row("{%tr endfor %}", ""), row("{%tr endfor %}", ""),
            )
        ),
        {"rows": ROWS},
    ),
    "paragraphs": (
        docx(paragraph("{%p if a %}") + paragraph("มี {{ a }}") + paragraph("{%p else %}") + paragraph("ไม่มี") + paragraph("{%p endif %}")),
        {"a": ""},
    ),
    "runs": (docx(paragraph("ก ", "{%r if a %}", "ข", "{%r endif %}", " ค") + paragraph("ง {%r if not a %}", "จ", "{%r endif %}")), {"a": "1"}),
    "header and footer": (docx(paragraph("{{ a }}"), header=paragraph("หัว {{ a }}"), footer=paragraph("ท้าย ", "{{", " b }}")), {"a": "ก & ข", "b": "<"}),
    "footnotes": (docx(paragraph("{{ a }}"), footnotes=f'<w:footnote w:id="2">{paragraph("{{ a }}")}</w:footnote>'), {"a": "ก"}),
    "merged down": (docx(table(row("{%tr for r in rows %}", ""), row("{% vm %}กลุ่ม", "{{ r.name }}"), row("{%tr endfor %}", ""))), {"rows": ROWS}),
    "merged across": (docx(table(f"<w:tr>{cell('{%tc for r in rows %}')}{cell('{% hm %}หัว')}{cell('{%tc endfor %}')}</w:tr>", columns=3)), {"rows": ROWS}),
    "columns": (
        docx(
            table(
                row("{%tc for r in rows %}", "{{ r.name }}", "{%tc endfor %}"),
                row("{%tc for r in rows %}", "{{ loop.index }}", "{%tc endfor %}"), columns=3,
            )
        ),
        {"rows": [*ROWS, *ROWS]},
    ),
    "spans": (docx(table(row("{% colspan n %}{{ a }}"), row("1", "2"))), {"n": 2, "a": "ก"}),
    "shading": (docx(table(row("{% cellbg colour %}{{ a }}", "2"))), {"colour": "FFEE00", "a": "ก"}),
    "comments": (
        docx(paragraph("{#p ไม่พิมพ์ #}") + paragraph("ก{# ไม่พิมพ์ {{ #}ข{{ a }}") + table(row("{#tr ไม่พิมพ์ #}", ""), row("1", "2"))),
        {"a": "1"},
    ),
    "macro and set": (
        docx(paragraph("{%p macro both(x, y) %}") + paragraph("{{ x }}/{{ y }}") + paragraph("{%p endmacro %}")
             + paragraph("{% set c = a %}{{ c }}") + paragraph("{% set d %}<{{ a }}>{% endset %}".replace("<", "").replace(">", "") + "{{ d }}")),
        {"a": "ก & ข"},
    ),
    "joined paragraphs": (docx(paragraph("ก") + paragraph("{%- if a -%}") + paragraph("ข") + paragraph("{%- endif -%}") + paragraph("ค")), {"a": "1"}),
    "inline for": (docx(paragraph("{% for r in rows %}{{ r.name }}{% if not loop.last %}, {% endif %}{% endfor %}")), {"rows": ROWS}),
    "smart quotes": (docx(paragraph("{% if a == “ก” %}ใช่{% else %}ไม่{% endif %} {% if 1 &lt; 2 %}น้อย{% endif %}")), {"a": "ก"}),
    "own line ends": (docx(paragraph("{{ rows|map(attribute='name')|join('\\n') }}{{ '\\t' }}ก")), {"rows": ROWS}),
    "indented XML": (docx("\n  " + paragraph("{{ a }}").replace("><", ">\n  <") + "\n"), {"a": "1"}),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME_AS_DOCXTPL)
def test_same_as_docxtpl(case: str) -> None:
    template, view = SAME_AS_DOCXTPL[case]
    ours, theirs = Template(template, thai=False).render(view), as_docxtpl(template, view)
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
    assert "word/document.xml" in parts
    for part in parts:
        assert canonical(ours, part) == canonical(theirs, part)
