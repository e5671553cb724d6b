"""What it costs to fill a template that reckons, in time and memory: all is paid from one allowance beforehand.

A template comes from any office and is not trusted. Each letter made, each round, call and filter costs about the time
that it takes, counted in letters; when the allowance of a part is spent, filling stops.
"""

from __future__ import annotations

import re
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

# The allowance of one part, in letters, and what all else costs beside them: by the time it takes.
ALLOWANCE = 20_000_000
ENTRY, ROUND, STEP, FILTER, CALL = 16, 40, 12, 120, 200
EACH = 40  # for each entry that a filter asks for something
LONGEST_VALUE = 500_000  # letters of one value that is reckoned with
MOST_TIMES = 10_000  # rounds of a range, columns of a width, decimals of a number
LARGEST_NUMBER = 4_000  # bits, which is 1,200 figures
DEEPEST_VALUE = 50  # lists within lists

# What makes much of little: the result is as long as the value times the largest of what is given with it.
GROWING = (
    *("center", "ljust", "rjust", "zfill", "expandtabs", "indent", "wordwrap", "round", "batch", "slice"),
    *("replace", "join", "translate", "to_bytes"),
)
# Filters that look at the list and not into its entries.
SHALLOW = (
    *("length", "count", "first", "last", "default", "d", "list", "reverse", "items", "attr", "batch", "slice"),
    *("map", "select", "selectattr", "reject", "rejectattr"),
)
# What makes a list of the letters of a text.
SPLITTING = (
    *("split", "rsplit", "splitlines", "list", "reverse", "sort", "unique", "map", "select", "reject"),
    *("title", "wordcount", "wordwrap"),
)
# Filters that ask something of each entry.
ASKING = (
    *("map", "select", "selectattr", "reject", "rejectattr", "sort", "unique", "groupby", "min", "max", "sum"),
    *("join", "dictsort"),
)
COMPARING = (
    *("eq", "equalto", "ne", "lt", "lessthan", "le", "gt", "greaterthan", "ge", "in"),
    *("==", "!=", "<", "<=", ">", ">="),
)
# A width of five figures in a format, one that is given from outside, or one format within another.
_WIDE = re.compile(r"%(?:\([^)]*\))?[-+ #0-9.]*?(?:\d{5}|\*)|\{[^{}]*:[^{}]*\d{5}|\{[^{}]+\{")

_CONTAINERS = (list, tuple, set, frozenset, range, KeysView, ValuesView, ItemsView)
_LEFT: ContextVar[list[int]] = ContextVar("left")


class RunawayError(Exception):
    """Filling goes on for longer than any paper is."""


@contextmanager
def given() -> Iterator[None]:
    """Give a part its allowance."""
    before = _LEFT.set([ALLOWANCE])
    try:
        yield
    finally:
        _LEFT.reset(before)


def spend(cost: int) -> None:
    """Take from what is left; RunawayError when nothing is."""
    left = _LEFT.get()
    left[0] -= cost
    if left[0] < 0:
        raise RunawayError


def bounded(name: str, function: Callable[..., Any], *, deep: bool) -> Callable[..., Any]:
    """Have a filter or a test paid for; `deep` where it goes through all that is in its value."""
    at = 1 if hasattr(function, "jinja_pass_arg") else 0  # where the value stands: behind what Jinja itself gives

    @wraps(function)
    def paid(*args: Any, **kwargs: Any) -> Any:
        spend(FILTER)
        value, *given = args[at:]
        charge(name, value, (*given, *kwargs.values()), deep=deep)
        return taken(function(*args, **kwargs))

    return paid


