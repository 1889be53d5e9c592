"""A query of ACLED as a CSV file: all rows once, all columns, whatever stopped it in between."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from conflict_events.formats.acled import Row, Table, cell_text
from conflict_events.formats.acled.cells import Manner
from conflict_events.formats.acled.dialects import COLUMNS
from conflict_events.formats.acled.migrate import migrated
from conflict_events.formats.csvio import quoted
from conflict_events.formats.loss import LossLog
from conflict_events.formats.streams import encoded, write_lines, writing
from conflict_events.sources.acled import EVENTS, AcledClient
from conflict_events.sources.acled_reply import identity_of
from conflict_events.sources.part_file import Kept, PartFile

__all__ = ["Download", "download"]


@frozen(slots=True)
class Download:
    """What a download has brought.

    Args:
        rows: in the file.
        repeated: how many came more than once; each stands once.
        changed: how many of those came with other cells; the later ones stand.
        unread: records that are no rows; they stand in ``<path>.unread.jsonl``, as they came.
        notices: what the server says about the data, and what there was to decide.
    """

    rows: int
    repeated: int = 0
    changed: int = 0
    unread: int = 0
    notices: tuple[str, ...] = ()


def download(client: AcledClient, path: str | os.PathLike[str], *, size: int, query: Mapping[str, str]) -> Download:
    """Write the rows of a query to a CSV file; see ``AcledClient.download``.

    Args:
        client: to ask.
        path: of the file.
        size: rows of a page.
        query: parameters.

    Raises:
        SourceError: if the server does not answer to the end; what has come is kept.
    """
    target = Path(path)
    store = PartFile(Path(f"{target}.part"), {"query": dict(query), "base": client.base})
    whole = False
    try:
        notices = [*_fetch(client, store, size, query)]
        with writing(target) as stream:
            columns = (*COLUMNS, *store.progress.columns)
            for cells in itertools.chain([{name: name for name in columns}], store.rows()):
                line = ",".join(quoted(cells.get(name, ""), ",") for name in columns)
                stream.write(encoded(line + "\n"))
        unread = [*store.unread()]
        if unread:
            write_lines((f"{raw}\n" for raw in unread), f"{target}.unread.jsonl")
        done = store.progress
        whole = True
        told = tuple(dict.fromkeys((*store.notices, *notices)))
        return Download(len(store), done.repeated, done.changed, len(unread), told)
    finally:
        store.close(remove=whole or not store.progress.received)


def _fetch(client: AcledClient, store: PartFile, size: int, query: Mapping[str, str]) -> Iterator[str]:
    """Keep all that is not there yet; gives what the server says about the data."""
    done = store.progress
    if done.done:
        return
    first, skip = 1, 0
    if done.received and done.cursor is None:
        first, skip = divmod(done.received - 1, size)  # the page with the last row that is there, and its place
        first, skip = first + 1, skip + 1
    for part in client.parts(EVENTS, query, first=first, cursor=done.cursor, size=size):
        table = part.table()
        yield from table.notices
        if skip and (len(table.rows) < skip or _digest(table.rows[skip - 1]) != store.progress.last):
            store.clear(f"{store.path.name} no longer fits what the server sends: begun anew")
            yield from _fetch(client, store, size, query)
            return
        rows = table.rows[skip:]
        kept = _kept(rows, table, monadic=query.get("export_type") == "monadic")
        last = _digest(rows[-1]) if rows else store.progress.last
        received = store.progress.received + len(rows)
        store.add(kept, received=received, last=last, cursor=part.cursor)
        skip = 0
    store.add((), done=True, cursor=None)


def _digest(row: Row) -> str:
    return hashlib.blake2b(row.raw.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _kept(rows: tuple[Row, ...], table: Table, *, monadic: bool) -> Iterator[Kept]:
    """Rows in the columns of today, with all others behind."""
    read = [row for row in rows if row.cells]
    cells = migrated(read, table.layout, Manner(ascii=False), LossLog("download"), keep=True)
    sent = dict(zip(table.layout.columns, table.layout.header, strict=True))  # as the server spells them
    for row in rows:
        if not row.cells:
            yield Kept("", {}, row.raw.replace("\r", " ").replace("\n", " "))  # between values, where JSON allows them
            continue
        named = {
            sent[name] if name in table.layout.unknown else name: text
            for name, value in next(cells).items()
            if (text := cell_text(value))
        }
        identity = identity_of(row, table)
        key = f"{identity} {_digest(row)}" if identity and monadic else identity
        yield Kept(key, {**named, **_others(row, table)}, row.raw)


def _others(row: Row, table: Table) -> dict[str, str]:
    """What a record has that no cell holds: members that the table does not know, and values that are no text or number."""
    record: dict[str, Any] = json.loads(row.raw)
    columns = dict(zip(table.layout.header, table.layout.columns, strict=True))
    found: dict[str, str] = {}
    for name, value in record.items():
        if isinstance(value, (bool, list, dict)):
            found[columns[name] if columns.get(name) in COLUMNS else name] = json.dumps(value)
        elif name not in columns and value is not None:
            found[name] = str(value)
    return found
