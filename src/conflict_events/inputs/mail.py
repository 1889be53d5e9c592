"""Mail (EML), as news agencies and alerts send it: subject, day, sender and the plain text, or the text of the HTML."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from conflict_events.inputs.encoding import decode
from conflict_events.inputs.fields import make
from conflict_events.inputs.markup import text_of
from conflict_events.inputs.piece import Piece
from conflict_events.model.article import Article
from conflict_events.model.errors import BadInputError

__all__ = ["read"]


def read(piece: Piece) -> Iterator[Article | BadInputError]:
    """The article of a message; attachments are no part of it."""
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(piece.data)
    if not message.keys():
        raise BadInputError("no mail", where=piece.where, expected="headers, then a text", got=piece.data[:20])
    part = message.get_body(("plain", "html"))
    if part is None:
        got = message.get_content_type()
        raise BadInputError("no article", where=piece.where, expected="a text in the message", got=got)
    data = part.get_payload(decode=True)
    text = decode(data if isinstance(data, bytes) else b"", piece.where, part.get_content_charset())
    if part.get_content_subtype() == "html":
        text = text_of(text)
    yield from make(
        text,
        piece.where,
        published=_header(message, "Date"),
        title=_header(message, "Subject"),
        source=parseaddr(_header(message, "From") or "")[0] or None,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's text; broken ones make the standard parser fail in many ways, and are left out."""
    try:
        value = message[name]
    except Exception:  # noqa: BLE001
        return None
    return " ".join(str(value).split()) or None if value is not None else None
