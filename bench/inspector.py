"""How long the inspector takes on a paper of about fifty pages: `python bench/inspector.py [FILE.docx]`.

Time and memory of the whole command, start of Python included, beside the same Python opening the file with
python-docx alone, in the same run. Seconds are of this machine; what carries over is the ratio.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ita_docs.house_style.package import docx
from ita_docs.house_style.wordml import THAI, Cell, Section, row, table

ROUNDS = 7
PAGES = 50
PARAGRAPH = (
    "ด้วยสำนักงานเขตจะดำเนินการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ "
    "ตั้งแต่วันที่ ๑ มกราคม ๒๕๖๘ ถึงวันที่ ๓๐ เมษายน ๒๕๖๘ จึงให้ทุกฝ่ายรายงานผลภายในวันที่ ๕ ของเดือน เวลา ๑๖.๓๐ น. "
    "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐"
)
OPEN_ONLY = "import sys, docx; [p.text for p in docx.Document(sys.argv[1]).paragraphs]"


def fifty_pages() -> bytes:
    """Write a paper of about fifty pages: eight paragraphs of four lines and a small table on each."""
    page = [THAI.p("Body", f"ข้อ {PARAGRAPH}") for _ in range(8)]
    rows = [[Cell(THAI.p("Cell", f"รายการ {number}")) for number in range(4)] for _ in range(4)]
    page.append(table([4.0] * 4, *(row([4.0] * 4, cells, header=not at) for at, cells in enumerate(rows))))
    return docx("".join(page * PAGES), Section(), THAI, "ห้าสิบหน้า")


def seconds(command: list[str]) -> float:
    """Time a command to its end."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Measure, and print what came out."""
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "fifty.docx"
        if len(sys.argv) == 1:
            paper.write_bytes(fifty_pages())
        check = [sys.executable, "-m", "ita_docs", "check", str(paper)]
        alone = [sys.executable, "-c", OPEN_ONLY, str(paper)]
        pairs = [(seconds(check), seconds(alone)) for _ in range(ROUNDS)]
    taken, opening = (statistics.median(column) for column in zip(*pairs, strict=True))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"check: {taken:.2f} s, {taken / opening:.2f}x of opening it with python-docx alone; peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
