"""Which of the places of one name is meant: the words beside it first, then all other names of the article."""

from __future__ import annotations

from collections.abc import Mapping

from conflict_events.mentions.places.chains import chain
from conflict_events.mentions.places.containers import contain
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.weigh import Sense, holds, weigh
from conflict_events.mentions.places.words import Name, Words

__all__ = ["choose"]

DIRECTION, DIVISION = int(Cue.DIRECTION), int(Cue.DIVISION)
_LISTING = frozenset((",", "and", "or", "&", "the", ";"))
LIST = 3
"""So many names make a list."""
DATELINE = 3.0
"""The vote of the name that opens the article, where others have 1."""


def choose(names: list[Name], words: Words, leanings: Mapping[str, float]) -> dict[int, Sense]:
    """The sense of each name, by its position in ``names``; masked names have none.

    One name has one sense in an article, unless a word like "province" behind it makes it a division.

    Args:
        names: all of the article.
        words: its text.
        leanings: what else speaks for a country, by alpha-2 code.
    """
    senses: dict[tuple[str, bool], Sense] = {}
    order: dict[int, Sense] = {}
    for i, name in enumerate(names):
        if name.masked:
            continue
        entry = name.entry
        division = name.rule == "place.name" and _is_division(words, name)
        key = (entry.key, division)
        sense = senses.get(key)
        if sense is None:
            sense = senses[key] = Sense(entry, entry.divisions if division else entry.readings)
        order[i] = sense
        if name.first == 0 and not entry.demonym:
            sense.voice = DATELINE
    contain(names, words, order, senses)
    chain(names, words, order)
    _listed(names, words, order)
    _check_unknown(names, order)
    weigh(list(senses.values()), leanings)
    return order


def _is_division(words: Words, name: Name) -> bool:
    """Whether "province" stands behind the name, or "province of" before it."""
    first, last = name.first, name.last
    if words.after(last) & DIVISION and words.small(last):
        return True
    return words.at(first - 1) == "of" and bool(words.before(first - 1) & DIVISION)


def _check_unknown(names: list[Name], order: dict[int, Sense]) -> None:
    """Other romanisations are believed inside the container beside the name, or in a country of the article only."""
    told = {
        sense.readings[0].country
        for i, sense in order.items()
        if sense.readings and names[i].rule not in ("place.spelling", "place.unknown")
    }
    for i, sense in tuple(order.items()):
        rule, within = names[i].rule, sense.within
        if rule == "place.unknown" and within is not None:
            sense.readings = tuple([reading for reading in sense.readings if holds(within, reading.row)])
        elif rule in ("place.spelling", "place.unknown") and (told or rule == "place.spelling"):
            sense.readings = tuple([reading for reading in sense.readings if reading.country in told])
            if rule == "place.spelling" and not sense.readings:
                del order[i]


def _listed(names: list[Name], words: Words, order: dict[int, Sense]) -> None:
    """In a list of three or more, most of them countries or divisions of one country, the others are such too."""
    run: list[Sense] = []
    last = -1
    for i, name in enumerate(names):
        sense = order.get(i)
        if sense is None or not sense.readings:
            continue
        if not (0 < name.first - last < 4 and last >= 0 and _lists(words, last, name.first)):
            if len(run) >= LIST:
                _same_kind(run)
            run = []
        run.append(sense)
        last = name.last
    if len(run) >= LIST:
        _same_kind(run)


def _lists(words: Words, first: int, last: int) -> bool:
    """Whether the words between two names only list them."""
    return all(words.folded[i] in _LISTING or words.marks[i] & DIRECTION for i in range(first, last))


def _same_kind(run: list[Sense]) -> None:
    """Favour the kind that most names of a list share."""
    for feature in ("A.PCLI", "A.ADM1"):
        counts: dict[str | None, int] = {}
        for sense in run:
            for country in {reading.country for reading in sense.readings if reading.row.feature == feature}:
                key = None if feature == "A.PCLI" else country
                counts[key] = counts.get(key, 0) + 1
                if key is None:
                    break
        best = max(counts, key=counts.__getitem__, default=None)
        if counts and counts[best] >= max(LIST, 0.6 * len(run)):
            for sense in run:
                sense.peer = feature, best
            return
