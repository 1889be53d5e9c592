"""GDELT 2.0 Events with CAMEO codes: tab-separated, 61 columns, no header, no quoting.

Choices of the writer:

- ``EventCode`` is that of the table ``CODES``; base and root code and quad class follow from it. Where police or
  soldiers act on protesters (excessive force, intervention), they are the acting side, so the two sides are swapped.
- ``Day`` is ACLED's day of the event; events without a day, or coarser than a month, have none.
- Actor codes are made of country and role (``MLIGOV``); names are in capitals. Kosovo is KSV, as in CAMEO.
- ``ActionGeo_Type`` is 1 for a country, 5 for a region (ACLED precision 3), 3 for a town in the United States and 4
  elsewhere; country codes there are FIPS 10-4.
- What only GDELT computes (Goldstein scale, tone, mentions, its own ids and the time of adding) is blank, but for
  records that brought it in ``extras``.

Choices of the reader:

- Event codes that are those of a conflict event are read (roots 14, 15, 17 to 20, and 057, 0871 of the others); all
  other rows are left out, and ``notices`` counts them. The exact code decides the sub-event type where it can; else
  one stands in, with the status absent.
- GDELT has no deaths, so no claim is made. Kinds of sides are read from their role codes, as inferred.
- GDELT 1.0 files (58 or 57 columns) are read too, and tables with a header (BigQuery, pandas, R). All columns without a field are kept in ``extras``.

Losses of the writer: deaths and all other claims, notes, tags, associated actors, the span of days, evidence.
"""

from __future__ import annotations

from conflict_events.formats.base import TABLE, Format
from conflict_events.formats.cameo.read import load, open_events
from conflict_events.formats.cameo.tables import CODES, COLUMNS, GDELT
from conflict_events.formats.cameo.write import dump, dumps, to_rows

__all__ = ["CODES", "COLUMNS", "FORMAT", "dump", "dumps", "load", "open_events", "to_rows"]

FORMAT = Format(
    name="gdelt",
    title="GDELT 2.0 Events, CAMEO codes",
    suffixes=(".export.csv", ".gdelt.tsv"),
    dump=dump,
    dumps=dumps,
    load=load,
    open=open_events,
    reads=TABLE,
    needed=GDELT.needed,
)
