"""Which place: from the act's own words, else from what was struck, else from where the story stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from conflict_events.events.home import Home
from conflict_events.events.words import on_the_way, owns_property, points_back, possessive, within
from conflict_events.extraction.event_mention import EventMention
from conflict_events.mentions.places import DATELINE
from conflict_events.model.country import Country
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention, PlaceMention
from conflict_events.model.place import Place
from conflict_events.model.standing import Standing
from conflict_events.text.sentences import Document

__all__ = ["narrowest", "settle_where", "story_places", "whole_country"]

CARRIED_BACK = 3
"""Sentences: how far back the story's place is still taken to hold."""

BRACKET = 40
"""Characters: how far behind a town the division that holds it may stand."""

OF_A_STATE = frozenset({ActorKind.STATE_FORCES, ActorKind.CIVILIANS, ActorKind.EXTERNAL_OTHER})


def whole_country(country: Country) -> Place:
    """A country as a place: no town named, so no point and no ACLED precision."""
    return Place(country.name, country=country, feature="A.PCLI", ucdp_precision=6)


def story_places(
    document: Document, places: Sequence[PlaceMention], event_mentions: Sequence[EventMention]
) -> tuple[PlaceMention | None, ...]:
    """For each sentence, where the story stands: the last place named up to it that is a place of acts.

    Metonyms, owners ("Iran's allies"), seas and continents, places of background acts and places that could not be
    settled move no story.
    """
    background = {
        id(place)
        for event_mention in event_mentions
        if event_mention.standing is Standing.BACKGROUND
        for place in event_mention.places
    }
    found: list[PlaceMention | None] = []
    current: PlaceMention | None = None
    since = 0
    named = iter(sorted(places, key=lambda place: place.start))
    upcoming = next(named, None)
    for index, sentence in enumerate(document.sentences):
        fresh: PlaceMention | None = None
        while upcoming is not None and upcoming.start < sentence.end:
            stands = _stands(upcoming, document) and id(upcoming) not in background
            if stands and (fresh is None or _finer(upcoming, fresh)):
                fresh = upcoming
            upcoming = next(named, None)
        if fresh is not None:
            current, since = fresh, index
        elif current is not None and index - since > CARRIED_BACK:
            current = None
        found.append(current)
    return tuple(found)


def _stands(mention: PlaceMention, document: Document) -> bool:
    """Whether a story can stand there: a settled place in a country or "in" one, not a metonym, not an owner."""
    settled = mention.place is not None and mention.place.country is not None and mention.rule != DATELINE
    if not settled or mention.metonym or possessive(document, mention) or on_the_way(document, mention):
        return False
    return mention.place is not None and (not mention.place.is_country or within(document, mention))


