"""What is proved of a template once holds for every paper that it makes."""

from __future__ import annotations

from itertools import product
from xml.parsers import expat

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from test_template import docx, paragraph, text_of, xml_of

from ita_docs.template import Template
from ita_docs.template.language import compiled
from ita_docs.template.sandbox import fill

SOUND = {
    "a value": "<p>{{ a }}</p>",
    "a value in a fact": '<p x="{{ a }}"/>',
    "a question of one word in a fact": '<p x="{% if a %}1{% else %}2{% endif %}"/>',
    "a question of elements": "<p>{% if a %}<t>1</t>{% elif b %}<t/>{% else %}3{% endif %}</p>",
    "a question from run to run": "<p><r>{% if a %}1</r><r>2{% endif %}</r></p>",
    "a loop of rows": "<p>{% for x in rows %}<r>{{ x }}{% if a %}<t/>{% endif %}</r>{% endfor %}</p>",
    "a constant": "<p>{{ '<' }}</p>",
}
UNPROVED = {
    "a question that opens only": "<p>{% if a %}<r>{% endif %}</p>",
    "opened by one, closed by another": "<p>{% if a %}<r>{% endif %}{% if a %}</r>{% endif %}</p>",
    "a loop that closes what it did not open": "<p><r>{% for x in rows %}</r>{% endfor %}</p>",
    "a loop that changes what is open": "<p><r>{% for x in rows %}</r><t>{% endfor %}</t></p>",
    "an else of another element": "<p>{% if a %}<r>{% else %}<t>{% endif %}</r></p>",
    "a question after the root": "<p/>{% if a %}<p/>{% endif %}",
    "a value after the root": "<p/>{{ a }}",
    "a value within an element": "<p {{ a }}/>",
    "a question within an element": "<p {% if a %}x='1'{% endif %}/>",
    "a loop of facts": '<p a="{% for x in rows %}1" b="2{% endfor %}"/>',
    "a letter of our own": "<p>{% if a %}1{% endif %}\ue000</p>",
    "logic": "<p>{{ a|upper }}</p>",
    "a line of docxtpl's": "<p>\t{{ a }}</p>",
    "an element that never ends": "<p>{{ a }}",
    "a broken entity": "<p>{% if a %}&nbsp;{% endif %}</p>",
}


@pytest.mark.parametrize("case", SOUND)
def test_what_can_only_be_whole_is_sound(case: str) -> None:
    assert compiled(SOUND[case]).sound


@pytest.mark.parametrize("case", UNPROVED)
def test_what_may_break_is_not_sound(case: str) -> None:
    assert not compiled(UNPROVED[case]).sound


def test_the_templates_of_the_house_are_sound() -> None:
    """Else each of their papers would be parsed, and filling take half as long again."""
    files = sorted((ROOT / "templates").glob("*.docx"))
    assert len(files) > 5
    for file in files:
        parts, faults = Template(file)._compiled
        assert parts
        assert not faults
        assert all(part.sound for part in parts), file.name


PIECES = st.sampled_from(
    (
        *("<r>", "</r>", "<t>", "</t>", "<u/>", '<u x="', '"/>', "ก", "{{ a }}", "{{ x }}", "&amp;", "{% if a %}"),
        *("{% if b %}", "{% else %}", "{% elif b %}", "{% endif %}", "{% for x in rows %}", "{% endfor %}"),
    )
)
BLOCKS = st.recursive(
    st.lists(PIECES, max_size=4).map("".join),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["r", "t"]), inner).map(lambda each: f"<{each[0]}>{each[1]}</{each[0]}>"),
        inner.map(lambda body: f"{{% if a %}}{body}{{% endif %}}"),
        st.tuples(inner, inner).map(lambda each: f"{{% if b %}}{each[0]}{{% else %}}{each[1]}{{% endif %}}"),
        inner.map(lambda body: f"{{% for x in rows %}}{body}{{% endfor %}}"),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=8,
)


@given(body=BLOCKS)
@settings(deadline=None, max_examples=300)
def test_no_view_breaks_a_sound_part(body: str) -> None:
    result = compiled(f"<p>{body}</p>")
    if result.template is None or not result.sound:
        return
    for a, b, rows in product(("", "<&\"'>"), ("", "1"), ([], ["<"], ["1", "&"])):
        expat.ParserCreate().Parse(fill(result.template, {"a": a, "b": b, "rows": rows, "x": ""}), True)


class Loud(str):
    """A text that is not plain: it brings XML of its own."""

    def __html__(self) -> str:
        return "<w:x/>"


@pytest.mark.parametrize("value", [Loud("ก"), {"ก": Loud("ข")}, {Loud("ก"): "ข"}, 1.5, None, ("ก",), "\u200bก"])
def test_a_value_that_is_not_plain_is_looked_at(value: object) -> None:
    """Every value prints as it did before anything was proved: well-formed, or not at all."""
    paper = Template(docx(paragraph("{% for k in r %}{{ k }}{% endfor %}|{{ a }}"))).render({"a": value, "r": [value]})
    assert xml_of(paper) is not None
    if not isinstance(value, Loud):
        assert text_of(paper).strip()
