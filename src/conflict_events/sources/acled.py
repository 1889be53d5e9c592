"""ACLED's API as it is since 2025: a token, pages of rows, deleted events, and restrictions that are never silent.

What could not be verified against the live service: the paging by ``next_cursor`` (used where an answer carries one)
and the types of JSON values (the reader takes all that were seen).
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from conflict_events.formats.acled import Table
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.event import Event
from conflict_events.sources.acled_reply import AcledReply, acled_reply, identity_of
from conflict_events.sources.credentials import Credentials
from conflict_events.sources.errors import RefusedError, RestrictedError, SourceError
from conflict_events.sources.http import Http
from conflict_events.sources.limits import Limits, Run
from conflict_events.sources.paging import Repeats
from conflict_events.sources.refusals import granted, refused
from conflict_events.sources.reply import Reply

if TYPE_CHECKING:
    from conflict_events.sources.download import Download

__all__ = ["AcledClient", "Page", "RestrictedError"]

BASE = "https://acleddata.com"
PAGE = 5000
"""Rows of a page: the server's own default, and the most that it gives."""
TOKEN = "/oauth/token"  # noqa: S105 - an address
EVENTS = "/api/acled/read"
DELETED = "/api/deleted/read"


@frozen(slots=True)
class Page:
    """One page of an answer.

    Args:
        number: of the page.
        table: its rows, without those that the page before has had.
        notices: what the server says about the data, and what was left out.
        cursor: where the next page begins, if the server gives cursors.
    """

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
        limits: of time, size and pages, where no connection is given.

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
        limits: Limits | None = None,
    ) -> None:
        self._credentials = credentials or Credentials.find("acled")
        self._http = http or Http(base, limits=limits)
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

    @property
    def base(self) -> str:
        """Address of the server."""
        return self._http.base

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
        if self._refresh:
            again, self._refresh = self._refresh, ""
            try:
                return self._login({"grant_type": "refresh_token", "refresh_token": again}, (again,))
            except RefusedError:
                pass  # it has run out, too
        user, password = self._credentials.username, self._credentials.password
        return self._login({"grant_type": "password", "username": user, "password": password}, (password, user))

    def _login(self, form: Mapping[str, str], secrets: tuple[str, ...]) -> None:
        whole = {"client_id": "acled", "scope": "authenticated", **form}
        answer = self._http.send("POST", TOKEN, data=whole, secrets=secrets, private=True)
        body = granted("acled", answer)
        token, refresh = body.get("access_token"), body.get("refresh_token")
        if not isinstance(token, str) or not token or not (token.isascii() and token.isprintable()):
            got = f"{type(token).__name__}, keys {', '.join(sorted(body))}"
            raise SourceError("no token", where=answer.where, expected="ASCII text under access_token", got=got)
        self._token, self._refresh = token, refresh if isinstance(refresh, str) else ""

    def _get(self, path: str, params: Mapping[str, str], note: str) -> Reply:
        """An answer with status 200, with a new token where the old one has run out."""
        for _ in range(2):
            if not self._token:
                self._authorise()
            headers = {"Authorization": f"Bearer {self._token}"}
            answer = self._http.send("GET", path, params=params, headers=headers, secrets=(self._token,), note=note)
            if answer.status != 401:
                break
            self._token = ""
        if answer.status != 200:
            raise refused("acled", answer)
        return answer

    def parts(
        self, path: str, query: Mapping[str, str], *, first: int = 1, cursor: str | None = None, size: int = PAGE
    ) -> Iterator[AcledReply]:
        """The answers to a query one after the other, as they come.

        Args:
            path: of the endpoint.
            query: parameters.
            first: page to begin with, to go on where another run stopped.
            cursor: likewise, where the server gives cursors.
            size: rows of a page, 5000 at most.

        Raises:
            SourceError: as ``pages`` does.
        """
        if not 1 <= size <= PAGE:
            raise SourceError("no such size of a page", where="size", expected=f"1 to {PAGE} rows", got=size)
        run, seen = Run(self._http.limits), Repeats("event_id_cnty")
        number, rows = first, 0
        while True:
            note = f", page {number}"
            place = {"cursor": cursor} if cursor else {"page": str(number)}
            run.asks(f"GET {self.base}{path}{note}")
            answer = self._get(path, {"_format": "json", **query, "limit": str(size), **place}, note)
            run.came(len(answer.body))
            part = acled_reply(answer, number, empty=not rows)
            seen.page(part.records, answer.where)
            cursor = seen.cursor(part.next_cursor, answer.where)
            rows += len(part.records)
            last = not part.records or (cursor is None and (part.knows_end or len(part.records) < size))
            if part.records or number == first:
                yield evolve(part, cursor=cursor)
            if self._progress is not None:
                self._progress(number, rows)
            if last:
                return
            number += 1

    def pages(self, *, first: int = 1, cursor: str | None = None, size: int = PAGE, **query: Any) -> Iterator[Page]:
        """The rows of a query, page by page.

        Args:
            first: page to begin with, to go on where another run stopped.
            cursor: likewise, where the server gives cursors.
            size: rows of a page, 5000 at most.
            query: see ``query``.

        Raises:
            RestrictedError: if there is no row and the account is restricted.
            RefusedError: if the server refuses; ``refusal`` tells why.
            SourceError: if it does not answer, answers something else, or finds no end.
        """
        before: frozenset[str] = frozenset()
        for part in self.parts(EVENTS, self.query(**query), first=first, cursor=cursor, size=size):
            table = part.table()
            rows = [row for row in table.rows if row.raw not in before]
            notices = table.notices
            if again := len(table.rows) - len(rows):
                notices += (f"page {part.number} brings {again} rows of the page before again; they are left out",)
            before = frozenset(row.raw for row in table.rows if identity_of(row, table))
            yield Page(part.number, evolve(table, rows=tuple(rows)), notices, part.cursor)

    def events(self, **query: Any) -> Iterator[Event]:
        """The events of a query, as they come; rows that cannot be read are in ``pages`` only."""
        for page in self.pages(**query):
            yield from page.table

    def deleted(self, since: int = 0, size: int = PAGE) -> Iterator[tuple[str, int]]:
        """Ids of events that ACLED has taken out, with the time (Unix seconds).

        Args:
            since: only those deleted after this time.
            size: rows of a page, 5000 at most.

        Raises:
            SourceError: as ``pages`` does, and for a row that does not tell what was deleted when.
        """
        query = {"deleted_timestamp": str(since), "deleted_timestamp_where": ">"} if since else {}
        for part in self.parts(DELETED, query, size=size):
            for place, row in enumerate(part.records, 1):
                where = f"{part.where}, row {place}"
                if not isinstance(row, dict):
                    raise SourceError("no row", where=where, expected="an object", got=part.safe(row))
                known, time = row.get("event_id_cnty"), row.get("deleted_timestamp")
                if not isinstance(known, str) or not known.strip():
                    raise SourceError(
                        "nobody knows which event", where=where, expected="text under event_id_cnty", got=part.safe(row)
                    )
                seconds = None if isinstance(time, bool) else whole_of(str(time))
                if seconds is None:
                    expected = "Unix seconds under deleted_timestamp"
                    raise SourceError("nobody knows when", where=where, expected=expected, got=part.safe(row))
                yield known.strip(), seconds

    def download(self, path: str | os.PathLike[str], *, size: int = PAGE, **query: Any) -> Download:
        """Write the rows of a query to a CSV file; started again with the same query, it goes on where it stopped.

        Args:
            path: the file, which appears when all is there. Until then ``<path>.part`` holds what has come.
            size: rows of a page, 5000 at most; another one than before is no harm.
            query: see ``query``.

        Returns:
            What is in the file, and what there is to say about it.
        """
        from conflict_events.sources.download import download

        return download(self, path, size=size, query=self.query(**query))
