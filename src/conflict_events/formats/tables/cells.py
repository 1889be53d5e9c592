"""One row of somebody else's table while an event is made of it: its cells by column, and what could not be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from conflict_events.formats.problem import RowProblem
from conflict_events.formats.tables.blanks import blank
from conflict_events.formats.tables.days import Days, in_year
from conflict_events.formats.tables.names import compact, named, spellings
from conflict_events.formats.tables.numbers import degrees_of, whole_of
from conflict_events.model.evidence import Basis, Status

__all__ = ["Cells", "Columns", "Manner"]


@frozen(slots=True, kw_only=True)
class Columns:
    """The columns of a format.

    Args:
        rule: first part of the names of its rules: ``ucdp``.
        names: columns, in their order.
        needed: those by which a table of the format is known.
        free: those in which names and texts stand, so that NA may be one.
        dates: those with days, all read in one order.
        others: other names that columns go by.
    """

    rule: str
    names: tuple[str, ...]
    needed: tuple[str, ...]
    free: frozenset[str]
    dates: tuple[str, ...] = ()
    others: Mapping[str, str] = field(factory=dict)
    spellings: dict[str, str] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "spellings", spellings(self.names, self.others))

    def knows(self, names: Sequence[str]) -> bool:
        """Whether a row of names is a header of the format."""
        return {self.spellings.get(compact(name)) for name in names}.issuperset(self.needed)

    def of(self, header: Sequence[str], index: int | None = None) -> tuple[str, ...]:
        """The columns of a header."""
        return named(header, self.spellings, index=index)

    def missing(self, names: Sequence[str]) -> str:
        """The needed columns that a row of names does not have, for people."""
        return ", ".join(sorted(set(self.needed) - {self.spellings.get(compact(name), "") for name in names}))


@frozen(slots=True)
class Manner:
    """How the cells of one table are written."""

    columns: Columns
    days: Days = field(factory=Days)
    blanks: frozenset[str] = frozenset()


class Cells:
    """The cells of one row.

    >>> columns = Columns(rule="x", names=("name", "dead"), needed=(), free=frozenset(("name",)))
    >>> row = Cells({"name": "Na", "dead": "few"}, Manner(columns))
    >>> row.text("name"), row.whole("dead"), [str(problem) for problem in row.problems(7)]
    ('Na', None, ["row 7, dead: x.number, expected a whole number from 0, got 'few'"])

    Args:
        raw: text by column.
        manner: how the cells of the table are written.
    """

    def __init__(self, raw: Mapping[str, str], manner: Manner) -> None:
        self.raw = raw
        self.manner = manner
        self.outside = ""
        """Why there is no event, where the row is none of a conflict."""
        self.bases: list[tuple[str, Basis]] = []
        self._troubles: list[tuple[str, str, str, str]] = []

    def text(self, name: str) -> str:
        """A cell without blanks around it, empty where it says nothing."""
        text = self.raw.get(name, "").strip()
        return "" if blank(text, self.manner.blanks if self._is_free(name) else None) else text

    def _is_free(self, name: str) -> bool:
        columns = self.manner.columns
        return name in columns.free or name not in columns.names

    def whole(self, name: str, least: int = 0, most: int = 10**15, field_: str = "") -> int | None:
        """A number, None where blank; what is no number within the bounds is listed.

        Args:
            name: of the column.
            least: bound.
            most: bound.
            field_: of the event, which is broken then.
        """
        text = self.text(name)
        number = whole_of(text)
        if text and (number is None or not least <= number <= most):
            self.trouble(name, "number", f"a whole number from {least}", text)
            if field_:
                self.bases.append((field_, Basis(Status.BROKEN, reason=f"{name} is no such number", raw=text)))
            return None
        return number

    def day(self, name: str, field_: str = "when", year: int | None = None) -> dt.date | None:
        """A day, None where blank; what is no day is listed, and the field is broken.

        Args:
            name: of the column.
            field_: of the event.
            year: that stands beside it.
        """
        text = self.text(name)
        day, manner = self.manner.days.read(text)
        day = None if day is None else in_year(day, manner, year)
        if day is None and text:
            self.trouble(name, "date", "a full date such as 2024-03-07", text)
            self.bases.append((field_, Basis(Status.BROKEN, reason=f"{name} is no date", raw=text)))
        return day

    def point(self, north_name: str, east_name: str) -> tuple[float | None, float | None]:
        """Latitude and longitude, neither where one is missing; what are no degrees is listed, and the place broken."""
        told = self.text(north_name), self.text(east_name)
        north, east = degrees_of(told[0], 90), degrees_of(told[1], 180)
        if north is not None and east is not None:
            return north, east
        if any(told):
            raw = ", ".join(told)
            self.trouble(north_name, "coordinate", "decimal degrees", raw)
            self.bases.append(("where", Basis(Status.BROKEN, reason="the coordinates are no degrees", raw=raw)))
        return None, None

    def rest(self, taken: frozenset[str]) -> tuple[tuple[str, str], ...]:
        """The cells that say something and that no field has taken, as they stand."""
        return tuple((name, raw) for name, raw in self.raw.items() if name and name not in taken and self.text(name))

    def trouble(self, column: str, rule: str, expected: str, got: str) -> None:
        """Note what could not be read."""
        self._troubles.append((column, f"{self.manner.columns.rule}.{rule}", expected, got))

    def problems(self, number: int) -> list[RowProblem]:
        """What could not be read of the row with this number."""
        return [RowProblem(number, column, rule, expected, got[:200]) for column, rule, expected, got in self._troubles]
