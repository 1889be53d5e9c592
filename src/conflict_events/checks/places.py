"""Rules about places: depth, degrees, and whether the point lies in the country."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from conflict_events.checks.line import Line, Seen, countries_by_name
from conflict_events.formats.tables.numbers import degrees_of, whole_of

__all__ = ["NEAR_KM", "coordinates", "country", "depth", "inside", "known"]

NEAR_KM = 25.0
"""So far outside of its country's outline a point may lie: the outlines are of 1:50 million, and coasts are ragged."""


def depth(line: Line) -> Iterator[Seen]:
    """The geo precision fits what is known of the place."""
    precision, location = whole_of(line.get("geo_precision")), line.get("location")
    if precision is None or "location" not in line.cells:
        return
    if not location:
        yield Seen("location", "there is a precision and no location")
    elif precision in (1, 2) and location.casefold() == line.get("country").casefold() and location not in _CITY_STATES:
        yield Seen("geo_precision", f"{location} is the country; that is no place of precision {precision}", "3")
    if precision in (1, 2) and location and not line.get("admin1") and not location.startswith("Coast of"):
        yield Seen("admin1", f"a place of precision {precision} lies in a known first-order division")
    if line.get("admin3") and not line.get("admin2"):
        yield Seen("admin2", "a third-order division lies in a second-order one")


_CITY_STATES = frozenset({"Singapore", "Monaco", "Gibraltar", "Vatican City", "Djibouti", "Luxembourg", "San Marino"})


def coordinates(line: Line) -> Iterator[Seen]:
    """Coordinates are decimal degrees."""
    for column, limit in (("latitude", 90), ("longitude", 180)):
        text = line.get(column)
        if text and degrees_of(text, limit) is None:
            yield Seen(column, f"{text!r} is no decimal degree within {limit}")
    if degrees_of(line.get("latitude"), 90) == 0 == degrees_of(line.get("longitude"), 180):
        yield Seen("latitude", "0, 0 is a point in the sea off Africa and most often a gap")


@functools.lru_cache(100_000)
def _km(country: str, latitude: float, longitude: float) -> tuple[float | None, str]:
    from conflict_events.atlas.outlines import km_outside

    own = km_outside(countries_by_name()[country], latitude, longitude)
    if own is None or own <= NEAR_KM:
        return own, ""
    for change, point in (
        ("latitude and longitude are swapped", (longitude, latitude)),
        ("the latitude has the wrong sign", (-latitude, longitude)),
        ("the longitude has the wrong sign", (latitude, -longitude)),
    ):
        if abs(point[0]) <= 90 and km_outside(countries_by_name()[country], *point) == 0:
            return own, change
    return own, ""


def inside(line: Line) -> Iterator[Seen]:
    """The point lies in the stated country, or at most 25 km off."""
    latitude, longitude = degrees_of(line.get("latitude"), 90), degrees_of(line.get("longitude"), 180)
    if line.country is None or latitude is None or longitude is None:
        return
    km, change = _km(line.country.name, latitude, longitude)
    if km is not None and km > NEAR_KM and not line.get("location").startswith("Coast of"):
        hint = f"; perhaps {change}" if change else ""
        yield Seen("latitude", f"the point lies {km:.0f} km outside of {line.country.name}{hint}")


def country(line: Line) -> Iterator[Seen]:
    """Region and ISO codes are those of the country."""
    country = line.country
    if country is None:
        return
    if line.get("region") and line.get("region") != country.region.value:
        yield Seen("region", f"{country.name} is in {country.region.value}", country.region.value)
    if line.get("iso") and whole_of(line.get("iso")) != country.numeric:
        yield Seen("iso", f"{country.name} is {country.numeric}", str(country.numeric))
    if line.get("iso3") and line.get("iso3") != country.alpha_3:
        yield Seen("iso3", f"{country.name} is {country.alpha_3}", country.alpha_3)


def known(line: Line) -> Iterator[Seen]:
    """The country is one of ACLED's."""
    if line.country is None and line.get("country"):
        yield Seen("country", f"{line.get('country')!r} is no country of ACLED; since 2026 it may be a sea")
