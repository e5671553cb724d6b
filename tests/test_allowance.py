"""What a template may take: each way to make it run for ever, or fill the memory, is a case that is stopped."""

from __future__ import annotations

import time

import pytest
from test_template import docx, paragraph, png, text_of, unzipped

from ita_docs.problems import DocumentError
from ita_docs.template import Picture, Template, allowance

ROUND, END = "{% for i in range(10000) %}", "{% endfor %}"
KEPT = "{% set n = namespace(x='ก', y='ก') %}"
DOUBLED = KEPT + (
    "{% for i in range(40) %}{% set n.x = [n.x, n.x] %}{% set n.y = [n.y, n.y] %}{% endfor %}"
    "{% for i in range(40) %}{% set n.x = (n.x, n.x) %}{% endfor %}"
)
LONG = "{% set b = 'ก' * 500000 %}"

RUNAWAY = {
    # Numbers without end.
    "a power": "{{ 2 ** 10000 ** 2 }}",
    "a constant power": "{{ 99999 ** 99999 }}",
    "a number multiplied": KEPT + "{% set n.x = 7 %}" + ROUND + "{% set n.x = n.x * n.x %}" + END,
    "a number doubled": KEPT + "{% set n.x = 7 %}" + ROUND + "{% set n.x = n.x + n.x %}" + END,
    "decimals": "{{ 1.5|round(10 ** 8, 'floor') }}",
    "bytes of a number": "{{ (1).to_bytes(10 ** 9, 'big')|length }}",
    # Much made of little.
    "a text multiplied": "{{ 'a' * 10 ** 9 }}",
    "a text multiplied by a constant": "{{ 'a' * 9999999999 }}",
    "a list multiplied": "{% set x = [1] * 9999999999 %}",
    "a list multiplied by less": "{% set x = [1] * 19000000 %}",
    "a list of long numbers": "{{ [7 ** 1000] * 300000 }}",
    "center": "{{ 'a'|center(999999999) }}",
    "ljust": "{{ 'a'.ljust(10 ** 9)|length }}",
    "zfill": "{{ '1'.zfill(10 ** 9) }}",
    "tabs": "{{ '\\t'.expandtabs(10 ** 9) }}",
    "indent": "{{ a|indent(10 ** 9, true) }}",
    "a format": "{{ '%1000000000d'|format(1) }}",
    "a format's width from outside": "{{ '%*d' % (10 ** 9, 1) }}",
    "a format's decimals": "{{ '%.999999999f' % 1.0 }}",
    "a format of the new way": "{{ '{:1000000000}'.format(1) }}",
    "a format in a format": "{{ '{:{w}}'.format(1, w=10 ** 9) }}",
    "a format of a group": "{{ '{a:1000000000}'.format_map({'a': 1}) }}",
    "a format that prints one text often": LONG + "{% set y = ('%(x)s' * 10000) % {'x': b} %}",
    "a format of the new way that prints one text often": LONG + "{% set y = ('{x}' * 10000).format(x=b) %}",
    "a format that reaches for one text often": LONG + "{% set y = ('{0[x]}' * 9000).format({'x': b}) %}",
    "a batch": "{{ [1]|batch(10 ** 9, 'x')|list|length }}",
    "slices": "{{ [1]|slice(10 ** 9)|list|length }}",
    "a text in place of each letter": "{{ ('a' * 90000)|replace('a', 'b' * 90000)|length }}",
    "a text in place of each letter, by method": "{{ ('a' * 90000).replace('a', 'b' * 90000)|length }}",
    "a table of letters": "{{ ('a' * 90000).translate({97: 'b' * 90000})|length }}",
    "a long text between": "{{ range(10000)|join('b' * 90000)|length }}",
    "a long text between, by method": "{{ ('b' * 90000).join(['a'] * 10000)|length }}",
    "a long text between lines": "{{ ('a ' * 90000)|wordwrap(1, true, 'b' * 90000)|length }}",
    "a filter of each entry": "{% set y = range(10000)|map('center', 9999)|list %}",
    # Texts and lists doubled.
    "joined to itself": KEPT + ROUND + "{% set n.x = n.x ~ n.x %}" + END,
    "added to itself": KEPT + ROUND + "{% set n.x = n.x + n.x %}" + END,
    "printed twice": KEPT + ROUND + "{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}" + END,
    "a doubled list printed": DOUBLED + "{{ n.x }}",
    "a doubled list compared": DOUBLED + "{% if n.x == n.y %}{% endif %}",
    "a doubled list searched": DOUBLED + "{{ 1 in n.x }} {{ [n.x].index(n.y) }}",
    "a doubled list sorted": DOUBLED + "{{ [n.x, n.y]|sort|length }}",
    "a doubled list as a key": DOUBLED + "{{ {n.x: 1}|length }}",
    "a doubled list looked up": DOUBLED + "{{ {'a': 1}[n.x] is defined }}",
    "a doubled list as text": DOUBLED + "{{ n.x|string|length }}",
    "a doubled list in a format": DOUBLED + "{{ '{}'.format(n.x) }}",
    "a doubled namespace": KEPT
    + "{% for i in range(60) %}{% set n.x = namespace(a=n.x, b=n.x) %}{% endfor %}{{ n.x }}",
    "a list within itself": KEPT + "{% set n.x = n %}{{ n }}",
    "a list too deep for a key": KEPT + ROUND + "{% set n.x = (n.x,) %}" + END + "{{ {n.x: 1}|length }}",
    "a long list laid out": "{{ (range(10000)|list * 20)|pprint|length }}",
    "lists of lists added up": "{{ ([[1, 2, 3]] * 10000)|sum(start=[])|length }}",
    # Rounds without end.
    "a range": "{{ range(10 ** 9)|length }}",
    "rounds": ROUND * 3 + END * 3,
    "rounds that print": "{% set b %}" + ROUND * 2 + "ก" * 3000 + END * 2 + "{% endset %}",
    "rounds that are left out": ROUND * 2 + "{% for j in range(10000) if false %}{% endfor %}" + END * 2,
    "rounds of many steps": ROUND * 2 + ("{% if " + " and ".join(["i == i"] * 40) + " %}{% endif %}") * 20 + END * 2,
    "rounds of filters": ROUND * 2 + "{% set y = a|upper|lower|title %}" + END * 2,
    "rounds of tests": ROUND * 2 + "{% set y = a is upper %}" + END * 2,
    "rounds of methods": ROUND * 2 + "{% set y = a.upper().lower() %}" + END * 2,
    "rounds of calls": "{% macro m() %}{% endmacro %}" + ROUND * 2 + "{% set y = m() %}" + END * 2,
    "rounds of sums": ROUND * 2 + "{% set y = 7 ** 1000 // 3 %}" + END * 2,
    "rounds of lists": KEPT + ROUND * 2 + "{% set n.x = ([[], [], [], [], [], []], n.x) %}" + END * 2,
    "rounds of slices": LONG + ROUND + "{% set y = b[1:] %}" + END,
    "rounds of long texts": LONG + ROUND + "{% set y = 'ข' in b %}" + END,
    "rounds of long texts compared": LONG + ROUND + "{% set y = b == b ~ 'ก' %}" + END,
    "rounds of long texts tested": LONG + ROUND + "{% set y = b is upper %}" + END,
    "rounds of long texts split": LONG + ROUND + "{% set y = b|list %}" + END,
    "tags without end": "{{ ('&lt;!----&gt;' * 50000)|striptags }}",
    "a macro of itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro of itself twice": "{% macro m(n) %}{% if n %}"
    + "{{ m(n - 1) }}" * 2
    + "{% endif %}{% endmacro %}{{ m(90) }}",
    "a list of itself": "{% for x in [[1]] recursive %}{{ loop([[1], [1]]) }}{% endfor %}",
    "a block of itself": "{% block b %}{{ self.b() }}{% endblock %}",
}


