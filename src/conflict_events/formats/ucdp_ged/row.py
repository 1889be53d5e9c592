"""Events as cells of UCDP GED, as far as GED holds them."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from conflict_events.formats.acled.cells import cell_text
from conflict_events.formats.ucdp_ged.columns import ACLED_TO_WHERE, COLUMNS, REGIONS
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.country import Country
from conflict_events.model.country_table import GW
from conflict_events.model.event import Event
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.policy import figure
from conflict_events.model.taxonomy import EventType
from conflict_events.model.when import When

__all__ = ["Cell", "cells_of", "text_of"]

Cell = str | int | float | None


def _is_government(actor: Actor | None) -> bool:
    if actor is None:
        return False
    abroad = actor.kind is ActorKind.EXTERNAL_OTHER and " Forces of " in actor.name
    return actor.kind is ActorKind.STATE_FORCES or abroad


def _side_name(actor: Actor | None) -> str:
    if actor is None:
        return ""
    if actor.kind is ActorKind.CIVILIANS:
        return "Civilians"
    if _is_government(actor) and actor.country is not None:
        return f"Government of {actor.country.name}"
    return actor.name


@frozen(slots=True)
class _Sides:
    """Who is side a and who side b, and which number of ACLED's sides each was."""

    a: Actor | None
    b: Actor | None
    swapped: bool
    violence: int

    @classmethod
    def of(cls, event: Event) -> _Sides:
        one, two = event.actor1, event.actor2
        kinds = [actor.kind for actor in (one, two) if actor is not None]
        violence = 2
        if ActorKind.CIVILIANS in kinds or event.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS:
            violence = 3
        elif _is_government(one) or _is_government(two):
            violence = 1
        swapped = (
            one is not None and one.kind is ActorKind.CIVILIANS and two is not None
            if violence == 3
            else _is_government(two) and not _is_government(one)
        )
        a, b = (two, one) if swapped else (one, two)
        return cls(a, b, swapped, violence)


@frozen(slots=True)
class _Deaths:
    a: int | None = None
    b: int | None = None
    civilians: int | None = None
    unknown: int | None = None
    best: int | None = None
    high: int | None = None
    low: int | None = None


def _deaths(event: Event, sides: _Sides) -> _Deaths:
    """Figures by side where the claims tell them all apart, else under unknown."""
    total = figure(event.casualties, "ucdp")
    stated = [report.stated for report in event.casualties if report.outcome is Outcome.KILLED and report.stated]
    high = total.high if total.high is not None else max([*stated, total.value or 0])
    if total.value is None:
        return _Deaths(low=total.low, high=high or None)
    parts = {"a": 0, "b": 0, "civilians": 0, "unknown": 0}
    killed = [report for report in event.casualties if report.outcome is Outcome.KILLED]
    inner = [report for report in killed if report.subset_of is not None and report.stated is not None]
    whole = [report for report in killed if report.subset_of is None]
    for report in inner if sum(report.stated or 0 for report in inner) == total.value else whole:
        parts[_part(report, sides)] += report.stated if report.stated is not None else (report.low or 0)
    if sum(parts.values()) != total.value:
        parts = {"a": 0, "b": 0, "civilians": 0, "unknown": total.value}
    low = total.value if total.low is None else min(total.low, total.value)
    return _Deaths(**parts, best=total.value, high=max(high, total.value), low=low)


def _part(report: CasualtyReport, sides: _Sides) -> str:
    if report.role in (VictimRole.CIVILIAN, VictimRole.CHILD, VictimRole.JOURNALIST, VictimRole.MEDIC):
        return "civilians"
    actor = {None: None, 1: sides.b if sides.swapped else sides.a, 2: sides.a if sides.swapped else sides.b}[
        report.side
    ]
    if actor is not None and actor.kind is ActorKind.CIVILIANS:
        return "civilians"
    if report.side is None:
        return "unknown"
    return "a" if (report.side == 1) != sides.swapped else "b"


def _days(when: When | None) -> dict[str, Cell]:
    if when is None:
        return {}
    precision = next(scale for scale, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 10**9)) if when.days <= most)
    return {
        "year": when.start.year,
        "date_prec": precision,
        "date_start": _stamp(when.start),
        "date_end": _stamp(when.end),
    }


def _stamp(day: dt.date) -> str:
    return f"{day.isoformat()} 00:00:00.000"


def _region(country: Country) -> str:
    if country.alpha_3 == "EGY":
        return "Middle East"
    if country.alpha_3 in ("ARM", "AZE", "GEO"):
        return "Europe"
    return next((name for name, ours in REGIONS.items() if country.region.value in ours.split("|")), "Asia")


def _place(where: Place | None) -> dict[str, Cell]:
    if where is None:
        return {}
    precision = 6 if where.is_country else ACLED_TO_WHERE.get(where.precision or 0)
    cells: dict[str, Cell] = {
        "where_prec": where.ucdp_precision if where.ucdp_precision is not None else precision,
        "where_coordinates": where.name,
        "adm_1": where.admin1,
        "adm_2": where.admin2,
    }
    if where.country is not None:
        cells |= {"country": where.country.name, "region": _region(where.country)}
        cells["country_id"] = GW.get(where.country.alpha_3)
    north, east = where.latitude, where.longitude
    if north is not None and east is not None:
        row, column = min(int((north + 90) * 2), 359), min(int((east + 180) * 2), 719)
        cells |= {"latitude": north, "longitude": east, "priogrid_gid": row * 720 + column + 1}
        cells["geom_wkt"] = f"POINT ({_degrees(east)} {_degrees(north)})"
    return cells


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def cells_of(event: Event) -> dict[str, Cell]:
    """The cells that follow from the fields of an event; what only UCDP can fill is blank."""
    sides = _Sides.of(event)
    deaths = _deaths(event, sides)
    a, b = _side_name(sides.a), _side_name(sides.b)
    if sides.violence == 3 and not b:
        b = "Civilians"
    row: dict[str, Cell] = dict.fromkeys(COLUMNS)
    row |= {
        "id": event.id if event.id.isdigit() else None,
        "relid": event.id,
        "type_of_violence": sides.violence,
        "side_a": a,
        "side_b": b,
        "dyad_name": f"{a} - {b}" if a and b else None,
        "source_article": "; ".join(event.sources),
        "number_of_sources": len(event.sources) or None,
        "deaths_a": deaths.a,
        "deaths_b": deaths.b,
        "deaths_civilians": deaths.civilians,
        "deaths_unknown": deaths.unknown,
        "best": deaths.best,
        "high": deaths.high,
        "low": deaths.low,
        "gwnoa": _number(sides.a),
        "gwnob": _number(sides.b),
        **_days(event.when),
        **_place(event.where),
    }
    return row


def _number(actor: Actor | None) -> Cell:
    if actor is None or actor.country is None or not _is_government(actor):
        return None
    return GW.get(actor.country.alpha_3)


def text_of(value: Cell) -> str:
    """A cell as CSV text."""
    return _degrees(value) if isinstance(value, float) else cell_text(value)
