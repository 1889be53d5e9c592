"""ACLED rows that come as values of any type (from data frames, Arrow, JSON) instead of text, as events."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from conflict_events.formats import native
from conflict_events.formats.acled.cells import Manner, cell_text, row_of
from conflict_events.formats.acled.layout import recognise
from conflict_events.formats.acled.parse import Parser, problems
from conflict_events.formats.acled.subdivision import SUBDIVISION, settled, subdivision_cell
from conflict_events.formats.loaded import Found, Loaded, Stream
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import beginning
from conflict_events.model.errors import FormatError
from conflict_events.model.event import Event

__all__ = ["MEMBER", "contradictions", "found_in", "from_records", "text_of"]

MEMBER = "conflict_events"
"""Name of the column or member that carries a whole event in the native form."""


def text_of(value: Any) -> str:
    """Any single value as the text of an ACLED cell; what stands for nothing (None, NaN, NaT, NA) is blank.

    >>> text_of(2.0), text_of(float("nan")), text_of(dt.date(2024, 1, 2)), text_of("NA")
    ('2', '', '2024-01-02', 'NA')
    """
    if isinstance(value, str):
        return value
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(value, float) and math.isnan(value):
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer() and math.isfinite(value):
        return str(int(value))
    return str(value)


def contradictions(event: Event, cells: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Columns in which a row says something else than the event that was kept beside it: column, ours, theirs."""
    for name, value in {**row_of(event, Manner()), SUBDIVISION: subdivision_cell(event)}.items():
        ours, theirs = cell_text(value), cells.get(name)
        if theirs is None or ours == theirs:
            continue
        try:
            if abs(float(ours) - float(theirs)) < 1e-6:
                continue
        except ValueError:
            pass
        yield name, ours, theirs


def found_in(names: Sequence[str], rows: Iterable[Sequence[Any]], where: str) -> Iterator[Found]:
    """Events of rows under ACLED's column names, in whatever order and types, one by one.

    A column ``conflict_events`` with native events is taken before all others; where the other columns were changed
    after it was written, a problem says so.

    Args:
        names: of the columns.
        rows: their values.
        where: what errors call it.

    Raises:
        FormatError: if the columns are not ACLED's.
    """
    plain = [number for number, name in enumerate(names) if name != MEMBER]
    whole = names.index(MEMBER) if MEMBER in names else None
    header = [str(names[number]) for number in plain]
    texts = (([text_of(row[number]) for number in plain], None if whole is None else row[whole]) for row in rows)
    ahead = beginning(texts, lambda row: sum(map(len, row[0])))
    sample = [cells for cells, _ in ahead]
    layout = evolve(recognise(header, sample, where), blanks=frozenset())
    parser, columns = Parser(layout), layout.columns
    for number, (cells, kept) in enumerate(itertools.chain(ahead, texts), 1):
        if isinstance(kept, str) and kept:
            try:
                event: Event | None = native.from_dict(native.parsed(kept, where), f"{where}, row {number}")
            except FormatError as error:
                yield None, (RowProblem(number, MEMBER, "records.event", error.expected, str(error)[:200]),)
                continue
            assert event is not None
            told = contradictions(event, dict(zip(columns, cells, strict=True)))
            yield (
                event,
                [
                    RowProblem(number, column, "records.changed", ours[:200], theirs[:200])
                    for column, ours, theirs in told
                ],
            )
        else:
            event, troubles = parser.parse(cells)
            yield settled(event), problems(number, troubles)


def from_records(names: Sequence[str], rows: Iterable[Sequence[Any]], where: str) -> Loaded:
    """All events of rows under ACLED's column names; see ``found_in``."""
    return Stream(found_in(names, rows, where), []).load()
