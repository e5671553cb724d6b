"""Where documents disagree: with the folder that they lie in, with the other documents that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ita_docs.agreement.setting import placed
from ita_docs.documents import KINDS, SERIES, Document
from ita_docs.documents.document import Fault, unknown
from ita_docs.documents.letter import Letter
from ita_docs.documents.memo import KIND_WORDS, Memo
from ita_docs.misfits import nearest
from ita_docs.places import ID
from ita_docs.problems import Problem
from ita_docs.setting import Setting
from ita_docs.source import Source


def wrong_kind(raw: Source, due: str) -> Iterator[Problem]:
    """Find a document that lies in the folder of another kind, or is of none."""
    kind = raw.value.get("kind") if isinstance(raw.value, dict) else None
    if not isinstance(kind, str) or kind in ("", due):
        return  # what is missing, empty or no text at all is said of every field alike
    place = raw.place(("kind",))
    if kind in KINDS:
        yield Problem("wrong-folder", place, {"value": kind, "folder": KINDS[kind].folder})
    else:
        yield Problem("unknown-kind", place, {"value": kind, "known": ", ".join(KINDS), "near": nearest(kind, KINDS)})


def wrong_series(raw: Source) -> Iterator[Problem]:
    """Find a document that is to be written for each of something that there is not."""
    each = raw.value.get("each", "") if isinstance(raw.value, dict) else ""
    if isinstance(each, str) and each and each not in SERIES:
        facts = {"value": each, "known": ", ".join(SERIES), "near": nearest(each, SERIES)}
        yield Problem("not-one-of", raw.place(("each",)), facts)


def wrong_name(raw: Source, due: str) -> Iterator[Problem]:
    """Find a document in a file that is not named after its id: by its file's name it is found, noted and cited."""
    name = raw.value.get("id") if isinstance(raw.value, dict) else None
    if isinstance(name, str) and name != due and ID.fullmatch(name):
        yield Problem("id-not-file-name", raw.place(("id",)), {"value": name, "file": f"{due}.yaml", "due": due})


def document_problems(documents: Iterable[Document], known: Mapping[str, Document]) -> Iterator[Problem]:
    """Find documents that name others which do not exist, or which cannot be enclosed."""
    for document in documents:
        content = document.content
        faults = list(_reference_faults(content, known))
        if isinstance(content, Memo | Letter):
            faults += _enclosure_faults(content, known)
        yield from placed(faults, document.source)


def paper_problems(setting: Setting, documents: Mapping[str, Document]) -> list[Problem]:
    """Find numbers and days that the office has noted for papers which do not exist."""
    known = {document.paper_id for document in documents.values()}
    strange = [name for name in setting.own.papers if name not in known]
    source = setting.sources["own"]
    faults = [unknown(("papers", name), "unknown-document", name, known) for name in strange]
    return [Problem(fault.code, source.key_place(fault.path), fault.facts) for fault in faults]


def _reference_faults(content: object, documents: Mapping[str, Document]) -> Iterator[Fault]:
    for key in ("encloses", "cites"):
        for index, name in enumerate(getattr(content, key, ())):
            if name not in documents:
                yield unknown((key, index), "unknown-document", name, documents)


def _enclosure_faults(memo: Memo | Letter, documents: Mapping[str, Document]) -> Iterator[Fault]:
    for index, name in enumerate(memo.encloses):
        if name in documents and documents[name].kind not in KIND_WORDS:
            kinds = ", ".join(kind for kind in KINDS if kind in KIND_WORDS)
            yield Fault(("encloses", index), "cannot-enclose", {"value": name, "known": kinds})
    if isinstance(memo, Memo) and memo.encloses and not any(paragraph.enclosures for paragraph in memo.paragraphs):
        yield Fault(("encloses",), "enclosures-unprinted", {})
