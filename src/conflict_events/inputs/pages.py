"""Web pages: title, day, outlet and address from what the page says to machines, the body from trafilatura. Extra ``html``.

Day, outlet and title are read from JSON-LD (schema.org) and from ``<meta>``, never guessed from the visible text or
from the address: a page that does not say its day has none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from conflict_events.inputs.encoding import decode
from conflict_events.inputs.fields import from_record, make
from conflict_events.inputs.piece import Piece, counted
from conflict_events.inputs.records import is_article, nodes, parse
from conflict_events.model.article import Article
from conflict_events.model.errors import BadInputError

__all__ = ["read"]

_NAMED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)

_MARKS, _ATTRIBUTES = 200_000, 1_000
"""Angle brackets of a page, and attributes of one element, which lxml compares each with each."""

_BIT = rb"(?:[^>\"'\s]++|\s++|\"[^\"]*+\"|'[^']*+')"
_TAG = re.compile(
    rb"<(script|style)\b.*?(?:</\1|\Z)|<[a-z](?:(?P<long>%b{%d}+)|%b*+)" % (_BIT, 3 * _ATTRIBUTES, _BIT),
    re.IGNORECASE | re.DOTALL,
)
"""Code, which has no tags, or a tag: ``long`` with so many names, values and blanks. Nothing can be read in two ways."""

_METAS = {
    "published": ("article:published_time", "og:published_time", "datepublished", "pubdate", "dc.date.issued"),
    "title": ("og:title", "twitter:title"),
    "source": ("og:site_name",),
    "url": ("og:url",),
}
"""Field -> names of ``<meta>`` elements that say it, the best first. Sources: Open Graph, schema.org, Dublin Core."""


def read(piece: Piece) -> Iterator[Article | BadInputError]:
    """The article of a page, or each update of a live blog that names its updates."""
    try:
        import trafilatura
        from lxml import html
    except ImportError:
        raise BadInputError(
            "trafilatura is not installed", where=piece.where, expected="pip install 'conflict-events[html]'", got=None
        ) from None
    _bearable(piece)
    named = _NAMED.search(piece.data[:4096])
    text = decode(piece.data, piece.where, piece.charset or (named[1].decode() if named else None))
    if not text.strip():
        raise BadInputError("file is empty", where=piece.where, expected="a web page", got=text[:20])
    encoded = text.encode("utf-8", "replace")
    root = html.document_fromstring(encoded, parser=html.HTMLParser(encoding="utf-8"))
    metas, said, heads = _metas(root), _said(root), _headlines(root)
    if isinstance(said.get("liveBlogUpdate"), (list, dict)) and said["liveBlogUpdate"]:
        yield from from_record(
            {"url": metas.get("url") or piece.url, "publisher": metas.get("source"), **said}, piece.where
        )
        return
    facts = dict(metas)
    facts.update({key: value for key, value in _facts(said, piece.where).items() if value is not None})
    body = trafilatura.extract(root, include_comments=False, include_tables=False, config=_config())
    body = body or said.get("articleBody")
    if not isinstance(body, str) or not body.strip():
        raise BadInputError(
            "no article on the page", where=piece.where, expected="paragraphs of text", got=facts.get("title")
        )
    first, _, rest = body.partition("\n")
    if rest and first.strip() in (*heads, metas.get("title"), facts.get("title")):
        facts["title"] = first.strip()  # the headline is kept as the title; read twice it would be two events
        body = rest
    yield from make(
        body,
        piece.where,
        published=said.get("datePublished") or metas.get("published"),
        title=facts.get("title"),
        source=facts.get("source"),
        url=facts.get("url") or piece.url,
        language=facts.get("language") or (root.get("lang") or "").strip() or None,
    )


def _bearable(piece: Piece) -> None:
    """Refuse what lxml and trafilatura would spend minutes and gigabytes on."""
    counted(piece, {b"<": _MARKS, b"&": 10 * _MARKS}, "page is too tangled")
    if any(tag["long"] for tag in _TAG.finditer(piece.data)):
        expected = f"at most {_ATTRIBUTES:,} attributes of one element"
        raise BadInputError("page is too tangled", where=piece.where, expected=expected, got="more")


@functools.cache
def _config() -> Any:
    """Take a short article for what it is; by default its whole page would be taken, captions and all, as one line."""
    from trafilatura.settings import use_config

    config = use_config()
    for name in ("MIN_EXTRACTED_SIZE", "MIN_OUTPUT_SIZE"):
        config.set("DEFAULT", name, "1")
    return config


def _headlines(root: Any) -> tuple[str, ...]:
    """What stands on the page as its headline; ``<title>`` and ``<meta>`` often add the outlet's name."""
    return tuple(" ".join(head.text_content().split()) for head in root.iter("h1"))


def _metas(root: Any) -> dict[str, str]:
    """What ``<meta>``, ``<link rel=canonical>`` and ``<title>`` say."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name and (content := (meta.get("content") or "").strip()):
            found.setdefault(name, content)
    facts = {
        field: next(found[name] for name in names if name in found)
        for field, names in _METAS.items()
        if any(name in found for name in names)
    }
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            facts.setdefault("url", link.get("href").strip())
    title = next(root.iter("title"), None)
    if title is not None and (words := " ".join(title.text_content().split())):
        facts.setdefault("title", words)
    return facts


def _said(root: Any) -> dict[str, Any]:
    """The first article that the page's JSON-LD describes; what is no JSON there is no reason to lose the page."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            value = parse(script.text or "", "JSON-LD")
        except BadInputError:
            continue
        for node in nodes(value):
            if is_article(node):
                found: dict[str, Any] = dict(node)
                return found
    return {}


def _facts(said: dict[str, Any], where: str) -> dict[str, str | None]:
    """Title, outlet, address and language by JSON-LD, through the same reader as files of it."""
    for article in from_record({**said, "articleBody": "-", "text": "-", "datePublished": None}, where):
        if isinstance(article, Article):
            return {
                "title": article.title,
                "source": article.source,
                "url": article.url,
                "language": article.language if said.get("inLanguage") else None,
            }
    return {}
