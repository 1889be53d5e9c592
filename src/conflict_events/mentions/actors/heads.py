"""The noun that a nationality, a country's 's or a group's name belongs to: "Israeli [special] forces"."""

from __future__ import annotations

from conflict_events.mentions.actors.finds import COUNTRY, NAME, ROLE, Tables
from conflict_events.model.quick import frozen
from conflict_events.model.trusted import evolve
from conflict_events.text.sentences import Document

__all__ = ["BODIES", "RoleHit", "compound", "head_after", "is_capital", "nation_at", "nation_case", "role_at"]

BODIES = frozenset(("military", "police", "security", "border_guards", "prison_guards", "coast_guard", "government"))
"""Open sides that are organs of a state."""

_OF_BODIES = BODIES | {"unidentified", "gang", "communal", "officials", "mutiny", "private_security"}
"""Sides of nouns that stay with the organ before them: "army gunmen", "military officials"."""

_REACH = 4
"""How many words may stand between."""


@frozen(slots=True)
class RoleHit:
    """Tokens ``first:last`` name a role."""

    first: int
    last: int
    id: str
    side: str
    nation_side: str
    needs: str
    head: bool
    act: bool
    follows: bool
    plural: bool


def role_at(document: Document, look: Tables, i: int) -> RoleHit | None:
    """The longest role that starts at a token; None where a registry name starts there."""
    for size, tag, payload, _ in look.starting(document.tokens.folded, i):
        if tag == ROLE:
            row = look.roles[payload[0]]
            return RoleHit(i, i + size, row[0], row[1], row[2], row[3], row[4], row[5], row[6], payload[1])
        if tag == NAME and size > 1 and is_capital(document, i):
            return None
    return None


def nation_at(document: Document, look: Tables, i: int) -> tuple[int, tuple[str, str, str]] | None:
    """The longest country or nationality that starts at a token: its end, and what the table says."""
    for size, tag, payload, _ in look.starting(document.tokens.folded, i):
        if tag == COUNTRY and nation_case(document, i, payload[2]):
            return i + size, payload
    return None


def nation_case(document: Document, i: int, written: str) -> bool:
    """Whether a country's name is written as one: "US" is no "us", "CAR" in capitals may be a car."""
    short = len(written) <= 3 and written.isupper()
    if document.capitals or document.lower:
        return not short
    text = document.tokens.texts[i]
    return text.isupper() if short else is_capital(document, i) or written[0].islower()


def is_capital(document: Document, i: int) -> bool:
    """Whether the token may start a name: a capital, a script without case, or a text whose case says nothing."""
    first = document.tokens.texts[i][0]
    return document.capitals or document.lower or not first.islower()


def head_after(
    document: Document, look: Tables, i: int, *, reach: int = _REACH, nations: bool = True
) -> RoleHit | None:
    """The role noun that the words from token ``i`` on lead to, over modifiers and other nationalities.

    Args:
        document: the text, read.
        look: the tables.
        i: first token after the nationality or name.
        reach: how many words may stand between.
        nations: whether it may be shared with another nation: "Russian and Syrian jets".
    """
    tokens = document.tokens
    folded, count = tokens.folded, len(tokens)
    if i >= count:
        return None
    stop = document.sentences[document.sentence_of[i - 1]].last
    steps = 0
    while i < stop and steps <= reach:
        role = role_at(document, look, i)
        if role is not None and not (role.needs == "" and role.side == "civilians" and _leads_on(document, look, role)):
            return compound(document, look, role, stop)
        if role is not None:
            i, steps = role.last, steps + 1
            continue
        word = folded[i]
        if nations and word in ("and", "or", ",", "/") and steps <= 1:
            nation = nation_at(document, look, i + 1) if i + 1 < stop else None
            if nation is None or nation[1][1] != "adjective":
                return None
            i, steps = nation[0], steps + 1
        elif word in look.modifiers or word == "-" or word.isdecimal():
            i, steps = i + 1, steps + 1
        else:
            return None
    return None


def _leads_on(document: Document, look: Tables, role: RoleHit) -> bool:
    """Whether another role follows at once ("civilian police"), so that this one only describes it."""
    if role.last >= len(document.tokens) or role.plural:
        return False
    following = role_at(document, look, role.last)
    return following is not None and not following.act


def compound(document: Document, look: Tables, role: RoleHit, stop: int) -> RoleHit:
    """Two roles in a row are one: "army chief" is the army, "student protesters" are protesters."""
    if role.act or role.plural or role.last >= stop:
        return role
    following = role_at(document, look, role.last)
    if following is None or following.act:
        return role
    if following.needs == "definite" and role.side in BODIES:
        return evolve(following, first=role.first)  # "a military group" is no army
    if role.id == "militants" and following.side in BODIES:
        return evolve(role, last=following.last, plural=following.plural)  # "a rebel army" is not the state's
    if role.side in BODIES and following.needs == "" and following.side not in _OF_BODIES:
        return evolve(following, first=role.first)  # "a police informer" is no policeman
    if following.needs in ("name", "definite", "nation") or (role.side in BODIES and role.side != "government"):
        if not following.head and role.side not in BODIES:
            return role
        return evolve(role, last=following.last, plural=following.plural)
    return evolve(following, first=role.first)
