"""Which side exactly: an open role ("the police") becomes the named actor of the country it acts in."""

from __future__ import annotations

from attrs import evolve

from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.kind import ActorKind
from conflict_events.model.when import When

__all__ = ["localise"]


def localise(actor: Actor, country: Country | None, when: When | None) -> Actor:
    """The actor with its country in its name, where the name was left open.

    Args:
        actor: as mentioned.
        country: where it acted; None leaves an open role open.
        when: the days, which decide between regimes.

    >>> localise(Actor("Police Forces", ActorKind.STATE_FORCES), Country.of("IND"), None).name
    'Police Forces of India'
    """
    del when  # no regimes are known here yet
    if country is None or actor.country is not None or actor.id is not None:
        return actor
    if actor.kind is ActorKind.STATE_FORCES:
        return evolve(actor, name=f"{actor.name} of {country.name}", country=country)
    if "(" in actor.name:
        return actor
    return evolve(actor, name=f"{actor.name} ({country.name})", country=country)
