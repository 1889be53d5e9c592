"""PLOVER records and POLECAT rows as events, as far as they are conflict events."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import IO, Any

from attrs import frozen

from conflict_events.formats.acled.values import split
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.native import parsed
from conflict_events.formats.plover.tables import ACTS, DECIDED, SECTORS
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import Source, text_lines
from conflict_events.formats.tables.numbers import degrees_of, whole_of
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.country import Country
from conflict_events.model.errors import FormatError, UnknownNameError
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.when import When

__all__ = ["event_of", "load", "open_events"]

_STAND_IN = Basis(
    Status.ABSENT, reason="PLOVER's act and mode do not decide the sub-event type; one stands in and is not written"
)
_BY_MODE = Basis(Status.INFERRED, reason="read from PLOVER's act and mode")
_KIND = Basis(Status.INFERRED, reason="the kind is read from PLOVER's sector")
_KNOWN = frozenset(
    "id date enddate actor event mode recipient event_loc size event_text cite_info quad_code event_scale".split()
)


@frozen(slots=True)
class _Told:
    """What one record says, whichever of the two forms it has."""

    id: str
    act: str
    modes: tuple[str, ...]
    date: str
    enddate: str
    actors: tuple[tuple[str, str, str], ...]
    recipients: tuple[tuple[str, str, str], ...]
    place: dict[str, str]
    size: dict[str, str]
    text: str
    sources: tuple[str, ...]
    extras: tuple[tuple[str, str], ...]


def _text(value: Any) -> str:
    return "" if value in (None, "None") else str(value)


def _list(value: Any) -> list[Any]:
    if value in (None, ""):
        return []
    return value if isinstance(value, list) else [value]


def _of_json(record: Mapping[str, Any]) -> _Told:
    def entities(key: str) -> tuple[tuple[str, str, str], ...]:
        found = []
        for entity in _list(record.get(key)):
            told = entity if isinstance(entity, Mapping) else {"entity_text": entity}
            found.append(tuple(_text(told.get(name)) for name in ("entity_text", "sector", "code")))
        return tuple(found)  # type: ignore[arg-type]

    place, size = record.get("event_loc"), record.get("size")
    return _Told(
        _text(record.get("id")),
        _text(next(iter(_list(record.get("event"))), "")).upper(),
        tuple(_text(mode) for mode in _list(record.get("mode"))),
        _text(record.get("date")),
        _text(record.get("enddate")),
        entities("actor"),
        entities("recipient"),
        {key: _text(value) for key, value in place.items()} if isinstance(place, Mapping) else {},
        {key: _text(value) for key, value in size.items()} if isinstance(size, Mapping) else {},
        _text(record.get("event_text")),
        tuple(_text(source) for source in _list(record.get("cite_info"))),
        tuple((key, _text(value)) for key, value in record.items() if key not in _KNOWN and _text(value)),
    )


_PLACE = {
    "resolved_place": "Placename",
    "city": "City",
    "district": "District",
    "province": "Province",
    "country_code": "Country",
    "lat": "Latitude",
    "lon": "Longitude",
    "geonameid": "GeoNames ID",
}
_TAKEN = frozenset(
    """Event ID,Event Date,Event Type,Event Mode,Event Intensity,Intensity,Quad Code,Actor Name,Actor Country,
    Primary Actor Sector,Actor Sectors,Recipient Name,Recipient Country,Primary Recipient Sector,Recipient Sectors,
    Source,Feature Type""".replace("\n    ", "").split(",")
) | set(_PLACE.values())


def _of_row(row: dict[str, str]) -> _Told:
    cells = {name: _text(cell.strip()) for name, cell in row.items()}

    def entities(side: str) -> tuple[tuple[str, str, str], ...]:
        names = split(cells.get(f"{side} Name", ""))
        sectors = split(cells.get(f"{side} Sectors", "")) or (cells.get(f"Primary {side} Sector", ""),)
        codes = split(cells.get(f"{side} Country", "")) or ("",)
        return tuple(
            (name, sectors[min(i, len(sectors) - 1)], codes[min(i, len(codes) - 1)]) for i, name in enumerate(names)
        )

    place = {key: cells[column] for key, column in _PLACE.items() if cells.get(column)}
    feature_class, _, feature_code = cells.get("Feature Type", "").partition(".")
    if feature_class and feature_code:
        place |= {"feature_class": feature_class, "feature_code": feature_code}
    return _Told(
        cells.get("Event ID", ""),
        cells.get("Event Type", "").upper(),
        split(cells.get("Event Mode", "")),
        cells.get("Event Date", "")[:10],
        "",
        entities("Actor"),
        entities("Recipient"),
        place,
        {},
        "",
        split(cells.get("Source", "")),
        tuple((name, cell) for name, cell in cells.items() if cell and name not in _TAKEN),
    )


def _country(code: str) -> Country | None:
    try:
        return Country.of("XKX" if code == "KOS" else code) if len(code) == 3 else None
    except UnknownNameError:
        return None


def _actor(told: tuple[str, str, str], crowd: ActorKind) -> Actor:
    name, sector, code = told
    return Actor(name, SECTORS.get(sector, crowd), country=_country(code))


def _sub(told: _Told) -> tuple[SubEventType | None, Basis]:
    if told.act not in {act for act, _ in ACTS.values()}:
        return None, _STAND_IN
    for mode in told.modes:
        found = DECIDED.get((told.act, mode))
        if found is not None:
            return found, _BY_MODE
    armed = [sector for _, sector, _ in told.recipients if sector in SECTORS]
    if told.act == "ASSAULT":
        return (SubEventType.ARMED_CLASH if armed else SubEventType.ATTACK), _STAND_IN
    return {
        "PROTEST": SubEventType.PEACEFUL_PROTEST,
        "AGREE": SubEventType.AGREEMENT,
        "RETREAT": SubEventType.AGREEMENT,
    }.get(told.act, SubEventType.OTHER), _STAND_IN


Trouble = tuple[str, str, str, str]


def _day(text: str, column: str, troubles: list[Trouble]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        troubles.append((column, "plover.date", "YYYY-MM-DD", text))
        return None


def _place(told: dict[str, str], troubles: list[Trouble]) -> Place | None:
    if not told:
        return None
    north, east = degrees_of(told.get("lat", ""), 90), degrees_of(told.get("lon", ""), 180)
    if (north is None or east is None) and (told.get("lat") or told.get("lon")):
        troubles.append(("event_loc", "plover.coordinate", "decimal degrees", f"{told.get('lat')}, {told.get('lon')}"))
        north = east = None
    country = _country(told.get("country_code", ""))
    name = told.get("resolved_place") or told.get("city") or (country.name if country else told.get("country", ""))
    resolution = whole_of(told.get("resolution", ""))
    feature = (
        f"{told['feature_class']}.{told['feature_code']}"
        if told.get("feature_class") and told.get("feature_code")
        else None
    )
    return Place(
        name,
        country=country,
        admin1=told.get("province") or None,
        admin2=told.get("district") or None,
        latitude=north,
        longitude=east,
        precision={5: 1, 4: 1, 3: 2, 2: 3}.get(resolution or 0),
        feature="A.PCLI" if resolution == 1 and feature is None else feature,
        geonameid=whole_of(told.get("geonameid", "")),
    )


def _event(told: _Told) -> tuple[Event | None, list[Trouble]]:
    sub, basis = _sub(told)
    if sub is None:
        return None, []
    troubles: list[Trouble] = []
    start, end = _day(told.date, "date", troubles), _day(told.enddate, "enddate", troubles)
    when = None
    if start is not None:
        if end is not None and end < start:
            troubles.append(("enddate", "plover.dates", "not before date", told.enddate))
            end = None
        when = When(start, end or start)
    crowd = {EventType.PROTESTS: ActorKind.PROTESTERS, EventType.RIOTS: ActorKind.RIOTERS}.get(
        sub.event_type, ActorKind.CIVILIANS
    )
    actors = [_actor(entity, crowd) for entity in told.actors]
    others = [_actor(entity, ActorKind.CIVILIANS) for entity in told.recipients]
    claims = []
    for name, outcome in (("dead", Outcome.KILLED), ("injured", Outcome.INJURED), ("arrested", Outcome.ARRESTED)):
        text = told.size.get(name, "")
        number = whole_of(text)
        if number is not None:
            claims.append(CasualtyReport(outcome, stated=number, low=number, high=number))
        elif text:
            troubles.append((f"size.{name}", "plover.number", "a whole number", text))
    bases = [("sub_event_type", basis)]
    bases += [(name, _KIND) for name, side in (("actor1", actors), ("actor2", others)) if side]
    bases += [
        (column.partition(".")[0], Basis(Status.BROKEN, reason=f"{rule}, expected {expected}", raw=raw))
        for column, rule, expected, raw in troubles
    ]
    return Event(
        sub,
        when=when,
        where=_place(told.place, troubles),
        actor1=actors[0] if actors else None,
        assoc_actor_1=actors[1:],
        actor2=others[0] if others else None,
        assoc_actor_2=others[1:],
        casualties=claims,
        sources=told.sources,
        notes=told.text or None,
        record_id=told.id or None,
        bases=bases,
        extras=told.extras,
    ), troubles


def event_of(record: Mapping[str, Any], *, table: bool = False) -> Event | None:
    """The event of a record of PLOVER, or of a row of POLECAT's table; None where it is no conflict event."""
    return _event(_of_row({**record}) if table else _of_json(record))[0]


