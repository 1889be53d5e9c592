"""The encoding of a file: by its byte order mark, by its name, by all its bytes, or by what its odd letters look like."""

from __future__ import annotations

import codecs
import contextlib
import io
import shutil
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from attrs import frozen

from conflict_events.model.errors import FormatError
from conflict_events.written.encoding import decoded, encoding_of

__all__ = ["Letters", "letters_of", "rewindable", "text_of", "undecoded"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # starts with the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")
_BLOCK = 1 << 20
_SAMPLE = 1 << 16
"""Bytes of lines with odd letters by which an encoding is told."""
_SURE = 30
"""Odd letters that are needed to tell one encoding from the next."""
_KEPT = 1 << 24
"""Bytes of what cannot be read twice that are kept in memory; the rest goes to a temporary file."""


@frozen(slots=True)
class Letters:
    """The encoding of a file."""

    encoding: str = "utf-8"
    notice: str = ""
    """What was assumed, for people; empty where nothing was."""


@contextlib.contextmanager
def rewindable(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """The stream, or a temporary copy of what can be read once only: a pipe."""
    try:
        seekable = stream.seekable()
    except AttributeError:
        seekable = False
    if seekable:
        yield stream
        return
    with tempfile.SpooledTemporaryFile(_KEPT) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield copy


def letters_of(stream: IO[bytes], named: str | None = None) -> Letters:
    """The encoding of a stream, which stands afterwards where it stood before.

    A file is UTF-8 if all of it is, or if some of its lines with letters beyond ASCII are: then the others are broken.

    Args:
        stream: rewindable.
        named: what somebody says; a byte order mark is believed before it.

    Raises:
        LookupError: for a name that is no encoding.

    >>> letters_of(io.BytesIO(codecs.BOM_UTF16_LE + "x".encode("utf-16-le"))).encoding
    'utf-16-le'
    >>> letters_of(io.BytesIO("à Gao, café".encode("cp1252"))).encoding
    'cp1252'
    """
    start = stream.tell()
    head = stream.read(256)
    stream.seek(start)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Letters(name)
    if named is not None:
        codecs.lookup(named)
        return Letters(named)
    if b"\0" in head and (wide := _wide(head)):
        return Letters(wide, f"no byte order mark: read as {wide.upper()}")
    odd = None if _is_utf8(stream) else _odd_lines(stream, start)
    stream.seek(start)
    if odd is None or any(decoded(line, "utf-8") is not None for line in odd):
        return Letters()
    found = encoding_of(b"\n".join(odd), least=1, odd=_SURE)
    if found is None:
        return Letters(notice="not UTF-8, and no other encoding is sure: name it (--encoding)")
    return Letters(found, f"not UTF-8: read as {found}; --encoding names another")


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every second byte of plain letters is nothing."""
    for name, rest in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if rest.count(0) > len(rest) * 0.8 and head.count(0) < len(head) * 0.6:
            return name
    return ""


def _is_utf8(stream: IO[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    waiting = False
    while block := bytes(stream.read(_BLOCK)):
        if waiting or not block.isascii():
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                return False
            waiting = bool(decoder.getstate()[0])
    return not waiting


def _odd_lines(stream: IO[bytes], start: int) -> list[bytes]:
    """Lines with bytes beyond ASCII, from the beginning."""
    stream.seek(start)
    found: list[bytes] = []
    size = 0
    while size < _SAMPLE and (line := bytes(stream.readline(_SAMPLE))):
        if not line.isascii():
            found.append(line.rstrip(b"\r\n"))
            size += len(line)
    return found


def undecoded(text: str) -> str:
    r"""Some text around the first byte that is not of the encoding; empty if there is none.

    >>> undecoded("à Gao"), undecoded("\udce0 Gao") == "\udce0 Gao"
    ('', True)
    """
    if text.isascii():
        return ""
    position = next((number for number, letter in enumerate(text) if "\udc80" <= letter <= "\udcff"), -1)
    return "" if position < 0 else text[max(position - 20, 0) : position + 20]


@contextlib.contextmanager
def text_of(stream: IO[bytes], encoding: str, where: str) -> Iterator[io.TextIOWrapper]:
    """The text of a stream, with all its line ends; what is not of the encoding comes through as lone surrogates.

    The stream stays open, and stands behind what was read of it.

    Raises:
        FormatError: while it is read, where two or four bytes are no letter of UTF-16 or UTF-32.
    """
    errors = "surrogatepass" if encoding.startswith(_WIDE) else "surrogateescape"
    source: Any = stream if hasattr(stream, "read1") else io.BufferedReader(stream)
    text = io.TextIOWrapper(source, encoding, errors, newline="\n")
    try:
        yield text
    except UnicodeDecodeError as error:
        if not error.encoding.startswith(_WIDE):  # somebody else's
            raise
        got = bytes(error.object[error.start : error.start + 20])
        raise FormatError("text is broken or cut off", where=where, expected=error.encoding, got=got) from None
    finally:
        with contextlib.suppress(ValueError):  # the stream was closed before
            text.detach()
            if source is not stream:
                source.detach()
