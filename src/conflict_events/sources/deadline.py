"""A time by which an answer is there as a whole, or its connection is cut: a server that trickles would never time out."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Any

from conflict_events.sources.errors import SourceError

__all__ = ["Deadline"]


class Deadline:
    """Cuts the connections of one request when its time is over.

    The timeouts of HTTP libraries are for each piece that arrives, headers and body alike, and so never end for a server
    that sends a byte a second. This one looks on while connections are made (the extension ``trace`` of httpx), keeps a
    second handle of each and shuts it down.

    Args:
        seconds: until then.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.over = False
        """Whether the time is over: then what was read may be cut off."""
        self._held: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            for handle in self._held:
                handle.close()
            self._held.clear()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Told by httpx of what a request does."""
        if event.endswith("connect_tcp.complete"):
            made = info["return_value"].get_extra_info("socket")
            with self._lock:
                self._held.append(made.dup())
            if self.over:
                self._cut()

    def error(self, where: str, got: str = "no whole answer") -> SourceError:
        """What to say when it is over."""
        expected = f"at most {self._seconds:g} seconds (Limits.answer_seconds)"
        return SourceError("the answer takes too long", where=where, expected=expected, got=got)

    def _cut(self) -> None:
        self.over = True
        with self._lock:
            for handle in self._held:
                with contextlib.suppress(OSError):  # already closed from the other side
                    handle.shutdown(socket.SHUT_RDWR)
