"""The shape of a view: its names, and what stands under each, without any value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ita_docs.package import Picture

TEXT, FLAG, PICTURE = "text", "flag", "picture"
ANY = "any"  # what nobody knows yet, such as an entry of an empty list

# A group of names, a list whose entries are alike, or one of the words above.
Shape: TypeAlias = "str | list[Shape] | dict[str, Shape]"


def shape_of(value: object) -> Shape:
    """Tell the shape of a value of a view; the entries of a list share the names that all of them have.

    >>> shape_of({"title": "ก", "rows": [{"name": "ข", "last": True}, {"name": "ค"}], "none": []})
    {'title': 'text', 'rows': [{'name': 'text'}], 'none': ['any']}
    """
    if isinstance(value, Mapping):
        return {str(key): shape_of(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        shapes = [shape_of(each) for each in value]
        common = shapes[0] if shapes else ANY
        for shape in shapes[1:]:
            common = _common(common, shape)
        return [common]
    if isinstance(value, bool):
        return FLAG
    if isinstance(value, Picture):
        return PICTURE
    return TEXT if isinstance(value, str) else ANY


def _common(one: Shape, other: Shape) -> Shape:
    if isinstance(one, dict) and isinstance(other, dict):
        return {name: _common(shape, other[name]) for name, shape in one.items() if name in other}
    if isinstance(one, list) and isinstance(other, list):
        return [other[0] if one[0] == ANY else one[0] if other[0] == ANY else _common(one[0], other[0])]
    return one if one == other else ANY
