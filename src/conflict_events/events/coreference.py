"""When two drafts tell one act: nothing speaks against it (type, day, place, sides), and something speaks for it."""

from __future__ import annotations

from math import cos, hypot, radians

from conflict_events.events.draft import Draft
from conflict_events.events.words import points_back, token_at
from conflict_events.extraction.event_mention import EventMention
from conflict_events.lexicon.load import section
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.evidence import Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import CROWDS, EventType, SubEventType
from conflict_events.text.fold import fold_phrase
from conflict_events.text.sentences import Document

__all__ = ["escalates", "is_wide", "same", "side_name"]

ASKED = 24
"""Claims of an event that are compared with those of another telling."""

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

OPENING = 40
"""Tokens before an act among which "another" or "elsewhere" makes it one of its own."""

BESIDE = 25.0
"""Kilometres between a town and a place named as near to it."""

_LYNCHING = {SubEventType.ATTACK, SubEventType.MOB_VIOLENCE}
"""What a mob does is called a killing, too."""


def same(one: Draft, other: Draft, document: Document) -> bool:
    """Whether two drafts tell one act: nothing speaks against it, and something speaks for it.

    Args:
        one: told first.
        other: told behind it.
        document: the text of both.
    """
    if not _types_agree(one, other):
        return False
    if _claims(one, other):
        return True
    if not (_days_agree(one, other) and _places_agree(one.where, other.where) and _sides_agree(one, other)):
        return False
    if _one_victim(one, other):
        return True
    if one.event_mention.sentence == other.event_mention.sentence:
        return False  # one sentence told them apart
    if one.event_mention.sentence in document.headline and not one.retold:
        return True  # the text tells what heads it
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
    kinds = other.sub_event_type is one.sub_event_type or escalates(one, other) or _answers(one, other)
    if not kinds and not _bare(event_mention) and not _same_doer(other):
        return False
    sentence = document.sentences[event_mention.sentence]
    at = token_at(document, event_mention.trigger.start)
    words = document.tokens.folded[max(sentence.first, at - OPENING) : at]
    if not section("resolve")["others"].isdisjoint(words):
        return False
    day = not event_mention.dates or (one.when is not None and one.when == other.when)
    place = not event_mention.places or _next_to(one.where, other.where)
    doer = (
        _answers(one, other)
        or _same_doer(other)
        or event_mention.agent is None
        or one.event_mention.agent is None
        or side_name(one.actor1) == side_name(other.actor1)
    )
    return day and place and doer and not _other_dead(one, other)


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


def _answers(one: Draft, other: Draft) -> bool:
    """Whether a force fights back right behind an attack told without victims: one battle."""
    attack = one.sub_event_type is SubEventType.ATTACK and one.event_mention.patient is None and not one.casualties
    battle = other.sub_event_type.event_type is EventType.BATTLES
    return attack and battle and other.event_mention.sentence == one.event_mentions[-1].sentence + 1


def _bare(event_mention: EventMention) -> bool:
    """Whether nouns tell an act and nothing more of it: "residents spoke of three loud blasts"."""
    nouns = all(trigger.noun for trigger in (event_mention.trigger, *event_mention.also))
    return nouns and event_mention.agent is None and event_mention.patient is None and not event_mention.casualties


def escalates(one: Draft, other: Draft) -> bool:
    """Whether both are acts of one crowd: a march, and tear gas or stones at it."""
    return one.sub_event_type.event_type in CROWDS and other.sub_event_type.event_type in CROWDS


def side_name(actor: Actor | None) -> str:
    """The name of a side; a crowd is one, whether it marches or riots."""
    if actor is None:
        return ""
    return "crowd" if actor.kind in (ActorKind.PROTESTERS, ActorKind.RIOTERS) else actor.name


def _next_to(a: Place | None, b: Place | None) -> bool:
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


def _days_agree(one: Draft, other: Draft) -> bool:
    """Days agree if either is open, or both spans share a day."""
    a, b = one.when, other.when
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def _places_agree(a: Place | None, b: Place | None) -> bool:
    """Places agree if either is open, they are the same, or one is the country or division of the other."""
    if _next_to(a, b) or a is None or b is None:
        return True
    if a.country != b.country:
        return False
    chain_a = {a.name, a.admin1, a.admin2, a.admin3}
    chain_b = {b.name, b.admin1, b.admin2, b.admin3}
    return is_wide(a) or is_wide(b) or a.name in chain_b or b.name in chain_a


def is_wide(place: Place) -> bool:
    """Whether a place is a country, or a part of one that is no division ("northwest Pakistan")."""
    return place.is_country or (place.country is not None and (place.feature or "").startswith("L."))


def _sides_agree(one: Draft, other: Draft) -> bool:
    """Sides agree if no known side of one is missing among the known sides of the other."""
    unclear, agent = other.event_mention.unclear, one.event_mention.agent
    if unclear is not None and unclear.may_be and agent is not None and agent.actor is not None:
        return agent.actor.name in unclear.may_be  # "they" may be two sides, and neither did this
    if _answers(one, other):
        return True
    if escalates(one, other):
        a, b = (draft.actor2 if "actor2" in _told_sides(draft) else None for draft in (one, other))
        return a is None or b is None or a.name == b.name  # one crowd, whoever meets it
    mine, theirs = _known_sides(one), _known_sides(other)
    if not mine or not theirs:
        return True
    return mine <= theirs or theirs <= mine


def _told_sides(draft: Draft) -> dict[str, Actor]:
    """The sides that the words name, less roles and unknowns."""
    pairs = (("actor1", draft.actor1), ("actor2", draft.actor2))
    return {name: actor for name, actor in pairs if actor is not None and _specific(draft, name, actor)}


def _known_sides(draft: Draft) -> set[str]:
    """Their names."""
    return {side_name(actor) for actor in _told_sides(draft).values()}


def _specific(draft: Draft, name: str, actor: Actor) -> bool:
    basis = draft.bases.get(name)
    told = basis is not None and basis.status is Status.KNOWN
    return told and actor.kind is not ActorKind.CIVILIANS and not actor.unidentified


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
