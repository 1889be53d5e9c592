"""Who was hurt is a side too: a event mention whose grammar names no patient takes it from the words of its claims."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.casualty import Outcome
from conflict_events.model.kind import GROUPS
from conflict_events.model.mention import ActorMention
from conflict_events.model.taxonomy import SubEventType

__all__ = ["with_victims"]

HURT = frozenset({Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED, Outcome.ARRESTED})


def with_victims(event_mention: EventMention, actors: Sequence[ActorMention]) -> EventMention:
    """The event mention with the side that its claims name as hurt.

    A leader known by name comes before all; without a patient, it is whoever the words of the claims name.

    A fighter killed with no other word of how is no civilian, so an attack on him is an armed clash (codebook:
    violence against civilians needs people who are unarmed).

    Args:
        event_mention: as the grammar of its sentence gave it.
        actors: mentions of sides in the article.
    """
    person = _leader(event_mention, actors)
    if person is not None and event_mention.patient is not None and person.actor != event_mention.patient.actor:
        event_mention = evolve(event_mention, patient=person, more_patients=())
    if event_mention.patient is None:
        patient = person or _hurt(event_mention, actors)
        if patient is None:
            return event_mention
        event_mention = evolve(event_mention, patient=patient)
    armed = (
        event_mention.patient is not None
        and event_mention.patient.actor is not None
        and event_mention.patient.actor.kind in GROUPS
    )
    if armed and event_mention.sub_event_type is SubEventType.ATTACK:
        return evolve(event_mention, sub_event_type=SubEventType.ARMED_CLASH, rule="tiebreak.armed_victim")
    return event_mention


def _leader(event_mention: EventMention, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The side of the one person whom a claim names and whom the registry knows as a leader."""
    for mention in event_mention.casualties:
        claim = mention.claim
        if claim is not None and claim.outcome is Outcome.KILLED and claim.low == claim.high == 1:
            for actor in actors:
                inside = mention.start <= actor.start and actor.end <= mention.end
                if inside and actor.rule == "actor.name.leader" and actor is not event_mention.agent:
                    return actor
    return None


def _hurt(event_mention: EventMention, actors: Sequence[ActorMention]) -> ActorMention | None:
    for mention in event_mention.casualties:
        if mention.claim is None or mention.historic or mention.claim.outcome not in HURT:
            continue
        for actor in actors:
            if mention.start <= actor.start and actor.end <= mention.end and actor is not event_mention.agent:
                return actor
    return None
