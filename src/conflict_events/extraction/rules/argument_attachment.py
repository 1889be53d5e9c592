"""Where, when and with which loss: the mentions of a sentence that belong to one of its acts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from conflict_events.extraction.rules.grouping import Act
from conflict_events.extraction.rules.segments import Segment
from conflict_events.lexicon.load import section
from conflict_events.mentions.places import DATELINE
from conflict_events.mentions.places.mention import STRANGER
from conflict_events.model.kind import GROUPS
from conflict_events.model.mention import ActorMention, DateMention, Mention, PlaceMention
from conflict_events.model.place import Place
from conflict_events.text.sentences import Document

__all__ = ["dates_of", "part_of", "places_of"]

M = TypeVar("M", bound=Mention)

_FIRED = frozenset({"shelling", "air_strike", "bomb", "disrupt"})
"""Acts that start in one place and end in another."""
_NO_SCENE = frozenset({DATELINE, STRANGER})
"""Rules of places where the article was sent from, and of names that are hardly places."""
_TAKING = frozenset({"abduct", "arrest", "captive", "capture", "transfer", "loot", "disrupt", "other", "other_strong"})
"""Acts whose victims are taken "from" the scene, or driven from it."""
ORIGIN = 2
"""Tokens before a place within which "from" makes it the place from which was fired."""


def part_of(mentions: Sequence[M], document: Document, act: Act, *, alone: bool) -> list[M]:
    """The mentions in the act's part of the sentence; all of them where it is ``alone``."""
    if alone:
        return list(mentions)
    low, high = document.tokens.starts[act.first], document.tokens.ends[act.last - 1]
    return [mention for mention in mentions if low <= mention.start < high]


def dates_of(document: Document, segment: Segment, act: Act, *, alone: bool) -> list[DateMention]:
    """Dates of an act, the nearest to its trigger first; the only date of a sentence dates all that it tells."""
    dates = part_of(segment.dates, document, act, alone=alone)
    if not dates and len(segment.dates) == 1 and not act.main.found.noun:
        dates = list(segment.dates)
    if len(dates) < 2:
        return dates
    middle = act.main.found.mention.start
    return sorted(dates, key=lambda date: abs(date.start - middle))


def _owns(document: Document, place: PlaceMention) -> bool:
    """Whether a place only owns something ("leaders of Iran's allies") and no preposition puts the act there."""
    folded = document.tokens.folded
    last = bisect_left(document.tokens.starts, place.end)
    if last >= len(folded) or folded[last] != "'s":
        return False
    first = bisect_left(document.tokens.starts, place.start)
    before = folded[first - 1] if first else ""
    return before == "of" or before not in section("grammar")["prepositions"]


def _between(document: Document, place: PlaceMention) -> bool:
    """Whether a road or line joins a place to the next: "between Gusau and Funtua" is one scene."""
    first = bisect_left(document.tokens.starts, place.start)
    return "between" in document.tokens.folded[max(0, first - 3) : first]


def _told_to(document: Document, place: PlaceMention) -> bool:
    """Whether a name is that of a newspaper or station: "told The Irrawaddy"."""
    first = bisect_left(document.tokens.starts, place.start)
    before = document.tokens.folded[max(0, first - 2) : first]
    return not section("grammar")["telling"].isdisjoint(before)


def _names_a_side(document: Document, place: PlaceMention, actors: Sequence[ActorMention]) -> bool:
    """Whether a place is part of a side's name; behind "into" or "and" a whole name is a place all the same."""
    around = next((actor for actor in actors if actor.start <= place.start and place.end <= actor.end), None)
    if around is None:
        return False
    first = bisect_left(document.tokens.starts, place.start)
    before = document.tokens.folded[first - 1] if first else ""
    grammar = section("grammar")
    located = before in grammar["prepositions"] or before in grammar["coordinators"]
    return not (located and (around.start, around.end) == (place.start, place.end))


def _home_of(document: Document, place: PlaceMention, actors: Sequence[ActorMention], *, taken: bool) -> bool:
    """Whether a place is only where somebody comes from: "the group from Somalia", "a woman from Goma was shot"."""
    starts = document.tokens.starts
    first = bisect_left(starts, place.start)
    if first < 2 or document.tokens.folded[first - 1] != "from":
        return False
    return any(
        actor.end > starts[first - 2] >= actor.start
        and actor.actor is not None
        and (actor.actor.kind in GROUPS or not taken)
        for actor in actors
    )


