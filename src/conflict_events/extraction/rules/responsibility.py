"""Who answers for an act whose grammar names nobody: the side that claims it, and the side that others blame for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import evolve

from conflict_events.extraction.event_mention import Answer, EventMention
from conflict_events.lexicon.load import section
from conflict_events.model.evidence import Evidence
from conflict_events.model.kind import ARMED
from conflict_events.model.mention import ActorMention
from conflict_events.model.quick import frozen
from conflict_events.model.taxonomy import VIOLENT
from conflict_events.model.trusted import maker
from conflict_events.text.sentences import Document

__all__ = ["answer_in", "answered", "nobody"]

_evidence = maker(Evidence)

BEHIND = 3
"""Sentences: how far behind an act its claim or its blame may stand."""
DENIED = 5
"""Tokens before the words within which "not" or "denied" undoes them, as it does shortly before the side and behind
the words."""
ACCUSER = 4
"""Tokens between one who accuses and the word of blame."""
JOINED = 3
"""Tokens between a side and the next one that is named in one breath with it."""
NEED = 4
"""Tokens behind the words, or behind the side, among which the words that a cue needs stand."""


class Slot(StrEnum):
    """Where the side stands from the words of a cue."""

    BEFORE = "before"
    BEHIND = "behind"


@frozen(slots=True, eq=False)
class Side:
    """An armed side in tokens ``first`` up to ``last``."""

    mention: ActorMention
    first: int
    last: int


def answer_in(
    document: Document, first: int, last: int, actors: Sequence[ActorMention], *, apart: bool = False
) -> Answer | None:
    """The side that the words from one token to another make answer for an act.

    Args:
        document: the text.
        first: first token.
        last: one past the last.
        actors: the actor mentions among them, in order.
        apart: the act itself is told elsewhere, so the words must point to it ("the attack", "it") or end behind the
            side.

    Returns:
        The first such side with the words that say so; None where there is none, or where it is denied.
    """
    cues, folded = section("blame"), document.tokens.folded
    by_word = cues["by_word"]
    if by_word.keys().isdisjoint(folded[first:last]):
        return None
    starts = document.tokens.starts
    sides = [
        Side(actor, bisect_left(starts, actor.start), bisect_left(starts, actor.end))
        for actor in actors
        if actor.actor is not None and actor.actor.kind in ARMED
    ]
    if not sides:
        return None
    pointing = not cues["acts"].isdisjoint(folded[first:last])
    for i in range(first, last):
        for cue in by_word.get(folded[i], ()):
            side = _side(folded, cue, i, first, sides)
            if side is None or not _needed(folded, cue, i, side, first):
                continue
            if apart and not (pointing or _ends(side.last, last)):
                continue
            if _denied(folded, i, side, first):
                continue
            accuser = next((actor for actor in reversed(actors) if actor.end <= starts[i]), None)
            if accuser is not None and (accuser is side.mention or i - bisect_left(starts, accuser.end) > ACCUSER):
                accuser = None
            others = tuple(_others(folded, sides, side))
            return Answer(side.mention, cue["claims"], _words(document, i, cue), accuser, others=others)
    return None


def _side(folded: Sequence[str], cue: Mapping[str, Any], i: int, first: int, sides: Sequence[Side]) -> Side | None:
    """The side in the slot of a cue at token ``i``."""
    be = section("grammar")["be"]
    passive = i > first and (folded[i - 1] in be or (i > first + 1 and folded[i - 2] in be))
    reach = cue["reach"]
    if (cue["side"] == Slot.BEFORE) != (bool(cue["turns"]) and passive):
        side = next((side for side in reversed(sides) if side.last <= i), None)
        return side if side is not None and i - side.last <= reach else None
    side = next((side for side in sides if side.last > i), None)
    if side is None or side.first - i > reach:
        return None
    if side.first <= i:  # "members of X" is one mention, "suspected thief" blames nobody else
        return side if i + 1 < side.last and folded[i + 1] in cue["links"] else None
    return (
        side
        if not cue["links"] or not cue["links"].isdisjoint(folded[max(i + 1, side.first - 4) : side.first])
        else None
    )


def _others(folded: Sequence[str], sides: Sequence[Side], side: Side) -> list[ActorMention]:
    """The sides right behind a side, joined to it by "and" or a comma."""
    found: list[ActorMention] = []
    edge = side.last
    for other in sides:
        if other.first < edge:
            continue
        between = folded[edge : other.first]
        if not between or len(between) > JOINED or between[0] not in {"and", ","}:
            break
        found.append(other.mention)
        edge = other.last
    return found


def _needed(folded: Sequence[str], cue: Mapping[str, Any], i: int, side: Side, first: int) -> bool:
    """Whether the words that a cue needs before it, or behind it and its side, are there."""
    before, behind = cue["before"], cue["behind"]
    if before and before.isdisjoint(folded[max(first, i - NEED) : i]):
        return False
    edge = max(i + 1, side.last)
    return not behind or edge >= len(folded) or not behind.isdisjoint(folded[edge : edge + NEED])


def _ends(edge: int, last: int) -> bool:
    """Whether nothing but a mark follows a side."""
    return last - edge <= 1


def _denied(folded: Sequence[str], i: int, side: Side, first: int) -> bool:
    deny = section("blame")["deny"]
    near = folded[max(first, i - DENIED) : i + NEED]
    return not deny.isdisjoint(near) or not deny.isdisjoint(folded[max(first, side.first - 3) : max(i, side.first)])


def _words(document: Document, i: int, cue: Mapping[str, Any]) -> Evidence:
    """The word of a cue, with the words from the one before it that the cue needs: "claimed responsibility"."""
    tokens = document.tokens
    opens = (at for at in range(i - 1, max(-1, i - 1 - NEED), -1) if tokens.folded[at] in cue["before"])
    start, end = tokens.starts[next(opens, i)], tokens.ends[i]
    return _evidence(start, end, tokens.text[start:end], f"blame.{cue['id']}")


def answered(
    document: Document, event_mentions: Sequence[EventMention], actors: Sequence[ActorMention]
) -> list[EventMention]:
    """The event mentions, each act of an unnamed agent with the side that answers for it in a sentence behind it.

    Args:
        document: the text.
        event_mentions: in the order of the text.
        actors: mentions of sides in the article, in order.
    """
    kept = list(event_mentions)
    if not kept or section("blame")["by_word"].keys().isdisjoint(document.tokens.folded):
        return kept
    told = {event_mention.sentence for event_mention in event_mentions}
    starts = [actor.start for actor in actors]
    for at, sentences in _open(kept, told, len(document.sentences)):
        for index in sentences:
            sentence = document.sentences[index]
            here = actors[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
            found = answer_in(document, sentence.first, sentence.last, here, apart=True) if here else None
            if found is not None:
                kept[at] = evolve(kept[at], agent=None, answer=found, more_agents=found.others)
                break
    return kept


def _open(event_mentions: Sequence[EventMention], told: set[int], count: int) -> Iterator[tuple[int, list[int]]]:
    """Each act that nobody answers for yet, with the sentences behind it that tell no act of their own."""
    for at, event_mention in enumerate(event_mentions):
        if (
            event_mention.sub_event_type.event_type not in VIOLENT
            or event_mention.answer is not None
            or not nobody(event_mention.agent)
        ):
            continue
        sentences = []
        for index in range(event_mention.sentence + 1, min(event_mention.sentence + 1 + BEHIND, count)):
            if index in told and any(
                not nobody(other.agent) for other in event_mentions[at + 1 : at + 4] if other.sentence == index
            ):
                break
            if index not in told:
                sentences.append(index)
        yield at, sentences


def nobody(agent: ActorMention | None) -> bool:
    """Whether an act has no agent, or one without a name ("a suicide bomber", "gunmen")."""
    return agent is None or agent.actor is None or agent.actor.unidentified
