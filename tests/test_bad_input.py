"""Bad input gets a clear answer, and nothing is lost: every file in cases/bad is a test, its verdict inside.

A case says in Thai what somebody did (`says`), changes a copy of the workspace (`change`), gives a command and lists
exactly the problems that are due (`expect`); without any, all must be well. Dropping a file in adds a test; the keys
of a case are the fields of `Case`. To the copy belong the small documents of cases/sample, for the cases to spoil.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import ROOT, YEAR
from pydantic import BaseModel, ConfigDict

from ita_docs import cli, manifest, paper, pdf, source
from ita_docs.cli.console import language_of
from ita_docs.problems import Place
from ita_docs.thai.text import no_space
from ita_docs.wording import RULES, WORDINGS, Language, strangers
from ita_docs.workspace import STARTER_PARTS, Workspace

BAD = Path(__file__).parent / "cases" / "bad"
SAMPLE = Path(__file__).parent / "cases" / "sample"  # small documents for the cases to spoil
CASES = {path.stem: path for path in sorted(BAD.glob("*.yaml"))}

# What only a machine in trouble can bring about; each stands in the tests of its own module.
LANGUAGES: tuple[Language, ...] = ("th", "en")
# Of the inspector's rules the cases are in cases/rules; of strangers' files in test_hostile.
ELSEWHERE = {
    *(
        "pdf-damaged",
        "pdf-locked",
        "pdf-too-large",
        "pdf-standard",
        "pdf-font-outside",
    ),  # test_strange_pdfs, test_standards
    *("no-fonts-to-embed", "font-not-embeddable"),  # test_embedding
    *("no-such-rule", "fixed-exists", "edited-kept"),  # test_catalogue, test_mending, test_produce
    *("fonts-checksum", "fonts-unreachable", "pdf-failed", "pdf-font", "pdf-empty"),  # test_fonts, test_pdf
    *("leftover", "text-lost"),  # test_check
    "cell-not-text",  # test_offices
    *("template-too-large", "template-not-docx"),  # test_template
    "no-paper",  # test_hostile
    "too-wide",  # test_drawing
    *("office-lost", "no-dask", "dask-away"),  # test_fleet
    *("data-not-open", "dead-link", "file-too-large", "not-a-pdf", "not-disclosed", "personal-number"),  # test_site
    *("signed-is-built", "site-file-kept", "site-file-strange", "table-uneven", "table-without-heads"),  # test_site
}
# Words of the libraries beneath, which no clerk should ever have to read.
FOREIGN_WORDS = re.compile(
    r"Traceback|Error\b|Exception|Errno|expected|invalid|Invalid|Input should|not found|No such|mapping|scalar|token"
    r"|undefined|object|None\b|while \w+ing|pydantic|jinja|libyaml|lxml|zip|Permission denied|Usage"
)
TOLD = re.compile(r"(?P<said>.*)  \[(?P<code>[a-z0-9-]+)\]")


class Strict(BaseModel):
    """A part of a case; a mistyped key in a case is an error too."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Change(Strict):
    """One thing done to a file of the workspace."""

    file: str
    replace: str = ""  # a text that stands there exactly once …
    with_: str = ""  # … and what stands there instead
    times: int = 1  # how often
    append: str = ""
    write: str | None = None
    bytes: str = ""  # the whole file, in hexadecimal
    encode: str = ""  # the text again, in another encoding
    line_ends: str = ""
    keep: int | None = None  # only so many bytes of the file
    in_part: str = ""  # the part of a .docx in which `replace` stands
    copy_to: str = ""
    delete: bool = False
    folder: bool = False

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_").replace("_", "-"))


class Expected(Strict):
    """One problem that is due. Its place: a line and column, where `at` stands or `after` ends; else the file."""

    code: str
    file: str | None = None  # the changed file, where nothing is said; empty for a problem of no file
    at: str = ""
    after: str = ""
    line: int | None = None
    column: int | None = None
    where: str = ""
    says: str = ""
    hint: str = ""


class Case(Strict):
    """What somebody did wrong, and what the program must say."""

    says: str
    change: list[Change] = []
    command: str = "check"
    elsewhere: bool = False  # the command is given outside of any workspace
    without: str = ""  # soffice or fonts
    locked: str = ""  # a file that cannot be replaced, as one that is open in Word
    full: str = ""  # a file for which the disk has no room
    expect: list[Expected] = []
    exit: int | None = None
    written: list[str] = []  # the files that the command must make, all others staying as they are
    prints: list[str] = []  # texts that must stand on those papers, letter by letter


