"""The group of all commands, the options that several share, and where the user stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs.cli.console import Group
from ita_docs.wording import Language

if TYPE_CHECKING:
    from ita_docs.documents import Document
    from ita_docs.setting import Setting
    from ita_docs.workspace import Workspace


@click.group(cls=Group, context_settings={"max_content_width": 110})
@click.option("--lang", type=click.Choice(["th", "en"]), default="th", help="ภาษาของข้อความ · language of messages")
@click.version_option(package_name="ita-docs", message="%(version)s", help="รุ่นของโปรแกรม · the version")
@click.pass_context
def cli(context: click.Context, lang: Language) -> None:
    """ทำเอกสารราชการสำหรับการประเมิน ITA จากข้อความธรรมดา · Make official ITA papers from plain text."""
    context.obj = lang


office_option = click.option("--office", help="รหัสสำนักงาน · office id (content/offices)")
year_option = click.option("--year", help="ปีงบประมาณ พ.ศ. · fiscal year B.E.")
json_option = click.option("--json", "as_json", is_flag=True, help="พิมพ์เป็น JSON · print JSON")


def open_year(office: str | None, year: str | None) -> tuple[Workspace, Setting, Mapping[str, Document]]:
    """Open the workspace, the office in the year, and its documents."""
    workspace = workspace_here()
    return workspace, *workspace.open(*workspace.choose(office, year))


def workspace_here() -> Workspace:
    """Find the workspace that the user stands in."""
    from ita_docs.workspace import Workspace

    return Workspace.find(Path.cwd())


def build_folder(workspace: Workspace, setting: Setting) -> Path:
    """Name the folder that papers of an office in a year are built into."""
    from ita_docs.places import build_folder as folder

    return Path(short(folder(workspace.root, setting.office.id, str(setting.year.year_be))))


def short(path: Path) -> str:
    """Name a path from where the user stands, if it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
