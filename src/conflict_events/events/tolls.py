"""Each toll belongs to one event: that whose words tell it, and of a kind in which people are hurt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from conflict_events.events.draft import Draft
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.trusted import evolve

__all__ = ["placed_once"]

_BLOODLESS = frozenset(
    {
        SubEventType.ARRESTS,
        SubEventType.AGREEMENT,
        SubEventType.CHANGE_TO_GROUP,
        SubEventType.HEADQUARTERS_ESTABLISHED,
        SubEventType.NON_VIOLENT_TRANSFER,
    }
)
"""Types in which nobody is killed: where such an act names dead, they are those of another ("arrested for a raid that killed six")."""

_HURT = frozenset({Outcome.KILLED, Outcome.INJURED})
_ELSEWHERE = Basis(Status.ABSENT, reason="those hurt are told of another act")

_Span = tuple[Outcome, int, int]
"""A claim: what happened, and where its first words stand."""


def placed_once(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with every claim at one of them: a sentence of two acts tells the dead of one, and the dead told again are no others.

    Args:
        drafts: every act once, with the claims of all its tellings.
    """
    holders: dict[_Span, list[int]] = {}
    for index, draft in enumerate(drafts):
        for claim in draft.casualties:
            for span in _spans(claim):
                holders.setdefault(span, []).append(index)
    whole_of = _wholes(drafts)
    placed = []
    for index, draft in enumerate(drafts):
        kept = [
            _bears(draft, claim)
            and not _is_of_another(index, draft, claim, holders, drafts)
            and not _told_elsewhere(index, claim, holders, whole_of)
            for claim in draft.casualties
        ]
        placed.append(draft if all(kept) else _with(draft, kept))
    return placed


def _spans(claim: CasualtyReport) -> Iterator[_Span]:
    for evidence in claim.evidence:
        yield claim.outcome, evidence.start, evidence.end


def _wholes(drafts: Sequence[Draft]) -> Mapping[_Span, _Span]:
    """The claim that contains another or told the same people before, by the words of the other."""
    return {
        (mention.claim.outcome, mention.start, mention.end): (mention.claim.outcome, *mention.part_of)
        for draft in drafts
        for told in draft.event_mentions
        for mention in told.casualties
        if mention.part_of is not None and mention.claim is not None
    }


def _bears(draft: Draft, claim: CasualtyReport) -> bool:
    """Whether an event is of a kind in which people are hurt, or told by the very words that tell who was."""
    if draft.sub_event_type not in _BLOODLESS or claim.outcome not in _HURT or claim.low == claim.high == 0:
        return True
    return _named(draft, claim)


def _named(draft: Draft, claim: CasualtyReport) -> bool:
    """Whether a word that tells the act stands within the words of a claim: "killed six"."""
    triggers = [trigger for told in draft.event_mentions for trigger in (told.trigger, *told.also)]
    return any(trigger.start < end and start < trigger.end for _, start, end in _spans(claim) for trigger in triggers)


def _is_of_another(
    index: int, draft: Draft, claim: CasualtyReport, holders: Mapping[_Span, list[int]], drafts: Sequence[Draft]
) -> bool:
    """Whether another event holds a claim with better right; one toll shared by several places stays with each of them."""
    if draft.event_mention.split_places:
        return False
    others = {other for span in _spans(claim) for other in holders[span] if other != index}
    mine = _right(draft, claim)
    return any(
        (theirs := _right(drafts[other], claim)) < mine or (theirs == mine and other < index)
        for other in others
        if not drafts[other].event_mention.split_places
    )


def _right(draft: Draft, claim: CasualtyReport) -> tuple[bool, bool, int]:
    """How far an event is from a claim: less is nearer."""
    start = claim.evidence[0].start
    triggers = [trigger for told in draft.event_mentions for trigger in (told.trigger, *told.also)]
    return (
        draft.sub_event_type in _BLOODLESS and claim.outcome in _HURT,
        not _named(draft, claim),
        min(abs(trigger.start - start) for trigger in triggers),
    )


def _told_elsewhere(
    index: int, claim: CasualtyReport, holders: Mapping[_Span, list[int]], whole_of: Mapping[_Span, _Span]
) -> bool:
    """Whether a claim tells again of people whom another event counts."""
    if claim.subset_of is not None:
        return False
    wholes = [whole_of.get(span) for span in _spans(claim)]
    return bool(wholes) and all(whole is not None and holders.get(whole, [index])[0] != index for whole in wholes)


def _with(draft: Draft, kept: Sequence[bool]) -> Draft:
    """A draft with some of its claims; parts go with their wholes."""
    alive = [
        index
        for index, claim in enumerate(draft.casualties)
        if kept[index] and (claim.subset_of is None or kept[claim.subset_of])
    ]
    if not alive:
        return draft.settle("casualties", (), _ELSEWHERE)
    moved = {index: place for place, index in enumerate(alive)}
    claims = tuple(
        claim if claim.subset_of is None else evolve(claim, subset_of=moved[claim.subset_of])
        for claim in (draft.casualties[index] for index in alive)
    )
    return draft.settle("casualties", claims, draft.bases["casualties"])
