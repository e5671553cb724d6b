"""Where things lie: the root of a workspace, its offices and its years; and how files are put in their places."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from ita_docs.problems import DocumentError, Place, Problem

YEAR = re.compile("2[4-9][0-9]{2}")
# The ids that name files: everywhere alike, not too long for a disk, and no device of Windows.
ID = re.compile(r"(?=.{1,60}\Z)(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z)[a-z0-9]+(-[a-z0-9]+)*")
DEFAULT = "content/default.yaml"
SETTLED = 2_000_000_000  # nanoseconds: sooner, the clock of a disk may not tell one change from the next
DEFAULT_OFFICE = re.compile(r"(?m)^office:[ \t]*([a-z0-9-]+)")


def starter() -> Path:
    """Find the starter set that this program carries: inside the package, or the checkout that it runs from."""
    packed = Path(str(files("ita_docs"))) / "starter"
    return packed if packed.is_dir() else packed.parent.parent


def root_at(start: Path) -> Path:
    """Find the workspace at or above a folder; raises DocumentError where there is none."""
    for folder in (start, *start.parents):
        if (folder / "content" / "offices").is_dir():
            return folder
    raise DocumentError([Problem("no-workspace", None, {"folder": str(start)})])


def offices(root: Path) -> tuple[str, ...]:
    """List the ids of the offices."""
    return _ids(listing(root, "content/offices").content)


class Listing(NamedTuple):
    """What a person sees in a folder, by name: files of content, other folders, and what is neither."""

    content: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def seen(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.content, *self.others)


def listing(root: Path, folder: str) -> Listing:
    """List a folder of a workspace; one that has not changed for a while is not read again: many offices share it."""
    try:
        changed = os.stat(path := f"{root}/{folder}").st_mtime_ns  # in a fleet a Path for each would be felt
    except OSError:
        return Listing()
    settled = time.time_ns() - changed > SETTLED
    return _listing(path, changed) if settled else _listing.__wrapped__(path, changed)


@lru_cache(maxsize=256)
def _listing(folder: str, changed: int) -> Listing:
    with os.scandir(folder) as entries:
        seen = sorted((entry for entry in entries if is_seen(entry.name)), key=lambda entry: entry.name)
        content = tuple(entry.name for entry in seen if entry.name.endswith(".yaml") and entry.is_file())
        folders = tuple(entry.name for entry in seen if entry.is_dir())
        of_content = frozenset(content)
        return Listing(content, folders, tuple(entry.name for entry in seen if entry.name not in of_content))


@lru_cache(maxsize=8)
def _ids(files: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(name.removesuffix(".yaml") for name in files))


def years(root: Path) -> list[str]:
    """List the years, in the Buddhist era, that have content."""
    folders = (path.parent.name for path in (root / "content").glob("*/year.yaml"))
    return sorted(name for name in folders if YEAR.fullmatch(name))


def choose(root: Path, office: str | None, year: str | None) -> tuple[str, str]:
    """Choose the default office and the last year where nothing is said; without a default the first office.

    Nothing is proved here: `Workspace.choose` tells what is wrong with a default that is none.
    """
    return office or _default(root) or (offices(root) or ["-"])[0], year or (years(root) or ["-"])[-1]


def _default(root: Path) -> str:
    try:
        found = DEFAULT_OFFICE.search((root / DEFAULT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return found[1] if found else ""


def build_folder(root: Path, office: str, year: str) -> Path:
    """Name the folder that papers of an office in a year are built into."""
    return root / "build" / year / office


def is_seen(name: str) -> bool:
    """Tell by its name whether a person put a file here, and not an editor or the system.

    >>> is_seen("order.yaml"), is_seen("~$order.docx"), is_seen("Thumbs.db")
    (True, False, False)
    """
    return not name.startswith((".", "~")) and name.lower() not in ("thumbs.db", "desktop.ini")


def bytes_at(path: Path) -> bytes | None:
    """Read a file; None where there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def write_files(files: Mapping[Path, bytes]) -> list[Path]:
    """Write files beside their places, then rename them; raises DocumentError where one cannot be written.

    Nothing is left half-written then: the files that were there before are there again.
    """
    before = {path: bytes_at(path) for path in files}
    changed = [path for path, data in files.items() if before[path] != data]
    beside = {path: path.parent / f".{path.name}.part" for path in changed}  # also of “.”, which has no name
    renamed: list[Path] = []
    path = None
    try:
        for folder in dict.fromkeys(path.parent for path in changed):
            if not folder.is_dir():
                folder.mkdir(parents=True, exist_ok=True)
        for path in changed:
            beside[path].write_bytes(files[path])
        for path in changed:
            os.replace(beside[path], path)
            renamed.append(path)
    except OSError:
        for done in renamed:
            _put_back(done, before[done])
        raise DocumentError([Problem("unwritable", Place(str(path)))]) from None
    finally:
        for part in beside.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return list(files)


def _put_back(path: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)
