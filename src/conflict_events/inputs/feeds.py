"""RSS and Atom: each entry is an article. XML is read without entities of its own, so that no file can unfold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.parsers import expat

from conflict_events.inputs.fields import make
from conflict_events.inputs.markup import text_of
from conflict_events.inputs.piece import Piece
from conflict_events.model.article import Article
from conflict_events.model.errors import BadInputError

__all__ = ["read", "tree"]

_DEEP = 200
"""Levels of nesting that no feed has."""


def tree(data: bytes, where: str, charset: str | None = None) -> ET.Element:
    """The tree of an XML document; names are ``{namespace}name`` as usual.

    Raises:
        BadInputError: for broken XML, entities that it declares itself, or absurd depth.
    """
    depth = 0
    builder = ET.TreeBuilder()

    def refuse(*_: object) -> None:
        raise BadInputError("XML declares entities", where=where, expected="a feed without them", got=data[:40])

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEP:
            raise BadInputError("XML is nested too deep", where=where, expected=f"{_DEEP} levels", got=name)
        builder.start(_braced(name), {_braced(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_braced(name))

    parser = expat.ParserCreate(charset, namespace_separator="}")
    parser.buffer_text = True
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no names
    except expat.ExpatError as error:
        place = f"{where}, line {error.lineno}, column {error.offset + 1}"
        got = expat.errors.messages[error.code]
        raise BadInputError("no XML", where=place, expected="RSS or Atom", got=got) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, BadInputError):
            raise
        raise BadInputError("no XML", where=where, expected="RSS or Atom", got=str(error)) from None
    root: ET.Element = builder.close()
    return root


def _braced(name: str) -> str:
    """``uri}name``, as expat has it, to ``{uri}name``, as trees have it."""
    return f"{{{name}" if "}" in name else name


def _local(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(parent: ET.Element, *names: str) -> list[ET.Element]:
    """Children with the first of these names that there is one of, whatever the namespace."""
    for name in names:
        if found := [child for child in parent if _local(child) == name]:
            return found
    return []


def _text(parent: ET.Element, *names: str) -> str | None:
    for child in _all(parent, *names):
        if text := "".join(child.itertext()).strip():
            return text
    return None


def _link(entry: ET.Element) -> str | None:
    links = _all(entry, "link")
    best = [link for link in links if link.get("rel", "alternate") == "alternate"] or links
    return next((link.get("href") or (link.text or "").strip() or None for link in best), None)


def read(piece: Piece) -> Iterator[Article | BadInputError]:
    """The articles of a feed. Its own title is their source, unless an entry names another."""
    root = tree(piece.data, piece.where, piece.charset)
    channel = next(iter(_all(root, "channel")), root)
    entries = _all(channel, "item", "entry") or _all(root, "item")
    if _local(root) not in ("rss", "feed", "RDF"):
        raise BadInputError("no feed", where=piece.where, expected="RSS or Atom", got=f"<{_local(root)}>")
    outlet, language = _text(channel, "title"), _text(channel, "language") or root.get(f"{_XML}lang")
    for number, entry in enumerate(entries, 1):
        where = f"{piece.where}, entry {number}"
        markup = _body(entry)
        if markup is None:
            yield BadInputError(
                "no article", where=where, expected="a description or content", got=_text(entry, "title")
            )
            continue
        origin = next((one for one in _all(entry, "source") if _text(one, "title") or (one.text or "").strip()), None)
        source = outlet if origin is None else _text(origin, "title") or (origin.text or "").strip()
        title = _text(entry, "title")
        yield from make(
            text_of(markup),
            where,
            published=_text(entry, "pubDate", "published", "date", "issued"),
            title=None if title is None else text_of(title),
            source=None if source is None else text_of(source),
            url=_link(entry),
            language=None if language is None else re.split(r"[^A-Za-z0-9-]", language)[0],
        )


_XML = "{http://www.w3.org/XML/1998/namespace}"


def _body(entry: ET.Element) -> str | None:
    """The fullest text that an entry carries, as HTML."""
    for name in ("encoded", "content", "description", "summary"):
        for child in _all(entry, name):
            if child.get("type") == "xhtml":
                for inner in child.iter():
                    inner.tag = _local(inner)
                return "".join(ET.tostring(inner, encoding="unicode") for inner in child)
            if text := "".join(child.itertext()).strip():
                return text
    return None
