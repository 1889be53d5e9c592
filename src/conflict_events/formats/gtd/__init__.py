"""The Global Terrorism Database: a workbook or table of 135 columns, or fewer. Read only.

Choices of the reader:

- The attack type, the weapon and whether it was a suicide attack decide the sub-event type where they can, as inferred;
  else one stands in, with the status absent: fights are an Attack, or an Armed clash where police, soldiers or another
  group are the target; bombs of an unknown kind are a Remote explosive.
- ``imonth`` or ``iday`` 0 is unknown: the event is of its month or year. ``approxdate`` and ``resolution`` are kept.
- ``city`` is the place; ``Unknown`` is none. ``specificity`` tells the precision.
- ``gname`` is the first side, ``gname2`` and ``gname3`` stand beside it; ``Unknown`` is nobody. GTD does not tell the kind
  of a group, so it is inferred. The second side are the forces of the target's nationality, or its civilians; the
  target's own words are kept.
- ``nkill`` and ``nwound`` are one claim each, the perpetrators among them a part of it; ``nhostkid`` are people
  abducted. -99 and -9 are unknown. A figure that is no whole number is listed.
- Attempts (``success`` 0) and doubtful cases (``doubtterr`` 1) are events like the others, and say so in ``extras``.
- All other columns are kept in ``extras``.
"""

from __future__ import annotations

from conflict_events.formats.base import TABLE, Format
from conflict_events.formats.gtd.columns import COLUMNS, GTD
from conflict_events.formats.gtd.read import load, open_events

__all__ = ["COLUMNS", "FORMAT", "load", "open_events"]

FORMAT = Format(
    name="gtd",
    title="Global Terrorism Database",
    suffixes=(".csv", ".xlsx"),
    load=load,
    open=open_events,
    reads=TABLE,
    needed=GTD.needed,
    why_one_way="GTD codes by rules of its own, which an event does not tell",
)