def charge(name: str, value: Any, given: tuple[Any, ...], *, deep: bool = True) -> None:
    """Pay for a filter or a method before it works."""
    sizes = [spend_all(each, printed=value is not None) for each in given]
    whole = spend_all(value, printed=True) if deep or isinstance(value, str) else 0
    length = length_of(value)
    if isinstance(value, str) and length > LONGEST_VALUE:
        raise RunawayError
    if isinstance(value, str) and name in SPLITTING:
        spend(ENTRY * length)
    if name in ASKING:
        spend(EACH * length)
    if name in ("format", "format_map"):
        if _WIDE.search(str(value)):
            raise RunawayError
        spend((1 + length) * max(sizes, default=0))
    elif name in GROWING and given:
        numbers = [abs(each) for each in given if isinstance(each, int)]
        if max(numbers, default=0) > MOST_TIMES:
            raise RunawayError
        tables = [size for each, size in zip(given, sizes, strict=True) if isinstance(each, Mapping)]
        spend((1 + length) * (1 + max((*numbers, *tables, *map(length_of, given)))))
    elif name == "pprint":
        spend(8 * whole)
    elif name == "striptags" or (name == "sum" and any(not isinstance(each, (str, int, float)) for each in given)):
        spend(length * whole // 64)  # each tag is taken out of the whole, each entry added to it, anew


def charge_sum(operator: str, left: Any, right: Any) -> None:
    """Pay for a sum before it is reckoned."""
    if operator == "%" and isinstance(left, (str, bytes)):
        charge("format", left, (right,))
    elif isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
        if bits > LARGEST_NUMBER:
            raise RunawayError
        spend(max(bits, 0) // 4)
    elif operator == "*":
        times = next((abs(each) for each in (left, right) if isinstance(each, int)), 1)
        cost = 1 if isinstance(left, (str, bytes)) or isinstance(right, (str, bytes)) else ENTRY
        spend(max(length_of(left), length_of(right)) * times * cost)
    else:
        spend(length_of(left) + length_of(right))


def taken(result: Any) -> Any:
    """Pay for what was made; what would be made step by step is made at once."""
    from jinja2.runtime import LoopContext

    if isinstance(result, Iterator) and not isinstance(result, LoopContext):
        made = []
        for each in result:
            spend(ENTRY)
            made.append(each)
        return made
    spend(length_of(result) * (1 if isinstance(result, (str, bytes)) else ENTRY))
    return result


def length_of(value: Any) -> int:
    """Count the letters of a text, the entries of a list."""
    if isinstance(value, (str, bytes, Mapping, *_CONTAINERS)):
        return len(value)
    return 1


def spend_all(value: Any, *, printed: bool = False) -> int:
    """Pay for a value with all that is in it, as comparing or printing it would go through it.

    What is `printed` may not show where it lies in memory: that is another place with each filling.
    """
    from jinja2.utils import Namespace

    if isinstance(value, str):
        spend(ENTRY + len(value))
        return len(value)
    whole = 0
    waiting = [(value, 0)]
    while waiting:
        each, depth = waiting.pop()
        cost = ENTRY
        if isinstance(each, (str, bytes)):
            cost += 2 * len(each)  # a sign that cannot be seen is written in several
        elif isinstance(each, int):
            cost += each.bit_length() // 3
        inside = object.__getattribute__(each, "_Namespace__attrs") if isinstance(each, Namespace) else each
        if isinstance(inside, Mapping):
            waiting += [(one, depth + 1) for pair in inside.items() for one in pair]
        elif isinstance(inside, _CONTAINERS):
            waiting += [(one, depth + 1) for one in inside]
        if depth > DEEPEST_VALUE:
            raise RunawayError
        if printed and _is_nameless(each):
            raise TypeError
        whole += cost
        spend(cost)
    return whole


def _is_nameless(value: Any) -> bool:
    kind: Any = type(value)
    plain = kind.__repr__ is object.__repr__ and kind.__str__ is object.__str__ and not hasattr(kind, "__html__")
    return plain or isinstance(value, (BuiltinFunctionType, FunctionType, MethodType))


def bounded_range(*numbers: int) -> range:
    """Count as `range` does, but not without end."""
    found = range(*numbers)
    if len(found) > MOST_TIMES:
        raise RunawayError
    return found
