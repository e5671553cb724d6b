"""QR codes lead where the office says: a real decoder reads them back from the papers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

import pytest
import zxingcpp
from conftest import CHANNELS, Good
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ita_docs import build
from ita_docs.agreement.setting import setting_problems
from ita_docs.codes import qr_code
from ita_docs.documents import Document
from ita_docs.office_year import Links
from ita_docs.setting import Setting
from ita_docs.workspace import Workspace

SURVEY = "https://www.example.com/eit?office=1013&lang=th"


def decoded(png: bytes) -> str | None:
    found = zxingcpp.read_barcode(Image.open(io.BytesIO(png)))
    return found.text if found else None


def codes_of(docx: bytes) -> list[str | None]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        pictures = [name for name in package.namelist() if name.startswith("word/media/")]
        return [decoded(package.read(name)) for name in pictures]


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-._~%/?=&", min_size=1, max_size=200))
@settings(max_examples=25, deadline=None)
def test_a_code_reads_back_as_its_address(rest: str) -> None:
    address = f"https://www.example.com/{rest}"
    assert decoded(qr_code(address, "").data) == address


def test_the_codes_of_a_notice_lead_to_manual_and_complaint(good: dict[str, Good]) -> None:
    found = codes_of(good["full"].made("notice-full"))
    assert sorted(map(str, found)) == sorted([CHANNELS["manual_url"], CHANNELS["complaint_url"]])


def test_the_code_of_a_poster_leads_where_its_content_says(
    workspace: Workspace, setting: Setting, documents: Mapping[str, Document]
) -> None:
    own = setting.own.model_copy(update={"links": Links(eit_url=SURVEY)})
    posters = [document for document in documents.values() if document.kind == "poster"]
    made = build.make(build.Press(workspace), replace(setting, own=own), documents, posters)
    assert {one.name: codes_of(one.data) for one in made} == {"poster-eit": [SURVEY], "poster-oss": []}


@pytest.mark.parametrize("address", ["www.example.com", "ftp://example.com/a", "https://ex ample.com"])
def test_a_link_that_leads_nowhere_is_told(address: str, setting: Setting) -> None:
    own = setting.own.model_copy(update={"links": Links(eit_url=address)})
    (problem,) = setting_problems(replace(setting, own=own), setting.office.id, str(setting.year.year_be))
    assert (problem.code, problem.facts["value"]) == ("not-a-url", address)
