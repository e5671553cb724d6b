"""Words: none typed twice, none of everyday speech, no polite particles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.inspector.subject import Subject
from ita_docs.paper import Line
from ita_docs.problems import Problem

# Short words that no right sentence says twice running, as patterns where a longer word must be told apart.
DOUBLED = (
    "และและ",
    "หรือหรือ",
    "ซึ่งซึ่ง",
    "โดยโดย",
    "เพื่อเพื่อ(?!น)",
    "ไม่ไม่",
    "(?<!ผู้)(?<!การ)(?<!มอบ)ให้ให้(?!บริการ|ความ|ข้อ|คำ|ทุน|เช่า|ยืม|กู้|เงิน|การ|สินบน|ของ|ประโยชน์)",
    "(?<=ผู้)ที่ที่",
    "ที่ที่ที่",
    "การการการ",
)
# Beginnings of nouns: a whole noun of this sort typed twice running is a slip.
NOUNS = ("การ", "ความ", "ผู้", "คณะ", "โรงเรียน", "สำนักงาน", "หน่วยงาน", "กรุงเทพ", "เจ้าหน้าที่", "ตัวชี้วัด", "มาตรการ")
# Words of everyday speech with those of official papers; a pattern where a longer word must be told apart.
SPOKEN = {
    "เยอะแยะ": "มาก",
    "เยอะ(?!แยะ)": "มาก",
    "แล้วก็": "แล้ว หรือ และ",
    "อยากจะ": "ประสงค์จะ",
    "อยากให้": "ประสงค์ให้",
    "ยังไง": "อย่างไร",
    "เมื่อไหร่": "เมื่อใด",
    "เท่าไหร่": "เท่าใด",
    "ไม่งั้น": "มิฉะนั้น",
    "แป๊บ": "ครู่หนึ่ง",
    "โรงพัก": "สถานีตำรวจ",
    "ใบขับขี่": "ใบอนุญาตขับรถ",
    "มอเตอร์ไซค์": "รถจักรยานยนต์",
    "รถเมล์": "รถโดยสารประจำทาง",
    "มหาลัย": "มหาวิทยาลัย",
    "พวกเรา": "เจ้าหน้าที่ หรือชื่อหน่วยงาน",
}

_SPACE = "[ \u00a0]"
_DOUBLED = re.compile("|".join(DOUBLED))
_DOUBLED_NOUN = re.compile(f"(?P<noun>(?:{'|'.join(NOUNS)})[ก-์]{{3,30}}?)(?P=noun)(?!ละ)")
_DOUBLED_APART = re.compile(rf"(?<![ก-์])(และ|หรือ|ซึ่ง|โดย|เพื่อ){_SPACE}{{1,2}}\1(?!น)")
_DOUBLED_ERA = re.compile(rf"(พ\.ศ\.|เรื่อง|เรียน|วันที่|จำนวน){_SPACE}{{0,2}}\1(?![ก-์])")
_PAIR = re.compile(f"(?<![^ \u00a0(“])([ก-์]{{5,60}}){_SPACE}\\1(?![^ \u00a0,.)”])")
_SPOKEN = re.compile("|".join(SPOKEN))
_PARTICLE = re.compile("(?:(?:นะ)?(?:ครับผม|ครับ|ค่ะ)|นะคะ)(?![ก-๎])")
_SAID = re.compile("“[^“”]{0,2000}”")


def findings(subject: Subject, line: Line, text: str) -> Iterator[Problem]:
    """Look at the words of a line."""
    doubled = _DOUBLED.search(text)
    if doubled:
        yield subject.found("word-doubled", line, doubled[0], _half(doubled[0]))
    for pattern in (_DOUBLED_NOUN, _DOUBLED_APART, _DOUBLED_ERA, _PAIR):
        match = pattern.search(text)
        if match:
            yield subject.found("word-doubled", line, match[0], match[1])
            break
    said = _SAID.sub("", text) if "“" in text else text
    spoken = _SPOKEN.search(said)
    if spoken:
        pattern_of = next(word for word in SPOKEN if re.fullmatch(word.partition("(?")[0], spoken[0]))
        yield subject.found("word-spoken", line, spoken[0], official=SPOKEN[pattern_of])
    particle = _PARTICLE.search(said)
    if particle:
        yield subject.found(
            "polite-particle", line, said[max(0, particle.start() - 8) : particle.end()].strip(), word=particle[0]
        )


def _half(words: str) -> str:
    """Give a word that is typed twice or three times once."""
    times = 3 if len(words) % 3 == 0 and words == words[: len(words) // 3] * 3 else 2
    return words[: len(words) // times]
