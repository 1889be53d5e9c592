"""Tables in JSON: answers of an API, lists, lines, and the other shapes that a table has in JSON.

Answers, lists of records and lines keep their text, record by record. The other shapes (pandas' columns, index and
split, a list of lists under a header) are read whole and become a list of records.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from conflict_events.formats.jsonio import Records, Scanner, json_text
from conflict_events.formats.tables.header import Knows
from conflict_events.model.errors import FormatError

__all__ = ["Document", "Piece", "Twice", "cell_of", "document_of", "is_json"]

_START = 1 << 16
"""Letters by which the shape of a document is told."""
_LINE = 1 << 24
"""Letters of one line of JSON lines."""
_WHOLE = 1 << 28
"""Letters of a document that can only be read whole."""
_KEYS = ("data", "Result", "events", "results")
"""Under which key answers of APIs have their records: ACLED's, UCDP's and others'."""
_FIRST = re.compile(r'\s*\{\s*"((?:[^"\\]|\\.)*)"\s*:\s*(?=[\[{])')

_NUMBERED = re.compile(r'\{\s*"(?:\d+"\s*:\s*\{|(?:[^"\\]|\\.)*"\s*:\s*\{\s*"\d+"\s*:)')
"""The beginning of rows under their numbers, or of a column with its cells under their numbers."""


def is_json(head: bytes) -> bool:
    """Whether text of any encoding begins as JSON does.

    >>> is_json("\ufeff [".encode("utf-16")), is_json(b"event_date,")
    (True, False)
    """
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"{", b"[")


def cell_of(value: Any) -> str:
    """A JSON value as the text of a cell.

    >>> cell_of(None), cell_of("x"), cell_of(44.0), cell_of(["a", 1])
    ('', 'x', '44.0', '["a", 1]')
    """
    if value is None:
        return ""
    if isinstance(value, (dict, list, bool)):
        return json.dumps(value, ensure_ascii=False)
    return value if isinstance(value, str) else str(value)


class Twice(dict[str, Any]):
    """A record in which a key stands twice, so that nobody knows which value is meant."""


def _record(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    return found if len(found) == len(members) else Twice(found)


_DECODER = json.JSONDecoder(object_pairs_hook=_record)
_SPARING = json.JSONDecoder(object_pairs_hook=_record, parse_constant=lambda name: None if name == "NaN" else name)
Piece: TypeAlias = tuple[int, str, str, Any]
"""Number of a record, what stands before it, its text, and its value (None where it is no JSON)."""


Read: TypeAlias = Callable[[int], str]
"""Gives so many more letters, nothing at the end."""


@frozen(slots=True)
class Document:
    """A table in JSON, once through.

    Args:
        pieces: its records.
        lines: whether each stands on a line of its own, and nothing around them.
        exact: whether the pieces are the text of the document.
        bom: the byte order mark, if there is one.
        head: all before the first record; there when one has been read, or all.
        tail: all behind the last one; there when all have been read.
        others: the other members; complete when all have been read.
    """

    pieces: Iterator[Piece]
    lines: bool
    exact: bool
    bom: str
    head: list[str] = field(factory=list)
    tail: list[str] = field(factory=list)
    others: dict[str, Any] = field(factory=dict)


def document_of(read: Read, where: str, knows: Knows) -> Document:
    """A table in JSON, whatever its shape.

    Args:
        read: of its text.
        where: what errors call it.
        knows: whether the keys of a record are those that are looked for.

    >>> text = ['{"a": {"0": 1, "1": 2}, "b": {"0": 3, "1": 4}}']
    >>> [value for *_, value in document_of(lambda _: text.pop() if text else "", "x", lambda names: "a" in names).pieces]
    [{'a': 1, 'b': 3}, {'a': 2, 'b': 4}]
    """
    start = read(_START)
    bom = start[:1] if start.startswith("\ufeff") else ""
    waiting = [start.removeprefix(bom)]
    shape = _shape(waiting[0], knows)
    around = Document(iter(()), lines=shape is _lines, exact=shape is not _whole, bom=bom)
    pieces = shape(lambda size: waiting.pop() if waiting else read(size), where, around)
    return evolve(around, pieces=pieces)


def _shape(start: str, knows: Knows) -> Callable[[Read, str, Document], Iterator[Piece]]:
    """How a document that begins so is read."""
    text = start.lstrip()
    if text.startswith("["):
        return _whole if text[1:].lstrip().startswith("[") else _listed
    value: Any = None
    with contextlib.suppress(ValueError, RecursionError):
        value = json.loads(text.split("\n", 1)[0])
    if isinstance(value, dict) and knows(tuple(value)) and not all(isinstance(one, dict) for one in value.values()):
        return _lines
    first = _FIRST.match(text)
    if first is None:
        return _listed
    if text[first.end()] == "[":
        return _whole if first[1] in ("columns", "index") else _listed
    with contextlib.suppress(ValueError, RecursionError):
        value, _ = _DECODER.raw_decode(text, first.end())
    inner = isinstance(value, dict) and knows(tuple(value))
    return _whole if inner or _NUMBERED.match(text) else _listed


def _listed(read: Read, where: str, around: Document) -> Iterator[Piece]:
    """The records of a list, alone or under the key data, each with its text."""
    document = Records(Scanner(read, where, _DECODER), _KEYS)
    for number, (before, raw, value) in enumerate(document, 1):
        if number == 1:
            around.head.append(document.head)
        yield number, before, raw, value
    if not around.head:
        around.head.append(document.head)
    around.tail.append(document.tail)
    around.others.update(document.others)


def _lines(read: Read, _where: str, around: Document) -> Iterator[Piece]:
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


def _whole(read: Read, where: str, around: Document) -> Iterator[Piece]:
    """The rows of a table in another shape, as records."""
    parts = list(iter(lambda: read(_START), ""))
    if sum(map(len, parts)) > _WHOLE:
        expected = f"less than {_WHOLE:,} letters in this shape"
        raise FormatError("longer than can be read", where=where, expected=expected, got="more")
    scan = Scanner.of("".join(parts), where, _SPARING)
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
        width = max(map(len, value))
        names = [str(name) for name in value[0]]
        names += [f"column {number + 1}" for number in range(len(names), width)]
        if len(set(names)) < width:
            raise FormatError("columns stand twice", where=where, expected="different names", got=names)
        return [dict(itertools.zip_longest(names, row)) for row in value[1:]]
    if isinstance(value, dict) and value and all(isinstance(one, dict) for one in value.values()):
        if not any(isinstance(cell, dict) for one in value.values() for cell in one.values()) and _are_columns(value):
            numbers = list(dict.fromkeys(number for column in value.values() for number in column))
            return [{name: column.get(number) for name, column in value.items()} for number in numbers]
        return value.values()
    raise FormatError("no records", where=where, expected="rows or columns under their names", got=str(value)[:200])


def _are_columns(value: dict[str, dict[str, Any]]) -> bool:
    """Whether the inner keys are numbers of rows, and the outer ones names."""
    inner = next(iter(value.values()))
    return bool(inner) and all(key.isdigit() for key in inner) and not all(key.isdigit() for key in value)
