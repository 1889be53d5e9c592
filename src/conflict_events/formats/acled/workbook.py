"""ACLED's rows as an Excel workbook, by XlsxWriter: days as days, numbers as numbers, texts never as formulas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import IO, Any

from conflict_events.formats.acled.cells import Cell
from conflict_events.formats.loss import LossKind, LossLog
from conflict_events.formats.streams import encoded
from conflict_events.model.errors import FormatError, UnknownNameError

__all__ = ["write_workbook"]

_ROWS = 1_048_576
_LONGEST = 32_767
"""Letters that a cell holds."""
_FIRST = dt.date(1900, 3, 1)
"""Days before it have no number on which all spreadsheets agree."""
_MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same events give the same file; the clock is not asked


def write_workbook(
    rows: Iterable[Mapping[str, Cell]], header: tuple[str, ...], stream: IO[bytes], log: LossLog
) -> None:
    """Write one sheet, row by row.

    Args:
        rows: values by column, in the order of the header.
        header: names.
        stream: where it goes.
        log: takes what a cell cannot hold.

    Raises:
        FormatError: if there are more rows than a sheet holds.
        UnknownNameError: if XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise UnknownNameError(
            "XlsxWriter is not installed", where="acled-xlsx", expected="pip install 'conflict-events[excel]'", got=None
        ) from None
    book = Workbook(stream, {"constant_memory": True, "strings_to_numbers": False, "strings_to_formulas": False})
    book.set_properties({"created": _MADE, "author": "conflict-events"})
    sheet = book.add_worksheet("events")
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, header)
    for number, row in enumerate(rows, 1):
        if number >= _ROWS:
            expected = f"at most {_ROWS - 1:,} events for a sheet"
            raise FormatError("too many events", where="acled-xlsx", expected=expected, got="more")
        for place, (name, value) in enumerate(row.items()):
            _write(sheet, number, place, _day(value) if name == "event_date" else value, days)
            if isinstance(value, str) and len(value) > _LONGEST:
                log.add(f"row {number + 1}", name, LossKind.CHANGED, f"a cell holds {_LONGEST:,} letters")
    book.close()


def _day(value: Cell) -> dt.date | Cell:
    """The day of a cell in ISO's form, where spreadsheets have a number for it."""
    try:
        day = dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return value
    return value if day is None or day < _FIRST else day


def _write(sheet: Any, row: int, column: int, value: dt.date | Cell, days: Any) -> None:
    if isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), days)  # noqa: DTZ001
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, encoded(value[:_LONGEST]).decode("utf-8", "backslashreplace"))
