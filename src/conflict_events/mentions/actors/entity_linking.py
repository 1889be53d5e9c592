"""Finds to mentions: which of the groups of one name, which regime, which of the weak names count."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conflict_events.lexicon.load import section
from conflict_events.lexicon.sides import actor_of, side
from conflict_events.mentions.actors.finds import Find
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.trusted import evolve, maker
from conflict_events.text.sentences import Document

__all__ = ["settle"]

_mention = maker(ActorMention)


def settle(
    document: Document, finds: list[Find], nations: set[str], published: dt.date | None
) -> tuple[ActorMention, ...]:
    """Mentions of the finds that hold.

    Args:
        document: the text, read.
        finds: in the order of the text.
        nations: countries named in it, and those of its places.
        published: day of publication.
    """
    rows = section("actors")["actors"]
    vouched = {
        candidate[0]
        for find in finds
        if len(find.candidates) == 1
        for candidate in find.candidates
        if candidate[1] and not candidate[3]
    }
    tokens = document.tokens
    year = None if published is None else published.year
    if year is None and any(len(find.candidates) > 1 for find in finds):
        year = _latest_year(document)
    mentions = []
    for find in finds:
        phrase = tokens.quote(find.first, find.last)
        actor: Actor | None
        if find.candidates:
            index = _choose(find, rows, nations, vouched, year)
            if index is None:
                continue
            vouched.add(index)
            actor = _as_acting(actor_of(index, published), find)
        elif find.title:
            actor = Actor(find.title, ActorKind(find.kind), aliases=find.aliases)
        else:
            actor = side(find.side, None if find.country is None else Country.of(find.country), published)
        mentions.append(
            _mention(
                tokens.starts[find.first],
                tokens.ends[find.last - 1],
                phrase,
                find.rule,
                actor=_said(actor, phrase),
                plural=find.plural,
                definite=find.definite,
            )
        )
    return tuple(mentions)


def _as_acting(actor: Actor, find: Find) -> Actor:
    """A group as the noun behind its name has it: "Amal supporters" bear no arms, "Dinka gunmen" do.

    "Activists" of rebels are the rebels all the same.
    """
    if find.follows:
        rebels = actor.kind is ActorKind.REBEL_GROUP and find.follows != "followers"
        return actor if rebels else evolve(actor, kind=ActorKind.CIVILIANS)
    if actor.kind is not ActorKind.CIVILIANS or find.side not in _ARMED or find.rule == "actor.name":
        return actor
    if _ETHNIC in actor.name:
        return evolve(actor, name=actor.name.replace(_ETHNIC, " Ethnic Militia"), kind=ActorKind.IDENTITY_MILITIA)
    return evolve(actor, kind=ActorKind.POLITICAL_MILITIA)


_ETHNIC = " Ethnic Group"
_IRREGULAR = frozenset(("unidentified", "communal", "tribal", "clan"))
_ARMED = frozenset(("unidentified", "communal", "tribal", "clan", "military"))
"""Sides of the nouns that make fighters of a people or party: "Dinka militia", "Nuer forces"."""


def _said(actor: Actor, phrase: str) -> Actor:
    """The actor with the phrase by which the article names it."""
    return evolve(actor, mentions=(phrase,))


def _choose(
    find: Find,
    rows: tuple[Any, ...],
    nations: set[str],
    vouched: set[int],
    year: int | None,
) -> int | None:
    """The candidate that the article supports best; None where all are weak and nothing supports them.

    "BLA fighters" need no more support, where only one group is called so.
    """
    candidates = find.candidates
    if len(candidates) == 1 and candidates[0][1]:
        index: int = candidates[0][0]
        return index
    if len(candidates) == 1 and find.rule == "actor.name.member" and find.side in _IRREGULAR:
        return int(candidates[0][0])
    best, best_score = None, 0.0
    for position, (index, strong, _, _) in enumerate(candidates):
        countries, since, until = rows[index][4:7]
        score = 1.0 if strong else 0.0
        if index in vouched:
            score += 4
        score += 2 * any(code in nations for code in countries)
        if not strong and score < 2:
            continue
        if year is not None:
            began = since is None or since <= year
            ended = until is not None and until < year
            score += 0.5 if began and not ended else -0.5
            score += 0.3 if not ended and since is not None and began else 0.0
        score -= position * 0.001
        if best is None or score > best_score:
            best, best_score = index, score
    return best


def _latest_year(document: Document) -> int | None:
    """The latest year that the text names: it cannot be older. It only chooses between groups of one name."""
    years = [
        int(word) for word in document.tokens.texts if len(word) == 4 and word[:2] in ("19", "20") and word.isdecimal()
    ]
    return max(years, default=None)
