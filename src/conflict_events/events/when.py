"""Which day: from the act's own words, else from the day on which the story stands at that point."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.events.words import day_of_telling, points_back
from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.mention import DateMention
from conflict_events.model.standing import Standing
from conflict_events.model.when import When
from conflict_events.text.sentences import Document

__all__ = ["settle_when", "story_days"]

NEAR = 7
"""Days: a span at most this long can be the day on which a story stands."""

CARRIED_BACK = 4
"""Sentences: how far back the story's day is still taken to hold."""


def story_days(
    document: Document, dates: Sequence[DateMention], event_mentions: Sequence[EventMention]
) -> tuple[DateMention | None, ...]:
    """For each sentence, the date on which the story stands there: the last day or week named up to it.

    Of several in one sentence the latest counts ("said on Tuesday that raids last week ..."). Days that belong only
    to background acts, and those of the dateline, move no story.
    """
    background = {
        id(date)
        for event_mention in event_mentions
        if event_mention.standing is Standing.BACKGROUND
        for date in event_mention.dates
    }
    days: list[DateMention | None] = []
    current: DateMention | None = None
    here: DateMention | None
    said: DateMention | None
    dated = iter(sorted(dates, key=lambda date: date.start))
    upcoming = next(dated, None)
    since = 0
    for index, sentence in enumerate(document.sentences):
        here = said = None
        while upcoming is not None and upcoming.start < sentence.end:
            if _moves(upcoming) and id(upcoming) not in background:
                if day_of_telling(document, upcoming):
                    said = upcoming
                elif here is None or _later(upcoming, here):
                    here = upcoming
            upcoming = next(dated, None)
        if here is None and current is None:
            here = said  # the day of speaking, where no other is known
        if here is not None:
            current, since = here, index
        elif index - since > CARRIED_BACK:
            current = None
        days.append(current)
    return tuple(days)


def _moves(date: DateMention) -> bool:
    return date.when is not None and date.when.days <= NEAR and "dateline" not in date.rule


def _later(one: DateMention, other: DateMention) -> bool:
    return one.when is not None and other.when is not None and one.when.end > other.when.end


def settle_when(
    event_mention: EventMention, document: Document, days: Sequence[DateMention | None]
) -> tuple[When | None, Basis]:
    """The days of one act, and how they are known."""
    own = [date for date in event_mention.dates if not day_of_telling(document, date)]
    story = days[event_mention.sentence] if event_mention.sentence < len(days) else None
    if event_mention.dates and not own:
        return _as_told(event_mention.dates, story)
    for date in own:
        if date.when is not None:
            if "dateline" in date.rule:
                reason = "the day of the dateline"
                return date.when, Basis(Status.INFERRED, reason=reason, evidence=(date.evidence,))
            return date.when, Basis(Status.KNOWN, reason=date.reason, evidence=(date.evidence,))
    if event_mention.dates:
        date = event_mention.dates[0]
        reason = date.reason or f"{date.text!r} needs the day of publication"
        return None, Basis(Status.ABSENT, reason=reason, evidence=(date.evidence,))
    if event_mention.standing is Standing.BACKGROUND:
        return None, Basis(Status.ABSENT, reason="an act recalled from before, and no day is named with it")
    if points_back(document, event_mention.trigger):
        return None, Basis(Status.ABSENT, reason="the words point back to an act whose day is not named here")
    if story is not None and story.when is not None:
        reason = f"no day is named with the act; the story stands on {story.text!r}"
        return story.when, Basis(Status.INFERRED, reason=reason, evidence=(story.evidence,))
    return None, Basis(Status.ABSENT, reason="no day, week or month is named for this act")


def _as_told(dates: Sequence[DateMention], story: DateMention | None) -> tuple[When | None, Basis]:
    """The day of an act of which only the day of telling is named: that on which the story stands, if it is earlier."""
    date = next((one for one in dates if one.when is not None), None)
    if story is not None and story.when is not None and (date is None or _later(date, story)):
        reason = f"only the day of telling is named with the act; the story stands on {story.text!r}"
        return story.when, Basis(Status.INFERRED, reason=reason, evidence=(story.evidence,))
    if date is None:
        reason = dates[0].reason or f"{dates[0].text!r} needs the day of publication"
        return None, Basis(Status.ABSENT, reason=reason, evidence=(dates[0].evidence,))
    reason = "the day on which it was told"
    return date.when, Basis(Status.INFERRED, reason=reason, evidence=(date.evidence,))
