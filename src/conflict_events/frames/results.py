"""Frames that only tell losses join the act before them; talk of violence in general is no act."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from conflict_events.frames.concrete import Anchors, is_somebody, unspecific
from conflict_events.frames.deeds import Act
from conflict_events.frames.frame import EventFrame
from conflict_events.frames.stretch import Stretch
from conflict_events.model.coded import Rejection
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.text.sentences import Document

__all__ = ["fold_results", "only_talk"]

_VIOLENCE = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS})
_RESULTS = frozenset({"die.verb", "injure.verb"})
_TOLLS = _RESULTS | {"kill.verb"}
"""Words that, where nobody is named who did it, tell no more than a loss ("four soldiers were killed")."""
_PLAIN = "tiebreak.by_default"
NEXT = 2
"""Sentences behind an act in which its losses may be told without naming it."""


def only_talk(document: Document, stretch: Stretch, act: Act, frame: EventFrame) -> str:
    """Why an act of violence is only talked of in general, or ""; protests, arrests and the like pass."""
    told_of = frame.sub_event_type is SubEventType.SEXUAL_VIOLENCE and stretch.sides
    nouns = all(deed.found.noun for deed in act.deeds)
    riots = nouns and frame.sub_event_type.event_type is EventType.RIOTS
    if told_of or not (riots or frame.sub_event_type.event_type in _VIOLENCE):
        return ""
    anchors = Anchors(
        day=bool(frame.dates),
        place=any(place.place is None or not place.place.is_country for place in frame.places),
        loss=bool(frame.casualties),
        agent=any(deed.agents for deed in act.deeds),
        patient=any(is_somebody(document, side) for deed in act.deeds for side in deed.patients),
    )
    reasons = [unspecific(document, stretch.sentence, deed.found, anchors) for deed in act.deeds]
    return reasons[0] if all(reasons) else ""


def _only_losses(frame: EventFrame) -> bool:
    words = (frame.trigger, *frame.also)
    if all(trigger.entry in _RESULTS for trigger in words):
        return frame.rule == _PLAIN or frame.agent is frame.patient is None
    by_nobody = frame.agent is None and not frame.more_agents
    return by_nobody and bool(frame.casualties) and all(trigger.entry in _TOLLS for trigger in words)


def fold_results(frames: Sequence[EventFrame]) -> tuple[list[EventFrame], list[Rejection]]:
    """Losses told by themselves ("three soldiers were wounded") belong to the act told shortly before.

    Returns:
        The frames that stand, and the words that tell deaths without any violence in the whole text.
    """
    violent = any(not _only_losses(frame) and frame.sub_event_type.rank <= SubEventType.ATTACK.rank for frame in frames)
    kept: list[EventFrame] = []
    baseless: list[Rejection] = []
    last = -1
    for frame in frames:
        if not _only_losses(frame):
            kept.append(frame)
            if frame.sub_event_type.rank <= SubEventType.ATTACK.rank:
                last = len(kept) - 1
            continue
        words = (frame.trigger, *frame.also)
        bare = frame.agent is None and not frame.places and not frame.dates
        if not frame.casualties and violent and not frame.places:
            baseless += [Rejection(trigger.evidence, "the dead or hurt of an act told elsewhere") for trigger in words]
        elif last >= 0 and bare and frame.sentence - kept[last].sentence <= NEXT:
            act = kept[last]
            kept[last] = evolve(act, also=(*act.also, *words), casualties=(*act.casualties, *frame.casualties))
        elif violent or any(trigger.entry not in _RESULTS for trigger in words):
            kept.append(frame)
        else:
            baseless += [Rejection(trigger.evidence, "a death or wound, but no violence is told") for trigger in words]
    return kept, baseless
