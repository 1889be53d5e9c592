"""Parts that readers of calendar dates share: the number of a day, a second day, the year behind."""

from __future__ import annotations

from conflict_events.mentions.dates.expressions import PUBLISHED, Between, Calendar
from conflict_events.mentions.dates.words import View
from conflict_events.model.quick import frozen

__all__ = [
    "SUFFIXES",
    "Days",
    "Year",
    "day_of_month",
    "part_year",
    "push_days",
    "second_day",
    "spelled_day",
    "spelled_year",
    "year_after",
]

SUFFIXES = frozenset({"st", "nd", "rd", "th"})
"""Tails of ordinals in digits, which are tokens of their own."""


@frozen(slots=True, eq=False)
class Year:
    """A year as written behind a month or a day, up to, not including, token ``last``."""

    number: int | None
    shift: int | None
    last: int
    two_digits: bool = False


@frozen(slots=True, eq=False)
class Days:
    """One day of a month, or two, which may be the ends of a span; tokens ``first:after`` are the first day's."""

    first: int
    after: int
    day: int
    second: int | None = None
    second_at: int = 0
    spans: bool = False


def day_of_month(view: View, i: int) -> tuple[int, int] | None:
    """The day that token ``i`` numbers, and the token after it with its "th".

    >>> from conflict_events.mentions.dates.words import view
    >>> from conflict_events.text.sentences import read
    >>> day_of_month(view(read("23rd")), 0)
    (23, 2)
    """
    word = view.at(i)
    if not (word.isdecimal() and len(word) <= 2):
        return None
    number = int(word)
    if not 1 <= number <= 31:
        return None
    after = i + 1
    if view.at(after) in SUFFIXES and view.glued(after):
        after += 1
    return number, after


def spelled_day(view: View, i: int) -> tuple[int, int] | None:
    """The day that an ordinal in words numbers, and the token after it: "seventh", "twenty-first"."""
    value = view.words.ordinals.get(view.at(i))
    tens = view.words.numbers.get(view.at(i), 0)
    if value is None and tens in {20, 30}:
        unit = view.words.ordinals.get(view.at(i + 1), 99)
        return (tens + unit, i + 2) if unit < 10 and tens + unit <= 31 else None
    if value is None or value > 31 or (i + 1 < view.size and view.joined[i + 1]):
        return None  # "second-hand"
    return value, i + 1


def spelled_year(view: View, i: int) -> tuple[int, int] | None:
    """The year spelled from token ``i`` on, and the token after it: "nineteen ninety-eight"."""
    numbers = view.words.numbers
    century = numbers.get(view.at(i), 0)
    tens = numbers.get(view.at(i + 1), 0)
    if century not in {17, 18, 19} or not (10 <= tens <= 19 or (20 <= tens <= 90 and tens % 10 == 0)):
        return None
    unit = numbers.get(view.at(i + 2), 0)
    if tens >= 20 and 1 <= unit <= 9 and len(view.at(i + 2)) > 1:
        return century * 100 + tens + unit, i + 3
    return century * 100 + tens, i + 2


def second_day(view: View, i: int, lead: int) -> tuple[int, int, int, bool] | None:
    """A second day at ``i``, behind the first of a date that starts at token ``lead``.

    Returns:
        Its number, its token, the token behind it, and whether the two are the ends of a span.
    """
    if i >= view.size:
        return None
    hyphened = view.joined[i] or (view.texts[i] in {"–", "/"} and view.glued(i))
    if not hyphened and view.folded[i] not in view.words.sets["range_and"]:
        return None
    at = i if view.joined[i] else i + 1
    found = day_of_month(view, at)
    if found is None:
        return None
    spans = hyphened or view.folded[i] != "and" or view.at(lead - 1) == "between"
    return found[0], at, found[1], spans


def year_after(view: View, i: int) -> Year | None:
    """The year that follows a month or a day, or None.

    Reads "1998", ", 1998", "of 1998", "of last year", "last year", "'98" and, where no word follows, "98".
    """
    at = view.at
    j = i + 1 if at(i) in {",", "of", "in"} or at(i) in view.words.foreign_joiners else i
    number = view.number(j)
    spelled = spelled_year(view, j)
    if spelled is not None:
        return Year(spelled[0], None, spelled[1])
    if number is not None and len(at(j)) == 4:
        counted = at(i) == "in" or (j == i and view.after_is(j + 1, "after_count"))
        known = range(1800, 2100) if counted else range(1000, 2200)
        return Year(number, None, j + 1) if number in known else None
    pointer = view.words.pointers.get(at(j))
    if pointer is not None and pointer[0] == PUBLISHED and at(i) != "in" and at(j + 1) == "year":
        return Year(None, pointer[1], j + 2)
    if j != i:
        return None
    if at(i) == "'" and view.number(i + 1) is not None and len(at(i + 1)) == 2 and view.glued(i + 1):
        return Year(int(at(i + 1)), None, i + 2, two_digits=True)
    if number is not None and len(at(i)) == 2:
        ends = i + 1 >= view.size or not view.texts[i + 1][0].isalnum()
        if ends and (number > 31 or not view.cased or view.joined[i]) and at(i + 1) not in {"%", ":"}:
            return Year(number, None, i + 1, two_digits=True)
    return None


def part_year(view: View, i: int) -> tuple[int | None, int | None, int]:
    """The year of a part of a year, from "of 1998", "of last year", "1998" or "last year", and the next token."""
    j = i + 1 if view.at(i) in {"of", "in"} else i
    if view.at(j) in {"fiscal", "the"} and view.number(j + 1) is not None:
        j += 1
    number = view.number(j)
    if number is not None and len(view.at(j)) == 4 and 1800 <= number <= 2100:
        return number, None, j + 1
    pointer = view.words.pointers.get(view.at(j))
    if pointer is not None and pointer[0] == PUBLISHED:
        k = j + 2 if view.after_is(j + 1, "calendar_kind") else j + 1
        if view.at(k) == "year":
            return None, pointer[1], k + 1
    return None, None, i


def push_days(view: View, days: Days, month: int, first: int, last: int, year: Year | None) -> int:
    """Keep what was read as one day, two days, or a span of days, and return the token behind."""
    number = year.number if year is not None else None
    shift = year.shift if year is not None else None
    short = year is not None and year.two_digits

    def one(start: int, end: int, day: int) -> Calendar:
        return Calendar(start, end, "date.day", number, month, day, None, shift, two_digits=short)

    if days.second is None:
        view.found.append(one(first, last, days.day))
        return last
    pair = one(first, days.after, days.day), one(days.second_at, last, days.second)
    if days.spans:
        view.found.append(Between(first, last, "date.range", one=pair[0], other=pair[1]))
    else:
        view.found += pair
    return last
