"""One row as the rules of the linter see it, and what a rule sees in it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator, Mapping

from attrs import field, frozen

from conflict_events.formats.acled.values import sub_of
from conflict_events.formats.tables.days import Days, in_year
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.country import Country, countries
from conflict_events.model.event import Event
from conflict_events.model.taxonomy import SubEventType

__all__ = ["Line", "Look", "Seen", "countries_by_name"]


@functools.cache
def countries_by_name() -> dict[str, Country]:
    """ACLED's countries by name."""
    return {country.name: country for country in countries()}


@frozen(slots=True)
class Seen:
    """What a rule saw."""

    column: str
    why: str
    fix: str | None = None


@frozen(slots=True)
class Line:
    """One row for the rules.

    Args:
        cells: by column, stripped.
        event: None where the row could not be read.
        digits: whether inter codes are numbers here.
        days: how its days are read.
    """

    cells: Mapping[str, str]
    event: Event | None
    digits: bool = False
    days: Days = field(factory=Days)

    def get(self, column: str) -> str:
        """The cell, blank where the file has no such column."""
        return self.cells.get(column, "")

    @property
    def day(self) -> dt.date | None:
        """The day of the date, if it is one that can be believed."""
        day, manner = self.days.read(self.get("event_date"))
        return None if day is None else in_year(day, manner, whole_of(self.get("year")))

    @property
    def sub(self) -> SubEventType | None:
        """The sub-event type, if the row names one."""
        return sub_of(self.get("sub_event_type"))

    @property
    def country(self) -> Country | None:
        """The country, if ACLED has one of this name."""
        return countries_by_name().get(self.get("country"))


Look = Callable[[Line], Iterator[Seen]]
