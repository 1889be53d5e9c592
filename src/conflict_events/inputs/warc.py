"""Web archives (WARC, WET): each page, text or feed that a server answered with is a piece. Extra ``warc``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from conflict_events.inputs.piece import LIMIT, Kind, Piece
from conflict_events.model.errors import BadInputError

__all__ = ["records"]

_KINDS = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "text/plain": Kind.TEXT,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "message/rfc822": Kind.MAIL,
}
"""Media type -> kind; all else (pictures, styles, scripts) is no article and passed over without a word."""


def records(stream: IO[bytes], where: str, charset: str | None = None) -> Iterator[Piece | BadInputError]:
    """The pieces of an unpacked archive, in its order. The day of the crawl is not taken for that of publication."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        yield BadInputError(
            "warcio is not installed", where=where, expected="pip install 'conflict-events[warc]'", got=None
        )
        return
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            if (piece := _piece(record, f"{where}, record {number}", charset)) is not None:
                yield piece
    except ArchiveLoadFailed as error:
        place = f"{where}, after record {number}"
        yield BadInputError("archive is broken", where=place, expected="a WARC record", got=str(error).strip())


def _piece(record: Any, where: str, charset: str | None) -> Piece | BadInputError | None:
    if record.rec_type not in ("response", "resource", "conversion"):
        return None
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        return None
    headers = record.rec_headers if http is None else http
    media, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    kind = _KINDS.get(media.strip().lower())
    if kind is None:
        return None
    data = record.content_stream().read(LIMIT + 1)
    if len(data) > LIMIT:
        return BadInputError("record is too long", where=where, expected=f"at most {LIMIT:,} bytes", got=len(data))
    named = next((part.partition("=")[2] for part in parameters.split(";") if "charset=" in part.lower()), None)
    url = record.rec_headers.get_header("WARC-Target-URI")
    return Piece(data, kind, where, url=url, charset=named or charset)
