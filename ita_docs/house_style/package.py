"""A template as a file: the parts of a .docx around its body, written small and always the same."""

from __future__ import annotations

import io
import zipfile

from ita_docs.house_style.styles import FONT, styles_xml
from ita_docs.house_style.wordml import Script, Section

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
FIRST_OF_ALL = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: equal content, equal bytes

# Word asks for a theme; the house names its fonts and colours itself, so this one is as plain as the schema allows.
COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F3A5F",
    "lt2": "E7E6E6",
    "accent1": "1F3A5F",
    "accent2": "9B1C1C",
    "accent3": "7F7F7F",
    "accent4": "BF9000",
    "accent5": "2E75B6",
    "accent6": "548235",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
PARTS = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "header1": "header", "header2": "header"}
RELATIONSHIPS = (
    ("rIdStyles", "styles", "styles.xml"),
    ("rIdSettings", "settings", "settings.xml"),
    ("rIdTheme", "theme", "theme/theme1.xml"),
    ("rIdFonts", "fontTable", "fontTable.xml"),
    ("rIdNumber", "header", "header1.xml"),
    ("rIdBlank", "header", "header2.xml"),
)


def docx(body: str, last_section: Section, script: Script, title: str) -> bytes:
    """Write a template: its body, the layout of its last section, its script, and its name in Word."""
    document = f"<w:document {SPACES}><w:body>{body}{last_section.properties}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", "officeDocument", "word/document.xml"), ("rId3", "extended-properties", "docProps/app.xml")
        ).replace(
            "</Relationships>",
            f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>',
        ),
        "docProps/app.xml": f'<Properties xmlns="{OFFICE}/extended-properties"><Application>ita_docs</Application>'
        "</Properties>",
        "docProps/core.xml": _core(title, "th-TH" if script.thai else "en-US"),
        "word/document.xml": document,
        "word/styles.xml": styles_xml(script.thai).removeprefix(HEAD),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": f'<w:fonts {SPACES}><w:font w:name="{FONT}"><w:charset w:val="DE"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>',
        "word/theme/theme1.xml": _theme(),
        "word/header1.xml": f"<w:hdr {SPACES}>{_page_number(script)}</w:hdr>",
        "word/header2.xml": f'<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val="Blank"/></w:pPr></w:p></w:hdr>',
        "word/_rels/document.xml.rels": _relationships(*RELATIONSHIPS),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, FIRST_OF_ALL)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            zipped.writestr(entry, (HEAD + text).encode())
    return file.getvalue()


def _page_number(script: Script) -> str:
    """Write “- ๒ -” (typing guidance item 9); `PAGE \\* ThaiArabic` is the one field that the house uses in headers."""
    code, mark = ("PAGE \\* ThaiArabic", "<w:rPr><w:cs/></w:rPr>") if script.thai else ("PAGE", "")
    shown = "๒" if script.thai else "2"
    field = "".join(
        f"<w:r>{mark}{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{shown}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return f'<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>{script.run("- ")}{field}{script.run(" -")}</w:p>'


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>' for part, kind in PARTS.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>{overrides}'
        '<Override PartName="/word/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _relationships(*rows: tuple[str, str, str]) -> str:
    written = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'


def _core(title: str, language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    compat = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{compat}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:bidi="th-TH"/></w:settings>'
    )


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    latin = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="ita_docs"><a:themeElements>'
        f'<a:clrScheme name="ita_docs">{colours}</a:clrScheme>'
        f'<a:fontScheme name="ita_docs"><a:majorFont>{latin}</a:majorFont>'
        f"<a:minorFont>{latin}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="ita_docs"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{''.join(f'<a:ln>{fill}</a:ln>' for _ in range(3))}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
