"""Events as rows of GDELT Events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from conflict_events.formats.acled.cells import ascii_text, event_day
from conflict_events.formats.cameo.read import event_of
from conflict_events.formats.cameo.tables import CODES, COLUMNS, SWAPPED, quad_of
from conflict_events.formats.differences import with_differences
from conflict_events.formats.loss import LossKind, LossLog, LossReport
from conflict_events.formats.streams import Target, write_lines
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.country_table import FIPS
from conflict_events.model.event import Event
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place

__all__ = ["dump", "dumps", "to_rows"]


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
    if event.sub_event_type in SWAPPED and two is not None:
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

    >>> from conflict_events.model.taxonomy import SubEventType
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
        for name, kind, reason in with_differences(_losses(event), event, event_of(row), "GDELT"):
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

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> dumps([Event(SubEventType.GRENADE)]).count("\t")
    60
    """
    return "".join(_lines(events, LossLog("gdelt")))
