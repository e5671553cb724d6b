"""The disclosure site: only what is signed, every gap told, the same facts in all forms, nothing strange inside."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import string
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from conftest import OFFICE, ROOT, YEAR
from example_site import SIGNED, TABLE, TITLES, TOLD, Told, example, lay, lay_all, pdf, telling
from test_standards import needed

from ita_docs import cli, manifest, site
from ita_docs.disclosures import addresses, disclosures, last_day
from ita_docs.problems import DocumentError
from ita_docs.setting import Setting
from ita_docs.site.links import dead_links
from ita_docs.wording.site import SITE
from ita_docs.workspace import Workspace

VNU = ROOT / "tests/site/node_modules/vnu-jar/build/dist/vnu.jar"
WEBSITE = "https://www.example.com/office9/"


class Page(HTMLParser):
    """The elements of a page with their attributes, and the words that it shows."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.data_blocks: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        (self.data_blocks if self.elements and self.elements[-1][0] == "script" else self.words).append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.elements.append(("", {}))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def links(self) -> list[str]:
        return [attributes["href"] or "" for attributes in self.all("a")]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("office")
    lay_all(root)
    return root


@pytest.fixture(scope="module")
def made(setting: Setting, root: Path) -> site.Site:
    return example(telling(setting), root)


@pytest.fixture(scope="module")
def pages(made: site.Site) -> dict[str, Page]:
    return {name: Page(data) for name, data in made.files.items() if name.endswith(".html")}


def codes_of(setting: Setting, root: Path, told: Told, built: dict[str, str] | None = None) -> list[str]:
    """The codes of what is told when a site cannot be made."""
    with pytest.raises(DocumentError) as refused:
        example(telling(setting, told), root, built)
    return [problem.code for problem in refused.value.problems]


# ---- the facts


def test_the_facts_are_those_of_the_plan_and_of_progress(setting: Setting) -> None:
    listed = disclosures(telling(setting))
    assert [item.code for item in listed] == [f"O{number}" for number in range(1, 23)]
    found = {item.code: item for item in listed}
    assert [item.code for item in listed if not item.gap] == ["O1", "O6", "O15", "O18"]
    assert found["O18"].part == "10.1"
    assert [(piece.kind, piece.title) for piece in found["O18"].pieces] == [
        ("paper", "anti-bribery-th"),  # whose title nobody gave
        ("paper", "anti-bribery-en"),
        ("data", "สถิติการรับของขวัญ"),
        ("page", None),
    ]
    assert str(found["O18"].day) == "2025-02-10"
    assert found["O2"].gap
    assert found["O2"].day is None
    assert str(last_day(listed)) == "2025-03-04"
    assert last_day(disclosures(telling(setting, {}))) is None


def test_an_item_is_looked_up_on_its_page_then_where_units_told(setting: Setting) -> None:
    told = ["https://www.example.com/en.pdf", "https://www.example.com/o18"]
    for website, page in ((None, []), (WEBSITE, [f"https://www.example.com/office9/ita/{YEAR}/o18.html"])):
        known = telling(setting, website=website)
        found = {item.code: addresses(known, item) for item in disclosures(known)}
        assert found["O18"] == [*page, *told]
        assert found["O2"] == []


def test_every_section_tells_of_its_months_the_newest_first(setting: Setting) -> None:
    (procurement,) = [item for item in disclosures(telling(setting)) if item.code == "O15"]
    told = [(str(each.month)[:7], each.unit, each.none) for each in procurement.months]
    assert told == [
        ("2025-02", "administrative", True),
        ("2025-02", "finance", False),
        ("2025-01", "administrative", False),
    ]


# ---- the pages


def test_every_item_has_its_page_in_both_languages(made: site.Site, pages: dict[str, Page]) -> None:
    names = ["index.html", *(f"o{number:02}.html" for number in range(1, 23))]
    assert sorted(pages) == sorted([*names, *(f"en/{name}" for name in names)])
    for name, page in pages.items():
        language = "en" if name.startswith("en/") else "th"
        assert page.all("html") == [{"lang": language}]
        assert sum(tag == "h1" for tag, _ in page.elements) == 1
        twins = {each["hreflang"]: each["href"] for each in page.all("link") if each.get("rel") == "alternate"}
        assert set(twins) == {"th", "en", "x-default"}
    assert made.count("en") == "4 of 22 items are published"


