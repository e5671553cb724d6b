"""One LibreOffice that serves many papers: the only place that starts it.

It runs the macro paper.bas in a profile of its own and takes papers from a queue folder: 0.docx in, 0.pdf or
0.no out, one load each. What hangs or dies is replaced, and the paper tried once more.
"""

from __future__ import annotations

import lzma
import os
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

LIFE = 300  # papers that one process serves before a fresh one takes over: it grows with each
TRIES = 2
SWITCHES = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")

UNREADABLE = "อ่านไฟล์ไม่ได้"
ENDED = "ปิดตัวเอง"
LATE = "ไม่ตอบภายใน {:g} วินาที"
REFUSALS = {"read": UNREADABLE, "refer": "อ้างถึงเลขหน้าที่ไม่มีในเอกสาร", "save": "บันทึกไม่ได้"}
# All that reading a spoilt or locked archive can come to.
DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error)
NOT_A_PAPER = (*DAMAGE, OSError, EOFError, ValueError, RuntimeError)


# ---- the paper as LibreOffice is to read it

JUSTIFIED = re.compile(rb'(<w:jc\s+w:val=")thaiDistribute"')
CONTENTS = re.compile(rb"(<w:instrText[^>]*>\s*)TOC\b")
FIELD = re.compile(rb'w:fldCharType="begin".*?w:fldCharType="(?:separate|end)"', re.DOTALL)
CODE = re.compile(rb"<w:instrText[^>]*>([^<]*)")
SIMPLE_CODE = re.compile(rb'<w:fldSimple\b[^>]*\bw:instr="([^"]*)"')
THAI_PAGE = re.compile(rb"\s*PAGEREF\s+([^\s\\]+).*ThaiArabic", re.IGNORECASE | re.DOTALL)


def for_libreoffice(docx: bytes) -> tuple[bytes, str]:
    """Give the paper as LibreOffice is to read it, and the bookmarks whose pages are told in Thai digits.

    LibreOffice leaves thaiDistribute ragged and freezes what stands in a table of contents as typed.
    """
    copy, names = BytesIO(), set[bytes]()
    with zipfile.ZipFile(BytesIO(docx)) as paper, zipfile.ZipFile(copy, "w") as mended:
        for name in paper.namelist():
            part = paper.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                names.update(_thai_pages(part))
                part = CONTENTS.sub(rb"\1HELD", JUSTIFIED.sub(rb'\1both"', part))
            mended.writestr(name, part)
    return copy.getvalue(), " ".join(["", *sorted(name.decode("utf-8", "replace") for name in names), ""])


def _thai_pages(part: bytes) -> Iterator[bytes]:
    """Name the bookmarks of the fields PAGEREF … \\* ThaiArabic, though Word splits a field's code at will.

    >>> list(_thai_pages(b'<w:fldSimple w:instr="PAGEREF _Toc1 \\\\* ThaiArabic">'))
    [b'_Toc1']
    >>> list(_thai_pages(b'<w:fldSimple w:instr="PAGEREF _Toc2">'))
    []
    """
    codes = [b"".join(CODE.findall(field)) for field in FIELD.findall(part)]
    for code in [*codes, *SIMPLE_CODE.findall(part)]:
        if found := THAI_PAGE.match(code):
            yield found[1].replace(b"&quot;", b"").strip(b'"')


@dataclass
class _Waiting:
    name: str
    number: int
    tries: int = 0


