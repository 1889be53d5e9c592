"""Which year a date without one means: by the tense around it, and by how near each reading is."""

from __future__ import annotations

from collections.abc import Callable

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.context import NEAREST_FUTURE, NEAREST_PAST, NO_REFERENCE, Context, Read, or_none
from conflict_events.mentions.dates.expressions import Expression
from conflict_events.mentions.dates.tense import direction
from conflict_events.model.when import When

__all__ = ["nearest"]

_SOON, _LONG_AGO = 65, 270
"""Days: a date this near on one side beats one that far on the other, unless a verb beside it says so."""


def _weighed(way: int, ago: int, until: int, days: int) -> int:
    """Whether the nearest past (-1) or the nearest to come (1) is meant, by tense and by how far each is.

    The press names the year of what is most of a year away, so a weak tense gives way to nearness.
    """
    if way == 1:
        return 1 if until < ago else -1
    if way == 2 and days == 1 and until > 300 and ago <= _SOON:
        return -1
    if way in {0, -1} and ago > _LONG_AGO and until <= (_SOON if way == 0 else 31):
        return 1
    return 1 if way > 0 else -1


def nearest(context: Context, expression: Expression, spans: Callable[[int], When | None], shift: int | None) -> Read:
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
            return or_none(this, context.reference_reason)
        chosen = (past[-1] if past else None) if shift < 0 else (ahead[0] if ahead else None)
        return or_none(chosen, context.reference_reason)
    way = direction(context.view, expression.first, expression.last)
    if past and ahead:
        way = _weighed(way, (reference - past[-1].end).days, (ahead[0].start - reference).days, past[-1].days)
    if way > 0 and ahead:
        return ahead[0], NEAREST_FUTURE
    return or_none(past[-1] if past else None, NEAREST_PAST)
