"""What words about time say, before anything is counted: a month and a day, a weekday, "two weeks ago".

Nothing compares these classes, so they have no ``__eq__``: making it costs time when the package is imported.
"""

from __future__ import annotations

from attrs import field

from conflict_events.model.quick import frozen

__all__ = [
    "NARRATIVE",
    "PUBLISHED",
    "Anaphor",
    "Between",
    "Calendar",
    "Eve",
    "Expression",
    "Feast",
    "MonthDay",
    "Named",
    "Nth",
    "Overnight",
    "Part",
    "Period",
    "Relative",
    "Season",
    "Unsaid",
    "WeekOf",
    "Weekday",
    "Weekend",
]

PUBLISHED = "published"
"""Counted from the day of publication."""
NARRATIVE = "narrative"
"""Counted from the day that the text told of last."""


@frozen(slots=True, eq=False, repr=False)
class Expression:
    """Tokens ``first`` up to, not including, ``last`` speak of a time."""

    first: int
    last: int
    rule: str
    mod: str | None = field(default=None, kw_only=True)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.first}, {self.last}, {self.rule!r})"


@frozen(slots=True, eq=False, repr=False)
class Calendar(Expression):
    """Parts of a calendar date: "Friday, 25 October 2024", "October", "2023"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None
    """-1 for "of last year"."""
    shift: int | None = None
    """-1 for "last October"."""
    two_digits: bool = False
    """The year was written with two digits."""
    other_day: tuple[int, int] | None = None
    """The (month, day) of the other order of "03/04/2021"."""


@frozen(slots=True, eq=False, repr=False)
class Relative(Expression):
    """``amount`` units away from a base: "three days ago", "last month", "a year earlier"."""

    unit: str = "day"
    amount: int = 0
    base: str = PUBLISHED
    to_the_day: bool = False
    """"Two years ago today"."""


@frozen(slots=True, eq=False, repr=False)
class Nth(Expression):
    """ "The first Monday of May"; -1 for the last."""

    nth: int = 1
    weekday: int = 0
    month: int = 1
    year: int | None = None
    year_shift: int | None = None


@frozen(slots=True, eq=False, repr=False)
class MonthDay(Expression):
    """A day of a month that is pointed to: "the 3rd of last month"."""

    day: int = 1
    shift: int = 0


@frozen(slots=True, eq=False, repr=False)
class Weekday(Expression):
    """A weekday: "Friday", "last Friday", "Friday of last week"."""

    weekday: int = 0
    shift: int | None = None
    week_shift: int | None = None
    base: str = PUBLISHED
    local: bool = False
    """"Friday local time"."""


@frozen(slots=True, eq=False, repr=False)
class Weekend(Expression):
    """A weekend: "last weekend"."""

    shift: int | None = None
    base: str = PUBLISHED


@frozen(slots=True, eq=False, repr=False)
class Part(Expression):
    """A numbered part of a year: a quarter or a half."""

    number: int | None = 1
    """None for "the quarter"."""
    unit: str = "quarter"
    year: int | None = None
    year_shift: int | None = None
    shift: int | None = None
    base: str = PUBLISHED


@frozen(slots=True, eq=False, repr=False)
class Season(Expression):
    """A season: "last summer", "the spring of 1997"."""

    name: str = "SU"
    year: int | None = None
    year_shift: int | None = None
    shift: int | None = None


@frozen(slots=True, eq=False, repr=False)
class Feast(Expression):
    """A day of a religious or public calendar."""

    key: str = ""
    year: int | None = None
    year_shift: int | None = None
    shift: int | None = None


@frozen(slots=True, eq=False, repr=False)
class Named(Expression):
    """A day known by a name of its own: "9/11"."""

    iso: str = ""


@frozen(slots=True, eq=False, repr=False)
class Period(Expression):
    """A decade or a century."""

    start: int = 0
    unit: str = "decade"
    two_digits: bool = False


@frozen(slots=True, eq=False, repr=False)
class Overnight(Expression):
    """The night between two days; with a weekday where one is named."""

    weekday: int | None = None


@frozen(slots=True, eq=False, repr=False)
class Anaphor(Expression):
    """Words that keep to the day told of last: "at dawn", "later in the day"."""


@frozen(slots=True, eq=False, repr=False)
class Unsaid(Expression):
    """Words about time that name none: "several days ago"."""

    why: str = ""


@frozen(slots=True, eq=False, repr=False)
class Eve(Expression):
    """The day before another: "on the eve of Yom Kippur"."""

    one: Expression | None = None


@frozen(slots=True, eq=False, repr=False)
class WeekOf(Expression):
    """ "The week of Oct. 21"."""

    one: Expression | None = None


@frozen(slots=True, eq=False, repr=False)
class Between(Expression):
    """From one day or month to another, both included."""

    one: Expression | None = None
    other: Expression | None = None
