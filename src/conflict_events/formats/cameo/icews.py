"""ICEWS coded events (the layout of the yearly files up to 2018 and of 2020): tab-separated, 20 columns. Read only.

Choices of the reader:

- The CAMEO code decides the sub-event type as it does for GDELT; a code that lost its leading zeros gets them back.
  Rows that are no conflict event are left out, and ``notices`` counts them by root code.
- Source is the first side, target the second, but where police or soldiers act on protesters. The kind of a side is
  read from its sectors, as inferred; a side of no sector that tells is a crowd in protests and riots, else civilians.
- City, District, Province and Country are ``location``, ``admin2``, ``admin1`` and the country. A row without a city
  is of its province or country.
- ICEWS counts no deaths, so no claim is made. All other columns, codes and sectors among them, are kept in ``extras``.
"""

from __future__ import annotations

from conflict_events.formats.base import TABLE, Format
from conflict_events.formats.cameo.read import type_of
from conflict_events.formats.cameo.tables import SWAPPED
from conflict_events.formats.loaded import Loaded, opener
from conflict_events.formats.streams import Source
from conflict_events.formats.tables.cells import Cells, Columns
from conflict_events.formats.tables.foreign import reader
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import EventType
from conflict_events.model.when import When

__all__ = ["COLUMNS", "FORMAT", "load", "open_events"]

COLUMNS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
"""The 20 columns."""

_FREE = "Source Name,Target Name,Source Sectors,Target Sectors,Source Country,Target Country,Event Text,Publisher"
ICEWS = Columns(
    rule="icews",
    names=COLUMNS,
    needed=("Event ID", "Event Date", "CAMEO Code", "Source Name"),
    free=frozenset((*_FREE.split(","), "City", "District", "Province", "Country")),
    dates=("Event Date",),
)
_TAKEN = frozenset(
    ("Event ID", "Event Date", "Source Name", "Target Name", "City", "District", "Province", "Latitude", "Longitude")
)

_SECTORS = (
    ("military", ActorKind.STATE_FORCES),
    ("police", ActorKind.STATE_FORCES),
    ("rebel", ActorKind.REBEL_GROUP),
    ("insurgent", ActorKind.REBEL_GROUP),
    ("separatist", ActorKind.REBEL_GROUP),
    ("radical", ActorKind.REBEL_GROUP),
    ("unidentified forces", ActorKind.POLITICAL_MILITIA),
    ("criminal", ActorKind.POLITICAL_MILITIA),
    ("gang", ActorKind.POLITICAL_MILITIA),
    ("government", ActorKind.STATE_FORCES),
    ("executive", ActorKind.STATE_FORCES),
)
"""Words of ICEWS' sectors and the kind for which they speak, the surest first."""
_KIND = Basis(Status.INFERRED, reason="the kind is read from ICEWS' sectors")


def _country(name: str) -> Country | None:
    try:
        return Country.of(name) if name else None
    except UnknownNameError:
        return None


def _kind(sectors: str) -> ActorKind | None:
    folded = sectors.casefold()
    return next((kind for word, kind in _SECTORS if word in folded), None)


def _side(row: Cells, which: str, crowd: ActorKind) -> Actor | None:
    name = row.text(f"{which} Name")
    if not name:
        return None
    kind = _kind(row.text(f"{which} Sectors")) or crowd
    return Actor(name, kind, country=_country(row.text(f"{which} Country")))


def _where(row: Cells) -> Place | None:
    north, east = row.point("Latitude", "Longitude")
    city, province, country = row.text("City"), row.text("Province"), _country(row.text("Country"))
    name = city or province or (row.text("Country") if country is None else country.name)
    if not name and north is None:
        return None
    return Place(
        name,
        country=country,
        admin1=province or None,
        admin2=row.text("District") or None,
        latitude=north,
        longitude=east,
        precision=1 if city else 3 if province else None,
        feature=None if city or province else "A.PCLI",
    )


def _event(row: Cells) -> Event | None:
    code = row.text("CAMEO Code").removesuffix(".0").zfill(3)
    armed = _kind(row.text("Target Sectors")) is not None
    sub, basis = type_of(code, armed=armed)
    if sub is None:
        row.outside = f"root {code[:2]}"
        return None
    day = row.day("Event Date")
    where = _where(row)
    crowds = {EventType.PROTESTS: ActorKind.PROTESTERS, EventType.RIOTS: ActorKind.RIOTERS}
    one = _side(row, "Source", crowds.get(sub.event_type, ActorKind.CIVILIANS))
    two = _side(row, "Target", ActorKind.CIVILIANS)
    if sub in SWAPPED and two is not None:
        one, two = two, one
    sides = [(name, _KIND) for name, actor in (("actor1", one), ("actor2", two)) if actor is not None]
    return Event(
        sub,
        when=None if day is None else When.day(day),
        where=where,
        actor1=one,
        actor2=two,
        record_id=row.text("Event ID") or None,
        bases=(("sub_event_type", basis), *row.bases, *sides),
        extras=row.rest(_TAKEN if where is None or where.country is None else _TAKEN | {"Country"}),
    )


open_events = opener(reader("ICEWS", ICEWS, _event))


def load(source: Source, *, encoding: str | None = None, day_first: bool | None = None) -> Loaded:
    """Read a file of ICEWS coded events.

    Args:
        source: a path, ``-``, or an open stream.
        encoding: of the text; None finds it.
        day_first: the order of day and month, where the file does not show it.

    Raises:
        FormatError: if the columns are not those of ICEWS.
    """
    with open_events(source, encoding=encoding, day_first=day_first) as stream:
        return stream.load()


FORMAT = Format(
    name="icews",
    title="ICEWS coded events",
    suffixes=(".tab",),
    load=load,
    open=open_events,
    reads=TABLE,
    needed=ICEWS.needed,
    why_one_way="ICEWS ended in April 2023, and its numbers of stories and sentences are its own",
)
