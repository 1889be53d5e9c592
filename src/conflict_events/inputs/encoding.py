"""Bytes to text: byte order marks first, then UTF-8, then what the file itself names, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from conflict_events.model.errors import BadInputError
from conflict_events.written.encoding import decoded, encoding_of

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # starts with the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_BINARY = re.compile(rb"\A(?:%PDF-|PK\x03\x04|\x89PNG|\xff\xd8\xff|GIF8|\xd0\xcf\x11\xe0|\x7fELF)")
"""Files that people put beside articles and that no encoding makes a text of."""


def decode(data: bytes, where: str, named: str | None = None) -> str:
    """The text of some bytes.

    Args:
        data: the bytes of one document.
        where: what errors call them.
        named: the encoding that a header, the document or the user names. UTF-8 that decodes is believed before
            it, because pages that name another and are UTF-8 are common and the other way round is not.

    Raises:
        BadInputError: if the bytes are no text, or in no encoding that can be told with some certainty.

    >>> decode("café".encode("cp1252"), "a.txt", "windows-1252")
    'café'
    """
    for mark, name in _MARKS:
        if data.startswith(mark) and (text := decoded(data, name)) is not None:
            return text
    text = decoded(data, "utf-8")
    if text is not None and "\x00" not in text:
        return text
    if text is None and named is not None and (told := decoded(data, _web_name(named))) is not None:
        return told
    if _BINARY.match(data) is None and (guess := _guessed(data)) is not None:
        return guess
    if text is not None or _BINARY.match(data):
        raise BadInputError("file is no text", where=where, expected="text in some encoding", got=data[:12])
    raise _no_encoding(data, where)


def _no_encoding(data: bytes, where: str) -> BadInputError:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        at, shown = error.start, data[error.start : error.start + 12]
    else:
        at, shown = 0, data[:12]
    return BadInputError(
        "file is no UTF-8 text", where=f"{where}, byte {at}", expected="UTF-8, or --encoding NAME", got=shown
    )


def _web_name(name: str) -> str:
    """What pages call Latin-1 is windows-1252. Source: WHATWG Encoding Standard, labels."""
    name = name.strip().strip("'\"").lower()
    latin = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso_8859-1"}
    return "cp1252" if name in latin else name


def _guessed(data: bytes) -> str | None:
    name = encoding_of(data)
    return None if name is None else decoded(data, name)
