"""What the view of each kind offers to its template: every name, known without any content.

Tests hold these tables against the views of all documents; a value that is new in a `view` is named here too.
"""

from __future__ import annotations

from ita_docs.documents.record import COLUMNS, LAYOUTS, SIGNED
from ita_docs.documents.report import BEFORE_CONTENTS, CHAPTERS, HEADINGS
from ita_docs.documents.risk import HEADS
from ita_docs.template.shape import FLAG, PICTURE, TEXT, Shape
from ita_docs.year import CELLS, SHAPES

EMBLEM: dict[str, Shape] = {"emblem": PICTURE, "emblem_frame": FLAG}
SIGNATURE: dict[str, Shape] = {"signed_rank": TEXT, "signed_name": TEXT, "signed_titles": [TEXT], "file_copy": FLAG}


def _texts(*names: str) -> dict[str, Shape]:
    return dict.fromkeys(names, TEXT)


ORDER: dict[str, Shape] = {
    **EMBLEM,
    **_texts("office_name", "number_line", "title", "revokes", "closing", "given"),
    "reason": [TEXT],
    "bodies": [
        {
            **_texts("number", "name", "called"),
            "members": [_texts("number", "name", "post", "role")],
            "duties": [{**_texts("number", "text"), "kept": FLAG}],
        }
    ],
    **SIGNATURE,
}

MEMO: dict[str, Shape] = {
    **EMBLEM,
    **_texts("from_office", "number", "day", "title", "to", "request"),
    "parts": [
        {
            **_texts("heading", "text"),
            "enclosures": [_texts("number", "text")],
            "points": [_texts("number", "text")],
            "choices": [TEXT],
            "lines": [TEXT],
        }
    ],
    **SIGNATURE,
}

LETTER: dict[str, Shape] = {
    **EMBLEM,
    **_texts("number", "office_name", "address", "day", "title", "to", "refers", "request", "owner", "telephone"),
    "email": TEXT,
    "enclosures": [TEXT],
    "paragraphs": [TEXT],
    **SIGNATURE,
}

ANNOUNCEMENT: dict[str, Shape] = {
    **EMBLEM,
    **_texts("office_name", "title", "annex_title", "annex_note", "given"),
    "preamble": [TEXT],
    "clauses": [
        {
            **_texts("number", "title", "text"),
            "kept": FLAG,
            "points": [{**_texts("number", "text"), "kept": FLAG}],
        }
    ],
    **SIGNATURE,
}

NOTICE: dict[str, Shape] = {
    **_texts("office_name", "office_name_en", "telephone_line"),
    **_texts("manual_label", "manual_label_en", "complaint_label", "complaint_label_en"),
    "manual_code": PICTURE,
    "complaint_code": PICTURE,
    **_texts("service", "headline", "headline2", "promise", "payment", "report"),
    **_texts("service_en", "headline_en", "headline2_en", "promise_en", "payment_en", "report_en"),
}

POSTER: dict[str, Shape] = {
    **_texts("office_name", "office_name_en", "headline", "headline_en", "label", "label_en", "address"),
    "code": PICTURE,
    "lines": [_texts("th", "en")],
}

INFOGRAPHIC: dict[str, Shape] = {"picture": PICTURE, "title": TEXT}

GUIDELINE: dict[str, Shape] = {
    **EMBLEM,
    **_texts("office_name", "title", "given"),
    "preamble": [TEXT],
    "orders": [{**_texts("number", "text"), "kept": FLAG}],
    "chapters": [
        {
            **_texts("number", "title"),
            "paragraphs": [TEXT],
            "points": [_texts("number", "text")],
            "heads": _texts("a", "b", "c", "d"),
            "classes": [_texts("a", "b", "c", "d")],
            "steps": [_texts("number", "step", "who", "when", "record")],
        }
    ],
    "do_dont": [_texts("number", "do", "dont")],
    **SIGNATURE,
}

_SHAPES_OF_ROWS = ("band", "full", *("_".join(cells) for cells in SHAPES))

