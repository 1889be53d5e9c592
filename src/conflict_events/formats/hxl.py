"""HXL-tagged CSV, as humanitarian data exchanges want it: ACLED's columns under a row of hashtags.

Choices:

- Row 1 are ACLED's column names, row 2 the hashtags below, then one row for each event, as in ACLED's current export.
- The reader goes by the hashtags alone, in whatever order and under whatever names the columns stand, and also where
  the tags come some rows below the top. Columns with other tags, or none, are kept as extras.

Losses: those of an ACLED row.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Iterator
from typing import IO

from conflict_events.formats.acled.cells import Manner, cell_text, row_of
from conflict_events.formats.acled.dialects import COLUMNS, DIALECTS
from conflict_events.formats.acled.layout import Layout, order_of
from conflict_events.formats.acled.losses import note_losses
from conflict_events.formats.acled.parse import Parser, problems
from conflict_events.formats.base import Format
from conflict_events.formats.csvio import records
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.safe import defuse
from conflict_events.formats.streams import Source, Target, write_lines
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
}
"""ACLED's column -> hashtag with attributes."""


def _key(tag: str) -> frozenset[str]:
    """A tag without the order of its attributes, which has no meaning in HXL."""
    head, *attributes = tag.strip().lower().replace(" ", "").split("+")
    return frozenset((head, *(f"+{attribute}" for attribute in attributes)))


_BY_TAG = {_key(tag): column for column, tag in TAGS.items()}


def _lines(events: Iterable[Event], log: LossLog, *, safe: bool) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerow(TAGS[column] for column in COLUMNS)
    for event in events:
        row = row_of(event, Manner())
        note_losses(event, row, Manner(), log)
        cells = [cell_text(value) for value in row.values()]
        writer.writerow([defuse(cell) for cell in cells] if safe else cells)
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def dump(events: Iterable[Event], target: Target, *, spreadsheet_safe: bool = False) -> LossReport:
    """Write events as HXL-tagged CSV.

    Args:
        events: any events.
        target: a path, ``-``, or an open stream.
        spreadsheet_safe: put an apostrophe before cells that a spreadsheet would run as a formula.
    """
    log = LossLog("hxl")
    write_lines(_lines(events, log, safe=spreadsheet_safe), target)
    return log.report()


def dumps(events: Iterable[Event], *, spreadsheet_safe: bool = False) -> str:
    """Events as HXL-tagged CSV.

    >>> dumps([]).splitlines()[1][:26]
    '#event+id,#date+occurred,#'
    """
    return "".join(_lines(events, LossLog("hxl"), safe=spreadsheet_safe))


def _read(stream: IO[bytes], where: str, _notices: list[str]) -> Iterator[Found]:
    found = records(stream, ",")
    above: list[str] = []
    for _, _, cells, _ in itertools.islice(found, 25):
        if cells and sum(cell.strip().startswith("#") for cell in cells) * 2 > sum(map(bool, cells)):
            yield from _rows(found, above, cells, where)
            return
        above = cells or above
    raise FormatError("no HXL", where=where, expected="a row of hashtags among the first 25", got=",".join(above)[:200])


def _rows(
    found: Iterator[tuple[int, str, list[str] | None, str]], above: list[str], tags: list[str], where: str
) -> Iterator[Found]:
    names = [*above, *[""] * len(tags)]
    columns = tuple(
        _BY_TAG.get(_key(tag), tag or names[number] or f"column {number + 1}") for number, tag in enumerate(tags)
    )
    if "event_type" not in columns and "sub_event_type" not in columns:
        raise FormatError("no events", where=where, expected="a column #event+type", got=",".join(tags)[:200])
    ahead = list(itertools.islice(found, 500))
    order = order_of([cells for *_, cells, _ in ahead if cells], columns) if "event_date" in columns else ""
    parser = Parser(Layout(DIALECTS["current"], (), tuple(tags), columns, order=order))
    for number, raw, cells, why in itertools.chain(ahead, found):
        if cells is None:
            yield None, (RowProblem(number, "", "hxl.csv", f"CSV ({why})", raw[:200]),)
        elif cells:
            event, troubles = parser.parse(cells)
            yield event, problems(number, troubles)


open_events = opener(_read)


def load(source: Source) -> Loaded:
    """Read HXL-tagged CSV whose tags are those of ``TAGS``.

    Raises:
        FormatError: if no row of hashtags stands among the first 25, or no column has the tag of event type.
    """
    with open_events(source) as stream:
        return stream.load()


FORMAT = Format(
    name="hxl",
    title="HXL-tagged CSV",
    suffixes=(".hxl.csv", ".csv"),
    dump=dump,
    dumps=dumps,
    load=load,
    open=open_events,
)
