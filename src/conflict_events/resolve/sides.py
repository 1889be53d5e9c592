"""Which sides: agent and patient of the act, put into the columns as the codebook wants them for its type."""

from __future__ import annotations

from attrs import evolve

from conflict_events.frames.frame import EventFrame
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.country import Country
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.when import When
from conflict_events.resolve.draft import Draft
from conflict_events.resolve.who import localise

__all__ = ["settle_sides"]

CROWD = {
    EventType.PROTESTS: (ActorKind.PROTESTERS, "Protesters"),
    EventType.RIOTS: (ActorKind.RIOTERS, "Rioters"),
}
"""Who acts first in these types, whatever else they are (codebook, actors)."""

NEEDS_ATTACKER = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS})
"""Types in which someone did it, known or not."""

CIVIL_ROLES = frozenset(
    {
        VictimRole.CIVILIAN, VictimRole.CHILD, VictimRole.WOMAN, VictimRole.MEDIC,
        VictimRole.JOURNALIST, VictimRole.AID_WORKER,
    }
)  # fmt: skip


def _named(kind: ActorKind, word: str, country: Country | None) -> Actor:
    """``Protesters (X)`` and its like; the bare word where the country is not known."""
    return Actor(word if country is None else f"{word} ({country.name})", kind, country=country)


def _placed(mention: ActorMention | None, country: Country | None, when: When | None) -> Actor | None:
    """The actor of a mention as it counts in the country of the event."""
    if mention is None or mention.actor is None:
        return None
    actor = localise(mention.actor, country, when)
    phrases = dict.fromkeys((*actor.mentions, mention.text))
    return evolve(actor, mentions=tuple(phrases)).acting_in(country)


def _known(mention: ActorMention | None, reason: str = "") -> Basis:
    evidence = () if mention is None else (mention.evidence,)
    return Basis(Status.KNOWN, reason=reason, evidence=evidence)


def _inferred(reason: str, mention: ActorMention | None = None) -> Basis:
    evidence = () if mention is None else (mention.evidence,)
    return Basis(Status.INFERRED, reason=reason, evidence=evidence)


def _unknown_gunmen(country: Country | None) -> Actor:
    return _named(ActorKind.POLITICAL_MILITIA, "Unidentified Armed Group", country)


def _civil_claim(claims: tuple[CasualtyReport, ...]) -> CasualtyReport | None:
    """The first claim that says that civilians were killed or hurt."""
    for claim in claims:
        if claim.role in CIVIL_ROLES and claim.outcome in (Outcome.KILLED, Outcome.INJURED):
            return claim
    return None


def settle_sides(draft: Draft, country: Country | None) -> Draft:
    """Both sides of an act, and how they are known.

    Args:
        draft: with type, day and claims settled.
        country: where it happened, or the best guess at it; open roles ("the police") get their country from it.
    """
    frame, kind = draft.frame, draft.sub_event_type
    agent = frame.agent if frame.agent is not None else frame.claimed_by
    first = _placed(agent, country, draft.when)
    second = _placed(frame.patient, country, draft.when)
    more1 = _others(frame.more_agents, country, draft.when)
    more2 = _others(frame.more_patients, country, draft.when)
    first_basis = _agent_basis(frame, agent)
    second_basis = _known(frame.patient)

    if kind.event_type in CROWD:
        first, first_basis, more1 = _crowd(kind.event_type, first, first_basis, more1, country)
        if second is None and kind is SubEventType.EXCESSIVE_FORCE:
            second = _named(ActorKind.STATE_FORCES, "Police Forces", country)
            second = localise(second, country, draft.when)
            second_basis = _inferred("force against protesters, and nobody is named who used it")
    elif kind.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS:
        second, second_basis, more2 = _civilians(second, second_basis, more2, country)
    elif kind.event_type is EventType.EXPLOSIONS and second is None:
        hurt = _civil_claim(draft.casualties)
        if hurt is not None:
            second = _named(ActorKind.CIVILIANS, "Civilians", country)
            reason = f"civilians were hurt: {hurt.victim!r}"
            second_basis = Basis(Status.INFERRED, reason=reason, evidence=hurt.evidence)
    if kind is SubEventType.ARRESTS and first is None:
        first = localise(_named(ActorKind.STATE_FORCES, "Police Forces", country), country, draft.when)
        first_basis = _inferred("people were arrested, and nobody is named who did it")
    if kind.event_type is EventType.BATTLES and second is None and first is not None:
        second = _unknown_gunmen(country)
        second_basis = _inferred("a battle has two sides, and the other is not named")
    if first is None and kind.event_type in NEEDS_ATTACKER:
        first = _unknown_gunmen(country)
        first_basis = _inferred("somebody did it, and the words do not say who")

    draft = draft.settle("actor1", first, _shown(first_basis, frame) if first is not None else _absent())
    draft = draft.settle("actor2", second, _shown(second_basis, frame) if second is not None else _absent())
    if more1:
        told = tuple(mention.evidence for mention in (agent, *frame.more_agents) if mention is not None)
        draft = draft.settle("assoc_actor_1", more1, Basis(Status.KNOWN, "named with the first side", told))
    if more2:
        told = tuple(mention.evidence for mention in (frame.patient, *frame.more_patients) if mention is not None)
        draft = draft.settle("assoc_actor_2", more2, Basis(Status.KNOWN, "named with the second side", told))
    return draft


def _shown(basis: Basis, frame: EventFrame) -> Basis:
    """A side that follows from the kind of act rests on the words that tell the act."""
    return basis if basis.evidence else evolve(basis, evidence=(frame.trigger.evidence,))


def _absent() -> Basis:
    return Basis(Status.ABSENT, reason="the words name no such side")


def _agent_basis(frame: EventFrame, agent: ActorMention | None) -> Basis:
    if frame.agent is None and agent is not None:
        return _inferred(f"{agent.text!r} claims the act", agent)
    return _known(agent)


def _others(mentions: tuple[ActorMention, ...], country: Country | None, when: When | None) -> tuple[Actor, ...]:
    actors = [_placed(mention, country, when) for mention in mentions]
    return tuple(dict.fromkeys(actor for actor in actors if actor is not None))


def _crowd(
    event_type: EventType, first: Actor | None, basis: Basis, more: tuple[Actor, ...], country: Country | None
) -> tuple[Actor, Basis, tuple[Actor, ...]]:
    """The crowd as first side; who they are (students, a party) goes with it."""
    kind, word = CROWD[event_type]
    crowd = _named(kind, word, country)
    if first is None:
        return crowd, _inferred(f"{event_type.value.lower()} are acts of a crowd"), more
    if first.name.startswith(word):
        return evolve(first, kind=kind), basis, more
    if first.kind in (ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS):
        generic = first.name.split(" (")[0] in ("Civilians", "Protesters", "Rioters")
        crowd = evolve(crowd, mentions=first.mentions)
        return crowd, basis, more if generic else (first, *more)
    return crowd, basis, (first, *more)


def _civilians(
    second: Actor | None, basis: Basis, more: tuple[Actor, ...], country: Country | None
) -> tuple[Actor, Basis, tuple[Actor, ...]]:
    """Civilians as second side, always (codebook); who they are (journalists, a clan) goes with it."""
    civilians = _named(ActorKind.CIVILIANS, "Civilians", country)
    if second is None:
        return civilians, _inferred("violence against civilians has civilians as its second side"), more
    if second.name.startswith("Civilians"):
        return second, basis, more
    return evolve(civilians, mentions=second.mentions), basis, (second, *more)
