"""One part to its events: read, code, and tell what could not be read. Needs nothing but the part."""

from __future__ import annotations

import datetime as dt

from attrs import evolve, field, frozen

from conflict_events.bulk.cut import Part
from conflict_events.inputs import Piece, articles
from conflict_events.model.article import Article
from conflict_events.model.country import Country
from conflict_events.model.errors import BadInputError
from conflict_events.model.event import Event
from conflict_events.model.scope import Scope
from conflict_events.model.shown import LONGEST, shown
from conflict_events.pipeline import code

__all__ = ["Done", "Job", "work"]


@frozen(slots=True)
class Job:
    """What is the same for all articles.

    Args:
        policy: how casualty claims become figures.
        scope: ``conflict``, or ``all`` for ordinary crime too.
        published: day of publication where a file does not say it.
        source: the outlet where a file does not say it.
        countries: the countries that they are about where a file does not say it.
        charset: the encoding of files that are not UTF-8 and do not name theirs.
    """

    policy: str = "acled"
    scope: str = Scope.CONFLICT.value
    published: dt.date | None = None
    source: str | None = None
    countries: tuple[Country, ...] = ()
    charset: str | None = None

    def __attrs_post_init__(self) -> None:
        code(Article(""), self.policy, scope=self.scope)  # an unknown name is one error, not one an article

    def completed(self, article: Article) -> Article:
        """The article with what the job says, where the file itself does not say it.

        >>> Job(source="Other").completed(Article("Shells hit Goma.", source="Seed Wire")).source
        'Seed Wire'
        """
        published = article.published or self.published
        source = article.source or self.source
        countries = article.countries or self.countries
        if (published, source, countries) == (article.published, article.source, article.countries):
            return article
        return evolve(article, published=published, source=source, countries=countries)


@frozen(slots=True)
class Done:
    """What became of a part.

    Args:
        number: of the part.
        read: bytes of all files that have been read when it ends.
        articles: how many were coded.
        undated: whether the day of publication of some is not known.
        errors: one line for each article that could not be read or coded, in order.
        events: in the order of the articles; empty where they were written to a file instead.
    """

    number: int
    read: int
    articles: int
    undated: bool
    errors: tuple[str, ...]
    events: tuple[Event, ...] = field(default=(), repr=False)


def work(part: Part, job: Job) -> Done:
    """Read and code the articles of a part; one that fails costs one line."""
    count, undated = 0, False
    errors: list[str] = []
    events: list[Event] = []
    for piece in part.pieces:
        for found in articles(piece) if isinstance(piece, Piece) else (piece,):
            if isinstance(found, BadInputError):
                errors.append(str(found))
                continue
            article = job.completed(found)
            undated = undated or article.published is None
            count += 1
            try:
                events.extend(code(article, job.policy, scope=job.scope).events)
            except Exception as error:  # noqa: BLE001 - one bad article must not cost the others
                where = piece.where if isinstance(piece, Piece) else ""
                got = shown(f"{type(error).__name__}: {error}", LONGEST)
                errors.append(f"article cannot be coded: in {where}, got {got}")
    return Done(part.number, part.read, count, undated, tuple(errors), tuple(events))
