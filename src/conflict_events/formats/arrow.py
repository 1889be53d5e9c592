"""Arrow and Parquet, typed: for pandas, polars, duckdb, Spark and all else that reads columns. Extra ``arrow``.

Choices:

- The columns are those of ACLED's current export, each with its description as field metadata. Dates are dates, counts
  and codes whole numbers, coordinates doubles; columns with few values are dictionaries. Blank is null.
- Lists (associated actors, sources, tags) stay one text, joined by semicolon and space, as every tool for ACLED
  expects.
- A last column ``conflict_events`` carries the whole event in the native form, so that reading loses nothing;
  ``plain=True`` leaves it out. Where other columns were changed after writing, the reader says so as a problem.
- ``.arrow`` and ``.feather`` are written as Arrow IPC files, all else as Parquet; in batches, so memory stays bounded.
- ``read_columns`` reads ACLED's CSV straight into typed columns, without events, at the speed of Arrow's own reader.

Losses: none; with ``plain=True`` those of an ACLED row.
"""

from __future__ import annotations

import datetime as dt
import io
import itertools
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from conflict_events.formats import native
from conflict_events.formats.acled.cells import Cell, Manner, row_of
from conflict_events.formats.acled.dialects import COLUMNS
from conflict_events.formats.acled.losses import note_losses
from conflict_events.formats.base import Format
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.records import MEMBER, found_in, from_records
from conflict_events.formats.streams import Source, Target, reading, source_name, writing
from conflict_events.model.errors import FormatError, UnknownNameError
from conflict_events.model.event import Event

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "FORMAT",
    "TYPES",
    "dump",
    "from_table",
    "load",
    "open_events",
    "read_columns",
    "schema",
    "to_table",
    "typed",
]

_BATCH = 2_000

TYPES = {
    "event_date": "date",
    **dict.fromkeys(("year", "iso"), "int16"),
    **dict.fromkeys(("time_precision", "geo_precision"), "int8"),
    **dict.fromkeys(("latitude", "longitude"), "float64"),
    "fatalities": "int32",
    "timestamp": "int64",
    **dict.fromkeys(
        """disorder_type event_type sub_event_type actor1 inter1 actor2 inter2 interaction civilian_targeting
        region country admin1 source_scale""".split(),
        "dictionary",
    ),
}
"""Column -> its type; text where none is named."""

_MEANING = {
    "event_id_cnty": "id of the event",
    "event_date": "day, or the middle of the week or month",
    "time_precision": "1 the day, 2 the week, 3 the month",
    "latitude": "decimal degrees north, WGS 84",
    "longitude": "decimal degrees east, WGS 84",
    "geo_precision": "1 the named town, 2 near it, 3 a larger region",
    "iso": "ISO 3166-1 numeric; 0 is Kosovo",
    "fatalities": "reported deaths of all sides; null where no figure is stated",
    "timestamp": "Unix seconds of the last change",
    "assoc_actor_1": "names joined by semicolon and space",
    "assoc_actor_2": "names joined by semicolon and space",
    "source": "names joined by semicolon and space",
    "tags": "joined by semicolon and space",
    MEMBER: "the whole event in the native form of conflict-events",
}


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
    except ImportError:
        raise UnknownNameError(
            "pyarrow is not installed", where="formats.arrow", expected="pip install 'conflict-events[arrow]'", got=None
        ) from None
    return pa


def schema(*, plain: bool = False) -> pa.Schema:
    """The Arrow schema.

    >>> schema(plain=True).field("event_date").type
    DataType(date32[day])
    """
    arrow = _pyarrow()
    kinds = {
        "date": arrow.date32(),
        "int8": arrow.int8(),
        "int16": arrow.int16(),
        "int32": arrow.int32(),
        "int64": arrow.int64(),
        "float64": arrow.float64(),
        "dictionary": arrow.dictionary(arrow.int32(), arrow.string()),
    }
    names = COLUMNS if plain else (*COLUMNS, MEMBER)
    fields = [
        arrow.field(
            name,
            kinds.get(TYPES.get(name, ""), arrow.string()),
            metadata={"description": _MEANING[name]} if name in _MEANING else None,
        )
        for name in names
    ]
    return arrow.schema(fields, metadata={"format": "conflict-events ACLED columns"})


def typed(name: str, cell: Cell) -> Any:
    """A cell as a value of its column's type; None where it is blank or a record's own raw text that does not fit."""
    if cell in ("", None):
        return None
    if name == "event_date":
        return dt.date.fromisoformat(str(cell))
    if name in ("timestamp", "iso"):
        text = str(cell)
        return int(text) if text.isascii() and text.isdigit() else None
    return cell


def _batch(events: Iterable[Event], log: LossLog, *, plain: bool) -> pa.Table:
    arrow = _pyarrow()
    wanted = schema(plain=plain)
    columns: dict[str, list[Any]] = {name: [] for name in wanted.names}
    for event in events:
        row = row_of(event, Manner())
        if plain:
            note_losses(event, row, Manner(), log)
        else:
            log.wrote()
            columns[MEMBER].append(native.to_text(event))
        for name, cell in row.items():
            columns[name].append(typed(name, cell))
    arrays = [arrow.array(columns[field.name], field.type) for field in wanted]
    return arrow.Table.from_arrays(arrays, schema=wanted)


