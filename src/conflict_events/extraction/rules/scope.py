"""What is no conflict though its words sound like one: disasters, accidents, illness, sport, crime without politics."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.extraction.rules.participants import Participant
from conflict_events.mentions.cues import Cues, bit
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document

__all__ = ["no_conflict", "ordinary"]

_REASONS = (
    ("disaster", "a natural disaster"),
    ("accident", "an accident"),
    ("medical", "illness"),
    ("sport", "sport"),
    ("cyber", "computers, not people"),
    ("exercise", "an exercise"),
)
"""Contexts that make violent words tell no conflict, unless an armed side or a weapon stands beside them."""

_FIRED = frozenset({"air_strike", "shelling", "bomb", "chemical"})
"""Acts of weapons that exercises rehearse."""
SCORE = 30
"""Tokens either side of a predicate within which the score of a game is told."""
JUDGED = 16
"""Tokens between a word of judgment and the predicate judged."""
_LINKS = frozenset({"for", "who", "of", "over", "that", "after", "whom"})
_PRIVATE = frozenset({"beat", "kill", "assault", "injure", "shoot", "clash", "die", "shelling"})
"""Acts that may be a private matter, or a game."""
_SOFT = frozenset(
    "captive die injure kill bomb assault arrest other change capture disrupt abduct chemical shoot beat".split()
)
"""Acts that these contexts explain away."""
_ANSWERED = frozenset("arrest chemical assault shelling kill bomb other shoot capture".split())
"""Acts that a diplomatic step may answer."""
_CRIMES = frozenset("arrest kill assault abduct loot beat".split())
_TRIED = frozenset("assault kill bomb abduct shelling shoot".split())
"""Acts that courts speak of by name."""
_HARM = frozenset({"kill", "die", "injure"})


def _tried(document: Document, index: int, found: Found, cues: Cues) -> bool:
    """Whether a word of judgment stands before a predicate and "for", "who" or "of" between: "sentenced for killing"."""
    first = document.sentences[index].first
    for i in range(found.first - 1, max(first, found.first - JUDGED) - 1, -1):
        if cues.tokens[i] & bit("verdict"):
            return not _LINKS.isdisjoint(document.tokens.folded[i + 1 : found.first])
    return False


def _score(document: Document, index: int, found: Found) -> bool:
    """Whether a sentence gives the score of a game ("41-7")."""
    sentence, tokens = document.sentences[index], document.tokens
    return any(
        tokens.joined[i + 1] and tokens.folded[i].isdigit() and tokens.folded[i + 1].isdigit()
        for i in range(max(sentence.first, found.first - SCORE), min(sentence.last - 1, found.last + SCORE))
    )


def _no_weapon(here: int, found: Found) -> str:
    """Whether weapons were only rehearsed with, an aircraft only crashed, or an arrest was for graft."""
    act = found.entry.act
    if act in _FIRED and not here & bit("armed"):
        if here & bit("exercise"):
            return "an exercise"
        if act == "air_strike" and found.entry.rule and here & bit("accident"):
            return "an accident"
    return "crime without politics" if act == "arrest" and here & bit("graft") and not here & bit("crowd") else ""


def _private(document: Document, index: int, found: Found, cues: Cues) -> str:
    """Whether a predicate is judged in court, or is a matter of a game."""
    here = cues.sentences[index]
    if here & bit("verdict") and _tried(document, index, found, cues):
        return "a court case"
    if found.entry.act not in _PRIVATE or here & bit("armed", "state", "crowd", "mob"):
        return ""
    return "sport" if here & bit("winning") and _score(document, index, found) else ""


def _soft(here: int, found: Found, cues: Cues, around: int, sides: Sequence[Participant]) -> str:
    """Whether a context explains away what sounds like violence, unless an armed side or a weapon stands beside it."""
    act = found.entry.act
    if act not in _SOFT:
        return ""
    if act in _HARM and cues.within(found.first, found.last + 8) & bit("accident"):
        return "an accident"
    weapons = here & bit("armed", "suicide", "grenade", "artillery")
    armed = weapons or any(side.kind == "armed" and not side.speaks for side in sides)
    if here & bit("fiction_plot") or (not armed and here & bit("fiction")):
        return "a film, a play or a book"
    if armed:
        return ""
    return next((reason for name, reason in _REASONS if around & bit(name)), "")


def no_conflict(document: Document, index: int, found: Found, cues: Cues, sides: Sequence[Participant]) -> str:
    """Why a trigger tells no political violence, or "".

    Args:
        document: the text.
        index: its sentence.
        found: the trigger.
        cues: what the words of the text say.
        sides: sides named in its sentence.
    """
    here, around, act = cues.sentences[index], cues.around(index), found.entry.act
    reason = (
        _no_weapon(here, found) or _private(document, index, found, cues) or _soft(here, found, cues, around, sides)
    )
    if reason:
        return reason
    if here & bit("diplomacy") and act in _ANSWERED and (found.noun or "VBG" in found.forms):
        return "the cause of a diplomatic step"
    if found.noun and act in _TRIED and here & bit("court"):
        return "a court case"
    if "VBG" in found.forms and act in _TRIED and here & bit("court") and not here & bit("armed", "crowd"):
        return "a court case"
    return ""


def ordinary(index: int, found: Found, cues: Cues, sides: Sequence[Participant]) -> str:
    """Why what a trigger tells is crime between private people, or ""."""
    here, around, act = cues.sentences[index], cues.around(index), found.entry.act
    quarrel = here & bit("domestic") or cues.within(found.last, found.last + 2) & bit("kin")
    if act in _PRIVATE and quarrel and not here & bit("armed", "state", "crowd", "mob"):
        return "a private quarrel"
    mob = any(side.kind == "mob" for side in sides)
    if (
        act in _CRIMES
        and around & bit("crime")
        and not (mob or around & bit("politics", "armed", "crowd", "riot_word", "plain_clothes"))
    ):
        return "crime without politics"
    return ""
