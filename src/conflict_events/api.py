"""The finders on their own: text in, mentions out, for those who need one part only."""

from __future__ import annotations

import datetime as dt

from conflict_events.mentions import actors, casualties, dates, places
from conflict_events.model.article import Article
from conflict_events.model.mention import ActorMention, CasualtyMention, DateMention, PlaceMention
from conflict_events.text.sentences import read

__all__ = ["find_actors", "find_casualties", "find_dates", "find_places"]


def find_dates(text: str, published: dt.date | str | None = None) -> tuple[DateMention, ...]:
    """Words that name days, weeks, months or years.

    Args:
        text: any text.
        published: day from which relative words are counted; without it they are found and stay unresolved.

    Returns:
        Mentions in the order of the text, without overlap; ``start`` and ``end`` are half-open code points.

    Source: TIMEX3 (ISO-TimeML).
    """
    article = Article(text, published=published)
    return dates.find(read(article.text), article.published)


def find_places(text: str) -> tuple[PlaceMention, ...]:
    """Words that name places, each with its best reading and all candidates.

    Args:
        text: any text; the whole article reads better than a sentence, since places vouch for each other.
    """
    return places.find(read(Article(text).text))


def find_actors(text: str, published: dt.date | str | None = None) -> tuple[ActorMention, ...]:
    """Words that name sides: armies, police, groups, crowds, civilians.

    Args:
        text: any text.
        published: decides between regimes ("Military Forces of Syria" of which years).
    """
    article = Article(text, published=published)
    document = read(article.text)
    return actors.find(document, article.published, places.find(document))


def find_casualties(text: str) -> tuple[CasualtyMention, ...]:
    """Claims about people killed, injured, missing, abducted, displaced or arrested."""
    return casualties.find(read(Article(text).text))
