"""Whether words tell one act or only talk of such acts: "the murder of a mayor on Sunday" against "murders are rising"."""

from __future__ import annotations

from conflict_events.extraction.rules.participants import Participant
from conflict_events.lexicon.load import section
from conflict_events.mentions.triggers import Found
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Anchors", "is_somebody", "points", "unspecific"]

ENOUGH = 2
"""Points from which words tell an act."""
_PAST = frozenset({"VBD", "VBN"})


@frozen(slots=True)
class Anchors:
    """What ties an act to the world: a day, a place smaller than a country, a loss, either side."""

    day: bool
    place: bool
    loss: bool
    agent: bool
    patient: bool


def _told(document: Document, sentence: Sentence, found: Found) -> int:
    """How plainly the trigger itself tells one act: 2 a verb in the past, 1 a definite noun or a participle.

    A participle behind "of" or "for" names a kind of act ("accused of kidnapping people").
    """
    grammar = section("grammar")
    if not found.noun:
        if not found.forms.isdisjoint(_PAST) or "X" in found.forms:
            return 2
        before = document.tokens.folded[max(sentence.first, found.first - 1) : found.first]
        return int(grammar["naming"].isdisjoint(before))
    before = document.tokens.folded[max(sentence.first, found.first - 3) : found.first]
    after = document.tokens.folded[found.last] if found.last < sentence.last else ""
    if after in {"of", "against", "on"}:
        return 1
    return int(any(word in grammar["determiners"] or word == "'s" or word[:1].isdigit() for word in before))


def is_somebody(document: Document, side: Participant) -> bool:
    """Whether a side is somebody one could point at, not people as such ("the killing of civilians")."""
    if side.kind != "civilian" or (side.mention is not None and not side.mention.plural):
        return True
    grammar = section("grammar")
    before = document.tokens.folded[max(0, side.first - 3) : side.first]
    return any(word[:1].isdigit() or word in grammar["determiners"] for word in before)


def points(document: Document, sentence: Sentence, found: Found, anchors: Anchors) -> int:
    """How much speaks for one act."""
    grammar = section("grammar")
    score = _told(document, sentence, found) + sum(
        (anchors.day, anchors.place, anchors.loss, anchors.agent, anchors.patient)
    )
    words = document.tokens.folded[sentence.first : sentence.last]
    if words and (words[-1] == "?" or not grammar["speakers"].isdisjoint(words)):
        score -= 1
    return score - found.entry.vague + (found.entry.strength == 3 and found.noun)


def unspecific(document: Document, sentence: Sentence, found: Found, anchors: Anchors) -> str:
    """Why words tell no act one could file, or ""."""
    if found.entry.vague > 1 and not anchors.loss:
        return "an operation or campaign, and no loss is told"
    before = document.tokens.folded[max(sentence.first, found.first - 4) : found.first]
    if not (anchors.day or anchors.place or anchors.loss) and not section("grammar")["condemning"].isdisjoint(before):
        return "only commented on: no day, place or loss is named"
    if points(document, sentence, found, anchors) < ENOUGH:
        return "talk of such acts in general: no day, place, loss or side is named"
    return ""
