"""Readers of words that point to a day: "Friday", "last week", "yesterday", "overnight", "the next day"."""

from __future__ import annotations

from attrs import evolve

from conflict_events.mentions.dates.expressions import (
    NARRATIVE,
    PUBLISHED,
    Anaphor,
    Calendar,
    Overnight,
    Part,
    Relative,
    Season,
    Weekday,
    Weekend,
)
from conflict_events.mentions.dates.months import day_then_month, month
from conflict_events.mentions.dates.parts import day_of_month, part_year
from conflict_events.mentions.dates.periods import nth_weekday
from conflict_events.mentions.dates.words import View

__all__ = ["clock", "dayword", "overnight", "pointer", "weekday"]


def _part_of_day(view: View, i: int) -> int:
    """The token behind a part of the day that follows at ``i`` ("morning", "at dawn"), else ``i``."""
    if view.after_is(i, "day_parts"):
        return i + 1
    if view.at(i) in {"at", "around"} and view.after_is(i + 1, "day_parts"):
        return i + 2
    return i


def _week_shift(view: View, i: int) -> tuple[int, int] | None:
    """Of "last week" or "of next week" at ``i``: the shift, and the next token."""
    j = i + 1 if view.at(i) in {"of", "in"} else i
    found = view.words.pointers.get(view.at(j))
    if found is not None and found[0] == PUBLISHED and view.at(j + 1) == "week":
        return found[1], j + 2
    return None


def _local(view: View, i: int) -> bool:
    """Whether "local time" or "Sydney time" stands within the next tokens."""
    return any(
        view.at(j + 1) == "time" and (view.at(j) == "local" or (view.cased and view.capital(j)))
        for j in range(i, min(i + 4, view.size))
    )


def weekday(view: View, i: int) -> int:
    """Read from a weekday on: "Friday", "Friday, Oct. 25", "Friday of last week"."""
    number, kind = view.words.weekdays[view.folded[i]]
    if kind == "short" and view.cased and not view.capital(i):
        return i
    j = i + 1
    if kind == "short" and view.at(j) == "." and view.glued(j):
        j += 1
    k = j + 1 if view.at(j) in {",", "("} else j
    k = k + 1 if view.at(k) == "the" else k
    last = _dated(view, i, k, number)
    if last > i:
        return last
    if kind == "short" and not (j > i + 1 and view.cased):
        return i
    if (
        view.after_is(i - 1, "every")
        or (view.at(i - 1) == "a" and view.at(i - 2) == "on")
        or (view.cased and view.capital(i + 1) and view.after_is(i + 1, "press"))
    ):
        return j
    last = _part_of_day(view, j)
    week = _week_shift(view, last)
    if week is not None:
        view.found.append(Weekday(i, week[1], "date.weekday_of_week", weekday=number, week_shift=week[0]))
        return week[1]
    view.found.append(Weekday(i, last, "date.weekday", weekday=number, local=_local(view, last)))
    return last


def _dated(view: View, i: int, k: int, number: int) -> int:
    """Read "Oct. 25" or "25 October" behind a weekday, as one date."""
    from conflict_events.mentions.dates.numerals import numeral

    before = len(view.found)
    word = view.at(k)
    if word in view.words.months:
        last = month(view, k)
    elif word[:1].isdecimal():
        last = numeral(view, k)
        numbered = day_of_month(view, k)
        if last == k and numbered is not None and view.at(k - 1) == "the" and numbered[1] == k + 2:
            view.found.append(Calendar(i, k + 2, "date.day", None, None, numbered[0], number))
            return k + 2  # "Friday the 13th"
    else:
        return i
    read = view.found[before:]
    if len(read) == 1 and isinstance(read[0], Calendar) and read[0].day is not None:
        view.found[before] = evolve(read[0], first=i, weekday=number)
        return last
    del view.found[before:]
    return i


def _led_by(view: View, i: int, word: str) -> bool:
    return view.at(i - 1) == word


