"""Captions are evidence for what the text tells and make no event beside it; what is of the page is listed as left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from conflict_events.events.compatibility import places_agree
from conflict_events.events.draft import Draft
from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.coded import Rejection
from conflict_events.model.event import Event
from conflict_events.model.evidence import Evidence
from conflict_events.model.mention import DateMention, PlaceMention
from conflict_events.model.taxonomy import CROWDS, VIOLENT
from conflict_events.text.sentences import Document

__all__ = ["beside", "captions_last", "outside_captions", "told_in_text"]

_Named = TypeVar("_Named", PlaceMention, DateMention)


def outside_captions(document: Document, mentions: Sequence[_Named]) -> Sequence[_Named]:
    """Mentions of the text itself, if there are any: a picture of another town does not move the story there."""
    if not document.captions:
        return mentions
    starts = [sentence.start for sentence in document.sentences]
    return [m for m in mentions if bisect_right(starts, m.start) - 1 not in document.captions] or mentions


def captions_last(document: Document, event_mentions: Sequence[EventMention]) -> Sequence[EventMention]:
    """Frames with those of captions behind all others, so that the text's own telling is the first."""
    if not document.captions:
        return event_mentions
    return sorted(event_mentions, key=lambda event_mention: event_mention.sentence in document.captions)


def told_in_text(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Drafts without those that only captions or the headline tell, unless the text tells nothing of the kind.

    A headline tells again what the text tells: where its words could not be brought to an act of the text (it sums up
    several, or names the country for the town), they make no event beside those.
    """
    told = [draft for draft in drafts if not _only_in(draft, document.captions)] or drafts
    text = [draft for draft in told if not _only_in(draft, document.headline)]
    return [draft for draft in told if not (_only_in(draft, document.headline) and _told_by(text, draft))]


def _told_by(text: Sequence[Draft], headline: Draft) -> bool:
    """Whether the text tells an act of the headline's family, and not somewhere else."""
    return any(_family(draft) == _family(headline) and places_agree(draft.where, headline.where) for draft in text)


def _only_in(draft: Draft, sentences: frozenset[int]) -> bool:
    """Whether all tellings of an act stand in these sentences."""
    return bool(sentences) and all(told.sentence in sentences for told in draft.event_mentions)


def _family(draft: Draft) -> str:
    """Violence of any type, what crowds do, or the type itself."""
    kind = draft.sub_event_type
    if kind.event_type in VIOLENT:
        return "violence"
    return "crowds" if kind.event_type in CROWDS else kind.value


def beside(
    document: Document, event_mentions: Sequence[EventMention], events: Sequence[Event]
) -> tuple[Rejection, ...]:
    """What was not coded because it stands beside the article: lines of the page, and acts of captions alone.

    Args:
        document: the text.
        event_mentions: all acts that were read.
        events: what became of them.
    """
    if not document.asides:
        return ()
    found = [
        Rejection(
            Evidence(aside.start, aside.end, document.text[aside.start : aside.end], aside.rule),
            f"stands on the page beside the article: {aside.what}",
        )
        for aside in document.asides
        if not aside.kind.read
    ]
    if document.captions:
        told = {(e.start, e.end) for event in events for e in event.basis("sub_event_type").evidence}
        found += [
            Rejection(event_mention.trigger.evidence, "told by the caption of a picture only")
            for event_mention in event_mentions
            if event_mention.sentence in document.captions
            and (event_mention.trigger.start, event_mention.trigger.end) not in told
        ]
    return tuple(sorted(found, key=lambda rejection: rejection.evidence.start))
