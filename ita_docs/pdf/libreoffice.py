"""One LibreOffice that serves many papers: the only place that starts it.

It runs the macros paper.bas and lines.bas in a profile of its own and takes papers from a queue folder: 0.docx in,
0.pdf or 0.no out, one load each. What hangs or dies is replaced, and the paper tried once more.
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
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from ita_docs.thai.text import has_thai
from ita_docs.thai.words import line_ends

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
PARAGRAPH = re.compile(r"</?w:p(?:\s[^>]*)?>")
TEXT = re.compile(r"<w:(?:t(?:\s[^>]*)?>([^<]*)|(tab|br|cr|noBreakHyphen)(?=/>|\s[^>]*/>))")
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "": ""}
THAI_PAGE = re.compile(rb"\s*PAGEREF\s+([^\s\\]+).*ThaiArabic", re.IGNORECASE | re.DOTALL)


class ForLibreOffice(NamedTuple):
    """A paper as LibreOffice is to read it, the bookmarks whose pages are told in Thai digits, where lines may end."""

    docx: bytes
    thai_pages: str
    words: str


def for_libreoffice(docx: bytes) -> ForLibreOffice:
    """Make the copy of a paper that LibreOffice reads, and what it must be told beside it.

    LibreOffice leaves thaiDistribute ragged and freezes what stands in a table of contents as typed.
    """
    copy, names, paragraphs = BytesIO(), set[bytes](), list[str]()
    with zipfile.ZipFile(BytesIO(docx)) as paper, zipfile.ZipFile(copy, "w") as mended:
        for name in paper.namelist():
            part = paper.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                names.update(_thai_pages(part))
                paragraphs += _paragraphs(part)
                part = CONTENTS.sub(rb"\1HELD", JUSTIFIED.sub(rb'\1both"', part))
            mended.writestr(name, part)
    thai_pages = " ".join(["", *sorted(name.decode("utf-8", "replace") for name in names), ""])
    return ForLibreOffice(copy.getvalue(), thai_pages, _told(paragraphs))


def _paragraphs(part: bytes) -> Iterator[str]:
    """Give the paragraphs that hold Thai, as LibreOffice knows them; of one with a field also what its last tab ends.

    >>> list(_paragraphs('<w:p><w:r><w:t>ก &amp;</w:t></w:r><w:r><w:tab/><w:t> ข</w:t></w:r></w:p>'.encode()))
    ['ก &\\t ข']
    """
    for paragraph in PARAGRAPH.split(part.decode("utf-8", "replace")):
        pieces = (text or BREAKS[mark] for text, mark in TEXT.findall(paragraph))
        said = unescape("".join(pieces))
        if has_thai(said):
            yield said
            if "<w:fld" in paragraph and "\t" in said:
                yield said.rpartition("\t")[0]


def _told(paragraphs: Iterable[str]) -> str:
    """Write where the lines of paragraphs may end as lines.bas reads it: two lines for each."""
    told = ((paragraph.replace("\n", "\v"), line_ends(paragraph)) for paragraph in dict.fromkeys(paragraphs))
    return "".join(f"{paragraph}\n{grades}\n" for paragraph, grades in told)


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
        if self.process is None:
            self._start()  # it needs a second, in which the paper can be made ready
        try:
            copy = for_libreoffice(docx)
        except NOT_A_PAPER:
            return False
        self._file(self.taken, "thai").write_text(copy.thai_pages, "utf-8")
        self._file(self.taken, "words").write_text(copy.words, "utf-8")
        self._file(self.taken, "half").write_bytes(copy.docx)
        self._file(self.taken, "half").rename(self._file(self.taken, "docx"))
        self.waiting.append(_Waiting(name, self.taken))
        self.taken += 1
        if len(self.waiting) == 1:
            self.since = time.monotonic()
        return True

    def answer(self) -> tuple[str, bytes | str] | None:
        """Give the PDF of the paper that waits longest, or the reason why there is none, once it is known."""
        if not self.waiting:
            return None
        paper, trouble = self.waiting[0], self._trouble()  # in this order: the dying may answer yet
        result = self._result(paper.number)
        if result == UNREADABLE and paper.tries == 1:
            # A good paper was seen to be refused so, just after a restart.
            self._file(paper.number, "no").unlink()
            paper.tries += 1
            self._start()
            return None
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


MACROS = {"Paper": "paper.bas", "Lines": "lines.bas"}
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
    basic = 'script:language="StarBasic" xmlns:script="http://openoffice.org/2000/script"'
    library = 'xmlns:library="http://openoffice.org/2000/library"'
    standard = f'{library} library:name="Standard" library:readonly="false" library:passwordprotected="false"'
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for (path, name), value in SETTINGS.items()
    )
    files = {
        "registrymodifications.xcu": f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
    }
    for module, source in MACROS.items():
        macro = escape(resources.files("ita_docs.pdf").joinpath(source).read_text("utf-8"))
        files[f"basic/Standard/{module}.xba"] = f'<script:module script:name="{module}" {basic}>{macro}</script:module>'
    entry = '<library:library library:name="Standard" library:link="false"/>'
    modules = "".join(f'<library:element library:name="{module}"/>' for module in MACROS)
    for kind, part in {"script": modules, "dialog": ""}.items():
        files[f"basic/{kind}.xlc"] = f"<library:libraries {library}>{entry}</library:libraries>"
        files[f"basic/Standard/{kind}.xlb"] = f"<library:library {standard}>{part}</library:library>"
    (profile / "user/basic/Standard").mkdir(parents=True)
    for name, text in files.items():
        (profile / "user" / name).write_text(XML + text, "utf-8")
