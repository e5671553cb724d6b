"""Thai digits on paper, with the spans that must keep their Arabic digits."""

import re

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
ARABIC_DIGITS = "0123456789"

# Names that keep their number even across a space.
STANDARDS = ("ISO/IEC", "ISO", "IEC", "IEEE", "TIS", "RFC", "WCAG", "COVID")
PAPER_SIZES = ("A 3", "A 4", "A 5")

_TO_THAI = str.maketrans(ARABIC_DIGITS, THAI_DIGITS)
_TO_ARABIC = str.maketrans(THAI_DIGITS, ARABIC_DIGITS)

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_WORD = f"[0-9{_LATIN}]+"
_SPACE = "[ \u00a0]"
_NOT_SPACE = r"[^\s<>\"“”]"
_NAMES = "|".join(map(re.escape, STANDARDS))
_PAPERS = "|".join(size.replace(" ", _SPACE) for size in PAPER_SIZES)

_SPANS = re.compile(
    rf"""
    (?P<url>   (?i:https?|ftp)://{_NOT_SPACE}+
             | (?i:www\.){_NOT_SPACE}+
             | (?:[A-Za-z0-9-]+\.)+[a-z]{{2,}}(?=[/?\#]|:[0-9]){_NOT_SPACE}+ )
  | (?P<mail>  [A-Za-z0-9._%+-]{{1,64}}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+ )
  | (?P<named> (?:{_NAMES}){_SPACE}?[0-9]+(?:[-.:][0-9]+)*
             | (?:{_PAPERS})(?![0-9{_LATIN}]) )
  | (?P<count> [0-9]+(?:\.[0-9]+)*\.(?=[A-Z]|[a-z]-[A-Za-z]) )
  | (?P<token> {_WORD}(?:[-_./]+{_WORD}|\([0-9{_LATIN}.,_/-]+\))* )
    """,
    re.VERBOSE,
)
_HAS_LATIN = re.compile(f"[{_LATIN}]")
# A sentence around an address adds these to its end; they are not part of it.
_AFTER_ADDRESS = ".,;:!?]}'’…ฯ"


def protected_spans(text: str) -> list[tuple[int, int]]:
    """Find the spans (start, end) whose digits stay Arabic: addresses, Latin codes, names of standards.

    A paragraph number glued to a Latin word ("1.Facebook") is not part of the word.

    >>> text = "ข้อ 9.1 O22 (ISO 9001) ที่ www.bangkok.go.th/x1"
    >>> [text[start:end] for start, end in protected_spans(text)]
    ['O22', 'ISO 9001', 'www.bangkok.go.th/x1']
    """
    spans = []
    for match in _SPANS.finditer(text):
        start, end = match.span()
        if match.lastgroup == "url":
            address = match.group()
            end = start + len(address.rstrip(_AFTER_ADDRESS if "(" in address else f"{_AFTER_ADDRESS})"))
        elif match.lastgroup == "count" or not _HAS_LATIN.search(match.group()):
            continue
        spans.append((start, end))
    return spans


def thai_digits(text: str) -> str:
    """Write the digits of a text in Thai, except in protected spans.

    >>> thai_digits("ข้อ 9.1 (1) แบบ สงม.1 ตาม O22, EIT(1) และ ISO 9001 จำนวน 3 ชุด")
    'ข้อ ๙.๑ (๑) แบบ สงม.๑ ตาม O22, EIT(1) และ ISO 9001 จำนวน ๓ ชุด'
    """
    parts = []
    done = 0
    for start, end in protected_spans(text):
        parts += [text[done:start].translate(_TO_THAI), text[start:end]]
        done = end
    return "".join(parts) + text[done:].translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """Write every Thai digit of a text in Arabic.

    >>> arabic_digits("๑ ม.ค. ๖๘")
    '1 ม.ค. 68'
    """
    return text.translate(_TO_ARABIC)
