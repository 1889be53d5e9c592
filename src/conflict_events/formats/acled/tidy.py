"""Cells as the reader understands them, whatever the spelling: for comparing, checking and moving to another layout."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.formats.acled.layout import TYPED, Layout
from conflict_events.formats.tables.blanks import blank
from conflict_events.formats.tables.numbers import whole_of

__all__ = ["tidy", "tidy_row"]

_WHOLE = frozenset(
    "year time_precision inter1 inter2 interaction iso geo_precision fatalities timestamp data_id event_id_no_cnty gwno".split()
)


def tidy(column: str, text: str, layout: Layout) -> str:
    """A cell without blanks around it; nothing where it says nothing, whole numbers without a point.

    >>> from conflict_events.formats.acled.layout import recognise
    >>> layout = recognise(["event_date", "event_type", "actor1", "iso"], [], "x.csv")
    >>> tidy("iso", " 44.0", layout), tidy("iso", "N/A", layout), tidy("actor1", "Na", layout)
    ('44', '', 'Na')
    """
    text = text.strip()
    if not text or blank(text, None if column in TYPED else layout.blanks):
        return ""
    if column in _WHOLE and not text.isdigit() and (number := whole_of(text)) is not None:
        return str(number)
    return text


def tidy_row(cells: Sequence[str], layout: Layout) -> dict[str, str]:
    """The tidy cells of a row, by column."""
    return {name: tidy(name, cell, layout) for name, cell in zip(layout.columns, cells, strict=False)}
