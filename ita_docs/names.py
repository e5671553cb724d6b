"""The names in braces that content uses: filled where they are known, refused where they are not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NoReturn

from ita_docs.braces import fill, names_in
from ita_docs.misfits import nearest
from ita_docs.setting import NAME_KINDS, Setting
from ita_docs.source import MOST_FILES, Source

NO_NAMES: Mapping[str, str] = MappingProxyType({})


def with_names(source: Source, setting: Setting, paper_id: str, own: Mapping[str, str] = NO_NAMES) -> Source:
    """Fill the names of a content file for a paper; raises DocumentError with every name that has no value.

    `own` are the names that only this paper has, for what it is written in a series.
    """

    values = tuple((name, own[name] if name in own else setting.name_of(name, paper_id)) for name in _names(source))
    try:
        return _filled(source, values)
    except _UnknownError:
        return fill(source, dict(values).get, lambda name: _unknown(name, setting, paper_id, own))


class _UnknownError(Exception):
    pass


@lru_cache(MOST_FILES)
def _names(source: Source) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names_in(source)))


@lru_cache(MOST_FILES)
def _filled(source: Source, values: tuple[tuple[str, str | None], ...]) -> Source:
    """Fill a file once for all papers whose names have the same values: most do, in a fleet."""

    def unknown(_: str) -> NoReturn:
        raise _UnknownError

    return fill(source, dict(values).get, unknown) if values else source


def refuse_names(source: Source) -> Source:
    """Refuse names in a file that is filled for no paper, where they would print as they stand."""
    return fill(source, lambda _: None, lambda _: ("name-not-here", {}))


def _unknown(name: str, setting: Setting, paper_id: str, own: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    law_id = name.removeprefix("law.").removesuffix(".en")
    if name.startswith("law.") and any(law.id == law_id for law in setting.laws.laws):
        return "no-law-on-day", {"value": law_id, "day": str(setting.day_of(paper_id))}
    near = nearest(name, [*own, *_known(setting)])
    kinds = dict.fromkeys(f"{known.partition('.')[0]}.…" for known in own)
    return "unknown-name", {"known": " ".join([*kinds, NAME_KINDS]), "near": f"{{{near}}}" if near else ""}


def _known(setting: Setting) -> list[str]:
    """List the names that content may use."""
    laws = [f"law.{law.id}{language}" for law in setting.laws.laws for language in ("", ".en")]
    channels = [f"channel.{key}" for key in type(setting.office.channels).model_fields]
    assets = [f"asset.{key}" for key in type(setting.own.assets).model_fields]
    cited = [f"cited.{paper}" for paper in setting.cited]
    return [*setting.names, *laws, *channels, *assets, *cited]
