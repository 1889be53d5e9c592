"""ACLED's CSV and JSON of every era.

Choices of the writer:

- ``event_date`` is the day; of a week or weekend its middle day, of a month the 15th, of "early" or "late" in a
  month its first or last day. ``time_precision`` tells which. Nothing coarser than a month gets a day.
- ``fatalities`` is the figure of the event's policy; where that is more than reading one stated figure, a remark in
  square brackets in ``notes`` says so. With policies that state no single figure the cell is blank.
- What is not known is blank, even in columns that ACLED fills in every row: no day, place or death is made up.
- A country alone is no location: ``country`` is filled, ``location`` and the coordinates are blank.
- Lists are joined by semicolon and space. Letters beyond ASCII become plain ones. Line breaks become spaces.
- ``iso`` has no leading zeros and is 0 for Kosovo. Coordinates have up to four decimals.
- ``timestamp`` is the record's own or the one given; never the clock's.

Choices of the reader:

- The dialect is found by the columns, the first inter code and the first date; ``reasons`` tells by which.
- ``time_precision`` 2 becomes the seven days around the date, 3 its month; the date itself stays as ``anchor``.
- ``fatalities`` above 0 become one claim with the figure as lower bound and no upper one; 0 becomes no claim, because
  ACLED writes it for none and for unknown.
- Associated actors have no inter code: their kind is read from the name, or taken from the main actor.
- Files before 2018 have no sub-event types. Where the event type does not decide, one stands in for it, with the
  status absent, and is never written out.
- Days with slashes are read only where day and month cannot be mixed up.
- A sea in the country column (since 2026) leaves the country unknown; the name is kept in ``extras``.
- What cannot be read is kept as it stands and listed in ``problems``; a row without a readable type, with a wrong
  number of cells or with bytes of another encoding has no event. Nothing raises but a file that is no ACLED file.

Losses: evidence and statuses; bounds, victims and voices of casualty claims, and all claims but of deaths; the ends
of a span of days; aliases, countries and years of actors; the kinds of associated actors; GeoNames ids, feature codes
and UCDP precision of places. Each is counted in the report that ``dump`` returns.
"""

from __future__ import annotations

import functools

from conflict_events.formats.acled.actors import FORMS, long, wide
from conflict_events.formats.acled.cells import event_day
from conflict_events.formats.acled.dialects import COLUMNS, DIALECTS, Dialect
from conflict_events.formats.acled.layout import NEEDED
from conflict_events.formats.acled.read import load, open_events, open_rows
from conflict_events.formats.acled.row import Row, cell_text
from conflict_events.formats.acled.table import Reader, Table
from conflict_events.formats.acled.write import dump, dumps, losses, rewrite, to_rows
from conflict_events.formats.base import TABLE, Format

__all__ = [
    "COLUMNS",
    "CSV",
    "DIALECTS",
    "FORMS",
    "JSON",
    "XLSX",
    "Dialect",
    "Reader",
    "Row",
    "Table",
    "cell_text",
    "dump",
    "dumps",
    "event_day",
    "load",
    "long",
    "losses",
    "open_events",
    "open_rows",
    "rewrite",
    "to_rows",
    "wide",
]

CSV = Format(
    name="acled-csv",
    title="ACLED CSV",
    suffixes=(".csv",),
    dump=functools.partial(dump, kind="csv"),
    dumps=functools.partial(dumps, kind="csv"),
    load=load,
    open=open_events,
    reads=TABLE,
    needed=NEEDED,
)
JSON = Format(
    name="acled-json",
    title="ACLED JSON, as the API answers",
    suffixes=(".json",),
    dump=functools.partial(dump, kind="json"),
    dumps=functools.partial(dumps, kind="json"),
    load=load,
    open=open_events,
    reads=TABLE,
    needed=NEEDED,
)
XLSX = Format(
    name="acled-xlsx",
    title="ACLED's columns as an Excel workbook",
    suffixes=(".xlsx",),
    dump=functools.partial(dump, kind="xlsx"),
    load=load,
    open=open_events,
    reads=TABLE,
    needed=NEEDED,
)
