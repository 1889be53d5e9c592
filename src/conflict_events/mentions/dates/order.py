"""Whether digits write the day or the month first: by the other dates of the text, or by where the source is."""

from __future__ import annotations

from urllib.parse import urlsplit

from conflict_events.mentions.dates.expressions import Calendar, Expression
from conflict_events.mentions.dates.words import View, words

__all__ = ["day_first_in", "day_first_of"]


def day_first_of(url: str | None) -> bool | None:
    """The order that the country of an address writes, or None if the address names no country.

    >>> day_first_of("https://news.example.co.uk/story"), day_first_of("https://army.example.mil/x"), day_first_of(None)
    (True, False, None)
    """
    if url is None:
        return None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    top = host.rpartition(".")[2]
    orders = words().sets
    if top in orders["month_first_domains"]:
        return False
    return True if len(top) == 2 and top.isalpha() and top not in orders["domains_of_no_country"] else None


def day_first_in(view: View, found: tuple[Expression, ...]) -> bool | None:
    """The order in which the dates of a text that leave no doubt are written, or None if they differ or there are none."""
    orders: set[bool] = set()
    for said in found:
        if not isinstance(said, Calendar) or said.day is None:
            continue
        if said.rule == "date.numeric" and said.other_day is None and "." not in view.folded[said.first]:
            orders.add(int(view.folded[said.first]) > 12)
        elif said.rule == "date.day" and said.month is not None and said.last - said.first > 1:
            orders.add(view.folded[said.first].isdecimal())
    return orders.pop() if len(orders) == 1 else None
