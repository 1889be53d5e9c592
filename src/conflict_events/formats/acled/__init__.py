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

Losses: evidence and statuses; bounds, victims and voices of casualty claims, and all claims but of deaths; the ends
of a span of days; aliases, countries and years of actors; the kinds of associated actors; GeoNames ids, feature codes
and UCDP precision of places. Each is counted in the report that ``dump`` returns.
"""

from __future__ import annotations

import functools

from conflict_events.formats.acled.cells import event_day
from conflict_events.formats.acled.dialects import COLUMNS, DIALECTS, Dialect
from conflict_events.formats.acled.write import dump, dumps, losses, to_rows
from conflict_events.formats.base import Format

__all__ = ["COLUMNS", "CSV", "DIALECTS", "JSON", "Dialect", "dump", "dumps", "event_day", "losses", "to_rows"]

CSV = Format(
    name="acled-csv",
    title="ACLED CSV",
    suffixes=(".csv",),
    dump=functools.partial(dump, kind="csv"),
    dumps=functools.partial(dumps, kind="csv"),
    why_one_way="the reader is not written yet",
)
JSON = Format(
    name="acled-json",
    title="ACLED JSON, as the API answers",
    suffixes=(".json",),
    dump=functools.partial(dump, kind="json"),
    dumps=functools.partial(dumps, kind="json"),
    why_one_way="the reader is not written yet",
)
