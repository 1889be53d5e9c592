"""Finder of dates: words about time, read as expressions first, then counted to days; what cannot be settled says why."""

from __future__ import annotations

import datetime as dt

from conflict_events.mentions.dates import calendar as cal
from conflict_events.mentions.dates.anniversaries import anniversary
from conflict_events.mentions.dates.context import Context, full_year
from conflict_events.mentions.dates.dateline import is_dateline, is_stamp
from conflict_events.mentions.dates.expressions import NARRATIVE, Calendar, Expression, Relative
from conflict_events.mentions.dates.order import day_first_in, day_first_of
from conflict_events.mentions.dates.read import read_expressions
from conflict_events.mentions.dates.resolve import resolve
from conflict_events.mentions.dates.words import View, view
from conflict_events.model.mention import DateMention
from conflict_events.model.when import Grain, When
from conflict_events.text.sentences import Document

__all__ = ["DATELINE", "day_first_of", "find", "is_background"]

DATELINE = "date.dateline"
"""Rule of the date that heads an article."""
_STALE = 45
"""Days before publication after which a date is of the past that an article recalls."""


def _full_day(said: Calendar, published: dt.date | None) -> dt.date | None:
    """The day of a dateline: in full, or the one nearest to publication."""
    if said.month is None or said.day is None:
        return None
    if said.year is not None:
        year = full_year(said.year, published) if said.two_digits else said.year
        return cal.day(year, said.month, said.day)
    if published is None:
        return None
    near = [cal.day(year, said.month, said.day) for year in range(published.year - 1, published.year + 2)]
    days = [one for one in near if one is not None]
    return min(days, key=lambda one: abs((one - published).days)) if days else None


def _context(
    view: View, found: tuple[Expression, ...], published: dt.date | None, *, day_first: bool | None
) -> tuple[Context, Expression | None]:
    """The day to count from: of publication, or of the dateline where that is nearer to the words."""
    context = Context(view, published, day_first=day_first)
    if day_first is None and any(isinstance(said, Calendar) and said.other_day is not None for said in found):
        context.day_first = day_first_in(view, found)
        context.order_reason = ", like the other dates of the text"
    for said in found[:2]:
        if not (isinstance(said, Calendar) and is_dateline(view, said)):
            continue
        headed = _full_day(said, published)
        if headed is not None and (published is None or 0 <= (published - headed).days <= 3):
            context.reference = headed
            if headed != published:
                context.reference_reason = "counted from the dateline"
        return context, said
    return context, None


def _remember(context: Context, said: Expression, when: When) -> None:
    """Keep what the text told of last, for the words that count from it: the day, the month, the quarter, the year."""
    if isinstance(said, Relative) and said.base == NARRATIVE and said.unit in {"month", "year"} and said.amount < 0:
        return  # "from a year earlier" compares and moves no story
    if when.grain == Grain.QUARTER:
        context.told_quarter = when
    if when.days == 1:
        context.told_day = when
    if when.days <= 31:
        context.told_month = when
    if when.days <= 366:
        context.told_year, context.told_year_at = when, said.first


def find(
    document: Document, published: dt.date | None = None, *, day_first: bool | None = None
) -> tuple[DateMention, ...]:
    """Words that name days, weeks, months or years, in the order of the text, without overlap.

    Args:
        document: the text, read.
        published: day from which relative words are counted; without it a full date in the dateline serves,
            and without that they stay unresolved.
        day_first: how the source writes "03/04/2021": day first, month first, or not known.

    Returns:
        Mentions with the rule that read them; ``reason`` says why ``when`` is None, or what was assumed.

    >>> import datetime as dt
    >>> from conflict_events.text.sentences import read
    >>> mentions = find(read("Shells fell on Friday, two days after a raid in early May."), dt.date(2024, 5, 14))
    >>> [(mention.text, mention.timex) for mention in mentions]
    [('Friday', '2024-05-10'), ('early May', '2024-05')]
    """
    looked = view(document)
    found = read_expressions(looked)
    if not found:
        return ()
    context, headline = _context(looked, found, published, day_first=day_first)
    quote = document.tokens.quote
    mentions = []
    for said in found:
        if said is headline:
            headed = _full_day(headline, published) if isinstance(headline, Calendar) else None
            when = None if headed is None else When.day(headed)
            why, rule = ("" if when is not None else "the dateline names no year"), DATELINE
        else:
            when, why = resolve(context, said)
            rule = DATELINE if is_stamp(looked, said) else said.rule
            marked = anniversary(context, said)
            if marked is not None:
                (when, why), rule = marked, "date.anniversary"
        if when is not None and rule != "date.anniversary":
            _remember(context, said, when)
        context.before = None if when is None else (when, said.last)
        start, end = looked.starts[said.first], looked.ends[said.last - 1]
        mentions.append(DateMention(start, end, quote(said.first, said.last), rule, when, why))
    return tuple(mentions)


def is_background(mention: DateMention, published: dt.date | None) -> bool:
    """Whether a date is of what an article recalls, not of its news: years, anniversaries, days long past.

    >>> from conflict_events.model.when import When
    >>> is_background(DateMention(0, 4, "2014", "date.year", cal.year(2014)), dt.date(2024, 10, 22))
    True
    """
    if mention.rule in {"date.anniversary", "date.named_day", "date.long_ago"}:
        return True
    when = mention.when
    if when is None:
        return False
    if when.grain in {Grain.YEAR, Grain.DECADE, Grain.CENTURY}:
        return published is None or not when.start <= published <= when.end
    return published is not None and (published - when.end).days > _STALE