def to_table(events: Iterable[Event], *, plain: bool = False) -> pa.Table:
    """Events as an Arrow table.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> to_table([Event(SubEventType.GRENADE)]).num_columns
    32
    """
    return _batch(events, LossLog("arrow"), plain=plain)


def from_table(table: pa.Table, where: str = "table") -> Loaded:
    """Events of an Arrow table with ACLED's columns.

    Raises:
        FormatError: if the columns are not ACLED's.
    """
    columns = [column.to_pylist() for column in table.columns]
    return from_records(table.column_names, zip(*columns, strict=True), where)


def dump(events: Iterable[Event], target: Target, *, plain: bool = False) -> LossReport:
    """Write events as Parquet, or as Arrow IPC where the path ends in ``.arrow`` or ``.feather``.

    Args:
        events: any events, any number.
        target: a path, ``-``, or an open stream.
        plain: leave out the column with the whole event.
    """
    arrow = _pyarrow()
    log = LossLog("arrow")
    wanted = schema(plain=plain)
    ipc = str(getattr(target, "name", target)).endswith((".arrow", ".feather"))
    waiting = iter(events)
    with writing(target) as stream:
        if ipc:
            # An IPC file may not replace its dictionaries from batch to batch, so it is written as a stream.
            writer: Any = arrow.ipc.new_stream(stream, wanted)
        else:
            import pyarrow.parquet

            writer = pyarrow.parquet.ParquetWriter(stream, wanted)
        with writer:
            while batch := tuple(itertools.islice(waiting, _BATCH)):
                writer.write_table(_batch(batch, log, plain=plain))
    return log.report()


def _batches(stream: IO[bytes], arrow: Any) -> tuple[list[str], Iterator[Any]]:
    """Names of the columns, and batches of rows."""
    if not stream.seekable():  # Parquet and IPC files tell at their end what is in them
        stream = io.BytesIO(stream.read())
    start = stream.read(6)
    stream.seek(-len(start), io.SEEK_CUR)
    if start[:4] == b"PAR1":
        import pyarrow.parquet

        file = pyarrow.parquet.ParquetFile(stream)
        groups = range(file.num_row_groups)  # asked for all at once, pyarrow would read ahead
        return file.schema_arrow.names, (batch for group in groups for batch in file.iter_batches(_BATCH, [group]))
    if start == b"ARROW1":
        made = arrow.ipc.open_file(stream)
        return made.schema.names, (made.get_batch(number) for number in range(made.num_record_batches))
    made = arrow.ipc.open_stream(stream)
    return made.schema.names, iter(made)


def _read(stream: IO[bytes], where: str, _notices: list[str]) -> Iterator[Found]:
    arrow = _pyarrow()
    try:
        names, batches = _batches(stream, arrow)
        yield from found_in(names, _rows_of(batches), where)
    except FormatError:
        raise
    except (arrow.ArrowException, OSError, ValueError, OverflowError) as error:
        got = str(error)[:200]
        raise FormatError("no Parquet and no Arrow", where=where, expected="Parquet or Arrow IPC", got=got) from None


def _rows_of(batches: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


open_events = opener(_read)


def load(source: Source) -> Loaded:
    """Read Parquet or Arrow IPC, by groups of rows.

    Raises:
        FormatError: if it is neither, or the columns are not ACLED's.
    """
    with open_events(source) as stream:
        return stream.load()


def read_columns(source: Source) -> pa.Table:
    """Read ACLED's CSV of today straight into typed columns, without making events.

    Args:
        source: a path or an open stream of bytes; dates as ``2024-11-01`` or ``01 November 2024``, UTF-8.

    Raises:
        FormatError: if a value does not fit its column; read such files with ``formats.acled.load``.
    """
    arrow = _pyarrow()
    import pyarrow.csv

    wanted = schema(plain=True)
    options = pyarrow.csv.ConvertOptions(
        # Only timestamps are parsed by format; the cast below makes days of them.
        column_types={
            field.name: arrow.timestamp("s") if field.name == "event_date" else field.type for field in wanted
        },
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=True,
        timestamp_parsers=[pyarrow.csv.ISO8601, "%d %B %Y"],
    )
    parse = pyarrow.csv.ParseOptions(newlines_in_values=True)  # a line break in notes is no new row
    try:
        with reading(source) as stream:
            table = pyarrow.csv.read_csv(stream, convert_options=options, parse_options=parse)
    except arrow.ArrowInvalid as error:
        raise FormatError(
            "a value does not fit its column", where=source_name(source), expected="ACLED's types", got=str(error)[:300]
        ) from None
    fields = [wanted.field(name) if name in COLUMNS else table.schema.field(name) for name in table.column_names]
    return table.cast(arrow.schema(fields, metadata=wanted.metadata))


FORMAT = Format(
    name="arrow",
    title="Parquet, or Arrow IPC for .arrow and .feather",
    suffixes=(".parquet", ".arrow", ".feather"),
    dump=dump,
    load=load,
    open=open_events,
)
