"""Many offices at once: what is finished stays, what breaks costs itself, a killed run ends like an undisturbed one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import OFFICE, ROOT, YEAR

from ita_docs import cli, fleet
from ita_docs.problems import DocumentError
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