def test_an_item_shows_its_signed_papers_with_format_size_and_day(pages: dict[str, Page]) -> None:
    thai, english = pages["o18.html"].text, pages["en/o18.html"].text
    assert "ลงนามวันที่ ๕ กุมภาพันธ์ พ.ศ. ๒๕๖๘" in thai
    assert "Signed on 5 February B.E. 2568 (2025)" in english
    assert "PDF ๑ กิโลไบต์" in thai
    assert "PDF 1 KB" in english
    assert "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘" in thai
    assert "ปิดประกาศที่ชั้น ๑ แล้ว" in thai
    assert [unquote(link) for link in pages["o18.html"].links if link.startswith("files/")] == [
        "files/ประกาศ 1.pdf",
        "files/en.pdf",
        "files/data/gifts.csv",
        "files/data/gifts.csv.json",
    ]
    assert "ยังไม่เผยแพร่" not in thai


def test_what_is_copied_is_what_was_signed(made: site.Site, root: Path) -> None:
    copied = {name for name in made.files if name.startswith("files/")}
    assert copied == {"files/ประกาศ 1.pdf", "files/en.pdf", "files/data/gifts.csv", "files/data/gifts.csv.json"}
    for name in copied - {"files/data/gifts.csv.json"}:
        assert made.files[name] == (root / SIGNED / name.removeprefix("files/")).read_bytes()
    rows = list(csv.DictReader(io.StringIO(TABLE)))
    assert json.loads(made.files["files/data/gifts.csv.json"]) == rows


def test_an_item_without_papers_is_a_gap_that_everybody_sees(made: site.Site, pages: dict[str, Page]) -> None:
    assert "ยังไม่เผยแพร่" in pages["o02.html"].text
    assert "Not published yet" in pages["en/o02.html"].text
    assert not [link for link in pages["o02.html"].links if "files/" in link or "://" in link]
    assert len(made.gaps) == 18
    assert {problem.code for problem in made.gaps} == {"not-disclosed"}
    assert made.gaps[0].message("th").startswith("ข้อ O2 ")
    assert "ฝ่ายปกครอง" in made.gaps[0].hint("th")


def test_months_without_procurement_are_stated(pages: dict[str, Page]) -> None:
    assert "ไม่มีการจัดซื้อจัดจ้าง" in pages["o15.html"].text
    assert "Nothing was procured" in pages["en/o15.html"].text
    assert "มีนาคม ๒๕๖๘" not in pages["o15.html"].text.replace("๔ มีนาคม", "").replace("๓ มีนาคม", "")


def test_what_is_withheld_is_listed_with_its_reason(made: site.Site, pages: dict[str, Page]) -> None:
    assert "ชื่อผู้ร้องเรียน เหตุผล: เป็นข้อมูลส่วนบุคคล" in pages["index.html"].text
    assert json.loads(made.files["index.json"])["withheld"] == [
        {"unit": "ฝ่ายปกครอง", "what": "ชื่อผู้ร้องเรียน", "why": "เป็นข้อมูลส่วนบุคคล"}
    ]


def test_english_pages_say_in_thai_what_has_no_checked_english(setting: Setting, root: Path) -> None:
    checked = telling(setting)
    name = checked.office.name.model_copy(update={"en_verified": False})
    unchecked = replace(checked, office=checked.office.model_copy(update={"name": name}))
    for one, said in ((checked, checked.office.name.en), (unchecked, checked.office.name.th)):
        page = Page(example(one, root).files["en/index.html"])
        assert said in page.text
        for tag, attributes in page.elements:
            assert attributes.get("lang") in (None, "en" if tag == "html" else "th")
    html = example(checked, root).files["en/o02.html"].decode()
    body = html.partition("<body>")[2]
    outside = re.sub(r'<(\w+)[^>]* lang="th"[^>]*>.*?</\1>', "", body)
    assert not re.search("[ก-๛]", outside)


