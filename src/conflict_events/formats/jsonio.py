"""JSON piece by piece: the records of one list, each with its raw text, in memory bounded by the longest of them.

Libraries that stream JSON (ijson and its like) give values and no raw text, and of two equal keys they keep the last.
Files must go back to the byte here, so each record is decoded by Python's own decoder from a window that moves on.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from conflict_events.model.errors import FormatError

__all__ = ["LONGEST", "Records", "Scanner", "json_text", "replace_values", "strict"]

LONGEST = 1 << 24
"""Letters of one record, or of all that stands before, between or behind the records."""

_CHUNK = 1 << 16
_BLANK = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"[-+.0-9eE]*")
"""What may be a number of which the end is not there yet."""
_PLAIN = json.JSONDecoder()
_NEAR_END = 16
"""A letter so near to the end of the window may be wrong only because the rest is not there yet: ``\\u12``, ``nul``."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys differ: of two equal keys JSON would silently keep the last."""
    found = dict(pairs)
    if len(found) != len(pairs):
        got = [key for key, _ in pairs]
        raise FormatError("a key stands twice", where="an object", expected="different keys", got=got)
    return found


def _refuse(constant: str) -> Any:
    raise FormatError("no number", where="a value", expected="JSON numbers", got=constant)


@functools.cache
def strict() -> json.JSONDecoder:
    """A decoder that takes no key twice, no NaN and no infinity."""
    return json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse)


class Scanner:
    """Walks through a JSON text that is read as it is needed.

    >>> scan = Scanner.of('[1, {"a": 2}]', "x")
    >>> [scan.value() for _ in scan.items()], scan.cut()
    ([1, {'a': 2}], '[1, {"a": 2}')

    Args:
        read: gives so many more letters, none at the end.
        where: what errors call the text.
        decoder: of the values.
    """

    def __init__(self, read: Callable[[int], str], where: str, decoder: json.JSONDecoder = _PLAIN) -> None:
        self._read = read
        self.where = where
        self._decoder = decoder
        self._text = ""
        self._kept = self._at = 0
        """Where in the window the text begins that nobody has taken yet, and where reading is."""
        self._before = 0
        """Letters before the window."""
        self._done = False

    @classmethod
    def of(cls, text: str, where: str, decoder: json.JSONDecoder = _PLAIN) -> Scanner:
        """A scanner of a text that is all there."""
        scan = cls(lambda _: "", where, decoder)
        scan._text, scan._done = text, True
        return scan

    def _more(self) -> bool:
        """Move the window on; False at the end of the text."""
        if self._done:
            return False
        kept = self._text[self._kept :]
        if len(kept) > LONGEST:
            raise self._error("longer than can be read", f"records of less than {LONGEST:,} letters")
        new = self._read(max(_CHUNK, len(kept)))
        self._done = not new
        self._before += self._kept
        self._at -= self._kept
        self._kept = 0
        self._text = kept + new
        return bool(new)

    def _error(self, what: str, expected: str) -> FormatError:
        got = self._text[self._at : self._at + 80]
        return FormatError(
            what, where=f"{self.where}, letter {self._before + self._at + 1}", expected=expected, got=got
        )

    def cut(self) -> str:
        """All text read since the last cut."""
        text = self._text[self._kept : self._at]
        self._kept = self._at
        return text

    def peek(self) -> str:
        """The next letter that is no blank, nothing at the end."""
        while True:
            found = _BLANK.match(self._text, self._at)
            self._at = self._at if found is None else found.end()
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def expect(self, marks: str) -> str:
        """Pass one of these letters.

        Raises:
            FormatError: if another stands there.
        """
        mark = self.peek()
        if not mark or mark not in marks:
            raise self._error("not JSON" if mark else "truncated JSON", " or ".join(marks))
        self._at += 1
        return mark

    def value(self) -> Any:
        """Pass one value.

        Raises:
            FormatError: if none stands there, or it is nested too deep.
        """
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError:
                raise self._error("nested too deep", "JSON") from None
            except FormatError as error:  # of the decoder's hooks
                where = f"{self.where}, letter {self._before + self._at + 1}"
                raise FormatError(error.what, where=where, expected=error.expected, got=error.got) from None
            except ValueError as error:
                cut_off = self._is_cut_off(error)
                if cut_off and self._more():
                    continue
                raise self._error("truncated JSON" if cut_off else f"not JSON ({error})", "a JSON value") from None
            rest = None if isinstance(value, (str, list, dict)) else _NUMBER.match(self._text, self._at)
            if max(end, rest.end() if rest else 0) < len(self._text) or not self._more():
                self._at = end
                return value

    def _is_cut_off(self, error: ValueError) -> bool:
        if not isinstance(error, json.JSONDecodeError):  # a number of thousands of digits
            return False
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _NEAR_END

    def members(self) -> Iterator[str]:
        """The keys of the object that starts here; whoever reads passes each value before the next key."""
        self.expect("{")
        if self.peek() == "}":
            self.expect("}")
            return
        while True:
            if self.peek() != '"':
                self.expect('"')
            key = self.value()
            self.expect(":")
            self.peek()
            yield key
            if self.expect(",}") == "}":
                return

    def items(self) -> Iterator[None]:
        """Stops at each item of the list that starts here; whoever reads passes it. The bracket at the end is left."""
        self.expect("[")
        if self.peek() == "]":
            return
        while True:
            self.peek()
            yield
            if self.peek() != ",":
                return
            self.expect(",")

    def end(self) -> None:
        """Nothing may stand here.

        Raises:
            FormatError: if something does.
        """
        if self.peek():
            raise self._error("more after the end", "one JSON value")


