"""Names of the registry in the text: spelling and case, the noun that follows, the acronym in brackets."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from conflict_events.mentions.actors.finds import NAME, Find, Tables
from conflict_events.mentions.actors.heads import RoleHit, head_after
from conflict_events.text.sentences import Document

__all__ = ["introduced", "is_acronym", "joined", "member_of", "name_at", "read_name", "stands_for"]

ANY_CASE, CAPITAL, UPPER, TITLE_OK = range(4)
"""How a name must be written where case says something; as compiled."""

_QUOTES = frozenset("\"”’»'")
_LEADS = frozenset(
    ("or", "the", "known", "as", "called", "by", "its", "acronym", "initials", "abbreviated", "also", "to")
)
"""Lead from a name to its acronym: "known by its acronym SLF"."""
_MARKS = frozenset(',-–—"“”')
_DASHES = frozenset(("-", "–", "—", ":"))
_DATELINE = 6
"""Tokens from the start of a sentence within which a dateline names its agency."""
_INTRODUCING = 8
"""Tokens behind a name among which its acronym is looked for."""
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
    if not any(candidate[1] for candidate in written) and _another(document, look, first, last):
        return None, last
    if first > 1 and tokens.folded[first - 1] == "by" and tokens.folded[first - 2] in look.linkers:
        return None, last
    possessive = last < len(tokens) and tokens.folded[last] == "'s"
    leader = written[0][3]
    member = None if leader and not possessive else member_of(document, look, last + 1 if possessive else last)
    if member is None:
        rule = "actor.name.leader" if leader else "actor.name"
        return Find(first, last, rule, candidates=written, plural=not leader), last
    return joined(Find(first, last, "actor.name", candidates=written), member), member.last


def _another(document: Document, look: Tables, first: int, last: int) -> bool:
    """Whether the words beside a weak name say that it names something else: "MIT scientists", "MANILA (AFP) -"."""
    folded, texts, count = document.tokens.folded, document.tokens.texts, len(document.tokens)
    if first and folded[first - 1] in look.not_before_weak:
        return True
    if last < count and folded[last] in look.not_behind_weak:
        return True
    if first < 2 or last + 1 >= count or texts[first - 1] not in _OPENERS or texts[last] not in _CLOSERS:
        return False
    return texts[last + 1] in _DASHES and document.sentences[document.sentence_of[first]].first + _DATELINE > first


def name_at(document: Document, look: Tables, i: int) -> Find | None:
    """The longest name of the registry that starts at a token, with the noun behind it."""
    for size, tag, payload, _ in look.starting(document.tokens.folded, i):
        if tag == NAME:
            found = read_name(document, look, i, i + size, payload)[0]
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
    if name.side and not (name.candidates or name.title):
        side = name.side  # of an organ of a state nothing else says whose it is
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


def introduced(document: Document, first: int, last: int) -> tuple[str, int]:
    """The acronym that a name is given where it stands: in brackets, or behind a comma or dash with "or", "known as".

    Args:
        document: the text.
        first: first token of the name.
        last: token behind the name.

    Returns:
        The acronym, and the token behind the brackets, or 0 where it stands without; ("", 0) for none.

    >>> from conflict_events.text.sentences import read
    >>> introduced(read("Movement for Gold (MFG) said"), 0, 3)
    ('MFG', 6)
    >>> introduced(read("The Movement for Gold, known as the MFG, said"), 1, 4)
    ('MFG', 0)
    """
    texts, folded = document.tokens.texts, document.tokens.folded
    stop = min(len(texts), last + _INTRODUCING)
    if last + 1 >= stop:
        return "", 0
    if texts[last] in _OPENERS:
        at = next((i for i in range(last + 1, stop) if folded[i] not in _LEADS and texts[i] not in _QUOTES), stop)
        after = at + 1
        while after < stop and texts[after] in _QUOTES:
            after += 1
        if at < stop and after < len(texts) and texts[after] in _CLOSERS and is_acronym(texts[at]):
            return texts[at], after + 1
        return "", 0
    if document.capitals or document.lower or not (texts[last] in _MARKS or folded[last] in _LEADS):
        return "", 0
    at = next((i for i in range(last, stop) if folded[i] not in _LEADS and texts[i] not in _MARKS), stop)
    if at < stop and is_acronym(texts[at]) and stands_for(texts[at], document.tokens.quote(first, last)):
        return texts[at], 0
    return "", 0


def is_acronym(word: str) -> bool:
    """Whether a word is written as acronyms are: "SLF", "AQIM", "PKK"; two capitals in two to eight letters."""
    return 2 <= len(word) <= 8 and word[0].isalpha() and (word.isupper() or sum(c.isupper() for c in word) > 1)


def stands_for(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym are those with which words of a name begin, in their order.

    >>> stands_for("SLF", "Steppe Liberation Front"), stands_for("SLF", "Steppe Front")
    (True, False)
    """
    initials = iter(word[0].casefold() for word in name.replace("-", " ").split() if word[0].isalpha())
    return all(letter in initials for letter in acronym.casefold() if letter.isalpha())
