"""Events to ACLED rows, CSV and JSON, with the report of what the row could not hold."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from attrs import evolve

from conflict_events.formats.acled.cells import Cell, Manner, row_of
from conflict_events.formats.acled.dialects import dialect as find_dialect
from conflict_events.formats.acled.layout import Layout
from conflict_events.formats.acled.losses import note_losses
from conflict_events.formats.acled.migrate import carried, migrated, suited
from conflict_events.formats.acled.read import open_rows
from conflict_events.formats.acled.row import Row, cell_text
from conflict_events.formats.acled.table import Reader, Table
from conflict_events.formats.acled.workbook import write_workbook
from conflict_events.formats.csvio import replace_cells
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.safe import guarded
from conflict_events.formats.streams import Source, Target, encoded, write_texts, writing
from conflict_events.model.event import Event

__all__ = ["dump", "dumps", "losses", "rewrite", "to_rows"]


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


def _csv_lines(rows: Iterable[dict[str, Cell]], header: tuple[str, ...], log: LossLog, *, safe: bool) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(guarded(map(cell_text, row.values()), log, safe=safe))
        if out.tell() > 1 << 16:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _json_lines(rows: Iterable[dict[str, Cell]], header: tuple[str, ...], *, old_api: bool) -> Iterator[str]:
    """ACLED's envelope around records, one record to a line."""
    yield '{"status": 200, "success": true, "data": ['
    number = 0
    for row in rows:
        record = dict(zip(header, row.values(), strict=True))
        text = _old_record(record) if old_api else json.dumps(record, ensure_ascii=False, allow_nan=False)
        yield f"{',' if number else ''}\n{text}"
        number += 1
    yield f'\n], "count": {number}}}\n'


def _old_record(record: dict[str, Cell]) -> str:
    r"""As the API wrote it until 2025: every value a text, degrees with four decimals, slashes escaped.

    >>> _old_record({"year": 2024, "latitude": 51.5, "tags": None, "event_type": "Explosions/Remote violence"})
    '{"year":"2024","latitude":"51.5000","tags":"","event_type":"Explosions\\/Remote violence"}'
    """
    texts = {
        name: f"{value:.4f}" if isinstance(value, float) else "" if value is None else str(value)
        for name, value in record.items()
    }
    return json.dumps(texts, separators=(",", ":")).replace("/", r"\/")


def dump(
    events: Iterable[Event] | Table | Reader,
    target: Target,
    *,
    kind: str | None = None,
    dialect: str | None = None,
    timestamp: int | None = None,
    ascii_only: bool = True,
    spreadsheet_safe: bool = False,
    keep_columns: bool = False,
    old_api: bool = False,
    bom: bool = False,
) -> LossReport:
    """Write events as an ACLED file.

    A ``Table`` or ``Reader`` of an ACLED file is written back to the byte, but for the cells of edited events,
    unless another kind or dialect is asked for.

    Args:
        events: any events, any number: they are written as they come.
        target: a path, ``-``, or an open stream. A file appears whole or not at all.
        kind: ``csv``, ``json`` or ``xlsx``; None goes by the end of the path.
        dialect: layout to write; None is that of the table, and ``current`` for other events.
        timestamp: Unix seconds for rows that do not bring their own.
        ascii_only: whether diacritics are stripped from what is written anew.
        spreadsheet_safe: put an apostrophe before CSV cells that a spreadsheet would run as a formula; off,
            because it changes the data.
        keep_columns: for tables: columns of ACLED's that the layout to write does not have go along at the end, so
            that the way back is open.
        old_api: JSON as the API wrote it until 2025, every value a text.
        bom: begin CSV with a byte order mark, by which Excel knows that it is UTF-8.

    Returns:
        What the rows could not hold.

    Raises:
        UnknownNameError: for an unknown dialect.
    """
    manner = Manner(find_dialect(dialect or "current"), timestamp, ascii_only)
    source = events if isinstance(events, (Table, Reader)) else None
    if kind is None:
        end = str(getattr(target, "name", target)).lower()
        kind = next((kind for kind in _KINDS if end.endswith(f".{kind}")), None)
        if kind is None:
            kind = "csv" if source is None else source.layout.kind
    log = LossLog(f"acled-{kind}")
    if source is not None and dialect is None and kind == source.layout.kind and not old_api:
        encoding = "utf-8" if bom else source.layout.encoding
        mark = _BOM if bom and kind == "csv" and not source.layout.head.startswith(_BOM) else ""
        with writing(target) as stream:
            for text in itertools.chain((mark,), _as_they_stand(source, log, safe=spreadsheet_safe)):
                stream.write(encoded(text, encoding))
        return log.report()
    if source is not None:
        if dialect is None:
            manner = evolve(manner, dialect=evolve(source.layout.dialect, columns=source.layout.own))
        manner = evolve(manner, dialect=suited(manner.dialect, source.layout))
        along = carried(manner.dialect, source.layout, keep=keep_columns)
        header = (*manner.dialect.header, *(_name_of(source.layout, name) for name in along))
        rows = migrated(source.rows, source.layout, manner, log, keep=keep_columns)
    else:
        header = manner.dialect.header
        rows = _fresh(cast("Iterable[Event]", events), manner, log)
    with writing(target) as stream:
        if kind == "xlsx":
            write_workbook(rows, header, stream, log)
        elif kind == "json":
            write_texts(_json_lines(rows, header, old_api=old_api), stream)
        else:
            lines = _csv_lines(rows, header, log, safe=spreadsheet_safe)
            write_texts(itertools.chain((_BOM if bom else "",), lines), stream)
    return log.report()


