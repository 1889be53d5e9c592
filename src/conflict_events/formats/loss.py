"""What a writer could not say: counted for each field, and listed, so that nobody drops data unknowingly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from attrs import field, frozen

__all__ = ["Loss", "LossKind", "LossLog", "LossReport"]

LISTED = 10_000
"""So many losses are listed one by one; all are counted. Bounds the memory of writers of many events."""


class LossKind(StrEnum):
    """How the record differs from the event."""

    LOST = "lost"
    """The event has a value for which the format has no room."""
    CHANGED = "changed"
    """The value is written in another, poorer form."""
    BLANK = "blank"
    """The format wants a value that the event does not have; nothing is made up."""


@frozen(slots=True)
class Loss:
    """One field of one event that the format could not express."""

    event: str
    """Id of the event."""
    field: str
    """The field, e.g. ``where.geonameid``."""
    kind: LossKind
    reason: str


@frozen(slots=True)
class LossReport:
    """What one writing lost.

    ``counts`` tells for each field, kind and reason in how many events; ``losses`` lists the first 10,000.

    >>> log = LossLog("acled-csv")
    >>> log.wrote(2)
    >>> log.add("ce-1", "where.feature", LossKind.LOST, "no column")
    >>> print(log.report())
    acled-csv: 2 events written
      lost     where.feature  1 event: no column
    """

    format: str
    events: int
    counts: Mapping[tuple[str, LossKind, str], int] = field(factory=lambda: MappingProxyType({}))
    losses: tuple[Loss, ...] = ()
    formulas: int = 0
    """Cells that a spreadsheet would run, written as they are because nobody asked for harmless ones."""

    def __iter__(self) -> Iterator[Loss]:
        return iter(self.losses)

    @property
    def total(self) -> int:
        """Losses of all fields of all events."""
        return sum(self.counts.values())

    @property
    def by_field(self) -> dict[str, int]:
        """Field -> number of losses of any kind."""
        fields: Counter[str] = Counter()
        for (name, _, _), number in self.counts.items():
            fields[name] += number
        return dict(fields)

    def __str__(self) -> str:
        """One line for each field, the most frequent first."""
        lines = [f"{self.format}: {self.events} event{'' if self.events == 1 else 's'} written"]
        width = max((len(name) for name, _, _ in self.counts), default=0)
        ranked = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        lines += [
            f"  {kind.value:<8} {name:<{width}}  {number} event{'' if number == 1 else 's'}: {reason}"
            for (name, kind, reason), number in ranked
        ]
        if self.formulas:
            cells = "1 cell begins" if self.formulas == 1 else f"{self.formulas} cells begin"
            lines.append(f"  warning  {cells} as a formula does; spreadsheet_safe makes such cells harmless")
        return "\n".join(lines)


class LossLog:
    """Collects losses while a writer runs, in bounded memory."""

    def __init__(self, format_name: str) -> None:
        self.format = format_name
        self.events = 0
        self.formulas = 0
        self._counts: Counter[tuple[str, LossKind, str]] = Counter()
        self._losses: list[Loss] = []

    def wrote(self, number: int = 1) -> None:
        """Count events written."""
        self.events += number

    def add(self, event: str, name: str, kind: LossKind, reason: str) -> None:
        """Note one loss."""
        self._counts[(name, kind, reason)] += 1
        if len(self._losses) < LISTED:
            self._losses.append(Loss(event, name, kind, reason))

    def report(self) -> LossReport:
        """What was collected so far."""
        return LossReport(
            self.format, self.events, MappingProxyType(dict(self._counts)), tuple(self._losses), self.formulas
        )
