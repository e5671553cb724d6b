"""The same parts as docxtpl makes of a template and a view, for everything that docxtpl documents.

docxtpl is asked to escape values and to refuse missing ones, as we do. Where the two differ, `DIFFERENT` says how and
why; only the place of XML that means nothing, and of namespaces, is left out of the comparison.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple

import pytest
from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from lxml import etree
from test_template import (
    FOOTNOTE,
    OFFICE,
    W,
    cell,
    docx,
    paragraph,
    png,
    problems_of,
    relationships,
    row,
    rows,
    table,
    text_of,
    told,
    unzipped,
    xml_of,
    zipped,
)

from ita_docs.problems import DocumentError, Problem
from ita_docs.template import Template

View = dict[str, object]


def canonical(paper: bytes, part: str) -> str:
    root = xml_of(paper, part)
    for element in root.iter():
        if not (element.tail or "").strip():
            element.tail = None
    return etree.tostring(root, method="c14n", exclusive=True).decode()


ROWS = [{"name": "ก & ข", "marks": ["1", "2"]}, {"name": "<ค>", "marks": []}, {"name": "“ง”", "marks": ["3"]}]
ACROSS = f"<w:tr>{cell('{%tc for r in rows %}')}{cell('{% hm %}หัว')}{cell('{%tc endfor %}')}</w:tr>"
SAME_AS_DOCXTPL: dict[str, tuple[bytes, dict[str, object]]] = {
    "scalars": (
        docx(paragraph("เรื่อง {{ a }} และ {{b}}") + paragraph("{{ ", "a", " }} ต่อ")),
        {"a": "ก", "b": "x\"y'z"},
    ),
    "split by Word": (
        docx(paragraph("{", "{ a ", "}", "} {", "% if a %", "} มี {%", " endif %}")),
        {"a": "ก"},
    ),
    "nothing but split by Word": (docx(paragraph("{", "{ a }", "}")), {"a": "ก"}),
    "escaped values": (docx(paragraph("{{ a }}")), {"a": "ก & ข <ค> \"ง\" 'จ' {{ a }} {% if %}"}),
    "escaped braces": (docx(paragraph("{_{ a }_} {_% if %_} {{ a }}{{ '{_{' }}")), {"a": "1"}),
    "only escaped braces": (docx(paragraph("{_{ ก }_}")), {}),
    "rows": (docx(table(rows("r in rows", "{{ loop.index }}", "{{ r.name }}"))), {"rows": ROWS}),
    "no rows": (docx(table(row("หัว", "ข้อ"), rows("r in rows", "{{ r.name }}", ""))), {"rows": []}),
    "rows in rows": (
        docx(
            table(
                row("{%tr for r in rows %}", ""),
                row("{{ r.name }}", "ก"),
                rows("m in r.marks", "{{ loop.index }}", "{{ m }}"),
                row("{%tr endfor %}", ""),
            )
        ),
        {"rows": ROWS},
    ),
    "paragraphs": (
        docx("".join(map(paragraph, ["{%p if a %}", "มี {{ a }}", "{%p else %}", "ไม่มี", "{%p endif %}"]))),
        {"a": ""},
    ),
    "runs": (
        docx(
            paragraph("ก ", "{%r if a %}", "ข", "{%r endif %}", " ค")
            + paragraph("ง {%r if not a %}", "จ", "{%r endif %}")
        ),
        {"a": "1"},
    ),
    "header and footer": (
        docx(paragraph("{{ a }}"), header=paragraph("หัว {{ a }}"), footer=paragraph("ท้าย ", "{{", " b }}")),
        {"a": "ก & ข", "b": "<"},
    ),
    "footnotes": (docx(paragraph("{{ a }}"), footnotes=FOOTNOTE), {"a": "ก"}),
    "merged down": (docx(table(rows("r in rows", "{% vm %}กลุ่ม", "{{ r.name }}"))), {"rows": ROWS}),
    "merged across": (docx(table(ACROSS, columns=3)), {"rows": ROWS}),
    "columns": (
        docx(
            table(
                row("{%tc for r in rows %}", "{{ r.name }}", "{%tc endfor %}"),
                row("{%tc for r in rows %}", "{{ loop.index }}", "{%tc endfor %}"),
                columns=3,
            )
        ),
        {"rows": [*ROWS, *ROWS]},
    ),
    "spans": (docx(table(row("{% colspan n %}{{ a }}"), row("1", "2"))), {"n": 2, "a": "ก"}),
    "shading": (docx(table(row("{% cellbg colour %}{{ a }}", "2"))), {"colour": "FFEE00", "a": "ก"}),
    "comments": (
        docx(
            paragraph("{#p ไม่พิมพ์ #}")
            + paragraph("ก{# ไม่พิมพ์ {{ #}ข{{ a }}")
            + table(row("{#tr ไม่พิมพ์ #}", ""), row("1", "2"))
        ),
        {"a": "1"},
    ),
    "macro and set": (
        docx(
            paragraph("{%p macro both(x, y) %}")
            + paragraph("{{ x }}/{{ y }}")
            + paragraph("{%p endmacro %}")
            + "{% set body = both(a, '&amp;') %}{{ body }}"
            + paragraph("{% set c = a %}{{ c }}{% set d %}{{ a }}.{% endset %}{{ d }}")
        ),
        {"a": "ก & ข"},
    ),
    "a macro called with a block": (
        docx(
            paragraph("{% macro twice(x) %}{{ caller(x) }}-{{ caller('ข') }}{% endmacro %}")
            + paragraph("{% call(y) twice(a) %}({{ y }}){% endcall %}")
        ),
        {"a": "<ก>"},
    ),
    "filters": (
        docx(
            paragraph(
                "{{ a|upper }} {{ a|replace('b', '&amp;') }} {{ a|center(9) }}| {{ a|default('-') }} {{ z|d(a) }}"
            )
            + paragraph("{{ rows|map(attribute='name')|join(', ') }} {{ rows|length }} {{ (rows|first).name|e }}")
            + paragraph(
                "{% filter upper %}x {{ a }}{% endfilter %} {{ '%s-%03d'|format(a, 7) }} {{ a|title|truncate(3) }}"
            )
            + paragraph("{% for each in rows|sort(attribute='name', reverse=true) %}{{ each.name }};{% endfor %}")
            + paragraph("{% for mark, same in rows|groupby('marks') %}{{ mark|join }}={{ same|length }};{% endfor %}")
            + paragraph(
                "{% for pair in rows|batch(2, '-') %}{{ pair|length }}{% endfor %}{{ rows|sum(attribute='n') }}"
            )
        ),
        {"a": "ab", "rows": [{"name": "ก & ข", "marks": ["1"], "n": 1}, {"name": "<ค>", "marks": ["1"], "n": 2}]},
    ),
    "tests": (
        docx(
            paragraph(
                "{{ a is defined }} {{ z is defined }} {% if n is divisibleby 3 %}สาม{% endif %} {{ a is string }}"
            )
            + paragraph("{{ rows|selectattr('name', 'eq', a)|list|length }} {{ 'ก' in a }} {{ n is not odd }}")
        ),
        {"a": "ก", "n": 6, "rows": ROWS},
    ),
    "sums": (
        docx(
            paragraph(
                "{{ n + 1 }} {{ n * 2 }} {{ 7 // 2 }} {{ 7 % 4 }} {{ 2 ** 8 }} {{ -n }} {{ 'ก' * 3 }} {{ n / 4 }}"
            )
            + paragraph(
                "{{ a ~ n ~ '&amp;' }} {{ [1, 2] + [3] }} {{ '%s' % a }} {{ not n }} {{ n if n &gt; 3 else a }}"
            )
            + paragraph("{{ a[0] }}{{ a[::-1] }} {{ rows[1]['name'] }} {{ rows[n - 6].name }} {{ (1, 2)[1] }}")
        ),
        {"a": "กข", "n": 6, "rows": ROWS},
    ),
    "calls": (
        docx(
            paragraph(
                "{{ a.upper() }} {{ 'ก,ข'.split(',')|last }} {{ '{:&gt;4}|{}'.format(a, 1500000) }} {{ ', '.join(b) }}"
            )
            + paragraph("{% for key, value in c.items() %}{{ key }}={{ value }};{% endfor %}{{ c.get('z', '-') }}")
            + paragraph("{% for n in range(1, 6, 2) %}{{ n }}{{ loop.cycle('ก', 'ข') }}{% endfor %} {{ dict(x=1).x }}")
            + paragraph(
                "{% set own = namespace(n=0) %}{% for r in b %}{% set own.n = own.n + 1 %}{% endfor %}{{ own.n }}"
            )
            + paragraph("{% set sep = joiner('/') %}{% for r in b %}{{ sep() }}{{ r }}{% endfor %}")
        ),
        {"a": "x&y", "b": ["ก", "<"], "c": {"k": "1", "l": "2"}},
    ),
    "a tree": (
        docx(
            paragraph("{% for x in rows recursive %}{{ x.name }}({{ loop(x.rows) }}){{ loop.depth }}{% endfor %}")
            + paragraph("{% with b = rows|length %}{{ b }}{% endwith %}{% block c %}{{ rows[0].name }}{% endblock %}")
        ),
        {"rows": [{"name": "ก", "rows": [{"name": "ข", "rows": []}]}, {"name": "ค", "rows": []}]},
    ),
    "as typed": (docx(paragraph("{% raw %}{{ a }} {% if %}{% endraw %} {{ a }}")), {"a": "ก"}),
    "a listing": (docx(paragraph("ก {{ a }} ข")), {"a": Listing("1 & <2>\n3\t4\a5")}),
    "joined paragraphs": (
        docx("".join(map(paragraph, ["ก", "{%- if a -%}", "ข", "{%- endif -%}", "ค"]))),
        {"a": "1"},
    ),
    "inline loop": (
        docx(paragraph("{% for r in rows %}{{ r.name }}{% if not loop.last %}, {% endif %}{% endfor %}")),
        {"rows": ROWS},
    ),
    "smart quotes": (
        docx(paragraph("{% if a == “ก” %}ใช่{% else %}ไม่{% endif %} {% if 1 &lt; 2 %}น้อย{% endif %}")),
        {"a": "ก"},
    ),
    "own line ends": (docx(paragraph("{{ ['ก', 'ข']|join('\\n') }}{{ '\\t' }}{{ a }}")), {"a": "ค"}),
    "alternative text": (
        docx('<w:p><w:fldSimple w:instr="REF {{ b }}"><w:r><w:t>{{ a }}</w:t></w:r></w:fldSimple></w:p>'),
        {"a": "ก", "b": "<&"},
    ),
    "indented XML": (docx("\n  " + paragraph("{{ a }}").replace("><", ">\n  <") + "\n"), {"a": "1"}),
}


DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = f'xmlns:wp="{DRAWN}/wordprocessingDrawing" xmlns:a="{DRAWN}/main" xmlns:pic="{DRAWN}/picture"'


def with_member(template: bytes, name: str, data: bytes) -> bytes:
    return zipped({**unzipped(template), name: data})


def drawing(identity: str, name: str) -> str:
    """A run with a picture that lies in the package already."""
    return (
        f'<w:r><w:drawing><wp:inline {SPACES}><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="{name}"/>'
        f'<a:graphic><a:graphicData uri="{DRAWN}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}" '
        f'descr="ตรา &amp; ชื่อ"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{identity}"/>'
        "</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def with_picture() -> bytes:
    parts = unzipped(docx(f"<w:p>{drawing('seal', 'seal.png')}</w:p>{paragraph('{{ a }}')}"))
    kinds = parts["[Content_Types].xml"].replace(
        b"<Default", b'<Default Extension="png" ContentType="image/png"/><Default', 1
    )
    relation = relationships(f'Id="seal" Type="{OFFICE}/image" Target="media/seal.png"').encode()
    return zipped(
        {**parts, "[Content_Types].xml": kinds, "word/_rels/document.xml.rels": relation, "word/media/seal.png": png()}
    )


def box(*paragraphs: str) -> str:
    inside = "".join(paragraphs)
    return f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"


def look(text: str, properties: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


WIDE = '<w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>'
SAME_AS_DOCXTPL |= {
    "a table in a cell": (
        docx(
            table(
                row("{%tr for r in rows %}", ""),
                f"<w:tr>{cell('{{ r.name }}')}<w:tc><w:tcPr/>"
                f"{table(rows('m in r.marks', '{{ m }}', '{{ r.name }}'))}{paragraph()}</w:tc></w:tr>",
                row("{%tr endfor %}", ""),
            )
        ),
        {"rows": ROWS[:1]},
    ),
    "rows under a question": (
        docx(
            table(
                row("{%tr if a %}", ""),
                row("{{ a }}", "ก"),
                row("{%tr else %}", ""),
                row("ข", "ค"),
                row("{%tr endif %}", ""),
            )
        ),
        {"a": ""},
    ),
    "columns under a question": (
        docx(table(row("1", "{%tc if a %}", "{{ a }}", "{%tc endif %}"), columns=3)),
        {"a": ""},
    ),
    "a comment of a column": (docx(table(row("{#tc ไม่พิมพ์ #}", "{{ a }}"), columns=2)), {"a": "1"}),
    "paragraphs in a loop": (
        docx("".join(map(paragraph, ["{%p for r in rows %}", "{{ loop.index }}. {{ r.name }}", "{%p endfor %}"]))),
        {"rows": ROWS},
    ),
    "runs in a loop": (
        docx(paragraph("{%r for r in rows %}", "{{ r.name }}", "{%r endfor %}")),
        {"rows": ROWS},
    ),
    "merged across over spans": (
        docx(
            table(
                f"<w:tr>{cell('{%tc for r in rows %}')}{WIDE.format(paragraph('{% hm %}หัว'))}"
                f"{cell('{%tc endfor %}')}</w:tr>",
                columns=6,
            )
        ),
        {"rows": ROWS},
    ),
    "shading in a loop": (
        docx(table(rows("r in rows", "{% cellbg r.colour %}{{ r.name }}", "2"))),
        {"rows": [{"colour": "FF0000", "name": "<ก>"}, {"colour": "00FF00", "name": "ข"}]},
    ),
    "tables in a footer": (
        docx(
            paragraph("ก"),
            header=paragraph("{% if a %}{{ a }}{% else %}-{% endif %}"),
            footer=table(rows("r in rows", "{{ r.name }}", "")),
        ),
        {"a": "", "rows": ROWS},
    ),
    "a loop in footnotes": (
        docx(paragraph("ก"), footnotes=FOOTNOTE.replace("{{ a }}", "{% for r in rows %}{{ r.name }} {% endfor %}")),
        {"rows": ROWS},
    ),
    "a text box": (
        docx(box(paragraph("{{ a }}"), paragraph("{%p if a %}"), paragraph("ข"), paragraph("{%p endif %}"))),
        {"a": "<ก>"},
    ),
    "a control and a link": (
        docx(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('{{ a }}')}</w:sdtContent></w:sdt>"
            '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>{{ a }}</w:t></w:r></w:hyperlink></w:p>'
        ),
        {"a": "<ก>"},
    ),
    "split over looks": (
        docx(f"<w:p>{look('ก {', '<w:b/>')}{look('{ a', '<w:i/>')}{look(' }', '<w:b/>')}{look('} ข', '')}</w:p>"),
        {"a": "ค & ง"},
    ),
    "spell marks within a tag": (
        docx(
            '<w:p><w:r><w:t>{{ </w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>a</w:t></w:r>'
            '<w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> }}</w:t></w:r></w:p>'
        ),
        {"a": "ก"},
    ),
    "questions over runs": (
        docx(f"<w:p>{look('ก{% if a %}ข', '<w:b/>')}{look('ค{% endif %}ง', '<w:i/>')}</w:p>"),
        {"a": ""},
    ),
    "elif": (docx(paragraph("{% if n == 1 %}หนึ่ง{% elif n == 2 %}สอง{% else %}มาก{% endif %}")), {"n": 2}),
    "a loop with else": (docx(paragraph("{% for r in rows %}{{ r }}{% else %}ไม่มี{% endfor %}")), {"rows": []}),
    "words of a property in a loop": (
        docx(
            table(
                row("{%tr for r in rows %}", ""),
                f'<w:tr><w:trPr><w:trHeight w:val="{{{{ r.high }}}}"/></w:trPr>{cell("{{ r.name }}")}{cell("")}</w:tr>',
                row("{%tr endfor %}", ""),
            )
        ),
        {"rows": [{"high": 300, "name": "ก"}, {"high": 500, "name": "ข"}]},
    ),
    "numbers and nothing": (
        docx(paragraph("{{ n }} {{ f }} {{ none }} {{ yes }}")),
        {"n": 7, "f": 1.5, "none": None, "yes": True},
    ),
}


def rich() -> RichText:
    text = RichText("ก & <ข>", bold=True, color="#FF0000", size=40, font="TH SarabunPSK")
    text.add("\nค\tง\aจ", italic=True, underline="dash", strike=True, superscript=True, style="x")
    return text


def note(tpl: DocxTemplate) -> object:
    """A sub-document of one's own: a paragraph and a table."""
    sub = tpl.new_subdoc()
    sub.add_paragraph("ย่อย & <ก>")
    sub.add_table(1, 2).rows[0].cells[1].text = "ข"
    return sub


