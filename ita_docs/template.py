"""Word templates: a .docx with {{ names }}, {% if %} and {% for %} in it, filled with a view.

The only user of docxtpl and jinja2. docxtpl's own `patch_xml` turns each part into Jinja source, Jinja
compiles it once, and a paper is then written as text; only where a loop makes columns is the tree needed.
"""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from traceback import walk_stack, walk_tb
from types import FrameType
from typing import TYPE_CHECKING
from xml.parsers import expat

from ita_docs import package
from ita_docs.package import Member, Picture
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.tags import Typed, bare

if TYPE_CHECKING:
    import jinja2
    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment
    from lxml.etree import _Element

__all__ = ["Picture", "Template"]

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MARK = re.compile(r"\{_?[{%#]|[}%]_?\}")
COLUMNS = re.compile(r"\{[{%#]tc\s|\{%\s*(?:colspan|hm)\b")
RICH = re.compile(r"\{\{(?:p|r|tr|tc)\s")
DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*')
# What lets raw XML or chance into a paper.
UNSAFE_FILTERS = ("safe", "urlize", "xmlattr", "tojson", "random")
# What a template's own arithmetic can end in.
FAILURES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)
# {_{ and its like print as the braces themselves.
ESCAPE = re.compile(r"(?<=\{)_(?=[{%])|(?<=[}%])_(?=\})")


@dataclass(frozen=True)
class Part:
    """One part of the template, ready to be filled."""

    typed: Typed
    source: str
    syntax: nodes.Template
    template: jinja2.Template
    names: frozenset[str]
    columns: bool


class Template:
    """A Word template, compiled once and filled any number of times.

    `thai` marks the runs of its placeholders as Thai where Word, seeing Latin letters, did not.
    """

    def __init__(self, source: Path | str | bytes, *, name: str = "", thai: bool = True) -> None:
        self.name = name or ("" if isinstance(source, bytes) else str(source))
        try:
            data = source if isinstance(source, bytes) else Path(source).read_bytes()
            self._members = package.read(data)
            parts = package.text_parts(self._members)
            roots = {part: package.parse(self._members[part].data) for part in parts}
        except OSError:
            raise DocumentError([Problem("no-template", Place(self.name), {"file": self.name})]) from None
        except ValueError:
            raise DocumentError([Problem("template-not-docx", Place(self.name))]) from None
        every = (Typed(self.name, part, root) for part, root in roots.items())
        self._typed = [part for part in every if MARK.search(part.bare)]
        for part in self._typed if thai else ():
            part.mark_thai()

    def render(self, view: Mapping[str, object], properties: Mapping[str, str] | None = None) -> bytes:
        """Fill the template: the same view gives the same bytes; DocumentError says what is in the way."""
        found = [*package.look_over(view, ""), *package.look_over(properties or {}, "")]
        if faults := [item for item in found if isinstance(item, Problem)]:
            raise DocumentError(faults)
        pictures = [item for item in found if isinstance(item, Picture)]
        members = dict(self._members)
        numbers = itertools.count(1001)
        for part in self._parts:
            text = DRAWING_ID.sub(lambda match: f"{match[1]}{next(numbers)}", self._filled(part, view))
            members[part.typed.part] = Member.pack((HEAD + text).encode())
            if printed := [picture for picture in pictures if f'r:embed="{picture.name}"' in text]:
                package.add_pictures(members, part.typed.part, printed)
        if properties is not None:
            package.set_properties(members, properties)
        return package.write(members)

    def placeholders(self) -> frozenset[str]:
        """List the names that the template reads from a view."""
        return frozenset().union(*(part.names for part in self._parts))

    def problems(self, view_names: Iterable[str]) -> tuple[Problem, ...]:
        """Look the template over and compare its names with a view's; nothing is raised."""
        parts, faults = self._compiled
        found = dict.fromkeys([*faults, *(slip for part in parts for slip in part.typed.slips())])
        if len(parts) < len(self._typed):
            return tuple(found)  # a broken part may print anything
        known, asked = frozenset(view_names), frozenset[str]().union(*(part.names for part in parts))
        for part in parts:
            for name in sorted(part.names - known):
                near = [*get_close_matches(name, known - asked, 1), ""][0]
                found[part.typed.problem("placeholder-unfilled", name, near=near)] = None
        for name in sorted(known - asked):
            found[Problem("value-unprinted", Place(self.name), {"value": name})] = None
        return tuple(found)

    @property
    def _parts(self) -> tuple[Part, ...]:
        parts, faults = self._compiled
        if faults:
            raise DocumentError(faults)
        return parts

    @cached_property
    def _compiled(self) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
        """The parts that can be filled, and what is wrong with the others."""
        from jinja2 import TemplateSyntaxError

        parts: list[Part] = []
        faults: list[Problem] = []
        for typed in self._typed:
            source = _source(typed.root)
            try:
                syntax = _environment().parse(source)
                if unsafe := dict.fromkeys(_unsafe(syntax)):
                    faults += [typed.problem("template-unsafe", words) for words in unsafe]
                    continue
                parts.append(_compile(typed, source, syntax))
                if RICH.search(typed.bare):  # it prints outside of any run: Word would not show it
                    faults += typed.slips()
            except TemplateSyntaxError as error:
                fault = typed.problem("placeholder-malformed", _line_of(source, error.lineno))
                faults += typed.slips(_compiles) or [fault]
        return tuple(parts), tuple(faults)

    def _filled(self, part: Part, view: Mapping[str, object]) -> str:
        """Write a part as text, proved to be whole XML."""
        from docxtpl import DocxTemplate
        from jinja2 import TemplateError

        try:
            text = _printed(part.template, view)
        except (TemplateError, *FAILURES):
            raise DocumentError([fault for each in self._parts for fault in _faults(each, view)]) from None
        if any(sign in text for sign in "\t\n\a\f"):  # only the template's own words can hold them
            text = DocxTemplate.resolve_listing(None, text)
        parser = expat.ParserCreate()
        try:
            parser.Parse(text, True)
            return package.serialise(DocxTemplate.fix_tables(None, text)) if part.columns else text
        except (expat.ExpatError, AttributeError, TypeError, ValueError):  # torn, no grid, a span "many"
            unsure = part.typed.problem("placeholder-malformed", "{%")
            raise DocumentError(part.typed.slips() or [unsure]) from None


