"""Frames that only tell losses join the act before them; talk of violence in general is no act."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from conflict_events.frames.answerable import nobody
from conflict_events.frames.concrete import Anchors, is_somebody, unspecific
from conflict_events.frames.deeds import Act
from conflict_events.frames.frame import EventFrame
from conflict_events.frames.stretch import Stretch
from conflict_events.lexicon.load import section
from conflict_events.model.coded import Rejection
from conflict_events.model.taxonomy import VIOLENT, EventType, SubEventType
from conflict_events.text.sentences import Document

__all__ = ["fold_results", "only_talk"]

_RESULTS = frozenset({"die.verb", "injure.verb"})
OWN_DAY = 12
"""Characters behind a noun within which a day is its own ("the attack on Monday")."""
WARD = 30
"""Tokens either side of a loss within which the hospital is named."""
_WARDS = frozenset({"hospital", "hospitals", "clinic", "clinics", "morgue", "mortuary"})
_COMMENTED = frozenset({SubEventType.ARRESTS, SubEventType.AGREEMENT, SubEventType.PEACEFUL_PROTEST})
_POINTERS = frozenset({"the", "this", "these", "that", "those"})
_TOLLS = _RESULTS | {"kill.verb"}
"""Words that, where nobody is named who did it, tell no more than a loss ("four soldiers were killed")."""
_PLAIN = "tiebreak.by_default"
NEXT = 3
"""Sentences behind an act in which its losses may be told without naming it."""


def only_talk(document: Document, stretch: Stretch, act: Act, frame: EventFrame) -> str:
    """Why an act of violence is only talked of in general, or ""; protests, arrests and the like pass."""
    told_of = frame.sub_event_type is SubEventType.SEXUAL_VIOLENCE and stretch.sides
    nouns = all(deed.found.noun for deed in act.deeds)
    riots = nouns and frame.sub_event_type.event_type is EventType.RIOTS
    commented = nouns and frame.sub_event_type in _COMMENTED and not frame.casualties and not frame.dates
    if commented and all(_on_comment(document, deed.found.first) for deed in act.deeds):
        return "only commented on"
    if told_of or not (riots or frame.sub_event_type.event_type in VIOLENT):
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


def _on_comment(document: Document, first: int) -> bool:
    """Whether a noun is what somebody welcomes or condemns."""
    before = document.tokens.folded[max(0, first - 3) : first]
    return not section("grammar")["condemning"].isdisjoint(before)


def _only_losses(document: Document, frame: EventFrame) -> bool:
    words = (frame.trigger, *frame.also)
    if all(trigger.entry in _RESULTS for trigger in words):
        if not frame.casualties or _in_hospital(document, frame):
            return True
        return frame.rule == _PLAIN or frame.agent is frame.patient is None
    by_nobody = frame.agent is None and not frame.more_agents
    return by_nobody and bool(frame.casualties) and all(trigger.entry in _TOLLS for trigger in words)


def _only_recalls(document: Document, frame: EventFrame) -> bool:
    """Whether "the attacks", "the violence" tell nothing new of the acts before: no side, place or loss, and no day."""
    words = (frame.trigger, *frame.also)
    again = frame.trigger.noun and _pointed_at(document, frame.trigger.start)
    if again and not frame.dates and _claimed(document, frame.trigger.start):
        return not frame.casualties
    if frame.casualties or frame.places or frame.patient:
        return False
    if not frame.trigger.noun:
        violent = frame.sub_event_type.event_type in VIOLENT
        return violent and not frame.dates and len(words) == 1 and _had(document, frame.trigger.start)
    if frame.agent or not all(word.noun for word in words):
        return False
    if any(date.start - frame.trigger.end < OWN_DAY for date in frame.dates if date.start >= frame.trigger.end):
        return False
    return all(_pointed_at(document, word.start) for word in words)


def _told(act: EventFrame, frame: EventFrame) -> bool:
    """Whether an act has claims of every outcome that a frame tells again."""
    known, again = ({claim.claim.outcome for claim in one.casualties if claim.claim} for one in (act, frame))
    return again <= known


def _in_hospital(document: Document, frame: EventFrame) -> bool:
    """Whether the place of a loss is where the hurt were taken."""
    sentence = document.sentences[frame.sentence]
    at = bisect_left(document.tokens.starts, frame.trigger.start)
    near = document.tokens.folded[max(sentence.first, at - WARD) : min(sentence.last, at + WARD)]
    return not _WARDS.isdisjoint(near)


def _claimed(document: Document, offset: int) -> bool:
    """Whether a noun is what somebody claims or is blamed for: "claimed responsibility for the bombing"."""
    first = bisect_left(document.tokens.starts, offset)
    return "responsibility" in document.tokens.folded[max(0, first - 4) : first]


def _had(document: Document, offset: int) -> bool:
    """Whether a verb is told as past of the past: "said that the rebels had attacked"."""
    first = bisect_left(document.tokens.starts, offset)
    return "had" in document.tokens.folded[max(0, first - 2) : first]


def _pointed_at(document: Document, offset: int) -> bool:
    """Whether "the", "this" or "these" stands right before a word."""
    first = bisect_left(document.tokens.starts, offset)
    return not _POINTERS.isdisjoint(document.tokens.folded[max(0, first - 2) : first])


def fold_results(document: Document, frames: Sequence[EventFrame]) -> tuple[list[EventFrame], list[Rejection]]:
    """Losses told by themselves ("three soldiers were wounded") belong to the act told shortly before.

    Returns:
        The frames that stand, and the words that tell deaths without any violence in the whole text.
    """
    violent = any(
        not _only_losses(document, frame) and frame.sub_event_type.rank <= SubEventType.ATTACK.rank for frame in frames
    )
    kept: list[EventFrame] = []
    baseless: list[Rejection] = []
    last = -1
    for frame in frames:
        if last >= 0 and frame.sentence > kept[last].sentence and _only_recalls(document, frame):
            act = evolve(kept[last], also=(*kept[last].also, frame.trigger, *frame.also))
            if frame.answer is not None and act.answer is None and nobody(act.agent):
                act = evolve(act, agent=None, answer=frame.answer, more_agents=frame.answer.others)
            elif frame.agent is not None and nobody(act.agent):
                act = evolve(act, agent=frame.agent)
            kept[last] = act
            continue
        if not _only_losses(document, frame):
            kept.append(frame)
            if frame.sub_event_type.rank <= SubEventType.ATTACK.rank:
                last = len(kept) - 1
            continue
        words = (frame.trigger, *frame.also)
        hospital = _in_hospital(document, frame)
        placed = bool(frame.places) and not hospital
        bare = (frame.agent is None or hospital) and not placed and not frame.dates
        near = last >= 0 and (hospital or frame.sentence - kept[last].sentence <= NEXT)
        if not frame.casualties and violent and (not placed or _pointed_at(document, frame.trigger.start)):
            baseless += [Rejection(trigger.evidence, "the dead or hurt of an act told elsewhere") for trigger in words]
        elif last >= 0 and bare and _pointed_at(document, frame.trigger.start) and _told(kept[last], frame):
            kept[last] = evolve(kept[last], also=(*kept[last].also, *words))  # "the two dead men": told before
        elif near and bare:
            act = kept[last]
            kept[last] = evolve(act, also=(*act.also, *words), casualties=(*act.casualties, *frame.casualties))
        elif violent or any(trigger.entry not in _RESULTS for trigger in words):
            kept.append(frame)
        else:
            baseless += [Rejection(trigger.evidence, "a death or wound, but no violence is told") for trigger in words]
    return kept, baseless
