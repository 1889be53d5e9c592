"""Where records go and come from: paths, ``-`` for the standard streams, or open streams, as bytes."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, TypeAlias

from conflict_events.model.errors import FormatError

__all__ = ["Source", "Target", "encoded", "read_text", "reading", "source_name", "write_lines", "writing"]

Target: TypeAlias = str | os.PathLike[str] | IO[Any]
Source: TypeAlias = str | os.PathLike[str] | IO[Any]


class _Encoder(io.RawIOBase):
    """Bytes in, UTF-8 text out to a text stream, so that writers need to know bytes only."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._stream.write(bytes(data).decode("utf-8", "surrogateescape"))
        return len(data)


@contextlib.contextmanager
def writing(target: Target) -> Iterator[IO[bytes]]:
    """Open a target for bytes. A file appears whole or not at all: it is written beside and then moved.

    Args:
        target: a path, ``-`` for standard output, or a stream of bytes or of text (left open).
    """
    if target == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif isinstance(target, (str, os.PathLike)):
        path = Path(target)
        if path.exists() and not path.is_file():  # a pipe or a device cannot be replaced
            with path.open("wb") as stream:
                yield stream
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
            os.chmod(name, mode)  # noqa: PTH101 - mkstemp hands out a plain name
            os.replace(name, path)  # noqa: PTH105
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name)  # noqa: PTH108
            raise
    elif isinstance(target, io.TextIOBase):
        yield _Encoder(target)
    else:
        yield target


def _umask() -> int:
    """The umask can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def reading(source: Source) -> Iterator[IO[bytes]]:
    """Open a source of bytes.

    Args:
        source: a path, ``-`` for standard input, or a stream of bytes or of text (left open).
    """
    if source == "-":
        yield sys.stdin.buffer
    elif isinstance(source, (str, os.PathLike)):
        with Path(source).open("rb") as stream:
            yield stream
    elif isinstance(source, io.TextIOBase):
        yield io.BytesIO(source.read().encode("utf-8", "surrogateescape"))
    else:
        yield source


def read_text(source: Source, expected: str) -> str:
    """The whole text of a source in UTF-8, its byte order mark left out.

    Args:
        source: a path, ``-``, or an open stream.
        expected: the format, for the error.

    Raises:
        FormatError: if it is not UTF-8.
    """
    where = source_name(source)
    with reading(source) as stream:
        data = stream.read()
    try:
        return bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        got = data[error.start : error.start + 20]
        raise FormatError("not UTF-8", where=f"{where}, byte {error.start}", expected=expected, got=got) from None


def encoded(text: str, encoding: str = "utf-8") -> bytes:
    r"""Text as bytes: bytes that were no text come out as they came in, and what the encoding lacks as its escape.

    >>> encoded("\udcff \ud800 \u6f22", "latin-1")
    b'\xff \\ud800 \\u6f22'
    """
    try:
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        raw = (letter if "\udc80" <= letter <= "\udcff" else "" for letter in text)
        return b"".join(
            escaped.encode(encoding, "surrogateescape") if escaped else letter.encode(encoding, "backslashreplace")
            for escaped, letter in zip(raw, text, strict=True)
        )


def source_name(source: Source) -> str:
    """What errors call a source."""
    if isinstance(source, (str, os.PathLike)):
        return str(source)
    return str(getattr(source, "name", "stream"))


def write_lines(lines: Iterable[str], target: Target) -> None:
    """Write texts as UTF-8; half a surrogate pair, which UTF-8 cannot carry, is written as its escape."""
    with writing(target) as stream:
        for text in lines:
            stream.write(text.encode("utf-8", "backslashreplace"))
