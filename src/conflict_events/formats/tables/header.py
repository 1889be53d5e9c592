"""Where the header of a table of text stands, and by which mark its cells are parted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from attrs import frozen

from conflict_events.formats.csvio import records
from conflict_events.model.errors import FormatError

__all__ = ["ABOVE", "Header", "Knows", "cells_of", "hashtags", "header_of"]

ABOVE = 25
"""Lines, or rows of a workbook, within which the header must begin."""
_LONGEST = 1 << 20
"""Letters within which it must end."""
_WIDEST = 1 << 15
"""Columns; a sheet of a workbook has half of them at most."""
_DELIMITERS = ",;\t|"
_SEP = re.compile(r'\ufeff?"?sep=(.)"?\s*', re.IGNORECASE)
_BLANK = "\ufeff \t\r\n"

Knows: TypeAlias = Callable[[Sequence[str]], bool]
"""Whether a row of names is the header of a format."""


@frozen(slots=True, kw_only=True)
class Header:
    """The header of a table of text.

    Args:
        names: as they stand.
        first: lines before it.
        last: lines before the first record.
        delimiter: between cells.
        known: whether it is a header that was looked for; else it is the first line.
        above: the names in the row above.
        titled: whether something that is no header stands above it.
    """

    names: tuple[str, ...]
    first: int
    last: int
    delimiter: str
    known: bool
    above: tuple[str, ...] = ()
    titled: bool = False


def header_of(lines: Sequence[str], knows: Knows, where: str) -> Header:
    r"""The first row that is the header looked for, by the delimiter that gives it the most cells.

    Args:
        lines: the first of the text, with their ends.
        knows: whether a row is the header.
        where: what errors call the text.

    Raises:
        FormatError: if nothing stands there, or the header does not end.

    >>> lines = ["sep=;\n", "Events of March\n", "what;when\n", "Grenade;2024-03-07\n"]
    >>> found = header_of(lines, lambda names: "when" in names, "x.csv")
    >>> found.names, found.last, found.delimiter
    (('what', 'when'), 3, ';')
    """
    if not any(line.strip(_BLANK) for line in lines):
        raise FormatError("nothing in it", where=where, expected="a header and rows", got="")
    named = _SEP.fullmatch(lines[0])
    begin = 1 if named else 0
    marks = [named[1]] if named else sorted(_DELIMITERS, key=lambda mark: -sum(line.count(mark) for line in lines))
    found = [header for mark in marks if (header := _looked_for(lines, mark, knows, begin)) is not None]
    header = max(found, key=lambda one: len(one.names)) if found else _first(lines, marks[0], begin)
    long = next((line for line in lines[: header.last] if len(line) >= _LONGEST), None)
    if long is not None:
        raise FormatError("header too long", where=where, expected=f"less than {_LONGEST} letters", got=long[:200])
    if len(header.names) > _WIDEST:
        got = f"{len(header.names)} columns"
        raise FormatError("header too wide", where=where, expected=f"at most {_WIDEST} columns", got=got)
    return header


def _looked_for(lines: Sequence[str], mark: str, knows: Knows, begin: int) -> Header | None:
    above: tuple[str, ...] = ()
    feed = iter(lines[begin:])
    for number, raw, cells, _ in records(lambda: next(feed, ""), mark, begin):
        if cells and knows(names := _unmarked(cells)):
            last = number + raw.count("\n", 0, -1) + 1
            titled = any(line.strip(_BLANK) for line in lines[begin:number])
            return Header(names=names, first=number, last=last, delimiter=mark, known=True, above=above, titled=titled)
        above = tuple(cells or above)
    return None


def _first(lines: Sequence[str], mark: str, begin: int) -> Header:
    """The first line that is not blank, as the header of a table that nobody knows."""
    number = next((at for at, line in enumerate(lines) if at >= begin and line.strip(_BLANK)), len(lines) - 1)
    own = max(_DELIMITERS, key=lines[number].count)
    delimiter = own if own in lines[number] else mark
    names = _unmarked(cells_of(lines[number], delimiter) or [lines[number].strip(_BLANK)])
    return Header(names=names, first=number, last=number + 1, delimiter=delimiter, known=False)


def _unmarked(cells: Sequence[str]) -> tuple[str, ...]:
    return (cells[0].removeprefix("\ufeff"), *cells[1:])


def cells_of(line: str, delimiter: str) -> list[str]:
    r"""The cells of one line, none where it is no CSV.

    >>> cells_of('a,"b,c"\n', ","), cells_of('"a', ",")
    (['a', 'b,c'], [])
    """
    feed = iter([line])
    return next(((cells or []) for _, _, cells, _ in records(lambda: next(feed, ""), delimiter)), [])


def hashtags(cells: Sequence[str]) -> bool:
    """Whether a row is one of HXL's hashtags.

    >>> hashtags(["#event+id", "", "#geo+lat"]), hashtags(["#1", "Gao"]), hashtags([])
    (True, False, False)
    """
    told = [cell.strip() for cell in cells if cell.strip()]
    return bool(told) and all(re.match(r"#\s*[A-Za-z]", cell) for cell in told)
