"""Which of the places of one name is meant: the words beside it first, then all other names of the article."""

from __future__ import annotations

from typing import Any

from conflict_events.gazetteer.rows import Row
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.weigh import Reading, Sense, holds, prior, weigh
from conflict_events.mentions.places.words import Name, Words

__all__ = ["choose"]

ADMIN, NATURE, DIRECTION = int(Cue.ADMIN), int(Cue.NATURE), int(Cue.DIRECTION)
READINGS = 60
"""So many places of one name are looked at, the most likely ones first."""

_PASSED = frozenset(("the", "a", "an", "town", "city", "capital", "'s", "’s", "also"))
_JOINTS = frozenset(((",",), ("in",), (",", "in"), ("(",), ("of",), (",", "of")))


def choose(names: list[Name], words: Words) -> dict[int, Sense]:
    """The sense of each name, by its position in ``names``; masked names have none."""
    senses: dict[Any, Sense] = {}
    order: dict[int, Sense] = {}
    for i, name in enumerate(names):
        if name.masked:
            continue
        divisions = bool(name.rule == "place.name" and words.after(name.last) & ADMIN and not words.caps[name.last])
        key = (name.key, name.demonym, divisions)
        sense = senses.get(key)
        if sense is None:
            sense = senses[key] = Sense(name.key, _readings(name, divisions), demonym=name.demonym)
        order[i] = sense
    _contain(names, words, order)
    weigh([sense for sense in senses.values() if sense.readings])
    return order


def _readings(name: Name, divisions: bool) -> list[Reading]:
    """The places of a name, the likeliest first; a name with "province" behind it is a division if one has it."""
    rows = name.rows
    if divisions:
        rows = tuple([row for row in rows if row.feature[0] == "A"]) or rows
    readings = [Reading(row, prior(row)) for row in rows]
    readings.sort(key=lambda reading: -reading.prior)
    return readings[:READINGS]


def _beside(words: Words, a: Name, b: Name) -> bool:
    """Whether the words between two names say that the first lies in the second."""
    if b.first - a.last > 6 or words.sentence_of[a.first] != words.sentence_of[b.first]:
        return False
    if a.last == b.first:
        return not words.joined[b.first]
    rest = [
        words.folded[i]
        for i in range(a.last, b.first)
        if not words.marks[i] & (ADMIN | DIRECTION | NATURE) and words.folded[i] not in _PASSED
    ]
    return tuple(rest) in _JOINTS


def _contain(names: list[Name], words: Words, order: dict[int, Sense]) -> None:
    """Where the text names a place's container beside it, keep that; from right to left, so that chains hold."""
    for i in range(len(names) - 2, -1, -1):
        inner, outer = order.get(i), order.get(i + 1)
        if inner is None or outer is None or inner is outer or inner.demonym or outer.demonym or not outer.readings:
            continue
        if not _beside(words, names[i], names[i + 1]):
            continue
        if not inner.readings:
            inner.within = outer.readings[0].row
            continue
        found = _fit(inner, outer)
        if found is not None:
            inner.within = found
            names[i].strong = 2


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
