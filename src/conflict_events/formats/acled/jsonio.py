"""ACLED's JSON as its text says it: records with their raw text, and what stands between them."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from typing import Any

from conflict_events.model.errors import FormatError

__all__ = ["envelope", "replace_values"]

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def _skip(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return position if found is None else found.end()


def _value(text: str, position: int, where: str) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, position)
    except RecursionError:
        raise FormatError("nested too deep", where=where, expected="ACLED records", got=text[position:][:80]) from None
    except ValueError as error:
        raise FormatError(f"not JSON ({error})", where=where, expected="ACLED JSON", got=text[position:][:80]) from None


def _expect(text: str, position: int, marks: str, where: str) -> str:
    mark = text[position : position + 1]
    if not mark or mark not in marks:
        got = text[position:][:80]
        expected = " or ".join(marks)
        raise FormatError(
            "truncated JSON" if not mark else "not JSON", where=f"{where}, at {position}", expected=expected, got=got
        )
    return mark


def _members(text: str, position: int, where: str) -> Generator[tuple[str, int], int, None]:
    """Keys of the object that starts here, each with the start of its value; whoever reads sends back its end."""
    position = _skip(text, position + 1)
    if text[position : position + 1] == "}":
        return
    while True:
        _expect(text, position, '"', where)
        key, position = _value(text, position, where)
        position = _skip(text, position)
        _expect(text, position, ":", where)
        position = yield key, _skip(text, position + 1)
        position = _skip(text, position)
        if _expect(text, position, ",}", where) == "}":
            return
        position = _skip(text, position + 1)


def _items(text: str, position: int, where: str) -> Iterator[tuple[int, int, Any]]:
    """Start, end and value of each item of the list that starts here, and last its end."""
    position = _skip(text, position + 1)
    if text[position : position + 1] == "]":
        yield position + 1, -1, None
        return
    number = 0
    while True:
        number += 1
        value, end = _value(text, position, f"{where}, record {number}")
        yield position, end, value
        position = _skip(text, end)
        if _expect(text, position, ",]", where) == "]":
            yield position + 1, -1, None
            return
        position = _skip(text, position + 1)


def envelope(text: str, where: str) -> tuple[list[tuple[int, int, Any]], dict[str, Any], int]:
    """The records of an ACLED answer, or of a bare list, with their spans; the other keys; where the list closes.

    Raises:
        FormatError: for text that is no JSON, is cut off, or has no list ``data``.

    >>> envelope('{"status": 200, "data": [{"a": 1}]}', "x")
    ([(25, 33, {'a': 1})], {'status': 200}, 33)
    """
    start = _skip(text, 0)
    mark = _expect(text, start, "{[", where)
    found: list[tuple[int, int, Any]] | None = None
    others: dict[str, Any] = {}
    close = start
    if mark == "[":
        found, end = _take(text, start, where)
        close = end - 1
    else:
        members: Any = _members(text, start, where)
        end = start
        step = next(members, None)
        while step is not None:
            key, end = step
            if key == "data" and text[end : end + 1] == "[":
                found, end = _take(text, end, where)
                close = end - 1
            else:
                others[key], end = _value(text, end, where)
            try:
                step = members.send(end)
            except StopIteration:
                step = None
        end = _skip(text, end) + 1
    if found is None:
        raise FormatError("no records", where=where, expected="a list under data", got=sorted(others))
    rest = _skip(text, end)
    if rest < len(text):
        raise FormatError("more after the end", where=where, expected="one JSON value", got=text[rest:][:80])
    return found, others, close


def _take(text: str, position: int, where: str) -> tuple[list[tuple[int, int, Any]], int]:
    *records, (end, _, _) = _items(text, position, where)
    return records, end


def _dumped(value: Any, *, escape: bool) -> str:
    """JSON text, escaped where the record is, or where half a surrogate pair could not be written otherwise."""
    text = json.dumps(value, ensure_ascii=escape, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False)
    return text


def replace_values(raw: str, changes: dict[str, Any]) -> str:
    """The raw text of one record with the values of some keys replaced.

    >>> replace_values('{"a" : "1", "b": 2}', {"a": "x"})
    '{"a" : "x", "b": 2}'
    """
    parts: list[str] = []
    last = 0
    members: Any = _members(raw, 0, "record")
    step = next(members, None)
    while step is not None:
        key, start = step
        _, end = _value(raw, start, "record")
        if key in changes:
            parts += raw[last:start], _dumped(changes[key], escape=raw.isascii())
            last = end
        try:
            step = members.send(end)
        except StopIteration:
            step = None
    return "".join((*parts, raw[last:]))
