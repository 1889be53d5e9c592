"""Who claims an act in a sentence behind it, as in "A bomb went off. X claimed responsibility", which names no agent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from conflict_events.frames.frame import EventFrame
from conflict_events.lexicon.load import section
from conflict_events.model.mention import ActorMention
from conflict_events.text.sentences import Document

__all__ = ["with_claims"]

BEHIND = 3
"""Sentences: how far behind an act its claim may stand."""

REACH = 8
"""Tokens between the side and its claim, and before the side for a "no" that undoes it ("no group has claimed")."""


def with_claims(document: Document, frames: Sequence[EventFrame], actors: Sequence[ActorMention]) -> list[EventFrame]:
    """The frames, each act of an unnamed agent with the side that claims it in a sentence behind it.

    Args:
        document: the text.
        frames: in the order of the text.
        actors: mentions of sides in the article, in order.
    """
    kept = list(frames)
    if "responsibility" not in document.tokens.folded:
        return kept
    told = {frame.sentence for frame in frames}
    for i, word in enumerate(document.tokens.folded):
        index = document.sentence_of[i]
        if word != "responsibility" or index in told:
            continue
        side = _claimant(document, i, actors)
        at = next((n for n in range(len(kept) - 1, -1, -1) if kept[n].sentence < index), None)
        if side is None or at is None or index - kept[at].sentence > BEHIND:
            continue
        if kept[at].claimed_by is None and _nobody(kept[at].agent):
            kept[at] = evolve(kept[at], agent=None, claimed_by=side)
    return kept


def _nobody(agent: ActorMention | None) -> bool:
    """Whether an act has no agent, or one without a name ("a suicide bomber", "gunmen")."""
    return agent is None or agent.actor is None or agent.actor.name.startswith("Unidentified")


def _claimant(document: Document, i: int, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The side right before "claimed responsibility", unless the words say that none did."""
    folded = document.tokens.folded
    if folded[i - 1] not in section("grammar")["claims"] or i == 0:
        return None
    starts = document.tokens.starts
    at = bisect_left([actor.start for actor in actors], starts[i]) - 1
    if at < 0:
        return None
    first = bisect_left(starts, actors[at].start)
    near = i - first <= REACH and document.sentence_of[first] == document.sentence_of[i]
    denied = not section("grammar")["negators"].isdisjoint(folded[max(0, first - 3) : i])
    return actors[at] if near and not denied else None
