"""One written date to the days it names; what a text leaves open is an error, never a guess.

ISO 8601 and dates of three numbers are read here, which costs nothing; names of months and weekdays in any language are
left to dateparser (``named``), which is loaded when the first one comes. The clock is never asked.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import NoReturn

from conflict_events.model.errors import BadInputError
from conflict_events.model.when import Grain, When

__all__ = ["day_of", "span_of"]

_LONGEST = 100
_CLOCK = r"(?:,?[ T]\d\d?:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?)?"
_NUMBERS = re.compile(rf"(\d{{1,4}})([-/.]) ?(\d\d?)\2 ?(\d{{1,4}})\.?{_CLOCK}")
_ISO_SPAN = re.compile(r"(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)))?")
_OTHER_DIGITS = re.compile(r"[^\D0-9]")
_ORDINAL = re.compile(r"(?<=\d)[ºª°]")


def day_of(text: str, *, day_first: bool | None = None, where: str = "date") -> dt.date:
    """The one day that a text names.

    Args:
        text: nothing but a date, in any language, with or without a time of day; day, month and year must stand there.
        day_first: whether 03/04/2024 is the third of April; a day that can be read both ways is an error without it.
        where: what errors call it.

    Returns:
        The calendar day in the zone in which it is written.

    Raises:
        BadInputError: for all else, with the reason: no day or no year, a day counted from another, two readings.

    >>> day_of("22 octobre 2024"), day_of("Tue, 22 Oct 2024 23:30:00 -0500")
    (datetime.date(2024, 10, 22), datetime.date(2024, 10, 22))
    >>> day_of("03/04/2024", day_first=True)
    datetime.date(2024, 4, 3)
    >>> day_of("March 2021", where="event_date")
    Traceback (most recent call last):
    ...
    conflict_events.model.errors.BadInputError: date names no day: in event_date, expected a full date such as 2024-10-22, got 'March 2021'
    """
    try:
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        when = span_of(text, day_first=day_first, where=where)
    if when.days > 1:
        _refuse("date names no day", where, text)
    return when.start


def span_of(text: str, *, day_first: bool | None = None, where: str = "date") -> When:
    """The day, week, month, quarter, year or span of days that a text names.

    Args:
        text: as for ``day_of``; a month or a year may stand alone, and two ISO days may be joined by a slash.
        day_first: as for ``day_of``.
        where: what errors call it.

    Raises:
        BadInputError: as for ``day_of``.

    >>> span_of("mars 2021").timex, span_of("2024-W42").days, span_of("2024-05-01/2024-05-03").days
    ('2021-03', 7, 3)
    """
    plain = " ".join(_OTHER_DIGITS.sub(lambda digit: str(int(digit[0])), _ORDINAL.sub("", text)).split())
    if not plain or len(text) > _LONGEST:
        _refuse("no date", where, text)
    if when := _iso(plain):
        return when
    if found := _NUMBERS.fullmatch(plain):
        readings = _numbers(found[1], found[3], found[4])
    else:
        from conflict_events.written.named import readings_of

        readings = readings_of(plain)
    if isinstance(readings, str):
        _refuse(readings, where, text)
    return _chosen(readings, where, text, day_first=day_first)


def _refuse(what: str, where: str, text: str, expected: str = "a full date such as 2024-10-22") -> NoReturn:
    raise BadInputError(what, where=where, expected=expected, got=text)


def _chosen(readings: tuple[When | None, When | None], where: str, text: str, *, day_first: bool | None) -> When:
    """The reading with the day first or the month first, if they are one or it was told which is meant."""
    first, second = readings
    chosen = first or second if day_first is None else readings[0 if day_first else 1]
    if chosen is None:
        _refuse("no date", where, text)
    if day_first is None and None not in readings and first != second:
        how = "YYYY-MM-DD, or When.parse(..., day_first=True or False)"
        _refuse("day and month may be swapped", where, text, how)
    return chosen


def _iso(text: str) -> When | None:
    """ISO 8601 and TIMEX3: days, weeks, months, quarters, years, and spans of days."""
    first, slash, last = text.partition("/")
    try:
        if slash and len(first) == len(last) == 10:
            return When(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        if found := _ISO_SPAN.fullmatch(text):
            return _unit(int(found[1]), *(None if part is None else int(part) for part in found.groups()[1:]))
        day = dt.datetime.fromisoformat(text).date()
    except ValueError:  # no such day, or a span that ends before it starts
        return None
    return When(day, day)


def _unit(year: int, week: int | None, quarter: int | None, month: int | None) -> When:
    if week is not None:
        return When(dt.date.fromisocalendar(year, week, 1), dt.date.fromisocalendar(year, week, 7), Grain.WEEK)
    if quarter is not None:
        return When(dt.date(year, quarter * 3 - 2, 1), _end(year, quarter * 3), Grain.QUARTER)
    if month is not None:
        return month_of(year, month)
    return When(dt.date(year, 1, 1), dt.date(year, 12, 31), Grain.YEAR)


def _end(year: int, month: int) -> dt.date:
    return dt.date(year, month, monthrange(year, month)[1])


def month_of(year: int, month: int) -> When:
    """A whole month."""
    return When(dt.date(year, month, 1), _end(year, month), Grain.MONTH)


def _numbers(first: str, middle: str, last: str) -> tuple[When | None, When | None] | str:
    """Three numbers with the day first and with the month first; the year has four digits and stands at an end."""
    if len(first) == 4 and len(last) <= 2:
        when = _day(first, middle, last)
        return when, when
    if len(last) == 4 and len(first) <= 2:
        return _day(last, middle, first), _day(last, first, middle)
    return "date names no year"


def _day(*parts: str) -> When | None:
    try:
        day = dt.date(*map(int, parts))
    except ValueError:
        return None
    return When(day, day)
