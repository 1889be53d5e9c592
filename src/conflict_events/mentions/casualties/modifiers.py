"""What only describes the people before it: "who quit the ranks", "involved in three killings", "belonging to the squad"."""

from __future__ import annotations

from conflict_events.mentions.casualties.group import Group
from conflict_events.mentions.casualties.scene import Scene

__all__ = ["crossed", "described"]

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})

_REACH = 16
"""Tokens of a relative clause between its pronoun and one of its nouns."""

_BOUNDS = frozenset({"c", "m", "e", "x"})
"""Tags of words that open another clause."""

_NOUNS = frozenset({"act", "count", "none", "toll", "part"})
"""Kinds of casualty words that are nouns."""

_DETERMINED = 4
"""Tokens before such a noun among which "a" or "the" stands: "of a 13 February shooting"."""

_GOVERNED = frozenset({"p", "o"})
"""Tags of what stands behind a participle that describes: "accused of", "travelling in"."""


def described(scene: Scene, group: Group) -> int | None:
    """The group that a relative clause describes, where another group stands inside of that clause.

    "The militants who attacked the shrine", "two men, who quit the ranks of the front": the shrine, the ranks, the front.
    """
    before = scene.word(group.first - 1)
    if before.endswith("ing") and before not in scene.words["grammar"]["group_end"]:
        head = scene.ending.get(group.first - 1)  # "a man carrying a bag"
        if head is not None and scene.countable(scene.groups[head]):
            return head
    verbal = False
    for k in range(group.first - 1, max(group.first - _REACH, scene.sentence.first), -1):
        word = scene.word(k)
        if word in _RELATIVE:
            comma = scene.word(k - 1) == ","
            head = scene.ending.get(k - comma)
            if head is None or not verbal or (comma and word == "that"):
                return None
            group = scene.groups[head]
            return head if group.person or group.number is not None or group.name else None
        if word in (",", ";", ":", ".") or scene.tag(k) in ("c", "m") or k in scene.acts:
            return None
        verbal = verbal or scene.verbal(k)
    return None


def crossed(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause boundary or another casualty word lies between two tokens."""
    if _describing(scene, first, last):
        return False
    return any(scene.tag(k) in _BOUNDS or _tells(scene, k) or scene.word(k) in (";", ":") for k in range(first, last))


def _tells(scene: Scene, k: int) -> bool:
    """Whether a casualty word at a token tells something by itself: not so in "several murder cases"."""
    hit = scene.acts.get(k)
    if hit is None:
        return False
    noun = any(reading[0] in _NOUNS for reading in hit.payload)
    determined = any(scene.tag(j) == "d" for j in range(k - _DETERMINED, k))
    return not (noun and (scene.tag(hit.last) == "u" or determined))


def _describing(scene: Scene, first: int, last: int) -> bool:
    """Whether there is no more than a participle and what it governs: "a man accused of theft", ", involved in"."""
    while first < last and (scene.word(first) == "," or scene.tag(first) == "r"):
        first += 1
    if last - first > 2 or not scene.participle(first):
        return False
    return last - first == 1 or scene.tag(first + 1) in _GOVERNED
