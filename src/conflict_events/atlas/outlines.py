"""Outlines of countries: is a point inside, how far outside, and the lines to draw a map with."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from conflict_events.model.country import Country

__all__ = ["km_outside", "outlined", "rings"]

Point = tuple[float, float]
"""Longitude, latitude in decimal degrees."""

EARTH_KM = 6371.0


@cache
def _packed() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(zlib.decompress((Path(__file__).parent / "outlines.json.z").read_bytes()))
    return data


@cache
def _arc(index: int) -> tuple[Point, ...]:
    """One arc as points; a negative index is the arc ``~index`` backwards (TopoJSON)."""
    if index < 0:
        return _arc(~index)[::-1]
    data = _packed()
    (sx, sy), (tx, ty) = data["scale"], data["translate"]
    points: list[Point] = []
    x = y = 0
    for dx, dy in data["arcs"][index]:
        x += dx
        y += dy
        points.append((x * sx + tx, y * sy + ty))
    return tuple(points)


@cache
def rings(country: Country) -> tuple[tuple[Point, ...], ...]:
    """All rings of a country, islands and holes alike; empty for those too small for the map.

    A ring that crosses the date line runs on beyond 180 or -180 degrees.

    >>> len(rings(Country.of("LSO")))
    1
    """
    shapes = _packed()["shapes"].get(str(country.numeric), ())
    return tuple(_unwrapped(point for index in ring for point in _arc(index)) for polygon in shapes for ring in polygon)


def _unwrapped(points: Iterable[Point]) -> tuple[Point, ...]:
    """A ring that crosses the date line, with longitudes that run on beyond 180 instead of jumping to -180."""
    found: list[Point] = []
    turn = 0.0
    before: float | None = None
    for x, y in points:
        if before is not None and abs(x - before) > 180:
            turn += 360 if x < before else -360
        before = x
        found.append((x + turn, y))
    return tuple(found)


def outlined(country: Country) -> bool:
    """Whether the map knows the country's outline."""
    return str(country.numeric) in _packed()["shapes"]


def _inside(ring: tuple[Point, ...], lon: float, lat: float) -> bool:
    """Ray casting: whether the point lies within one ring."""
    inside = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside


def _km_to_lines(country: Country, lat: float, lon: float) -> Iterator[float]:
    """Distance to every border segment, on a plane that touches the earth at the point (good to some hundred km)."""
    squeeze = math.cos(math.radians(lat))
    for ring in rings(country):
        px, py = (ring[-1][0] - lon) * squeeze, ring[-1][1] - lat
        for x, y in ring:
            qx, qy = (x - lon) * squeeze, y - lat
            dx, dy = qx - px, qy - py
            length = dx * dx + dy * dy
            t = 0.0 if length == 0 else max(0.0, min(1.0, -(px * dx + py * dy) / length))
            yield math.hypot(px + t * dx, py + t * dy)
            px, py = qx, qy


def km_outside(country: Country, latitude: float, longitude: float) -> float | None:
    """How far a point lies outside of a country: 0.0 inside, None where the map has no outline of it.

    Args:
        country: the country that the point should lie in.
        latitude: decimal degrees, WGS 84.
        longitude: likewise.

    Returns:
        Kilometres to the nearest border; the outlines themselves are true to a few kilometres.

    >>> km_outside(Country.of("ISR"), 31.25, 34.79)
    0.0
    >>> round(km_outside(Country.of("ISR"), 33.8938, 35.5018), -1)
    60.0
    """
    lines = rings(country)
    if not lines:
        return None
    turns = (longitude, longitude + 360, longitude - 360)
    if any(sum(_inside(ring, turn, latitude) for ring in lines) % 2 for turn in turns):
        return 0.0
    nearest = min(min(_km_to_lines(country, latitude, turn)) for turn in turns)
    return math.radians(nearest) * EARTH_KM
