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
        inner = lzma.LZMAFile(whole)  # noqa: SIM115 - it ends with the stream around it
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
