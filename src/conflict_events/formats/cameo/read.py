"""Rows of GDELT Events as events, as far as they are conflict events."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from types import MappingProxyType
from typing import IO

from conflict_events.formats.cameo.tables import COLUMNS, DECIDED, GDELT, KINDS, SWAPPED
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.streams import Source, text_lines
from conflict_events.formats.tables.cells import Cells, Manner
from conflict_events.formats.tables.foreign import found_in, reader
from conflict_events.formats.tables.letters import rewindable
from conflict_events.formats.tables.workbook import is_workbook
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.country_table import FIPS
from conflict_events.model.errors import FormatError, UnknownNameError
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.when import When

__all__ = ["event_of", "load", "open_events", "type_of"]

_STAND_IN = Basis(
    Status.ABSENT, reason="the CAMEO code does not decide the sub-event type; one stands in and is not written"
)
_BY_CODE = Basis(Status.INFERRED, reason="read from the CAMEO code")
_KIND = Basis(Status.INFERRED, reason="the kind is read from the CAMEO role code")

_V1 = tuple(name for name in COLUMNS if not name.endswith("ADM2Code"))
_LAYOUTS = MappingProxyType({len(COLUMNS): COLUMNS, len(_V1): _V1, len(_V1) - 1: _V1[:-1]})
"""Number of cells -> columns: GDELT 2.0, 1.0, and 1.0 before April 2013."""


def type_of(code: str, *, armed: bool) -> tuple[SubEventType | None, Basis]:
    """The sub-event type of a CAMEO code, and how it is known; None where it is no conflict event.

    Args:
        code: of three or four digits.
        armed: whether the one who is hit is an armed side.
    """
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


def _read_side(row: Cells, number: int, crowd: ActorKind) -> Actor | None:
    name = row.text(f"Actor{number}Name") or row.text(f"Actor{number}Code")
    if not name:
        return None
    role = row.text(f"Actor{number}Type1Code")
    return Actor(name, KINDS.get(role, crowd), country=_country(row.text(f"Actor{number}CountryCode")))


def _read_geo(row: Cells) -> Place | None:
    name, kind = row.text("ActionGeo_FullName"), row.text("ActionGeo_Type")
    north, east = row.point("ActionGeo_Lat", "ActionGeo_Long")
    if not name and north is None:
        return None
    alpha = _BY_FIPS.get(row.text("ActionGeo_CountryCode"))
    parts = [part.strip() for part in name.split(",")]
    return Place(
        parts[0],
        country=None if alpha is None else Country.of(alpha),
        admin1=parts[1] if len(parts) > 2 else None,
        latitude=north,
        longitude=east,
        precision={"3": 1, "4": 1, "2": 3, "5": 3}.get(kind),
        feature="A.PCLI" if kind == "1" else None,
    )


_TAKEN = frozenset(
    {
        *(f"Actor{number}{part}" for number in (1, 2) for part in ("Code", "Name", "CountryCode", "Type1Code")),
        *(f"ActionGeo_{part}" for part in ("Type", "FullName", "CountryCode", "Lat", "Long")),
        *"GlobalEventID Day MonthYear Year FractionDate EventCode EventBaseCode EventRootCode QuadClass".split(),
    }
)


def _event(row: Cells) -> Event | None:
    code = row.text("EventCode").zfill(3)  # programs that take it for a number drop the zeros
    armed = KINDS.get(row.text("Actor2Type1Code"), ActorKind.CIVILIANS) is not ActorKind.CIVILIANS
    sub, basis = type_of(code, armed=armed)
    if sub is None:
        row.outside = f"root {row.text('EventRootCode').zfill(2) if row.text('EventRootCode') else code[:2]}"
        return None
    day = row.day("Day")
    where = _read_geo(row)
    crowd = {EventType.PROTESTS: ActorKind.PROTESTERS, EventType.RIOTS: ActorKind.RIOTERS}.get(
        sub.event_type, ActorKind.CIVILIANS
    )
    one, two = _read_side(row, 1, crowd), _read_side(row, 2, ActorKind.CIVILIANS)
    if sub in SWAPPED and two is not None:
        one, two = two, one
    sides = [(name, _KIND) for name, actor in (("actor1", one), ("actor2", two)) if actor is not None]
    return Event(
        sub,
        when=None if day is None else When.day(day),
        where=where,
        actor1=one,
        actor2=two,
        record_id=row.text("GlobalEventID") or None,
        bases=(("sub_event_type", basis), *row.bases, *sides),
        extras=row.rest(_TAKEN),
    )


def event_of(cells: dict[str, str]) -> Event | None:
    """The event of the cells of a row, None where it is no conflict event."""
    return _event(Cells(cells, Manner(GDELT)))


def _read(
    stream: IO[bytes],
    where: str,
    notices: list[str],
    *,
    encoding: str | None = None,
    day_first: bool | None = None,
) -> Iterator[Found]:
    with rewindable(stream) as source:
        start = source.tell()
        head = source.read(1 << 12)
        source.seek(start)
        if is_workbook(head) or b"GLOBALEVENTID" in head.replace(b"\0", b"").upper():
            yield from _with_header(source, where, notices, encoding=encoding, day_first=day_first)
        else:
            yield from _without_header(source, where, notices)


_with_header = reader("GDELT Events", GDELT, _event)


def _without_header(stream: IO[bytes], where: str, notices: list[str]) -> Iterator[Found]:
    """GDELT's own files: tabs, no header, no quotes."""
    lines = text_lines(stream, "GDELT", where)
    first = next(lines, "")
    top = first.split("\t")
    columns = _LAYOUTS.get(len(top), ())
    if not columns or not (top[0].isdigit() or not top[0]):
        expected = "61, 58 or 57 cells, the first a number; or a header"
        raise FormatError("no GDELT Events file", where=where, expected=expected, got=first[:200])
    records = (
        (number, line, line.split("\t") if line.strip() else [], "")
        for number, line in enumerate(itertools.chain([first], lines), 1)
    )
    yield from found_in(records, columns, Manner(GDELT), _event, notices)


open_events = opener(_read)


def load(source: Source, *, encoding: str | None = None, day_first: bool | None = None) -> Loaded:
    """Read a GDELT Events file, 2.0 or 1.0, as GDELT has it or as a table with a header.

    Args:
        source: a path, ``-``, or an open stream of the unzipped file.
        encoding: of a table with a header; None finds it.
        day_first: the order of day and month, where such a table does not show it.

    Raises:
        FormatError: if the first row has another number of cells, and is no header.
    """
    with open_events(source, encoding=encoding, day_first=day_first) as stream:
        return stream.load()
