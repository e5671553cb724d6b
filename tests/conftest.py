"""What the tests share: the repository as a workspace, its papers made once in memory, the good cases, the goldens."""

from __future__ import annotations

import difflib
import os
import shutil
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_docs import build, fonts, paper, pdf, sheets
from ita_docs.documents import KINDS, Desk, Document, View
from ita_docs.office import Holder
from ita_docs.office_year import PaperFacts
from ita_docs.paper import Paper
from ita_docs.risks import Assessment, Score
from ita_docs.setting import Late, Setting
from ita_docs.workspace import Workspace

ROOT = Path(__file__).parent.parent
OFFICE, YEAR = "samphanthawong", "2568"
NOTICES = ("notice-registration", "notice-revenue", "notice-fines", "notice-procurement", "notice-other")
FIRST = (
    "order-committee",
    "order-working-group",
    "anti-bribery",
    "memo-submission",
    *NOTICES,
    "o21-assets",
    "o22-measures",
)
FIRST_FILES = [f"{name}.yaml" for name in FIRST]
WORD_KINDS = sorted(name for name, kind in KINDS.items() if kind.media[0] == "docx")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the text goldens anew, and drop the orphans")


# ---- the papers of the repository


@pytest.fixture(autouse=True)
def tools(request: pytest.FixtureRequest) -> None:
    """A person may do without LibreOffice; the machine that vouches for the project may not."""
    if not request.node.get_closest_marker("pdf"):
        return
    if not (pdf.find_office() and shutil.which("pdftotext") and fonts.ready(ROOT / "fonts")):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("needs LibreOffice, pdftotext and the fonts")


def needs_fonts() -> None:
    """Leave a test out where the fonts are not fetched; the machine that vouches for the project has them."""
    if not fonts.ready(ROOT / "fonts"):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("needs the fonts: make fonts")


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace(ROOT)


@pytest.fixture(scope="session")
def setting(workspace: Workspace) -> Setting:
    return workspace.setting(OFFICE, YEAR)


@pytest.fixture(scope="session")
def documents(workspace: Workspace, setting: Setting) -> Mapping[str, Document]:
    return workspace.documents(setting)


def samples(documents: Mapping[str, Document]) -> list[Document]:
    """The documents that are alone, and the first of every series."""
    first: dict[tuple[str, str], Document] = {}
    for document in documents.values():
        first.setdefault((document.content.id, document.language), document)
    return list(first.values())


@pytest.fixture(scope="session")
def year_made(workspace: Workspace, setting: Setting, documents: Mapping[str, Document]) -> dict[str, build.Made]:
    """Every file of the year, by its name."""
    return {one.name: one for one in build.make(build.Press(workspace), setting, documents, documents.values())}


@pytest.fixture(scope="session")
def made(workspace: Workspace, setting: Setting, documents: Mapping[str, Document]) -> dict[str, bytes]:
    """The Word files of the year by their names, of each series the first."""
    chosen = [document for document in samples(documents) if document.medium == "docx"]
    return {one.name: one.data for one in build.make(build.Press(workspace), setting, documents, chosen)}


@pytest.fixture(scope="session")
def papers(made: dict[str, bytes]) -> dict[str, Paper]:
    """What stands on those papers."""
    return {name: paper.read(docx, name) for name, docx in made.items()}


@pytest.fixture
def workspace_copy(tmp_path: Path) -> Workspace:
    """A workspace of one's own to spoil: the content of the first papers, the templates, files of fonts."""
    root = tmp_path / "workspace"
    shutil.copytree(ROOT / "content", root / "content", ignore=_all_but_the_first_papers)
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / "fonts").mkdir()
    for pattern in ("*.conf", "*.txt"):
        for path in (ROOT / "fonts").glob(pattern):
            shutil.copy(path, root / "fonts")
    return Workspace(root)


def _all_but_the_first_papers(folder: str, names: list[str]) -> list[str]:
    """What a test that builds everything can do without: two hundred papers take it ten times as long as twelve."""
    kinds = {kind.folder for kind in KINDS.values()}
    return [name for name in names if Path(folder).name in kinds and name not in FIRST_FILES]


