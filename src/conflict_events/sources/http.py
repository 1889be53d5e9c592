"""HTTP with patience: retries with backoff, bounds, no way to another host, and errors that never carry a secret."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from attrs import frozen

from conflict_events.sources.deadline import Deadline
from conflict_events.sources.errors import SourceError
from conflict_events.sources.limits import Limits
from conflict_events.sources.reply import Reply, read_body

if TYPE_CHECKING:
    import httpx

__all__ = ["BUSY", "Http", "Patience", "SourceError", "Transport"]

LONGEST_WAIT = 60.0
"""Seconds between two tries, at most."""

Transport = Any
"""An ``httpx`` transport, for tests and proxies; None for the usual one."""


@frozen(slots=True)
class Patience:
    """Status codes after which another try may succeed.

    Args:
        statuses: of HTTP.
        wait: seconds before the second try; each further wait is twice as long.
        tries: at most; None for as many as the connection makes.
        answers: whether the last of them is an answer, because the status has other meanings, too.
    """

    statuses: frozenset[int]
    wait: float = 1.0
    tries: int | None = None
    answers: bool = False


BUSY = Patience(frozenset({429, 500, 502, 503, 504}))
"""What a server says that is busy, or down for a moment."""


@frozen(slots=True)
class _Outcome:
    """What came of one try: an answer, or else what went wrong; and how long the server asks to wait."""

    answer: Reply | None
    got: str
    wait: float | None = None


class Http:
    """A connection that tries again.

    Args:
        base: address of the server.
        tries: how often one request is sent at most.
        sleep: waits between tries; tests pass their own.
        transport: of httpx; None for the usual one.
        limits: of time and size.
    """

    def __init__(
        self,
        base: str,
        *,
        tries: int = 6,
        sleep: Callable[[float], None] = time.sleep,
        transport: Transport = None,
        limits: Limits | None = None,
    ) -> None:
        try:
            import httpx
        except ImportError:
            raise SourceError(
                "httpx is not installed", where="sources", expected="pip install 'conflict-events[api]'", got=None
            ) from None
        self._httpx = httpx
        self.limits = limits or Limits()
        headers = {
            "Accept-Encoding": "gzip",  # the packing that can be undone step by step
            "Connection": "close",  # every request has its own, so that its deadline cuts nobody else's
        }
        try:
            self._client = httpx.Client(base_url=base, timeout=60.0, transport=transport, headers=headers)
            known = self._client.base_url.scheme in _PORTS and self._client.base_url.host
        except (httpx.InvalidURL, ValueError):
            known = ""
        if not known:
            raise SourceError("no address of a server", where="base", expected="https://...", got=base)
        self._tries = tries
        self._sleep = sleep

    @property
    def base(self) -> str:
        """Address of the server, without a name and password in it."""
        return str(self._client.base_url.copy_with(userinfo=b"")).rstrip("/")

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
        secrets: tuple[str, ...] = (),
        private: bool = False,
        patience: tuple[Patience, ...] = (BUSY,),
        note: str = "",
    ) -> Reply:
        """One request, sent again while the server is busy or out of reach.

        Args:
            method: of HTTP.
            path: below the base.
            params: of the query.
            data: of the form.
            headers: of the request.
            secrets: what of all these no error may show.
            private: whether the answer is a secret, too.
            patience: after which statuses to try again, and how.
            note: what errors say behind the address, e.g. which page it was.

        Returns:
            The answer, also where the server refuses (403, 404 ...).

        Raises:
            SourceError: after the last try; for a redirect to another host; for an answer beyond the limits.
        """
        where = f"{method} {self.base}{path}{note}"
        try:
            request = self._client.build_request(method, path, params=params, data=data, headers=headers)
        except (ValueError, self._httpx.InvalidURL) as error:
            expected = "ASCII in headers, UTF-8 in the rest"
            raise SourceError("it cannot be sent", where=where, expected=expected, got=_kind(error)) from None
        blank = Reply(0, where, b"", secrets, private)
        done = 0
        while True:
            outcome = self._once(request, blank)
            answer, done = outcome.answer, done + 1
            rule = next((rule for rule in patience if answer is not None and answer.status in rule.statuses), None)
            if answer is not None and rule is None:
                return answer
            rule = rule or BUSY
            if done >= min(self._tries, rule.tries or self._tries):
                if answer is not None and rule.answers:
                    return answer
                raise SourceError(f"no answer after {done} tries", where=where, expected="status 200", got=outcome.got)
            wait = rule.wait * 2.0 ** (done - 1) if outcome.wait is None else outcome.wait
            self._sleep(min(wait, LONGEST_WAIT))

    def _once(self, request: httpx.Request, blank: Reply) -> _Outcome:
        """One try."""
        errors = self._httpx
        with Deadline(self.limits.answer_seconds) as deadline:
            request.extensions["trace"] = deadline.trace
            try:
                return self._followed(request, blank, deadline)
            except (errors.LocalProtocolError, errors.UnsupportedProtocol) as error:
                expected = "an http address and plain headers"
                raise SourceError("it cannot be sent", where=blank.where, expected=expected, got=_kind(error)) from None
            except errors.HTTPError as error:
                if deadline.over:
                    raise deadline.error(blank.where) from None
                return _Outcome(None, _kind(error))

    def _followed(self, request: httpx.Request, blank: Reply, deadline: Deadline) -> _Outcome:
        """The answer to a request, or to that to which its host sends it on."""
        for _ in range(self.limits.redirects + 1):
            raw = self._client.send(request, stream=True)
            try:
                if raw.next_request is None:
                    body = read_body(raw, blank.where, self.limits, deadline)
                    got = Reply(raw.status_code, blank.where, body, blank.secrets, blank.private)
                    return _Outcome(got, f"status {raw.status_code}", _wait(raw.headers.get("retry-after", "")))
            finally:
                raw.close()
            here, there = _origin(request.url), _origin(raw.next_request.url)
            if here != there:
                what = "it is sent on to another host, which may not see what was asked"
                raise SourceError(what, where=blank.where, expected=f"an answer of {here}", got=there)
            request = raw.next_request
        most = f"at most {self.limits.redirects} (Limits.redirects)"
        raise SourceError(
            "too many redirects", where=blank.where, expected=most, got=str(request.url.copy_with(query=None))
        )


def _kind(error: Exception) -> str:
    """The name of an error; its text may hold the whole address, or a header."""
    return type(error).__name__


_PORTS = {"http": 80, "https": 443}


def _origin(url: httpx.URL) -> str:
    """Scheme, host and port: another one of these is another server."""
    return f"{url.scheme}://{url.host}:{url.port or _PORTS.get(url.scheme, 0)}"


def _wait(told: str) -> float | None:
    """Seconds that a server asks to wait, told as a number or as a time; None where it says nothing that can be read.

    >>> _wait("3"), _wait("²"), _wait("soon"), _wait("Tue, 22 Oct 2024 08:00:00 GMT")
    (3.0, None, None, 0.0)
    """
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        until = parsedate_to_datetime(told)
    except (ValueError, TypeError, OverflowError):
        return None
    until = until if until.tzinfo is not None else until.replace(tzinfo=dt.UTC)
    return max((until - dt.datetime.now(dt.UTC)).total_seconds(), 0.0)
