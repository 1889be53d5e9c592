"""The dates of one column, all read in one order of day and month, which the column itself shows or somebody tells.

What a table adds to a written date: a spreadsheet's day numbers, years of two digits, a database's seconds, and
midnights. Days with the name of a month, in any language, are left to ``written``, each manner of writing only once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Final

from attrs import field, frozen

from conflict_events.model.errors import BadInputError, FormatError

__all__ = ["FIRST_YEAR", "MONTHS", "PIVOT", "Days", "days_of", "in_year", "open_day", "order_of"]

FIRST_YEAR: Final = 1000
"""Years before it are years of two or three digits that somebody has padded; no such day is believed."""
PIVOT: Final = 69
"""A year of two digits from this on is of the 20th century, one below of the 21st, as POSIX has it."""

_CLOCK = r"(?:,?[ T]+\d\d?(?::\d\d){1,2}(?:[.,]\d+)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?))?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d\d?)\2(\d\d?){_CLOCK}", re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LONG = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})", re.ASCII)
_NUMBERS = re.compile(rf"(\d\d?)([-/.])(\d\d?)\2(\d{{4}}|\d\d){_CLOCK}", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\.0+)?", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_SECONDS = re.compile(r"(\d{10})(?:\.0+)?|(\d{12,13})(?:\.0+)?", re.ASCII)
_TRAILING_CLOCK = re.compile(rf"(?<=\d){_CLOCK}$", re.ASCII)
_RUN = re.compile(r"\d+")

MONTHS = "January February March April May June July August September October November December".split()
"""English, whatever the locale of the machine."""
_MONTH = {name[:length].casefold(): number for number, name in enumerate(MONTHS, 1) for length in (3, len(name))}
_LONGEST = 60
_ASKED = 1000
"""So many manners of writing are asked about in one file; a file of real days has a few dozen."""
_SERIAL_START = dt.date(1899, 12, 30).toordinal()
_SERIALS = range(20_000, 80_000)
"""1954 to 2119: day numbers of spreadsheets that count from 1900."""
_FROM_1904 = 1462
_SECONDS_END = 7_258_118_400
"""The beginning of 2200."""


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None


@frozen(slots=True)
class Days:
    """How the days of one column are read.

    >>> Days().read("01 November 2024"), Days().read("2024-11-01 00:00:00")
    ((datetime.date(2024, 11, 1), 'long'), (datetime.date(2024, 11, 1), 'iso'))
    >>> Days().read("25.12.2001")[0], Days().read("03/04/2001")[0], Days("mdy").read("03/04/2001")[0]
    (datetime.date(2001, 12, 25), None, datetime.date(2001, 3, 4))
    >>> Days().read("45361"), Days().read("27 avril 2020")[0], Days().read("0021-03-04")[0]
    ((datetime.date(2024, 3, 10), 'serial'), datetime.date(2020, 4, 27), None)

    Args:
        order: ``dmy`` or ``mdy``, where a cell or somebody tells; else such days are read only where they are sure.
    """

    order: str = ""
    _asked: dict[str, int] = field(factory=dict, init=False, eq=False, repr=False)

    def read(self, text: str) -> tuple[dt.date | None, str]:
        """The day that a cell names, and the manner in which it is written; None and nothing for all else.

            Manners are ``iso``, ``long`` (01 November 2024), ``slashed`` (25/12/2001), ``serial`` (a day number),
        XX
            Args:
                text: without blanks around it.
        """
        if found := _YEAR_FIRST.fullmatch(text):
            manner = "iso" if _ISO.match(text) else "other"
            return self._told(_date(int(found[1]), int(found[3]), int(found[4])), manner)
        if (found := _LONG.fullmatch(text)) and found[2].casefold() in _MONTH:
            return self._told(_date(int(found[3]), _MONTH[found[2].casefold()], int(found[1])), "long")
        if found := _NUMBERS.fullmatch(text):
            return self._numbers(int(found[1]), found[2], int(found[3]), found[4])
        if text[:1].isdigit() and text.isascii() and (day := _counted(text)):
            return day
        if len(text) <= _LONGEST and any(map(str.isalpha, text)) and any(map(str.isdecimal, text)):
            return self._named(text)
        return None, ""

    @staticmethod
    def _told(day: dt.date | None, manner: str) -> tuple[dt.date | None, str]:
        return day, "" if day is None else manner

    def _numbers(self, first: int, mark: str, second: int, year_text: str) -> tuple[dt.date | None, str]:
        year = int(year_text)
        short = len(year_text) == 2
        day, month = first, second
        if first <= 12 and second <= 12 and first != second and not self.order:
            return None, ""
        if second > 12 or (self.order == "mdy" and first <= 12):
            day, month = second, first
        if short:
            manner = "bare" if mark == "-" else "short"
        else:
            manner = "slashed" if mark == "/" and self.order != "mdy" else "other"
        return self._told(_date(_century(year) if short else year, month, day), manner)

    def _named(self, text: str) -> tuple[dt.date | None, str]:
        """A day with a word in it; ``written`` is asked once for each manner of writing, not once for each day."""
        text = _TRAILING_CLOCK.sub("", text)
        runs = [(found.start(), found.end()) for found in _RUN.finditer(text)]
        if len(runs) == 2:
            (a, b), (c, d) = runs
            year_first = b - a == 4
            year, day = (text[a:b], text[c:d]) if year_first else (text[c:d], text[a:b])
            if len(day) <= 2 and len(year) in (2, 4) and year.isascii() and day.isascii():
                parts = ("2020", "12") if year_first else ("12", "2020" if len(year) == 4 else "20")
                month = self._month(f"{text[:a]}{parts[0]}{text[b:c]}{parts[1]}{text[d:]}")
                if month:
                    whole = int(year) if len(year) == 4 else _century(int(year))
                    return self._told(_date(whole, month, int(day)), "other" if len(year) == 4 else "short")
        key = f"={text}"
        self._ask(key, text, lambda found: found.toordinal())
        found = self._asked.get(key, 0)
        day_read = dt.date.fromordinal(found) if found else None
        return self._told(day_read if day_read and day_read.year >= FIRST_YEAR else None, "other")

    def _month(self, text: str) -> int:
        """The month of a text that names the 12th day of a month in 2020; 0 where it does not."""
        self._ask(text, text, lambda day: day.month if (day.year, day.day) == (2020, 12) else 0)
        return self._asked.get(text, 0)

    def _ask(self, key: str, text: str, keep: Callable[[dt.date], int]) -> None:
        if key in self._asked or len(self._asked) >= _ASKED:
            return
        from conflict_events.written.dates import day_of

        try:
            self._asked[key] = keep(day_of(text, day_first=self.order != "mdy" if self.order else None))
        except BadInputError:
            self._asked[key] = 0


def _century(year: int) -> int:
    return year + (1900 if year >= PIVOT else 2000)


def _counted(text: str) -> tuple[dt.date, str] | None:
    """A day as digits alone: 20240307, a spreadsheet's day number, or seconds and milliseconds since 1970."""
    if found := _COMPACT.fullmatch(text):
        day = _date(*map(int, found.groups()))
        return None if day is None or not 1800 <= day.year <= 2200 else (day, "other")
    if (found := _SERIAL.fullmatch(text)) and int(found[1]) in _SERIALS:
        return dt.date.fromordinal(_SERIAL_START + int(found[1])), "serial"
    if found := _SECONDS.fullmatch(text):
        seconds = int(found[1]) if found[1] else int(found[2]) // 1000
        return (dt.datetime.fromtimestamp(seconds, dt.UTC).date(), "other") if seconds < _SECONDS_END else None
    return None


