"""Content files: the places of what is read, nothing lost, and input of any kind that always gets an answer."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ita_docs import cli, source
from ita_docs.braces import fill
from ita_docs.problems import DocumentError, Place
from ita_docs.source import Source
from ita_docs.syntax import place_at
from ita_docs.workspace import Workspace

CONTENT = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "content").rglob("*.yaml"))
# What YAML, names and figures are made of, and what hides in text that was pasted.
SIGNS = "{}[]:#-\"'\\|>*&!%@`?, \t\n\r.0123456789abcกขเ่ำ๑๒\x00\x07\x85\xa0\u200b\u2028\ufeff😀１”~<>=_/"


def read(text: str) -> Source:
    return source.read(text.encode(), "f.yaml")


def codes_of(text: str | bytes) -> list[tuple[str, int | None, int | None]]:
    with pytest.raises(DocumentError) as raised:
        source.read(text if isinstance(text, bytes) else text.encode(), "f.yaml")
    places = [(problem.code, problem.place or Place("")) for problem in raised.value.problems]
    return [(code, place.line, place.column) for code, place in places]


# ---- what is read


def test_every_scalar_stays_text() -> None:
    text = "a: 3.10\nb: no\nc: 010\nd: 12:30\ne:\nf: ~\ng: 2025-01-01\nh: [1, yes]\ni: 'x''y'\n"
    values = ["3.10", "no", "010", "12:30", "", "~", "2025-01-01", ["1", "yes"], "x'y"]
    assert read(text).value == dict(zip("abcdefghi", values, strict=True))


def test_every_value_and_key_has_its_place() -> None:
    found = read("# หมายเหตุ\na:\n  - b: ค\n    d: 'จ'\n")
    assert found.place(("a",)) == Place("f.yaml", 3, 3)
    assert found.place(("a", 0, "d")) == Place("f.yaml", 4, 8)
    assert found.key_place(("a", 0, "d")) == Place("f.yaml", 4, 5)
    assert found.place(("a", 0, "missing")) == Place("f.yaml", 3, 5)
    assert found.place(("elsewhere",)) == Place("f.yaml", 2, 1)


def test_words_are_found_where_they_were_typed() -> None:
    found = read('# ☑\na: >-\n  หนึ่ง\n  ☑ สอง ☑\nb: "x\\u2611"\n')
    assert found.find("☑") == Place("f.yaml", 4, 3)
    assert found.place_of("☑", ("a",), 1) == Place("f.yaml", 4, 9)
    assert found.place_of("☑", ("b",)) is None
    assert found.find("หนึ่ง ☑") is None


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_of_windows_change_nothing(ends: str, mark: str) -> None:
    text = "a: ก\nb:\n  - ข\n"
    plain, other = read(text), read(mark + text.replace("\n", ends))
    assert vars(other) == vars(plain)


@pytest.mark.parametrize("file", CONTENT)
def test_every_place_of_the_real_content_is_right(file: str) -> None:
    assert len(CONTENT) > 40
    found = source.read_file(ROOT / file, file)
    lines = found.text.split("\n")
    assert found.keys
    for path, place in found.keys.items():
        assert place.line
        assert place.column
        assert lines[place.line - 1][place.column - 1 :].startswith(str(path[-1])), place


def test_names_are_filled_and_double_braces_are_none() -> None:
    found = fill(read("a: ก{x.y}ข {{x.y}} {{ { } {X Y}\n"), {"x.y": "ค"}.get, lambda _: ("unknown-name", {}))
    assert found.value == {"a": "กคข {{x.y}} {{ { } {X Y}"}


# ---- what is refused


def assert_answered(data: bytes) -> None:
    """It is read, or refused with problems that have a place in the file and words in both languages."""
    try:
        assert isinstance(source.read(data, "f.yaml").value, str | list | dict)
    except DocumentError as error:
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        for problem in error.problems:
            assert problem.place
            assert problem.place.file == "f.yaml"
            assert 1 <= (problem.place.line or 0) <= lines
            assert (problem.place.column or 0) >= 1
            assert problem.say("th")
            assert problem.say("en")


@given(st.binary(max_size=200))
@example(b"\xff\xfea\x00:\x00")
@example(b"a: \xc2\x85b\n\xc2\xa0c: d")
def test_any_bytes_are_read_or_refused_with_a_place(data: bytes) -> None:
    assert_answered(data)


@given(st.text(alphabet=SIGNS, max_size=60))
@settings(max_examples=400)
@example("a: b: c")
@example("a: 'b")
@example("? a")
@example("a: [b\nc: d")
@example("{a: {b: {c}")
@example("a: |\n\tb")
@example("- - - -")
@example("%YAML 9\n---\n")
@example("a: b\n...\nc")
@example("&a a: *a")
@example("a\u2028b: c")
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    assert_answered(text.encode())


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"]), min_size=1, max_size=40))
def test_no_text_is_lost(text: str) -> None:
    """Whatever stands between quotation marks is read as it was typed."""
    found = read(f"a:\n  - {json.dumps(text, ensure_ascii=False)}\n")
    assert found.value == {"a": [text]}


@given(st.lists(st.sampled_from("ab"), max_size=30).map("".join), st.integers(0, 30))
def test_offsets_are_places(text: str, offset: int) -> None:
    lines = text.replace("b", "\n")
    place = place_at(lines, min(offset, len(lines)), "f")
    before = lines[: min(offset, len(lines))]
    assert (place.line, place.column) == (before.count("\n") + 1, len(before.split("\n")[-1]) + 1)


def test_too_deep_is_refused_at_once() -> None:
    assert codes_of("a: " + "[" * 100_000) == [("too-deep", 1, 4 + source.DEEPEST)]
    assert codes_of("\n".join("  " * level + "a:" for level in range(1000))) == [("too-deep", 22, 43)]


def test_a_file_that_is_no_text_is_not_told_of_letter_by_letter() -> None:
    assert len(codes_of("a\x00" * 1000)) == source.ENOUGH


def test_each_mistake_of_a_file_is_told() -> None:
    assert codes_of("a: b #c\na: &x d\n") == [("text-cut-off", 1, 6), ("duplicate-key", 2, 1), ("yaml-alias", 2, 4)]


# ---- edits of real content


def _replaced(text: str, at: int, sign: str) -> str:
    return text[:at] + sign + text[at + 1 :]


def _inserted(text: str, at: int, sign: str) -> str:
    return text[:at] + sign + text[at:]


def _cut(text: str, at: int, _sign: str) -> str:
    return text[:at] + text[at + 1 :]


EDITS: tuple[Callable[[str, int, str], str], ...] = (_replaced, _inserted, _cut)


@given(st.integers(0, 2**32))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_slip_of_a_finger_ends_in_a_traceback(
    workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    """One letter of one file is changed: the check says that all is well, or what is wrong, with a file and a line."""
    chance = random.Random(seed)
    path = chance.choice(sorted((workspace_copy.root / "content").rglob("*.yaml")))
    whole = path.read_bytes()
    text = whole.decode()
    edited = chance.choice(EDITS)(text, chance.randrange(len(text)), chance.choice(SIGNS))
    path.write_bytes(edited.encode())
    monkeypatch.chdir(workspace_copy.root)
    try:
        with pytest.raises(SystemExit) as left:
            cli.main(["check", "--json"])
    finally:
        path.write_bytes(whole)
    problems = json.loads(capsys.readouterr().out)
    assert left.value.code == bool(problems)
    for problem in problems:
        assert Path(problem["file"]).suffix in (".yaml", ".docx"), problem
        assert problem["line"] or problem["file"].endswith(".docx") or problem["code"] == "no-file", problem
