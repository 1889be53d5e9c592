"""What the scan hands to the settling: a stretch of tokens with what it may mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from conflict_events.lexicon.load import section
from conflict_events.model.quick import frozen

__all__ = ["COUNTRY", "HEAD", "NAME", "ROLE", "Find", "Tables", "tables"]

NAME, HEAD, ROLE, COUNTRY = range(4)
"""Tags of the compiled table; of equal phrases a name wins over a role."""


@frozen(slots=True)
class Find:
    """Tokens ``first`` up to, not including, ``last``.

    Exactly one of ``candidates`` (registry), ``side`` (open side, with or without ``country``) and ``title`` (a name
    that no registry knows, with its ``kind``) says who it is.
    """

    first: int
    last: int
    rule: str
    candidates: tuple[Any, ...] = ()
    side: str = ""
    country: str | None = None
    title: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    plural: bool = True
    definite: bool = False
    follows: str = ""
    """Role of people who only follow the group ("supporters"), so that they are no fighters of it."""


Row = tuple[int, int, Any, tuple[str, ...]]
"""A known phrase: how many words, the tag, what the table says of it, and the words."""


@frozen(slots=True)
class Tables:
    """The compiled section, with its small word sets by name."""

    table: Mapping[str, Mapping[str, tuple[Row, ...]]]
    """First word of a phrase -> its second, or nothing -> rows, the longest phrase first."""
    roles: tuple[Any, ...]
    linkers: frozenset[str]
    modifiers: frozenset[str]
    premodifiers: frozenset[str]
    not_behind_weak: frozenset[str]
    not_before_weak: frozenset[str]
    locatives: frozenset[str]
    definite: frozenset[str]
    between: frozenset[str]
    one: frozenset[str]
    several: frozenset[str]
    closed: frozenset[str]
    prefixes: frozenset[str]
    no_metonym: frozenset[str]
    openers: frozenset[str]
    place_nouns: frozenset[str]
    day_names: frozenset[str]
    member_links: frozenset[str]
    before_names: frozenset[str]
    particles: frozenset[str]
    peoples: frozenset[str]
    things: frozenset[str]
    group_heads: frozenset[str]
    strong_heads: frozenset[str]
    unit_heads: frozenset[str]
    group_proofs: frozenset[str]
    rebel_proofs: frozenset[str]
    identity_proofs: frozenset[str]
    not_groups: frozenset[str]
    military_words: frozenset[str]

    def starting(self, folded: tuple[str, ...], i: int) -> tuple[Row, ...]:
        """The known phrases that start at a token, the longest first."""
        rows = self.table.get(folded[i])
        if rows is None:
            return ()
        single = rows.get("", ())
        longer = rows.get(folded[i + 1]) if i + 1 < len(folded) else None
        if longer is None:
            return single
        return (*[row for row in longer if folded[i : i + row[0]] == row[3]], *single)

    def alone(self, word: str) -> tuple[Row, ...]:
        """What one word means by itself."""
        return self.table.get(word, {}).get("", ())


@cache
def tables() -> Tables:
    """The tables, made once a process."""
    data = section("actors")
    return Tables(table=data["table"], roles=data["roles"], **data["words"])
