"""Heads that no list knows: "rebel cadres", "a Maoist dalam member". The class of nouns for people is open, its test is closed."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from conflict_events.text.tokens import Tokens

__all__ = ["is_thing", "leads_on"]

_BEHIND = frozenset(", . ) ( ; : - – — \" ” ’ '".split())
"""Marks that may stand behind a head."""

_TAGS = frozenset("xpo+iecnmhur")
"""Tags of words that may stand behind a head; a determiner or a number there is the object of a verb."""


def is_thing(word: str, words: Mapping[str, Any]) -> bool:
    """Whether a noun is none of a person: a known thing, or an unknown word with an ending of things.

    >>> from conflict_events.lexicon.load import section
    >>> [is_thing(word, section("casualties")) for word in ("tanks", "detonation", "negligence", "mahout")]
    [True, True, True, False]
    """
    if word in words["people"]:
        return False
    stem = word.removesuffix("s")
    return word in words["things"] or (len(stem) > 5 and stem.endswith(words["abstract"]))


def leads_on(
    tokens: Tokens, j: int, end: int, words: Mapping[str, Any], acts: Container[int], *, singular: bool, one: bool
) -> bool:
    """Whether the unknown word at token ``j``, behind a noun for people, is the head that this noun describes.

    Verbs are told from nouns by their endings, by a closed list of irregular pasts, and by number: "a rebel cadre" and
    "rebel cadres" are people, "a rebel claims", "people flee" and "the gunmen open fire" tell what people do.

    Args:
        tokens: the text.
        j: the unknown word.
        end: token that must not be passed.
        words: the lexicon's section ``casualties``.
        acts: first tokens of casualty words.
        singular: whether "a" or "this" opens the group.
        one: whether the noun before is a singular.
    """
    word, before = tokens.folded[j], tokens.folded[j - 1]
    if not word.isalpha() or word.endswith(("ed", "ing", "ly")) or word in words["grammar"]["irregular"]:
        return False
    plural = word.endswith("s") and not word.endswith("ss")
    if plural == singular or (not plural and not one) or (before.endswith("s") and not before.endswith("ss")):
        return False
    behind = j + 1
    if behind >= end or behind in acts or tokens.folded[behind] in _BEHIND:
        return True
    tag = words["tags"].get(tokens.folded[behind])
    return tag in _TAGS if tag is not None else tokens.texts[behind][0].isupper()
