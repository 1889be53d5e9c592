"""One piece of an input: bytes that can be read without the rest of their file, and what is known about them."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from conflict_events.model.errors import BadInputError

__all__ = ["ARTICLE", "LIMITS", "Kind", "Piece", "counted"]


class Kind(StrEnum):
    """What the bytes are."""

    TEXT = "text"
    JSON = "json"
    JSON_LINE = "json line"
    FEED = "feed"
    MAIL = "mail"
    PAGE = "page"


LIMITS = {
    Kind.TEXT: 8_000_000,
    Kind.JSON: 64_000_000,
    Kind.JSON_LINE: 16_000_000,
    Kind.FEED: 16_000_000,
    Kind.MAIL: 32_000_000,
    Kind.PAGE: 32_000_000,
}
"""Kind -> bytes of one piece, unpacked: far above what is met, and such that no reader needs half a gigabyte for it."""

ARTICLE = 1_000_000
"""Characters of one article, five hundred pages; coding it takes some three hundred bytes a character at worst."""


@frozen(slots=True)
class Piece:
    """Bytes of one kind.

    Args:
        data: the bytes, unpacked, still encoded.
        kind: how to read them.
        where: file and place in it, as errors name it.
        url: where an archive says that they came from.
        charset: the encoding that a transport header or the user names.
    """

    data: bytes = field(repr=False)
    kind: Kind
    where: str
    url: str | None = field(default=None, kw_only=True)
    charset: str | None = field(default=None, kw_only=True)


def counted(piece: Piece, limits: dict[bytes, int], what: str) -> None:
    """Look whether a piece has more of something than a reader can bear.

    Args:
        piece: the one to be read.
        limits: bytes -> how often they may stand in it.
        what: the error, where they stand more often.

    Raises:
        BadInputError: naming the first that is too often there.
    """
    for mark, most in limits.items():
        if len(piece.data) > most and (count := piece.data.count(mark)) > most:
            expected = f"at most {most:,} times {mark.decode()!r}"
            raise BadInputError(what, where=piece.where, expected=expected, got=count)
