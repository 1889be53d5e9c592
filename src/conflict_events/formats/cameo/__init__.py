"""GDELT 2.0 Events with CAMEO codes: tab-separated, 61 columns, no header, no quoting.

Choices of the writer:

- ``EventCode`` is that of the table ``CODES``; base and root code and quad class follow from it. Where police or
  soldiers act on protesters (excessive force, intervention), they are the acting side, so the two sides are swapped.
- ``Day`` is ACLED's day of the event; events without a day, or coarser than a month, have none.
- Actor codes are made of country and role (``MLIGOV``); names are in capitals. Kosovo is KSV, as in CAMEO.
- ``ActionGeo_Type`` is 1 for a country, 5 for a region (ACLED precision 3), 3 for a town in the United States and 4
  elsewhere; country codes there are FIPS 10-4.
- What only GDELT computes (Goldstein scale, tone, mentions, its own ids and the time of adding) is blank, but for
  records that brought it in ``extras``.

Choices of the reader:

- Event codes that are those of a conflict event are read (roots 14, 15, 17 to 20, and 057, 0871 of the others); all
  other rows are left out, and ``notices`` counts them. The exact code decides the sub-event type where it can; else
  one stands in, with the status absent.
- GDELT has no deaths, so no claim is made. Kinds of sides are read from their role codes, as inferred.
- GDELT 1.0 files (58 or 57 columns) are read too. All columns without a field are kept in ``extras``.

Losses of the writer: deaths and all other claims, notes, tags, associated actors, the span of days, evidence.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import IO

from conflict_events.formats.acled.cells import ascii_text, event_day
from conflict_events.formats.acled.values import degrees_of
from conflict_events.formats.base import Format
from conflict_events.formats.cameo.tables import CODES, COLUMNS, DECIDED, FIPS, KINDS, quad_of
from conflict_events.formats.differences import with_differences
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.loss import LossKind, LossLog, LossReport
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import Source, Target, text_lines, write_lines
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.errors import FormatError, UnknownNameError
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.when import When

__all__ = ["CODES", "COLUMNS", "FORMAT", "dump", "dumps", "load", "open_events", "to_rows"]

_SWAPPED = (SubEventType.EXCESSIVE_FORCE, SubEventType.PROTEST_WITH_INTERVENTION)


def _role(actor: Actor) -> str:
    match actor.kind:
        case ActorKind.STATE_FORCES:
            return "COP" if actor.name.startswith("Police") else "GOV" if actor.name.startswith("Government") else "MIL"
        case ActorKind.REBEL_GROUP:
            return "REB"
        case ActorKind.CIVILIANS:
            return "CVL"
        case ActorKind.PROTESTERS | ActorKind.RIOTERS:
            return "OPP"
        case ActorKind.EXTERNAL_OTHER:
            return "MIL" if actor.country is not None else "UAF"
        case _:
            return "UAF"


def _side(actor: Actor | None, number: int) -> dict[str, str]:
    if actor is None:
        return {}
    country = "" if actor.country is None else _cameo_country(actor.country)
    role = _role(actor)
    return {
        f"Actor{number}Code": country + role,
        f"Actor{number}Name": ascii_text(actor.name).upper(),
        f"Actor{number}CountryCode": country,
        f"Actor{number}Type1Code": role,
    }


def _cameo_country(country: Country) -> str:
    return "KSV" if country.alpha_3 == "XKX" else country.alpha_3


def _geo(where: Place | None) -> dict[str, str]:
    if where is None:
        return {}
    country = where.country
    town = {True: "3", False: "4"}[country is not None and country.alpha_3 == "USA"]
    kind = "1" if where.is_country else "5" if where.precision == 3 else town
    parts = [where.name, where.admin1, None if country is None else country.name]
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": ", ".join(dict.fromkeys(part for part in parts if part)),
        "ActionGeo_CountryCode": "" if country is None else FIPS.get(country.alpha_3, ""),
        "ActionGeo_Lat": "" if where.latitude is None else _degrees(where.latitude),
        "ActionGeo_Long": "" if where.longitude is None else _degrees(where.longitude),
    }


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _day(day: dt.date | None) -> dict[str, str]:
    if day is None:
        return {}
    return {
        "Day": f"{day.year:04d}{day.month:02d}{day.day:02d}",
        "MonthYear": f"{day.year:04d}{day.month:02d}",
        "Year": f"{day.year:04d}",
        "FractionDate": f"{day.year + (day.month * 30 + day.day) / 365:.4f}",  # GDELT's own formula
    }


def _row(event: Event) -> dict[str, str]:
    code = CODES[event.sub_event_type]
    one, two = event.actor1, event.actor2
    if event.sub_event_type in _SWAPPED and two is not None:
        one, two = two, one
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "GlobalEventID": event.id if event.id.isdigit() else "",
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(quad_of(code)),
        "NumSources": str(len(event.sources) or ""),
        **_day(event_day(event.when)),
        **_side(one, 1),
        **_side(two, 2),
        **_geo(event.where),
        **{key: raw for key, raw in event.extras if key in COLUMNS},
    }
    return {name: " ".join(value.split()) for name, value in row.items()}


def to_rows(events: Iterable[Event]) -> list[dict[str, str]]:
    """Events as GDELT rows, keys in the order of the 61 columns, all values texts.

    >>> (row,) = to_rows([Event(SubEventType.SUICIDE_BOMB)])
    >>> row["EventCode"], row["EventRootCode"], row["QuadClass"]
    ('1831', '18', '4')
    """
    return [_row(event) for event in events]


def _losses(event: Event) -> Iterator[tuple[str, LossKind, str]]:
    if event.casualties:
        yield "casualties", LossKind.LOST, "GDELT has no field for deaths or other harm"
    for name in ("notes", "tags", "assoc_actor_1", "assoc_actor_2", "bases", "source_scale", "sources"):
        if getattr(event, name) not in ((), None):
            yield name, LossKind.LOST, "GDELT has no field for it"
    if list(CODES.values()).count(CODES[event.sub_event_type]) > 1:
        yield "sub_event_type", LossKind.CHANGED, "the CAMEO code stands for several sub-event types"
    if event.when is not None and event.when.days > 1:
        yield "when", LossKind.CHANGED, "one day stands for the span"
    for name, value in (("Day", event_day(event.when)), ("Actor1Code", event.actor1), ("ActionGeo", event.where)):
        if value is None:
            yield name, LossKind.BLANK, "not known"
    yield "GoldsteinScale", LossKind.BLANK, "only GDELT computes it, with tone, mentions and ids"


def _lines(events: Iterable[Event], log: LossLog) -> Iterator[str]:
    for event in events:
        log.wrote()
        row = _row(event)
        for name, kind, reason in with_differences(_losses(event), event, _event(row)[0], "GDELT"):
            log.add(event.id, name, kind, reason)
        yield "\t".join(row.values()) + "\n"


def dump(events: Iterable[Event], target: Target) -> LossReport:
    """Write events as a GDELT 2.0 Events file.

    Args:
        events: any events.
        target: a path, ``-``, or an open stream.
    """
    log = LossLog("gdelt")
    write_lines(_lines(events, log), target)
    return log.report()


def dumps(events: Iterable[Event]) -> str:
    r"""Events as the text of a GDELT 2.0 Events file.

    >>> dumps([Event(SubEventType.GRENADE)]).count("\t")
    60
    """
    return "".join(_lines(events, LossLog("gdelt")))


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


def _event(row: dict[str, str]) -> tuple[Event | None, list[tuple[str, str, str, str]]]:
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
    if sub in _SWAPPED and two is not None:
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
        event, troubles = _event(row)
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


FORMAT = Format(
    name="gdelt",
    title="GDELT 2.0 Events, CAMEO codes",
    suffixes=(".export.csv", ".gdelt.tsv"),
    dump=dump,
    dumps=dumps,
    load=load,
    open=open_events,
)