def test_nothing_is_fetched_from_elsewhere_and_nothing_runs(made: site.Site, pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert {each["type"] for each in page.all("script")} == {"application/ld+json"}
        assert not {"img", "iframe", "object", "embed", "video", "form", "style"} & {tag for tag, _ in page.elements}
        assert not [
            key for _, attributes in page.elements for key in attributes if key.startswith("on") or key == "style"
        ]
        fetched = [each["href"] for each in page.all("link") if each["rel"] != "alternate"]
        assert fetched
        assert all(not re.match(r"\w+:|//", link or "") for link in fetched)
    assert not re.search(rb"url\(|@import|@font-face|https?:", made.files["style.css"])


def test_the_same_facts_give_the_same_bytes(setting: Setting, root: Path, made: site.Site) -> None:
    turned = {unit: TOLD[unit] for unit in reversed(TOLD)}
    assert example(telling(setting, turned), root).files == made.files


def test_an_office_of_which_little_is_known_has_its_site_too(workspace: Workspace, tmp_path: Path) -> None:
    other = workspace.setting("bang-kapi", YEAR)
    made = example(other, tmp_path)
    assert len(made.gaps) == 22
    for name in ("index.html", "o19.html", "en/index.html", "en/o19.html"):
        page = Page(made.files[name])
        assert "สำนักงานเขตบางกะปิ" in page.text  # whose English name nobody has checked
        assert "...." not in page.text
        assert "สัมพันธวงศ์" not in made.files[name].decode()


# ---- strange texts and names


HOSTILE = """</script><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} "' & ]]>"""


def test_strange_texts_stay_texts(setting: Setting, root: Path) -> None:
    facts = {
        "note": HOSTILE,
        "signed": [{"title": HOSTILE, "file": f"{SIGNED}/en.pdf"}],
        "evidence": 'https://www.example.com/"><script>alert(1)</script>',
    }
    told = {"administrative": {"items": {"O18": facts}, "withheld": [{"what": HOSTILE, "why": HOSTILE}]}}
    files = example(telling(setting, told), root).files
    for name in ("index.html", "o18.html", "en/index.html", "en/o18.html"):
        page = Page(files[name])
        assert [each["type"] for each in page.all("script")] == ["application/ld+json"]
        assert not page.all("img")
        assert "{{ 7*7 }}" in page.text or "{{ ๗*๗ }}" in page.text
        json.loads("".join(page.data_blocks))
    linked = json.loads("".join(Page(files["o18.html"]).data_blocks))
    assert linked["@graph"][-1]["hasPart"][0]["name"] == HOSTILE


def test_strange_file_names_are_found_again(setting: Setting, tmp_path: Path) -> None:
    names = ["a#b?c=d&e.pdf", "100%25 'x' \"y\".pdf", "ก ข/../ค.pdf"[:3] + ".pdf", "deep/er/z.PDF"]
    lay(tmp_path, {name: pdf(name) for name in names})
    signed = [{"title": name, "file": f"{SIGNED}/{name}"} for name in names]
    made = example(telling(setting, {"administrative": {"items": {"O18": {"signed": signed}}}}), tmp_path)
    assert {f"files/{name}" for name in names} < set(made.files)
    assert [unquote(link) for link in Page(made.files["o18.html"]).links if link.startswith("files/")] == [
        f"files/{name}" for name in names
    ]


# ---- what cannot be published


REFUSED: list[tuple[str, str, bytes, str]] = [
    ("signed", "paper.pdf", b"PK\3\4 a Word file under another name", "not-a-pdf"),
    ("signed", "large.pdf", pdf() + bytes(20_000_000), "file-too-large"),
    ("data", "table.xlsx", b"PK\3\4", "data-not-open"),
    ("data", "paper.pdf", pdf(), "data-not-open"),
    ("data", ".htaccess", b"x", "data-not-open"),
    ("data", "large.csv", b"a,b\n1,2\n" * 2_600_000, "file-too-large"),
    ("data", "thai.csv", "เดือน,จำนวน\nมกราคม,0\n".encode("cp874"), "data-unreadable"),
    ("data", "quotes.csv", b'a,b\n"1,2\n', "data-unreadable"),
    ("data", "broken.json", b'{"a": ', "data-unreadable"),
    ("data", "deep.json", b"[" * 200_000, "data-unreadable"),
    ("data", "empty.csv", b"", "table-without-heads"),
    ("data", "heads.csv", b"a,b\n", "table-without-heads"),
    ("data", "unnamed.csv", b"a,\n1,2\n", "table-without-heads"),
    ("data", "twice.csv", b"a,a\n1,2\n", "table-without-heads"),
    ("data", "uneven.csv", b"a,b\n1,2\n1,2,3\n", "table-uneven"),
    ("data", "people.csv", "ชื่อ,เลข\nก,1-1111-11111-11-9\n".encode(), "personal-number"),
    ("data", "thai-digits.csv", "ชื่อ,เลข\nก,๑๑๑๑๑๑๑๑๑๑๑๑๙\n".encode(), "personal-number"),
    ("data", "people.json", b'{"id": "1111111111119"}', "personal-number"),
]


@pytest.mark.parametrize(("key", "name", "data", "code"), REFUSED, ids=[each[1] for each in REFUSED])
def test_what_cannot_be_published_is_told(
    setting: Setting, tmp_path: Path, key: str, name: str, data: bytes, code: str
) -> None:
    lay(tmp_path, {name: data})
    facts = {key: [{"title": "ชื่อ", "file": f"{SIGNED}/{name}"}]}
    assert codes_of(setting, tmp_path, {"administrative": {"items": {"O18": facts}}}) == [code]


ADMITTED: list[tuple[str, bytes]] = [
    ("table.csv", b"a,b\r\n1,2\r\n\r\n"),
    ("values.json", b"[1, 2]"),
    ("numbers.csv", b"a,b\n1111111111118,1735689600001\nx1111111111119,0105555000123\n"),
]


@pytest.mark.parametrize(("name", "data"), ADMITTED, ids=[each[0] for each in ADMITTED])
def test_what_only_looks_wrong_is_published(setting: Setting, tmp_path: Path, name: str, data: bytes) -> None:
    lay(tmp_path, {name: data})
    told = {"administrative": {"items": {"O18": {"data": [{"title": "ชื่อ", "file": f"{SIGNED}/{name}"}]}}}}
    assert example(telling(setting, told), tmp_path).files[f"files/{name}"] == data


def test_a_paper_is_no_data_because_it_is_a_paper_elsewhere(setting: Setting, tmp_path: Path) -> None:
    lay(tmp_path, {"a.pdf": pdf()})
    both = {key: [{"title": "ก", "file": f"{SIGNED}/a.pdf"}] for key in ("data", "signed")}
    assert codes_of(setting, tmp_path, {"administrative": {"items": {"O18": both}}}) == ["data-not-open"]


def test_all_that_is_wrong_is_told_at_once(setting: Setting, tmp_path: Path) -> None:
    lay(tmp_path, {"a.pdf": b"-", "b.csv": b""})
    facts = {
        "note": "ติดต่อผู้ร้อง 1111111111119",
        "signed": [{"title": "ก", "file": f"{SIGNED}/a.pdf"}],
        "data": [{"title": "ข", "file": f"{SIGNED}/b.csv"}],
    }
    told = {"administrative": {"items": {"O18": facts}, "withheld": [{"what": "1-1111-11111-11-9", "why": "-"}]}}
    found = ["personal-number", "personal-number", "not-a-pdf", "table-without-heads"]
    assert codes_of(setting, tmp_path, told) == found
    with pytest.raises(DocumentError) as refused:
        example(telling(setting, told), tmp_path)
    assert "1111111111119" not in str(refused.value)


def test_what_was_built_is_never_published_as_signed(setting: Setting, tmp_path: Path) -> None:
    unsigned = pdf("as built")
    lay(tmp_path, {"a.pdf": unsigned})
    told = {"administrative": {"items": {"O18": {"signed": [{"title": "ก", "file": f"{SIGNED}/a.pdf"}]}}}}
    built = {manifest.digest(unsigned): "anti-bribery-th.pdf"}
    assert codes_of(setting, tmp_path, told, built) == ["signed-is-built"]
    lay(tmp_path, {"a.pdf": unsigned + b"\n% and a signature behind it"})
    assert "files/a.pdf" in example(telling(setting, told), tmp_path, built).files


def test_a_link_out_of_the_signed_folder_is_not_followed(setting: Setting, tmp_path: Path) -> None:
    lay(tmp_path, {"real.pdf": pdf()})
    (tmp_path / "elsewhere.pdf").write_bytes(pdf())
    (tmp_path / SIGNED / "a.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    (tmp_path / SIGNED / "b.pdf").symlink_to(tmp_path / SIGNED / "real.pdf")
    for name, found in (("a", ["not-in-signed"]), ("gone", ["not-in-signed"])):
        told = {"administrative": {"items": {"O18": {"signed": [{"title": "ก", "file": f"{SIGNED}/{name}.pdf"}]}}}}
        assert codes_of(setting, tmp_path, told) == found
    told = {"administrative": {"items": {"O18": {"signed": [{"title": "ก", "file": f"{SIGNED}/b.pdf"}]}}}}
    assert "files/b.pdf" in example(telling(setting, told), tmp_path).files


# ---- the links and the index


def test_dead_links_are_found() -> None:
    page = (
        b'<a href="b.html#there">1</a><a href="#here"><p id="here"><link href="%E0%B8%81.css"><a href="https://x.y/z">'
    )
    files = {"a/a.html": page, "a/b.html": b'<p id="there">', "a/ก.css": b""}
    assert list(dead_links(files)) == []
    broken = b'<a href="c.html"><a href="b.html#gone"><a href="../../up.html"><img src="/x.png"><a href="">'
    found = [problem.facts["value"] for problem in dead_links({**files, "a/a.html": broken})]
    assert found == ["c.html", "b.html#gone", "../../up.html", "/x.png"]
    whole = {"a.html": b'<a href="https://x.y/s/b.html"><a href="https://x.y/s/a.html"><a href="https://x.y/other">'}
    assert [problem.facts["value"] for problem in dead_links(whole, "https://x.y/s/")] == ["https://x.y/s/b.html"]


@pytest.fixture(scope="module", params=[None, WEBSITE], ids=["website-open", "website-known"])
def indexed(request: pytest.FixtureRequest, setting: Setting, root: Path) -> site.Site:
    return example(telling(setting, website=request.param), root)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        yield from (each for inner in value.values() for each in nodes(inner))
    elif isinstance(value, list):
        yield from (each for inner in value for each in nodes(inner))


def test_the_three_indexes_and_the_pages_agree(indexed: site.Site) -> None:
    index = json.loads(indexed.files["index.json"])
    start = index["address"] or ""
    rows = list(csv.DictReader(io.StringIO(indexed.files["index.csv"].decode("utf-8-sig"))))
    graph = json.loads(indexed.files["index.jsonld"])["@graph"]
    assert [item["code"] for item in index["items"]] == list(dict.fromkeys(row["code"] for row in rows))
    for item in index["items"]:
        own = [row for row in rows if row["code"] == item["code"]]
        assert {row["published"] for row in own} == {"yes" if item["published"] else "no"}
        assert {row["page"] for row in own} == {item["page"]}
        assert [row["url"] for row in own if row["kind"]] == [entry["url"] or "" for entry in item["entries"]]
        assert item["published"] == bool(item["entries"])
        (node,) = [node for node in graph if node.get("identifier") == item["code"]]
        assert node["url"] == item["page"]
        linked = {each.get("contentUrl") or each.get("url") for each in nodes(node.get("hasPart", []))} - {None}
        of_files = [entry for entry in item["entries"] if entry["kind"] in ("paper", "data")]
        assert linked == {entry["url"] for entry in of_files}
        page = Page(indexed.files[item["page"].removeprefix(start)])
        assert item["page_en"].removeprefix(start) == f"en/{item['page'].removeprefix(start)}"
        assert all(re.fullmatch("[!-~]+", entry["url"]) for entry in item["entries"] if entry["url"])
        for entry in of_files:
            path = unquote(entry["url"].removeprefix(start))
            data = indexed.files[path]
            assert (entry["bytes"], entry["sha256"]) == (len(data), manifest.digest(data))
            assert path in map(unquote, page.links)
        for entry in item["entries"]:
            if entry["kind"] in ("page", "month") and entry["url"]:
                assert entry["url"] in page.links
    elsewhere = [entry["also_at"] for item in index["items"] for entry in item["entries"] if entry.get("also_at")]
    assert elsewhere == ["https://www.example.com/en.pdf"] == [row["also_at"] for row in rows if row["also_at"]]
    kinds = {node["@type"] for node in nodes(graph) if "@type" in node}
    assert kinds == {
        "GovernmentOffice",
        "WebSite",
        "WebPage",
        "DigitalDocument",
        "MediaObject",
        "Dataset",
        "DataDownload",
    }


def test_addresses_are_whole_where_the_website_is_known(setting: Setting, root: Path) -> None:
    made = example(telling(setting, website=WEBSITE), root)
    start = f"https://www.example.com/office9/ita/{YEAR}/"
    assert not made.advice
    index = json.loads(made.files["index.json"])
    assert {item["page"] for item in index["items"]} == {f"{start}o{number:02}.html" for number in range(1, 23)}
    twins = {
        each["hreflang"]: each["href"] for each in Page(made.files["en/o02.html"]).all("link") if "hreflang" in each
    }
    assert twins == {"th": f"{start}o02.html", "en": f"{start}en/o02.html", "x-default": f"{start}o02.html"}
    for website in (None, "www.example.com"):
        made = example(telling(setting, website=website), root)
        assert [problem.code for problem in made.advice] == ["no-site-address"]
        assert json.loads(made.files["index.json"])["items"][0]["page"] == "o01.html"


def test_linked_data_of_an_english_page_points_from_where_it_stands(pages: dict[str, Page]) -> None:
    linked = json.loads("".join(pages["en/o18.html"].data_blocks))
    parts = [unquote(part["url"]) for part in linked["@graph"][-1]["hasPart"] if "url" in part]
    assert parts == ["../files/ประกาศ 1.pdf", "../files/en.pdf"]


# ---- the folder


def test_a_site_is_put_into_its_folder_and_the_former_one_goes(tmp_path: Path) -> None:
    assert site.put(tmp_path, {"a.html": b"1", "files/deep/b.pdf": b"2", "files/c.pdf": b"3"}) == []
    (tmp_path / "mine.txt").write_bytes(b"mine")
    first = (tmp_path / "a.html").stat().st_mtime_ns
    assert site.put(tmp_path, {"a.html": b"1", "files/c.pdf": b"4"}) == []
    assert (tmp_path / "a.html").stat().st_mtime_ns == first
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert found == ["a.html", "files", "files/c.pdf", "manifest.json", "mine.txt"]
    assert (tmp_path / "files/c.pdf").read_bytes() == b"4"


def test_what_somebody_edited_is_not_removed(tmp_path: Path) -> None:
    site.put(tmp_path, {"a.html": b"1", "b.html": b"2"})
    (tmp_path / "b.html").write_bytes(b"edited")
    assert [problem.code for problem in site.put(tmp_path, {"a.html": b"1"})] == ["site-file-kept"]
    assert (tmp_path / "b.html").read_bytes() == b"edited"


def test_a_strange_file_in_the_way_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(b"of another site")
    with pytest.raises(DocumentError) as refused:
        site.put(tmp_path, {"a.html": b"1", "b.html": b"2"})
    assert [problem.code for problem in refused.value.problems] == ["site-file-strange"]
    assert [path.name for path in tmp_path.iterdir()] == ["b.html"]


def test_a_manifest_that_names_files_outside_removes_none(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    outside = tmp_path / "outside.html"
    outside.write_bytes(b"1")
    site.put(folder, {"a.html": b"1"})
    text = (folder / "manifest.json").read_text(encoding="utf-8")
    for name in ("../outside.html", outside.as_posix()):
        (folder / "manifest.json").write_text(text.replace("a.html", name), encoding="utf-8")
        site.put(folder, {"a.html": b"1"})
        assert outside.is_file()


def test_a_site_killed_half_way_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put(tmp_path, {"a.html": b"1", "b.html": b"1", "c.html": b"1"})
    from ita_docs.site import putting

    def killed(files: dict[Path, bytes]) -> list[Path]:
        if tmp_path / "a.html" in files:
            (tmp_path / "a.html").write_bytes(b"2")
            raise KeyboardInterrupt
        return writing(files)

    writing = putting.write_files
    monkeypatch.setattr(putting, "write_files", killed)
    with pytest.raises(KeyboardInterrupt):
        site.put(tmp_path, {"a.html": b"2", "b.html": b"2"})
    monkeypatch.undo()
    assert site.put(tmp_path, {"a.html": b"3", "b.html": b"3"}) == []
    assert sorted(path.name for path in tmp_path.glob("*.html")) == ["a.html", "b.html"]


# ---- the command


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str, int]:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    printed = capsys.readouterr()
    assert isinstance(left.value.code, int)
    return printed.out, printed.err, left.value.code


def test_the_command_stops_where_it_is_strict_and_an_item_lacks(
    workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace_copy.root)
    folder = Path(f"build/{YEAR}/{OFFICE}/site")
    out, err, code = run(capsys, "site", "--strict")
    assert (code, out, folder.exists()) == (1, "", False)
    assert len(re.findall("not-disclosed", err)) == 22
    assert "ข้อ O22 " in err
    # Papers were built, and none is signed: nothing of them is on the site.
    built = Path(f"build/{YEAR}/{OFFICE}/anti-bribery-th.pdf")
    built.parent.mkdir(parents=True)
    built.write_bytes(pdf())
    out, err, code = run(capsys, "--lang", "en", "site")
    assert (code, out) == (0, f"{folder}: 0 of 22 items are published\n")
    assert not (folder / "files").exists()
    assert not [page for page in folder.rglob("*.html") if ".pdf" in page.read_text(encoding="utf-8")]
    assert json.loads((folder / "index.json").read_bytes())["updated"] is None


def test_the_command_is_content_when_every_item_is_published(
    workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace_copy.root)
    owners: dict[str, list[str]] = {}
    for item in disclosures(workspace_copy.setting(OFFICE, YEAR)):
        owners.setdefault(item.units[0], []).append(item.code)
    for unit, codes in owners.items():
        lines = [f"  {code}: {{evidence: https://www.example.com/{code}}}\n" for code in codes]
        path = workspace_copy.root / f"content/{YEAR}/progress/{OFFICE}/{unit}.yaml"
        path.write_text(f"unit: {unit}\nitems:\n{''.join(lines)}", encoding="utf-8")
    out, err, code = run(capsys, "site", "--strict", "--out", "public")
    assert (code, out) == (0, "public: เผยแพร่แล้ว ๒๒ ข้อ จากทั้งหมด ๒๒ ข้อ\n")
    assert "not-disclosed" not in err
    assert Path("public/en/o22.html").is_file()


def test_a_paper_as_it_was_built_is_turned_away_by_the_command(
    workspace_copy: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace_copy.root)
    unsigned = pdf("as built")
    lay(workspace_copy.root, {"a.pdf": unsigned})
    told = manifest.Manifest(outputs={"anti-bribery-th.pdf": manifest.Output((manifest.digest(unsigned),))})
    folder = workspace_copy.root / f"build/{YEAR}/{OFFICE}"
    folder.mkdir(parents=True)
    (folder / manifest.NAME).write_bytes(told.to_json())
    path = workspace_copy.root / f"content/{YEAR}/progress/{OFFICE}/administrative.yaml"
    signed = f"[{{paper: anti-bribery-th, file: {SIGNED}/a.pdf}}]"
    path.write_text(f"unit: administrative\nitems:\n  O18: {{signed: {signed}}}\n", encoding="utf-8")
    _, err, code = run(capsys, "site")
    assert code == 1
    assert "[signed-is-built]" in err
    assert not (folder / "site").exists()


# ---- the words, and the standard


def test_the_words_of_the_site_say_the_same_in_both_languages() -> None:
    assert len(SITE) > 30
    for key, pair in SITE.items():
        facts = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in pair.values()]
        assert facts[0] - {"year_ce"} == facts[1] - {"year_ce"}, key
        if key != "switch":  # which names the other language in its own words
            assert re.search("[ก-ฮ]|^{", pair["th"]), key
            assert not re.search("[ก-ฮ]", pair["en"]), key


def test_every_word_of_the_site_is_used() -> None:
    folder = ROOT / "ita_docs" / "site"
    written = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix in (".py", ".html"))
    assert [key for key in SITE if not re.search(rf"['\"]{key}['\"]|words\.{key}\b", written)] == []


def test_the_pages_are_valid_by_the_checker_of_the_w3c(made: site.Site, tmp_path: Path) -> None:
    needed(VNU.is_file() and shutil.which("java"), "npm ci --prefix tests/site, and Java")
    site.put(tmp_path, made.files)
    paths = [str(tmp_path / name) for name in made.files if name.endswith((".html", ".css"))]
    assert len(paths) == 47
    command = ["java", "-jar", str(VNU), "--errors-only", "--also-check-css", "--stdout", "--format", "json", *paths]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["messages"] == []
    assert TITLES["anti-bribery-en"] in (tmp_path / "o18.html").read_text(encoding="utf-8")
