"""Findings of correspondence: labels, numbers, whom one greets how, what is referred to, how a text opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem
from ita_docs.thai.digits import arabic_digits, thai_digits

ERA = 543
FIRST_BUDDHIST = 2400
LONGEST_LABEL = 240
LONGEST_VALUE = 1000

# The offices that are greeted กราบเรียน: the closed list of ภาคผนวก ๒.
HIGHEST_OFFICES = (
    "ประธานองคมนตรี",
    "นายกรัฐมนตรี",
    "ประธานรัฐสภา",
    "ประธานสภาผู้แทนราษฎร",
    "ประธานวุฒิสภา",
    "ประธานศาลฎีกา",
    "รัฐบุรุษ",
    "ประธานศาลรัฐธรรมนูญ",
    "ประธานศาลปกครองสูงสุด",
    "ประธานกรรมการการเลือกตั้ง",
    "ประธานกรรมการสิทธิมนุษยชนแห่งชาติ",
    "ประธานกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
    "ประธานกรรมการตรวจเงินแผ่นดิน",
    "ผู้ตรวจการแผ่นดิน",
)
# What each salutation is closed with (ภาคผนวก ๒): the beginning of the salutation, the close, whether exactly so.
CLOSINGS = (
    ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง", True),
    ("เรียน", "ขอแสดงความนับถือ", True),
    ("นมัสการ", "ขอนมัสการด้วยความเคารพ", False),
)
# Labels that the form words otherwise.
LABELS = {
    "สิ่งที่แนบมาด้วย": "สิ่งที่ส่งมาด้วย",
    "สิ่งที่แนบมาพร้อมนี้": "สิ่งที่ส่งมาด้วย",
    "สิ่งที่ส่งมาพร้อมนี้": "สิ่งที่ส่งมาด้วย",
    "เอกสารที่แนบมาด้วย": "สิ่งที่ส่งมาด้วย",
    "เอกสารแนบ": "สิ่งที่ส่งมาด้วย",
    "อ้างอิง": "อ้างถึง",
    "สำเนาเรียน": "สำเนาส่ง",
    "สำเนาถึง": "สำเนาส่ง",
}

_LABEL = re.compile(rf"({'|'.join(LABELS)})(?=[\s:])")
_OFFICE = re.compile(rf"(?:{'|'.join(HIGHEST_OFFICES)})(?=$|\s|\()")
_ADDRESSED = re.compile(r"(กราบเรียน|เรียน|นมัสการ)\s*:?\s*([^\t\n]*)")
_CLOSING = re.compile(r"ขอแสดงความนับถือ(?:อย่างยิ่ง|อย่างสูง)?|ขอ(?:กราบ)?นมัสการ\S*")
_MONK = re.compile(r"ขอ(?:กราบ)?นมัสการ")

_YEARLY = re.compile(r"(?:เลข)?ที่\s*(?P<number>[^/\t]{0,40}?)\s*(?:/\s*(?P<year>[0-9๐-๙]*)(?P<rest>\S*))?$")
_PLAIN = re.compile(r"^\s*[0-9๐-๙-]+\s*$")  # a number that runs by the year, without an agency's letters
_SESSION = re.compile(r"ครั้งที่\s*(?P<number>[0-9๐-๙][^/\s]{0,20})(?:\s*/\s*(?P<year>[0-9๐-๙]*)(?P<rest>\S*))?")
_LETTER_NUMBER = re.compile(
    r"ที่\s+[ก-ฮ]{2}\.?\s*[0-9๐-๙][0-9๐-๙./\-() ก-ฮ]{0,40}/\s*(?:ว\s*)?[0-9๐-๙]+(?:/[0-9๐-๙]+)?(?=\s|$)"
)
_COLUMN = re.compile(r"[\t\n]| {3,}|\s*วันที่")
_FILLED = re.compile(r"ที่\s+[^0-9๐-๙]{0,40}[0-9๐-๙]")
_OPEN = re.compile(r"\.{3}|…|_{3}|/\s*$")

_FROM_PAPER = re.compile(r"(?:ตาม(?:ที่|หนังสือ|บันทึก|คำสั่ง|ประกาศ|มติ)|อนุสนธิ)")
_NAN = re.compile(r"นั้น(?=[\s,]|$)")
_CAUSE = re.compile(r"(?:ด้วย|เนื่องจาก)(?!กัน|ว่า)")
_COUNTED = re.compile(r"[0-9๐-๙.…]+\s*(?:ชุด|ฉบับ|แผ่น|เล่ม|รายการ|หน้า|ไฟล์|ซอง|กล่อง|แฟ้ม|เรื่อง|ราย|ใบ)|QR|คิวอาร์")


def findings(subject: Subject) -> Iterator[Problem]:
    """Read the labels of the head and the first paragraphs of the text."""
    yield from _labels(subject)
    yield from _numbers(subject)
    yield from _greetings(subject)
    yield from _references(subject)
    yield from _openings(subject)


def _labels(subject: Subject) -> Iterator[Problem]:
    if subject.kind != "letter":
        return
    text = subject.parts.get("text", (0,))[0]
    foot = subject.parts.get("closing", (len(subject.lines),))[0]
    for line in (*subject.lines[: text + 2], *subject.lines[foot:]):
        match = _LABEL.match(line.words)
        if match:
            yield subject.found("label-wording", line, match[1], LABELS[match[1]])


def _numbers(subject: Subject) -> Iterator[Problem]:
    line = subject.part("session" if subject.kind == "minutes" else "number")
    if line is None:
        return
    text = line.words[:LONGEST_LABEL]
    number = _COLUMN.split(text)[0].strip()
    if subject.kind in ("order", "certificate"):
        match = _YEARLY.match(number)
        if match and match["number"].strip() and not _OPEN.search(number):
            yield from _yearly(subject, "order-number-form", line, match)
    elif subject.kind == "minutes":
        match = _SESSION.search(text)
        if match and not _OPEN.search(match[0]):
            yield from _yearly(subject, "session-form", line, match)
    elif _FILLED.match(number) and not _OPEN.search(number) and not _LETTER_NUMBER.match(number):
        yield subject.found("letter-number-form", line, number)


def _yearly(subject: Subject, code: str, line: Line, match: re.Match[str]) -> Iterator[Problem]:
    """A number runs through the calendar year and stands over its Buddhist year in full."""
    year = arabic_digits(match["year"] or "")
    if match["rest"] and not match["rest"].startswith((")", "-")):
        return
    if len(year) == 4 and int(year) >= FIRST_BUDDHIST:
        return
    full = {2: f"25{year}", 4: str(int(year or 0) + ERA)}.get(len(year), "")
    words = match[0].strip()
    if full and _PLAIN.search(match["number"]):
        before = words[: words.rindex("/") + 1]
        yield subject.found(code, line, words, before + (full if year == match["year"] else thai_digits(full)))
    else:
        yield subject.found(code, line, words)


def _greetings(subject: Subject) -> Iterator[Problem]:
    line = subject.part("salutation")
    match = _ADDRESSED.match(line.words[:LONGEST_LABEL]) if line else None
    if line is None or match is None or subject.kind not in ("letter", "memo"):
        return
    salutation, addressee = match[1], match[2].strip()
    highest = bool(_OFFICE.search(addressee))
    if salutation == "กราบเรียน" and addressee and not highest and not _OPEN.search(addressee):
        yield subject.found("salutation-mismatch", line, f"กราบเรียน  {addressee}", f"เรียน  {addressee}")
        salutation = "เรียน"
    elif salutation == "เรียน" and _OFFICE.match(addressee):
        yield subject.found("salutation-mismatch", line, f"เรียน  {addressee}", f"กราบเรียน  {addressee}")
        salutation = "กราบเรียน"
    closing = subject.part("closing")
    said = _CLOSING.match(closing.words) if closing else None
    if said is None:
        return
    for greeting, close, exactly in CLOSINGS:
        if greeting == salutation and (said[0] != close if exactly else not _MONK.match(said[0])):
            yield subject.found("closing-mismatch", closing, said[0], close, salutation=salutation)


def _references(subject: Subject) -> Iterator[Problem]:
    if subject.kind != "letter":
        return
    for at in subject.parts.get("reference", ()):
        line = subject.lines[at]
        said = re.sub(r"^อ้างถึง\s*:?\s*", "", line.words[:LONGEST_VALUE])
        cites_letter = said.startswith(("หนังสือ", "บันทึก", "ที่ "))
        if cites_letter and not (said.startswith(("หนังสือ", "บันทึก")) and "ที่" in said and "ลงวันที่" in said):
            yield subject.found("reference-form", line, said)
    for at in subject.parts.get("enclosure", ()):
        line = subject.lines[at]
        said = re.sub(r"^สิ่งที่\S+\s*:?\s*", "", line.words[:LONGEST_VALUE])
        if said and not _COUNTED.search(said):
            yield subject.found("enclosure-uncounted", line, said)


def _openings(subject: Subject) -> Iterator[Problem]:
    if "text" not in subject.parts:
        return
    first = subject.parts["text"][0]
    text = subject.lines[first : first + 3]
    for at, line in enumerate(text):
        opening = _FROM_PAPER.match(line.words)
        if opening:
            if not any(_NAN.search(each.text) for each in text[at : at + 2]):
                yield subject.found("opening-without-nan", line, opening[0])
            return
        cause = _CAUSE.match(line.words)
        if cause:
            if line.words.endswith(" นั้น"):
                yield subject.found("opening-with-nan", line, f"{cause[0]} … นั้น", opening=cause[0])
            return
