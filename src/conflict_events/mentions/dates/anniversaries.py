"""Days that an anniversary is of: "the tenth anniversary of the March 3 raid" tells of a day ten years back."""

from __future__ import annotations

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.context import Context, Read
from conflict_events.mentions.dates.expressions import Calendar, Expression
from conflict_events.model.when import When

__all__ = ["anniversary"]

_REACH = 8


def _ordinal_before(context: Context, i: int) -> int | None:
    """The number in "tenth", "10th" or "10-year" before token ``i``."""
    view = context.view
    word = view.at(i - 1)
    if word in {"th", "st", "nd", "rd", "year"}:
        return view.number(i - 2) or view.words.numbers.get(view.at(i - 2))
    value = view.words.ordinals.get(word)
    tens = view.words.numbers.get(view.at(i - 2), 0)
    if value is not None and value < 10 and 20 <= tens <= 90 and view.joined[i - 1]:
        return value + tens
    return value


def anniversary(context: Context, said: Expression) -> Read | None:
    """The day whose anniversary is marked, if the date stands behind "anniversary of"; else None."""
    view = context.view
    for i in range(said.first - 1, max(-1, said.first - _REACH), -1):
        if view.folded[i] == "anniversary":
            break
    else:
        return None
    if view.at(i + 1) != "of" or not view.same_sentence(i, said.first) or not isinstance(said, Calendar):
        return None
    if said.year is not None or said.month is None or said.day is None:
        return None
    number, reference = _ordinal_before(context, i), context.reference
    if number is None or reference is None:
        return None, "an anniversary: the year is not said"
    marked = [cal.day(year, said.month, said.day) for year in range(reference.year - 1, reference.year + 2)]
    nearest = min((one for one in marked if one is not None), key=lambda one: abs((one - reference).days), default=None)
    if nearest is None:
        return None, "the calendar has no such day"
    found = cal.day(nearest.year - number, said.month, said.day)
    return (
        (None, "the calendar has no such day") if found is None else (When.day(found), "counted from the anniversary")
    )
