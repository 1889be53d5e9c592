"""When something happened: a span of days, as fine as the words say and no finer."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import Attribute, field, frozen

from conflict_events.model.check import a, a_or_none, member, one_of, refuse
from conflict_events.model.errors import BadInputError

__all__ = ["Grain", "When", "a_when", "when_of", "written_day"]


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


def _day_of(value: dt.date | str | None) -> dt.date:
    """A plain date; what is none comes back as it is."""
    if type(value) is dt.date or value is None:
        return value  # type: ignore[return-value]
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    return value  # type: ignore[return-value]


def _a_day(instance: object, attribute: Attribute[dt.date], value: object) -> None:
    if not isinstance(value, dt.date):
        refuse(f"{attribute.name} is a day", instance, attribute, "a date, or YYYY-MM-DD", value)


def _a_day_or_none(instance: object, attribute: Attribute[dt.date | None], value: object) -> None:
    if value is not None:
        _a_day(instance, attribute, value)  # type: ignore[arg-type]


def _grain(value: Grain | str) -> Grain:
    return value if type(value) is Grain else member(Grain, value)


@frozen(slots=True)
class When:
    """The days within which something happened.

    A day is ``start == end``. "Last week" is a week: seven days, grain week. "March 2021" is a month and never
    gains a day. A range of days ("between 3 and 5 May") has grain day and ``start < end``.

    Args:
        start: first possible day: a date, a datetime (its own calendar day), or an ISO text.
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

    start: dt.date = field(converter=_day_of, validator=_a_day)
    end: dt.date = field(converter=_day_of, validator=_a_day)
    grain: Grain = field(default=Grain.DAY, converter=_grain, validator=a(Grain))
    mod: str | None = field(default=None, validator=one_of("START", "MID", "END", "APPROX"), kw_only=True)
    anchor: dt.date | None = field(default=None, converter=_day_of, validator=_a_day_or_none, kw_only=True)
    label: str | None = field(default=None, validator=a_or_none(str), kw_only=True)

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
        one = written_day(day, "When.day") if isinstance(day, str) else day
        return cls(one, one)

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


def when_of(value: When | dt.date | str | None) -> When | None:
    """The days that a date or a written date means; what means none comes back as it is."""
    if value is None or type(value) is When:
        return value
    if isinstance(value, dt.date):
        return When.day(value)
    if isinstance(value, str):
        try:
            return When.parse(value)
        except BadInputError:
            pass
    return value  # type: ignore[return-value]


def a_when(instance: object, attribute: Attribute[When | None], value: object) -> None:
    """The validator of a field that holds days or None.

    Raises:
        BadInputError: for anything else; of a text it says why it names no days.
    """
    if value is None or isinstance(value, When):
        return
    if isinstance(value, str):
        from conflict_events.written.dates import span_of

        span_of(value, where=f"{type(instance).__name__}.{attribute.name}")
    refuse(f"{attribute.name} is a When", instance, attribute, "a When, a date, a text that names one, or None", value)
