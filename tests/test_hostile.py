"""Files of strangers: whatever is in them, a clear problem or a paper; bounded time and memory, nothing let loose."""

from __future__ import annotations

import os
import random
import re
import socket
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import hostile_files as files
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs import package
from ita_docs.examine import Manner, examine
from ita_docs.package.members import Member
from ita_docs.problems import DocumentError, Problem
from ita_docs.template import Template
from ita_docs.wording import strangers as wording

NAME = "แฟ้ม.docx"
LONGEST = 5.0  # seconds of a processor, for any file


def refused(data: bytes) -> Problem | None:
    """The one problem of a file that is not let in."""
    try:
        package.admit(data, NAME)
    except DocumentError as error:
        (problem,) = error.problems
        return problem
    return None


# ---- every sort of file has its problem


@pytest.mark.parametrize("case", files.FILES)
def test_a_file(case: str) -> None:
    make, code = files.FILES[case]
    data = make()
    start = time.process_time()
    problem = refused(data)
    assert time.process_time() - start < LONGEST
    assert (problem.code if problem else "") == code
    if problem:
        assert problem.place
        assert str(problem.place) == NAME
        assert problem.severity == "error"
        for language in ("th", "en"):
            said = problem.say(language)
            assert problem.hint(language)
            assert said.replace("\n", "").isprintable()
            assert not re.search(r"\{\w*\}", said)


def test_every_way_to_turn_a_file_away_has_its_file() -> None:
    assert {code for _, code in files.FILES.values()} - {""} == set(wording.WORDINGS)


def test_no_two_problems_say_the_same() -> None:
    for sentence in ("th", "en"):
        said = [getattr(each, sentence) for each in wording.WORDINGS.values()]
        assert len(set(said)) == len(said) > 15


@pytest.mark.parametrize(
    ("case", "facts"),
    {
        "an old .doc": {"kind_en": "a Word 97–2003 document (.doc)"},
        "an .odt": {"kind_en": "an OpenDocument text (.odt)"},
        "an .xlsx": {"kind_en": "an Excel workbook (.xlsx)"},
        "a PDF with a paper behind it": {"kind_en": "a PDF"},
        "a gigabyte of zeros": {"size": "1,073"},
        "macros nobody lists": {"part": "word/VBAPROJECT.BIN"},
        "a name that climbs out": {"value": "word/../../up.txt"},
        "a name that moves the screen": {"value": r"word/\x1b[2J.xml"},
        "relations that lead nowhere": {"part": "word/none.xml"},
        "laughs in a part nobody reads": {"part": "customXml/item1.xml"},
        "written as in Windows": {"value": "windows-874", "part": files.BODY},
    }.items(),
)
def test_what_is_wrong_is_named(case: str, facts: dict[str, str]) -> None:
    problem = refused(files.FILES[case][0]())
    assert problem
    assert {key: problem.facts[key] for key in facts} == facts


def test_broken_xml_is_told_with_its_line() -> None:
    problem = refused(files.with_body(files.document("<w:p/>\n<w:p/>\n<w:p>").replace(b"<w:sectPr/>", b"")))
    assert problem
    assert (problem.facts["part"], problem.facts["line"]) == (files.BODY, "3")


# ---- what is let in


