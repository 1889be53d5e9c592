"""Where a note's event was: coders write the place, then its divisions in brackets: "in Kereneik (Kereneik, West Darfur)".

The place before the brackets is the one coded, under the name that the note gives it, whether the gazetteer has it
or not; one that it lacks lies where its divisions do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from conflict_events.lexicon.load import section
from conflict_events.model.mention import PlaceMention
from conflict_events.model.place import Place
from conflict_events.text.sentences import Document

__all__ = ["scene_of_note"]

PARTICLE = 3
"""Letters of a small word within a name, at most."""
HEAD = 9
"""Tokens of a name and what stands between it and its brackets."""
CHAIN = 16
"""Tokens within brackets."""
_KEEP = frozenset({"place.quarter", "place.coast", "place.border", "place.between", "place.suburb"})


def scene_of_note(
    document: Document, chosen: Sequence[PlaceMention], places: Sequence[PlaceMention]
) -> tuple[PlaceMention, ...]:
    """The places of a note's event, the coded one first, each under the name that the note gives it.

    Args:
        document: the text.
        chosen: places that the act's own sentence names.
        places: all of the note.
    """
    for first, last, inner in _chains(document, places):
        head = _head(document, first, last, places, inner)
        if head is not None:
            return (head, *(place for place in chosen if place.end <= head.start or place.start >= head.end))
    fallback = list(chosen) or [place for place in places if not place.metonym]
    return tuple([_as_named(place) for place in fallback])


def _chains(document: Document, places: Sequence[PlaceMention]) -> Iterator[tuple[int, int, tuple[PlaceMention, ...]]]:
    """Tokens of the names before brackets that hold divisions, and the divisions."""
    tokens = document.tokens
    for i, text in enumerate(tokens.texts):
        if text != "(" or i == 0:
            continue
        end = next((n for n in range(i + 1, min(i + CHAIN, len(tokens))) if tokens.texts[n] == ")"), None)
        if end is None or end == i + 1:
            continue
        words = [word for word in tokens.texts[i + 1 : end] if word[0].isalpha()]
        if not words or not words[0][0].isupper() or (len(words) == 1 and words[0].isupper() and len(words[0]) > 1):
            continue
        low, high = tokens.starts[i], tokens.ends[end]
        inner = tuple(place for place in places if low <= place.start and place.end <= high and place.place is not None)
        if inner or "," in tokens.texts[i + 1 : end]:
            first, last = _name_before(document, i)
            if first < last:
                yield first, last, inner


def _name_before(document: Document, bracket: int) -> tuple[int, int]:
    """Tokens of the capitalised name that ends before a bracket, less "town", "village" and the like."""
    tokens = document.tokens
    kinds = section("coder_notes")["kinds"]
    last = bracket
    while last > 0 and bracket - last < HEAD and tokens.texts[last - 1][:1].islower():
        if tokens.folded[last - 1] not in kinds:
            return last, last
        last -= 1
    first = last
    while first > 0 and last - first < HEAD:
        word = tokens.texts[first - 1]
        named = word[:1].isupper() or word[:1].isdigit() or word in "-'’" or word == "'s"
        small = word[:1].islower() and len(word) <= PARTICLE and tokens.texts[first - 2][:1].isupper() and first > 1
        if tokens.folded[first - 1] in section("grammar")["prepositions"] and not (small and word in _INSIDE):
            break
        if not (named or small):
            break
        first -= 1
    while first < last and not tokens.texts[first][:1].isalnum():
        first += 1
    return first, last


_INSIDE = frozenset({"de", "of", "on"})


def _head(
    document: Document, first: int, last: int, places: Sequence[PlaceMention], inner: Sequence[PlaceMention]
) -> PlaceMention | None:
    """The mention of the name at these tokens; one that the gazetteer lacks takes the point of its finest division."""
    tokens = document.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    name = " ".join(document.text[start:end].split())
    known = next((place for place in places if place.start < end and start < place.end), None)
    if known is not None and known.place is not None and _fits(known.place, inner):
        if known.rule in _KEEP or " - " in known.place.name:
            return known
        return evolve(known, place=evolve(known.place, name=name)) if name.isascii() else known
    outer = min((place for place in inner if place.place is not None), key=_width, default=None)
    if outer is None or outer.place is None or not name.isascii():
        return known
    town = (outer.place.feature or "")[:1] == "P"
    place = evolve(outer.place, name=name, precision=2 if town else 3, ucdp_precision=2 if town else 3, geonameid=None)
    reason = f"not in the gazetteer; the note puts it in {outer.place.name}, whose point this is"
    return PlaceMention(start, end, document.text[start:end], "place.note", place, reason=reason)


def _fits(place: Place, inner: Sequence[PlaceMention]) -> bool:
    """Whether a place lies in the country of its brackets."""
    countries = {one.place.country for one in inner if one.place is not None}
    return not countries or place.country in countries


def _width(mention: PlaceMention) -> int:
    place = mention.place
    if place is None:
        return 9
    return 8 if place.is_country else (place.precision or 7)


def _as_named(mention: PlaceMention) -> PlaceMention:
    """A place under the name that the note gives it, less "town", "district" and the like."""
    place = mention.place
    if place is None or mention.rule in _KEEP or place.is_country or " - " in place.name:
        return mention
    words = mention.text.split()
    while words and words[-1][:1].islower():
        words.pop()
    at = len(words)
    while at and (not words[at - 1][:1].islower() or _particle(words, at - 1)):
        at -= 1
    name = " ".join(words[at:])
    while name.split(" ")[-1] in section("coder_notes")["Kinds"] and " " in name:
        name = name.rpartition(" ")[0]
    if not name or not name.isascii():
        return mention
    return evolve(mention, place=evolve(place, name=name))


def _particle(words: Sequence[str], i: int) -> bool:
    """Whether a small word stands within a name: "Rio de Janeiro", "Chilpancingo de los Bravo"."""
    return len(words[i]) <= PARTICLE and any(word[:1].isupper() for word in words[max(0, i - 2) : i])
