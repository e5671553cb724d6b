"""How fast a template of 40 rows is filled, beside other engines: `python bench/engines.py [--rounds N] [--papers N]`.

Every engine runs in a process of its own, on the same data, and makes as many papers in its turn as the others; the
turns go round, so that a slow moment of the machine is shared. What is printed are ratios of medians.
docx-mailmerge2 is read from the folder `bench/peers`, the engines of node from `bench/node_modules`; one that is not
there is left out and named.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent
PEERS = HERE / "peers"
ORDER = "order-committee"
WARMING = 5  # papers before each turn is timed: the machine did something else meanwhile
SCRIPT = """import json, sys
from docxtpl import DocxTemplate
paper = DocxTemplate(sys.argv[1])
paper.render(json.load(open(sys.argv[2], encoding="utf-8")))
paper.save(sys.argv[3])
"""


# ---- the engines of Python; each gives what makes one paper


def ours(path: Path, data: dict[str, object]) -> Callable[[], bytes]:
    from ita_docs.template import Template

    template = Template(path)
    return lambda: template.render(data)


def floor(path: Path, data: dict[str, object]) -> Callable[[], bytes]:
    """What no filling with Jinja can go below: our own compiled Jinja, deflated and written, and nothing looked at."""
    from ita_docs import package
    from ita_docs.template import Template
    from ita_docs.template.template import HEAD

    parts = [(part.typed.part, part.template) for part in Template(path)._compiled[0]]
    members = package.read(path.read_bytes())

    def make() -> bytes:
        filled = {name: package.Member.pack(HEAD + part.render(data).encode()) for name, part in parts}
        return package.write({**members, **filled})

    return make


def docxtpl(path: Path, data: dict[str, object]) -> Callable[[], bytes]:
    from docxtpl import DocxTemplate

    def make() -> bytes:
        paper = DocxTemplate(path)
        paper.render(data, autoescape=True)  # without it the & of the data would be lost
        paper.save(written := io.BytesIO())
        return written.getvalue()

    return make


def mailmerge(path: Path, data: dict[str, object]) -> Callable[[], bytes]:
    from mailmerge import MailMerge

    fields = {name: value for name, value in data.items() if isinstance(value, str)}

    def make() -> bytes:
        with MailMerge(str(path)) as paper:
            paper.merge_rows("number", data["rows"])
            paper.merge(**fields)
            paper.write(written := io.BytesIO())
        return written.getvalue()

    return make


PYTHON = {"ita_docs": ours, "the floor": floor, "docxtpl": docxtpl, "docx-mailmerge2": mailmerge}
NODE = {"docxtemplater": "mustache", "easy-template-x": "mustache", "carbone": "carbone"}
DIALECTS = {**dict.fromkeys(PYTHON, "jinja"), "docx-mailmerge2": "mergefield", **NODE}


def work(name: str, path: Path, data_file: Path, out: Path) -> None:
    """Be one engine: read a number of papers from each line, tell the seconds they took and the memory ever held."""
    make = PYTHON[name](path, json.loads(data_file.read_text(encoding="utf-8")))
    out.write_bytes(make())
    print("ready", flush=True)
    for line in sys.stdin:
        for _ in range(WARMING):
            make()
        start = time.perf_counter()
        for _ in range(int(line)):
            make()
        seconds = time.perf_counter() - start
        print(seconds, most_held(), flush=True)


def most_held() -> int:
    """Give the most memory that this process ever held, in kB; where Linux tells, without what its parent held."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    own = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return own[0] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


# ---- the run


