"""What a person should know about a coding before trusting it: what could not be read, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conflict_events.lexicon.load import section
from conflict_events.model.article import Article
from conflict_events.model.coded import Problem
from conflict_events.model.mention import DateMention, PlaceMention

__all__ = ["READ_LANGUAGES", "is_read", "not_read", "problems"]

READ_LANGUAGES = frozenset({"en"})
"""Languages with a lexicon of triggers."""


def is_read(language: str) -> bool:
    """Whether texts in a language are read: by its BCP 47 code, of which the first part counts.

    >>> is_read("en-GB"), is_read("fr")
    (True, False)
    """
    return language.replace("_", "-").split("-")[0].lower() in READ_LANGUAGES


def not_read(language: str) -> Problem:
    """Why a text in another language gives no events.

    >>> not_read("fr").what
    'the text is in French (fr), which is not read (read: en): it gives no events'
    """
    name = section("languages")["names"].get(language.split("-", maxsplit=1)[0].lower())
    called = f"in {name} ({language})" if name else f"in another language ({language})"
    return Problem(
        f"the text is {called}, which is not read (read: {', '.join(sorted(READ_LANGUAGES))}): it gives no events"
    )


def problems(article: Article, places: Sequence[PlaceMention], dates: Sequence[DateMention]) -> tuple[Problem, ...]:
    """All problems, those of the whole article first."""
    return (*_whole(article, dates), *_unsettled(places))


def _whole(article: Article, dates: Sequence[DateMention]) -> Iterator[Problem]:
    if not article.text.strip():
        yield Problem("the article has no text")
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
