"""One piece of an input: bytes that can be read without the rest of their file, and what is known about them."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

__all__ = ["LIMIT", "Kind", "Piece"]

LIMIT = 64_000_000
"""Bytes of one piece, unpacked: far above any article, far below what a packed bomb would unfold to."""


class Kind(StrEnum):
    """What the bytes are."""

    TEXT = "text"
    JSON = "json"
    JSON_LINE = "json line"
    FEED = "feed"
    MAIL = "mail"
    PAGE = "page"


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
