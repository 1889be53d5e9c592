"""A table with its header found: its records, and all that stands around them.

What people put around a table is looked for here: a byte order mark, ``sep=;``, titles above the header, a row of HXL
hashtags below it, R's header that is one name short, row numbers of R and pandas, and sheets of a workbook.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Any

from attrs import evolve, field, frozen

from conflict_events.formats.csvio import LONGEST, Record, quoted, records
from conflict_events.formats.streams import beginning
from conflict_events.formats.tables.documents import Piece, Twice, cell_of, document_of, is_json
from conflict_events.formats.tables.header import ABOVE, Knows, cells_of, hashtags, header_of
from conflict_events.formats.tables.letters import letters_of, rewindable, text_of
from conflict_events.formats.tables.names import index_column
from conflict_events.formats.tables.workbook import is_workbook, sheets
from conflict_events.model.errors import FormatError

__all__ = ["Sheet", "open_sheet"]

_AHEAD = 500
"""Records looked at to find out how the table is written."""


@frozen(slots=True)
class Sheet:
    """One table.

    Args:
        where: what errors call it.
        header: its names, a missing one of R's row names included.
        known: whether it is a header that was looked for; else it is the first row.
        ahead: the first records, looked at to find out how the table is written.
        rest: the others, as they come.
        again: all records once more, from the first.
        above: the names in the row above the header.
        head: all before the first record, as it stands.
        newline: line end of the header.
        delimiter: between cells.
        encoding: of the text.
        index: number of the column of row numbers.
        kind: ``csv``; ``workbook``, whose rows become CSV; or ``json``, whose records are told by their number.
        notices: what was assumed, for people.
        others: of JSON: what stands beside the records; complete when all have been read.
    """

    where: str
    header: tuple[str, ...]
    known: bool
    ahead: list[Record]
    rest: Iterator[Record]
    again: Callable[[], Iterator[Record]] = field(repr=False)
    above: tuple[str, ...] = ()
    head: str = ""
    newline: str = "\n"
    delimiter: str = ","
    encoding: str = "utf-8"
    index: int | None = None
    kind: str = "csv"
    notices: tuple[str, ...] = ()
    others: Mapping[str, Any] = field(factory=dict, repr=False)

    @property
    def records(self) -> Iterator[Record]:
        """All records, as they come, once through."""
        return itertools.chain(self.ahead, self.rest)

    @property
    def sample(self) -> list[list[str]]:
        """The cells of the first records."""
        return [cells for _, _, cells, _ in self.ahead if cells]

    def cells(self, columns: Sequence[int]) -> Iterator[str]:
        """All cells of some columns, from the first record to the last."""
        for _, _, cells, _ in self.again():
            if cells is not None and len(cells) == len(self.header):
                yield from (cells[column] for column in columns)


@contextlib.contextmanager
def open_sheet(
    stream: IO[bytes], where: str, knows: Knows, *, encoding: str | None = None, tags: bool = True
) -> Iterator[Sheet]:
    """Open a table: text of any delimiter and encoding, JSON, or a workbook, of which the first sheet that fits is taken.

    Args:
        stream: of its bytes.
        where: what errors call it.
        knows: whether a row is the header that is looked for.
        encoding: that somebody names; None finds it.
        tags: whether a row of hashtags below the header is passed over.

    Raises:
        FormatError: if there is nothing in it, or a workbook cannot be read.
        LookupError: for an unknown encoding.
    """
    with rewindable(stream) as source:
        start = source.tell()
        head = source.read(64)
        source.seek(start)
        if is_workbook(head):
            yield _of_workbook(source, where, knows, tags=tags)
            return
        letters = letters_of(source, encoding)
        told = (letters.notice,) if letters.notice else ()
        if is_json(head):
            with text_of(source, letters.encoding, where) as text:
                sheet = _of_document(text.read, where, knows, source, start, letters.encoding)
                yield evolve(sheet, encoding=letters.encoding, notices=told + sheet.notices)
            return

        def again(skipped: int, delimiter: str) -> Iterator[Record]:
            place = source.tell()
            source.seek(start)
            try:
                with text_of(source, letters.encoding, where) as text:
                    for _ in range(skipped):
                        text.readline(LONGEST)
                    yield from records(functools.partial(text.readline, LONGEST), delimiter)
            finally:
                source.seek(place)

        with text_of(source, letters.encoding, where) as text:
            readline = functools.partial(text.readline, LONGEST)
            sheet = _of_text(readline, where, knows, again, tags=tags)
            yield evolve(sheet, encoding=letters.encoding, notices=told + sheet.notices)


def _of_text(
    readline: Callable[[], str],
    where: str,
    knows: Knows,
    again: Callable[[int, str], Iterator[Record]],
    *,
    tags: bool,
) -> Sheet:
    top = beginning(iter(readline, ""), len, ABOVE + 1)
    found = header_of(top, knows, where)
    last = found.last
    if tags and last < len(top) and hashtags(cells_of(top[last], found.delimiter)):
        last += 1
    waiting = top[last:]
    waiting.reverse()
    rest = records(lambda: waiting.pop() if waiting else readline(), found.delimiter, last + 1)
    told = f"the header is in line {found.first + 1}; what stands above it is passed over"
    line = top[last - 1]
    sheet = Sheet(
        where,
        found.names,
        found.known,
        beginning(rest, lambda record: len(record[1]), _AHEAD),
        rest,
        functools.partial(again, last, found.delimiter),
        above=found.above,
        head="".join(top[:last]),
        newline=line[len(line.rstrip("\r\n")) :] or "\n",
        delimiter=found.delimiter,
        notices=(told,) if found.titled else (),
    )
    return _with_row_names(sheet)


def _with_row_names(sheet: Sheet) -> Sheet:
    """The sheet with R's missing name, a cell that every row has behind the last name, and the row numbers found."""
    header, rows = sheet.header, sheet.sample
    if not rows or any(len(row) != len(header) + 1 for row in rows):
        return evolve(sheet, index=index_column(header, rows))
    if not any(row[-1].strip() for row in rows):
        return evolve(sheet, header=(*header, ""))
    notice = "the header is one name short: the first column is taken for R's row names"
    return evolve(sheet, header=("", *header), index=0, notices=(*sheet.notices, notice))


