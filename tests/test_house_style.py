"""The templates of the house: written by code, the same on the disk, whole for Word, asking for what the views give."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from conftest import ROOT, WORD_KINDS, Good
from docx import Document
from lxml import etree

from ita_docs import house_style
from ita_docs.documents import KINDS
from ita_docs.house_style.styles import STYLES, styles_xml
from ita_docs.template import Template
from ita_docs.thai.text import has_thai

TEMPLATES = house_style.templates()
DOCUMENTS = [(kind, language) for kind in WORD_KINDS for language in KINDS[kind].languages]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

every_template = pytest.mark.parametrize("name", sorted(TEMPLATES))


def xml(docx: bytes, part: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(f"word/{part}.xml"))


# ---- the files


def test_every_template_on_the_disk_is_made_by_the_house() -> None:
    assert sorted(path.name for path in (ROOT / "templates").iterdir()) == sorted(TEMPLATES)


@every_template
def test_a_template_on_the_disk_is_the_one_that_the_house_makes(name: str) -> None:
    assert (ROOT / "templates" / name).read_bytes() == TEMPLATES[name], "make templates"


def test_the_house_makes_the_same_templates_twice() -> None:
    assert house_style.templates() == TEMPLATES


@pytest.mark.parametrize(("kind", "language"), DOCUMENTS)
def test_every_kind_of_document_has_its_template(kind: str, language: str, good: dict[str, Good]) -> None:
    documents = [
        each
        for each in good["full"].documents.values()
        if (each.kind, each.language, each.medium) == (kind, language, "docx")
    ]
    assert documents
    assert {each.template for each in documents} <= TEMPLATES.keys()


@every_template
def test_word_opens_a_template(name: str) -> None:
    document = Document(io.BytesIO(TEMPLATES[name]))
    assert document.paragraphs
    assert len(document.sections) >= 1
    assert document.core_properties.title
    assert not document.core_properties.author


@every_template
def test_a_template_is_slim(name: str) -> None:
    """A plain .docx of Word begins at four times this size, most of it styles that nobody uses."""
    assert len(TEMPLATES[name]) < 20_000


# ---- what the templates ask for


@pytest.mark.parametrize("size", ["minimal", "full"])
@pytest.mark.parametrize("kind", WORD_KINDS)
def test_the_placeholders_of_a_template_are_the_names_of_its_views(kind: str, size: str, good: dict[str, Good]) -> None:
    case = good[size]
    documents = [each for each in case.documents.values() if each.kind == kind and each.medium == "docx"]
    assert documents
    for document in documents:
        assert document.template
        template = Template(TEMPLATES[document.template], name=document.template, thai=False)
        view = case.view(document.id)
        assert template.placeholders() == view.keys()
        assert template.problems(view) == ()


def test_a_placeholder_too_many_and_one_too_few_are_told(good: dict[str, Good]) -> None:
    case = good["minimal"]
    template = Template(TEMPLATES["order.docx"], name="order.docx", thai=False)
    view = case.view("order-minimal")
    told = {(problem.code, problem.facts["value"]) for problem in template.problems({*view, "margin"} - {"closing"})}
    assert told == {("placeholder-unfilled", "closing"), ("value-unprinted", "margin")}


@every_template
def test_a_template_holds_names_and_reckons_nothing(name: str) -> None:
    """What a paper says is finished before the template, which has names, `if` and `for`: no filters, calls or sums.

    The colour of a cell is a name too.
    """
    text = "".join(xml(TEMPLATES[name], "document").itertext())
    tags = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text)
    assert any(tag.startswith("{{") for tag in tags)
    words = (
        r"\{\{ [\w.]+ \}\}|\{%(?:p|tr)? (?:for \w+ in [\w.]+|(?:el)?if (?:not )?[\w.]+(?: < \d)?|else|endif|endfor) %\}"
        r"|\{% cellbg [\w.]+ %\}"
    )
    assert [tag for tag in tags if not re.fullmatch(words, tag)] == []


# ---- the styles


@every_template
def test_every_style_that_is_used_is_defined(name: str) -> None:
    used = {
        style.get(f"{W}val")
        for part in ("document", "header1", "header2")
        for style in xml(TEMPLATES[name], part).iter(f"{W}pStyle")
    }
    defined = {style.get(f"{W}styleId") for style in xml(TEMPLATES[name], "styles").iter(f"{W}style")}
    assert used
    assert used <= defined


def test_ids_and_names_of_styles_are_unique() -> None:
    for names in ([style.id for style in STYLES], [style.name for style in STYLES]):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("thai", [True, False])
def test_only_thai_papers_spread_their_lines(thai: bool) -> None:
    assert ("thaiDistribute" in styles_xml(thai)) == thai
    assert ('w:val="both"' in styles_xml(thai)) == (not thai)


@every_template
def test_a_template_speaks_the_language_of_its_paper(name: str) -> None:
    said = [run for run in xml(TEMPLATES[name], "document").iter(f"{W}r") if has_thai("".join(run.itertext()))]
    assert bool(said) == (name != "announcement-en.docx")
