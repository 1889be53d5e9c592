"""What is no conflict though its words sound like one: disasters, accidents, illness, sport, crime without politics."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.frames.sides import Side
from conflict_events.mentions.cues import Cues, bit
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document

__all__ = ["no_conflict"]

_REASONS = (
    ("disaster", "a natural disaster"),
    ("accident", "an accident"),
    ("medical", "illness"),
    ("sport", "sport"),
    ("cyber", "computers, not people"),
    ("exercise", "an exercise"),
)
"""Contexts that make violent words tell no conflict, unless an armed side or a weapon stands beside them."""

JUDGED = 16
"""Tokens between a word of judgment and the deed judged."""
LONGEST_SCORE = 6
_LINKS = frozenset({"for", "who", "of", "over", "that", "after", "whom"})
_PRIVATE = frozenset({"beat", "kill", "assault", "injure", "shoot", "clash", "die", "shelling"})
"""Deeds that may be a private matter, or a game."""
_SOFT = frozenset(
    "captive die injure kill bomb assault arrest other change capture disrupt abduct chemical shoot beat".split()
)
"""Deeds that these contexts explain away."""
_ANSWERED = frozenset("arrest chemical assault shelling kill bomb other shoot capture".split())
"""Deeds that a diplomatic step may answer."""
_CRIMES = frozenset("arrest kill assault abduct loot beat".split())
_TRIED = frozenset("assault kill bomb abduct shelling shoot".split())
"""Deeds that courts speak of by name."""
_HARM = frozenset({"kill", "die", "injure"})


def _tried(document: Document, index: int, found: Found, cues: Cues) -> bool:
    """Whether a word of judgment stands before a deed and "for", "who" or "of" between: "sentenced for killing"."""
    first = document.sentences[index].first
    for i in range(found.first - 1, max(first, found.first - JUDGED) - 1, -1):
        if cues.tokens[i] & bit("verdict"):
            return not _LINKS.isdisjoint(document.tokens.folded[i + 1 : found.first])
    return False


def _score(document: Document, index: int) -> bool:
    """Whether a sentence gives the score of a game ("41-7")."""
    sentence = document.sentences[index]
    return any(
        word[:1].isdigit() and word[-1:].isdigit() and len(word) <= LONGEST_SCORE and word.count("-") == 1
        for word in document.tokens.folded[sentence.first : sentence.last]
    )


def no_conflict(document: Document, index: int, found: Found, cues: Cues, sides: Sequence[Side]) -> str:
    """Why a trigger tells no political violence, or "".

    Args:
        document: the text.
        index: its sentence.
        found: the trigger.
        cues: what the words of the text say.
        sides: sides named in its sentence.
    """
    here = cues.sentences[index]
    if here & bit("verdict") and _tried(document, index, found, cues):
        return "a court case"
    if found.entry.act in _PRIVATE and not here & bit("armed", "state", "crowd", "mob"):
        if here & bit("domestic") or cues.within(found.last, found.last + 2) & bit("kin"):
            return "a private quarrel"
        if _score(document, index):
            return "sport"
    around = cues.around(index)
    act = found.entry.act
    if act in _SOFT:
        armed = here & bit("armed", "suicide", "grenade", "artillery") or any(
            side.kind == "armed" and not side.speaks for side in sides
        )
        if act in _HARM and cues.within(found.first, found.last + 8) & bit("accident"):
            return "an accident"
        if here & bit("fiction_plot") or (not armed and here & bit("fiction")):
            return "a film, a play or a book"
        if not armed:
            for name, reason in _REASONS:
                if around & bit(name):
                    return reason
    if here & bit("diplomacy") and act in _ANSWERED and (found.noun or "VBG" in found.forms):
        return "the cause of a diplomatic step"
    if found.noun and act in _TRIED and here & bit("court"):
        return "a court case"
    if "VBG" in found.forms and act in _TRIED and here & bit("court") and not here & bit("armed", "crowd"):
        return "a court case"
    mob = any(side.kind == "mob" for side in sides)
    if (
        act in _CRIMES
        and around & bit("crime")
        and not (mob or around & bit("politics", "armed", "crowd", "riot_word", "plain_clothes"))
    ):
        return "crime without politics"
    return ""
