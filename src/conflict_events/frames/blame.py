"""Who is blamed for an act, where the grammar of the act names nobody: "blamed X for", "held X responsible for"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from conflict_events.lexicon.load import section
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.text.sentences import Document, Sentence

__all__ = ["blamed"]

NEAR = 8
"""Tokens between the blaming word and the side it names."""

DENIED = 5
"""Tokens before the blaming word within which "not" or "denied" undoes it."""

ARMED = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL_OTHER,
    }
)


def blamed(document: Document, sentence: Sentence, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The side that a sentence blames.

    Args:
        document: the text.
        sentence: the sentence, or a piece of one, that also tells the act.
        actors: its actor mentions, in order.

    Returns:
        The first side blamed; None where none is, or where the blame is denied.
    """
    words = section("blame")
    folded = document.tokens.folded
    if words["any"].isdisjoint(folded[sentence.first : sentence.last]):
        return None
    armed = [actor for actor in actors if actor.actor is not None and actor.actor.kind in ARMED]
    if not armed:
        return None
    for i in range(sentence.first, sentence.last):
        word = folded[i]
        if word in words["accuse"]:
            passive = i > sentence.first and folded[i - 1] in words["be"]
            found = _before(document, armed, i) if passive else _for(document, armed, i)
        elif word in words["responsible"]:
            found = _held(document, armed, i, sentence.first)
        elif word in words["pointing"]:
            found = _after(document, armed, i, "to")
        elif word in words["doing"]:
            found = _after(document, armed, i, "by")
        elif word in words["work"]:
            found = _after(document, armed, i, "of")
        else:
            continue
        if found is not None and words["deny"].isdisjoint(folded[max(sentence.first, i - DENIED) : i + 1]):
            return found
    return None


def _token(document: Document, offset: int) -> int:
    return bisect_left(document.tokens.starts, offset)


def _before(document: Document, armed: Sequence[ActorMention], i: int) -> ActorMention | None:
    """The last side that ends shortly before a token."""
    for actor in reversed(armed):
        last = _token(document, actor.end)
        if last <= i:
            return actor if i - last <= NEAR else None
    return None


def _for(document: Document, armed: Sequence[ActorMention], i: int) -> ActorMention | None:
    """The side right behind "blamed", with "for" or "of" behind it."""
    folded = document.tokens.folded
    for actor in armed:
        first, last = _token(document, actor.start), _token(document, actor.end)
        if first > i:
            near = first - i <= NEAR and {"for", "of", "in"} & set(folded[last : last + 3])
            return actor if near else None
    return None


def _after(document: Document, armed: Sequence[ActorMention], i: int, link: str) -> ActorMention | None:
    """The side shortly behind "attributed to", "committed by", "the work of"."""
    folded = document.tokens.folded
    if i + 1 >= len(folded) or folded[i + 1] != link:
        return None
    for actor in armed:
        first = _token(document, actor.start)
        if first > i:
            return actor if first - i <= NEAR else None
    return None


def _held(document: Document, armed: Sequence[ActorMention], i: int, floor: int) -> ActorMention | None:
    """The side of "holds X responsible" or "X is responsible", with "for" behind."""
    folded, words = document.tokens.folded, section("blame")
    if "for" not in folded[i + 1 : i + 3] and "of" not in folded[i + 1 : i + 3]:
        return None
    found = _before(document, armed, i)
    if found is None:
        return None
    held = not words["hold"].isdisjoint(folded[max(floor, _token(document, found.start) - NEAR) : i])
    return found if held or not words["be"].isdisjoint(folded[_token(document, found.end) : i]) else None
