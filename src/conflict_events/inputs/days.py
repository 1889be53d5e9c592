"""The day of publication as files write it: ISO 8601, the dates of mail and feeds, Unix seconds; never guessed."""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["day_of"]

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)|\d{8}(?!\d)")
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y")
_SECONDS = range(100_000_000, 10_000_000_000)
_MILLISECONDS = range(100_000_000_000, 10_000_000_000_000)


def day_of(value: object) -> dt.date | None:
    """The calendar day of a date as files write it, in the zone in which it is written.

    Args:
        value: text or a number of Unix seconds or milliseconds.

    Returns:
        The day, or None if it is no full date: a year alone, a month alone, or 03/04/2024, which is two days.

    >>> day_of("2024-10-22T23:30:00-04:00"), day_of("Tue, 22 Oct 2024 08:00:00 GMT")
    (datetime.date(2024, 10, 22), datetime.date(2024, 10, 22))
    >>> day_of("03/04/2024"), day_of("2024")
    (None, None)
    """
    if isinstance(value, int) and not isinstance(value, bool):
        seconds = value if value in _SECONDS else value // 1000 if value in _MILLISECONDS else None
        return None if seconds is None else dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    if not isinstance(value, str) or len(value) > 200:
        return None
    text = value.strip()
    if found := _ISO.match(text):
        try:
            return dt.date.fromisoformat(found[0])
        except ValueError:
            return None
    return _mail_day(text) or _written_day(text)


def _mail_day(text: str) -> dt.date | None:
    """RFC 5322, as mail and RSS have it."""
    from email.utils import parsedate_to_datetime

    if not re.match(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[\s-][A-Za-z]{3,9}[\s-]\d{4}\s+\d", text):
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written_day(text: str) -> dt.date | None:
    text = re.sub(
        r"^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+", "", text.replace("Sept ", "Sep ")
    )
    for form in _WRITTEN:
        try:
            return dt.datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
