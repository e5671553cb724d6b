"""What a template asks for: held against the view of its kind, and told as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, WORD_KINDS, Good
from jsonschema import Draft202012Validator
from test_template import docx, paragraph, row, table

from ita_docs.documents import KINDS, Desk, Document
from ita_docs.documents.views import VIEWS, offered
from ita_docs.package import Picture
from ita_docs.setting import Setting
from ita_docs.template import Template
from ita_docs.template.shape import ANY, FLAG, PICTURE, TEXT, Shape, shape_of

TEMPLATES = sorted((ROOT / "templates").glob("*.docx"))


# ---- the tables of the kinds


def differences(declared: Shape, real: Shape, path: str = "") -> list[str]:
    """Where a table and a view part; an empty list fits any, and a picture that is not there is an empty text."""
    if real == ANY or (declared, real) == (PICTURE, TEXT):
        return []
    if isinstance(declared, dict) and isinstance(real, dict):
        lost = [f"{path}.{name}" for name in sorted(declared.keys() ^ real.keys())]
        both = declared.keys() & real.keys()
        return lost + [each for name in both for each in differences(declared[name], real[name], f"{path}.{name}")]
    if isinstance(declared, list) and isinstance(real, list):
        return differences(declared[0], real[0], f"{path}[]")
    return [] if declared == real else [f"{path}: {declared} is {real}"]


def test_every_kind_has_its_table() -> None:
    assert sorted(VIEWS) == WORD_KINDS
    assert differences({"a": [{"b": TEXT}]}, {"a": [{"b": FLAG, "c": TEXT}]}) == [".a[].c", ".a[].b: text is flag"]


@pytest.mark.parametrize("size", ["minimal", "full"])
@pytest.mark.parametrize("kind", WORD_KINDS)
def test_a_table_names_what_the_view_gives(kind: str, size: str, good: dict[str, Good]) -> None:
    case = good[size]
    found = [name for name, document in case.documents.items() if document.kind == kind and document.medium == "docx"]
    assert found
    assert [differences(VIEWS[kind], shape_of(case.view(name))) for name in found] == [[] for _ in found]


def test_the_tables_hold_for_the_documents_of_the_year(documents: Mapping[str, Document], setting: Setting) -> None:
    desk = Desk(setting, documents)
    for document in (each for each in documents.values() if each.medium == "docx"):
        view = KINDS[document.kind].view(document, desk)
        assert differences(VIEWS[document.kind], shape_of(view)) == [], document.id


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_templates_fit_their_tables(path: Path) -> None:
    shape = offered(path.name)
    assert shape
    assert Template(path, thai=False).lint(shape) == ()


def test_a_template_of_no_kind_is_offered_nothing() -> None:
    assert offered("invoice.docx") is None


# ---- what a template needs, as JSON Schema


def schema_of(*texts: str, shape: Shape = ANY) -> dict[str, Any]:
    found = Template(docx("".join(map(paragraph, texts))), name="t.docx").schema(shape)
    assert list(found)[:3] == ["$schema", "title", "type"]
    Draft202012Validator.check_schema(found)
    return found


def test_names_are_told_in_the_order_of_the_template() -> None:
    body = paragraph("{{ b }} {{ a }}") + table(row("{{ b }}", "{{ a.c }}"))
    found = Template(docx(body, header=paragraph("{{ d }}")), name="t.docx").schema()
    assert found == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "t.docx",
        "type": "object",
        "properties": {
            "b": {"type": "string", "description": "{{ }} p1, t1r1c1 p1"},
            "a": {
                "type": "object",
                "description": "{{ }} p1",
                "properties": {"c": {"type": "string", "description": "{{ }} t1r1c2 p1"}},
                "required": ["c"],
            },
            "d": {"type": "string", "description": "{{ }} header p1"},
        },
        "required": ["b", "a", "d"],
        "additionalProperties": False,
    }


def test_loops_are_lists() -> None:
    found = schema_of("{% for x in rows %}{{ x.name }}{% for y in x.lines %}{{ y }}{% endfor %}{% endfor %}")
    assert found["properties"]["rows"] == {
        "type": "array",
        "description": "{% for %} p1",
        "items": {
            "type": "object",
            "properties": {
                "name": {"type": "string", "description": "{{ }} p1"},
                "lines": {
                    "type": "array",
                    "description": "{% for %} p1",
                    "items": {"type": "string", "description": "{{ }} p1"},
                },
            },
            "required": ["name", "lines"],
        },
    }


@pytest.mark.parametrize(
    ("texts", "required"),
    [
        (["{% if a %}{{ a }}{% endif %}"], []),
        (["{% if a and b %}{{ a }}{{ b }}{% endif %}"], []),
        (["{% if not a %}ก{% else %}{{ a }}{% endif %}"], []),
        (["{% if a %}{{ b }}{% endif %}"], ["b"]),
        (["{% if a %}{{ a }}{% endif %}", "{{ a }}"], ["a"]),
        (["{% if a %}{% for x in a %}{{ x }}{% endfor %}{% endif %}"], []),
        (["{% for x in a %}{{ x }}{% endfor %}"], ["a"]),
        (["{% if a %}{{ b }}{% elif b %}{{ b }}{% endif %}"], ["b"]),
    ],
)
def test_what_an_if_asks_for_first_may_stay_empty(texts: list[str], required: list[str]) -> None:
    assert schema_of(*texts)["required"] == required


@pytest.mark.parametrize(
    ("texts", "properties", "required"),
    [
        (["{{ a|upper }}"], {"a": {"description": "{{ … }} p1"}}, ["a"]),
        (["{{ a|default('-') }}{{ b }}"], {"a": {"description": "{{ … }} p1"}}, ["b"]),
        (["{% if a is defined %}{{ a.x }}{% endif %}"], {"a": {"description": "{% if %} p1"}}, []),
        (["{% set x = a %}{{ x.y }}{{ range(3)|list }}"], {"a": {"description": "{{ … }} p1"}}, ["a"]),
        (["{% macro m(x) %}{{ x }}{% endmacro %}{{ m(a) }}"], {"a": {"description": "{{ … }} p1"}}, ["a"]),
        (["{% for x in a|sort %}{{ x.y }}{% endfor %}"], {"a": {"description": "{{ … }} p1"}}, ["a"]),
        (["{% for x in a if x.y|length %}{{ x.z }}{% endfor %}"], {"a": {"type": "array"}}, ["a"]),
    ],
)
def test_what_a_template_reckons_with(texts: list[str], properties: dict[str, Any], required: list[str]) -> None:
    """What it names itself is not asked of the view; of a value that a filter takes, the kind is not known."""
    found = schema_of(*texts)
    assert found["required"] == required
    for name, due in properties.items():
        assert found["properties"][name].items() >= due.items()
    assert not {"x", "m", "range"} & found["properties"].keys()


@pytest.mark.parametrize("shape", [[TEXT], {"b": TEXT}, TEXT, FLAG, ANY])
def test_the_kind_tells_what_a_filter_takes(shape: Shape) -> None:
    kinds = {"text": "string", "flag": "boolean", "any": None}
    due = "array" if isinstance(shape, list) else "object" if isinstance(shape, dict) else kinds[shape]
    assert schema_of("{{ a|length }}", shape={"a": shape})["properties"]["a"].get("type") == due


def test_the_kind_tells_pictures_and_flags() -> None:
    texts = ["{% if urgent %}ด่วน{% endif %}{{ emblem }}{% if other %}{% endif %}"]
    found = schema_of(*texts, shape={"urgent": FLAG, "emblem": PICTURE})["properties"]
    assert found["urgent"]["type"] == "boolean"
    assert found["emblem"]["contentMediaType"] == "image/png"
    assert "type" not in found["other"]


@pytest.mark.parametrize("kind", WORD_KINDS)
def test_the_views_of_a_kind_are_what_its_template_needs(kind: str, good: dict[str, Good]) -> None:
    """Of a view, pictures are no JSON; everything else is held against the schema."""
    case = good["full"]
    for name, document in case.documents.items():
        if document.kind == kind and document.medium == "docx":
            assert document.template
            template = Template(ROOT / "templates" / document.template)
            shape = offered(document.template)
            assert shape is not None
            check = Draft202012Validator(template.schema(shape))
            view = {key: "" if isinstance(value, Picture) else value for key, value in case.view(name).items()}
            assert [error.message for error in check.iter_errors(view)] == []
            view.pop(check.schema["required"][0])
            assert len(list(check.iter_errors(view))) == 1