def test_a_paper_of_ours_comes_in_as_it_was(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        members = package.admit(data, name)
        with zipfile.ZipFile(BytesIO(data)) as archive:
            assert {part: member.data for part, member in members.items()} == {
                part: archive.read(part) for part in archive.namelist()
            }
        assert package.write(members) == data


def test_a_picture_is_given_to_a_reader_of_text_by_its_beginning_only() -> None:
    picture = random.Random(1).randbytes(3 * package.HEAD)
    members = package.admit(files.with_part("word/media/a.png", picture), NAME)
    slim = package.admit(package.slim(members), NAME)
    assert slim["word/media/a.png"].data == picture[: package.HEAD]
    assert slim[files.BODY].data == members[files.BODY].data


def test_what_leads_to_a_lost_picture_is_taken_away_for_a_reader_of_text() -> None:
    lost = package.admit(files.with_relations("image", "media/a.png"), NAME)
    with zipfile.ZipFile(BytesIO(package.slim(lost))) as archive:
        assert b"Target" not in archive.read("word/_rels/document.xml.rels")
        assert b"Target" in archive.read("_rels/.rels")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_member_gives_no_more_than_it_says(method: int) -> None:
    (member,) = (m for n, m in package.admit(files.zipped(files.parts(), method), NAME).items() if n == files.BODY)
    assert member.head(5) == member.data[:5] == b"<w:do"
    for wrong in (member.size - 1, member.size + 1):
        with pytest.raises(ValueError, match=r"damaged|larger"):
            Member(member.packed, method, member.crc, wrong).prove()
    with pytest.raises(ValueError, match="damaged"):
        Member(member.packed, method, member.crc ^ 1, member.size).prove()


# ---- the whole inspection


@pytest.mark.parametrize("case", files.FILES)
def test_the_inspection_of_a_file(case: str) -> None:
    make, code = files.FILES[case]
    found = [problem.code for problem in examine({NAME: make()}.items(), Manner())]
    if code:
        assert found == [code]
    else:
        assert "no-paper" not in found


def test_a_document_without_a_body_is_turned_away() -> None:
    bare = f'<w:document xmlns:w="{files.WORD}"/>'.encode()
    found = examine({NAME: files.zipped(files.parts() | {"word/document.xml": bare})}.items(), Manner())
    assert [(problem.code, problem.place and problem.place.file) for problem in found] == [("no-paper", NAME)]


def test_nothing_is_fetched_and_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a file of a stranger reached out")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    monkeypatch.setattr(subprocess, "Popen", forbidden)
    monkeypatch.setattr(os, "system", forbidden)
    away = '<Relationship Id="r1" TargetMode="External" Type="{}/{}" Target="http://127.0.0.1:9/a"/>'
    kinds = ("image", "attachedTemplate", "hyperlink", "oleObject", "header", "styles", "settings", "frame")
    listed = "".join(away.format(files.OFFICE, kind).replace("r1", kind) for kind in kinds)
    blip = f'<a:blip xmlns:r="{files.OFFICE}" xmlns:a="{files.DRAWING}" r:link="image"/>'
    drawing = f"<w:p><w:r><w:drawing>{blip}</w:drawing></w:r></w:p>"
    fields = ("INCLUDETEXT http://127.0.0.1:9/a", "INCLUDEPICTURE http://127.0.0.1:9/a", "DDEAUTO c:/a.exe b")
    field = "".join(f'<w:p><w:fldSimple w:instr="{field}"/></w:p>' for field in fields)
    lists = f'<Relationships xmlns="{files.PACKAGE}/relationships">{listed}</Relationships>'
    body = files.parts(body=files.document(drawing + field))
    found = examine({NAME: files.zipped(body | {"word/_rels/document.xml.rels": lists.encode()})}.items(), Manner())
    assert "no-paper" not in [problem.code for problem in found]


PROGRAM = """
import sys, time
from pathlib import Path
from ita_docs.examine import Manner, examine
print([problem.code for problem in examine({"a.docx": Path(sys.argv[1]).read_bytes()}.items(), Manner())][:1])
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
print(time.process_time())
"""
RUN = "<w:r><w:rPr><w:b/></w:rPr><w:t>ประชาชน</w:t></w:r>"
NAMES = b"PK\1\2" * 1_000_000
NOISE = random.Random(2).randbytes(70_000_000)
LARGE = {
    "a paper of three hundred pages": (lambda: files.paper(f"<w:p>{RUN * 12}</w:p>" * 3_000), True),
    "photographs": (lambda: files.zipped(files.parts() | {"word/media/a.jpg": NOISE}, zipfile.ZIP_STORED), True),
    "a zip of nothing but names": (
        lambda: files.zipped(files.parts() | {"word/a.bin": NAMES}, zipfile.ZIP_STORED),
        False,
    ),
    "zeros": (lambda: files.zeros(300), False),
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise elsewhere")
@pytest.mark.parametrize("case", LARGE)
def test_time_and_memory_are_bounded(case: str, tmp_path: Path) -> None:
    make, is_paper = LARGE[case]
    (tmp_path / "a.docx").write_bytes(make())
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "a.docx")]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told, memory, seconds = run.stdout.splitlines()
    assert float(seconds) < LONGEST
    assert int(memory) < 200_000  # kB
    assert ("docx-" in told) is not is_paper


# ---- whatever may come


junk = st.sampled_from(
    ["", "..", "/", "a", "\0", "word", "xml", ".rels", "\\", ":", "ก", "NULL", "#", "?", "\u202e", "%00"]
)
names = st.lists(junk, min_size=1, max_size=5).map("/".join)
addresses = st.one_of(names, st.sampled_from([files.BODY, "document.xml", "/word/styles.xml", "http://127.0.0.1:9/"]))
sorts = st.sampled_from(["officeDocument", "styles", "header", "image", "comments", "numbering", "theme", "settings"])


def survives(data: bytes) -> None:
    """A file is inspected, and read as a template: what comes out are problems."""
    for problem in examine({NAME: data}.items(), Manner()):
        assert problem.say()
    with suppress(DocumentError):
        Template(data, name=NAME).lint()


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(names, st.binary(max_size=20), max_size=4))
def test_any_names_survive(others: dict[str, bytes]) -> None:
    survives(files.zipped(files.parts() | {name.replace("\0", ""): data for name, data in others.items()}))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(addresses, sorts, st.sampled_from(["Internal", "External", ""])), max_size=5), st.booleans())
def test_any_relations_survive(listed: list[tuple[str, str, str]], whole: bool) -> None:
    def escaped(text: str) -> str:
        return text.replace("\0", "")

    entries = "".join(
        f'<Relationship Id="r{at}" Type="{files.OFFICE}/{sort}" Target="{escaped(target)}" TargetMode="{mode}"/>'
        for at, (target, sort, mode) in enumerate(listed)
    )
    lists = f'<Relationships xmlns="{files.PACKAGE}/relationships">{entries}</Relationships>'.encode()
    where = "_rels/.rels" if whole else "word/_rels/document.xml.rels"
    survives(files.zipped(files.parts() | {where: lists}))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Default", "Override", "Else"]), names, names), max_size=5))
def test_any_types_survive(listed: list[tuple[str, str, str]]) -> None:
    entries = "".join(
        f'<{tag} Extension="{name}" PartName="{name}" ContentType="{kind}"/>' for tag, name, kind in listed
    )
    survives(files.zipped(files.parts(types=files.types(more=entries.replace("\0", "")))))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 900), st.sampled_from([0, 1, 7, 300]))
def test_any_bytes_survive(noise: bytes, at: int, taken: int) -> None:
    data = files.paper()
    survives(data[:at] + noise + data[at + taken :])


def test_a_little_fuzz_finds_nothing() -> None:
    run = subprocess.run([sys.executable, "bench/fuzz.py", "3"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith("0 finds\n")
