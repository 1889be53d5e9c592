"""Paths to pieces: folders are walked, packed files unpacked as they are read, archives and JSON lines cut up.

What a file is its name tells, and where that says nothing, its first bytes.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from conflict_events.inputs.opened import opened
from conflict_events.inputs.ours import LOOKED_AT, apart, are_parts, is_ours, wrote
from conflict_events.inputs.packed import unpacked
from conflict_events.inputs.piece import LIMITS, Kind, Piece
from conflict_events.model.errors import BadInputError

__all__ = ["cut", "files", "pieces"]

_ARCHIVE, _LINES = "archive", "lines"

_ENDINGS = {
    **dict.fromkeys((".txt", ".text", ".md"), Kind.TEXT),
    **dict.fromkeys((".jsonl", ".ndjson", ".jl"), _LINES),
    **dict.fromkeys((".json", ".jsonld"), Kind.JSON),
    **dict.fromkeys((".xml", ".rss", ".atom", ".rdf"), Kind.FEED),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.PAGE),
    **dict.fromkeys((".warc", ".wet"), _ARCHIVE),
    ".eml": Kind.MAIL,
}
_PACKED = (".gz", ".zst", ".zstd", ".bz2", ".xz")

_LOOKS = (
    (re.compile(rb"WARC/\d"), _ARCHIVE),
    (
        re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL),
        Kind.FEED,
    ),
    (
        re.compile(
            rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head)\b",
            re.DOTALL | re.IGNORECASE,
        ),
        Kind.PAGE,
    ),
    (re.compile(rb"\s*\{[^\n]*\}\s*\n\s*\{"), _LINES),
    (re.compile(rb"\s*(?:\{\s*\"|\[\s*\{)"), Kind.JSON),
    (
        re.compile(
            rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|Date|Subject): [^\n]*\n[\w-]+:",
            re.IGNORECASE,
        ),
        Kind.MAIL,
    ),
)
"""What the first bytes of a file without a telling name look like; else it is text."""


def files(path: str | os.PathLike[str], output: str | os.PathLike[str] | None = None) -> Iterator[str]:
    """The files of a path, itself if it is none or one, a folder's in the order of their names.

    Of a folder, hidden files are left out, and what this library has written there: records, reports, parts of runs.

    Args:
        path: of a file or a folder, or ``-``.
        output: where records will go, so that no input is overwritten.

    Raises:
        BadInputError: if the output is one of the files.

    >>> list(files("-"))
    ['-']
    """
    for file in _walk(path):
        if output is None or apart(file, output):
            yield file


def _walk(path: str | os.PathLike[str]) -> Iterator[str]:
    if path == "-" or not Path(path).is_dir():
        yield str(path)
        return
    barred: list[str] = []
    for folder, below, names in os.walk(path, onerror=lambda error: barred.append(error.filename)):
        whole = [(name, os.path.join(folder, name)) for name in sorted(below) if not name.startswith(".")]  # noqa: PTH118
        below[:] = [name for name, at in whole if not are_parts(at)]
        for name in sorted(names):
            if not name.startswith(".") and not wrote(file := os.path.join(folder, name)):  # noqa: PTH118
                yield file
    yield from barred  # folders that may not be looked into are told when they are opened


def pieces(
    file: str, charset: str | None = None, at: Callable[[int], None] | None = None
) -> Iterator[Piece | BadInputError]:
    """Cut one file into pieces, without reading what is in them; an error in the place of what cannot be cut.

    Args:
        file: path of a file, or ``-``.
        charset: the encoding, where a piece is not UTF-8 and does not name it.
        at: told after each piece how many bytes of the file have been read.
    """
    where = "standard input" if file == "-" else file
    try:
        if file == "-":
            yield from cut(sys.stdin.buffer, "", where, charset)
            return
        with opened(file) as stream:
            told = at if at is not None and stream.seekable() else None
            for piece in cut(stream, file, where, charset):
                yield piece
                if told is not None:
                    told(stream.tell())
    except BadInputError as error:
        yield error
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        got = getattr(error, "strerror", None) or str(error)
        yield BadInputError("file cannot be read", where=where, expected="a file or a folder", got=got)


def cut(raw: IO[bytes], name: str, where: str, charset: str | None = None) -> Iterator[Piece | BadInputError]:
    """Cut an open stream into pieces. Never raises: what is broken is one error in the place of the rest.

    Args:
        raw: of bytes, packed or not.
        name: of the file, whose ending may tell what it is.
        where: what errors call it.
        charset: as for ``pieces``.
    """
    try:
        yield from _cut(raw, name, where, charset)
    except BadInputError as error:
        yield error
    except OSError as error:
        got = error.strerror or str(error)
        yield BadInputError("file cannot be read", where=where, expected="a file or a folder", got=got)
    except EOFError as error:
        yield BadInputError("file is cut off", where=where, expected="the rest of it", got=str(error))
    except Exception as error:  # noqa: BLE001 - unpackers of other people's files fail in ways of their own
        got = f"{type(error).__name__}: {error}"
        yield BadInputError("file cannot be read", where=where, expected="a whole file of its kind", got=got)


def _cut(raw: IO[bytes], name: str, where: str, charset: str | None) -> Iterator[Piece | BadInputError]:
    stream = unpacked(raw, where)
    head = bytes(stream.peek(LOOKED_AT)[:LOOKED_AT])  # type: ignore[attr-defined]
    if is_ours(head):
        expected = "articles; convert, lint and diff read records"
        raise BadInputError("file holds event records, no article", where=where, expected=expected, got=head[:40])
    kind = _kind(name, stream)
    if kind == _ARCHIVE:
        from conflict_events.inputs.warc import records

        yield from records(stream, where, charset)
    elif kind == _LINES:
        yield from _lines(stream, where, charset)
    else:
        limit = LIMITS[Kind(kind)]
        data = stream.read(limit + 1)
        if len(data) > limit:
            raise BadInputError(f"{kind} is too long", where=where, expected=f"at most {limit:,} bytes", got=len(data))
        yield Piece(data, Kind(kind), where, charset=charset)


def _kind(name: str, stream: IO[bytes]) -> str:
    path = Path(name.lower())
    while path.suffix in _PACKED:
        path = path.with_suffix("")
    if path.suffix in _ENDINGS:
        kind = _ENDINGS[path.suffix]
        # A page that is well-formed XML is often saved as such.
        return _looks(stream) if path.suffix == ".xml" and _looks(stream) == Kind.PAGE else kind
    return _looks(stream)


def _looks(stream: IO[bytes]) -> str:
    first = bytes(stream.peek(4096)[:4096]).removeprefix(b"\xef\xbb\xbf")  # type: ignore[attr-defined]
    return next((kind for pattern, kind in _LOOKS if pattern.match(first)), Kind.TEXT)


def _lines(stream: IO[bytes], where: str, charset: str | None) -> Iterator[Piece | BadInputError]:
    number, limit = 0, LIMITS[Kind.JSON_LINE]
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            place = f"{where}, line {number}"
            yield BadInputError("line is too long", where=place, expected=f"at most {limit:,} bytes", got=len(line))
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
        elif line.strip():
            yield Piece(line, Kind.JSON_LINE, f"{where}, line {number}", charset=charset)
