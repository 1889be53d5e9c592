"""GeoJSON (RFC 7946): one Feature for each event, for maps and GIS.

Choices:

- ``geometry`` is a Point, longitude first, with all decimals the event has; ``null`` where no place is known or only
  the country is: its middle must not pass for the place of the event.
- ``properties`` are the columns of ACLED's current export but the coordinates.
- The foreign member ``conflict_events`` of each Feature carries the whole event in the native form, so reading loses
  nothing; ``plain=True`` leaves it out.
- The reader takes that member; without it, the properties are read as an ACLED row. Where somebody moved the point
  or changed a property, the member no longer fits: the event is read as the member says, and a problem says so.

Losses: none; with ``plain=True`` those of an ACLED row.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from conflict_events.formats import native
from conflict_events.formats.acled import Table
from conflict_events.formats.acled import load as load_acled
from conflict_events.formats.acled.cells import Manner, row_of
from conflict_events.formats.acled.losses import note_losses
from conflict_events.formats.base import Format
from conflict_events.formats.jsonio import Records, Scanner, json_text, strict
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.records import MEMBER, contradictions, text_of
from conflict_events.formats.streams import Source, Target, text_reader, write_lines
from conflict_events.model.errors import FormatError
from conflict_events.model.event import Event

__all__ = ["FORMAT", "dump", "dumps", "load", "open_events", "to_feature"]


def to_feature(event: Event, *, plain: bool = False) -> dict[str, Any]:
    """One event as a GeoJSON Feature.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> to_feature(Event(SubEventType.GRENADE), plain=True)["geometry"] is None
    True
    """
    row = row_of(event, Manner())
    where = event.where
    point = None
    if row.pop("latitude") is not None and where is not None:
        point = {"type": "Point", "coordinates": [where.longitude, where.latitude]}
    row.pop("longitude")
    feature = {"type": "Feature", "id": event.id, "geometry": point, "properties": row}
    return feature if plain else {**feature, MEMBER: native.to_dict(event)}


def _lines(events: Iterable[Event], log: LossLog, *, plain: bool) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": ['
    for number, event in enumerate(events):
        if plain:
            note_losses(event, row_of(event, Manner()), Manner(), log)
        else:
            log.wrote()
        yield f"{',' if number else ''}\n{json_text(to_feature(event, plain=plain))}"
    yield "\n]}\n"


def dump(events: Iterable[Event], target: Target, *, plain: bool = False) -> LossReport:
    """Write events as a FeatureCollection.

    Args:
        events: any events.
        target: a path, ``-``, or an open stream.
        plain: leave out the member with the whole event.
    """
    log = LossLog("geojson")
    write_lines(_lines(events, log, plain=plain), target)
    return log.report()


def dumps(events: Iterable[Event], *, plain: bool = False) -> str:
    r"""Events as the text of a FeatureCollection.

    >>> dumps([])
    '{"type": "FeatureCollection", "features": [\n]}\n'
    """
    return "".join(_lines(events, LossLog("geojson"), plain=plain))


def _read(stream: IO[bytes], where: str, _notices: list[str]) -> Iterator[Found]:
    document = Records(Scanner(text_reader(stream, "GeoJSON", where), where, strict()), "features")
    for number, (_, _, feature) in enumerate(document, 1):
        if number == 1:
            _check(document.others.get("type", _COLLECTION), where)
        yield _event(feature, number)
    _check(document.others.get("type"), where)


def _check(kind: Any, where: str) -> None:
    """The type may stand before the features or behind them."""
    if kind != _COLLECTION:
        raise FormatError("no GeoJSON", where=where, expected=f"a {_COLLECTION}", got=kind)


_COLLECTION = "FeatureCollection"

open_events = opener(_read)


def load(source: Source) -> Loaded:
    """Read a FeatureCollection that this library, or a GIS from ACLED's columns, has written.

    Args:
        source: a path, ``-``, or an open stream.

    Raises:
        FormatError: not UTF-8, not JSON, or no FeatureCollection.
    """
    with open_events(source) as stream:
        return stream.load()


def _event(feature: Any, number: int) -> tuple[Event | None, list[RowProblem]]:
    properties = feature.get("properties") if isinstance(feature, Mapping) else None
    if not isinstance(properties, Mapping):
        got = json.dumps(feature)[:200]
        return None, [RowProblem(number, "", "geojson.feature", "a Feature with properties", got)]
    if MEMBER in feature:
        try:
            event = native.from_dict(feature[MEMBER], f"feature {number}")
        except FormatError as error:
            return None, [RowProblem(number, MEMBER, "geojson.event", error.expected, str(error)[:200])]
        return event, _changed(event, feature, number)
    row: dict[str, Any] = {**properties}
    geometry = feature.get("geometry")
    if isinstance(geometry, Mapping) and geometry.get("type") == "Point":
        row["longitude"], row["latitude"] = (*geometry.get("coordinates", ()), None, None)[:2]
    try:
        table: Table = load_acled(io.BytesIO(json.dumps([row]).encode()))
    except FormatError as error:
        return None, [RowProblem(number, "", "geojson.properties", error.expected, str(error)[:200])]
    found = [RowProblem(number, old.column, old.rule, old.expected, old.got) for old in table.problems]
    return (table[0] if len(table) else None), found


def _changed(event: Event, feature: Mapping[str, Any], number: int) -> list[RowProblem]:
    """What somebody changed in geometry and properties after we wrote them."""
    ours = json.loads(json_text(to_feature(event, plain=True)))
    found = []
    if feature.get("geometry") != ours["geometry"]:
        got = json.dumps(feature.get("geometry"))[:200]
        found.append(RowProblem(number, "geometry", "geojson.changed", "the point of the event", got))
    told = {name: text_of(value) for name, value in feature["properties"].items()}
    for name, right, got in contradictions(event, told):
        found.append(RowProblem(number, name, "geojson.changed", right[:200], got[:200]))
    return found


FORMAT = Format(
    name="geojson",
    title="GeoJSON (RFC 7946)",
    suffixes=(".geojson",),
    dump=dump,
    dumps=dumps,
    load=load,
    open=open_events,
)
