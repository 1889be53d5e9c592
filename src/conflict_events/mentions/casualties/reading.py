"""What a reader makes of a casualty word: who suffered what; and whether the words tell it as real."""

from __future__ import annotations

from conflict_events.mentions.casualties.group import Group
from conflict_events.mentions.casualties.scene import Chain, Scene
from conflict_events.model.mention import CasualtyMention
from conflict_events.model.quick import frozen

__all__ = ["Before", "Nested", "Reading", "before", "of", "unreal"]

_SHORTEST = 5
"""Letters that an adverb has more than ("Italy" is none)."""

_WINDOW = 14
"""Tokens before a verb among which a condition is looked for."""


@frozen(slots=True)
class Reading:
    """People ``group`` suffered ``outcomes``; more than one outcome means that they share the figure.

    ``group`` is None where only the deed is told ("deadly attack").
    """

    outcomes: tuple[str, ...]
    group: Group | None
    first: int
    last: int
    rule: str
    disjoint: bool = False
    negated: bool = False
    doubted: bool = False
    cumulative: bool | None = None
    role: str | None = None


@frozen(slots=True)
class Nested:
    """A reading; the reading of the same sentence that contains it, or the mention of an earlier one that does.

    ``hurt`` is the mention, ``before`` the reading, of the wound of which its people died.
    """

    reading: Reading
    inside: Reading | None = None
    outer: CasualtyMention | None = None
    hurt: CasualtyMention | None = None
    before: Reading | None = None


@frozen(slots=True)
class Before:
    """What stands before a verb, from its first auxiliary or adverb ``start`` on."""

    start: int
    passive: bool
    negated: bool
    doubted: bool
    singular: bool | None
    also: bool = False
    fatal: bool = False


def of(chain: Chain, group: Group, rule: str, told: Before | None = None, *, role: str | None = None) -> Reading:
    """The reading of a chain with one of its groups."""
    outcomes = tuple(dict.fromkeys(str(hit.payload[0][2]) for hit in chain.hits))
    if told is not None and told.fatal and outcomes == ("injured",):
        outcomes = ("killed",)  # "fatally shot"
    negated, doubted = (told.negated, told.doubted) if told is not None else (False, False)
    first, last = min(chain.first, group.first), max(chain.last, group.last)
    further = False if told is not None and told.also and group.number is not None else None
    return Reading(outcomes, group, first, last, f"casualty.{rule}", chain.disjoint, negated, doubted, further, role)


def before(scene: Scene, chain: Chain) -> Before:
    """Look at auxiliaries, negations and adverbs before a verb."""
    grammar = scene.words["grammar"]
    start, passive, negated, doubted = chain.first, False, False, False
    also = fatal = False
    singular: bool | None = None
    j = chain.first - 1
    while j >= scene.sentence.first and j not in scene.acts:
        word, tag = scene.word(j), scene.tag(j)
        if tag == "n":
            if word in ("denied", "deny", "denies", "denying", "nor", "neither"):
                break
            negated = True
        elif word == "to" and start > j and scene.word(start) in grammar["having"] and scene.tag(j - 1) == "r":
            pass  # "are known to have died"
        elif f"{scene.word(j - 1)} {word}" in scene.words["adverb_pairs"]:
            j -= 1
        elif word == "of" and start > j and scene.word(start) == "having" and scene.word(j - 1) in grammar["doubt"]:
            pass  # "are suspected of having been killed"
        elif tag not in ("r", "x") and not (tag is None and _manner(word)):
            break
        if tag == "x":
            negated = negated or word.endswith("n't")
            passive = passive or word in grammar["passive"]
            singular = word in grammar["singular_aux"] if word not in ("be", "been", "being", "'s") else singular
        doubted = doubted or word in grammar["doubt"]
        also = also or word in grammar["also"]
        fatal = fatal or word in grammar["fatal"]
        start = j
        j -= 1
    return Before(start, passive, negated, doubted, singular, also, fatal)


def _manner(word: str) -> bool:
    """Whether an unknown word is an adverb of manner: "violently", "fatally"."""
    return len(word) > _SHORTEST and word.endswith("ly")


def unreal(scene: Scene, start: int) -> bool:
    """Whether threat, plan, possibility or condition stands before the words that begin at token ``start``."""
    table = scene.words["unreal"]
    word = scene.word(start - 1)
    if word == "to":
        if scene.word(start) in scene.words["grammar"]["having"]:
            return False
        two, three = scene.word(start - 2), scene.word(start - 3)
        return two not in table["real_to"] and not (two == "on" and three in table["real_to"])
    if word in ("of", "for") and scene.word(start - 2) in table[word]:
        return True
    for j in range(start - 1, max(start - _WINDOW, scene.sentence.first - 1), -1):
        word = scene.word(j)
        if word in table["if"]:
            return True
        if word in table["before"] and j >= start - 3 and scene.tag(j) == "m":
            return True
        if word in ("many", "much") and scene.word(j - 1) == "how":
            return True
        if word in (",", ";", ":", "and", "but", "that") or j in scene.acts:
            break
    return False
