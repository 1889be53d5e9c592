"""The subject of a verb: the nearest side before it, in its clause, that nothing governs, and those it is joined to."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.extraction.rules.outer_clauses import outer_subject
from conflict_events.extraction.rules.participants import Participant
from conflict_events.lexicon.load import section
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document

__all__ = ["FREE", "SUBJECT", "other_subject", "speaks_of_itself", "subjects_of"]

SUBJECT = 28
"""Tokens before a verb within which its subject stands."""
PUT_IN = 20
"""Tokens between the commas of what says who a side is."""
SAID = 6
"""Tokens between a side that speaks and the "it" that stands for it."""

FREE = frozenset({"", "of"})
"""Governors of a noun group that may be a subject: none, or an "of" that is looked through."""


def _subject(document: Document, sides: Sequence[Participant], found: Found) -> int | None:
    """Index of the side that is the subject of a verb: the nearest before it, in its clause, that none governs.

    A relative verb takes the side before its pronoun; a participle takes the subject of the whole clause ("gunmen
    attacked a bus, killing six"), and so does a verb behind "and".
    """
    grammar = section("grammar")
    folded = document.tokens.folded
    participle = "VBG" in found.forms or folded[found.first - 1] in grammar["coordinators"]
    stops = grammar["stops"] if participle else grammar["clause_edges"]
    relative = _relative(folded, found.first)
    chosen: int | None = None
    for index in range(len(sides) - 1, -1, -1):
        side = sides[index]
        if side.last > found.first or (side.pronoun == "body" and _says_it(folded, sides[:index], found.first)):
            continue
        if side.speaks:
            if chosen is None and speaks_of_itself(folded, side, found.first):
                return index
            continue
        if relative is not None and relative - 1 <= side.last <= relative:
            return index
        if found.first - side.first > SUBJECT or not stops.isdisjoint(_told_of(folded[side.last : found.first])):
            break
        if not participle and other_subject(folded, side.last, found.first):
            break
        if chosen is not None and not grammar["reporting"].isdisjoint(folded[side.last : sides[chosen].first]):
            break  # "a man said the militants invaded the village, burning": the militants burn
        beside = chosen is None and _beside(document, side, found)
        if beside or side.governor in FREE or side.governor in grammar["subordinators"]:
            chosen = index if participle else outer_subject(folded, sides, index, found.first)
            if not participle or side.last == found.first:
                break
            if not grammar["subordinators"].isdisjoint(folded[max(0, side.first - 3) : side.first]):
                break
    return chosen


def _told_of(words: Sequence[str]) -> Sequence[str]:
    """The words between a side and a verb without what only says who it is: brackets, ", identified as X alias Y,"."""
    words = _unbracketed(words)
    grammar = section("grammar")
    if len(words) < 3 or words[0] != ",":
        return words
    if words[1] in grammar["auxiliaries"] or not (words[1].endswith("ed") or words[1] in grammar["introducing"]):
        return words
    last = len(words) - 1 - words[::-1].index(",")
    idle: frozenset[str] = grammar["auxiliaries"] | grammar["adverbs"]
    put_in = 1 < last <= PUT_IN and words[2] in grammar["prepositions"] | {"as"}
    return words[last:] if put_in and idle.issuperset(words[last + 1 :]) else words


def _unbracketed(words: Sequence[str]) -> Sequence[str]:
    """The words without what stands in brackets: "residents of Khayelitsha (Cape Town) beat"."""
    if "(" not in words or ")" not in words:
        return words
    opened, closed = words.index("("), words.index(")")
    return words if closed < opened else (*words[:opened], *words[closed + 1 :])


def _says_it(folded: Sequence[str], sides: Sequence[Participant], first: int) -> bool:
    """Whether some side says of itself what "it" does."""
    return any(side.speaks and speaks_of_itself(folded, side, first) for side in sides)


def speaks_of_itself(folded: Sequence[str], side: Participant, first: int) -> bool:
    """Whether a side says of itself what the verb tells: "the army said it had shot down"."""
    grammar = section("grammar")
    said = folded[side.last : first]
    at = next((i for i in range(len(said) - 1, 0, -1) if said[i] in grammar["itself"]), None)
    if at is None or at > SAID or not grammar["auxiliaries"].issuperset(said[at + 1 :]):
        return False
    return said[at - 1] == "that" or said[at - 1] in grammar["reporting"] or said[at - 1] in grammar["calendar"]


def other_subject(folded: Sequence[str], first: int, last: int) -> bool:
    """Whether ", and" and a subject of its own part a verb from a side: "X shot two men, and shells fell"."""
    idle: frozenset[str] = section("grammar")["auxiliaries"] | section("grammar")["adverbs"]
    return any(
        folded[i] == "," and folded[i + 1] in {"and", "but"} and not idle.issuperset(folded[i + 2 : last])
        for i in range(first, last - 2)
    )


def _relative(folded: tuple[str, ...], first: int) -> int | None:
    """The relative pronoun whose verb begins at token ``first``: "who on Sunday killed"."""
    relatives = section("grammar")["relatives"]
    return next((i for i in range(first - 1, max(-1, first - 5), -1) if folded[i] in relatives), None)


def _beside(document: Document, side: Participant, found: Found) -> bool:
    """Whether only auxiliaries part a side from a finite verb, so that no preposition before it can govern it.

    "In the old town police had to open fire."
    """
    if found.first - side.last > 3 or "VBG" in found.forms or side.governor == "by":
        return False
    auxiliaries: frozenset[str] = section("grammar")["auxiliaries"]
    return auxiliaries.issuperset(document.tokens.folded[side.last : found.first])


def subjects_of(document: Document, sides: Sequence[Participant], found: Found) -> list[Participant]:
    """The subject of a verb and those coordinated with it ("army and allied fighters"), the nearest first."""
    index = _subject(document, sides, found)
    if index is None:
        return []
    grammar = section("grammar")
    folded = document.tokens.folded
    head = sides[index - 1] if index else None
    if head is not None and head.kind in {"crowd", "mob"} and folded[head.last] == "of":
        index -= 1  # "a crowd of youths": the crowd acts
    chosen = [sides[index]]
    for side in reversed(sides[max(0, index - 4) : index]):
        between = folded[side.last : chosen[-1].first]
        if len(between) > 6 or {"and", ","}.isdisjoint(between) or side.governor not in FREE or side.speaks:
            break
        if not grammar["reporting"].isdisjoint(between) or not grammar["patient_prepositions"].isdisjoint(between[:-1]):
            break  # "X fired into Y and Z fled": a clause of its own
        chosen.append(side)
    return chosen
