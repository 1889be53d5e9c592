"""The subject behind a nearer one: "the militia that soldiers had trained killed", "rebels hiding among villagers shot"."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.extraction.rules.participants import Participant
from conflict_events.lexicon.load import section

__all__ = ["outer_subject"]

_OBJECTS = frozenset({"that", "whom", "which", "who"})
"""Open a relative clause with a subject of its own."""
_FAR = 3
"""Sides that are looked back at."""
_LONGEST = 16
"""Tokens between the commas of what is put in."""


def outer_subject(folded: Sequence[str], sides: Sequence[Participant], index: int, first: int) -> int:
    """The subject of a finite verb, where the nearest side may stand inside of what describes another.

    Args:
        folded: the tokens of the text.
        sides: of the sentence.
        index: of the nearest side.
        first: token of the verb.

    Returns:
        Index of the side that is described, or of the nearest itself.
    """
    near = sides[index]
    for k in range(index - 1, max(-1, index - 1 - _FAR), -1):
        outer = sides[k]
        if outer.speaks or first - outer.last > 2 * _LONGEST:
            break
        if _relative(folded, outer, near, first) or _described(folded, outer, near, first):
            return k
        if _put_in(folded, outer, near, first):
            return k
    return index


def _relative(folded: Sequence[str], outer: Participant, near: Participant, first: int) -> bool:
    """Whether the nearer side is the subject of a relative clause: "rebels (whom) the army had cornered near it shot"."""
    grammar = section("grammar")
    at = near.first
    while at > outer.last and folded[at - 1] in grammar["determiners"] and folded[at - 1] not in _OBJECTS:
        at -= 1
    if at > outer.last and folded[at - 1] in _OBJECTS:
        at -= 1
    if at != outer.last:
        return False
    between = folded[near.last : first]
    if not between or "," in between or grammar["auxiliaries"].issuperset(between):
        return False
    return between[0] in grammar["have"] or between[0] in grammar["be"] or between[0].endswith("ed")


def _described(folded: Sequence[str], outer: Participant, near: Participant, first: int) -> bool:
    """Whether a participle behind a side opens what describes it: "soldiers guarding farmers near the town shot"."""
    grammar = section("grammar")
    if outer.last >= near.first or outer.governor not in ("", "of"):
        return False
    word, behind = folded[outer.last], folded[outer.last + 1]
    doing = word.endswith("ing") and len(word) > 4 and word not in grammar["prepositions"]
    done = word.endswith("ed") and (behind in grammar["prepositions"] or behind == "to")
    if not (doing or done):
        return False
    edges: frozenset[str] = grammar["stops"] | grammar["subordinators"] | grammar["relatives"] | grammar["coordinators"]
    return (edges | {","}).isdisjoint(folded[outer.last : first])


def _put_in(folded: Sequence[str], outer: Participant, near: Participant, first: int) -> bool:
    """Whether the nearer side stands between commas behind another: "the gunmen, disguised as soldiers, shot"."""
    grammar = section("grammar")
    close = first - 1
    while close > near.last and folded[close] in grammar["auxiliaries"]:
        close -= 1
    if folded[close] != "," or folded[outer.last] != "," or not outer.last < near.first <= near.last <= close:
        return False
    if close - outer.last > _LONGEST or "," in folded[outer.last + 1 : close]:
        return False
    word, behind = folded[outer.last + 1], folded[outer.last + 2]
    participle = word.endswith("ing") or (word.endswith("ed") and (behind in grammar["prepositions"] or behind == "as"))
    return participle or word in _OBJECTS
