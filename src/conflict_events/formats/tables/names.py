"""Names of columns: each of its spellings as the one by which a format knows it, and columns that have no name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

__all__ = ["NO_NAME", "compact", "index_column", "named", "spellings"]

NO_NAME = ""
"""Name of the column of row numbers that R and pandas put first; it is no data of the event."""

_ODD = re.compile(r"[\W_]+")
_INDEX = frozenset(("", "unnamed0", "1", "index", "rownames", "rowname", "x", "level0"))


def compact(name: str) -> str:
    r"""A name without case, blanks and punctuation.

    >>> compact("Event Date"), compact("EVENT.DATE"), compact("\ufeffevent_date"), compact("eventDate")
    ('eventdate', 'eventdate', 'eventdate', 'eventdate')
    """
    return _ODD.sub("", name.casefold())


def spellings(columns: Collection[str], others: Mapping[str, str] | None = None) -> dict[str, str]:
    """Compact name -> column, for the columns of a format and other names that they go by.

    >>> spellings(["event_date"], {"Lat": "latitude"})
    {'lat': 'latitude', 'eventdate': 'event_date'}
    """
    return {
        **{compact(name): column for name, column in (others or {}).items()},
        **{compact(column): column for column in columns},
    }


def named(header: Sequence[str], known: Mapping[str, str], *, index: int | None = None) -> tuple[str, ...]:
    """The columns of a header: by the format's names, else in lower case; those without a name are numbered.

    Of two names for one column the exact one is it, else the first; the other keeps its own name. A name of nobody's
    that stands twice gets its number. One of the format's that stands twice as it is stays twice.

    Args:
        header: names as they stand in the file.
        known: compact name -> column of the format.
        index: number of the column of row numbers.

    >>> named(["Event Date", "my note", "", "lat"], {"eventdate": "event_date", "lat": "latitude"})
    ('event_date', 'my note', 'column 3', 'latitude')
    """
    lower = [name.strip().lstrip("\ufeff").lower() for name in header]
    exact = {known[compact(name)] for name in lower if known.get(compact(name)) == name}
    taken: set[str] = set()
    found = []
    for number, name in enumerate(lower):
        column = known.get(compact(name))
        if number == index:
            found.append(NO_NAME)
            continue
        if column is None or column in taken or (column in exact and column != name):
            column = name or f"column {number + 1}"
            if column in taken and column not in exact:
                column = f"{column} {number + 1}"
        taken.add(column)
        found.append(column)
    return tuple(found)


def index_column(header: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The number of the column of row numbers or row names, if the first one is that.

    >>> index_column(["", "a"], [["1", "x"], ["2", "y"]]), index_column(["x", "a"], [["7", "x"], ["7", "y"]])
    (0, None)
    """
    if not header or compact(header[0]) not in _INDEX:
        return None
    cells = [row[0].strip() for row in rows if len(row) == len(header)]
    counted = all(cell.isascii() and cell.removesuffix(".0").isdigit() for cell in cells)
    return 0 if cells and counted and len(set(cells)) == len(cells) else None
