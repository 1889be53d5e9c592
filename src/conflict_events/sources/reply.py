"""What a server answers, read in bounded memory and time, and its JSON."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from attrs import field, frozen

from conflict_events.sources.deadline import Deadline
from conflict_events.sources.errors import Refusal, RefusedError, SourceError
from conflict_events.sources.limits import Limits

__all__ = ["Reply", "read_body"]

_STEP = 1 << 16
_EARLY = 1 << 20
"""Bytes below which no ratio is looked at: a short text of one letter packs as well as a bomb."""
SHOWN = 200
"""Letters of an answer that an error carries."""


@frozen(slots=True)
class Reply:
    """One answer.

    Args:
        status: of HTTP.
        where: method and address, without its query.
        body: unpacked.
        secrets: that no error may show, should the server repeat them.
        private: whether the body itself is a secret, as a token is.
    """

    status: int
    where: str
    body: bytes = field(repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    private: bool = False

    @property
    def text(self) -> str:
        """The body as text; bytes that are no UTF-8 come through as lone surrogates."""
        return self.body.decode("utf-8", "surrogateescape").removeprefix("\ufeff")

    @property
    def shown(self) -> str:
        """The beginning of the text for an error, without anything secret."""
        if self.private and self.status == 200:
            return f"{len(self.body)} bytes, not shown"
        return self.safe(self.text[:_STEP])

    def safe(self, value: object) -> str:
        """The beginning of something out of this answer, without anything secret.

        >>> Reply(403, "GET https://example.org", b"", ("s3cret",)).safe({"error": "no such token: s3cret"})
        '{"error": "no such token: ***"}'
        """
        try:
            text = value if isinstance(value, str) else json.dumps(value)
        except RecursionError:
            text = "something nested too deep"
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return text[:SHOWN]

    def object(self) -> dict[str, Any]:
        """The JSON object of the body.

        Raises:
            RefusedError: if it is a web page.
            SourceError: if it is no JSON object.

        >>> Reply(200, "GET https://example.org", b'{"data": []}').object()
        {'data': []}
        """
        text = self.text
        if text[:_STEP].lstrip()[:1] == "<":
            raise RefusedError(
                "a web page in place of data",
                where=self.where,
                expected="JSON; an account that is refused gets such a page",
                got=f"status {self.status}: {self.shown}",
                refusal=Refusal.PAGE,
            )
        try:
            body = json.loads(text)
        except RecursionError:
            raise SourceError(
                "the JSON is nested too deep", where=self.where, expected="JSON", got=self.shown
            ) from None
        except ValueError as error:
            why = error.msg if isinstance(error, json.JSONDecodeError) else "a number too long"
            raise SourceError(
                f"the answer is no JSON ({why})", where=self.where, expected="JSON", got=self.shown
            ) from None
        if not isinstance(body, dict):
            raise SourceError("the answer is no object", where=self.where, expected="a JSON object", got=self.shown)
        return body


class Raw(Protocol):
    """The part of an ``httpx.Response`` that is used here."""

    @property
    def headers(self) -> Any: ...
    @property
    def is_stream_consumed(self) -> bool: ...
    @property
    def content(self) -> bytes: ...
    def iter_raw(self, chunk_size: int | None = None) -> Iterator[bytes]: ...


def read_body(raw: Raw, where: str, limits: Limits, deadline: Deadline) -> bytes:
    """The unpacked body of a response that is being received.

    Raises:
        SourceError: if it is too long, too slow, or packed in a way that cannot be read.
    """
    read = raw.is_stream_consumed  # a transport of one's own may hand over a whole answer, unpacked
    packing = "" if read else raw.headers.get("content-encoding", "").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip"):
        raise SourceError("an unknown compression", where=where, expected="gzip or none", got=packing)
    pieces = _Pieces([raw.content] if read else raw.iter_raw(), where, limits, deadline)
    stream = gzip.GzipFile(fileobj=io.BufferedReader(pieces)) if packing in ("gzip", "x-gzip") else pieces
    body = bytearray()
    while True:
        try:
            data = stream.read(_STEP)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            pieces.check()
            raise SourceError("the answer does not unpack", where=where, expected="gzip", got=str(error)) from None
        if not data:
            break
        body += data
        if len(body) > limits.answer_bytes:
            raise _too_much(
                "the answer is too long", where, f"{limits.answer_bytes} bytes (Limits.answer_bytes)", len(body)
            )
        if len(body) > _EARLY and len(body) > limits.ratio * pieces.count:
            got = f"{len(body)} bytes out of {pieces.count}"
            raise _too_much("the answer unpacks to too much", where, f"{limits.ratio} to one (Limits.ratio)", got)
    pieces.check()
    return bytes(body)


def _too_much(what: str, where: str, most: str, got: object) -> SourceError:
    return SourceError(what, where=where, expected=f"at most {most}", got=got)


class _Pieces(io.RawIOBase):
    """The pieces of an answer as a stream, counted."""

    def __init__(self, pieces: Iterable[bytes], where: str, limits: Limits, deadline: Deadline) -> None:
        self._pieces = iter(pieces)
        self._where = where
        self._limits = limits
        self._deadline = deadline
        self._left = b""
        self.count = 0
        """Bytes that have come."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            piece = next(self._pieces, None)
            self.check()
            if piece is None:
                return 0
            self._left = piece
            self.count += len(piece)
            if self.count > self._limits.answer_bytes:  # also where next to nothing comes out of them
                most = f"{self._limits.answer_bytes} bytes (Limits.answer_bytes)"
                raise _too_much("the answer is too long", self._where, most, self.count)
        data, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def check(self) -> None:
        """Nothing that came after the deadline counts.

        Raises:
            SourceError: if it is over.
        """
        if self._deadline.over:
            raise self._deadline.error(self._where, f"{self.count} bytes until then")
