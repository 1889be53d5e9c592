"""The country that an article is about: the one that most of its places, peoples and sides are of."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.mentions.places import DATELINE
from conflict_events.mentions.places.told import TOLD
from conflict_events.model.country import Country
from conflict_events.model.evidence import Basis, Evidence, Status
from conflict_events.model.mention import ActorMention, PlaceMention
from conflict_events.model.quick import frozen

__all__ = ["Home", "home_of"]

SPOT, SPOKEN, SIDE, SENT = 2.0, 1.0, 0.5, 3.0
"""What a place, a government, a side of one country and a dateline count."""
LEADS = 0.5
"""The part of all that is named which a country must have, so that the article is about it alone."""
SHOWN = 3
"""So many words are shown as evidence."""


@frozen(slots=True, eq=False)
class Home:
    """A country, and the words that speak for it."""

    country: Country
    evidence: tuple[Evidence, ...]
    alone: bool = True
    """Whether the article is about hardly anything else, so that what happened "somewhere" happened there."""
    told: bool = False
    """Whether the caller says so."""

    def basis(self, reason: str) -> Basis:
        """The basis of a value that follows from the article's country."""
        about = f"the article is about {self.country.name}{', as was told with it' if self.told else ''}"
        return Basis(Status.INFERRED, reason=f"{reason}; {about}", evidence=self.evidence)


def _weight(mention: PlaceMention) -> float:
    if mention.rule == DATELINE:
        return SENT
    return SPOKEN if mention.metonym else SPOT


def home_of(
    places: Sequence[PlaceMention], actors: Sequence[ActorMention], told: Sequence[Country] = ()
) -> Home | None:
    """The country that leads in what the article names and the caller tells.

    Args:
        places: all its places.
        actors: all its sides.
        told: the countries that the article is about, as the caller says.

    Returns:
        None where no country is named, or two lead.
    """
    counts: dict[Country, float] = dict.fromkeys(told, TOLD)
    words: dict[Country, list[Evidence]] = {}
    named = [(place.place.country, _weight(place), place.evidence) for place in places if place.place is not None]
    named += [(side.actor.country, SIDE, side.evidence) for side in actors if side.actor is not None]
    for country, weight, evidence in named:
        if country is not None:
            counts[country] = counts.get(country, 0.0) + weight
            words.setdefault(country, []).append(evidence)
    if not counts:
        return None
    first, *others = sorted(counts.values(), reverse=True)
    if others and others[0] == first:
        return None
    country = max(counts, key=lambda one: counts[one])
    shown = tuple(sorted(words.get(country, ()), key=lambda one: one.start)[:SHOWN])
    return Home(country, shown, alone=first >= LEADS * sum(counts.values()), told=country in told)
