"""Which acts make a row: those told as news and concretely enough; older ones only where day, place and sides are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import evolve

from conflict_events.events.contradictions import EXPLOSIVE
from conflict_events.events.draft import Draft
from conflict_events.model.coded import Rejection
from conflict_events.model.evidence import Status
from conflict_events.model.mention import TriggerMention
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import When

__all__ = ["file"]

NEWS = 7
"""Days before the article's day within which an act is its news (codebook: what is coded week by week)."""
WEEK = 7
"""Days: an older act that is dated no more finely than to a week is not filed again."""
LOSSES = frozenset({"kill", "die", "injure"})
"""Acts that name a loss and no more."""
ANCHORS = 2
"""How much an act further down must tell of itself to be a row of its own."""
_DONE = frozenset(SubEventType) - {
    SubEventType.AGREEMENT,
    SubEventType.CHANGE_TO_GROUP,
    SubEventType.OTHER,
    SubEventType.PEACEFUL_PROTEST,
}
"""Types in which somebody does something to somebody or something, so that who does it tells half of it."""
LEAD = 2
"""Index of the last sentence that opens an article: what stands there need not say more."""


def file(
    drafts: Sequence[Draft], published: dt.date | None, *, brief: bool = False, spoken: bool = False
) -> tuple[list[Draft], list[Rejection]]:
    """Drafts with their standing, and what is told too loosely to be filed, with the reason.

    Args:
        drafts: every act once.
        published: the day of the article, if it is known.
        brief: the text is no longer than the opening of an article: what it recalls is what it is about.
        spoken: somebody speaks for himself throughout: of what he tells only concrete acts are events, as older ones.

    Returns:
        The drafts that may become events, each ``news``, ``older`` or ``background``, and the words of the others.
    """
    if brief:
        return list(drafts), []
    today = _today(drafts, published)
    kept: list[Draft] = []
    loose: list[Rejection] = []
    for draft in drafts:
        reason = _loose(draft)
        if reason:
            loose += [Rejection(trigger.evidence, reason) for trigger in _triggers(draft)]
            continue
        standing = _standing(draft, today)
        if spoken:
            standing = Standing.OLDER if concrete(draft) or _anchors(draft) > ANCHORS else Standing.BACKGROUND
        kept.append(evolve(draft, standing=standing))
    return kept, loose


def _triggers(draft: Draft) -> list[TriggerMention]:
    return [trigger for told in draft.event_mentions for trigger in (told.trigger, *told.also)]


def _today(drafts: Sequence[Draft], published: dt.date | None) -> dt.date | None:
    """The day of the news: of publication, else the last day told; None where no act is as fresh as that."""
    days = [draft.when.end for draft in drafts if draft.when is not None and draft.standing is not Standing.BACKGROUND]
    if published is None:
        return max(days, default=None)
    return published if any((published - day).days <= NEWS for day in days) else None


def _standing(draft: Draft, today: dt.date | None) -> Standing:
    recalled = draft.cue is not None or not draft.fresh
    old = (
        _own(draft, "when")
        and today is not None
        and isinstance(draft.when, When)
        and (today - draft.when.end).days > NEWS
    )
    if not recalled and not old:
        return Standing.NEWS
    return Standing.OLDER if concrete(draft) else Standing.BACKGROUND


def _own(draft: Draft, name: str) -> bool:
    basis = draft.bases.get(name)
    return basis is not None and basis.status is Status.KNOWN


def concrete(draft: Draft) -> bool:
    """Whether an act is told with its day, or week, and two more of place, doer, target and loss."""
    dated = _own(draft, "when") and draft.when is not None and draft.when.days <= WEEK
    return dated and sum((_placed(draft), _doer(draft), _target(draft), bool(draft.casualties))) >= 2


def _placed(draft: Draft) -> bool:
    return _own(draft, "where") and draft.where is not None and not draft.where.is_country


def _doer(draft: Draft) -> bool:
    """Whether words name a doer; of a bomb that goes off or a shell that lands, the weapon is one."""
    return any(
        told.agent is not None or told.answer is not None or (told.acts & EXPLOSIVE and not told.trigger.noun)
        for told in draft.event_mentions
    )


def _target(draft: Draft) -> bool:
    return any(told.patient is not None for told in draft.event_mentions)


def _by_name(draft: Draft) -> bool:
    """Whether somebody known by name does it, in a verb: "the army shot down two drones"."""
    return draft.sub_event_type in _DONE and any(
        told.agent is not None
        and told.agent.actor is not None
        and not told.agent.actor.unidentified
        and not told.trigger.noun
        for told in draft.event_mentions
    )


def _anchors(draft: Draft) -> int:
    """How many of day, place, doer (twice, by name), target and loss the words of an act tell.

    Where a loss is all that is told ("two men died"), the loss and whom it befell are one.
    """
    only_loss = all(told.acts <= LOSSES for told in draft.event_mentions)
    target, loss = _target(draft), bool(draft.casualties)
    told = (_own(draft, "when"), _placed(draft), _doer(draft), _by_name(draft))
    return sum(told) + (target or loss if only_loss else target + loss)


def _loose(draft: Draft) -> str:
    """Why an act is told too loosely to be filed, or ""."""
    if draft.event_mention.sentence <= LEAD:
        return ""
    if _anchors(draft) < ANCHORS:
        return "told without a day, a place, sides or a loss of its own"
    return ""
