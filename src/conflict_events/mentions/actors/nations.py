"""Nationalities and countries: with the noun that follows they are an army, police or people; alone a metonym."""

from __future__ import annotations

from conflict_events.mentions.actors.finds import COUNTRY, Find, Tables
from conflict_events.mentions.actors.heads import BODIES, RoleHit, head_after, nation_case
from conflict_events.text.sentences import Document

__all__ = ["read_nation"]

_JOINING = frozenset((",", "and", "or", "/"))
_DATELINE = frozenset(",([:-–—")


def read_nation(
    document: Document, look: Tables, first: int, last: int, payload: tuple[str, str, str], nations: set[str]
) -> tuple[Find | None, int]:
    """The country or nationality at tokens ``first:last``; also adds it to ``nations``.

    Returns:
        The find, or None where it names no side; and the token to go on from.
    """
    code, form, written = payload
    if not nation_case(document, first, written):
        return None, first
    folded = document.tokens.folded
    follower = folded[last] if last < len(folded) else ""
    if form == "name" and follower in look.place_nouns:
        return None, last  # "Niger State" is in Nigeria
    nations.add(code)
    if follower in look.linkers and document.tokens.joined[last]:
        return None, last + 1  # "Iran-backed"
    before = folded[first - 1] if first else ""
    if before == "by" and first > 1 and folded[first - 2] in look.linkers:
        return None, last  # "backed by Iran"
    if before == "the" and first > 1:
        before = folded[first - 2]

    role = _role(document, look, last, form, before)
    if role is not None:
        return _with_role(document, first, last, code, role)
    if form == "people":
        return Find(first, last, "actor.nation.people", side="civilians", country=code), last
    if form == "adjective":
        return _person(document, look, first, last, code)
    return _metonym(document, look, first, last, code, form, before)


def _role(document: Document, look: Tables, last: int, form: str, before: str) -> RoleHit | None:
    """The noun that the nation belongs to: "Israeli [elite] troops", "Israel's army", "US citizens", "Kabul police"."""
    folded = document.tokens.folded
    if form == "people" or last >= len(folded):
        return None
    possessive = folded[last] == "'s"
    after = last + 1 if possessive else last
    place = form != "adjective"
    if after >= len(folded) or (place and not possessive and before in look.locatives):
        return None
    role = head_after(document, look, after, reach=1 if place and not possessive else 4)
    if role is None or role.needs == "name" or (role.needs == "definite" and not _after_the(document, last - 1)):
        return None
    if form == "capital" and role.side != "police":
        return None
    if place and not possessive and role.side not in BODIES and not (role.first == last and role.plural):
        return None
    return role


def _with_role(document: Document, first: int, last: int, code: str, role: RoleHit) -> tuple[Find, int]:
    """Nation and noun as one find; only the nation where the noun is an act, or belongs to another nation too."""
    if role.act:
        return Find(first, last, "actor.nation.acts", side="military", country=code), last
    shared = not _JOINING.isdisjoint(document.tokens.folded[last : role.first])
    end = last if shared else role.last
    rule = f"actor.nation.{role.id}"
    definite = role.side not in BODIES and _after_the(document, first)
    found = Find(first, end, rule, side=role.nation_side, country=code, plural=shared or role.plural, definite=definite)
    return found, end


def _after_the(document: Document, first: int) -> bool:
    """Whether "the" stands before: "the Lebanese group" points back."""
    return first > 0 and document.tokens.folded[first - 1] == "the"


def _person(document: Document, look: Tables, first: int, last: int, code: str) -> tuple[Find | None, int]:
    """The adjective as a noun ("a Palestinian was shot"); ``first`` is handed back where it stays an adjective."""
    folded = document.tokens.folded
    alone = last >= len(folded) or (folded[last] in look.closed and not document.tokens.joined[last])
    before = folded[first - 1] if first else ""
    if not alone or (before not in look.one and before not in look.several):
        return None, first
    plural = before not in look.one
    return Find(first, last, "actor.nation.person", side="civilians", country=code, plural=plural), last


def _metonym(
    document: Document, look: Tables, first: int, last: int, code: str, form: str, before: str
) -> tuple[Find | None, int]:
    """A bare country or capital, which may stand for its army; not where it is plainly a place."""
    opened = before == "," and document.tokens.folded[first - 2] in look.openers
    if _in_title(document, look, first):
        return None, last  # "Environment Canada"
    if before in look.no_metonym or (before == "," and not opened and not _listed(document, look, first)):
        return None, last
    if form == "capital" and (_act_follows(document, look, last) or _dateline(document, last)):
        return None, last  # "the Kabul attack" is one in Kabul
    rule = "actor.metonym.country" if form == "name" else "actor.metonym.capital"
    return Find(first, last, rule, side="military", country=code), last


def _in_title(document: Document, look: Tables, first: int) -> bool:
    """Whether a capitalised word stands before the country, so that it ends the name of something else."""
    if document.capitals or document.lower or first == 0:
        return False
    word, floor = document.tokens.texts[first - 1], document.sentences[document.sentence_of[first]].first
    folded = document.tokens.folded[first - 1]
    return (
        first - 1 > floor
        and word[0].isupper()
        and word.isalpha()
        and not word.isupper()
        and folded not in look.day_names
    )


def _act_follows(document: Document, look: Tables, last: int) -> bool:
    role = head_after(document, look, last, reach=0) if last < len(document.tokens) else None
    return role is not None and role.act


def _dateline(document: Document, last: int) -> bool:
    """Whether "KABUL, 3 May" or "KABUL (AP)" only says where the report was written."""
    return last < len(document.tokens) and document.tokens.texts[last] in _DATELINE


def _listed(document: Document, look: Tables, first: int) -> bool:
    """Whether the words before ", Israel" are another country, so that it is a list and no address."""
    if first < 2:
        return False
    known = look.alone(document.tokens.folded[first - 2])
    return any(tag == COUNTRY and payload[1] == "name" for _, tag, payload, _ in known)
