"""Events to ACLED rows, CSV and JSON, with the report of what the row could not hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from conflict_events.formats.acled.cells import Cell, Manner, row_of
from conflict_events.formats.acled.dialects import dialect as find_dialect
from conflict_events.formats.acled.losses import note_losses
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.safe import defuse
from conflict_events.formats.streams import Target, writing
from conflict_events.model.event import Event

__all__ = ["cell_text", "dump", "dumps", "losses", "to_rows"]


def to_rows(
    events: Iterable[Event], *, dialect: str = "current", timestamp: int | None = None, ascii_only: bool = True
) -> list[dict[str, Cell]]:
    """Events as ACLED rows.

    Args:
        events: any events.
        dialect: layout to write: ``current`` or an older one, see ``DIALECTS``.
        timestamp: Unix seconds for rows that do not bring their own; no clock is asked.
        ascii_only: whether diacritics are stripped, as in ACLED's data.

    Returns:
        One dict for each event, keys in the order of the columns. Blank texts are ``""``, blank numbers None;
        coordinates are degrees with four decimals.

    Raises:
        UnknownNameError: for an unknown dialect.

    >>> from conflict_events import Event, SubEventType
    >>> row = to_rows([Event(SubEventType.SHELLING)])[0]
    >>> row["event_type"], row["event_date"], row["fatalities"]
    ('Explosions/Remote violence', '', 0)
    """
    manner = Manner(find_dialect(dialect), timestamp, ascii_only)
    return [row_of(event, manner) for event in events]


def cell_text(value: Cell) -> str:
    """A cell as CSV text: degrees without trailing zeros, nothing for None.

    >>> cell_text(2.44), cell_text(51.0), cell_text(None), cell_text(0)
    ('2.44', '51', '', '0')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return str(value)


def _csv_lines(rows: Iterable[dict[str, Cell]], header: tuple[str, ...], *, safe: bool) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        cells = [cell_text(value) for value in row.values()]
        writer.writerow([defuse(text) for text in cells] if safe else cells)
        if out.tell() > 1 << 16:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _json_lines(rows: Iterable[dict[str, Cell]], header: tuple[str, ...]) -> Iterator[str]:
    """ACLED's envelope around records, one record to a line."""
    yield '{"status": 200, "success": true, "data": ['
    number = 0
    for row in rows:
        record = dict(zip(header, row.values(), strict=True))
        yield f"{',' if number else ''}\n{json.dumps(record, ensure_ascii=False, allow_nan=False)}"
        number += 1
    yield f'\n], "count": {number}}}\n'


def dump(
    events: Iterable[Event],
    target: Target,
    *,
    kind: str | None = None,
    dialect: str = "current",
    timestamp: int | None = None,
    ascii_only: bool = True,
    spreadsheet_safe: bool = False,
) -> LossReport:
    """Write events as an ACLED file.

    Args:
        events: any events, any number: they are written as they come.
        target: a path, ``-``, or an open stream. A file appears whole or not at all.
        kind: ``csv`` or ``json``; None takes ``json`` for paths that end so and ``csv`` else.
        dialect: layout to write.
        timestamp: Unix seconds for rows that do not bring their own.
        ascii_only: whether diacritics are stripped.
        spreadsheet_safe: put an apostrophe before CSV cells that a spreadsheet would run as a formula; off,
            because it changes the data.

    Returns:
        What the rows could not hold.

    Raises:
        UnknownNameError: for an unknown dialect.
    """
    manner = Manner(find_dialect(dialect), timestamp, ascii_only)
    if kind is None:
        kind = "json" if str(getattr(target, "name", target)).endswith(".json") else "csv"
    log = LossLog(f"acled-{kind}")

    def rows() -> Iterator[dict[str, Cell]]:
        for event in events:
            row = row_of(event, manner)
            note_losses(event, row, manner, log)
            yield row

    header = manner.dialect.header
    lines = _json_lines(rows(), header) if kind == "json" else _csv_lines(rows(), header, safe=spreadsheet_safe)
    with writing(target) as stream:
        for text in lines:
            stream.write(text.encode("utf-8", "backslashreplace"))
    return log.report()


def dumps(events: Iterable[Event], **options: Any) -> str:
    """Events as the text of an ACLED file; takes the options of ``dump``.

    >>> from conflict_events import Event, SubEventType
    >>> dumps([Event(SubEventType.GRENADE)]).splitlines()[0][:34]
    'event_id_cnty,event_date,year,time'
    """
    out = io.BytesIO()
    dump(events, out, **{"kind": "csv", **options})
    return out.getvalue().decode("utf-8")


def losses(events: Iterable[Event], **options: Any) -> LossReport:
    """What ``dump`` would lose, without writing."""
    return dump(events, io.BytesIO(), **options)