def other_paper(tpl: DocxTemplate) -> object:
    """A sub-document from a file, with a picture of its own."""
    paper = Document()
    paper.add_paragraph("จากไฟล์อื่น")
    paper.add_picture(io.BytesIO(png()))
    paper.save(file := io.BytesIO())
    return tpl.new_subdoc(file)


def image(tpl: DocxTemplate, width: int = 3, **words: object) -> InlineImage:
    return InlineImage(tpl, io.BytesIO(png(width)), width=Mm(10), **words)


# What docxtpl formats is made with its own template, so a view is made twice.
LARGE = Document()
LARGE.save(PLAIN := io.BytesIO())
SPACED = unzipped(PLAIN.getvalue())


def spaced(body: str) -> bytes:
    """A template on python-docx's own base, which knows the namespaces and styles that sub-documents need."""
    document = SPACED["word/document.xml"].decode()
    start, end = document.index("<w:body>") + 8, document.index("<w:sectPr")
    return zipped({**SPACED, "word/document.xml": document[:start] + body + document[end:]})


FORMATTED: dict[str, tuple[bytes, Callable[[DocxTemplate], View]]] = {
    "rich text": (docx(paragraph("ก {{r a }} ข {{ b }}")), lambda _: {"a": rich(), "b": "<ค>"}),
    "rich text, split by Word": (docx(paragraph("ก ", "{{", "r a ", "}} ข")), lambda _: {"a": rich()}),
    "rich text in a row": (
        docx(table(rows("x in rows", "{{r x.name }}", "{{ x.n }}"))),
        lambda _: {"rows": [{"name": rich(), "n": 1}, {"name": RichText("ข"), "n": 2}]},
    ),
    "rich text under a question": (
        docx(paragraph("{% if a %}{{r a }}{% endif %}") + paragraph("{%p if not a %}") + paragraph("{%p endif %}")),
        lambda _: {"a": rich()},
    ),
    "rich text in rich text": (docx(paragraph("{{r a }}")), lambda _: {"a": RichText(rich())}),
    "rich text by a macro": (
        docx(
            paragraph("{%p macro m(x) %}")
            + paragraph("{{r x }}")
            + paragraph("{%p endmacro %}")
            + paragraph("{{p m(a) }}")
        ),
        lambda _: {"a": rich()},
    ),
    "rich text in a header": (docx(paragraph("ก"), header=paragraph("{{r a }}")), lambda _: {"a": rich()}),
    "rich text with a link": (
        docx(paragraph("{{r a }}")),
        lambda tpl: {"a": RichText("ก", url_id=tpl.build_url_id("https://example.org/?a=1&b=2")), "x": image(tpl)},
    ),
    "rich paragraphs": (
        docx(paragraph("{{p a }}") + paragraph("ท้าย")),
        lambda _: {"a": RichTextParagraph(rich(), parastyle="Body")},
    ),
    "listings in a row": (
        docx(table(rows("x in rows", "{{ x }}", "ก"))),
        lambda _: {"rows": [Listing("1 & <2>\n3"), Listing("4\t5\a6\f7")]},
    ),
    "an image": (docx(paragraph("ก {{ a }} ข")), lambda tpl: {"a": image(tpl)}),
    "images in a row": (
        docx(table(rows("x in rows", "{{ x.seal }}", "{{ x.name }}"))),
        lambda tpl: {"rows": [{"seal": image(tpl, at), "name": "<ก>"} for at in (3, 4, 3)]},
    ),
    "an image with a link": (docx(paragraph("{{ a }}")), lambda tpl: {"a": image(tpl, anchor="https://example.org")}),
    "a sub-document": (spaced(paragraph("{{p a }}") + paragraph("{{ b }}")), lambda tpl: {"a": note(tpl), "b": "<"}),
    "a sub-document from a file": (spaced(paragraph("ก") + paragraph("{{p a }}")), lambda t: {"a": other_paper(t)}),
    "sub-documents in a cell": (
        spaced(table(rows("x in rows", "{{p x }}", "ก"))),
        lambda tpl: {"rows": [note(tpl), note(tpl)]},
    ),
    "all at once": (
        spaced(paragraph("{{r a }} {{ b }}") + paragraph("{{p c }}") + paragraph("{{ d }}")),
        lambda tpl: {"a": rich(), "b": Listing("1\n2"), "c": note(tpl), "d": image(tpl)},
    ),
}


