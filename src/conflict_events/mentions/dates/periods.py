"""Readers of parts of years: "the third quarter", "last summer", "the nineties"."""

from __future__ import annotations

from conflict_events.mentions.dates.expressions import Calendar, Nth, Part, Period, Season
from conflict_events.mentions.dates.numerals import numbered
from conflict_events.mentions.dates.parts import part_year, spelled_year
from conflict_events.mentions.dates.words import View

__all__ = ["decade_word", "nth_weekday", "ordinal", "quarter_code", "season", "spelled"]

_SEASON_LEADS = frozenset(
    {"in", "during", "since", "until", "by", "over", "early", "late", "mid", "through", "throughout", "before", "after"}
)


def season(view: View, i: int) -> int:
    """Read from a season on, where a year or words before it show that it is one."""
    name = view.words.seasons[view.folded[i]]
    year, shift, last = part_year(view, i + 1)
    if year is not None or shift is not None:
        view.found.append(Season(i, last, "date.season", name=name, year=year, year_shift=shift))
        return last
    the = view.at(i - 1) in {"the", "this"}
    led = (
        view.at(i - 2) in _SEASON_LEADS
        if the
        else view.at(i - 1) in {"in", "mid", "early", "late", "since", "until", "by"}
    )
    if not led or view.at(i + 1) in {"of", "from"} or view.joined[i + 1 : i + 2] == (True,):
        return i
    if view.cased and view.capital(i + 1):
        return i
    view.found.append(Season(i, i + 1, "date.season", name=name))
    return i + 1


def ordinal(view: View, i: int) -> int:
    """Read "third quarter" and "the fifth of November" from the ordinal on."""
    number = view.words.ordinals[view.folded[i]]
    if view.at(i + 1) == "of" and view.at(i + 2) in view.words.months:
        month, kind = view.words.months[view.at(i + 2)]
        if kind != "short" and (view.capital(i + 2) or not view.cased):
            year, shift, last = part_year(view, i + 3)
            view.found.append(Calendar(i, last, "date.day", year, month, number, None, shift))
            return last
    if view.at(i + 1) in view.words.weekdays and number <= 5:
        return nth_weekday(view, i, number)
    if view.at(i + 1) in {"quarter", "half", "century", "fiscal"}:
        return numbered(view, i, number, i + 1)
    return i


def nth_weekday(view: View, i: int, nth: int) -> int:
    """Read "first Monday of May" and "last Friday in March 2020" from the ordinal on."""
    if view.at(i + 2) not in {"of", "in"} or view.at(i + 3) not in view.words.months:
        return i
    month, kind = view.words.months[view.at(i + 3)]
    if kind == "short" or (view.cased and not view.capital(i + 3)):
        return i
    year, shift, last = part_year(view, i + 4)
    weekday = view.words.weekdays[view.at(i + 1)][0]
    view.found.append(
        Nth(i, last, "date.nth_weekday", nth=nth, weekday=weekday, month=month, year=year, year_shift=shift)
    )
    return last


def spelled(view: View, i: int) -> int:
    """Read "nineteen ninety-eight" and "the nineteen eighties"."""
    tens = view.words.decades.get(view.at(i + 1))
    century = view.words.numbers[view.folded[i]]
    if tens is not None:
        view.found.append(Period(i, i + 2, "date.decade", start=century * 100 + tens))
        return i + 2
    found = spelled_year(view, i)
    if found is None or view.after_is(found[1], "after_count") or not view.after_is(i - 1, "before_year"):
        return i
    view.found.append(Calendar(i, found[1], "date.year", found[0]))
    return found[1]


def quarter_code(view: View, i: int) -> int:
    """Read "Q3" and "Q3 2019"."""
    if view.cased and not view.capital(i):
        return i
    year, shift, last = part_year(view, i + 1)
    view.found.append(Part(i, last, "date.part", number=int(view.folded[i][1]), year=year, year_shift=shift))
    return last


def decade_word(view: View, i: int) -> int:
    """Read "the nineties", which is no age."""
    if view.at(i - 1) not in {"the", "early", "late", "mid"} or view.after_is(i - 2, "ages"):
        return i
    view.found.append(Period(i, i + 1, "date.decade", start=view.words.decades[view.folded[i]], two_digits=True))
    return i + 1
