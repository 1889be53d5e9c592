"""Readings to claims: figures, victims and sources, as mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from conflict_events.mentions.casualties.group import Figures, Group, figures
from conflict_events.mentions.casualties.past import Past, looks_back
from conflict_events.mentions.casualties.reading import Nested, Reading
from conflict_events.mentions.casualties.scene import Scene
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.evidence import Evidence
from conflict_events.model.mention import CasualtyMention
from conflict_events.model.trusted import maker
from conflict_events.text.attribution import Attribution, source_at

__all__ = ["mentions_of"]

_evidence = maker(Evidence)

_BESIDE = 3
"""Tokens between "deadly" and the words that tell who died."""

_JOINT = frozenset({"killed", "injured", "missing"})
"""Outcomes of which each person suffers one; who was "abducted and killed" suffered both."""


def _to_date(reading: Reading, past: Past) -> bool | None:
    """True for a toll to date, False for new victims, None where the words do not say."""
    if reading.cumulative is not None or reading.group is None:
        return reading.cumulative
    if reading.group.more:
        return False
    return True if past.to_date(reading) else None


def _shared(reading: Reading, figures: Figures, scene: Scene) -> Figures:
    """Figures of each of several outcomes that share one number: at least one each, at most all but the others."""
    stated, low, high, _ = figures
    if (low == 0 and high == 0) or (stated is None and high is None):
        return figures if not reading.disjoint or low == 0 else (stated, None, None, figures[3])
    others = len(reading.outcomes) - 1
    least = 0 if reading.disjoint else 1
    most = None if high is None else max(high - (0 if reading.disjoint else others), least)
    return None, least, most, scene.document.tokens.quote(reading.first, reading.last)


def _told(reading: Reading, scene: Scene) -> Figures:
    """The figures of a reading, after negation, doubt and sharing."""
    told = figures(reading.group)
    if len(reading.outcomes) > 1 and _JOINT.issuperset(reading.outcomes):
        told = _shared(reading, told, scene)
    stated, _, high, qualifier = told
    if reading.negated and high != 0 and qualifier is None:
        return None, 0, 0, None
    if reading.doubted and stated is not None:
        return stated, None, high, qualifier or "feared"
    return told


def mentions_of(
    scene: Scene, nested: Sequence[Nested], statements: Mapping[int, Sequence[Attribution]]
) -> Iterator[CasualtyMention]:
    """One mention a claim."""
    tokens = scene.document.tokens
    counted = any(_counts(one.reading) for one in nested)
    past = looks_back(scene) if nested else Past()
    wounds = [one.before for one in nested if one.before is not None]
    for one in nested:
        reading = one.reading
        group = reading.group
        if group is None and (counted or _told_beside(reading, nested)):
            continue  # "a deadly attack that killed 12" is told by the 12
        if any(reading is wound for wound in wounds):
            continue  # "was shot and died"
        stated, low, high, qualifier = _told(reading, scene)
        start, end = tokens.starts[reading.first], tokens.ends[reading.last - 1]
        text = scene.document.text[start:end]
        source = source_at(statements, scene.document, reading.first)
        role = reading.role or ("unknown" if group is None else group.role)
        victim = _victim(group, scene)
        if one.hurt is not None and one.hurt.claim is not None:
            victim = one.hurt.claim.victim or victim
            role = one.hurt.claim.role if role == "unknown" else role
        evidence = _evidence(start, end, text, reading.rule)
        for outcome in reading.outcomes:
            claim = CasualtyReport(
                Outcome(outcome),
                stated=stated,
                low=low,
                high=high,
                qualifier=qualifier,
                victim=victim,
                role=VictimRole(role),
                source=None if source is None else source.source,
                cumulative=_to_date(reading, past),
                evidence=(*(() if one.hurt is None or one.hurt.claim is None else one.hurt.claim.evidence), evidence),
            )
            yield CasualtyMention(
                start, end, text, reading.rule, claim=claim, historic=past.holds(reading), part_of=_whole(one, scene)
            )


def _whole(one: Nested, scene: Scene) -> tuple[int, int] | None:
    """Span of the claim that contains this one."""
    if one.inside is not None:
        tokens = scene.document.tokens
        return tokens.starts[one.inside.first], tokens.ends[one.inside.last - 1]
    return None if one.outer is None else (one.outer.start, one.outer.end)


def _victim(group: Group | None, scene: Scene) -> str | None:
    """The phrase for those hurt; None where there is a number only ("12 dead", "no casualties")."""
    if group is None:
        return None
    number = group.number
    if number is not None and not (group.person or group.name):
        nobody = number.stated is None and number.low == 0
        bare = group.last == number.last or (group.last == number.last + 1 and scene.word(group.last - 1) == "of")
        if nobody or bare:
            return None
    return scene.document.tokens.quote(group.first, group.last if group.named is None else group.named[1])


def _counts(reading: Reading) -> bool:
    """Whether a reading tells how many were killed, so that "deadly" adds nothing to it."""
    group = reading.group
    return group is not None and "killed" in reading.outcomes and (group.number is not None or group.count == "many")


def _told_beside(reading: Reading, nested: Sequence[Nested]) -> bool:
    """Whether the words right behind tell who died: "the fatal stabbing of a trader"."""
    return any(
        other.reading is not reading
        and "killed" in other.reading.outcomes
        and 0 <= other.reading.first - reading.first <= _BESIDE
        for other in nested
    )
