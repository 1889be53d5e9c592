"""What has come of a download, kept on disk page by page, so that a run that was stopped goes on by what is there."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, define, evolve, field, frozen

from conflict_events.formats.acled.dialects import COLUMNS
from conflict_events.sources.errors import SourceError

__all__ = ["Kept", "PartFile", "Progress"]


@frozen(slots=True)
class Kept:
    """One row to keep.

    Args:
        key: under which it stands once; empty where nothing tells it from others.
        cells: by column; empty where it could not be read.
        raw: its text.
    """

    key: str
    cells: Mapping[str, str]
    raw: str = field(repr=False)


@define(slots=True)
class Progress:
    """How far a download is.

    Args:
        received: rows that the server has sent, in its order.
        last: text of the last of them.
        cursor: where the server goes on, if it gives cursors.
        done: whether all has come.
        repeated: rows that came more than once.
        changed: rows that came again with other cells; the later ones are kept.
        columns: that no layout of ACLED has, in the order in which they came.
    """

    received: int = 0
    last: str = ""
    cursor: str | None = None
    done: bool = False
    repeated: int = 0
    changed: int = 0
    columns: list[str] = field(factory=list)


_TABLES = """
begin;
create table state (name text primary key, value text not null);
create table rows (n integer primary key, key text unique, cells text not null);
create table unread (n integer primary key, raw text not null);
commit;
"""


class PartFile:
    """Rows on disk; each page is kept whole or not at all, and one process at a time has the file.

    Args:
        path: of the file.
        wanted: what is downloaded; a file of something else is begun anew.

    Raises:
        SourceError: if the file cannot be written, or another process has it.
    """

    def __init__(self, path: Path, wanted: Mapping[str, Any]) -> None:
        self.path = path
        self.notices: list[str] = []
        """Why it was begun anew, if it was."""
        self._wanted = json.dumps(wanted, sort_keys=True)
        self.progress = Progress()
        with self._told():
            there = path.stat() if path.exists() else None
            self._base = sqlite3.connect(path, timeout=0.0)
            if self._goes_on():
                self._tell_age(there)
            else:
                if there is not None and there.st_size:
                    self.notices.append(f"{path.name} is no part of this query: begun anew")
                self._anew()

    def _tell_age(self, there: os.stat_result | None) -> None:
        """Data are cited with the day on which they were fetched, so rows of another day are told."""
        day = dt.date.today() if there is None else dt.date.fromtimestamp(there.st_mtime)  # noqa: DTZ011, DTZ012 - the user's day
        if day != dt.date.today():  # noqa: DTZ011
            self.notices.append(f"the first {self.progress.received} rows were fetched by {day}")

    def _goes_on(self) -> bool:
        """Whether the file holds a part of what is wanted; then the progress is what it says."""
        try:
            self._base.executescript("pragma locking_mode = exclusive; begin exclusive; commit;")
            state = dict(self._base.execute("select name, value from state"))
            progress = Progress(**json.loads(state["progress"]))
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):
                raise
            return False
        except (sqlite3.DatabaseError, KeyError, TypeError, ValueError):
            return False
        if state.get("wanted") != self._wanted:
            return False
        self.progress = progress
        return True

    def _anew(self) -> None:
        self._base.close()
        for path in (self.path, self.path.with_name(f"{self.path.name}-journal")):
            path.unlink(missing_ok=True)
        self.progress = Progress()
        self._base = sqlite3.connect(self.path, timeout=0.0)
        self._base.executescript("pragma locking_mode = exclusive; begin exclusive; commit;")
        self._base.executescript(_TABLES)
        with self._base:
            self._note()

    def clear(self, why: str) -> None:
        """Begin anew, because what is there no longer fits."""
        self.notices.append(why)
        with self._told():
            self._anew()

    def _note(self) -> None:
        state = {"wanted": self._wanted, "progress": json.dumps(asdict(self.progress))}
        self._base.executemany("insert or replace into state values (?, ?)", state.items())

    def add(self, rows: Iterable[Kept], **progress: Any) -> None:
        """Keep a page and how far the download is with it, both or neither.

        Args:
            rows: of the page; of those with the key of an earlier one the later cells are kept.
            progress: fields of it that change.
        """
        before = evolve(self.progress, columns=[*self.progress.columns])
        try:
            with self._told(), self._base:
                for row in rows:
                    self._keep(row)
                for name, value in progress.items():
                    setattr(self.progress, name, value)
                self._note()
        except BaseException:
            self.progress = before
            raise

    def _keep(self, row: Kept) -> None:
        if not row.cells:
            self._base.execute("insert into unread (raw) values (?)", (json.dumps(row.raw),))
            return
        self.progress.columns += [
            name for name in row.cells if name not in COLUMNS and name not in self.progress.columns
        ]
        cells = json.dumps(row.cells)
        found = self._base.execute("select cells from rows where key = ?", (row.key,)).fetchone() if row.key else None
        if found is None:
            self._base.execute("insert into rows (key, cells) values (?, ?)", (row.key or None, cells))
            return
        self.progress.repeated += 1
        if found[0] != cells:
            self.progress.changed += 1
            self._base.execute("update rows set cells = ? where key = ?", (cells, row.key))

    def __len__(self) -> int:
        with self._told():
            return int(self._base.execute("select count(*) from rows").fetchone()[0])

    def rows(self) -> Iterator[dict[str, str]]:
        """The cells of each row, in the order in which they came."""
        with self._told():
            for (cells,) in self._base.execute("select cells from rows order by n"):
                yield json.loads(cells)

    def unread(self) -> Iterator[str]:
        """The text of each row that could not be read."""
        with self._told():
            for (raw,) in self._base.execute("select raw from unread order by n"):
                yield json.loads(raw)

    def close(self, *, remove: bool) -> None:
        """Let go of the file, and remove it if its rows are elsewhere, or if it has none."""
        self._base.close()
        if remove:
            self.path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of the database are ours."""
        try:
            yield
        except sqlite3.Error as error:
            expected = "a file that can be written and that no other process has open"
            what = "what has come cannot be kept"
            raise SourceError(what, where=str(self.path), expected=expected, got=str(error)) from None
