"""The fonts are the right ones or they are not there at all; pip is a stand-in, so no network is touched."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from ita_docs import fonts
from ita_docs.problems import DocumentError

REPOSITORY = Path(__file__).parent.parent
LETTERS = {name: name.encode() for name in fonts.FILES}


@pytest.fixture(autouse=True)
def small_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in LETTERS.items()}
    monkeypatch.setattr(fonts, "FILES", sums)


def use_pip(monkeypatch: pytest.MonkeyPatch, program: Path, text: str) -> None:
    program.write_text(f"#!/bin/sh\n{text}\n")
    program.chmod(0o755)
    monkeypatch.setattr(fonts, "PIP", (str(program),))


def use_package(monkeypatch: pytest.MonkeyPatch, folder: Path, members: dict[str, bytes]) -> None:
    wheel = folder / "package.whl"
    with zipfile.ZipFile(wheel, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    use_pip(monkeypatch, folder / "pip", f'while [ "$1" != --dest ]; do shift; done; cp {wheel} "$2"')


def codes(caught: pytest.ExceptionInfo[DocumentError]) -> list[tuple[str, dict[str, str]]]:
    return [(problem.code, dict(problem.facts)) for problem in caught.value.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    return tmp_path / "fonts"


def test_only_the_four_fonts_leave_the_package(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strangers = {"addon/Webdings.ttf": b"another licence", "addon/__init__.py": b"raise SystemExit"}
    members = {f"addon/fonts/{name}": data for name, data in LETTERS.items()}
    use_package(monkeypatch, tmp_path, strangers | members)
    assert not fonts.ready(folder)
    fonts.fetch(folder)
    assert fonts.ready(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == LETTERS


def test_fonts_that_are_here_are_not_fetched_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in LETTERS.items():
        (folder / name).write_bytes(data)
    use_pip(monkeypatch, tmp_path / "pip", "exit 1")
    fonts.fetch(folder)


def test_a_spoilt_font_is_replaced(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in LETTERS.items():
        (folder / name).write_bytes(data[:-1])
    assert not fonts.ready(folder)
    use_package(monkeypatch, tmp_path, {f"fonts/{name}": data for name, data in LETTERS.items()})
    fonts.fetch(folder)
    assert fonts.ready(folder)


def test_fonts_of_another_make_are_named_and_none_is_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *others = LETTERS
    use_package(monkeypatch, tmp_path, {first: b"not it", **{name: LETTERS[name] for name in others}})
    with pytest.raises(DocumentError) as caught:
        fonts.fetch(folder)
    assert codes(caught) == [("fonts-checksum", {"file": first}), ("fonts-checksum", {"file": second})]
    assert not any(folder.iterdir())


@pytest.mark.parametrize("answer", ["exit 1", "exit 0", "exec sleep 60"], ids=["no", "nothing", "hangs"])
def test_without_a_network_the_fonts_are_unreachable(
    answer: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_pip(monkeypatch, tmp_path / "pip", answer)
    with pytest.raises(DocumentError) as caught:
        fonts.fetch(folder, timeout=0.5)
    assert codes(caught) == [("fonts-unreachable", {})]


def test_the_readme_and_the_code_name_the_same_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    readme = (REPOSITORY / "fonts/README.md").read_text("utf-8")
    assert len(fonts.FILES) == 4
    assert all(f"| {name} | {checksum} |" in readme for name, checksum in fonts.FILES.items())


def test_the_package_is_pinned_by_its_hash() -> None:
    # In ASCII, for pip reads it in whatever encoding the machine prefers.
    requirements = (REPOSITORY / "fonts/requirements.txt").read_text("ascii")
    assert "==" in requirements
    assert "--hash=sha256:" in requirements
