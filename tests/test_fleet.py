"""Many offices at once: what is finished stays, what breaks costs itself, a killed run ends like an undisturbed one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import OFFICE, ROOT, YEAR

from ita_docs import cli, fleet, pdf
from ita_docs.manifest import digest
from ita_docs.pdf import reading
from ita_docs.problems import DocumentError, Problem
from ita_docs.produce import Wanted
from ita_docs.workspace import Workspace

OFFICES = ["first", "second", "third", "fourth"]
PAPERS = Wanted(("order-committee", "notice-fines"))
KILLS = 50


@pytest.fixture
def root(workspace_copy: Workspace) -> Path:
    """A workspace of four small offices, each with a name of its own."""
    root = workspace_copy.root
    for folder in ("progress", "risk-scores"):  # of an office that is not among the four
        shutil.rmtree(root / f"content/{YEAR}/{folder}")
    for folder in ("content/offices", f"content/{YEAR}/offices"):
        pattern = (root / folder / f"{OFFICE}.yaml").read_text(encoding="utf-8")
        for path in (root / folder).glob("*.yaml"):
            path.unlink()
        for office in OFFICES:
            (root / folder / f"{office}.yaml").write_text(pattern.replace(f"id: {OFFICE}", f"id: {office}"), "utf-8")
    return root


def papers(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.glob("build/**/*.docx"))}


def deliver(root: Path, executor: Executor, wanted: Wanted = PAPERS) -> list[fleet.Delivered]:
    with executor:
        return sorted(fleet.deliver(root, OFFICES, YEAR, wanted, executor), key=lambda one: one.office)


def test_any_executor_makes_the_papers_of_every_office(root: Path) -> None:
    found = deliver(root, ThreadPoolExecutor(2))
    assert [one.office for one in found] == sorted(OFFICES)
    assert [one.written for one in found] == [2] * len(OFFICES)
    assert len(papers(root)) == 2 * len(OFFICES)


def test_processes_make_the_same_bytes_as_one_office_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deliver(root, fleet.processes(2))
    together = papers(root)
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as left:
        cli.main(["build", "order-committee", "notice-fines", "--office", "second", "--out", "build/alone"])
    assert left.value.code == 0
    alone = {name: data for name, data in papers(root).items() if "alone" in name}
    assert [data for name, data in together.items() if "second" in name] == list(alone.values())


def test_a_second_run_writes_nothing(root: Path) -> None:
    deliver(root, ThreadPoolExecutor(2))
    assert [one.written for one in deliver(root, ThreadPoolExecutor(2))] == [0] * len(OFFICES)


def test_one_bad_office_fails_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = root / "content/offices/third.yaml"
    bad.write_text(bad.read_text(encoding="utf-8").replace("emblem: preprinted", "emblem: golden"), encoding="utf-8")
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as left:
        cli.main(["build", "order-committee", "--all-offices"])
    assert left.value.code == 1
    told = capsys.readouterr()
    assert "content/offices/third.yaml:" in told.err
    assert "ไม่สำเร็จ: third" in told.out
    assert {name.split("/")[2] for name in papers(root)} == {"first", "second", "fourth"}


def test_an_office_whose_process_is_gone_is_told(root: Path) -> None:
    class Broken(ThreadPoolExecutor):
        def submit(self, *_: object, **__: object) -> object:  # type: ignore[override]
            return super().submit(os.fspath, 3)  # type: ignore[arg-type]

    found = deliver(root, Broken(1))
    assert {problem.code for one in found for problem in one.problems} == {"office-lost"}
    assert all(one.failed for one in found)


def test_who_stops_reading_stops_the_work(root: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        found: Iterator[fleet.Delivered] = fleet.deliver(root, OFFICES, YEAR, PAPERS, executor)
        next(found)
        found.close()
    assert len({name.split("/")[2] for name in papers(root)}) < len(OFFICES)


def test_a_run_that_is_killed_again_and_again_ends_like_an_undisturbed_one(root: Path) -> None:
    """kill -9 at random moments: nothing is half-written, nothing of ours is taken for somebody's."""
    chance = random.Random(2568)
    command = [sys.executable, "-m", "ita_docs", "build", "order-committee", "notice", "--all-offices"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for kill in range(KILLS):
        if kill % 5 == 0 and (root / "build").exists():  # a new year's content: everything is due again
            own = root / f"content/{YEAR}/orders/order-committee.yaml"
            own.write_text(own.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        quiet = subprocess.DEVNULL
        victim = subprocess.Popen(
            command, cwd=root, env=environment, stdout=quiet, stderr=quiet, start_new_session=True
        )
        time.sleep(chance.uniform(0.1, 1.3))
        os.killpg(victim.pid, signal.SIGKILL)
        victim.wait()
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    killed = papers(root)
    assert not [name for name in killed if "-edited" in name]
    assert not list(root.glob("build/**/.*.part"))
    for path in root.glob("build"):
        subprocess.run(["rm", "-r", str(path)], check=True)
    subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    assert papers(root) == killed


# ---- PDFs, a stage of their own


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The papers of each call of a stand-in for LibreOffice, whose PDF tells the digest of its paper."""
    calls: list[list[str]] = []

    def convert(papers: Iterable[tuple[str, bytes]], *_: object) -> Iterator[tuple[str, bytes | Problem]]:
        calls.append([])
        for name, docx in papers:
            calls[-1].append(name)
            failed = Problem("pdf-failed", facts={"paper": name, "reason": "-"})
            yield name, failed if name == "third/notice-fines" else digest(docx).encode()

    monkeypatch.setattr(pdf, "convert", convert)
    monkeypatch.setattr(pdf, "missing", lambda _: None)
    monkeypatch.setattr(reading, "inspect", lambda *_: [])
    monkeypatch.setattr(reading, "headings", lambda _: ())
    return calls


def draw(root: Path, wanted: Wanted = PAPERS) -> dict[str, fleet.Delivered]:
    wanted = replace(wanted, pdf=True)
    with ThreadPoolExecutor(1) as executor:
        found = list(fleet.deliver(root, OFFICES, YEAR, wanted, executor))
        drawn = {one.office: one for one in fleet.draw(root, found, YEAR, wanted, executor, 2)}
    for path in root.glob("build/**/*.pdf"):
        assert path.read_bytes() == digest(path.with_suffix(".docx").read_bytes()).encode()
    return drawn


def test_offices_share_a_call_and_a_bad_paper_costs_itself(root: Path, calls: list[list[str]]) -> None:
    drawn = draw(root)
    assert [len(call) for call in calls] == [4, 4]
    assert {name.partition("/")[0] for name in calls[0]} == {"first", "fourth"}
    assert {office: one.written for office, one in drawn.items()} == {"first": 2, "second": 2, "third": 1, "fourth": 2}
    assert [problem.facts["paper"] for one in drawn.values() for problem in one.problems] == ["third/notice-fines"]
    draw(root)
    assert calls[2:] == [["third/notice-fines"]]


def test_a_bad_office_has_no_part_in_a_call(root: Path, calls: list[list[str]]) -> None:
    bad = root / "content/offices/second.yaml"
    bad.write_text(bad.read_text(encoding="utf-8").replace("emblem: preprinted", "emblem: golden"), encoding="utf-8")
    assert set(draw(root)) == {"first", "third", "fourth"}
    assert not [name for call in calls for name in call if name.startswith("second/")]


def test_a_pdf_of_an_earlier_state_is_drawn_again(root: Path, calls: list[list[str]]) -> None:
    draw(root)
    calls.clear()
    own = root / f"content/{YEAR}/offices/first.yaml"
    own.write_text(own.read_text(encoding="utf-8").replace("number:", "number: 7", 1), encoding="utf-8")
    deliver(root, ThreadPoolExecutor(1))  # the papers alone
    draw(root)
    assert sorted(name for call in calls for name in call) == ["first/order-committee", "third/notice-fines"]
    calls.clear()
    draw(root, replace(PAPERS, force=True))
    assert sum(map(len, calls)) == 2 * len(OFFICES)


def test_a_machine_without_libreoffice_says_so_once(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "PROGRAMS", ())
    monkeypatch.setattr(fleet, "processes", ThreadPoolExecutor)
    for words, code in ((["--pdf"], 1), (["--pdf-if-possible"], 0)):
        with pytest.raises(SystemExit) as left:
            cli.cli(["build", "notice-fines", "--all-offices", *words])
        assert left.value.code == code
        assert capsys.readouterr().err.count("[no-libreoffice]") == 1
    assert len(papers(root)) == len(OFFICES)


@pytest.mark.pdf
def test_a_run_with_pdfs_that_is_killed_ends_like_an_undisturbed_one(root: Path) -> None:
    for font in (ROOT / "fonts").glob("*.ttf"):
        (root / "fonts" / font.name).symlink_to(font)
    for office in OFFICES[2:]:
        (root / f"content/offices/{office}.yaml").unlink()
        (root / f"content/{YEAR}/offices/{office}.yaml").unlink()
    command = [sys.executable, "-m", "ita_docs", "build", "o22-measures", "notice-fines", "--all-offices", "--pdf"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = subprocess.DEVNULL
    kept: dict[Path, int] = {}
    for wait in (3, 5):
        victim = subprocess.Popen(
            command, cwd=root, env=environment, stdout=quiet, stderr=quiet, start_new_session=True
        )
        time.sleep(wait)
        os.killpg(victim.pid, signal.SIGKILL)
        victim.wait()
        now = {path: path.stat().st_mtime_ns for path in root.glob("build/**/*.pdf")}
        drawn_again = [path for path, moment in kept.items() if now[path] != moment]
        assert len(drawn_again) <= 2  # what each LibreOffice had just given when it was killed
        kept = now
    subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    killed = papers(root)
    assert len(list(root.glob("build/**/*.pdf"))) == 2 * len(OFFICES[:2])
    assert not [path for path in root.glob("build/**/*") if "-edited" in path.name or path.name.endswith(".part")]
    subprocess.run([*command, "--force"], cwd=root, env=environment, capture_output=True, check=True)
    assert papers(root) == killed


# ---- a Dask cluster


def test_a_cluster_makes_the_same_papers(root: Path) -> None:
    from distributed import LocalCluster

    deliver(root, ThreadPoolExecutor(1))
    alone = papers(root)
    subprocess.run(["rm", "-r", str(root / "build")], check=True)
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        found = deliver(root, fleet.cluster(cluster.scheduler_address))
    assert [one.problems for one in found] == [()] * len(OFFICES)
    assert papers(root) == alone


def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fleet, "TIMEOUT", 1)
    with pytest.raises(DocumentError) as told:
        fleet.cluster("tcp://127.0.0.1:9")
    assert [problem.code for problem in told.value.problems] == ["dask-away"]


def test_without_dask_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DocumentError) as told:
        fleet.cluster("tcp://127.0.0.1:9")
    assert [problem.code for problem in told.value.problems] == ["no-dask"]
