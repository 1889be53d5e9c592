"""The rows of an ACLED file, once through or all in memory, with all that is needed to write it back to the byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, field, frozen

from conflict_events.formats.acled.layout import Layout
from conflict_events.formats.acled.row import Row, added_row
from conflict_events.formats.loaded import EventSequence
from conflict_events.formats.problem import RowProblem
from conflict_events.model.event import Event

__all__ = ["Reader", "Table"]


@frozen(slots=True)
class Reader:
    """Rows of an open file, once through."""

    layout: Layout
    rows: Iterator[Row]
    tail: list[str] = field(factory=list)
    """What stands behind the last record; filled when all rows have been read."""
    notices: list[str] = field(factory=list)
    """What the sender says about the data: restrictions of access, messages; complete when all rows have been read."""

    def __iter__(self) -> Iterator[Row]:
        return self.rows


@frozen(slots=True)
class Table(EventSequence):
    """The events of an ACLED file, in its order, and all that is needed to write it back to the byte.

    A table is a sequence of events; rows without a readable event are among ``rows`` only. It does not change:
    ``with_events`` makes a new one.
    """

    layout: Layout
    rows: tuple[Row, ...]
    tail: str = ""
    notices: tuple[str, ...] = ()
    events: tuple[Event, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "events", tuple(row.event for row in self.rows if row.event is not None))

    @property
    def dialect(self) -> str:
        """Name of ACLED's dialect that the file has."""
        return self.layout.dialect.name

    @property
    def reasons(self) -> tuple[str, ...]:
        """By which signs the dialect was recognised."""
        return self.layout.reasons

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Every cell and row that could not be read and was kept as it stands."""
        return tuple(problem for row in self.rows for problem in row.problems)

    def with_events(self, events: Iterable[Event]) -> Table:
        """The table with these events in place of its own: changed, left out, or added at the end.

        The rows stay in their order. A row is found by the event itself, by its id (in order, where several rows have
        one id, as in monadic files), and where neither more nor fewer events are given, by its place: so an id can be
        changed too.
        """
        wanted = tuple(events)
        held = [row for row in self.rows if row.event is not None]
        slots: dict[str, list[Row]] = {}
        for row in held:
            slots.setdefault(row.event.id, []).append(row)  # type: ignore[union-attr]
        new: dict[int, Row] = {}
        rest: list[tuple[int, Event]] = []
        for number, event in enumerate(wanted):
            candidates = slots.get(event.id)
            if not candidates:
                rest.append((number, event))
                continue
            row = candidates.pop(next((place for place, row in enumerate(candidates) if row.event == event), 0))
            new[id(row)] = row.edited(event, self.layout)
        added: list[Row] = []
        for number, event in rest:
            if len(wanted) == len(held) and id(held[number]) not in new:
                new[id(held[number])] = held[number].edited(event, self.layout)
            else:
                added.append(added_row(event, self.layout))
        kept = (new.get(id(row)) if row.event is not None else row for row in self.rows)
        return evolve(self, rows=(*(row for row in kept if row is not None), *added))