# ---- goldens: the text outline of a paper, read by people


Golden = Callable[[Path, str], None]


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with its golden file, or write that file where --update-golden is given."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        name = path.relative_to(ROOT)
        assert path.is_file(), f"{name} is missing; write it with --update-golden and read it"
        due = path.read_text(encoding="utf-8")
        if text != due:
            lines = difflib.unified_diff(
                due.splitlines(), text.splitlines(), f"{name}", "as it is now", lineterm="", n=1
            )
            pytest.fail("\n".join([*lines, "", "if this is meant: --update-golden"]), pytrace=False)

    return compare


Orphans = Callable[[Path, set[Path]], list[Path]]


@pytest.fixture(scope="session")
def orphans(request: pytest.FixtureRequest) -> Orphans:
    """List the goldens in a folder that no test compares; --update-golden drops them."""

    def find(folder: Path, wanted: set[Path]) -> list[Path]:
        found = [path for path in sorted(folder.rglob("*.txt")) if path not in wanted]
        if request.config.getoption("--update-golden"):
            for path in found:
                path.unlink()
            return []
        return found

    return find


# ---- the good cases: small content files, in an office that knows nothing and in one that knows everything


GOOD = Path(__file__).parent / "cases" / "good"
SIZES = ("minimal", "full")
SLUGS = ("property-misuse", "public-information", "anti-bribery-policy", "integrity-measures")

# What the office has written down of the full papers; of the minimal ones it has written nothing.
FACTS: dict[str, dict[str, str]] = {
    "order-minimal": {"number": "3", "signed": "2024-10"},
    "order-full": {
        "number": "12",
        "signed": "2024-12-25",
        "signer": "assistant-director",
        "capacity": "acting-for",
        "acting_post": "director",
    },
    "memo-full": {"number": "กท 5101/34", "signed": "2025-01-06"},
    "letter-full": {"number": "กท 5101/35", "signed": "2025-01-07"},
    "announcement-full": {"signed": "2025-01-10"},
    "guideline-full": {"signed": "2025-02", "signer": "assistant-director", "capacity": "by-delegation"},
    "report-full": {
        "prepared_by": "head-administrative",
        "checked_by": "assistant-director",
        "approved_by": "director",
    },
}
# Nobody of these names works anywhere; the addresses lie in a domain that is kept for examples.
PEOPLE = {"director": (None, "นายสมมุติ ตัวอย่าง"), "assistant-director": ("ว่าที่ร้อยตรี", "ทดสอบ ตัวอย่าง")}
SCORE = {
    "likelihood": "4",
    "impact": "5",
    "due": "2025-03-31",
    "status": "doing",
    "outcome": "ดำเนินการแล้วบางส่วน",
    "likelihood_after": "2",
    "impact_after": "3",
    "evidence": "ภาพถ่ายตัวอย่าง",
    "obstacle": "รอเครื่องมือ",
}
CHANNELS = {
    "telephone": "0 2000 0000",
    "website": "https://www.example.com/office9",
    "email": "office9@example.com",
    "address": "เลขที่ 9 ถนนตัวอย่าง",
    "complaint_url": "https://www.example.com/complaint?id=1",
    "manual_url": "https://www.example.com/manual",
}


def knowing(setting: Setting) -> Setting:
    """Give the office everything that it may leave open."""
    office, own = setting.office, setting.own
    holders = {post: Holder(rank=rank, name=name) for post, (rank, name) in PEOPLE.items()}
    holders |= {f"head-{office.sections[0].id}": Holder(rank="พันจ่าอากาศเอก", name="สมมุติ ทดลอง")}
    channels = office.channels.model_copy(update=CHANNELS)
    scores = {"iit": Decimal("88.43"), "eit": Decimal("80.53"), "oit": Decimal("94.38")}
    updates = {
        "papers": {**own.papers, **{name: PaperFacts.model_validate(facts) for name, facts in FACTS.items()}},
        "last_result": own.last_result.model_copy(update=scores),
        "assets": own.assets.model_copy(update={"durable_inside": "หัวหน้าฝ่ายปกครอง"}),
    }
    return replace(
        setting,
        office=office.model_copy(update={"holders": holders, "channels": channels}),
        own=own.model_copy(update=updates),
        late_risks=Late.known(replace(setting.risks, units=tuple(map(scored, setting.risks.units)))),
    )


