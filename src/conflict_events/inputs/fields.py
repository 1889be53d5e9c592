"""A record with named fields (a line of JSON, a schema.org NewsArticle) to an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from conflict_events.inputs.days import day_of
from conflict_events.inputs.piece import ARTICLE
from conflict_events.model.article import Article
from conflict_events.model.country import Country
from conflict_events.model.errors import BadInputError, UnknownNameError

__all__ = ["from_record", "make"]

NAMES = {
    "text": ("text", "articleBody", "body", "content", "maintext", "full_text", "article"),
    "published": (
        "published",
        "datePublished",
        "published_at",
        "publication_date",
        "date_publish",
        "publish_date",
        "pubDate",
        "date_published",
        "date",
    ),
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "source_name", "site_name", "sitename", "source_domain"),
    "url": ("url", "link", "mainEntityOfPage", "@id"),
    "language": ("language", "inLanguage", "lang"),
    "countries": ("countries",),
}
"""Field of an article -> its names in files, the first found counts. Sources: schema.org, RSS, news-please, newspaper."""


def _first(record: Mapping[str, Any], field: str) -> Any:
    for name in NAMES[field]:
        if record.get(name) not in (None, "", [], {}):
            return record[name]
    return None


def _named(value: Any) -> str | None:
    """A text, or the name of a thing (``{"@type": "Organization", "name": "Seed Wire"}``), or the first of several."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@id") or value.get("alternateName")
    return value.strip() or None if isinstance(value, str) else None


def from_record(record: Any, where: str) -> Iterator[Article | BadInputError]:
    """The article of one record, or the updates of a live blog; an error in its place if it holds none.

    Args:
        record: plain JSON values; names as in ``NAMES``.
        where: what errors call it.

    >>> next(from_record({"headline": "Shells", "articleBody": "Shells hit Goma.", "datePublished": "2024-10-22"}, "a"))
    Article(text='Shells hit Goma.', published=datetime.date(2024, 10, 22), title='Shells', source=None, url=None, language='en', countries=())
    """
    if not isinstance(record, Mapping):
        yield BadInputError("no article", where=where, expected="an object with a text", got=record)
        return
    updates = record.get("liveBlogUpdate")
    if isinstance(updates, Mapping):
        updates = [updates]
    if isinstance(updates, list) and updates:
        above = {key: record[key] for name in ("source", "url", "language") for key in NAMES[name] if key in record}
        for number, update in enumerate(updates, 1):
            whole = {**above, **update} if isinstance(update, Mapping) else update
            yield from from_record(whole, f"{where}, update {number}")
        return
    text = _first(record, "text")
    if not isinstance(text, str):
        expected = f"a text as one of {', '.join(NAMES['text'])}"
        got = ", ".join(map(str, record)) if text is None else type(text).__name__
        yield BadInputError("no article", where=where, expected=expected, got=got)
        return
    yield from make(
        text,
        where,
        published=_first(record, "published"),
        title=_named(_first(record, "title")),
        source=_named(_first(record, "source")),
        url=_named(_first(record, "url")),
        language=_named(_first(record, "language")),
        countries=_first(record, "countries"),
    )


def make(
    text: str,
    where: str,
    *,
    published: object = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    language: str | None = None,
    countries: object = None,
) -> Iterator[Article | BadInputError]:
    """An article; before it, one error for its day of publication and each country that cannot be read and is left out."""
    if not text.strip():
        yield BadInputError("file is empty", where=where, expected="the text of an article", got=text[:20])
        return
    if len(text) > ARTICLE:
        expected = f"at most {ARTICLE:,} characters"
        yield BadInputError("article is too long", where=where, expected=expected, got=len(text))
        return
    day = None
    try:
        day = None if published is None else day_of(published)
    except BadInputError as error:
        what = f"day of publication is left out, {error.what}"
        yield BadInputError(what, where=where, expected="a full date such as YYYY-MM-DD", got=published)
    known = []
    for name in _several(countries):
        try:
            known.append(Country.of(name))
        except UnknownNameError as error:
            yield BadInputError("country is left out, no such country", where=where, expected=error.expected, got=name)
    yield Article(
        text, published=day, title=title, source=source, url=url, language=language or "en", countries=tuple(known)
    )


def _several(value: object) -> list[Any]:
    """The items of a list, or of one text in which semicolons stand between them."""
    if isinstance(value, str):
        return [name.strip() for name in value.split(";") if name.strip()]
    return value if isinstance(value, list) else [] if value is None else [value]
