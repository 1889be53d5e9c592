"""Days of calendar dates: with a year, without one, and in digits whose order is not said."""

from __future__ import annotations

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.context import (
    NEAREST_FUTURE,
    NEAREST_PAST,
    NO_REFERENCE,
    NO_SUCH_DAY,
    Context,
    Read,
    full_year,
    or_none,
    year_of,
)
from conflict_events.mentions.dates.expressions import Calendar, Expression, MonthDay
from conflict_events.mentions.dates.nearest import nearest
from conflict_events.mentions.dates.tense import direction
from conflict_events.model.when import When

__all__ = ["calendar", "month_day", "plain_day"]

_RECENT = 65
"""Days: of two readings of digits, one this near before publication is believed."""


def calendar(context: Context, said: Expression) -> Read:
    """Days of a calendar date."""
    assert isinstance(said, Calendar)
    if said.other_day is not None and said.year is not None:
        return _two_orders(context, said)
    year = year_of(context, said.year, said.year_shift, two_digits=said.two_digits)
    reason = "two digits of a year" if said.two_digits else ""
    if said.year_shift is not None:
        if year is None:
            return None, NO_REFERENCE
        reason = context.reference_reason
    month, day = said.month, said.day
    if month is None and day is not None and said.weekday is not None:
        return _weekday_of_number(context, said, day, said.weekday)
    if month is None:
        return or_none(cal.year(year, said.mod) if year is not None else None, reason)
    if year is not None:
        return _in_year(said, year, month, reason)
    if day is None:
        return nearest(context, said, lambda one: cal.month(one, month, said.mod), said.shift)

    return _yearly(context, said, month, day)


def _yearly(context: Context, said: Calendar, month: int, day: int) -> Read:
    """A day of no said year; a weekday beside it chooses among the years nearest to publication."""

    def fits(year: int) -> When | None:
        found = plain_day(year, month, day, said.mod)
        near = context.reference is not None and abs(year - context.reference.year) <= 1
        return found if near and found is not None and found.start.weekday() == said.weekday else None

    if said.weekday is not None:
        when, why = nearest(context, said, fits, said.shift)
        if when is not None or context.reference is None:
            return when, why
    when, why = nearest(context, said, lambda year: plain_day(year, month, day, said.mod), said.shift)
    return when, why if said.weekday is None else f"{why}; the weekday does not fit"


def _weekday_of_number(context: Context, said: Calendar, day: int, weekday: int) -> Read:
    """The nearest "Friday the 13th", by tense."""
    if context.reference is None:
        return None, NO_REFERENCE
    step = 1 if direction(context.view, said.first, said.last) > 0 else -1
    for move in range(0, 400 * step, step):
        found = cal.add_days(context.reference, move)
        if found is not None and found.day == day and found.weekday() == weekday:
            return When.day(found), NEAREST_FUTURE if step > 0 else NEAREST_PAST
    return None, NO_SUCH_DAY


def plain_day(year: int, month: int, day: int, mod: str | None) -> When | None:
    """A day with its modifier, or None if there is none such."""
    found = cal.day(year, month, day)
    return None if found is None else When(found, found, mod=mod)


def _in_year(said: Calendar, year: int, month: int, reason: str) -> Read:
    """A month or a day of a known year."""
    if said.day is None:
        return or_none(cal.month(year, month, said.mod), reason)
    found = plain_day(year, month, said.day, said.mod)
    if found is not None and said.weekday is not None and found.start.weekday() != said.weekday:
        reason = f"{reason}; the weekday does not fit".removeprefix("; ")
    return or_none(found, reason)


def _two_orders(context: Context, said: Calendar) -> Read:
    """A date in digits that may be month-day or day-month."""
    assert said.year is not None
    assert said.other_day is not None
    assert said.month is not None
    assert said.day is not None
    year = full_year(said.year, context.reference) if said.two_digits else said.year
    american = plain_day(year, said.month, said.day, said.mod)
    european = plain_day(year, *said.other_day, said.mod)
    if context.day_first is not None:
        order = "day first" if context.day_first else "month first"
        return or_none(
            european if context.day_first else american, f"ambiguous digits, read {order}{context.order_reason}"
        )
    reference = context.reference
    near = [
        when
        for when in (american, european)
        if when is not None and reference is not None and -2 <= (reference - when.start).days <= _RECENT
    ]
    if len(near) == 1:
        return near[0], "ambiguous digits, read as the day nearest before publication"
    return None, "digits may mean month and day or day and month"


def month_day(context: Context, said: Expression) -> Read:
    """The day of "the 3rd of last month"."""
    assert isinstance(said, MonthDay)
    if context.reference is None:
        return None, NO_REFERENCE
    year, month = cal.shift_month(context.reference.year, context.reference.month, said.shift)
    return or_none(plain_day(year, month, said.day, None), context.reference_reason)
