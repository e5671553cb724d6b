"""What a folder of papers was made from: by this a build knows what has changed, and what somebody edited by hand.

`manifest.json` lies beside the papers and holds the digest of every file that went in and of every paper that came out.
Nothing here reads YAML or a template: a build of nothing new is over before those are needed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ita_docs.places import Listing, listing

NAME = "manifest.json"
VERSION = 3
PROGRAM = (".py", ".bas")
OF_OFFICES = ("offices", "progress", "risk-scores")  # folders of a year that hold something for each office


@dataclass(frozen=True)
class Output:
    """A file that was written: the digests of what we may have left there, the newest last.

    They are noted before the file is written: a kill between the two must not make ours look like somebody's own.
    """

    digests: tuple[str, ...]

    def is_ours(self, data: bytes) -> bool:
        """Tell whether a file is as we left it, now or before."""
        return digest(data) in self.digests

    def is_newest(self, data: bytes) -> bool:
        """Tell whether a file is as it was to be written last."""
        return digest(data) == self.digests[-1]


@dataclass(frozen=True)
class Record:
    """One paper: what it was made of, in one digest, the pages of its headings where it was laid out, its medium.

    `drawn` is what the paper was made of that its PDF shows; `state` is that of the inputs when it was made, or found
    to be as it was.
    """

    id: str
    kind: str
    made_of: str
    pages: tuple[int, ...] = ()
    medium: str = "docx"
    drawn: str = ""
    state: str = ""


@dataclass(frozen=True)
class Manifest:
    """A folder of papers: the files that went in, the papers, the files that came out.

    `asked` are the names for which all papers were made, with the state of the inputs then: kinds, ids, beginnings of
    ids, and "" for every paper of the office.
    """

    inputs: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, Record] = field(default_factory=dict)
    outputs: Mapping[str, Output] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)

    def shows(self, name: str, pdf: bytes | None) -> bool:
        """Tell whether a PDF is the one that we left for a paper, and shows the paper as it was made last."""
        record, output = self.papers.get(name), self.outputs.get(f"{name}.pdf")
        current = record is not None and record.drawn == record.made_of
        return current and output is not None and pdf is not None and output.is_newest(pdf)

    def to_json(self) -> bytes:
        """Write it, the same value always in the same bytes."""
        value = {
            "version": VERSION,
            "asked": dict(sorted(self.asked.items())),
            "inputs": dict(sorted(self.inputs.items())),
            "papers": {
                name: {
                    "id": record.id,
                    "kind": record.kind,
                    "made_of": record.made_of,
                    "pages": list(record.pages),
                    "medium": record.medium,
                    "drawn": record.drawn,
                    "state": record.state,
                }
                for name, record in sorted(self.papers.items())
            },
            "outputs": {name: list(output.digests) for name, output in sorted(self.outputs.items())},
        }
        return (json.dumps(value, ensure_ascii=False, separators=(",\n", ": ")) + "\n").encode()


def read(folder: Path) -> Manifest:
    """Read the manifest of a folder; none or a damaged one counts as an empty one.

    Of one of another version only the digests of what came out hold: what we left there is not somebody's own.
    """
    try:
        value = json.loads((folder / NAME).read_bytes())
        outputs = {str(name): Output(tuple(map(str, told))) for name, told in value["outputs"].items()}
        if value["version"] != VERSION:
            return Manifest(outputs=outputs)
        return Manifest(
            {str(name): str(told) for name, told in value["inputs"].items()},
            {str(name): _record(told) for name, told in value["papers"].items()},
            outputs,
            {str(name): str(told) for name, told in value["asked"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def _record(told: Mapping[str, Any]) -> Record:
    return Record(
        str(told["id"]),
        str(told["kind"]),
        str(told["made_of"]),
        tuple(map(int, told["pages"])),
        str(told["medium"]),
        str(told["drawn"]),
        str(told["state"]),
    )


def digest(data: bytes) -> str:
    """Give the SHA-256 of some bytes.

    >>> digest(b"")[:16]
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(data).hexdigest()


def state_of(inputs: Mapping[str, str]) -> str:
    """Give one digest of all inputs.

    >>> state_of({"a": "1", "b": "2"}) == state_of({"b": "2", "a": "1"}) != state_of({"a": "1"})
    True
    """
    return digest(json.dumps(sorted(inputs.items())).encode())


def stamp(root: Path, office: str, year: str, also: Sequence[str] = ()) -> dict[str, str]:
    """Name every file that the papers of an office in a year can come from, with its digest, and the program itself.

    `also` are files of the workspace that only its content names, such as the emblem.
    """
    found = {}
    for name in sorted({*_inputs(root, office, year), *also}):
        try:
            state = os.stat(path := f"{root}/{name}")  # in a fleet a Path for each would be felt
            found[name] = _digest_of(path, state.st_mtime_ns, state.st_size)
        except OSError:
            found[name] = ""  # gone: that is a change too
    return {"": program(), **found}


@lru_cache(maxsize=1024)  # most inputs are the same for every office of a fleet
def _digest_of(path: str, modified: int, size: int) -> str:
    return digest(Path(path).read_bytes())


def _inputs(root: Path, office: str, year: str) -> Iterator[str]:
    yield f"content/offices/{office}.yaml"
    yield from _named_in("content", listing(root, "content"))
    yield from _files_below(root, f"content/{year}", office)
    yield from (name for name in _named_in("templates", listing(root, "templates")) if name.endswith(".docx"))


def _files_below(root: Path, folder: str, office: str) -> Iterator[str]:
    """Name the files of a folder and of all folders in it; of what each office has, only what is this office's."""
    found = listing(root, folder)
    yield from _named_in(folder, found)
    for name in found.folders:
        inner = f"{folder}/{name}"
        if name in OF_OFFICES:
            yield f"{inner}/{office}.yaml"
            inner = f"{inner}/{office}"
        yield from _files_below(root, inner, office)


def _named_in(folder: str, found: Listing) -> Iterator[str]:
    yield from (f"{folder}/{name}" for name in found.seen if name not in found.folders)


def ways(*, embed_fonts: bool) -> str:
    """Write down the ways of making papers that change their bytes."""
    return "fonts" if embed_fonts else ""


@cache
def program() -> str:
    """Give the digest of the program: another version may make other papers of the same content."""
    whole = hashlib.sha256()
    package = Path(str(files("ita_docs")))
    for path in sorted(package.rglob("*")):
        if path.suffix in PROGRAM or (path.suffix == ".docx" and path.is_relative_to(package / "starter")):
            whole.update(path.relative_to(package).as_posix().encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()
