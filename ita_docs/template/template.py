"""Word templates: a .docx with {{ names }}, {% if %} and {% for %} in it, filled with a view.

The only user of docxtpl: its own `patch_xml` turns each part into Jinja source, which is compiled once, and a paper
is then written as text; only where a loop makes columns is the tree needed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from xml.parsers import expat

from ita_docs import package
from ita_docs.package import Member, Picture
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.template import contract, formatted, language, sandbox, slips, strays, tags
from ita_docs.template.shape import ANY, Shape, shape_of
from ita_docs.template.slips import Slip
from ita_docs.template.soundness import LISTED
from ita_docs.template.tags import Tag
from ita_docs.template.thai_runs import mark_thai

if TYPE_CHECKING:
    import jinja2
    from lxml.etree import _Element

__all__ = ["Picture", "Template"]

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_XML_TAG = re.compile(r"</?\w+:[^>]*>")  # and not what a tag compares: a < 3
_INSIDE = re.compile(r"\{[{%](?>[^%}]+|[%}](?!\}))*+")  # a tag without its end
COLUMNS = re.compile(r"\{[{%#]tc\s|\{%\s*(?:colspan|hm)\b")
DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*')
MALFORMED = "placeholder-malformed"
# The slips with which a part is not even compiled.
FATAL = (MALFORMED, "template-unsafe")
# The largest template of the starter set has 300 tags and 120,000 bytes; docxtpl takes a hundred times its memory.
MOST_TAGS = 5_000
MOST_LETTERS = 50_000  # of all tags together, which take two seconds to compile; the largest of the set has 5,000
MOST_BYTES = 2_000_000
# The pieces of a paper that are made before they are counted, and the letters that they may come to.
AT_ONCE, MOST_AT_ONCE = 1_000, 5_000_000


@dataclass(frozen=True)
class Typed:
    """A part of the template as it was typed."""

    part: str
    root: _Element
    tags: tuple[Tag, ...]

    @property
    def is_marked(self) -> bool:
        """Whether braces of a template stand in it anywhere, escaped ones too."""
        xml = package.serialise(self.root)
        return tags.MARK.search(f"{xml} {_XML_TAG.sub('', xml)}") is not None


@dataclass(frozen=True)
class Part:
    """A part of the template, ready to be filled."""

    typed: Typed
    source: str
    template: jinja2.Template
    columns: bool
    sound: bool  # whole XML whatever plain text fills it, with nothing left to do
    drawn: bool  # its own words draw something


class Template:
    """A Word template, compiled once and filled any number of times.

    `thai` marks the runs of its placeholders as Thai where Word, seeing Latin letters, did not.
    """

    def __init__(self, source: Path | str | bytes, *, name: str = "", thai: bool = True) -> None:
        self.name = name or ("" if isinstance(source, bytes) else str(source))
        try:
            self._data = source if isinstance(source, bytes) else Path(source).read_bytes()
            self._members = package.admit(self._data, self.name)
            parts = package.text_parts(self._members)
            self._stop_if_large(sum(self._members[part].size for part in parts) > MOST_BYTES)
            roots = {part: package.parse(self._members[part].data) for part in parts}
            if not all(_is_plain(root) for root in roots.values()):
                raise ValueError("not as Word writes it")
        except OSError:
            raise DocumentError([Problem("no-template", Place(self.name), {"file": self.name})]) from None
        except ValueError:
            raise DocumentError([Problem("template-not-docx", Place(self.name))]) from None
        every = (Typed(part, root, tuple(tags.read(root, part))) for part, root in roots.items())
        self._typed = [typed for typed in every if typed.tags or typed.is_marked]
        self._stop_if_large(sum(len(typed.tags) for typed in self._typed) > MOST_TAGS)
        self._stop_if_large(sum(len(tag.text) for typed in self._typed for tag in typed.tags) > MOST_LETTERS)
        for typed in self._typed if thai else ():
            mark_thai(typed.root)

    def render(
        self,
        view: Mapping[str, object],
        properties: Mapping[str, str] | None = None,
        swapped: Mapping[str, bytes] | None = None,
    ) -> bytes:
        """Fill the template: the same view gives the same bytes; DocumentError says what is in the way.

        `swapped` are files that take the place of the template's own pictures, by name, title or alternative text.
        """
        letters = package.plain_letters(view)
        found = [*(package.look_over(view, "") if letters is None else ()), *package.look_over(properties or {}, "")]
        if faults := [item for item in found if isinstance(item, Problem)]:
            raise DocumentError(faults)
        pictures = [item for item in found if isinstance(item, Picture)]
        made = list(formatted.made_by_docxtpl(view)) if letters is None else []
        parts, broken = self._compiled
        if wrong := broken or (() if made else self._for_formatted):
            raise DocumentError(wrong)
        carrier = formatted.carrier_of(made, self._data)
        shown = formatted.wrapped(view) if made else view
        filled: dict[str, Member] = {}
        printed: dict[str, list[Picture]] = {}
        numbers = itertools.count(1001)
        for part in parts:
            if carrier:
                carrier.turn_to(part.typed.part)
            text = self._filled(part, shown, letters, whole=not made)
            if letters is None or part.drawn:
                text = DRAWING_ID.sub(lambda match: f"{match[1]}{next(numbers)}", text)
            filled[part.typed.part] = Member.pack(HEAD + text.encode())
            printed[part.typed.part] = [picture for picture in pictures if f'r:embed="{picture.name}"' in text]
        members = {**(carrier.members() if carrier else self._members), **filled}
        for name, shown_here in printed.items():
            if shown_here:
                package.add_pictures(members, name, shown_here)
        if swapped:
            package.swap_pictures(members, package.text_parts(members), swapped)
        if properties is not None:
            package.set_properties(members, properties)
        return package.write(members)

    def placeholders(self) -> frozenset[str]:
        """List the names that the template reads from a view."""
        return frozenset(use.path[0] for use in self._uses)

    def problems(self, view: Mapping[str, object] | Iterable[str]) -> tuple[Problem, ...]:
        """Look the template over for a view, or for one of which only the names are known; nothing is raised."""
        if not isinstance(view, Mapping):
            return self.lint(dict.fromkeys(view, ANY))
        found = self.lint(shape_of(view))
        if any(formatted.made_by_docxtpl(view)):  # which is what some tags are for
            return tuple(problem for problem in found if problem not in self._for_formatted)
        return found

    def lint(self, offered: Shape = ANY) -> tuple[Problem, ...]:
        """Look the template over without data: all that is wrong at once; nothing is raised.

        `offered` is the shape of the view that is to fill it; without one, names are held against each other only.
        """
        faults = self._compiled[1]
        misfits = contract.misfits(self._uses, contract.demanded(self._uses) if offered == ANY else offered, self.name)
        found = [*(problem for _, _, problem in self._slips), *faults, *misfits]
        found += strays.find(self._members, {typed.part for typed in self._typed}, self.name)
        # A value that a mistyped name or a broken tag was to print is told there.
        told = {each.facts.get("near", "") for each in misfits}
        broken = " ".join(each.facts.get("value", "") for each in faults)
        for problem in contract.unprinted(self._uses, offered, self.name):
            name = problem.facts["value"].rpartition(".")[2]
            if name not in told and name not in broken:
                found.append(problem)
        return tuple(dict.fromkeys(found))

    def schema(self, offered: Shape = ANY) -> dict[str, object]:
        """Write what the template needs as JSON Schema; see `contract.schema`."""
        return contract.schema(self._uses, self.name, offered)

    def _stop_if_large(self, large: bool) -> None:
        if large:
            raise DocumentError([Problem("template-too-large", Place(self.name))])

    @cached_property
    def _uses(self) -> list[contract.Use]:
        return [use for typed in self._typed for use in contract.uses(typed.tags)]

    @cached_property
    def _slips(self) -> list[tuple[Typed, Slip, Problem]]:
        """What was mistyped, part by part."""
        return [(typed, slip, slip.problem(self.name)) for typed in self._typed for slip in slips.find(typed.tags)]

    @cached_property
    def _for_formatted(self) -> tuple[Problem, ...]:
        """What is wrong with {{r x }} and {{p x }} unless the view holds what docxtpl formats."""
        return tuple(problem for _, slip, problem in self._slips if slip.tag.is_value and slip.tag.unit in ("p", "r"))

    @cached_property
    def _compiled(self) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
        """The parts that can be filled, and what is wrong with the others."""
        parts: list[Part] = []
        faults: list[Problem] = []
        for typed in self._typed:
            slipped = [fault for each, _, fault in self._slips if each is typed and fault.code in FATAL]
            if slipped := [fault for fault in slipped if fault not in self._for_formatted]:
                faults += slipped
                continue
            source = _source(typed.root)
            if sum(len(found[0]) for found in _INSIDE.finditer(source)) > MOST_LETTERS:  # where no tag shows it
                faults.append(Problem("template-too-large", Place(self.name)))
                continue
            result = language.compiled(source)
            if result.template is None:
                faults.append(self._at_line(typed, result.fault, source, result.line))
            else:
                columns = COLUMNS.search("".join(tag.text for tag in typed.tags)) is not None
                sound = result.sound and not columns
                parts.append(
                    Part(typed, source, result.template, columns, sound, DRAWING_ID.search(source) is not None)
                )
        return tuple(parts), tuple(faults)

    def _at_line(self, typed: Typed, code: str, source: str, line: int) -> Problem:
        """Say what is wrong on a line of the source, at the first tag that stands there."""
        words = _XML_TAG.sub("", source.split("\n")[line - 1]).strip()[:60]
        tag = next((tag for tag in typed.tags if not words or tag.text in words or tag.bare in words), None)
        if tag is not None:
            return tag.problem(code, self.name, words or tag.text)
        where = PurePosixPath(typed.part).stem.replace("document", "") or None
        return Problem(code, Place(self.name, where=where), {"value": words, "around": words, "within": ""})

    def _filled(self, part: Part, view: Mapping[str, object], letters: int | None, *, whole: bool) -> str:
        """Write a part as text, proved to be whole XML; the `letters` of a view of plain values are counted already.

        What is not `whole`, as docxtpl formatted some of it, may use names of XML that the part does not know.
        """
        at_once = 1 if letters is None else max(1, min(AT_ONCE, MOST_AT_ONCE // (letters + 1)))
        try:
            text = sandbox.fill(part.template, view, at_once)
        except sandbox.UnfillableError as error:
            unsure = self._at_line(part.typed, error.code, part.source, error.line)
            missing = contract.misfits(self._uses, shape_of(view), self.name)
            raise DocumentError(missing if missing and error.code == MALFORMED else [unsure]) from None
        if part.sound and letters is not None:
            return text
        from docxtpl import DocxTemplate

        if any(sign in text for sign in LISTED):  # only the template's own words can hold them, or docxtpl's
            text = DocxTemplate.resolve_listing(None, text)
        try:
            expat.ParserCreate(namespace_separator=None if whole else "}").Parse(text, True)
            return package.serialise(DocxTemplate.fix_tables(None, text)) if part.columns else text
        except (expat.ExpatError, AttributeError, TypeError, ValueError):  # torn, no grid, a span "many"
            raise DocumentError([self._at_line(part.typed, MALFORMED, part.source, 1)]) from None


def _is_plain(root: _Element) -> bool:
    """Tell a part as Word writes it: in its own language of XML, without remarks, which may stand within a tag."""
    return str(root.tag).startswith(tags.W) and all(isinstance(element.tag, str) for element in root.iter())


def _source(root: _Element) -> str:
    """Turn a part into Jinja source, each paragraph on a line of its own."""
    from docxtpl import DocxTemplate

    source: str = DocxTemplate.patch_xml(None, package.serialise(root))
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