def scored(unit: Assessment) -> Assessment:
    """Score the first risk of a unit, before its measure and after it."""
    first, *others = unit.risks
    return replace(unit, risks=(replace(first, score=Score.model_validate(SCORE)), *others))


def small_year(setting: Setting) -> Setting:
    """Leave four items of the year, and four risks of two units, so that the goldens of the reports can be read."""

    def kept(items: dict[str, str]) -> dict[str, str]:
        return {slug: code for slug, code in items.items() if slug in SLUGS}

    indicators = []
    for indicator in setting.year.indicators:
        parts = tuple(part.model_copy(update={"items": kept(part.items)}) for part in indicator.parts)
        parts = tuple(part for part in parts if part.items)
        if parts or kept(indicator.items):
            indicators.append(indicator.model_copy(update={"items": kept(indicator.items), "parts": parts}))
    year = setting.year.model_copy(update={"indicators": tuple(indicators)})
    risks = replace(
        setting.risks, units=tuple(replace(unit, risks=unit.risks[:2]) for unit in setting.risks.units[-2:])
    )
    items = {slug: setting.items[slug] for slug in SLUGS}
    return replace(setting, year=year, late_items=Late.known(items), late_risks=Late.known(risks))


# How the file of each medium is read back.
OUTLINES: dict[str, Callable[[bytes, str], str]] = {
    "docx": lambda data, name: paper.read(data, name).outline(),
    "xlsx": lambda data, _: sheets.outline(data),
    "txt": lambda data, _: data.decode().replace("\r\n", "\n"),
    "svg": lambda data, _: data.decode(),
}


@dataclass(frozen=True)
class Good:
    """The good cases of one size: their documents, and the desk at which they are written."""

    workspace: Workspace
    desk: Desk
    documents: Mapping[str, Document]

    def view(self, name: str, **changes: Any) -> View:
        """Give the view of a case; `changes` are those of the desk."""
        document = self.documents[name]
        return KINDS[document.kind].view(document, replace(self.desk, **changes))

    def made(self, name: str, *, setting: Setting | None = None, file_copy: bool = False) -> bytes:
        """Make the file of a case, by the way that every paper takes."""
        one = self.documents[name]
        chosen = setting or self.desk.setting
        (made,) = build.make(build.Press(self.workspace), chosen, self.documents, [one], file_copy=file_copy)
        return made.data

    def text(self, name: str, *, setting: Setting | None = None, file_copy: bool = False) -> str:
        """Make the file of a case and write its outline."""
        made = self.made(name, setting=setting, file_copy=file_copy)
        return OUTLINES[self.documents[name].medium](made, name)


@pytest.fixture(scope="session")
def good(setting: Setting, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Good]:
    """The good cases as the only documents of a workspace: the minimal in an open office, all in a knowing one."""
    small = small_year(setting)
    cases = {}
    for size, office, sizes in (("minimal", small, SIZES[:1]), ("full", knowing(small), SIZES)):
        root = tmp_path_factory.mktemp(size)
        for name, kind in KINDS.items():
            folder = root / "content" / YEAR / kind.folder
            folder.mkdir(parents=True)
            for each in sizes:
                shutil.copy(GOOD / name / f"{each}.yaml", folder / f"{name}-{each}.yaml")
        workspace = Workspace(root)
        found = workspace.documents(office)
        cases[size] = Good(workspace, Desk(office, found), found)
    return cases


# ---- a picture


@pytest.fixture(scope="session")
def png() -> bytes:
    """A picture of 30 by 32 points, grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">2I5B", 30, 32, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * 30) * 32)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
