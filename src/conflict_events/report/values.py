"""Fields of an event as short texts for people."""

from __future__ import annotations

from collections.abc import Iterator

from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.event import Event
from conflict_events.model.place import Place
from conflict_events.model.when import When

__all__ = ["bounds", "fields_of", "title_of"]


def _when(when: When | None) -> str:
    if when is None:
        return ""
    if when.days == 1:
        return when.timex
    return f"{when.start} to {when.end} ({when.grain.value}, time precision {when.precision or 'none'})"


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    country = None if place.country is None else place.country.name
    parts = dict.fromkeys(part for part in (place.name, place.admin3, place.admin2, place.admin1, country) if part)
    precision = f" (geo precision {place.precision})" if place.precision is not None else " (no town named)"
    return ", ".join(parts) + precision


def _actor(actor: Actor | None) -> str:
    return "" if actor is None else f"{actor.name} [{actor.kind.value}]"


def _number(value: int | None) -> str:
    return "open" if value is None else str(value)


def bounds(report: CasualtyReport) -> str:
    """The bounds of a claim: ``3``, ``21 to open``.

    >>> from conflict_events.model.casualty import Outcome
    >>> bounds(CasualtyReport(Outcome.KILLED, low=21))
    '21 to open'
    """
    if report.low is not None and report.low == report.high:
        return str(report.low)
    return f"{_number(report.low)} to {_number(report.high)}"


def title_of(event: Event) -> str:
    """One line: type, place and day."""
    where = "place not named" if event.where is None else event.where.name
    when = "day not named" if event.when is None else event.when.timex
    return f"{event.sub_event_type.value}, {where}, {when}"


def fields_of(event: Event) -> Iterator[tuple[str, str]]:
    """Field names, as ``Event.basis`` takes them, with their values as text; empty where absent."""
    counted = event.fatalities
    yield "sub_event_type", f"{event.sub_event_type.value} ({event.event_type.value})"
    yield "when", _when(event.when)
    yield "where", _place(event.where)
    yield "actor1", _actor(event.actor1)
    if event.assoc_actor_1:
        yield "assoc_actor_1", "; ".join(map(_actor, event.assoc_actor_1))
    yield "actor2", _actor(event.actor2)
    if event.assoc_actor_2:
        yield "assoc_actor_2", "; ".join(map(_actor, event.assoc_actor_2))
    yield "fatalities", "" if counted.value is None else f"{counted.value} (policy {counted.policy})"