def _of_document(
    read: Callable[[int], str], where: str, knows: Knows, source: IO[bytes], start: int, encoding: str
) -> Sheet:
    """The records of a document as rows; a column for each key of the first ones, and nested values as JSON."""
    document = document_of(read, where, knows)
    ahead = beginning(document.pieces, lambda piece: len(piece[2]), _AHEAD)
    header = tuple(dict.fromkeys(name for *_, value in ahead if type(value) is dict for name in value))

    def record(piece: Piece) -> Record:
        number, _, raw, value = piece
        if type(value) is not dict:
            return number, raw, None, "a key stands twice" if isinstance(value, Twice) else "no object"
        more = [f"{name}={cell_of(one)}" for name, one in value.items() if name not in header]
        return number, raw, [*(cell_of(value.get(name)) for name in header), *more], ""

    def again() -> Iterator[Record]:
        place = source.tell()
        source.seek(start)
        try:
            with text_of(source, encoding, where) as text:
                yield from map(record, document_of(text.read, where, knows).pieces)
        finally:
            source.seek(place)

    sheet = Sheet(where, header, knows(header), [record(piece) for piece in ahead], map(record, document.pieces), again)
    return evolve(sheet, kind="json", others=document.others, index=index_column(header, sheet.sample))


def _of_workbook(stream: IO[bytes], where: str, knows: Knows, *, tags: bool) -> Sheet:
    """The first sheet with a header that is looked for, else the first with anything in it."""
    other: Sheet | None = None
    for name, rows in sheets(stream, where):
        for number, row in enumerate(rows[:ABOVE]):
            if knows(row):
                return _of_rows(where, name, rows, number, known=True, tags=tags)
        first = next((number for number, row in enumerate(rows) if any(row)), None)
        if other is None and first is not None:
            other = _of_rows(where, name, rows, first, known=False, tags=tags)
    if other is None:
        raise FormatError("nothing in it", where=where, expected="a header and rows", got="")
    return other


def _of_rows(where: str, name: str, rows: list[list[str]], number: int, *, known: bool, tags: bool) -> Sheet:
    header = rows[number]
    while header and not header[-1].strip():
        header = header[:-1]
    begin = number + 2 if tags and number + 1 < len(rows) and hashtags(rows[number + 1]) else number + 1
    width = len(header)

    def again() -> Iterator[Record]:
        for line, row in enumerate(rows[begin:], begin + 1):
            if any(row):
                cells = row if any(row[width:]) else row[:width]
                yield line, ",".join(quoted(cell, ",") for cell in cells) + "\n", cells, ""

    rest = again()
    return _with_row_names(
        Sheet(
            where,
            tuple(header),
            known,
            beginning(rest, lambda record: len(record[1]), _AHEAD),
            rest,
            again,
            above=tuple(next((row for row in reversed(rows[:number]) if any(row)), ())),
            head=",".join(quoted(cell, ",") for cell in header) + "\n",
            kind="workbook",
            notices=(f"sheet {name!r}",),
        )
    )
