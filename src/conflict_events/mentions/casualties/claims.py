"""Readings to claims: figures, victims and sources, as mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from conflict_events.mentions.casualties.groups import Group
from conflict_events.mentions.casualties.readers import Reading
from conflict_events.mentions.casualties.scene import Scene
from conflict_events.mentions.casualties.subsets import Nested
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.evidence import Evidence
from conflict_events.model.mention import CasualtyMention
from conflict_events.text.attribution import Attribution, source_at

__all__ = ["mentions_of"]

_YEAR = re.compile(r"(?:19|20)\d\d")


def _figures(group: Group | None) -> tuple[int | None, int | None, int | None, str | None]:
    """(stated, low, high, qualifier) of a group."""
    if group is None:
        return None, 1, None, None
    number = group.number
    if number is not None:
        return number.stated, number.low, number.high, number.qualifier
    if group.count == "one" or (group.count == "" and group.name and not group.person):
        return None, 1, 1, None
    return None, (2 if group.count == "many" else 1), None, None


_LASTING = frozenset("start beginning outbreak began started war conflict erupted uprising insurgency october".split())
"""What stands behind a "since" that looks back over more than the day's news."""


def _historic(scene: Scene) -> bool:
    """Whether a sentence looks back: "since the war began", "in a 2015 attack", "ten years ago"."""
    for i in range(scene.sentence.first, scene.sentence.last):
        word = scene.word(i)
        if word == "since" and any(
            scene.word(j) in _LASTING or _YEAR.fullmatch(scene.word(j)) for j in range(i + 1, i + 6)
        ):
            return True
        if word in ("in", "of", "a", "the") and _YEAR.fullmatch(scene.word(i + 1)):
            return True
        if word == "ago" and scene.word(i - 1) in ("year", "years", "month", "months", "decade", "decades"):
            return True
        if word == "anniversary":
            return True
    return False


def _shared(reading: Reading, figures: tuple[int | None, int | None, int | None, str | None], scene: Scene):  # type: ignore[no-untyped-def]
    """Figures of each of several outcomes that share one number: at least one each, at most all but the others."""
    stated, low, high, qualifier = figures
    others = len(reading.outcomes) - 1
    if stated is None and high is None:
        return stated, (None if reading.disjoint else low), None, qualifier
    least = 0 if reading.disjoint else 1
    most = None if high is None else max(high - (0 if reading.disjoint else others), least)
    return None, least, most, scene.document.tokens.quote(reading.first, reading.last)


def mentions_of(
    scene: Scene, nested: Sequence[Nested], statements: Mapping[int, Sequence[Attribution]]
) -> Iterator[CasualtyMention]:
    """One mention a claim."""
    tokens = scene.document.tokens
    historic: bool | None = None
    counted = any(
        group is not None and "killed" in one.reading.outcomes and (group.number is not None or group.count == "many")
        for one in nested
        for group in (one.reading.group,)
    )
    for one in nested:
        reading = one.reading
        group = reading.group
        if group is None and counted:
            continue
        if historic is None:
            historic = _historic(scene)
        figures = _figures(group)
        if len(reading.outcomes) > 1 and not (figures[1] == 0 and figures[2] == 0):
            figures = _shared(reading, figures, scene)
        stated, low, high, qualifier = figures
        if reading.negated and not (low == 0 and high == 0):
            stated, low, high = None, 0, 0
        start, end = tokens.starts[reading.first], tokens.ends[reading.last - 1]
        text = scene.document.text[start:end]
        source = source_at(statements, scene.document, reading.first)
        role = reading.role or ("unknown" if group is None else group.role)
        parent = one.inside
        for outcome in reading.outcomes:
            claim = CasualtyReport(
                Outcome(outcome),
                stated=stated,
                low=low,
                high=high,
                qualifier=qualifier,
                victim=None if group is None else tokens.quote(group.first, group.last),
                role=VictimRole(role),
                source=None if source is None else source.source,
                cumulative=reading.cumulative if group is None or not group.more else False,
                evidence=(Evidence(start, end, text, reading.rule),),
            )
            yield CasualtyMention(
                start,
                end,
                text,
                reading.rule,
                claim=claim,
                historic=historic,
                part_of=None if parent is None else (tokens.starts[parent.first], tokens.ends[parent.last - 1]),
            )
