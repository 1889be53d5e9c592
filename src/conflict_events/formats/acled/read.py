"""ACLED files as rows, each with its raw text and its event: streaming, or as a table in memory."""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from attrs import evolve, field, frozen

from conflict_events.formats.acled.layout import Layout, order_of, recognise
from conflict_events.formats.acled.parse import Parser, problems
from conflict_events.formats.acled.row import Row, added_row
from conflict_events.formats.csvio import records
from conflict_events.formats.jsonio import Records, Scanner
from conflict_events.formats.loaded import EventSequence, Stream
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import Source, reading, text_reader
from conflict_events.model.errors import FormatError
from conflict_events.model.event import Event

__all__ = ["Reader", "Table", "load", "open_events", "open_rows"]

_HEADER = 1 << 20
"""Bytes within which the header must end."""

_AHEAD = 500
"""Rows looked at to recognise the dialect."""

_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@frozen(slots=True)
class Reader:
    """Rows of an open file, once through."""

    layout: Layout
    rows: Iterator[Row]
    tail: list[str] = field(factory=list)
    """What stands behind the last record; filled when all rows have been read."""
    notices: list[str] = field(factory=list)
    """What the sender says about the data: restrictions of access, messages; complete when all rows have been read."""

    def __iter__(self) -> Iterator[Row]:
        return self.rows


