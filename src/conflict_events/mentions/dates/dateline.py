"""The date that heads an article: "BEIRUT, Oct 22 (Agency) -", "SAN SALVADOR, 3 JAN 90 --"."""

from __future__ import annotations

from conflict_events.mentions.dates.expressions import Calendar, Expression
from conflict_events.mentions.dates.words import View

__all__ = ["is_dateline", "is_stamp"]

_FAR = 14
"""A dateline ends within so many tokens."""
_STAMPED = 3
"""Words between "published" and its date, the weekday and a comma among them."""
_MARKS = frozenset({"-", "–", "—", "_", "(", "/", ":", "["})


def is_stamp(view: View, said: Expression) -> bool:
    """Whether a full date says when something was put out: "Published Friday, Jan. 10, 2014", anywhere in the text."""
    full = isinstance(said, Calendar) and said.day is not None and said.year is not None
    return full and any(view.after_is(i, "put_out") for i in range(said.first - _STAMPED, said.first))


def is_dateline(view: View, said: Expression) -> bool:
    """Whether a date stands in a dateline: at the very start, behind names of places, before a dash or a bracket."""
    if not isinstance(said, Calendar) or said.day is None or said.first > _FAR:
        return False
    if said.year is not None and any(view.after_is(i, "stamps") for i in range(said.first - _STAMPED, said.first)):
        return True
    mark = said.last + 1 if view.at(said.last) in {",", ".", ")"} else said.last
    if view.at(mark) not in _MARKS or view.after_is(said.first - 1, "before_month") or view.at(said.first - 1) == "on":
        return False
    return all(
        view.capital(i) or view.texts[i] in {",", ".", "(", ")", "/", "-"} or view.joined[i] for i in range(said.first)
    )
