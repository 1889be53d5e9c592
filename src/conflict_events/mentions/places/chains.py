"""Containers further off: "at Xa village under Xb police station in Kano state", "In Kano state ... of Xa village"."""

from __future__ import annotations

from collections.abc import Mapping

from conflict_events.gazetteer.rows import Row
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.weigh import Sense, holds
from conflict_events.mentions.places.words import Name, Words

__all__ = ["chain"]

LINK, DIVISION, SETTLED = int(Cue.LINK), int(Cue.DIVISION), int(Cue.SETTLED)
PASSED = LINK | int(Cue.ADMIN) | int(Cue.FACILITY) | int(Cue.OFFICE) | int(Cue.DIRECTION) | int(Cue.NEAR)
FAR = 24
"""So many words may stand between a place and a container that words of administration lead to."""
BACK = 2
"""Sentences: a place that no gazetteer knows is in the division named so shortly before."""
_COMMA = frozenset((",", "(", ")"))


def chain(names: list[Name], words: Words, order: Mapping[int, Sense]) -> None:
    """Give small and unknown places the division that words of administration lead to, or that was named before.

    Args:
        names: all names.
        words: the text.
        order: the sense of each name by its position; ``within``, ``holder`` and ``readings`` are set.
    """
    ahead = _ahead(names, words, order)
    before: tuple[Sense, int] | None = None
    for i, name in enumerate(names):
        sense = order.get(i)
        if sense is None or sense.entry.demonym:
            continue
        sentence = words.sentence_of[name.first]
        outer = ahead.get(i)
        if outer is not None and outer is not sense:
            _put_in(sense, outer, village=bool(words.after(name.last) & SETTLED))
        elif before is not None and sentence - before[1] <= BACK and _lost(sense):
            sense.holder = before[0]
        if _divides(words, name, sense):
            before = sense, sentence


def _lost(sense: Sense) -> bool:
    """Whether nothing is known of a place."""
    return not sense.readings and sense.holder is None


def _is_division(row: Row) -> bool:
    """Whether a place is a part of a country that other places lie in."""
    return row.feature[0] == "A" and row.feature[:5] != "A.PCL"


def _divides(words: Words, name: Name, sense: Sense) -> bool:
    """Whether a name is that of a division, by the word beside it or since nothing else has it."""
    if not any(_is_division(reading.row) for reading in sense.readings):
        return False
    return _is_told(words, name) or (sense.entry.division and not sense.entry.nation and not sense.entry.capital)


def _is_told(words: Words, name: Name) -> bool:
    """Whether "district" stands behind the name, or "district of" before it."""
    if words.after(name.last) & DIVISION or (words.marks[name.last - 1] & DIVISION and name.last - name.first > 1):
        return True
    return words.at(name.first - 1) == "of" and bool(words.before(name.first - 1) & DIVISION)


def _ahead(names: list[Name], words: Words, order: Mapping[int, Sense]) -> dict[int, Sense]:
    """For each name the next division behind it to which nothing but words of administration leads."""
    found: dict[int, Sense] = {}
    outer: Sense | None = None
    edge = at = -1
    for i in range(len(names) - 1, -1, -1):
        name = names[i]
        sense = order.get(i)
        if outer is not None:
            if not _leads(words, name.last, edge) or at - name.last > FAR:
                outer = None
            elif sense is not None:
                found[i] = outer
        if sense is not None and _is_told(words, name) and any(_is_division(one.row) for one in sense.readings):
            outer, at = sense, name.first
        edge = name.first
    return found


def _leads(words: Words, first: int, last: int) -> bool:
    """Whether only words of administration, names and one comma stand between two names."""
    if words.sentence_of[first - 1] != words.sentence_of[last]:
        return False
    commas = 0
    for i in range(first, last):
        if words.folded[i] in _COMMA:
            commas += words.folded[i] == ","
        elif not (words.marks[i] & PASSED or words.caps[i]):
            return False
    return commas < 2


def _put_in(inner: Sense, outer: Sense, *, village: bool) -> None:
    """Let one place lie in another: its reading there, or none of its readings; "Rampur village" is no city of the name."""
    if inner.within is not None or inner.holder is not None or inner.entry.division:
        return
    if not inner.readings:
        inner.holder = outer
        return
    found = _fit(inner, outer)
    if found is not None:
        inner.within = found
    elif not (inner.entry.famous if village else inner.entry.known):
        inner.holder, inner.readings = outer, ()


def _fit(inner: Sense, outer: Sense) -> Row | None:
    """The reading of the container that holds the likeliest reading of the place."""
    for reading in inner.readings:
        for out in outer.readings[:4]:
            if _is_division(out.row) and holds(out.row, reading.row):
                return out.row
    return None
