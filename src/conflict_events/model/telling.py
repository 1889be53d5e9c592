"""One event as a line that a person understands, and as a key by which events are sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conflict_events.model.event import Event

__all__ = ["line_of", "order_of"]


def line_of(event: Event) -> str:
    """Day, place, type, sides and deaths in one line, of what is known.

    >>> from conflict_events.model.event import Event
    >>> line_of(Event("Attack", when="2024-05-01", where="Goma"))
    '2024-05-01, Goma: Attack'
    """
    day = "day not known" if event.when is None else event.when.timex
    place = "place not known" if event.where is None else event.where.name
    if event.where is not None and event.where.country is not None and not event.where.is_country:
        place += f" ({event.where.country.name})"
    told = [f"{day}, {place}: {event.sub_event_type.value}", *_sides(event), *_deaths(event)]
    return " ".join("".join(c if c.isprintable() else " " for c in ", ".join(told)).split())


def _sides(event: Event) -> list[str]:
    """Both main sides, the first before the second."""
    if event.actor1 is None and event.actor2 is None:
        return []
    first = "side not known" if event.actor1 is None else event.actor1.name
    return [first if event.actor2 is None else f"{first} - {event.actor2.name}"]


def _deaths(event: Event) -> list[str]:
    """The deaths as the event's policy counts them, where anybody speaks of deaths."""
    figure = event.fatalities
    if figure.low is None and figure.high is None:
        return []
    if figure.value is not None:
        return [f"{figure.value} killed"]
    return [f"{figure.low or 0} to {'?' if figure.high is None else figure.high} killed"]


def order_of(event: Event) -> tuple[Any, ...]:
    """By day, country, place, type and id; what is not known comes last.

    >>> from conflict_events.model.event import Event
    >>> [event.when is None for event in sorted([Event("Attack"), Event("Attack", when="2024-05-01")])]
    [False, True]
    """
    when, where = event.when, event.where
    country = None if where is None else where.country
    return (
        (1,) if when is None else (0, when.start, when.end),
        (1,) if country is None else (0, country.name),
        (1,) if where is None else (0, where.name),
        event.sub_event_type.value,
        event.id,
    )
