"""Readers that start at a unit of time: "two weeks ago", "a year earlier", "the day before", "year-end", "the weekend"."""

from __future__ import annotations

from attrs import evolve

from conflict_events.mentions.dates.expressions import (
    NARRATIVE,
    PUBLISHED,
    Calendar,
    Part,
    Relative,
    Unsaid,
    Weekday,
    Weekend,
)
from conflict_events.mentions.dates.parts import part_year
from conflict_events.mentions.dates.words import View
from conflict_events.model.quick import frozen

__all__ = ["unit"]

_IN_SMALLER = {"night": ("day", 1), "fortnight": ("week", 2), "quarter": ("month", 3)}
"""Units counted in another: (unit, how many)."""
_HALVES = {
    "year": ("month", 6),
    "decade": ("year", 5),
    "century": ("year", 50),
    "month": ("week", 2),
    "week": ("day", 3),
}
"""Half of a unit."""


@frozen(slots=True, eq=False)
class Count:
    """How many units: ``number`` whole ones, None where the words are vague, and perhaps a half more."""

    number: int | None
    first: int
    half: bool = False


def _count_before(view: View, i: int) -> Count | None:
    """The count that ends right before the unit at ``i``."""
    numbers = view.words.numbers
    j = i - 1
    word = view.at(j)
    if word == "half" and view.at(j - 1) == "a" and view.at(j - 2) == "and":
        if view.at(j - 3) == "half":
            return None
        whole = _count_before(view, j - 2)
        return None if whole is None else Count(whole.number, whole.first, half=True)
    if word == "half":
        return Count(0, j - 1 if view.at(j - 1) == "a" else j, half=True)
    if word.isdecimal() and len(word) <= 4:
        return Count(int(word), j)
    if word == "of" and view.at(j - 1) in {"couple", "number"}:
        return Count(2 if view.at(j - 1) == "couple" else None, j - 2 if view.at(j - 2) == "a" else j - 1)
    if view.after_is(j, "vague_counts") and word not in numbers:
        return Count(None, j - 1 if view.at(j - 1) == "a" else j)
    if word in {"a", "an"} and view.at(j - 1) == "half":
        return Count(0, j - 1, half=True)
    return _number_word(view, j, numbers[word]) if word in numbers else None


def _number_word(view: View, j: int, value: int) -> Count:
    """A number in words that ends at token ``j``: "six", "twenty-six", "two hundred"."""
    before = view.words.numbers.get(view.at(j - 1), 0)
    if value <= 9 and 20 <= before < 100 and view.joined[j]:
        return Count(value + before, j - 1)
    if value in {12, 100} and before and view.at(j) != "twelve":
        return Count(value * before, j - 1)
    return Count(value, j)


def _closes(view: View, i: int) -> bool:
    """Whether no noun follows at token ``i``, so that "the day before" is before nothing named here."""
    return i >= view.size or not view.texts[i][0].isalnum() or view.after_is(i, "closers")


def _closes_sum(view: View, i: int) -> bool:
    """Whether a clause ends at token ``i``: "for the year," but not "for the year ended June 30"."""
    return i >= view.size or view.texts[i] in {",", ".", ";"}


def unit(view: View, i: int) -> int:
    """Read from a unit of time on."""
    name = view.words.units[view.folded[i]]
    after = view.at(i + 1)
    if name == "weekend":
        if view.at(i - 1) != "the":
            return i
        view.found.append(Weekend(i - 1, i + 1, "date.weekend"))
        return i + 1
    if after in {"end", "'s"} and name in {"year", "month", "week"}:
        return _unit_end(view, i, name)
    if view.at(i - 1) == "the" and after in {"before", "after"}:
        return _the_day_before(view, i, name)
    halved = after == "and" and view.at(i + 2) == "a" and view.at(i + 3) == "half"
    behind = i + 4 if halved else i + 1
    if any(view.after_is(behind, way) for way in ("ago", "earlier", "later")) or view.at(behind) == "from":
        return _counted(view, i, name, behind)
    if name in {"year", "month"} and view.at(i - 1) == "the" and view.at(i - 2) == "for" and _closes_sum(view, i + 1):
        view.found.append(Relative(i - 1, i + 1, "date.shifted", unit=name))
        return i + 1
    if name == "quarter" and view.at(i - 1) in {"the", "latest"} and view.folded[i] == "quarter":
        year, shift, last = part_year(view, i + 1)
        view.found.append(Part(i, last, "date.part", number=None, year=year, year_shift=shift, base=NARRATIVE))
        return last
    return i


