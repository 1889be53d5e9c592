"""What a reader gives: the events in their order, and every row that it could not read, kept as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from attrs import frozen

from conflict_events.formats.problem import RowProblem
from conflict_events.model.event import Event

__all__ = ["Loaded"]


@frozen(slots=True)
class Loaded(Sequence[Event]):
    """A sequence of events that remembers what could not be read."""

    events: tuple[Event, ...]
    problems: tuple[RowProblem, ...] = ()
    notices: tuple[str, ...] = ()
    """What the sender says about the data, or what the reader assumed about the whole file."""

    def __len__(self) -> int:
        return len(self.events)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, index: int | slice) -> Event | tuple[Event, ...]:
        return self.events[index]
