"""Days of parts of years, of feasts, decades and centuries."""

from __future__ import annotations

from attrs import evolve

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.context import NO_NARRATIVE, NO_REFERENCE, Context, Read, or_none, year_of
from conflict_events.mentions.dates.expressions import NARRATIVE, Expression, Feast, Nth, Part, Period, Season
from conflict_events.mentions.dates.feasts import feast_days
from conflict_events.mentions.dates.nearest import nearest
from conflict_events.model.when import Grain, When

__all__ = ["feast", "nth_weekday", "part", "period", "season"]


def part(context: Context, said: Expression) -> Read:
    """Days of a quarter or a half."""
    assert isinstance(said, Part)
    make = cal.quarter if said.unit == "quarter" else cal.half
    number = said.number
    if number is None:
        return _quarter_told(context, said)
    year = year_of(context, said.year, said.year_shift)
    if year is None and context.before is not None and context.view.at(said.first - 1) == "'s":
        owner, last = context.before
        if last == said.first - 1 and owner.grain == Grain.YEAR:
            year = owner.start.year  # "last year's fourth quarter"
    if year is not None:
        return or_none(make(year, number, said.mod))
    if said.year_shift is not None:
        return None, NO_REFERENCE
    return nearest(context, said, lambda one: make(one, number, said.mod), None)


def _quarter_told(context: Context, said: Part) -> Read:
    """A quarter without a number, counted from another: "the quarter", "the previous quarter"."""
    told, reference = context.told_quarter, context.reference
    if said.base == NARRATIVE and told is not None:
        year = said.year if said.year is not None else told.start.year + (said.year_shift or 0)
        index = year * 4 + (told.start.month - 1) // 3 + (said.shift or 0)
    elif said.shift is not None and reference is not None:
        index = reference.year * 4 + (reference.month - 1) // 3 + said.shift
    else:
        return None, NO_NARRATIVE if reference is not None else NO_REFERENCE
    return or_none(cal.quarter(index // 4, index % 4 + 1, said.mod), context.reference_reason)


def season(context: Context, said: Expression) -> Read:
    """Days of a season."""
    assert isinstance(said, Season)
    year = year_of(context, said.year, said.year_shift)
    if year is not None:
        return or_none(cal.season(year, said.name, said.mod))
    if said.year_shift is not None:
        return None, NO_REFERENCE
    if said.shift == 0 and said.name == "WI" and context.reference is not None and context.reference.month <= 2:
        return or_none(cal.season(context.reference.year - 1, "WI", said.mod), context.reference_reason)
    return nearest(context, said, lambda one: cal.season(one, said.name, said.mod), said.shift)


def feast(context: Context, said: Expression) -> Read:
    """Days of a feast, by the compiled tables."""
    assert isinstance(said, Feast)
    entry = context.view.words.feasts[said.key]
    if entry.get("differs", False):
        return None, "its day differs from country to country"
    year = year_of(context, said.year, said.year_shift)
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
    years = range(context.reference.year - 8, context.reference.year + 9)
    for index, listed in enumerate(days for one in years for days in feast_days(entry, one)[0]):
        spans[years[0] + index] = listed
    when, why = nearest(context, said, spans.get, said.shift)
    return None if when is None else evolve(when, mod=said.mod), f"{why}; {sighted}".strip("; ")


def nth_weekday(context: Context, said: Expression) -> Read:
    """The day of "the first Monday of May"."""
    assert isinstance(said, Nth)
    entry = {"nth": f"{said.month}-{said.weekday}-{said.nth}"}

    def yearly(year: int) -> When | None:
        days = feast_days(entry, year)[0]
        inside = days and days[0].start.month == said.month
        return days[0] if inside else None

    year = year_of(context, said.year, said.year_shift)
    if year is not None:
        return or_none(yearly(year))
    return (None, NO_REFERENCE) if said.year_shift is not None else nearest(context, said, yearly, None)


def period(context: Context, said: Expression) -> Read:
    """Days of a decade or a century."""
    assert isinstance(said, Period)
    if said.unit == "century":
        return or_none(cal.century(said.start, said.mod))
    start = said.start
    if said.two_digits:
        reference = context.reference
        start += 1900 if reference is None or 1900 + start + 100 > reference.year else 2000
    return or_none(cal.decade(start - start % 10, said.mod))
