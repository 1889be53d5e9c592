"""Claims that look back: tolls of a whole war or year, and victims of another, earlier event."""

from __future__ import annotations

import re

from conflict_events.mentions.casualties.reading import Reading
from conflict_events.mentions.casualties.scene import Scene
from conflict_events.model.quick import frozen
from conflict_events.text.phrases import longest_at

__all__ = ["Past", "looks_back"]

_YEAR = re.compile(r"(?:19|20)\d\d")

_LEAD = 4
"""Tokens at the start of a sentence in which a cue speaks for all of it ("Ten years ago the sect ...")."""

_REACH = 10
"""Tokens before "since" among which a superlative speaks of the day's event ("the deadliest attack since ...")."""


@frozen(slots=True)
class Past:
    """Where a sentence looks back: token spans that tell of earlier events, and spans that count over a longer time."""

    events: tuple[tuple[int, int], ...] = ()
    spells: tuple[tuple[int, int], ...] = ()
    so_far: bool = False

    def holds(self, reading: Reading) -> bool:
        """Whether a reading is of the past."""
        return _within(reading, self.events) or (_counted(reading) and _within(reading, self.spells))

    def to_date(self, reading: Reading) -> bool:
        """Whether a reading is a toll to date."""
        return _counted(reading) and (self.so_far or _within(reading, self.spells))


def _counted(reading: Reading) -> bool:
    return reading.group is not None and (reading.group.number is not None or reading.group.count == "many")


def _within(reading: Reading, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(first < reading.last and reading.first < last for first, last in spans)


def looks_back(scene: Scene) -> Past:
    """Read the cues of one sentence: "since the war began", "in a 2015 attack", "ten years ago", "this year"."""
    words = scene.words["past"]
    cues, start, end = words["cues"], scene.sentence.first, scene.sentence.last
    folded = scene.document.tokens.folded
    events: list[tuple[int, int]] = []
    spells: list[tuple[int, int]] = []
    so_far = False
    for i, word in enumerate(folded[start:end], start):
        if word not in cues:
            continue
        part = (start, end) if i - start < _LEAD else None
        if word == "so":
            so_far = so_far or scene.word(i + 1) == "far"
        elif word == "since":
            if _long(scene, i) and not any(scene.word(j) in words["superlatives"] for j in range(i - _REACH, i)):
                spells.append(part or _part(scene, i, wide=True))
        elif word in words["wars"]:
            if _goes_on(scene, i):
                spells.append(part or _part(scene, i))
        elif longest_at(folded, i, words["spells"]) is not None:
            spells.append(part or _part(scene, i))
        elif _dated(scene, i):
            events.append(part or _part(scene, i))
    return Past(tuple(events), tuple(spells), so_far)


def _long(scene: Scene, i: int) -> bool:
    """Whether a "since" looks back over more than the day's news."""
    lasting = scene.words["past"]["since"]
    return any(scene.word(j) in lasting or _YEAR.fullmatch(scene.word(j)) for j in range(i + 1, i + 6))


def _goes_on(scene: Scene, i: int) -> bool:
    """Whether a war is what has killed: "the war in the north has killed more than 14,000"."""
    return any(scene.word(j) in ("has", "have") for j in range(i + 1, i + 7)) or scene.word(i - 2) in (
        "years",
        "months",
    )


def _dated(scene: Scene, i: int) -> bool:
    """Whether an earlier year or day is named at token ``i``: "in 2015", "a 2015 attack", "two years ago"."""
    word = scene.word(i)
    if word == "anniversary":
        return True
    if word == "ago":
        return scene.word(i - 1) in scene.words["past"]["units"]
    if word == "last":
        return scene.word(i + 1) == "year"
    return _YEAR.fullmatch(scene.word(i + 1)) is not None


def _part(scene: Scene, i: int, *, wide: bool = False) -> tuple[int, int]:
    """The part of the sentence around token ``i``, between commas and words that open another clause.

    With ``wide`` only a semicolon or colon bounds it.
    """
    first = last = i
    while first > scene.sentence.first and not _bound(scene, first - 1, wide=wide):
        first -= 1
    while last < scene.sentence.last and not _bound(scene, last, wide=wide):
        last += 1
    return first, last


def _bound(scene: Scene, i: int, *, wide: bool) -> bool:
    word = scene.word(i)
    if word in (";", ":") or wide:
        return word in (";", ":")
    return word == "," or (scene.tag(i) == "c" and word not in scene.words["past"]["relative"])
