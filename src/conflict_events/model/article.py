"""What comes in: the text of one article and what is known about its publication."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from conflict_events.model.errors import BadInputError
from conflict_events.model.when import When, written_day

__all__ = ["Article"]


def _as_date(value: object) -> dt.date | None:
    """Take a date, a datetime (its own calendar day), a written day or a When of one; anything else is an error."""
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, When) and value.days == 1:
        return value.start
    if isinstance(value, str):
        return written_day(value, "Article.published")
    raise BadInputError(
        "publication day is no date", where="Article.published", expected="a date or a text that names one", got=value
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadInputError("article text is no text", where="Article.text", expected="str", got=type(value).__name__)
    return value


@frozen(slots=True)
class Article:
    """One article as it was published.

    ``text`` is never changed: every offset in this library is half-open and counts its code points.
    ``published`` is the day from which relative words ("Tuesday", "last week") are counted; without it they
    stay unresolved, because this library never asks the clock.

    Args:
        text: the body, any Unicode.
        published: day of publication: a date, a datetime, a ``When`` of one day, or a full date as people write it
            in any language; None if unknown. Nothing is guessed: 03/04/2024 is an error, and
            ``When.parse("03/04/2024", day_first=True)`` tells what is meant.
        title: headline, kept apart from the text.
        source: the outlet's name, as it should stand in the source column.
        url: where it was found.
        language: BCP 47 code of the text.

    Raises:
        BadInputError: if ``text`` is no str or ``published`` is no date.

    >>> Article("Shells hit the town.", published="2024-10-22").published
    datetime.date(2024, 10, 22)
    >>> Article("Des obus sont tombés.", published="mardi 22 octobre 2024").published
    datetime.date(2024, 10, 22)
    """

    text: str = field(converter=_text)
    published: dt.date | None = field(default=None, converter=_as_date, kw_only=True)
    title: str | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True)
    language: str = field(default="en", kw_only=True)
