"""Bytes to text: byte order marks first, then UTF-8, then what the file itself names, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from conflict_events.model.errors import BadInputError

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

_ENOUGH = 100
"""Bytes below which nothing can be told from how often letters occur."""

_CANDIDATES = ["cp1252", "cp1250", "cp1251", "cp1256", "cp1254", "koi8_r", "utf_16_le", "utf_16_be", "gb18030", "big5"]


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None


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
        if data.startswith(mark) and (text := _try(data, name)) is not None:
            return text
    text = _try(data, "utf-8")
    if text is not None and "\x00" not in text:
        return text
    if text is None and named is not None and (told := _try(data, _web_name(named))) is not None:
        return told
    if _BINARY.match(data) is None and (guess := _guess(data)) is not None:
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


def _guess(data: bytes) -> str | None:
    """What the letters look like; None where that is uncertain, since a wrong guess would invent names."""
    if len(data) < _ENOUGH:
        return None
    if (text := _windows(data)) is not None:
        return text
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(data, cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    return None if best is None else str(best)


_QUOTES = re.compile(r"[‘’“”–—…•€£§°«»\u00a0]|(?<=[A-Za-z])[À-ÿŠšŽžŒœ](?=[A-Za-z\W])|\b[À-ÿŠŽŒ](?=[a-z])")


def _windows(data: bytes) -> str | None:
    """Text in Latin letters that is windows-1252 in every odd byte: quotes, dashes, accents among plain letters."""
    text = _try(data, "cp1252")
    if text is None:
        return None
    odd = sum(not char.isascii() for char in text)
    if odd > len(text) // 8 or re.search(r"[\x00-\x08\x0e-\x1f]", text):
        return None
    return text if len(_QUOTES.findall(text)) == odd else None
