"""What a person should know about a coding before trusting it: what could not be read, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conflict_events.model.article import Article
from conflict_events.model.coded import Problem
from conflict_events.model.mention import DateMention, PlaceMention

__all__ = ["READ_LANGUAGES", "problems"]

READ_LANGUAGES = frozenset({"en"})
"""Languages with a lexicon of triggers."""


def problems(article: Article, places: Sequence[PlaceMention], dates: Sequence[DateMention]) -> tuple[Problem, ...]:
    """All problems, those of the whole article first."""
    return (*_whole(article, dates), *_unsettled(places))


def _whole(article: Article, dates: Sequence[DateMention]) -> Iterator[Problem]:
    if not article.text.strip():
        yield Problem("the article has no text")
    if article.language.split("-")[0].lower() not in READ_LANGUAGES:
        known = ", ".join(sorted(READ_LANGUAGES))
        yield Problem(f"language {article.language!r} has no triggers yet (known: {known}); it was read as English")
    open_dates = [date for date in dates if date.when is None]
    if article.published is None and open_dates:
        quotes = ", ".join(dict.fromkeys(repr(date.text) for date in open_dates[:5]))
        yield Problem(f"no publication day was given, so {quotes} and days like it stay absent", open_dates[0].evidence)


def _unsettled(places: Sequence[PlaceMention]) -> Iterator[Problem]:
    """Each place name that could not be settled, once."""
    seen: set[str] = set()
    for mention in places:
        if mention.place is None and not mention.metonym and mention.text not in seen:
            seen.add(mention.text)
            yield Problem(
                f"place {mention.text!r} is not settled: {mention.reason or 'no reading is best'}", mention.evidence
            )
