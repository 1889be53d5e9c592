"""Plain text: the whole file is the article, dateline included."""

from __future__ import annotations

from collections.abc import Iterator

from conflict_events.inputs.encoding import decode
from conflict_events.inputs.fields import make
from conflict_events.inputs.piece import Piece
from conflict_events.model.article import Article
from conflict_events.model.errors import BadInputError

__all__ = ["read"]


def read(piece: Piece) -> Iterator[Article | BadInputError]:
    """The article of a text file."""
    yield from make(decode(piece.data, piece.where, piece.charset), piece.where, url=piece.url)
