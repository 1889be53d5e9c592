"""When two drafts tell one act: the words prove it, or nothing speaks against it."""

from __future__ import annotations

from conflict_events.events.compatibility import (
    answers,
    days_agree,
    escalates,
    next_to,
    places_agree,
    side_name,
    sides_agree,
)
from conflict_events.events.contradictions import ASKED, against, other_doers, other_story
from conflict_events.events.draft import Draft
from conflict_events.events.words import opens_anew, points_back
from conflict_events.extraction.event_mention import EventMention
from conflict_events.lexicon.load import section
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.evidence import Status
from conflict_events.model.mention import CasualtyMention
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.text.fold import fold_phrase
from conflict_events.text.sentences import Document

__all__ = ["same"]

ONE_ACT = {
    EventType.BATTLES: "violence",
    EventType.EXPLOSIONS: "violence",
    EventType.VIOLENCE_AGAINST_CIVILIANS: "violence",
    EventType.PROTESTS: "demonstration",
    EventType.RIOTS: "demonstration",
}
"""Types of which one act may be told now as this, now as that ("the attack", "the air strike")."""

BEHIND = 2
"""Sentences behind an act in which words that name nothing of their own go on telling it."""

_LYNCHING = {SubEventType.ATTACK, SubEventType.MOB_VIOLENCE}
"""What a mob does is called a killing, too."""


def same(one: Draft, other: Draft, document: Document) -> bool:
    """Whether two drafts tell one act: the words prove it, or nothing speaks against it.

    An article tells of few acts and comes back to each, so that within one family two tellings are one event unless
    a day, a place, a side, the means, the victims or a word like "another" keeps them apart.

    Args:
        one: told first.
        other: told behind it.
        document: the text of both.
    """
    return _proven(one, other, document) or not against(one, other, document)


def _proven(one: Draft, other: Draft, document: Document) -> bool:
    """Whether the words prove that two drafts tell one act."""
    if not _types_agree(one, other):
        return False
    if _claims(one, other) or (days_agree(one, other) and _told_again(one, other)):
        return True
    if not (days_agree(one, other) and places_agree(one.where, other.where) and sides_agree(one, other)):
        return False
    if _one_victim(one, other):
        return True
    if one.event_mention.sentence == other.event_mention.sentence:
        return False  # one sentence told them apart
    if one.event_mention.sentence in document.headline and not one.retold:
        return True  # the text tells what heads it
    if other_story(one, other):
        return False
    if _goes_on(one, other, document):
        return True
    same_type = one.sub_event_type is other.sub_event_type
    if {one.sub_event_type, other.sub_event_type} == _LYNCHING:
        return (
            one.event_mention.passing
            or other.event_mention.agent is None
            or points_back(document, other.event_mention.trigger)
        )
    recalls = points_back(document, other.event_mention.trigger)
    if recalls and (same_type or other.event_mention.sentence - one.event_mention.sentence <= 2):
        return True
    if not same_type and one.event_mention.sentence != other.event_mention.sentence - 1:
        return False
    if other_doers(one, other):
        return False
    tied = _told(one, "when") and _told(other, "when") and one.when == other.when
    placed = _told(one, "where") and _told(other, "where") and one.where == other.where
    pair = _names(one) == _names(other)
    if not same_type:
        return pair and placed and tied
    if placed:
        return tied or pair
    return pair and tied and (one.where is None or other.where is None)


def _goes_on(one: Draft, other: Draft, document: Document) -> bool:
    """Whether a sentence shortly behind goes on telling an act: it names no day, place, doer or dead of its own."""
    event_mention = other.event_mention
    reach = BEHIND * 2 if escalates(one, other) and not event_mention.dates else BEHIND
    if not 0 < event_mention.sentence - one.event_mentions[-1].sentence <= reach:
        return False
    kinds = other.sub_event_type is one.sub_event_type or escalates(one, other) or answers(one, other)
    if not kinds and not _bare(event_mention) and not _same_doer(other):
        return False
    if opens_anew(document, event_mention):
        return False
    day = not event_mention.dates or (one.when is not None and one.when == other.when)
    place = not event_mention.places or next_to(one.where, other.where)
    doer = (
        answers(one, other)
        or _same_doer(other)
        or event_mention.agent is None
        or one.event_mention.agent is None
        or side_name(one.actor1) == side_name(other.actor1)
    )
    return day and place and doer and not _other_dead(one, other)


def _told_again(one: Draft, other: Draft) -> bool:
    """Whether the words for the dead of one point to the dead of the other: nobody is killed twice, nor elsewhere."""
    mine = {(m.start, m.end) for told in one.event_mentions for m in told.casualties[:ASKED] if _dead(m)}
    return any(m.part_of in mine for m in other.event_mention.casualties[:ASKED] if _dead(m) and m.part_of is not None)


