"""Claims that restate another event's toll, brought to that event: "the two dead men", told of again at the end."""

from __future__ import annotations

from conflict_events.events.casualties import tie_parts
from conflict_events.events.draft import Draft
from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.trusted import evolve

__all__ = ["bring_home"]

_Span = tuple[str, int, int]
"""Outcome, start and end of a claim's words."""


def _spans(claim: CasualtyReport) -> list[_Span]:
    return [(str(claim.outcome), one.start, one.end) for one in claim.evidence]


def bring_home(drafts: list[Draft]) -> list[Draft]:
    """Drafts in which a claim that is part of another event's claim stands with that event only.

    Args:
        drafts: events in the making, every act once.

    Returns:
        The same drafts in the same order; no claim is lost, and none makes a toll of its own twice.
    """
    whole_of = {
        (str(mention.claim.outcome), mention.start, mention.end): (str(mention.claim.outcome), *mention.part_of)
        for draft in drafts
        for event_mention in draft.event_mentions
        for mention in event_mention.casualties
        if mention.part_of is not None and mention.claim is not None
    }
    if not whole_of:
        return drafts
    home = {span: k for k, draft in enumerate(drafts) for claim in draft.casualties for span in _spans(claim)}
    moved: dict[int, list[CasualtyReport]] = {}
    kept: list[Draft] = []
    for k, draft in enumerate(drafts):
        stays: list[CasualtyReport] = []
        for claim in draft.casualties:
            wholes = [home.get(whole_of[span]) for span in _spans(claim) if span in whole_of]
            away = wholes[0] if len(wholes) == len(claim.evidence) and wholes else None
            if away is None or away == k or claim.subset_of is not None:
                stays.append(claim)
            else:
                moved.setdefault(away, []).append(claim)
        kept.append(draft if len(stays) == len(draft.casualties) else _left(draft, stays))
    event_mentions = [event_mention for draft in drafts for event_mention in draft.event_mentions]
    for k, claims in moved.items():
        all_claims = tie_parts((*kept[k].casualties, *claims), event_mentions)
        evidence = tuple(dict.fromkeys(one for claim in all_claims for one in claim.evidence))
        kept[k] = kept[k].settle("casualties", all_claims, evolve(kept[k].bases["casualties"], evidence=evidence))
    return kept


def _left(draft: Draft, stays: list[CasualtyReport]) -> Draft:
    """A draft without the claims that went home; a subset's place changes with those before it."""
    place = {id(claim): i for i, claim in enumerate(stays)}
    old = draft.casualties
    claims = tuple(
        claim
        if claim.subset_of is None
        else evolve(claim, subset_of=place.get(id(old[claim.subset_of])) if claim.subset_of < len(old) else None)
        for claim in stays
    )
    basis = draft.bases["casualties"]
    if not claims:
        basis = Basis(Status.ABSENT, reason="the toll told here again is that of another event")
    return draft.settle("casualties", claims, basis)
