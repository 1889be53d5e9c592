"""From a settled name to a place mention: point, divisions, precision by the words around, and the reasons."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from conflict_events.gazetteer.rows import NameKind, Row, plain
from conflict_events.mentions.places.around import Around
from conflict_events.mentions.places.weigh import Sense
from conflict_events.mentions.places.words import Name
from conflict_events.model.country import Country
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.mention import PlaceMention
from conflict_events.model.place import Place
from conflict_events.model.trusted import maker
from conflict_events.text.tokens import Tokens

__all__ = ["STRANGER", "mention_of", "place_of"]

_mention = maker(PlaceMention)

STRANGER = "place.stranger"
"""Rule of a name that nothing calls a place, and whose namesakes all lie where nothing else of the article does."""
CANDIDATES = 4
"""How many readings a mention keeps."""
CLEAR, BELIEVED = 0.9, 0.5
"""From the first certainty on a choice needs no words; below the second it is a guess, and the name stays open."""
CITY = 500_000
"""From this population on a town is called by its main name, however the article spells it."""

_AROUND = {
    "near": (2, 2, "near the place named: its point stands for the spot"),
    "edge": (2, 2, "on the edge of the place named: its point stands for the spot"),
    "distance": (2, 2, "at a distance from the place named: its point stands for the spot"),
    "between": (2, 2, "between two places: the point is that of this one"),
    "road": (2, 5, "on a road between two places: the point is that of this one"),
    "border": (3, 5, "at a border: the point is that of the place named"),
    "coast": (3, 7, "off a coast: the point is that of the land named"),
}
"""Kind of surrounding -> ACLED precision, UCDP precision, reason."""


_FILED = {"HK": "CN", "MO": "CN"}
"""Places that the gazetteer keeps apart and ACLED files under another country."""


@lru_cache(maxsize=512)
def country_of(alpha_2: str | None) -> Country | None:
    """The country with this code; None at sea and for codes that ACLED does not know."""
    if alpha_2 is None:
        return None
    try:
        return Country.of(_FILED.get(alpha_2, alpha_2))
    except UnknownNameError:
        return None


def _precision(feature: str) -> tuple[int | None, int | None]:
    """ACLED's and UCDP's precision of a place named plainly."""
    if feature[:5] == "A.PCL" or feature == "L.CONT":
        return None, 6
    if feature == "A.ADM1":
        return 3, 4
    if feature[0] == "A":
        return 2, 3
    if feature[0] == "P" or feature[0] == "S":
        return 1, 1
    if feature in ("H.SEA", "H.OCN", "H.GULF", "H.STRT"):
        return 3, 7
    return 3, 5


@lru_cache(maxsize=8192)
def place_of(row: Row) -> Place:
    """The place of a gazetteer row, named as ACLED writes names."""
    country = country_of(row.country)
    precision, ucdp = _precision(row.feature)
    name = row.asciiname
    if row.feature[:5] == "A.PCL" and country is not None:
        name = country.name
    return Place(
        name,
        country=country,
        admin1=None if row.admin1 is None else plain(row.admin1),
        admin2=None if row.admin2 is None else plain(row.admin2),
        latitude=row.latitude,
        longitude=row.longitude,
        precision=precision,
        ucdp_precision=ucdp,
        feature=row.feature,
        geonameid=row.geonameid,
    )


def _surrounded(place: Place, around: Around) -> tuple[Place, str]:
    """The place with what the words around say of the spot, and the reason."""
    feature = place.feature or ""
    wide = feature[:1] == "L" or feature == "A.ADM1" or place.is_country
    if around.kind == "quarter":
        return evolve(place, name=f"{place.name} - {around.words}"), "a part of the town: the point is that of the town"
    if around.kind == "suburb" and feature[:1] == "P":
        part = " ".join(word.capitalize() for word in around.words.split())
        return evolve(place, name=f"{place.name} - {part}"), "a part of the town: the point is that of the town"
    if around.kind in ("part", "suburb") or (
        around.kind == "near" and place.is_country and around.words.endswith(" of")
    ):
        if not wide:
            return place, f"{around.words} part of the town: the point is that of the town"
        if place.is_country:
            part = " ".join(word.capitalize() for word in around.words.removesuffix(" of").split())
            region = evolve(place, name=f"{part} {place.name}", precision=3, ucdp_precision=5, feature="L.RGN")
            return region, "a part of the country: the point is that of the country"
        return evolve(place, precision=3), "a part of the division: the point is that of the division"
    known = _AROUND.get(around.kind)
    if known is None or feature == "L.CONT" or (around.kind == "coast" and feature[:1] == "H"):
        return place, ""
    precision, ucdp, reason = known
    name = f"Coast of {place.name}" if around.kind == "coast" else place.name
    if wide and around.kind in ("near", "edge", "distance", "between"):
        return place, ""
    ucdp = max(ucdp, place.ucdp_precision or ucdp)
    return evolve(place, name=name, precision=precision, ucdp_precision=ucdp), reason


def _unknown(tokens: Tokens, name: Name, sense: Sense) -> tuple[Place | None, str]:
    """A name that the gazetteer lacks: what holds it is known, where the text names that; its point is not.

    Where a town or district holds it, its point stands for the spot, as ACLED's coders do.
    """
    label = _label(tokens, name.first, name.first + len(name.entry.key.split(" ")))
    holder = sense.holder
    if holder is None or not holder.readings or holder.certainty < BELIEVED:
        return _somewhere(label, sense, "the gazetteer has no place of this name")
    best = holder.readings[holder.best]
    rows = [best.row, *(reading.row for reading in holder.readings if reading.first == best.first)]
    outer = place_of(next((row for row in rows if row.feature[0] == "A"), best.row))
    if outer.is_country or outer.feature == "A.ADM1":
        place = Place(
            label,
            country=outer.country,
            admin1=outer.admin1,
            precision=3,
            ucdp_precision=outer.ucdp_precision,
        )
        return place, f"not in the gazetteer; the text puts it in {outer.name}, and its point is not known"
    town = outer.feature is not None and outer.feature[0] == "P"
    precision, ucdp = (2, 2) if town else (3, max(3, outer.ucdp_precision or 3))
    place = evolve(outer, name=label, precision=precision, ucdp_precision=ucdp, geonameid=None)
    return place, f"not in the gazetteer; the point is that of {outer.name}, which the text names beside it"


def _somewhere(label: str, sense: Sense, reason: str) -> tuple[Place | None, str]:
    """A name that says no more than its country: that of all the rest of the article."""
    country = country_of(sense.land)
    if country is None:
        return None, reason
    place = Place(label, country=country, precision=3, ucdp_precision=6)
    return place, f"{reason}; all else is in {country.name}, and its point is not known"


def mention_of(
    tokens: Tokens, name: Name, sense: Sense, around: Around, *, metonym: bool, site: bool = False
) -> PlaceMention:
    """The mention of one name.

    Args:
        tokens: the text.
        name: where it stands.
        sense: what it may mean, best reading first.
        around: what the words around say of the spot.
        metonym: whether it stands for a government.
        site: whether it names a building or an office, which may be anywhere.
    """
    first, last = around.first, around.last
    candidates: tuple[tuple[Place, float], ...] = ()
    place: Place | None
    if sense.readings:
        row = sense.readings[sense.best].row
        place, reason = _surrounded(_as_written(place_of(row), row, tokens, name), around)
        reason = "; ".join(part for part in (_choice(sense), reason) if part)
        candidates = _candidates(sense)
        if sense.stranger:
            reason = "its likeliest place is in a country that nothing else in the article is in"
            label = _label(tokens, name.first, name.last)
            place, reason = _somewhere(label, sense, reason) if name.strong and not site else (None, reason)
        elif sense.certainty < BELIEVED:
            place, reason = None, "several places of this name fit alike"
    else:
        place, reason = _unknown(tokens, name, sense)
    rule = name.rule if around.kind == "at" else f"place.{around.kind}"
    if sense.stranger and place is None and not name.strong:
        rule = STRANGER
    return _mention(
        tokens.starts[first],
        tokens.ends[last - 1],
        tokens.quote(first, last),
        rule,
        place,
        candidates,
        metonym,
        reason,
    )


def _choice(sense: Sense) -> str:
    """Why this place of several was chosen; empty where the name has one."""
    if len(sense.readings) == 1:
        return ""
    if sense.within is not None:
        return f"the one in {place_of(sense.within).name}, which is named beside it"
    sure = sense.certainty
    return "" if sure >= CLEAR else f"the likeliest place of this name in this article ({sure:.2f})"


def _as_written(place: Place, row: Row, tokens: Tokens, name: Name) -> Place:
    """A small town keeps the spelling of the article; cities, their parts and divisions are called by their main name."""
    if row.kind in (NameKind.MAIN, NameKind.FORMER) or row.feature[0] != "P" or row.population >= CITY:
        return place
    if " - " in place.name:
        return place
    text = _label(tokens, name.first, name.last)
    return evolve(place, name=text) if text else place


def _label(tokens: Tokens, first: int, last: int) -> str:
    """Words of the article as a name: plain ASCII, one space, capitals where the article's case says nothing."""
    text = plain(" ".join(tokens.quote(first, last).split()))
    return text.title() if text.islower() or (text.isupper() and len(text) > 3) else text


def _candidates(sense: Sense) -> tuple[tuple[Place, float], ...]:
    """The heaviest readings of a name with their weights, made once an article."""
    if sense.candidates is None:
        readings, weights = sense.readings, sense.weights
        if len(readings) == 1:
            sense.candidates = ((place_of(readings[0].row), 1.0),)
        else:
            best = sense.order()[:CANDIDATES]
            sense.candidates = tuple([(place_of(readings[i].row), round(weights[i], 3)) for i in best])
    return sense.candidates