def pointer(view: View, i: int) -> int:
    """Read from "last", "this", "next", "previous", "that" and their like on."""
    base, shift = view.words.pointers[view.folded[i]]
    if view.folded[i] == "last" and view.at(i - 1) == "at":
        return i
    j = i + 1
    if base == PUBLISHED and shift == 0 and view.at(j) in {"past", "coming"}:
        shift = -1 if view.at(j) == "past" else 1
        j += 1
    word = view.at(j)
    if view.after_is(j, "day_parts"):
        return _pointed_night(view, i, j, base, shift)
    if word in view.words.units or view.after_is(j, "calendar_kind"):
        return _pointed_unit(view, i, j + (word not in view.words.units), base, shift)
    if word in view.words.weekdays:
        number, kind = view.words.weekdays[word]
        if kind == "short" or (shift == 0 and base == NARRATIVE):
            return i
        last = nth_weekday(view, i, -1) if view.folded[i] == "last" else i
        if last > i:
            return last
        last = _part_of_day(view, j + 1)
        rule = "date.weekday_shifted"
        view.found.append(Weekday(i, last, rule, weekday=number, shift=shift, base=base))
        return last
    if base == PUBLISHED and (word in view.words.months or word.isdecimal()):
        return _pointed_date(view, i, j, shift)
    if word in view.words.seasons and base == PUBLISHED:
        if view.at(j + 1) == "of":
            return i
        view.found.append(Season(i, j + 1, "date.season", name=view.words.seasons[word], shift=shift))
        return j + 1
    if view.folded[i] == "that":
        return i  # "said that two days ago": no pointer, but the opening of a clause
    return _skip_length(view, i, j)


def _skip_length(view: View, i: int, j: int) -> int:
    """Step over a length of time ("the last three years"): it names no day."""
    k = j
    while k < j + 3 and (
        view.at(k) in view.words.numbers or view.at(k).isdecimal() or view.after_is(k, "vague_counts")
    ):
        k += 1
    return k + 1 if k > j and view.at(k) in view.words.units else i


def _pointed_unit(view: View, i: int, j: int, base: str, shift: int) -> int:
    """Read "last week", "this fiscal year", "the next day", "that year"."""
    name = view.words.units.get(view.at(j))
    if name is None or view.folded[j].endswith("s"):
        return i
    the = _led_by(view, i, "the")
    if base == PUBLISHED and the and shift != 0:
        if shift == 1 and name == "day":
            base = NARRATIVE
        else:
            return j + 1
    if name == "weekend":
        view.found.append(Weekend(i, j + 1, "date.weekend", shift=shift, base=base))
        return j + 1
    if name == "day":
        if base == PUBLISHED and shift != 1:
            return i
        base = NARRATIVE
    if name == "quarter":
        year, year_shift, last = part_year(view, j + 1)
        shift_of = shift if base == PUBLISHED or shift != 0 else None
        part = Part(i, last, "date.part", number=None, year=year, year_shift=year_shift, shift=shift_of, base=base)
        view.found.append(part)
        return last
    view.found.append(Relative(i, j + 1, "date.shifted", unit=name, amount=shift, base=base))
    return j + 1


def _pointed_date(view: View, i: int, j: int, shift: int) -> int:
    """Read "last October", "next March 3", "last 29 March"; or step over "the last 3 years"."""
    before = len(view.found)
    last = month(view, j) if view.at(j) in view.words.months else day_then_month(view, j)
    if last == j:
        return _skip_length(view, i, j)
    read = view.found[before:]
    if len(read) != 1 or not isinstance(read[0], Calendar):
        del view.found[before:]
        return i
    one = read[0]
    if one.year is None and one.year_shift is None:
        rule = "date.month_shifted" if one.day is None else one.rule
        view.found[before] = evolve(one, first=i, shift=shift, rule=rule)
    return last


def _pointed_night(view: View, i: int, j: int, base: str, shift: int) -> int:
    """Read "last night", "this morning", "that evening", "the next morning"."""
    if base == PUBLISHED and shift == 1:
        base = NARRATIVE
    if base == PUBLISHED and shift == -1 and view.at(j) not in {"night", "evening"}:
        return i
    view.found.append(Relative(i, j + 1, "date.part_of_day", amount=shift, base=base))
    return j + 1


def dayword(view: View, i: int) -> int:
    """Read "yesterday", "today", "tomorrow", with the part of the day behind."""
    last = _part_of_day(view, i + 1)
    view.found.append(Relative(i, last, "date.dayword", amount=view.words.daywords[view.folded[i]]))
    return last


def overnight(view: View, i: int) -> int:
    """Read "overnight", with the weekday behind it: "overnight into Tuesday"."""
    j = i + 1
    while view.at(j) in {"on", "into", "to"}:
        j += 1
    found = view.words.weekdays.get(view.at(j))
    if found is not None and found[1] == "full" and j <= i + 2:
        start_of_night = view.at(i + 1) not in {"into", "to"}
        if start_of_night:
            view.found.append(Weekday(j, j + 1, "date.weekday", weekday=found[0]))
            return j + 1
        view.found.append(Overnight(i, j + 1, "date.overnight", weekday=found[0]))
        return j + 1
    view.found.append(Overnight(i, i + 1, "date.overnight"))
    return i + 1


def clock(view: View, i: int) -> int:
    """Read "at dawn", which keeps to the day told of last."""
    if not view.after_is(i + 1, "clock_parts"):
        return i
    view.found.append(Anaphor(i, i + 2, "date.clock"))
    return i + 2
