"""The pages of the site as HTML: the templates of this folder, filled; every text is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

STYLE = "style.css"


def page(template: str, view: Mapping[str, Any]) -> bytes:
    """Fill the template of a page."""
    return _environment().get_template(template).render(view).encode()


def style() -> bytes:
    """Give the style sheet that all pages share."""
    return (files("ita_docs.site") / STYLE).read_bytes()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ita_docs.site", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "indent": 1}
    return environment