class Engine(NamedTuple):
    """An engine at work in its process."""

    name: str
    process: subprocess.Popen[str]
    seconds: list[float]
    kilobytes: list[int]

    def turn(self, papers: int) -> None:
        """Let it make some papers."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(papers, file=self.process.stdin, flush=True)
        seconds, kilobytes = self.process.stdout.readline().split()
        self.seconds.append(float(seconds))
        self.kilobytes.append(int(kilobytes))


def start(name: str, folder: Path) -> Engine | None:
    """Start an engine, or say that it is not here."""
    template, data, out = folder / f"{DIALECTS[name]}.docx", folder / "data.json", folder / f"{name}.out.docx"
    if name in NODE:
        command = ["node", str(HERE / "engines.js"), name]
        here = shutil.which("node") is not None and (HERE / "node_modules" / name).is_dir()
    else:
        command = [sys.executable, __file__, "--engine", name]
        here = name != "docx-mailmerge2" or (PEERS / "mailmerge").is_dir()
    if not here:
        print(f"{name}: not here, see bench/README.md")
        return None
    path = os.pathsep.join([str(ROOT), *([str(PEERS)] if name == "docx-mailmerge2" else [])])
    process = subprocess.Popen(
        [*command, str(template), str(data), str(out)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdout is not None
    if process.stdout.readline() != "ready\n":
        sys.exit(f"{name}: made no paper")
    prove(name, out)
    return Engine(name, process, [], [])


def prove(name: str, paper: Path) -> None:
    """Stop where an engine did not print the whole of the data."""
    from forty_rows import FIELDS, ROWS

    with zipfile.ZipFile(paper) as archive:
        text = archive.read("word/document.xml").decode()
    printed = sum(text.count(f"ของช่องที่ {at} ") for at in range(1, len(FIELDS) + 1))
    if printed != len(FIELDS) or text.count("&amp; รายงาน") != ROWS or text.count("&lt;สำนักงานเขต&gt;") != ROWS:
        sys.exit(f"{name}: its paper is not the same")


def filling(rounds: int, papers: int) -> None:
    """Compare how long filling takes, and the most memory a process held."""
    from forty_rows import DATA, template

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for dialect in set(DIALECTS.values()):
            (folder / f"{dialect}.docx").write_bytes(template(dialect))
        (folder / "data.json").write_text(json.dumps(DATA), encoding="utf-8")
        engines = [engine for name in DIALECTS if (engine := start(name, folder))]
        for turn in range(rounds + 1):
            for engine in engines[turn % len(engines) :] + engines[: turn % len(engines)]:
                engine.turn(papers)
        for engine in engines:
            engine.process.communicate()
    ms = {engine.name: statistics.median(engine.seconds[1:]) / papers * 1000 for engine in engines}  # the first warms
    most = {engine.name: max(engine.kilobytes) for engine in engines}
    print(f"\n{'engine':18}{'time of docxtpl':>16}{'of ita_docs':>12}{'memory of docxtpl':>19}")
    for name, taken in sorted(ms.items(), key=lambda item: item[1]):
        row = (taken / ms["docxtpl"], taken / ms["ita_docs"], most[name] / most["docxtpl"])
        print(f"{name:18}{row[0]:15.3f}x{row[1]:11.2f}x{row[2]:18.2f}x")
    others = {name: taken for name, taken in ms.items() if name not in ("ita_docs", "the floor", "docxtpl")}
    print(f"\nita_docs is {ms['docxtpl'] / ms['ita_docs']:.1f}x as fast as docxtpl")
    if others:
        fastest = min(others, key=lambda name: others[name])
        print(f"ita_docs is {others[fastest] / ms['ita_docs']:.1f}x as fast as the fastest other, {fastest}")
    # The two take their turns one after the other, so that each pair shares its moment.
    by_name = {engine.name: engine.seconds[1:] for engine in engines}
    pairs = zip(by_name["ita_docs"], by_name["the floor"], strict=True)
    print(f"ita_docs takes {statistics.median(own / least for own, least in pairs):.2f}x the floor")


def cold_start(rounds: int) -> None:
    """Compare `ita-docs build` of one order with a bare docxtpl script on the order's own template and view."""
    from ita_docs.build import select
    from ita_docs.documents import KINDS, Desk
    from ita_docs.workspace import Workspace

    workspace = Workspace.find(ROOT)
    setting, documents = workspace.open(*workspace.choose(None, None))
    (order,) = select(documents, [ORDER])
    view = KINDS[order.kind].view(order, Desk(setting, documents))
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "view.json"
        data.write_text(json.dumps(view, default=str), encoding="utf-8")
        bare = [sys.executable, "-c", SCRIPT, str(workspace.template(order.template)), str(data), f"{place}/bare.docx"]
        build = [sys.executable, "-m", "ita_docs", "build", ORDER, "--out", place]
        for said, words in {"": ["--force"], ", where nothing has changed,": []}.items():
            pairs = [(_seconds([*build, *words]), _seconds(bare)) for _ in range(rounds + 1)][1:]
            own, script = (statistics.median(column) for column in zip(*pairs, strict=True))
            print(f"`ita-docs build {ORDER}`{said} takes {own / script:.2f}x a bare docxtpl script")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def main() -> None:
    """Measure, and print what came out."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--papers", type=int, default=60)
    asked.add_argument("--engine", nargs=4, help=argparse.SUPPRESS)
    wanted = asked.parse_args()
    if wanted.engine:
        name, *paths = wanted.engine
        work(name, *map(Path, paths))
        return
    filling(wanted.rounds, wanted.papers)
    cold_start(wanted.rounds)


if __name__ == "__main__":
    main()
