"""What a person sees: lines that no text and no file name can turn into something else, on a terminal of any encoding."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from conflict_events.model.shown import shown

__all__ = ["tell", "tolerant"]


def tell(message: object) -> None:
    """Lines for the person at the terminal; standard output carries data only."""
    sys.stderr.write("".join(f"{shown(line)}\n" for line in str(message).split("\n")))


@contextmanager
def tolerant() -> Iterator[None]:
    r"""For as long as a command runs, what the encoding of a standard stream lacks is written as its escape.

    >>> with tolerant():
    ...     print("Łódź".encode("ascii", "backslashreplace").decode())
    \u0141\xf3d\u017a
    """
    streams = [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, io.TextIOWrapper)]
    before = [stream.errors for stream in streams]
    for stream in streams:
        stream.reconfigure(errors="backslashreplace")
    try:
        yield
    finally:
        for stream, errors in zip(streams, before, strict=True):
            with suppress(OSError, ValueError):  # it may be closed, or its disk full, which has been told
                stream.reconfigure(errors=errors)
