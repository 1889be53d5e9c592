"""What the words around a name say of the exact spot: near it, a part of it, a distance from it, its coast, a road."""

from __future__ import annotations

from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.words import Name, Words
from conflict_events.model.quick import frozen

__all__ = ["Around", "read_around"]

ADMIN, DIRECTION, ROAD = int(Cue.ADMIN), int(Cue.DIRECTION), int(Cue.ROAD) | int(Cue.HIGHWAY)
NEAR, EDGE, SUBURB, COAST, UNIT = int(Cue.NEAR), int(Cue.EDGE), int(Cue.SUBURB), int(Cue.COAST), int(Cue.UNIT)
_TELLING = frozenset("of the , capital city from outside to between and with linking connecting".split())
"""Words before a name that may tell of its surroundings; before most names stands another."""
_LINKS = frozenset(("from", "between", "linking", "connecting"))


@frozen(slots=True)
class Around:
    """How a spot lies to the place named; tokens ``first`` up to ``last`` with the name are the words of it."""

    kind: str
    """``at``, ``near``, ``edge``, ``distance``, ``part``, ``suburb``, ``coast``, ``border``, ``between`` or ``road``."""
    first: int
    last: int
    words: str = ""
    """The words that say so."""


def _directions(words: Words, i: int) -> int:
    """The first of the direction words that end before word ``i``; ``i`` itself where there are none."""
    while words.before(i) & DIRECTION and words.at(i - 1) not in ("mid", "old", "rural", "greater"):
        i -= 1
    return i


def _of(words: Words, i: int) -> int:
    """The "of" that leads to word ``i``, over "the town of", "the capital," and "the"; -1 where there is none."""
    if words.at(i - 1) == "," and words.at(i - 2) in ("capital", "city"):
        i -= 1
    if words.at(i - 1) == "capital":
        i -= 2 if words.caps[i - 2] else 1
    for _ in range(2):
        if words.at(i - 1) == "the":
            i -= 1
        if words.at(i - 1) == "of":
            if not words.before(i - 1) & ADMIN or words.before(i - 1) & SUBURB:
                return i - 1
            i -= 2
        else:
            return -1
    return i - 1 if words.at(i - 1) == "of" else -1


def _spot(words: Words, of: int, last: int) -> Around | None:
    """What stands before "of": suburbs, outskirts, a coast, a direction, a distance."""
    mark = words.before(of)
    if not mark & (SUBURB | EDGE | COAST | DIRECTION):
        return None
    first = _directions(words, of if mark & DIRECTION else of - 1)
    if mark & COAST:
        return Around("coast", first, last, "coast")
    if mark & EDGE:
        return Around("edge", first, last, " ".join(words.texts[first:of]))
    if mark & SUBURB:
        return Around("suburb", first, last, " ".join(words.texts[first:of])) if first < of - 1 else None
    if words.before(first) & UNIT:
        number = first - 2
        if number >= 0 and words.texts[number][0].isdigit():
            return Around("distance", number, last, " ".join(words.texts[number:of]))
    if words.at(first - 1) == "the":
        return Around("part", first, last, " ".join(words.texts[first:of]))
    return Around("near", first, last, " ".join(words.texts[first:of]) + " of")


def read_around(words: Words, name: Name, other: Name | None, later: Name | None) -> Around:
    """How the spot lies to the place named.

    Args:
        words: the text.
        name: the name.
        other: the name before it, for "between A and B".
        later: the name after it.
    """
    first, last = name.first, name.last
    if words.at(first - 1) not in _TELLING and not words.before(first) & (DIRECTION | UNIT | NEAR):
        found = _behind(words, first, last)
        beside = (later is not None and later.first == last) or (other is not None and other.last == first)
        if found is not None or not beside:
            return found or Around("at", first, last)
    of = _of(words, first)
    found = (_spot(words, of, last) if of > 0 else None) or _before(words, first, last) or _behind(words, first, last)
    if found is not None:
        return found
    linked = _linked(words, name, later) or (_linked(words, other, name) if other is not None else "")
    if linked:
        return Around(linked, first, last, linked)
    if words.before(first) & NEAR and words.small(first - 1):
        return Around("near", first, last, words.texts[first - 1])
    if words.at(first - 1) == "to" and words.at(first - 2) == "close":
        return Around("near", first, last, "close to")
    return Around("at", first, last)


def _before(words: Words, first: int, last: int) -> Around | None:
    """What stands straight before a name: a direction ("northern"), a distance ("5 km from")."""
    start = _directions(words, first)
    if start < first:
        return Around("part", start, last, " ".join(words.texts[start:first]))
    unit = first - 2 if words.at(first - 1) in ("from", "outside") else first - 1
    if unit > 0 and words.before(unit + 1) & UNIT and words.texts[unit - 1][0].isdigit():
        return Around("distance", unit - 1, last, " ".join(words.texts[unit - 1 : first]))
    return None


def _behind(words: Words, first: int, last: int) -> Around | None:
    """What stands behind a name: its coast, its border, its outskirts."""
    after = words.after(last)
    at = last + 1 if words.at(last) in ("'s", "’s") else last
    tail = words.at(at) if after and not (at < len(words.caps) and words.caps[at] and not words.plain) else ""
    if tail in ("coast", "shore", "coastline"):
        return Around("coast", first, last, "coast")
    if tail in ("border", "borders", "frontier") or (words.at(first - 1) == "with" and words.at(first - 2) == "border"):
        return Around("border", first, last, "border")
    if tail in ("outskirts", "countryside", "vicinity", "environs"):
        return Around("edge", first, last, tail)
    return _quarter(words, first, last)


def _quarter(words: Words, first: int, last: int) -> Around | None:
    """A part of a town as event data write it: "Mosul - Old City"."""
    if words.at(last) != "-" or words.plain:
        return None
    end = last + 1
    while end < len(words.texts) and words.caps[end] and words.sentence_of[end] == words.sentence_of[first]:
        end += 1
    opens = first == 0 or words.sentence_of[first - 1] != words.sentence_of[first]
    if opens or end == last + 1 or words.joined[last + 1]:
        return None
    return Around("quarter", first, end, " ".join(words.texts[last + 1 : end]))


def _linked(words: Words, a: Name, b: Name | None) -> str:
    """``road`` for "the road from A to B" and "the A-B highway", ``between`` for "between A and B", else empty."""
    if b is None or b.first - a.last > 1 or words.sentence_of[a.first] != words.sentence_of[b.first]:
        return ""
    if b.first == a.last:
        return "road" if words.joined[b.first] and words.after(b.last) & ROAD else ""
    lead, link = words.at(a.first - 1), words.at(a.last)
    if lead in _LINKS and link in ("to", "and", "with"):
        if words.before(a.first - 1) & ROAD or lead in ("linking", "connecting"):
            return "road"
        if lead == "between":
            return "between"
    return ""
