"""One row of an ACLED file: its raw text, its event, and how an edited event changes the text and nothing else."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from conflict_events.formats.acled.cells import Cell, Manner, cell_text, row_of
from conflict_events.formats.acled.dialects import COLUMNS, Dialect
from conflict_events.formats.acled.layout import Layout
from conflict_events.formats.acled.losses import losses_of
from conflict_events.formats.acled.tidy import tidy
from conflict_events.formats.csvio import quoted, replace_cells
from conflict_events.formats.differences import Note
from conflict_events.formats.jsonio import replace_values
from conflict_events.formats.loss import LossKind
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.event import Event

__all__ = ["Row", "added_row", "cell_text", "manner_of", "written"]


@frozen(slots=True)
class Row:
    """One row as it stands in the file.

    Args:
        number: line of the file, or number of the JSON record.
        raw: the text, line end included.
        cells: the values, in the order of the header; empty for rows that are no records.
        event: None where the row could not be read.
        problems: what could not be read.
        before: in JSON, what stands between the record before and this one.
        lost: of an edited or added event, what the row does not say of it: field, kind of loss, reason.
    """

    number: int
    raw: str
    cells: list[str] = field(eq=False)
    event: Event | None
    problems: tuple[RowProblem, ...] = ()
    before: str = ""
    lost: tuple[Note, ...] = ()

    def edited(self, event: Event, layout: Layout) -> Row:
        """The row with another event; only the cells that differ between the two events are written anew."""
        if event == self.event or self.event is None:
            return self
        manner = manner_of(layout, self.cells)
        old, new = written(self.event, layout, manner), written(event, layout, manner)
        changes = [name for name in new if new[name] != old.get(name)]
        row = self.recelled({name: cell_text(new[name]) for name in changes}, layout, new)
        return evolve(row, event=event, lost=(*self.lost, *_lost(self.event, event, layout, manner)))

    def recelled(self, changes: dict[str, str], layout: Layout, typed: Mapping[str, Cell] | None = None) -> Row:
        """The row with other texts in some columns; quotes, JSON types and all other cells stay.

        Args:
            changes: column -> text; columns that the file does not have are left out.
            layout: of the file.
            typed: the same values as JSON should have them where the cell was no text before.
        """
        index = {name: number for number, name in enumerate(layout.columns)}
        changes = {name: text for name, text in changes.items() if name in index}
        cells = [*self.cells]
        for name, text in changes.items():
            cells[index[name]] = text
        if layout.kind == "json":
            record: dict[str, Any] = json.loads(self.raw)
            keys = {name: layout.header[index[name]] for name in changes}
            values = {
                keys[name]: _like(text, None if typed is None else typed.get(name), record.get(keys[name]))
                for name, text in changes.items()
            }
            return evolve(self, raw=replace_values(self.raw, values), cells=cells)
        raw = replace_cells(self.raw, {index[name]: text for name, text in changes.items()}, layout.delimiter)
        return evolve(self, raw=raw, cells=cells)


_NO_COLUMN = "the file has no such column"
_DERIVED = frozenset(("year", "disorder_type", "interaction", "civilian_targeting", "iso", "region"))


def _lost(old: Event, new: Event, layout: Layout, manner: Manner) -> Iterator[Note]:
    """What an edit brings that the row does not say, and the old event did not have either."""
    known = set(losses_of(old, row_of(old, manner), manner))
    yield from (note for note in losses_of(new, row_of(new, manner), manner) if note not in known)
    before, after = row_of(old, _CURRENT), row_of(new, _CURRENT)
    for name in COLUMNS:
        if before[name] != after[name] and name not in layout.columns and name not in _DERIVED:
            yield name, LossKind.LOST, _NO_COLUMN


_CURRENT = Manner(ascii=False)


def manner_of(layout: Layout, cells: list[str]) -> Manner:
    """How this very row is written: its own date and inter style, which may differ from the rest of the file."""
    named = dict(zip(layout.columns, cells, strict=False))
    day, inter = named.get("event_date", "").strip(), tidy("inter1", named.get("inter1", ""), layout)
    base = layout.dialect
    dates = layout.days.read(day)[1] or base.dates
    digits = whole_of(inter) is not None if inter else base.digits
    return _in_style(base, layout.own, dates, digits)


@functools.lru_cache(64)
def _in_style(base: Dialect, own: tuple[str, ...], dates: str, digits: bool) -> Manner:  # noqa: FBT001
    return Manner(Dialect(name=base.name, title=base.title, columns=own, digits=digits, dates=dates), ascii=False)


def _like(text: str, typed: Cell, old: Any) -> Any:
    """The value in the JSON type that it had, since ACLED's API has written numbers as texts and as numbers."""
    if isinstance(old, str) or (old is None and typed is None):
        return text
    if typed is None and isinstance(old, int) and text.isascii() and text.isdigit():
        return int(text)
    return text if typed is None else typed


def written(event: Event, layout: Layout, manner: Manner) -> dict[str, Cell]:
    """Every column of this layout for an event, unknown columns from its extras."""
    row = row_of(event, manner)
    extras = dict(event.extras)
    return {name: row[name] if name in row else extras.get(name, "") for name in layout.columns}


def added_row(event: Event, layout: Layout) -> Row:
    """A row for an event that the file did not have."""
    manner = manner_of(layout, [])
    values = written(event, layout, manner)
    cells = [cell_text(value) for value in values.values()]
    if layout.kind == "json":
        record = dict(zip(layout.header, values.values(), strict=True))
        raw, before = json.dumps(record, ensure_ascii=False, allow_nan=False), "\n" if layout.lines else ",\n"
    else:
        raw = layout.delimiter.join(quoted(text, layout.delimiter) for text in cells) + layout.newline
        before = ""
    lost = tuple(losses_of(event, row_of(event, manner), manner))
    return Row(0, raw, cells, event, (), before, lost)