def _read(stream: IO[bytes], where: str, notices: list[str]) -> Iterator[Found]:
    lines = enumerate(text_lines(stream, "PLOVER", where), 1)
    number, first = next(((number, line) for number, line in lines if line.strip()), (0, ""))
    header: list[str] | None = [name.strip() for name in first.split("\t") if name.strip()]
    if not {"Event ID", "Event Type"} <= set(header or ()):
        header = None
        if not (first.lstrip().startswith("{") and '"event"' in first):
            raise FormatError("no PLOVER", where=where, expected="JSON lines, or POLECAT's columns", got=first[:200])
        lines = itertools.chain([(number, first)], lines)  # type: ignore[assignment]
    outside: Counter[str] = Counter()
    for number, line in lines:
        if not line.strip():
            continue
        told, problem = _told(line, header, number)
        if told is None:
            yield None, problem
            continue
        event, troubles = _event(told)
        if event is None:
            outside[told.act or "no act"] += 1
        yield event, [RowProblem(number, *trouble[:3], trouble[3][:200]) for trouble in troubles]
    notices += [
        f"left out, because it is no conflict event: {act}, {count} times" for act, count in outside.most_common()
    ]


open_events = opener(_read)


def load(source: Source) -> Loaded:
    """Read PLOVER's JSON lines or POLECAT's table.

    Args:
        source: a path, ``-``, or an open stream.

    Raises:
        FormatError: if it is neither.
    """
    with open_events(source) as stream:
        return stream.load()


def _told(line: str, header: list[str] | None, number: int) -> tuple[_Told | None, list[RowProblem]]:
    if header is not None:
        cells = line.split("\t")
        if len(cells) != len(header):
            expected = f"{len(header)} cells"
            return None, [RowProblem(number, "", "polecat.row", expected, line[:200])]
        return _of_row(dict(zip(header, cells, strict=True))), []
    try:
        record = parsed(line, f"line {number}")
    except FormatError as error:
        return None, [RowProblem(number, "", "plover.json", error.expected, str(error)[:200])]
    if not isinstance(record, Mapping):
        return None, [RowProblem(number, "", "plover.record", "an object", line[:200])]
    return _of_json(record), []
