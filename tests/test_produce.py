"""A second build makes only what has changed, and what somebody edited by hand is never lost."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import OFFICE, ROOT, YEAR

from ita_docs import cli, manifest, paper
from ita_docs.manifest import Manifest, read
from ita_docs.workspace import Workspace

FOLDER = f"build/{YEAR}/{OFFICE}"
ITEM = f"content/{YEAR}/indicators/O09.yaml"


@pytest.fixture
def root(workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(workspace_copy.root)
    return workspace_copy.root


def build(*words: str) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["build", *words])
    assert left.value.code == 0


def papers(root: Path) -> dict[str, tuple[str, int]]:
    """The papers of the folder: the digest and the moment of each."""
    found = sorted((root / FOLDER).glob("*.docx"))
    return {path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in found}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def edit(path: Path) -> bytes:
    """What Word leaves when somebody saves a paper: other bytes."""
    edited = path.read_bytes() + b"\0"
    path.write_bytes(edited)
    return edited


def test_nothing_changed_nothing_is_made(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    before = papers(root)
    capsys.readouterr()
    build()
    assert papers(root) == before
    assert "ไม่มีสิ่งใดเปลี่ยน" in capsys.readouterr().out


def test_a_build_of_nothing_new_reads_no_yaml_and_no_template(root: Path) -> None:
    build("notice")
    code = (
        "import sys\nfrom ita_docs import cli\ntry: cli.main(['build', 'notice'])\nexcept SystemExit: pass\n"
        "print({'pydantic', 'yaml', 'docxtpl', 'lxml', 'docx'} & set(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "set()"


def test_a_changed_item_makes_only_the_papers_that_print_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    before = papers(root)
    change(root / ITEM, "สถิติการจัดเก็บภาษี", "สถิติการจัดเก็บภาษีอากร")
    build()
    after = papers(root)
    changed = {name for name in before if before[name] != after[name]}
    assert "o22-measures.docx" in changed
    assert not [name for name in changed if name.startswith(("order", "notice", "memo", "anti", "o21"))]


def test_a_paper_that_was_not_asked_for_is_not_taken_for_made(root: Path) -> None:
    build("order-committee")
    build("order")
    assert {"order-committee.docx", "order-working-group.docx"} == papers(root).keys()
    build()
    assert "notice-fines.docx" in papers(root)


def test_building_one_paper_leaves_the_others_stale(root: Path) -> None:
    build()
    before = papers(root)
    change(root / f"content/{YEAR}/notices/notice-fines.yaml", "th: ไม่รับสินบน", "th: ไม่รับสินบนใด")
    change(root / f"content/{YEAR}/notices/notice-other.yaml", "th: ไม่รับสินบน", "th: ไม่รับสินบนใด")
    build("notice-fines")
    build("notice-other")
    after = papers(root)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"notice-fines.docx", "notice-other.docx"}


def test_a_new_day_of_signing_makes_only_its_papers(root: Path) -> None:
    build()
    before = papers(root)
    own = root / f"content/{YEAR}/offices/{OFFICE}.yaml"
    lines = own.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.strip() == "order-committee:")
    at = next(number for number in range(at, len(lines)) if lines[number].strip() == "number:")
    lines[at] += " 7"
    own.write_text("\n".join(lines), encoding="utf-8")
    build()
    changed = {name for name, told in papers(root).items() if before[name] != told}
    assert "order-committee.docx" in changed
    assert "notice-fines.docx" not in changed


def test_a_changed_template_makes_its_papers(root: Path) -> None:
    build("order", "notice")
    before = papers(root)
    template = root / "templates/notice.docx"
    template.write_bytes((root / "templates/notice.docx").read_bytes())
    build("order", "notice")
    assert papers(root) == before
    (root / "templates/notice.docx").unlink()  # the starter's takes its place, and is the same
    build("order", "notice")
    assert {name: told[0] for name, told in papers(root).items()} == {name: told[0] for name, told in before.items()}


def test_a_lost_paper_is_made_again(root: Path) -> None:
    build()
    before = papers(root)
    (root / FOLDER / "notice-fines.docx").unlink()
    build()
    assert papers(root)["notice-fines.docx"][0] == before["notice-fines.docx"][0]


def test_force_makes_everything_anew(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    capsys.readouterr()
    build("order", "notice", "--force")
    assert capsys.readouterr().out.count(".docx") == 7


# ---- papers that somebody edited


def test_an_edited_paper_stays_while_there_is_nothing_new(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    mine = root / FOLDER / "order-committee.docx"
    edited = edit(mine)
    build()
    assert "[paper-edited]" in capsys.readouterr().err
    change(root / ITEM, "สถิติการจัดเก็บภาษี", "สถิติการจัดเก็บภาษีอากร")
    build()
    assert "[paper-edited]" in capsys.readouterr().err
    assert mine.read_bytes() == edited
    assert not list((root / FOLDER).glob("*-edited*"))


def test_an_edited_paper_is_kept_beside_when_its_content_changes(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    mine = root / FOLDER / "o22-measures.docx"
    edited = edit(mine)
    change(root / ITEM, "สถิติการจัดเก็บภาษี", "สถิติการจัดเก็บภาษีอากร")
    build()
    assert "[edited-kept]" in capsys.readouterr().err
    assert (root / FOLDER / "o22-measures-edited.docx").read_bytes() == edited
    assert "สถิติการจัดเก็บภาษีอากร" in paper.read(mine.read_bytes(), "o22").text
    build()
    assert (root / FOLDER / "o22-measures-edited.docx").read_bytes() == edited


def test_a_file_that_was_never_ours_is_kept_beside(root: Path) -> None:
    mine = root / FOLDER / "order-committee.docx"
    mine.parent.mkdir(parents=True)
    mine.write_bytes(b"my own order")
    build()
    assert (root / FOLDER / "order-committee-edited.docx").read_bytes() == b"my own order"
    assert mine.read_bytes() != b"my own order"


def test_force_keeps_an_edited_paper_beside(root: Path) -> None:
    build("order-committee")
    edited = edit(root / FOLDER / "order-committee.docx")
    build("order-committee", "--force")
    assert (root / FOLDER / "order-committee-edited.docx").read_bytes() == edited


# ---- the manifest itself


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": 99}', b'{"version": 1, "inputs": 3}', b"\xff\xfe"])
def test_a_damaged_manifest_counts_as_none(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(damage)
    assert read(tmp_path) == Manifest()


def test_papers_of_an_earlier_version_are_not_taken_for_edited(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build("order")
    path = root / FOLDER / "manifest.json"
    told = json.loads(path.read_bytes())
    path.write_text(json.dumps({"version": 1, "inputs": {}, "papers": {}, "outputs": told["outputs"]}))
    change(root / f"content/{YEAR}/orders/order-committee.yaml", "มีประสิทธิภาพ", "มีประสิทธิภาพยิ่ง")
    build("order")
    assert "edited" not in capsys.readouterr().err
    assert not list((root / FOLDER).glob("*-edited*"))


def test_a_damaged_manifest_costs_a_build_and_no_paper(root: Path) -> None:
    build("notice")
    before = papers(root)
    (root / FOLDER / "manifest.json").write_bytes(b"{")
    build("notice")
    assert {name: told[0] for name, told in papers(root).items()} == {name: told[0] for name, told in before.items()}


def test_the_manifest_is_the_same_for_the_same_build(root: Path) -> None:
    build()
    first = (root / FOLDER / "manifest.json").read_bytes()
    build("--force")
    assert (root / FOLDER / "manifest.json").read_bytes() == first
    assert json.loads(first)["version"] == manifest.VERSION


# ---- a build that is killed


@pytest.mark.parametrize("wait", [0.35, 0.5, 0.65, 0.8, 0.95, 1.1])
def test_a_killed_build_leaves_whole_papers_and_the_next_one_ends_it(root: Path, wait: float) -> None:
    command = [sys.executable, "-m", "ita_docs", "build", "order", "notice"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = subprocess.DEVNULL
    victim = subprocess.Popen(command, cwd=root, env=environment, stdout=quiet, stderr=quiet)
    time.sleep(wait)
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    for path in (root / FOLDER).glob("*.docx") if (root / FOLDER).exists() else ():
        assert paper.read(path.read_bytes(), path.name).lines
    build("order", "notice")
    killed = {name: told[0] for name, told in papers(root).items()}
    assert not [name for name in killed if "-edited" in name]
    assert not list((root / FOLDER).glob(".*.part"))
    build("order", "notice", "--force")
    assert {name: told[0] for name, told in papers(root).items()} == killed
