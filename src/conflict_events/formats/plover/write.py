"""Events as PLOVER records and as rows of POLECAT's table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from conflict_events.formats.acled.cells import event_day
from conflict_events.formats.differences import with_differences
from conflict_events.formats.loss import LossKind, LossLog, LossReport
from conflict_events.formats.native import json_text
from conflict_events.formats.plover.read import event_of
from conflict_events.formats.plover.tables import ACTS, POLECAT, QUADS, SCORES, code_of, sector_of
from conflict_events.formats.streams import Target, write_lines
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import Outcome
from conflict_events.model.event import Event
from conflict_events.model.policy import figure

__all__ = ["dump", "dumps", "to_record"]

_QUAD_NAMES = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


def _entity(actor: Actor) -> dict[str, Any]:
    entity = {"entity_text": actor.name, "sector": sector_of(actor)}
    if actor.country is not None:
        entity["code"] = code_of(actor.country.alpha_3)
    return entity


def _place(event: Event) -> dict[str, Any]:
    where = event.where
    if where is None:
        return {}
    point = not where.is_country
    resolution = {1: 4, 2: 3, 3: 2}.get(where.precision or 0) if point else 1
    country = where.country
    told = {
        "resolved_place": where.name,
        "geonameid": where.geonameid,
        "lat": where.latitude if point else None,
        "lon": where.longitude if point else None,
        "city": where.name if where.precision == 1 else None,
        "district": where.admin2,
        "province": where.admin1,
        "country": None if country is None else country.name,
        "country_code": None if country is None else code_of(country.alpha_3),
        "feature_class": None if where.feature is None else where.feature.partition(".")[0],
        "feature_code": None if where.feature is None else where.feature.partition(".")[2],
        "resolution": resolution,
    }
    return {key: value for key, value in told.items() if value not in (None, "")}


def to_record(event: Event) -> dict[str, Any]:
    """One event as a PLOVER record.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> record = to_record(Event(SubEventType.SUICIDE_BOMB))
    >>> record["event"], record["mode"], record["quad_code"]
    (['ASSAULT'], ['suicide-attack'], 4)
    """
    act, mode = ACTS[event.sub_event_type]
    day = event_day(event.when)
    record: dict[str, Any] = {
        "id": event.id,
        "date": None if day is None else day.isoformat(),
        "actor": [_entity(actor) for actor in (event.actor1, *event.assoc_actor_1) if actor is not None],
        "event": [act],
        "mode": [mode] if mode else [],
        "quad_code": QUADS[act],
        "event_scale": SCORES[act],
        "recipient": [_entity(actor) for actor in (event.actor2, *event.assoc_actor_2) if actor is not None],
    }
    if event.when is not None:
        start, end = event.when.start.isoformat(), event.when.end.isoformat()
        if start != end:
            record |= {"date": start, "enddate": end}
    place, size = _place(event), {}
    for name, outcome in (("dead", Outcome.KILLED), ("injured", Outcome.INJURED), ("arrested", Outcome.ARRESTED)):
        claims = [report for report in event.casualties if report.outcome is outcome]
        value = figure(claims, event.policy, outcome).value if claims else None
        if value is not None:
            size[name] = value
    if place:
        record["event_loc"] = place
    if size:
        record["size"] = size
    if event.notes:
        record["event_text"] = event.notes
    if event.sources:
        record["cite_info"] = list(event.sources)
    return record | {key: raw for key, raw in event.extras if key not in record}


def _join(values: Iterable[Any]) -> str:
    return "; ".join(dict.fromkeys(str(value) for value in values if value))


def _row(event: Event) -> dict[str, str]:
    record = to_record(event)
    place = record.get("event_loc", {})
    row = dict.fromkeys(POLECAT, "")
    for side, key in (("Actor", "actor"), ("Recipient", "recipient")):
        entities = record[key]
        row |= {
            f"{side} Name": _join(entity["entity_text"] for entity in entities),
            f"{side} Country": _join(entity.get("code") for entity in entities),
            f"Primary {side} Sector": entities[0]["sector"] if entities else "",
            f"{side} Sectors": _join(entity["sector"] for entity in entities),
        }
    feature = f"{place.get('feature_class', '')}.{place.get('feature_code', '')}".strip(".")
    row |= {
        "Event ID": event.id,
        "Event Date": record["date"] or "",
        "Event Type": record["event"][0],
        "Event Mode": _join(record["mode"]),
        "Event Intensity": str(record["event_scale"]),
        "Quad Code": _QUAD_NAMES[record["quad_code"]],
        "Placename": place.get("resolved_place", ""),
        "City": place.get("city", ""),
        "District": place.get("district", ""),
        "Province": place.get("province", ""),
        "Country": place.get("country_code", ""),
        "Latitude": str(place.get("lat", "")),
        "Longitude": str(place.get("lon", "")),
        "GeoNames ID": str(place.get("geonameid", "")),
        "Feature Type": feature,
        "Source": _join(event.sources),
        **{key: raw for key, raw in event.extras if key in POLECAT},
    }
    return {name: " ".join(value.split()) or "None" for name, value in row.items()}


def _losses(event: Event, kind: str) -> Iterator[tuple[str, LossKind, str]]:
    yield "sub_event_type", LossKind.CHANGED, "PLOVER's act and mode are coarser"
    for name in ("bases", "tags", "source_scale"):
        if getattr(event, name) not in ((), None):
            yield name, LossKind.LOST, "PLOVER has no key for it"
    if len(event.casualties) > 1 or any(report.stated != report.low for report in event.casualties):
        yield "casualties", LossKind.CHANGED, "the claims become one figure for each outcome"
    if kind == "table":
        if event.casualties:
            yield "casualties", LossKind.LOST, "POLECAT has no column for it"
        if event.notes:
            yield "notes", LossKind.LOST, "POLECAT has no column for it"
        if event.when is not None and event.when.days > 1:
            yield "when", LossKind.CHANGED, "POLECAT has one day; the first is written"
    if event.when is None:
        yield "date", LossKind.BLANK, "not known; PLOVER requires it"
    if event.actor1 is None:
        yield "actor", LossKind.BLANK, "not known; PLOVER requires it"


def _lines(events: Iterable[Event], log: LossLog, kind: str) -> Iterator[str]:
    if kind == "table":
        yield "\t".join(POLECAT) + "\n"
    for event in events:
        log.wrote()
        table = kind == "table"
        record = _row(event) if table else to_record(event)
        again = event_of(record, table=table)
        for name, lost, reason in with_differences(_losses(event, kind), event, again, log.format.upper()):
            log.add(event.id, name, lost, reason)
        yield ("\t".join(record.values()) if table else json_text(record)) + "\n"


def dump(events: Iterable[Event], target: Target, *, kind: str = "jsonl") -> LossReport:
    """Write events as PLOVER.

    Args:
        events: any events.
        target: a path, ``-``, or an open stream.
        kind: ``jsonl`` for PLOVER's records, ``table`` for POLECAT's columns.
    """
    log = LossLog("polecat" if kind == "table" else "plover")
    write_lines(_lines(events, log, kind), target)
    return log.report()


def dumps(events: Iterable[Event], *, kind: str = "jsonl") -> str:
    r"""Events as PLOVER's JSON lines, or as POLECAT's table.

    >>> dumps([], kind="table").count("\t")
    39
    """
    return "".join(_lines(events, LossLog("plover"), kind))
