"""Pieces to articles: each kind has its reader, and what a reader cannot read becomes one error in the article's place."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator

from conflict_events.inputs.files import files, pieces
from conflict_events.inputs.piece import Kind, Piece
from conflict_events.model.article import Article
from conflict_events.model.errors import BadInputError

__all__ = ["articles", "read_articles"]

READERS = {
    Kind.TEXT: "plain:read",
    Kind.JSON: "records:read",
    Kind.JSON_LINE: "records:read_line",
    Kind.FEED: "feeds:read",
    Kind.MAIL: "mail:read",
    Kind.PAGE: "pages:read",
}
"""Kind -> module and function; loaded when the first piece of the kind comes."""


def articles(piece: Piece) -> Iterator[Article | BadInputError]:
    """The articles of one piece, in its order. Never raises.

    >>> list(articles(Piece(b"Shells hit Goma.", Kind.TEXT, "a.txt")))[0].text
    'Shells hit Goma.'
    """
    module, _, name = READERS[piece.kind].partition(":")
    try:
        yield from getattr(importlib.import_module(f"conflict_events.inputs.{module}"), name)(piece)
    except BadInputError as error:
        yield error
    except Exception as error:  # noqa: BLE001 - parsers of other people's files fail in ways of their own
        got = f"{type(error).__name__}: {error}"
        yield BadInputError(f"{piece.kind} cannot be read", where=piece.where, expected="an article", got=got)


def read_articles(path: str | os.PathLike[str], *, charset: str | None = None) -> Iterator[Article | BadInputError]:
    """The articles of a file, a folder or an archive, and an error in the place of each that cannot be read.

    Args:
        path: a file of any kind that is known, compressed or not; a folder, read in the order of its names; or
            ``-``, standard input.
        charset: the encoding, where a file is not UTF-8 and does not name it.

    Returns:
        Articles whose text is the body as it stands in the file, dateline included, and ``BadInputError`` values,
        which are told and passed over.

    >>> for article in read_articles("no-such-file.txt"):
    ...     print(article)
    file cannot be read: in no-such-file.txt, expected a file or a folder, got 'No such file or directory'
    """
    for file in files(path):
        for piece in pieces(file, charset):
            if isinstance(piece, BadInputError):
                yield piece
            else:
                yield from articles(piece)
