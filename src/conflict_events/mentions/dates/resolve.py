"""From what words say to days: counted from the day of publication, or from the day that the text told of last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from attrs import define, evolve

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.expressions import (
    NARRATIVE,
    Anaphor,
    Between,
    Calendar,
    Expression,
    Feast,
    Named,
    Overnight,
    Part,
    Period,
    Relative,
    Season,
    Unsaid,
    Weekday,
    Weekend,
)
from conflict_events.mentions.dates.feasts import feast_days
from conflict_events.mentions.dates.tense import direction
from conflict_events.mentions.dates.words import View
from conflict_events.model.when import Grain, When

__all__ = ["Context", "Read", "resolve"]

Read = tuple[When | None, str]
"""The days meant, and why there are none or what was assumed."""

NO_REFERENCE = "counted from the day of publication, which is not given"
NO_NARRATIVE = "counted from a day that the text has not told"
NO_SUCH_DAY = "the calendar has no such day"
NEAREST_PAST = "the year is not said: the nearest past one"
NEAREST_FUTURE = "the year is not said: the nearest one to come"

_SOON, _LONG_AGO = 65, 300
"""Days: without any tense, a date this near ahead beats one that long ago."""


@define(slots=True)
class Context:
    """What is known when an expression is counted."""

    view: View
    reference: dt.date | None
    """The day from which relative words are counted."""
    reference_reason: str = ""
    """Why, where it is not the day of publication."""
    narrative: When | None = None
    """What the text told of last, of any grain."""
    told_day: When | None = None
    """The day that the text told of last."""
    told_quarter: When | None = None
    day_first: bool | None = None
    """Order of "03/04/2021": True day first, False month first, None not known."""


def _or_none(when: When | None, reason: str = "") -> Read:
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


def _year_of(context: Context, year: int | None, shift: int | None, *, two_digits: bool = False) -> int | None:
    """The year said, or counted from the reference."""
    if year is not None:
        return full_year(year, context.reference) if two_digits else year
    if shift is not None and context.reference is not None:
        return context.reference.year + shift
    return None


def _nearest(context: Context, expression: Expression, spans: Callable[[int], When | None], shift: int | None) -> Read:
    """Of the yearly spans around the reference, the one that the words point to."""
    reference = context.reference
    if reference is None:
        return None, NO_REFERENCE
    years = range(reference.year - 8, reference.year + 9)
    choices = [when for when in map(spans, years) if when is not None]
    tomorrow = cal.add_days(reference, 1) or reference
    past = [when for when in choices if when.start <= (tomorrow if when.days == 1 else reference)]
    ahead = [when for when in choices if when.end >= reference]
    if shift is not None:
        past = [when for when in past if when.end < reference]
        ahead = [when for when in choices if when.start > reference]
        if shift == 0:
            this = next((when for when in choices if when.start.year == reference.year), None)
            return _or_none(this, context.reference_reason)
        chosen = (past[-1] if past else None) if shift < 0 else (ahead[0] if ahead else None)
        return _or_none(chosen, context.reference_reason)
    way = direction(context.view, expression.first, expression.last)
    if way in {0, 1} and past and ahead:
        ago, until = (reference - past[-1].end).days, (ahead[0].start - reference).days
        near = until < ago if way == 1 else ago > _LONG_AGO and until <= _SOON
        way = 1 if near else -1
    if way > 0 and ahead:
        return ahead[0], NEAREST_FUTURE
    return _or_none(past[-1] if past else None, NEAREST_PAST)


def _calendar(context: Context, said: Expression) -> Read:
    assert isinstance(said, Calendar)
    if said.other_day is not None and said.year is not None:
        return _two_orders(context, said)
    year = _year_of(context, said.year, said.year_shift, two_digits=said.two_digits)
    reason = "two digits of a year" if said.two_digits else ""
    if said.year_shift is not None:
        if year is None:
            return None, NO_REFERENCE
        reason = context.reference_reason
    month, day = said.month, said.day
    if month is None:
        return _or_none(cal.year(year, said.mod) if year is not None else None, reason)
    if year is not None:
        return _in_year(said, year, month, reason)
    if day is None:
        return _nearest(context, said, lambda one: cal.month(one, month, said.mod), said.shift)

    def yearly(one: int) -> When | None:
        found = cal.day(one, month, day)
        if found is None or (said.weekday is not None and found.weekday() != said.weekday):
            return None
        return When(found, found, mod=said.mod)

    when, why = _nearest(context, said, yearly, said.shift)
    if when is None and why == NO_SUCH_DAY and said.weekday is not None:
        when, why = _nearest(
            context, evolve(said, weekday=None), lambda one: _plain_day(one, month, day, said.mod), said.shift
        )
        why = f"{why}; the weekday does not fit"
    return when, why


def _plain_day(year: int, month: int, day: int, mod: str | None) -> When | None:
    found = cal.day(year, month, day)
    return None if found is None else When(found, found, mod=mod)


def _in_year(said: Calendar, year: int, month: int, reason: str) -> Read:
    """A month or a day of a known year."""
    if said.day is None:
        return _or_none(cal.month(year, month, said.mod), reason)
    found = _plain_day(year, month, said.day, said.mod)
    if found is not None and said.weekday is not None and found.start.weekday() != said.weekday:
        reason = f"{reason}; the weekday does not fit".removeprefix("; ")
    return _or_none(found, reason)


def _two_orders(context: Context, said: Calendar) -> Read:
    """A date in digits that may be month-day or day-month."""
    assert said.year is not None and said.other_day is not None and said.month is not None and said.day is not None
    year = full_year(said.year, context.reference) if said.two_digits else said.year
    american = _plain_day(year, said.month, said.day, said.mod)
    european = _plain_day(year, *said.other_day, said.mod)
    if context.day_first is not None:
        order = "day first" if context.day_first else "month first"
        return _or_none(european if context.day_first else american, f"ambiguous digits, read {order}")
    reference = context.reference
    near = [
        when
        for when in (american, european)
        if when is not None and reference is not None and -2 <= (reference - when.start).days <= _SOON
    ]
    if len(near) == 1:
        return near[0], "ambiguous digits, read as the day nearest before publication"
    return None, "digits may mean month and day or day and month"


def _shifted(base: When, unit: str, amount: int, mod: str | None) -> When | None:
    """The unit that lies ``amount`` units from a base."""
    start = base.start
    match unit:
        case "day":
            found = cal.add_days(start, amount)
            return None if found is None else When(found, found, mod=mod)
        case "week" | "fortnight":
            found = cal.add_days(start, 7 * amount)
            return None if found is None else cal.week(found, mod)
        case "month":
            return cal.month(*cal.shift_month(start.year, start.month, amount), mod)
        case "year":
            return cal.year(start.year + amount, mod)
        case "decade":
            return cal.decade((start.year // 10 + amount) * 10, mod)
        case "century":
            return cal.century(((start.year - 1) // 100 + amount) * 100 + 1, mod)
        case _:
            return None


def _relative(context: Context, said: Expression) -> Read:
    assert isinstance(said, Relative)
    if said.base != NARRATIVE:
        if context.reference is None:
            return None, NO_REFERENCE
        return _or_none(
            _shifted(When.day(context.reference), said.unit, said.amount, said.mod), context.reference_reason
        )
    base = context.told_day if said.unit in {"day", "week"} else context.narrative
    reason = "counted from the day that the text told of last"
    if base is None and said.unit in {"month", "year", "decade", "century"} and context.reference is not None:
        base = When.day(context.reference)
        reason = "counted from publication, since the text told of no day before"
    if base is None:
        return None, NO_NARRATIVE
    return _or_none(_shifted(base, said.unit, said.amount, said.mod), reason)


def _weekday(context: Context, said: Expression) -> Read:
    assert isinstance(said, Weekday)
    base = context.reference
    if said.base == NARRATIVE:
        if context.told_day is None:
            return None, NO_NARRATIVE
        base = context.told_day.start
    if base is None:
        return None, NO_REFERENCE
    ahead = (said.weekday - base.weekday()) % 7
    back = (base.weekday() - said.weekday) % 7
    if said.week_shift is not None:
        move = 7 * said.week_shift + said.weekday - base.weekday()
    elif said.shift is None:
        move = _weekday_move(context, said, ahead, back)
    elif said.shift < 0:
        move = -(back or 7)
    elif said.shift > 0:
        move = ahead or 7
    else:
        move = -back if direction(context.view, said.first, said.last) < 0 else ahead
    found = cal.add_days(base, move)
    return _or_none(None if found is None else When(found, found, mod=said.mod), context.reference_reason)


def _weekday_move(context: Context, said: Weekday, ahead: int, back: int) -> int:
    """Days from publication to a bare weekday: today, else the nearest past, else to come where words say so."""
    if said.local and ahead == 1:
        return 1  # written east of the reader: it is tomorrow there already
    return ahead if direction(context.view, said.first, said.last) > 0 else -back


def _weekend(context: Context, said: Expression) -> Read:
    assert isinstance(said, Weekend)
    reference = context.reference
    if reference is None:
        return None, NO_REFERENCE
    shift = said.shift
    if shift is None:
        way = direction(context.view, said.first, said.last)
        shift = 0 if way > 0 or reference.weekday() >= 5 else -1
    elif shift == 0 and reference.weekday() <= 2 and direction(context.view, said.first, said.last) < 0:
        shift = -1
    inside = cal.add_days(reference, 7 * shift)
    return _or_none(None if inside is None else evolve(cal.weekend(inside), mod=said.mod), context.reference_reason)


def _part(context: Context, said: Expression) -> Read:
    assert isinstance(said, Part)
    make = cal.quarter if said.unit == "quarter" else cal.half
    number = said.number
    if number is None:
        told = context.told_quarter
        if said.shift is not None and context.reference is not None:
            index = context.reference.year * 4 + (context.reference.month - 1) // 3 + said.shift
            return _or_none(cal.quarter(index // 4, index % 4 + 1, said.mod), context.reference_reason)
        return (told, "the quarter that the text told of last") if told is not None else (None, NO_NARRATIVE)
    year = _year_of(context, said.year, said.year_shift)
    if year is not None:
        return _or_none(make(year, number, said.mod))
    if said.year_shift is not None:
        return None, NO_REFERENCE
    return _nearest(context, said, lambda one: make(one, number, said.mod), None)


def _season(context: Context, said: Expression) -> Read:
    assert isinstance(said, Season)
    year = _year_of(context, said.year, said.year_shift)
    if year is not None:
        return _or_none(cal.season(year, said.name, said.mod))
    if said.year_shift is not None:
        return None, NO_REFERENCE
    if said.shift == 0 and said.name == "WI" and context.reference is not None and context.reference.month <= 2:
        return _or_none(cal.season(context.reference.year - 1, "WI", said.mod), context.reference_reason)
    return _nearest(context, said, lambda one: cal.season(one, said.name, said.mod), said.shift)


def _feast(context: Context, said: Expression) -> Read:
    assert isinstance(said, Feast)
    entry = context.view.words.feasts[said.key]
    year = _year_of(context, said.year, said.year_shift)
    sighted = "by the computed calendar; a sighting may shift it by a day" if feast_days(entry, 0)[1] else ""
    if year is not None:
        days = feast_days(entry, year)[0]
        return (
            (None, "the table of feasts does not reach that year")
            if not days
            else (evolve(days[0], mod=said.mod), sighted)
        )
    if context.reference is None or said.year_shift is not None:
        return None, NO_REFERENCE
    spans: dict[int, When | None] = {}
    listed = [
        when
        for one in range(context.reference.year - 8, context.reference.year + 9)
        for when in feast_days(entry, one)[0]
    ]
    for index, when in enumerate(listed):
        spans[context.reference.year - 8 + index] = when
    when, why = _nearest(context, said, spans.get, said.shift)
    return when if when is None else evolve(when, mod=said.mod), f"{why}; {sighted}".strip("; ")


def _named(context: Context, said: Expression) -> Read:
    assert isinstance(said, Named)
    day = dt.date.fromisoformat(said.iso)
    if context.reference is not None and context.reference < day:
        return None, "a day known by that name came after publication"
    return When.day(day), "a day known by that name"


def _period(context: Context, said: Expression) -> Read:
    assert isinstance(said, Period)
    if said.unit == "century":
        return _or_none(cal.century(said.start, said.mod))
    start = said.start
    if said.two_digits:
        reference = context.reference
        start += 1900 if reference is None or 1900 + start + 100 > reference.year else 2000
    return _or_none(cal.decade(start - start % 10, said.mod))


def _overnight(context: Context, said: Expression) -> Read:
    assert isinstance(said, Overnight)
    reference = context.reference
    if reference is None:
        return None, NO_REFERENCE
    end = reference
    if said.weekday is not None:
        back = (reference.weekday() - said.weekday) % 7
        end = cal.add_days(reference, -back) or reference
    start = cal.add_days(end, -1)
    return _or_none(None if start is None else When(start, end), "the night between two days")


def _anaphor(context: Context, said: Expression) -> Read:
    if context.told_day is None:
        return None, NO_NARRATIVE
    return context.told_day, "the day that the text told of last"


def _unsaid(context: Context, said: Expression) -> Read:
    assert isinstance(said, Unsaid)
    return None, said.why


def _between(context: Context, said: Expression) -> Read:
    assert isinstance(said, Between) and said.one is not None and said.other is not None
    one, other = said.one, said.other
    if isinstance(one, Calendar) and isinstance(other, Calendar):
        years = (one.year, one.year_shift, one.two_digits)
        if years[:2] == (None, None) and (other.year, other.year_shift) != (None, None):
            one = evolve(one, year=other.year, year_shift=other.year_shift, two_digits=other.two_digits)
    end, why = resolve(context, other)
    start, start_why = resolve(context, one)
    if start is None or end is None:
        return None, why or start_why
    if start.start > end.start and isinstance(one, Calendar) and start.grain == end.grain:
        earlier = _year_before(start)
        start = earlier if earlier is not None and earlier.start <= end.start else start
    if isinstance(one, Weekday) and start.start > end.start:
        moved = cal.add_days(start.start, -7)
        start = When.day(moved) if moved is not None else start
    if start.start > end.start:
        return None, "a span that ends before it starts"
    label = None if start.grain == Grain.DAY else f"{start.timex}/{end.timex}"
    return When(start.start, end.end, start.grain, label=label), why


def _year_before(when: When) -> When | None:
    """The same month or day of the year before."""
    start = when.start
    if when.grain == Grain.MONTH:
        return cal.month(start.year - 1, start.month)
    return _plain_day(start.year - 1, start.month, start.day, None)


_RESOLVERS: Mapping[type[Expression], Callable[[Context, Any], Read]] = {
    Calendar: _calendar,
    Relative: _relative,
    Weekday: _weekday,
    Weekend: _weekend,
    Part: _part,
    Season: _season,
    Feast: _feast,
    Named: _named,
    Period: _period,
    Overnight: _overnight,
    Anaphor: _anaphor,
    Unsaid: _unsaid,
    Between: _between,
}


def resolve(context: Context, said: Expression) -> Read:
    """The days that an expression means in its context."""
    return _RESOLVERS[type(said)](context, said)
