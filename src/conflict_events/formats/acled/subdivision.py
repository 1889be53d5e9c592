"""The column of ISO 3166-2 codes that stands beside ACLED's columns where a format has room for more."""

from __future__ import annotations

from attrs import evolve

from conflict_events.model.errors import BadInputError
from conflict_events.model.event import Event

__all__ = ["SUBDIVISION", "settled", "subdivision_cell"]

SUBDIVISION = "subdivision"
"""Name of the column."""


def subdivision_cell(event: Event) -> str:
    """The code of the division in which an event happened, or nothing."""
    return "" if event.where is None else event.where.subdivision or ""


def settled(event: Event | None, column: str = SUBDIVISION) -> Event | None:
    """An event that was read as a row, with the code from its column in its place where ISO has it.

    Args:
        event: as read; the column is among its extras.
        column: what it is called there.

    Returns:
        The event; a code that is not ISO's (a p-code), or is not that of the division named, stays among the extras.
    """
    if event is None or event.where is None:
        return event
    code = next((text.strip() for name, text in event.extras if name == column), None)
    if code is None:
        return event
    try:
        where = event.where if event.where.subdivision == code else evolve(event.where, subdivision=code)
    except BadInputError:
        return event
    return evolve(event, where=where, extras=tuple(pair for pair in event.extras if pair[0] != column))
