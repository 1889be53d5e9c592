"""Which day: from the act's own words, else from the day on which the story stands at that point."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.events.words import day_of_telling, points_back
from conflict_events.extraction.event_mention import EventMention
from conflict_events.mentions.dates import DATELINE
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.mention import DateMention
from conflict_events.model.quick import frozen
from conflict_events.model.standing import Standing
from conflict_events.model.when import When
from conflict_events.text.sentences import Document

__all__ = ["StoryDays", "settle_when", "story_days"]

NEAR = 7
"""Days: a span at most this long can be the day on which a story stands."""

CARRIED_BACK, CARRIED_ON = 4, 3
"""Sentences: how far behind, and how far before it is named, the story's day is still taken to hold."""


@frozen(slots=True, eq=False)
class StoryDays:
    """On which day the story stands in each sentence, and what else may tell the day of an act.

    Args:
        stands: for each sentence the last day or week named up to it.
        ahead: for each sentence the first day named shortly behind it that is no other act's.
        sent: the day of the dateline.
    """

    stands: tuple[DateMention | None, ...]
    ahead: tuple[DateMention | None, ...]
    sent: DateMention | None = None
    owned: frozenset[int] = frozenset()
    """Identities of the days that acts name as theirs."""

    def at(self, sentence: int) -> DateMention | None:
        """The day on which the story stands in a sentence."""
        return self.stands[sentence] if sentence < len(self.stands) else None

    def behind(self, sentence: int) -> DateMention | None:
        """The first day told behind a sentence."""
        return self.ahead[sentence] if sentence < len(self.ahead) else None


def story_days(document: Document, dates: Sequence[DateMention], event_mentions: Sequence[EventMention]) -> StoryDays:
    """The days on which the story stands.

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
    firsts: list[DateMention | None] = []
    current: DateMention | None = None
    here: DateMention | None
    said: DateMention | None
    first: DateMention | None
    dated = iter(sorted(dates, key=lambda date: date.start))
    upcoming = next(dated, None)
    since = 0
    for index, sentence in enumerate(document.sentences):
        here = said = first = None
        while upcoming is not None and upcoming.start < sentence.end:
            if _moves(upcoming) and id(upcoming) not in background:
                if day_of_telling(document, upcoming):
                    said = upcoming
                else:
                    first = first or upcoming
                    here = upcoming if here is None or _later(upcoming, here) else here
            upcoming = next(dated, None)
        firsts.append(first)
        if here is None and current is None:
            here = said  # the day of speaking, where no other is known
        if here is not None:
            current, since = here, index
        elif index - since > CARRIED_BACK:
            current = None
        days.append(current)
    owned = frozenset(id(date) for event_mention in event_mentions for date in event_mention.dates)
    sent = next((date for date in dates if date.when is not None and DATELINE in date.rule), None)
    return StoryDays(tuple(days), _ahead(firsts, owned), sent, owned)


def _ahead(firsts: Sequence[DateMention | None], owned: frozenset[int]) -> tuple[DateMention | None, ...]:
    """For each sentence the first day of the next that name one, unless that is the day of another act."""
    found: list[DateMention | None] = []
    for index in range(len(firsts)):
        told = next((date for date in firsts[index + 1 : index + 1 + CARRIED_ON] if date is not None), None)
        found.append(None if told is None or id(told) in owned else told)
    return tuple(found)


def _moves(date: DateMention) -> bool:
    return date.when is not None and date.when.days <= NEAR and DATELINE not in date.rule


def _later(one: DateMention, other: DateMention) -> bool:
    return one.when is not None and other.when is not None and one.when.end > other.when.end


def settle_when(event_mention: EventMention, document: Document, days: StoryDays) -> tuple[When | None, Basis]:
    """The days of one act, and how they are known."""
    own = [date for date in event_mention.dates if not day_of_telling(document, date)]
    story, behind = days.at(event_mention.sentence), days.behind(event_mention.sentence)
    if event_mention.dates and not own:
        return _as_told(event_mention.dates, story, behind)
    for date in own:
        if date.when is not None:
            if DATELINE in date.rule:
                reason = "the day of the dateline"
                return date.when, Basis(Status.INFERRED, reason=reason, evidence=(date.evidence,))
            return _narrowed(date, None if id(story) in days.owned else story, behind)
    if event_mention.dates:
        date = event_mention.dates[0]
        reason = date.reason or f"{date.text!r} needs the day of publication"
        return None, Basis(Status.ABSENT, reason=reason, evidence=(date.evidence,))
    if event_mention.standing is Standing.BACKGROUND:
        return None, Basis(Status.ABSENT, reason="an act recalled from before, and no day is named with it")
    if points_back(document, event_mention.trigger):
        return None, Basis(Status.ABSENT, reason="the words point back to an act whose day is not named here")
    return _of_story(story, behind, days.sent)


def _of_story(
    story: DateMention | None, behind: DateMention | None, sent: DateMention | None
) -> tuple[When | None, Basis]:
    """The day of an act of which none is named: where the story stands, what is told next, the dateline."""
    for date, reason in (
        (story, "no day is named with the act; the story stands on"),
        (behind, "no day is named with the act; the next that is told is"),
        (sent, "no day is named with the act, nor near it; the article is of"),
    ):
        if date is not None and date.when is not None:
            return date.when, Basis(Status.INFERRED, reason=f"{reason} {date.text!r}", evidence=(date.evidence,))
    return None, Basis(Status.ABSENT, reason="no day, week or month is named for this act")


def _narrowed(date: DateMention, *others: DateMention | None) -> tuple[When | None, Basis]:
    """A day that the words name; of a longer span the one day that is told beside it."""
    for other in others:
        if other is not None and _within(other, date):
            reason = f"of {date.text!r} the story tells {other.text!r}"
            return other.when, Basis(Status.INFERRED, reason=reason, evidence=(date.evidence, other.evidence))
    return date.when, Basis(Status.KNOWN, reason=date.reason, evidence=(date.evidence,))


def _within(day: DateMention, span: DateMention) -> bool:
    """Whether one day lies in a longer span."""
    if day.when is None or span.when is None or day.when.days != 1 or span.when.days < 2:
        return False
    return span.when.start <= day.when.start <= span.when.end


def _as_told(dates: Sequence[DateMention], *others: DateMention | None) -> tuple[When | None, Basis]:
    """The day of an act of which only the day of telling is named: that on which the story stands, if it is earlier."""
    date = next((one for one in dates if one.when is not None), None)
    for story in others:
        if story is not None and story.when is not None and (date is None or _later(date, story)):
            reason = f"only the day of telling is named with the act; the story stands on {story.text!r}"
            return story.when, Basis(Status.INFERRED, reason=reason, evidence=(story.evidence,))
    if date is None:
        reason = dates[0].reason or f"{dates[0].text!r} needs the day of publication"
        return None, Basis(Status.ABSENT, reason=reason, evidence=(dates[0].evidence,))
    reason = "the day on which it was told"
    return date.when, Basis(Status.INFERRED, reason=reason, evidence=(date.evidence,))