@cache
def _environment() -> SandboxedEnvironment:
    """Jinja, strict: it escapes, prints no blank for a missing name, reaches nothing but the view."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    for name in UNSAFE_FILTERS:
        del environment.filters[name]
    del environment.globals["lipsum"]
    return environment


def _compiles(text: str) -> bool:
    from jinja2 import TemplateSyntaxError

    try:
        _environment().compile(text)
    except TemplateSyntaxError:
        return False
    return True


def _source(root: _Element) -> str:
    """Turn a part into Jinja source, each paragraph on a line of its own."""
    from docxtpl import DocxTemplate

    source: str = DocxTemplate.patch_xml(None, package.serialise(root))
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source)


def _compile(typed: Typed, source: str, syntax: nodes.Template) -> Part:
    from jinja2 import meta, nodes

    for data in syntax.find_all(nodes.TemplateData):
        data.data = re.sub(r"\n(<w:p[ >])", r"\1", ESCAPE.sub("", data.data))
    for constant in syntax.find_all(nodes.Const):
        if isinstance(constant.value, str):
            constant.value = ESCAPE.sub("", constant.value)
    template = _built(_environment(), syntax)
    names = frozenset(meta.find_undeclared_variables(syntax))
    return Part(typed, source, syntax, template, names, columns=COLUMNS.search(typed.bare) is not None)


def _built(environment: SandboxedEnvironment, syntax: nodes.Template) -> jinja2.Template:
    code = environment.compile(syntax)
    return environment.template_class.from_code(environment, code, environment.make_globals(None))


def _printed(template: jinja2.Template, view: Mapping[str, object]) -> str:
    return "".join(template.root_render_func(template.new_context(dict(view))))


def _unsafe(syntax: nodes.Template) -> Iterator[str]:
    """What a template may not do: reach inside values, switch escaping off, read other files."""
    from jinja2 import nodes

    for node in syntax.find_all((nodes.Getattr, nodes.Getitem)):
        if _last(node).startswith("_"):
            yield _written(node)
    for used in syntax.find_all(nodes.Filter):
        if used.name in UNSAFE_FILTERS:
            yield used.name
    for outside in syntax.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        yield {"FromImport": "from"}.get(type(outside).__name__, type(outside).__name__.lower())
    if syntax.find(nodes.ScopedEvalContextModifier):
        yield "autoescape"


def _faults(part: Part, view: Mapping[str, object]) -> list[Problem]:
    """Fill a part once more, going on after each missing name, to see all that is wrong."""
    from jinja2 import StrictUndefined, TemplateError, Undefined
    from jinja2.exceptions import SecurityError

    found: dict[Problem, None] = {}

    def note(missing: Undefined) -> str:
        code = "template-unsafe" if missing._undefined_exception is SecurityError else "placeholder-unfilled"
        name = _asked(part.syntax, str(missing._undefined_name), _line(walk_stack(sys._getframe())))
        found[part.typed.problem(code, name)] = None
        return ""

    def pass_over(missing: Undefined, name: str) -> Undefined:
        if str(name).startswith("__"):
            raise AttributeError(name)
        note(missing)
        return missing

    ways: dict[str, object] = {"_undefined_message": property(note), "__str__": note}
    ways |= {"__bool__": lambda this: bool(note(this)), "__iter__": lambda this: iter(note(this))}
    noted = type("Noted", (StrictUndefined,), {**ways, "__getattr__": pass_over, "__getitem__": pass_over})
    try:
        _printed(_built(_environment().overlay(undefined=noted), part.syntax), view)
    except (TemplateError, *FAILURES) as error:
        code = "template-unsafe" if isinstance(error, SecurityError) else "placeholder-malformed"
        words = _line_of(part.source, _line(reversed(list(walk_tb(error.__traceback__)))))
        found = found or {part.typed.problem(code, words): None}
    return list(found)


def _line_of(source: str, number: int) -> str:
    return bare(source.split("\n")[number - 1]).strip()[:60]


def _line(frames: Iterable[tuple[FrameType, int]]) -> int:
    """Find the line of the source that was being printed."""
    for frame, line in frames:
        if template := frame.f_globals.get("__jinja_template__"):
            return int(template.get_corresponding_lineno(line))
    return 1


def _asked(syntax: nodes.Template, name: str, line: int) -> str:
    """Write a name as the template asks for it on that line: `row.name`."""
    from jinja2 import nodes

    named = syntax.find_all((nodes.Name, nodes.Getattr, nodes.Getitem))
    asking = [node for node in named if _last(node) == name]
    return _written(min(asking, key=lambda node: abs(node.lineno - line))) if asking else name


def _last(node: nodes.Node) -> str:
    """The last word of a dotted name."""
    key = getattr(getattr(node, "arg", None), "value", "")
    return str(getattr(node, "name", "") or getattr(node, "attr", "") or key)


def _written(node: nodes.Node) -> str:
    inside = getattr(node, "node", None)
    return f"{_written(inside)}.{_last(node)}" if inside else _last(node) or "…"
