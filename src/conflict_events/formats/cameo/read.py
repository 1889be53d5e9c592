"""Rows of GDELT Events as events, as far as they are conflict events."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from typing import IO

from conflict_events.formats.acled.values import degrees_of
from conflict_events.formats.cameo.tables import COLUMNS, DECIDED, FIPS, KINDS, SWAPPED
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import Source, text_lines
from conflict_events.model.actor import Actor
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
    Status.ABSENT, reason="the CAMEO code does not decide the sub-event type; one stands in and is not written"
)
_BY_CODE = Basis(Status.INFERRED, reason="read from the CAMEO code")
_KIND = Basis(Status.INFERRED, reason="the kind is read from the CAMEO role code")

_V1 = tuple(name for name in COLUMNS if not name.endswith("ADM2Code"))
_LAYOUTS = MappingProxyType({len(COLUMNS): COLUMNS, len(_V1): _V1, len(_V1) - 1: _V1[:-1]})
"""Number of cells -> columns: GDELT 2.0, 1.0, and 1.0 before April 2013."""


def _sub(code: str, armed: bool) -> tuple[SubEventType | None, Basis]:  # noqa: FBT001
    for length in (4, 3):
        found = DECIDED.get(code[:length])
        if found is not None:
            return found, _BY_CODE
    roots = {
        "14": SubEventType.PEACEFUL_PROTEST,
        "15": SubEventType.CHANGE_TO_GROUP,
        "17": SubEventType.OTHER,
        "18": SubEventType.ARMED_CLASH if armed else SubEventType.ATTACK,
        "19": SubEventType.ARMED_CLASH,
        "20": SubEventType.ATTACK,
    }
    return roots.get(code[:2]), _STAND_IN


def _country(code: str) -> Country | None:
    try:
        return Country.of("XKX" if code == "KSV" else code) if len(code) == 3 else None
    except UnknownNameError:
        return None


_BY_FIPS = {fips: alpha for alpha, fips in FIPS.items()}


def _read_side(row: dict[str, str], number: int, crowd: ActorKind) -> Actor | None:
    name = row[f"Actor{number}Name"] or row[f"Actor{number}Code"]
    if not name:
        return None
    role = row[f"Actor{number}Type1Code"]
    return Actor(name, KINDS.get(role, crowd), country=_country(row[f"Actor{number}CountryCode"]))


def _read_geo(row: dict[str, str]) -> tuple[Place | None, tuple[str, str, str, str] | None]:
    name, kind = row["ActionGeo_FullName"], row["ActionGeo_Type"]
    north, east = degrees_of(row["ActionGeo_Lat"], 90), degrees_of(row["ActionGeo_Long"], 180)
    trouble = None
    if (north is None or east is None) and (row["ActionGeo_Lat"] or row["ActionGeo_Long"]):
        raw = f"{row['ActionGeo_Lat']}, {row['ActionGeo_Long']}"
        trouble = ("ActionGeo_Lat", "gdelt.coordinate", "decimal degrees", raw)
        north = east = None
    if not name and north is None:
        return None, trouble
    alpha = _BY_FIPS.get(row["ActionGeo_CountryCode"])
    parts = [part.strip() for part in name.split(",")]
    place = Place(
        parts[0],
        country=None if alpha is None else Country.of(alpha),
        admin1=parts[1] if len(parts) > 2 else None,
        latitude=north,
        longitude=east,
        precision={"3": 1, "4": 1, "2": 3, "5": 3}.get(kind),
        feature="A.PCLI" if kind == "1" else None,
    )
    return place, trouble


_TAKEN = frozenset(
    {
        *(f"Actor{number}{part}" for number in (1, 2) for part in ("Code", "Name", "CountryCode", "Type1Code")),
        *(f"ActionGeo_{part}" for part in ("Type", "FullName", "CountryCode", "Lat", "Long")),
        *"GlobalEventID Day MonthYear Year FractionDate EventCode EventBaseCode EventRootCode QuadClass".split(),
    }
)


def event_of(row: dict[str, str]) -> tuple[Event | None, list[tuple[str, str, str, str]]]:
    """The event of a row, None where it is no conflict event, and what could not be read."""
    armed = KINDS.get(row["Actor2Type1Code"], ActorKind.CIVILIANS) is not ActorKind.CIVILIANS
    sub, basis = _sub(row["EventCode"], armed)
    if sub is None:
        return None, []
    troubles = []
    bases = [("sub_event_type", basis)]
    when = None
    if row["Day"]:
        try:
            when = When.day(dt.date.fromisoformat(row["Day"]))
        except ValueError:
            troubles.append(("Day", "gdelt.day", "YYYYMMDD", row["Day"]))
            bases.append(("when", Basis(Status.BROKEN, reason="Day is no day", raw=row["Day"])))
    where, trouble = _read_geo(row)
    if trouble is not None:
        troubles.append(trouble)
        bases.append(("where", Basis(Status.BROKEN, reason="the coordinates are no degrees", raw=trouble[3])))
    crowd = {EventType.PROTESTS: ActorKind.PROTESTERS, EventType.RIOTS: ActorKind.RIOTERS}.get(
        sub.event_type, ActorKind.CIVILIANS
    )
    one, two = _read_side(row, 1, crowd), _read_side(row, 2, ActorKind.CIVILIANS)
    if sub in SWAPPED and two is not None:
        one, two = two, one
    bases += [(name, _KIND) for name, actor in (("actor1", one), ("actor2", two)) if actor is not None]
    return Event(
        sub,
        when=when,
        where=where,
        actor1=one,
        actor2=two,
        record_id=row["GlobalEventID"] or None,
        bases=bases,
        extras=tuple((name, cell) for name, cell in row.items() if cell and name not in _TAKEN),
    ), troubles


def _read(stream: IO[bytes], where: str, notices: list[str]) -> Iterator[Found]:
    outside: Counter[str] = Counter()
    columns: tuple[str, ...] = ()
    for number, line in enumerate(text_lines(stream, "GDELT", where), 1):
        cells = line.split("\t")
        if number == 1:
            columns = _LAYOUTS.get(len(cells), ())
            if not columns or not (cells[0].isdigit() or not cells[0]):
                expected = "61, 58 or 57 cells, the first a number"
                raise FormatError("no GDELT Events file", where=where, expected=expected, got=line[:200])
        if not line.strip():
            continue
        if len(cells) != len(columns):
            yield None, (RowProblem(number, "", "gdelt.row", f"{len(columns)} cells", line[:200]),)
            continue
        row = dict.fromkeys(COLUMNS, "") | dict(zip(columns, (cell.strip() for cell in cells), strict=True))
        event, troubles = event_of(row)
        if event is None:
            outside[row["EventRootCode"] or row["EventCode"][:2]] += 1
        yield event, [RowProblem(number, *trouble[:3], trouble[3][:200]) for trouble in troubles]
    if not columns:
        raise FormatError("no GDELT Events file", where=where, expected="61, 58 or 57 cells", got="")
    notices += [
        f"left out, because it is no conflict event: root {root}, {count} times"
        for root, count in outside.most_common()
    ]


open_events = opener(_read)


def load(source: Source) -> Loaded:
    """Read a GDELT Events file, 2.0 or 1.0.

    Args:
        source: a path, ``-``, or an open stream of the unzipped file.

    Raises:
        FormatError: if the first row has another number of cells.
    """
    with open_events(source) as stream:
        return stream.load()
