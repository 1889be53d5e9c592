"""People told of again: "the soldier died", "shot him dead", "Bello was killed", "the three men", bodies that are found."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.mentions.casualties.group import Group, figures
from conflict_events.mentions.casualties.lists import describes
from conflict_events.mentions.casualties.reading import Nested, Reading
from conflict_events.mentions.casualties.scene import Scene
from conflict_events.model.casualty import CasualtyReport, VictimRole
from conflict_events.model.mention import CasualtyMention
from conflict_events.text.fold import fold_phrase

__all__ = ["restated"]

_NEAR = 600
"""Characters over which a pronoun points back."""

_FAR = 6000
"""Characters over which a name, "the two dead men" or bodies do."""

_LATEST = 24
"""Claims among which the one meant is looked for, the latest first."""

_DEAD, _HURT = ("killed",), ("injured",)

_TELLING = frozenset(
    {
        VictimRole.STATE_FORCES,
        VictimRole.NON_STATE,
        VictimRole.COMBATANT,
        VictimRole.ATTACKER,
        VictimRole.CHILD,
        VictimRole.JOURNALIST,
        VictimRole.PROTESTER,
    }
)
"""Roles of which one word points back to another ("a trooper", "the soldier"). "The driver" may be that of a bus just named."""


def restated(scene: Scene, reading: Reading, readings: Sequence[Reading], earlier: Sequence[CasualtyMention]) -> Nested:
    """A reading, with the claim told before it that its people are of, if they are.

    Args:
        scene: the sentence.
        reading: what one of its words tells.
        readings: what all of them do.
        earlier: claims of the sentences before.
    """
    group = reading.group
    if group is None or reading.negated or reading.cumulative is not None or group.more:
        return Nested(reading)
    told = _told(scene, reading, group, readings, earlier, reading.outcomes)
    if told.inside is not None or told.outer is not None or reading.outcomes != _DEAD:
        return told
    wounded = next((one for one in readings if one.outcomes == _HURT and one.group is group and not one.negated), None)
    if wounded is not None:
        return Nested(reading, before=wounded)  # "was shot and died"
    wound = _told(scene, reading, group, readings, earlier, _HURT)
    if wound.outer is not None and wound.outer.claim is not None and _same_size(group, wound.outer.claim):
        return Nested(reading, hurt=wound.outer)
    if wound.inside is not None and wound.inside.group is not None:
        return Nested(reading, before=wound.inside)
    return told


def _told(
    scene: Scene,
    reading: Reading,
    group: Group,
    readings: Sequence[Reading],
    earlier: Sequence[CasualtyMention],
    outcomes: tuple[str, ...],
) -> Nested:
    """The reading with the claim of some outcomes that tells of the same people."""
    if group.pronoun:
        return _by_pronoun(scene, reading, group, readings, earlier, outcomes)
    found = reading.rule.split(".")[1] in scene.words["restates"] or _known(scene, reading, group)
    for mention in _candidates(scene, outcomes, earlier, _FAR):
        if mention.claim is not None and (found or _meant(scene, group, mention.claim)) and _fits(group, mention.claim):
            return Nested(reading, outer=_outermost(mention, earlier))
    return Nested(reading)


def _outermost(mention: CasualtyMention, earlier: Sequence[CasualtyMention]) -> CasualtyMention:
    """The claim that contains the claim meant: what is part of a part is part of the whole."""
    if mention.part_of is None:
        return mention
    latest = earlier[-_LATEST:]
    return next((one for one in latest if (one.start, one.end) == mention.part_of and one.part_of is None), mention)


def _known(scene: Scene, reading: Reading, group: Group) -> bool:
    """Whether the words take the people as known: "the two dead men", "those killed on Friday"."""
    if not reading.rule.endswith((".attribute", ".dead", ".reduced")):
        return False
    return scene.word(group.first) in scene.words["grammar"]["pointing"] and group.last >= reading.last - 1


def _candidates(
    scene: Scene, outcomes: tuple[str, ...], earlier: Sequence[CasualtyMention], reach: int
) -> list[CasualtyMention]:
    """Claims of the same outcome shortly before, the latest first."""
    return [
        mention
        for mention in earlier[-_LATEST:][::-1]
        if mention.claim is not None
        and mention.claim.outcome in outcomes
        and mention.claim.high != 0
        and scene.sentence.start - mention.end <= reach
    ]


def _fits(group: Group, claim: CasualtyReport) -> bool:
    """Whether a claim is of as many people or more."""
    low = figures(group)[1] or 1
    return claim.high is None or claim.high >= low


def _same_size(group: Group, claim: CasualtyReport) -> bool:
    """Whether all those hurt are told of: one of three wounded leaves two."""
    _, low, high, _ = figures(group)
    return (low, high) == (claim.low, claim.high)


def _by_pronoun(
    scene: Scene,
    reading: Reading,
    group: Group,
    readings: Sequence[Reading],
    earlier: Sequence[CasualtyMention],
    outcomes: tuple[str, ...],
) -> Nested:
    """Whom "him" or "them" stands for: who is named last before it and fits in number, if that one was hurt as well."""
    if scene.word(group.first) in scene.words["grammar"]["self"] or scene.word(group.first) == "those":
        return Nested(reading)
    hurt = {one.group.first: one for one in readings if one.group is not None and one.outcomes == outcomes}
    for k in range(len(scene.groups) - 1, -1, -1):
        other = scene.groups[k]
        if other.first >= group.first or other.pronoun or not scene.countable(other) or not _same_number(group, other):
            continue
        lead = scene.groups[k - 1] if k else None
        if (
            lead is not None
            and lead.first in hurt
            and scene.word(other.first - 1) == ","
            and describes(scene, lead, other)
        ):
            return Nested(reading, inside=hurt[lead.first])  # "killed Musa Ali, a villager, beheading him"
        if other.first in hurt:
            return Nested(reading, inside=hurt[other.first])
        if scene.tag(other.first) == "d" and scene.word(other.first) not in scene.words["grammar"]["singular"]:
            break  # "the brothers", who may be known as hurt
        if other.first > scene.sentence.first:
            return Nested(reading)
    for mention in _candidates(scene, outcomes, earlier, _NEAR):
        if mention.claim is not None and _as_many(group, mention.claim):
            return Nested(reading, outer=_outermost(mention, earlier))
    return Nested(reading)


def _same_number(pronoun: Group, group: Group) -> bool:
    number = group.number
    many = group.count == "many" or (number is not None and number.high != 1)
    return many == (pronoun.count == "many")


def _as_many(pronoun: Group, claim: CasualtyReport) -> bool:
    return (claim.high is None or claim.high > 1) if pronoun.count == "many" else claim.high in (None, 1)


def _meant(scene: Scene, group: Group, claim: CasualtyReport) -> bool:
    """Whether the words for people point back to those of a claim: by a name, or by "the" and a word for them."""
    if group.name and _one(group) and _one_name(scene, group, claim):
        return True
    if scene.word(group.first) not in scene.words["grammar"]["pointing"] or _described(scene, group):
        return False
    if any(scene.word(j) in scene.words["grammar"]["ordinals"] for j in range(group.first, group.last)):
        return False  # "the second victim"
    head = scene.word(group.last - 1)
    if head in scene.words["grammar"]["anybody"] or (group.number is not None and group.last == group.number.last):
        return True
    stem = head.removesuffix("s")
    if any(word.removesuffix("s") == stem for word in fold_phrase(claim.victim or "")):
        return True
    return claim.role == group.role and claim.role in _TELLING


def _described(scene: Scene, group: Group) -> bool:
    """Whether the words say themselves whom they mean: "the leader of the front", "the Front leader", "the man who"."""
    behind = scene.word(group.last)
    named = scene.cased and any(
        text[0].isupper() for text in scene.document.tokens.texts[group.first + 1 : group.last - 1]
    )
    return behind in ("of", "who", "whose") or named


def _one(group: Group) -> bool:
    return group.number is None and group.count != "many"


def _one_name(scene: Scene, group: Group, claim: CasualtyReport) -> bool:
    """Whether a claim tells of the person by the same name, or by a longer or shorter one."""
    tokens = scene.document.tokens
    mine = {
        tokens.folded[j]
        for j in range(group.first, group.last)
        if tokens.texts[j][0].isupper() and len(tokens.texts[j]) > 2 and scene.tag(j) is None
    }
    theirs = set(fold_phrase(claim.victim or ""))
    return bool(mine) and mine <= theirs