def _scenes(document: Document, segment: Segment, places: Sequence[PlaceMention], *, taken: bool) -> list[PlaceMention]:
    """The places that something may have happened in: no governments, owners, homes, parts of names, no dateline."""
    return [
        place
        for place in places
        if not place.metonym
        and place.rule not in _NO_SCENE
        and not _told_to(document, place)
        and not _names_a_side(document, place, segment.actors)
        and not _home_of(document, place, segment.actors, taken=taken)
        and not _owns(document, place)
    ]


def places_of(document: Document, segment: Segment, act: Act, *, alone: bool) -> tuple[list[PlaceMention], bool]:
    """Places that may be the scene of an act: those behind the trigger first, then those before it.

    Returns:
        The places, and whether the act happened at each of them ("into Tel Aviv and Haifa").
    """
    tokens = document.tokens
    taken = not _TAKING.isdisjoint([predicate.act for predicate in act.predicates])
    places = _scenes(document, segment, part_of(segment.places, document, act, alone=alone), taken=taken)
    if not places and not alone and not act.main.found.noun:
        places = _scenes(
            document, segment, segment.places, taken=taken
        )  # one place holds for all that its sentence tells
    places = _goals_last(document, _heads(document, _struck(document, act, places)))
    edge = tokens.ends[act.main.found.last - 1]
    behind = [place for place in places if place.start >= edge]
    if behind and _between(document, behind[0]):
        return [*behind, *(place for place in reversed(places) if place.start < edge)], False
    on_a_par = behind[:1]
    for left, right in pairwise(behind):
        between = tokens.text[left.end : right.start].strip(" ,\n")
        if between not in {"", "and"}:
            break
        on_a_par.append(right)
        if between == "and":
            return on_a_par, True
    return [*behind, *(place for place in reversed(places) if place.start < edge)], False


def _goals_last(document: Document, places: list[PlaceMention]) -> list[PlaceMention]:
    """The places without those to which somebody was on the way, where another is named: "on the road to Goma"."""
    if len(places) < 2:
        return places
    folded, starts = document.tokens.folded, document.tokens.starts
    kept = [place for place in places if folded[max(0, bisect_left(starts, place.start) - 1)] != "to"]
    return kept or places


def _struck(document: Document, act: Act, places: list[PlaceMention]) -> list[PlaceMention]:
    """The places less those from which was fired, where another is named: "a rocket fired from Gaza hit Rehovot"."""
    if not any(predicate.act in _FIRED for predicate in act.predicates) or len(places) < 2:
        return places
    folded, starts = document.tokens.folded, document.tokens.starts
    struck = []
    for place in places:
        first = bisect_left(starts, place.start)
        if "from" not in folded[max(act.first, first - ORIGIN) : first]:
            struck.append(place)
    return struck or places


def _heads(document: Document, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places less those that only say where the one before them lies: "in Celle, Saxony", "Celle (Celle, Saxony)"."""
    text = document.tokens.text
    kept: list[PlaceMention] = []
    before: PlaceMention | None = None
    for place in places:
        head = kept[-1] if kept else None
        if before is None or head is None or not _lies_in(head, place, text[before.end : place.start]):
            kept.append(place)
        before = place
    return kept


def _lies_in(head: PlaceMention, outer: PlaceMention, between: str) -> bool:
    """Whether a place behind a comma or bracket only says where the head lies: its division, "north of" a city."""
    marks = between.split()
    if head.place is None or outer.place is None or not marks or marks[0] not in {",", "(", "["}:
        return False
    inner, wide = head.place, outer.place
    if inner.country != wide.country:
        return False
    if len(marks) > 1:
        return len(marks) == 2 and marks[1] in section("resolve")["within"] and _is_wide(wide)
    if marks[0] != "," or outer.rule == "place.distance":
        return True
    return wide.is_country or (inner.admin1 == wide.admin1 and (wide.feature or "A")[0] == "A")


def _is_wide(place: Place) -> bool:
    """Whether a place is a country, a part of one or a division, which holds the place named before it."""
    return (place.feature or "A")[0] in "AL"
