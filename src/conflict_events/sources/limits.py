"""How much a server may send, how long it may take, and how many pages: so that no answer is without end."""

from __future__ import annotations

import time
from collections.abc import Callable

from attrs import field, frozen, validators

from conflict_events.sources.errors import SourceError

__all__ = ["Limits", "Run"]

_MEGABYTE = 1 << 20


@frozen(slots=True, kw_only=True)
class Limits:
    """Bounds of one request, and of one run over all pages of a query.

    Args:
        answer_seconds: of one answer, from connecting to its last byte.
        answer_bytes: of one answer, as it is sent and as it is unpacked.
        ratio: of unpacked to sent bytes, once more than a megabyte is unpacked.
        redirects: that one request follows, all within one host.
        run_seconds: of a run.
        run_bytes: of all its answers, unpacked.
        pages: of a run.

    >>> Limits(pages=20_000).pages
    20000
    """

    answer_seconds: float = field(default=300.0, validator=validators.gt(0))
    answer_bytes: int = field(default=64 * _MEGABYTE, validator=validators.gt(0))
    ratio: int = field(default=200, validator=validators.gt(0))
    redirects: int = field(default=5, validator=validators.ge(0))
    run_seconds: float = field(default=86_400.0, validator=validators.gt(0))
    run_bytes: int = field(default=16 * 1024 * _MEGABYTE, validator=validators.gt(0))
    pages: int = field(default=10_000, validator=validators.gt(0))


class Run:
    """Counts what has come in a run.

    Args:
        limits: that hold.
        clock: seconds that only grow.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._start = clock()
        self._pages = 0
        self._bytes = 0

    def asks(self, where: str) -> None:
        """Before a page is asked for.

        Raises:
            SourceError: if the run has had all that it may.
        """
        limits = self._limits
        for name, most, had in (
            ("pages", limits.pages, self._pages),
            ("run_bytes", limits.run_bytes, self._bytes),
            ("run_seconds", limits.run_seconds, int(self._clock() - self._start)),
        ):
            if had >= most:
                raise SourceError("no end in sight", where=where, expected=f"less than {most} (Limits.{name})", got=had)

    def came(self, size: int) -> None:
        """Count a page of so many bytes."""
        self._pages += 1
        self._bytes += size
