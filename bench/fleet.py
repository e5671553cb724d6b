"""How many offices a machine makes papers for: one process against two, few offices against many, time and memory.

Fifty offices with all papers, then many (500, or the first argument) with one order each; offices beyond the fifty are
copies with another id, in a folder that is thrown away.
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


def workspace(folder: Path, offices: int) -> Path:
    """Lay out a workspace of so many offices."""
    for part in ("content", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    pattern = (folder / "content/offices/bang-rak.yaml").read_text(encoding="utf-8")
    for number in range(offices - len(list((folder / "content/offices").glob("*.yaml")))):
        text = pattern.replace("id: bang-rak", f"id: copy-{number}")
        (folder / f"content/offices/copy-{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def run(root: Path, *words: str) -> tuple[float, int]:
    """Time a build of all offices from nothing, in seconds, and the peak memory of its largest process, in MB."""
    shutil.rmtree(root / "build", ignore_errors=True)
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PEAK, "build", *words, "--all-offices"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, int(done.stderr.split()[-1]) // 1024


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


if __name__ == "__main__":
    main()
