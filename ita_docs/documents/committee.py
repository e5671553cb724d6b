"""Who sits on the committee that an order appoints, by post; for the papers of its meetings."""

from __future__ import annotations

from ita_docs.documents.document import Desk
from ita_docs.documents.order import ROLES, Order, people_of
from ita_docs.misfits import nearest
from ita_docs.problems import DocumentError, Place, Problem

COMMITTEE = "order-committee"  # the order that appoints the committee of the year


def members(desk: Desk, order_id: str = COMMITTEE, named: Place | None = None) -> list[tuple[str, str]]:
    """List the members of the first body of an order, `named` in some place of the content: post and role.

    Their names are left out: who comes writes down a name. Raises DocumentError where there is no such order.
    """
    order = desk.documents[order_id].content if order_id in desk.documents else None
    if not isinstance(order, Order):
        known = [name for name, document in desk.documents.items() if isinstance(document.content, Order)]
        facts = {"value": order_id, "known": ", ".join(known), "near": nearest(order_id, known)}
        raise DocumentError([Problem("unknown-document", named, facts)])
    body = order.bodies[0]
    return [
        (person.title, ROLES[body.type][member.role])
        for member in body.members
        for person in people_of(member, desk.setting)
    ]
