"""How likely each place of a name is: what kind of place it is, and which other places the article names."""

from __future__ import annotations

from math import cos, log10, radians
from typing import Any

from attrs import define

from conflict_events.gazetteer.rows import NameKind, Row
from conflict_events.model.place import Place

__all__ = ["Reading", "Sense", "holds", "prior", "weigh"]

P = {
    "pcl": 3.2,
    "adm1": 0.42,
    "pplc": 0.7,
    "ppla": 0.35,
    "adm2": -0.3,
    "alias": 1.0,
    "variant": 0.2,
    "former": 1.0,
    "wc": 2.1,
    "kc": 10.0,
    "wa": 2.1,
    "ka": 7.0,
    "wn": 1.8,
    "kn": 25.0,
    "near": 60.0,
    "demonym": 0.5,
    "inside": 6.0,
    "region": 3.0,
}


@define(slots=True)
class Reading:
    """One place that a name may mean."""

    row: Row
    prior: float
    score: float = 0.0
    weight: float = 0.0


@define(slots=True, eq=False)
class Sense:
    """One name of the article with all its readings, best first; ``within`` is the container named beside it."""

    key: str
    readings: list[Reading]
    demonym: bool = False
    within: Row | None = None
    reason: str = ""
    unsettled: bool = False
    candidates: tuple[tuple[Place, float], ...] | None = None


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


def prior(row: Row) -> float:
    """How likely a place is meant before anything else of the text is known."""
    score = log10(row.population + 10)
    feature = row.feature
    if feature[:5] == "A.PCL":
        score += P["pcl"]
    elif feature == "A.ADM1":
        score += P["adm1"]
    elif feature[0] == "A":
        score += P["adm2"]
    elif feature == "P.PPLC":
        score += P["pplc"]
    elif feature == "P.PPLA":
        score += P["ppla"]
    elif feature[0] in "LHT":
        score += P["region"]
    kind = row.kind
    if kind is NameKind.ALIAS:
        score -= P["alias"]
    elif kind is NameKind.VARIANT:
        score -= P["variant"]
    elif kind is NameKind.FORMER:
        score -= P["former"]
    return score


def _normalise(sense: Sense, by: str) -> None:
    """Weights from scores: tenfold for each point, one in sum."""
    top = getattr(sense.readings[0], by)
    total = 0.0
    for reading in sense.readings:
        reading.weight = 10 ** (getattr(reading, by) - top)
        total += reading.weight
    share = (P["demonym"] if sense.demonym else 1.0) / total
    for reading in sense.readings:
        reading.weight *= share


def weigh(senses: list[Sense]) -> None:
    """Set the weight of all readings and sort them."""
    for sense in senses:
        if sense.within is not None:
            for reading in sense.readings:
                if holds(sense.within, reading.row):
                    reading.prior += P["inside"]
            sense.readings.sort(key=lambda r: -r.prior)
        _normalise(sense, "prior")
    for _ in (0, 1):
        _vote(senses)
        _near(senses)
        for sense in senses:
            if not sense.demonym:
                sense.readings.sort(key=lambda r: -r.score)
                _normalise(sense, "score")


def _vote(senses: list[Sense]) -> None:
    """Scores from what the other names of the article say of the country and the division."""
    countries: dict[Any, float] = {}
    firsts: dict[Any, float] = {}
    for sense in senses:
        for reading in sense.readings:
            row = reading.row
            countries[row.country] = countries.get(row.country, 0.0) + reading.weight
            if row.admin1:
                at: tuple[Any, Any] = (row.country, row.admin1)
                firsts[at] = firsts.get(at, 0.0) + reading.weight
    for sense in senses:
        if sense.demonym:
            continue
        own_c: dict[Any, float] = {}
        own_a: dict[Any, float] = {}
        for reading in sense.readings:
            row = reading.row
            own_c[row.country] = own_c.get(row.country, 0.0) + reading.weight
            at: tuple[Any, Any] = (row.country, row.admin1)
            own_a[at] = own_a.get(at, 0.0) + reading.weight
        for reading in sense.readings:
            row = reading.row
            at: tuple[Any, Any] = (row.country, row.admin1)
            reading.score = reading.prior
            reading.score += P["wc"] * log10(1 + P["kc"] * max(0.0, countries[row.country] - own_c[row.country]))
            if row.admin1:
                reading.score += P["wa"] * log10(1 + P["ka"] * max(0.0, firsts[at] - own_a[at]))


def _near(senses: list[Sense]) -> None:
    """Add to the scores what lies near the other places of the article."""
    anchors = []
    for sense in senses:
        if sense.demonym:
            continue
        for reading in sorted(sense.readings, key=lambda r: -r.score)[:4]:
            row = reading.row
            if (row.feature[0] == "P" or row.feature == "A.ADM2") and reading.weight > 0.05:
                anchors.append((row.latitude, row.longitude, reading.weight, sense))
    for sense in senses:
        if sense.demonym or len(sense.readings) < 2:
            continue
        for reading in sorted(sense.readings, key=lambda r: -r.score)[:12]:
            row = reading.row
            if row.feature[0] != "P" and row.feature != "A.ADM2":
                continue
            total: dict[int, float] = {}
            shrink = cos(radians(row.latitude))
            for lat, lon, weight, other in anchors:
                if other is sense:
                    continue
                dy = (lat - row.latitude) * 111
                if abs(dy) > 150:
                    continue
                dx = (lon - row.longitude) * 111 * shrink
                d2 = dx * dx + dy * dy
                if d2 < 150 * 150:
                    k = weight / (1 + d2 / P["near"] ** 2)
                    if k > total.get(id(other), 0):
                        total[id(other)] = k
            reading.score += P["wn"] * log10(1 + P["kn"] * sum(total.values()))
