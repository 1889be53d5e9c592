"""Events as rows of UCDP GED, as far as GED holds them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from conflict_events.formats.csvio import quoted
from conflict_events.formats.differences import with_differences
from conflict_events.formats.loss import LossKind, LossLog, LossReport
from conflict_events.formats.safe import guarded
from conflict_events.formats.streams import Target, write_lines
from conflict_events.formats.ucdp_ged.columns import COLUMNS, KEPT
from conflict_events.formats.ucdp_ged.read import event_of
from conflict_events.formats.ucdp_ged.row import Cell, cells_of, text_of
from conflict_events.model.casualty import Outcome
from conflict_events.model.event import Event
from conflict_events.model.policy import figure
from conflict_events.model.taxonomy import EventType

__all__ = ["dump", "dumps", "to_rows"]

_HELD = (EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS)
_AHEAD = 500
"""Events looked at to find the columns that files of UCDP's had beside GED's."""
_GROUPS = (
    (("when",), "year date_prec date_start date_end"),
    (
        ("where",),
        "where_prec where_coordinates adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region",
    ),
    (("actor1", "actor2", "sub_event_type"), "type_of_violence side_a side_b dyad_name gwnoa gwnob"),
    (("casualties",), "deaths_a deaths_b deaths_civilians deaths_unknown best high low"),
    (("sources",), "source_article number_of_sources"),
    (("record_id",), "id relid"),
)
"""Fields, and the columns whose own words stand as long as they say what the fields say."""


def _is_geds(event: Event) -> bool:
    """Whether an event came from a file of UCDP's: it has what only UCDP can fill."""
    return any(key in KEPT for key, _ in event.extras)


def _why_not(event: Event) -> str:
    """Why GED does not hold an event; empty if it does."""
    if _is_geds(event):
        return ""
    if event.event_type not in _HELD:
        return f"GED holds organised violence, not {event.event_type.value}"
    total = figure(event.casualties, "ucdp")
    if not (total.value or total.low or total.high):
        return "GED holds events with a death"
    return ""


def _row(event: Event) -> tuple[dict[str, Cell], Event | None]:
    """The cells of an event, and what the reader makes of them.

    A record's own words (names of countries, manner of dates, blank cells) stand where they still say the same.
    """
    own = cells_of(event)
    raws = {key: raw for key, raw in event.extras if key in own}
    row = own | raws
    again = _again(row)
    changed = [
        name
        for fields, names in _GROUPS
        if again is None or any(getattr(again, field) != getattr(event, field) for field in fields)
        for name in names.split()
        if name in raws and name not in KEPT
    ]
    if not changed:
        return row, again
    row |= {name: own[name] for name in changed}
    return row, _again(row)


def _again(row: Mapping[str, Cell]) -> Event | None:
    return event_of({name: text_of(cell) for name, cell in row.items()})


def _others(events: Sequence[Event]) -> tuple[str, ...]:
    """The columns that files of UCDP's had beside GED's."""
    keys = (key for event in events if _is_geds(event) for key, _ in event.extras)
    return tuple(dict.fromkeys(key for key in keys if key not in COLUMNS))


def _rows(events: Iterable[Event], log: LossLog, others: Sequence[str] = ()) -> Iterator[dict[str, Cell]]:
    for event in events:
        why = _why_not(event)
        if why:
            log.add(event.id, "event", LossKind.LOST, why)
            continue
        row, again = _row(event)
        row |= {name: dict(event.extras).get(name, "") for name in others}
        log.wrote()
        for name, kind, reason in with_differences(_losses(event, row), event, again, "GED"):
            log.add(event.id, name, kind, reason)
        yield row


def _losses(event: Event, row: dict[str, Cell]) -> Iterator[tuple[str, LossKind, str]]:
    yield "sub_event_type", LossKind.LOST, "GED tells the type of violence, not the act"
    for name in ("assoc_actor_1", "assoc_actor_2", "tags", "source_scale", "notes", "bases"):
        if getattr(event, name) not in ((), None):
            yield name, LossKind.LOST, "GED has no column for it"
    if any(report.outcome is not Outcome.KILLED for report in event.casualties):
        yield "casualties", LossKind.LOST, "GED counts deaths only"
    if figure(event.casualties, "ucdp").high is None:
        yield "high", LossKind.CHANGED, "the upper bound is open; the highest figure stated is written"
    for name in ("side_a", "side_b", "date_start", "country", "latitude", "where_prec", "best"):
        if row[name] in ("", None):
            yield name, LossKind.BLANK, "not known; GED leaves it blank in no row"
    for key, _ in event.extras:
        if key not in row:
            yield f"extras.{key}", LossKind.LOST, "GED has no such column"


def to_rows(events: Iterable[Event]) -> list[dict[str, Cell]]:
    """The rows of the events that GED holds, keys in the order of its columns, blank cells None.

    >>> from conflict_events.model.casualty import CasualtyReport
    >>> from conflict_events.model.taxonomy import SubEventType
    >>> claim = CasualtyReport(Outcome.KILLED, stated=3, low=3, high=3)
    >>> (row,) = to_rows([Event(SubEventType.ATTACK, casualties=[claim]), Event(SubEventType.OTHER)])
    >>> row["type_of_violence"], row["best"], row["side_b"]
    (3, 3, 'Civilians')
    """
    return list(_rows(events, LossLog("ucdp-ged")))


def _lines(events: Iterable[Event], log: LossLog, *, safe: bool) -> Iterator[str]:
    # The csv module of Python 3.11 leaves a bare carriage return unquoted, and then cannot read it back.
    waiting = iter(events)
    ahead = list(itertools.islice(waiting, _AHEAD))
    others = _others(ahead)
    yield ",".join((*COLUMNS, *(quoted(name, ",") for name in others))) + "\n"
    for row in _rows(itertools.chain(ahead, waiting), log, others):
        cells = guarded(map(text_of, row.values()), log, safe=safe)
        yield ",".join(quoted(cell, ",") for cell in cells) + "\n"


def dump(events: Iterable[Event], target: Target, *, spreadsheet_safe: bool = False, bom: bool = False) -> LossReport:
    """Write the events that GED holds.

    Args:
        events: any events.
        target: a path, ``-``, or an open stream.
        spreadsheet_safe: put an apostrophe before cells that a spreadsheet would run as a formula.
        bom: begin with a byte order mark, by which Excel knows that it is UTF-8.

    Returns:
        What was left out, and what GED cannot say of the others.
    """
    log = LossLog("ucdp-ged")
    write_lines(_lines(events, log, safe=spreadsheet_safe), target, bom=bom)
    return log.report()


def dumps(events: Iterable[Event], *, spreadsheet_safe: bool = False) -> str:
    """The events that GED holds, as the text of a GED file.

    >>> dumps([])[:14]
    'id,relid,year,'
    """
    return "".join(_lines(events, LossLog("ucdp-ged"), safe=spreadsheet_safe))
