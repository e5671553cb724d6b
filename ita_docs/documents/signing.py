"""Who signs a paper, and as what: the rank, the name in brackets, the post, the capacity."""

from __future__ import annotations

from typing import Any

from ita_docs.documents.document import Desk
from ita_docs.office_year import PaperFacts
from ita_docs.setting import BLANK

# How one signs for another (ปฏิบัติราชการแทน under delegation; รักษาราชการแทน while the post is vacant or its holder away).
CAPACITIES = {"acting-for": "รักษาราชการแทน", "by-delegation": "ปฏิบัติราชการแทน"}
CAPACITIES_EN = {"acting-for": "Acting for the", "by-delegation": "By delegation of the"}


def signature(desk: Desk, facts: PaperFacts, *, english: bool = False) -> dict[str, Any]:
    """Give the values of the signature block; an unknown name is a blank to be filled by hand."""
    people = desk.setting.people
    person = people[facts.signer]
    title, name = (person.title_en or person.title, person.name_en) if english else (person.title, person.name)
    titles = [title]
    if facts.capacity != "self":
        acted_for = people[facts.acting_post or "director"]
        if english:
            titles.append(f"{CAPACITIES_EN[facts.capacity]} {acted_for.title_en or acted_for.title}")
        else:
            titles = [f"{title}  {CAPACITIES[facts.capacity]}", acted_for.title]
    return {
        "signed_rank": "" if english else person.rank or "",
        "signed_name": name or BLANK,
        "signed_titles": titles,
        "file_copy": desk.file_copy,
    }
