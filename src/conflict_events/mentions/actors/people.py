"""People of a side: whoever is named in full with an office, or as a leader, is later known by surname."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from conflict_events.model.mention import ActorMention
from conflict_events.text.sentences import Document

__all__ = ["by_surname"]

OFFICES = frozenset({"actor.nation.officials", "actor.name.member"})
"""Rules whose mentions are an office held or a member named, so that a name may follow."""

LEADER = "actor.name.leader"
"""Rule of leaders whom the registry knows by their full names."""

LONGEST = 4
"""Tokens of a person's name."""


def by_surname(document: Document, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The mentions, with those of surnames whose side was introduced before.

    Args:
        document: the text; in capitals or lower case nothing tells a name, so nothing is added.
        mentions: in the order of the text.

    >>> from conflict_events.mentions.actors import find
    >>> from conflict_events.text.sentences import read
    >>> text = "Israeli Prime Minister Dan Peled spoke. A rocket hit Peled's house."
    >>> [(m.text, m.actor.name) for m in find(read(text)) if m.rule == "actor.person.surname"]
    [('Peled', 'Government of Israel')]
    """
    if document.capitals or document.lower:
        return tuple(mentions)
    introduced: dict[str, tuple[int, ActorMention]] = {}
    tokens = document.tokens
    for mention in mentions:
        if mention.actor is None:
            continue
        if mention.rule in OFFICES or mention.rule == LEADER:
            end = bisect_left(tokens.starts, mention.end)
            first = bisect_left(tokens.starts, mention.start) if mention.rule == LEADER else end
            surname, last = _surname(document, first, end if mention.rule == LEADER else first + LONGEST)
            if surname:
                introduced.setdefault(surname, (last, mention))
    if not introduced:
        return tuple(mentions)
    taken = {i for m in mentions for i in range(bisect_left(tokens.starts, m.start), bisect_left(tokens.starts, m.end))}
    added = [
        ActorMention(tokens.starts[i], tokens.ends[i], word, "actor.person.surname", actor=known[1].actor, plural=False)
        for i, word in enumerate(tokens.texts)
        if (known := introduced.get(word)) is not None and i >= known[0] and i not in taken
    ]
    return tuple(sorted((*mentions, *added), key=lambda mention: mention.start))


def _surname(document: Document, first: int, end: int) -> tuple[str, int]:
    """The last of two or more capitalised words from a token on, before another; and the token behind them."""
    texts = document.tokens.texts
    last = first
    while last < min(end, len(texts)) and texts[last][0].isupper() and texts[last].isalpha():
        last += 1
    return (texts[last - 1], last) if last - first > 1 else ("", first)
