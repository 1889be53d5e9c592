"""Readers of words that count from another day: "Friday", "last week", "two days ago", "overnight", "a year earlier"."""

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
    Unsaid,
    Weekday,
    Weekend,
)
from conflict_events.mentions.dates.months import month
from conflict_events.mentions.dates.words import View

__all__ = ["clock", "dayword", "overnight", "pointer", "unit", "weekday"]


def _part_of_day(view: View, i: int) -> int:
    """The token behind a part of the day that follows at ``i`` ("morning", "at dawn"), else ``i``."""
    if view.after_is(i, "day_parts"):
        return i + 1
    if view.at(i) in {"at", "around"} and view.after_is(i + 1, "day_parts"):
        return i + 2
    return i


def _week_shift(view: View, i: int) -> tuple[int, int] | None:
    """ "Last week" or "of next week" at ``i``: (shift, next token)."""
    j = i + 1 if view.at(i) in {"of", "in"} else i
    found = view.words.pointers.get(view.at(j))
    if found is not None and found[0] == PUBLISHED and view.at(j + 1) == "week":
        return found[1], j + 2
    return None


def _local(view: View, i: int) -> bool:
    """Whether "local time" stands within the next tokens."""
    return any(view.at(j) == "local" and view.at(j + 1) == "time" for j in range(i, min(i + 4, view.size)))


def weekday(view: View, i: int) -> int:
    """Read from a weekday on: "Friday", "Friday, Oct. 25", "Friday of last week"."""
    number, kind = view.words.weekdays[view.folded[i]]
    if view.cased and not view.capital(i):
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
    if view.after_is(i - 1, "every") or (view.cased and view.capital(i + 1) and view.after_is(i + 1, "press")):
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
    j = i + 1
    if base == PUBLISHED and shift == 0 and view.at(j) in {"past", "coming"}:
        shift = -1 if view.at(j) == "past" else 1
        j += 1
    word = view.at(j)
    if word in view.words.units:
        return _pointed_unit(view, i, j, base, shift)
    if view.after_is(j, "calendar_kind"):
        return _pointed_unit(view, i, j + 1, base, shift)
    if word in view.words.weekdays and (view.capital(j) or not view.cased):
        number, kind = view.words.weekdays[word]
        if kind == "short" or (shift == 0 and base == NARRATIVE):
            return i
        last = _part_of_day(view, j + 1)
        rule = "date.weekday_shifted"
        view.found.append(Weekday(i, last, rule, weekday=number, shift=shift, base=base))
        return last
    if word in view.words.months and base == PUBLISHED:
        return _pointed_month(view, i, j, shift)
    if word in view.words.seasons and base == PUBLISHED:
        if view.at(j + 1) in {"of"}:
            return i
        view.found.append(Season(i, j + 1, "date.season", name=view.words.seasons[word], shift=shift))
        return j + 1
    if view.after_is(j, "day_parts"):
        return _pointed_night(view, i, j, base, shift)
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
        view.found.append(Weekend(i, j + 1, "date.weekend", shift=shift))
        return j + 1
    if name == "day":
        if base == PUBLISHED and shift != 1:
            return i
        base = NARRATIVE
    if name == "quarter":
        view.found.append(Part(i, j + 1, "date.part", number=None, shift=shift))
        return j + 1
    view.found.append(Relative(i, j + 1, "date.shifted", unit=name, amount=shift, base=base))
    return j + 1


def _pointed_month(view: View, i: int, j: int, shift: int) -> int:
    """Read "last October", "next March 3"."""
    before = len(view.found)
    last = month(view, j)
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
    if found is not None and found[1] == "full" and (view.capital(j) or not view.cased) and j <= i + 2:
        start_of_night = view.at(i + 1) not in {"into", "to"}
        if start_of_night:
            return i + 1 if _push(view, Weekday(j, j + 1, "date.weekday", weekday=found[0])) is None else j + 1
        view.found.append(Overnight(i, j + 1, "date.overnight", weekday=found[0]))
        return j + 1
    view.found.append(Overnight(i, i + 1, "date.overnight"))
    return i + 1


def _push(view: View, one: Weekday) -> bool:
    view.found.append(one)
    return True


def clock(view: View, i: int) -> int:
    """Read "at dawn", which keeps to the day told of last."""
    if not view.after_is(i + 1, "clock_parts"):
        return i
    view.found.append(Anaphor(i, i + 2, "date.clock"))
    return i + 2


