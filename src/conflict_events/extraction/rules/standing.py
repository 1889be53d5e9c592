"""Acts that no one could file: only a year is told of them, or they are a toll of many acts over years."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from conflict_events.extraction.event_mention import EventMention
from conflict_events.extraction.rules.grouping import Act
from conflict_events.lexicon.load import section
from conflict_events.model.taxonomy import SubEventType
from conflict_events.text.sentences import Document

__all__ = ["too_coarse"]

MONTHS = 62
"""Days; of what is known no more finely than to a season or a year, no event is made (codebook, time precision)."""


WEEK = 7
YEAR = 300
"""Days; what is told to the month only and lies further back than this is history."""
NEAR = 10
"""Tokens between an act and the year told of it."""
_RECENT = frozenset({"last", "yesterday", "this"})
_BARE = frozenset({"last", "this", "earlier"})
_FROM = frozenset({"since", "from", "until", "by"})
_AT = frozenset({"in", "during", "of"})
PERFECT = 6
"""Tokens before a verb among which "have" stands."""


def too_coarse(
    document: Document, act: Act, event_mention: EventMention, latest: dt.date | None, around: Sequence[int] = ()
) -> str:
    """Why an act is history that cannot be filed, or "".

    Args:
        document: the text.
        act: the predicates of the event mention.
        event_mention: with its dates, the nearest first, and its claims.
        latest: the latest day that the article names.
        around: how many days each date of its sentence spans.

    Returns:
        A reason where every day told of the act is a year or a season, or where all that is told is a running toll
        ("more than 3,000 people have been killed since the coup").
    """
    spans = [date.when.days for date in event_mention.dates if date.when is not None]
    if spans and min(spans) > MONTHS and _says_when(document, act, event_mention):
        return "only the year or the season is told: too coarse to file (codebook, time precision)"
    months = [date.when.end for date in event_mention.dates if date.when is not None and date.when.days > WEEK]
    if months and len(months) == len(spans) and latest is not None and (latest - max(months)).days > YEAR:
        return "told to the month only, and more than a year before the news"
    if not spans and around and min(around) > MONTHS:
        return "only the year is told in its sentence"
    claims = [mention for mention in event_mention.casualties if mention.claim is not None]
    running = [mention for mention in claims if mention.historic and mention.claim and mention.claim.cumulative]
    if claims and len(running) == len(claims) and not event_mention.places and not spans:
        return "a toll of many acts, none of which is told"
    displaced = event_mention.sub_event_type is SubEventType.OTHER
    if (claims or displaced or event_mention.trigger.noun) and not event_mention.places and _over_years(document, act):
        return "a toll of many acts, none of which is told"
    return ""


def _says_when(document: Document, act: Act, event_mention: EventMention) -> bool:
    """Whether "in", "of" or nothing ties the nearest year to the act: "was killed in 2011", "the 2011 attack"."""
    starts, folded = document.tokens.starts, document.tokens.folded
    first = bisect_left(starts, event_mention.dates[0].start)
    found = act.main.found
    opening = document.sentences[event_mention.sentence].first
    if first - opening <= 2:
        return folded[opening] in _AT  # "In 2016 a trader was killed"
    if document.tokens.folded[first] in _BARE:
        return (folded[first - 1] if first else "") not in _FROM  # "last year", "this year"
    low, high = (found.last, first) if first >= found.last else (first + 1, found.first)
    if high - low > NEAR or not section("grammar")["edges"].isdisjoint(folded[low:high]):
        return False
    before = folded[first - 1] if first else ""
    return before in _AT or (first < found.first and found.first - first <= 2)


def _over_years(document: Document, act: Act) -> bool:
    """Whether a verb in the perfect sums up what happened "since" more than a day: "have been killed since the coup"."""
    grammar = section("grammar")
    folded = document.tokens.folded
    if grammar["have"].isdisjoint(folded[max(act.first, act.main.found.first - PERFECT) : act.main.found.last]):
        return False
    recent = (grammar["calendar"] - grammar["months"]) | _RECENT
    sinces = (i for i in range(act.first, act.last - 1) if folded[i] == "since")
    return any(recent.isdisjoint(folded[i + 1 : i + 3]) for i in sinces)
