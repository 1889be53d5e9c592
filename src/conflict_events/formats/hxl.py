"""HXL-tagged CSV, as humanitarian data exchanges want it: ACLED's columns under a row of hashtags.

Choices:

- Row 1 are ACLED's column names and ``subdivision`` (ISO 3166-2), row 2 the hashtags below, then one row for each event, as in ACLED's current export.
- The reader goes by the hashtags, in whatever order and under whatever names the columns stand, and also where the
  tags come some rows below the top. A column with another tag, or none, goes by its name where that is ACLED's; all
  others are kept as extras.

Losses: those of an ACLED row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from conflict_events.formats.acled.cells import Manner, cell_text, row_of
from conflict_events.formats.acled.dialects import DIALECTS
from conflict_events.formats.acled.layout import TYPED, Layout, column_named, column_of
from conflict_events.formats.acled.losses import note_losses
from conflict_events.formats.acled.parse import Parser, problems
from conflict_events.formats.acled.subdivision import SUBDIVISION, settled, subdivision_cell
from conflict_events.formats.base import TABLE, Format
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.safe import guarded
from conflict_events.formats.streams import Source, Target, write_lines
from conflict_events.formats.tables.blanks import spelled
from conflict_events.formats.tables.days import days_of
from conflict_events.formats.tables.letters import undecoded
from conflict_events.formats.tables.sheet import Sheet, open_sheet
from conflict_events.model.errors import FormatError
from conflict_events.model.event import Event

__all__ = ["FORMAT", "TAGS", "dump", "dumps", "load", "open_events"]

TAGS = {
    "event_id_cnty": "#event+id",
    "event_date": "#date+occurred",
    "year": "#date+year",
    "time_precision": "#date+precision",
    "disorder_type": "#event+class",
    "event_type": "#event+type",
    "sub_event_type": "#event+type+sub",
    "actor1": "#group+name+first",
    "assoc_actor_1": "#group+name+first+assoc",
    "inter1": "#group+type+first",
    "actor2": "#group+name+second",
    "assoc_actor_2": "#group+name+second+assoc",
    "inter2": "#group+type+second",
    "interaction": "#event+interaction",
    "civilian_targeting": "#event+civilians",
    "iso": "#country+code+num",
    "region": "#region+name",
    "country": "#country+name",
    "admin1": "#adm1+name",
    "admin2": "#adm2+name",
    "admin3": "#adm3+name",
    "location": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "geo_precision": "#geo+precision",
    "source": "#meta+source",
    "source_scale": "#meta+source+scale",
    "notes": "#description",
    "fatalities": "#affected+killed",
    "tags": "#event+tags",
    "timestamp": "#meta+timestamp",
    SUBDIVISION: "#adm1+code",
}
"""ACLED's column, and the code of its division -> hashtag with attributes."""


def _key(tag: str) -> frozenset[str]:
    """A tag without the order of its attributes, which has no meaning in HXL."""
    head, *attributes = tag.strip().lower().replace(" ", "").split("+")
    return frozenset((head, *(f"+{attribute}" for attribute in attributes)))


_BY_TAG = {_key(tag): column for column, tag in TAGS.items()} | {_key(TAGS[SUBDIVISION]): TAGS[SUBDIVISION]}


def _lines(events: Iterable[Event], log: LossLog, *, safe: bool) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TAGS)
    writer.writerow(TAGS.values())
    for event in events:
        row = row_of(event, Manner())
        note_losses(event, row, Manner(), log)
        cells = (*map(cell_text, row.values()), subdivision_cell(event))
        writer.writerow(guarded(cells, log, safe=safe))
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def dump(events: Iterable[Event], target: Target, *, spreadsheet_safe: bool = False, bom: bool = False) -> LossReport:
    """Write events as HXL-tagged CSV.

    Args:
        events: any events.
        target: a path, ``-``, or an open stream.
        spreadsheet_safe: put an apostrophe before cells that a spreadsheet would run as a formula.
        bom: begin with a byte order mark, by which Excel knows that it is UTF-8.
    """
    log = LossLog("hxl")
    write_lines(_lines(events, log, safe=spreadsheet_safe), target, bom=bom)
    return log.report()


