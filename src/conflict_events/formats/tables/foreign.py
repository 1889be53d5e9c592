"""Tables of others, row by row: each row becomes an event, is listed, or is counted among those of no conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO

from conflict_events.formats.csvio import Record
from conflict_events.formats.loaded import Found
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.tables.blanks import spelled
from conflict_events.formats.tables.cells import Cells, Columns, Manner
from conflict_events.formats.tables.days import days_of
from conflict_events.formats.tables.letters import undecoded
from conflict_events.formats.tables.sheet import Sheet, open_sheet
from conflict_events.model.errors import FormatError
from conflict_events.model.event import Event

__all__ = ["found_in", "manner_of", "reader", "sheet_events"]


def manner_of(sheet: Sheet, names: Sequence[str], columns: Columns, *, day_first: bool | None = None) -> Manner:
    """How the cells of a sheet are written.

    Args:
        sheet: the table.
        names: its columns.
        columns: of the format.
        day_first: the order of day and month, where somebody tells.

    Raises:
        FormatError: if its days can be read in two orders.
    """
    sample = sheet.sample
    places = [names.index(name) for name in columns.dates if name in names]
    few = [row[place] for row in sample for place in places if len(row) > place]
    where = f"{sheet.where}, {', '.join(names[place] for place in places)}"
    days = days_of(few, lambda: sheet.cells(places), where, day_first=day_first)
    typed = {place for place, name in enumerate(names) if name in columns.names and name not in columns.free}
    return Manner(columns, days, spelled(sample, typed, len(names)))


def found_in(
    records: Iterable[Record],
    names: Sequence[str],
    manner: Manner,
    event_of: Callable[[Cells], Event | None],
    notices: list[str],
) -> Iterator[Found]:
    """The events of some records.

    Args:
        records: of the table.
        names: its columns.
        manner: how its cells are written.
        event_of: makes the event of a row; None where it has none.
        notices: takes how many rows are of no conflict.
    """
    outside: Counter[str] = Counter()
    rule = f"{manner.columns.rule}.row"
    for number, raw, cells, why in records:
        if cells is None or (cells and len(cells) != len(names)):
            expected = f"a record ({why})" if cells is None else f"{len(names)} cells"
            yield None, (RowProblem(number, "", rule, expected, raw[:200]),)
        elif odd := undecoded(raw):
            yield None, (RowProblem(number, "", f"{manner.columns.rule}.encoding", "text of one encoding", odd),)
        elif cells:
            row = Cells(dict(zip(names, cells, strict=True)), manner)
            event = event_of(row)
            if row.outside:
                outside[row.outside] += 1
            yield event, row.problems(number)
    notices += [
        f"left out, because it is no conflict event: {kind}, {count} times" for kind, count in outside.most_common()
    ]


def sheet_events(
    sheet: Sheet,
    columns: Columns,
    event_of: Callable[[Cells], Event | None],
    notices: list[str],
    *,
    day_first: bool | None = None,
) -> Iterator[Found]:
    """The events of a sheet whose header is known; see ``found_in``."""
    names = columns.of(sheet.header, sheet.index)
    manner = manner_of(sheet, names, columns, day_first=day_first)
    yield from found_in(sheet.records, names, manner, event_of, notices)


def reader(title: str, columns: Columns, event_of: Callable[[Cells], Event | None]) -> Callable[..., Iterator[Found]]:
    """The reader of a format whose tables have a header.

    Args:
        title: what the format is called in errors.
        columns: of the format.
        event_of: makes the event of a row.
    """

    def read(
        stream: IO[bytes],
        where: str,
        notices: list[str],
        *,
        encoding: str | None = None,
        day_first: bool | None = None,
    ) -> Iterator[Found]:
        with open_sheet(stream, where, columns.knows, encoding=encoding) as sheet:
            if not sheet.known:
                expected = f"{title}'s columns, {columns.missing(sheet.header)} among them"
                got = ", ".join(sheet.header)[:200]
                raise FormatError(f"no {title} file", where=where, expected=expected, got=got)
            notices += sheet.notices
            yield from sheet_events(sheet, columns, event_of, notices, day_first=day_first)

    return read
