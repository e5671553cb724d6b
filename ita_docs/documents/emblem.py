"""The garuda at the head of a paper (ข้อ ๗๑): 3 cm on orders and announcements, 1.5 cm on memos."""

from __future__ import annotations

from pathlib import Path

from ita_docs.package import Picture
from ita_docs.problems import DocumentError, Problem
from ita_docs.setting import Setting

PAPER_CM = 3.0
MEMO_CM = 1.5


def emblem(setting: Setting, height_cm: float = PAPER_CM) -> dict[str, object]:
    """Give the office's own picture; blank room on paper that carries the garuda; or a labelled frame on drafts."""
    picture: Picture | str = ""
    if setting.emblem is not None:
        picture = Picture(setting.emblem, height_cm, None, "ตราครุฑ")
    return {"emblem": picture, "emblem_frame": setting.office.emblem == "placeholder"}


def read_emblem(setting: Setting, root: Path) -> bytes | None:
    """Read the office's own picture, where it has one; raises DocumentError where that is no whole PNG."""
    if setting.office.emblem != "image":
        return None
    name = setting.office.emblem_image or ""
    place = setting.sources["office"].place(("emblem_image",))
    try:
        data = (root / name).read_bytes()
    except (OSError, ValueError):  # a folder, no file, no name
        raise DocumentError([Problem("no-emblem", place, {"file": name})]) from None
    try:
        whole = Picture(data, 1.0).width > 0 and b"IEND" in data[-12:]
    except DocumentError:
        whole = False
    if not whole:
        raise DocumentError([Problem("emblem-not-png", place, {"file": name})])
    return data
