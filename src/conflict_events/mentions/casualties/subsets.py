"""Claims inside claims: "including two children", "of whom five", "among them", "three of the dead were"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from conflict_events.mentions.casualties.groups import Group
from conflict_events.mentions.casualties.readers import Reading
from conflict_events.mentions.casualties.scene import Scene
from conflict_events.model.mention import CasualtyMention

__all__ = ["Nested", "subsets"]


@frozen(slots=True)
class Nested:
    """A reading, and the reading of the same sentence that contains it."""

    reading: Reading
    inside: Reading | None = None


def _markers(scene: Scene) -> Iterator[tuple[int, Group]]:
    """(token of the marker, first group of the subset)."""
    tokens = range(scene.sentence.first, scene.sentence.last)
    for i in tokens:
        tag, word = scene.tag(i), scene.word(i)
        if tag == "i":
            group = scene.follows(i + 1)
        elif word == "among" and scene.word(i + 1) in ("them", "whom", "those"):
            group = scene.follows(i + 2) or scene.follows(i + 3)
        elif word == "of" and scene.word(i + 1) in ("whom", "them"):
            group = scene.follows(i + 2) or scene.follows(i + 3)
            index = scene.ending.get(i)
            if index is not None and scene.groups[index].number is not None:
                group = scene.groups[index]
        else:
            continue
        if group is not None and scene.countable(group):
            yield i, group


def subsets(scene: Scene, readings: Sequence[Reading], earlier: Sequence[CasualtyMention]) -> tuple[Nested, ...]:
    """The readings of a sentence with those that are parts of another."""
    found = [Nested(reading) for reading in readings]
    taken = {reading.group.first for reading in readings if reading.group is not None}
    for marker, group in _markers(scene):
        parents = [reading for reading in readings if reading.group is not None and reading.group.first < marker]
        if not parents:
            continue
        parent = max(parents, key=lambda reading: reading.group.first if reading.group else 0)
        for one in scene.listed(group):
            if one.first in taken or one.pronoun:
                continue
            taken.add(one.first)
            part = Reading(parent.outcomes[:1], one, one.first, one.last, "casualty.including")
            found.append(Nested(part, parent))
    return tuple(found)
