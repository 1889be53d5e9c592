"""Days of feasts, from the compiled tables; those that move are listed there by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.words import words
from conflict_events.model.when import When

__all__ = ["feast_days"]


@cache
def _moving(key: str) -> Mapping[int, tuple[dt.date, ...]]:
    """Year -> the days on which a moving feast begins in it: none, one, or of short years two."""
    found: dict[int, tuple[dt.date, ...]] = {}
    for text in words().moving[key][1]:
        day = dt.date.fromisoformat(text)
        found[day.year] = (*found.get(day.year, ()), day)
    return found


def _length(entry: Mapping[str, Any], start: dt.date) -> int:
    """Days that a feast lasts."""
    if "until" not in entry:
        return int(entry.get("days", 1))
    for year in (start.year, start.year + 1):
        for day in _moving(entry["until"]).get(year, ()):
            if day > start:
                return (day - start).days
    return 30


def feast_days(entry: Mapping[str, Any], year: int) -> tuple[tuple[When, ...], bool]:
    """The days of a feast in a year, and whether they hang on the sighting of the moon.

    >>> feast_days({"fixed": "12-25"}, 2024)[0][0].timex
    '2024-12-25'
    >>> feast_days({"nth": "11-3-4"}, 2024)[0][0].timex
    '2024-11-28'
    >>> feast_days({"moving": "ramadan", "until": "eid_al_fitr"}, 2024)[0][0].timex
    '2024-03-11/2024-04-09'
    """
    if "fixed" in entry:
        month, number = (int(part) for part in entry["fixed"].split("-"))
        day = cal.day(year, month, number)
        return (() if day is None else (When.day(day),)), False
    if "nth" in entry:
        month, weekday, which = (int(part) for part in entry["nth"].split("-", 2))
        span = cal.month(year, month)
        if span is None:
            return (), False
        base = span.start if which > 0 else span.end
        move = (weekday - base.weekday()) % 7 + 7 * (which - 1) if which > 0 else -((base.weekday() - weekday) % 7)
        found = cal.add_days(base, move)
        return (() if found is None else (When.day(found),)), False
    key = entry["moving"]
    spans = []
    for first in _moving(key).get(year, ()):
        start = cal.add_days(first, entry.get("offset", 0)) or first
        end = cal.add_days(start, _length(entry, start) - 1) or start
        spans.append(When(start, end))
    return tuple(spans), bool(words().moving[key][0])
