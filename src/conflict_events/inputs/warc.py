"""Web archives (WARC, WET): each page, text or feed that a server answered with is a piece. Extra ``warc``."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import IO, Any

from conflict_events.inputs.piece import LIMITS, Kind, Piece
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


_LINE, _HEADERS = 1 << 16, 1 << 20
"""Bytes of one line and of all lines of the headers of one record."""


def records(stream: IO[bytes], where: str, charset: str | None = None) -> Iterator[Piece | BadInputError]:
    """The pieces of an unpacked archive, in its order. The day of the crawl is not taken for that of publication."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        yield BadInputError(
            "warcio is not installed", where=where, expected="pip install 'conflict-events[warc]'", got=None
        )
        return
    number = misfits = 0
    try:
        archive = ArchiveIterator(stream)
        archive.reader = _bounded(archive.fh)
        while (record := _next(archive)) is not None:
            number += 1
            if archive.err_count > misfits:
                misfits = archive.err_count
                place, expected = f"{where}, record {number - 1}", "as many bytes as its Content-Length says"
                yield BadInputError("record does not end where it should", where=place, expected=expected, got=misfits)
            yield from _pieces(record, f"{where}, record {number}", charset)
    except BadInputError:
        raise
    except Exception as error:  # noqa: BLE001 - warcio meets broken headers in ways of its own
        place, got = f"{where}, after record {number}", " ".join(f"{type(error).__name__}: {error}".split())
        yield BadInputError("archive is broken", where=place, expected="a WARC record", got=got)


def _next(archive: Any) -> Any:
    """The next record, None after the last. What warcio would write to the terminal, bytes of the file among it, is kept back."""
    with contextlib.redirect_stderr(io.StringIO()):
        archive.reader.lines = 0
        return next(iter(archive), None)


def _bounded(stream: Any) -> Any:
    """The reader of an archive, whose headers have an end: warcio would read a line of any length, and copy it again and again."""
    from warcio.bufferedreaders import DecompressingBufferedReader
    from warcio.exceptions import ArchiveLoadFailed

    class Bounded(DecompressingBufferedReader):  # type: ignore[misc]
        lines = 0

        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(_LINE if length is None else min(length, _LINE))
            self.lines += len(line)
            endless = len(line) >= _LINE // 4 and not line.endswith(b"\n")  # it gives less than it is asked for
            if endless or self.lines > _HEADERS:
                raise ArchiveLoadFailed(f"a line of more than {len(line):,} bytes, {self.lines:,} of headers")
            return line

    return Bounded(stream)


def _pieces(record: Any, where: str, charset: str | None) -> Iterator[Piece | BadInputError]:
    """The piece of a record, if it may hold an article; what is there of one that is cut off is read."""
    if record.rec_type not in ("response", "resource", "conversion"):
        return
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        return
    headers = record.rec_headers if http is None else http
    media, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    kind = _KINDS.get(media.strip().lower())
    if kind is None:
        return
    limit = LIMITS[kind]
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        yield BadInputError(f"{kind} is too long", where=where, expected=f"at most {limit:,} bytes", got=len(data))
        return
    missing = getattr(record.raw_stream, "limit", 0)
    if missing and not record.raw_stream.read(1):
        yield BadInputError("record is cut off", where=where, expected="the rest of it", got=f"{missing:,} bytes less")
        if not data:
            return
    named = next((part.partition("=")[2] for part in parameters.split(";") if "charset=" in part.lower()), None)
    url = record.rec_headers.get_header("WARC-Target-URI")
    yield Piece(data, kind, where, url=url, charset=named or charset)
