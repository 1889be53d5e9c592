"""What comes in: the text of one article and what is known about its publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from attrs import Attribute, evolve, field, frozen

from conflict_events.model.check import a, a_or_none, many, refuse
from conflict_events.model.country import Country, a_country, country_of
from conflict_events.model.errors import BadInputError, WrongTypeError
from conflict_events.model.when import When, written_day

__all__ = ["Article", "article_of"]


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


def _countries(values: Iterable[Country | str]) -> tuple[Country, ...]:
    items: Any = many(values)
    if type(items) is tuple:
        items = tuple(map(country_of, items))
    return items  # type: ignore[no-any-return]


def _each_country(instance: object, attribute: Attribute[Any], values: object) -> None:
    if type(values) is not tuple:
        refuse("one value where many belong", instance, attribute, "a tuple of countries, their names or codes", values)
    for value in values:
        a_country(instance, attribute, value)


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
        language: BCP 47 code of the text; None leaves it to be found from the words.
        countries: the countries that the text is about, where the caller knows: countries, their names or codes. They
            are a strong prior for places and sides, not a filter: a place abroad that is named with its country stays
            abroad.

    Raises:
        BadInputError: if ``text`` is no str or ``published`` is no date.

    >>> Article("Shells hit the town.", published="2024-10-22").published
    datetime.date(2024, 10, 22)
    >>> Article("Des obus sont tombés.", published="mardi 22 octobre 2024").published
    datetime.date(2024, 10, 22)
    """

    text: str = field(validator=a(str))
    published: dt.date | None = field(default=None, converter=_as_date, kw_only=True)
    title: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    source: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    url: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    language: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    countries: tuple[Country, ...] = field(default=(), converter=_countries, validator=_each_country, kw_only=True)


def article_of(value: Article | str, published: dt.date | str | None = None, *, where: str) -> Article:
    """An article, or a plain text as one; ``published`` fills what it leaves open and overrules nothing.

    Args:
        value: an article or its text.
        published: as in ``Article``.
        where: the function that was called, as errors call it.

    Raises:
        WrongTypeError: for anything else.

    >>> article_of("Shells hit Goma.", "2024-10-22", where="code").published.day
    22
    """
    if isinstance(value, str):
        return Article(value, published=published)
    if type(value) is not Article:
        expected = (
            "an Article or a text; code_many takes many of them"
            if hasattr(value, "__iter__")
            else "an Article or a text"
        )
        raise WrongTypeError("no article", where=where, expected=expected, got=value)
    if published is None or value.published is not None:
        return value
    return evolve(value, published=published)