def problems_of(body: str) -> tuple[list[str], list[str | None]]:
    with pytest.raises(DocumentError) as caught:
        Template(docx(paragraph("ก") + paragraph(body)), name="t.docx").render({"a": "abc"})
    found = caught.value.problems
    return [problem.code for problem in found], [problem.place and problem.place.where for problem in found]


@pytest.mark.parametrize("case", RUNAWAY)
def test_what_runs_away_is_stopped(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the allowance takes a tenth of the time; what is made at once is stopped by any."""
    monkeypatch.setattr(allowance, "ALLOWANCE", allowance.ALLOWANCE // 10)
    assert problems_of(RUNAWAY[case]) == (["template-too-large"], ["p2"])


@pytest.mark.parametrize("case", ["a doubled list compared", "rounds of methods", "rounds of lists"])
def test_the_allowance_is_a_matter_of_seconds(case: str) -> None:
    """These take longest of all: a second on a slow machine, where each alone could take days."""
    start = time.process_time()
    assert problems_of(RUNAWAY[case])[0] == ["template-too-large"]
    assert time.process_time() - start < 6


def test_nothing_is_reckoned_before_it_is_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jinja reckons what is constant while it compiles; looking a template over does no work at all."""
    monkeypatch.setattr(allowance, "ALLOWANCE", -1)
    for body in RUNAWAY.values():
        codes = {problem.code for problem in Template(docx(paragraph(body))).lint()}
        assert codes == {"template-logic"}


def test_a_picture_within_a_list_is_not_written_out() -> None:
    picture = Picture(png(), 1)
    body = paragraph("{{ [p] * 1000 }}{% for r in [{'p': p}]|sort(attribute='p.alt') %}{{ r.p }}{% endfor %}")
    paper = Template(docx(body)).render({"p": picture})
    assert "IHDR" not in text_of(paper)
    assert any(name.startswith("word/media/") for name in unzipped(paper))


def test_long_lists_are_no_runaways() -> None:
    rows = [{"name": f"ก{n}", "n": n, "marks": ["1", "2"]} for n in range(3000)]
    body = paragraph("{{ rows|sum(attribute='n') }} {{ rows|selectattr('n', 'odd')|list|length }}")
    body += paragraph("{% for r in rows|sort(attribute='name') %}{{ loop.index }}/{{ rows|length }} {{ r.name ~ '-' }}")
    body += paragraph(
        "{% if r.marks == [] %}{% endif %}{{ r.marks|join(', ') }}{{ '{:,}'.format(r.n * 1000) }}{% endfor %}"
    )
    assert Template(docx(body)).render({"rows": rows})
