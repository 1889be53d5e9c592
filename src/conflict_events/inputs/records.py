"""JSON: one record a line, or one document with an article, a list of them, or a schema.org graph."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from conflict_events.inputs.encoding import decode
from conflict_events.inputs.fields import from_record
from conflict_events.inputs.piece import Piece, counted
from conflict_events.model.article import Article
from conflict_events.model.errors import BadInputError

__all__ = ["is_article", "nodes", "parse", "read", "read_line"]

_DIGITS = 4_000
_VALUES = 1_500_000
"""Commas, braces and brackets of a document, each: every value of a JSON document takes a hundred bytes or so."""


def parse(text: str, where: str) -> Any:
    """The value of a JSON text.

    Raises:
        BadInputError: naming line and column.
    """
    try:
        return _value(text)
    except RecursionError:
        raise BadInputError("nested too deep", where=where, expected="JSON", got=text[:40]) from None
    except json.JSONDecodeError as error:
        place = (
            f"{where}, line {error.lineno}, column {error.colno}" if "\n" in text else f"{where}, column {error.colno}"
        )
        got = text[error.pos : error.pos + 20]
        raise BadInputError(f"no JSON ({error.msg})", where=place, expected="JSON", got=got) from None


def _value(text: str) -> Any:
    """A number of thousands of digits, which Python does not read, stays the text that it is."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:
        return json.loads(text, parse_int=lambda digits: int(digits) if len(digits) < _DIGITS else digits)


def read_line(piece: Piece) -> Iterator[Article | BadInputError]:
    """The article of one line."""
    counted(piece, {b",": _VALUES, b"{": _VALUES, b"[": _VALUES}, "too many values in one line")
    yield from from_record(parse(decode(piece.data, piece.where, piece.charset), piece.where), piece.where)


def read(piece: Piece) -> Iterator[Article | BadInputError]:
    """The articles of a document; one that turns out to be JSON lines is read as such."""
    counted(piece, {b",": _VALUES, b"{": _VALUES, b"[": _VALUES}, "too many values in one document")
    text = decode(piece.data, piece.where, piece.charset)
    try:
        value = parse(text, piece.where)
    except BadInputError as error:
        if "Extra data" not in error.what:
            raise
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield from _line(line, f"{piece.where}, line {number}")
        return
    found = list(nodes(value))
    for number, record in enumerate(found, 1):
        yield from from_record(record, piece.where if len(found) == 1 else f"{piece.where}, item {number}")


def _line(line: str, where: str) -> Iterator[Article | BadInputError]:
    try:
        yield from from_record(parse(line, where), where)
    except BadInputError as error:
        yield error


def is_article(record: Any) -> bool:
    """Whether a schema.org node is an article of some kind, a live blog included.

    >>> is_article({"@type": ["ReportageNewsArticle"]}), is_article({"@type": "Organization"})
    (True, False)
    """
    kinds = record.get("@type") if isinstance(record, Mapping) else None
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting")) for kind in kinds)


def nodes(value: Any) -> Iterator[Any]:
    """The records of a document: those of a list, the articles of a graph, or the one that it is."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item) if isinstance(item, Mapping) and "@graph" in item else (item,)
    elif isinstance(value, Mapping) and isinstance(value.get("@graph"), list):
        yield from (node for node in value["@graph"] if is_article(node))
    elif isinstance(value, Mapping) and isinstance(value.get("articles"), list):
        yield from value["articles"]
    else:
        yield value
