"""ACLED's API as it is since 2025: a token, pages of rows, deleted events, and restrictions that are never silent.

What could not be verified against the live service: the paging by ``next_cursor`` (used where an answer carries one)
and the types of JSON values (the reader takes all that were seen).
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from attrs import frozen

from conflict_events.formats.acled import Table
from conflict_events.formats.acled import load as load_table
from conflict_events.formats.acled.cells import Manner, cell_text
from conflict_events.formats.acled.dialects import COLUMNS
from conflict_events.formats.acled.migrate import migrated
from conflict_events.formats.csvio import quoted
from conflict_events.formats.loss import LossLog
from conflict_events.model.event import Event
from conflict_events.sources.credentials import Credentials
from conflict_events.sources.http import Http, SourceError

__all__ = ["AcledClient", "Page", "RestrictedError"]

BASE = "https://acleddata.com"
PAGE = 5000
"""Rows of a page, the server's own default."""


class RestrictedError(SourceError):
    """The account may not read what was asked for: the answer is empty because of that, not because nothing happened."""


@frozen(slots=True)
class Page:
    """One page of an answer."""

    number: int
    table: Table
    notices: tuple[str, ...]
    cursor: str | None


class AcledClient:
    """A client of ACLED's API.

    Args:
        credentials: None finds them in the environment or the keyring.
        base: address of the server.
        progress: called with pages and rows read so far.
        http: a connection of one's own, e.g. with other waiting times.

    >>> AcledClient.query(country="Kenya", start=dt.date(2024, 1, 1), end=dt.date(2024, 1, 31))
    {'country': 'Kenya', 'event_date': '2024-01-01|2024-01-31', 'event_date_where': 'BETWEEN'}
    """

    def __init__(
        self,
        credentials: Credentials | None = None,
        *,
        base: str = BASE,
        progress: Callable[[int, int], None] | None = None,
        http: Http | None = None,
    ) -> None:
        self._credentials = credentials or Credentials.find("acled")
        self._http = http or Http(base)
        self._progress = progress
        self._token = ""
        self._refresh = ""

    def __repr__(self) -> str:
        """Without anything secret."""
        return f"AcledClient({self._credentials.username!r})"

    def __enter__(self) -> AcledClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    @staticmethod
    def query(
        *,
        start: dt.date | None = None,
        end: dt.date | None = None,
        changed_since: int | None = None,
        fields: tuple[str, ...] = (),
        **filters: str | int,
    ) -> dict[str, str]:
        """The parameters of a request.

        Args:
            start: first day of the events.
            end: last day of the events, included.
            changed_since: only rows with a later timestamp (Unix seconds).
            fields: columns wanted; none for all.
            filters: column = value, e.g. ``country="Kenya"``, and ``<column>_where`` for another comparison.
        """
        found = {name: str(value) for name, value in filters.items()}
        if start is not None and end is not None:
            found |= {"event_date": f"{start}|{end}", "event_date_where": "BETWEEN"}
        elif start is not None or end is not None:
            found |= {"event_date": str(start or end), "event_date_where": ">=" if start is not None else "<="}
        if changed_since is not None:
            found |= {"timestamp": str(changed_since), "timestamp_where": ">"}
        if fields:
            found["fields"] = "|".join(fields)
        return found

    def _authorise(self) -> None:
        """Get a token: by the refresh token if there is one, else by name and password."""
        form = {"client_id": "acled", "scope": "authenticated"}
        if self._refresh:
            again = {**form, "grant_type": "refresh_token", "refresh_token": self._refresh}
            self._refresh = ""
            if self._token_of(self._http.send("POST", "/oauth/token", data=again)):
                return
        user, password = self._credentials.username, self._credentials.password
        login = {**form, "grant_type": "password", "username": user, "password": password}
        answer = self._http.send("POST", "/oauth/token", data=login)
        if not self._token_of(answer):
            got = f"status {answer.status_code}"
            raise SourceError("no token", where="POST /oauth/token", expected="a valid account", got=got)

    def _token_of(self, answer: Any) -> bool:
        if answer is None or answer.status_code != 200:
            return False
        body = self._http.json(answer)
        self._token, self._refresh = str(body.get("access_token", "")), str(body.get("refresh_token", ""))
        return bool(self._token)

    def _get(self, path: str, params: Mapping[str, str]) -> str:
        """The text of an answer, with a new token where the old one has run out."""
        for _ in range(2):
            if not self._token:
                self._authorise()
            answer = self._http.send("GET", path, params=params, headers={"Authorization": f"Bearer {self._token}"})
            if answer.status_code != 401:
                self._http.json(answer)  # raises unless it is a JSON object
                return answer.text
            self._token = ""
        raise SourceError("the token is refused", where=f"GET {path}", expected="status 200", got="status 401")

    def pages(self, *, first: int = 1, cursor: str | None = None, size: int = PAGE, **query: Any) -> Iterator[Page]:
        """The rows of a query, page by page.

        Args:
            first: page to begin with, to go on where another run stopped.
            cursor: likewise, where the server gives cursors.
            size: rows of a page.
            query: see ``query``.

        Raises:
            RestrictedError: if there is no row and the account is restricted.
            SourceError: if the server does not answer or refuses.
        """
        number, rows = first, 0
        while True:
            params = {"_format": "json", **self.query(**query), "limit": str(size), "page": str(number)}
            if cursor:
                params = {**{name: value for name, value in params.items() if name != "page"}, "cursor": cursor}
            text = self._get("/api/acled/read", params)
            envelope = json.loads(text)
            if envelope.get("success") is False:
                got = str(envelope.get("error") or envelope.get("messages"))[:200]
                raise SourceError("the query fails", where="GET /api/acled/read", expected="success", got=got)
            table = load_table(io.BytesIO(text.encode("utf-8", "surrogateescape")))
            rows += len(table.rows)
            if not rows and envelope.get("data_query_restrictions"):
                got = json.dumps(envelope["data_query_restrictions"])
                raise RestrictedError(
                    "no row, and the account is restricted", where="GET /api/acled/read", expected="rows", got=got
                )
            cursor = envelope.get("next_cursor") or None
            if table.rows or number == first:
                yield Page(number, table, table.notices, cursor)
            if self._progress is not None:
                self._progress(number, rows)
            if cursor is None and ("next_cursor" in envelope or len(table.rows) < size):
                return
            number += 1

    def events(self, **query: Any) -> Iterator[Event]:
        """The events of a query, as they come."""
        for page in self.pages(**query):
            yield from page.table

    def deleted(self, since: int = 0, size: int = PAGE) -> Iterator[tuple[str, int]]:
        """Ids of events that ACLED has taken out, with the time (Unix seconds).

        Args:
            since: only those deleted after this time.
            size: rows of a page.
        """
        number = 1
        while True:
            params = {"_format": "json", "limit": str(size), "page": str(number)}
            if since:
                params |= {"deleted_timestamp": str(since), "deleted_timestamp_where": ">"}
            rows = json.loads(self._get("/api/deleted/read", params)).get("data") or []
            for row in rows:
                yield str(row["event_id_cnty"]), int(row["deleted_timestamp"])
            if len(rows) < size:
                return
            number += 1

    def download(self, path: str | os.PathLike[str], *, size: int = PAGE, **query: Any) -> int:
        """Write the rows of a query to a CSV file; started again with the same query, it goes on where it stopped.

        Args:
            path: the file, which appears when all is there. Until then ``<path>.part`` and ``<path>.part.json`` hold
                what has come and how far it is.
            size: rows of a page.
            query: see ``query``.

        Returns:
            Rows in the file.
        """
        target = Path(path)
        part, note = Path(f"{target}.part"), Path(f"{target}.part.json")
        wanted = self.query(**query)
        done = _state(note, part, wanted)
        first: int = 1 + done["page"]
        with part.open("r+b" if part.exists() else "w+b") as stream:
            stream.truncate(done["bytes"])
            stream.seek(done["bytes"])
            if not done["bytes"]:
                stream.write((",".join(COLUMNS) + "\n").encode())
            for page in self.pages(first=first, cursor=done["cursor"], size=size, **query):
                for line in _lines(page.table):
                    stream.write(line.encode("utf-8", "surrogateescape"))
                stream.flush()
                os.fsync(stream.fileno())
                done |= {"page": page.number, "cursor": page.cursor, "bytes": stream.tell()}
                done["rows"] += len(page.table.rows)
                _note(note, {**done, "query": wanted})
        part.replace(target)
        note.unlink(missing_ok=True)
        rows: int = done["rows"]
        return rows


def _lines(table: Table) -> Iterator[str]:
    """Rows of a page as CSV lines in the current layout."""
    for row in migrated(table.rows, table.layout, Manner(ascii=False), LossLog("download")):
        yield ",".join(quoted(cell_text(row.get(name)), ",") for name in COLUMNS) + "\n"


def _state(note: Path, part: Path, wanted: dict[str, str]) -> dict[str, Any]:
    """How far an earlier run has come with the same query; from the beginning if there was none."""
    fresh: dict[str, Any] = {"page": 0, "cursor": None, "bytes": 0, "rows": 0}
    try:
        kept = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return fresh
    whole = part.exists() and part.stat().st_size >= kept.get("bytes", 0)
    return {**fresh, **kept} if whole and kept.get("query") == wanted else fresh


def _note(note: Path, state: dict[str, Any]) -> None:
    beside = Path(f"{note}.new")
    beside.write_text(json.dumps(state), encoding="utf-8")
    beside.replace(note)
