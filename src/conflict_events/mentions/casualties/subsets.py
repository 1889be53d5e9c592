"""Claims inside claims: "including two children", "of whom five", "among the dead were", "six people: two soldiers and"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from conflict_events.mentions.casualties.group import Group
from conflict_events.mentions.casualties.lists import right
from conflict_events.mentions.casualties.reading import Nested, Reading
from conflict_events.mentions.casualties.restated import restated
from conflict_events.mentions.casualties.scene import Scene
from conflict_events.mentions.casualties.subjects import subject
from conflict_events.model.mention import CasualtyMention

__all__ = ["subsets"]

_NEAR = 600
"""Characters over which "among them" points back to a claim of another sentence."""

_LATEST = 12
"""Claims among which the one meant is looked for, the latest first."""

_DASHES = frozenset(": - – — (".split())
_MARKERS = _DASHES | {"among", "victims", "of"}


def _behind(scene: Scene, i: int) -> Group | None:
    """The group behind a marker, over "were" and adverbs."""
    while scene.tag(i) in ("x", "r"):
        i += 1
    return scene.follows(i)


def _marked(scene: Scene, readings: Sequence[Reading]) -> Iterator[tuple[int, list[Group], str]]:
    """(token of the marker, groups of the part, outcome or nothing)."""
    including = scene.words["grammar"]["including"]
    for i, word in enumerate(
        scene.document.tokens.folded[scene.sentence.first : scene.sentence.last], scene.sentence.first
    ):
        if word not in _MARKERS and word not in including and i not in scene.nominals:
            continue
        outcome = ""
        if i in scene.nominals:
            outcome = scene.words["nominals"][word][1]
            people = _of_nominal(scene, i)
        else:
            people = _listed(scene, _first(scene, readings, i))
        if people:
            yield i, people, outcome


def _listed(scene: Scene, group: Group | None) -> list[Group]:
    return right(scene, group) if group is not None and scene.countable(group) else []


def _first(scene: Scene, readings: Sequence[Reading], i: int) -> Group | None:
    """The first group of the part that the marker at token ``i`` opens."""
    word = scene.word(i)
    group: Group | None = None
    if scene.tag(i) == "i":
        group = None if scene.tag(i - 1) == "x" else scene.follows(i + 1)
    elif word in _DASHES:
        group = _spelt_out(scene, readings, i)
    elif word == "among":
        group = _behind(scene, i + 2) if scene.word(i + 1) in ("them", "whom") else None
    elif word == "victims":
        group = _behind(scene, i + 1 + (scene.tag(i + 1) == "i")) if i in scene.acts else None
    if word != "of":
        return group
    if scene.word(i + 1) not in ("whom", "them"):
        return None
    index = scene.ending.get(i + 1, scene.ending.get(i))
    if index is not None and scene.groups[index].number is not None:  # "five of whom", "seven of them children"
        kind = _behind(scene, i + 2)
        number = scene.groups[index].number
        if number is None or (number.stated is None and (kind is None or not kind.person)):
            return None  # "some of them by live rounds"
        role = kind.role if kind is not None and kind.person and kind.number is None else scene.groups[index].role
        return evolve(scene.groups[index], role=role)
    return _behind(scene, i + 2)


def _of_nominal(scene: Scene, i: int) -> list[Group]:
    """The part told of "the dead": "the dead included two children", "among the dead were", "three of the dead were"."""
    own = next((group for group in scene.groups if group.first <= i < group.last), None)
    if own is not None and own.number is not None:
        return [own] if scene.tag(own.last) == "x" and scene.follows(own.last + 1) is not None else []
    if scene.tag(i + 1) == "i" or (scene.tag(i + 1) == "x" and scene.follows(i + 2) is not None):
        return _listed(scene, _behind(scene, i + 1 + (scene.tag(i + 1) == "i")))
    if scene.word(i - 2) == "among" and scene.tag(i - 3) == "x":
        return subject(scene, i - 4)
    return []


def _spelt_out(scene: Scene, readings: Sequence[Reading], i: int) -> Group | None:
    """The first of the parts behind a colon, dash or bracket: "six people: two soldiers and four guards"."""
    part = scene.at.get(i + 1)
    wholes = [one.group for one in readings if one.group is not None and i in (one.group.last, one.last)]
    if part is None or not wholes:
        return None
    total, first = wholes[-1].number, scene.groups[part].number
    if total is None or total.stated is None or first is None or first.stated is None:
        return None
    parts = [group.number.stated or 0 for group in right(scene, scene.groups[part]) if group.number is not None]
    return scene.groups[part] if sum(parts) <= total.stated else None


def _before(readings: Sequence[Reading], first: int, outcome: str) -> Reading | None:
    """The claim of the sentence that contains a part: the last one told before token ``first``."""
    found = [
        (reading.group.first, k)
        for k, reading in enumerate(readings)
        if reading.group is not None and reading.group.first < first and (not outcome or outcome in reading.outcomes)
    ]
    return readings[max(found)[1]] if found else None


def _earlier(scene: Scene, mentions: Sequence[CasualtyMention], outcome: str) -> CasualtyMention | None:
    """The claim of an earlier sentence to which "among them" points back."""
    for mention in mentions[-_LATEST:][::-1]:
        claim = mention.claim
        if claim is None or mention.part_of is not None or scene.sentence.start - mention.end > _NEAR:
            continue
        many = claim.high is None or claim.high > 1
        if many and (not outcome or claim.outcome == outcome):
            return mention
    return None


def subsets(scene: Scene, readings: Sequence[Reading], earlier: Sequence[CasualtyMention]) -> tuple[Nested, ...]:
    """The readings of a sentence with those that are parts of another.

    Args:
        scene: the sentence.
        readings: what its casualty words tell.
        earlier: claims of the sentences before, to which "among them" may point back.
    """
    found = {one.group.first: restated(scene, one, readings, earlier) for one in readings if one.group is not None}
    rest = [Nested(reading) for reading in readings if reading.group is None]
    for marker, people, outcome in _marked(scene, readings):
        whole = _before(readings, min(marker, people[0].first), outcome)
        own = whole is not None or scene.tag(marker) == "i" or scene.word(marker) in _DASHES
        outer = None if own else _earlier(scene, earlier, outcome)
        if whole is None and outer is None and not outcome:
            continue
        kinds = (
            whole.outcomes[:1]
            if whole is not None
            else (str(outer.claim.outcome),)
            if outer and outer.claim
            else (outcome,)
        )
        for one in people:
            if not one.pronoun and (one.first not in found or one is people[0]):
                first, last = (min(marker, one.first), max(marker + 1, one.last)) if outcome else (one.first, one.last)
                part = Reading(kinds, one, first, last, "casualty.including")
                if one.first in found and found[one.first].reading.outcomes != kinds:
                    continue
                found[one.first] = Nested(part, whole, outer)
    return (*_every(found, readings), *rest)


def _every(found: dict[int, Nested], readings: Sequence[Reading]) -> Iterator[Nested]:
    """What was found, and further readings about the same people ("two men were abducted and later killed")."""
    yield from found.values()
    for reading in readings:
        if reading.group is not None:
            kept = found[reading.group.first]
            if kept.reading is not reading and kept.inside is None and kept.outer is None:
                yield Nested(reading)
