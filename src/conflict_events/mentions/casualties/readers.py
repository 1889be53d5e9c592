"""Which reader reads which kind of casualty word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from conflict_events.mentions.casualties import nouns, verbs
from conflict_events.mentions.casualties.reading import Reading
from conflict_events.mentions.casualties.scene import Chain, Scene

__all__ = ["READERS", "read_chain"]

READERS: Mapping[str, Callable[[Scene, Chain], Iterator[Reading]]] = MappingProxyType(
    {
        "verb": verbs.verb,
        "subject_verb": verbs.subject_verb,
        "loss": verbs.loss,
        "adjective": verbs.adjective,
        "self_kill": verbs.self_kill,
        "attribute": nouns.attribute,
        "act": nouns.act,
        "count": nouns.count,
        "lives": nouns.lives,
        "toll": nouns.toll,
        "part": nouns.nothing,
        "none": nouns.nothing,
    }
)
"""Kind of casualty word -> its reader."""


def read_chain(scene: Scene, chain: Chain) -> tuple[Reading, ...]:
    """All people of whom a chain of casualty words tells: the first of its readings that finds any."""
    for kind in dict.fromkeys(reading[0] for reading in chain.hits[0].payload):
        found = tuple(READERS[kind](scene, chain))
        if found:
            return found
    return ()
