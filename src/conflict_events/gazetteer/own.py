"""A user's own places, from CSV or GeoJSON, as entries of a layer. A row that cannot be read stops the reading."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from conflict_events.gazetteer.draft import Draft
from conflict_events.gazetteer.rows import NameKind, plain
from conflict_events.model.country import Country
from conflict_events.model.errors import LexiconError, UnknownNameError

__all__ = ["COLUMNS", "read_own"]

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "location", "place"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "names": ("names", "alternatenames", "alternate_names", "aliases"),
    "country": ("country", "iso", "iso3", "country_code"),
    "admin1": ("admin1",),
    "admin2": ("admin2",),
    "feature": ("feature", "feature_code"),
    "population": ("population",),
    "geonameid": ("geonameid",),
}
"""What is read -> the names under which it may stand, in any case. Only a name and a point are required."""


def read_own(path: Path) -> Iterator[Draft]:
    """The places of a CSV file (``.csv``, ``.tsv``) or a GeoJSON file (``.json``, ``.geojson``).

    Args:
        path: UTF-8; CSV with a header line, alternate names separated by ``|`` or ``;``; GeoJSON with a feature a
            place, whose properties have the same names. An area or a line stands in the middle of its extent.

    Raises:
        LexiconError: naming file and line (or feature) of what cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            "cannot read a gazetteer", where=str(path), expected="a UTF-8 file", got=str(error)
        ) from error
    if path.suffix.lower() in (".json", ".geojson"):
        records = _features(text, path)
    else:
        lines = csv.DictReader(text.splitlines(), delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
        records = ((f"{path}:{lines.line_num}", record) for record in lines)
    for where, record in records:
        yield _draft(where, record)


def _features(text: str, path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        data = json.loads(text)
        features = data["features"] if data["type"] == "FeatureCollection" else [data]
    except (ValueError, TypeError, KeyError) as error:
        raise LexiconError("not GeoJSON", where=str(path), expected="a FeatureCollection", got=str(error)) from error
    for i, feature in enumerate(features):
        where = f"{path}, feature {i + 1}"
        try:
            points = list(_points(feature["geometry"]["coordinates"]))
            record = dict(feature["properties"])
            area = feature["geometry"]["type"] not in ("Point", "MultiPoint")
            (left, right), (low, high) = ((min(v), max(v)) for v in zip(*points, strict=True))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise LexiconError(
                "not a place", where=where, expected="geometry and properties", got=str(error)
            ) from error
        if area:
            record.setdefault("feature", "L.AREA")
        yield where, {**record, "latitude": (low + high) / 2, "longitude": (left + right) / 2}


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    """All (longitude, latitude) pairs of nested coordinates, whatever the geometry."""
    stack = [coordinates]
    while stack:
        item = stack.pop()
        if item and isinstance(item[0], int | float):
            yield float(item[0]), float(item[1])
        else:
            stack.extend(item)


def _draft(where: str, record: Mapping[Any, Any]) -> Draft:
    lowered = {str(key).strip().lower(): value for key, value in record.items()}
    fields = {what: next((lowered[n] for n in names if lowered.get(n)), None) for what, names in COLUMNS.items()}
    fields |= {
        axis: next((lowered[n] for n in COLUMNS[axis] if n in lowered), None) for axis in ("latitude", "longitude")
    }
    name = str(fields["name"] or "").strip()
    if not name:
        raise LexiconError("a place without a name", where=where, expected="name", got=dict(lowered))
    latitude, longitude = _number(where, "latitude", fields, 90), _number(where, "longitude", fields, 180)
    draft = Draft(
        name,
        latitude,
        longitude,
        str(fields["feature"] or "P.PPL"),
        _country(where, fields["country"]),
        fields["admin1"],
        fields["admin2"],
        int(_number(where, "population", fields, 2**32)),
        int(_number(where, "geonameid", fields, 2**32)) or None,
        names={name: NameKind.MAIN, plain(name): NameKind.MAIN},
    )
    names = fields["names"] or ()
    if isinstance(names, str):
        names = names.replace(";", "|").split("|")
    draft.add(str(other).strip() for other in names)
    return draft


def _number(where: str, what: str, fields: Mapping[str, Any], limit: float) -> float:
    value = fields[what]
    if value is None and what in ("population", "geonameid"):
        return 0
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = limit + 1
    if not -limit <= number <= limit:
        raise LexiconError(f"no {what}", where=where, expected=f"a number from -{limit} to {limit}", got=value)
    return number


def _country(where: str, value: Any) -> str | None:
    if not value:
        return None
    try:
        return Country.of(str(value).strip()).alpha_2
    except UnknownNameError as error:
        raise LexiconError("no such country", where=where, expected="ISO code or ACLED's name", got=value) from error