def _count_before(view: View, i: int) -> tuple[int | None, int, bool] | None:
    """The count before a unit at ``i``: (number or None where vague, its first token, whether it says "half")."""
    numbers = view.words.numbers
    j = i - 1
    word = view.at(j)
    if word in {"half"} and view.at(j - 1) == "a" and view.at(j - 2) == "and":
        found = _count_before(view, j - 2)
        return None if found is None else (found[0], found[1], True)
    if word.isdecimal() and len(word) <= 4:
        return int(word), j, False
    if word == "of" and view.at(j - 1) in {"couple", "number"}:
        first = j - 2 if view.at(j - 2) == "a" else j - 1
        return (2 if view.at(j - 1) == "couple" else None), first, False
    if view.after_is(j, "vague_counts") and word not in numbers:
        return None, j - 1 if view.at(j - 1) == "a" else j, False
    if word in numbers:
        value = numbers[word]
        if 1 <= value <= 9 and numbers.get(view.at(j - 1), 0) in range(20, 100) and view.joined[j]:
            return value + numbers[view.at(j - 1)], j - 1, False
        if word in {"hundred", "dozen"} and view.at(j - 1) in numbers:
            return value * numbers[view.at(j - 1)], j - 1, False
        return value, j, False
    return None


def _closes(view: View, i: int) -> bool:
    """Whether the clause ends at token ``i``, so that "the day before" is before nothing named here."""
    return i >= view.size or not view.texts[i][0].isalnum() or view.at(i) in {
        "and", "when", "but", "in", "at", "by", "with", "as", "after", "on", "that", "was", "were", "had", "near", "while",
    }  # fmt: skip


def unit(view: View, i: int) -> int:
    """Read from a unit of time on: "two weeks ago", "a year earlier", "the day before", "year-end", "the weekend"."""
    name = view.words.units[view.folded[i]]
    after = view.at(i + 1)
    sets = view.words.sets
    if name == "weekend":
        if view.at(i - 1) != "the":
            return i
        view.found.append(Weekend(i - 1, i + 1, "date.weekend"))
        return i + 1
    if after in {"end", "'s"} and name in {"year", "month", "week"}:
        return _unit_end(view, i, name)
    if name == "day" and view.at(i - 1) == "the" and after in {"before", "after"}:
        sign = -1 if after == "before" else 1
        if view.at(i + 2) in {"yesterday", "tomorrow"}:
            view.found.append(Relative(i - 1, i + 3, "date.dayword", amount=2 * sign))
            return i + 3
        if _closes(view, i + 2):
            view.found.append(Relative(i - 1, i + 2, "date.counted", amount=sign, base=NARRATIVE))
            return i + 2
        return i
    if after not in sets["ago"] and after not in sets["earlier"] and after not in sets["later"] and after != "from":
        if name == "quarter" and view.at(i - 1) in {"the", "latest"} and not view.folded[i].endswith("s"):
            view.found.append(Part(i, i + 1, "date.part", number=None))
            return i + 1
        return i
    if after == "from" and view.at(i + 2) not in {"now", "today"}:
        return i
    count = _count_before(view, i)
    if count is None:
        return i
    return _counted(view, i, name, after, count)


def _counted(view: View, i: int, name: str, after: str, count: tuple[int | None, int, bool]) -> int:
    """Read a counted length of time and the word behind it that says from where."""
    number, first, half = count
    sets = view.words.sets
    last = i + 3 if after == "from" else i + 2
    if first < 0 or (view.found and first < view.found[-1].last):
        return i
    if number is None:
        view.found.append(Unsaid(first, last, "date.vague", why="how many is not said"))
        return last
    base = PUBLISHED if after == "from" or after in sets["ago"] else NARRATIVE
    if after in {"before", "after", "prior"} and not _closes(view, last):
        return i
    sign = 1 if after == "from" or after in sets["later"] else -1
    if half and name == "year":
        name, number = "month", number * 12 + 6
    if name == "fortnight":
        name, number = "week", number * 2
    if name == "quarter":
        name, number = "month", number * 3
    mod = (
        "APPROX"
        if view.at(first - 1) in {"about", "around", "some", "nearly", "almost", "roughly", "over", "than"}
        else None
    )
    if name == "week" and after in sets["ago"]:
        j = last + 1 if view.at(last) == "on" else last
        known = view.words.weekdays.get(view.at(j))
        if known is not None and known[1] == "full":
            view.found.append(Weekday(first, j + 1, "date.weekday_of_week", weekday=known[0], week_shift=-number))
            return j + 1
    rule = "date.ago" if base == PUBLISHED else "date.counted"
    view.found.append(Relative(first, last, rule, unit=name, amount=sign * number, base=base, mod=mod))
    return last


def _unit_end(view: View, i: int, name: str) -> int:
    """Read "year-end" and "year's end"."""
    j = i + 2 if view.at(i + 1) == "'s" else i + 1
    if view.at(j) != "end" or (view.at(i + 1) == "end" and not (view.joined[j] or name == "year")):
        return i
    view.found.append(Relative(i, j + 1, "date.shifted", unit=name, mod="END"))
    return j + 1
