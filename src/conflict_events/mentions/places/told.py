"""What the caller says of an article's countries, as votes beside those of the places that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from conflict_events.lexicon.load import section
from conflict_events.model.country import Country
from conflict_events.text.fold import fold_phrase

__all__ = ["OUTLET", "TOLD", "home_of_outlet", "leanings"]

TOLD = 5.0
"""The vote of a country that the caller names, where a place named counts 1: a namesake at home is meant before a city
abroad, and a place abroad that is named with its country stays abroad."""

OUTLET = 0.75
"""The vote of the country that an outlet reports from: papers write of home without naming it, and of the world by name."""


def home_of_outlet(source: str | None, url: str | None) -> str | None:
    """The country that an outlet reports from, by alpha-2 code: by its name, its site, or the ending of its host.

    Args:
        source: its name, as it stands in the source column.
        url: where the article was found.

    >>> home_of_outlet("Daily Trust", None), home_of_outlet(None, "https://www.radiookapi.net/actualite")
    ('NG', 'CD')
    >>> home_of_outlet(None, "https://news.example.com.ph/raid"), home_of_outlet("Guardian", "https://example.tv/raid")
    ('PH', None)
    """
    known = section("outlets")
    words = fold_phrase(source or "")
    named = known["names"].get(" ".join(words[1:] if words[:1] == ("the",) else words))
    if named is not None:
        return str(named)
    labels = _host(url or "").split(".")
    for i in range(len(labels) - 1):
        site = known["sites"].get(".".join(labels[i:]))
        if site is not None:
            return str(site)
    ending = labels[-1]
    if len(labels) < 2 or len(ending) != 2 or ending in known["open"]:
        return None
    return ending.upper()


def _host(url: str) -> str:
    """The host of an address, in small letters; empty for what is none."""
    _, found, rest = url.partition("://")
    return rest.partition("/")[0].partition(":")[0].lower() if found else ""


def leanings(countries: Iterable[Country], others: Mapping[str, float], outlet: str | None = None) -> dict[str, float]:
    """Votes for countries by alpha-2 code: those told by the caller, the outlet's, and what else speaks for one.

    >>> leanings([Country.of("NER")], {"NE": 0.5, "ML": 0.5}, "NG")
    {'NE': 5.5, 'ML': 0.5, 'NG': 0.75}
    """
    votes = dict(others)
    told = [(country.alpha_2, TOLD) for country in countries]
    for code, vote in (*told, *([] if outlet is None else [(outlet, OUTLET)])):
        votes[code] = votes.get(code, 0.0) + vote
    return votes
