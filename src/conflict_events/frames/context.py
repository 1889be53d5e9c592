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
        "loot",
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
            side.mention is not None for side in sides
        )
        for name, reason in _REASONS:
            if around & bit(name) and not armed:
                return reason
    if (
        act in {"arrest", "kill", "assault", "abduct"}
        and around & bit("crime")
        and not around & bit("politics", "armed", "crowd", "riot_word")
    ):
        return "crime without politics"
    if act == "arrest" and not around & bit("state", "politics", "crowd", "riot_word", "mob"):
        return "crime without politics"
    return ""


def recalled(document: Document, index: int, first: int, last: int, found: Found) -> bool:
    """Whether an act is told as past: "years ago", "the anniversary of", "had killed", a year by itself."""
    grammar = section("grammar")
    folded = document.tokens.folded
    words = folded[first:last]
    if any(word in grammar["past"] for word in words):
        return True
    before = folded[max(first, found.first - 3) : found.first]
    if "had" in before and "VBN" in found.forms:
        return True
    return False
