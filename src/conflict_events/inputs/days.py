"""The day of publication as files write it: a date of any kind, or Unix seconds; never guessed."""

from __future__ import annotations

import datetime as dt

from conflict_events.model.errors import BadInputError
from conflict_events.model.when import written_day

__all__ = ["day_of"]

_SECONDS = range(100_000_000, 10_000_000_000)
_MILLISECONDS = range(100_000_000_000, 10_000_000_000_000)


def day_of(value: object, where: str = "date") -> dt.date:
    """The calendar day of a date as files write it, in the zone in which it is written.

    Args:
        value: text or a number of Unix seconds or milliseconds.
        where: what errors call it.

    Raises:
        BadInputError: for what is no full date: a year alone, a month alone, or 03/04/2024, which is two days.

    >>> day_of("2024-10-22T23:30:00-04:00"), day_of("Tue, 22 Oct 2024 08:00:00 GMT"), day_of(1729555200)
    (datetime.date(2024, 10, 22), datetime.date(2024, 10, 22), datetime.date(2024, 10, 22))
    """
    if isinstance(value, str):
        return written_day(value, where)
    if isinstance(value, int) and not isinstance(value, bool):
        seconds = value if value in _SECONDS else value // 1000 if value in _MILLISECONDS else None
        if seconds is not None:
            return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    raise BadInputError("no date", where=where, expected="a full date such as 2024-10-22", got=value)
