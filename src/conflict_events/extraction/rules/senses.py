"""In which sense a word is used: by who does it, to whom, in what company, and what caused it.

One place for all words. Which roles make a word an act, and which give it another sense, stands in ``acts.toml`` and
beside the words in ``triggers/``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflict_events.extraction.rules.heads import Heads, clause_mask
from conflict_events.extraction.rules.participants import Participant
from conflict_events.extraction.rules.segments import Segment
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues, bit
from conflict_events.mentions.triggers import Found
from conflict_events.model.mention import PlaceMention
from conflict_events.text.sentences import Document

__all__ = ["BARE", "other_sense", "warlike", "witnessed"]

LOSS = 14
"""Tokens between a word and the people hurt by what it tells."""
ON = 4
"""Tokens between a verb and the place that it takes."""
WARLIKE = 2
"""Sentences that must speak of fighters or weapons in a text that is about a conflict ..."""
SHARE = 4
"""... and one in so many of all its sentences."""
BARE = "may be anything: neither who is armed, nor a weapon, nor a loss is told beside it"


@cache
def _kinds() -> dict[str, int]:
    """The class of each kind of side."""
    return {kind: bit(kind) for kind in ("state", "armed", "mob", "crowd", "civilian")}


@cache
def _fought() -> int:
    """Classes of words that, in the clause of a loss, tell that somebody fought, whatever else stands there."""
    return bit("armed", "ied", "suicide", "grenade", "artillery", "smallarms", "live_fire", "mob", "gang")


@cache
def _otherwise() -> int:
    """Classes of words for what kills without anybody fighting, and for games."""
    mask = 0
    for one, _ in section("cues")["why"]:
        mask |= one
    return mask & ~bit("craft", "intangible", "impersonal", "animal")


def _sides(sides: Sequence[Participant]) -> int:
    """The classes of the kinds of some sides."""
    mask = 0
    for side in sides:
        mask |= _kinds().get(side.kind, 0)
    return mask


def other_sense(
    document: Document,
    segment: Segment,
    cues: Cues,
    found: Found,
    heads: Heads,
    agents: Sequence[Participant],
) -> str:
    """Why a word tells something else than an act of this kind, by what stands in its roles, or "".

    Args:
        document: the text.
        segment: its sentence.
        cues: the scan of its cue words.
        found: the word.
        heads: classes of the words in its roles.
        agents: the sides that do it.
    """
    entry = found.entry
    meant = heads.object & entry.not_patients
    if not meant and not (heads.agent & entry.not_agents or heads.cause & entry.causes):
        return ""
    armed = bit("armed", "mob", "gang", "state")
    if not meant and (_sides(agents) | heads.agent) & armed:
        return ""
    told = meant or heads.agent & entry.not_agents
    if not told and clause_mask(document, segment.sentence, cues, found) & _fought():
        return ""  # "killed when gunmen fired on a bus that then crashed"
    told = told or heads.cause & entry.causes
    reasons: Sequence[tuple[int, str]] = section("cues")["why"]
    return next((why for mask, why in reasons if told & mask), "another sense of the word")


def witnessed(
    document: Document,
    segment: Segment,
    cues: Cues,
    found: Found,
    heads: Heads,
    agents: Sequence[Participant],
    patients: Sequence[Participant],
) -> bool:
    """Whether the roles of a word, or its company, bear out that it tells an act; words that are not weak need none.

    Args:
        document: the text.
        segment: its sentence.
        cues: the scan of its cue words.
        found: the word.
        heads: classes of the words in its roles.
        agents: the sides that do it.
        patients: the sides that it is done to.
    """
    entry = found.entry
    if not entry.weak:
        return True
    if (_sides(agents) | heads.agent) & entry.agents or (_sides(patients) | heads.patient) & entry.patients:
        return True
    if heads.active and (_sides(patients) | heads.object) & entry.objects:
        return True
    if _pointing(document, segment) and cues.sentences[segment.index - 1] & entry.agents & section("cues")["weapon"]:
        return True
    if entry.patients & bit("spot") and _on_a_spot(document, segment, found):
        return True
    company = clause_mask(document, segment.sentence, cues, found)
    if entry.company & bit("loss") and _loss_near(document, segment, found):
        company |= bit("loss")
    if entry.company & bit("spot") and any(_is_spot(place) for place in segment.places):
        company |= bit("spot")
    return bool(company & entry.company)


def warlike(cues: Cues) -> bool:
    """Whether a whole text speaks of fighters and their weapons throughout, and seldom of what else kills."""
    fought, other = _fought() | bit("warfare", "base"), _otherwise()
    told = sum([bool(mask & fought) for mask in cues.sentences])
    return (
        told >= WARLIKE
        and told * SHARE >= len(cues.sentences)
        and told > 2 * sum([bool(mask & other) for mask in cues.sentences])
    )


def _loss_near(document: Document, segment: Segment, found: Found) -> bool:
    """Whether people hurt are told near a word."""
    starts = document.tokens.starts
    low = starts[max(segment.sentence.first, found.first - LOSS)]
    high = starts[min(segment.sentence.last, found.last + LOSS) - 1]
    return any(
        loss.claim is not None and loss.claim.low != 0 and low <= loss.start <= high for loss in segment.casualties
    )


def _pointing(document: Document, segment: Segment) -> bool:
    """Whether a sentence begins with "it" or "they", which may stand for what the sentence before is about."""
    return segment.index > 0 and document.tokens.folded[segment.sentence.first] in section("grammar")["bodies"]


def _on_a_spot(document: Document, segment: Segment, found: Found) -> bool:
    """Whether a place is what a verb takes: named right behind it, or before a passive."""
    starts = document.tokens.starts
    low, high = found.first - ON, found.last + ON
    spots = [place for place in segment.places if _is_spot(place)]
    return any(starts[max(0, low)] <= place.start < starts[min(len(starts) - 1, high)] for place in spots)


def _is_spot(place: PlaceMention) -> bool:
    return not place.metonym and not (place.place is not None and place.place.is_country)
