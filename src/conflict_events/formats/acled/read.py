"""ACLED files as rows, each with its raw text and its event: streaming, or as a table in memory."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from attrs import evolve

from conflict_events.formats.acled.documents import open_document
from conflict_events.formats.acled.layout import Layout, column_of, columns_of, knows, recognise
from conflict_events.formats.acled.parse import Parser, problems
from conflict_events.formats.acled.row import Row
from conflict_events.formats.acled.table import Reader, Table
from conflict_events.formats.loaded import Stream
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import Source, reading, source_name
from conflict_events.formats.tables.days import days_of
from conflict_events.formats.tables.documents import is_json
from conflict_events.formats.tables.letters import letters_of, rewindable, undecoded
from conflict_events.formats.tables.sheet import Sheet, open_sheet

__all__ = ["load", "open_events", "open_rows"]


def _table(sheet: Sheet, *, day_first: bool | None) -> Reader:
    """The rows of a table of text or of a workbook."""
    sample = sheet.sample
    columns = columns_of(sheet.header, sheet.where, sheet.index)
    place = columns.index("event_date")
    few = column_of(sample, columns, "event_date")
    where = f"{sheet.where}, {sheet.header[place].strip()}"
    days = days_of(few, lambda: sheet.cells([place]), where, day_first=day_first)
    layout = evolve(
        recognise(sheet.header, sample, sheet.where, days=days, index=sheet.index),
        delimiter=sheet.delimiter,
        encoding=sheet.encoding,
        head=sheet.head,
        newline=sheet.newline,
        exact=sheet.kind == "csv",
    )
    return Reader(layout, _rows(sheet, layout), notices=[*sheet.notices])


def _rows(sheet: Sheet, layout: Layout) -> Iterator[Row]:
    parse = Parser(layout).parse
    encoding = sheet.encoding
    for number, raw, cells, why in sheet.records:
        if cells:
            event, trouble = parse(cells)
            if not raw.isascii() and (odd := undecoded(raw)):
                event, trouble = None, (*trouble, ("", "acled.encoding", f"{encoding} text", odd))
            yield Row(number, raw, cells, event, problems(number, trouble) if trouble else ())
        elif cells is None:
            yield Row(number, raw, [], None, (RowProblem(number, "", "acled.csv", f"CSV ({why})", raw[:200]),))
        else:  # an empty line
            yield Row(number, raw, [], None, ())


@contextlib.contextmanager
def open_rows(source: Source, *, encoding: str | None = None, day_first: bool | None = None) -> Iterator[Reader]:
    """Open an ACLED file and read its rows one by one, in bounded memory.

    Args:
        source: a path, ``-``, or an open stream: a table of text, a workbook, or JSON, found by its beginning.
        encoding: of the text; None finds it. Bytes that do not fit are kept, and the row is listed.
        day_first: whether 03/04/2024 is the third of April, where the file itself does not show it.

    Raises:
        FormatError: if the columns are not ACLED's, or its days can be read in two orders; while rows are read, where
            the JSON is cut off.
        LookupError: for an unknown encoding.
    """
    where = source_name(source)
    with reading(source) as stream, rewindable(stream) as whole:
        start = whole.tell()
        head = whole.read(64)
        whole.seek(start)
        if is_json(head):
            with open_document(whole, where, letters_of(whole, encoding), day_first=day_first) as reader:
                yield reader
        else:
            with open_sheet(whole, where, knows, encoding=encoding) as sheet:
                yield _table(sheet, day_first=day_first)


def load(source: Source, *, encoding: str | None = None, day_first: bool | None = None) -> Table:
    r"""Read an ACLED file of any era into memory.

    Args:
        source: a path, ``-``, or an open stream: a table of text, a workbook, or JSON.
        encoding: of the text; None finds it.
        day_first: whether 03/04/2024 is the third of April, where the file itself does not show it.

    Returns:
        A sequence of events that also keeps every row to the byte.

    Raises:
        FormatError: if the columns are not ACLED's, its days can be read in two orders, or the JSON is cut off. Single
            rows never raise: they are kept and listed in ``problems``.

    >>> import io
    >>> table = load(io.BytesIO(b"event_id_cnty,event_date,event_type,sub_event_type,actor1\nX1,soon,Riots,Other,\n"))
    >>> len(table), table.problems[0].column
    (1, 'event_date')
    """
    with open_rows(source, encoding=encoding, day_first=day_first) as reader:
        rows = tuple(reader.rows)
        return Table(reader.layout, rows, "".join(reader.tail), tuple(reader.notices))


@contextlib.contextmanager
def open_events(source: Source, *, encoding: str | None = None, day_first: bool | None = None) -> Iterator[Stream]:
    """Open an ACLED file and read its events one by one; ``open_rows`` also keeps what stands around them."""
    with open_rows(source, encoding=encoding, day_first=day_first) as reader:
        yield Stream(((row.event, row.problems) for row in reader.rows), reader.notices)