class LibreOffice:
    """One LibreOffice with a queue of papers; it answers in their order."""

    def __init__(self, program: Path, fonts: Path, timeout: float) -> None:
        self.program, self.fonts, self.timeout = program, fonts.resolve(), timeout
        self.home = Path(tempfile.mkdtemp(prefix="ita-docs-pdf-"))
        self.queue = self.home / "queue"
        self.queue.mkdir()
        self.waiting: deque[_Waiting] = deque()
        self.process: subprocess.Popen[bytes] | None = None
        self.taken = self.first = 0
        self.since = 0.0

    def take(self, name: str, docx: bytes) -> bool:
        """Put a paper into the queue, or say no to what is no Word file at all."""
        try:
            mended, thai_pages = for_libreoffice(docx)
        except NOT_A_PAPER:
            return False
        self._file(self.taken, "thai").write_text(thai_pages, "utf-8")
        self._file(self.taken, "half").write_bytes(mended)
        self._file(self.taken, "half").rename(self._file(self.taken, "docx"))
        self.waiting.append(_Waiting(name, self.taken))
        self.taken += 1
        if len(self.waiting) == 1:
            self.since = time.monotonic()
        if self.process is None:
            self._start()
        return True

    def answer(self) -> tuple[str, bytes | str] | None:
        """Give the PDF of the paper that waits longest, or the reason why there is none, once it is known."""
        if not self.waiting:
            return None
        paper, trouble = self.waiting[0], self._trouble()  # in this order: the dying may answer yet
        result = self._result(paper.number)
        if result is None:
            if not trouble:
                return None
            paper.tries += 1
            if paper.tries < TRIES:
                self._start()
                return None
            result = trouble
            self._kill()
        self.waiting.popleft()
        for left in self.queue.glob(f"{paper.number}.*"):
            left.unlink()
        if paper.number - self.first + 1 >= LIFE:
            self._kill()
        if self.waiting and self.process is None:
            self._start()
        self.since = time.monotonic()
        return paper.name, result

    def close(self) -> None:
        """End LibreOffice, kindly when it has nothing in hand, and leave nothing behind."""
        if self.process and not self.waiting:
            (self.queue / "closed").touch()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
        self._kill()
        shutil.rmtree(self.home, ignore_errors=True)

    def _file(self, number: int, kind: str) -> Path:
        return self.queue / f"{number}.{kind}"

    def _result(self, number: int) -> bytes | str | None:
        if (pdf := self._file(number, "pdf")).exists():
            return pdf.read_bytes()
        if (refusal := self._file(number, "no")).exists():
            return REFUSALS[refusal.read_text("utf-8").strip()]
        return None

    def _trouble(self) -> str:
        if self.process is None or self.process.poll() is not None:
            return ENDED
        late = time.monotonic() - self.since > self.timeout
        return LATE.format(self.timeout) if late else ""

    def _start(self) -> None:
        """Serve the papers that have no answer, in a fresh profile: a crash may have spoilt the old one."""
        self._kill()
        profile = self.home / "profile"
        shutil.rmtree(profile, ignore_errors=True)
        _write_profile(profile)
        unanswered = (paper.number for paper in self.waiting if self._result(paper.number) is None)
        self.first = next(unanswered, self.taken)
        surroundings = {
            "LC_ALL": "C.UTF-8",
            "FONTCONFIG_FILE": str(self.fonts / "fonts.conf"),
            "XDG_CACHE_HOME": str(self.home),
            "TMPDIR": str(self.home),
            "ITA_DOCS_QUEUE": str(self.queue),
            "ITA_DOCS_FIRST": str(self.first),
        }
        private = f"-env:UserInstallation={profile.as_uri()}"
        self.process = subprocess.Popen(
            [self.program, private, *SWITCHES, "macro:///Standard.Paper.Main"],
            env={**os.environ, **surroundings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.since = time.monotonic()

    def _kill(self) -> None:
        if self.process:
            with suppress(OSError):  # the program, its starter and its worker are one session
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SETTINGS = {
    ("Setup/Office", "ooSetupInstCompleted"): "true",  # or the first start writes over the profile
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",  # fetches nothing
    ("Office.Common/Misc", "FirstRun"): "false",
    ("Office.Recovery/AutoSave", "Enabled"): "false",
    ("Office.Recovery/RecoveryInfo", "Enabled"): "false",
}


def _write_profile(profile: Path) -> None:
    """Lay out a profile of LibreOffice that holds our settings and the macro."""
    macro = escape(resources.files("ita_docs").joinpath("paper.bas").read_text("utf-8"))
    paper = 'script:name="Paper" script:language="StarBasic" xmlns:script="http://openoffice.org/2000/script"'
    library = 'xmlns:library="http://openoffice.org/2000/library"'
    standard = f'{library} library:name="Standard" library:readonly="false" library:passwordprotected="false"'
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for (path, name), value in SETTINGS.items()
    )
    files = {
        "registrymodifications.xcu": f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        "basic/Standard/Paper.xba": f"<script:module {paper}>{macro}</script:module>",
    }
    entry = '<library:library library:name="Standard" library:link="false"/>'
    for kind, part in {"script": '<library:element library:name="Paper"/>', "dialog": ""}.items():
        files[f"basic/{kind}.xlc"] = f"<library:libraries {library}>{entry}</library:libraries>"
        files[f"basic/Standard/{kind}.xlb"] = f"<library:library {standard}>{part}</library:library>"
    (profile / "user/basic/Standard").mkdir(parents=True)
    for name, text in files.items():
        (profile / "user" / name).write_text(XML + text, "utf-8")
