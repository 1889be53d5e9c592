"""PLOVER as JSON lines, and POLECAT's table of 40 columns, which is PLOVER flattened.

Choices of the writer:

- Act and mode are those of the table ``ACTS``; quad code 4 (material conflict) but for agreements (1, or 2 for a
  retreat). SANCTION does not occur here, so the manual's two readings of its quad code do not matter.
- Excessive force is a protest with the mode demo whose recipient is who used force.
- Sectors by kind: State forces MIL, police COP, Rebel group REB, unidentified gunmen UAF, other militias PRM, crowds
  and civilians CVL; external forces MIL where a country's, else PRM. Countries are alpha-3; Kosovo is KOS.
- The last day goes to ``enddate``, without it the event is of one day; spans longer than a month are written too.
- ``resolution``: 4 for ACLED precision 1, 3 for 2, 2 for 3, and 1 for a country alone.
- Deaths and injuries are written where the event's policy states a figure.
- POLECAT's ``None`` stands for what is missing. Its Wikipedia ids, stories and scores of others are never made up.

Choices of the reader:

- Act, mode and recipient decide the sub-event type where they can; where they do not, one stands in with the status
  absent. Acts that are no conflict event (CONSULT, AID ...) are left out and counted in ``notices``.
- Sectors decide the kind of a side, as inferred. Keys and columns without a field are kept in ``extras``.

Losses of the writer: which of the 25 types, claims beside the policy's figures, evidence, tags, associated actors'
sides, geo precision beyond the five steps.
"""

from __future__ import annotations

import functools

from conflict_events.formats.base import Format
from conflict_events.formats.plover.read import load, open_events
from conflict_events.formats.plover.tables import ACTS, POLECAT
from conflict_events.formats.plover.write import dump, dumps, to_record

__all__ = ["ACTS", "JSONL", "POLECAT", "TABLE", "dump", "dumps", "load", "open_events", "to_record"]

JSONL = Format(
    name="plover",
    title="PLOVER, JSON lines",
    suffixes=(".plover.jsonl", ".jsonl"),
    dump=functools.partial(dump, kind="jsonl"),
    dumps=functools.partial(dumps, kind="jsonl"),
    load=load,
    open=open_events,
)
TABLE = Format(
    name="polecat",
    title="POLECAT's table, tab-separated",
    suffixes=(".polecat.tsv", ".tsv"),
    dump=functools.partial(dump, kind="table"),
    dumps=functools.partial(dumps, kind="table"),
    load=load,
    open=open_events,
)
