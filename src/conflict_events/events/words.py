"""Small questions about the words around a mention."""

from __future__ import annotations

from bisect import bisect_left

from conflict_events.extraction.event_mention import EventMention
from conflict_events.lexicon.load import section
from conflict_events.model.mention import DateMention, Mention, TriggerMention
from conflict_events.text.sentences import Document

__all__ = [
    "day_of_telling",
    "on_the_way",
    "opens_anew",
    "owns_property",
    "points_back",
    "possessive",
    "token_at",
    "within",
]

OPENING = 40
"""Tokens before an act among which "another" or "elsewhere" makes it one of its own."""

REACH = 4
"""Tokens: how far behind an owner the thing owned may stand ("Netanyahu's seaside holiday home")."""


def token_at(document: Document, offset: int) -> int:
    """Index of the first token that starts at or after an offset."""
    return bisect_left(document.tokens.starts, offset)


def points_back(document: Document, trigger: TriggerMention) -> bool:
    """Whether words recall an act told before: "the killing of ...", "had planted the bomb"."""
    if not trigger.noun:
        last = token_at(document, trigger.end)
        object_ = document.tokens.folded[last : last + 2]
        return (
            len(object_) > 1 and object_[0] in section("resolve")["pointers"] and object_[1] in section("blame")["acts"]
        )
    first = token_at(document, trigger.start)
    return not section("resolve")["pointers"].isdisjoint(document.tokens.folded[max(0, first - 2) : first])


def opens_anew(document: Document, event_mention: EventMention) -> bool:
    """Whether "another", "elsewhere" or "meanwhile" stands before an act in its sentence: one of its own."""
    first = document.sentences[event_mention.sentence].first
    at = token_at(document, event_mention.trigger.start)
    return not section("resolve")["others"].isdisjoint(document.tokens.folded[max(first, at - OPENING) : at])


def day_of_telling(document: Document, date: DateMention) -> bool:
    """Whether a day is that on which somebody speaks: "said on Wednesday", "told reporters late on Friday"."""
    folded = document.tokens.folded
    first = token_at(document, date.start)
    for i in range(first - 1, max(-1, first - REACH - 2), -1):
        if folded[i] in section("grammar")["reporting"] or folded[i] in section("grammar")["telling"]:
            last = token_at(document, date.end)
            return last >= len(folded) or folded[last] != "'s"
        if folded[i] not in section("resolve")["telling"]:
            return False
    return False


def possessive(document: Document, mention: Mention) -> bool:
    """Whether "'s" stands right behind a name: "Iran's allies" are not in Iran."""
    last = token_at(document, mention.end)
    return last < len(document.tokens) and document.tokens.folded[last] == "'s"


def owns_property(document: Document, mention: Mention) -> bool:
    """Whether something that does not move ("house", "base", "embassy") stands right behind its owner's name."""
    last = token_at(document, mention.end)
    return not section("resolve")["property"].isdisjoint(document.tokens.folded[last : last + REACH])


def within(document: Document, mention: Mention) -> bool:
    """Whether "in" or the like stands before a name: "in the United States", not "sent to the United States"."""
    first = token_at(document, mention.start)
    folded = document.tokens.folded
    before = (
        folded[first - 2 : first]
        if first > 1 and folded[first - 1] in section("grammar")["articles"]
        else folded[first - 1 : first]
    )
    return not section("resolve")["within"].isdisjoint((*before, folded[first]))


def on_the_way(document: Document, mention: Mention) -> bool:
    """Whether "from" or "to" stands right before a name: "a woman from Goma", "fled to Goma"."""
    first = token_at(document, mention.start)
    return first > 0 and document.tokens.folded[first - 1] in section("resolve")["ways"]
