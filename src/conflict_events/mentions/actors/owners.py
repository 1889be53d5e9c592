"""Whose "its troops" are: those of the one country or group named shortly before, not of the country where they act."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from conflict_events.lexicon.load import section
from conflict_events.lexicon.sides import is_open, side, side_id
from conflict_events.mentions.actors.heads import BODIES
from conflict_events.model.kind import GROUPS
from conflict_events.model.mention import ActorMention
from conflict_events.model.trusted import evolve
from conflict_events.text.sentences import Document

__all__ = ["with_owners"]

_BACK = 3
"""Tokens before a side among which the word that owns it may stand."""

_FAR = 24
"""Mentions that are looked back at."""

_ORGANS = BODIES - {"government"}


def with_owners(
    document: Document, mentions: Sequence[ActorMention], published: dt.date | None
) -> tuple[ActorMention, ...]:
    """The mentions, with the organs of a state behind "its" or "their" given to whom they belong.

    Args:
        document: the text.
        mentions: in the order of the text.
        published: decides between regimes.

    >>> from conflict_events.mentions.actors import find
    >>> from conflict_events.text.sentences import read
    >>> [m.actor.name for m in find(read("Turkey said its troops had fired.")) if m.refers_to is not None]
    ['Military Forces of Turkey']
    """
    owners = section("pronouns")["owners"]
    folded, starts = document.tokens.folded, document.tokens.starts
    if owners.isdisjoint(folded):
        return tuple(mentions)
    done: list[ActorMention] = []
    for mention in mentions:
        first = bisect_left(starts, mention.start)
        if (
            mention.actor is not None
            and is_open(mention.actor)
            and side_id(mention.actor) in _ORGANS
            and not owners.isdisjoint(folded[max(0, first - _BACK) : first])
        ):
            done.append(_owned(document, mention, done, published))
        else:
            done.append(mention)
    return tuple(done)


def _owned(
    document: Document, mention: ActorMention, before: Sequence[ActorMention], published: dt.date | None
) -> ActorMention:
    """The organ of its one owner; without one it stays open, and points back to no other of its kind."""
    actor = mention.actor
    key = None if actor is None else side_id(actor)
    owner = _owner(document, mention, before)
    if actor is None or key is None or owner is None or owner.actor is None:
        return evolve(mention, definite=False)
    if owner.actor.kind in GROUPS:
        if key not in ("military", "security"):
            return evolve(mention, definite=False)
        named = owner.actor
    else:
        named = side(key, owner.actor.country, published)
    reason = f"{mention.text!r} are those of {owner.text!r}"
    return evolve(
        mention,
        actor=evolve(named, mentions=(mention.text,)),
        definite=False,
        refers_to=owner,
        reason=reason,
    )


def _owner(document: Document, mention: ActorMention, before: Sequence[ActorMention]) -> ActorMention | None:
    """The only country or group named before in the sentence, or else in the sentence before it."""
    index = document.sentence_of[bisect_left(document.tokens.starts, mention.start)]
    for at in range(index, max(-1, index - 2), -1):
        sentence = document.sentences[at]
        here = [one for one in before[-_FAR:] if sentence.start <= one.start and one.end <= sentence.end]
        found = {_home(one): one for one in here if _home(one)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _home(mention: ActorMention) -> str:
    """What may own troops: a country that acts by name or by one of its organs, or a group; else ""."""
    actor = mention.actor
    if actor is None:
        return ""
    if actor.kind in GROUPS and not is_open(actor):
        return actor.name
    organ = side_id(actor) in BODIES and actor.country is not None
    return "" if not organ or actor.country is None else actor.country.alpha_3
