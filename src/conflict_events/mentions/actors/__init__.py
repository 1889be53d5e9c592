"""Finder of sides: registry names, nationalities with a noun, roles, and capitalised names that no registry knows.

A document goes in, actor mentions come out, in the order of the text and without overlap. Which of them acted, and
whether a bare country name stands for its army, is not decided here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from conflict_events.lexicon.load import section
from conflict_events.mentions.actors.entity_linking import settle
from conflict_events.mentions.actors.finds import Find
from conflict_events.mentions.actors.owners import with_owners
from conflict_events.mentions.actors.people import by_surname
from conflict_events.mentions.actors.scan import scan
from conflict_events.model.country import Country
from conflict_events.model.mention import ActorMention, PlaceMention
from conflict_events.text.sentences import Document

__all__ = ["Scan", "find", "scan", "strongholds"]

Scan = tuple[list[Find], set[str]]
"""What one pass over the text found, before anything is settled: stretches of tokens, and the countries named."""

STRONGHOLD = 0.5
"""What a group says of the country that it is at home in, where a place named there says 1."""


def strongholds(scanned: Scan) -> dict[str, float]:
    """What the groups that a text names say of its country, by alpha-2 code; those of several countries say nothing.

    >>> from conflict_events.text.sentences import read
    >>> strongholds(scan(read("Naxalites attacked a village.")))
    {'IN': 0.5}
    """
    rows = section("actors")["actors"]
    named = {find.candidates[0][0] for find in scanned[0] if len(find.candidates) == 1 and find.candidates[0][1]}
    found: dict[str, float] = {}
    for countries in [rows[index][4] for index in sorted(named)]:
        if len(countries) == 1:
            code = Country.of(countries[0]).alpha_2
            found[code] = found.get(code, 0.0) + STRONGHOLD
    return found


def find(
    document: Document,
    published: dt.date | None = None,
    places: Iterable[PlaceMention] = (),
    scanned: Scan | None = None,
) -> tuple[ActorMention, ...]:
    """Mentions of sides in the order of the text.

    Args:
        document: the text, read.
        published: decides between regimes and between groups of one name; None leaves regime years out.
        places: the places of the text; a group of their countries is meant where several have one name, and its
            short form counts that elsewhere would be too little ("the BLA" in Quetta).
        scanned: what ``scan`` found, where that was asked before.

    Returns:
        Mentions without overlap; ``mention.actor.mentions`` holds the phrase.

    >>> from conflict_events.text.sentences import read
    >>> [(m.text, m.actor.name, m.rule) for m in find(read("Israeli troops shot a villager."), dt.date(2024, 5, 1))]
    [('Israeli troops', 'Military Forces of Israel (2022-)', 'actor.nation.soldiers'), ('villager', 'Civilians', 'actor.role.civilians')]
    """
    finds, nations = scan(document) if scanned is None else scanned
    near = {mention.place.country.alpha_3 for mention in places if mention.place and mention.place.country}
    settled = settle(document, finds, nations | near, published)
    return by_surname(document, with_owners(document, settled, published))
