"""What the tie-breaks look at: the deeds, sides and words of one act, as sets and masks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conflict_events.frames.aims import Aims
from conflict_events.frames.clauses import Voice, voice
from conflict_events.frames.deeds import Act, Deed
from conflict_events.frames.reality import Passing
from conflict_events.frames.sides import Side
from conflict_events.frames.stretch import Stretch
from conflict_events.frames.tiebreaks import Scene
from conflict_events.mentions.cues import Cues, bit
from conflict_events.text.sentences import Document

__all__ = ["scene_of"]

_CROWD_TURNS = frozenset({"assault", "capture", "loot"})
"""Deeds that are a riot where demonstrators do them."""
_ONE = frozenset(("a", "an", "one"))
TARGET = 12
"""Tokens from the trigger within which what it aims at stands."""


def _kinds(sides: Iterable[Side]) -> frozenset[str]:
    return frozenset(side.kind for side in sides if side.kind)


def _named(cues: Cues, deed: Deed) -> str:
    """The deed, or "riot" where demonstrators storm, loot or overrun."""
    crowd = deed.act in _CROWD_TURNS and _words(cues, deed.agents) & bit("crowd")
    return "riot" if crowd else deed.act


def _words(cues: Cues, sides: Iterable[Side]) -> int:
    """The classes of the words that name sides."""
    found = 0
    for side in sides:
        found |= cues.within(side.first, side.last)
    return found


def _lone(document: Document, agents: Sequence[Side]) -> bool:
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


def _acts(deed: Deed, live: tuple[Deed, ...]) -> bool:
    """Whether the agent of a deed is an agent of the act: "demonstrators" beaten are not."""
    return deed.act != "protest" or not deed.found.noun or len(live) == 1


def _abroad(stretch: Stretch, live: tuple[Deed, ...]) -> bool:
    """Whether all forces that act come from a country other than that of the places named."""
    homes = {
        side.mention.actor.country
        for deed in live
        for side in deed.agents
        if side.kind == "state" and side.mention is not None and side.mention.actor is not None
    }
    grounds = {place.place.country for place in stretch.places if place.place is not None and not place.metonym}
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


def scene_of(document: Document, stretch: Stretch, act: Act, cues: Cues, nearby: frozenset[str], aims: Aims) -> Scene:
    """The scene of one act.

    Args:
        document: the text.
        stretch: the sentence.
        act: the deeds.
        cues: what the words of the text say.
        nearby: deeds told in the sentences beside.
        aims: what crowds want; its words colour no act.
    """
    live, main = act.live, act.main.found
    if voice(document, stretch.sentence, main) is Voice.PASSIVE:
        target = cues.within(max(act.first, main.first - TARGET), main.first)
    else:
        target = cues.within(main.last, min(act.last, main.last + TARGET))
    return Scene(
        acts=frozenset(_named(cues, deed) for deed in live),
        circumstances=frozenset(deed.act for deed in act.deeds if deed.passing is Passing.DURING),
        agent_words=_words(cues, (side for deed in live if _acts(deed, live) for side in deed.agents)),
        agents=_kinds(side for deed in live if _acts(deed, live) for side in deed.agents),
        lone=_lone(document, [side for deed in live if _acts(deed, live) for side in deed.agents]),
        patients=_kinds(side for deed in live for side in deed.patients),
        here=_seen(cues, aims, act.first, act.last),
        whole=cues.sentences[stretch.index],
        target=target,
        around=cues.around(stretch.index),
        nearby_acts=nearby,
        default=main.entry.sub_event_type,
        places=bool(stretch.places),
        abroad=_abroad(stretch, live),
    )