def _dead(mention: CasualtyMention) -> bool:
    return mention.claim is not None and mention.claim.outcome is Outcome.KILLED


def _claims(one: Draft, other: Draft) -> bool:
    """Whether who claims an act says what it did: "X claimed responsibility, saying it had killed 15 policemen"."""
    event_mention, answer = other.event_mention, other.event_mention.answer
    if answer is None or not answer.claims or event_mention.dates or event_mention.places:
        return False
    doers = {side_name(one.actor1), side_name(other.actor1)}
    return (
        len(doers) == 1
        and "" not in doers
        and 0 < event_mention.sentence - one.event_mentions[-1].sentence <= 2 * BEHIND
    )


def _same_doer(other: Draft) -> bool:
    """Whether "the attacker struck" only goes on about somebody told before, of whom no victim is named."""
    agent = other.event_mention.agent
    plain = other.sub_event_type is SubEventType.ATTACK and not other.casualties and other.event_mention.patient is None
    if agent is None:
        return plain and other.event_mention.answer is not None  # nobody by name, and somebody claims it further down
    return plain and agent.definite and (agent.actor is None or agent.actor.unidentified)


def _bare(event_mention: EventMention) -> bool:
    """Whether nouns tell an act and nothing more of it: "residents spoke of three loud blasts"."""
    nouns = all(trigger.noun for trigger in (event_mention.trigger, *event_mention.also))
    return nouns and event_mention.agent is None and event_mention.patient is None and not event_mention.casualties


def _other_dead(one: Draft, other: Draft) -> bool:
    """Whether both tell of dead and the second of more of them: the fewer may be among those told before."""
    dead, more = (
        max((claim.low or 0 for claim in draft.casualties if claim.outcome is Outcome.KILLED), default=0)
        for draft in (one, other)
    )
    return 0 < dead < more


def _told(draft: Draft, name: str) -> bool:
    basis = draft.bases.get(name)
    return basis is not None and basis.status in (Status.KNOWN, Status.INFERRED)


def _types_agree(one: Draft, other: Draft) -> bool:
    if one.sub_event_type is other.sub_event_type:
        return True
    kinds = {one.sub_event_type, other.sub_event_type}
    if kinds == _LYNCHING:
        plain = one if one.sub_event_type is SubEventType.ATTACK else other
        bare = plain.event_mention.trigger.noun or (plain is other and plain.event_mention.agent is None)
        return bare and other.event_mention.sentence - one.event_mention.sentence <= BEHIND
    family = ONE_ACT.get(one.sub_event_type.event_type)
    return family is not None and family == ONE_ACT.get(other.sub_event_type.event_type)


def _names(draft: Draft) -> frozenset[str]:
    return frozenset(actor.name for actor in (draft.actor1, draft.actor2) if actor is not None)


def _one_victim(one: Draft, other: Draft) -> bool:
    """Whether both tell the death of one and the same person, by name or by title."""
    theirs = _persons(other)
    if not theirs:
        return False
    names = {None if actor is None else actor.name for actor in (one.actor2, other.actor2)}
    side = (names.pop() or "") if len(names) == 1 else ""
    return any(
        a.outcome is b.outcome and (_same_person(a.victim, b.victim) or _by_office(a, b, side))
        for a in _persons(one)
        for b in theirs
    )


def _persons(draft: Draft) -> list[CasualtyReport]:
    """Claims of one person hurt; of an event with ever more claims only the first are asked, to stay linear."""
    return [claim for claim in draft.casualties[:ASKED] if claim.low == claim.high == 1 and claim.victim is not None]


def _by_office(one: CasualtyReport, other: CasualtyReport, side: str) -> bool:
    """Whether one names a leader and the other only the office ("Yahya Sinwar", "the Hamas leader"), of one side."""
    if not side or VictimRole.LEADER not in (one.role, other.role):
        return False
    office = section("resolve")["offices"] | set(fold_phrase(side)) | {"the", "its", "'s", "of"}
    return any(set(fold_phrase(claim.victim or "")) <= office for claim in (one, other))


def _same_person(one: str | None, other: str | None) -> bool:
    """Whether one phrase holds all words of the other, articles aside ("Hamas leader", "the Hamas leader X")."""
    if one is None or other is None:
        return False
    a, b = (
        {word.strip(",.'’") for word in phrase.casefold().split()} - {"the", "a", "an", "its", "his"}
        for phrase in (one, other)
    )
    return len(a & b) >= 2 and (a <= b or b <= a)
