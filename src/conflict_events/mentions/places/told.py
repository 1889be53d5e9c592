"""What the caller says of an article's countries, as votes beside those of the places that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from conflict_events.model.country import Country

__all__ = ["TOLD", "leanings"]

TOLD = 5.0
"""The vote of a country that the caller names, where a place named counts 1: a namesake at home is meant before a city
abroad, and a place abroad that is named with its country stays abroad."""


def leanings(countries: Iterable[Country], others: Mapping[str, float]) -> dict[str, float]:
    """Votes for countries by alpha-2 code: those told by the caller, and what else speaks for one.

    >>> leanings([Country.of("NER")], {"NE": 0.5, "ML": 0.5})
    {'NE': 5.5, 'ML': 0.5}
    """
    votes = dict(others)
    for country in countries:
        votes[country.alpha_2] = votes.get(country.alpha_2, 0.0) + TOLD
    return votes