class Records:
    """The records of a JSON document, once through: of a bare list, or of the list under one key.

    >>> found = Records(Scanner.of('{"status": 200, "data": [ {"a": 1}, 5]}', "x"), "data")
    >>> list(found), found.head, found.tail, found.others
    ([('', '{"a": 1}', {'a': 1}), (', ', '5', 5)], '{"status": 200, "data": [ ', ']}', {'status': 200})

    Args:
        scan: of the document.
        key: of the list; of several, the first that comes.
        known: the other keys that may stand beside it; None for any.
    """

    def __init__(self, scan: Scanner, key: str | tuple[str, ...], known: frozenset[str] | None = None) -> None:
        self._scan = scan
        self._keys = (key,) if isinstance(key, str) else key
        self._known = known
        self._found = False
        self.head = ""
        """All before the first record, or before the end of an empty list."""
        self.tail = ""
        """All behind the last record; there when all have been read."""
        self.others: dict[str, Any] = {}
        """The other members, as they come."""

    def __iter__(self) -> Iterator[tuple[str, str, Any]]:
        """What stands before each record (for the first one it is in the head), its text, and its value.

        Raises:
            FormatError: where it is no JSON, is cut off, or has no such list.
        """
        scan = self._scan
        read: set[str] = set()
        mark = scan.peek()
        if mark == "[":
            yield from self._list()
        elif mark != "{":
            scan.expect("{[")
        else:
            for name in scan.members():
                if name in self.others or name in read:
                    raise FormatError("a key stands twice", where=scan.where, expected="different keys", got=name)
                if name in self._keys and not read:
                    if scan.peek() != "[":
                        break
                    read.add(name)
                    yield from self._list()
                elif self._known is not None and name not in self._known:
                    expected = ", ".join(sorted({*self._known, *self._keys}))
                    raise FormatError("unknown key", where=scan.where, expected=expected, got=name)
                else:
                    self.others[name] = scan.value()
        if not self._found:
            got = sorted(self.others)
            raise FormatError(
                "no records", where=scan.where, expected=f"a list under {' or '.join(self._keys)}", got=got
            )
        scan.end()
        self.tail = scan.cut()

    def _list(self) -> Iterator[tuple[str, str, Any]]:
        self._found = True
        first = True
        for _ in self._scan.items():
            before = self._scan.cut()
            if first:
                self.head, before, first = before, "", False
            value = self._scan.value()
            yield before, self._scan.cut(), value
        if first:
            self.head = self._scan.cut()
        self._scan.expect("]")


def json_text(value: Any, *, escape: bool = False) -> str:
    """JSON text; escaped if asked, and where it holds half a surrogate pair, which UTF-8 cannot carry."""
    text = json.dumps(value, ensure_ascii=escape, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False)
    return text


def replace_values(raw: str, changes: dict[str, Any]) -> str:
    """The raw text of one record with the values of some keys replaced; keys that it does not have come last.

    >>> replace_values('{"a" : "1", "b": 2}', {"a": "x"}), replace_values('{"a": 1}', {"b": 2}), replace_values("{}", {"b": 2})
    ('{"a" : "x", "b": 2}', '{"a": 1, "b": 2}', '{"b": 2}')
    """
    scan = Scanner.of(raw, "record")
    parts: list[str] = []
    seen: set[str] = set()
    for key in scan.members():
        parts.append(scan.cut())
        scan.value()
        old = scan.cut()
        parts.append(json_text(changes[key], escape=raw.isascii()) if key in changes else old)
        seen.add(key)
    end = scan.cut() if parts else "}"
    text = "".join(parts) or "{"
    for key, value in changes.items():
        if key not in seen:
            text += f"{', ' if seen else ''}{json.dumps(key)}: {json_text(value, escape=raw.isascii())}"
            seen.add(key)
    return text + end
