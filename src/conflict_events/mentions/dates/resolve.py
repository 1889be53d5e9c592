"""From what words say to days: counted from the day of publication, or from the day that the text told of last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates import resolve_calendar, resolve_periods, resolve_pointing
from conflict_events.mentions.dates.context import NO_SUCH_DAY, Context, Read
from conflict_events.mentions.dates.expressions import (
    Anaphor,
    Between,
    Calendar,
    Eve,
    Expression,
    Feast,
    MonthDay,
    Named,
    Nth,
    Overnight,
    Part,
    Period,
    Relative,
    Season,
    Unsaid,
    Weekday,
    Weekend,
    WeekOf,
)
from conflict_events.model.when import Grain, When

__all__ = ["resolve"]


def _named(context: Context, said: Expression) -> Read:
    assert isinstance(said, Named)
    day = dt.date.fromisoformat(said.iso)
    if context.reference is not None and context.reference < day:
        return None, "a day known by that name came after publication"
    return When.day(day), "a day known by that name"


def _unsaid(_: Context, said: Expression) -> Read:
    assert isinstance(said, Unsaid)
    return None, said.why


def _between(context: Context, said: Expression) -> Read:
    assert isinstance(said, Between)
    assert said.one is not None
    assert said.other is not None
    one, other = said.one, said.other
    if isinstance(one, Calendar) and isinstance(other, Calendar):
        years = (one.year, one.year_shift, one.two_digits)
        if years[:2] == (None, None) and (other.year, other.year_shift) != (None, None):
            one = evolve(one, year=other.year, year_shift=other.year_shift, two_digits=other.two_digits)
    start, start_why = resolve(context, one)
    if isinstance(one, Weekday) and isinstance(other, Weekday) and start is not None:
        last = cal.add_days(start.start, (other.weekday - one.weekday) % 7)
        return (None, NO_SUCH_DAY) if last is None else (When(start.start, last), start_why)
    end, why = resolve(context, other)
    if start is None or end is None:
        return None, why or start_why
    if start.start > end.start and isinstance(one, Calendar) and start.grain == end.grain:
        earlier = _year_before(start)
        start = earlier if earlier is not None and earlier.start <= end.start else start
    if start.start > end.start:
        return None, "a span that ends before it starts"
    label = None if start.grain == Grain.DAY else f"{start.timex}/{end.timex}"
    return When(start.start, end.end, start.grain, label=label), why


def _eve(context: Context, said: Expression) -> Read:
    assert isinstance(said, Eve)
    assert said.one is not None
    when, why = resolve(context, said.one)
    before = None if when is None else cal.add_days(when.start, -1)
    return (None, why or NO_SUCH_DAY) if before is None else (When.day(before), why)


def _week_of(context: Context, said: Expression) -> Read:
    assert isinstance(said, WeekOf)
    assert said.one is not None
    when, why = resolve(context, said.one)
    return (None, why) if when is None else (cal.week(when.start, said.mod), why)


def _year_before(when: When) -> When | None:
    """The same month or day of the year before."""
    start = when.start
    if when.grain == Grain.MONTH:
        return cal.month(start.year - 1, start.month)
    return resolve_calendar.plain_day(start.year - 1, start.month, start.day, None)


_RESOLVERS: Mapping[type[Expression], Callable[[Context, Any], Read]] = {
    Calendar: resolve_calendar.calendar,
    Relative: resolve_pointing.relative,
    Weekday: resolve_pointing.weekday,
    Weekend: resolve_pointing.weekend,
    Part: resolve_periods.part,
    Season: resolve_periods.season,
    Feast: resolve_periods.feast,
    Named: _named,
    Period: resolve_periods.period,
    Overnight: resolve_pointing.overnight,
    Anaphor: resolve_pointing.anaphor,
    Unsaid: _unsaid,
    Between: _between,
    Eve: _eve,
    WeekOf: _week_of,
    Nth: resolve_periods.nth_weekday,
    MonthDay: resolve_calendar.month_day,
}


def resolve(context: Context, said: Expression) -> Read:
    """The days that an expression means in its context."""
    return _RESOLVERS[type(said)](context, said)
