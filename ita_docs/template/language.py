"""The language of templates: what a tag may say, and which names it asks for.

It is docxtpl's, so Jinja's, but for what lets raw XML or chance into a paper. The house keeps to names, `if` and
`for`: what goes beyond (`logic`) is allowed, bounded (`sandbox`), and told as advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ita_docs.template import sandbox
from ita_docs.template.sandbox import UNSAFE_FILTERS
from ita_docs.template.soundness import is_sound

if TYPE_CHECKING:
    import jinja2
    from jinja2 import nodes

LONGEST_TAG = 500  # letters; a real tag has a tenth of it
DEEPEST = 12  # blocks within blocks; Python itself stops at 20 loops

# What reads other files, or switches escaping off.
UNSAFE_WORDS = ("include", "import", "from", "extends", "autoescape")
_UNSAFE_NODES = ("Include", "Import", "FromImport", "Extends", "ScopedEvalContextModifier")

# What may be asked of a name that is not there.
SPARED = ("default", "d", "defined", "undefined")
# What Jinja itself knows by name.
GLOBALS = ("range", "dict", "namespace", "cycler", "joiner", "self", "caller", "varargs", "kwargs")

_HOUSE = (
    *("Template", "Output", "TemplateData", "Const", "Name", "Getattr", "Getitem"),
    *("For", "If", "Not", "And", "Or", "Compare", "Operand"),
)
_PRINTED = ("TemplateData", "Const", "Name", "Getattr", "Getitem")
_NAMES = ("Name", "Getattr", "Getitem")

_XML_TAG = re.compile(r"<(?P<end>/?)(?P<name>[\w:]+)[^<>]*>")
# What holds paragraphs or runs, and no text itself.
_HOLDERS = tuple(
    f"w:{name}" for name in ("body", "hdr", "ftr", "footnote", "endnote", "tbl", "tr", "tc", "txbxContent", "p")
)
_ESCAPE = re.compile(r"(?<=\{)_(?=[{%])|(?<=[}%])_(?=\})")

Way = Literal["printed", "asked", "repeated", "used"]


class Named(NamedTuple):
    """A name in a tag, word by word: what is done with it, and whether the tag counts on its being there."""

    path: tuple[str, ...]
    way: Way
    sure: bool


class Said(NamedTuple):
    """What a tag asks for, and the names that it gives to values of its own."""

    named: tuple[Named, ...] = ()
    binds: tuple[str, ...] = ()


def verdict(text: str) -> str:
    """Judge a piece of a template standing alone: the code of what is wrong with it, or nothing.

    >>> verdict("{{ member.name|upper }}"), verdict("{{ member name }}"), verdict("{{ name|safe }}")
    ('', 'placeholder-malformed', 'template-unsafe')
    """
    return _read(text)[1]


def is_logic(text: str) -> bool:
    """Tell whether a sound piece of a template goes beyond names, `if` and `for`.

    >>> is_logic("{% if not name or loop.index < 3 %}{% endif %}"), is_logic("{{ name|upper }}")
    (False, True)
    """
    syntax, fault = _read(text)
    return syntax is not None and not fault and _is_logic(syntax)


def standing_alone(word: str, rest: str) -> str:
    """Complete the first tag of a block with its end, so that it can be judged; a `set` with a value has none.

    >>> standing_alone("elif", "a"), standing_alone("set", "a = 1")
    ('{% if a %}{% endif %}', '{% set a = 1 %}')
    """
    block = "if" if word == "elif" else word
    first = f"{{% {block} {rest} %}}"
    whole = f"{first}{{% end{block} %}}"
    return first if block == "set" and "=" in rest and verdict(whole) == "placeholder-malformed" else whole


def said(text: str) -> Said:
    """List the names of a sound piece of a template in their order, and those it gives itself.

    >>> said("{% for x in members if x.name|length < 3 %}{% endfor %}").binds
    ('x',)
    >>> [(each.path, each.way) for each in said("{{ member.name }} {{ title|upper }}").named]
    [(('member', 'name'), 'printed'), (('title',), 'used')]
    """
    syntax, fault = _read(text)
    if syntax is None or fault:
        return Said()
    named = list(_said(syntax, "used", True))
    doubted = {each.path for each in named if not each.sure}
    sure = [not any(each.path[:end] in doubted for end in range(1, len(each.path) + 1)) for each in named]
    return Said(tuple(each._replace(sure=sure[at]) for at, each in enumerate(named)), tuple(_binds(syntax)))


class Compiled(NamedTuple):
    """The source of a part, compiled; else the code of what is in the way, and its line.

    A `sound` one is whole XML whatever plain text fills it.
    """

    template: jinja2.Template | None
    sound: bool = False
    fault: str = ""
    line: int = 0


def compiled(source: str) -> Compiled:
    """Compile the source of a part."""
    from jinja2 import TemplateSyntaxError, nodes

    environment = sandbox.environment()
    try:
        syntax = environment.parse(source)
        if refused := next(_refused(syntax), None):
            return Compiled(None, False, refused[0], refused[1].lineno)
        logic = _is_logic(syntax)
        _bind_to_units(syntax)
        if logic:
            sandbox.weigh(syntax)
        else:
            for loop in syntax.find_all(nodes.For):
                loop.body.insert(0, nodes.Output([nodes.TemplateData("")]))  # so that every round is counted
        for piece in syntax.find_all(nodes.TemplateData):
            piece.data = _clean(piece.data)
        for constant in syntax.find_all(nodes.Const):
            constant.value = _clean(constant.value) if isinstance(constant.value, str) else constant.value
        sound = not logic and is_sound(syntax)
        code = environment.compile(syntax)
    except TemplateSyntaxError as error:
        return Compiled(None, False, "placeholder-malformed", error.lineno)
    except (RecursionError, SyntaxError, ValueError):  # nested deeper than Python goes, a number without end
        return Compiled(None, False, "template-unsafe", 1)
    return Compiled(environment.template_class.from_code(environment, code, environment.make_globals(None)), sound)


def escaped(text: str) -> str:
    """Take the sign of an escape out: {_{ and its like print as the braces themselves.

    >>> escaped("{_{ a }_} {_% if %_}")
    '{{ a }} {% if %}'
    """
    return _ESCAPE.sub("", text)


def _bind_to_units(syntax: nodes.Template) -> None:
    """Let a value that stands outside of any text print only what takes the place of a run or a paragraph."""
    from jinja2 import nodes

    last = ""  # the last XML tag before the value
    for output in syntax.find_all(nodes.Output):
        for at, each in enumerate(output.nodes):
            if isinstance(each, nodes.TemplateData):
                whole = last + each.data
                last = "".join(whole[whole.rfind("<") :].partition(">")[:2])
            elif (found := _XML_TAG.fullmatch(last)) and (found["end"] or found["name"] in _HOLDERS):
                unit = nodes.Const("r" if last == "</w:r>" else "p", lineno=each.lineno)
                output.nodes[at] = nodes.Filter(each, " unit", [unit], [], None, None, lineno=each.lineno)


def _clean(text: str) -> str:
    # Each paragraph stands on a line of its own in the source, so that a fault has a place.
    return escaped(text).replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")


@lru_cache(4096)
def _read(text: str) -> tuple[nodes.Template | None, str]:
    from jinja2 import TemplateSyntaxError

    if len(text) > LONGEST_TAG:
        return None, "template-unsafe"
    try:
        syntax = sandbox.environment().parse(text)
        return syntax, next((code for code, _ in _refused(syntax)), "")
    except TemplateSyntaxError:
        return None, "placeholder-malformed"
    except (RecursionError, ValueError):
        return None, "template-unsafe"


def _refused(syntax: nodes.Node) -> Iterator[tuple[str, nodes.Node]]:
    """Find what reaches inside a value, prints it raw, or reads other files; and filters that are not there."""
    from jinja2 import nodes

    known = sandbox.environment()
    for node in syntax.find_all(nodes.Node):
        kind = type(node).__name__
        reaches = isinstance(node, (nodes.Getattr, nodes.Getitem, nodes.NSRef))
        if kind in _UNSAFE_NODES or (reaches and _step(node).startswith("_")):
            yield "template-unsafe", node
        elif isinstance(node, nodes.Filter):
            words = [each.value for each in node.args if isinstance(each, nodes.Const)] if node.name == "attr" else []
            if node.name in UNSAFE_FILTERS or any(str(word).startswith("_") for word in words):
                yield "template-unsafe", node
            elif node.name not in known.filters:
                yield "placeholder-malformed", node
        elif isinstance(node, nodes.Test) and node.name not in known.tests:
            yield "placeholder-malformed", node


def _is_logic(syntax: nodes.Node) -> bool:
    from jinja2 import nodes

    for node in chain([syntax], syntax.find_all(nodes.Node)):
        if isinstance(node, nodes.Output):
            if any(type(each).__name__ not in _PRINTED and not _is_span(each) for each in node.nodes):
                return True
        elif isinstance(node, nodes.For):
            if node.recursive or type(node.iter).__name__ not in _NAMES or not isinstance(node.target, nodes.Name):
                return True
        elif isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            if not _path(node) or _path(node)[0] in GLOBALS:
                return True
        elif type(node).__name__ not in _HOUSE and not _is_span(node):
            return True
    return False


def _is_span(node: nodes.Node) -> bool:
    """Tell the one sum that docxtpl writes itself: a merged cell, as many columns wide as its loop is long."""
    from jinja2 import nodes

    parts = (getattr(node, "left", None), getattr(node, "right", None))
    return isinstance(node, nodes.Mul) and isinstance(parts[0], nodes.Const) and _path(parts[1]) == ("loop", "length")


def _step(node: Any) -> str:
    """The last word of a dotted name; `[]` for an entry of a list, and nothing where it is reckoned."""
    if hasattr(node, "attr"):
        return str(node.attr)
    key = getattr(node.arg, "value", None)
    return "[]" if isinstance(key, int) else key if isinstance(key, str) else ""


def _path(node: Any) -> tuple[str, ...]:
    """Read a name word by word; nothing where it is none, or a part of it is reckoned."""
    kind = type(node).__name__
    if kind == "Name":
        return (node.name,)
    before, step = (_path(node.node), _step(node)) if kind in _NAMES else ((), "")
    return (*before, step) if before and step else ()


def _said(node: nodes.Node, way: Way, sure: bool) -> Iterator[Named]:
    from jinja2 import nodes

    if path := _path(node):
        if getattr(node, "ctx", "load") == "load":
            yield Named(path, way, sure)
    elif isinstance(node, nodes.Output):
        for each in node.nodes:
            yield from _said(each, "printed" if _path(each) else "used", sure)
    elif isinstance(node, nodes.For):
        yield from _said(node.iter, "repeated" if _path(node.iter) else "used", sure)
        yield from _said(node.test, "asked", sure) if node.test else ()
    elif isinstance(node, nodes.If):
        yield from _said(node.test, "asked", sure)
    elif isinstance(node, nodes.Call):
        # A method belongs to the value before it; a macro may stand where no tag shows it.
        method = node.node if isinstance(node.node, (nodes.Getattr, nodes.Getitem)) else None
        yield from _said(method.node if method else node.node, way, sure and method is not None)
        for given in (*node.args, *node.kwargs):
            yield from _said(given, way, sure)
    else:
        spared = isinstance(node, (nodes.Filter, nodes.Test)) and node.name in SPARED
        for at, inner in enumerate(node.iter_child_nodes()):
            yield from _said(inner, way, sure and not (spared and at == 0))


def _binds(syntax: nodes.Node) -> Iterator[str]:
    """List the names of a tag's own, that of a macro first."""
    from jinja2 import nodes

    yield from (macro.name for macro in syntax.find_all(nodes.Macro))
    yield from (name.name for name in syntax.find_all(nodes.Name) if name.ctx in ("store", "param"))
