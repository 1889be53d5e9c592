"""Finder of sides: registry names, nationalities with a noun, roles, and capitalised names that no registry knows.

A document goes in, actor mentions come out, in the order of the text and without overlap. Which of them acted, and
whether a bare country name stands for its army, is not decided here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from conflict_events.mentions.actors.entity_linking import settle
from conflict_events.mentions.actors.owners import with_owners
from conflict_events.mentions.actors.people import by_surname
from conflict_events.mentions.actors.scan import scan
from conflict_events.model.mention import ActorMention, PlaceMention
from conflict_events.text.sentences import Document

__all__ = ["find"]


def find(
    document: Document, published: dt.date | None = None, places: Iterable[PlaceMention] = ()
) -> tuple[ActorMention, ...]:
    """Mentions of sides in the order of the text.

    Args:
        document: the text, read.
        published: decides between regimes and between groups of one name; None leaves regime years out.
        places: the places of the text; a group of their countries is meant where several have one name, and its
            short form counts that elsewhere would be too little ("the BLA" in Quetta).

    Returns:
        Mentions without overlap; ``mention.actor.mentions`` holds the phrase.

    >>> from conflict_events.text.sentences import read
    >>> [(m.text, m.actor.name, m.rule) for m in find(read("Israeli troops shot a villager."), dt.date(2024, 5, 1))]
    [('Israeli troops', 'Military Forces of Israel (2022-)', 'actor.nation.soldiers'), ('villager', 'Civilians', 'actor.role.civilians')]
    """
    finds, nations = scan(document)
    near = {mention.place.country.alpha_3 for mention in places if mention.place and mention.place.country}
    settled = settle(document, finds, nations | near, published)
    return by_surname(document, with_owners(document, settled, published))
