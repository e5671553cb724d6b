"""The files that the site offers: each is looked at before it is published, and a table becomes JSON too."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ita_docs.disclosures import Disclosure, Piece
from ita_docs.manifest import digest
from ita_docs.places import bytes_at
from ita_docs.problems import DocumentError, Place, Problem
from ita_docs.thai.digits import arabic_digits

# What a citizen can still fetch by telephone; ours, no rule names a size.
LARGEST = 20_000_000
MEDIA = {".pdf": "application/pdf", ".csv": "text/csv", ".json": "application/json"}
DATA = (".csv", ".json")
PDF_BEGINS = 1024  # within so many bytes, as readers of PDFs allow
# A citizen's number of the national register: 1 to 8 first, thirteen figures, however they are grouped.
CITIZEN = re.compile(r"(?<![0-9A-Za-z])[1-8](?:[ -]?[0-9]){12}(?![0-9A-Za-z])")
FOLDER = "files"

Read = Callable[[str], bytes | None]


@dataclass(frozen=True)
class Offered:
    """A file as the site offers it: its path there, its bytes, its medium; and the path of the same as JSON."""

    path: str
    data: bytes
    medium: str
    as_json: Offered | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 by which a reader can prove the copy."""
        return digest(self.data)


def reader(root: Path, folder: str) -> Read:
    """Give what reads the signed files of an office and year, and nothing that a link leads to outside their folder.

    Of a file that is too large it reads only so much that this is seen.
    """
    inside = (root / folder).resolve()

    def read(file: str) -> bytes | None:
        path = (root / file).resolve()
        if not path.is_relative_to(inside):
            return None
        try:
            if path.stat().st_size > LARGEST:
                with path.open("rb") as opened:
                    return opened.read(LARGEST + 1)
        except OSError:
            return None
        return bytes_at(path)

    return read


def offered(listed: Iterable[Disclosure], read: Read, folder: str, built: Mapping[str, str]) -> dict[str, Offered]:
    """Take up every file that is disclosed, by its name in the workspace.

    `built` are the papers as this program made them, by their digests; raises DocumentError with what is wrong with
    any file.
    """
    found: dict[str, Offered] = {}
    problems: list[Problem] = []
    pieces = {(piece.file, piece.kind): piece for item in listed for piece in item.pieces if piece.file}
    for (file, _), piece in pieces.items():
        data = read(file)
        facts = {"value": file, "folder": folder}
        if data is None:
            problems.append(Problem("not-in-signed", Place(file), facts))
            continue
        problems += _wrong(piece, file, data, built)
        path = f"{FOLDER}/{file.removeprefix(folder).lstrip('/')}"
        try:
            found[file] = Offered(path, data, MEDIA.get(_ending(file), ""), _as_json(path, file, data))
        except DocumentError as error:
            problems += error.problems
    problems += _twice(found)
    if problems:
        raise DocumentError(problems)
    return found


def _twice(found: Mapping[str, Offered]) -> Iterator[Problem]:
    """Find files that would lie over one another on the site: some disks and servers take a.csv and A.csv for one."""
    taken: dict[str, str] = {}
    for file, one in found.items():
        paths = [one.path, *([one.as_json.path] if one.as_json else ())]
        clashes = {taken.setdefault(path.casefold(), file): PurePosixPath(path).name for path in reversed(paths)}
        for first, name in clashes.items():
            if first != file:
                yield Problem("site-name-twice", Place(file), {"value": name, "first": first})


def personal(text: str) -> str:
    """Find a citizen's number in a text, and give it so far hidden that nobody learns it; nothing where there is none.

    The last figure proves the others, as the national register reckons it; one number in ten of another kind passes.

    >>> personal("เลขที่ 1-1111-11111-11-9"), personal("เลขที่ 1-1111-11111-11-8"), personal("A1111111111119")
    ('1-11…', '', '')
    """
    for match in CITIZEN.finditer(arabic_digits(text)):
        figures = [int(figure) for figure in match[0] if figure.isdigit()]
        total = sum(figure * weight for figure, weight in zip(figures, range(13, 1, -1), strict=False))
        if (11 - total % 11) % 10 == figures[12]:
            return f"{match[0][:4]}…"
    return ""


def _wrong(piece: Piece, file: str, data: bytes, built: Mapping[str, str]) -> Iterator[Problem]:
    place = Place(file)
    ending = _ending(file)
    if len(data) > LARGEST:
        yield Problem("file-too-large", place, {"most": str(LARGEST // 1_000_000)})
    elif piece.kind == "paper" and b"%PDF-" not in data[:PDF_BEGINS]:
        yield Problem("not-a-pdf", place)
    elif digest(data) in built:
        yield Problem("signed-is-built", place, {"value": built[digest(data)]})
    elif piece.kind == "data" and ending not in DATA:
        yield Problem("data-not-open", place, {"value": PurePosixPath(file).name})
    elif ending in DATA and (number := personal(data.decode("utf-8", "replace"))):
        yield Problem("personal-number", place, {"value": number})


def _as_json(path: str, file: str, data: bytes) -> Offered | None:
    """Give a table as JSON too, a list with an object for each row; raises DocumentError where it is no table."""
    ending = _ending(file)
    if ending not in DATA or len(data) > LARGEST:
        return None
    try:
        text = data.decode("utf-8-sig")
        if ending == ".json":
            json.loads(text, parse_constant=_no_json)
            return None
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if any(row)]
    except (ValueError, csv.Error, RecursionError):
        raise DocumentError([Problem("data-unreadable", Place(file), {"value": ending[1:].upper()})]) from None
    heads = [head.strip() for head in rows[0]] if rows else []
    if not all(heads) or len(set(heads)) != len(heads) or not rows[1:]:
        raise DocumentError([Problem("table-without-heads", Place(file))])
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(heads):
            facts = {"row": str(number), "counted": str(len(row)), "due": str(len(heads))}
            raise DocumentError([Problem("table-uneven", Place(file), facts)])
    value = [dict(zip(heads, row, strict=True)) for row in rows[1:]]
    written = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return Offered(f"{path}.json", written.encode(), MEDIA[".json"])


def _no_json(name: str) -> None:
    """Turn away NaN and Infinity, which Python reads and nobody else."""
    raise ValueError(name)


def _ending(file: str) -> str:
    return PurePosixPath(file).suffix.lower()