def _the_day_before(view: View, i: int, name: str) -> int:
    """Read "the day before", "the year after" and "the day before yesterday"."""
    sign = -1 if view.at(i + 1) == "before" else 1
    if name == "day" and view.at(i + 2) in {"yesterday", "tomorrow"}:
        view.found.append(Relative(i - 1, i + 3, "date.dayword", amount=2 * sign))
        return i + 3
    if not _closes(view, i + 2):
        return i
    smaller, size = _IN_SMALLER.get(name, (name, 1))
    view.found.append(Relative(i - 1, i + 2, "date.counted", unit=smaller, amount=sign * size, base=NARRATIVE))
    return i + 2


def _counted(view: View, i: int, name: str, behind: int) -> int:
    """Read a counted length of time and the word behind it that says from where."""
    after = view.at(behind)
    if after == "from" and view.at(behind + 1) not in {"now", "today"}:
        return i
    if name == "year" and view.joined[i + 1] and after in {"ago", "earlier"}:
        return _year_ago(view, i)
    count = _count_before(view, i)
    last = behind + 2 if after == "from" else behind + 1
    if count is None and view.folded[i].endswith("s") and view.after_is(behind, "ago"):
        count = Count(None, i)  # "years ago"
    if count is None or count.first < 0 or (view.found and count.first < view.found[-1].last):
        return i
    if after in {"before", "after", "prior"} and (
        not _closes(view, last) or (after == "prior" and view.at(last) == "to")
    ):
        return i
    if count.number is None:
        rule = "date.long_ago" if name in {"month", "year", "decade", "century"} else "date.vague"
        view.found.append(Unsaid(count.first, last, rule, why="how many is not said"))
        return last
    base = PUBLISHED if after == "from" or view.after_is(behind, "ago") else NARRATIVE
    sized = _size(name, count if behind == i + 1 else evolve(count, half=True))
    if sized is None:
        return i
    unit_name, amount = sized
    if base == PUBLISHED and view.after_is(behind, "ago"):
        exact = _ago_with_day(view, count.first, last, unit_name, amount)
        if exact > last:
            return exact
    mod = "APPROX" if view.after_is(count.first - 1, "roughly") else None
    sign = 1 if after == "from" or view.after_is(behind, "later") else -1
    rule = "date.ago" if base == PUBLISHED else "date.counted"
    view.found.append(Relative(count.first, last, rule, unit=unit_name, amount=sign * amount, base=base, mod=mod))
    return last


def _ago_with_day(view: View, first: int, last: int, unit_name: str, amount: int) -> int:
    """Read the day behind "two weeks ago": "today", "on Monday"; ``last`` where there is none."""
    if view.at(last) == "today":
        view.found.append(Relative(first, last + 1, "date.ago", unit=unit_name, amount=-amount, to_the_day=True))
        return last + 1
    j = last + 1 if view.at(last) == "on" else last
    known = view.words.weekdays.get(view.at(j))
    if unit_name != "week" or known is None or known[1] != "full":
        return last
    before_last = -1 if j == last else None  # "a week ago Friday" is a week before last Friday
    said = Weekday(first, j + 1, "date.weekday_of_week", weekday=known[0], week_shift=-amount, shift=before_last)
    view.found.append(said)
    return j + 1


def _year_ago(view: View, i: int) -> int:
    """Read "the year-ago quarter" and "the year-earlier period"."""
    last = i + 3 if view.at(i + 2) in view.words.units or view.at(i + 2) == "period" else i + 2
    if view.at(i + 2) == "quarter":
        view.found.append(Part(i, last, "date.part", number=None, year_shift=-1, base=NARRATIVE))
    else:
        view.found.append(Relative(i, last, "date.counted", unit="year", amount=-1, base=NARRATIVE))
    return last


def _size(name: str, count: Count) -> tuple[str, int] | None:
    """The unit to count in, and how many of it."""
    assert count.number is not None
    if count.half:
        if name not in _HALVES:
            return None
        smaller, size = _HALVES[name]
        return smaller, count.number * 2 * size + size
    smaller, size = _IN_SMALLER.get(name, (name, 1))
    return smaller, count.number * size


def _unit_end(view: View, i: int, name: str) -> int:
    """Read "year-end", "year's end" and "year-end 1988"."""
    j = i + 2 if view.at(i + 1) == "'s" else i + 1
    if view.at(j) != "end" or (view.at(i + 1) == "end" and not (view.joined[j] or name == "year")):
        return i
    year, _, last = part_year(view, j + 1)
    if year is not None and name == "year":
        view.found.append(Calendar(i, last, "date.year", year, mod="END"))
        return last
    view.found.append(Relative(i, j + 1, "date.shifted", unit=name, mod="END"))
    return j + 1
