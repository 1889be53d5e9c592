"""Readers of calendar dates that name a month: "Oct. 7, 2023", "3-5 May", "March 2021", "3 JAN 90"."""

from __future__ import annotations

from conflict_events.mentions.dates.expressions import Calendar
from conflict_events.mentions.dates.parts import (
    SUFFIXES,
    Days,
    Year,
    day_of_month,
    push_days,
    second_day,
    spelled_day,
    year_after,
)
from conflict_events.mentions.dates.words import View

__all__ = ["day_then_month", "month"]

_LOOSE = frozenset({"of", "from", "before", "after", "by"})
"""Words that lead names as often as months: "of May" but "of April Jones"."""


def _listed(view: View, i: int) -> bool:
    """Whether a month is the last of a list or a span of months: "March and May", "March 2020 to May"."""
    joiner = view.at(i - 1)
    return joiner in {"and", "to", "or", ",", "through"} and (
        (view.at(i - 2) in view.words.months and view.at(i - 2) != view.at(i)) or (view.number(i - 2) or 0) > 1000
    )


def _is_month(view: View, i: int, kind: str) -> bool:
    """Whether the word at ``i``, with no number beside it, means a month."""
    if kind == "full":
        return True
    if view.cased and not view.capital(i):
        return False
    before, after = view.at(i - 1), view.at(i + 1)
    led = view.after_is(i - 1, "before_month") and (view.cased or before != "this")
    led = led or (view.cased and before == "as" and view.at(i - 2) in {"early", "late", "recently", "soon"})
    if kind == "short":
        return led and view.cased and before not in _LOOSE and before != "this" and after == "."
    if led or _listed(view, i):
        return not (view.cased and before in _LOOSE and view.capital(i + 1) and view.texts[i + 1] not in {"I", "The"})
    if kind == "word" or not view.cased:
        return False
    named = view.capital(i - 1) or (before == "." and view.glued(i - 1))
    return not view.capital(i + 1) and after != "'s" and (view.opens_sentence(i) or not named)


def _day_belongs(view: View, i: int, after: int) -> bool:
    """Whether the number after a month is its day, and not a count ("in May 12 people died") or a clock."""
    follows = view.at(after)
    if view.after_is(after, "after_count") and follows not in view.words.sets["after_day"]:
        return False
    if follows in {"%", "°"} or (follows == ":" and view.glued(after)):
        return False
    return view.at(i - 1) != "in" or after >= view.size or not view.texts[after][0].isalpha()


def _names_something(view: View, i: int) -> bool:
    """Whether the day before token ``i`` is part of a name: "March 23 Movement", "the '22 April' neighbourhood"."""
    i += view.at(i) in {'"', "'", "”", "’"}
    return view.after_is(i, "organisations") and not view.opens_sentence(i)


def _second_after(view: View, i: int, days: Days) -> Days:
    """The days of a month with the second one, as in "May 3-5" and "May 3 and 5"."""
    found = second_day(view, days.after, i)
    if found is None or found[0] <= days.day:
        return days
    second, at, after, spans = found
    follows = view.at(after)
    if follows in view.words.months or view.number(after) is not None:
        return days
    if view.after_is(after, "after_count") and not (spans and view.after_is(after, "after_day")):
        return days
    if not spans and after < view.size and view.texts[after][0].isalpha():
        return days  # "on May 3 and 5 people died"
    return Days(days.first, days.after, days.day, second, at, spans)


