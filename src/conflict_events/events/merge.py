"""One act told twice is one event: how its tellings become one."""

from __future__ import annotations

from conflict_events.events.casualties import add_claims, tie_parts
from conflict_events.events.compatibility import escalates, is_wide, side_name
from conflict_events.events.coreference import same
from conflict_events.events.draft import Draft
from conflict_events.events.words import token_at
from conflict_events.lexicon.load import section
from conflict_events.model.actor import Actor
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.trusted import evolve
from conflict_events.model.when import When
from conflict_events.text.sentences import Document

__all__ = ["merge"]

_SIDES = {"actor1": "actor2", "actor2": "actor1"}
"""Each side, and the side across."""
CROWDS = (ActorKind.PROTESTERS, ActorKind.RIOTERS)

REACH = 60
"""Kept acts to which a new telling is compared, the latest ones. An article does not come back to an act after
telling sixty others, and the cost stays linear in the length of the text."""

TOLD = 60
"""Tellings of one act, and words for those it hurt, that become one event. No article tells an act more often, and each
telling is compared with all before it."""


def merge(drafts: list[Draft], document: Document) -> list[Draft]:
    """Drafts with every act once, in the order of first telling."""
    kept: list[Draft] = []
    for told in drafts:
        draft = _at_a_protest(kept[-1], told, document) if kept else told
        near = range(max(0, len(kept) - REACH), len(kept))
        twin = next((i for i in near if not _full(kept[i]) and same(kept[i], draft, document)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = _join(kept[twin], draft)
    return kept


def _full(draft: Draft) -> bool:
    """Whether an event has been told so often that another telling begins one of its own."""
    return len(draft.retold) >= TOLD or sum([len(claim.evidence) for claim in draft.casualties]) >= TOLD


def _at_a_protest(one: Draft, other: Draft, document: Document) -> Draft:
    """Arrests told right behind a protest, of nobody else and nowhere else, are its intervention (codebook)."""
    event_mention = other.event_mention
    crowd = one.actor1 is not None and one.actor1.kind in CROWDS
    if other.sub_event_type is not SubEventType.ARRESTS or not crowd or event_mention.places or event_mention.dates:
        return other
    if event_mention.sentence - one.event_mentions[-1].sentence != 1 or not _takes_part(
        event_mention.patient, document
    ):
        return other
    return evolve(
        other,
        sub_event_type=SubEventType.PROTEST_WITH_INTERVENTION,
        actor1=one.actor1,
        actor2=other.actor1,
        bases={**other.bases, "actor1": one.bases["actor1"], "actor2": other.bases["actor1"]},
    )


def _takes_part(patient: ActorMention | None, document: Document) -> bool:
    """Whether those arrested are the crowd: its own words, "people", or nobody named."""
    if patient is None or (patient.actor is not None and patient.actor.kind in CROWDS):
        return True
    word = document.tokens.folded[token_at(document, patient.start)]
    return patient.text.casefold() in section("resolve")["participants"] or word in section("resolve")["participants"]


def _join(one: Draft, other: Draft) -> Draft:
    """One draft of two tellings: each field from the telling that knows it better, all evidence, all claims."""
    joined = evolve(
        one,
        retold=(*one.retold, *other.event_mentions),
        casualties=tie_parts(
            add_claims(one.casualties, other.casualties), (*one.event_mentions, *other.event_mentions)
        ),
    )
    if _greater(other.sub_event_type, one.sub_event_type):
        repelled = one.sub_event_type is SubEventType.ATTACK and other.sub_event_type.event_type is EventType.BATTLES
        kind = SubEventType.ARMED_CLASH if repelled else other.sub_event_type  # ground lost and won back within hours
        joined = evolve(joined, sub_event_type=kind)
        if escalates(one, other) and other.actor1 is not None:
            joined = joined.settle("actor1", other.actor1, other.bases["actor1"])
    for name in ("when", "where", "actor1", "actor2"):
        if name in _SIDES and side_name(getattr(other, name)) == side_name(getattr(one, _SIDES[name])):
            continue  # who returned fire is the side that was attacked
        if one.surer(name, other) or _finer(name, one, other):
            joined = joined.settle(name, getattr(other, name), other.bases[name])
        elif getattr(one, name) == getattr(other, name) and name in one.bases and name in other.bases:
            joined = joined.settle(name, getattr(one, name), _both(one.bases[name], other.bases[name]))
    if one.surer("when", other) and one.bases["where"].status is Status.INFERRED:
        # the place was carried from a day that turns out not to be the day of the act
        joined = joined.settle("where", other.where, other.bases["where"])
    if joined.casualties and not one.casualties:
        joined = joined.settle("casualties", joined.casualties, other.bases["casualties"])
    for name in ("assoc_actor_1", "assoc_actor_2"):
        both = tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
        if both:
            joined = joined.settle(name, both, one.bases.get(name) or other.bases[name])
    return joined


def _greater(kind: SubEventType, than: SubEventType) -> bool:
    """Whether of two types one act has the first; a march that turns violent is a riot (codebook, aggregation)."""
    riots = kind.event_type is EventType.RIOTS, than.event_type is EventType.RIOTS
    if riots[0] != riots[1] and {kind.event_type, than.event_type} == {EventType.RIOTS, EventType.PROTESTS}:
        return riots[0]
    if kind.event_type is EventType.BATTLES and than.event_type is EventType.EXPLOSIONS:
        return False  # the weapon named first stays: a strike that others fight back against
    if than.event_type is EventType.BATTLES and kind.event_type is EventType.EXPLOSIONS:
        return False
    return kind.rank < than.rank


def _finer(name: str, one: Draft, other: Draft) -> bool:
    """Whether both know a field and the other knows it more finely: fewer days, a place within the place, a name."""
    mine, theirs = getattr(one, name), getattr(other, name)
    if mine is None or theirs is None or mine == theirs or one.bases[name].status is not other.bases[name].status:
        return False
    if isinstance(mine, Actor):
        return isinstance(theirs, Actor) and mine.unidentified and not theirs.unidentified
    if isinstance(mine, When):
        return isinstance(theirs, When) and theirs.days < mine.days
    if not (isinstance(mine, Place) and isinstance(theirs, Place)):
        return False
    within = mine.name in (theirs.admin1, theirs.admin2, theirs.admin3)
    coarser = mine.precision is not None and theirs.precision is not None and mine.precision > theirs.precision
    return (is_wide(mine) and not is_wide(theirs)) or (within and coarser)


def _both(one: Basis, other: Basis) -> Basis:
    """The first with the words of both."""
    return evolve(one, evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))))
