"""Files that want to do harm, or are not what they say: each made here in a few lines, none kept as a file."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from ita_docs import package
from ita_docs.package.members import Member

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
KINDS = "application/vnd.openxmlformats-officedocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
BODY = "word/document.xml"
MIB = 1 << 20

Parts = dict[str, bytes]


def document(inside: str) -> bytes:
    return f'<w:document xmlns:w="{WORD}"><w:body>{inside}<w:sectPr/></w:body></w:document>'.encode()


def types(body: str = f"{KINDS}.wordprocessingml.document.main+xml", more: str = "") -> bytes:
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{BODY}" ContentType="{body}"/>{more}</Types>'
    ).encode()


def relations(target: str = BODY, kind: str = f"{OFFICE}/officeDocument") -> bytes:
    entry = f'<Relationship Id="r1" Type="{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entry}</Relationships>'.encode()


def parts(**others: bytes) -> Parts:
    """The parts of the smallest whole paper; `others` replace its types, relations or body."""
    return {
        "[Content_Types].xml": others.get("types", types()),
        "_rels/.rels": others.get("relations", relations()),
        BODY: others.get("body", document("<w:p><w:r><w:t>ประกาศ</w:t></w:r></w:p>")),
    }


def zipped(members: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def paper(inside: str = "<w:p><w:r><w:t>ประกาศ</w:t></w:r></w:p>") -> bytes:
    return zipped(parts(body=document(inside)))


def with_body(body: bytes) -> bytes:
    return zipped(parts(body=body))


def zipped_wide(members: Parts) -> bytes:
    """A zip as large files need it, and as programs write that do not know a size beforehand."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            with archive.open(name, "w", force_zip64=True) as opened:
                opened.write(data)
    return out.getvalue()


def with_part(name: str, data: bytes = b"x") -> bytes:
    return zipped(parts() | {name: data})


def with_relations(kind: str, target: str) -> bytes:
    """A body that refers to something."""
    return with_part("word/_rels/document.xml.rels", relations(target, f"{OFFICE}/{kind}"))


def renamed(name: str, nearly: str) -> bytes:
    """A part whose name `zipfile` would mend while writing: it is written under one as long, then named."""
    old, new = nearly.encode(), name.encode()
    assert len(old) == len(new)
    return with_part(nearly).replace(old, new)


def in_directory(data: bytes, at: int, form: str, value: int, name: str = BODY) -> bytes:
    """Set a figure in a part's entry of the zip's directory."""
    start = data.rindex(name.encode()) - 46
    assert data[start : start + 4] == b"PK\1\2"
    figure = struct.pack(form, value)
    return data[: start + at] + figure + data[start + at + len(figure) :]


def ole(*names: str) -> bytes:
    """The beginning of an Office 97–2003 file with streams of these names."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + b"".join(n.encode("utf-16-le") for n in names)


def zeros(mebibytes: int) -> bytes:
    """A zip whose body is all zeros: a thousand times larger than the file."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = (deflate.compress(bytes(MIB)) + deflate.flush(zlib.Z_FULL_FLUSH)) * mebibytes + b"\3\0"
    body = Member(packed, zipfile.ZIP_DEFLATED, 0, mebibytes * MIB)
    return package.write({name: Member.pack(data) for name, data in parts().items()} | {BODY: body})


def quoted(times: int) -> bytes:
    """Many entries of the directory that all unpack the same bytes."""
    data = with_part("word/media/a.png", bytes(MIB))
    start = data.index(b"PK\1\2")
    end = data.rindex(b"PK\5\6")
    entry = data[data.rindex(b"word/media/a.png") - 46 : end]
    more = b"".join(entry.replace(b"a.png", f"{number:03x}.p".encode()) for number in range(16, times))
    size = end - start + len(more)
    count = len(parts()) + 1 + times - 16
    return data[:end] + more + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, size, start, 0)


LAUGHS = '<!DOCTYPE w [<!ENTITY a "กก">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
STRICT = "http://purl.oclc.org/ooxml"
MACROS = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
ODF = "application/vnd.oasis.opendocument"

