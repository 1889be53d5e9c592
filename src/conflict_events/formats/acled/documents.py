"""ACLED's rows in JSON of any shape, each with its text where the shape has it."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterable, Iterator
from typing import IO, Any

from attrs import evolve

from conflict_events.formats.acled.layout import column_of, columns_of, knows, recognise
from conflict_events.formats.acled.parse import Parser, problems
from conflict_events.formats.acled.row import Row
from conflict_events.formats.acled.table import Reader
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import beginning
from conflict_events.formats.tables.days import days_of
from conflict_events.formats.tables.documents import Document, Piece, Twice, cell_of, document_of
from conflict_events.formats.tables.letters import Letters, text_of, undecoded
from conflict_events.formats.tables.names import index_column

__all__ = ["open_document"]

_AHEAD = 500
"""Records looked at to recognise the dialect."""
_DEFAULT = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "disorder_type", "actor1")
"""For answers without a record, whose columns nobody can know."""


@contextlib.contextmanager
def open_document(
    stream: IO[bytes], where: str, letters: Letters, *, day_first: bool | None = None
) -> Iterator[Reader]:
    """Open ACLED's rows in JSON.

    Args:
        stream: rewindable.
        where: what errors call it.
        letters: its encoding.
        day_first: the order of day and month, where somebody tells.

    Raises:
        FormatError: if it is no JSON, or its records are not ACLED's.
    """
    begin = stream.tell()

    def dates(name: str) -> Iterator[str]:
        """All cells of one column."""
        place = stream.tell()
        stream.seek(begin)
        try:
            with text_of(stream, letters.encoding, where) as text:
                for _, _, _, value in document_of(text.read, where, knows).pieces:
                    if type(value) is dict:
                        yield cell_of(value.get(name))
        finally:
            stream.seek(place)

    with text_of(stream, letters.encoding, where) as text:
        document = document_of(text.read, where, knows)
        ahead = beginning(document.pieces, lambda piece: len(piece[2]), _AHEAD)
        shapes = [value for *_, value in ahead if type(value) is dict]
        header = tuple(dict.fromkeys(name for record in shapes for name in record)) or _DEFAULT
        sample = [[cell_of(record.get(name)) for name in header] for record in shapes]
        index = index_column(header, sample)
        columns = columns_of(header, where, index)
        key = header[columns.index("event_date")]
        few = column_of(sample, columns, "event_date")
        days = days_of(few, lambda: dates(key), f"{where}, {key}", day_first=day_first)
        layout = evolve(
            recognise(header, sample, where, days=days, index=index),
            kind="json",
            encoding=letters.encoding,
            head=document.bom + (document.head or [""])[0],
            lines=document.lines,
            exact=document.exact,
        )
        reader = Reader(layout, iter(()), document.tail, [letters.notice] if letters.notice else [])
        yield evolve(reader, rows=_rows(reader, itertools.chain(ahead, document.pieces), document))


def _rows(reader: Reader, pieces: Iterable[Piece], document: Document) -> Iterator[Row]:
    parser, header = Parser(reader.layout), reader.layout.header
    known = frozenset(header)
    for number, before, raw, record in pieces:
        if type(record) is not dict:
            expected = "different keys" if isinstance(record, Twice) else "an object"
            yield Row(number, raw, [], None, (RowProblem(number, "", "acled.record", expected, raw[:200]),), before)
            continue
        cells = [cell_of(record.get(name)) for name in header]
        event, trouble = parser.parse(cells)
        if odd := undecoded(raw):
            trouble += (("", "acled.encoding", f"{reader.layout.encoding} text", odd),)
            event = None
        nested = [name for name, value in record.items() if isinstance(value, (dict, list, bool))]
        trouble += tuple((name, "acled.scalar", "text or number", str(record[name])) for name in nested)
        if nested:
            event = None
        elif event is not None and not record.keys() <= known:
            more = tuple((key, cell_of(value)) for key, value in record.items() if key not in known)
            event = evolve(event, extras=event.extras + more)
        yield Row(number, raw, cells, event, problems(number, trouble), before)
    reader.notices.extend(_notices(document.others))


def _notices(others: dict[str, Any]) -> tuple[str, ...]:
    told = []
    if others.get("data_query_restrictions"):
        told.append(f"the sender restricted the data: {others['data_query_restrictions']}")
    if others.get("success") is False or others.get("error"):
        told.append(f"the sender reports failure: {others.get('error') or others.get('messages')}")
    elif others.get("messages"):
        told.append(f"the sender says: {others['messages']}")
    return tuple(told)