def dumps(events: Iterable[Event], *, spreadsheet_safe: bool = False) -> str:
    """Events as HXL-tagged CSV.

    >>> dumps([]).splitlines()[1][:26]
    '#event+id,#date+occurred,#'
    """
    return "".join(_lines(events, LossLog("hxl"), safe=spreadsheet_safe))


def _tagged(cells: Sequence[str]) -> bool:
    """Whether a row is one of hashtags, most of its cells at least."""
    return sum(cell.strip().startswith("#") for cell in cells) * 2 > sum(map(bool, cells))


def _read(
    stream: IO[bytes],
    where: str,
    notices: list[str],
    *,
    encoding: str | None = None,
    day_first: bool | None = None,
) -> Iterator[Found]:
    with open_sheet(stream, where, _tagged, encoding=encoding, tags=False) as sheet:
        if not sheet.known:
            expected, got = "a row of hashtags among the first 25", ",".join(sheet.header)[:200]
            raise FormatError("no HXL", where=where, expected=expected, got=got)
        notices += sheet.notices
        parser = Parser(_layout(sheet, day_first=day_first))
        for number, raw, cells, why in sheet.records:
            if cells is None:
                yield None, (RowProblem(number, "", "hxl.csv", f"CSV ({why})", raw[:200]),)
            elif odd := undecoded(raw):
                yield None, (RowProblem(number, "", "hxl.encoding", "text of one encoding", odd),)
            elif cells:
                event, troubles = parser.parse(cells)
                yield settled(event, TAGS[SUBDIVISION]), problems(number, troubles)


def _layout(sheet: Sheet, *, day_first: bool | None) -> Layout:
    tags, sample = sheet.header, sheet.sample
    columns = _columns(tags, [*sheet.above, *[""] * len(tags)])
    if "event_type" not in columns and "sub_event_type" not in columns:
        raise FormatError("no events", where=sheet.where, expected="a column #event+type", got=",".join(tags)[:200])
    place = columns.index("event_date") if "event_date" in columns else None
    few = column_of(sample, columns, "event_date")
    where = f"{sheet.where}, event_date"
    days = days_of(few, lambda: sheet.cells([] if place is None else [place]), where, day_first=day_first)
    typed = {number for number, name in enumerate(columns) if name in TYPED}
    blanks = spelled(sample, typed, len(columns))
    return Layout(DIALECTS["current"], (), tags, columns, days=days, blanks=blanks)


def _columns(tags: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """The columns by their tags, by ACLED's names, or as they are called."""
    columns = [_BY_TAG.get(_key(tag), "") for tag in tags]
    for number, (tag, name) in enumerate(zip(tags, names, strict=False)):
        own = column_named(name)
        columns[number] = columns[number] or (own if own and own not in columns else tag or name)
        columns[number] = columns[number] or f"column {number + 1}"
    return tuple(columns)


open_events = opener(_read)


def load(source: Source, *, encoding: str | None = None, day_first: bool | None = None) -> Loaded:
    """Read an HXL-tagged table whose tags are those of ``TAGS``.

    Args:
        source: a path, ``-``, or an open stream.
        encoding: of the text; None finds it.
        day_first: the order of day and month, where the file does not show it.

    Raises:
        FormatError: if no row of hashtags stands among the first 25, or no column has the tag of event type.
    """
    with open_events(source, encoding=encoding, day_first=day_first) as stream:
        return stream.load()


FORMAT = Format(
    name="hxl",
    title="HXL-tagged CSV",
    suffixes=(".hxl.csv", ".csv"),
    dump=dump,
    dumps=dumps,
    load=load,
    open=open_events,
    reads=TABLE,
)
