"""Templates: every fault of a template named, nothing of a value lost; what is as docxtpl makes it: test_equality."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
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


def rows(each: str, *texts: str) -> str:
    """One row for each of something, between the two rows that say so."""
    blank = [""] * (len(texts) - 1)
    return row(f"{{%tr for {each} %}}", *blank) + row(*texts) + row("{%tr endfor %}", *blank)


def docx(body: str, **others: str) -> bytes:
    """Zip a small Word document; `others` are its header, footer, footnotes or endnotes."""
    roots = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
    edges = [name for name in ("header", "footer") if name in others]
    section = "".join(f'<w:{name}Reference w:type="default" r:id="{name}"/>' for name in edges)
    kinds = {"document": "document.main", **{name: name for name in others}}
    document = f"<w:document {ROOT}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{KIND}.{kind}+xml"/>' for name, kind in kinds.items()
        )
        + "</Types>",
        "_rels/.rels": relationships(f'Id="main" Type="{OFFICE}/officeDocument" Target="word/document.xml"'),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(
            *(f'Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"' for name in others)
        ),
        **{f"word/{name}.xml": f"<w:{roots[name]} {ROOT}>{xml}</w:{roots[name]}>" for name, xml in others.items()},
    }
    return zipped(parts)


def relationships(*entries: str) -> str:
    inside = "".join(f"<Relationship {entry}/>" for entry in entries)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def unzipped(paper: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def xml_of(paper: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(unzipped(paper)[part])


def text_of(paper: bytes, part: str = "word/document.xml") -> str:
    """The text of a part, a line for every paragraph."""
    paragraphs = xml_of(paper, part).iter(f"{W}p")
    return "\n".join("".join(node.text or "" for node in found.iter(f"{W}t")) for found in paragraphs)


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


FOOTNOTE = f'<w:footnote w:id="2">{paragraph("{{ a }}")}</w:footnote>'


def test_braces_in_a_value_print_as_typed_in_every_part() -> None:
    typed = "{{ a }} {% if %} {# x #} {_{ }_} & < > \" '"
    template = docx(
        paragraph("{{ a }}"),
        header=paragraph("{{ a }}"),
        footer=paragraph("{{ a }}"),
        footnotes=FOOTNOTE,
        endnotes=FOOTNOTE.replace("footnote", "endnote"),
    )
    paper = Template(template).render({"a": typed})
    for part in ("document", "header", "footer", "footnotes", "endnotes"):
        assert text_of(paper, f"word/{part}.xml").strip() == typed


PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
ANY_VALUE = Template(docx(paragraph("«{{ a }}»") + table(rows("r in rows", "«{{ r.b }}»"), columns=1)))


@given(a=PRINTABLE, b=PRINTABLE)
@settings(deadline=None)
def test_nothing_of_a_value_is_lost(a: str, b: str) -> None:
    assert text_of(ANY_VALUE.render({"a": a, "rows": [{"b": b}]})) == f"«{a}»\n«{b}»"


def test_same_view_same_bytes() -> None:
    template = docx(paragraph("{{ a }} {{ picture }}"), header=paragraph("{{ a }}"))
    view = {"a": "ก", "picture": Picture(png(), 1)}
    papers = {Template(template).render(view, {"title": "ก"}) for _ in range(2)}
    once = Template(template)
    papers |= {once.render(view, {"title": "ก"}) for _ in range(2)}
    assert len(papers) == 1
    with zipfile.ZipFile(io.BytesIO(papers.pop())) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}


def test_unchanged_members_are_copied_as_they_lie() -> None:
    parts = unzipped(docx(paragraph("{{ a }}"), header=paragraph("ไม่มีช่องเติม")))
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.writestr("word/ภาพ.bin", b"\0" * 1000)
    with zipfile.ZipFile(io.BytesIO(Template(stored.getvalue()).render({"a": "ก"}))) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
        assert archive.read("word/ภาพ.bin") == b"\0" * 1000
        assert archive.read("word/header.xml") == parts["word/header.xml"]
    assert methods.pop("word/document.xml") == zipfile.ZIP_DEFLATED
    assert set(methods.values()) == {zipfile.ZIP_STORED}


def test_placeholders_are_those_of_every_part() -> None:
    body = paragraph("{{ a.x }}{% set own = b %}{{ own }}") + table(rows("r in items", "{{ r.c }}{{ loop.index }}"))
    template = Template(docx(body, header=paragraph("{{ ", "d", " }}"), footnotes=FOOTNOTE))
    assert template.placeholders() == {"a", "b", "items", "d"}


# ---- what is wrong with a template


def test_a_name_nobody_fills_and_a_value_nobody_prints() -> None:
    template = Template(docx(paragraph("ก") + paragraph("{{ subjct }}"), header=paragraph("{{ a }}")), name="t.docx")
    found = template.problems(["a", "subject"])
    assert told(found) == [
        ("placeholder-unfilled", "subjct", "p2"),
    ]  # and not that nobody prints `subject`: it is the same mistake
    assert found[0].facts["near"] == "subject"
    assert template.problems(["a", "subjct"]) == ()
    assert told(template.problems(["a", "subjct", "closing"])) == [("value-unprinted", "closing", None)]


def test_every_missing_name_is_told_at_once() -> None:
    body = (
        paragraph("{{ a }}{{ b.c }}")
        + table(
            rows("row in rows", "{{ row.x }}", "{{ row['y'] }}"),
            rows("each in rows", "{{ each.x }}", "{{ each.z }}"),
        )
        + paragraph("{% if p %}{% endif %}{% for q in qs %}{% endfor %}")
    )
    found = problems_of(docx(body, header=paragraph("{{ d }}")), {"rows": [{"z": "1"}]})
    assert told(found) == [
        ("placeholder-unfilled", "a", "p1"),
        ("placeholder-unfilled", "b", "p1"),
        ("placeholder-unfilled", "row.x", "t1r2c1 p1"),
        ("placeholder-unfilled", "row.y", "t1r2c2 p1"),
        ("placeholder-unfilled", "each.x", "t1r5c1 p1"),
        ("placeholder-unfilled", "p", "p2"),
        ("placeholder-unfilled", "qs", "p2"),
        ("placeholder-unfilled", "d", "header p1"),
    ]


MALFORMED = {
    "never closed": (paragraph("ถึง {{ a") + paragraph("ต่อ"), [("{{ a", "p1", "{{ a }}")]),
    "closed by half": (paragraph("{{ a } ต่อ"), [("{{ a } ต่อ", "p1", "{{ a }}")]),
    "a stray closing": (paragraph("a }} ก"), [("}}", "p1", None)]),
    "two names": (paragraph("ก") + paragraph("{{ a b }}"), [("{{ a b }}", "p2", None)]),
    "in a cell": (table(row("", "{{ a b }}")), [("{{ a b }}", "t1r1c2 p1", None)]),
    "never ended": (
        paragraph("{% if a %}") + paragraph("{% for b in c %}") + paragraph("{% endfor %}"),
        [("{% if a %}", "p1", "{% if a %} … {% endif %}")],
    ),
    "crossed": (
        paragraph("{% for b in c %}{% if a %}{% endfor %}"),
        [("{% if a %}", "p1", "{% if a %} … {% endif %}")],
    ),
    "never begun": (paragraph("{{ a }}{% endfor %}"), [("{% endfor %}", "p1", None)]),
    "end in two words": (
        paragraph("{% if a %}{% end if %}"),
        [("{% end if %}", "p1", "{% endif %}")],
    ),
    "misspelt": (
        paragraph("{% fro b in c %}{% endfor %}"),
        [("{% fro b in c %}", "p1", "{% for b in c %}")],
    ),
    "else with a question": (
        paragraph("{% if a %}{% else if b %}{% endif %}"),
        [("{% else if b %}", "p1", "{% elif b %}")],
    ),
    "else alone": (paragraph("{{ a }}{% else %}"), [("{% else %}", "p1", None)]),
    "elif of nothing": (paragraph("{% if a %}{% elif %}{% endif %}"), [("{% elif %}", "p1", None)]),
    "row tag outside of a table": (
        paragraph("{%tr for b in c %}") + paragraph("{%tr endfor %}"),
        [("{%tr for b in c %}", "p1", None), ("{%tr endfor %}", "p2", None)],
    ),
    "merge outside of a table": (paragraph("{% vm %}"), [("{% vm %}", "p1", None)]),
    "a span of two words": (
        table(row("{% colspan a b %}")),
        [("{% colspan a b %}", "t1r1c1 p1", None)],
    ),
    "unclosed comment": (paragraph("{# ก"), [("{# ก", "p1", None)]),
    "formatted text": (paragraph("{{r a }}"), [("{{r a }}", "p1", "{{ a }}")]),
    "all at once": (
        paragraph("{{ a") + paragraph("{{ b c }}") + paragraph("}} {% endif %}"),
        [
            ("{{ a", "p1", "{{ a }}"),
            ("{{ b c }}", "p2", None),
            ("}}", "p3", None),
            ("{% endif %}", "p3", None),
        ],
    ),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_malformed_tags_have_a_place_and_words(case: str) -> None:
    body, expected = MALFORMED[case]
    found = Template(docx(body), name="t.docx").problems(["a", "b", "c"])
    found = tuple(problem for problem in found if problem.code != "value-unprinted")
    assert {problem.code for problem in found} == {"placeholder-malformed"}
    assert [
        (value, where, problem.facts.get("fixed"))
        for problem, (_, value, where) in zip(found, told(found), strict=True)
    ] == expected
    assert {problem.place and problem.place.file for problem in found} == {"t.docx"}
    assert all(problem.facts["around"] for problem in found)


@pytest.mark.parametrize("case", MALFORMED)
def test_malformed_templates_are_not_rendered(case: str) -> None:
    found = problems_of(docx(MALFORMED[case][0]), {"a": "1", "b": "1", "c": []})
    assert {problem.code for problem in found} == {"placeholder-malformed"}


@pytest.mark.parametrize("value", ["", "1"])
def test_a_block_that_would_tear_the_paper(value: str) -> None:
    link = "<w:hyperlink><w:r><w:t>{% endif %}</w:t></w:r></w:hyperlink>"
    template = docx(paragraph("{% if a %}ก") + f"<w:p>{link}</w:p>")
    expected = [("placeholder-malformed", "{% if a %} … {% endif %}", "p2")]
    assert told(Template(template).problems(["a"])) == expected
    if not value:
        assert told(problems_of(template, {"a": value})) == expected


def test_text_beside_a_structural_tag_is_lost_and_told() -> None:
    body = paragraph("{%p if a %} ก") + paragraph("{%p endif %}")
    body += table(row("{%tr if a %}", "ข {{ b }}"), row("{%tr endif %}", ""))
    found = Template(docx(body)).problems(["a", "b"])
    assert told(found) == [("beside-tag", "ก", "p1"), ("beside-tag", "ข {{ b }}", "t1r1c1 p1")]
    assert "“{%p if a %}”" in found[0].message("en")


# Reaches inside values, lets raw XML or chance in, reads other files, or is longer than any tag.
UNSAFE = [
    "{{ a.__class__ }}",
    "{{ a['_b'] }}",
    "{{ a|attr('__class__') }}",
    "{{ a|map(attribute='__class__')|first }}",
    "{{ '{0.__class__}'.format(a) }}",
    "{{ ('{0.__class_' ~ '_}').format(a) }}",
    "{{ rows.append(a) }}",
    "{{ a|safe }}",
    "{{ a|upper|safe }}",
    "{{ rows|random }}",
    "{{ rows|tojson }}",
    "{% filter safe %}{% endfilter %}",
    "{% include 'a' %}",
    "{% from 'a' import b %}",
    "{% autoescape false %}",
    "{% extends 'a' %}",
    "{{ " + "a.b" * 200 + " }}",
    "{{ " + "(" * 200 + "a" + ")" * 200 + " }}",
]


@pytest.mark.parametrize("tag", UNSAFE)
def test_unsafe_templates(tag: str) -> None:
    found = problems_of(docx(paragraph("ก") + paragraph(tag)), {"a": "1", "rows": []})
    assert {problem.code for problem in found} == {"template-unsafe"}
    assert tag.startswith(found[0].facts["value"])
    assert found[0].place
    assert found[0].place.where == "p2"


def test_what_no_tag_shows_is_refused_all_the_same() -> None:
    """docxtpl puts pieces together that stand in several paragraphs; what comes of it is judged once more."""
    (found,) = problems_of(docx("{{ a|safe }}" + paragraph("{{ a }}")), {"a": "1"})
    assert found.code == "template-unsafe"
    (found,) = problems_of(docx(paragraph("{") + paragraph("{ 10 ** 10 }}")), {"a": "1"})
    assert found.code == "placeholder-malformed"


@pytest.mark.parametrize(
    "name",
    ["a.upper", "rows.append", "rows|map('safe')|list", "loop.index", "rows[5]", "range", "range|string", "joiner()"],
)
def test_a_template_prints_nothing_but_the_view(name: str) -> None:
    """Neither what values can do, nor where they lie in memory."""
    problems = problems_of(docx(paragraph(f"{{{{ {name} }}}}")), {"a": "12", "rows": ["1"]})
    assert {problem.code for problem in problems} <= {
        "placeholder-unfilled",
        "placeholder-malformed",
        "template-unsafe",
    }


def test_a_value_of_the_view_comes_before_what_python_calls_so() -> None:
    paper = Template(docx(paragraph("{{ a.items }} {{ a.keys|upper }}"))).render({"a": {"items": "ก", "keys": "x"}})
    assert text_of(paper) == "ก X"


FAILING = [
    "{{ a + 1 }}",
    "{{ 1 / 0 }}",
    "{{ a() }}",
    "{{ a|truncate(1) }}",
    "{% for x, y in rows %}{% endfor %}",
    "{{ a|map('safe')|join }}",
]


@pytest.mark.parametrize("tag", FAILING)
def test_arithmetic_that_fails_has_a_place(tag: str) -> None:
    (found,) = problems_of(docx(paragraph("ก") + paragraph(tag)), {"a": "123", "rows": ["1"]})
    assert found.code == "placeholder-malformed"
    assert found.facts["value"] == tag
    assert found.place
    assert found.place.where == "p2"


NESTED = 13


@pytest.mark.parametrize("block", ["for x in r", "if r"])
def test_blocks_are_not_nested_without_end(block: str) -> None:
    word = block.split()[0]
    for deep, code in ((NESTED - 1, None), (NESTED, "template-unsafe"), (400, "template-unsafe")):
        body = "".join(paragraph(f"{{%p {block} %}}") for _ in range(deep)) + paragraph("ก")
        body += "".join(paragraph(f"{{%p end{word} %}}") for _ in range(deep))
        assert [problem.code for problem in Template(docx(body)).lint()] == ([code] if code else [])


RUNAWAY = {
    "without a word": "{% for a in r %}{% for b in r %}{% for c in r %}{% for d in r %}{% endfor %}"
    + "{% endfor %}" * 3,
    "with words": "".join(f"{{% for x{n} in r %}}" for n in range(5)) + "ก" + "{% endfor %}" * 5,
    "with long words": "{% for a in r %}{% for b in r %}" + "ก" * 30_000 + "{% endfor %}{% endfor %}",
}


@pytest.mark.parametrize("case", RUNAWAY)
def test_a_loop_that_runs_away_is_stopped(case: str) -> None:
    (found,) = problems_of(docx(paragraph(RUNAWAY[case])), {"r": ["x"] * 60})
    assert found.code == "template-too-large"


ENDLESS = {
    "tags": paragraph("{{ a }}") * 5_001,
    "text": paragraph("ก" * 3_000_000),
    "letters of tags": paragraph("{% if " + " and ".join(["a"] * 60) + " %}{% endif %}") * 150,
    "letters where no tag shows": "{{ [" + "1," * 30_000 + "] }}",
    "braces": paragraph("{{" * 4_000),
}


@pytest.mark.parametrize("case", ENDLESS)
def test_a_template_without_end_is_not_compiled(case: str) -> None:
    with pytest.raises(DocumentError) as caught:
        Template(docx(ENDLESS[case])).render({"a": "1"})
    assert {problem.code for problem in caught.value.problems} <= {"template-too-large", "placeholder-malformed"}


def test_a_merge_that_docxtpl_would_seek_without_end() -> None:
    inner = table(f"<w:tr><w:tc><w:tcPr><w:tcW/></w:tcPr>{paragraph('x') * 2000}</w:tc></w:tr>", columns=1)
    cells = f"<w:tr><w:tc><w:tcPr/>{paragraph('{% vm %}')}{inner}{paragraph('')}</w:tc></w:tr>"
    body = table(row("{%tr for x in a %}"), cells, row("{%tr endfor %}"), columns=1)
    found = Template(docx(body)).problems(["a"])
    assert told(found) == [("placeholder-malformed", "{% vm %}", "t1r2c1 p1")]


def test_a_question_that_fails_has_a_place() -> None:
    (found,) = problems_of(
        docx(paragraph("ก") + paragraph("{% if a < 3 %}{% endif %}".replace("<", "&lt;"))), {"a": "1"}
    )
    assert found.code == "placeholder-malformed"
    assert found.facts["value"] == "{% if a < 3 %}{% endif %}"
    assert found.place
    assert found.place.where == "p2"


def test_columns_without_a_grid() -> None:
    template = docx(f"<w:tbl>{row('{%tc for a in b %}', '{{ a }}', '{%tc endfor %}')}</w:tbl>")
    (found,) = problems_of(template, {"b": ["1"]})
    assert found.code == "placeholder-malformed"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\t", "\n", "\r", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_control_characters_are_refused_wherever_they_stand(character: str) -> None:
    template = Template(docx(paragraph("{{ a }}{{ rows }}{{ picture }}")))
    view = {"a": character, "rows": [{"b": f"ก{character}"}], "picture": Picture(png(), 1, alt=character)}
    with pytest.raises(DocumentError) as caught:
        template.render(view, {"title": character})
    assert {problem.code for problem in caught.value.problems} == {"control-character"}
    assert [problem.facts["name"] for problem in caught.value.problems] == [
        "a",
        "rows[0].b",
        "picture",
        "title",
    ]
    assert {problem.facts["value"] for problem in caught.value.problems} == {f"U+{ord(character):04X}"}


WHOLE = unzipped(docx(paragraph("{{ a }}")))
BROKEN = {
    "docx-unknown": b"a letter",
    "docx-empty": b"",
    "docx-incomplete": zipped({name: data for name, data in WHOLE.items() if not name.startswith("_")}),
    "xml-broken": zipped({**WHOLE, "word/document.xml": b"<w:document>"}),
    "xml-doctype": zipped(
        {**WHOLE, "word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]>' + WHOLE["word/document.xml"]}
    ),
    "docx-damaged": zipped(WHOLE).replace(b"PK\x03\x04", b"PK\x03\x05"),
    "template-not-docx": docx(paragraph("{{ a<!-- b -->c }}")),  # a remark within a tag, which Word never writes
}


@pytest.mark.parametrize("code", BROKEN)
def test_no_docx(code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        Template(BROKEN[code], name="t.docx")
    (found,) = caught.value.problems
    assert (found.code, found.place and found.place.file) == (code, "t.docx")


def test_no_template(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        Template(tmp_path / "none.docx")
    assert [problem.code for problem in caught.value.problems] == ["no-template"]


def test_a_template_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    path.write_bytes(docx(paragraph("{{ a }}")))
    assert text_of(Template(path).render({"a": "ก"})) == text_of(Template(str(path)).render({"a": "ก"})) == "ก"


def test_every_problem_can_be_said() -> None:
    bodies = [body for body, _ in MALFORMED.values()]
    bodies += [paragraph(tag) for tag in UNSAFE] + [paragraph("{{ q }}")]
    found = [problem for body in bodies for problem in Template(docx(body)).problems(["a"])]
    assert len(found) > len(bodies)
    said = [found_one.say(language) for found_one in found for language in ("th", "en")]
    assert not any("jinja" in sentence.lower() for sentence in said)


# ---- pictures, properties, Thai


def test_a_picture_stands_in_the_line() -> None:
    body = paragraph("ก {{ emblem }} ข") + table(rows("r in rows", "{{ r.mark }}"), columns=1)
    emblem, mark = Picture(png(300, 200), 3, alt='ตรา "ครุฑ" & <'), Picture(png(), 1, width_cm=2)
    view = {"emblem": emblem, "rows": [{"mark": mark}, {"mark": mark}]}
    paper = Template(docx(body, header=paragraph("{{ emblem }}"))).render(view)
    opened = Document(io.BytesIO(paper))
    shape = opened.inline_shapes[0]
    assert (shape.width.cm, shape.height.cm) == (4.5, 3)
    drawn = [xml_of(paper, part).iter("{*}docPr") for part in ("word/document.xml", "word/header.xml")]
    numbers = [(found.get("id"), found.get("descr")) for part in drawn for found in part]
    assert [number for number, _ in numbers] == ["1001", "1002", "1003", "1004"]
    assert numbers[0][1] == numbers[3][1] == 'ตรา "ครุฑ" & <'
    media = {name: data for name, data in unzipped(paper).items() if name.startswith("word/media/")}
    assert sorted(media.values()) == sorted([emblem.data, mark.data])
    assert text_of(paper).startswith("ก  ข")
    assert opened.sections[0].header.part.related_parts[emblem.name].blob == emblem.data


def test_a_paper_with_pictures_is_valid(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    base, path = Document(), tmp_path / "paper.docx"
    base.add_paragraph("{{ a }}{{ b }}")
    base.sections[0].header.paragraphs[0].text = "{{ b }}"
    base.save(str(path))
    before = OpenXmlValidator().validate(str(path)).errors
    view = {"a": "ก", "b": Picture(png(), 1, alt="ตรา")}
    path.write_bytes(Template(path).render(view, {"title": "ก", "language": "th-TH"}))
    after = OpenXmlValidator().validate(str(path)).errors
    assert [error.description for error in after] == [error.description for error in before]


def test_only_png_pictures() -> None:
    with pytest.raises(DocumentError) as caught:
        Picture(b"GIF89a", 1, alt="ตรา")
    assert [problem.code for problem in caught.value.problems] == ["emblem-not-png"]


def test_properties_are_written_anew() -> None:
    said = {
        "title": "ก & ข",
        "subject": "เรื่อง",
        "language": "th-TH",
        "creator": "สำนักงาน",
        "created": "2025-04-30",
    }
    paper = Template(docx(paragraph("{{ a }}"))).render({"a": "1"}, said)
    core = Document(io.BytesIO(paper)).core_properties
    assert (core.title, core.subject, core.language, core.author) == ("ก & ข", "เรื่อง", "th-TH", "สำนักงาน")
    assert (str(core.created)[:10], str(core.modified)[:10]) == ("2025-04-30", "1980-01-01")
    again = Template(paper).render({}, {"title": "ค"})
    assert Document(io.BytesIO(again)).core_properties.author == ""
    assert set(unzipped(again)) == set(unzipped(paper))
    with pytest.raises(ValueError, match="titel"):
        Template(paper).render({}, {"titel": "ค"})


def test_runs_of_values_are_marked_thai() -> None:
    font = '<w:rFonts w:ascii="TH SarabunPSK"/>'
    look = f'<w:rPr>{font}<w:b/><w:color w:val="FF0000"/><w:sz w:val="40"/><w:lang/></w:rPr>'
    marked = '<w:rPr><w:cs w:val="0"/></w:rPr>'
    body = (
        f"<w:p><w:r>{look}<w:t>{{{{ a }}}}</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>"
        f"<w:p><w:r>{marked}<w:t>{{{{ a }}}}</w:t></w:r></w:p>"
        + paragraph("x", "{", "{ a }", "} y", "z {% if a %}{% endif %}")
    )
    runs = list(xml_of(Template(docx(body)).render({"a": "ก"})).iter(f"{W}r"))
    names = [[etree.QName(child).localname for child in run.iterfind(f"{W}rPr/*")] for run in runs]
    assert names[0] == ["rFonts", "b", "bCs", "color", "sz", "szCs", "cs", "lang"]
    assert runs[0].find(f"{W}rPr/{W}szCs").get(f"{W}val") == "40"
    assert runs[0].find(f"{W}rPr/{W}rFonts").get(f"{W}cs") == "TH SarabunPSK"
    assert names[1:] == [[], ["cs"], [], ["cs"], []]
    assert runs[2].find(f"{W}rPr/{W}cs").get(f"{W}val") == "0"
    english = xml_of(Template(docx(paragraph("{{ a }}")), thai=False).render({"a": "x"}))
    assert not list(english.iter(f"{W}cs"))


def test_importing_is_cheap() -> None:
    heavy = {"docxtpl", "jinja2", "lxml", "docx", "urllib.request"}
    code = f"import sys, ita_docs.template; print(*{heavy} & sys.modules.keys())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


PIECES = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{",
    "}",
    " ",
    "a",
    ".b",
    "if",
    "for x in r",
    "endif",
    "endfor",
    "else",
]
PIECES += [
    "tr ",
    "p ",
    "r ",
    "tc ",
    "vm",
    "colspan 2",
    "'",
    '"',
    "“",
    "|",
    "safe",
    "__class__",
    "-",
    "set a=1",
    "raw",
    "a[0]",
    "loop.last",
    "x",
    "9" * 600,
    "&lt;",
    "macro m(x)",
    "endmacro",
    "m(a",
    "endset",
    "|upper",
    "|center(99999",
    "~",
    "**",
    "[1",
    ")",
    "is defined",
]
TYPED = st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), min_size=1, max_size=4)


@given(typed=TYPED, cells=TYPED)
@settings(deadline=None)
def test_whatever_is_typed_is_a_paper_or_a_problem(typed: list[str], cells: list[str]) -> None:
    body = paragraph(*typed) + table(row(*cells), columns=len(cells)) + "".join(map(paragraph, typed))
    template, view = Template(docx(body), name="t.docx"), {"a": "1", "r": [{"b": "2"}]}
    said = [problem.say("en") for problem in (*template.problems(view), *template.lint())]
    assert json.dumps(template.schema())
    try:
        template.render(view)
    except DocumentError as error:
        said += [problem.say("th") for problem in error.problems]
    assert all(sentence.startswith("t.docx") for sentence in said)
