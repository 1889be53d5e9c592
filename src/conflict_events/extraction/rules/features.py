"""What the tie-breaks look at: the predicates, sides and words of one act, as sets and masks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conflict_events.extraction.rules.classification import Features
from conflict_events.extraction.rules.factuality import Passing
from conflict_events.extraction.rules.grouping import Act
from conflict_events.extraction.rules.participants import Participant
from conflict_events.extraction.rules.predicates import Predicate
from conflict_events.extraction.rules.protest_demands import Aims
from conflict_events.extraction.rules.roles import Voice, voice
from conflict_events.extraction.rules.segments import Segment
from conflict_events.mentions.cues import Cues, bit
from conflict_events.text.sentences import Document

__all__ = ["features_of"]

_CROWD_TURNS = frozenset({"assault", "capture", "loot"})
"""Acts that are a riot where demonstrators do them."""
_ONE = frozenset(("a", "an", "one"))
TARGET = 12
"""Tokens from the trigger within which what it aims at stands."""


def _kinds(sides: Iterable[Participant]) -> frozenset[str]:
    return frozenset(side.kind for side in sides if side.kind)


def _named(cues: Cues, predicate: Predicate) -> str:
    """The predicate, or "riot" where demonstrators storm, loot or overrun."""
    crowd = predicate.act in _CROWD_TURNS and _words(cues, predicate.agents) & bit("crowd")
    return "riot" if crowd else predicate.act


def _words(cues: Cues, sides: Iterable[Participant]) -> int:
    """The classes of the words that name sides."""
    found = 0
    for side in sides:
        found |= cues.within(side.first, side.last)
    return found


def _lone(document: Document, agents: Sequence[Participant]) -> bool:
    """Whether one person alone acts: "stabbed by a man", "a student attacked a teacher"."""
    return bool(agents) and all(
        side.kind == "civilian"
        and (side.mention is None or not side.mention.plural)
        and _counts_one(document.tokens.folded[max(0, side.first - 4) : side.first + 1])
        for side in agents
    )


def _counts_one(words: Sequence[str]) -> bool:
    """Whether "a" or "one" opens the noun group that the words end with, and no "of" lies between."""
    for word in reversed(words):
        if word in _ONE:
            return True
        if word == "of":
            return False
    return False


def _acts(predicate: Predicate, live: tuple[Predicate, ...]) -> bool:
    """Whether the agent of a predicate is an agent of the act: "demonstrators" beaten are not."""
    return predicate.act != "protest" or not predicate.found.noun or len(live) == 1


def _abroad(segment: Segment, live: tuple[Predicate, ...]) -> bool:
    """Whether all forces that act come from a country other than that of the places named."""
    homes = {
        side.mention.actor.country
        for predicate in live
        for side in predicate.agents
        if side.kind == "state" and side.mention is not None and side.mention.actor is not None
    }
    grounds = {place.place.country for place in segment.places if place.place is not None and not place.metonym}
    return bool(homes) and bool(grounds) and None not in homes | grounds and homes.isdisjoint(grounds)


def _seen(cues: Cues, aims: Aims, first: int, last: int) -> int:
    """Classes of cue words among tokens that tell no crowd's aim."""
    if not aims.firsts:
        return cues.within(first, last)
    found = 0
    for i in range(max(0, first), min(last, len(cues.tokens))):
        if cues.tokens[i] and not aims.holds(i):
            found |= cues.tokens[i]
    return found


def features_of(
    document: Document, segment: Segment, act: Act, cues: Cues, nearby: frozenset[str], aims: Aims
) -> Features:
    """The features of one act.

    Args:
        document: the text.
        segment: the sentence.
        act: the predicates.
        cues: what the words of the text say.
        nearby: predicates told in the sentences beside.
        aims: what crowds want; its words colour no act.
    """
    live, main = act.live, act.main.found
    if voice(document, segment.sentence, main) is Voice.PASSIVE:
        target = cues.within(max(act.first, main.first - TARGET), main.first)
    else:
        target = cues.within(main.last, min(act.last, main.last + TARGET))
    return Features(
        acts=frozenset(_named(cues, predicate) for predicate in live),
        circumstances=frozenset(predicate.act for predicate in act.predicates if predicate.passing is Passing.DURING),
        agent_words=_words(cues, (side for predicate in live if _acts(predicate, live) for side in predicate.agents)),
        agents=_kinds(side for predicate in live if _acts(predicate, live) for side in predicate.agents),
        lone=_lone(document, [side for predicate in live if _acts(predicate, live) for side in predicate.agents]),
        patients=_kinds(side for predicate in live for side in predicate.patients),
        here=_seen(cues, aims, act.first, act.last),
        whole=cues.sentences[segment.index],
        target=target,
        around=cues.around(segment.index),
        nearby_acts=nearby,
        default=main.entry.sub_event_type,
        places=bool(segment.places),
        abroad=_abroad(segment, live),
    )
