"""How many offices a machine makes papers for: one process against two, few offices against many, time and memory.

Fifty offices with all papers, then many (500, or the first argument) with one order each; offices beyond the fifty are
copies with another id and name, in a folder that is thrown away. Then the PDFs of ten offices against LibreOffice's own
floor: the same files given to `soffice --convert-to pdf`, as many processes, each with a profile of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The command itself, and at its end the peak memory of the largest process that it started, in kB.
PEAK = """
import resource, sys
from ita_docs import cli
try:
    cli.main(sys.argv[1:])
finally:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


DRAWN = 10  # offices whose PDFs are made, of the kinds that are in every year
KINDS = ("order", "memo", "announcement", "notice", "guideline", "report")
JOBS = 2


def workspace(folder: Path, offices: int) -> Path:
    """Lay out a workspace of so many offices."""
    for part in ("content", "templates", "fonts"):
        shutil.copytree(ROOT / part, folder / part)
    pattern = (folder / "content/offices/bang-rak.yaml").read_text(encoding="utf-8")
    for number in range(offices - len(list((folder / "content/offices").glob("*.yaml")))):
        text = pattern.replace("id: bang-rak", f"id: copy-{number}")
        text = text.replace("เขตบางรัก", f"เขตบางรัก {number}").replace("Bang Rak", f"Bang Rak {number}")
        (folder / f"content/offices/copy-{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def run(root: Path, *words: str) -> tuple[float, int]:
    """Time a build of all offices from nothing, in seconds, and the peak memory of its largest process, in MB."""
    shutil.rmtree(root / "build", ignore_errors=True)
    return go_on(root, *words)


def go_on(root: Path, *words: str) -> tuple[float, int]:
    """Time a build of all offices from what is there."""
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PEAK, "build", *words, "--all-offices"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, int(done.stderr.split()[-1]) // 1024


def plain(root: Path) -> float:
    """Time LibreOffice alone on the papers of a build, in seconds: shared out among processes, a call each."""
    papers = sorted((root / "build").rglob("*.docx"))
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "FONTCONFIG_FILE": str(root / "fonts/fonts.conf")}
    with tempfile.TemporaryDirectory() as place:
        calls = []
        for number in range(JOBS):
            home = Path(place) / str(number)
            (home / "papers").mkdir(parents=True)
            files = [home / "papers" / f"{at}.docx" for at in range(len(papers[number::JOBS]))]
            for paper, file in zip(papers[number::JOBS], files, strict=True):
                shutil.copy(paper, file)
            profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
            command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(home), *map(str, files)]
            calls.append((command, home))
        start = time.perf_counter()
        quiet = subprocess.DEVNULL
        started = [subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) for command, _ in calls]
        for process in started:
            process.wait()
        seconds = time.perf_counter() - start
        drawn = sum(len(list(home.glob("*.pdf"))) for _, home in calls)
    if drawn != len(papers):
        sys.exit(f"LibreOffice drew {drawn} of {len(papers)} papers")
    return seconds


def drawing(folder: Path) -> None:
    """Compare the PDFs of some offices, their papers being there, with LibreOffice alone on the same papers."""
    root = workspace(folder, 0)
    noted = {path.stem for path in (root / "content/2568/offices").glob("*.yaml")}  # what is theirs in the year stays
    for path in [path for path in sorted((root / "content/offices").glob("*.yaml")) if path.stem not in noted][DRAWN:]:
        path.unlink()
    run(root, *KINDS, "--jobs", str(JOBS))
    papers, first = len(list((root / "build").rglob("*.docx"))), plain(root)
    own, _ = go_on(root, *KINDS, "--jobs", str(JOBS), "--pdf")
    floor = (first + plain(root)) / 2  # before and after, so that a slow moment is shared
    print(f"PDFs of {papers} papers, {JOBS} processes: {own / floor:.2f}x LibreOffice alone, {own / papers:.2f} s each")


def main() -> None:
    """Measure, and print ratios; seconds are of this machine."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        fifty = workspace(Path(folder) / "fifty", 50)
        one, _ = run(fifty, "--jobs", "1")
        two, _ = run(fifty, "--jobs", "2")
        _, memory_few = run(fifty, "order-committee", "--jobs", "2")
        fleet = workspace(Path(folder) / "many", many)
        order_many, memory_many = run(fleet, "order-committee", "--jobs", "2")
    print(f"50 offices, all papers: {two:.1f} s with two processes, {one / two:.2f}x as fast as with one")
    print(f"{many} offices, one order each: {order_many:.1f} s, {many / order_many:.0f} offices a second")
    print(f"memory of the largest process: {memory_many / memory_few:.2f}x of that with 50 offices")
    if shutil.which("soffice"):
        with tempfile.TemporaryDirectory() as folder:
            drawing(Path(folder) / "drawn")


if __name__ == "__main__":
    main()
