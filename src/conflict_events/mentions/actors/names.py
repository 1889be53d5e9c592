"""Names of the registry in the text: spelling and case, the noun that follows, the acronym in brackets."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from conflict_events.mentions.actors.finds import NAME, Find, Tables
from conflict_events.mentions.actors.heads import RoleHit, head_after
from conflict_events.text.sentences import Document

__all__ = ["introduced", "joined", "member_of", "name_at", "read_name"]

ANY_CASE, CAPITAL, UPPER, TITLE_OK = range(4)
"""How a name must be written where case says something; as compiled."""

_QUOTES = frozenset("\"”’»'")
_OPENERS, _CLOSERS = frozenset("(["), frozenset(")]")


def read_name(
    document: Document, look: Tables, first: int, last: int, candidates: tuple[Any, ...]
) -> tuple[Find | None, int]:
    """The name at tokens ``first:last``.

    Returns:
        The find, or None where it is not written as a name or only describes another; and the token to go on from.
    """
    written = tuple(c for c in candidates if _written(document, look, first, last, c))
    if not written:
        return None, first
    tokens = document.tokens
    if last < len(tokens):
        follower = tokens.folded[last]
        if (tokens.joined[last] and follower in look.linkers) or follower in look.place_nouns:
            return None, last + 1
    if first > 1 and tokens.folded[first - 1] == "by" and tokens.folded[first - 2] in look.linkers:
        return None, last
    possessive = last < len(tokens) and tokens.folded[last] == "'s"
    leader = written[0][3]
    member = None if leader and not possessive else member_of(document, look, last + 1 if possessive else last)
    if member is None:
        rule = "actor.name.leader" if leader else "actor.name"
        return Find(first, last, rule, candidates=written, plural=not leader), last
    return joined(Find(first, last, "actor.name", candidates=written), member), member.last


def name_at(document: Document, look: Tables, i: int) -> Find | None:
    """The longest name of the registry that starts at a token, with the noun behind it."""
    folded = document.tokens.folded
    for words, tag, payload in look.table.get(folded[i], ()):
        if tag == NAME and folded[i : i + len(words)] == words:
            found = read_name(document, look, i, i + len(words), payload)[0]
            if found is not None:
                return found
    return None


def member_of(document: Document, look: Tables, after: int) -> RoleHit | None:
    """The "fighters", "forces" or the like behind a name that ends before token ``after``."""
    count = len(document.tokens)
    if after + 1 < count and document.tokens.texts[after] in _QUOTES:
        after += 1  # "Shining Path" guerrillas
    if after >= count:
        return None
    role = head_after(document, look, after, nations=False)
    return role if role is not None and role.head and not role.act else None


def joined(name: Find, member: RoleHit) -> Find:
    """A name and its noun as one find; "Amal supporters" are people beside Amal."""
    first, last = min(name.first, member.first), max(name.last, member.last)
    rule = "actor.name.follower" if member.follows else "actor.name.member"
    follows = member.id if member.follows else ""
    side = "" if member.needs == "name" else member.side  # a leader need not bear arms
    return evolve(name, first=first, last=last, rule=rule, plural=member.plural, follows=follows, side=side)


def _written(document: Document, look: Tables, first: int, last: int, candidate: tuple[Any, ...]) -> bool:
    """Whether the tokens are written as the name demands."""
    if document.capitals:
        return True
    _, strong, case, _ = candidate
    texts = document.tokens.texts
    if document.lower:
        return strong and (last - first > 1 or len(texts[first]) > 2)
    if case == ANY_CASE:
        return True
    while first < last - 1 and document.tokens.folded[first] in look.particles:
        first += 1
    head, tail = texts[first], texts[last - 1]
    if case == CAPITAL:
        if head[0].islower() or not tail[0].islower() or last - first == 1:
            return not head[0].islower()
        # "Boko haram" is often written so; "Popular front" may just open a sentence
        opens = first == document.sentences[document.sentence_of[first]].first
        return not opens or tail not in look.group_heads
    upper = all(not text.isalpha() or text.isupper() for text in texts[first:last])
    return upper or (case == TITLE_OK and head[0].isupper())


def introduced(document: Document, last: int) -> tuple[str, int]:
    """An acronym in brackets right behind a name: the acronym and the token after the bracket; else ("", 0).

    >>> from conflict_events.text.sentences import read
    >>> introduced(read("Movement for Gold (MFG) said"), 3)
    ('MFG', 6)
    """
    tokens = document.tokens
    if last + 2 >= len(tokens) or tokens.texts[last] not in _OPENERS or tokens.texts[last + 2] not in _CLOSERS:
        return "", 0
    word = tokens.texts[last + 1]
    if not 2 <= len(word) <= 8 or not word[0].isalpha() or not (word.isupper() or sum(c.isupper() for c in word) > 1):
        return "", 0
    return word, last + 3