def in_year(day: dt.date, manner: str, year: int | None) -> dt.date | None:
    """The day, where its manner leaves the century or the beginning of the count open and a year may stand beside it.

    Spreadsheets count days from 1900 or from 1904; the year of the row tells from which. None where nothing fits, or
    where the year would have to tell and does not.

    >>> in_year(dt.date(2020, 4, 27), "short", 1920), in_year(dt.date(2020, 3, 9), "serial", 2024)
    (datetime.date(1920, 4, 27), datetime.date(2024, 3, 10))
    """
    if year is None:
        return None if manner == "bare" else day
    if day.year == year or manner not in ("short", "bare", "serial"):
        return day
    if manner == "serial":
        later = day + dt.timedelta(days=_FROM_1904)
        return later if later.year == year else None
    return _date(year, day.month, day.day) if year % 100 == day.year % 100 else None


def _parts(text: str) -> tuple[int, int] | None:
    """The two numbers of a cell of which one is the day and one the month."""
    found = _NUMBERS.fullmatch(text.strip())
    return None if found is None else (int(found[1]), int(found[3]))


def open_day(text: str) -> bool:
    """Whether a cell names two days, by the order in which one reads it.

    >>> open_day("03/04/2001"), open_day("4.4.2001"), open_day("25/12/2001"), open_day("2001-03-04")
    (True, False, False, False)
    """
    parts = _parts(text)
    return parts is not None and parts[0] != parts[1] and max(parts) <= 12


def order_of(cells: Iterable[str]) -> str:
    """The order of day and month that all cells agree on; nothing where none shows it, ``both`` where they differ.

    >>> order_of(["03/04/2001", "25/12/2001"]), order_of(["3/4/2001"]), order_of(["25/12/2001", "12/25/2001"])
    ('dmy', '', 'both')
    """
    return _order(cells)[0]


def _order(cells: Iterable[str]) -> tuple[str, str]:
    """The order, and a cell that two orders read as two days."""
    orders = set()
    unsure = ""
    for text in cells:
        parts = _parts(text)
        if parts is not None and (parts[0] > 12) != (parts[1] > 12):
            orders.add("dmy" if parts[0] > 12 else "mdy")
            if len(orders) == 2:
                return "both", text
        elif not unsure and open_day(text):
            unsure = text.strip()
    return orders.pop() if orders else "", unsure


def days_of(
    sample: Iterable[str], whole: Callable[[], Iterable[str]], where: str, *, day_first: bool | None = None
) -> Days:
    """How the days of a column are read, by all of its cells.

    Args:
        sample: some cells; where none of them is of three numbers with the year last, the others are not looked at.
        whole: gives all cells.
        where: what errors call the column.
        day_first: the order of day and month, where somebody tells.

    Raises:
        FormatError: if the cells can be read in two orders.

    >>> cells = ["03/04/2001", "25/12/2001"]
    >>> days_of(cells, lambda: cells, "event_date").order
    'dmy'
    """
    if day_first is not None:
        return Days("dmy" if day_first else "mdy")
    if not any(_parts(text) for text in sample):
        return Days()
    order, unsure = _order(whole())
    if not order and unsure:
        expected = "one order: --day-first or --month-first (day_first=True or False) tells it"
        raise FormatError("day and month may be swapped in all rows", where=where, expected=expected, got=unsure)
    return Days("" if order == "both" else order)
