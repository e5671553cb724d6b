"""The letters of the national fonts: what TH Sarabun can draw; the rest prints in another font, or as an empty box."""

import re

# Latin, Thai, and the punctuation of both (☐ ☑ ✓ → are not among them).
DRAWN = re.compile(
    "[\\t\\n\\x20-\\x7e\u00a0-\u00ff\u0e01-\u0e3a\u0e3f-\u0e5b\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026"
    "\u2030\u2039\u203a\u20ac\u2122\u0131\u0152-\u0153\u0160-\u0161\u0178\u017d-\u017e\u0192"
    "\u02c6\u02c7\u02d8-\u02dd\u2044\u2202\u2206\u220f\u2211\u2212\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca]"
)


def undrawn(text: str) -> list[str]:
    """List the characters that the national fonts cannot draw, each once, in their order.

    >>> undrawn("☐ เห็นชอบ ☐ ไม่เห็นชอบ → ส่งคืน")
    ['☐', '→']
    """
    return list(dict.fromkeys(DRAWN.sub("", text)))