@frozen(slots=True)
class Table(EventSequence):
    """The events of an ACLED file, in its order, and all that is needed to write it back to the byte.

    A table is a sequence of events; rows without a readable event are among ``rows`` only. It does not change:
    ``with_events`` makes a new one.
    """

    layout: Layout
    rows: tuple[Row, ...]
    tail: str = ""
    notices: tuple[str, ...] = ()
    events: tuple[Event, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "events", tuple(row.event for row in self.rows if row.event is not None))

    @property
    def dialect(self) -> str:
        """Name of ACLED's dialect that the file has."""
        return self.layout.dialect.name

    @property
    def reasons(self) -> tuple[str, ...]:
        """By which signs the dialect was recognised."""
        return self.layout.reasons

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Every cell and row that could not be read and was kept as it stands."""
        return tuple(problem for row in self.rows for problem in row.problems)

    def with_events(self, events: Iterable[Event]) -> Table:
        """The table with these events in place of its own: changed, left out, or added at the end.

        The rows stay in their order. A row is found by the event itself, by its id (in order, where several rows have
        one id, as in monadic files), and where neither more nor fewer events are given, by its place: so an id can be
        changed too.
        """
        wanted = tuple(events)
        held = [row for row in self.rows if row.event is not None]
        slots: dict[str, list[Row]] = {}
        for row in held:
            slots.setdefault(row.event.id, []).append(row)  # type: ignore[union-attr]
        new: dict[int, Row] = {}
        rest: list[tuple[int, Event]] = []
        for number, event in enumerate(wanted):
            candidates = slots.get(event.id)
            if not candidates:
                rest.append((number, event))
                continue
            row = candidates.pop(next((place for place, row in enumerate(candidates) if row.event == event), 0))
            new[id(row)] = row.edited(event, self.layout)
        added: list[Row] = []
        for number, event in rest:
            if len(wanted) == len(held) and id(held[number]) not in new:
                new[id(held[number])] = held[number].edited(event, self.layout)
            else:
                added.append(added_row(event, self.layout))
        kept = (new.get(id(row)) if row.event is not None else row for row in self.rows)
        return evolve(self, rows=(*(row for row in kept if row is not None), *added))


def _csv(stream: IO[bytes], first: bytes, where: str, encoding: str) -> Reader:
    bom = "\ufeff" if first.startswith(b"\xef\xbb\xbf") else ""
    text = first.decode(encoding, "surrogateescape").removeprefix("\ufeff")
    if len(first) >= _HEADER and not first.endswith(b"\n"):
        raise FormatError("header too long", where=where, expected=f"less than {_HEADER} bytes", got=text[:200])
    delimiter = max(",;\t", key=text.count)
    line = text.rstrip("\r\n")
    try:
        header = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise FormatError(f"no CSV header ({error})", where=where, expected="ACLED's columns", got=line[:200]) from None
    found = records(stream, delimiter, encoding)
    ahead = list(itertools.islice(found, _AHEAD))
    sample = [cells for _, _, cells, _ in ahead if cells]
    dialect, reasons, columns = recognise(header, sample, where)
    layout = Layout(
        dialect,
        reasons,
        tuple(header),
        columns,
        delimiter=delimiter,
        encoding=encoding,
        head=bom + text,
        newline=text[len(line) :] or "\n",
        order=order_of(sample, columns),
    )
    parser = Parser(layout)

    def rows() -> Iterator[Row]:
        parse = parser.parse
        for number, raw, cells, why in itertools.chain(ahead, found):
            if cells:
                event, trouble = parse(cells)
                if not raw.isascii() and (odd := _undecoded(raw)):
                    event, trouble = None, (*trouble, ("", "acled.encoding", f"{encoding} text", odd))
                yield Row(number + 1, raw, cells, event, problems(number + 1, trouble) if trouble else ())
            elif cells is None:
                problem = RowProblem(number + 1, "", "acled.csv", f"CSV ({why})", raw[:200])
                yield Row(number + 1, raw, [], None, (problem,))
            else:  # an empty line
                yield Row(number + 1, raw, [], None, ())

    return Reader(layout, rows())


def _undecoded(raw: str) -> str:
    """Some text around the first byte that is not of the encoding; empty if there is none."""
    position = next((number for number, letter in enumerate(raw) if "\udc80" <= letter <= "\udcff"), -1)
    return "" if position < 0 else raw[max(position - 20, 0) : position + 20]


def _cell(value: Any) -> str:
    """A JSON value as the text of a cell."""
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value)


class _Twice(dict[str, Any]):
    """A record in which a key stands twice, so that nobody knows which value is meant."""


def _record(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    return found if len(found) == len(members) else _Twice(found)


_DECODER = json.JSONDecoder(object_pairs_hook=_record)


@frozen(slots=True)
class _Joined:
    """A stream of which the beginning was read already."""

    first: list[bytes]
    stream: IO[bytes]

    def read(self, size: int) -> bytes:
        return self.first.pop() if self.first else self.stream.read(size)


def _json(stream: IO[bytes], first: bytes, where: str, encoding: str) -> Reader:
    joined: Any = _Joined([first], stream)
    document = Records(Scanner(text_reader(joined, "ACLED JSON", where, encoding), where, _DECODER), "data")
    found = iter(document)
    ahead = list(itertools.islice(found, _AHEAD))
    shapes = [value for _, _, value in ahead if type(value) is dict]
    header = tuple(shapes[0]) if shapes else DEFAULT_HEADER
    sample = [[_cell(record.get(name)) for name in header] for record in shapes]
    dialect, reasons, columns = recognise(header, sample, where)
    bom = "\ufeff" if first.startswith(b"\xef\xbb\xbf") else ""
    layout = Layout(
        dialect,
        reasons,
        header,
        columns,
        kind="json",
        encoding=encoding,
        head=bom + document.head,
        order=order_of(sample, columns),
    )
    parser = Parser(layout)
    tail: list[str] = []
    notices: list[str] = []

    def rows() -> Iterator[Row]:
        for number, (before, raw, record) in enumerate(itertools.chain(ahead, found), 1):
            if type(record) is not dict:
                expected = "different keys" if isinstance(record, _Twice) else "an object"
                problem = RowProblem(number, "", "acled.record", expected, raw[:200])
                yield Row(number, raw, [], None, (problem,), before)
                continue
            cells = [_cell(record.get(name)) for name in header]
            event, trouble = parser.parse(cells)
            nested = [name for name, value in record.items() if isinstance(value, (dict, list, bool))]
            trouble += tuple((name, "acled.scalar", "text or number", str(record[name])) for name in nested)
            if nested:
                event = None
            elif event is not None and len(record) > len(header):
                more = tuple((key, _cell(value)) for key, value in record.items() if key not in header)
                event = evolve(event, extras=event.extras + more)
            yield Row(number, raw, cells, event, problems(number, trouble), before)
        tail.append(document.tail)
        notices.extend(_notices(document.others))

    return Reader(layout, rows(), tail, notices)


DEFAULT_HEADER = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "disorder_type", "actor1")
"""For answers without a record, whose columns nobody can know."""


def _notices(others: dict[str, Any]) -> tuple[str, ...]:
    told = []
    if others.get("data_query_restrictions"):
        told.append(f"the sender restricted the data: {others['data_query_restrictions']}")
    if others.get("success") is False or others.get("error"):
        told.append(f"the sender reports failure: {others.get('error') or others.get('messages')}")
    elif others.get("messages"):
        told.append(f"the sender says: {others['messages']}")
    return tuple(told)


@contextlib.contextmanager
def open_rows(source: Source, *, encoding: str = "utf-8") -> Iterator[Reader]:
    """Open an ACLED file and read its rows one by one, in bounded memory.

    Args:
        source: a path, ``-``, or an open stream; CSV or JSON, found by its first letter.
        encoding: of the text. Bytes that do not fit are kept, and the row is listed.

    Raises:
        FormatError: if the columns are not ACLED's; while rows are read, where the JSON is cut off.
        LookupError: for an unknown encoding.
    """
    where = str(source) if isinstance(source, str) else str(getattr(source, "name", source))
    with reading(source) as stream:
        buffered = stream if hasattr(stream, "peek") or isinstance(stream, io.BytesIO) else io.BufferedReader(stream)  # type: ignore[type-var]
        first = buffered.readline(_HEADER)
        if first[:2] in _BOMS:
            raise FormatError("not UTF-8", where=where, expected="UTF-8, or the encoding named", got=_BOMS[first[:2]])
        if not first.strip():
            raise FormatError("nothing in it", where=where, expected="a header of ACLED's columns", got="")
        mark = first.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
        yield (_json if mark in (b"{", b"[") else _csv)(buffered, first, where, encoding)


def load(source: Source, *, encoding: str = "utf-8") -> Table:
    r"""Read an ACLED file of any era into memory.

    Args:
        source: a path, ``-``, or an open stream; CSV or JSON.
        encoding: of the text.

    Returns:
        A sequence of events that also keeps every row to the byte.

    Raises:
        FormatError: if the columns are not ACLED's, or the JSON is cut off. Single rows never raise: they are kept
            and listed in ``problems``.

    >>> table = load(io.BytesIO(b"event_id_cnty,event_date,event_type,sub_event_type,actor1\nX1,soon,Riots,Other,\n"))
    >>> len(table), table.problems[0].column
    (1, 'event_date')
    """
    with open_rows(source, encoding=encoding) as reader:
        rows = tuple(reader.rows)
        return Table(reader.layout, rows, "".join(reader.tail), tuple(reader.notices))


@contextlib.contextmanager
def open_events(source: Source, *, encoding: str = "utf-8") -> Iterator[Stream]:
    """Open an ACLED file and read its events one by one; ``open_rows`` also keeps what stands around them."""
    with open_rows(source, encoding=encoding) as reader:
        yield Stream(((row.event, row.problems) for row in reader.rows), reader.notices)
