"""When something happened: a span of days, as fine as the words say and no finer."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from conflict_events.model.errors import BadInputError

__all__ = ["Grain", "When", "written_day"]


class Grain(StrEnum):
    """The calendar unit that the words name."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


def written_day(text: str, where: str) -> dt.date:
    """The one day that a text names; nothing is loaded for one in ISO 8601.

    Raises:
        BadInputError: as ``When.parse``, and for more than one day.
    """
    try:
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        from conflict_events.written.dates import day_of

        return day_of(text, where=where)


@frozen(slots=True)
class When:
    """The days within which something happened.

    A day is ``start == end``. "Last week" is a week: seven days, grain week. "March 2021" is a month and never
    gains a day. A range of days ("between 3 and 5 May") has grain day and ``start < end``.

    Args:
        start: first possible day.
        end: last possible day, included.
        grain: the unit that the words name.
        mod: TIMEX3 modifier ``START``, ``MID``, ``END`` or ``APPROX``: "early May" is May with START.
        anchor: the one day by which a record from elsewhere stands for the span; None for what was read
            from text.
        label: TIMEX3 value where start, end and grain do not determine it ("2024-W42-WE", "2024-SU").

    Source: TIMEX3 (ISO-TimeML) for values; ACLED codebook, time precision, for ``precision``.

    >>> import datetime as dt
    >>> When.day(dt.date(2024, 10, 22)).timex
    '2024-10-22'
    >>> When(dt.date(2024, 10, 14), dt.date(2024, 10, 20), Grain.WEEK).timex
    '2024-W42'
    >>> When(dt.date(2024, 10, 1), dt.date(2024, 10, 31), Grain.MONTH).precision
    3
    """

    start: dt.date
    end: dt.date
    grain: Grain = Grain.DAY
    mod: str | None = field(default=None, kw_only=True)
    anchor: dt.date | None = field(default=None, kw_only=True)
    label: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise BadInputError(
                "a span of days ends before it starts",
                where="When",
                expected="start <= end",
                got=(self.start.isoformat(), self.end.isoformat()),
            )

    @classmethod
    def day(cls, day: dt.date | str) -> When:
        """The span of one day.

        >>> When.day("2024-05-01").timex
        '2024-05-01'
        """
        if isinstance(day, str):
            day = written_day(day, "When.day")
        return cls(day, day)

    @classmethod
    def parse(cls, text: str, *, day_first: bool | None = None) -> When:
        """The days that a written date names: a day, a month, a year, an ISO week or quarter, or two days and a slash.

        Args:
            text: nothing but a date, in any language.
            day_first: whether 03/04/2024 is the third of April; without it such a date is an error.

        Raises:
            BadInputError: for what names no days by itself ("Tuesday", "22 October"), or could be two.

        >>> When.parse("22 октября 2024 г.").timex, When.parse("March 2021").timex
        ('2024-10-22', '2021-03')
        >>> When.parse("03/04/2024", day_first=True).start
        datetime.date(2024, 4, 3)
        """
        from conflict_events.written.dates import span_of

        return span_of(text, day_first=day_first, where="When.parse")

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.end - self.start).days + 1

    @property
    def precision(self) -> int | None:
        """ACLED time precision: 1 the day, 2 a week or less, 3 a month or less; None where coarser."""
        if self.days == 1:
            return 1
        if self.days <= 7:
            return 2
        if self.days <= 31:
            return 3
        return None

    @property
    def timex(self) -> str:
        """TIMEX3 value: ``2024-10-22``, ``2024-W42``, ``2024-10``, ``2024-Q4``, ``2024``, ``202``, ``20``."""
        if self.label is not None:
            return self.label
        first = self.start
        match self.grain:
            case Grain.WEEK:
                year, week, _ = first.isocalendar()
                return f"{year:04d}-W{week:02d}"
            case Grain.MONTH:
                return f"{first.year:04d}-{first.month:02d}"
            case Grain.QUARTER:
                return f"{first.year:04d}-Q{(first.month + 2) // 3}"
            case Grain.SEASON | Grain.YEAR:
                return f"{first.year:04d}"
            case Grain.DECADE:
                return f"{first.year // 10:03d}"
            case Grain.CENTURY:
                return f"{first.year // 100:02d}"
            case _:
                return first.isoformat() if self.days == 1 else f"{first.isoformat()}/{self.end.isoformat()}"