# What each file is, how it is made, and the code of the one problem that it is turned away with; "" lets it in.
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "the smallest paper": (paper, ""),
    # ---- no file of Word
    "nothing at all": (lambda: b"", "docx-empty"),
    "a note": (lambda: "บันทึก".encode(), "docx-unknown"),
    "noise": (lambda: bytes(range(256)) * 40, "docx-unknown"),
    "an old .doc": (lambda: ole("WordDocument"), "docx-other-text"),
    "an old .xls": (lambda: ole("Workbook"), "docx-other-kind"),
    "a message with an old .doc in it": (lambda: ole("__properties_version1.0", "WordDocument"), "docx-other-kind"),
    "another file of the old Office": (lambda: ole("Contents"), "docx-unknown"),
    "a locked .docx": (lambda: ole("EncryptionInfo", "EncryptedPackage"), "docx-locked"),
    "an .odt": (lambda: zipped({"mimetype": f"{ODF}.text".encode(), "content.xml": b"<a/>"}), "docx-other-text"),
    "an .ods": (lambda: zipped({"mimetype": f"{ODF}.spreadsheet".encode()}), "docx-other-kind"),
    "an .xlsx": (lambda: zipped(parts(types=types(f"{KINDS}.spreadsheetml.sheet.main+xml"))), "docx-other-kind"),
    "a .pptx": (lambda: zipped(parts(types=types(f"{KINDS}.presentationml.slide+xml"))), "docx-other-kind"),
    "a .dotx": (lambda: zipped(parts(types=types(f"{KINDS}.wordprocessingml.template.main+xml"))), "docx-other-text"),
    "a PDF": (lambda: b"%PDF-1.7\n", "docx-other-kind"),
    "a PDF with a paper behind it": (lambda: b"%PDF-1.7\n" + paper(), "docx-other-kind"),
    "an .rtf": (lambda: b"{\\rtf1 x}", "docx-other-text"),
    "a web page": (lambda: b"\xef\xbb\xbf \n<!DOCTYPE html><html>", "docx-other-text"),
    "a web page in one file": (lambda: b"MIME-Version: 1.0\n", "docx-other-text"),
    "Word 2003 XML": (lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "docx-other-text"),
    "other XML": (lambda: b'<?xml version="1.0"?><a/>', "docx-unknown"),
    "a picture": (lambda: b"\xff\xd8\xff\xe0", "docx-other-kind"),
    "a program": (lambda: b"MZ\x90\0", "docx-other-kind"),
    "an archive": (lambda: zipped({"a.txt": b"x"}), "docx-other-kind"),
    "an empty archive": (lambda: zipped({}), "docx-other-kind"),
    "a Strict paper": (
        lambda: zipped(parts(relations=relations(kind=f"{STRICT}/officeDocument/relationships/officeDocument"))),
        "docx-strict",
    ),
    "a Strict body": (lambda: with_body(f'<document xmlns="{STRICT}/wordprocessingml/main"/>'.encode()), "docx-strict"),
    # ---- programs
    "a .docm": (
        lambda: zipped(parts(types=types("application/vnd.ms-word.document.macroEnabled.main+xml"))),
        "docx-macros",
    ),
    "a .dotm": (
        lambda: zipped(parts(types=types("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"))),
        "docx-macros",
    ),
    "macros in a .docx": (
        lambda: zipped(parts(types=types(more=MACROS)) | {"word/vbaProject.bin": b"x"}),
        "docx-macros",
    ),
    "macros nobody lists": (lambda: with_part("word/VBAPROJECT.BIN"), "docx-macros"),
    # ---- damaged
    "cut in half": (lambda: paper()[:400], "docx-damaged"),
    "without its last byte": (lambda: paper()[:-1], "docx-damaged"),
    "its directory alone": (lambda: b"PK\5\6" + bytes(18), "docx-other-kind"),
    "a letter of the body turned": (
        lambda: zipped(parts(), zipfile.ZIP_STORED).replace(b"w:body", b"w:bodY", 1),
        "docx-part-damaged",
    ),
    "a picture with a wrong checksum": (
        lambda: in_directory(with_part("word/a.png"), 16, "<I", 7, "word/a.png"),
        "docx-part-damaged",
    ),
    "packed bytes that are noise": (
        lambda: in_directory(zipped(parts(), zipfile.ZIP_STORED), 10, "<H", 8),
        "docx-part-damaged",
    ),
    "a body that lies outside": (lambda: in_directory(paper(), 42, "<I", 1 << 30), "docx-damaged"),
    "a body that begins elsewhere": (lambda: in_directory(paper(), 42, "<I", 5), "docx-damaged"),
    "without types": (lambda: zipped({BODY: document(""), "_rels/.rels": relations()}), "docx-other-kind"),
    "without relations": (lambda: zipped({"[Content_Types].xml": types(), BODY: document("")}), "docx-incomplete"),
    "without a body": (lambda: zipped({k: v for k, v in parts().items() if k != BODY}), "docx-incomplete"),
    "a body of another sort": (lambda: with_body(b"<a/>"), "docx-incomplete"),
    "a body of no sort": (lambda: zipped(parts(types=types("text/plain"))), "docx-incomplete"),
    "relations that lead nowhere": (lambda: zipped(parts(relations=relations("word/none.xml"))), "docx-incomplete"),
    "relations that lead outside": (lambda: zipped(parts(relations=relations("../../etc/passwd"))), "docx-incomplete"),
    "a part that is gone": (lambda: with_relations("styles", "styles.xml"), "docx-part-missing"),
    "a part of no sort": (
        lambda: zipped(
            parts(types=types().replace(b'<Default Extension="xml" ContentType="application/xml"/>', b""))
            | {
                "word/_rels/document.xml.rels": relations("header1.xml", f"{OFFICE}/header"),
                "word/header1.xml": b"<a/>",
            }
        ),
        "docx-part-missing",
    ),
    "a picture of no sort": (
        lambda: zipped(
            parts() | {"word/_rels/document.xml.rels": relations("a.png", f"{OFFICE}/image"), "word/a.png": b"x"}
        ),
        "",
    ),
    "a picture that is gone": (lambda: with_relations("image", "media/a.png"), ""),
    "a picture that never was": (lambda: with_relations("image", "NULL"), ""),
    "a part that stands in its own way": (lambda: with_relations("header", "document.xml"), ""),
    "relations that are none": (lambda: with_part("word/_rels/document.xml.rels", b"<a/>"), "docx-incomplete"),
    # ---- bombs
    "a gigabyte of zeros": (lambda: zeros(1024), "docx-bomb"),
    "a hundred million of zeros": (lambda: zeros(100), "docx-too-large"),
    "a size that lies": (lambda: in_directory(with_body(bytes(50 * MIB)), 24, "<I", 1000), "docx-part-damaged"),
    "a size that claims too much": (lambda: in_directory(paper(), 24, "<I", 3_000_000_000), "docx-bomb"),
    "the same bytes a thousand times": (lambda: quoted(1000), "docx-bomb"),
    "the same bytes a hundred times": (lambda: quoted(100), "docx-damaged"),
    "five thousand parts": (lambda: zipped(parts() | {f"a/{n}": b"" for n in range(5000)}), "docx-many-parts"),
    "names without end": (lambda: zipped(parts() | {f"{n}{'a' * 60_000}": b"" for n in range(80)}), "docx-damaged"),
    "ten thousand pages of tables": (
        lambda: paper(f"<w:tbl>{'<w:tr><w:tc><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:tc></w:tr>' * 300_000}</w:tbl>"),
        "docx-too-large",
    ),
    "a million empty paragraphs": (lambda: paper("<w:p/>" * 1_000_000), "docx-too-large"),
    "nothing but comments": (lambda: paper("<!---->" * 1_300_000), "docx-too-large"),
    "a list of types without end": (
        lambda: zipped(parts(types=types(more='<Default Extension="a" ContentType="b"/>' * 250_000))),
        "docx-too-large",
    ),
    # ---- names
    "a name from the root": (lambda: with_part("/etc/passwd"), "docx-unsafe-name"),
    "a name that climbs out": (lambda: with_part("word/../../up.txt"), "docx-unsafe-name"),
    "a name with a backslash": (lambda: renamed("word\\a.xml", "word/b.xml"), "docx-unsafe-name"),
    "a name with a drive": (lambda: with_part("C:/a.xml"), "docx-unsafe-name"),
    "a name with a NUL": (lambda: renamed("word/a\0.xml", "word/ab.xml"), "docx-unsafe-name"),
    "a name that moves the screen": (lambda: with_part("word/\x1b[2J.xml"), "docx-unsafe-name"),
    "a folder that holds bytes": (lambda: with_part("word/media/", b"x"), "docx-unsafe-name"),
    "an empty folder": (lambda: with_part("word/media/", b""), ""),
    "a name in Thai": (lambda: with_part("word/media/ภาพ.png"), ""),
    "the body twice": (lambda: renamed(BODY, "word/documenX.xml"), "docx-name-twice"),
    "the body twice, in other letters": (lambda: with_part("Word/Document.xml"), "docx-name-twice"),
    # ---- the zip
    "a part behind a password": (lambda: in_directory(paper(), 8, "<H", 1), "docx-part-locked"),
    "a part behind a strong password": (lambda: in_directory(paper(), 8, "<H", 0x41), "docx-part-locked"),
    "packed as Word does not": (lambda: zipped(parts(), zipfile.ZIP_LZMA), "docx-packing"),
    "packed in a way nobody knows": (lambda: in_directory(paper(), 10, "<H", 77), "docx-packing"),
    "not packed at all": (lambda: zipped(parts(), zipfile.ZIP_STORED), ""),
    "a zip for large files": (lambda: zipped_wide(parts()), ""),
    "a later kind of zip": (lambda: in_directory(paper(), 6, "<H", 99), "docx-damaged"),
    "bytes before the zip": (lambda: b"#!/bin/sh\n" + paper(), ""),
    "bytes after the zip": (lambda: paper() + b"\0" * 100, ""),
    # ---- XML
    "laughs by the billion": (lambda: with_body(f"{LAUGHS}]><w>&j;</w>".encode()), "xml-doctype"),
    "a file from outside": (lambda: with_body(f"{OUTSIDE}<w>&a;</w>".encode()), "xml-doctype"),
    "an address from outside": (lambda: with_body(b'<!DOCTYPE w SYSTEM "http://127.0.0.1/a"><w/>'), "xml-doctype"),
    "a type in UTF-16": (lambda: with_body(f"{OUTSIDE}<w>&a;</w>".encode("utf-16")), "xml-doctype"),
    "a type in the list of types": (lambda: zipped(parts(types=f"{OUTSIDE}<Types/>".encode())), "xml-doctype"),
    "laughs in a part nobody reads": (
        lambda: with_part("customXml/item1.xml", f"{LAUGHS}]><w>&j;</w>".encode()),
        "xml-doctype",
    ),
    "an entity nobody declared": (lambda: paper("&nbsp;"), "xml-broken"),
    "a tag that is not closed": (lambda: with_body(document("<w:p>")), "xml-broken"),
    "a prefix nobody declared": (lambda: paper("<x:p/>"), "xml-broken"),
    "an empty body": (lambda: with_body(b""), "xml-broken"),
    "letters that are none": (lambda: with_body(document("ก").replace("ก".encode(), b"\xff")), "xml-broken"),
    "a paragraph in a paragraph in …": (lambda: paper("<w:p>" * 5000 + "</w:p>" * 5000), "xml-deep"),
    "tables in one another": (lambda: paper("<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60), ""),
    # Expat passes over it, libxml2 does not: found by bench/fuzz.py.
    "a version that is none": (lambda: with_body(b'<?xml version="1e999"?>' + document("")), "xml-broken"),
    "written as in Windows": (
        lambda: with_body(b'<?xml version="1.0" encoding="windows-874"?>' + document("")),
        "xml-encoding",
    ),
    "written as nowhere": (
        lambda: with_body(b'<?xml version="1.0" encoding="no\x1bne"?>' + document("")),
        "xml-broken",
    ),
    "written in UTF-16": (lambda: with_body(document("<w:p/>").decode().encode("utf-16")), ""),
    "written in UTF-32": (lambda: with_body(document("").decode().encode("utf-32")), "xml-broken"),
}
