"""CSV as it stands: records with their raw text, so that what is not changed is written back to the byte.

A record that is no CSV (an open quote, letters after a closing quote, a field beyond 128 kB) is given as its first line
alone, and reading goes on with the next line; so one bad quote never swallows the rest of a file.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from typing import TypeAlias

__all__ = ["LONGEST", "Record", "cell_spans", "quoted", "records", "replace_cells"]

LONGEST = 1 << 22
"""Letters of one physical line; longer ones come in pieces, which then are no valid records."""

Record: TypeAlias = tuple[int, str, list[str] | None, str]
"""Line number of its first line, raw text, cells (none in an empty row, None if it is no CSV), and why it is none."""


def records(readline: Callable[[], str], delimiter: str, first: int = 1) -> Iterator[Record]:
    r"""Records of a text, as they come.

    Args:
        readline: gives the next line with its end, at most ``LONGEST`` letters, and nothing at the end of the text.
        delimiter: one character.
        first: number of the first line.

    >>> list(records(iter(['a,"b\n', 'c"\n', ""]).__next__, ","))
    [(1, 'a,"b\nc"\n', ['a', 'b\nc'], '')]
    """
    pending: list[str] = []  # lines of the record being read
    again: list[str] = []  # lines to be read again, the last one first

    def lines() -> Iterator[str]:
        while True:
            line = again.pop() if again else readline()
            if not line:
                return
            pending.append(line)
            yield line

    number = first
    while True:
        reader = csv.reader(lines(), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                if cells and not cells[0] and not any(cells):
                    cells.clear()
                if len(pending) == 1:
                    yield number, pending[0], cells, ""
                    number += 1
                else:
                    yield number, "".join(pending), cells, ""
                    number += len(pending)
                pending.clear()
        except csv.Error as error:
            again.extend(reversed(pending[1:]))
            yield number, pending[0], None, str(error)
            number += 1
            pending.clear()
        else:
            return


def cell_spans(raw: str, delimiter: str) -> list[tuple[int, int]]:
    r"""Where in a raw record each cell stands, quotes included.

    >>> cell_spans('a,"b,c",\r\n', ",")
    [(0, 1), (2, 7), (8, 8)]
    """
    end = len(raw.rstrip("\r\n"))
    spans = []
    start = position = 0
    while True:
        if raw.startswith('"', position):
            position += 1
            while position < end:
                if raw[position] == '"':
                    if not raw.startswith('"', position + 1):
                        position += 1
                        break
                    position += 1
                position += 1
        stop = raw.find(delimiter, position, end)
        stop = end if stop < 0 else stop
        spans.append((start, stop))
        if stop == end:
            return spans
        start = position = stop + 1


def quoted(text: str, delimiter: str, *, always: bool = False) -> str:
    """A cell as CSV: in quotes where needed, or always.

    >>> quoted("north, south", ","), quoted("plain", ",")
    ('"north, south"', 'plain')
    """
    if always or any(mark in text for mark in (delimiter, '"', "\n", "\r")) or text[:1] == " " or text[-1:] == " ":
        return '"' + text.replace('"', '""') + '"'
    return text


def replace_cells(raw: str, changes: dict[int, str], delimiter: str) -> str:
    r"""The raw record with some cells replaced; quotes are kept where the cell had them.

    >>> replace_cells('1,"x",3\n', {1: "y"}, ",")
    '1,"y",3\n'
    """
    parts: list[str] = []
    last = 0
    for index, (start, stop) in enumerate(cell_spans(raw, delimiter)):
        if index in changes:
            parts += raw[last:start], quoted(changes[index], delimiter, always=raw.startswith('"', start))
            last = stop
    return "".join((*parts, raw[last:]))
