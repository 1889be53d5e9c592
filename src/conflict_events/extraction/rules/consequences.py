"""Frames that only tell losses join the act before them; talk of violence in general is no act."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from conflict_events.extraction.event_mention import EventMention
from conflict_events.extraction.rules.grouping import Act
from conflict_events.extraction.rules.responsibility import nobody
from conflict_events.extraction.rules.segments import Segment
from conflict_events.extraction.rules.senses import BARE, warlike
from conflict_events.extraction.rules.specificity import Anchors, is_somebody, unspecific
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import scan
from conflict_events.model.coded import Rejection
from conflict_events.model.taxonomy import VIOLENT, EventType, SubEventType
from conflict_events.text.sentences import Document

__all__ = ["fold_results", "only_talk"]

_RESULTS = frozenset({"die.verb", "injure.verb", "injure.shot"})
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


def only_talk(document: Document, segment: Segment, act: Act, event_mention: EventMention) -> str:
    """Why an act of violence is only talked of in general, or ""; protests, arrests and the like pass."""
    told_of = event_mention.sub_event_type is SubEventType.SEXUAL_VIOLENCE and segment.sides
    nouns = all(predicate.found.noun for predicate in act.predicates)
    riots = nouns and event_mention.sub_event_type.event_type is EventType.RIOTS
    commented = (
        nouns
        and event_mention.sub_event_type in _COMMENTED
        and not event_mention.casualties
        and not event_mention.dates
    )
    if commented and all(_on_comment(document, predicate.found.first) for predicate in act.predicates):
        return "only commented on"
    if told_of or not (riots or event_mention.sub_event_type.event_type in VIOLENT):
        return ""
    anchors = Anchors(
        day=bool(event_mention.dates),
        place=any(place.place is None or not place.place.is_country for place in event_mention.places),
        loss=bool(event_mention.casualties),
        agent=any(predicate.agents for predicate in act.predicates),
        patient=any(is_somebody(document, side) for predicate in act.predicates for side in predicate.patients),
    )
    reasons = [unspecific(document, segment.sentence, predicate.found, anchors) for predicate in act.predicates]
    return reasons[0] if all(reasons) else ""


def _on_comment(document: Document, first: int) -> bool:
    """Whether a noun is what somebody welcomes or condemns."""
    before = document.tokens.folded[max(0, first - 3) : first]
    return not section("grammar")["condemning"].isdisjoint(before)


def _only_losses(document: Document, event_mention: EventMention) -> bool:
    words = (event_mention.trigger, *event_mention.also)
    if all(trigger.entry in _RESULTS for trigger in words):
        if not event_mention.casualties or _in_hospital(document, event_mention):
            return True
        return event_mention.rule == _PLAIN or event_mention.agent is event_mention.patient is None
    by_nobody = event_mention.agent is None and not event_mention.more_agents
    return by_nobody and bool(event_mention.casualties) and all(trigger.entry in _TOLLS for trigger in words)


def _only_recalls(document: Document, event_mention: EventMention) -> bool:
    """Whether "the attacks", "the violence" tell nothing new of the acts before: no side, place or loss, and no day."""
    words = (event_mention.trigger, *event_mention.also)
    again = event_mention.trigger.noun and _pointed_at(document, event_mention.trigger.start)
    if again and not event_mention.dates and _claimed(document, event_mention.trigger.start):
        return not event_mention.casualties
    if event_mention.casualties or event_mention.places or event_mention.patient:
        return False
    if not event_mention.trigger.noun:
        violent = event_mention.sub_event_type.event_type in VIOLENT
        return violent and not event_mention.dates and len(words) == 1 and _had(document, event_mention.trigger.start)
    if event_mention.agent or not all(word.noun for word in words):
        return False
    if any(
        date.start - event_mention.trigger.end < OWN_DAY
        for date in event_mention.dates
        if date.start >= event_mention.trigger.end
    ):
        return False
    return all(_pointed_at(document, word.start) for word in words)


def _told(act: EventMention, event_mention: EventMention) -> bool:
    """Whether an act has claims of every outcome that a event mention tells again."""
    known, again = ({claim.claim.outcome for claim in one.casualties if claim.claim} for one in (act, event_mention))
    return again <= known


def _in_hospital(document: Document, event_mention: EventMention) -> bool:
    """Whether the place of a loss is where the hurt were taken."""
    sentence = document.sentences[event_mention.sentence]
    at = bisect_left(document.tokens.starts, event_mention.trigger.start)
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


def _borne_out(
    document: Document, event_mentions: Sequence[EventMention]
) -> tuple[list[EventMention], list[Rejection]]:
    """The acts that their own words bear out, and those that an act told beside them does."""
    acts = [
        event_mention.sentence
        for event_mention in event_mentions
        if event_mention.witnessed and event_mention.sub_event_type.rank <= SubEventType.ATTACK.rank
    ]
    lenient = warlike(scan(document))
    kept: list[EventMention] = []
    bare: list[Rejection] = []
    for event_mention in event_mentions:
        if event_mention.witnessed or lenient or _beside(document, event_mention, acts):
            kept.append(event_mention)
        else:
            words = (event_mention.trigger, *event_mention.also)
            bare += [Rejection(trigger.evidence, BARE) for trigger in words]
    return kept, bare


def _beside(document: Document, event_mention: EventMention, acts: Sequence[int]) -> bool:
    """Whether an act told in one of some sentences bears out words that may be anything.

    A loss is the loss of an act told up to ``NEXT`` sentences before; "the attack" points back to one however far;
    all else needs one in the sentence beside.
    """
    at = event_mention.sentence
    before = [act for act in acts if act <= at]
    if before and at - before[-1] <= NEXT and event_mention.trigger.entry in _TOLLS:
        return True
    if before and event_mention.trigger.noun and _pointed_at(document, event_mention.trigger.start):
        return True
    near = bisect_left(acts, at - 1)
    return near < len(acts) and acts[near] <= at + 1


def fold_results(
    document: Document, event_mentions: Sequence[EventMention]
) -> tuple[list[EventMention], list[Rejection]]:
    """Losses told by themselves ("three soldiers were wounded") belong to the act told shortly before.

    Returns:
        The event mentions that stand, and the words that tell deaths without any violence in the whole text.
    """
    event_mentions, baseless = _borne_out(document, event_mentions)
    violent = any(
        not _only_losses(document, event_mention) and event_mention.sub_event_type.rank <= SubEventType.ATTACK.rank
        for event_mention in event_mentions
    )
    kept: list[EventMention] = []
    last = -1
    for event_mention in event_mentions:
        if last >= 0 and event_mention.sentence > kept[last].sentence and _only_recalls(document, event_mention):
            act = evolve(kept[last], also=(*kept[last].also, event_mention.trigger, *event_mention.also))
            if event_mention.answer is not None and act.answer is None and nobody(act.agent):
                act = evolve(act, agent=None, answer=event_mention.answer, more_agents=event_mention.answer.others)
            elif event_mention.agent is not None and nobody(act.agent):
                act = evolve(act, agent=event_mention.agent)
            kept[last] = act
            continue
        if not _only_losses(document, event_mention):
            kept.append(event_mention)
            if event_mention.sub_event_type.rank <= SubEventType.ATTACK.rank:
                last = len(kept) - 1
            continue
        words = (event_mention.trigger, *event_mention.also)
        hospital = _in_hospital(document, event_mention)
        placed = bool(event_mention.places) and not hospital
        bare = (event_mention.agent is None or hospital) and not placed and not event_mention.dates
        near = last >= 0 and (hospital or event_mention.sentence - kept[last].sentence <= NEXT)
        if (
            not event_mention.casualties
            and violent
            and (not placed or _pointed_at(document, event_mention.trigger.start))
        ):
            baseless += [Rejection(trigger.evidence, "the dead or hurt of an act told elsewhere") for trigger in words]
        elif (
            last >= 0
            and bare
            and _pointed_at(document, event_mention.trigger.start)
            and _told(kept[last], event_mention)
        ):
            kept[last] = evolve(kept[last], also=(*kept[last].also, *words))  # "the two dead men": told before
        elif near and bare:
            act = kept[last]
            kept[last] = evolve(
                act,
                also=(*act.also, *words),
                casualties=(*act.casualties, *event_mention.casualties),
                patient=act.patient or event_mention.patient,
            )
        elif violent or any(trigger.entry not in _RESULTS for trigger in words):
            kept.append(event_mention)
        else:
            baseless += [Rejection(trigger.evidence, "a death or wound, but no violence is told") for trigger in words]
    return kept, baseless
