"""What is known when words about time are counted, and the reasons given where nothing can be."""

from __future__ import annotations

import datetime as dt

from attrs import define

from conflict_events.mentions.dates.words import View
from conflict_events.model.when import When

__all__ = [
    "NEAREST_FUTURE", "NEAREST_PAST", "NO_NARRATIVE", "NO_REFERENCE", "NO_SUCH_DAY", "Context", "Read", "full_year",
    "or_none", "year_of",
]  # fmt: skip

Read = tuple[When | None, str]
"""The days meant, and why there are none or what was assumed."""

NO_REFERENCE = "counted from the day of publication, which is not given"
NO_NARRATIVE = "counted from a day that the text has not told"
NO_SUCH_DAY = "the calendar has no such day"
NEAREST_PAST = "the year is not said: the nearest past one"
NEAREST_FUTURE = "the year is not said: the nearest one to come"


@define(slots=True, eq=False)
class Context:
    """What is known when an expression is counted."""

    view: View
    reference: dt.date | None
    """The day from which relative words are counted."""
    reference_reason: str = ""
    """Why, where it is not the day of publication."""
    told_day: When | None = None
    """The day that the text told of last."""
    told_month: When | None = None
    """The month, or the days within one, that the text told of last."""
    told_year: When | None = None
    """The year, or the days within one, that the text told of last."""
    told_year_at: int = -1
    """The token that told it."""
    told_quarter: When | None = None
    before: tuple[When, int] | None = None
    """The expression read right before, and the token behind it."""
    day_first: bool | None = None
    """Order of "03/04/2021": True day first, False month first, None not known."""
    order_reason: str = ""
    """How the order is known."""


def or_none(when: When | None, reason: str = "") -> Read:
    """A span of days with its reason, or none because the calendar has no such day."""
    return (None, NO_SUCH_DAY) if when is None else (when, reason)


def full_year(two: int, reference: dt.date | None) -> int:
    """The year that two digits mean: the nearest to the reference, else 1970-2069.

    >>> full_year(90, dt.date(1991, 1, 1)), full_year(24, None)
    (1990, 2024)
    """
    if reference is None:
        return 1900 + two if two >= 70 else 2000 + two
    base = reference.year - reference.year % 100 + two
    return min((base - 100, base, base + 100), key=lambda year: (abs(year - reference.year), year))


def year_of(context: Context, year: int | None, shift: int | None, *, two_digits: bool = False) -> int | None:
    """The year said, or counted from the reference."""
    if year is not None:
        return full_year(year, context.reference) if two_digits else year
    if shift is not None and context.reference is not None:
        return context.reference.year + shift
    return None
