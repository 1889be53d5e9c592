"""From tokens to expressions: one pass, each token looked up once, a reader only where a word of time stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from conflict_events.mentions.dates import counted, numerals, periods, pointing
from conflict_events.mentions.dates.expressions import (
    Anaphor,
    Between,
    Calendar,
    Eve,
    Expression,
    Feast,
    Named,
    Relative,
    Weekday,
    Weekend,
    WeekOf,
)
from conflict_events.mentions.dates.months import month
from conflict_events.mentions.dates.parts import part_year
from conflict_events.mentions.dates.words import View
from conflict_events.model.trusted import evolve
from conflict_events.text.phrases import longest_at

__all__ = ["read_expressions"]


def _phrase(view: View, i: int) -> int:
    """Read a phrase of the lexicon at ``i``: a feast, a known day, or a name that is no date."""
    hit = longest_at(view.folded, i, view.words.phrases)
    if hit is None:
        return i
    what, key = hit.payload
    if what == "not_date":
        return hit.last
    if view.cased and not (view.capital(i) or view.folded[i][0].isdecimal()):
        return i
    if what == "named":
        view.found.append(Named(i, hit.last, "date.named_day", iso=key))
        return hit.last
    year, shift, last = part_year(view, hit.last)
    view.found.append(Feast(i, last, "date.feast", key=key, year=year, year_shift=shift))
    return last


def _pointer(view: View, i: int) -> int:
    """A pointer before a feast ("last Christmas"), or before all else."""
    if view.at(i + 1) in view.words.phrases:
        shift = view.words.pointers[view.folded[i]][1]
        before = len(view.found)
        last = _phrase(view, i + 1)
        said = view.found[before] if len(view.found) > before else None
        if isinstance(said, Feast):
            view.found[before] = evolve(said, first=i, shift=shift)
            return last
        if last > i + 1:
            return last
    return pointing.pointer(view, i)


_FIXED = {"beginning": "of", "start": "of", "middle": "of", "end": "of", "close": "of"}
"""Words that are of time only where "of" follows."""


def _modifier(view: View, i: int) -> int:
    """Read "early March", "late last year", "the end of the month", "earlier this week", "later in the day"."""
    word = view.folded[i]
    mod = view.words.modifiers[word] or None
    j = i + 1
    if word in _FIXED:
        if view.at(j) != "of":
            return i
        j += 1
    elif view.at(j) in {"in", "on", "of"}:
        j += 1
    if view.at(j) == "the":
        j += 1
    if j >= view.size or view.at(j) in view.words.modifiers or view.at(j) == "eve":
        return i
    unit = view.words.units.get(view.at(j))
    if unit is not None and view.at(j - 1) == "the" and j > i + 1:
        return _part_of_unit(view, i, j, unit, mod)
    before = len(view.found)
    last = _read_at(view, j)
    read = view.found[before:]
    if last == j or len(read) != 1 or read[0].first > j:
        if word != "mid" or last > j:
            return last if last > j else i
        return i
    view.found[before] = evolve(read[0], first=i, mod=mod)
    return last


def _eve(view: View, i: int) -> int:
    """Read "the eve of Yom Kippur" from "eve" on."""
    j = i + 3 if view.at(i + 2) == "the" else i + 2
    if view.at(i + 1) != "of" or j >= view.size or view.at(j) == "eve":
        return i
    before = len(view.found)
    last = _read_at(view, j)
    read = view.found[before:]
    if len(read) == 1 and isinstance(read[0], (Calendar, Feast, Weekday)):
        view.found[before] = Eve(i, last, "date.eve", one=read[0])
    return last if last > j else i


def _unit(view: View, i: int) -> int:
    """Read "week of Oct. 21", else what counts in the unit."""
    if view.folded[i] == "week" and view.at(i + 1) == "of" and i + 2 < view.size:
        before = len(view.found)
        last = _read_at(view, i + 2) if view.at(i + 2) not in view.words.modifiers else i + 2
        read = view.found[before:]
        if len(read) == 1 and isinstance(read[0], Calendar) and read[0].day is not None:
            view.found[before] = WeekOf(i, last, "date.week_of", one=read[0])
            return last
        del view.found[before:]
    return counted.unit(view, i)


def _part_of_unit(view: View, i: int, j: int, unit: str, mod: str | None) -> int:
    """Read "the end of the year", "earlier in the day"; "at the end of the day" is no day."""
    if unit == "day":
        if mod is not None:
            return i
        view.found.append(Anaphor(i, j + 1, "date.clock"))
        return j + 1
    if unit == "weekend":
        view.found.append(Weekend(i, j + 1, "date.weekend", mod=mod))
        return j + 1
    if unit in {"quarter", "fortnight"} or view.folded[j].endswith("s"):
        return i
    view.found.append(Relative(i, j + 1, "date.shifted", unit=unit, mod=mod))
    return j + 1


_READERS: Mapping[str, Callable[[View, int], int]] = {
    "month": month,
    "weekday": pointing.weekday,
    "unit": _unit,
    "season": periods.season,
    "decade_word": periods.decade_word,
    "pointer": _pointer,
    "dayword": pointing.dayword,
    "modifier": _modifier,
    "ordinal": periods.ordinal,
    "fiscal": numerals.fiscal,
    "overnight": pointing.overnight,
    "clock": pointing.clock,
    "apostrophe": numerals.apostrophe,
    "quarter_code": periods.quarter_code,
    "eve": _eve,
    "spelled": periods.spelled,
}


def _read_at(view: View, i: int) -> int:
    """Try the readers of token ``i``; the next token, or ``i`` where nothing is read."""
    word = view.folded[i]
    if word in view.words.phrases:
        last = _phrase(view, i)
        if last > i:
            return last
    if word[0].isdecimal():
        return numerals.numeral(view, i)
    reader = _READERS.get(view.words.starts.get(word, ""))
    return i if reader is None else reader(view, i)


def _connects(view: View, one: Expression) -> bool:
    """Whether the one token behind an expression joins it to the next as ends of a span."""
    word = view.folded[one.last]
    if word in {"-", "–", "—"}:
        return isinstance(one, Calendar) and one.day is not None
    if word == "and":
        return view.at(one.first - 1) == "between"
    return word in view.words.sets["range_and"]


def _joins(view: View, one: Expression, other: Expression) -> bool:
    """Whether two neighbours are the ends of one span: "between 3 May and 5 June", "Monday to Wednesday"."""
    gap = other.first - one.last
    if gap == 0:
        if not view.joined[other.first]:
            return False
    elif gap != 1 or not _connects(view, one):
        return False
    if isinstance(one, Weekday) and isinstance(other, Weekday):
        return one.shift is None is other.shift or one.shift == other.shift
    if not (isinstance(one, Calendar) and isinstance(other, Calendar)):
        return False
    if one.month is None or other.month is None:
        return False
    return (one.day is None) == (other.day is None)


def _join_spans(view: View) -> tuple[Expression, ...]:
    """Join neighbours that are the ends of one span."""
    joined: list[Expression] = []
    for one in view.found:
        if joined and _joins(view, joined[-1], one):
            start = joined.pop()
            joined.append(Between(start.first, one.last, "date.range", one=start, other=one))
        else:
            joined.append(one)
    return tuple(joined)


def read_expressions(view: View) -> tuple[Expression, ...]:
    """All expressions of time in a text, in its order, without overlap."""
    starts = view.words.starts
    skip = 0
    for i, word in enumerate(view.folded):
        if (word in starts or word[:1].isdecimal()) and i >= skip:
            skip = max(skip, _read_at(view, i))
    return _join_spans(view) if len(view.found) > 1 else tuple(view.found)
