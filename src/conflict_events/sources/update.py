"""Bring a local ACLED file up to date: what changed and what was deleted since, applied in one atomic step."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from conflict_events.formats.acled import Row, cell_text, dump, open_rows
from conflict_events.formats.acled.cells import Manner
from conflict_events.formats.acled.layout import Layout
from conflict_events.formats.acled.migrate import migrated
from conflict_events.formats.csvio import quoted
from conflict_events.formats.loss import LossLog
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.errors import FormatError
from conflict_events.sources.acled import AcledClient
from conflict_events.sources.acled_reply import identity_of
from conflict_events.sources.errors import SourceError

__all__ = ["Update", "update"]


@frozen(slots=True)
class Update:
    """What an update did to a file."""

    added: int
    changed: int
    deleted: int
    notices: tuple[str, ...] = ()


def update(local: str | os.PathLike[str], client: AcledClient, *, since: int | None = None, **filters: Any) -> Update:
    """Apply to a local CSV file what ACLED has changed, added and deleted since.

    The file is written beside and then put in place, so that it is whole whenever one looks. Rows that did not change
    stay to the byte; changed and new ones are written in the file's own layout.

    Args:
        local: the file, in any of ACLED's layouts that has timestamps.
        client: to ask.
        since: Unix seconds; None takes the latest timestamp in the file.
        filters: those with which the file was made, e.g. ``country="Kenya"``: without them rows of others come in.

    Raises:
        FormatError: if the file is no CSV with one row for each event; if it has no timestamps and ``since`` is not given.
        SourceError: if the server does not answer, or only some columns are asked for; the file is then as it was.
    """
    path = Path(local)
    if "fields" in filters:
        expected = "all columns; the others would be blank in what changes"
        raise SourceError("some columns are no update", where="fields", expected=expected, got=filters["fields"])
    with open_rows(path) as reader:
        layout = reader.layout
        _suits(layout, str(path))
        index = layout.columns.index("timestamp") if "timestamp" in layout.columns else None
        latest = 0
        for row in reader.rows:
            if index is not None and len(row.cells) > index:
                latest = max(latest, whole_of(row.cells[index]) or 0)
    since = latest if since is None else since
    if not since:
        expected = "a column timestamp, or since="
        raise FormatError("nobody knows how old the file is", where=str(path), expected=expected, got=layout.header)
    notices: list[str] = []
    fresh: dict[str, Row] = {}
    for page in client.pages(changed_since=since, **filters):
        notices += [notice for notice in page.notices if notice not in notices]
        if new := [name for name in page.table.layout.unknown if name not in layout.columns]:
            notices.append(f"page {page.number} brings columns that the file does not have: {', '.join(new)}")
        rows = [row for row in page.table.rows if identity_of(row, page.table)]
        if odd := len(page.table.rows) - len(rows):
            notices.append(f"page {page.number} brings {odd} rows that name no event; they are left out")
        for old, cells in zip(rows, migrated(rows, page.table.layout, _manner(layout), LossLog("update")), strict=True):
            event = old.event
            raw = [cell_text(cells.get(name, "")) for name in layout.columns]
            line = layout.delimiter.join(quoted(text, layout.delimiter) for text in raw) + layout.newline
            fresh[raw[layout.columns.index("event_id_cnty")]] = Row(0, line, raw, event)
    gone = {identity for identity, _ in client.deleted(since)}
    counts = {"changed": 0, "deleted": 0}

    def rows_now() -> Iterator[Row]:
        place = layout.columns.index("event_id_cnty")
        for row in reader.rows:
            identity = row.cells[place].strip() if len(row.cells) > place else ""
            if identity in gone:
                counts["deleted"] += 1
            elif identity in fresh:
                counts["changed"] += 1
                yield evolve(fresh.pop(identity), number=row.number)
            else:
                yield row
        yield from (row for identity, row in fresh.items() if identity not in gone)

    with open_rows(path) as reader:
        dump(evolve(reader, rows=rows_now()), path)
    added = sum(identity not in gone for identity in fresh)
    return Update(added, counts["changed"], counts["deleted"], tuple(notices))


def _suits(layout: Layout, where: str) -> None:
    """A row must be found by the id of its event."""
    if layout.kind != "csv":
        raise FormatError("only CSV is brought up to date", where=where, expected="CSV", got=layout.kind)
    missing = [name for name in ("event_id_cnty", "actor2") if name not in layout.columns]
    if missing:
        expected = f"one row for each event, with {' and '.join(missing)}"
        raise FormatError("nobody knows which row is which event", where=where, expected=expected, got=layout.header)


def _manner(layout: Layout) -> Manner:
    columns = tuple(name for name in layout.columns if name not in layout.unknown)
    return Manner(evolve(layout.dialect, columns=columns), ascii=False)
