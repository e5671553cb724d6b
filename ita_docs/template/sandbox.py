"""Jinja as templates have it: it escapes, is strict, reaches nothing but the view, and stops what runs away.

The only user of jinja2 with `language`. Names, `if` and `for` can only print what the view holds, and `fill` counts
that; what goes beyond is paid for (`allowance`), as `weigh` has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import islice
from traceback import walk_tb
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from ita_docs.template import allowance
from ita_docs.template.allowance import CALL, COMPARING, ROUND, SHALLOW, STEP, RunawayError, spend
from ita_docs.template.formatted import printed_as

if TYPE_CHECKING:
    import jinja2
    from jinja2 import nodes
    from jinja2.runtime import Context
    from jinja2.sandbox import SandboxedEnvironment

MOST_PIECES = 1_000_000  # the longest paper of the starter set has four thousand
MOST_TEXT = 50_000_000  # letters of a finished part, its XML counted
# What lets raw XML or chance into a paper.
UNSAFE_FILTERS = ("safe", "urlize", "xmlattr", "tojson", "random")

# What a template's own questions can end in, as in “is a text less than a number”; filters assert what they are given.
_FAILURES = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, RuntimeError, TypeError, ValueError),
)


class UnfillableError(Exception):
    """A value is missing, or not what the template takes it for, or out of reach; or filling does not end.

    `line` is that of the source.
    """

    def __init__(self, line: int, code: str) -> None:
        self.line = line
        self.code = code
        super().__init__(line)


def fill(template: jinja2.Template, view: Mapping[str, object], at_once: int = 1) -> str:
    """Write a part as text; UnfillableError says why it cannot be, or does not come to an end.

    So many pieces are made `at_once` before they are counted.
    """
    from jinja2 import TemplateError
    from jinja2.exceptions import SecurityError

    pieces: list[str] = []
    letters = 0
    try:
        with allowance.given():
            coming = template.root_render_func(template.new_context(dict(view)))
            while some := list(islice(coming, at_once)):
                letters += sum(map(len, some))
                pieces += some
                if len(pieces) > MOST_PIECES or letters > MOST_TEXT:
                    raise RunawayError
    except (RunawayError, TemplateError, *_FAILURES) as error:
        codes = {RunawayError: "template-too-large", RecursionError: "template-too-large"}
        code = (
            "template-unsafe" if isinstance(error, SecurityError) else codes.get(type(error), "placeholder-malformed")
        )
        raise UnfillableError(_line(template, error), code) from None
    return "".join(pieces)


def weigh(syntax: nodes.Template) -> None:
    """Have all work of a template weighed: what it prints, compares and joins, and each round of what repeats."""
    from jinja2 import nodes

    def weighed(node: nodes.Node, name: str = " value", *numbers: int) -> nodes.Expr:
        given = [nodes.Const(number, lineno=node.lineno) for number in numbers]
        return nodes.Filter(node, name, given, [], None, None, lineno=node.lineno)

    def reached(node: nodes.Expr) -> nodes.Expr:
        step = getattr(node, "attr", None) or getattr(getattr(node, "arg", None), "value", None)
        if not isinstance(node, (nodes.Getattr, nodes.Getitem)) or not isinstance(step, str):
            return node
        name = nodes.Const(step, lineno=node.lineno)
        return nodes.Filter(node.node, " method", [name], [], None, None, lineno=node.lineno)

    every = list(syntax.find_all(nodes.Node))
    sizes = {id(node): _size(node) for node in every if isinstance(node, _repeating())}
    for node in every:
        if isinstance(node, nodes.Output):
            node.nodes = [each if isinstance(each, nodes.TemplateData) else weighed(each) for each in node.nodes]
        elif isinstance(node, (nodes.Compare, nodes.Operand)):
            node.expr = weighed(node.expr)
        elif isinstance(node, nodes.Concat):
            node.nodes = [weighed(each) for each in node.nodes]
        elif isinstance(node, nodes.Pair):
            node.key = weighed(node.key)
        elif isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            if isinstance(node.arg, nodes.Slice):
                node.node = weighed(node.node, " entries", 1)
            else:
                node.arg = weighed(node.arg)
        elif isinstance(node, nodes.Call):
            node.node = reached(node.node)
        if isinstance(node, _repeating()):
            cost = nodes.Const(ROUND + sizes[id(node)], lineno=node.lineno)
            tick = nodes.Filter(cost, " round", [], [], None, None, lineno=node.lineno)
            node.body.insert(0, nodes.Output([tick], lineno=node.lineno))
        if isinstance(node, nodes.For):
            node.iter = weighed(node.iter, " entries", _size(node.test) if node.test else 1)


@cache
def environment() -> SandboxedEnvironment:
    """Jinja, strict: it escapes, prints no blank for a missing name, reaches nothing but the view."""
    from jinja2 import StrictUndefined, pass_context
    from jinja2.runtime import Macro
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Bounded(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, (dict, Mapping)) and attribute in obj:
                return obj[attribute]
            return self._value(obj, attribute, super().getattr(obj, attribute))

        def getitem(self, obj: Any, argument: Any) -> Any:
            return self._value(obj, argument, super().getitem(obj, argument))

        def method(self, obj: Any, name: str) -> Any:
            """Reach for what is called at once."""
            return super().getattr(obj, name)

        def _value(self, obj: Any, name: Any, value: Any) -> Any:
            # A method that is printed, not called, shows where it lies in memory.
            if isinstance(value, (BuiltinFunctionType, FunctionType, MethodType, type)):
                return self.undefined(obj=obj, name=name)
            return value

        def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
            spend(CALL)
            own = getattr(getattr(__obj, "__wrapped__", __obj), "__self__", None)
            if not isinstance(__obj, Macro):
                given = (*args, *(value for name, value in kwargs.items() if not name.startswith("_")))
                allowance.charge(getattr(__obj, "__name__", ""), own, given)
            return allowance.taken(super().call(__context, __obj, *args, **kwargs))

        def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
            spend(STEP)
            allowance.charge_sum(operator, left, right)
            return allowance.taken(super().call_binop(context, operator, left, right))

    bounded = Bounded(autoescape=True, undefined=StrictUndefined, optimized=False)
    for name in UNSAFE_FILTERS:
        del bounded.filters[name]
    del bounded.globals["lipsum"]
    bounded.globals["range"] = allowance.bounded_range
    filters: dict[str, Any] = bounded.filters
    for name, filter_ in filters.items():
        filters[name] = allowance.bounded(name, filter_, deep=name not in SHALLOW)
    tests: dict[str, Any] = bounded.tests
    for name, test in tests.items():
        tests[name] = allowance.bounded(name, test, deep=name in COMPARING)

    # No template can name these five; that they ask for the context keeps Jinja from reckoning while it compiles.
    @pass_context
    def value(_: Context, each: Any) -> Any:
        allowance.spend_all(each, printed=True)
        return each

    @pass_context
    def entries(_: Context, each: Any, times: int) -> Any:
        spend(allowance.length_of(each) * times)
        return each

    @pass_context
    def round_(_: Context, cost: int) -> str:
        spend(cost)
        return ""

    @pass_context
    def method(_: Context, obj: Any, name: str) -> Any:
        return bounded.method(obj, name)

    @pass_context
    def unit(_: Context, each: Any, unit: str) -> Any:
        return printed_as(each, unit)

    filters |= {" unit": unit, " value": value, " entries": entries, " round": round_, " method": method}
    return bounded


def _size(node: nodes.Node) -> int:
    """Weigh one round of what repeats: its own words, and each step that it takes."""
    from jinja2 import nodes

    letters = sum(len(piece.data) for piece in node.find_all(nodes.TemplateData))
    return letters + STEP * sum(1 for _ in node.find_all(nodes.Node))


@cache
def _repeating() -> tuple[type[Any], ...]:
    from jinja2 import nodes

    return (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)


def _line(template: jinja2.Template, error: Exception) -> int:
    """Find the line of the source that was being filled."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if "__jinja_template__" in frame.f_globals]
    return int(template.get_corresponding_lineno(lines[-1])) if lines else 1
