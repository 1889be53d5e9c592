"""How likely each place of a name is in this article: by the other places that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, log10, radians

from attrs import define, field

from conflict_events.gazetteer.rows import Row
from conflict_events.mentions.places.lookup import Entry, Reading
from conflict_events.model.place import Place

__all__ = ["Sense", "holds", "weigh"]

SAME_COUNTRY, COUNTRY_VOTES = 2.2, 10.0
SAME_DIVISION, DIVISION_VOTES = 2.1, 5.0
NEARBY, NEARBY_VOTES = 1.8, 20.0
"""What other names of the article add: factor * log10(1 + votes * (sum of the other names' weights there))."""
WITHIN = 6.0
"""What a container named beside the name adds."""
HOPELESS, WEIGHED = 6.0, 30
"""Readings so far behind the likeliest one, or behind so many, are not weighed, but for a container beside the name."""
PEER = 3.0
"""What it adds to be of the kind that most names of a list share."""
TRIFLE = 1e-4
"""Votes below this say nothing."""
DEMONYM = 0.5
"""A demonym's vote for its country, where a place's is 1."""
RANGE, HALF = 150.0, 45.0
"""Kilometres beyond which places say nothing of each other, and where they say half."""
HOME, LIKELY = 3, 1.5
"""So many names of one country make it the article's; from the second on no village is elsewhere."""
ROUNDS, SURE = 2, 0.98
"""Names are weighed so often, unless one reading weighs so much before."""
NEIGHBOURS = 100
"""So many places of an article are looked at as neighbours, so that long texts take no longer a word."""
ANCHORS, TRIED = 4, 12
"""So many readings of a name are looked at as neighbours of others, and for neighbours of their own."""


@define(slots=True, eq=False)
class Sense:
    """One name of the article: its readings, and how much each weighs here; ``within`` is a container beside it."""

    entry: Entry
    readings: tuple[Reading, ...]
    within: Row | None = None
    holder: Sense | None = None
    """The container beside a name that the gazetteer lacks."""
    weights: list[float] = field(factory=list)
    best: int = 0
    """Index of the reading that weighs most."""
    land: str | None = None
    """The country of all the rest of the article."""
    stranger: bool = False
    """True where nothing else of the article is in the country of the best reading."""
    certainty: float = 1.0
    """How sure the division of the best reading is."""
    peer: tuple[str, str | None] | None = None
    """Feature and country that most names of a list beside it share."""
    voice: float = 1.0
    """How much its vote counts; a dateline's counts more."""
    candidates: tuple[tuple[Place, float], ...] | None = None

    def order(self) -> list[int]:
        """Indices of the readings, the heaviest first."""
        return sorted(range(len(self.readings)), key=self.weights.__getitem__, reverse=True)


def holds(outer: Row, inner: Row) -> bool:
    """Whether one place lies in another, as far as their divisions tell."""
    if outer.country != inner.country or outer.row == inner.row:
        return False
    feature = outer.feature
    if feature[:5] == "A.PCL":
        return inner.feature[:5] != "A.PCL"
    if outer.admin1 != inner.admin1:
        return False
    if feature == "A.ADM1":
        return inner.feature != "A.ADM1"
    return feature[0] == "A" and outer.admin2 == inner.admin2 and inner.feature[0] != "A"


def _weights(scores: Sequence[float]) -> list[float]:
    """Weights from scores: tenfold for each point, one in sum."""
    top = max(scores)
    raw = [10.0 ** (score - top) for score in scores]
    total = sum(raw)
    return [weight / total for weight in raw]


def weigh(named: Sequence[Sense], leanings: Mapping[str, float]) -> None:
    """Set the weights of all readings, and for names that stand alone the country in which they must be.

    Args:
        named: the senses of an article; those without readings take no part but for their country.
        leanings: what else speaks for a country.
    """
    senses = [sense for sense in named if sense.readings]
    countries: dict[str | None, float] = dict(leanings.items())
    divisions: dict[tuple[str | None, str], float] = {}
    open_: list[tuple[Sense, list[float]]] = []
    for sense in senses:
        scores = _scores(sense)
        if len(scores) == 1 or sense.entry.demonym:
            share = (DEMONYM if sense.entry.demonym else 1.0) / len(scores)
            sense.weights = [share] * len(scores)
            _vote(sense, countries, divisions)
        else:
            sense.weights = _weights(scores)
            open_.append((sense, scores))
    chosen = open_
    for _ in range(ROUNDS):
        if open_:
            _round(senses, open_, dict(countries), dict(divisions))
        for sense, _scored in open_:
            if max(sense.weights) >= SURE:
                _vote(sense, countries, divisions)
        open_ = [one for one in open_ if max(one[0].weights) < SURE]
    for sense, _scored in chosen:
        sense.best = max(range(len(sense.readings)), key=sense.weights.__getitem__)
        sense.certainty = _certainty(sense)
    _doubt_strangers(named, leanings)


def _doubt_strangers(named: Sequence[Sense], leanings: Mapping[str, float]) -> None:
    """A small town in a country that nothing else of the article is in, where the rest is elsewhere, is not meant.

    What is meant is its namesake in the country of all the rest, or a place there that the gazetteer lacks.
    """
    told: dict[str | None, float] = dict(leanings.items())
    for sense in named:
        if sense.readings:
            country = sense.readings[sense.best].country
            told[country] = told.get(country, 0.0) + (DEMONYM if sense.entry.demonym else 1.0)
    told.pop(None, None)
    home = max(told, key=lambda country: told[country], default=None)
    if home is None or told[home] < LIKELY:
        return
    sure = told[home] >= HOME
    alone = told[home] > sum(told.values()) / 2
    for sense in named:
        if alone and not sense.entry.demonym:
            sense.land = home
        if not sense.readings or sense.within is not None or sense.entry.demonym:
            continue
        best = sense.readings[sense.best]
        known = sense.entry.famous if sure else sense.entry.known
        if known or told.get(best.country, 0.0) != 1.0 or best.row.feature[0] != "P" or best.row.layer:
            continue
        at_home = next((i for i, reading in enumerate(sense.readings) if reading.country == home), None)
        if at_home is None or not alone:
            sense.stranger = True
        else:
            sense.best = at_home


def _scores(sense: Sense) -> list[float]:
    """What the words beside a name make of its readings; the hopeless ones are left out."""
    readings, within = sense.readings, sense.within
    if within is not None:
        scores = [reading.prior + WITHIN * holds(within, reading.row) for reading in readings]
    else:
        floor = readings[0].prior - HOPELESS
        if len(readings) > WEIGHED or readings[-1].prior <= floor:
            sense.readings = readings = tuple([reading for reading in readings[:WEIGHED] if reading.prior > floor])
        scores = [reading.prior for reading in readings]
    if sense.peer is not None:
        feature, country = sense.peer
        for i, reading in enumerate(readings):
            if reading.row.feature == feature and country in (None, reading.country):
                scores[i] += PEER
    return scores


def _vote(
    sense: Sense, countries: dict[str | None, float], divisions: dict[tuple[str | None, str], float]
) -> tuple[dict[str | None, float], dict[tuple[str | None, str], float]]:
    """Add a name's weights to the votes for countries and divisions, and return what it gave to each."""
    mine: dict[str | None, float] = {}
    parts: dict[tuple[str | None, str], float] = {}
    voice = sense.voice
    for reading, share in zip(sense.readings, sense.weights, strict=True):
        country, first, weight = reading.country, reading.first, voice * share
        mine[country] = mine.get(country, 0.0) + weight
        if first is not None:
            parts[first] = parts.get(first, 0.0) + weight
    for country, weight in mine.items():
        countries[country] = countries.get(country, 0.0) + weight
    for first, weight in parts.items():
        divisions[first] = divisions.get(first, 0.0) + weight
    return mine, parts


def _certainty(sense: Sense) -> float:
    """The weight of the best reading with all others in its division, such as a town's own district."""
    first = sense.readings[sense.best].first
    if first is None:
        return sense.weights[sense.best]
    return sum(weight for reading, weight in zip(sense.readings, sense.weights, strict=True) if reading.first == first)


def _round(
    senses: list[Sense],
    open_: list[tuple[Sense, list[float]]],
    countries: dict[str | None, float],
    divisions: dict[tuple[str | None, str], float],
) -> None:
    """One round: every name votes with its weights, and every open name is weighed by the votes of the others."""
    own = [_vote(sense, countries, divisions) for sense, _ in open_]
    anchors = _anchors(senses)
    renewed = []
    for (sense, scores), (mine, parts) in zip(open_, own, strict=True):
        by_country: dict[str | None, float] = {}
        for country, weight in mine.items():
            others = countries[country] - weight
            by_country[country] = SAME_COUNTRY * log10(1.0 + COUNTRY_VOTES * others) if others > TRIFLE else 0.0
        by_country[None] = max(by_country.values())  # seas and regions of several countries lie in none
        by_division: dict[tuple[str | None, str] | None, float] = {}
        for first, weight in parts.items():
            others = divisions[first] - weight
            by_division[first] = SAME_DIVISION * log10(1.0 + DIVISION_VOTES * others) if others > TRIFLE else 0.0
        by_division[None] = 0.0
        total = [
            score + by_country[reading.country] + by_division[reading.first]
            for reading, score in zip(sense.readings, scores, strict=True)
        ]
        _add_nearness(sense, total, anchors)
        renewed.append(_weights(total))
    for (sense, _), weights in zip(open_, renewed, strict=True):
        sense.weights = weights


def _anchors(senses: list[Sense]) -> list[tuple[float, float, float, Sense]]:
    """The towns and districts that the article most likely names: latitude, longitude, weight, name."""
    found = []
    for sense in senses:
        weights = sense.weights
        tried = range(1) if len(weights) == 1 else sense.order()[:ANCHORS]
        for i in tried:
            reading = sense.readings[i]
            if reading.spot and weights[i] > 0.05:
                found.append((reading.row.latitude, reading.row.longitude, weights[i], sense))
    if len(found) > NEIGHBOURS:
        found.sort(key=lambda anchor: -anchor[2])
        del found[NEIGHBOURS:]
    return found


def _add_nearness(sense: Sense, scores: list[float], anchors: list[tuple[float, float, float, Sense]]) -> None:
    """Add to the scores of a name's likeliest readings what lies near them."""
    if not anchors:
        return
    for i in sorted(range(len(scores)), key=scores.__getitem__, reverse=True)[:TRIED]:
        reading = sense.readings[i]
        if not reading.spot:
            continue
        row = reading.row
        latitude, longitude = row.latitude, row.longitude
        shrink = 111.0 * cos(radians(latitude))
        support: dict[int, float] = {}
        for other_latitude, other_longitude, weight, other in anchors:
            north = (other_latitude - latitude) * 111.0
            if other is sense or not -RANGE < north < RANGE:
                continue
            east = (other_longitude - longitude) * shrink
            square = east * east + north * north
            if square < RANGE * RANGE:
                gain = weight / (1.0 + square / (HALF * HALF))
                if gain > support.get(id(other), 0.0):
                    support[id(other)] = gain
        if support:
            scores[i] += NEARBY * log10(1.0 + NEARBY_VOTES * sum(support.values()))
