"""Dates with words in them, read by dateparser and taken only where the text holds every number of what it says.

dateparser by itself fills what is missing, reads "Sept 8-14" as a day of 2014 and a weekday as one of this week. Here a
year needs its digits, each number of the text must be part of the date or of its time of day, and both orders of day
and month are read, so that the caller sees where they differ.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

from conflict_events.model.when import When
from conflict_events.written.dates import month_of

if TYPE_CHECKING:
    from dateparser.date import DateData, DateDataParser

__all__ = ["PIVOT", "readings_of"]

PIVOT = 69
"""A year of two digits from this on is of the 20th century, one below of the 21st, as POSIX has it."""
_YEARS = range(1400, 2200)
"""Beyond them a text counts its years by another calendar than ours."""
_SHORT_YEAR = re.compile(r"(\d{1,2}([-/. ])[^\W\d]+\.?\2'?)(\d\d)")
_RUN = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d]+")


@functools.lru_cache(maxsize=4096)
def readings_of(text: str) -> tuple[When | None, When | None] | str:
    """The days that a text names with the day first and with the month first, or why it names none.

    Args:
        text: with ASCII digits and single spaces.

    >>> [when.timex for when in readings_of("22 Ekim 2024 Salı")]
    ['2024-10-22', '2024-10-22']
    >>> [when.timex for when in readings_of("Tue 03/04/2024")]
    ['2024-04-03', '2024-03-04']
    >>> readings_of("22 October"), readings_of("Tuesday")
    ('date names no year', 'date is counted from another day')
    """
    if found := _SHORT_YEAR.fullmatch(text):
        text = f"{found[1]}{19 if int(found[3]) >= PIVOT else 20}{found[3]}"
    if not _two_months().isdisjoint(_WORD.findall(text.casefold())):
        return "word means two months in two languages"
    if not any(len(run) == 4 for run in _RUN.findall(text)):
        return _why_not(text)
    day_first, month_first = (_reading(text, order) for order in ("DMY", "MDY"))
    if isinstance(day_first, str):
        return day_first
    return "no date" if isinstance(month_first, str) else (day_first, month_first)


def _reading(text: str, order: str) -> When | str:
    said = _parser(order).get_date_data(text)
    if said.date_obj is None or not {"year", "month"} <= set(said.parts):
        return "no date"
    if said.date_obj.year not in _YEARS:
        return "year is of another calendar"
    if not _accounts_for(said, _RUN.findall(text)):
        return "no date"
    day = said.date_obj.date()
    return When(day, day) if "day" in said.parts else month_of(day.year, day.month)


def _accounts_for(said: DateData, runs: list[str]) -> bool:
    """Whether year and day stand in the text, and all other numbers are the month's or the time's."""
    moment = said.date_obj
    assert moment is not None
    minutes = abs(int((moment.utcoffset() or dt.timedelta()).total_seconds() // 60))
    hours, rest = divmod(minutes, 60)
    allowed = {moment.month, moment.hour, moment.hour % 12 or 12, moment.minute, moment.second, hours, rest}
    allowed |= {hours * 100 + rest, moment.microsecond}
    numbers = [int(run) for run in runs]
    for needed in (moment.year, *((moment.day,) if "day" in said.parts else ())):
        if needed not in numbers:
            return False
        numbers.remove(needed)
    return allowed.issuperset(numbers)


def _why_not(text: str) -> str:
    """Why a text without a year is no date, for the person who wrote it."""
    if len(text) > 40 or len(_RUN.findall(text)) > 3:
        return "no date"
    said = _parser("DMY", ("absolute-time",)).get_date_data(text)
    if said.date_obj is not None and "day" in said.parts:
        return "date names no year" if _RUN.search(text) else "date is counted from another day"
    relative = _parser("DMY", ("relative-time",)).get_date_data(text)
    return "no date" if relative.date_obj is None else "date is counted from another day"


@functools.cache
def _two_months() -> frozenset[str]:
    text = files("conflict_events.written").joinpath("dates.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["two_months"])


@functools.cache
def _parser(order: str, parsers: tuple[str, ...] = ("absolute-time",)) -> DateDataParser:
    from dateparser.date import DateDataParser

    return DateDataParser(
        settings={
            "DATE_ORDER": order,
            "PREFER_LOCALE_DATE_ORDER": False,
            "PARSERS": list(parsers),
            "RELATIVE_BASE": dt.datetime(2000, 1, 1),  # noqa: DTZ001 - never shown; it keeps the clock out
            "PREFER_DAY_OF_MONTH": "first",
        }
    )
