"""Rows of one ACLED layout as rows of another: what both can say is said anew, what was odd is kept as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from conflict_events.formats.acled.cells import Cell, Manner, row_of
from conflict_events.formats.acled.dialects import Dialect
from conflict_events.formats.acled.layout import ALIASES, Layout
from conflict_events.formats.acled.row import Row, cell_text, manner_of, written
from conflict_events.formats.acled.tidy import tidy_row
from conflict_events.formats.loss import LossKind, LossLog
from conflict_events.formats.tables.numbers import whole_of

__all__ = ["carried", "migrated", "suited"]

_DERIVED = "year disorder_type event_type interaction civilian_targeting iso region country".split()
"""Columns that follow from others; where a file contradicts itself in them, its own word is kept."""


def _same(one: str, other: str) -> bool:
    return one.casefold().replace("s", "") == other.casefold().replace("s", "")


_PAIR = frozenset("actor2 assoc_actor_2 inter2 interaction civilian_targeting".split())
"""Columns that nobody can fill who knows one actor of an event only."""


def suited(dialect: Dialect, layout: Layout) -> Dialect:
    """The dialect for the rows of a layout: of monadic files, without the columns that want both actors.

    >>> from conflict_events.formats.acled.dialects import DIALECTS
    >>> header = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1")
    >>> "actor2" in suited(DIALECTS["current"], Layout(DIALECTS["current"], (), header, header)).columns
    False
    """
    if "actor2" in layout.columns:
        return dialect
    gone = _PAIR - set(layout.columns)
    return evolve(dialect, columns=tuple(name for name in dialect.columns if ALIASES.get(name, name) not in gone))


def carried(dialect: Dialect, layout: Layout, *, keep: bool) -> tuple[str, ...]:
    """The columns that go along at the end: those that are not ACLED's, and all that the dialect lacks if asked."""
    held = {ALIASES.get(name, name) for name in dialect.columns}
    return tuple(name for name in layout.columns if name in layout.unknown or (keep and name not in held))


def migrated(
    rows: Iterable[Row], layout: Layout, manner: Manner, log: LossLog, *, keep: bool = False
) -> Iterator[dict[str, Cell]]:
    """Each row in the columns of another dialect, with those at the end that go along.

    Args:
        rows: of the file.
        layout: of the file.
        manner: how the new rows are written.
        log: takes what the new layout cannot hold.
        keep: whether columns that the new layout lacks go along.
    """
    along = carried(manner.dialect, layout, keep=keep)
    targets = {name: ALIASES.get(name, name) for name in manner.dialect.columns}
    held = set(targets.values())
    for row in rows:
        if not row.cells:
            if row.problems:
                log.add(f"row {row.number}", "row", LossKind.LOST, "the row is no record of the file's own layout")
            continue
        if len(row.cells) != len(layout.columns):
            log.add(f"row {row.number}", "row", LossKind.LOST, "the row has another number of cells than the header")
            continue
        raw = dict(zip(layout.columns, row.cells, strict=True))
        new: dict[str, Cell] = {}
        if row.event is None:
            new = {name: raw.get(column, "") for name, column in targets.items()}
            log.add(f"row {row.number}", "row", LossKind.CHANGED, "the row has no readable event; its cells are kept")
        else:
            log.wrote()
            made = row_of(row.event, manner)
            own = written(row.event, layout, manner_of(layout, row.cells))
            tidy = tidy_row(row.cells, layout)
            for name, column in targets.items():
                kept = tidy.get(column, "")
                contradicts = column in _DERIVED and kept and not _same(cell_text(own.get(column, "")), kept)
                nobody = column.startswith("inter") and whole_of(kept) == 0
                blank = made[name] in ("", None) and not nobody
                new[name] = kept if kept and (contradicts or blank) else made[name]
        identity = row.event.id if row.event is not None else f"row {row.number}"
        for column in layout.columns:
            if raw[column].strip() and column not in held and column not in along:
                log.add(identity, column, LossKind.LOST, f"the layout {manner.dialect.name} has no such column")
        yield new | {name: raw[name] for name in along}
