"""What lies in the folders of content and would be passed over: strange files, offices and folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from ita_docs.documents import KINDS
from ita_docs.misfits import nearest
from ita_docs.places import listing, offices
from ita_docs.problems import Place, Problem
from ita_docs.thai.be_calendar import ERA
from ita_docs.thai.digits import arabic_digits

# The folders of a year beside those of the kinds.
YEAR_FOLDERS = ("indicators", "offices", "processes", "progress", "risks", "risk-scores")


def stray_files(root: Path, folder: str) -> list[Problem]:
    """Find what lies in a folder of content and is none."""
    return [Problem("stray-file", Place(f"{folder}/{name}")) for name in listing(root, folder).others]


def strange_offices(root: Path, folder: str) -> Iterator[Problem]:
    """Find what is no office's in a year, such as a mistyped file."""
    noted, scores, progress = (listing(root, f"{folder}/{name}") for name in ("offices", "risk-scores", "progress"))
    files = [f"offices/{name}" for name in _strange(noted.content, offices(root))]
    files += [f"risk-scores/{name}" for name in _strange(scores.content, offices(root))]
    files += [f"progress/{name}" for name in _strange(progress.seen, offices(root))]
    for file in files:
        yield from unless_known(Path(file).stem, offices(root), "unknown-office", Place(f"{folder}/{file}"))


@lru_cache(maxsize=8)  # thousands of names, the same for every office of a fleet
def _strange(names: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    ids = frozenset(known)
    return tuple(name for name in names if Path(name).stem not in ids)


def strange_folders(root: Path, folder: str) -> Iterator[Problem]:
    """Find folders of a year that hold content but are none of ours, such as a mistyped one."""
    known = [*(kind.folder for kind in KINDS.values()), *YEAR_FOLDERS]
    for name in listing(root, folder).folders:
        if name not in known and any((root / folder / name).glob("*.yaml")):
            facts = {"value": name, "known": ", ".join(known), "near": nearest(name, known)}
            yield Problem("unknown-folder", Place(f"{folder}/{name}"), facts)


def unless_known(value: str, known: Sequence[str], code: str, place: Place | None = None) -> list[Problem]:
    """Name a value that is not known, with the one that was probably meant; a Christian year means its Buddhist one."""
    if value in known:
        return []
    plain = arabic_digits(value)
    meant = str(int(plain) + ERA) if plain.isascii() and plain.isdigit() and len(plain) == 4 else ""
    near = next((name for name in (plain, meant) if name in known), nearest(value, known))
    return [Problem(code, place, {"value": value, "known": ", ".join(known) or "-", "near": near})]
