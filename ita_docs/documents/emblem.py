"""The garuda at the head of a paper (ข้อ ๗๑): 3 cm on orders and announcements, 1.5 cm on memos."""

from __future__ import annotations

from ita_docs.package import Picture
from ita_docs.setting import Setting

PAPER_CM = 3.0
MEMO_CM = 1.5


def emblem(setting: Setting, height_cm: float = PAPER_CM) -> dict[str, object]:
    """Give the office's own picture; blank room on paper that carries the garuda; or a labelled frame on drafts."""
    picture: Picture | str = ""
    if setting.emblem is not None:
        picture = Picture(setting.emblem, height_cm, None, "ตราครุฑ")
    return {"emblem": picture, "emblem_frame": setting.office.emblem == "placeholder"}