REPORT: dict[str, Shape] = {
    "title_lines": [TEXT],
    **_texts("subtitle", "code", "office_name", "introduction_title", "respondents_heading", "results_heading"),
    "sign_off_text": TEXT,
    **{f"{name}_text": [TEXT] for name in ("iit", "eit", "oit", "respondents", "eit2", "approach", "leading")},
    **{f"{name}_text": [TEXT] for name in CHAPTERS},
    **{f"{name}_title": TEXT for name in CHAPTERS},
    **{f"{name}_page": TEXT for name in HEADINGS[BEFORE_CONTENTS:]},
    "foreword": [TEXT],
    "approach_steps": [TEXT],
    "iit_counts": [_texts("indicator", "codes", "count")],
    "eit_counts": [_texts("indicator", "codes", "count")],
    "oit_counts": [_texts("indicator", "part", "codes", "count")],
    "quotas": [_texts("unit", "minimum")],
    "calendar": [_texts("when", "what")],
    "scores": [_texts("instrument", "weight", "score", "points", "gap")],
    "issues": [_texts("instrument", "indicator", "issue", "measure")],
    "internal_steps": [_texts("number", "step", "period", "owner")],
    "measures": [
        {
            **_texts("head", "title"),
            "rows": [{"shape": dict.fromkeys(_SHAPES_OF_ROWS, FLAG), **{cell: [TEXT] for cell in CELLS}}],
        }
    ],
    "results_rows": [_texts("title", "result", "output", "day", "evidence", "status", "obstacle", "owner")],
    "indicator_reports": [_texts("number", "title", "owner", "sent", "checked")],
    **{
        f"{signer}_{fact}": TEXT
        for signer in ("prepared", "checked", "approved")
        for fact in ("label", "rank", "name", "post", "day")
    },
}

MINUTES: dict[str, Shape] = {
    **_texts("title", "subtitle", "session", "day", "place", "minuted_post", "checked_post"),
    "members": [_texts("number", "post", "role")],
    "absent": [_texts("number")],
    "attending": [_texts("number")],
    "topics": [{"title": TEXT, "paragraphs": [TEXT], "points": [_texts("number", "text")], "lines": [TEXT]}],
}

RECORD: dict[str, Shape] = {
    **_texts("office_name", "title", "subtitle"),
    "chapters": [
        {
            "title": TEXT,
            "paragraphs": [TEXT],
            "facts": [_texts("label", "value")],
            "points": [_texts("number", "text")],
            "choices": [TEXT],
            "table": {
                "title": TEXT,
                **dict.fromkeys(LAYOUTS, FLAG),
                "heads": _texts(*COLUMNS),
                "rows": [{"number": TEXT, **{letter: [TEXT] for letter in COLUMNS}}],
            },
            "lines": [TEXT],
            "photos": [_texts("left", "right")],
            **dict.fromkeys(("apart", "tied", "leads", "facts_kept", "choices_kept", "signed"), FLAG),
        }
    ],
    "tied": FLAG,
    "signers_in_twos": [{side: _texts(*SIGNED) for side in ("left", "right")}],
    "signers_in_threes": [{side: _texts(*SIGNED) for side in ("left", "middle", "right")}],
}

_SIGNER: dict[str, Shape] = _texts("label", "rank", "name", "post", "day")

RISK: dict[str, Shape] = {
    **_texts("office_name", "title", "subtitle", "map_title", "unscored"),
    "paragraphs": [TEXT],
    "notes": [TEXT],
    "facts": [_texts("label", "value")],
    "choices": [TEXT],
    "risks": [
        _texts("number", "step", "event", "cause", "control", "likelihood", "impact", "score", "level", "colour")
    ],
    "measures": [_texts("number", "measure", "indicator", "owner", "due")],
    "units": [_texts(*"abcde")],
    "register": [_texts("number", "unit", "event", "measure", "score", "level", "colour")],
    "statuses": [_texts(*"abcdef")],
    "results": [
        {
            **_texts("number", "unit", "event", "measure", "before", "colour", "after", "colour_after"),
            "told": [TEXT],
            "shown": [TEXT],
        }
    ],
    "heads": _texts(*HEADS),
    "map": [{"head": TEXT, **{letter: _texts("score", "risks", "colour") for letter in HEADS}}],
    "steps": [_texts(*"abcde")],
    "levels": [_texts("score", "name", "colour", "asks")],
    "lines": [TEXT],
    "left": [_SIGNER],
    "right": [_SIGNER],
}

VIEWS: dict[str, dict[str, Shape]] = {
    "order": ORDER,
    "memo": MEMO,
    "letter": LETTER,
    "announcement": ANNOUNCEMENT,
    "notice": NOTICE,
    "poster": POSTER,
    "infographic": INFOGRAPHIC,
    "guideline": GUIDELINE,
    "report": REPORT,
    "minutes": MINUTES,
    "record": RECORD,
    "risk": RISK,
}


def offered(template: str) -> Shape | None:
    """Tell what fills a template, by the name of its file; nothing where no kind is called so.

    >>> sorted(offered("announcement-en.docx") or {})[:3]
    ['annex_note', 'annex_title', 'clauses']
    """
    return VIEWS.get(template.rpartition("/")[2].removesuffix(".docx").removesuffix("-en").removesuffix("-wide"))
