"""Where records go and come from: paths, ``-`` for the standard streams, or open streams, as bytes."""

from __future__ import annotations

import codecs
import contextlib
import io
import itertools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeVar

from conflict_events.model.errors import FormatError
from conflict_events.whole import whole

__all__ = [
    "Source",
    "Target",
    "beginning",
    "encoded",
    "reading",
    "source_name",
    "text_lines",
    "text_reader",
    "write_lines",
    "write_texts",
    "writing",
]

_LONGEST = 1 << 24
"""Bytes of one line."""

Item = TypeVar("Item")

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
        with whole(target) as stream:
            yield stream
    elif isinstance(target, io.TextIOBase):
        yield _Encoder(target)
    else:
        yield target


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


def text_reader(stream: IO[bytes], expected: str, where: str, encoding: str = "") -> Callable[[int], str]:
    """A function that reads text on, so many bytes at a time, and gives nothing at the end.

    Args:
        stream: of bytes; a byte order mark is left out.
        expected: the format, for the error.
        where: what errors call it.
        encoding: in which bytes that do not fit are kept as they are; empty for UTF-8 in which all must fit.
    """
    decoder = codecs.getincrementaldecoder(encoding or "utf-8")("surrogateescape" if encoding else "strict")
    read = 0
    begun = False

    def more(size: int) -> str:
        nonlocal read, begun
        text = ""
        while not text:
            data = bytes(stream.read(size))
            waiting = len(decoder.getstate()[0])
            try:
                text = decoder.decode(data, final=not data)
            except UnicodeDecodeError as error:
                at, got = read - waiting + error.start, error.object[error.start : error.start + 20]
                raise FormatError("not UTF-8", where=f"{where}, byte {at}", expected=expected, got=got) from None
            read += len(data)
            if text and not begun:
                begun, text = True, text.removeprefix("\ufeff")
            if not data:
                return text
        return text

    return more


def text_lines(stream: IO[bytes], expected: str, where: str) -> Iterator[str]:
    """The lines of UTF-8 text, without their ends; one of more than 16 MB comes in pieces.

    Raises:
        FormatError: at bytes that are not UTF-8.
    """
    read = 0
    while line := bytes(stream.readline(_LONGEST)):
        try:
            text = line.decode("utf-8-sig" if not read else "utf-8")
        except UnicodeDecodeError as error:
            got = line[error.start : error.start + 20]
            raise FormatError(
                "not UTF-8", where=f"{where}, byte {read + error.start}", expected=expected, got=got
            ) from None
        read += len(line)
        yield text.removesuffix("\n").removesuffix("\r")


def encoded(text: str, encoding: str = "utf-8") -> bytes:
    r"""Text as bytes: bytes that were no text come out as they came in, and what the encoding lacks as its escape.

    >>> encoded("\udcff \ud800 \u6f22", "latin-1")
    b'\xff \\ud800 \\u6f22'
    """
    if encoding.startswith(("utf-16", "utf-32")):
        return text.encode(encoding, "surrogatepass")
    try:
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        raw = (letter if "\udc80" <= letter <= "\udcff" else "" for letter in text)
        return b"".join(
            escaped.encode(encoding, "surrogateescape") if escaped else letter.encode(encoding, "backslashreplace")
            for escaped, letter in zip(raw, text, strict=True)
        )


def beginning(items: Iterator[Item], size: Callable[[Item], int], most: int = 500) -> list[Item]:
    """The first items of a file, by which it is recognised: so many, or fewer if they are long.

    >>> beginning(iter(["a" * (1 << 23)] * 9), len) == ["a" * (1 << 23)] * 2
    True
    """
    found: list[Item] = []
    left = _LONGEST
    for item in itertools.islice(items, most):
        found.append(item)
        left -= size(item)
        if left <= 0:
            break
    return found


def source_name(source: Source) -> str:
    """What errors call a source."""
    if isinstance(source, (str, os.PathLike)):
        return str(source)
    return str(getattr(source, "name", "stream"))


def write_texts(texts: Iterable[str], stream: IO[bytes]) -> None:
    """Write texts as UTF-8; half a surrogate pair, which UTF-8 cannot carry, is written as its escape."""
    for text in texts:
        stream.write(text.encode("utf-8", "backslashreplace"))


def write_lines(lines: Iterable[str], target: Target, *, bom: bool = False) -> None:
    """Write texts as UTF-8 to a target; see ``write_texts``.

    Args:
        lines: the texts.
        target: a path, ``-``, or an open stream.
        bom: begin with a byte order mark.
    """
    with writing(target) as stream:
        write_texts(("\ufeff",) if bom else (), stream)
        write_texts(lines, stream)
