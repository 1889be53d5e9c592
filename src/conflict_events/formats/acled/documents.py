"""ACLED's rows in JSON: the API's answers, lists, lines, and the other shapes that a table has in JSON.

Answers, lists of records and lines keep their text, record by record. The other shapes (pandas' columns, index and
split, a list of lists under a header) are read whole and become a list of records.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, TypeAlias

from attrs import evolve, field, frozen

from conflict_events.formats.acled.layout import column_named, column_of, columns_of, knows, recognise
from conflict_events.formats.acled.parse import Parser, problems
from conflict_events.formats.acled.row import Row
from conflict_events.formats.acled.table import Reader
from conflict_events.formats.jsonio import Records, Scanner, json_text
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.tables.days import days_of
from conflict_events.formats.tables.letters import Letters, text_of
from conflict_events.formats.tables.names import index_column
from conflict_events.model.errors import FormatError

__all__ = ["open_document"]

_AHEAD = 500
"""Records looked at to recognise the dialect."""
_START = 1 << 16
"""Letters by which the shape of a document is told."""
_LINE = 1 << 24
"""Letters of one line of JSON lines."""
_WHOLE = 1 << 28
"""Letters of a document that can only be read whole."""
_FIRST = re.compile(r'\s*\{\s*"((?:[^"\\]|\\.)*)"\s*:\s*(?=[\[{])')

_DEFAULT = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "disorder_type", "actor1")
"""For answers without a record, whose columns nobody can know."""


class _Twice(dict[str, Any]):
    """A record in which a key stands twice, so that nobody knows which value is meant."""


def _record(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    return found if len(found) == len(members) else _Twice(found)


_DECODER = json.JSONDecoder(object_pairs_hook=_record)
_Piece: TypeAlias = tuple[int, str, str, Any]
"""Number of a record, what stands before it, its text, and its value (None where it is no JSON)."""


@frozen(slots=True)
class _Around:
    """What stands around the records; complete when all have been read."""

    head: list[str] = field(factory=list)
    tail: list[str] = field(factory=list)
    others: dict[str, Any] = field(factory=dict)


Read: TypeAlias = Callable[[int], str]


def _shape(start: str) -> Callable[[Read, str, _Around], Iterator[_Piece]]:
    """How a document that begins so is read."""
    text = start.lstrip()
    if text.startswith("["):
        return _whole if text[1:].lstrip().startswith("[") else _listed
    value: Any = None
    with contextlib.suppress(ValueError, RecursionError):
        value = json.loads(text.split("\n", 1)[0])
    if isinstance(value, dict) and knows(tuple(value)) and not any(isinstance(one, dict) for one in value.values()):
        return _lines
    first = _FIRST.match(text)
    if first is None:
        return _listed
    if text[first.end()] == "[":
        return _whole if first[1] in ("columns", "index") else _listed
    with contextlib.suppress(ValueError, RecursionError):
        value, _ = _DECODER.raw_decode(text, first.end())
    inner = isinstance(value, dict) and knows(tuple(value))
    return _whole if inner or column_named(first[1]) else _listed


def _listed(read: Read, where: str, around: _Around) -> Iterator[_Piece]:
    """The records of a list, alone or under the key data, each with its text."""
    document = Records(Scanner(read, where, _DECODER), "data")
    for number, (before, raw, value) in enumerate(document, 1):
        if number == 1:
            around.head.append(document.head)
        yield number, before, raw, value
    if not around.head:
        around.head.append(document.head)
    around.tail.append(document.tail)
    around.others.update(document.others)


def _lines(read: Read, _where: str, around: _Around) -> Iterator[_Piece]:
    """One record to a line, each with its text; blank lines stand before the next one."""
    before = rest = ""
    around.head.append("")
    for number in itertools.count(1):
        while "\n" not in rest and len(rest) < _LINE and (more := read(_START)):
            rest += more
        line, end, rest = rest.partition("\n")
        if not line and not end:
            break
        body = line.strip(" \t\r\ufeff")
        if body:
            lead, _, behind = line.partition(body)
            yield number, before + lead, body, _valued(body)
            before = behind + end
        else:
            before += line + end
    around.tail.append(before)


def _valued(text: str) -> Any:
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def _whole(read: Read, where: str, around: _Around) -> Iterator[_Piece]:
    """The rows of a table in another shape, as records."""
    parts = list(iter(lambda: read(_START), ""))
    if sum(map(len, parts)) > _WHOLE:
        expected = f"less than {_WHOLE:,} letters in this shape"
        raise FormatError("longer than can be read", where=where, expected=expected, got="more")
    scan = Scanner.of("".join(parts), where)
    value = scan.value()
    scan.end()
    around.head.append("[\n")
    for number, record in enumerate(_rows_of(value, where), 1):
        yield number, ",\n" if number > 1 else "", json_text(record), record
    around.tail.append("\n]\n")


def _rows_of(value: Any, where: str) -> Iterable[dict[str, Any]]:
    if isinstance(value, dict) and isinstance(value.get("columns"), list) and isinstance(value.get("data"), list):
        value = [value["columns"], *value["data"]]
    if isinstance(value, list) and all(isinstance(row, list) for row in value):
        names = [str(name) for name in value[0]]
        return [dict(itertools.zip_longest(names, row[: len(names)])) for row in value[1:]]
    if isinstance(value, dict) and value and all(isinstance(one, dict) for one in value.values()):
        if not any(map(column_named, value)):
            return value.values()
        numbers = list(dict.fromkeys(number for column in value.values() for number in column))
        return [{name: column.get(number) for name, column in value.items()} for number in numbers]
    raise FormatError("no records", where=where, expected="rows or columns under ACLED's names", got=str(value)[:200])


def _opened(read: Read, where: str) -> tuple[str, str, Iterator[_Piece], _Around]:
    """The byte order mark, the name of the shape, the records and what stands around them."""
    start = read(_START)
    bom = start[:1] if start.startswith("\ufeff") else ""
    waiting = [start.removeprefix(bom)]
    shape = _shape(waiting[0])
    around = _Around()
    return bom, shape.__name__, shape(lambda size: waiting.pop() if waiting else read(size), where, around), around


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
            with text_of(stream, letters.encoding) as text:
                for _, _, _, value in _opened(text.read, where)[2]:
                    if type(value) is dict:
                        yield _cell(value.get(name))
        finally:
            stream.seek(place)

    with text_of(stream, letters.encoding) as text:
        bom, shape, pieces, around = _opened(text.read, where)
        ahead = list(itertools.islice(pieces, _AHEAD))
        shapes = [value for *_, value in ahead if type(value) is dict]
        header = tuple(dict.fromkeys(name for record in shapes for name in record)) or _DEFAULT
        sample = [[_cell(record.get(name)) for name in header] for record in shapes]
        index = index_column(header, sample)
        columns = columns_of(header, where, index)
        key = header[columns.index("event_date")]
        few = column_of(sample, columns, "event_date")
        days = days_of(few, lambda: dates(key), f"{where}, {key}", day_first=day_first)
        layout = evolve(
            recognise(header, sample, where, days=days, index=index),
            kind="json",
            encoding=letters.encoding,
            head=bom + (around.head or [""])[0],
            lines=shape == "_lines",
            exact=shape != "_whole",
        )
        reader = Reader(layout, iter(()), around.tail, [letters.notice] if letters.notice else [])
        yield evolve(reader, rows=_rows(reader, itertools.chain(ahead, pieces), around))


def _rows(reader: Reader, pieces: Iterable[_Piece], around: _Around) -> Iterator[Row]:
    parser, header = Parser(reader.layout), reader.layout.header
    known = frozenset(header)
    for number, before, raw, record in pieces:
        if type(record) is not dict:
            expected = "different keys" if isinstance(record, _Twice) else "an object"
            yield Row(number, raw, [], None, (RowProblem(number, "", "acled.record", expected, raw[:200]),), before)
            continue
        cells = [_cell(record.get(name)) for name in header]
        event, trouble = parser.parse(cells)
        nested = [name for name, value in record.items() if isinstance(value, (dict, list, bool))]
        trouble += tuple((name, "acled.scalar", "text or number", str(record[name])) for name in nested)
        if nested:
            event = None
        elif event is not None and not record.keys() <= known:
            more = tuple((key, _cell(value)) for key, value in record.items() if key not in known)
            event = evolve(event, extras=event.extras + more)
        yield Row(number, raw, cells, event, problems(number, trouble), before)
    reader.notices.extend(_notices(around.others))


def _cell(value: Any) -> str:
    """A JSON value as the text of a cell."""
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value)


def _notices(others: dict[str, Any]) -> tuple[str, ...]:
    told = []
    if others.get("data_query_restrictions"):
        told.append(f"the sender restricted the data: {others['data_query_restrictions']}")
    if others.get("success") is False or others.get("error"):
        told.append(f"the sender reports failure: {others.get('error') or others.get('messages')}")
    elif others.get("messages"):
        told.append(f"the sender says: {others['messages']}")
    return tuple(told)
