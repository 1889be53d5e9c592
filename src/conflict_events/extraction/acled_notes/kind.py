"""Which type the one event of a note is, where its sentences tell several acts: the codebook's order, and the label."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.kind import FORCES, ActorKind
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import CROWDS, EventType
from conflict_events.model.taxonomy import SubEventType as Kind

__all__ = ["main_of"]

_LESS = frozenset({Kind.LOOTING, Kind.ABDUCTION, Kind.ARRESTS, Kind.CHANGE_TO_GROUP})
"""Acts that a killing told beside them outweighs."""
_BY_THE_ARMED = frozenset({Kind.ATTACK, Kind.ARMED_CLASH})
"""Acts of armed sides; what people without arms do to others is mob violence."""
_WORSE = frozenset({Kind.ATTACK, Kind.SEXUAL_VIOLENCE, Kind.ARMED_CLASH})


def main_of(label: Kind | None, event_mentions: Sequence[EventMention], *, protest: bool) -> EventMention | None:
    """The event mention that the note is about, with the type of the whole note.

    Args:
        label: the type that the note's label names.
        event_mentions: its acts, in the order of the text.
        protest: whether its words speak of a protest that is no aim of one.
    """
    live = [
        event_mention
        for event_mention in event_mentions
        if event_mention.standing is Standing.NEWS and not event_mention.passing
    ] or list(event_mentions)
    if not live:
        return None
    main = max(live, key=lambda event_mention: event_mention.salience)
    if label is not None:
        return _labelled(label, live, main)
    crowd = next((event_mention for event_mention in live if event_mention.sub_event_type.event_type in CROWDS), None)
    if main.sub_event_type.event_type is EventType.STRATEGIC_DEVELOPMENTS and crowd is not None:
        main = crowd  # a note of a strategic development bears a label
    if main.sub_event_type is Kind.ARRESTS and protest:
        return evolve(main, sub_event_type=Kind.PROTEST_WITH_INTERVENTION, rule="note.arrests_at_protest")
    first = live[0]
    kinds = {event_mention.sub_event_type for event_mention in live}
    if first.sub_event_type.event_type in CROWDS or main.sub_event_type.event_type in CROWDS:
        crowd = first if first.sub_event_type.event_type in CROWDS else main
        kind = _of_crowd(crowd.sub_event_type, live, kinds)
        if kind is Kind.VIOLENT_DEMONSTRATION and _only_blocks(event_mentions):
            kind = _of_crowd(Kind.PEACEFUL_PROTEST, live, kinds - {Kind.VIOLENT_DEMONSTRATION})
        return evolve(crowd, sub_event_type=kind, rule=crowd.rule if kind is crowd.sub_event_type else "note.escalates")
    mob = next((event_mention for event_mention in live if event_mention.sub_event_type is Kind.MOB_VIOLENCE), None)
    if main.sub_event_type is Kind.ATTACK and mob is not None and not _by_force(main):
        return evolve(main, sub_event_type=Kind.MOB_VIOLENCE, rule="note.escalates")
    if main.sub_event_type in _BY_THE_ARMED and _by_people(main):
        return evolve(main, sub_event_type=Kind.MOB_VIOLENCE, rule="note.by_people")
    if main.sub_event_type in _LESS:
        return next((f for f in live if f.sub_event_type in _WORSE and _killed(f)), main)
    return main


def _by_people(event_mention: EventMention) -> bool:
    """Whether people without arms are the ones who act; one man is no mob."""
    agent = event_mention.agent
    struck = event_mention.trigger.entry.startswith(
        ("beat", "kill.to_death", "kill.murder", "mob", "assault.verb", "clash")
    )
    if not struck or agent is None or agent.actor is None:
        return False
    return agent.plural and agent.actor.kind is ActorKind.CIVILIANS


def _labelled(label: Kind, live: Sequence[EventMention], main: EventMention) -> EventMention:
    """The event mention of the label's type; without one, the main event mention under that type."""
    same = next((event_mention for event_mention in live if event_mention.sub_event_type is label), None)
    return same or evolve(main, sub_event_type=label, rule="note.label")


def _of_crowd(kind: Kind, live: Sequence[EventMention], kinds: set[Kind]) -> Kind:
    """What a crowd's day was in the end: one riot if it turned violent, else what force met it."""
    if Kind.EXCESSIVE_FORCE in kinds and kind.event_type is EventType.PROTESTS:
        return Kind.EXCESSIVE_FORCE
    if kind is Kind.PEACEFUL_PROTEST or kind is Kind.PROTEST_WITH_INTERVENTION:
        if Kind.VIOLENT_DEMONSTRATION in kinds:
            return Kind.VIOLENT_DEMONSTRATION
        if any(event_mention.sub_event_type is Kind.ATTACK and _by_force(event_mention) for event_mention in live):
            return Kind.EXCESSIVE_FORCE
        if kinds & {Kind.PROTEST_WITH_INTERVENTION, Kind.ARRESTS}:
            return Kind.PROTEST_WITH_INTERVENTION
    return kind


def _only_blocks(event_mentions: Sequence[EventMention]) -> bool:
    """Whether a crowd only blocked a road, which is no violence (codebook, protests)."""
    words = {
        trigger.entry for event_mention in event_mentions for trigger in (event_mention.trigger, *event_mention.also)
    }
    acts = {word for word in words if word.startswith(("riot", "mob", "clash", "loot"))}
    return acts <= {"riot.block", "riot.block_way"}


def _by_force(event_mention: EventMention) -> bool:
    agent = event_mention.agent
    return agent is not None and agent.actor is not None and agent.actor.kind in FORCES


def _killed(event_mention: EventMention) -> bool:
    return any(loss.claim is not None and str(loss.claim.outcome) == "killed" for loss in event_mention.casualties)
