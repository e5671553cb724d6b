"""Puts a site into its folder: all of it or nothing, and what a former site left there and nobody edited goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ita_docs import manifest
from ita_docs.manifest import Manifest, Output, digest
from ita_docs.places import bytes_at, write_files
from ita_docs.problems import DocumentError, Place, Problem


def put(folder: Path, files: Mapping[str, bytes]) -> list[Problem]:
    """Write the files of a site into a folder and remove those of the former one; tells what was left.

    The manifest beside them knows which files are ours: nothing else is overwritten or removed. Raises DocumentError,
    and changes nothing, where a strange file is in the way or one cannot be written.
    """
    known = manifest.read(folder)
    before = {file: bytes_at(folder / file) for file in files}
    strange = [
        file for file, data in before.items() if data not in (None, files[file]) and not _ours(known, file, data)
    ]
    if strange:
        raise DocumentError([Problem("site-file-strange", Place(str(folder / file))) for file in strange])
    coming = {file: digest(data) for file, data in files.items()}
    # The digests of both go first: a site that is killed half-way must not take its own files for somebody's.
    both = {file: Output((*_digests(known, file), coming[file])) for file in files}
    _note(folder, replace(known, outputs={**known.outputs, **both}))
    write_files({folder / file: data for file, data in files.items()})
    told = [*_remove(folder, known, [file for file in known.outputs if file not in files])]
    _note(folder, Manifest(outputs={file: Output((value,)) for file, value in coming.items()}))
    return told


def _remove(folder: Path, known: Manifest, stale: list[str]) -> Iterator[Problem]:
    for file in stale:
        path = folder / file
        data = bytes_at(path) if _inside(file) else None
        if data is None:
            continue
        if not _ours(known, file, data):
            yield Problem("site-file-kept", Place(str(path)))
            continue
        with suppress(OSError):
            path.unlink()
            for parent in list(path.relative_to(folder).parents)[:-1]:
                (folder / parent).rmdir()  # which only an empty folder allows


def _inside(file: str) -> bool:
    """Tell whether a name of the manifest, which anybody can edit, stays in the folder."""
    parts = PurePosixPath(file).parts
    return bool(parts) and not PurePosixPath(file).is_absolute() and ".." not in parts and "\\" not in file


def _ours(known: Manifest, file: str, data: bytes | None) -> bool:
    return data is not None and file in known.outputs and known.outputs[file].is_ours(data)


def _digests(known: Manifest, file: str) -> tuple[str, ...]:
    return known.outputs[file].digests[-1:] if file in known.outputs else ()


def _note(folder: Path, told: Manifest) -> None:
    write_files({folder / manifest.NAME: told.to_json()})
