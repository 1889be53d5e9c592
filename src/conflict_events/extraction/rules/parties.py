"""The other side of acts that two sides do together: who loses ground, who signs, who fights back."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.extraction.rules.participants import Participant
from conflict_events.lexicon.load import section
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document

__all__ = ["OBJECT", "TAKING", "fought", "parties", "taken_from", "with_whom"]

OBJECT = 14
"""Tokens behind a trigger within which the side it acts on stands."""
TAKING = {"capture": ("from",), "transfer": ("to", "from")}
"""Acts by which ground goes over, and the words before the side that loses or gets it."""
_FORCES = frozenset({"armed", "state", "mob"})


def taken_from(document: Document, sides: Sequence[Participant], found: Found) -> list[Participant]:
    """The side behind "from", "to" or "back to" that loses ground or gets it: "retook the town from the rebels"."""
    links = TAKING[found.entry.act]
    edges = section("grammar")["object_edges"]
    for side in sides:
        if side.first >= found.last and side.governor in links and side.kind in _FORCES:
            near = side.first - found.last <= OBJECT and edges.isdisjoint(
                document.tokens.folded[found.last : side.first]
            )
            return [side] if near else []
    return []


def with_whom(sides: Sequence[Participant], found: Found) -> list[Participant]:
    """The other party: "signed a truce with the rebels"."""
    return [s for s in sides if s.governor == "with" and 0 <= s.first - found.last <= OBJECT][:1]


def parties(document: Document, sides: Sequence[Participant], found: Found) -> list[Participant]:
    """The sides of a fight: "clashes between X and Y", "a firefight with X"."""
    chosen: list[Participant] = []
    folded = document.tokens.folded
    for side in sides:
        if side.first < found.last or side.first - found.last > OBJECT:
            continue
        if side.governor in {"between", "with"} or (chosen and "and" in folded[chosen[-1].last : side.first]):
            chosen.append(side)
    return chosen[:3]


def fought(
    document: Document, sides: Sequence[Participant], found: Found, hurt: Sequence[Participant]
) -> list[Participant]:
    """Whom those fought who were hurt in it: "killed in an encounter with the police", "in a shoot-out between X and Y".

    Whatever the fight is called; those with whom somebody was hurt ("together with two soldiers") did not do it.

    Args:
        document: the text.
        sides: of the sentence.
        found: the verb for the harm.
        hurt: whom it came to.

    Returns:
        The armed sides behind "with" or "between", less those of the kind of the hurt where others are left.
    """
    if any(side.kind not in _FORCES for side in hurt):
        return []  # "a trader was killed in a car with two soldiers"
    folded, grammar = document.tokens.folded, section("grammar")
    chosen: list[Participant] = []
    for side in sides:
        if side.first < found.last or side.kind not in _FORCES:
            continue
        between = folded[found.last : side.first]
        if len(between) > OBJECT or not grammar["object_edges"].isdisjoint(between):
            break
        opened = between[0] in grammar["scenes"] if between else False
        joined = bool(chosen) and "and" in folded[chosen[-1].last : side.first]
        if opened and (joined or (side.governor in _AMONG and not _alongside(between, side.governor))):
            chosen.append(side)
    kinds = {side.kind for side in hurt}
    return [side for side in chosen if side.kind not in kinds] or (chosen if len(chosen) == 1 else [])


_AMONG = frozenset({"with", "between"})


def _alongside(between: Sequence[str], governor: str) -> bool:
    """Whether the words before "with" make it company: "in Goma, along with two soldiers"."""
    at = len(between) - 1 - between[::-1].index(governor) if governor in between else 0
    word = between[at - 1] if at else ","
    return word in section("grammar")["company"] or word in section("grammar")["marks"]
