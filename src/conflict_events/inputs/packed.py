"""Packed files, known by their first bytes and unpacked as they are read: gzip, zstandard, bzip2, xz."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import IO, Any

from conflict_events.model.errors import BadInputError

__all__ = ["unpacked"]

_CHUNK = 1 << 16
_XZ_MEMORY = 128 << 20
"""Bytes that unpacking xz may take; ``xz -9`` asks for half of it."""


class _Told(io.RawIOBase):
    """A stream whose every failure to unpack is the same error, so that one bad file costs only itself."""

    def __init__(self, inner: Any, where: str) -> None:
        self._inner, self._where = inner, where

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except (EOFError, OSError, ValueError, zlib.error, lzma.LZMAError) as error:
            raise _broken(error, self._where) from None
        except Exception as error:
            if type(error).__name__ == "ZstdError":
                raise _broken(error, self._where) from None
            raise
        buffer[: len(data)] = data
        return len(data)


class _Xz:
    """Unpacks xz, of one stream or several, in bounded memory: the standard reader takes whatever a file asks for."""

    def __init__(self, packed: Any) -> None:
        self._packed = packed
        self._open: lzma.LZMADecompressor | None = None

    def read(self, size: int) -> bytes:
        data = b""
        while not data:
            if self._open is None or self._open.eof:
                more = b"" if self._open is None else self._open.unused_data
                while not more.strip(b"\0") and (new := self._packed.read(_CHUNK)):  # zeros may stand between streams
                    more = new
                if not more.strip(b"\0"):
                    return b""
                self._open, more = lzma.LZMADecompressor(memlimit=_XZ_MEMORY), more.lstrip(b"\0")
            elif not self._open.needs_input:
                more = b""
            elif not (more := self._packed.read(_CHUNK)):
                raise EOFError("the end is missing")
            data = self._open.decompress(more, size)
        return data


def _broken(error: Exception, where: str) -> BadInputError:
    return BadInputError("packed file is broken or cut off", where=where, expected="the whole file", got=str(error))


def unpacked(stream: IO[bytes], where: str) -> IO[bytes]:
    """A buffered stream of what is inside, of a stream that may be packed.

    Raises:
        BadInputError: for zstandard where it is not installed; on reading, if the file is broken or cut off.

    >>> unpacked(io.BytesIO(gzip.compress(b"Shells hit Goma.")), "a.gz").read()
    b'Shells hit Goma.'
    """
    whole: Any = stream if hasattr(stream, "peek") else io.BufferedReader(stream)
    first = whole.peek(6)[:6]
    inner: Any = None
    if first.startswith(b"\x1f\x8b"):
        inner = gzip.GzipFile(fileobj=whole)
    elif first.startswith(b"\x28\xb5\x2f\xfd"):
        inner = _zstd(where).stream_reader(whole, read_across_frames=True)
    elif first.startswith(b"BZh"):
        inner = bz2.BZ2File(whole)
    elif first.startswith(b"\xfd7zXZ\x00"):
        inner = _Xz(whole)
    opened: IO[bytes] = whole if inner is None else io.BufferedReader(_Told(inner, where), 1 << 16)
    return opened


def _zstd(where: str) -> Any:
    try:
        import zstandard
    except ImportError:
        raise BadInputError(
            "zstandard is not installed", where=where, expected="pip install 'conflict-events[zstd]'", got=None
        ) from None
    return zstandard.ZstdDecompressor()
