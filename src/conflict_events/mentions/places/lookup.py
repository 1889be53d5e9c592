"""What the gazetteer says of one name, with how likely each of its places is before the article is looked at."""

from __future__ import annotations

from functools import lru_cache
from math import log10

from attrs import field

from conflict_events.gazetteer.index import Gazetteer
from conflict_events.gazetteer.rows import NameKind, Row
from conflict_events.model.quick import frozen

__all__ = ["Entry", "Reading", "divisions_of", "look_up", "spelled"]

BIG, HUGE = 100_000, 1_000_000
"""From these sizes on a town is known well enough, by its main name or by any, to be meant where a small one is not."""
CITY = 500_000
READINGS = 60
"""So many places of one name are looked at, the likeliest first."""

COUNTRY, DIVISION, DISTRICT, CAPITAL, SEAT, REGION, SEA, WATER = 4.0, 0.5, -0.4, 1.7, 0.3, 4.8, 6.5, 2.5
"""Added to the logarithm of the population: what kinds of place the press means more often than their size tells."""
NAMESAKE = 0.5
"""So much less likely than the town is the division named after it."""
SEAS = frozenset(("H.SEA", "H.OCN", "H.GULF", "H.STRT"))
BARE = 1.0
"""So much less likely is a district without its generic word where its country has a town of the name."""
OWN = 6.0
"""Added for places of the user's own gazetteers, which win over the built-in ones."""
KINDS = {NameKind.ALIAS: -1.0, NameKind.VARIANT: -0.3, NameKind.FORMER: -2.5, NameKind.SPELLING: -1.0}
"""Added for names that are not the place's main name."""


@frozen(slots=True, eq=False)
class Reading:
    """One place that a name may mean."""

    row: Row
    prior: float
    """The logarithm of how likely it is by itself."""
    country: str | None
    first: tuple[str | None, str] | None
    """Country and first-level division."""
    spot: bool
    """A town or a district, so near or far means something."""


@frozen(slots=True, eq=False)
class Entry:
    """All places of one name."""

    key: str
    readings: tuple[Reading, ...] = field(repr=False)
    """The likeliest first; none where the gazetteer lacks the name."""
    divisions: tuple[Reading, ...] = field(repr=False)
    """Those that are divisions, for "Idlib province"; all where none is one."""
    demonym: bool = False
    """People or adjective ("Iranian"): tells of the country, names no place."""
    known: bool = False
    """A country, a first-level division or a big town has this name."""
    famous: bool = False
    """A country, a capital, a first-level division or a city of half a million has this name."""
    division: bool = False
    """A country or a first-level division has this name."""
    capital: bool = False
    """The capital of a country has this name."""
    nation: bool = False
    """A country has this name."""


def _prior(row: Row) -> float:
    """How likely a place is meant before anything of the article is known."""
    feature = row.feature
    score = log10(row.population + 10) + KINDS.get(row.kind, 0.0)
    if row.layer:
        score += OWN
    if feature[:5] == "A.PCL":
        return score + COUNTRY
    if feature == "A.ADM1":
        return score + DIVISION
    if feature[0] == "A":
        return score + DISTRICT
    if feature == "P.PPLC":
        return score + CAPITAL
    if feature == "P.PPLA":
        return score + SEAT
    if feature in SEAS:
        return score + SEA
    if feature[0] == "H":
        return score + WATER
    return score + REGION if feature[0] in "LT" else score


def _known(row: Row) -> bool:
    """Whether a name is known for this place."""
    if row.population >= BIG and (row.kind is NameKind.MAIN or row.population >= HUGE):
        return True
    return row.layer > 0 or row.feature in ("P.PPLC", "A.ADM1") or row.feature[0] in "LH" or row.feature[:5] == "A.PCL"


def _large(row: Row) -> bool:
    """Whether a row is a big town."""
    return row.feature[0] == "P" and row.population >= BIG


def _entry(key: str, rows: list[Row]) -> Entry:
    """An entry of these places; a town is meant before the division that is named after it."""
    readings = []
    seats: dict[tuple[str | None, str | None] | None, Row] = {
        (row.country, row.admin1): row for row in rows if row.feature in ("P.PPLC", "P.PPLA") or _large(row)
    }
    towns = {(row.country, row.admin1, row.admin2): row for row in rows if row.feature[0] == "P"}
    countries = {row.country for row in rows if row.feature[0] == "P"}
    for row in rows:
        first = None if row.admin1 is None else (row.country, row.admin1)
        spot = row.feature[0] == "P" or row.feature == "A.ADM2"
        prior = _prior(row)
        if row.feature == "A.ADM2" and row.kind is NameKind.VARIANT and row.country in countries:
            prior -= BARE
        if row.feature[0] == "A":
            seat = seats.get(first) or towns.get((row.country, row.admin1, row.admin2))
            if seat is not None:
                prior = min(prior, _prior(seat) - NAMESAKE)
        readings.append(Reading(row, prior, row.country, first, spot))
    readings.sort(key=lambda reading: -reading.prior)
    divisions = [reading for reading in readings if reading.row.feature[0] == "A"]
    return Entry(
        key,
        tuple(readings[:READINGS]),
        tuple(divisions or readings)[:READINGS],
        known=any(_known(row) for row in rows),
        famous=any(
            _known(row) and (row.feature[0] != "P" or row.feature == "P.PPLC" or row.population >= CITY) for row in rows
        ),
        capital=any(row.feature == "P.PPLC" for row in rows),
        nation=any(row.feature[:5] == "A.PCL" for row in rows),
        division=any(row.feature == "A.ADM1" or row.feature[:5] == "A.PCL" for row in rows),
    )


@lru_cache(maxsize=16384)
def look_up(gazetteer: Gazetteer, key: str, style: str) -> Entry | None:
    """The places of a name.

    Args:
        gazetteer: where to look.
        key: folded words, joined by one space.
        style: ``acronym`` for one short word in capitals, which then must be a short form; ``dotted`` for one with
            full stops; ``word`` for any other single word, which then is no short form; ``words`` for several.

    Returns:
        None where the name, so written, names nothing.
    """
    rows = [row for row in gazetteer.rows(key) if row.kind is not NameKind.ABBREVIATION or row.feature != "A.ADM1"]
    if style == "acronym":
        if not any(row.kind is NameKind.ABBREVIATION for row in rows):
            return None
    elif style == "word":
        rows = [row for row in rows if row.kind is not NameKind.ABBREVIATION]
    if not rows:
        return None
    places = [row for row in rows if row.kind is not NameKind.DEMONYM]
    if not places or rows[0].kind is NameKind.DEMONYM:
        readings = tuple(Reading(row, _prior(row), row.country, None, spot=False) for row in rows)
        return Entry(key, readings, readings, demonym=True)
    return _entry(key, places)


@lru_cache(maxsize=4096)
def spelled(gazetteer: Gazetteer, words: tuple[str, ...]) -> Entry:
    """The places whose names differ from these words by romanisation only; an empty entry where there are none."""
    return _entry(" ".join(words), list(gazetteer.spelled(words)))


@lru_cache(maxsize=1024)
def divisions_of(gazetteer: Gazetteer, key: str, country: str) -> Entry | None:
    """The state or province with this name in a country, for its short form."""
    rows = [row for row in gazetteer.rows(key) if row.country == country and row.feature in ("A.ADM1", "P.PPLC")]
    return _entry(key, rows) if rows else None
