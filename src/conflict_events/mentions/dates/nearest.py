"""Which year a date without one means: by the tense around it, and by how near each reading is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.context import NEAREST_FUTURE, NEAREST_PAST, NO_REFERENCE, Context, Read, or_none
from conflict_events.mentions.dates.expressions import Expression
from conflict_events.mentions.dates.tense import direction
from conflict_events.model.when import When

__all__ = ["nearest"]

_LEAN = {1: 1, 0: 2, -1: 5}
"""By tense (see ``direction``): how many times nearer what is to come must be, to be meant."""
_TOO_FAR, _RECENT = 300, 65
"""Days: what would be so far ahead, but was so lately, is past: the press names the year of what is far."""


def _weighed(way: int, ago: int, until: int) -> int:
    """Whether the nearest past (-1) or the nearest to come (1) is meant, by tense and by how far each is."""
    if way == 2:
        return -1 if until > _TOO_FAR and ago <= _RECENT else 1
    if way == -2:
        return -1
    return 1 if until * _LEAN[way] < ago else -1


def _around(reference: dt.date, spans: Callable[[int], When | None], reach: int) -> tuple[list[When], list[When]]:
    """The spans of the years around: those that began by the reference, and those not over by then."""
    choices = [
        when for when in map(spans, range(reference.year - reach, reference.year + reach + 1)) if when is not None
    ]
    tomorrow = cal.add_days(reference, 1) or reference
    past = [when for when in choices if when.start <= (tomorrow if when.days == 1 else reference)]
    return past, [when for when in choices if when.end >= reference]


def _pointed(reference: dt.date, past: list[When], ahead: list[When], shift: int) -> When | None:
    """The span that "last", "this" or "next" points to."""
    if shift < 0:
        return next((when for when in reversed(past) if when.end < reference), None)
    if shift > 0:
        return next((when for when in ahead if when.start > reference), None)
    return next((when for when in (*past, *ahead) if when.start.year == reference.year), None)


def nearest(context: Context, expression: Expression, spans: Callable[[int], When | None], shift: int | None) -> Read:
    """Of the yearly spans around the reference, the one that the words point to.

    Args:
        context: what is known.
        expression: the words, for the tense around them.
        spans: the span of a year, or None if it has none.
        shift: -1, 0 or 1 for "last", "this" and "next"; None where only the tense can tell.
    """
    reference = context.reference
    if reference is None:
        return None, NO_REFERENCE
    past, ahead = _around(reference, spans, 2)
    if not past or not ahead:
        past, ahead = _around(reference, spans, 8)  # a leap day, or a weekday that must fit
    if shift is not None:
        return or_none(_pointed(reference, past, ahead, shift), context.reference_reason)
    if not past or not ahead:
        only = past[-1:] + ahead[:1]
        return or_none(only[0] if only else None, NEAREST_PAST if past else NEAREST_FUTURE)
    way = direction(context.view, expression.first, expression.last)
    way = _weighed(way, (reference - past[-1].end).days, (ahead[0].start - reference).days)
    return (ahead[0], NEAREST_FUTURE) if way > 0 else (past[-1], NEAREST_PAST)
