"""Small questions about the words around a mention."""

from __future__ import annotations

from bisect import bisect_left

from conflict_events.lexicon.load import section
from conflict_events.model.mention import Mention, TriggerMention
from conflict_events.text.sentences import Document

__all__ = ["owns_property", "points_back", "possessive", "token_at"]

REACH = 4
"""Tokens: how far behind an owner the thing owned may stand ("Netanyahu's seaside holiday home")."""


def token_at(document: Document, offset: int) -> int:
    """Index of the first token that starts at or after an offset."""
    return bisect_left(document.tokens.starts, offset)


def points_back(document: Document, trigger: TriggerMention) -> bool:
    """Whether a noun with "the", "that" or "this" before it recalls an act told before ("the killing of ...")."""
    if not trigger.noun:
        return False
    first = token_at(document, trigger.start)
    return not section("resolve")["pointers"].isdisjoint(document.tokens.folded[max(0, first - 2) : first])


def possessive(document: Document, mention: Mention) -> bool:
    """Whether "'s" stands right behind a name: "Iran's allies" are not in Iran."""
    last = token_at(document, mention.end)
    return last < len(document.tokens) and document.tokens.folded[last] == "'s"


def owns_property(document: Document, mention: Mention) -> bool:
    """Whether something that does not move ("house", "base", "embassy") stands right behind its owner's name."""
    last = token_at(document, mention.end)
    return not section("resolve")["property"].isdisjoint(document.tokens.folded[last : last + REACH])
