"""What is no conflict though its words sound like one, and what only recalls the past."""

from __future__ import annotations

from conflict_events.frames.sides import Side
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues, bit
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document, Sentence

__all__ = ["no_conflict", "recalled"]

_REASONS = (
    ("disaster", "a natural disaster"),
    ("accident", "an accident"),
    ("medical", "illness"),
    ("sport", "sport"),
    ("cyber", "computers, not people"),
    ("exercise", "an exercise"),
)
"""Contexts that make violent words tell no conflict, unless an armed side or a weapon stands beside them."""

_SOFT = frozenset(
    {
        "die",
        "injure",
        "kill",
        "bomb",
        "assault",
        "arrest",
        "other",
        "change",
        "capture",
        "disrupt",
        "abduct",
        "chemical",
        "shoot",
    }
)


def no_conflict(document: Document, sentence: Sentence, found: Found, cues: Cues, sides: tuple[Side, ...]) -> str:
    """Why a trigger tells no political violence, or ""."""
    index = document.sentence_of[sentence.first]
    here = cues.sentences[index]
    around = here
    for other in (index - 1, index + 1):
        if 0 <= other < len(cues.sentences):
            around |= cues.sentences[other]
    act = found.entry.act
    if act in _SOFT:
        armed = bool(here & bit("armed", "suicide", "grenade", "artillery")) or any(
            side.kind == "armed" and not side.speaks for side in sides
        )
        if act in {"kill", "die", "injure"} and cues.within(found.first, found.last + 8) & bit("accident"):
            return "an accident"
        for name, reason in _REASONS:
            if around & bit(name) and not armed:
                return reason
    if here & bit("diplomacy") and act in _ANSWERED and (found.noun or "VBG" in found.forms):
        return "the cause of a diplomatic step"
    if (
        act in {"arrest", "kill", "assault", "abduct", "loot"}
        and around & bit("crime")
        and not around & bit("politics", "armed", "crowd", "riot_word")
    ):
        return "crime without politics"
    return ""


_ANSWERED = frozenset({"arrest", "chemical", "assault", "shelling", "kill", "bomb", "other", "shoot", "capture"})


def past_deed(document: Document, first: int, found: Found) -> bool:
    """Whether one trigger recalls an earlier act within a sentence of fresh news: "the day before, when police shot"."""
    grammar = section("grammar")
    folded = document.tokens.folded
    start = max(first, found.first - 14)
    for i in range(found.first - 1, start - 1, -1):
        if folded[i] in grammar["stops"]:
            return False
        if folded[i] in grammar["past"] and i > first + 3:
            return True
    return False


def recalled(document: Document, index: int, first: int, last: int, found: Found) -> bool:
    """Whether an act is told as past: "years ago", "the anniversary of", "had killed", a year by itself."""
    grammar = section("grammar")
    folded = document.tokens.folded
    words = folded[first:last]
    if any(word in grammar["past"] for word in words):
        return True
    before = folded[max(first, found.first - 3) : found.first]
    if "had" in before and "VBN" in found.forms:
        told = folded[first : found.first]  # "officials said 20 had been killed" is news
        return not any(word in grammar["reporting"] for word in told)
    return False
