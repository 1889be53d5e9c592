"""Which format a file has: by its first bytes, its header, and the ending of its name."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from conflict_events.formats.base import Format
from conflict_events.formats.streams import reading, source_name
from conflict_events.formats.tables.counts import counted
from conflict_events.formats.tables.documents import is_json
from conflict_events.formats.tables.names import compact
from conflict_events.formats.tables.sheet import open_sheet
from conflict_events.formats.tables.workbook import is_workbook
from conflict_events.model.errors import FormatError

__all__ = ["candidates", "format_of"]

_HEAD = 1 << 16
_TABLES = ("hxl", "ucdp-ged", "gdelt", "plover", "icews", "gtd", "acled-csv")
_DOCUMENTS = ("native", "geojson", "gdelt-cloud", "plover", "ucdp-ged", "gdelt", "icews", "gtd", "acled-csv")


def candidates(head: bytes) -> tuple[str, ...]:
    """The formats that a file may have which begins so, the strictest first.

    >>> candidates(b"PAR1"), "acled-csv" in candidates(b"event_id_cnty,event_date"), candidates(b" [{")[0]
    (('arrow',), True, 'native')
    """
    if head.startswith((b"PAR1", b"ARROW1", b"\xff\xff\xff\xff")):
        return ("arrow",)
    if is_workbook(head):
        return tuple(name.replace("acled-csv", "acled-xlsx") for name in _TABLES)
    return _DOCUMENTS if is_json(head) else _TABLES


def format_of(
    source: Any, likely: Callable[[str], str], get: Callable[[str], Format], options: Mapping[str, Any]
) -> tuple[Any, str]:
    """The source, such that it can be read once more, and the first format that takes it.

    Args:
        source: a path, ``-``, or an open stream, which is read into memory.
        likely: the format that a path's ending stands for.
        get: the format of a name.
        options: for the readers that take them.

    Raises:
        FormatError: if no format takes it; the error is that of the nearest one, and names all that were tried.
    """
    path = source_name(source)
    if source == "-" or not isinstance(source, (str, os.PathLike)):
        with reading(source) as stream:
            source = io.BytesIO(stream.read())
    with reading(source) as stream:
        head = stream.read(_HEAD)
    named = likely(path)
    order = candidates(head)
    errors: dict[str, FormatError] = {}
    for known in order:
        found = get(known)
        assert found.open is not None
        _rewound(source)
        try:
            with found.open(source, **{name: options[name] for name in options if name in found.reads}):
                _rewound(source)
                return source, known
        except FormatError as error:
            errors[known] = error
    raise _refused(source, path, errors, named, {name: get(name).needed for name in order})


def _rewound(source: Any) -> None:
    if isinstance(source, io.BytesIO):
        source.seek(0)


def _refused(
    source: Any, path: str, errors: Mapping[str, FormatError], named: str, needed: Mapping[str, Iterable[str]]
) -> FormatError:
    """The error of the format to which the header comes nearest."""
    names = _names(source, path)
    kind = counted(names)
    got = ", ".join(names)[:200]
    if kind:
        return FormatError(
            "no events", where=path, expected="a table with one row for each event", got=f"{kind}: {got}"
        )
    held = {compact(name) for name in names}

    def near(name: str) -> tuple[float, bool]:
        wanted = [compact(column) for column in needed[name]]
        return (sum(column in held for column in wanted) / len(wanted) if wanted else 0.0, name == named)

    best = max(errors, key=near)
    error = errors[best] if any(near(best)) else errors[[*errors][-1]]
    tried = ", ".join(errors)
    told = (
        f"{error.expected} ({best} is the nearest of {tried})"
        if near(best)[0]
        else f"{error.expected} (tried: {tried})"
    )
    return FormatError(error.what, where=path, expected=told, got=got or error.got)


def _names(source: Any, path: str) -> tuple[str, ...]:
    """The header of a table, none where it is none."""
    try:
        _rewound(source)
        with reading(source) as stream, open_sheet(stream, path, lambda _: False) as sheet:
            return sheet.header
    except FormatError:
        return ()
