"""People named by what they do, with the country left open unless "of <country>" follows."""

from __future__ import annotations

from attrs import evolve

from conflict_events.mentions.actors.finds import Find, Tables
from conflict_events.mentions.actors.heads import BODIES, RoleHit, compound, nation_at, role_at
from conflict_events.mentions.actors.names import joined, name_at
from conflict_events.text.sentences import Document

__all__ = ["read_role"]

_BACK = 3
"""How far "the" may stand before the role it belongs to."""


def read_role(document: Document, look: Tables, first: int, last: int, free: int) -> tuple[Find | None, int]:
    """The role at tokens ``first:last``; no word before token ``free`` is taken."""
    tokens = document.tokens
    folded = tokens.folded
    role = role_at(document, look, first)
    if role is None or role.last != last:
        return None, first
    if last < len(folded) and folded[last] == "'s" and folded[first] == "people":
        return None, first
    sentence = document.sentences[document.sentence_of[first]]
    if not role.plural and last - first == 1 and _surname(document, role, sentence.first):
        return None, first
    role = compound(document, look, role, sentence.last)
    if role.last < len(folded) and (
        (folded[role.last] in look.things and not role.plural)
        or (tokens.joined[role.last] and folded[role.last] in look.linkers)
    ):
        return None, role.last
    member = _of_group(document, look, role, sentence.last)
    if member is not None:
        return joined(member, role), member.last
    whole = _of_the_group(document, look, role, sentence.last)
    nation = _of_nation(document, look, role, sentence.last) if whole is None else None
    if whole is not None:
        role = whole
    definite = whole is not None or _definite(folded, look, first, max(free, sentence.first))
    if role.needs in ("nation", "name") and (nation is None or role.needs == "name" or role.act):
        return None, first
    if role.needs == "definite" and not definite:
        return None, first
    if role.side in BODIES and nation is None and _counts_people(folded, first, role.last):
        return None, role.last
    start = first
    while start > max(free, sentence.first) and folded[start - 1] in look.premodifiers:
        start -= 1
    end = role.last if nation is None else nation[0]
    found = Find(
        start,
        end,
        f"actor.role.{role.id}",
        side=role.side if nation is None else role.nation_side,
        country=None if nation is None else nation[1][0],
        plural=role.plural,
        definite=definite and nation is None,
    )
    return found, end


def _of_group(document: Document, look: Tables, role: RoleHit, stop: int) -> Find | None:
    """The group of "fighters of [the] Steppe Front", "the rebel group SF"; None where no known name follows."""
    folded = document.tokens.folded
    at = role.last
    if not role.head or role.act or at >= stop:
        return None
    if folded[at] not in look.member_links:
        nameless = not role.plural and (role.needs == "definite" or role.side == "unidentified")
        return name_at(document, look, at) if nameless else None
    while at + 1 < stop:
        at += 1
        found = name_at(document, look, at)
        if found is not None or folded[at] not in look.before_names:
            return found
    return None


def _of_the_group(document: Document, look: Tables, role: RoleHit, stop: int) -> RoleHit | None:
    """The role with "of the cartel" behind it, which points back as "the cartel" does."""
    folded = document.tokens.folded
    at = role.last
    if role.side != "unidentified" or role.needs or at + 2 >= stop or folded[at] != "of" or folded[at + 1] != "the":
        return None
    group = role_at(document, look, at + 2)
    return evolve(role, last=group.last) if group is not None and group.needs == "definite" else None


def _of_nation(document: Document, look: Tables, role: RoleHit, stop: int) -> tuple[int, tuple[str, str, str]] | None:
    """The country of "the army of Mali", "people of Syria"; organs of a state and peoples only."""
    folded = document.tokens.folded
    at = role.last
    if at + 1 >= stop or folded[at] != "of" or (role.side not in BODIES and folded[at - 1] not in look.peoples):
        return None
    at += 1
    if folded[at] == "the" and at + 1 < stop:
        at += 1
    nation = nation_at(document, look, at)
    return nation if nation is not None and nation[1][1] == "name" else None


def _definite(folded: tuple[str, ...], look: Tables, first: int, floor: int) -> bool:
    """Whether "the" or the like stands before the role, with few words between."""
    for back in range(first - 1, max(floor, first - 1 - _BACK) - 1, -1):
        if folded[back] in look.definite:
            return True
        if folded[back] not in look.between:
            return False
    return False


def _counts_people(folded: tuple[str, ...], first: int, last: int) -> bool:
    """Whether "an ... of" counts people: an army of volunteers is no army."""
    return first > 0 and last < len(folded) and folded[first - 1] in ("a", "an") and folded[last] == "of"


def _surname(document: Document, role: RoleHit, floor: int) -> bool:
    """Whether a capitalised role word behind another capitalised word is the end of a name ("Mary Baker")."""
    texts = document.tokens.texts
    if document.capitals or document.lower or role.first <= floor or role.side in BODIES or role.side == "officials":
        return False
    word, before = texts[role.first], texts[role.first - 1]
    return word[0].isupper() and not word.isupper() and before[0].isupper() and not before.isupper()
