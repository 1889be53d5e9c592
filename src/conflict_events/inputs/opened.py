"""A file opened for reading. A named pipe into which nobody writes is told, where opening it would wait for ever."""

from __future__ import annotations

import io
import os
import stat
import time
from typing import IO, Any

from conflict_events.model.errors import BadInputError

__all__ = ["opened"]

WAIT = 5.0
"""Seconds within which somebody must begin to write into a named pipe."""

_LOOK = 0.02
"""Seconds between two looks."""


def opened(file: str) -> IO[bytes]:
    """The bytes of a file.

    Raises:
        OSError: if it cannot be opened.
        BadInputError: for a named pipe into which nobody writes.

    >>> opened("no-such-file.txt")
    Traceback (most recent call last):
    ...
    FileNotFoundError: [Errno 2] No such file or directory: 'no-such-file.txt'
    """
    mode = os.stat(file).st_mode  # noqa: PTH116 - there may be millions
    if stat.S_ISDIR(mode):
        os.scandir(file).close()  # says why a folder could not be looked into
    if not stat.S_ISFIFO(mode):
        return open(file, "rb")  # noqa: PTH123 - the caller closes it
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    raw = os.fdopen(handle, "rb", buffering=0)
    try:
        first = _first(handle, file)
        os.set_blocking(handle, True)
    except BaseException:
        raw.close()
        raise
    return io.BufferedReader(_Begun(first, raw))


def _first(handle: int, file: str) -> bytes:
    """What is in a pipe already, once somebody writes into it."""
    end = time.monotonic() + WAIT
    while True:
        try:
            data = os.read(handle, io.DEFAULT_BUFFER_SIZE)
        except BlockingIOError:  # there is a writer, who is thinking
            return b""
        if data:
            return data
        if time.monotonic() >= end:
            expected = f"a writer within {WAIT:g} seconds"
            raise BadInputError("nobody writes into this pipe", where=file, expected=expected, got=None)
        time.sleep(_LOOK)


class _Begun(io.RawIOBase):
    """A stream of which the first bytes have been read."""

    def __init__(self, first: bytes, raw: io.RawIOBase | Any) -> None:
        self._first, self._raw = first, raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if not self._first:
            count: int | None = self._raw.readinto(buffer)
            return count
        data, self._first = self._first[: len(buffer)], self._first[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._raw.close()
        super().close()
