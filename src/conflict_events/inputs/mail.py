"""Mail (EML), as news agencies and alerts send it: subject, day, sender and the plain text, or the text of the HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any, cast

from conflict_events.inputs.encoding import decode
from conflict_events.inputs.fields import make
from conflict_events.inputs.markup import text_of
from conflict_events.inputs.piece import Piece, counted
from conflict_events.model.article import Article
from conflict_events.model.errors import BadInputError

__all__ = ["read"]

_HEADER = 4_000
"""Characters of a header that is read; the standard parser takes time that grows with the square."""

_LINES, _PARTS, _TANGLED = 2_000_000, 10_000, 40_000_000
"""Lines, parts, and lines times boundaries: the standard parser looks at each line for each boundary that is open."""


class _Policy(EmailPolicy):
    """The standard policy, but for headers that no mail has."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        if len(value) > _HEADER:
            expected = f"at most {_HEADER:,} characters"
            raise BadInputError("header is too long", where=name, expected=expected, got=len(value))
        return super().header_fetch_parse(name, value)


def read(piece: Piece) -> Iterator[Article | BadInputError]:
    """The article of a message; attachments are no part of it."""
    _bearable(piece)
    try:
        message, data, charset, kind = _parsed(piece)
    except BadInputError as error:
        raise _placed(error, piece.where) from None
    text = decode(data, piece.where, charset)
    if kind == "html":
        text = text_of(text)
    problems: list[BadInputError] = []
    day, title, sender = (_header(message, name, piece.where, problems) for name in ("Date", "Subject", "From"))
    yield from problems
    yield from make(text, piece.where, published=day, title=title, source=parseaddr(sender or "")[0] or None)


def _parsed(piece: Piece) -> tuple[EmailMessage, bytes, str | None, str]:
    """The message, and its text with the encoding and the kind that it names."""
    message = cast("EmailMessage", BytesParser(EmailMessage, policy=_Policy()).parsebytes(piece.data))
    if not message.keys():
        raise BadInputError("no mail", where=piece.where, expected="headers, then a text", got=piece.data[:20])
    part = message.get_body(("plain", "html"))
    if part is None:
        got = message.get_content_type()
        raise BadInputError("no article", where=piece.where, expected="a text in the message", got=got)
    data = part.get_payload(decode=True)
    return (
        message,
        data if isinstance(data, bytes) else b"",
        part.get_content_charset(),
        part.get_content_subtype(),
    )


def _bearable(piece: Piece) -> None:
    """Refuse what the standard parser would spend minutes on."""
    counted(piece, {b"\n": _LINES, b"\n--": _PARTS}, "mail is too tangled")
    work = piece.data.count(b"\n") * sum(1 for _ in re.finditer(rb"boundary", piece.data, re.IGNORECASE))
    if work > _TANGLED:
        expected = f"at most {_TANGLED:,} lines times boundaries"
        raise BadInputError("mail is too tangled", where=piece.where, expected=expected, got=work)


def _placed(error: BadInputError, where: str) -> BadInputError:
    """An error of the policy, which knows the header alone, with the file in it."""
    if error.where == where:
        return error
    return BadInputError(error.what, where=f"{where}, header {error.where}", expected=error.expected, got=error.got)


def _header(message: EmailMessage, name: str, where: str, problems: list[BadInputError]) -> str | None:
    """A header's text; broken ones make the standard parser fail in many ways, and are left out."""
    try:
        value = message[name]
    except BadInputError as error:
        problems.append(_placed(error, where))
        return None
    except Exception:  # noqa: BLE001
        return None
    return " ".join(str(value).split()) or None if value is not None else None