def as_docxtpl(paper: DocxTemplate, view: View) -> bytes:
    paper.render(view, Environment(undefined=StrictUndefined), autoescape=True)
    paper.save(written := io.BytesIO())
    return written.getvalue()


def opened(template: bytes) -> DocxTemplate:
    return DocxTemplate(io.BytesIO(template))


def filled_parts(paper: bytes) -> list[str]:
    names = [name for name in unzipped(paper) if name.startswith("word/") and name.endswith(".xml")]
    assert "word/document.xml" in names
    return names


@pytest.mark.parametrize("case", SAME_AS_DOCXTPL)
def test_same_as_docxtpl(case: str) -> None:
    template, view = SAME_AS_DOCXTPL[case]
    ours, theirs = Template(template, thai=False).render(view), as_docxtpl(opened(template), dict(view))
    for part in filled_parts(template):
        assert canonical(ours, part) == canonical(theirs, part)


@pytest.mark.parametrize("case", FORMATTED)
def test_what_docxtpl_formats_is_the_same(case: str) -> None:
    template, view_for = FORMATTED[case]
    one, other = opened(template), opened(template)
    ours = Template(template, thai=False).render(view_for(one))
    theirs = as_docxtpl(other, view_for(other))
    parts, those = unzipped(ours), unzipped(theirs)
    assert {name for name in parts if "/media/" in name} == {name for name in those if "/media/" in name}
    for part in filled_parts(ours):
        assert canonical(ours, part) == canonical(theirs, part)
    for part in (name for name in parts if name.endswith(".rels") and name != "_rels/.rels"):
        assert relations(parts[part]) == relations(those.get(part, b"<none/>"))
    Document(io.BytesIO(ours))


