"""UCDP GED (version 23.1 and later) and UCDP Candidate, CSV with 49 columns; Candidate files come without a header.

Choices of the writer:

- Only what GED holds is written: organised violence with a death. Protests, riots, strategic developments and events
  without a death are left out, each counted in the loss report.
- ``type_of_violence`` is 3 where one side is civilians, 1 where one side is a government's forces, else 2. The
  government stands as side a; the civilians as side b.
- ``best`` is the figure of the voice named first, ``low`` and ``high`` the bounds over all voices. An open upper bound
  is written as the highest figure that somebody states. Deaths without any number are written as ``low`` alone.
- Deaths by side are written where the claims tell them all apart; else all stand under ``deaths_unknown``.
- ``where_prec`` is the place's own, or 1, 2, 4 for ACLED's 1, 2, 3, and 6 for a country alone. ``date_prec`` is 1 for a
  day, 2 for up to 6 days, 3 for a week, 4 for a month, 5 for more.
- ``country_id``, ``gwnoa`` and ``gwnob`` are Gleditsch-Ward numbers; ``priogrid_gid`` follows from the point.
- Numbers that only UCDP gives (conflicts, dyads, sides) are blank, but for records that brought them in ``extras``;
  ``id`` is blank but for records with a numeric id, ``relid`` is the event's id.

Choices of the reader:

- GED does not tell the kind of act. A sub-event type stands in (Armed clash, or Attack for one-sided violence), with
  the status absent, so that an ACLED writer leaves it blank.
- Deaths become one claim with best, low and high, and one claim for each side as a part of it; the policy is ``ucdp``.
- Sides named ``Government of X`` are State forces, ``Civilians`` civilians; of others GED does not tell the kind:
  Rebel group where they fight a government or civilians, Political militia where they fight each other, as inferred.
- All columns without a field are kept in ``extras`` and written back.

Losses of the writer: what happened (only the type of violence is told), associated actors, injured and other outcomes,
victims and voices of claims, tags, evidence.
"""

from __future__ import annotations

from conflict_events.formats.base import TABLE, Format
from conflict_events.formats.ucdp_ged.columns import COLUMNS, GED
from conflict_events.formats.ucdp_ged.read import load, open_events
from conflict_events.formats.ucdp_ged.write import dump, dumps, to_rows

__all__ = ["COLUMNS", "FORMAT", "dump", "dumps", "load", "open_events", "to_rows"]

FORMAT = Format(
    name="ucdp-ged",
    title="UCDP GED CSV",
    suffixes=(".csv",),
    dump=dump,
    dumps=dumps,
    load=load,
    open=open_events,
    reads=TABLE,
    needed=GED.needed,
)
