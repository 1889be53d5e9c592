"""Whether what two tellings say of an act can be true of one: days, places and sides that agree."""

from __future__ import annotations

from math import cos, hypot, radians

from conflict_events.events.draft import Draft
from conflict_events.model.actor import Actor
from conflict_events.model.evidence import Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import CROWDS, EventType, SubEventType

__all__ = [
    "answers",
    "days_agree",
    "escalates",
    "is_wide",
    "known_sides",
    "next_to",
    "places_agree",
    "side_name",
    "sides_agree",
]

BESIDE = 25.0
"""Kilometres between a town and a place named as near to it."""


def escalates(one: Draft, other: Draft) -> bool:
    """Whether both are acts of one crowd: a march, and tear gas or stones at it."""
    return one.sub_event_type.event_type in CROWDS and other.sub_event_type.event_type in CROWDS


def side_name(actor: Actor | None) -> str:
    """The name of a side; a crowd is one, whether it marches or riots."""
    if actor is None:
        return ""
    return "crowd" if actor.kind in (ActorKind.PROTESTERS, ActorKind.RIOTERS) else actor.name


def next_to(a: Place | None, b: Place | None) -> bool:
    """Whether two places are one, or one lies beside the other and is named only as near to it."""
    if a is None or b is None or a.name == b.name:
        return True
    if None in (a.latitude, a.longitude, b.latitude, b.longitude) or 2 not in (a.precision, b.precision):
        return False
    return _apart(a, b) <= BESIDE


def _apart(a: Place, b: Place) -> float:
    """Kilometres between two points not far from each other."""
    x, y, u, v = (radians(value or 0.0) for value in (a.longitude, a.latitude, b.longitude, b.latitude))
    return 6371.0 * hypot((u - x) * cos((y + v) / 2), v - y)


def days_agree(one: Draft, other: Draft) -> bool:
    """Days agree if either is open, or both spans share a day."""
    a, b = one.when, other.when
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def places_agree(a: Place | None, b: Place | None) -> bool:
    """Places agree if either is open, they are the same, or one is the country or division of the other."""
    if next_to(a, b) or a is None or b is None:
        return True
    if a.country != b.country:
        return False
    chain_a = {a.name, a.admin1, a.admin2, a.admin3}
    chain_b = {b.name, b.admin1, b.admin2, b.admin3}
    return is_wide(a) or is_wide(b) or a.name in chain_b or b.name in chain_a


def is_wide(place: Place) -> bool:
    """Whether a place is a country, or a part of one that is no division ("northwest Pakistan")."""
    return place.is_country or (place.country is not None and (place.feature or "").startswith("L."))


def sides_agree(one: Draft, other: Draft) -> bool:
    """Sides agree if no known side of one is missing among the known sides of the other."""
    unclear, agent = other.event_mention.unclear, one.event_mention.agent
    if unclear is not None and unclear.may_be and agent is not None and agent.actor is not None:
        return agent.actor.name in unclear.may_be  # "they" may be two sides, and neither did this
    if answers(one, other):
        return True
    if escalates(one, other):
        a, b = (draft.actor2 if "actor2" in _told_sides(draft) else None for draft in (one, other))
        return a is None or b is None or a.name == b.name  # one crowd, whoever meets it
    mine, theirs = known_sides(one), known_sides(other)
    if not mine or not theirs:
        return True
    return mine <= theirs or theirs <= mine


def _told_sides(draft: Draft) -> dict[str, Actor]:
    """The sides that the words name, less roles and unknowns."""
    pairs = (("actor1", draft.actor1), ("actor2", draft.actor2))
    return {name: actor for name, actor in pairs if actor is not None and _specific(draft, name, actor)}


def known_sides(draft: Draft) -> set[str]:
    """Their names."""
    return {side_name(actor) for actor in _told_sides(draft).values()}


def _specific(draft: Draft, name: str, actor: Actor) -> bool:
    basis = draft.bases.get(name)
    told = basis is not None and basis.status is Status.KNOWN
    return told and actor.kind is not ActorKind.CIVILIANS and not actor.unidentified


def answers(one: Draft, other: Draft) -> bool:
    """Whether a force fights back right behind an attack told without victims: one battle."""
    attack = one.sub_event_type is SubEventType.ATTACK and one.event_mention.patient is None and not one.casualties
    battle = other.sub_event_type.event_type is EventType.BATTLES
    return attack and battle and other.event_mention.sentence == one.event_mentions[-1].sentence + 1
