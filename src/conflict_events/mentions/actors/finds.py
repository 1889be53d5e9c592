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


@frozen(slots=True)
class Tables:
    """The compiled section, with its small word sets by name."""

    table: Mapping[str, Any]
    roles: tuple[Any, ...]
    linkers: frozenset[str]
    modifiers: frozenset[str]
    premodifiers: frozenset[str]
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


@cache
def tables() -> Tables:
    """The tables, made once a process."""
    data = section("actors")
    return Tables(table=data["table"], roles=data["roles"], **data["words"])
