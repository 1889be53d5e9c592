"""The story of the data: article -> sentences -> mentions -> event event mentions -> events. Read from top to bottom."""

from __future__ import annotations

from operator import attrgetter

from conflict_events.events.captions import beside
from conflict_events.events.problems import problems
from conflict_events.events.settle import resolve
from conflict_events.extraction.rules.extractor import build
from conflict_events.lexicon.load import section
from conflict_events.mentions import actors, casualties, dates, places, triggers
from conflict_events.model.article import Article
from conflict_events.model.coded import CodedArticle
from conflict_events.model.scope import Scope, wanted
from conflict_events.text.analysis import Analyser
from conflict_events.text.sentences import read

__all__ = ["code"]


def code(
    article: Article,
    policy: str = "acled",
    *,
    scope: str = Scope.CONFLICT,
    analyser: Analyser | None = None,
) -> CodedArticle:
    """Read one article into events.

    Args:
        article: what to read; without ``published`` relative days stay absent, with that reason.
        policy: how casualty claims become figures: ``acled``, ``ucdp`` or ``range``.
        scope: ``conflict`` keeps ordinary crime apart, in ``CodedArticle.crime``; with ``all`` it is among the events.
        analyser: a parser to ask for sentences, and of each verb for its subject, its object, its voice and whether
            it is negated; what it does not say, and all without one, is read by our own analysis.

    Returns:
        The events, the main one first, with all mentions, what was rejected and why, and what is problematic.

    Raises:
        UnknownNameError: for an unknown policy or scope. No text whatever makes it raise.
        AnalyserError: if the parser fails, or what it says does not fit the text.
    """
    scopes = wanted(scope)
    document = read(article.text, analyser, section("page"))

    found_triggers = triggers.find(document)
    scanned = actors.scan(document)
    found_places = places.find(document, actors.strongholds(scanned))
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
