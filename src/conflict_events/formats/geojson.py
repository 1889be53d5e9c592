"""GeoJSON (RFC 7946): one Feature for each event, for maps and GIS.

Choices:

- ``geometry`` is a Point, longitude first, with all decimals the event has; ``null`` where no place is known or only
  the country is: its middle must not pass for the place of the event.
- ``properties`` are the columns of ACLED's current export but the coordinates, and ``subdivision`` (ISO 3166-2).
- The foreign member ``conflict_events`` of each Feature carries the whole event in the native form, so reading loses
  nothing; ``plain=True`` leaves it out.
- The reader takes that member; without it, the properties are read as an ACLED row, in any spelling of the names, days in
  one order, the point from the geometry. Where somebody moved the point or changed a property, the member no longer
  fits: the event is read as the member says, and a problem says so.

Losses: none; with ``plain=True`` those of an ACLED row.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any

from attrs import evolve

from conflict_events.formats import native
from conflict_events.formats.acled.cells import Manner, row_of
from conflict_events.formats.acled.layout import column_named, knows, recognise
from conflict_events.formats.acled.losses import note_losses
from conflict_events.formats.acled.parse import Parser, problems
from conflict_events.formats.acled.subdivision import SUBDIVISION, settled, subdivision_cell
from conflict_events.formats.base import Format
from conflict_events.formats.jsonio import Records, Scanner, json_text, strict
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.records import MEMBER, contradictions, text_of
from conflict_events.formats.streams import Source, Target, beginning, text_reader, write_lines
from conflict_events.formats.tables.counts import counted
from conflict_events.formats.tables.days import days_of
from conflict_events.formats.tables.documents import cell_of
from conflict_events.formats.tables.letters import rewindable
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
    row[SUBDIVISION] = subdivision_cell(event)
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


def _read(stream: IO[bytes], where: str, _notices: list[str], *, day_first: bool | None = None) -> Iterator[Found]:
    with rewindable(stream) as source:
        start = source.tell()

        def features() -> Iterator[tuple[int, str, Any]]:
            document = Records(Scanner(text_reader(source, "GeoJSON", where), where, strict()), "features")
            for number, (_, raw, feature) in enumerate(document, 1):
                if number == 1:
                    _check(document.others.get("type", _COLLECTION), where)
                yield number, raw, feature
            _check(document.others.get("type"), where)

        def days() -> Iterator[str]:
            """All days of features of others."""
            place = source.tell()
            source.seek(start)
            try:
                for _, _, feature in features():
                    yield cell_of(_properties(feature).get(rows.date))
            finally:
                source.seek(place)

        found = features()
        ahead = beginning(found, lambda piece: len(piece[1]))
        rows = _Rows(where, [_properties(feature) for _, _, feature in ahead])
        rows.begin(days, day_first=day_first)
        for number, _, feature in itertools.chain(ahead, found):
            yield _event(feature, number, rows)


class _Rows:
    """Features of others as rows of ACLED's columns: one layout for all, found from the first ones."""

    def __init__(self, where: str, sample: list[dict[str, Any]]) -> None:
        self.where = where
        names = dict.fromkeys(name for properties in sample for name in properties)
        self.header = tuple(names)
        self.sample = [[cell_of(properties.get(name)) for name in names] for properties in sample if properties]
        self.known = knows(self.header)
        self.date = next((name for name in names if column_named(name) == "event_date"), "")
        self.parser: Parser | None = None
        if names and not self.known and (kind := counted(self.header)):
            got = f"{kind}: {', '.join(names)[:200]}"
            raise FormatError("no events", where=where, expected="a feature for each event", got=got)

    def begin(self, days: Callable[[], Iterator[str]], *, day_first: bool | None) -> None:
        if self.known:
            few = [row[self.header.index(self.date)] for row in self.sample]
            order = days_of(few, days, f"{self.where}, {self.date}", day_first=day_first)
            self.parser = Parser(recognise(self.header, self.sample, self.where, days=order))

    def event(self, properties: Mapping[str, Any], number: int) -> tuple[Event | None, list[RowProblem]]:
        if self.parser is None:
            got = json.dumps(list(properties))[:200]
            return None, [RowProblem(number, "", "geojson.properties", "properties by ACLED's names", got)]
        event, trouble = self.parser.parse([cell_of(properties.get(name)) for name in self.header])
        if event is not None and any(name not in self.header for name in properties):
            more = tuple((name, cell_of(one)) for name, one in properties.items() if name not in self.header)
            event = evolve(event, extras=event.extras + more)
        return settled(event), [*problems(number, trouble)]


def _properties(feature: Any) -> dict[str, Any]:
    """The properties of a feature of others, with its point; none of one of ours, or of what is no feature."""
    if not isinstance(feature, Mapping) or MEMBER in feature or not isinstance(feature.get("properties"), Mapping):
        return {}
    row: dict[str, Any] = {**feature["properties"]}
    point = _point(feature.get("geometry"))
    if point is not None:
        row = {name: one for name, one in row.items() if column_named(name) not in ("latitude", "longitude")}
        row["longitude"], row["latitude"] = point
    return row


def _point(geometry: Any) -> tuple[Any, Any] | None:
    """Longitude and latitude of a point, or of a group of one point."""
    if not isinstance(geometry, Mapping) or not isinstance(geometry.get("coordinates"), list):
        return None
    found = geometry["coordinates"]
    if geometry.get("type") == "MultiPoint" and len(found) == 1 and isinstance(found[0], list):
        found = found[0]
    elif geometry.get("type") != "Point":
        return None
    return (found[0], found[1]) if len(found) > 1 else None


def _check(kind: Any, where: str) -> None:
    """The type may stand before the features or behind them."""
    if kind != _COLLECTION:
        raise FormatError("no GeoJSON", where=where, expected=f"a {_COLLECTION}", got=kind)


_COLLECTION = "FeatureCollection"

open_events = opener(_read)


def load(source: Source, *, day_first: bool | None = None) -> Loaded:
    """Read a FeatureCollection that this library, or a GIS from ACLED's columns, has written.

    Args:
        source: a path, ``-``, or an open stream.
        day_first: the order of day and month in properties of others, where they do not show it.

    Raises:
        FormatError: not UTF-8, not JSON, no FeatureCollection, or days that can be read in two orders.
    """
    with open_events(source, day_first=day_first) as stream:
        return stream.load()


def _event(feature: Any, number: int, rows: _Rows) -> tuple[Event | None, list[RowProblem]]:
    if not isinstance(feature, Mapping) or not isinstance(feature.get("properties"), Mapping):
        got = json.dumps(feature)[:200]
        return None, [RowProblem(number, "", "geojson.feature", "a Feature with properties", got)]
    if MEMBER not in feature:
        return rows.event(_properties(feature), number)
    try:
        event = native.from_dict(feature[MEMBER], f"feature {number}")
    except FormatError as error:
        return None, [RowProblem(number, MEMBER, "geojson.event", error.expected, str(error)[:200])]
    return event, _changed(event, feature, number)


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
    reads=("day_first",),
)
