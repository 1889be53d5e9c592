"""Nationalities and countries: with the noun that follows they are an army, police or people; alone a metonym."""

from __future__ import annotations

from conflict_events.mentions.actors.finds import Find, Tables
from conflict_events.mentions.actors.heads import BODIES, head_after, nation_case
from conflict_events.text.sentences import Document

__all__ = ["read_nation"]


def read_nation(
    document: Document, look: Tables, first: int, last: int, payload: tuple[str, str, str], nations: dict[str, int]
) -> tuple[Find | None, int]:
    """The country or nationality at tokens ``first:last``; also counts it in ``nations``."""
    code, form, written = payload
    if not nation_case(document, first, written):
        return None, first
    tokens = document.tokens
    folded, count = tokens.folded, len(tokens)
    nations[code] = nations.get(code, 0) + 1
    if last < count and tokens.joined[last] and folded[last] in look.linkers:
        return None, last + 1
    before = folded[first - 1] if first else ""
    if before in ("the", "'s") and first > 1:
        before = folded[first - 2]
    possessive = last < count and folded[last] == "'s"
    after = last + 1 if possessive else last
    place = form in ("name", "capital")
    role = None
    if after < count and form != "people" and (not place or possessive or before not in look.locatives):
        role = head_after(document, look, after, reach=1 if place and not possessive else 4)
    if (
        role is not None
        and (not place or _fits_place(role.side, form, possessive=possessive))
        and role.needs
        not in (
            "name",
            "definite",
        )
    ):
        if role.act:
            return Find(first, last, "actor.nation.acts", side="military", country=code), last
        if (
            "," in folded[after : role.first]
            or "and" in folded[after : role.first]
            or "or" in folded[after : role.first]
        ):
            return Find(first, last, f"actor.nation.{role.id}", side=role.nation_side, country=code), last
        return (
            Find(
                first,
                role.last,
                f"actor.nation.{role.id}",
                side=role.nation_side,
                country=code,
                plural=role.plural,
                definite=False,
            ),  # fmt: skip
            role.last,
        )
    if form == "people":
        return Find(first, last, "actor.nation.people", side="civilians", country=code), last
    if form == "adjective":
        alone = last >= count or (folded[last] in look.closed and not tokens.joined[last])
        if alone and first and (folded[first - 1] in look.one or folded[first - 1] in look.several):
            plural = folded[first - 1] not in look.one
            return Find(first, last, "actor.nation.person", side="civilians", country=code, plural=plural), last
        return None, first
    if before in look.no_metonym or (before == "," and not _listed(document, first, look)):
        return None, last
    return Find(
        first, last, f"actor.metonym.{'country' if form == 'name' else 'capital'}", side="military", country=code
    ), last


def _fits_place(side: str, form: str, *, possessive: bool) -> bool:
    """Whether "Colombia police", "Israel's army" or "Kabul police" reads as one; people need the 's."""
    if form == "capital":
        return side == "police"
    return possessive or side in BODIES


def _listed(document: Document, first: int, look: Tables) -> bool:
    """Whether the words before ", Israel" are another country, so that it is a list and no address."""
    from conflict_events.mentions.actors.finds import COUNTRY

    if first < 2:
        return False
    rows = look.table.get(document.tokens.folded[first - 2], ())
    return any(tag == COUNTRY and len(words) == 1 and payload[1] == "name" for words, tag, payload in rows)
