"""Where a line of Thai may end: between words, and not within what is read in one breath. The only user of pythainlp.

The tables below are for an official to proofread and lengthen.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ita_docs.thai.be_calendar import MONTHS, SHORT_MONTHS

# A line does not end with these; what they begin goes with them to the next one.
NEVER_LAST = (
    *("การ", "ความ", "ผู้", "ไม่", "มิ", "นาย", "นาง", "นางสาว", "ข้อ", "มาตรา"),
    *("สำนักงาน", "สำนักงานเขต", "สำนัก", "ฝ่าย", "เขต", "แขวง", "ถนน", "กระทรวง", "กรม", "กอง", "โรงเรียน"),
)
# A line does not begin with these.
NEVER_FIRST = ("ๆ", "ฯ", "ฯลฯ")
# Kept whole, though the dictionary takes them apart.
WHOLE = (
    "ตัวชี้วัด",
    "ช่องทาง",
    "ประกอบด้วย",
    "ผู้อำนวยการเขต",
    "รองประธานกรรมการ",
    "พัฒนาชุมชน",
    "สิ่งแวดล้อม",
)
# Names and phrases that stand on one line, though there is a space in them.
TOGETHER = ("Traffy Fondue", "Lunch Meeting", "One Stop", "Bribery Policy")
# The number goes with the word before it: พ.ศ. ๒๕๖๘, มาตรา ๑๒๘, วันที่ ๕.
BEFORE_NUMBER = ("พ.ศ.", "ค.ศ.", "มาตรา", "ข้อ", "ที่", "วรรค", "หมวด", "บท", "ราคา", "จำนวน")
# The word goes with the number before it: ๑๕ วัน, ๓,๐๐๐ บาท.
AFTER_NUMBER = (
    *("วัน", "เดือน", "ปี", "ชั่วโมง", "นาที", "น.", "ครั้ง", "บาท", "ร้อยละ", "คะแนน"),
    *("คน", "ราย", "ข้อ", "ฉบับ", "ชุด", "แผ่น", "หน้า", "เล่ม", "แห่ง", "เครื่อง", "คัน", "ชิ้น", "รายการ"),
    *("กระบวนงาน", "เว็บไซต์", "ช่องทาง", "ตัวชี้วัด", "โรงเรียน", "ฝ่าย", "กิโลเมตร", "เมตร", "ลิตร"),
)
# An abbreviation with full stops goes with these: สำนักงาน ป.ป.ช.
BEFORE_ABBREVIATION = ("สำนักงาน", "คณะกรรมการ", "ประธาน", "พนักงาน", "เลขาธิการ")
# Rank, name and surname go together.
TITLES = ("นางสาว", "นาง", "นาย")
RANKS = (
    *("สิบตรี", "สิบโท", "สิบเอก", "ร้อยตรี", "ร้อยโท", "ร้อยเอก", "พันตรี", "พันโท", "พันเอก", "พลตรี", "พลโท", "พลเอก"),
    *("จ่าตรี", "จ่าโท", "จ่าเอก", "เรือตรี", "เรือโท", "เรือเอก", "นาวาตรี", "นาวาโท", "นาวาเอก"),
    *("อากาศตรี", "อากาศโท", "อากาศเอก", "ตำรวจตรี", "ตำรวจโท", "ตำรวจเอก", "ดาบตำรวจ", "ดร."),
)

INSIDE, DISLIKED, BETWEEN = "0", "1", "2"

_CHUNK = re.compile(r"[^ \t\n]+")
_NUMBER = re.compile(r"[๐-๙0-9][๐-๙0-9.,/–-]*$")
_NUMBER_FIRST = re.compile(r"[๐-๙0-9]")
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,3}\.){2,}")
_ADDRESS = re.compile(r"https?://|www\.")
_AFTER_SLASH = re.compile(r"(?<=[^/:]/)(?=[^/])")
_LAST = re.compile(r"[ก-ฺเ-๎A-Za-z)”/]")
_FIRST = re.compile(r"[ก-ฮเ-ไA-Za-z(“]")


def line_ends(paragraph: str) -> str:
    """Grade every place of a paragraph for the end of a line: 2 good, 1 disliked, 0 inside a word.

    The third grade is that of a line that ends after two letters; a space stays with what is before it.

    >>> line_ends("ตามที่สำนักงาน ป.ป.ช. กำหนด")
    '000000200000000100000020000'
    """
    grades = [INSIDE if letter == " " else BETWEEN for letter in paragraph]
    chunks = list(_CHUNK.finditer(paragraph))
    names = set(_names([chunk[0] for chunk in chunks]))
    for at, chunk in enumerate(chunks):
        whole = at in names or at - 1 in names
        grades[chunk.start() : chunk.end()] = INSIDE * len(chunk[0]) if whole else _inside(chunk[0])
        if at:
            together = at - 1 in names or _belong_together(chunks[at - 1][0], chunk[0])
            grades[chunk.start()] = DISLIKED if together else BETWEEN
    return "".join(grades)


@cache
def _inside(chunk: str) -> str:
    """Grade every place of a text without spaces.

    >>> _inside("ให้ผู้อำนวยการทราบ")
    '000200000000002000'
    >>> _inside("ฝ่ายรายได้")
    '0000100000'
    """
    from pythainlp.tokenize import word_tokenize  # only for PDFs: the dictionary takes half a second

    if _ADDRESS.match(chunk):
        slashes = {found.start() for found in _AFTER_SLASH.finditer(chunk)}
        return "".join(DISLIKED if at in slashes else INSIDE for at in range(len(chunk)))
    grades, at = [INSIDE] * len(chunk), 0
    for word, following in pairwise(word_tokenize(chunk, engine="newmm")):
        at += len(word)
        if _LAST.match(chunk, at - 1) and _FIRST.match(chunk, at):
            grades[at] = DISLIKED if word in NEVER_LAST or following in NEVER_FIRST else BETWEEN
    for whole in WHOLE:
        for found in re.finditer(whole, chunk):
            for place in range(found.start() + 1, found.end()):
                grades[place] = min(grades[place], DISLIKED)
    return "".join(grades)


def _belong_together(before: str, after: str) -> bool:
    """Tell whether no line should end at the space between two texts.

    >>> _belong_together("ภายในวันที่", "๓๐"), _belong_together("๓๐", "เมษายน"), _belong_together("เมษายน", "๒๕๖๘")
    (True, True, False)
    >>> _belong_together("พ.ศ.", "๒๕๖๘"), _belong_together("๒๕๖๘", "และ")
    (True, False)
    """
    if _NUMBER_FIRST.match(after):
        return before.endswith(BEFORE_NUMBER)
    if _NUMBER.fullmatch(before):
        return after.startswith((*AFTER_NUMBER, *MONTHS, *SHORT_MONTHS))
    if _ABBREVIATION.match(after):
        return before.endswith(BEFORE_ABBREVIATION)
    said = f"{before} {after}"
    return after.startswith(NEVER_FIRST) or any(_across(name, before, said) for name in TOGETHER)


def _across(name: str, before: str, said: str) -> bool:
    at = said.find(name)
    return 0 <= at < len(before) < at + len(name)


def _names(chunks: list[str]) -> Iterator[int]:
    """Number the texts that a person's name goes on after: the rank, or the title with the name.

    >>> list(_names(["มอบให้", "ว่าที่ร้อยตรี", "ทดสอบ", "ตัวอย่าง", "และ", "นายสมมุติ", "ตัวอย่าง", "เป็นผู้รับ"]))
    [1, 2, 5]
    """
    for at, chunk in enumerate(chunks):
        goes_on = len(chunks) - at - 1
        if chunk.endswith(RANKS) or chunk in TITLES:
            yield from range(at, at + min(2, goes_on))
        elif goes_on and chunk.startswith(TITLES) and _is_titled(chunk):
            yield at


def _is_titled(chunk: str) -> bool:
    """Tell a person's title from a word that begins like one.

    >>> _is_titled("นายสมมุติ"), _is_titled("นายทะเบียน")
    (True, False)
    """
    title = next(title for title in TITLES if chunk.startswith(title))
    return len(chunk) > len(title) and _inside(chunk)[len(title)] != INSIDE
