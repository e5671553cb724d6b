"""Templates are looked over without data: each way of breaking one is a case, with all that is due to be told.

A case is a small template, written out as text, and the problems due: code, words at fault, place.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from test_template import OFFICE, ROOT, docx, paragraph, relationships, row, table, told, unzipped, zipped

from ita_docs.template import Template
from ita_docs.template.shape import FLAG, PICTURE, TEXT, Shape

# What fills the templates of this file.
OFFERED: Shape = {
    "title": TEXT,
    "emblem": PICTURE,
    "urgent": FLAG,
    "reason": [TEXT],
    "members": [{"name": TEXT, "role": TEXT, "last": FLAG, "duties": [{"number": TEXT, "text": TEXT}]}],
}
# A template that asks for all of it, put beside each broken piece so that only what is broken is told.
REST = "".join(
    map(
        paragraph,
        [
            "{%p if urgent %}",
            "{{ emblem }}",
            "{%p endif %}",
            "{{ title }}",
            "{%p for line in reason %}",
            "{{ line }}",
            "{%p endfor %}",
            "{%p for person in members %}",
            "{{ person.name }} {{ person.role }}",
            "{%p for duty in person.duties %}",
            "{{ duty.number }} {{ duty.text }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ],
    )
)


def paragraphs(*texts: str) -> str:
    return "".join(map(paragraph, texts))


def styled(*runs: tuple[str, str]) -> str:
    """A paragraph of runs, each with the properties of its look."""
    inside = "".join(f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>" for text, look in runs)
    return f"<w:p>{inside}</w:p>"


def box(inside: str) -> str:
    return f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"


def link(text: str) -> str:
    return f"<w:hyperlink><w:r><w:t>{text}</w:t></w:r></w:hyperlink>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


class Case(NamedTuple):
    """A broken piece of a template, and what is due."""

    body: str
    due: list[tuple[str, str, str | None]]
    others: dict[str, str] = {}  # noqa: RUF012


MALFORMED, UNFILLED, BESIDE = "placeholder-malformed", "placeholder-unfilled", "beside-tag"
ELSEWHERE, KIND, SPLIT, UNSAFE, LOGIC = (
    "placeholder-elsewhere",
    "placeholder-wrong-kind",
    "placeholder-split",
    "template-unsafe",
    "template-logic",
)

BROKEN: dict[str, Case] = {
    "a for without its end": Case(
        paragraphs("{%p for each in members %}", "{{ each.name }}"),
        [(MALFORMED, "{%p for each in members %}", "p1")],
    ),
    "an if without its end": Case(paragraph("{% if urgent %}ด่วน"), [(MALFORMED, "{% if urgent %}", "p1")]),
    "an end of nothing": Case(paragraph("ก {% endif %}"), [(MALFORMED, "{% endif %}", "p1")]),
    "crossed blocks": Case(
        paragraph("{% for x in reason %}{% if urgent %}{{ x }}{% endfor %}{% endif %}"),
        [(MALFORMED, "{% if urgent %}", "p1"), (MALFORMED, "{% endif %}", "p1")],
    ),
    "a misspelt name": Case(paragraph("เรื่อง {{ titel }}"), [(UNFILLED, "titel", "p1")]),
    "a misspelt name of a row": Case(
        paragraphs("{%p for each in members %}", "{{ each.nam }} {{ each.duties }}", "{%p endfor %}"),
        [(UNFILLED, "each.nam", "p2"), (KIND, "each.duties", "p2")],
    ),
    "a misspelt name of a row of a row": Case(
        paragraphs(
            "{%p for each in members %}",
            "{%p for duty in each.duties %}",
            "{{ duty.txt }} {{ each.rol }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
        [(UNFILLED, "duty.txt", "p3"), (UNFILLED, "each.rol", "p3")],
    ),
    "a loop over an unknown list": Case(
        paragraphs("{%p for each in member %}", "{{ each.name }}", "{%p endfor %}"),
        [(UNFILLED, "member", "p1")],
    ),
    "a name after its loop": Case(
        paragraphs("{%p for each in reason %}", "{{ each }}", "{%p endfor %}", "{{ each }}"),
        [(UNFILLED, "each", "p4")],
    ),
    "a misspelt question": Case(paragraph("{% if urgnt %}ด่วน{% endif %}"), [(UNFILLED, "urgnt", "p1")]),
    "a misspelt word": Case(
        paragraph("{% fro x in reason %}{{ x }}{% endfor %}"), [(MALFORMED, "{% fro x in reason %}", "p1")]
    ),
    "a tag that is never closed": Case(paragraph("ถึง {{ title ต่อ"), [(MALFORMED, "{{ title ต่อ", "p1")]),
    "a tag with one brace": Case(paragraph("ถึง {{ title } ต่อ"), [(MALFORMED, "{{ title } ต่อ", "p1")]),
    "a stray closing": Case(paragraph("ถึง title }} ต่อ"), [(MALFORMED, "}}", "p1")]),
    "a tag over two paragraphs": Case(
        paragraphs("{{ title", "}}"), [(MALFORMED, "{{ title", "p1"), (MALFORMED, "}}", "p2")]
    ),
    "a name of two words": Case(paragraph("{{ office name }}"), [(MALFORMED, "{{ office name }}", "p1")]),
    "a name in Thai words with a space": Case(paragraph("{{ ชื่อ เรื่อง }}"), [(MALFORMED, "{{ ชื่อ เรื่อง }}", "p1")]),
    "in a header": Case(
        paragraph("ก"),
        [(UNFILLED, "titel", "header p1"), (MALFORMED, "{{ title", "header p2")],
        {"header": paragraphs("{{ titel }}", "{{ title")},
    ),
    "in a footnote": Case(
        paragraph("ก"),
        [(UNFILLED, "titel", "footnotes n1 p1")],
        {"footnotes": f'<w:footnote w:id="2">{paragraph("{{ titel }}")}</w:footnote>'},
    ),
    "in an endnote": Case(
        paragraph("ก"),
        [(UNFILLED, "titel", "endnotes n1 p1")],
        {"endnotes": f'<w:endnote w:id="2">{paragraph("{{ titel }}")}</w:endnote>'},
    ),
    "in a cell": Case(table(row("ก", "{{ titel }}")), [(UNFILLED, "titel", "t1r1c2 p1")]),
    "in a cell of a table in a cell": Case(
        table(row("ก", "ข"), f"<w:tr><w:tc>{table(row('ค', '{{ a b }}'))}{paragraph('')}</w:tc></w:tr>"),
        [(MALFORMED, "{{ a b }}", "t1r2c1 t1r1c2 p1")],
    ),
    "in a text box": Case(paragraph("ก") + box(paragraph("{{ titel }}")), [(UNFILLED, "titel", "p2 x1 p1")]),
    "in a content control": Case(
        f"<w:sdt><w:sdtContent>{paragraph('ก')}{paragraph('{{ titel }}')}</w:sdtContent></w:sdt>",
        [(UNFILLED, "titel", "p2")],
    ),
    "in alternative text": Case('<w:p><w:r><w:pict alt="ภาพ {{ titel }}"/></w:r></w:p>', [(UNFILLED, "titel", "p1")]),
    "in the instruction of a field": Case(
        '<w:p><w:r><w:instrText>HYPERLINK "{{ adress }}"</w:instrText></w:r></w:p>', [(UNFILLED, "adress", "p1")]
    ),
    "in a link": Case(f"<w:p>{link('{{ titel }}')}</w:p>", [(UNFILLED, "titel", "p1")]),
    "half in a link": Case(f"<w:p>{run('{{ ti')}{link('tle }}')}</w:p>", [(MALFORMED, "{{ title }}", "p1")]),
    "an if that ends in a link": Case(
        f"<w:p>{run('{% if urgent %}ก')}{link('{% endif %}')}</w:p>",
        [(MALFORMED, "{% if urgent %} … {% endif %}", "p1")],
    ),
    "of several looks": Case(
        styled(("{{ ti", ""), ("tle", '<w:b/><w:lang w:val="th-TH"/>'), (" }}", "")), [(SPLIT, "{{ title }}", "p1")]
    ),
    "deleted with changes tracked": Case(
        "<w:p><w:del><w:r><w:delText>{{ title }}</w:delText></w:r></w:del></w:p>", [(ELSEWHERE, "{{ title }}", "p1")]
    ),
    "a row tag with a space": Case(
        table(row("{% tr for x in reason %}", ""), row("{{ x }}", ""), row("{% tr endfor %}", "")),
        [
            (MALFORMED, "{% tr for x in reason %}", "t1r1c1 p1"),
            (MALFORMED, "{% tr endfor %}", "t1r3c1 p1"),
        ],
    ),
    "a row tag outside of a table": Case(
        paragraphs("{%tr for x in reason %}", "{{ x }}", "{%tr endfor %}"),
        [(MALFORMED, "{%tr for x in reason %}", "p1"), (MALFORMED, "{%tr endfor %}", "p3")],
    ),
    "a row tag that ends in its own row": Case(
        table(row("{%tr for x in reason %}{{ x }}", "{%tr endfor %}")),
        [
            (BESIDE, "{{ x }}{%tr endfor %}", "t1r1c1 p1"),
            (MALFORMED, "{%tr for x in reason %} … {%tr endfor %}", "t1r1c2 p1"),
        ],
    ),
    "a paragraph tag that ends in its own paragraph": Case(
        paragraph("{%p if urgent %}ด่วน{%p endif %}"),
        [(BESIDE, "ด่วน{%p endif %}", "p1"), (MALFORMED, "{%p if urgent %} … {%p endif %}", "p1")],
    ),
    "rows of two tables": Case(
        table(row("{%tr for x in reason %}", ""), row("{{ x }}", ""))
        + paragraph("")
        + table(row("{%tr endfor %}", "")),
        [(MALFORMED, "{%tr for x in reason %} … {%tr endfor %}", "t2r1c1 p1")],
    ),
    "a block that ends in another cell": Case(
        table(row("{% if urgent %}ก", "ข{% endif %}")),
        [(MALFORMED, "{% if urgent %} … {% endif %}", "t1r1c2 p1")],
    ),
    "columns of two rows": Case(
        table(row("{%tc for x in reason %}", "{{ x }}"), row("{%tc endfor %}", "ก")),
        [(MALFORMED, "{%tc for x in reason %} … {%tc endfor %}", "t1r2c1 p1")],
    ),
    "a sign before the kind of a tag": Case(
        paragraphs("{%-p if urgent %}", "ก", "{%p endif %}"), [(MALFORMED, "{%-p if urgent %}", "p1")]
    ),
    "a brace in a paragraph tag": Case(
        paragraphs("{%p if title == '}' %}", "ก", "{%p endif %}"), [(MALFORMED, "{%p if title == '}' %}", "p1")]
    ),
    "merged cells without a loop": Case(table(row("{% vm %}ก", "ข")), [(MALFORMED, "{% vm %}", "t1r1c1 p1")]),
    "another kind of end": Case(
        table(row("{%tr if urgent %}", ""), row("ก", "{% endif %}")),
        [(MALFORMED, "{%tr if urgent %} … {% endif %}", "t1r2c2 p1")],
    ),
    "words beside a paragraph tag": Case(
        paragraphs("{%p if urgent %} ด่วนที่สุด", "ก", "{%p endif %}"), [(BESIDE, "ด่วนที่สุด", "p1")]
    ),
    "a picture beside a paragraph tag": Case(
        f"<w:p>{run('{%p if urgent %}')}<w:r><w:drawing/></w:r></w:p>" + paragraphs("ก", "{%p endif %}"),
        [(BESIDE, "ภาพ", "p1")],
    ),
    "a section break beside a paragraph tag": Case(
        f"<w:p><w:pPr><w:sectPr/></w:pPr>{run('{%p if urgent %}')}</w:p>" + paragraphs("ก", "{%p endif %}"),
        [(BESIDE, "ตัวแบ่งส่วน", "p1")],
    ),
    "a filter": Case(paragraph("{{ title|upper }}"), [(LOGIC, "{{ title|upper }}", "p1")]),
    "a filter of a misspelt name": Case(
        paragraph("{{ titel|upper }}"), [(LOGIC, "{{ titel|upper }}", "p1"), (UNFILLED, "titel", "p1")]
    ),
    "an unknown filter": Case(paragraph("{{ title|baht }}"), [(MALFORMED, "{{ title|baht }}", "p1")]),
    "an unknown test": Case(
        paragraph("{% if title is thai %}{% endif %}"), [(MALFORMED, "{% if title is thai %}", "p1")]
    ),
    "an unsafe filter": Case(paragraph("{{ title|safe }}"), [(UNSAFE, "{{ title|safe }}", "p1")]),
    "a sum": Case(paragraph("{{ title + 1 }}"), [(LOGIC, "{{ title + 1 }}", "p1")]),
    "a choice": Case(
        paragraph("{{ title if urgent else titel }}"),
        [(LOGIC, "{{ title if urgent else titel }}", "p1"), (UNFILLED, "titel", "p1")],
    ),
    "a value of its own": Case(paragraph("{% set x = title %}{{ x }}"), [(LOGIC, "{% set x = title %}", "p1")]),
    "a macro": Case(
        paragraph("{% macro m(x) %}{{ x }}{{ titel }}{% endmacro %}{{ m(title) }}"),
        [(LOGIC, "{% macro m(x) %}", "p1"), (LOGIC, "{{ m(title) }}", "p1"), (UNFILLED, "titel", "p1")],
    ),
    "a macro without its end": Case(
        paragraph("{% macro m(x) %}{{ x }}"), [(MALFORMED, "{% macro m(x) %}", "p1"), (LOGIC, "{% macro m(x) %}", "p1")]
    ),
    "a list printed whole": Case(paragraph("{{ reason }}"), [(KIND, "reason", "p1")]),
    "a text as a list": Case(paragraph("{% for x in title %}{{ x }}{% endfor %}"), [(KIND, "title", "p1")]),
    "a yes or no printed": Case(paragraph("{{ urgent }}"), [(KIND, "urgent", "p1")]),
    "a formatted text": Case(paragraph("{{r title }}"), [(MALFORMED, "{{r title }}", "p1")]),
    "all at once": Case(
        paragraphs("{{ titel }}", "{{ a b }}", "{% if urgent %}") + table(row("{%tr endfor %}", "{{ x|y }}")),
        [
            (MALFORMED, "{{ a b }}", "p2"),
            (MALFORMED, "{% if urgent %}", "p3"),
            (BESIDE, "{{ x|y }}", "t1r1c1 p1"),
            (MALFORMED, "{%tr endfor %}", "t1r1c1 p1"),
            (MALFORMED, "{{ x|y }}", "t1r1c2 p1"),
            (UNFILLED, "titel", "p1"),
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_all_that_is_broken_is_told_with_its_place(name: str) -> None:
    case = BROKEN[name]
    found = Template(docx(case.body + REST, **case.others), name="t.docx").lint(OFFERED)
    assert sorted(told(found), key=str) == sorted(case.due, key=str)
    for problem in found:
        assert problem.facts["around"]
        assert problem.place
        assert problem.place.file == "t.docx"
        assert problem.facts["value"] in problem.say("th")


SOUND = {
    "nothing but text": paragraph("ก { ข } ค 100% #1"),
    "split by Word": paragraph("{", "{ ti", "tle }", "} {", "% if urgent %", "}ด่วน{%", " endif %}"),
    "looks that nobody sees": styled(("{{ ti", "<w:noProof/>"), ("tle }}", '<w:cs/><w:rFonts w:hint="cs"/>')),
    "braces in quotes": paragraph("{{ '}}' }}"),
    "curled quotes": paragraph("{% if title == “ก” %}ข{% endif %}"),
    "a block over paragraphs": paragraphs("ก {% if urgent %}ข", "ค", "ง {% endif %}จ"),
    "what a loop knows": paragraph(
        "{% for x in reason %}{% if not loop.last and loop.index &lt; 3 %}{{ x }}{% endif %}{% endfor %}"
    ),
    "a loop whose name hides another": paragraph("{% for title in reason %}{{ title }}{% endfor %}{{ title }}"),
    "a question of a loop": paragraph("{% for x in members if x.last %}{{ x.name }}{% else %}ไม่มี{% endfor %}"),
    "an entry by its number": paragraph("{{ members[0].name }} {{ members[0]['role'] }}"),
    "as typed": paragraph("{% raw %}{{ x y }}{% for %}{% endraw %}"),
    "a comment": paragraphs("{# {{ ยังไม่ได้ใช้ }} #}", "{#p ก #}"),
    "merged cells": table(
        row("{%tr for x in reason %}", ""), row("{% vm %}ก", "{% colspan 2 %}{{ x }}"), row("{%tr endfor %}", "")
    ),
    "alternative text in a loop": "<w:p>"
    + run("{% for x in members %}")
    + '<w:r><w:pict alt="{{ x.name }}"/></w:r>'
    + run("{% endfor %}")
    + "</w:p>",
}


@pytest.mark.parametrize("name", SOUND)
def test_nothing_is_told_of_what_is_sound(name: str) -> None:
    assert told(Template(docx(SOUND[name] + REST)).lint(OFFERED)) == []


# More than the house writes: advice is given, and nothing false is told beside it.
LOGICAL = {
    "a default": paragraph("{{ subtitle|default('-') }} {{ title if title is defined else subtitle|d }}"),
    "a question whether it is there": paragraph("{% if note is defined %}{{ note }}{{ note.day }}{% endif %}"),
    "a value set under its own name": paragraph("{% set title = title|upper %}{{ title }}"),
    "a block that is set": paragraph(
        "{% set x %}{{ title }}={% endset %}{{ x }}{% set y|upper %}ก{% endset %}{{ y.z }}"
    ),
    "a value set in an if": paragraph("{% if urgent %}{% set x = 1 %}{% endif %}{{ x }}"),
    "a macro": paragraph(
        "{% macro m(x, y='-') %}{{ x }}{{ y.z }}{{ own }}{{ varargs }}{% endmacro %}{% set own = 1 %}{{ m(title) }}"
    ),
    "a call": paragraph("{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(x) m() %}{{ x.y }}{% endcall %}"),
    "names of a with": paragraph("{% with x = title %}{{ x }}{% endwith %}"),
    "pairs": paragraph("{% for name, value in members[0].items() %}{{ name }}{{ value.x }}{% endfor %}"),
    "a list sorted": paragraph("{% for x in members|sort(attribute='name') %}{{ x.anything }}{% endfor %}"),
    "a list made up": paragraph(
        "{% for x in [title, 1] %}{{ x }}{% endfor %}{% for i in range(3) %}{{ i }}{% endfor %}"
    ),
    "a list within itself": paragraph("{% for x in members recursive %}{{ x.name }}{{ loop(x.duties) }}{% endfor %}"),
    "a letter": paragraph("{{ title[0] }} {{ title[:3] }} {{ reason[loop_of|d(0)] }}"),
    "a list joined": paragraph("{{ reason|join(', ') }} {{ title.upper() }} {% if reason|length &gt; 2 %}ก{% endif %}"),
    "a list kept": paragraph("{% set own = namespace(n=0) %}{% set own.n = own.n + 1 %}{{ own.n }}"),
}


@pytest.mark.parametrize("name", LOGICAL)
def test_logic_is_advised_against_and_no_more(name: str) -> None:
    found = Template(docx(LOGICAL[name] + REST)).lint(OFFERED)
    assert {(problem.code, problem.severity) for problem in found} == {(LOGIC, "advice")}


def test_a_list_that_a_filter_prints_is_printed() -> None:
    body = paragraphs(
        "{{ title }}{{ emblem }}{% if urgent %}{% endif %}{{ reason|join }}{{ members|map(attribute='name') }}"
    )
    assert {problem.code for problem in Template(docx(body)).lint(OFFERED)} == {LOGIC}


def test_without_a_kind_names_are_not_judged() -> None:
    found = Template(docx(paragraphs("{{ anything.at.all }}", "{{ a b }}"))).lint()
    assert told(found) == [(MALFORMED, "{{ a b }}", "p2")]


def test_without_a_kind_names_must_agree_with_each_other() -> None:
    body = paragraphs("{{ rows }}", "{% for x in rows %}{{ x.name }}{% endfor %}", "{{ a }} {{ a.b }}")
    assert told(Template(docx(body)).lint()) == [(KIND, "rows", "p1"), (KIND, "a", "p3")]


def test_values_that_nobody_prints() -> None:
    body = paragraphs("{% if title %}{% endif %}", "{%p for x in members %}", "{{ x.name }}", "{%p endfor %}")
    assert told(Template(docx(body)).lint(OFFERED)) == [
        ("value-unprinted", value, None)
        for value in ("title", "emblem", "urgent", "reason", "members.role", "members.duties")
    ]


def test_a_broken_tag_may_be_the_one_that_prints_a_value() -> None:
    offered: Shape = {"title": TEXT, "closing": TEXT}
    found = Template(docx(paragraph("{{ title"))).lint(offered)
    assert told(found) == [(MALFORMED, "{{ title", "p1"), ("value-unprinted", "closing", None)]


def test_the_nearest_name_is_proposed() -> None:
    body = paragraphs("{{ titel }}", "{%p for x in members %}", "{{ x.rol }}", "{%p endfor %}")
    found = Template(docx(body)).lint(OFFERED)
    assert [problem.facts["near"] for problem in found if problem.code == UNFILLED] == ["title", "role"]


def test_messages_show_the_words_around() -> None:
    long = "ตามที่สำนักงานเขตได้แจ้งให้ทราบแล้วนั้น บัดนี้ " * 2
    first, second = Template(
        docx(paragraph(f"{long}{{{{ titel }}}}{long}") + paragraph("{{ a b }}")), name="t.docx"
    ).lint(OFFERED)[:2][::-1]
    assert first.message("en") == (
        "nothing fills {{ titel }}: “…ได้แจ้งให้ทราบแล้วนั้น บัดนี้ {{ titel }}ตามที่สำนักงานเขตได้แจ้งให้ทรา…”"
    )
    assert second.message("en") == "the tag “{{ a b }}” is malformed"


STRAY = {
    "word/comments.xml": (f"<w:comments {ROOT}>{{{{ note }}}}</w:comments>", "{{ note }}", "comments"),
    "word/settings.xml": (f'<w:settings {ROOT} w:val="{{{{ x }}}}"/>', "{{ x }}", "settings"),
    "docProps/app.xml": ("<a><b>{{ ti</b><b>tle }}</b></a>", "{{ title }}", "app"),
    "word/charts/chart1.xml": ("<a>{% if x %}</a>", "{% if x %}", "chart1"),
    "word/diagrams/data1.xml": ("<a>{{ x }}</a>", "{{ x }}", "data1"),
    "customXml/item1.xml": ("<a>{{ x }}</a>", "{{ x }}", "item1"),
    "word/_rels/document.xml.rels": (
        relationships(f'Id="x" Type="{OFFICE}/hyperlink" Target="https://a.example/%7B%7B%20x%20%7D%7D"'),
        "{{ x }}",
        "document",
    ),
}


@pytest.mark.parametrize("part", STRAY)
def test_tags_where_nothing_is_filled(part: str) -> None:
    text, value, where = STRAY[part]
    template = zipped({**unzipped(docx(paragraph("ก"))), part: text})
    assert told(Template(template).lint()) == [(ELSEWHERE, value, where)]


def test_the_properties_are_written_anew_and_may_hold_anything() -> None:
    template = zipped({**unzipped(docx(paragraph("ก"))), "docProps/core.xml": "<a>{{ x }}</a>"})
    assert Template(template).lint() == ()