_BOM = "\ufeff"
_KINDS = ("json", "csv", "xlsx")


def _fresh(events: Iterable[Event], manner: Manner, log: LossLog) -> Iterator[dict[str, Cell]]:
    for event in events:
        row = row_of(event, manner)
        note_losses(event, row, manner, log)
        yield row


def _name_of(layout: Layout, column: str) -> str:
    return layout.header[layout.columns.index(column)]


def _as_they_stand(source: Table | Reader, log: LossLog, *, safe: bool) -> Iterator[str]:
    """The file to the byte: its head, every row's own text, its tail."""
    layout = source.layout
    yield layout.head
    last = layout.head
    first = True
    for row in source.rows:
        if row.event is not None:
            log.wrote()
            for part, loss, reason in dict.fromkeys(row.lost):
                log.add(row.event.id, part, loss, reason)
        if layout.kind == "json":
            before = row.before.lstrip(", \r\n\t") if first else row.before
        else:
            before = layout.newline if row.number == 0 and last and not last.endswith("\n") else ""
        raw = row.raw
        if row.cells and layout.kind == "csv":
            cells = guarded(row.cells, log, safe=safe)
            changes = {number: text for number, text in enumerate(cells) if text != row.cells[number]}
            raw = replace_cells(raw, changes, layout.delimiter) if changes else raw
        yield before + raw if before else raw
        last, first = raw, False
    yield source.tail if isinstance(source, Table) else "".join(source.tail)


def rewrite(
    source: Source,
    target: Target,
    edit: Callable[[Event], Event | None] | None = None,
    *,
    encoding: str | None = None,
    day_first: bool | None = None,
    **options: Any,
) -> LossReport:
    """Read a file and write it, row by row, in bounded memory; what ``edit`` leaves alone stays to the byte.

    Args:
        source: an ACLED file of any era.
        target: where it goes; the source may be written over.
        edit: gives the event to write in place of each event, or None to leave its row out.
        encoding: of the source; None finds it.
        day_first: the order of day and month in the source, where it does not show it.
        options: those of ``dump``.
    """
    with open_rows(source, encoding=encoding, day_first=day_first) as reader:
        if edit is None:
            return dump(reader, target, **options)
        return dump(evolve(reader, rows=_edited(reader, edit)), target, **options)


def _edited(reader: Reader, edit: Callable[[Event], Event | None]) -> Iterator[Row]:
    for row in reader.rows:
        if row.event is None:
            yield row
            continue
        event = edit(row.event)
        if event is not None:
            yield row if event is row.event else row.edited(event, reader.layout)


def dumps(events: Iterable[Event] | Table, **options: Any) -> str:
    """Events as the text of an ACLED file; takes the options of ``dump``.

    >>> from conflict_events import Event, SubEventType
    >>> dumps([Event(SubEventType.GRENADE)]).splitlines()[0][:34]
    'event_id_cnty,event_date,year,time'
    """
    out = io.BytesIO()
    dump(events, out, **options)
    return out.getvalue().decode("utf-8", "surrogateescape")


def losses(events: Iterable[Event], **options: Any) -> LossReport:
    """What ``dump`` would lose, without writing."""
    return dump(events, io.BytesIO(), **options)
