"""The story of the data: article -> sentences -> mentions -> event event mentions -> events. Read from top to bottom."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter

from conflict_events.events.captions import beside
from conflict_events.events.problems import is_read, not_read, problems
from conflict_events.events.settle import resolve
from conflict_events.extraction.rules.extractor import build
from conflict_events.lexicon.load import section
from conflict_events.mentions import actors, casualties, dates, places, triggers
from conflict_events.mentions.places.told import home_of_outlet, leanings
from conflict_events.model.article import Article, article_of
from conflict_events.model.coded import CodedArticle
from conflict_events.model.scope import Scope, wanted
from conflict_events.text.analysis import Analyser
from conflict_events.text.language import language_of
from conflict_events.text.sentences import Document, read

__all__ = ["code"]


def code(
    article: Article | str,
    policy: str = "acled",
    *,
    scope: str = Scope.CONFLICT,
    published: dt.date | str | None = None,
    analyser: Analyser | None = None,
) -> CodedArticle:
    """Read one article into events.

    Args:
        article: what to read, or its plain text; without ``published`` relative days stay absent, with that reason.
        policy: how casualty claims become figures: ``acled``, ``ucdp`` or ``range``.
        scope: ``conflict`` keeps ordinary crime apart, in ``CodedArticle.crime``; with ``all`` it is among the events.
        published: day of publication, where the article does not say it.
        analyser: a parser to ask for sentences, and of each verb for its subject, its object, its voice and whether
            it is negated; what it does not say, and all without one, is read by our own analysis.

    Returns:
        The events, the main one first, with all mentions, what was rejected and why, and what is problematic. A text in
        a language that is not read gives no events, and a problem that says so.

    Raises:
        UnknownNameError: for an unknown policy or scope. No text whatever makes it raise.
        WrongTypeError: for what is neither an article nor a text.
        BadInputError: for a day of publication that is none.
        AnalyserError: if the parser fails, or what it says does not fit the text.

    >>> code("Rebels shelled Goma on Monday.", published="2024-10-22").events[0].when.timex
    '2024-10-21'
    """
    article = article_of(article, published, where="code")
    scopes = wanted(scope)
    document = read(article.text, analyser, section("page"))
    language = article.language or language_of(document.tokens, section("languages"))
    if not is_read(language):
        return _unread(article, document, language, policy)

    found_triggers = triggers.find(document)
    scanned = actors.scan(document)
    outlet = home_of_outlet(article.source, article.url)
    found_places = places.find(document, leanings(article.countries, actors.strongholds(scanned), outlet))
    found_actors = actors.find(document, article.published, found_places, scanned)
    found_dates = dates.find(document, article.published, day_first=dates.day_first_of(article.url))
    found_casualties = casualties.find(document)

    event_mentions, rejections = build(
        document, found_triggers, found_actors, found_places, found_dates, found_casualties
    )
    resolved = resolve(
        document, event_mentions, found_places, found_dates, article, policy, actors=found_actors, scopes=scopes
    )

    mentions = (*found_triggers, *found_actors, *found_places, *found_dates, *found_casualties)
    return CodedArticle(
        article,
        resolved.events,
        tuple(sorted(mentions, key=attrgetter("start", "end"))),
        problems=problems(article, found_places, found_dates),
        rejections=(
            *rejections,
            *resolved.rejections,
            *beside(document, event_mentions, (*resolved.events, *resolved.crime)),
        ),
        policy=policy,
        background=resolved.background,
        crime=resolved.crime,
    )


def _unread(article: Article, document: Document, language: str, policy: str) -> CodedArticle:
    """What is said of a text in a language that is not read: its days, which are, and no event."""
    found = dates.find(document, article.published, day_first=dates.day_first_of(article.url))
    return CodedArticle(
        article,
        mentions=found,
        problems=(not_read(language), *problems(article, (), found)),
        policy=policy,
    )
