"""Spoil real papers until something breaks: `python bench/fuzz.py [SECONDS] [FILE.docx …]`.

Each spoiled paper goes through the whole inspection and is read as a template. Whatever comes out but problems, or
takes more than five seconds, is a find: its bytes are kept with what was said, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ita_docs import package
from ita_docs.examine import Manner, examine, mend
from ita_docs.package.members import Member, unzip
from ita_docs.problems import DocumentError
from ita_docs.template import Template

ROOT = Path(__file__).parent.parent
SLOW = 5.0  # seconds
MANNER = Manner()

# What stands where a figure, a name or a path is due.
JUNK = (
    *("", " ", "0", "-1", "1.5", "1e999", "nan", "99999999999999999999", "-2147483649", "๑๒", "٣", "²", "½", "0x1f"),
    *("true", "x" * 5000, "ก" * 3000, "\u202e", "\U0001f600", "\u0e33", "{{ a }}", "{% for x in y %}", "%s%n", "{0}"),
    *("../../../etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/a", "\\\\host\\share", "/word/document.xml"),
    *("document.xml", "word", "rId1", "rId99999", "//", "#", "?", "Normal", "nil", "auto", "FFFFFFF", "9999-99-99"),
)
ATTRIBUTE = re.compile(r'(?<==")[^"<]*(?=")')
TAG = re.compile(r"<[^<>]+>")
ELEMENT = re.compile(r"<(w:\w+)(?:\s[^<>]*)?(?:/>|>(?:(?!<\1[ >]).)*?</\1>)", re.DOTALL)
TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")

Change = Callable[[random.Random, bytes], bytes]


class Find(NamedTuple):
    """A paper that broke something, and how."""

    data: bytes
    said: str


# ---- spoiling bytes


def turn_bytes(chance: random.Random, data: bytes) -> bytes:
    """Turn some letters into others."""
    spoiled = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


def cut_bytes(chance: random.Random, data: bytes) -> bytes:
    """Take a stretch out, write it twice, or end there."""
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    return chance.choice((data[:start], data[:start] + data[end:], data[:end] + data[start:]))


def set_figure(chance: random.Random, data: bytes) -> bytes:
    """Put an extreme figure into an entry of the zip."""
    places = [match.start() for match in re.finditer(rb"PK[\1\3\5][\2\4\6]", data)]
    at = chance.choice(places) + chance.randrange(4, 46)
    width = chance.choice((2, 4))
    figure = chance.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFE)) & (256**width - 1)
    return data[:at] + figure.to_bytes(width, "little") + data[at + width :]


# ---- spoiling XML, so that most of it stays XML


def put_junk(chance: random.Random, text: str) -> str:
    """Put junk where values are due."""
    for _ in range(chance.choice((1, 1, 3, 20))):
        text = _replace(chance, ATTRIBUTE, text, chance.choice(JUNK))
    return text


def put_words(chance: random.Random, text: str) -> str:
    """Put junk where words are due."""
    return _replace(chance, TEXT, text, chance.choice(JUNK))


def drop_tag(chance: random.Random, text: str) -> str:
    """Take one tag out."""
    return _replace(chance, TAG, text, "")


def drop_element(chance: random.Random, text: str) -> str:
    """Take elements out, whole."""
    for _ in range(chance.choice((1, 3, 10))):
        text = _replace(chance, ELEMENT, text, "")
    return text


def move_element(chance: random.Random, text: str) -> str:
    """Put an element, whole, where another one begins, or into its place."""
    found = list(ELEMENT.finditer(text))
    if len(found) < 2:
        return text
    one, other = chance.choice(found)[0], chance.choice(found)
    end = chance.choice((other.start(), other.end()))
    return text[: other.start()] + one * chance.choice((1, 1, 2, 50)) + text[end:]


def wrap_element(chance: random.Random, text: str) -> str:
    """Put an element into many others of a sort."""
    found = list(ELEMENT.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    sort = chance.choice(("w:tbl", "w:p", "w:r", "w:tc", "w:sdt", "w:hyperlink", "w:txbxContent", "w:ins", one[1]))
    deep = chance.choice((1, 2, 30, 150))
    return text[: one.start()] + f"<{sort}>" * deep + one[0] + f"</{sort}>" * deep + text[one.end() :]


def rename_element(chance: random.Random, text: str) -> str:
    """Call an element by the name of another."""
    names = sorted(set(re.findall(r"<(w:\w+)", text)))
    if not names:
        return text
    old, new = chance.choice(names), chance.choice(names)
    return re.sub(rf"(</?){old}(?=[\s/>])", rf"\1{new}", text)


def _replace(chance: random.Random, pattern: re.Pattern[str], text: str, new: str) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + new + text[one.end() :]


# ---- spoiling the package


def spoil_part(chance: random.Random, data: bytes) -> bytes:
    """Spoil the XML of one part, of the body and of the lists more often than of others."""
    members = unzip(data, "")
    lists = [name for name in members if name.endswith(".rels") or name.startswith("[")]
    name = chance.choice((*members, *["word/document.xml"] * len(members), *lists))
    text = members[name].data.decode("utf-8", "replace") if name in members else ""
    for _ in range(chance.choice((1, 1, 2, 4))):
        text = chance.choice(IN_XML)(chance, text)
    return package.write({**members, name: Member.pack(text.encode("utf-8", "replace"))})


def shuffle_parts(chance: random.Random, data: bytes) -> bytes:
    """Take a part away, or put it into the place of another."""
    members = unzip(data, "")
    one, other = chance.choice(list(members)), chance.choice(list(members))
    spoiled = {name: member for name, member in members.items() if name != one}
    return package.write(chance.choice((spoiled, {**members, one: members[other]})))


IN_XML = (put_junk, put_junk, put_words, drop_tag, drop_element, move_element, wrap_element, rename_element)
CHANGES: Sequence[Change] = (turn_bytes, cut_bytes, set_figure, *[spoil_part] * 12, shuffle_parts)


# ---- looking for finds


def through_it_all(data: bytes) -> list[str]:
    """Let a file go through all that reads it; the codes of the problems that are told."""
    told = [
        problem.code for problem in examine({"fuzz.docx": data}.items(), MANNER) if problem.say() and problem.say("en")
    ]
    for read in (lambda: mend("fuzz.docx", data, MANNER), lambda: Template(data, name="fuzz.docx").lint()):
        try:
            read()
        except DocumentError as error:
            told += [problem.code for problem in error.problems if problem.say()]
    return told


def fuzz(papers: Sequence[bytes], seconds: float, seed: int) -> tuple[list[Find], Counter[str]]:
    """Spoil papers for so many seconds; give the finds, each way of breaking once, and how often each code was told."""
    chance = random.Random(seed)
    finds: dict[str, Find] = {}
    codes: Counter[str] = Counter()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = chance.choice(CHANGES)(chance, chance.choice(papers))
        start = time.monotonic()
        try:
            codes.update({"files": 1, **dict.fromkeys(through_it_all(data), 1)})
        except Exception as error:  # this is what we are after
            where = traceback.extract_tb(error.__traceback__)[-1]
            finds.setdefault(f"{type(error).__name__} {where.name}:{where.lineno}", Find(data, traceback.format_exc()))
        if (took := time.monotonic() - start) > SLOW:
            finds.setdefault("slow", Find(data, f"{took:.1f} s"))
    return list(finds.values()), codes


def starter_papers() -> Iterable[bytes]:
    """Take the templates as papers, and those of `build/` where it was run."""
    for path in (*sorted((ROOT / "templates").glob("*.docx")), *sorted((ROOT / "build").rglob("*.docx"))):
        yield path.read_bytes()


def main() -> None:
    """Fuzz, keep what was found, and say how it went."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("seconds", nargs="?", type=float, default=10.0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--keep", type=Path, default=ROOT / "build" / "fuzz")
    asked.add_argument("papers", nargs="*", type=Path)
    wanted = asked.parse_intermixed_args()
    papers = [path.read_bytes() for path in wanted.papers] or list(starter_papers())
    finds, codes = fuzz(papers, wanted.seconds, wanted.seed)
    doors = ("docx-", "xml-", "no-paper", "template-", "files")
    print(*(f"{count:7} {code}" for code, count in codes.most_common() if code.startswith(doors)), sep="\n")
    for find in finds:
        wanted.keep.mkdir(parents=True, exist_ok=True)
        file = wanted.keep / f"{sha256(find.data).hexdigest()[:12]}.docx"
        file.write_bytes(find.data)
        print(f"{file}\n{find.said}", file=sys.stderr)
    print(f"{len(finds)} finds")
    sys.exit(bool(finds))


if __name__ == "__main__":
    main()
