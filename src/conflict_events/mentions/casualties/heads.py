"""Heads that no list knows: "rebel cadres", "a Maoist dalam member". The class of nouns for people is open, its test is closed."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from conflict_events.text.tokens import Tokens

__all__ = ["is_thing", "leads_on", "plural_like", "verb_like"]

_BEHIND = frozenset(", . ) ( ; : - – — \" ” ’ '".split())
"""Marks that may stand behind a head."""

_SHORTEST = 5
"""Letters of the shortest participle: "red" and "king" are none."""

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


def plural_like(word: str) -> bool:
    """Whether a noun has the ending of a plural.

    >>> [plural_like(word) for word in ("cadres", "countrymen", "witness", "mahout")]
    [True, True, False, False]
    """
    return (word.endswith("s") and not word.endswith("ss")) or word.endswith("men")


def verb_like(tokens: Tokens, j: int, words: Mapping[str, Any]) -> bool:
    """Whether the word at token ``j`` is a verb form behind a noun: "a house raided by", "Danjuma, suspecting him", "Danjuma fled".

    Participles before a noun are adjectives: "a retired teacher".
    """
    word = tokens.folded[j]
    if word in words["grammar"]["irregular"]:
        return True
    if len(word) < _SHORTEST or not word.endswith(("ed", "ing", "ly")) or j + 1 >= len(tokens):
        return False
    behind = tokens.folded[j + 1]
    tag = words["tags"].get(behind)
    return not behind[0].isalnum() or (tag is not None and tag not in ("h", "u", "e"))


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
    if not word.isalpha() or word in words["grammar"]["irregular"]:
        return False
    if word.endswith(("ed", "ing", "ly")):
        return singular and j + 1 < end and words["tags"].get(tokens.folded[j + 1]) == "u"  # "a rebel training camp"
    plural = plural_like(word)
    if (plural and singular) or (not plural and not one) or (before.endswith("s") and not before.endswith("ss")):
        return False
    behind = j + 1
    if behind >= end or behind in acts or tokens.folded[behind] in _BEHIND:
        return True
    tag = words["tags"].get(tokens.folded[behind])
    return tag is None or tag in _TAGS
