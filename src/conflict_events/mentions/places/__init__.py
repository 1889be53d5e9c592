"""Finder of places: names first, then which places they are, then how exactly the words around put the spot."""

from __future__ import annotations

from collections.abc import Mapping

from conflict_events.gazetteer.index import gazetteer
from conflict_events.gazetteer.rows import Row
from conflict_events.lexicon.load import section
from conflict_events.mentions.places.around import Around, read_around
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.dateline import datelines
from conflict_events.mentions.places.disambiguation import choose
from conflict_events.mentions.places.mention import mention_of
from conflict_events.mentions.places.metonym import is_metonym
from conflict_events.mentions.places.names import read_names
from conflict_events.mentions.places.words import Name, Words
from conflict_events.model.mention import PlaceMention
from conflict_events.text.sentences import Document

__all__ = ["DATELINE", "find"]

DATELINE = "place.dateline"
"""Rule of a place in the dateline: from there the article was sent."""
SOIL, SITE = int(Cue.SOIL), int(Cue.FACILITY) | int(Cue.OFFICE)


def find(document: Document, leanings: Mapping[str, float] | None = None) -> tuple[PlaceMention, ...]:
    """Mentions of places in the order of the text, without overlap.

    Args:
        document: the whole article; places vouch for each other.
        leanings: what else speaks for a country, by its alpha-2 code, where a place named counts 1.

    Returns:
        Each with its best reading, or None with the reason, and its best candidates.

    >>> from conflict_events.text.sentences import read
    >>> found = find(read("Shells hit the southern suburbs of Beirut, Lebanon, on Monday, Moscow said."))
    >>> [(mention.text, mention.place.name, mention.metonym) for mention in found]
    [('southern suburbs of Beirut', 'Beirut - Southern Suburbs', False), ('Lebanon', 'Lebanon', False), ('Moscow', 'Moscow', True)]
    """
    names, words = read_names(document, gazetteer(), section("places"))
    senses = choose(names, words, leanings or {})
    live = [
        i
        for i in range(len(names))
        if i in senses and (not names[i].entry.demonym or words.after(names[i].last) & SOIL)
    ]
    heads = datelines(document, words)
    mentions: list[PlaceMention] = []
    end = 0
    for n, i in enumerate(live):
        name, sense = names[i], senses[i]
        if name.first < end:
            continue
        row = sense.readings[sense.best].row if sense.readings else None
        other = names[live[n - 1]] if n else None
        later = names[live[n + 1]] if n + 1 < len(live) else None
        around = read_around(words, name, other, later)
        if around.kind == "quarter" and (row is None or row.feature[0] != "P"):
            around = Around("at", name.first, name.last)
        elif around.first < end:
            around = Around(around.kind, name.first, around.last, around.words)
        end = around.last
        heading = any(first <= name.first < last for first, last in heads)
        if heading:
            name.rule, around = DATELINE, Around("at", name.first, name.last)
        metonym = row is not None and not heading and _is_elsewhere(words, name, around, row)
        site = bool(words.after(name.last) & SITE)
        mentions.append(mention_of(document.tokens, name, sense, around, metonym=metonym, site=site))
    return tuple(mentions)


def _is_elsewhere(words: Words, name: Name, around: Around, row: Row) -> bool:
    """Whether nothing happens there: a government, or the country behind "the border with"."""
    if around.kind == "border":
        return row.feature[:5] == "A.PCL" and words.at(name.first - 1) == "with"
    return around.kind == "at" and is_metonym(words, name, row)
