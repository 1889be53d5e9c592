"""Where a note's event was: coders write the place, then its divisions in brackets: "in Kereneik (Kereneik, West Darfur)".

The place before the brackets is the one coded, under the name that the note gives it, whether the gazetteer has it
or not; one that it lacks lies where its divisions do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from conflict_events.gazetteer.index import gazetteer
from conflict_events.lexicon.load import section
from conflict_events.mentions.places.lookup import Reading, look_up, spelled
from conflict_events.mentions.places.mention import place_of
from conflict_events.model.mention import ActorMention, PlaceMention
from conflict_events.model.place import Place
from conflict_events.text.sentences import Document

__all__ = ["scene_of_note"]

PARTICLE = 3
"""Letters of a small word within a name, at most."""
HEAD = 9
"""Tokens of a name and what stands between it and its brackets."""
CHAIN = 16
"""Tokens within brackets."""
HOME = 0.5
"""What a side at home in a country speaks for a place there, where a division of it speaks 2."""
_KEEP = frozenset({"place.quarter", "place.coast", "place.border", "place.between", "place.suburb"})


def scene_of_note(
    document: Document,
    chosen: Sequence[PlaceMention],
    places: Sequence[PlaceMention],
    actors: Sequence[ActorMention],
) -> tuple[PlaceMention, ...]:
    """The places of a note's event, the coded one first, each under the name that the note gives it.

    Args:
        document: the text.
        chosen: places that the act's own sentence names.
        places: all of the note.
        actors: mentions of sides, whose countries speak for a place there.
    """
    homes = {actor.actor.country.alpha_2 for actor in actors if actor.actor is not None and actor.actor.country}
    for named_first, named_last, parts in _chains(document):
        first, last = _first_of_two(document, named_first, named_last)
        start, end = document.tokens.starts[first], document.tokens.ends[last - 1]
        known = next((place for place in places if place.start < end and start < place.end), None)
        head = _head(document, first, last, parts, homes, known)
        if head is not None:
            if known is not None and (known.rule in _KEEP or " - " in (known.place.name if known.place else "")):
                head = known
            elif known is not None and known.place is not None and head.place is not None:
                head = evolve(head, rule=known.rule, place=evolve(head.place, precision=_worse(known, head)))
            return (head, *(place for place in chosen if place.end <= head.start or place.start >= head.end))
    fallback = list(chosen) or [place for place in places if not place.metonym]
    return tuple([_as_named(place) for place in fallback])


def _first_of_two(document: Document, first: int, last: int) -> tuple[int, int]:
    """The first name of "the road between Dori and Seytenga", which is the one that is coded."""
    folded = document.tokens.folded
    if first < 3 or folded[first - 1] not in {"and", "to"}:
        return first, last
    one, end = _name_before(document, first - 1)
    lead = folded[max(0, one - 3) : one]
    return (
        (one, end) if one < end and not {"between", "from", "linking", "connecting"}.isdisjoint(lead) else (first, last)
    )


def _worse(known: PlaceMention, head: PlaceMention) -> int | None:
    """The precision of "near Kirkuk" is that of the words, not of the town."""
    one = None if known.place is None else known.place.precision
    other = None if head.place is None else head.place.precision
    return other if one is None or other is None else max(one, other)


def _chains(document: Document) -> Iterator[tuple[int, int, tuple[tuple[str, ...], ...]]]:
    """Tokens of the names before brackets that may hold divisions, and the names in the brackets as folded words."""
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
        first, last = _name_before(document, i)
        if first < last:
            yield first, last, _parts(document, i + 1, end)


def _parts(document: Document, first: int, last: int) -> tuple[tuple[str, ...], ...]:
    """The names in brackets, cut at commas, less "district" and the like."""
    kinds = section("coder_notes")["kinds"]
    parts: list[tuple[str, ...]] = []
    part: list[str] = []
    for i in range(first, last + 1):
        word = "," if i == last else document.tokens.folded[i]
        if word != ",":
            part.append(word)
            continue
        while len(part) > 1 and part[-1] in kinds:
            part.pop()
        if part:
            parts.append(tuple(part))
        part = []
    return tuple(parts)


def _name_before(document: Document, bracket: int) -> tuple[int, int]:
    """Tokens of the capitalised name that ends before a bracket, less "town", "village" and the like."""
    tokens = document.tokens
    kinds = section("coder_notes")["kinds"]
    last = bracket
    while last > 0 and bracket - last < HEAD and tokens.texts[last - 1][:1].islower():
        if tokens.folded[last - 1] not in kinds:
            return last, last
        last -= 1
    while last > 1 and tokens.texts[last - 1] in section("coder_notes")["Kinds"]:
        last -= 1
    first = last
    while first > 0 and last - first < HEAD:
        word = tokens.texts[first - 1]
        named = word[:1].isupper() or word[:1].isdigit() or word in "-'’" or word == "'s"
        before = tokens.texts[max(0, first - 3) : first - 1]
        small = word[:1].islower() and len(word) <= PARTICLE and any(one[:1].isupper() for one in before)
        grammar = section("grammar")
        link = word in grammar["prepositions"] or word in grammar["coordinators"] or word in grammar["determiners"]
        if link and not (small and word in _INSIDE):
            break
        if not (named or small):
            break
        first -= 1
    while first < last and not (tokens.texts[first][:1].isupper() or tokens.texts[first][:1].isdigit()):
        first += 1
    return first, last


_INSIDE = frozenset({"de", "of", "on"})


def _readings(words: tuple[str, ...]) -> tuple[Reading, ...]:
    """The places that a name may mean, by its spelling or a like one."""
    world = gazetteer()
    bare = tuple(word for word in words if word != "-")
    found = look_up(world, " ".join(bare), "words")
    readings = () if found is None or found.demonym else found.readings
    return readings or spelled(world, bare).readings


def _support(reading: Reading, parts: Sequence[Sequence[Reading]], homes: set[str]) -> float:
    """How much the brackets speak for a reading: 2 for each division it lies in, 1 for one in its country."""
    score = HOME * (reading.country in homes)
    for part in parts:
        if any(other.country == reading.country and other.row.admin1 == reading.row.admin1 for other in part):
            score += 2
        elif any(other.country == reading.country for other in part):
            score += 1
    last = parts[-1] if parts else ()
    province = any(
        o.row.feature == "A.ADM1" and o.country == reading.country and o.row.admin1 == reading.row.admin1 for o in last
    )
    return score + province  # the last name in brackets is that of a first-order division


def _best(readings: Sequence[Reading], parts: Sequence[Sequence[Reading]], homes: set[str]) -> Reading | None:
    """The reading that the brackets speak for most, then the likeliest; None where nothing speaks for any."""
    scored = [(_support(reading, parts, homes), reading.prior, -n) for n, reading in enumerate(readings)]
    if not scored or max(scored)[0] < 1:
        return None
    return readings[-max(scored)[2]]


def _head(
    document: Document,
    first: int,
    last: int,
    parts: Sequence[tuple[str, ...]],
    homes: set[str],
    known: PlaceMention | None,
) -> PlaceMention | None:
    """The mention of the name at these tokens; one that the gazetteer lacks takes the point of its finest division."""
    tokens = document.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    name = " ".join(document.text[start:end].split())
    divisions = [[reading for reading in _readings(part) if reading.row.feature[0] in "AP"] for part in parts]
    town = _best([reading for reading in _readings(tokens.folded[first:last]) if reading.spot], divisions, homes)
    if not name.isascii():
        return None
    if town is not None:
        place = evolve(place_of(town.row), name=name)
        reason = "the one in the divisions that the note names behind it"
        return PlaceMention(start, end, document.text[start:end], "place.note", place, reason=reason)
    if known is not None and known.place is not None and _stands(known.place, parts):
        place = evolve(known.place, name=name)
        return PlaceMention(start, end, document.text[start:end], known.rule, place, reason=known.reason)
    for n, readings in enumerate(divisions):
        others = [part for m, part in enumerate(divisions) if m != n]
        outer = _best(readings, others, homes) if others or homes else next(iter(readings), None)
        if outer is None and n == len(divisions) - 1:
            outer = next(iter(readings), None)
        if outer is not None:
            return _lying_in(document, start, end, name, place_of(outer.row))
    return None


def _stands(place: Place, parts: Sequence[tuple[str, ...]]) -> bool:
    """Whether a place holds though no bracket speaks for it: none names a division that is known, or not elsewhere."""
    exact = [look_up(gazetteer(), " ".join(word for word in part if word != "-"), "words") for part in parts]
    divisions = [entry.divisions[0] for entry in exact if entry is not None and entry.division and not entry.demonym]
    home = None if place.country is None else place.country.alpha_2
    return not divisions or any(reading.country == home for reading in divisions)


def _lying_in(document: Document, start: int, end: int, name: str, outer: Place) -> PlaceMention:
    """A place that the gazetteer lacks, at the point of the division that the note names."""
    close = 2 if (outer.feature or "")[:1] == "P" or outer.feature == "A.ADM2" else 3
    place = evolve(
        outer, name=name, precision=close, ucdp_precision=max(close, outer.ucdp_precision or 0), geonameid=None
    )
    reason = f"not in the gazetteer; the note puts it in {outer.name}, whose point this is"
    return PlaceMention(start, end, document.text[start:end], "place.note", place, reason=reason)


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
