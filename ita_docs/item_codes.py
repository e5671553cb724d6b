"""The codes of the items in a new year: an item keeps its slug, and what is named after its code follows it.

Codes that content types into its sentences are left as they are; the review list names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ita_docs.agreement.setting import item_file
from ita_docs.misfits import nearest
from ita_docs.next_year import Carried, Change, begins_anew
from ita_docs.problems import DocumentError, Problem
from ita_docs.source import PathInto, Source, each_text, read

CODE = re.compile("[IEO][1-9][0-9]?")
HEADER = re.compile(r"(?:#.*\n)*")
YEAR_FILE = "year.yaml"


def recoded(files: Sequence[Carried], asked: Source) -> list[Carried]:
    """Give items of a new year the codes that a list of slugs and codes asks for, and their files the names.

    Raises DocumentError for slugs that the year does not have, for what is no code, and for two items of one code.
    """
    year = next(carried.source for carried in files if carried.file == YEAR_FILE)
    assert year
    items, texts = paths_of_items(year), dict(each_text(year.value))
    before = {slug: texts[path] for slug, path in items.items()}
    codes = {str(path[-1]): text for path, text in each_text(asked.value)}
    if problems := list(_problems(asked, codes, before, year.file)):
        raise DocumentError(problems)
    renamed = {f"indicators/{item_file(before[slug])}": slug for slug in codes}
    made = []
    for carried in files:
        if carried.file == YEAR_FILE:
            made.append(_year(carried, year, items, before, codes))
        elif slug := renamed.get(carried.file):
            made.append(_with_comments(carried, f"indicators/{item_file(codes[slug])}", {before[slug]: codes[slug]}))
        elif begins_anew(carried.file):
            made.append(_with_comments(carried, carried.file, {before[slug]: code for slug, code in codes.items()}))
        else:
            made.append(carried)
    return made


def paths_of_items(year: Source) -> dict[str, PathInto]:
    """Find where year.yaml has the code of each item, by its slug."""
    paths = [path for path, _ in each_text(year.value) if path[:1] == ("indicators",) and "items" in path[-2:-1]]
    return {str(path[-1]): path for path in paths}


def _problems(asked: Source, codes: Mapping[str, str], before: Mapping[str, str], file: str) -> Iterator[Problem]:
    taken = {code: slug for slug, code in before.items() if slug not in codes}
    for path, code in each_text(asked.value):
        slug = str(path[-1]) if path else ""
        if len(path) != 1 or slug not in before:
            facts = {"value": slug or code, "year_file": file, "near": nearest(slug, before)}
            yield Problem("unknown-slug", asked.key_place(path), facts)
        elif not CODE.fullmatch(code):
            yield Problem("not-a-code", asked.place(path), {"value": code})
        elif code in taken:
            yield Problem("duplicate-id", asked.place(path), {"value": code, "first": f"{file} ({taken[code]})"})
        taken.setdefault(code, slug)


def _year(
    carried: Carried, year: Source, items: Mapping[str, PathInto], before: Mapping[str, str], codes: Mapping[str, str]
) -> Carried:
    text = year.text
    for slug in sorted(codes, key=lambda slug: year.spans[items[slug]], reverse=True):
        start, end = year.spans[items[slug]]
        text = text[:start] + codes[slug] + text[end:]
    changes = [Change("recoded", items[slug], before[slug], code) for slug, code in codes.items()]
    source = read(text.encode(), year.file)
    return replace(carried, data=text.encode(), source=source, changes=(*carried.changes, *changes))


def _with_comments(carried: Carried, file: str, codes: Mapping[str, str]) -> Carried:
    """Name a file and put new codes into the comments that it begins with."""
    assert carried.source
    text = carried.source.text
    header = HEADER.match(text)
    end = header.end() if header else 0
    named = re.compile(rf"(?<![A-Z0-9])(?:{'|'.join(codes)})(?![0-9])")
    data = f"{named.sub(lambda code: codes[code[0]], text[:end])}{text[end:]}".encode()
    return replace(carried, file=file, data=data, source=read(data, carried.source.file.replace(carried.file, file)))
