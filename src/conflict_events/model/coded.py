"""What comes out: an article with its events, its mentions, and what was not understood."""

from __future__ import annotations

from attrs import field, frozen

from conflict_events.model.article import Article
from conflict_events.model.check import a, a_or_none, each, many
from conflict_events.model.event import Event
from conflict_events.model.evidence import Evidence
from conflict_events.model.mention import Mention
from conflict_events.model.policy import a_policy

__all__ = ["CodedArticle", "Problem", "Rejection"]


@frozen(slots=True)
class Rejection:
    """Words that look like an event and were not coded, with the reason a person can read."""

    evidence: Evidence = field(validator=a(Evidence))
    reason: str = field(validator=a(str))


@frozen(slots=True)
class Problem:
    """Something a person should know about this coding: what, and where in the article if anywhere."""

    what: str = field(validator=a(str))
    evidence: Evidence | None = field(default=None, validator=a_or_none(Evidence))


@frozen(slots=True)
class CodedArticle:
    """The result of ``code``: events with the main one first, and everything they were made from."""

    article: Article = field(validator=a(Article))
    events: tuple[Event, ...] = field(default=(), converter=many, validator=each(Event))
    mentions: tuple[Mention, ...] = field(default=(), converter=many, validator=each(Mention))
    problems: tuple[Problem, ...] = field(default=(), converter=many, validator=each(Problem))
    rejections: tuple[Rejection, ...] = field(default=(), converter=many, validator=each(Rejection))
    policy: str = field(default="acled", validator=a_policy)
    background: tuple[Event, ...] = field(default=(), converter=many, validator=each(Event))
    """Acts of before that the article recalls in passing; they make no rows unless one asks for them."""
    crime: tuple[Event, ...] = field(default=(), converter=many, validator=each(Event))
    """Ordinary crime that the article tells; it stands among the events only with ``scope="all"``."""

    def _repr_html_(self) -> str:
        """What a notebook shows: the text with its evidence marked, the events beside it."""
        from conflict_events.report.notebook import article_html

        return article_html(self)
