"""What a reader gives: the events in their order, and every row that it could not read, kept as it stands."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeAlias, overload

from attrs import frozen

from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import Source, reading, source_name
from conflict_events.model.event import Event

__all__ = ["EventSequence", "Found", "Loaded", "Opener", "Stream", "opener", "pairs"]

Found: TypeAlias = tuple[Event | None, Sequence[RowProblem]]
"""One record: its event, None where it has none, and what could not be read of it."""


class EventSequence(Sequence[Event]):
    """A sequence of the events that its class keeps in ``events``."""

    __slots__ = ()
    events: tuple[Event, ...]

    def __len__(self) -> int:
        return len(self.events)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, index: int | slice) -> Event | tuple[Event, ...]:
        return self.events[index]


@frozen(slots=True)
class Loaded(EventSequence):
    """A sequence of events that remembers what could not be read."""

    events: tuple[Event, ...]
    problems: tuple[RowProblem, ...] = ()
    notices: tuple[str, ...] = ()
    """What the sender says about the data, or what the reader assumed about the whole file."""


@frozen(slots=True)
class Stream:
    """Events as they are read, once through, so that memory does not grow with the file."""

    found: Iterator[Found]
    """Each record with what could not be read of it."""
    notices: list[str]
    """As those of ``Loaded``; complete when all has been read."""

    def __iter__(self) -> Iterator[Event]:
        """The events alone."""
        return (event for event, _ in self.found if event is not None)

    def load(self) -> Loaded:
        """All that is still to come."""
        events: list[Event] = []
        problems: list[RowProblem] = []
        for event, listed in self.found:
            if event is not None:
                events.append(event)
            problems += listed
        return Loaded(tuple(events), tuple(problems), tuple(self.notices))


Opener: TypeAlias = Callable[..., AbstractContextManager[Stream]]
"""Opens a source; takes as options what its format lets one tell about a file."""


def pairs(found: Iterable[Found]) -> Iterator[Found]:
    """The same, the first one read at once: so what is no file of the format is an error when it is opened."""
    waiting = iter(found)
    first = list(itertools.islice(waiting, 1))
    return itertools.chain(first, waiting)


def opener(read: Callable[..., Iterator[Found]]) -> Opener:
    """The function that opens a file of a format.

    Args:
        read: a generator of the records of a stream of bytes; takes what errors call it, a list for notices, and the options of
            the format.
    """

    @contextlib.contextmanager
    def open_events(source: Source, **options: Any) -> Iterator[Stream]:
        """Open a file and read its events one by one.

        Args:
            source: a path, ``-``, or an open stream.
            options: of tables: ``encoding`` and ``day_first``.

        Raises:
            FormatError: if it is no file of this format; also later on, where it is cut off.
        """
        notices: list[str] = []
        with reading(source) as stream:
            found: Any = read(stream, source_name(source), notices, **options)
            try:
                yield Stream(pairs(found), notices)
            finally:
                found.close()  # while the stream is open still

    return open_events
