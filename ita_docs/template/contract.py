"""What a template asks for: every name with the places where it stands, held against a view, or as JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from ita_docs.problems import Place, Problem
from ita_docs.template.language import GLOBALS, Named, Said, said, standing_alone
from ita_docs.template.shape import ANY, FLAG, PICTURE, TEXT, Shape
from ita_docs.template.slips import BLOCKS, meant
from ita_docs.template.tags import Tag

ENTRY = "[]"  # the step from a list to one of its entries
PRINTED, USED, ASKED, REPEATED = "{{ }}", "{{ … }}", "{% if %}", "{% for %}"
WAYS = {"printed": PRINTED, "used": USED, "asked": ASKED, "repeated": REPEATED}
DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What a name stands for, in both languages.
CALLED = {
    "list": ("รายการ", "a list"),
    "group": ("กลุ่มของค่า", "a group of values"),
    FLAG: ("ค่าใช่หรือไม่ใช่", "a yes or no"),
    TEXT: ("ข้อความ", "a text"),
    PICTURE: ("ภาพ", "a picture"),
}

Path = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Use:
    """One naming of a value: the whole path to it, the words as typed, what for, at which tag.

    Of the path, the last `len(own)` steps were typed here; those before are a loop's. `asked` are the values that the
    ifs around it ask for. A use that is not `sure` gets on without the value, or may mean another.
    """

    path: Path
    own: Path
    way: str
    tag: Tag
    asked: frozenset[Path]
    sure: bool

    def words(self, steps: int) -> str:
        """Write the name as it was typed, up to a step of its path."""
        typed = self.own[: len(self.own) - (len(self.path) - steps)]
        return ".".join(step for step in typed if step != ENTRY)


@dataclass
class Need:
    """One value that a template needs: what is done with it where, and what stands below it."""

    places: dict[str, list[str]] = field(default_factory=dict)
    below: dict[str, Need] = field(default_factory=dict)
    required: bool = False


@dataclass(frozen=True)
class Block:
    """A block that is open: its word, how many names were bound before it, what it asks for, what it doubts."""

    word: str
    bound: int
    asked: frozenset[Path] = frozenset()
    doubted: frozenset[Path] = frozenset()


def uses(tags: Sequence[Tag]) -> Iterator[Use]:
    """List what the tags of a part ask for; what a template names and reckons itself is left out."""
    bound: list[tuple[str, Path]] = []  # a name of the template's own, and the path it stands for, where that is known
    opened: list[Block] = []
    read = [(tag, *_read(tag)) for tag in tags]
    own = {name for _, word, each in read if word in ("set", "macro") for name in each.binds}

    def found(each: Named, tag: Tag) -> Use | None:
        first = each.path[0]
        path: Path | None = next((path for name, path in reversed(bound) if name == first), None)
        words = {block.word for block in opened}
        if path is None:
            if first in GLOBALS or (first == "loop" and "for" in words) or (first in own and words & {"macro", "call"}):
                return None
            path = (first,)
        elif not path:
            return None
        path = (*path, *each.path[1:])
        before = {path[:end] for end in range(1, len(path) + 1)}
        sure = each.sure and not any(before & block.doubted for block in opened)
        asked = frozenset().union(*(block.asked for block in opened), [path] if each.way == "asked" else ())
        return Use(path, each.path, WAYS[each.way], tag, asked if sure else asked | before, sure)

    for tag, word, each in read:
        late = [named for named in each.named if word == "for" and named.way == "asked"]  # they know the loop's name
        uses_here = [use for named in each.named if named not in late and (use := found(named, tag))]
        asked = frozenset(use.path for use in uses_here if use.way == ASKED)
        doubted = frozenset(use.path for use in uses_here if not use.sure)
        if word == "elif" and opened and opened[-1].word == "if":
            last = opened.pop()
            opened.append(Block("if", last.bound, last.asked | asked, last.doubted | doubted))
        elif word == "set":
            if standing_alone(word, meant(tag)[1]).endswith("{% endset %}"):
                opened.append(Block(word, len(bound) + len(each.binds)))
            bound += [(name, ()) for name in each.binds]
        elif word == "macro":
            bound += [(name, ()) for name in each.binds[:1]]
            opened.append(Block(word, len(bound)))
            bound += [(name, ()) for name in each.binds[1:]]
        elif word == "for":
            opened.append(Block(word, len(bound)))
            sources = [use.path for use in uses_here if use.way == REPEATED]
            entry = (*sources[0], ENTRY) if sources and len(each.binds) == 1 else ()
            # A broken loop may bind any name.
            bound += [(name, entry) for name in each.binds or [meant(tag)[1].partition(" ")[0]]]
            uses_here += [use for named in late if (use := found(named, tag))]
        elif word in BLOCKS:
            opened.append(Block(word, len(bound), asked if word == "if" else frozenset(), doubted))
            bound += [(name, ()) for name in each.binds]
        elif opened and word == f"end{opened[-1].word}":
            last = opened.pop()
            if last.word not in ("if", "set"):  # what is named within these holds after them too
                del bound[last.bound :]
        yield from uses_here


def _read(tag: Tag) -> tuple[str, Said]:
    """Read a tag: its word, what it asks for and names."""
    word, rest = meant(tag) if tag.is_statement else ("", "")
    if tag.is_value or tag.statement[0] in ("colspan", "cellbg"):
        return "", said(tag.bare if tag.is_value else f"{{{{ {tag.statement[1]} }}}}")
    return word, said(standing_alone(word, rest)) if word in (*BLOCKS, "elif") else Said()


def misfits(found: Sequence[Use], offered: Shape, file: str) -> list[Problem]:
    """Hold what a template asks for against what a view offers: names that nothing fills, values of another kind."""
    asked = {use.path[:end] for use in found for end in range(1, len(use.path) + 1)}
    problems: dict[Problem, None] = {}
    for use in found:
        if problem := _misfit(use, offered, asked, file):
            problems[problem] = None
    return list(problems)


def _misfit(use: Use, offered: Shape, asked: set[Path], file: str) -> Problem | None:
    if not use.sure:
        return None
    shape = offered
    given = len(use.path) - len(use.own)  # these steps are the loop's, and were told there
    for at, step in enumerate(use.path):
        if shape == ANY:
            return None
        inner: Shape | None = None
        if step == ENTRY and isinstance(shape, list):
            inner = shape[0]
        elif step != ENTRY and isinstance(shape, dict):
            inner = shape.get(step)
        if inner is None:
            if (given and at <= given) or (step == ENTRY and shape == TEXT):  # a letter of a text
                return None
            known = [name for name in shape if (*use.path[:at], name) not in asked] if isinstance(shape, dict) else []
            near = [*get_close_matches(step, known, 1), ""][0]
            return use.tag.problem("placeholder-unfilled", file, use.words(at + 1), near=near)
        shape = inner
    kind = "list" if isinstance(shape, list) else "group" if isinstance(shape, dict) else shape
    fits = {PRINTED: (TEXT, PICTURE), REPEATED: ("list",)}.get(use.way, tuple(CALLED))
    if kind == ANY or kind in fits:
        return None
    due, due_en = CALLED[kind]
    return use.tag.problem("placeholder-wrong-kind", file, use.words(len(use.path)), due=due, due_en=due_en)


def demanded(found: Iterable[Use]) -> Shape:
    """Tell the shape of a view that has what is asked for: a list where a for goes through, a group where names are."""
    return _shape_of(_needs(found))


def _shape_of(need: Need) -> Shape:
    named: dict[str, Shape] = {name: _shape_of(below) for name, below in need.below.items() if name != ENTRY}
    if named:
        return named
    if ENTRY in need.below or REPEATED in need.places:
        return [_shape_of(need.below[ENTRY]) if ENTRY in need.below else ANY]
    return ANY


def unprinted(found: Sequence[Use], offered: Shape, file: str) -> list[Problem]:
    """List the values of a view that the template does not print; a yes or no within a list may go unasked."""
    asked = {use.path[:end] for use in found for end in range(1, len(use.path) + 1)}
    printed = {use.path for use in found if use.way == PRINTED}
    used = {use.path for use in found if use.way == USED}  # and who knows what is done with all that is in it
    return [
        Problem("value-unprinted", Place(file), {"value": ".".join(step for step in path if step != ENTRY)})
        for path in _unprinted(offered, (), asked, printed, used)
    ]


def _unprinted(shape: Shape, path: Path, asked: set[Path], printed: set[Path], used: set[Path]) -> Iterator[Path]:
    if path in used:
        return
    if path and path not in (printed if shape in (TEXT, PICTURE) else asked):
        if shape not in (FLAG, ANY) or len(path) == 1:
            yield path
    elif isinstance(shape, dict):
        for name, inner in shape.items():
            yield from _unprinted(inner, (*path, name), asked, printed, used)
    elif isinstance(shape, list):
        yield from _unprinted(shape[0], (*path, ENTRY), asked, printed, used)


def schema(found: Iterable[Use], title: str, offered: Shape = ANY) -> dict[str, object]:
    """Write what a template needs as JSON Schema, draft 2020-12, in the order of the template.

    Required is what is used outside of any if that asks for it; a name that an if asks for first may stay empty.
    Descriptions name the places: where it is printed, asked for and repeated. `offered`, the shape of a kind's view,
    tells which values are pictures and which are yes or no.
    """
    whole = _schema_of(_needs(found), offered)
    return {"$schema": DIALECT, "title": title, **whole, "additionalProperties": False}


def _needs(found: Iterable[Use]) -> Need:
    """Gather the uses of every value, below the value that it belongs to."""
    root = Need()
    for use in found:
        need = root
        for end, step in enumerate(use.path, 1):
            need = need.below.setdefault(step, Need())
            need.required |= use.path[:end] not in use.asked
        places = need.places.setdefault(use.way, [])
        if use.tag.where not in places:
            places.append(use.tag.where)
    return root


def _schema_of(need: Need, offered: Shape) -> dict[str, object]:
    said = "; ".join(f"{way} {', '.join(need.places[way])}" for way in WAYS.values() if way in need.places)
    description = {"description": said} if said else {}
    named = {name: below for name, below in need.below.items() if name != ENTRY}
    if named or not (said or need.below):
        inner = offered if isinstance(offered, dict) else {}
        properties = {name: _schema_of(below, inner.get(name, ANY)) for name, below in named.items()}
        required = [name for name, below in named.items() if below.required]
        return {"type": "object", **description, "properties": properties, "required": required}
    if ENTRY in need.below or REPEATED in need.places:
        shape = offered[0] if isinstance(offered, list) else ANY
        items = _schema_of(need.below[ENTRY], shape) if ENTRY in need.below else {}
        return {"type": "array", **description, "items": items}
    if offered == PICTURE:
        return {"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64", **description}
    kinds = {FLAG: "boolean", TEXT: "string", ANY: "string" if PRINTED in need.places else ""}
    kind = "array" if isinstance(offered, list) else "object" if isinstance(offered, dict) else kinds[offered]
    return {**({"type": kind} if kind else {}), **description}