def relations(data: bytes) -> set[tuple[str, ...]]:
    return {tuple(str(item.get(key)) for key in ("Id", "Type", "Target")) for item in etree.fromstring(data)}


# ---- where the two differ, and why


class Difference(NamedTuple):
    """A template and a view of which docxtpl makes something else: the text of a part, or what it fails with."""

    why: str
    template: bytes
    view: Callable[[DocxTemplate], View]
    ours: str | list[tuple[str, str, str | None]]
    theirs: str | type[Exception]
    part: str = "word/document.xml"


MALFORMED, UNFILLED = "placeholder-malformed", "placeholder-unfilled"
ENDNOTE = FOOTNOTE.replace("footnote", "endnote")
DIFFERENT = {
    "a missing value": Difference(
        "we say where; docxtpl says only the name",
        docx(paragraph("ก") + paragraph("{{ a }}")),
        lambda _: {},
        [(UNFILLED, "a", "p2")],
        UndefinedError,
    ),
    "endnotes": Difference(
        "docxtpl leaves the tags of endnotes standing",
        docx(paragraph("ก"), endnotes=ENDNOTE),
        lambda _: {"a": "ข"},
        "ข",
        "{{ a }}",
        "word/endnotes.xml",
    ),
    "escaped braces in a value": Difference(
        "what a person typed is printed as typed",
        docx(paragraph("{{ a }}")),
        lambda _: {"a": "{_{ ก }_}"},
        "{_{ ก }_}",
        "{{ ก }}",
    ),
    "a line end in a value": Difference(
        "a finished value has none; Listing is for lines",
        docx(paragraph("{{ a }}")),
        lambda _: {"a": "ก\nข"},
        [("control-character", "U+000A", None)],
        "กข",
    ),
    "plain text in place of a run": Difference(
        "outside of any run Word shows no text",
        docx(paragraph("ก {{r a }} {{r b }}")),
        lambda _: {"a": "หาย", "b": RichText("ข")},
        [(MALFORMED, "ก {{ a }} {{ b }}", "p1")],
        "ก  ข",
    ),
    "rich text within a text": Difference(
        "a run within a text is not shown by Word; it is written {{r a }}",
        docx(paragraph("ก {{ a }}")),
        lambda _: {"a": RichText("หาย")},
        [(MALFORMED, "ก {{ a }}", "p1")],
        "ก หาย",
    ),
    "a paragraph's end within a link": Difference(
        "docxtpl writes a paragraph within the link, which Word does not open",
        docx(paragraph("{{r a }}")),
        lambda tpl: {"a": RichText("ก\aข", url_id=tpl.build_url_id("https://example.org")), "x": image(tpl)},
        [(MALFORMED, "{{r a }}", "p1")],
        "กข\nข",
    ),
    "raw XML": Difference(
        "what lets raw XML into a paper is refused",
        docx(paragraph("{{ a|safe }}")),
        lambda _: {"a": "ก"},
        [("template-unsafe", "{{ a|safe }}", "p1")],
        "ก",
    ),
    "a picture in a footnote": Difference(
        "neither lays pictures into footnotes; we say where the tag stands",
        docx(paragraph("ก"), footnotes=FOOTNOTE),
        lambda tpl: {"a": image(tpl)},
        [(MALFORMED, "{{ a }}", "footnotes n1 p1")],
        AttributeError,
    ),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_where_docxtpl_makes_something_else(case: str) -> None:
    known = DIFFERENT[case]
    one, other = opened(known.template), opened(known.template)
    template, view = Template(known.template, name="t.docx"), known.view(one)
    if isinstance(known.ours, str):
        assert text_of(template.render(view), known.part).strip() == known.ours
    else:
        with pytest.raises(DocumentError) as caught:
            template.render(view)
        assert told(caught.value.problems) == known.ours
    if isinstance(known.theirs, str):
        assert text_of(as_docxtpl(other, known.view(other)), known.part).strip() == known.theirs
    else:
        with pytest.raises(known.theirs):
            as_docxtpl(other, known.view(other))


def test_a_table_left_without_rows_keeps_its_columns() -> None:
    """docxtpl counts no cells and takes the columns out, so that Word finds a table of no width."""
    template = docx(table(rows("r in rows", "{{ r }}", "")))
    ours, theirs = Template(template).render({"rows": []}), as_docxtpl(opened(template), {"rows": []})
    assert [len(list(xml_of(paper).iter(f"{W}gridCol"))) for paper in (ours, theirs)] == [2, 0]


def test_pictures_of_a_header_have_numbers_of_their_own() -> None:
    """docxtpl numbers those of the body only, and Word wants no number twice."""
    template = docx(paragraph("{{ a }}"), header=paragraph("{{ a }}"))
    tpl = opened(template)
    paper = Template(template).render({"a": image(tpl)})
    numbers = [
        xml_of(paper, part).find(f".//{{{DRAWN}/wordprocessingDrawing}}docPr").get("id")
        for part in ("word/document.xml", "word/header.xml")
    ]
    assert numbers == ["1001", "1002"]


def test_properties_are_given_not_filled() -> None:
    """docxtpl fills tags in the title and escapes them twice; ours come from whoever makes the paper."""
    paper = Document(io.BytesIO(docx(paragraph("ก"))))
    paper.core_properties.title = "{{ a }}"
    paper.save(file := io.BytesIO())
    theirs = Document(io.BytesIO(as_docxtpl(opened(file.getvalue()), {"a": "ข & ค"})))
    assert theirs.core_properties.title == "ข &amp; ค"
    ours = Document(io.BytesIO(Template(file.getvalue()).render({}, {"title": "ข & ค"})))
    assert ours.core_properties.title == "ข & ค"


@pytest.mark.parametrize("name", ["seal.png", "ตรา & ชื่อ"])
def test_pictures_are_swapped_by_name(name: str) -> None:
    template, other = with_picture(), png(30)
    ours = Template(template, thai=False).render({"a": "ก"}, swapped={name: other})
    theirs = opened(template)
    theirs.replace_pic(name, io.BytesIO(other))
    written = unzipped(as_docxtpl(theirs, {"a": "ก"}))
    assert [data for part, data in written.items() if "/media/" in part] == [other]
    assert unzipped(ours)["word/media/seal.png"] == other
    assert Template(template).render({"a": "ก"}, swapped={}) == Template(template).render({"a": "ก"})
    with pytest.raises(ValueError, match="garuda"):
        Template(template).render({"a": "ก"}, swapped={"garuda": other})


def test_what_docxtpl_formats_shows_a_template_nothing_of_itself() -> None:
    template = docx(paragraph("{{ a.tpl.docx }}"))
    assert [code for code, _, _ in told(problems(template, lambda tpl: {"a": image(tpl)}))] == [MALFORMED]


def test_what_was_made_with_another_template_is_refused() -> None:
    template, other = docx(paragraph("{{ a }}")), docx(paragraph("ก"))
    with pytest.raises(ValueError, match="another template"):
        Template(template).render({"a": image(opened(other))})
    with pytest.raises(ValueError, match="several"):
        Template(template).render({"a": [image(opened(template)), image(opened(template))]})
    with pytest.raises(ValueError, match="link"):
        Template(docx(paragraph("{{r a }}"))).render({"a": RichText("ก", url_id="rId7")})


def test_what_docxtpl_formats_is_no_fault_of_the_tag_that_prints_it() -> None:
    template = Template(docx(paragraph("{{r a }}")))
    assert template.problems({"a": RichText("ก")}) == ()
    assert [problem.code for problem in template.problems({"a": "ก"})] == [MALFORMED]


def problems(template: bytes, view: Callable[[DocxTemplate], View]) -> tuple[Problem, ...]:
    return problems_of(template, view(opened(template)))
