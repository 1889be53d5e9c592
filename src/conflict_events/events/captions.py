"""Captions are evidence for what the text tells and make no event beside it; what is of the page is listed as left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from conflict_events.events.draft import Draft
from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.coded import Rejection
from conflict_events.model.event import Event
from conflict_events.model.evidence import Evidence
from conflict_events.model.mention import DateMention, PlaceMention
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
    """Drafts without those that captions alone tell, unless nothing else is told."""
    if not document.captions:
        return drafts
    told = [
        draft
        for draft in drafts
        if any(event_mention.sentence not in document.captions for event_mention in draft.event_mentions)
    ]
    return told or drafts


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
