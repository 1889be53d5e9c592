"""Which type the one event of a note is, where its sentences tell several acts: the codebook's order, and the label."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from conflict_events.frames.frame import EventFrame, Standing
from conflict_events.model.kind import FORCES, ActorKind
from conflict_events.model.taxonomy import CROWDS, EventType
from conflict_events.model.taxonomy import SubEventType as Kind

__all__ = ["main_of"]

_LESS = frozenset({Kind.LOOTING, Kind.ABDUCTION, Kind.ARRESTS, Kind.CHANGE_TO_GROUP})
"""Acts that a killing told beside them outweighs."""
_BY_THE_ARMED = frozenset({Kind.ATTACK, Kind.ARMED_CLASH})
"""Acts of armed sides; what people without arms do to others is mob violence."""
_WORSE = frozenset({Kind.ATTACK, Kind.SEXUAL_VIOLENCE, Kind.ARMED_CLASH})


def main_of(label: Kind | None, frames: Sequence[EventFrame], *, protest: bool) -> EventFrame | None:
    """The frame that the note is about, with the type of the whole note.

    Args:
        label: the type that the note's label names.
        frames: its acts, in the order of the text.
        protest: whether its words speak of a protest that is no aim of one.
    """
    live = [frame for frame in frames if frame.standing is Standing.FRESH and not frame.passing] or list(frames)
    if not live:
        return None
    main = max(live, key=lambda frame: frame.salience)
    if label is not None:
        return _labelled(label, live, main)
    crowd = next((frame for frame in live if frame.sub_event_type.event_type in CROWDS), None)
    if main.sub_event_type.event_type is EventType.STRATEGIC_DEVELOPMENTS and crowd is not None:
        main = crowd  # a note of a strategic development bears a label
    if main.sub_event_type is Kind.ARRESTS and protest:
        return evolve(main, sub_event_type=Kind.PROTEST_WITH_INTERVENTION, rule="note.arrests_at_protest")
    first = live[0]
    kinds = {frame.sub_event_type for frame in live}
    if first.sub_event_type.event_type in CROWDS or main.sub_event_type.event_type in CROWDS:
        crowd = first if first.sub_event_type.event_type in CROWDS else main
        kind = _of_crowd(crowd.sub_event_type, live, kinds)
        if kind is Kind.VIOLENT_DEMONSTRATION and _only_blocks(frames):
            kind = _of_crowd(Kind.PEACEFUL_PROTEST, live, kinds - {Kind.VIOLENT_DEMONSTRATION})
        return evolve(crowd, sub_event_type=kind, rule=crowd.rule if kind is crowd.sub_event_type else "note.escalates")
    mob = next((frame for frame in live if frame.sub_event_type is Kind.MOB_VIOLENCE), None)
    if main.sub_event_type is Kind.ATTACK and mob is not None and not _by_force(main):
        return evolve(main, sub_event_type=Kind.MOB_VIOLENCE, rule="note.escalates")
    if main.sub_event_type in _BY_THE_ARMED and _by_people(main):
        return evolve(main, sub_event_type=Kind.MOB_VIOLENCE, rule="note.by_people")
    if main.sub_event_type in _LESS:
        return next((f for f in live if f.sub_event_type in _WORSE and _killed(f)), main)
    return main


def _by_people(frame: EventFrame) -> bool:
    """Whether people without arms are the ones who act; one man is no mob."""
    agent = frame.agent
    struck = frame.trigger.entry.startswith(("beat", "kill.to_death", "kill.murder", "mob", "assault.verb", "clash"))
    if not struck or agent is None or agent.actor is None:
        return False
    return agent.plural and agent.actor.kind is ActorKind.CIVILIANS


def _labelled(label: Kind, live: Sequence[EventFrame], main: EventFrame) -> EventFrame:
    """The frame of the label's type; without one, the main frame under that type."""
    same = next((frame for frame in live if frame.sub_event_type is label), None)
    return same or evolve(main, sub_event_type=label, rule="note.label")


def _of_crowd(kind: Kind, live: Sequence[EventFrame], kinds: set[Kind]) -> Kind:
    """What a crowd's day was in the end: one riot if it turned violent, else what force met it."""
    if Kind.EXCESSIVE_FORCE in kinds and kind.event_type is EventType.PROTESTS:
        return Kind.EXCESSIVE_FORCE
    if kind is Kind.PEACEFUL_PROTEST or kind is Kind.PROTEST_WITH_INTERVENTION:
        if Kind.VIOLENT_DEMONSTRATION in kinds:
            return Kind.VIOLENT_DEMONSTRATION
        if any(frame.sub_event_type is Kind.ATTACK and _by_force(frame) for frame in live):
            return Kind.EXCESSIVE_FORCE
        if kinds & {Kind.PROTEST_WITH_INTERVENTION, Kind.ARRESTS}:
            return Kind.PROTEST_WITH_INTERVENTION
    return kind


def _only_blocks(frames: Sequence[EventFrame]) -> bool:
    """Whether a crowd only blocked a road, which is no violence (codebook, protests)."""
    words = {trigger.entry for frame in frames for trigger in (frame.trigger, *frame.also)}
    acts = {word for word in words if word.startswith(("riot", "mob", "clash", "loot"))}
    return acts <= {"riot.block", "riot.block_way"}


def _by_force(frame: EventFrame) -> bool:
    agent = frame.agent
    return agent is not None and agent.actor is not None and agent.actor.kind in FORCES


def _killed(frame: EventFrame) -> bool:
    return any(loss.claim is not None and str(loss.claim.outcome) == "killed" for loss in frame.casualties)
