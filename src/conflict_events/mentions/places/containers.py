"""Containers beside a name: "Paris, Texas", "the Syrian town of Manbij", "a village (Kajuru, Kaduna)"."""

from __future__ import annotations

from conflict_events.gazetteer.rows import Row
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.weigh import Sense, holds
from conflict_events.mentions.places.words import Name, Words

__all__ = ["contain"]

INSIDE, NEAR = int(Cue.INSIDE), int(Cue.NEAR)
PASSED = int(Cue.ADMIN) | int(Cue.NATURE) | int(Cue.DIRECTION)
_PASSED = frozenset(("the", "a", "an", "'s", "’s", "also"))
_JOINTS = frozenset(((",",), ("in",), (",", "in"), ("(",), ("of",), (",", "of")))
_TOLD = ((",",), ("in",), (",", "in"))
"""Behind "in" or "near" a place these name its container, be it that the gazetteer knows no such place there."""
_LEADS = frozenset(("of", "the", "capital", "port", "border", "coastal", ","))
_REACH = 6
"""So many words may stand between a place and its container."""


def contain(names: list[Name], words: Words, order: dict[int, Sense], senses: dict[tuple[str, bool], Sense]) -> None:
    """Where the text names a place's container beside it, keep that; from right to left, so that chains hold.

    Args:
        names: all names.
        words: the text.
        order: the sense of each name by its position; a container that is meant as a division gets that sense.
        senses: all senses by key and by whether the division is meant.
    """
    for i in range(len(names) - 2, -1, -1):
        inner, outer = order.get(i), order.get(i + 1)
        if inner is None or outer is None or inner is outer or not outer.readings or outer.entry.demonym:
            continue
        if inner.entry.demonym:
            if _of_people(words, names[i], names[i + 1]):
                outer.within = outer.within or inner.readings[0].row
            continue
        joint = _joint(words, names[i], names[i + 1])
        if joint is None:
            continue
        if not inner.readings:
            inner.holder = outer
            continue
        found = _fit(inner, outer)
        if found is not None:
            inner.within = found
            names[i].strong = 2
            if (
                found.feature[0] == "A"
                and outer.readings[0].row.feature[0] == "P"
                and not _goes_on(words, names, i + 1)
            ):
                order[i + 1] = _division(outer, senses)
        elif inner.within is None and _excludes(words, names[i], joint, inner, outer):
            inner.holder, inner.readings = outer, ()


def _division(sense: Sense, senses: dict[tuple[str, bool], Sense]) -> Sense:
    """The same name meant as a division."""
    key = (sense.entry.key, True)
    if key not in senses:
        senses[key] = Sense(sense.entry, sense.entry.divisions, within=sense.within)
    return senses[key]


def _goes_on(words: Words, names: list[Name], i: int) -> bool:
    """Whether a list goes on behind a name ("Zaria, Kaduna and Kano"), so that it holds nothing before it."""
    return i + 1 < len(names) and names[i + 1].first - names[i].last == 1 and words.at(names[i].last) in ("and", "or")


def _excludes(words: Words, name: Name, joint: tuple[str, ...], inner: Sense, outer: Sense) -> bool:
    """Whether a small place must be another than those of the gazetteer, since the container named has none of them."""
    if inner.entry.known:
        return False
    first = name.first
    located = words.before(first) & (INSIDE | NEAR) or words.at(first - 1) == "of"
    told = joint == ("(",) or (joint in _TOLD and located)
    outers = outer.readings[:4]
    if not told or not any(reading.row.feature[0] == "A" for reading in outers):
        return False
    lands = {reading.first for reading in outers if reading.first is not None}
    states = {reading.country for reading in outers if reading.first is None}
    return not any(reading.first in lands or reading.country in states for reading in inner.readings)


def _joint(words: Words, a: Name, b: Name) -> tuple[str, ...] | None:
    """The words between two names, without generic ones, where they say that the first lies in the second."""
    first, last = a.last, b.first
    if last - first > _REACH or words.sentence_of[a.first] != words.sentence_of[last]:
        return None
    if first == last:
        return None if words.joined[last] else ()
    rest = tuple(
        [words.folded[i] for i in range(first, last) if not words.marks[i] & PASSED and words.folded[i] not in _PASSED]
    )
    return rest if rest in _JOINTS else None


def _of_people(words: Words, a: Name, b: Name) -> bool:
    """Whether a people's name leads to a place: "the Syrian town of Manbij", "the Iraqi capital Baghdad"."""
    return 0 < b.first - a.last < _REACH and all(
        words.marks[i] & (PASSED) or words.folded[i] in _LEADS for i in range(a.last, b.first)
    )


def _fit(inner: Sense, outer: Sense) -> Row | None:
    """The reading of the outer name that holds the likeliest reading of the inner one."""
    top = inner.readings[0].row.feature
    best: tuple[float, Row] | None = None
    for out in outer.readings[:4]:
        if outer.within is not None and not holds(outer.within, out.row):
            continue
        if out.row.feature[:5] == top[:5] == "A.PCL" or out.row.feature == top == "A.ADM1":
            return None
        for reading in inner.readings:
            if holds(out.row, reading.row):
                score = reading.prior + out.prior
                if best is None or score > best[0]:
                    best = (score, out.row)
                break
    return None if best is None else best[1]
