"""Calendar arithmetic on spans of days; what falls outside the years 1 to 9999 is None, never an exception."""

from __future__ import annotations

import datetime as dt

from conflict_events.model.when import Grain, When

__all__ = [
    "add_days",
    "century",
    "day",
    "decade",
    "half",
    "month",
    "quarter",
    "season",
    "shift_month",
    "week",
    "weekend",
    "year",
]

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, as the northern half of the world counts them."""
_LAST = dt.date.max.toordinal()


def day(year: int, month: int, number: int) -> dt.date | None:
    """A day of the calendar, or None if there is none such.

    >>> day(2023, 2, 29) is None
    True
    """
    try:
        return dt.date(year, month, number)
    except (ValueError, OverflowError):
        return None


def add_days(start: dt.date, amount: int) -> dt.date | None:
    """The day ``amount`` days after another.

    >>> add_days(dt.date(2024, 2, 28), 2)
    datetime.date(2024, 3, 1)
    """
    ordinal = start.toordinal() + amount
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= _LAST else None


def _span(year: int, month: int, months: int) -> tuple[dt.date, dt.date] | None:
    """The days of ``months`` months from a month on."""
    after_year, after_month = shift_month(year, month, months)
    start = day(year, month, 1)
    if start is None or after_year > 10000:
        return None
    after = day(after_year, after_month, 1)
    return start, dt.date.fromordinal(after.toordinal() - 1) if after is not None else dt.date.max


def shift_month(year: int, month: int, amount: int) -> tuple[int, int]:
    """The month ``amount`` months after another.

    >>> shift_month(2024, 1, -2)
    (2023, 11)
    """
    index = year * 12 + month - 1 + amount
    return index // 12, index % 12 + 1


def week(inside: dt.date, mod: str | None = None) -> When:
    """The week, Monday to Sunday, that a day lies in.

    >>> week(dt.date(2024, 10, 22)).timex
    '2024-W43'
    """
    monday = max(1, inside.toordinal() - inside.weekday())
    return When(dt.date.fromordinal(monday), dt.date.fromordinal(min(_LAST, monday + 6)), Grain.WEEK, mod=mod)


def weekend(inside: dt.date) -> When:
    """Saturday and Sunday of the week that a day lies in.

    >>> weekend(dt.date(2024, 10, 22)).timex
    '2024-W43-WE'
    """
    whole = week(inside)
    saturday = add_days(whole.start, 5) or whole.end
    return When(saturday, max(saturday, whole.end), Grain.DAY, label=f"{whole.timex}-WE")


def month(year: int, number: int, mod: str | None = None) -> When | None:
    """A month; it never gains a day.

    >>> month(2021, 3).timex
    '2021-03'
    """
    span = _span(year, number, 1)
    return None if span is None else When(*span, Grain.MONTH, mod=mod)


def quarter(year: int, number: int, mod: str | None = None) -> When | None:
    """A quarter of a year.

    >>> quarter(2021, 4).timex
    '2021-Q4'
    """
    span = _span(year, number * 3 - 2, 3)
    return None if span is None else When(*span, Grain.QUARTER, mod=mod)


def half(year: int, number: int, mod: str | None = None) -> When | None:
    """A half of a year.

    >>> half(2021, 2).timex
    '2021-H2'
    """
    span = _span(year, number * 6 - 5, 6)
    return None if span is None else When(*span, Grain.YEAR, mod=mod, label=f"{year:04d}-H{number}")


def season(year: int, name: str, mod: str | None = None) -> When | None:
    """A season, named by the year that it begins in.

    >>> season(2023, "WI").end, season(2023, "WI").timex
    (datetime.date(2024, 2, 29), '2023-WI')
    """
    span = _span(year, _SEASONS[name], 3)
    return None if span is None else When(*span, Grain.SEASON, mod=mod, label=f"{year:04d}-{name}")


def year(number: int, mod: str | None = None) -> When | None:
    """A year.

    >>> year(2021).timex
    '2021'
    """
    span = _span(number, 1, 12)
    return None if span is None else When(*span, Grain.YEAR, mod=mod)


def decade(start: int, mod: str | None = None) -> When | None:
    """Ten years from a year that ends in nought.

    >>> decade(1980).timex
    '198'
    """
    span = _span(start, 1, 120)
    return None if span is None else When(*span, Grain.DECADE, mod=mod)


def century(start: int, mod: str | None = None) -> When | None:
    """A hundred years.

    >>> century(1901).timex
    '19'
    """
    span = _span(start, 1, 1200)
    return None if span is None else When(*span, Grain.CENTURY, mod=mod)