class Told(NamedTuple):
    """A problem as it was printed: what stands before its code, and its hint."""

    code: str
    said: str
    hint: str


def read_case(name: str) -> Case:
    return Case.model_validate(source.read(CASES[name].read_bytes(), name).value)


# ---- doing it


def apply(change: Change, root: Path) -> None:
    path = root / change.file
    if change.delete:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif change.folder:
        path.mkdir(parents=True)
    elif change.copy_to:
        (root / change.copy_to).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, root / change.copy_to)
    elif change.in_part:
        _in_part(path, change)
    elif change.keep is not None:
        path.write_bytes(path.read_bytes()[: change.keep])
    elif change.write is not None or change.bytes:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(change.bytes) if change.write is None else change.write.encode())
    else:
        text = replaced(path.read_text(encoding="utf-8"), change) + change.append
        if change.line_ends == "crlf":
            text = text.replace("\n", "\r\n")
        path.write_bytes(text.encode(change.encode or "utf-8"))


def replaced(text: str, change: Change) -> str:
    if not change.replace:
        return text
    assert text.count(change.replace) == 1, (
        f"“{change.replace}” stands {text.count(change.replace)} times in {change.file}"
    )
    return text.replace(change.replace, change.with_ * change.times)


def _in_part(path: Path, change: Change) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[change.in_part] = replaced(parts[change.in_part].decode(), change).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def hinder(case: Case, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the case is without."""
    if case.without == "soffice":
        monkeypatch.setattr(pdf, "PROGRAMS", ())
    if case.without == "fonts":
        monkeypatch.setattr(pdf, "find_office", lambda: Path(sys.executable))
    replace, write_bytes = os.replace, Path.write_bytes

    def replace_unless_locked(old: Path, new: Path) -> None:
        if Path(new).resolve() == root / case.locked:
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(old, new)

    def write_unless_full(path: Path, data: bytes) -> int:
        if path.name == f".{Path(case.full).name}.part":
            write_bytes(path, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write_bytes(path, data)

    if case.locked:
        monkeypatch.setattr(os, "replace", replace_unless_locked)
    if case.full:
        monkeypatch.setattr(Path, "write_bytes", write_unless_full)


def everything(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


# ---- judging it


def told(output: str, errors: str, words: list[str]) -> list[Told]:
    """The problems that were told, as printed or as JSON."""
    if "--json" in words and output.startswith("["):
        found = []
        for each in json.loads(output):
            figures = [str(each[key]) for key in ("line", "column") if each[key] is not None]
            place = Place(":".join([each["file"] or "", *figures]), where=each["where"]).say(language_of(words))
            found.append(Told(each["code"], f"{place}: {each['message']}" if place else each["message"], each["hint"]))
        return found
    lines = [*errors.splitlines(), ""]
    told = [(TOLD.fullmatch(line), after) for line, after in pairwise(lines)]
    return [
        Told(match["code"], match["said"], after.strip() if after[:2] == "  " else "") for match, after in told if match
    ]


def place_due(expected: Expected, case: Case, root: Path) -> str:
    """The place as it must be printed, for a search; of `where` only the beginning is due."""
    file = expected.file
    if file is None:
        files = list(dict.fromkeys(change.file for change in case.change))
        assert len(files) == 1, "say of which file"
        file = files[0]
    line, column = expected.line, expected.column
    if mark := expected.at or expected.after:
        text = (root / file).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
        assert text.count(mark) == 1, f"“{mark}” stands {text.count(mark)} times in {file}"
        before = text[: text.index(mark) + len(expected.after)]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    figures = "".join(f":{figure}" for figure in (line, column) if figure is not None)
    steps = [re.escape(Place("", where=expected.where).say(language)[2:-1]) for language in LANGUAGES]
    where = rf" \((?:{'|'.join(steps)})[^)]*\)" if expected.where else ""
    return f"{re.escape(file + figures)}{where}: " if file else ""


def assert_told(found: list[Told], case: Case, root: Path, *, words_too: bool) -> None:
    """Exactly the problems that are due, each at its place and in its words."""
    left = list(found)
    for expected in case.expect:
        says, hint = (expected.says, expected.hint) if words_too else ("", "")
        due = re.compile(rf"{place_due(expected, case, root)}(?!\S+:\d+:\d+: ).*{re.escape(says)}.*")
        match = [each for each in left if each.code == expected.code and due.fullmatch(each.said) and hint in each.hint]
        assert match, f"due: {due.pattern} [{expected.code}] {hint}\nwas told: {found}"
        left.remove(match[0])
    assert not left, f"nobody asked for: {left}"


def assert_in_words(found: list[Told], language: str) -> None:
    """A clerk can read it: no words of a library, no empty sentence, and something to do."""
    for each in found:
        severity = WORDINGS[each.code].severity
        own_words = re.sub(r"“[^”]*”|\S*/\S*|\S*\.(?:docx|yaml)\S*", "", f"{each.said} {each.hint}")
        assert not FOREIGN_WORDS.search(own_words), each
        assert "{" not in re.sub(r"“[^”]*”|\{[^}]*\}|\[ \{", "", f"{each.said} {each.hint}"), each
        assert each.hint or severity == "advice", f"no hint: {each}"
        letters = "[A-Za-z]{3}" if language == "en" else "[ก-ฮ]"
        assert re.search(letters, own_words), f"not in this language: {each}"


@pytest.mark.parametrize("name", CASES)
def test_a_case(
    name: str, workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case, root = read_case(name), workspace_copy.root
    shutil.copytree(SAMPLE, root / "content" / YEAR, dirs_exist_ok=True)
    for change in case.change:
        apply(change, root)
    monkeypatch.chdir(root.parent if case.elsewhere else root)
    due = case.exit if case.exit is not None else int(bool(case.expect))
    before = everything(root)
    words = shlex.split(case.command)
    for language in ("th", "en"):
        with monkeypatch.context() as patch:
            hinder(case, root, patch)
            with pytest.raises(SystemExit) as left:
                cli.main(["--lang", language, *words])
        printed = capsys.readouterr()
        found = told(printed.out, printed.err, words)
        assert_told(found, case, root, words_too=language == "th")
        assert_in_words(found, language)
        assert left.value.code == due, printed.err
        after = everything(root)
        new = {file for file in after.keys() - before.keys() if not file.endswith(manifest.NAME)}
        assert sorted(new) == sorted(case.written)
        assert {file: after.get(file) for file in before} == before, "a file was touched"
    texts = no_space(
        "".join(paper.read((root / file).read_bytes(), file).text for file in case.written if "docx" in file)
    )
    for text in case.prints:
        assert no_space(text) in texts


def test_every_case_is_told_in_thai() -> None:
    assert len(CASES) > 100
    for name in CASES:
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)
        assert re.search("[ก-ฮ]", read_case(name).says), name


def test_every_error_has_a_case() -> None:
    shown = {expected.code for name in CASES for expected in read_case(name).expect}
    errors = {code for code, wording in WORDINGS.items() if wording.severity != "advice"}
    assert errors - shown - RULES.keys() - strangers.WORDINGS.keys() == ELSEWHERE


def test_the_command_itself_gives_the_same_answer(workspace_copy: Workspace) -> None:
    """One case from outside, as a clerk meets it: no traceback, the exit code, nothing written."""
    file = workspace_copy.root / "content/2568/orders/order-committee.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("closing:", "closng:"), encoding="utf-8")
    command = [sys.executable, "-m", "ita_docs", "build"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=workspace_copy.root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert not done.stdout
    assert [each.code for each in told("", done.stderr, [])] == ["unknown-key"]
    assert "Traceback" not in done.stderr
    assert not (workspace_copy.root / "build").exists()


# ---- a new workspace is whole, or not there


def init(folder: str) -> int | str | None:
    with pytest.raises(SystemExit) as left:
        cli.main(["init", folder])
    return left.value.code


@pytest.mark.parametrize("folder", [".", "new", "deep/er"])
def test_a_new_workspace_is_well(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert init(folder) == 0
    made = tmp_path / folder
    assert {path.name for path in made.iterdir()} == set(STARTER_PARTS)
    assert everything(made / "content") == everything(ROOT / "content")


def test_what_init_copies_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    init("new")
    monkeypatch.chdir(tmp_path / "new")
    with pytest.raises(SystemExit) as left:
        cli.main(["check"])
    assert left.value.code == 0


def test_a_workspace_that_cannot_be_copied_whole_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copytree = shutil.copytree

    def copy_until_full(old: Path, new: Path, *others: Any, **words: Any) -> Path:
        if Path(new).name == STARTER_PARTS[-1]:
            raise OSError(errno.ENOSPC, "No space left on device")
        return copytree(old, new, *others, **words)

    monkeypatch.setattr(shutil, "copytree", copy_until_full)
    monkeypatch.chdir(tmp_path)
    assert init("new") == 1
    assert [each.code for each in told("", capsys.readouterr().err, [])] == ["unwritable"]
    assert not list(tmp_path.iterdir())
