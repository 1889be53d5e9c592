"""Tables of conflict data that hold no events: recognised by their columns, so that an error says what they are."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.formats.tables.names import compact

__all__ = ["counted"]

_KINDS = (
    (
        "weekly counts by area (ACLED's aggregated data)",
        ("week", "events", "fatalities"),
    ),
    ("a forecast of counts by area and month (ACLED's CAST)", ("total_forecast",)),
    ("monthly counts by area (HAPI)", ("reference_period_start", "events")),
    ("monthly counts by area (HDX)", ("month", "year", "events")),
    ("counts by area", ("events", "fatalities")),
    ("ids of deleted events (ACLED)", ("event_id_cnty", "deleted_timestamp")),
    ("deaths by conflict or dyad and year (UCDP)", ("bd_best",)),
    ("deaths by conflict or dyad and year (UCDP)", ("best_fatality_estimate", "year")),
    ("conflicts and years (UCDP)", ("conflict_id", "intensity_level")),
)
"""What a table is, and columns that all such tables have."""
_EVENTS = frozenset(("eventdate", "sqldate", "datestart", "dateend"))
"""Columns that only tables of events have."""


def counted(names: Sequence[str]) -> str:
    """What a table with these columns is, where it is one of counts; else nothing.

    >>> counted(["Country", "Admin1", "Month", "Year", "Events", "Fatalities"])
    'monthly counts by area (HDX)'
    >>> counted(["event_date", "fatalities"])
    ''
    """
    held = {compact(name) for name in names}
    if held & _EVENTS:
        return ""
    return next((kind for kind, needed in _KINDS if held.issuperset(map(compact, needed))), "")
