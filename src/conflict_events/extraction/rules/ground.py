"""Whether a word for taking or giving names ground that changes hands: "rebels took Goma", not "took the bus"."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.extraction.rules.participants import Participant
from conflict_events.extraction.rules.roles import Voice, voice
from conflict_events.extraction.rules.segments import Segment
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document

__all__ = ["names_ground"]

_FORCES = frozenset({"armed", "state"})
TAKEN = 8
"""Tokens before a passive verb within which the place taken stands."""


def names_ground(document: Document, segment: Segment, found: Found, patients: Sequence[Participant]) -> bool:
    """Whether the ground stands where the word wants it, or a force loses what a name may stand for.

    Args:
        document: the text.
        segment: its sentence.
        found: the word; its entry says how near the place must stand, 0 for words that need none.
        patients: whom it is taken from, or given to.
    """
    return not found.entry.place or _loser(found, patients) or _takes_ground(document, segment, found)


def _loser(found: Found, patients: Sequence[Participant]) -> bool:
    """Whether a force loses the ground that a name may stand for: "captured Dabiq from the rebels"."""
    return any(side.governor == "from" and side.kind in _FORCES and side.first >= found.last for side in patients)


def _takes_ground(document: Document, segment: Segment, found: Found) -> bool:
    """Whether a force of the sentence takes or gives a place: "rebels took Goma", "Goma was taken"."""
    if not any(side.kind in _FORCES and not side.speaks for side in segment.sides):
        return False
    starts, ends = document.tokens.starts, document.tokens.ends
    reach = (
        found.last + found.entry.place + ("of" in document.tokens.folded[found.last : found.last + found.entry.place])
    )
    behind = starts[found.last - 1], ends[min(reach, segment.sentence.last) - 1]
    before = starts[max(segment.sentence.first, found.first - TAKEN)], starts[found.first]
    passive = voice(document, segment.sentence, found) is Voice.PASSIVE
    low, high = before if passive else behind
    return any(
        low <= place.start < high
        and not place.metonym
        and not (place.place is not None and place.place.is_country)
        and not any(actor.start <= place.start and place.end < actor.end for actor in segment.actors)
        for place in segment.places
    )
