"""Files to parts: the same files give the same parts, so that a part has a number that means it in every run."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from conflict_events.inputs import Piece, files, pieces
from conflict_events.model.errors import BadInputError

__all__ = ["BYTES", "PIECES", "Found", "Part", "parts", "survey"]

PIECES = 200
"""Pieces of a part: a second of work or so, which is what a kill costs."""

BYTES = 16_000_000
"""A part ends here even if it has fewer pieces, so that memory stays bounded."""


@frozen(slots=True)
class Part:
    """Some pieces in their order, with errors in the place of what could not be cut.

    Args:
        number: of the part, from 0.
        pieces: what is in it.
        read: bytes of all files that have been read when it ends.
        last: whether nothing comes after it.
    """

    number: int
    pieces: tuple[Piece | BadInputError, ...] = field(repr=False)
    read: int
    last: bool


@frozen(slots=True)
class Found:
    """A file of the input as it stands: path, bytes, time of its last change, and whether it can be read twice."""

    path: str
    size: int
    changed: int
    again: bool = True


def survey(paths: Iterable[str], output: str | None = None) -> tuple[Found, ...]:
    """All files of some paths, folders walked. A file that is not there has size 0 and gets its line when read.

    Args:
        paths: files and folders.
        output: where records will go.

    Raises:
        BadInputError: if the output is one of the files.
    """
    found = []
    for path in paths:
        for file in files(path, output):
            try:
                facts = os.stat(file)  # noqa: PTH116 - there may be millions
            except (OSError, ValueError):  # ValueError: a name that no file can have
                found.append(Found(file, 0, 0, again=file != "-"))
            else:
                found.append(Found(file, facts.st_size, facts.st_mtime_ns, again=stat.S_ISREG(facts.st_mode)))
    return tuple(found)


def parts(found: Iterable[Found], charset: str | None, most: int = PIECES) -> Iterator[Part]:
    """The parts of some files, in order; a part may hold the end of one file and the beginning of the next.

    Args:
        found: the files.
        charset: the encoding of those that are not UTF-8 and do not name theirs.
        most: pieces of a part.
    """
    number, size, before = 0, 0, 0
    waiting: list[Piece | BadInputError] = []
    at = 0

    def note(position: int) -> None:
        nonlocal at
        at = position

    for file in found:
        at = 0
        for piece in pieces(file.path, charset, note):
            if len(waiting) >= most or size >= BYTES:
                yield Part(number, tuple(waiting), before + at, last=False)
                number, size = number + 1, 0
                waiting.clear()
            waiting.append(piece)
            size += len(piece.data) if isinstance(piece, Piece) else 0
        before += file.size
    yield Part(number, tuple(waiting), before, last=True)
