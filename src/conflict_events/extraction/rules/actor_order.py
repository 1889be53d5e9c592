"""Which side is which, as the codebook has it: crowds act and whoever meets them is the other side."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.extraction.rules.participants import Participant
from conflict_events.model.mention import ActorMention
from conflict_events.model.taxonomy import CROWDS, SubEventType

__all__ = ["orient"]

_CROWD = frozenset({"crowd", "mob"})
_MUTUAL = frozenset({SubEventType.AGREEMENT, SubEventType.ARMED_CLASH})
"""Acts of both sides: two subjects of one verb are the two sides."""
_FORCES = frozenset({"state", "armed"})


def orient(
    kind: SubEventType, agents: Sequence[Participant], patients: Sequence[Participant]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Mentions of the first and the second side of an act of this type.

    Args:
        kind: what happened, after the tie-breaks.
        agents: sides that the words make agents, in order.
        patients: sides acted on.

    Returns:
        In protests and riots the crowd first, whoever used force second, whatever the voice of the sentence;
        arrests are made by forces, whoever else seems to act; elsewhere agents first. Nobody stands on both sides.
    """
    if kind.event_type in CROWDS:
        everyone = [*agents, *patients]
        first = [side for side in everyone if side.kind in _CROWD]
        if not first:
            first = [side for side in agents if side.kind == "civilian"]
            first = first or [side for side in patients if side.kind == "civilian"]
        second = [side for side in everyone if side not in first]
        second.sort(key=lambda side: side.kind == "civilian")
    elif kind is SubEventType.ARRESTS:
        first = [side for side in agents if side.kind in _FORCES or not side.kind]
        second = [side for side in (*agents, *patients) if side not in first]
    elif kind is SubEventType.CHANGE_TO_GROUP:
        everyone = [*agents, *patients]
        first = [side for side in everyone if side.kind in _FORCES] or everyone
        second = [side for side in everyone if side not in first]
        first = first[:1] if len(first) > 1 and first[1] in patients else first
    else:
        first, second = list(agents), [side for side in patients if side not in agents]
        if kind in _MUTUAL and not second:
            named = list({side.mention: side for side in first if side.mention is not None}.values())
            first, second = (named[:1], named[1:]) if len(named) > 1 else (first, second)  # "X and Y signed"
        forces = [side for side in second if side.kind in _FORCES]
        if kind is SubEventType.ARMED_CLASH and not first and len({side.kind for side in forces}) > 1:
            first, second = forces[:1], forces[1:]  # "four soldiers and seven rebels were killed in a battle"
    ones, others = _mentions(first), _mentions(second)
    return ones, tuple([mention for mention in others if mention not in ones]) if ones else others


def _mentions(sides: Sequence[Participant]) -> tuple[ActorMention, ...]:
    """The mentions of sides, each once."""
    found = [side.mention for side in sides if side.mention is not None]
    return tuple(found if len(found) < 2 else dict.fromkeys(found))
