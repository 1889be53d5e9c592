"""Days of words that point: counted from publication, or from what the text told of last."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.context import NO_NARRATIVE, NO_REFERENCE, Context, Read, or_none
from conflict_events.mentions.dates.expressions import NARRATIVE, Expression, Overnight, Relative, Weekday, Weekend
from conflict_events.mentions.dates.tense import direction
from conflict_events.model.when import Grain, When

__all__ = ["anaphor", "overnight", "relative", "weekday", "weekend"]


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


def _same_day(reference: dt.date, said: Relative) -> When | None:
    """The day of "two years ago today"."""
    if said.unit in {"day", "week"}:
        found = cal.add_days(reference, said.amount * (7 if said.unit == "week" else 1))
        return None if found is None else When.day(found)
    months = said.amount * {"month": 1, "year": 12, "decade": 120, "century": 1200}[said.unit]
    found = cal.day(*cal.shift_month(reference.year, reference.month, months), reference.day)
    return None if found is None else When.day(found)


def relative(context: Context, said: Expression) -> Read:
    """Days of a unit counted from publication or from what the text told of last."""
    assert isinstance(said, Relative)
    if said.base != NARRATIVE:
        if context.reference is None:
            return None, NO_REFERENCE
        reference = context.reference
        if said.to_the_day:
            return or_none(_same_day(reference, said), context.reference_reason)
        span = _shifted(When.day(reference), said.unit, said.amount, said.mod)
        return or_none(span, context.reference_reason)
    tolds = {"day": context.told_day, "week": context.told_day, "month": context.told_month}
    base = tolds.get(said.unit, context.told_year)
    if said.unit == "year" and said.amount < 0 and context.told_quarter is not None:
        # Accounts compare with the year before the quarter they report, whatever year they named in between.
        same = context.view.same_sentence(context.told_year_at, said.first)
        base = base if same else context.told_quarter
    reason = "counted from the day that the text told of last"
    if base is None and said.unit in {"month", "year", "decade", "century"} and context.reference is not None:
        base = When.day(context.reference)
        reason = "counted from publication, since the text told of no day before"
    if base is None:
        return None, NO_NARRATIVE
    return or_none(_shifted(base, said.unit, said.amount, said.mod), reason)


def weekday(context: Context, said: Expression) -> Read:
    """The day that a weekday means."""
    assert isinstance(said, Weekday)
    base = context.reference
    if said.base == NARRATIVE:
        if context.told_day is None:
            return None, NO_NARRATIVE
        base = context.told_day.start
    if base is None:
        return None, NO_REFERENCE
    week = _week_before(context, said)
    if week is not None:
        day = cal.add_days(week.start, said.weekday)
        return or_none(None if day is None else When(day, day, mod=said.mod), context.reference_reason)
    ahead = (said.weekday - base.weekday()) % 7
    back = (base.weekday() - said.weekday) % 7
    if said.week_shift is not None and said.shift is not None:
        move = 7 * said.week_shift - back
    elif said.week_shift is not None:
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
    return or_none(None if found is None else When(found, found, mod=said.mod), context.reference_reason)


def _week_before(context: Context, said: Weekday) -> When | None:
    """The week said right before a weekday: "last week, on Tuesday"."""
    if context.before is None or said.shift is not None or said.week_shift is not None:
        return None
    when, last = context.before
    between = context.view.folded[last : said.first]
    return when if when.grain == Grain.WEEK and when.days == 7 and between in {(",", "on"), ("on",), (",",)} else None


def _weekday_move(context: Context, said: Weekday, ahead: int, back: int) -> int:
    """Days from publication to a bare weekday: today, else the nearest past, else to come where words say so."""
    if said.local and ahead == 1:
        return 1  # written east of the reader: it is tomorrow there already
    return ahead if direction(context.view, said.first, said.last) > 0 else -back


def weekend(context: Context, said: Expression) -> Read:
    """The days that a weekend means."""
    assert isinstance(said, Weekend)
    reference = context.reference
    if reference is None:
        return None, NO_REFERENCE
    shift = said.shift
    if said.base == NARRATIVE:
        if context.told_day is None:
            return None, NO_NARRATIVE
        reference = context.told_day.start
    if shift is None:
        way = direction(context.view, said.first, said.last)
        shift = 0 if way > 0 or reference.weekday() >= 5 else -1
    elif shift == 0 and reference.weekday() <= 2 and direction(context.view, said.first, said.last) < 0:
        shift = -1
    inside = cal.add_days(reference, 7 * shift)
    return or_none(None if inside is None else evolve(cal.weekend(inside), mod=said.mod), context.reference_reason)


def overnight(context: Context, said: Expression) -> Read:
    """The two days that a night lies between."""
    assert isinstance(said, Overnight)
    reference = context.reference
    if reference is None:
        return None, NO_REFERENCE
    end = reference
    if said.weekday is not None:
        back = (reference.weekday() - said.weekday) % 7
        end = cal.add_days(reference, -back) or reference
    start = cal.add_days(end, -1)
    return or_none(None if start is None else When(start, end), "the night between two days")


def anaphor(context: Context, _: Expression) -> Read:
    """The day that the text told of last."""
    if context.told_day is None:
        return None, NO_NARRATIVE
    return context.told_day, "the day that the text told of last"