def month(view: View, i: int) -> int:
    """Read from a month's name on."""
    number, kind = view.words.months[view.folded[i]]
    if kind != "full" and view.cased and not view.capital(i) and not _on_day(view, i):
        return i
    j = i + 1
    if view.at(j) == "." and view.glued(j) and kind == "short":
        j += 1
    k = j + 1 if view.at(j) == "the" and view.at(j + 2) in SUFFIXES else j
    found = day_of_month(view, k) or (spelled_day(view, k) if view.cased or kind != "word" else None)
    if found is not None and _day_belongs(view, i, found[1]):
        days = _second_after(view, i, Days(k, found[1], found[0]))
        after = days.after if days.second is None else (day_of_month(view, days.second_at) or (0, i))[1]
        year = year_after(view, after)
        if year is None and _names_something(view, after):
            return after
        return push_days(view, days, number, i, after if year is None else year.last, year)
    return _month_alone(view, i, j, number, kind)


def _on_day(view: View, i: int) -> bool:
    """Whether a month without its capital letter is plainly one: "on march 30"."""
    return view.at(i - 1) == "on" and day_of_month(view, i + 1) is not None


def _month_alone(view: View, i: int, j: int, number: int, kind: str) -> int:
    """Read a month with its year, or by itself."""
    year = year_after(view, j)
    if year is not None and (not year.two_digits or view.after_is(i - 1, "before_month")):
        said = Calendar(
            i, year.last, "date.month", year.number, number, year_shift=year.shift, two_digits=year.two_digits
        )
        view.found.append(said)
        return year.last
    if _is_month(view, i, kind):
        view.found.append(Calendar(i, j if kind == "short" else i + 1, "date.month", None, number))
        return j
    return i


def _year_after_second_name(view: View, i: int) -> Year | None:
    """The year behind a month's second name, as the Arabic press writes it: "October/Tishrin al-Awwal 2023"."""
    if view.at(i) != "/" or view.english:
        return None
    for j in range(i + 2, min(i + 4, view.size)):
        number = view.number(j)
        if number is not None and len(view.at(j)) == 4:
            return Year(number, None, j + 1)
    return None


def _month_beside_day(view: View, i: int, *, foreign: bool) -> int | None:
    """The month that the word at ``i`` names beside a day; in another language than English only if ``foreign``."""
    known = view.words.months.get(view.at(i))
    if known is None or (known[1] == "word" and view.cased and not view.capital(i)):
        return view.words.foreign_months.get(view.at(i)) if foreign else None
    if known[1] == "word" and not view.cased and view.after_is(i + 1, "base_verbs"):
        return None
    return known[0]


def _days_before(view: View, i: int) -> tuple[Days, int] | None:
    """The day or days numbered from ``i`` on, and the token of the month behind."""
    found = day_of_month(view, i)
    if found is None:
        return None
    day, j = found
    days = Days(i, j, day)
    second = second_day(view, j, i)
    if second is not None:
        if second[0] <= day:
            return None
        days = Days(i, found[1], day, second[0], second[1], second[3])
        j = second[2]
    if view.at(j) == "." and view.glued(j) and view.at(j + 1) not in view.words.months:
        j += 1  # "7. Oktober"
    elif view.at(j) == "." and view.at(j + 1) in view.words.foreign_months and view.same_sentence(i, j + 1):
        j += 1
    if view.at(j) == "of" or view.at(j) in view.words.foreign_joiners:
        j += 1
    return days, j


def day_then_month(view: View, i: int) -> int:
    """Read from a day's number on: "7 October 2023", "3 to 5 May", "7 de octubre de 2023"."""
    found = _days_before(view, i)
    if found is None:
        return i
    days, j = found
    if view.at(j) not in view.words.months and view.at(j) not in view.words.foreign_months:
        return i
    short = (view.words.months.get(view.at(j)) or (0, ""))[1] == "short"
    after = j + 2 if view.at(j + 1) == "." and view.glued(j + 1) and short else j + 1
    year = year_after(view, after) or _year_after_second_name(view, after)
    plain = year is not None or view.at(j - 1) in view.words.foreign_joiners or not view.english
    number = _month_beside_day(view, j, foreign=plain)
    if number is None:
        return i
    if year is None and _names_something(view, after):
        return after
    return push_days(view, days, number, i, after if year is None else year.last, year)
