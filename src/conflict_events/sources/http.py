"""HTTP with patience: retries with backoff, and errors that never carry a password or a token."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from conflict_events.model.errors import ConflictEventsError

if TYPE_CHECKING:
    import httpx

__all__ = ["Http", "SourceError", "Transport"]

AGAIN = frozenset({429, 500, 502, 503, 504})
"""Status codes after which another try may succeed."""

LONGEST_WAIT = 60.0
"""Seconds between two tries, at most."""


class SourceError(ConflictEventsError):
    """A server does not give what was asked for; ``where`` is the address without its query."""


Transport = Any
"""An ``httpx`` transport, for tests and proxies; None for the usual one."""


class Http:
    """A connection that tries again.

    Args:
        base: address of the server.
        tries: how often one request is sent at most.
        sleep: waits between tries; tests pass their own.
        transport: of httpx; None for the usual one.
    """

    def __init__(
        self, base: str, *, tries: int = 6, sleep: Callable[[float], None] = time.sleep, transport: Transport = None
    ) -> None:
        try:
            import httpx
        except ImportError:
            raise SourceError(
                "httpx is not installed", where="sources", expected="pip install 'conflict-events[api]'", got=None
            ) from None
        self._httpx = httpx
        self._client = httpx.Client(base_url=base, timeout=60.0, follow_redirects=True, transport=transport)
        self._tries = tries
        self._sleep = sleep

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """One request, sent again while the server is busy or out of reach.

        Raises:
            SourceError: after the last try; other errors of the server (403, 404 ...) are answers and are returned.
        """
        where = f"{method} {self._client.base_url.join(path)}"
        got = ""
        for attempt in range(self._tries):
            wait = min(2.0**attempt, LONGEST_WAIT)
            try:
                answer = self._client.request(method, path, params=params, data=data, headers=headers)
            except self._httpx.TransportError as error:
                got = type(error).__name__  # its text may name the whole address, query included
            else:
                if answer.status_code not in AGAIN:
                    return answer
                got = f"status {answer.status_code}"
                told = answer.headers.get("retry-after", "")
                wait = min(float(told), LONGEST_WAIT) if told.isdigit() else wait
            if attempt + 1 < self._tries:
                self._sleep(wait)
        raise SourceError(f"no answer after {self._tries} tries", where=where, expected="status 200", got=got)

    def json(self, answer: httpx.Response) -> dict[str, Any]:
        """The JSON object of an answer.

        Raises:
            SourceError: for another status than 200, or a body that is no JSON object.
        """
        where = f"{answer.request.method} {answer.request.url.copy_with(query=None)}"
        if answer.status_code != 200:
            got = f"status {answer.status_code}"
            raise SourceError("the server refuses", where=where, expected="status 200", got=got)
        try:
            body = answer.json()
        except ValueError:
            raise SourceError("the answer is no JSON", where=where, expected="JSON", got=answer.text[:80]) from None
        if not isinstance(body, dict):
            raise SourceError("the answer is no object", where=where, expected="a JSON object", got=str(body)[:80])
        return body
