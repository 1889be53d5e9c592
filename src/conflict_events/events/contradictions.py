"""What speaks against two tellings being of one act: another day, place, side, means or victim, or a word that says so."""

from __future__ import annotations

from conflict_events.events.compatibility import days_agree, known_sides, places_agree, side_name, sides_agree
from conflict_events.events.draft import Draft
from conflict_events.events.words import opens_anew, points_back
from conflict_events.lexicon.load import section
from conflict_events.model.casualty import Outcome
from conflict_events.model.evidence import Status
from conflict_events.model.kind import ARMED, FORCES, ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.taxonomy import CROWDS, VIOLENT, EventType, SubEventType
from conflict_events.text.fold import fold_phrase
from conflict_events.text.sentences import Document

__all__ = ["ASKED", "EXPLOSIVE", "against", "other_doers", "other_story"]

ASKED = 24
"""Claims of an event whose victims are compared with those of another telling."""
WEEK = 7
"""Days within which an inferred day may be the wrong one of an act told twice."""
_ALONE = frozenset({SubEventType.ABDUCTION, SubEventType.SEXUAL_VIOLENCE})
"""Types of violence that are events beside what else is done (codebook)."""
_GENERIC = frozenset({"kill", "die", "injure", "assault", "captive", "disrupt", "loot"})
"""Acts that name no means."""
EXPLOSIVE = frozenset({"bomb", "suicide_bomb", "grenade", "shelling", "air_strike", "chemical"})
"""Acts of explosives and agents."""


def against(one: Draft, other: Draft, document: Document) -> str:
    """What speaks against two tellings being of one act, or ""."""
    if not _family(one, other):
        return "acts of two kinds"
    if other_doers(one, other):
        return "another doer"
    if _stands_out(one, other):
        return "a side that the other does not have"
    if other_story(one, other):
        return "another story of the article"
    if one.event_mention.sentence == other.event_mention.sentence:
        return "told apart in one sentence"
    if one.fresh != other.fresh:
        return "one is recalled from before"
    if not _days_may_agree(one, other, document):
        return "another day"
    if _own(one, "where") and _own(other, "where") and not places_agree(one.where, other.where):
        return "another place"
    if _abroad(one, other) and not _retells(other, document):
        return "another country"
    if not sides_agree(one, other) and not _facing(one, other):
        return "other sides"
    if _one_man_and_many(one, other):
        return "one man by name, and many"
    if opens_anew(document, other.event_mention):
        return "told as another"
    if _other_means(one, other):
        return "other means"
    if _other_victims(one, other, document):
        return "other victims"
    return ""


def other_story(one: Draft, other: Draft) -> bool:
    """Whether the tellings stand in two stories of a roundup, and no place of their own makes them one."""
    if other.event_mention.story in {told.story for told in one.event_mentions}:
        return False
    here, there = (draft.where if _own(draft, "where") else None for draft in (one, other))
    return here is None or there is None or not (here.name == there.name and here.country == there.country)


def _other_victims(one: Draft, other: Draft, document: Document) -> bool:
    """Whether the second tells of victims of its own.

    Both say who was hurt and have no word in common; or a noun names an act with its victims ("the wave of violence,
    including the murder of a judge") and nothing points back.
    """
    told = other.event_mention
    if told.passing or (told.patient is not None and _known_before(told.patient)):
        return False
    theirs, mine = _victims(other), _victims(one)
    if not theirs or not theirs.isdisjoint(mine):
        return False
    return bool(mine) or (told.trigger.noun and not points_back(document, told.trigger))


def _abroad(one: Draft, other: Draft) -> bool:
    """Whether the places, be they only inferred, lie in two countries."""
    here, there = one.where, other.where
    if here is None or there is None or here.country is None or there.country is None:
        return False
    return here.country != there.country


def _one_man_and_many(one: Draft, other: Draft) -> bool:
    """Whether one tells the death of one person by name or office, and the other of several, or of a strike without any.

    "Israel killed the Hamas leader last week" is neither the raid that killed twenty nor the air strikes on a suburb.
    """
    for man, rest in ((one, other), (other, one)):
        dead = [claim for claim in man.casualties[:ASKED] if claim.outcome is Outcome.KILLED]
        if not dead or any(claim.high != 1 for claim in dead) or not _victims(man):
            continue
        more = [claim for claim in rest.casualties[:ASKED] if claim.outcome is Outcome.KILLED]
        several = bool(more) and all((claim.low or 0) > 1 for claim in more) and not _victims(rest) & _victims(man)
        elsewhere = not rest.casualties and _own(rest, "where") and not _own(man, "where")
        if several or (elsewhere and rest.event_mention.acts & EXPLOSIVE):
            return True
    return False