def _finer(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether one place is named more finely than another."""
    return _coarseness(one.place) < _coarseness(other.place)


def _coarseness(place: Place | None) -> int:
    if place is None:
        return 9
    return 8 if place.is_country else (place.precision or 7)


def narrowest(mentions: Sequence[PlaceMention]) -> PlaceMention:
    """The first mention, or the finer place that it only contains.

    "Stopped near Jalalabad in Afghanistan", "in Kale town (Kale township, Sagaing region)".

    Args:
        mentions: at least one, the likeliest first.
    """
    first = mentions[0]
    if first.place is None:
        return first
    for other in mentions[1:]:
        if other.place is None or other.place.country != first.place.country or not _finer(other, first):
            continue
        if first.place.is_country or (_same_division(other.place, first.place) and _heads(other, first)):
            return other
    return first


def _same_division(one: Place, other: Place) -> bool:
    return one.admin1 is not None and one.admin1 == other.admin1 and other.feature == "A.ADM1"


def _heads(town: PlaceMention, division: PlaceMention) -> bool:
    """Whether a division stands shortly behind a town, in brackets or behind a comma."""
    return 0 < division.start - town.end <= BRACKET


def _too_wide(place: Place) -> bool:
    """A continent or a region of several countries; a sea can be the place of an act."""
    return place.country is None and place.feature is not None and place.feature.startswith("L.")


def _struck(event_mention: EventMention, document: Document) -> tuple[Place, Basis] | None:
    """The country of a house, base or town that is named by its owner only."""
    owner: ActorMention | None = event_mention.patient
    if owner is None or owner.actor is None or owner.actor.country is None or owner.actor.kind not in OF_A_STATE:
        return None
    if not owns_property(document, owner):
        return None
    country = owner.actor.country
    reason = f"no town is named; what was struck belongs to {owner.text!r} and stands in {country.name}"
    return whole_country(country), Basis(Status.INFERRED, reason=reason, evidence=(owner.evidence,))


def settle_where(
    event_mention: EventMention,
    place: PlaceMention | None,
    document: Document,
    story: Sequence[PlaceMention | None],
    holds: Callable[[PlaceMention], bool] | None = None,
    home: Home | None = None,
) -> tuple[Place | None, Basis]:
    """The place of one act, and how it is known.

    Args:
        event_mention: the act.
        place: the one of its places that this event is about, None where the event mention names none.
        document: the text.
        story: for each sentence, where the story stands.
        holds: whether a place named earlier was named for the same day; None where the act has no day of its own.
        home: the country that the article is about.
    """
    where, basis = _told(event_mention, place, document, story, holds)
    if where is None and home is not None and home.alone and not _foreign(event_mention, home.country):
        return whole_country(home.country), home.basis(basis.reason)
    return where, basis


def _foreign(event_mention: EventMention, home: Country) -> bool:
    """Whether a force that the act hurt is of another country, so that it may have happened there."""
    hurt = [side.actor for side in (event_mention.patient, *event_mention.more_patients) if side is not None]
    return any(
        side is not None and side.kind is not ActorKind.CIVILIANS and side.country not in (None, home) for side in hurt
    )


def _told(
    event_mention: EventMention,
    place: PlaceMention | None,
    document: Document,
    story: Sequence[PlaceMention | None],
    holds: Callable[[PlaceMention], bool] | None,
) -> tuple[Place | None, Basis]:
    """The place that the words tell, of the act itself or of the story around it."""
    if place is not None and place.place is not None and _too_wide(place.place):
        reason = f"{place.text!r} is too wide to be the place of one act"
        return None, Basis(Status.ABSENT, reason=reason, evidence=(place.evidence,))
    if place is not None and place.place is not None:
        return place.place, Basis(Status.KNOWN, reason=place.reason, evidence=(place.evidence,))
    struck = _struck(event_mention, document)
    if struck is not None:
        return struck
    if place is not None:
        listed = ", ".join(f"{candidate.name} ({score:.2f})" for candidate, score in place.candidates[:5])
        reason = f"{place.text!r} cannot be settled: {place.reason or 'no reading is clearly best'}"
        return None, Basis(
            Status.ABSENT, reason=f"{reason}; candidates: {listed or 'none'}", evidence=(place.evidence,)
        )
    if event_mention.standing is Standing.BACKGROUND:
        return None, Basis(Status.ABSENT, reason="an act recalled from before, and no place is named with it")
    if points_back(document, event_mention.trigger):
        return None, Basis(Status.ABSENT, reason="the words point back to an act whose place is not named here")
    around = story[event_mention.sentence] if event_mention.sentence < len(story) else None
    if around is not None and around.place is not None and around.start < event_mention.trigger.start:
        if holds is not None and not holds(around):
            reason = f"the last place named, {around.text!r}, belongs to another day"
            return None, Basis(Status.ABSENT, reason=reason, evidence=(around.evidence,))
        reason = f"no place is named with the act; the story stands in {around.text!r}"
        return around.place, Basis(Status.INFERRED, reason=reason, evidence=(around.evidence,))
    return None, Basis(Status.ABSENT, reason="no place is named for this act")
