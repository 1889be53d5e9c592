"""What a reader could not read: which row and column, which rule, what was expected and what stood there."""

from __future__ import annotations

from attrs import frozen

from conflict_events.model.shown import shown

__all__ = ["RowProblem"]


@frozen(slots=True)
class RowProblem:
    """One cell or row that was kept as it stands, because it could not be read.

    >>> print(RowProblem(7, "latitude", "acled.coordinate", "degrees", "north"))
    row 7, latitude: acled.coordinate, expected degrees, got 'north'
    """

    row: int
    """Line of the file in which the row starts, 1 is the first; for JSON the number of the record."""
    column: str
    """Name of the column; empty for the row as a whole."""
    rule: str
    """Dotted name of the rule that the value breaks."""
    expected: str
    got: str
    """The raw text, shortened to 200 characters."""

    def __str__(self) -> str:
        """One line."""
        place = f"row {self.row}{', ' if self.column else ''}{self.column}"
        return shown(f"{place}: {self.rule}, expected {self.expected}, got {self.got!r}")