def _victims(draft: Draft) -> set[str]:
    """The words for who was hurt that name somebody in particular."""
    phrases = [claim.victim for claim in draft.casualties[:ASKED] if claim.victim is not None]
    phrases += [
        event_mention.patient.text for event_mention in draft.event_mentions if event_mention.patient is not None
    ]
    words = {word for phrase in phrases for word in fold_phrase(phrase) if len(word) > 2}
    return {
        word.removesuffix("s")
        for word in words - section("resolve")["plain_people"] - section("grammar")["determiners"]
    }


def _other_means(one: Draft, other: Draft) -> bool:
    """Whether both name their means, and not the same: a bomb and a shooting."""
    mine = frozenset().union(*(event_mention.acts for event_mention in one.event_mentions)) - _GENERIC
    theirs = other.event_mention.acts - _GENERIC
    if not mine or not theirs or mine & theirs:
        return False
    if not (mine | theirs) & EXPLOSIVE:
        return False
    blast = frozenset({"bomb"})
    return not (other.event_mention.trigger.noun and theirs == blast and mine & EXPLOSIVE)


def _days_may_agree(one: Draft, other: Draft, document: Document) -> bool:
    """Whether the days are no proof of two acts.

    Where both are told they must be one day, or share one where the second telling points back ("the attack last
    week"). Where one is only inferred it may be wrong by a few days.
    """
    if one.when is None or other.when is None or one.when == other.when:
        return True
    told = _own(other, "when") and not _retells(other, document)
    if _own(one, "when") and _own(other, "when"):
        return days_agree(one, other) and not told
    apart = max((one.when.start - other.when.end).days, (other.when.start - one.when.end).days)
    return apart <= 0 or (apart <= WEEK and not told)


def _retells(draft: Draft, document: Document) -> bool:
    """Whether the words point back to an act or to those in it: "the attack", "the gunmen struck", "they fled"."""
    told = draft.event_mention
    sides = [side for side in (told.agent, told.patient) if side is not None]
    return (
        any(_known_before(side) for side in sides)
        or points_back(document, told.trigger)
        or (told.trigger.noun and not sides)
    )


def _known_before(side: ActorMention) -> bool:
    """Whether words stand for somebody told before: "they", "the gunmen", and not "the army"."""
    return side.refers_to is not None or (side.definite and (side.actor is None or side.actor.unidentified))


def _family(one: Draft, other: Draft) -> bool:
    """Whether one act may be told as both types: violence as any other, else the same type; crowds want proof."""
    kinds = {one.sub_event_type, other.sub_event_type}
    if len(kinds) == 1:
        return one.sub_event_type.event_type not in CROWDS
    return kinds.isdisjoint(_ALONE) and all(kind.event_type in VIOLENT for kind in kinds)


def _stands_out(one: Draft, other: Draft) -> bool:
    """Whether both have sides by name, be it only by claim or pronoun, and none in common."""
    mine, theirs = _named(one), _named(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def other_doers(one: Draft, other: Draft) -> bool:
    """Whether forces of a state do the one and others the other, and neither is whom the other is done to."""
    mine, theirs = ((draft.actor1 if _own(draft, "actor1") else None) for draft in (one, other))
    if mine is None or theirs is None or (mine.kind in FORCES) == (theirs.kind in FORCES):
        return False
    hit = {actor.kind in FORCES for actor in (one.actor2, other.actor2) if actor is not None and actor.kind in ARMED}
    return not hit


def _named(draft: Draft) -> set[str]:
    """The sides of a draft that its words name."""
    found: set[str] = set()
    for name in ("actor1", "actor2"):
        actor, basis = getattr(draft, name), draft.bases.get(name)
        plain = actor is None or actor.unidentified or actor.kind is ActorKind.CIVILIANS
        if not plain and basis is not None and basis.evidence:
            found.add(side_name(actor))
    return found


def _own(draft: Draft, name: str) -> bool:
    basis = draft.bases.get(name)
    return basis is not None and basis.status is Status.KNOWN


def _facing(one: Draft, other: Draft) -> bool:
    """Whether the named sides are no more than two, who fight each other."""
    return len(known_sides(one) | known_sides(other)) <= 2 and EventType.BATTLES in (
        one.sub_event_type.event_type,
        other.sub_event_type.event_type,
    )
