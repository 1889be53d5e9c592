"""How many: the claims that belong to an event, each once, with its side, and divided where one toll is shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.casualty import CasualtyReport, VictimRole
from conflict_events.model.kind import FORCES, GROUPS, ActorKind
from conflict_events.model.mention import ActorMention, CasualtyMention, PlaceMention
from conflict_events.model.standing import Standing
from conflict_events.model.trusted import evolve

__all__ = ["add_claims", "claims_of", "side_of", "split_over", "tie_parts"]


def claims_of(event_mention: EventMention) -> tuple[CasualtyReport, ...]:
    """The claims of one telling; tolls of a whole war or of another, earlier event are left out."""
    if not event_mention.casualties:
        return ()
    mentions = [
        mention
        for mention in event_mention.casualties
        if mention.claim is not None and not _of_the_past(mention, event_mention)
    ]
    mentions = [mention for mention in mentions if len(mentions) == 1 or not _sums_up(mention)]
    return tuple(_sided(mention, event_mention, mentions) for mention in mentions)


def _of_the_past(mention: CasualtyMention, event_mention: EventMention) -> bool:
    """Whether a claim that looks back belongs to no act of this event mention: one that has its own day in the past keeps it."""
    if not mention.historic or mention.claim is None:
        return False
    own = event_mention.standing is Standing.BACKGROUND or bool(event_mention.dates)
    return mention.claim.cumulative is True or not own


def _sums_up(mention: CasualtyMention) -> bool:
    """Whether a claim sums up killings of several acts ("after killing a number of its leaders")."""
    claim = mention.claim
    return claim is not None and claim.role is VictimRole.LEADER and claim.stated is None and claim.high is None


def _sided(
    mention: CasualtyMention, event_mention: EventMention, all_mentions: Sequence[CasualtyMention]
) -> CasualtyReport:
    """One claim with its side; a subset points to its place among the claims kept."""
    claim = mention.claim
    if claim is None:
        raise AssertionError
    side = claim.side if claim.side is not None else side_of(mention, event_mention)
    whole = _whole(mention, all_mentions)
    return claim if (side, whole) == (claim.side, claim.subset_of) else evolve(claim, side=side, subset_of=whole)


def _whole(mention: CasualtyMention, all_mentions: Sequence[CasualtyMention]) -> int | None:
    """Place of the claim that contains this one ("including two children"), if it is among those kept."""
    if mention.part_of is None or mention.claim is None:
        return None
    for index, other in enumerate(all_mentions):
        same = other.claim is not None and other.claim.outcome is mention.claim.outcome
        if same and (other.start, other.end) == mention.part_of:
            return index
    return None


def _overlaps(one: ActorMention | None, other: CasualtyMention) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def side_of(mention: CasualtyMention, event_mention: EventMention) -> int | None:
    """1 or 2 where the words for those hurt are the words for a side, or their role fits one side only."""
    if mention.claim is not None and mention.claim.role is VictimRole.ATTACKER:
        return 1
    if _overlaps(event_mention.patient, mention):
        return 2
    if _overlaps(event_mention.agent, mention):
        return 1
    role = None if mention.claim is None else mention.claim.role
    fits = [
        side
        for side, actor in ((1, event_mention.agent), (2, event_mention.patient))
        if actor is not None and actor.actor is not None and _fits(role, actor.actor.kind)
    ]
    return fits[0] if len(fits) == 1 else None


def _fits(role: VictimRole | None, kind: ActorKind) -> bool:
    if role is VictimRole.STATE_FORCES:
        return kind in FORCES
    if role is VictimRole.NON_STATE:
        return kind in GROUPS
    if role is VictimRole.CIVILIAN:
        return kind is ActorKind.CIVILIANS
    return False


def _same(one: CasualtyReport, other: CasualtyReport) -> bool:
    """Whether two claims say the same: outcome and figure agree, and neither names other victims or voices."""
    if one.outcome is not other.outcome or (one.low, one.high) != (other.low, other.high):
        return False
    if one.source is not None and other.source is not None and one.source != other.source:
        return False
    return one.role is other.role or VictimRole.UNKNOWN in (one.role, other.role) or _akin(one.victim, other.victim)


def _akin(one: str | None, other: str | None) -> bool:
    """Whether one phrase for the victims contains the other ("Hamas leader", "Hamas leader X")."""
    if one is None or other is None:
        return True
    a, b = one.casefold(), other.casefold()
    return a in b or b in a


def add_claims(claims: tuple[CasualtyReport, ...], more: Iterable[CasualtyReport]) -> tuple[CasualtyReport, ...]:
    """Claims of another telling beside those known; one told twice stands once, with both its evidences."""
    known = list(claims)
    shift = len(known)
    moved: dict[int, int] = {}
    for index, claim in enumerate(more):
        twin = next((i for i, other in enumerate(known) if _same(other, claim)), None)
        if twin is not None:
            moved[index] = twin
            both = dict.fromkeys((*known[twin].evidence, *claim.evidence))
            fuller = max((known[twin].victim, claim.victim), key=lambda phrase: len(phrase or ""))
            source = known[twin].source or claim.source
            known[twin] = evolve(known[twin], evidence=tuple(both), victim=fuller, source=source)
            continue
        subset = None if claim.subset_of is None else moved.get(claim.subset_of, claim.subset_of + shift)
        moved[index] = len(known)
        known.append(evolve(claim, subset_of=subset if subset is None or subset < len(known) else None))
    return tuple(known)


def tie_parts(claims: tuple[CasualtyReport, ...], event_mentions: Iterable[EventMention]) -> tuple[CasualtyReport, ...]:
    """Claims that other tellings contain, pointed to them: bodies found, of a toll told in the sentence before."""
    whole_of = {
        (mention.start, mention.end): mention.part_of
        for event_mention in event_mentions
        for mention in event_mention.casualties
        if mention.part_of is not None
    }
    if not whole_of:
        return claims
    at = {(claim.outcome, e.start, e.end): i for i, claim in enumerate(claims) for e in claim.evidence}
    tied = list(claims)
    for i, claim in enumerate(claims):
        spans = [whole_of.get((e.start, e.end)) for e in claim.evidence]
        wholes = [at.get((claim.outcome, *span)) for span in spans if span is not None]
        if claim.subset_of is None and len(wholes) == len(claim.evidence) and wholes[0] not in (None, i):
            tied[i] = evolve(claim, subset_of=wholes[0])
    return tuple(tied)


def split_over(
    claims: tuple[CasualtyReport, ...], places: Sequence[PlaceMention], place: PlaceMention
) -> tuple[tuple[CasualtyReport, ...], str]:
    """One toll that several places share, divided: as even as possible, the remainder to the first (codebook).

    Returns:
        The share of ``place``, and the reason to state; claims without a figure stay as they are.
    """
    count, at = len(places), places.index(place)
    if count < 2 or not claims:
        return claims, ""
    shares = tuple(
        evolve(
            claim,
            stated=_share(claim.stated, count, at),
            low=_share(claim.low, count, at),
            high=_share(claim.high, count, at),
        )
        for claim in claims
    )
    return shares, f"one toll told for {count} places, divided among them"


def _share(value: int | None, count: int, at: int) -> int | None:
    if value is None:
        return None
    each, rest = divmod(value, count)
    return each + (at < rest)
