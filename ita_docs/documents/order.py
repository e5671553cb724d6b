"""คำสั่ง: an order that appoints committees and working groups (ข้อ ๑๖, แบบที่ ๔)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ita_docs.documents.document import Desk, Document, DocumentContent, Fault, View, numbered, unknown
from ita_docs.documents.emblem import emblem
from ita_docs.documents.signing import signature
from ita_docs.fields import Content, OpenDay, OpenText, OptionalText, Text, renamed
from ita_docs.office import Person
from ita_docs.setting import Setting
from ita_docs.thai.dates import dated_blank, given_at_blank, number_line
from ita_docs.thai.text import typeset

Role = Literal["chair", "vice-chair", "member", "secretary", "assistant-secretary"]
BodyType = Literal["committee", "working-group"]

# The titles of the roles: a committee's differ from a working group's.
ROLES: dict[BodyType, dict[Role, str]] = {
    "committee": {
        "chair": "ประธานกรรมการ",
        "vice-chair": "รองประธานกรรมการ",
        "member": "กรรมการ",
        "secretary": "กรรมการและเลขานุการ",
        "assistant-secretary": "กรรมการและผู้ช่วยเลขานุการ",
    },
    "working-group": {
        "chair": "ประธานคณะทำงาน",
        "vice-chair": "รองประธานคณะทำงาน",
        "member": "คณะทำงาน",
        "secretary": "คณะทำงานและเลขานุการ",
        "assistant-secretary": "คณะทำงานและผู้ช่วยเลขานุการ",
    },
}
CALLED: dict[BodyType, str] = {"committee": "คณะกรรมการ", "working-group": "คณะทำงาน"}
WAYS = ("post", "sections", "schools", "owners_of", "text")


class Member(Content):
    """One line, or one list, of members: by post, by sections or schools, by an indicator's owners, or in words."""

    role: Role
    post: OptionalText = None
    sections: Text | tuple[Text, ...] | None = None
    schools: Text | tuple[Text, ...] | None = None
    owners_of: OptionalText = None
    text: OptionalText = None
    excepted: tuple[Text, ...] = renamed("except", ())

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways in which this entry names its members."""
        return tuple(way for way in WAYS if getattr(self, way) is not None)


class Body(Content):
    """A committee or working group: its members in order, and its duties."""

    name: Text
    type: BodyType
    members: tuple[Member, ...]
    duties: tuple[Text, ...]


class Revoked(Content):
    """An earlier order that this one revokes."""

    title: Text
    number: OpenText = None
    day: OpenDay


class Order(DocumentContent):
    """The content of an order."""

    title: Text
    reason: tuple[Text, ...]
    authority: OptionalText = None
    revokes: Revoked | None = None
    cites: tuple[Text, ...] = ()
    bodies: tuple[Body, ...]
    closing: Text


def faults(order: Order, setting: Setting) -> Iterator[Fault]:
    """Find members that the office does not have, that stand twice, and bodies without exactly one chair."""
    for body_index, body in enumerate(order.bodies):
        path = ("bodies", body_index, "members")
        sound = True
        for index, member in enumerate(body.members):
            for fault in _member_faults(member, (*path, index), setting):
                sound = False
                yield fault
        chairs = sum(member.role == "chair" for member in body.members)
        if chairs != 1:
            yield Fault(path, "one-chair", {"value": body.name, "counted": str(chairs)})
        if sound:
            names = [person.title for member in body.members for person in people_of(member, setting)]
            for name in dict.fromkeys(name for name in names if names.count(name) > 1):
                yield Fault(path, "member-twice", {"value": name, "body": body.name})


def view(document: Document, desk: Desk) -> View:
    """Give the values that the template of an order prints."""
    order, setting = document.content, desk.setting
    assert isinstance(order, Order)
    facts = setting.facts(document.paper_id)
    return {
        **emblem(setting),
        "office_name": setting.office.name.th,
        "number_line": number_line(facts.number, facts.signed),
        "title": typeset(order.title),
        "reason": [typeset(text) for text in _reason(order)],
        "bodies": [_body_view(index, body, setting) for index, body in enumerate(order.bodies, 1)],
        "revokes": _revokes(order.revokes, setting),
        "closing": typeset(order.closing),
        "given": given_at_blank(facts.signed),
        **signature(desk, facts),
    }


def _reason(order: Order) -> list[str]:
    """Give the reason, and the power relied on before its last paragraph, which appoints."""
    return [*order.reason[:-1], *filter(None, [order.authority]), *order.reason[-1:]]


def _body_view(index: int, body: Body, setting: Setting) -> dict[str, object]:
    members: list[dict[str, str]] = []
    for member in body.members:
        for person in people_of(member, setting):
            members.append(
                {
                    "number": typeset(f"{index}.{len(members) + 1}"),
                    "name": typeset(f"{person.rank or ''}{person.name}") if person.name else "",
                    "post": typeset(person.title),
                    "role": ROLES[body.type][member.role],
                }
            )
    duties = numbered(body.duties)
    return {
        "number": typeset(str(index)),
        "name": typeset(body.name),
        "called": CALLED[body.type],
        "members": members,
        "duties": [{**duty, "kept": duty is duties[-1]} for duty in duties],
    }


def people_of(member: Member, setting: Setting) -> list[Person]:
    """Find the people whom a member line names."""
    people = setting.people
    if member.post:
        return [people[member.post]]
    if member.text:
        return [Person(member.text)]
    if member.owners_of:
        units: tuple[str, ...] = setting.owners(member.owners_of)
    elif member.sections:
        units = _chosen(member.sections, [section.id for section in setting.office.sections])
    else:
        units = _chosen(member.schools or (), [school.id for school in setting.office.schools])
    return [people[f"head-{unit}"] for unit in units if unit not in member.excepted]


def _chosen(wanted: str | tuple[str, ...], known: list[str]) -> tuple[str, ...]:
    return tuple(known) if wanted == "all" else tuple(wanted)


def _member_faults(member: Member, path: tuple[str | int, ...], setting: Setting) -> Iterator[Fault]:
    if len(member.ways) != 1:
        yield Fault(path, "wrong-member", {})
        return
    people = setting.people
    sections = [section.id for section in setting.office.sections]
    schools = [school.id for school in setting.office.schools]
    if member.post and member.post not in people:
        yield unknown((*path, "post"), "unknown-person", member.post, people)
    if member.owners_of and member.owners_of not in setting.year.groups:
        yield unknown((*path, "owners_of"), "unknown-indicator", member.owners_of, setting.year.groups)
    for key, wanted, known, code in (
        ("sections", member.sections, sections, "unknown-section"),
        ("schools", member.schools, schools, "unknown-school"),
        ("except", member.excepted, sections + schools, "unknown-section"),
    ):
        if isinstance(wanted, str):
            if wanted != "all":
                yield unknown((*path, key), code, wanted, ["all", *known])
            continue
        for index, name in enumerate(wanted or ()):
            if name not in known:
                yield unknown((*path, key, index), code, name, known)


def _revokes(revoked: Revoked | None, setting: Setting) -> str:
    """Write the clause that revokes an earlier order; nothing where there is none."""
    if revoked is None:
        return ""
    number = number_line(revoked.number, revoked.day)
    return typeset(f"ให้ยกเลิกคำสั่ง{setting.office.name.th} {number} {dated_blank(revoked.day)} เรื่อง {revoked.title}")
